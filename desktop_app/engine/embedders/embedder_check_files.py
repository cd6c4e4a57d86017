"""What an embedder's files say of themselves: their licence, where they come from, and whether they are as published.

Imports no network runtime.
"""

import re
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any, Final

from desktop_app.engine.clap.clap_checkpoint import CHECKPOINT_FILES
from desktop_app.engine.embedders.check_line import CheckLine
from desktop_app.engine.embedders.embedder import EmbedderSpec
from desktop_app.engine.embedders.hub_download import RECORD, PromisedFile, file_sha256
from desktop_app.engine.embedders.model_files import KNOWN, identity_of, promised_files, read_record

_FRONT_MATTER: Final = re.compile(r"\A---\n(.*?)\n---", re.DOTALL)
_LICENCE_TAG: Final = re.compile(r"^license:[ \t]*[\"']?([\w.+-]+)", re.MULTILINE)
_LICENCE_FILES: Final = ("license", "licence", "copying")
_READ: Final = 100_000
"""Bytes of a text that are looked at."""
_SNAPSHOT: Final = re.compile("[0-9a-f]{40}")


def digests_of(folder: Path) -> dict[str, str]:
    """SHA-256 of each of a checkpoint's files, by name. Raises OSError."""
    return {name: file_sha256(folder / name) for name in CHECKPOINT_FILES if (folder / name).is_file()}


def licence_line(folder: Path) -> CheckLine:
    """What the download's record, the model card and a file with a licence's name say."""
    record = read_record(folder / RECORD)
    said = list(_licence_tags(folder, record))
    file = next((path for path in sorted(folder.iterdir()) if path.stem.lower() in _LICENCE_FILES), None)
    details = {"tag": said[0][0] if said else None, "file": None if file is None else file.name}
    if len({tag.lower() for tag, _ in said}) > 1:
        both = ", ".join(f"{tag} ({where})" for tag, where in said)
        return CheckLine("licence", "warning", f"The licence is stated in more than one way: {both}.", details)
    places = [f"{said[0][0]}, as stated by {' and '.join(where for _, where in said)}"] if said else []
    if file is not None:
        places.append(f"{file.name} (“{_first_words(file)}”)")
    if not places:
        text = "The licence is not stated; look where the checkpoint comes from."
        return CheckLine("licence", "warning", text, details)
    return CheckLine("licence", "ok", f"The licence is {'; '.join(places)}.", details)


def revision_line(folder: Path) -> CheckLine:
    """Which state of which repository the files are."""
    record = read_record(folder / RECORD)
    commit, repository = record.get("commit"), record.get("repository")
    details = {"revision": commit, "repository": repository}
    if commit and repository:
        return CheckLine("revision", "ok", f"Revision {commit} of {repository}.", details)
    if folder.parent.name == "snapshots" and _SNAPSHOT.fullmatch(folder.name):
        text = f"Revision {folder.name}, going by the folder's name."
        return CheckLine("revision", "note", text, {**details, "revision": folder.name})
    text = "The revision is not known, as this program did not download the folder."
    return CheckLine("revision", "note", text, details)


def digest_lines(folder: Path, digests: Mapping[str, str]) -> list[CheckLine]:
    """Each file, held against the download's record where there is one. Raises OSError."""
    file = folder / RECORD
    record = read_record(file)
    try:
        promised = {entry.name: entry for entry in promised_files(record)}
    except ValueError:
        promised = {}
    if file.is_file() and not promised:
        return [CheckLine("digest", "failed", f"{file} is damaged; download the checkpoint again.")]
    return [_digest_line(folder, name, digests.get(name), promised.get(name)) for name in {**promised, **digests}]


def identity_line(spec: EmbedderSpec, digests: Mapping[str, str]) -> CheckLine:
    """The library's name of the checkpoint, which rests on a digest that is not taken anew each time."""
    details = {"embedder_id": spec.embedder_id}
    if spec.embedder_id.split("/")[1] != identity_of(digests):
        text = (
            f"The library knows it as {spec.embedder_id}, but the weights changed while their size and time stayed; "
            "download the checkpoint again."
        )
        return CheckLine("identity", "failed", text, details)
    return CheckLine("identity", "ok", f"The library knows it as {spec.embedder_id}.", details)


def published(folder: Path, name: str) -> bool:
    """Whether a file is, byte for byte, the one that a repository published. Raises OSError."""
    record = read_record(folder / RECORD)
    try:
        return any(file.name == name and file.matches(folder / name) for file in promised_files(record))
    except ValueError:
        return False


def _licence_tags(folder: Path, record: Mapping[str, Any]) -> Iterator[tuple[str, str]]:
    """Each licence that is stated, with where."""
    if record.get("licence"):
        yield str(record["licence"]), "the hub"
    card = folder / "README.md"
    front_matter = _FRONT_MATTER.match(_beginning(card)) if card.is_file() else None
    tag = _LICENCE_TAG.search(front_matter[1]) if front_matter else None
    if tag:
        yield tag[1], card.name
    for known in KNOWN.values():
        if known.repository == record.get("repository"):
            yield known.licence, "Earmark"


def _first_words(file: Path) -> str:
    return next((line.strip() for line in _beginning(file).splitlines() if line.strip()), "empty")[:60]


def _beginning(file: Path) -> str:
    """As much of a text as says something here, however long it is."""
    with file.open("rb") as stream:
        return stream.read(_READ).decode(errors="replace").replace("\r\n", "\n")


def _digest_line(folder: Path, name: str, sha256: str | None, promised: PromisedFile | None) -> CheckLine:
    details = {"file": name, "sha256": sha256}
    if sha256 is None:
        return CheckLine("digest", "failed", f"{name} is missing; download the checkpoint again.", details)
    if promised is None:
        text = f"{name} has SHA-256 {sha256}; nothing is recorded to compare it with."
        return CheckLine("digest", "note", text, details)
    same = promised.digest == sha256 if promised.algorithm == "sha256" else promised.matches(folder / name)
    if not same:
        text = f"{name} changed since the download (SHA-256 {sha256}); download the checkpoint again."
        return CheckLine("digest", "failed", text, details)
    return CheckLine("digest", "ok", f"{name} is as it was published (SHA-256 {sha256}).", details)
