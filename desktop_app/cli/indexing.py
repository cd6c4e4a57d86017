"""`earmark index`, `earmark watch`, `earmark folder` and `earmark status`."""

import signal
import threading
from argparse import Namespace
from pathlib import Path
from typing import Any

from desktop_app.app import Earmark
from desktop_app.cli.output import (
    BUSY,
    FAILED,
    OK,
    SOME_UNREADABLE,
    WRONG_USAGE,
    CommandError,
    ProgressBar,
    count,
    result,
    say,
)
from desktop_app.cli.session import do_job, holding, one_at_a_time, reading, say_notices
from desktop_app.core.events import (
    FolderScanned,
    IndexEvent,
    IndexingFailed,
    IndexingIdle,
    IndexingProgress,
    IndexingStopped,
    MeasuringProgress,
    MomentsProgress,
    SoundsIndexed,
)
from desktop_app.engine.indexing.measuring import ANALYSES
from desktop_app.engine.indexing.moment_hearing import moments_analysis, window_shape
from desktop_app.open_profile.keeping import what_is_lost

_LABELS = {"silent": "silent or too short to be heard"}
"""What `status` calls a number, where its name does not say enough."""
_LOOK_ROUND = 1.0
"""Seconds; on Windows nothing wakes a thread that waits without an end."""


def index(arguments: Namespace) -> int:
    """Add folders, bring the library up to date, exit."""
    folders = _existing(arguments.folders)
    with ProgressBar(quiet=arguments.json) as bar:

        def follow(event: IndexEvent) -> None:
            say_notices(event)
            if isinstance(event, IndexingProgress):
                bar.update(event.done, event.total, event.rate)
            elif isinstance(event, MeasuringProgress):
                bar.update(event.done, event.total, event.rate, unit="measured")
            elif isinstance(event, MomentsProgress):
                bar.update(event.done, event.total, event.rate, unit="long sounds")

        deeper = {"measuring": arguments.measuring, "moments": arguments.moments}
        report = do_job(arguments, {"job": "index", "folders": [str(folder) for folder in folders], **deeper}, follow)
    if not (folders or report["sounds"] or report["offline_folders"] or report["empty_folders"]):
        result(arguments, report, ["The library has no folders yet: name one, as in “earmark index FOLDER”."])
        return OK
    for item in report["unreadable"]:
        say(f"unreadable: {item['path']}: {item['reason']}")
    _say_what_has_no_sounds(report)
    summary = (
        f"{count(report['sounds'], 'sound')}: {report['embedded']:,} embedded, {report['recognised']:,} recognised "
        f"(copies, moved files), {report['unchanged']:,} unchanged, {report['silent']:,} silent or too short, "
        f"{len(report['unreadable']):,} unreadable"
        + (f", {report['offline']:,} offline" if report.get("offline") else "")
    )
    result(arguments, report, [summary])
    return SOME_UNREADABLE if report["unreadable"] or report.get("offline_folders") else OK


def _say_what_has_no_sounds(report: dict[str, Any]) -> None:
    """An Earmark of another version that did the job may not know of it."""
    for folder in report.get("offline_folders", []):
        say(
            f"offline: {folder} cannot be reached, or nothing is left in it: what is known of its sounds is kept. Plug "
            f"in its drive; or name the place where it is now (“earmark folder locate”)."
        )
    for folder in report.get("empty_folders", []):
        say(f"There is no sound in {folder}.")


def watch(arguments: Namespace) -> int:
    """Index, then see every change until interrupted."""
    folders = _existing(arguments.folders)
    stop = threading.Event()
    with holding(arguments, _tell) as held:
        if held is None:
            raise CommandError("Another Earmark is already using this library: close it, and try again.", BUSY)
        earmark, holder = held
        for name in (signal.SIGINT, signal.SIGTERM):
            signal.signal(name, lambda *_: stop.set())
        earmark.keeper.start()
        earmark.start_watching()
        earmark.add_folders(folders)
        earmark.start_indexing()  # only now, or it would say that all is up to date before it knew of these folders
        earmark.load_tags_soon()
        holder.serve(one_at_a_time(earmark))
        _say_what_is_watched(earmark)
        while not stop.wait(_LOOK_ROUND):
            pass
    return OK


def _say_what_is_watched(earmark: Earmark) -> None:
    watched = earmark.library.folders.all()
    for folder in watched:
        note = earmark.watch_status(folder.folder_id)
        say(f"watching {folder.path}{f' ({note})' if note else ''}")
    if not watched:
        say("The library has no folders yet: name one, as in “earmark watch FOLDER”.")


def _tell(event: IndexEvent) -> None:
    say_notices(event)
    match event:
        case SoundsIndexed(sound_ids, remaining):
            say(f"indexed {count(len(sound_ids), 'sound')}, {remaining:,} to go")
        case MeasuringProgress(done=0, total=total):
            say(f"measuring {count(total, 'sound')}")
        case MomentsProgress(done=0, total=total):
            say(f"listening for moments in {count(total, 'long sound')}")
        case IndexingFailed(path, reason):
            say(f"unreadable: {path}: {reason}")
        case FolderScanned(path=path, online=False):
            say(f"{path} cannot be reached at the moment, or is empty; its sounds are kept")
        case IndexingStopped(reason):
            say(reason)
        case IndexingIdle():
            say("up to date")


def folder_list(arguments: Namespace) -> int:
    """The folders, and the patterns of what is left out."""
    with reading(arguments) as earmark:
        folders = _folders(earmark)
        exclusions = earmark.library.folders.exclusions()
    lines = [_folder_line(folder) for folder in folders] or ["The library has no folders yet."]
    lines += [f"left out: {pattern}" for pattern in exclusions]
    result(arguments, {"folders": folders, "exclusions": exclusions}, lines)
    return OK


def folder_remove(arguments: Namespace) -> int:
    """Take a folder out of the library."""
    done = do_job(arguments, {"job": "remove-folder", "folder": str(Path(arguments.folder).absolute())})
    result(arguments, done, [f"removed {done['removed']} from the library; no file was touched"])
    return OK


def folder_locate(arguments: Namespace) -> int:
    """Tell where a folder has moved."""
    request = {
        "job": "locate-folder",
        "old": str(Path(arguments.old).absolute()),
        "new": str(Path(arguments.new).absolute()),
    }
    done = do_job(arguments, request)
    result(arguments, done, [f"{done['old']} is now {done['new']}"])
    return OK


def folder_exclude(arguments: Namespace) -> int:
    """Leave out files that match a pattern."""
    done = do_job(arguments, {"job": "exclude", "pattern": arguments.pattern})
    result(arguments, done, [f"left out: {pattern}" for pattern in done["exclusions"]])
    return OK


def folder_include(arguments: Namespace) -> int:
    """Take a pattern back."""
    done = do_job(arguments, {"job": "include", "pattern": arguments.pattern})
    lines = [f"left out: {pattern}" for pattern in done["exclusions"]]
    result(arguments, done, lines or ["no files are left out"])
    return OK


def status(arguments: Namespace) -> int:
    """What the library holds and what is still to do."""
    with reading(arguments) as earmark:
        counts = earmark.library.sounds.counts(earmark.spec.embedder_id)
        report: dict[str, Any] = {
            "sounds": counts.sounds,
            "waiting": counts.waiting,
            "waiting_for_measuring": _waiting_for_measuring(earmark),
            "waiting_for_moments": _waiting_for_moments(earmark),
            "unreadable": counts.unreadable,
            "missing": counts.missing,
            "offline": counts.offline,
            "silent": counts.silent,
            "embedder": earmark.spec.embedder_id,
            "vocabulary_problems": [problem.sentence for problem in earmark.vocabulary_problems()],
            "folders": _folders(earmark),
        }
        lost = what_is_lost(earmark.profile, earmark.backups)
    lines = [
        f"{_LABELS.get(key) or key.replace('_', ' ')}: {value}"
        for key, value in report.items()
        if not isinstance(value, list)
    ]
    lines += [f"vocabulary: {problem}" for problem in report["vocabulary_problems"]]
    lines += [f"folder: {_folder_line(folder)}" for folder in report["folders"]]
    result(arguments, report, lines)
    return FAILED if lost else OK


def _waiting_for_measuring(earmark: Earmark) -> int:
    """Contents that are to be measured, and are not."""
    return earmark.library.analyses.waiting_count(ANALYSES) if earmark.settings.measuring else 0


def _waiting_for_moments(earmark: Earmark) -> int:
    """Long sounds whose moments are wanted and not heard yet."""
    if not earmark.settings.moments:
        return 0
    spec = earmark.spec
    return len(earmark.library.analyses.waiting(moments_analysis(spec.embedder_id, window_shape(spec))))


def _folders(earmark: Earmark) -> list[dict[str, Any]]:
    return [
        {"path": str(f.path), "sounds": f.sounds, "missing": f.missing, "online": f.online}
        for f in earmark.library.folders.all()
    ]


def _folder_line(folder: dict[str, Any]) -> str:
    missing = f", {folder['missing']:,} missing" if folder["missing"] else ""
    return f"{folder['path']} ({count(folder['sounds'], 'sound')}{missing}{'' if folder['online'] else ', offline'})"


def _existing(folders: list[str]) -> list[Path]:
    paths = [Path(folder).absolute() for folder in folders]
    for path in paths:
        if not path.is_dir():
            kind = "is a file, not a folder" if path.exists() else "does not exist"
            raise CommandError(f"{path} {kind}: name a folder with sounds in it.", WRONG_USAGE)
    return paths
