"""`earmark export sidecars`: what was said of each sound, beside it."""

import dataclasses
from argparse import Namespace
from collections.abc import Iterator, Sequence
from typing import Any, Final

from desktop_app.cli.changing import agreed, done, report
from desktop_app.cli.output import OK, SOME_UNREADABLE, count, result, say
from desktop_app.cli.session import reading
from desktop_app.cli.sound_names import existing
from desktop_app.core.sound import SoundState
from desktop_app.exchange.sidecars import SAYS_ELSE, Sidecar, plan_sidecars, write_sidecars
from desktop_app.library.tables.sound_filter import SoundFilter

_MOST_SHOWN: Final = 20
"""Files that are listed before it is asked; all with --json and with --dry-run."""


def export_sidecars(arguments: Namespace) -> int:
    """List what would be written, ask, and write it."""
    places = tuple(existing(path) for path in arguments.paths)
    with reading(arguments) as earmark:
        wanted = SoundFilter(within=places, states=(SoundState.PRESENT,))
        found = list(plan_sidecars(earmark, earmark.library.sounds.ids(filter=wanted).tolist()))
    planned = [one for one in found if one.text and not one.problem and (arguments.replace or not one.replaces)]
    left = [*_left(found, replace=arguments.replace)]
    document: dict[str, Any] = {
        "files": [str(sidecar.path) for sidecar in planned],
        "replaced": [str(sidecar.path) for sidecar in planned if sidecar.replaces],
        "up_to_date": len(found) - len(planned) - len(left),
        "left_alone": [{"path": str(sidecar.path), "reason": sidecar.problem} for sidecar in left],
        "written": 0,
    }
    if arguments.dry_run or not planned:
        for sidecar in left:
            say(f"{sidecar.path}: {sidecar.problem}")
        result(arguments, document, [*_lines(planned), f"{count(len(planned), 'file')} would be written"])
        return _told(left)
    if not arguments.json:
        for line in _lines(planned[:_MOST_SHOWN]):
            say(line)
    otherwise = "Nothing was written: look at what --dry-run lists, and say --yes."
    if not agreed(arguments, f"Write {count(len(planned), 'file')}?", otherwise=otherwise):
        return OK
    outcomes = done(arguments, write_sidecars(planned, replace=arguments.replace), len(planned))
    report(arguments, document, [*left, *outcomes], "written", "")
    return _told([*left, *outcomes])


def _left(found: Sequence[Sidecar], *, replace: bool) -> Iterator[Sidecar]:
    """Those that stay as they are, with the reason; last those that only need to be agreed to."""
    yield from (sidecar for sidecar in found if sidecar.problem)
    if not replace:
        yield from (dataclasses.replace(sidecar, problem=SAYS_ELSE) for sidecar in found if sidecar.replaces)


def _told(outcomes: Sequence[Sidecar]) -> int:
    """How the command ends, once it was said of those that say something else what may be done."""
    if others := sum(sidecar.problem == SAYS_ELSE for sidecar in outcomes):
        say(f"{count(others, 'file')} said something else: --replace writes them, too")
    return SOME_UNREADABLE if any(sidecar.problem for sidecar in outcomes) else OK


def _lines(planned: Sequence[Sidecar]) -> Iterator[str]:
    yield from (f"{sidecar.path}{' (replaces what it says)' if sidecar.replaces else ''}" for sidecar in planned)
