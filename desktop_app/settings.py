"""What a person has set: one frozen dataclass and one TOML file. Each setting is declared once: name, default,
sentence, and what it may be.
"""

import dataclasses
import math
import os
import tomllib
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import tomlkit
from tomlkit.exceptions import TOMLKitError

import desktop_app.library.databases.durable as durable
from desktop_app.library.databases.bounded_reading import read_at_most

_LARGEST = 1_000_000
"""Bytes of the file; a person's own remarks in it included, it has some thousands."""


class SettingsError(Exception):
    """The settings file cannot be read or written; the message says what to do."""


def _setting(default: Any, sentence: str, fits: Callable[[Any], bool] = lambda _: True) -> Any:
    return field(default=default, metadata={"sentence": sentence, "fits": fits})


@dataclass(frozen=True, slots=True)
class Settings:
    """All settings; a value in the file that does not fit falls back to its default."""

    embedder: str = _setting("starter", "The network that listens: the bundled one, or a CLAP checkpoint.")
    embedder_offer: bool = _setting(True, "Offer a larger network for download above the list.")
    next_embedder: str = _setting("", "The network that takes over once it has listened to every sound.")
    vocabularies: tuple[str, ...] = _setting(("everyday", "music"), "The vocabularies whose tags are shown.")
    own_embedders: tuple[str, ...] = _setting((), "CLAP checkpoints in folders of your own, as NAME=FOLDER.")
    threads: int = _setting(
        0, "Processor cores used for listening; 0 leaves one core free.", lambda value: 0 <= value <= 1024
    )
    device: str = _setting(
        "auto",
        "What CLAP listens with: auto for a graphics processor where it is quicker than all cores; or cpu.",
        lambda value: value in ("auto", "cpu"),
    )
    measuring: bool = _setting(
        True, "Once every sound is heard, measure tempo, key and loudness, and what is wrong with recordings."
    )
    moments: bool = _setting(
        True, "Once every sound is heard, listen for what happens when inside long ones, so that searches find that."
    )
    theme: str = _setting(
        "system", "Look of the window: system, light or dark.", lambda value: value in ("system", "light", "dark")
    )
    language: str = _setting(
        "", "Language of the window, from its next start on.", lambda value: value in ("", "en", "de", "fr")
    )
    last_search: str = _setting("", "What was searched for when Earmark was closed; it begins with that.")
    volume: float = _setting(0.8, "Loudness of auditions, from 0 to 1.", lambda value: 0 <= value <= 1)
    waveform_together: bool = _setting(False, "Draw all channels of a waveform over each other.")
    spectrogram: bool = _setting(False, "Show the spectrogram of a sound in place of its waveform.")
    events: bool = _setting(False, "Show below the waveform when in a sound its tags apply.")
    audition: bool = _setting(True, "Play a sound as soon as it is selected.")
    loop: bool = _setting(False, "Begin a sound, or the chosen part of it, again at its end.")
    play_on: bool = _setting(False, "When a sound ends, select and play the next one of the list.")
    match_loudness: bool = _setting(
        False, "Play all sounds equally loud, as far as their peaks stay below -1 dBFS; the files stay as they are."
    )
    target_loudness: float = _setting(
        -18.0, "How loud that is, in LUFS, from -40 to -6.", lambda value: -40 <= value <= -6
    )
    fold_copies: bool = _setting(False, "Show sounds that are the same recording in one row.")
    written_fields: tuple[str, ...] = _setting(
        ("keywords", "category", "subcategory", "catid"),
        "What is written into files, and where if not everywhere, as FIELD = PLACE/KEY PLACE/KEY.",
    )
    written_tags: str = _setting(
        "accepted",
        "Which tags the window writes into files: accepted by a person, or also automatic ones: strong, likely.",
        lambda value: value in ("accepted", "strong", "likely"),
    )
    written_existing: str = _setting(
        "add",
        "What the window does with what stands in files: add to it, keep it, or replace it.",
        lambda value: value in ("add", "keep", "replace"),
    )
    written_keep_time: bool = _setting(True, "Files that the window writes into keep their times.")
    creator: str = _setting("", "Who made the sounds: the CreatorID of files that the window renames.")
    source: str = _setting("", "What the sounds were made for: the SourceID of files that the window renames.")
    editor: str = _setting("", "The program that opens sounds for editing; empty for the system's own.")
    output_device: str = _setting("", "The device that sounds are played on; empty for the system's default.")

    @property
    def sounds_at_once(self) -> int:
        """How many sounds are heard at the same time, each on one core: `threads`, as far as there are cores; else all
        cores but one.
        """
        cores = os.cpu_count() or 2
        return min(self.threads, cores) if self.threads > 0 else max(1, cores - 1)

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
        table = tomllib.loads(_text_of(file))
    except (ValueError, RecursionError) as error:
        raise _not_valid(file, error) from None
    values = {f.name: _converted(table[f.name], f) for f in dataclasses.fields(Settings) if f.name in table}
    return Settings(**values)


def save_settings(file: Path, settings: Settings) -> None:
    """Write the settings file in one step. Raises SettingsError.

    A setting that has its default is left out, unless it is in the file. A person's comments, and settings that only
    another version knows, stay.
    """
    try:
        document = tomlkit.parse(_text_of(file))
    except (ValueError, TOMLKitError, RecursionError) as error:
        raise _not_valid(file, error) from None
    for item in dataclasses.fields(Settings):
        value = getattr(settings, item.name)
        plain = list(value) if isinstance(value, tuple) else value
        if item.name in document:
            if _converted(document.unwrap()[item.name], item) != value:
                document[item.name] = plain
        elif value != item.default:
            document.add(tomlkit.comment(item.metadata["sentence"]))
            document.add(item.name, plain)
    try:
        write_whole(file, tomlkit.dumps(document).encode())
    except UnicodeEncodeError:
        raise SettingsError("A name with characters that are no text cannot be kept in the settings.") from None
    except OSError as error:
        raise SettingsError(
            f"The settings cannot be saved in {file.parent} ({error.strerror}): "
            "check the space there and that you may write to it."
        ) from None


def _text_of(file: Path) -> str:
    """The text of the settings file, empty when there is none. Raises SettingsError, and ValueError for no text."""
    try:
        # Windows' editor begins a file with a mark.
        return read_at_most(file, _LARGEST).decode("utf-8-sig").replace("\r\n", "\n")
    except FileNotFoundError:
        return ""
    except OSError as error:
        raise SettingsError(f"{file} cannot be read ({error.strerror}): check that it is a file of yours.") from None


def _not_valid(file: Path, error: Exception) -> SettingsError:
    return SettingsError(f"{file} is not valid: {error}. Correct it, or delete it to start from the defaults.")


def write_whole(file: Path, content: bytes) -> None:
    """`durable.write_whole`, which makes the folder, too. Raises OSError."""
    file.resolve().parent.mkdir(parents=True, exist_ok=True)
    durable.write_whole(file, content)


def _converted(value: Any, item: "dataclasses.Field[Any]") -> Any:
    """The value in the setting's type; its default when it does not fit."""
    default = item.default
    if isinstance(default, tuple):
        fits = isinstance(value, list) and all(isinstance(entry, str) for entry in value)
        return tuple(value) if fits else default
    if isinstance(default, float) and isinstance(value, int) and not isinstance(value, bool):
        value = float(value) if abs(value) < 2**53 else math.inf
    return value if type(value) is type(default) and item.metadata["fits"](value) else default
