"""`earmark embedder`: list, use, add, download and check."""

import signal
import threading
from argparse import Namespace
from collections.abc import Callable, Mapping
from contextlib import suppress
from pathlib import Path

from filelock import FileLock, Timeout

from desktop_app.cli.output import FAILED, INTERRUPTED, OK, WRONG_USAGE, CommandError, ProgressBar, result, say
from desktop_app.cli.session import do_job, profile_of
from desktop_app.embedder_list import STARTER, EmbedderChoice, embedder_choices, starter_folder
from desktop_app.engine.embedder import EmbedderError
from desktop_app.engine.hub_client import DownloadError
from desktop_app.engine.hub_download import LOCK_NAME, DownloadCancelledError, DownloadProgress
from desktop_app.engine.model_files import Finding, check_folder, download
from desktop_app.engine.starter_files import read_config, read_verified
from desktop_app.settings import load_settings


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
    """Say what is known of an embedder's files; exit 1 when anything is wrong, with that line first."""
    choice = _choice(arguments)
    if not choice.installed and choice.download_bytes is not None:
        name = choice.name
        raise CommandError(f"{name} is not on this computer yet. Get it with: earmark embedder download {name}")
    findings = _check_starter(starter_folder()) if choice.name == STARTER else check_folder(choice.folder)
    findings = sorted(findings, key=lambda finding: finding.good)
    document = {"name": choice.name, "findings": [{"good": f.good, "text": f.text} for f in findings]}
    result(arguments, document, [_finding_line(finding) for finding in findings])
    return OK if all(finding.good for finding in findings) else FAILED


def _check_starter(folder: Path) -> list[Finding]:
    """Compare the bundled embedder's files with the digests it was shipped with."""
    findings = []
    try:
        config = read_config(folder)
        findings.append(Finding(True, f"Known to the library as {config.embedder_id}."))
        for name in config.sizes:
            read_verified(folder, name, config)
            findings.append(Finding(True, f"{name} is as shipped (SHA-256 {config.sha256[name]})."))
    except EmbedderError as error:
        findings.append(Finding(False, str(error)))
    return findings


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


def _finding_line(finding: Finding) -> str:
    return f"{'ok  ' if finding.good else 'FAIL'} {finding.text}"


def _size(entry: Mapping[str, object]) -> str:
    size = entry["download_bytes"]
    return f"{size // 1_000_000} MB download" if isinstance(size, int) else "not found"
