"""Downloads a CLAP checkpoint: resumable, cancellable, and nothing unverified gets its final name.

A file grows as `NAME.DIGEST.part` beside its place and is renamed once its hash is what was promised: by our own
manifest where it knows the file, else by the hub for the exact commit. What was checked against what is written to
`earmark-download.json`.
"""

import hashlib
import json
import os
import shutil
from collections.abc import Callable, Mapping
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path

from filelock import FileLock, Timeout

from desktop_app.engine.clap.clap_checkpoint import (
    CHECKPOINT_FILES,
    CONFIG,
    PREPROCESSOR,
    WEIGHTS,
    has_tokenizer,
    only_pickles,
)
from desktop_app.engine.embedders.hub_client import ConnectionLostError, DownloadError, HubClient, HubEntry, HubListing
from desktop_app.library.databases.durable import put_in_place, sync_file, write_whole

RECORD = "earmark-download.json"
"""Beside the files: where they came from, and what each was checked against."""

LOCK_NAME = ".download.lock"
"""Held by the one download that may write into the folder."""

_CHUNK = 1 << 20
_TRIES = 5
"""Connections in a row that may break off without having brought anything."""
_RESERVE = 64 << 20
"""Bytes that stay free on the drive."""


class DownloadCancelledError(Exception):
    """The user stopped the download; what was received is kept."""


@dataclass(frozen=True, slots=True)
class DownloadProgress:
    """How far a download is."""

    file: str
    done: int
    """Bytes of all files."""
    total: int
    """Bytes of all files."""


@dataclass(frozen=True, slots=True)
class PromisedFile:
    """A file to fetch, and what its content must hash to."""

    name: str
    size: int
    """Bytes."""
    algorithm: str
    """`sha256`, or `git` for the SHA-1 of git's blob."""
    digest: str
    verified_against: str
    """`manifest` or `hub`."""

    def matches(self, path: Path) -> bool:
        """Whether the file at `path` is this one, whole; reads it to its end."""
        if not path.is_file() or path.stat().st_size != self.size:
            return False
        if self.algorithm == "sha256":
            return file_sha256(path) == self.digest
        blob = hashlib.sha1(b"blob %d\0" % self.size, usedforsecurity=False)
        return _hashed(path, blob) == self.digest


def file_sha256(path: Path) -> str:
    """SHA-256 of a file's content, as hexadecimal digits."""
    return _hashed(path, hashlib.sha256())


def _hashed(path: Path, digest: "hashlib._Hash") -> str:
    with path.open("rb") as file:
        while chunk := file.read(_CHUNK):
            digest.update(chunk)
    return digest.hexdigest()


def free_bytes(folder: Path) -> int:
    """Bytes that are free on the drive of an existing folder."""
    return shutil.disk_usage(folder).free


class HubDownload:
    """One download of one repository into one folder."""

    def __init__(
        self,
        client: HubClient,
        repository: str,
        revision: str,
        target: Path,
        *,
        digests: Mapping[str, str],
        progress: Callable[[DownloadProgress], None],
        cancelled: Callable[[], bool],
        free: Callable[[Path], int] = free_bytes,
    ) -> None:
        """`digests` are the SHA-256 that we know ourselves, by file name; they count more than the hub's."""
        self._client = client
        self._repository = repository
        self._revision = revision
        self._target = target
        self._digests = digests
        self._progress = progress
        self._cancelled = cancelled
        self._free = free

    def run(self) -> None:
        """Fetch what is not there yet, verify it, and write the record.

        Raises `DownloadError` with a sentence, or `DownloadCancelledError`; either way a later run goes on where this
        one stopped.
        """
        try:
            self._target.mkdir(parents=True, exist_ok=True)
            with FileLock(self._target / LOCK_NAME, timeout=0):
                self._fetch_all()
        except Timeout as error:
            raise DownloadError(f"{self._repository} is being downloaded already; wait until that ends.") from error
        except OSError as error:
            raise DownloadError(f"{self._target} cannot be written ({error.strerror}); see to that drive.") from error

    def _fetch_all(self) -> None:
        listing = self._client.listing(self._repository, self._revision)
        self._refuse_unusable(set(listing.entries))
        files = [self._promised(listing.entries[name]) for name in CHECKPOINT_FILES if name in listing.entries]
        files.sort(key=lambda file: file.size)  # so that the weights come last: once they are there, all is
        waiting = [file for file in files if not file.matches(self._target / file.name)]
        self._refuse_full_drive(waiting)
        total = sum(file.size for file in files)
        done = total - sum(file.size for file in waiting)
        for file in waiting:
            self._fetch(listing.commit, file, DownloadProgress(file.name, done, total))
            done += file.size
        self._write_record(listing, files)

    def _refuse_unusable(self, names: set[str]) -> None:
        if only_pickles(names):
            raise DownloadError(
                f"{self._repository} offers its weights only as a pickle, which could run any code when opened; "
                "choose a checkpoint that has safetensors."
            )
        if not {WEIGHTS, CONFIG, PREPROCESSOR} <= names or not has_tokenizer(names):
            raise DownloadError(f"{self._repository} is not a whole CLAP checkpoint; choose another one.")

    def _promised(self, entry: HubEntry) -> PromisedFile:
        ours = self._digests.get(entry.name)
        if ours is not None:
            return PromisedFile(entry.name, entry.size, "sha256", ours, "manifest")
        if entry.sha256 is not None:
            return PromisedFile(entry.name, entry.size, "sha256", entry.sha256, "hub")
        return PromisedFile(entry.name, entry.size, "git", entry.git_blob, "hub")

    def _refuse_full_drive(self, waiting: list[PromisedFile]) -> None:
        needed = sum(file.size - _size(self._part(file)) for file in waiting)
        free = self._free(self._target)
        if waiting and needed + _RESERVE > free:
            raise DownloadError(
                f"The drive of {self._target} has {_megabytes(free)} free and the download needs "
                f"{_megabytes(needed + _RESERVE)}; make room and start it again."
            )

    def _fetch(self, commit: str, file: PromisedFile, so_far: DownloadProgress) -> None:
        """Receive one file over as many connections as it takes, verify it and put it in place."""
        part = self._part(file)
        part.touch()
        failures = 0
        while (before := part.stat().st_size) < file.size:
            lost: ConnectionLostError | None = None
            try:
                self._receive(commit, file, so_far)
            except ConnectionLostError as error:
                lost = error
            failures = 0 if part.stat().st_size > before else failures + 1
            if failures == _TRIES:
                raise DownloadError(self._client.unreachable()) from lost
        if not file.matches(part):
            part.unlink()
            raise DownloadError(
                f"{file.name} did not arrive as {self._repository} published it and was thrown away; "
                "start the download again."
            )
        sync_file(part)  # what an earlier run received may have been checked in memory only
        put_in_place(part, self._target / file.name)

    def _receive(self, commit: str, file: PromisedFile, so_far: DownloadProgress) -> None:
        """Receive over one connection, from where the part file ends."""
        self._stop_if_cancelled()
        part = self._part(file)
        chunks = self._client.chunks(self._repository, commit, file.name, start=_size(part))
        with closing(chunks), part.open("ab") as output:
            for offset, chunk in chunks:
                if offset < output.tell():  # the hub began again
                    output.truncate(offset)
                    output.seek(offset)
                # One byte too many shows that it is another file; a hub may send without an end.
                output.write(chunk[: file.size + 1 - offset])
                if output.tell() > file.size:
                    break
                self._progress(DownloadProgress(file.name, so_far.done + output.tell(), so_far.total))
                self._stop_if_cancelled()
            output.flush()
            os.fsync(output.fileno())

    def _stop_if_cancelled(self) -> None:
        if self._cancelled():
            raise DownloadCancelledError

    def _write_record(self, listing: HubListing, files: list[PromisedFile]) -> None:
        record = {
            "format": 1,
            "source": self._client.base_url,
            "repository": self._repository,
            "revision": self._revision,
            "commit": listing.commit,
            "licence": listing.licence,
            "files": {
                file.name: {"size": file.size, file.algorithm: file.digest, "verified_against": file.verified_against}
                for file in files
            },
        }
        write_whole(self._target / RECORD, (json.dumps(record, indent=2) + "\n").encode())

    def _part(self, file: PromisedFile) -> Path:
        """Named after the content, so that a part of another revision is never gone on with."""
        return self._target / f"{file.name}.{file.digest[:12]}.part"


def _size(path: Path) -> int:
    return path.stat().st_size if path.exists() else 0


def _megabytes(count: int) -> str:
    return f"{count / 1e6:,.0f} MB"
