"""What a person has set: one frozen dataclass and one TOML file. Each setting is declared once: name, default,
sentence.
"""

import dataclasses
import os
import tempfile
import tomllib
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import tomlkit


class SettingsError(Exception):
    """The settings file cannot be read or written; the message says what to do."""


def _setting(default: Any, sentence: str) -> Any:
    return field(default=default, metadata={"sentence": sentence})


@dataclass(frozen=True, slots=True)
class Settings:
    """All settings; a value of the wrong type in the file falls back to its default."""

    embedder: str = _setting("starter", "The network that listens: the bundled one, or a CLAP checkpoint.")
    vocabularies: tuple[str, ...] = _setting(("everyday", "music"), "The vocabularies whose tags are shown.")
    own_embedders: tuple[str, ...] = _setting((), "CLAP checkpoints in folders of your own, as NAME=FOLDER.")
    threads: int = _setting(0, "Processor cores used for listening; 0 leaves one core free.")
    theme: str = _setting("system", "Look of the window: system, light or dark.")
    volume: float = _setting(0.8, "Loudness of auditions, from 0 to 1.")
    audition: bool = _setting(True, "Play a sound as soon as it is selected.")

    @property
    def network_threads(self) -> int:
        """Threads for the embedding child: what was set, else all cores but one."""
        return self.threads if self.threads > 0 else max(1, (os.cpu_count() or 2) - 1)

    @property
    def own_embedder_folders(self) -> dict[str, Path]:
        """Name -> folder of the embedders that the person added."""
        pairs = (entry.partition("=") for entry in self.own_embedders)
        return {name: Path(folder) for name, equals, folder in pairs if name and equals}


def sentence_of(setting: str) -> str:
    """The sentence that explains a setting."""
    return next(str(f.metadata["sentence"]) for f in dataclasses.fields(Settings) if f.name == setting)


def load_settings(file: Path) -> Settings:
    """Read the settings file; defaults for what is absent.

    Raises SettingsError when the file is not TOML: defaults would silently replace what a person wrote.
    """
    try:
        table = tomllib.loads(file.read_text(encoding="utf-8"))
    except FileNotFoundError:
        return Settings()
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        raise SettingsError(
            f"{file} is not valid: {error}. Correct it, or delete it to start from the defaults."
        ) from None
    except OSError as error:
        raise SettingsError(f"{file} cannot be read: {error.strerror}.") from None
    values = {f.name: _converted(table[f.name], f.default) for f in dataclasses.fields(Settings) if f.name in table}
    return Settings(**{name: value for name, value in values.items() if value is not None})


def save_settings(file: Path, settings: Settings) -> None:
    """Write the settings file atomically; a setting that has its default is left out. Raises SettingsError."""
    document = tomlkit.document()
    for item in dataclasses.fields(Settings):
        value = getattr(settings, item.name)
        if value != item.default:
            document.add(tomlkit.comment(item.metadata["sentence"]))
            document.add(item.name, list(value) if isinstance(value, tuple) else value)
    try:
        file.parent.mkdir(parents=True, exist_ok=True)
        with tempfile.NamedTemporaryFile(
            "w", dir=file.parent, prefix=".settings", delete=False, encoding="utf-8"
        ) as draft:
            draft.write(tomlkit.dumps(document))
            draft.flush()
            os.fsync(draft.fileno())
        Path(draft.name).replace(file)
    except OSError as error:
        raise SettingsError(f"The settings cannot be saved in {file.parent}: {error.strerror}.") from None


def _converted(value: Any, default: Any) -> Any:
    """The value in the default's type, or None when it does not fit."""
    if isinstance(default, tuple):
        fits = isinstance(value, list) and all(isinstance(item, str) for item in value)
        return tuple(value) if fits else None
    if isinstance(default, float) and isinstance(value, int) and not isinstance(value, bool):
        return float(value)
    return value if type(value) is type(default) else None
