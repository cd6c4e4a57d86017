"""The texts of a folder of vocabulary files, so that what was done to them can be undone to the letter."""

from collections.abc import Mapping
from contextlib import suppress
from pathlib import Path

from desktop_app.core.tag import VocabularyError
from desktop_app.core.vocabulary import LONGEST_FILE
from desktop_app.library.vocabularies.vocabulary_writes import put_aside, write_whole

Texts = Mapping[str, str | None]
"""The text of each file by its name; None where there is no file."""


def texts_in(folder: Path) -> dict[str, str]:
    """The texts of all vocabulary files in a folder; what cannot be read, or is no vocabulary by its size, is left
    out.
    """
    texts = {}
    for path in sorted(folder.glob("*.toml")):
        with suppress(OSError, UnicodeDecodeError):
            if path.is_file() and path.stat().st_size <= LONGEST_FILE:
                texts[path.name] = path.read_bytes().decode()
    return texts


def differences(before: Mapping[str, str], after: Mapping[str, str]) -> tuple[Texts, Texts]:
    """What two looks into a folder do not have in common: (before, after), with the same names in both."""
    changed = [name for name in {**before, **after} if before.get(name) != after.get(name)]
    return {name: before.get(name) for name in changed}, {name: after.get(name) for name in changed}


def put_back(folder: Path, wanted: Texts, expected: Texts) -> None:
    """Make the files say what is `wanted` if they still say what is `expected`, which has the same names.

    A file that says something else by now was edited elsewhere: VocabularyError then, and nothing is touched.
    """
    for name, text in expected.items():
        path = folder / name
        found = path.read_bytes().decode(errors="replace") if path.is_file() else None
        if found != text:
            raise VocabularyError(name, None, "this file was changed elsewhere since then: it is left as it is.")
    for name, text in wanted.items():
        if text is None:
            put_aside(folder / name)
        else:
            write_whole(folder / name, text)
