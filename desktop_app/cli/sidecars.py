"""`earmark export sidecars`: what was said of each sound, beside it."""

from argparse import Namespace
from collections.abc import Iterator, Sequence
from typing import Any, Final

from desktop_app.cli.changing import agreed, done, report
from desktop_app.cli.output import OK, SOME_UNREADABLE, count, result, say
from desktop_app.cli.session import reading
from desktop_app.cli.sound_names import existing
from desktop_app.core.sound import SoundState
from desktop_app.exchange.sidecars import Sidecar, plan_sidecars, write_sidecars
from desktop_app.library.tables.sound_filter import SoundFilter

_MOST_SHOWN: Final = 20
"""Files that are listed before it is asked; all with --json and with --dry-run."""


def export_sidecars(arguments: Namespace) -> int:
    """List what would be written, ask, and write it."""
    places = tuple(existing(path) for path in arguments.paths)
    with reading(arguments) as earmark:
        wanted = SoundFilter(within=places, states=(SoundState.PRESENT,))
        found = list(plan_sidecars(earmark, earmark.library.sounds.ids(filter=wanted).tolist()))
    planned = [sidecar for sidecar in found if sidecar.text and not sidecar.problem]
    closed = [sidecar for sidecar in found if sidecar.problem]
    document: dict[str, Any] = {
        "files": [str(sidecar.path) for sidecar in planned],
        "up_to_date": len(found) - len(planned) - len(closed),
        "left_alone": [{"path": str(sidecar.path), "reason": sidecar.problem} for sidecar in closed],
        "written": 0,
    }
    if arguments.dry_run or not planned:
        for sidecar in closed:
            say(f"{sidecar.path}: {sidecar.problem}")
        result(arguments, document, [*_lines(planned), f"{count(len(planned), 'file')} would be written"])
        return SOME_UNREADABLE if closed else OK
    if not arguments.json:
        for line in _lines(planned[:_MOST_SHOWN]):
            say(line)
    otherwise = "Nothing was written: look at what --dry-run lists, and say --yes."
    if not agreed(arguments, f"Write {count(len(planned), 'file')}?", otherwise=otherwise):
        return OK
    return report(
        arguments, document, [*closed, *done(arguments, write_sidecars(planned), len(planned))], "written", ""
    )


def _lines(planned: Sequence[Sidecar]) -> Iterator[str]:
    yield from (str(sidecar.path) for sidecar in planned)
