"""One writer a profile: an operating system lock says who it is, and a local socket lets others hand it their work.

The lock is released by the kernel however the holder ends. The socket's address and its random key lie in the profile,
readable by its owner only; nothing listens on the network.
"""

import contextlib
import json
import logging
import os
from collections.abc import Callable
from pathlib import Path

from filelock import FileLock, Timeout

from desktop_app.library.databases.bounded_reading import read_json
from desktop_app.other_processes.local_socket import Reply, Request, Server, ask
from desktop_app.paths import Profile, ProfileError

log = logging.getLogger(__name__)

_LARGEST_ADDRESS = 100_000
"""Bytes of the file that says where to reach the writer."""


class Holder:
    """This process writes to the profile; while it lives, no other does."""

    def __init__(self, profile: Profile, lock: FileLock) -> None:
        self._profile = profile
        self._lock = lock
        self._server: Server | None = None

    @classmethod
    def acquire(cls, profile: Profile) -> "Holder | None":
        """Become the writer of a profile, or None when another process is.

        Raises ProfileError with a sentence when nothing can be kept there.
        """
        profile.create()
        lock = FileLock(profile.data / "writer.lock", thread_local=False)
        try:
            lock.acquire(timeout=0)
        except Timeout:
            return None
        except (OSError, NotImplementedError) as error:
            raise ProfileError.about(profile.data, error) from error
        return cls(profile, lock)

    def serve(self, handle: Callable[[Request], Reply]) -> None:
        """Answer other processes' requests on threads of their own until `close`.

        Where no socket can be made, others are told that this process takes no jobs. Once more, it takes the place of
        the last one.
        """
        self.finish()
        try:
            self._server = Server(self._profile.data / "writer.socket", handle)
            _write_for_owner(_address_file(self._profile), {"address": self._server.address, "key": self._server.key})
        except OSError:
            log.exception("other processes cannot reach this one")

    def leave(self) -> None:
        """Take no more requests; those that were taken are still answered."""
        if self._server is not None:
            with contextlib.suppress(OSError):
                _address_file(self._profile).unlink()
            self._server.leave()

    def finish(self) -> None:
        """Take no more requests, and wait until those that were taken are answered."""
        self.leave()
        if self._server is not None:
            self._server.close()

    def close(self) -> None:
        """Stop answering and let go of the profile."""
        try:
            self.finish()
        finally:
            self._lock.release()


def hand_over(profile: Profile, request: Request, *, taken: Callable[[], None] | None = None) -> Reply | None:
    """Give a request to the process that holds the profile; None when none takes it (`taken` is called when one does).

    Raises NoReplyError when that process ended before it answered.
    """
    try:
        place = read_json(_address_file(profile), _LARGEST_ADDRESS)
        address, key = place["address"], place["key"]
    except (OSError, ValueError, KeyError, TypeError) as error:
        log.info("no process answers for this profile: %s", error)
        return None
    if not isinstance(address, str | int) or not isinstance(key, str):
        return None
    return ask(address, key, request, taken=taken)


def _write_for_owner(file: Path, content: dict[str, object]) -> None:
    draft = file.with_suffix(".new")
    draft.unlink(missing_ok=True)
    descriptor = os.open(draft, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    with os.fdopen(descriptor, "w", encoding="utf-8") as stream:
        json.dump(content, stream)
    draft.replace(file)


def _address_file(profile: Profile) -> Path:
    return profile.data / "writer.json"
