"""Where things lie: the program's own resources, and a person's profile. `--profile DIR` moves all of a profile
to DIR.
"""

import os
from dataclasses import dataclass
from pathlib import Path

from platformdirs import PlatformDirs

_DIRS = PlatformDirs(appname="Earmark", appauthor=False)


def resources() -> Path:
    """The folder of vocabularies, icons, the bundled embedder and the demonstration sounds.

    An installed package carries it inside itself; a checkout has it beside the package.
    """
    package = Path(__file__).resolve().parent
    inside = package / "resources"
    return inside if inside.is_dir() else package.parent / "resources"


class ProfileError(OSError):
    """A profile cannot be kept where it should be; the message is a sentence for the user."""

    @classmethod
    def about(cls, folder: Path, error: Exception) -> "ProfileError":
        """What to do when `error` came up in a profile's folder."""
        reason = (error.strerror if isinstance(error, OSError) else None) or str(error)
        return cls(
            f"Nothing can be kept in {folder} ({reason}): check that it is a folder that you may write to, "
            "or name another one with --profile."
        )


@dataclass(frozen=True, slots=True)
class Profile:
    """All state of one user of Earmark."""

    data: Path
    """What a person made, and what took hours to compute."""
    cache: Path
    """What the system may sweep away at any time."""
    logs: Path

    @classmethod
    def at(cls, folder: Path | None) -> "Profile":
        """The profile kept wholly in `folder`, or the platform's usual places for None."""
        if folder is None:
            return cls(Path(_DIRS.user_data_dir), Path(_DIRS.user_cache_dir), Path(_DIRS.user_log_dir))
        # Leaves a "~" that leads to nobody's home as it is, where Path's own method raises.
        root = Path(os.path.expanduser(folder)).absolute()  # noqa: PTH111
        return cls(root, root / "cache", root / "logs")

    @property
    def library_file(self) -> Path:
        return self.data / "library.db"

    @property
    def cache_file(self) -> Path:
        # Beside the library: a sweep of the system's cache folder would cost hours of embedding.
        return self.data / "cache.db"

    @property
    def settings_file(self) -> Path:
        return self.data / "settings.toml"

    @property
    def vocabularies(self) -> Path:
        return self.data / "vocabularies"

    @property
    def backups(self) -> Path:
        return self.data / "backups"

    @property
    def written(self) -> Path:
        return self.data / "written"

    @property
    def renamed(self) -> Path:
        return self.data / "renamed"

    @property
    def searches_file(self) -> Path:
        return self.data / "searches.toml"

    @property
    def embedders(self) -> Path:
        return self.data / "embedders"

    @property
    def log_file(self) -> Path:
        return self.logs / "earmark.log"

    @property
    def drags(self) -> Path:
        return self.cache / "drags"

    @property
    def kept_hearing(self) -> Path:
        return self.cache / "heard.db"

    def create(self) -> None:
        """Make the profile's folders. Raises ProfileError when that is not possible."""
        for folder in (self.data, self.cache, self.logs):
            try:
                folder.mkdir(parents=True, exist_ok=True)
            except OSError as error:
                raise ProfileError.about(folder, error) from error
