"""One writer a profile: an operating system lock says who it is, and a local socket lets others hand it their work.

The lock is released by the kernel however the holder ends. The socket's address and its random key lie in the profile,
readable by its owner only; nothing listens on the network.
"""

import contextlib
import json
import logging
import os
import secrets
import sys
import tempfile
import threading
from collections.abc import Callable
from multiprocessing.connection import Client, Connection, Listener
from pathlib import Path
from typing import Any

from filelock import FileLock, Timeout

from desktop_app.paths import Profile

log = logging.getLogger(__name__)

Request = dict[str, Any]
Reply = dict[str, Any]

_LONGEST_SOCKET_PATH = 100
"""A Unix socket's path must fit 108 bytes on Linux and 104 on macOS."""


class Holder:
    """This process writes to the profile; while it lives, no other does."""

    def __init__(self, profile: Profile, lock: FileLock) -> None:
        self._profile = profile
        self._lock = lock
        self._listener: Listener | None = None
        self._threads: list[threading.Thread] = []

    @classmethod
    def acquire(cls, profile: Profile) -> "Holder | None":
        """Become the writer of a profile, or None when another process is. Raises OSError on an unwritable profile."""
        profile.data.mkdir(parents=True, exist_ok=True)
        lock = FileLock(profile.data / "writer.lock", thread_local=False)
        try:
            lock.acquire(timeout=0)
        except Timeout:
            return None
        return cls(profile, lock)

    def serve(self, handle: Callable[[Request], Reply]) -> None:
        """Answer other processes' requests on threads of their own until `close`."""
        key = secrets.token_hex(32)
        self._listener = Listener(_new_address(self._profile), authkey=key.encode())
        address_file = _address_file(self._profile)
        draft = address_file.with_suffix(".new")
        descriptor = os.open(draft, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600)
        with os.fdopen(descriptor, "w", encoding="utf-8") as stream:
            json.dump({"address": self._listener.address, "key": key}, stream)
        draft.replace(address_file)
        self._start(self._accept, handle)

    def close(self) -> None:
        """Stop answering and let go of the profile."""
        if self._listener is not None:
            _address_file(self._profile).unlink(missing_ok=True)
            listener, self._listener = self._listener, None
            with contextlib.suppress(OSError, EOFError):
                # `accept` cannot be interrupted: it is woken by a last visitor.
                Client(listener.address, authkey=None).close()
            for thread in self._threads:
                thread.join()
            listener.close()
        self._lock.release()

    def _accept(self, handle: Callable[[Request], Reply]) -> None:
        listener = self._listener
        while listener is not None and self._listener is not None:
            try:
                connection = listener.accept()
            except (OSError, EOFError) as error:  # includes a visitor with a wrong key
                log.info("a visitor left: %s", error)
                continue
            except Exception as error:  # noqa: BLE001 - AuthenticationError has no narrower base
                log.warning("a visitor was refused: %s", error)
                continue
            self._start(_answer, connection, handle)

    def _start(self, work: Callable[..., None], *arguments: Any) -> None:
        self._threads = [thread for thread in self._threads if thread.is_alive()]
        thread = threading.Thread(target=work, args=arguments, name="holder")
        self._threads.append(thread)
        thread.start()


def hand_over(profile: Profile, request: Request) -> Reply | None:
    """Give a request to the process that holds the profile; None when none answers."""
    try:
        place = json.loads(_address_file(profile).read_text(encoding="utf-8"))
        with Client(place["address"], authkey=place["key"].encode()) as connection:
            connection.send_bytes(json.dumps(request).encode())
            reply: Reply = json.loads(connection.recv_bytes())
            return reply
    except (OSError, EOFError, ValueError, KeyError) as error:
        log.info("no process answers for this profile: %s", error)
        return None


def _answer(connection: Connection, handle: Callable[[Request], Reply]) -> None:
    with connection, contextlib.suppress(OSError, EOFError, ValueError):
        request = json.loads(connection.recv_bytes(1 << 20))
        connection.send_bytes(json.dumps(handle(request)).encode())


def _address_file(profile: Profile) -> Path:
    return profile.data / "writer.json"


def _new_address(profile: Profile) -> str | None:
    """Where to listen: beside the lock, or in the temporary folder when that path is too long for a socket."""
    if sys.platform == "win32":
        return rf"\\.\pipe\earmark-{secrets.token_hex(8)}"
    beside = profile.data / "writer.socket"
    if len(os.fsencode(beside)) <= _LONGEST_SOCKET_PATH:
        beside.unlink(missing_ok=True)
        return str(beside)
    return str(Path(tempfile.mkdtemp(prefix="earmark-")) / "socket")
