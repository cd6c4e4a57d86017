"""`earmark embedder`: list, use, add, download and check."""

import signal
import threading
from argparse import Namespace
from collections.abc import Callable, Mapping, Sequence
from contextlib import suppress
from math import isfinite
from pathlib import Path
from typing import Final

from filelock import FileLock, Timeout

from desktop_app.cli.output import FAILED, INTERRUPTED, OK, WRONG_USAGE, CommandError, ProgressBar, result, say
from desktop_app.cli.session import do_job, profile_of
from desktop_app.engine.embedders.check_line import CheckLine, Mark
from desktop_app.engine.embedders.hub_client import DownloadError
from desktop_app.engine.embedders.hub_download import LOCK_NAME, DownloadCancelledError, DownloadProgress
from desktop_app.engine.embedders.model_files import check_folder, download
from desktop_app.open_profile.embedder_list import STARTER, EmbedderChoice, embedder_choices, spec_of
from desktop_app.settings import load_settings

_MARKS: Final[Mapping[Mark, str]] = {"ok": "ok  ", "note": "-   ", "warning": "WARN", "failed": "FAIL"}


def embedder_list(arguments: Namespace) -> int:
    """All embedders, installed or to be had."""
    profile = profile_of(arguments)
    settings = load_settings(profile.settings_file)
    entries = [
        {
            "name": choice.name,
            "title": choice.title,
            "installed": choice.installed,
            "in_use": choice.name == settings.embedder,
            "folder": str(choice.folder),
            "download_bytes": choice.download_bytes,
        }
        for choice in embedder_choices(profile, settings)
    ]
    lines = [
        f"{'*' if e['in_use'] else ' '} {e['name']:<30} {'installed' if e['installed'] else _size(e):<16} {e['title']}"
        for e in entries
    ]
    result(arguments, {"embedders": entries}, [*lines, "* in use"])
    return OK


def embedder_use(arguments: Namespace) -> int:
    """Listen with this one from now on."""
    _choice(arguments)
    done = do_job(arguments, {"job": "use-embedder", "name": arguments.name}, embedder=arguments.name)
    result(arguments, done, [f"listening with {done['embedder']}; “earmark index” hears what it has not heard yet"])
    return OK


def embedder_add(arguments: Namespace) -> int:
    """Add a CLAP checkpoint that lies in a folder of the person's own."""
    folder = Path(arguments.folder).absolute()
    problem = next((finding.text for finding in check_folder(folder) if not finding.good), None)
    if problem:
        raise CommandError(problem)
    name = folder.name if arguments.name is None else arguments.name
    done = do_job(arguments, {"job": "add-embedder", "name": name, "folder": str(folder)})
    result(arguments, done, [f"added {name}; use it with: earmark embedder use {name}"])
    return OK


def embedder_download(arguments: Namespace, *, fetch: Callable[..., Path] = download) -> int:
    """Get a known checkpoint with `fetch`; an interrupted download goes on the next time."""
    folder = profile_of(arguments).embedders / arguments.name
    stop = threading.Event()
    before = signal.signal(signal.SIGINT, lambda *_: stop.set())
    try:
        with ProgressBar(quiet=arguments.json, unit="MB") as bar:

            def follow(progress: DownloadProgress) -> None:
                bar.update(progress.done // 1_000_000, max(1, progress.total // 1_000_000), 0.0)

            fetch(arguments.name, folder, progress=follow, cancelled=stop.is_set)
    except DownloadError:
        _remove_empty(folder)
        raise
    except DownloadCancelledError:
        say("stopped; the next download goes on from here")
        return INTERRUPTED
    finally:
        signal.signal(signal.SIGINT, before)
    result(
        arguments,
        {"name": arguments.name, "folder": str(folder)},
        [f"downloaded and verified; use it with: earmark embedder use {arguments.name}"],
    )
    return OK


def embedder_check(arguments: Namespace) -> int:
    """Say what to know before trusting an embedder; exit 1 when anything is wrong, with that line first."""
    choice = _choice(arguments)
    if not choice.installed and choice.download_bytes is not None:
        name = choice.name
        raise CommandError(f"{name} is not on this computer yet. Get it with: earmark embedder download {name}")
    with ProgressBar(quiet=arguments.json, unit="looks") as bar:
        lines = _checked(arguments, choice, progress=lambda done, total: bar.update(done, total, 0.0))
    good = all(line.mark != "failed" for line in lines)
    document = {"name": choice.name, "good": good, "findings": [_as_json(line) for line in lines]}
    result(arguments, document, [f"{_MARKS[line.mark]} {line.subject:<12} {line.text}" for line in lines])
    return OK if good else FAILED


def _checked(
    arguments: Namespace, choice: EmbedderChoice, *, progress: Callable[[int, int], None]
) -> Sequence[CheckLine]:
    if choice.name == STARTER:
        from desktop_app.engine.embedders.embedder_check_starter import check_starter

        return check_starter(choice.folder, progress=progress)
    from desktop_app.engine.embedders.embedder_check_clap import check_clap  # takes seconds to import

    profile = profile_of(arguments)
    settings = load_settings(profile.settings_file)
    return check_clap(choice.folder, lambda: spec_of(choice.name, profile, settings), progress=progress)


def _as_json(line: CheckLine) -> dict[str, object]:
    """JSON has no numbers that are none."""
    details = {
        name: None if isinstance(value, float) and not isfinite(value) else value
        for name, value in line.details.items()
    }
    good = line.mark != "failed"
    return {"subject": line.subject, "mark": line.mark, "good": good, "text": line.text, "details": details}


def _choice(arguments: Namespace) -> EmbedderChoice:
    profile = profile_of(arguments)
    for choice in embedder_choices(profile, load_settings(profile.settings_file)):
        if choice.name == arguments.name:
            return choice
    sentence = f"There is no embedder called “{arguments.name}”. “earmark embedder list” shows all."
    raise CommandError(sentence, WRONG_USAGE)


def _remove_empty(folder: Path) -> None:
    """Take away what a download that got nothing has left: a folder with nothing but its lock, unless in use."""
    lock = folder / LOCK_NAME
    with suppress(OSError, Timeout):
        if {path.name for path in folder.iterdir()} - {LOCK_NAME}:
            return
        # Windows removes no file that is open; there the lock does it itself.
        with FileLock(lock, timeout=0), suppress(PermissionError):
            lock.unlink(missing_ok=True)
        folder.rmdir()
        folder.parent.rmdir()


def _size(entry: Mapping[str, object]) -> str:
    size = entry["download_bytes"]
    return f"{size // 1_000_000} MB download" if isinstance(size, int) else "not found"
