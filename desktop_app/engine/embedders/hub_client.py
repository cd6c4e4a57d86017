"""The few questions this program asks the Hugging Face hub, over HTTPS only.

`/api/models/REPOSITORY/revision/REVISION?blobs=true` names the commit behind a revision and, for each file, its size
with the SHA-256 (large files) or the SHA-1 of git's blob (small files); `/REPOSITORY/resolve/COMMIT/FILE` is the
file. Python's own HTTP client is used and not the hub's library, which cannot be cancelled cleanly and does not hash
what it received.
"""

import http.client
import json
import re
from collections.abc import Generator, Mapping
from dataclasses import dataclass
from typing import IO, Any
from urllib.error import HTTPError
from urllib.parse import quote, urlsplit
from urllib.request import HTTPRedirectHandler, OpenerDirector, ProxyHandler, Request, build_opener

from desktop_app.engine.embedders.embedder import EmbedderError

HUB = "https://huggingface.co"

_TIMEOUT_SECONDS = 30.0
_CHUNK = 1 << 18
_LONGEST_LISTING = 16 << 20
"""Bytes of JSON; the listing of a checkpoint has some thousands."""
_COMMIT = re.compile(r"[0-9a-f]{40}")
_SHA256 = re.compile(r"[0-9a-f]{64}")
_THIS_MACHINE = ("127.0.0.1", "localhost", "::1")
_BROKEN_OFF = (OSError, http.client.HTTPException)
"""Also what TLS, and a network without a way, make of it: no other file than the connection is touched here."""


class DownloadError(EmbedderError):
    """The download cannot go on; the message is a sentence that says what to do. What was received is kept."""


class ConnectionLostError(Exception):
    """No connection, or one that broke off; trying again may help."""


@dataclass(frozen=True, slots=True)
class HubEntry:
    """A file of a repository as the hub describes it."""

    name: str
    size: int
    """Bytes."""
    sha256: str | None
    """Of the content; None for small files, which git itself keeps."""
    git_blob: str
    """SHA-1 of git's blob: of the content for small files, of a pointer for large ones."""


@dataclass(frozen=True, slots=True)
class HubListing:
    """A repository at one revision."""

    commit: str
    entries: Mapping[str, HubEntry]
    """By file name."""
    licence: str
    """The tag of the repository's card; empty where it has none."""


class HubClient:
    """Asks one hub; plain HTTP is spoken with this machine only (a mirror, a test)."""

    def __init__(self, base_url: str = HUB) -> None:
        self.base_url = base_url.rstrip("/")
        local = urlsplit(self.base_url).hostname in _THIS_MACHINE
        self._refuse_unsafe = _Guard(local=local)
        self._refuse_unsafe(self.base_url)
        proxies = [ProxyHandler({})] if local else []
        self._opener: OpenerDirector = build_opener(_GuardedRedirects(self._refuse_unsafe), *proxies)

    @property
    def host(self) -> str:
        """The hub's name, for messages."""
        return urlsplit(self.base_url).netloc

    def listing(self, repository: str, revision: str) -> HubListing:
        """The commit behind a revision and its files; of a commit, that very one. Raises `DownloadError`."""
        url = f"{self.base_url}/api/models/{repository}/revision/{quote(revision, safe='')}?blobs=true"
        try:
            with self._open(url, {}) as response:
                listing = _listing(response.read(_LONGEST_LISTING + 1))
        except HTTPError as error:
            raise DownloadError(self._refusal(error, f"{repository} at revision {revision}")) from error
        except _BROKEN_OFF as error:
            raise DownloadError(self.unreachable()) from error
        except (ValueError, KeyError, TypeError, AttributeError, RecursionError) as error:
            raise DownloadError(f"{self.host} gave an answer that makes no sense; try again later.") from error
        if _COMMIT.fullmatch(revision) and listing.commit != revision:
            raise DownloadError(
                f"{self.host} offers another revision of {repository} than the one that was asked for; try again later."
            )
        return listing

    def chunks(
        self, repository: str, commit: str, name: str, *, start: int
    ) -> Generator[tuple[int, bytes], None, None]:
        """The bytes of a file with their offsets, from `start` on; from 0 when the hub does not do parts.

        Raises `ConnectionLostError` when the connection fails, `DownloadError` when the hub refuses.
        """
        url = f"{self.base_url}/{repository}/resolve/{commit}/{quote(name)}"
        try:
            with self._open(url, {"Range": f"bytes={start}-"} if start else {}) as response:
                offset = start if response.status == http.client.PARTIAL_CONTENT else 0
                while chunk := response.read(_CHUNK):
                    yield offset, chunk
                    offset += len(chunk)
        except HTTPError as error:
            raise DownloadError(self._refusal(error, f"{name} of {repository}")) from error
        except _BROKEN_OFF as error:
            raise ConnectionLostError(str(error)) from error

    def unreachable(self) -> str:
        """The sentence for a hub that does not answer."""
        return f"{self.host} cannot be reached; check the connection to the internet and start the download again."

    def _open(self, url: str, headers: Mapping[str, str]) -> Any:
        request = Request(url, headers={"User-Agent": "Earmark", "Accept-Encoding": "identity", **headers})
        return self._opener.open(request, timeout=_TIMEOUT_SECONDS)

    def _refusal(self, error: HTTPError, what: str) -> str:
        error.close()
        if error.code == http.client.NOT_FOUND:
            return f"{self.host} has no {what} any more; update this program or choose another checkpoint."
        return f"{self.host} answered with error {error.code} for {what}; try again later."


class _Guard:
    """Refuses addresses that anybody on the way could answer for."""

    def __init__(self, *, local: bool) -> None:
        self._local = local

    def __call__(self, url: str) -> None:
        parts = urlsplit(url)
        if parts.scheme == "https" or (self._local and parts.scheme == "http" and parts.hostname in _THIS_MACHINE):
            return
        raise DownloadError(f"{parts.scheme}://{parts.netloc} is not a safe address (https); nothing was downloaded.")


class _GuardedRedirects(HTTPRedirectHandler):
    """Follows the hub to its file servers, and nowhere unsafe."""

    def __init__(self, guard: _Guard) -> None:
        self._guard = guard

    def redirect_request(
        self, req: Request, fp: IO[bytes], code: int, msg: str, headers: http.client.HTTPMessage, newurl: str
    ) -> Request | None:
        self._guard(newurl)
        return super().redirect_request(req, fp, code, msg, headers, newurl)


def _listing(answer: bytes) -> HubListing:
    """What the hub says, as far as it can be trusted with names and addresses. Raises what odd JSON makes it raise."""
    if len(answer) > _LONGEST_LISTING:
        raise ValueError("too long")
    content = json.loads(answer)
    entries = [_entry(sibling) for sibling in content["siblings"]]
    licence = (content.get("cardData") or {}).get("license")
    return HubListing(
        _matching(_COMMIT, content["sha"]),
        {entry.name: entry for entry in entries},
        licence if isinstance(licence, str) else "",
    )


def _entry(sibling: Mapping[str, Any]) -> HubEntry:
    large = sibling.get("lfs")
    sha256 = _matching(_SHA256, large["sha256"]) if large else None
    size = sibling["size"]
    if not isinstance(size, int) or size < 0:
        raise ValueError(f"a size of {size}")
    return HubEntry(str(sibling["rfilename"]), size, sha256, _matching(_COMMIT, sibling["blobId"]))


def _matching(pattern: re.Pattern[str], digits: object) -> str:
    """A hash: it becomes a part of addresses and of a file's name, so it may be nothing else."""
    if not isinstance(digits, str) or not pattern.fullmatch(digits):
        raise ValueError("no hash")
    return digits
