"""What changes a library: done by the one process that holds the profile, for itself or for another that asks it to.

A request and its reply are plain JSON, so that both ways run the same code.
"""

from collections.abc import Callable, Mapping
from pathlib import Path

from desktop_app.app import Earmark
from desktop_app.core.events import SoundsChanged
from desktop_app.core.said import ExchangeError
from desktop_app.core.tag import VocabularyError
from desktop_app.engine.embedders.embedder import EmbedderError
from desktop_app.engine.processes.worker_errors import WorkerClosedError, WorkerDiedError
from desktop_app.exchange.importing import Offer, believe_all, believe_none, import_planned, read_offer
from desktop_app.file_changes.taking_back import RunRefusedError
from desktop_app.library.databases.library_errors import LibraryClosedError, LibraryError
from desktop_app.library.metadata.mapping import MappingError
from desktop_app.library.rescuing.backup import BackupKind
from desktop_app.open_profile.embedder_list import FAST, embedder_choices
from desktop_app.open_profile.keeping import shown
from desktop_app.other_processes.folder_jobs import exclude, include, index, locate_folder, remove_folder
from desktop_app.other_processes.job import CUT_OFF, JobError, NotThereError, Result
from desktop_app.other_processes.local_socket import Reply, Request
from desktop_app.other_processes.renaming_jobs import rename_for_other, take_names_back_for_other
from desktop_app.other_processes.writing_jobs import (
    NothingThereError,
    OtherRunError,
    forget_for_other,
    take_back_for_other,
    write_for_other,
)
from desktop_app.settings import SettingsError
from desktop_app.vocabulary_choice import NotOneError, remove_vocabulary, use_vocabularies


def run_job(earmark: Earmark, request: Request) -> Reply:
    """Do one job. The reply is {"result": ...} or {"error": sentence}, with "not_there" when the request names what is
    not there.
    """
    name = request.get("job")
    job, needs = _JOBS.get(name if isinstance(name, str) else "", (None, {}))
    if job is None or not all(_is(request.get(field), kind) for field, kind in needs.items()):
        # The other process is of another version.
        return {"error": "The Earmark that has this library open does not know that job: close it and try again."}
    try:
        return {"result": job(earmark, request)}
    except (LibraryClosedError, WorkerClosedError):
        return {"error": CUT_OFF.format("closed")}
    except NotThereError as error:
        return {"error": str(error), "not_there": True}
    except (JobError, LibraryError, EmbedderError, SettingsError, VocabularyError, WorkerDiedError) as error:
        return {"error": str(error)}
    except OSError as error:
        return {"error": f"{error.strerror}: {error.filename}" if error.filename else str(error)}


def _use_embedder(earmark: Earmark, request: Request) -> Result:
    earmark.use_embedder(request["name"])
    return {"embedder": earmark.spec.embedder_id}


def _add_embedder(earmark: Earmark, request: Request) -> Result:
    name, folder = request["name"], Path(request["folder"])
    own = earmark.settings.own_embedder_folders
    taken = {choice.name for choice in embedder_choices(earmark.profile, earmark.settings)} - own.keys()
    if not name or "=" in name or name.endswith(FAST) or name in taken:
        raise JobError(f"“{name}” cannot be the name of an embedder of yours: choose another with --name.")
    folders = {**own, name: folder}
    earmark.change_settings(own_embedders=tuple(f"{name}={folder}" for name, folder in folders.items()))
    return {"name": name, "folder": str(folder)}


def _import_vocabulary(earmark: Earmark, request: Request) -> Result:
    vocabulary = earmark.vocabularies.import_file(Path(request["file"]), replace=request["replace"])
    active = earmark.settings.vocabularies
    # Also when it was active already: its tags are others now.
    earmark.set_active_vocabularies(list(dict.fromkeys([*active, vocabulary.vocabulary_id])))
    return {"vocabulary": vocabulary.vocabulary_id, "tags": len(vocabulary.tags)}


def _use_vocabularies(earmark: Earmark, request: Request) -> Result:
    try:
        return use_vocabularies(earmark, request["names"])
    except NotOneError as error:
        raise NotThereError(str(error)) from error


def _remove_vocabulary(earmark: Earmark, request: Request) -> Result:
    try:
        return remove_vocabulary(earmark, request["name"])
    except NotOneError as error:
        raise NotThereError(str(error)) from error


def _import_said(earmark: Earmark, request: Request) -> Result:
    believe = believe_all if request["replace"] else believe_none
    try:
        offer = read_offer(earmark, [Path(file) for file in request["files"]], believe=believe)
    except ExchangeError as error:  # a sentence for each of them
        raise NotThereError(str(error).replace("\n", " ")) from error
    if not request["dry_run"]:
        import_planned(earmark.library, offer.plan)
        for folder in earmark.library.folders.all():
            earmark.notify(SoundsChanged(folder.folder_id))
    would = {"sounds": _sounds_of(earmark, offer)} if request["dry_run"] else {}
    return {**_import_report(offer), **would, "replace": request["replace"]}


def _sounds_of(earmark: Earmark, offer: Offer) -> list[Result]:
    """What would be said of each sound, by its path; of copies the first is named."""
    plan = offer.plan
    said: dict[bytes, Result] = {}

    def of(content_id: bytes) -> Result:
        return said.setdefault(content_id, {"tags": [], "marks": {}, "collections": []})

    for (content_id, *key), judgement in plan.judgements.items():
        known = offer.names.get((key[0], key[1]))
        name = known.name if known is not None else ""
        of(content_id)["tags"].append({"tag": "/".join(key), "name": name, "judgement": judgement.value})
    for content_id, marks in plan.marks.items():
        of(content_id)["marks"] = {"rating": marks.rating, "favourite": marks.favourite, "note": marks.note}
    for name, contents in plan.collections.items():
        for content_id in contents:
            of(content_id)["collections"].append(name)
    paths = {content_id: earmark.library.sounds.paths_holding(content_id) for content_id in said}
    found = [{"path": str(paths[content_id][0]), **one} for content_id, one in said.items() if paths[content_id]]
    return sorted(found, key=lambda one: str(one["path"]))


def _import_report(offer: Offer) -> Result:
    """What `earmark import --json` prints."""
    plan = offer.plan
    return {
        "listed": len(offer.sounds),
        "matched": {by.value: number for by, number in plan.matched.items()},
        "unknown": plan.unknown,
        "ambiguous": plan.ambiguous,
        "unheard": plan.unheard,
        "other_audio": [{"path": match.there, "here": str(match.here)} for match in plan.not_trusted],
        "unknown_tags": offer.unknown_tags,
        "words_left": offer.words_left,
        "unread_columns": list(offer.unread),
        "left_out": [
            {"file": one.file, one.unit.value: one.number, "path": one.name, "reason": one.why}
            for one in offer.left_out
        ],
        "refused": [{"file": str(one.file), "reason": one.why} for one in offer.refused],
        "tags": len(plan.judgements),
        "marks": len(plan.marks),
        "collected": plan.collected,
        "conflicts": [{"path": str(c.path), "what": c.what, "here": c.here, "there": c.there} for c in plan.conflicts],
    }


def _write(earmark: Earmark, request: Request) -> Result:
    try:
        return write_for_other(earmark, request)
    except MappingError as error:
        raise NotThereError(str(error)) from error
    except NothingThereError as error:
        raise JobError(str(error)) from error


def _take_back(earmark: Earmark, request: Request) -> Result:
    return _with_runs(earmark, request, take_back_for_other, earmark.profile.written)


def _forget_written(earmark: Earmark, request: Request) -> Result:
    return _with_runs(earmark, request, forget_for_other, earmark.profile.written)


def _rename(earmark: Earmark, request: Request) -> Result:
    try:
        return rename_for_other(earmark, request)
    except NothingThereError as error:
        raise JobError(str(error)) from error


def _take_names_back(earmark: Earmark, request: Request) -> Result:
    return _with_runs(earmark, request, take_names_back_for_other, earmark.profile.renamed)


def _with_runs(earmark: Earmark, request: Request, do: Callable[[Earmark, Request], Result], journals: Path) -> Result:
    try:
        return do(earmark, request)
    except (RunRefusedError, OtherRunError) as error:
        raise JobError(str(error)) from error
    except ValueError as error:
        raise JobError(f"{error} Look into {journals}.") from error


def _back_up(earmark: Earmark, _request: Request) -> Result:
    return shown(earmark.backups.make(BackupKind.ASKED))


def _is(value: object, kind: type) -> bool:
    """Whether a field of a request is of a kind; a list is one of texts."""
    return isinstance(value, kind) and (not isinstance(value, list) or all(isinstance(item, str) for item in value))


_JOBS: Mapping[str, tuple[Callable[[Earmark, Request], Result] | None, Mapping[str, type]]] = {
    "index": (index, {"folders": list}),
    "remove-folder": (remove_folder, {"folder": str}),
    "locate-folder": (locate_folder, {"old": str, "new": str}),
    "exclude": (exclude, {"pattern": str}),
    "include": (include, {"pattern": str}),
    "use-embedder": (_use_embedder, {"name": str}),
    "add-embedder": (_add_embedder, {"name": str, "folder": str}),
    "back-up": (_back_up, {}),
    "import-said": (_import_said, {"files": list, "replace": bool, "dry_run": bool}),
    "take-back": (_take_back, {"dry_run": bool, "begun": str}),
    "forget-written": (_forget_written, {"dry_run": bool, "begun": list}),
    "write": (
        _write,
        {"paths": list, "tags": str, "fields": list, "existing": str, "keep_time": bool, "dry_run": bool}
        | {"split_links": bool},
    ),
    "rename": (
        _rename,
        {"paths": list, "creator": str, "source": str, "keep_name": bool, "automatic": bool, "dry_run": bool},
    ),
    "take-names-back": (_take_names_back, {"dry_run": bool, "begun": str}),
    "import-vocabulary": (_import_vocabulary, {"file": str, "replace": bool}),
    "use-vocabularies": (_use_vocabularies, {"names": list}),
    "remove-vocabulary": (_remove_vocabulary, {"name": str}),
}
"""What each job needs: the fields of its request."""
