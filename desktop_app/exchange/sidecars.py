"""What people said of sounds, beside the sounds: a small file each, for other programs and for whoever moves folders.

Never unasked, never in place of a file that Earmark did not write or to which another program added, and of one that
says something that is not in this library, as a colleague's on a shared drive, only where somebody said so.
"""

import stat
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from desktop_app.app import Earmark
from desktop_app.core.said import ExchangeError, Names, SaidOfSound
from desktop_app.core.said_json import is_only_ours, read_json, write_json
from desktop_app.exchange.exchanging import MOST_SIDECAR_BYTES, names_of_tags, said_of_sounds, sidecar_of
from desktop_app.library.databases.bounded_reading import UnfitFileError, read_at_most
from desktop_app.library.databases.durable import write_whole

SAYS_ELSE = "It says something that is not in this library: import it first, or agree to its being replaced."
"""Why a sidecar that somebody else may have written stays as it is."""
_FAILED = "It cannot be written ({reason}): see whether its folder may be written to, and takes so long a name."


@dataclass(frozen=True, slots=True)
class Sidecar:
    """One file that is to be written, or why it is not."""

    path: Path
    text: str
    """What is to stand there; it stands there already where this is empty and there is no problem."""
    problem: str = ""
    """A sentence: why nothing is written there."""
    replaces: bool = False
    """Whether the file there says something that would be lost."""


def plan_sidecars(earmark: Earmark, sound_ids: Sequence[int]) -> Iterator[Sidecar]:
    """What would be written beside each of these sounds of which something was said. Raises LibraryError."""
    names = names_of_tags(earmark)
    for said in said_of_sounds(earmark.library, sound_ids):
        yield _planned(said, names)


def write_sidecars(planned: Sequence[Sidecar], *, replace: bool = False) -> Iterator[Sidecar]:
    """Write them, and give each back when it is done, with what was in the way if anything was. `replace`: also over
    what is not in this library.
    """
    for sidecar in planned:
        # Something may have come there since it was planned.
        there, problem = _found(sidecar.path)
        problem = sidecar.problem or problem
        if not problem and not replace and _says_else(there, sidecar.text):
            problem = SAYS_ELSE
        if not problem:
            try:
                write_whole(sidecar.path, sidecar.text.encode("utf-8", "surrogateescape"))
            except OSError as error:
                problem = _FAILED.format(reason=error.strerror)
        yield Sidecar(sidecar.path, sidecar.text, problem, sidecar.replaces)


def is_sidecar(path: Path) -> bool:
    """Whether a file is one of ours about a single sound."""
    return _is_of_one_sound(_present(path))


def _planned(said: SaidOfSound, names: Names) -> Sidecar:
    path = sidecar_of(Path(said.path))
    there, problem = _found(path)
    text = write_json([said], names)
    return Sidecar(path, "" if there == text else text, problem, replaces=not problem and _says_else(there, text))


def _says_else(there: str, text: str) -> bool:
    """Whether a sidecar says of its sound what the one that is to take its place does not."""
    if there in ("", text):
        return False
    (old,), (new,) = read_json(there).sounds, read_json(text).sounds
    return (
        not {*old.judged} <= {*new.judged}
        or not {*old.collections} <= {*new.collections}
        or old.marks.rating not in (0, new.marks.rating)
        or old.marks.note not in ("", new.marks.note)
        or (old.marks.favourite and not new.marks.favourite)
    )


def _found(path: Path) -> tuple[str, str]:
    """The earlier sidecar that stands here, if any, and why none can be written, as far as can be seen."""
    try:
        mode = path.lstat().st_mode
    except FileNotFoundError:
        return "", "" if path.parent.is_dir() else "Its folder is not there: plug its drive in, or rescan."
    except OSError as error:  # a name that is too long, for one
        return "", _FAILED.format(reason=error.strerror)
    if not stat.S_ISREG(mode):
        return "", "There is something else of this name: move it away to have a sidecar here."
    there = _present(path)
    if not _is_of_one_sound(there):
        return "", "Another program wrote this file: move it away to have a sidecar here."
    return there, "" if is_only_ours(
        there
    ) else "Another program added to this file: move it away to have a sidecar here."


def _is_of_one_sound(text: str) -> bool:
    try:
        there = read_json(text)
    except ExchangeError:
        return False
    return len(there.sounds) == 1 and not there.left_out


def _present(path: Path) -> str:
    """What stands in a file; nothing where it cannot be read, or is too large to be a sidecar."""
    try:
        return read_at_most(path, MOST_SIDECAR_BYTES).decode("utf-8", "surrogateescape")
    except (OSError, UnfitFileError):
        return ""
