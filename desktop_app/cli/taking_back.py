"""`earmark write --undo`: what was written into sound files, back out again, or given up for good."""

from argparse import Namespace
from datetime import datetime
from typing import Any, Final

from desktop_app.app import Earmark
from desktop_app.cli.changing import NOT_TAKEN_BACK, agreed, day, done, last_of, report, report_there
from desktop_app.cli.output import OK, SOME_UNREADABLE, CommandError, count, result, say
from desktop_app.cli.session import do_in_other, holding, profile_of, say_notices
from desktop_app.file_changes.taking_back import RunRefusedError, forget, last_run, leftovers, take_run_back
from desktop_app.other_processes.writing_jobs import described_leftovers, described_run

_NOT_FORGOTTEN: Final = "Nothing was forgotten: look at what --undo --forget --dry-run shows, and say --yes."
_NOTHING: Final = "nothing was written that could be taken back"
_NOTHING_LEFT: Final = "there is nothing that cannot be taken back"
_LOST: Final = (
    "What these files said before is then lost for good: should one come back, what was written into it stays. No file"
    " is touched."
)


def undo(arguments: Namespace) -> int:
    """Take the last writing back, or forget what cannot be."""
    with holding(arguments, say_notices) as held:
        if held is None:
            return _forget_there(arguments) if arguments.forget else _undo_there(arguments)
        earmark, _ = held
        try:
            return _forget(arguments, earmark) if arguments.forget else _undo(arguments, earmark)
        except RunRefusedError as error:
            raise CommandError(str(error)) from error


def _undo(arguments: Namespace, earmark: Earmark) -> int:
    run = last_of(last_run, earmark, earmark.profile.written)
    document = described_run(run, earmark)
    if not _is_wanted(arguments, document) or run is None:
        return _left(document)
    tried = done(arguments, take_run_back(earmark, run), len(run.files))
    outcomes = [outcome for outcome in tried if not outcome.was_so]
    return report(arguments, document, outcomes, "taken_back", "")


def _undo_there(arguments: Namespace) -> int:
    """The same, done by the process that holds the library."""
    profile = profile_of(arguments)
    document = do_in_other(profile, {"job": "take-back", "dry_run": True, "begun": ""})
    if not _is_wanted(arguments, document):
        return _left(document)
    request = {"job": "take-back", "dry_run": False, "begun": document["begun"]}
    return report_there(arguments, do_in_other(profile, request, goes_on=True), "taken_back", "")


def _is_wanted(arguments: Namespace, document: dict[str, Any]) -> bool:
    """Show what would be taken back; whether it is to be done."""
    files = document["files"]
    if not files or arguments.dry_run:
        would = f"{count(len(files), 'file')} would be taken back" if files else _NOTHING
        result(arguments, document, [*_names(document), would, *_of_leftovers(document["left_over"])])
        return False
    when = day(datetime.fromisoformat(document["begun"]))
    question = f"Take back what was written into {count(len(files), 'file')} on {when}?"
    return agreed(arguments, question, otherwise=NOT_TAKEN_BACK)


def _names(document: dict[str, Any]) -> list[str]:
    """The files, with what they are called by now."""
    now: dict[str, str] = document["now"]
    return [line for file in document["files"] for line in (file, *([f"  now {now[file]}"] if file in now else []))]


def _of_leftovers(left: int) -> list[str]:
    if not left:
        return []
    return [f"{count(left, 'file')} cannot be taken back, gone or changed: “--undo --forget” forgets what they said"]


def _left(document: dict[str, Any]) -> int:
    """How a command ends that took nothing back."""
    return SOME_UNREADABLE if document["left_over"] and not document["files"] else OK


def _forget(arguments: Namespace, earmark: Earmark) -> int:
    left = last_of(leftovers, earmark, earmark.profile.written) or []
    document = described_leftovers(left)
    if _is_to_be_forgotten(arguments, document):
        for run in left:
            forget(earmark, run)
        _say_forgotten(arguments, document | {"forgotten": len(document["files"])})
    return OK


def _forget_there(arguments: Namespace) -> int:
    profile = profile_of(arguments)
    document = do_in_other(profile, {"job": "forget-written", "dry_run": True, "begun": []})
    if _is_to_be_forgotten(arguments, document):
        begun = document["begun"]
        request = {"job": "forget-written", "dry_run": False, "begun": begun}
        _say_forgotten(arguments, do_in_other(profile, request, goes_on=True))
    return OK


def _is_to_be_forgotten(arguments: Namespace, document: dict[str, Any]) -> bool:
    """Show which files cannot be taken back; whether what they said is to be forgotten."""
    files = document["files"]
    if not files or arguments.dry_run:
        lost = f"what {count(len(files), 'file')} said before would be forgotten" if files else _NOTHING_LEFT
        result(arguments, document, [*files, lost])
        return False
    if not arguments.json:
        for file in files:
            say(file)
        say(_LOST)
    return agreed(arguments, f"Forget what {count(len(files), 'file')} said before?", otherwise=_NOT_FORGOTTEN)


def _say_forgotten(arguments: Namespace, document: dict[str, Any]) -> None:
    result(arguments, document, [f"what {count(document['forgotten'], 'file')} said before is forgotten"])
