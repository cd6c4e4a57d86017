"""`earmark index`, `earmark watch`, `earmark folder` and `earmark status`."""

import signal
import threading
from argparse import Namespace
from pathlib import Path
from typing import Any

from desktop_app.app import Earmark
from desktop_app.cli.output import (
    BUSY,
    OK,
    SOME_UNREADABLE,
    WRONG_USAGE,
    CommandError,
    ProgressBar,
    result,
    say,
)
from desktop_app.cli.session import do_job, holding, reading
from desktop_app.core.events import (
    FolderScanned,
    IndexEvent,
    IndexingFailed,
    IndexingIdle,
    IndexingProgress,
    IndexingStopped,
    SoundsIndexed,
)
from desktop_app.jobs import run_job


def index(arguments: Namespace) -> int:
    """Add folders, bring the library up to date, exit."""
    folders = _existing(arguments.folders)
    bar = ProgressBar(quiet=arguments.json)
    problems: list[str] = []

    def follow(event: IndexEvent) -> None:
        if isinstance(event, IndexingProgress):
            bar.update(event.done, event.total, event.rate)
        elif isinstance(event, IndexingStopped):
            problems.append(event.reason)

    report = do_job(arguments, {"job": "index", "folders": [str(folder) for folder in folders]}, follow)
    bar.finish()
    if problems:
        raise CommandError(problems[0])
    for item in report["unreadable"]:
        say(f"unreadable: {item['path']}: {item['reason']}")
    summary = (
        f"{report['sounds']:,} sounds: {report['embedded']:,} embedded, {report['unchanged']:,} unchanged, "
        f"{len(report['unreadable']):,} unreadable"
    )
    result(arguments, report, [summary])
    return SOME_UNREADABLE if report["unreadable"] else OK


def watch(arguments: Namespace) -> int:
    """Index, then see every change until interrupted."""
    stop = threading.Event()
    with holding(arguments, _tell) as held:
        if held is None:
            raise CommandError("Another Earmark is already keeping this library up to date.", BUSY)
        earmark, holder = held
        for name in (signal.SIGINT, signal.SIGTERM):
            signal.signal(name, lambda *_: stop.set())
        holder.serve(lambda request: run_job(earmark, request))
        earmark.start_watching()
        earmark.start_indexing()
        earmark.add_folders(_existing(arguments.folders))
        for folder in earmark.library.folders.all():
            note = earmark.watch_status(folder.folder_id)
            say(f"watching {folder.path}{f' ({note})' if note else ''}")
        if not earmark.library.folders.all():
            say("The library has no folders yet: name one, as in “earmark watch FOLDER”.")
        stop.wait()
    return OK


def _tell(event: IndexEvent) -> None:
    match event:
        case SoundsIndexed(sound_ids, remaining):
            say(f"indexed {len(sound_ids)} sounds, {remaining} to go")
        case IndexingFailed(path, reason):
            say(f"unreadable: {path}: {reason}")
        case FolderScanned(_, _, online=False):
            say("a folder cannot be reached at the moment; its sounds are kept")
        case IndexingStopped(reason):
            say(reason)
        case IndexingIdle():
            say("up to date")


def folder_list(arguments: Namespace) -> int:
    with reading(arguments) as earmark:
        folders = _folders(earmark)
    lines = [f"{f['path']}  ({f['sounds']:,} sounds{'' if f['online'] else ', offline'})" for f in folders]
    result(arguments, {"folders": folders}, lines or ["The library has no folders yet."])
    return OK


def folder_remove(arguments: Namespace) -> int:
    done = do_job(arguments, {"job": "remove-folder", "folder": str(Path(arguments.folder).absolute())})
    result(arguments, done, [f"removed {done['removed']} from the library; no file was touched"])
    return OK


def folder_locate(arguments: Namespace) -> int:
    request = {
        "job": "locate-folder",
        "old": str(Path(arguments.old).absolute()),
        "new": str(Path(arguments.new).absolute()),
    }
    done = do_job(arguments, request)
    result(arguments, done, [f"{done['old']} is now {done['new']}"])
    return OK


def folder_exclude(arguments: Namespace) -> int:
    done = do_job(arguments, {"job": "exclude", "pattern": arguments.pattern})
    result(arguments, done, [f"left out: {pattern}" for pattern in done["exclusions"]])
    return OK


def status(arguments: Namespace) -> int:
    """What the library holds and what is still to do."""
    with reading(arguments) as earmark:
        counts = earmark.library.sounds.counts(earmark.spec.embedder_id)
        report: dict[str, Any] = {
            "sounds": counts.sounds,
            "waiting": counts.waiting,
            "unreadable": counts.unreadable,
            "silent": counts.silent,
            "missing": counts.missing,
            "offline": counts.offline,
            "embedder": earmark.spec.embedder_id,
            "folders": _folders(earmark),
        }
    lines = [f"{key}: {value}" for key, value in report.items() if key != "folders"]
    lines += [
        f"folder: {f['path']} ({f['sounds']:,} sounds{'' if f['online'] else ', offline'})" for f in report["folders"]
    ]
    result(arguments, report, lines)
    return OK


def _folders(earmark: Earmark) -> list[dict[str, Any]]:
    return [
        {"path": str(f.path), "sounds": f.sounds, "missing": f.missing, "online": f.online}
        for f in earmark.library.folders.all()
    ]


def _existing(folders: list[str]) -> list[Path]:
    paths = [Path(folder).absolute() for folder in folders]
    for path in paths:
        if not path.is_dir():
            kind = "is a file, not a folder" if path.exists() else "does not exist"
            raise CommandError(f"{path} {kind}: name a folder with sounds in it.", WRONG_USAGE)
    return paths
