"""What commands have in common that change files: they show what they would do, ask, do it, and tell of each file that
they had to leave alone.
"""

import sys
from argparse import Namespace
from collections.abc import Callable, Iterator, Sequence
from datetime import datetime
from pathlib import Path
from typing import Any, Final, Protocol, TypeVar

from desktop_app.app import Earmark
from desktop_app.cli.output import OK, SOME_UNREADABLE, CommandError, ProgressBar, count, result, say

NOT_TAKEN_BACK: Final = "Nothing was taken back: look at what --undo --dry-run shows, and say --yes."
UNDO_OF_PATHS: Final = "--undo takes the last run back as a whole: leave the paths out."


class Outcome(Protocol):
    """What became of one file."""

    @property
    def path(self) -> Path: ...

    @property
    def problem(self) -> str:
        """Why it was left as it was; empty for one that was changed."""


AnOutcome = TypeVar("AnOutcome", bound=Outcome)
ARun = TypeVar("ARun")


def agreed(arguments: Namespace, question: str, *, otherwise: str) -> bool:
    """Whether the person wants it: asked at a terminal, told by --yes elsewhere. `otherwise`: what to do without."""
    if arguments.yes:
        return True
    if arguments.json or sys.stdin is None or not sys.stdin.isatty():
        raise CommandError(otherwise)
    say(f"{question} [y/N]")
    return sys.stdin.readline().strip().casefold() in ("y", "yes")


def last_of(read: Callable[[Earmark], ARun | None], earmark: Earmark, folder: Path) -> ARun | None:
    """The run that is to be taken back next, as `read` finds it in the journals of a folder. Raises CommandError."""
    try:
        return read(earmark)
    except ValueError as error:
        raise CommandError(f"{error} Look into {folder}.") from error


def done(arguments: Namespace, outcomes: Iterator[AnOutcome], total: int) -> list[AnOutcome]:
    """See the work through, with a bar."""
    found: list[AnOutcome] = []
    with ProgressBar(quiet=arguments.json, unit="files") as bar:
        for outcome in outcomes:
            found.append(outcome)
            bar.update(len(found), total, 0.0)
    return found


def report(arguments: Namespace, document: dict[str, Any], outcomes: Sequence[Outcome], what: str, advice: str) -> int:
    """Say how many files are `what` now, and which are not; `advice` is given where any are."""
    failed = [outcome for outcome in outcomes if outcome.problem]
    left_alone = [{"path": str(outcome.path), "reason": outcome.problem} for outcome in failed]
    document |= {what: len(outcomes) - len(failed), "left_alone": left_alone}
    return report_there(arguments, document, what, advice)


def report_there(arguments: Namespace, document: dict[str, Any], what: str, advice: str) -> int:
    """The same of files that another process changed."""
    for left in document["left_alone"]:
        say(f"{left['path']}: {left['reason']}")
    tail = f"; {advice}" if document[what] and advice else ""
    result(arguments, document, [f"{count(document[what], 'file')} {what.replace('_', ' ')}{tail}"])
    return SOME_UNREADABLE if document["left_alone"] else OK


def nothing_done(arguments: Namespace, document: dict[str, Any]) -> int:
    """How a command ends that changed nothing: otherwise than well where each file has a problem."""
    closed = all(file["problem"] for file in document["files"]) and bool(document["files"])
    return SOME_UNREADABLE if closed and not arguments.dry_run else OK


def day(begun: datetime) -> str:
    """When a run was begun, by the clock of the person."""
    return begun.astimezone().strftime("%Y-%m-%d %H:%M")
