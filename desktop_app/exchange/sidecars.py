"""What people said of sounds, beside the sounds: a small file each, for other programs and for whoever moves folders.

Never unasked, and never in place of a file that Earmark did not write.
"""

import stat
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from desktop_app.app import Earmark
from desktop_app.core.said import ExchangeError, Names, SaidOfSound
from desktop_app.core.said_json import read_json, write_json
from desktop_app.exchange.exchanging import names_of_tags, said_of_sounds, sidecar_of
from desktop_app.library.databases.bounded_reading import UnfitFileError, read_at_most
from desktop_app.library.databases.durable import write_whole

_MOST_BYTES = 10_000_000
"""Of a file that may be a sidecar of ours; one about a sound has some kilobytes."""
_FAILED = "It cannot be written ({reason}): see whether its folder may be written to, and takes so long a name."


@dataclass(frozen=True, slots=True)
class Sidecar:
    """One file that is to be written, or why it is not."""

    path: Path
    text: str
    """What is to stand there; it stands there already where this is empty and there is no problem."""
    problem: str = ""
    """A sentence: why nothing is written there."""


def plan_sidecars(earmark: Earmark, sound_ids: Sequence[int]) -> Iterator[Sidecar]:
    """What would be written beside each of these sounds of which something was said. Raises LibraryError."""
    names = names_of_tags(earmark)
    for said in said_of_sounds(earmark.library, sound_ids):
        yield _planned(said, names)


def write_sidecars(planned: Sequence[Sidecar]) -> Iterator[Sidecar]:
    """Write them, and give each back when it is done, with what was in the way if anything was."""
    for sidecar in planned:
        # Something may have come there since it was planned.
        problem = sidecar.problem or _in_the_way(sidecar.path)
        if not problem:
            try:
                write_whole(sidecar.path, sidecar.text.encode("utf-8", "surrogateescape"))
            except OSError as error:
                problem = _FAILED.format(reason=error.strerror)
        yield Sidecar(sidecar.path, sidecar.text, problem)


def is_sidecar(path: Path) -> bool:
    """Whether a file is one of ours about a single sound."""
    try:
        there = read_json(_present(path) or "")
    except ExchangeError:
        return False
    return len(there.sounds) == 1 and not there.left_out


def _planned(said: SaidOfSound, names: Names) -> Sidecar:
    path = sidecar_of(Path(said.path))
    problem = _in_the_way(path)
    text = write_json([said], names)
    if not problem and _present(path) == text:
        text = ""
    return Sidecar(path, text, problem)


def _in_the_way(path: Path) -> str:
    """Why a sidecar cannot be written here, as far as can be seen; empty where nothing is, or an earlier one."""
    try:
        mode = path.lstat().st_mode
    except FileNotFoundError:
        return "" if path.parent.is_dir() else "Its folder is not there: plug its drive in, or rescan."
    except OSError as error:  # a name that is too long, for one
        return _FAILED.format(reason=error.strerror)
    if not stat.S_ISREG(mode):
        return "There is something else of this name: move it away to have a sidecar here."
    return "" if is_sidecar(path) else "Another program wrote this file: move it away to have a sidecar here."


def _present(path: Path) -> str | None:
    """What stands in a file; None where it cannot be read, or is too large to be a sidecar."""
    try:
        return read_at_most(path, _MOST_BYTES).decode("utf-8", "surrogateescape")
    except (OSError, UnfitFileError):
        return None
