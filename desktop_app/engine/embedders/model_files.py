"""The CLAP checkpoints a user can have: which ones can be downloaded, what a folder of one is called, and whether it
is whole.

Imports no network runtime, so that the main process can name an embedder while only the embedding child loads it.
"""

import hashlib
import json
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from types import MappingProxyType
from typing import Any

from desktop_app.engine.clap.clap_checkpoint import (
    CHECKPOINT_FILES,
    FRONT_END_VERSION,
    WEIGHTS,
    read_checkpoint,
    weight_names,
)
from desktop_app.engine.embedders.embedder import DeviceUse, EmbedderError, EmbedderSpec, Precision
from desktop_app.engine.embedders.hub_client import HUB, DownloadError, HubClient
from desktop_app.engine.embedders.hub_download import (
    RECORD,
    DownloadProgress,
    HubDownload,
    PromisedFile,
    file_sha256,
    free_bytes,
)
from desktop_app.library.databases.bounded_reading import read_json
from desktop_app.library.databases.durable import write_whole

_NUMBERS: Mapping[Precision, str] = MappingProxyType({"exact": "float32", "fast": "bfloat16"})
"""The end of each embedder id: how near to float32 the embeddings are. See `Precision`."""

_PARTS = ("audio_model.", "text_model.", "audio_projection.", "text_projection.")
_NOTHING: Mapping[str, str] = MappingProxyType({})
_LARGEST_RECORD = 10_000_000
"""Bytes of a JSON file of ours."""


@dataclass(frozen=True, slots=True)
class KnownCheckpoint:
    """A checkpoint that the program offers for download."""

    name: str
    repository: str
    revision: str | None
    """The commit; None: the newest one, resolved to its commit when it is downloaded, and recorded."""
    title: str
    good_for: str
    """A sentence for the user who chooses."""
    licence: str
    size: int
    """Bytes to download, roughly."""
    digests: Mapping[str, str] = field(default_factory=lambda: _NOTHING)
    """SHA-256 by file name, where we know them ourselves; the hub's own count for the rest."""


KNOWN: Mapping[str, KnownCheckpoint] = MappingProxyType(
    {
        checkpoint.name: checkpoint
        for checkpoint in (
            KnownCheckpoint(
                name="clap-htsat-fused",
                repository="laion/clap-htsat-fused",
                revision="0ebdccc578498c90ecb34353b57d2f197cae6e0a",  # the hub's own conversion to safetensors
                title="CLAP, for sounds of any length",
                good_for="Everyday sounds, effects and ambiences; hears long recordings as a whole.",
                licence="Apache-2.0",
                size=617_000_000,
            ),
            KnownCheckpoint(
                name="clap-htsat-unfused",
                repository="laion/clap-htsat-unfused",
                revision=None,
                title="CLAP, for short sounds",
                good_for="Everyday sounds and effects up to ten seconds; hears only the middle of longer ones.",
                licence="Apache-2.0",
                size=617_000_000,
            ),
            KnownCheckpoint(
                name="larger_clap_general",
                repository="laion/larger_clap_general",
                revision=None,
                title="Larger CLAP, general",
                good_for="Sounds, music and speech together; slower, and hears only the middle of long sounds.",
                licence="Apache-2.0",
                size=780_000_000,
            ),
            KnownCheckpoint(
                name="larger_clap_music_and_speech",
                repository="laion/larger_clap_music_and_speech",
                revision=None,
                title="Larger CLAP, music and speech",
                good_for="Instruments, loops and voices; slower, and hears only the middle of long sounds.",
                licence="Apache-2.0",
                size=780_000_000,
            ),
        )
    }
)


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing that was looked at in a checkpoint's folder."""

    good: bool
    text: str
    """A sentence."""


def clap_spec(
    name: str,
    folder: Path,
    *,
    recorded: Path,
    precision: Precision = "exact",
    towers: Path | None = None,
    device: DeviceUse = "cpu",
) -> EmbedderSpec:
    """What a child process needs to load the checkpoint in `folder`.

    The embedder id is a digest of all files that have a say in the embeddings. Hashing the weights takes a second or
    two, so their digest is kept in the JSON file `recorded` (in our own data folder; a user's folder is never written
    to). `towers` is where converted networks are kept, `device` what may hear. Raises `EmbedderError` with a sentence
    when the folder cannot be used.
    """
    checkpoint = read_checkpoint(folder)
    try:
        identity = _identity(folder, recorded)
    except OSError as error:
        raise EmbedderError(f"{error.filename} cannot be used ({error.strerror}); check the drive it is on.") from error
    return EmbedderSpec(
        name=name,
        kind="clap",
        folder=folder,
        embedder_id=f"clap/{identity}/fe{FRONT_END_VERSION}/{_NUMBERS[precision]}",
        sample_rate=checkpoint.mel.sample_rate,
        dimension=checkpoint.dimension,
        precision=precision,
        towers=towers,
        device=device,
    )


def check_folder(folder: Path) -> list[Finding]:
    """Look closely at a checkpoint's folder: its files, its weights' names, and the digests where a download recorded
    them.
    """
    try:
        checkpoint = read_checkpoint(folder)
        names = weight_names(folder / WEIGHTS)
    except EmbedderError as error:
        return [Finding(False, str(error))]
    heard = "whole long sounds" if checkpoint.mel.fused else "the middle of long sounds"
    findings = [Finding(True, f"A CLAP checkpoint that hears {heard}; {checkpoint.dimension} numbers an embedding.")]
    for part in _PARTS:
        if not any(name.startswith(part) for name in names):
            findings.append(Finding(False, f"{WEIGHTS} lacks the weights of {part}*; download the checkpoint again."))
    return [*findings, *_check_digests(folder)]


def download(
    name: str,
    target_folder: Path,
    *,
    progress: Callable[[DownloadProgress], None],
    cancelled: Callable[[], bool],
    base_url: str = HUB,
    free: Callable[[Path], int] = free_bytes,
    known: Mapping[str, KnownCheckpoint] = KNOWN,
) -> Path:
    """Download a known checkpoint into `target_folder`, which is returned; goes on where an earlier download stopped.

    Raises `DownloadError` with a sentence, `DownloadCancelledError` when `cancelled` says so between two chunks.
    """
    checkpoint = known.get(name)
    if checkpoint is None:
        raise DownloadError(f"“{name}” is not known here; choose one of {', '.join(known)}.")
    HubDownload(
        HubClient(base_url),
        checkpoint.repository,
        checkpoint.revision or "main",
        target_folder,
        digests=checkpoint.digests,
        progress=progress,
        cancelled=cancelled,
        free=free,
    ).run()
    return target_folder


def identity_of(digests: Mapping[str, str]) -> str:
    """12 hexadecimal digits that stand for all of a checkpoint's files, of which the SHA-256 are given by name."""
    digest = hashlib.sha256()
    for name in CHECKPOINT_FILES:
        if name in digests:
            digest.update(f"{name} {digests[name]}\n".encode())
    return digest.hexdigest()[:12]


def read_record(path: Path) -> dict[str, Any]:
    """What a JSON file of ours says; nothing when it is missing or damaged, as it can be made again."""
    try:
        content = read_json(path, _LARGEST_RECORD)
    except (OSError, ValueError):
        return {}
    return content if isinstance(content, dict) else {}


def promised_files(record: Mapping[str, Any]) -> list[PromisedFile]:
    """What a download's record says of its files; none without a record. Raises ValueError when it is damaged."""
    if not record:
        return []
    try:
        return [
            PromisedFile(name, entry["size"], algorithm, entry[algorithm], entry["verified_against"])
            for name, entry in record["files"].items()
            for algorithm in ("sha256", "git")
            if algorithm in entry
        ]
    except (KeyError, TypeError, AttributeError) as error:
        raise ValueError("not a download's record") from error


def _identity(folder: Path, recorded: Path) -> str:
    """12 hexadecimal digits that stand for the content of all of the checkpoint's files."""
    paths = [folder / name for name in CHECKPOINT_FILES if (folder / name).is_file()]
    return identity_of(
        {path.name: _weights_digest(path, recorded) if path.name == WEIGHTS else file_sha256(path) for path in paths}
    )


def _weights_digest(path: Path, recorded: Path) -> str:
    """SHA-256 of the weights, from the record as long as size and time of the file are unchanged."""
    status = path.stat()
    stamp = {"size": status.st_size, "modified_ns": status.st_mtime_ns}
    known = read_record(recorded)
    entry = known.get(str(path.resolve()))
    if isinstance(entry, dict) and {key: entry.get(key) for key in stamp} == stamp and "sha256" in entry:
        return str(entry["sha256"])
    digest = file_sha256(path)
    known[str(path.resolve())] = {**stamp, "sha256": digest}
    recorded.parent.mkdir(parents=True, exist_ok=True)
    write_whole(recorded, (json.dumps(known, indent=2) + "\n").encode())
    return digest


def _check_digests(folder: Path) -> list[Finding]:
    record = read_record(folder / RECORD)
    if not record:
        return [Finding(True, "The folder was not downloaded by this program, so its files cannot be compared.")]
    try:
        files = promised_files(record)
    except ValueError:
        return [Finding(False, f"{folder / RECORD} is damaged; download the checkpoint again.")]
    spoilt = [file.name for file in files if not file.matches(folder / file.name)]
    if spoilt:
        return [Finding(False, f"{', '.join(spoilt)} changed since the download; download the checkpoint again.")]
    return [Finding(True, f"All {len(files)} files are as {record.get('repository')} published them.")]
