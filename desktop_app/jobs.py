"""What changes a library: done by the one process that holds the profile, for itself or for another that asks it to.

A request and its reply are plain JSON, so that both ways run the same code.
"""

from pathlib import Path
from typing import Any

from desktop_app.app import Earmark
from desktop_app.core.vocabulary import VocabularyError
from desktop_app.engine.embedder import EmbedderError
from desktop_app.library.database import LibraryError
from desktop_app.settings import SettingsError

Request = dict[str, Any]
Reply = dict[str, Any]


class JobError(Exception):
    """The job cannot be done; the message is a sentence for the user."""


def run_job(earmark: Earmark, request: Request) -> Reply:
    """Do one job. The reply is {"result": ...} or {"error": sentence}."""
    job = _JOBS.get(request.get("job", ""))
    if job is None:
        return {"error": "This version of Earmark does not know that job: close the other window and try again."}
    try:
        return {"result": job(earmark, request)}
    except (JobError, LibraryError, EmbedderError, SettingsError, VocabularyError) as error:
        return {"error": str(error)}
    except OSError as error:
        return {"error": f"{error.strerror}: {error.filename}" if error.filename else str(error)}


def _index(earmark: Earmark, request: Request) -> dict[str, Any]:
    before = earmark.indexer.embedded
    folders = earmark.add_folders(Path(folder) for folder in request["folders"])
    # The prompts, too: only who holds the profile can keep them, and a later search then waits for its own words only.
    earmark.load_tags_soon()
    earmark.indexer.wait_idle()
    earmark.wait_for_tags()
    return index_report(earmark, folders, before)


def index_report(earmark: Earmark, folders: list[Any], embedded_before: int) -> dict[str, Any]:
    """What `earmark index --json` prints about these folders."""
    roots = [folder.path for folder in folders]
    unreadable = [
        {"path": str(path), "reason": reason}
        for path, reason in earmark.library.sounds.unreadable()
        if any(path.is_relative_to(root) for root in roots)
    ]
    sounds = sum(folder.sounds for folder in earmark.library.folders.all() if folder.path in roots)
    embedded = earmark.indexer.embedded - embedded_before
    return {
        "sounds": sounds,
        "embedded": embedded,
        "unchanged": max(0, sounds - embedded - len(unreadable)),
        "unreadable": unreadable,
    }


def _remove_folder(earmark: Earmark, request: Request) -> dict[str, Any]:
    folder = _known_folder(earmark, request["folder"])
    earmark.remove_folder(folder.folder_id)
    return {"removed": str(folder.path)}


def _locate_folder(earmark: Earmark, request: Request) -> dict[str, Any]:
    folder = _known_folder(earmark, request["old"])
    located = earmark.locate_folder(folder.folder_id, Path(request["new"]))
    earmark.indexer.wait_idle()
    return {"old": str(folder.path), "new": str(located.path)}


def _exclude(earmark: Earmark, request: Request) -> dict[str, Any]:
    earmark.library.folders.exclude(request["pattern"])
    earmark.indexer.rescan()
    earmark.indexer.wait_idle()
    return {"exclusions": earmark.library.folders.exclusions()}


def _use_embedder(earmark: Earmark, request: Request) -> dict[str, Any]:
    earmark.use_embedder(request["name"])
    return {"embedder": earmark.spec.embedder_id}


def _add_embedder(earmark: Earmark, request: Request) -> dict[str, Any]:
    name, folder = request["name"], Path(request["folder"])
    others = tuple(e for e in earmark.settings.own_embedders if not e.startswith(f"{name}="))
    earmark.change_settings(own_embedders=(*others, f"{name}={folder}"))
    return {"name": name, "folder": str(folder)}


def _import_vocabulary(earmark: Earmark, request: Request) -> dict[str, Any]:
    vocabulary = earmark.vocabularies.import_file(Path(request["file"]))
    if vocabulary.vocabulary_id not in earmark.settings.vocabularies:
        earmark.set_active_vocabularies([*earmark.settings.vocabularies, vocabulary.vocabulary_id])
    else:
        earmark.load_tags_soon()
    return {"vocabulary": vocabulary.vocabulary_id, "tags": len(vocabulary.tags)}


def _known_folder(earmark: Earmark, path: str) -> Any:
    wanted = Path(path)
    for folder in earmark.library.folders.all():
        if folder.path in (wanted, wanted.resolve()):
            return folder
    raise JobError(f"{path} is not a folder of the library. “earmark folder list” shows those that are.")


_JOBS = {
    "index": _index,
    "remove-folder": _remove_folder,
    "locate-folder": _locate_folder,
    "exclude": _exclude,
    "use-embedder": _use_embedder,
    "add-embedder": _add_embedder,
    "import-vocabulary": _import_vocabulary,
}
