"""`earmark write`: tags into sound files, shown first, and back out again."""

from argparse import Namespace
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any, Final

from desktop_app.app import Earmark
from desktop_app.cli.changing import agreed, day, done, report
from desktop_app.cli.output import BUSY, OK, CommandError, count, result, say
from desktop_app.cli.session import holding, say_notices
from desktop_app.cli.sound_names import existing, is_empty, vocabularies_of
from desktop_app.core.bands import STRONG_FROM
from desktop_app.core.calibration import APPLIES
from desktop_app.library.metadata.journal import Run
from desktop_app.library.metadata.slots import Existing
from desktop_app.library.metadata.writing import WritePlan
from desktop_app.library.sound_filter import SoundFilter
from desktop_app.tag_writing import Choice, PlannedSound, last_run, plan_sounds, take_run_back, write_sounds

_BUSY: Final = "Another Earmark is using this library: close it, or wait until it has ended, and write then."
_UNSAID: Final = "Nothing was written: look at what --dry-run shows, and say --yes."
_LOWEST: Final = {"accepted": None, "strong": STRONG_FROM, "likely": APPLIES}
_MOST_SHOWN: Final = 20
"""Files of which each change is shown, on a terminal; all with --json and with --dry-run."""


def write(arguments: Namespace) -> int:
    """Show what would change, ask, and write; or take the last writing back."""
    paths = [existing(path) for path in arguments.paths]
    with holding(arguments, say_notices) as held:
        if held is None:
            raise CommandError(_BUSY, BUSY)
        earmark, _ = held
        return _undo(arguments, earmark) if arguments.undo else _write(arguments, earmark, paths)


def _write(arguments: Namespace, earmark: Earmark, paths: Sequence[Path]) -> int:
    choice = Choice(
        lowest=_LOWEST[arguments.tags], existing=Existing(arguments.existing), keep_time=not arguments.new_time
    )
    planned = [] if is_empty(earmark) else _planned(arguments, earmark, paths, choice)
    files = [item for item in planned if item.plan is not None]
    shown = planned if arguments.dry_run else planned[:_MOST_SHOWN]
    document: dict[str, Any] = {"files": [_as_json(item) for item in planned], "written": 0}
    if arguments.dry_run or not files:
        result(arguments, document, [*_lines(shown), *_summary(planned)])
        return OK
    if not arguments.json:
        for line in (*_lines(shown), *_summary(planned)):
            say(line)
    if not agreed(arguments, f"Write into {count(len(files), 'file')}?", otherwise=_UNSAID):
        return OK
    outcomes = done(arguments, write_sounds(earmark, planned, choice), len(planned))
    return report(arguments, document, outcomes, "written", "“earmark write --undo” takes that back")


def _undo(arguments: Namespace, earmark: Earmark) -> int:
    run = _last_run(earmark)
    if run is None:
        result(arguments, {"files": [], "taken_back": 0}, ["nothing was written that could be taken back"])
        return OK
    question = f"Take back what was written into {count(len(run.files), 'file')} on {day(run.begun)}?"
    if not agreed(arguments, question, otherwise=_UNSAID):
        return OK
    outcomes = done(arguments, take_run_back(earmark, run), len(run.files))
    return report(arguments, {"files": []}, outcomes, "taken_back", "")


def _last_run(earmark: Earmark) -> Run | None:
    try:
        return last_run(earmark)
    except ValueError as error:
        raise CommandError(f"{error} Look into {earmark.profile.written}.") from error


def _planned(arguments: Namespace, earmark: Earmark, paths: Sequence[Path], choice: Choice) -> list[PlannedSound]:
    earmark.tagger.set_vocabularies(vocabularies_of(earmark, arguments.vocabulary))
    wanted = SoundFilter(within=tuple(paths))
    sound_ids = earmark.library.sounds.ids(filter=wanted).tolist()
    if paths and not sound_ids:
        raise CommandError("There is no sound of the library there: add its folder with “earmark index FOLDER”.")
    return list(plan_sounds(earmark, sound_ids, choice))


def _summary(planned: Sequence[PlannedSound]) -> Iterator[str]:
    files = sum(item.plan is not None for item in planned)
    closed = len(planned) - files
    yield f"{count(files, 'file')} would change" if files else "no file would change"
    if closed:
        yield f"{count(closed, 'file')} cannot be written"


def _lines(planned: Sequence[PlannedSound]) -> Iterator[str]:
    for item in planned:
        yield str(item.sound.path)
        if item.plan is None:
            yield f"  cannot be written: {item.problem}"
            continue
        for change in item.plan.changes:
            before = f" (was: {'; '.join(change.before)})" if change.before else ""
            yield f"  {change.slot.place} {change.slot.key}: {'; '.join(change.after)}{before}"


def _as_json(item: PlannedSound) -> dict[str, Any]:
    return {"path": str(item.sound.path), "problem": item.problem, "changes": _changes(item.plan)}


def _changes(plan: WritePlan | None) -> list[dict[str, Any]]:
    if plan is None:
        return []
    return [
        {"place": c.slot.place.value, "key": c.slot.key, "before": list(c.before), "after": list(c.after)}
        for c in plan.changes
    ]
