"""Noise written over the library, its end cut off, its log zeroed: a start finds it, and a repair saves the rest."""

import random
import shutil
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Final

from desktop_app.library.rescuing.backup import BackupKind, Backups
from tests.faults.damage import Damage, Outcome, library_of, overwrite, suffer, truncate, zero_log
from tests.faults.row import Row, shortened

FULL: Final = (200, 100, 100)
"""Times that noise is written, the end is cut off, the log is zeroed."""
QUICK: Final = (20, 6, 4)
SOUNDS: Final = 1_500
_FOUND: Final = 0.95
"""Of the damage that changes what is read."""
_MADE_BY_PEOPLE: Final = ("verdicts", "marks", "collections", "collected", "folders", "exclusions")


def run(quick: bool) -> Row:
    """One damage at a time, on a fresh copy each, with a backup of before."""
    noises, cuts, logs = QUICK if quick else FULL
    with TemporaryDirectory() as scratch:
        closed, killed = _intact(Path(scratch))
        at_rest = [*_suffer(closed, scratch, overwrite, noises), *_suffer(closed, scratch, truncate, cuts)]
        logged = _suffer(killed, scratch, zero_log, logs)
    harmful = [outcome for outcome in at_rest if outcome.changed]
    found = sum(outcome.found for outcome in harmful)
    recovered = sum(outcome.opens for outcome in at_rest + logged)
    lost = sum(len(outcome.lost[name]) for outcome in at_rest for name in _MADE_BY_PEOPLE)
    problems = []
    if not harmful or found < _FOUND * len(harmful):
        problems.append(f"only {found} of {len(harmful)} damages that change what is read were found")
    if recovered < len(at_rest + logged):
        problems.append(f"only {recovered} of {len(at_rest + logged)} libraries could be opened after their repair")
    if lost:
        problems.append(f"{lost} rows that people made were lost, though a backup held them")
    return Row(
        5,
        "noise, a cut or zeros in the library's files",
        len(at_rest + logged),
        ">= 95 % found at start, 100 % recovered, nothing lost that a backup of the day holds",
        f"{found} of {len(harmful)} found ({len(at_rest) - len(harmful)} hit nothing that is read), "
        f"{recovered} of {len(at_rest + logged)} recovered, {lost} rows lost",
        shortened(problems),
    )


def _intact(scratch: Path) -> tuple[Path, Path]:
    """A profile that was closed in order, with a backup, and one whose program was killed."""
    closed, killed = scratch / "closed", scratch / "killed"
    with library_of(closed, SOUNDS) as library:
        Backups(closed / "backups", closed / "library.db").make(BackupKind.DAILY)
        library.marks.set({})
        shutil.copytree(closed, killed)
    return closed, killed


def _suffer(intact: Path, scratch: str, damage: Damage, times: int) -> list[Outcome]:
    generator = random.Random(20)
    return [suffer(intact, Path(scratch) / "profile", damage, generator) for _ in range(times)]
