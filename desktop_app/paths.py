"""Where things lie: the program's own resources, and a person's profile. `--profile DIR` moves all of a profile
to DIR.
"""

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
        root = folder.expanduser().absolute()
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
    def embedders(self) -> Path:
        return self.data / "embedders"

    @property
    def log_file(self) -> Path:
        return self.logs / "earmark.log"

    @property
    def drags(self) -> Path:
        return self.cache / "drags"

    def create(self) -> None:
        """Make the profile's folders; OSError when that is not possible."""
        for folder in (self.data, self.cache, self.logs):
            folder.mkdir(parents=True, exist_ok=True)
