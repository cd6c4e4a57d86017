"""What commands about sounds are given: files, folders and vocabularies, in the library or not."""

import os
from collections.abc import Iterator, Sequence
from pathlib import Path

from desktop_app.app import Earmark
from desktop_app.cli.output import WRONG_USAGE, CommandError, say
from desktop_app.core.tag import Vocabulary
from desktop_app.library.watching.scanner import scan


def audio_files(earmark: Earmark, paths: Sequence[Path]) -> Iterator[Path]:
    """Files as they are, and what the library would find in folders."""
    for path in paths:
        if not path.is_dir():
            yield path
            continue
        found = scan(path, exclusions=earmark.library.folders.exclusions())
        for problem_path, problem in found.problems:
            say(f"{problem_path}: {problem}")
        yield from (path / relative for relative in sorted(found.found))


def existing(given: str) -> Path:
    """A file or folder that was named. Raises CommandError when it is not there."""
    path = Path(os.path.abspath(given))  # noqa: PTH100 (`absolute` keeps “..”, and the library knows no such path)
    if not path.exists():
        raise CommandError(f"{path} does not exist: name a sound or a folder.", WRONG_USAGE)
    return path


def existing_file(given: str) -> Path:
    """A file that was named. Raises CommandError when it is none."""
    path = existing(given)
    if not path.is_file():
        raise CommandError(f"{path} is not a file: name a sound to search by.", WRONG_USAGE)
    return path


def is_empty(earmark: Earmark) -> bool:
    """Whether there is nothing to look through, which is said; the network then need not be started."""
    empty = not len(earmark.library.sounds.ids())
    if empty:
        say("The library has no sounds yet: add a folder with “earmark index FOLDER”.")
    return empty


def vocabularies_of(earmark: Earmark, name: str | None) -> list[Vocabulary]:
    """The vocabulary that was named, or the active ones. Raises VocabularyError."""
    return earmark.active_vocabularies() if name is None else [earmark.vocabularies.load(name)]
