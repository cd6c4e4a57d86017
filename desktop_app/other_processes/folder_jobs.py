"""Jobs about the folders of a library: what is in them indexed, folders taken out, found again or left out."""

from collections.abc import Sequence
from pathlib import Path

from desktop_app.app import Earmark
from desktop_app.library.tables.folders import Folder
from desktop_app.other_processes.job import CUT_OFF, JobError, NotThereError, Result
from desktop_app.other_processes.local_socket import Request


def index(earmark: Earmark, request: Request) -> Result:
    """Bring the library up to date, with these folders in it, and wait until every sound is heard; told of these, or
    where none is named, of all.
    """
    _go_on(earmark)
    named = request["folders"]
    folders = earmark.add_folders(Path(folder) for folder in named) if named else earmark.library.folders.all()
    if not folders:
        return _index_report(earmark, folders, 0, 0)
    roots = [folder.folder_id for folder in folders]
    indexer = earmark.indexer
    embedded, recognised = indexer.embedded_in(roots), indexer.recognised_in(roots)
    # Those that were named are being scanned already.
    earmark.indexer.rescan(
        folder.folder_id for folder in earmark.library.folders.all() if not named or folder.folder_id not in roots
    )
    # The prompts, too: only who holds the profile can keep them, and a later search then waits for its own words only.
    earmark.load_tags_soon()
    deeper = {name: request.get(name, True) is not False for name in ("measuring", "moments")}
    _wait_until_done(earmark, **deeper)
    earmark.wait_for_tags()
    embedded, recognised = indexer.embedded_in(roots) - embedded, indexer.recognised_in(roots) - recognised
    return _index_report(earmark, folders, embedded, recognised)


def _index_report(earmark: Earmark, folders: Sequence[Folder], embedded: int, recognised: int) -> Result:
    """What `earmark index --json` prints about these folders: each sound is counted in one of the parts."""
    roots = {folder.path for folder in folders}
    broken = earmark.library.sounds.unreadable()
    unreadable = [
        {"path": str(path), "reason": reason}
        for path, reason in sorted([*broken, *earmark.indexer.closed_places])
        if any(path.is_relative_to(root) for root in roots)
    ]
    broken_sounds = sum(any(path.is_relative_to(root) for root in roots) for path, _ in broken)
    silent = sum(any(path.is_relative_to(root) for root in roots) for path, _ in earmark.library.sounds.silent())
    named = [folder for folder in earmark.library.folders.all() if folder.path in roots]
    away = [folder for folder in named if not folder.online]
    sounds = sum(folder.sounds for folder in named)
    offline = sum(folder.sounds for folder in away)
    return {
        "sounds": sounds,
        "embedded": embedded,
        "recognised": recognised,
        "unchanged": max(0, sounds - offline - embedded - recognised - silent - broken_sounds),
        "silent": silent,
        "offline": offline,
        "offline_folders": [str(folder.path) for folder in away],
        "empty_folders": [str(folder.path) for folder in named if folder.online and not folder.sounds],
        "unreadable": unreadable,
    }


def remove_folder(earmark: Earmark, request: Request) -> Result:
    """Take a folder out of the library."""
    folder = _known_folder(earmark, request["folder"])
    earmark.remove_folder(folder.folder_id)
    return {"removed": str(folder.path)}


def locate_folder(earmark: Earmark, request: Request) -> Result:
    """A folder has moved."""
    folder = _known_folder(earmark, request["old"])
    located = earmark.locate_folder(folder.folder_id, Path(request["new"]))
    _wait_until_done(earmark)
    return {"old": str(folder.path), "new": str(located.path)}


def exclude(earmark: Earmark, request: Request) -> Result:
    """Leave files and folders of a pattern out from now on."""
    earmark.library.folders.exclude(request["pattern"])
    return _exclusions(earmark)


def include(earmark: Earmark, request: Request) -> Result:
    """Leave them out no longer."""
    known = earmark.library.folders.exclusions()
    if request["pattern"].strip().strip("/") not in known:
        raise NotThereError(f"“{request['pattern']}” is not left out. Left out are: {', '.join(known) or 'no files'}.")
    earmark.library.folders.include(request["pattern"])
    return _exclusions(earmark)


def _exclusions(earmark: Earmark) -> Result:
    earmark.indexer.rescan()
    _wait_until_done(earmark)
    return {"exclusions": earmark.library.folders.exclusions()}


def _go_on(earmark: Earmark) -> None:
    """Try again when work rests because of a trouble that may be over. Raises JobError when a person paused it."""
    if earmark.indexer.problem:
        earmark.indexer.resume()
    if earmark.indexer.paused:
        raise JobError("Indexing is paused in the window: resume it there and try again.")


def _wait_until_done(earmark: Earmark, *, measuring: bool = False, moments: bool = False) -> None:
    """Raises JobError when work rests or ends before all is done. `measuring`, `moments`: whether it is waited for that
    sounds are measured, and that long ones are listened to inside.
    """
    indexer = earmark.indexer
    indexer.wait_idle(measuring=measuring, moments=moments)
    earmark.file_texts.wait_idle()
    if indexer.problem:
        raise JobError(indexer.problem)
    if indexer.stopped or indexer.paused:
        raise JobError(CUT_OFF.format("closed" if indexer.stopped else "paused"))


def _known_folder(earmark: Earmark, path: str) -> Folder:
    wanted = Path(path)
    for folder in earmark.library.folders.all():
        if folder.path in (wanted, wanted.resolve()):
            return folder
    raise NotThereError(f"{path} is not a folder of the library. “earmark folder list” shows those that are.")
