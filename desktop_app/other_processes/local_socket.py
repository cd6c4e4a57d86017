"""A request and its reply between two processes of one person on one machine, over a socket that no network sees.

The wire: the visitor sends one line of JSON with the server's key and its request; the server answers with one line
when it takes the request, and with one more when the work is done, which may be hours later. The key lies where only
the person can read it, so that whoever else can reach the socket is turned away. Nothing a visitor does or fails to do
holds the server up, and closing never waits for a visitor who says nothing.
"""

import contextlib
import hmac
import json
import logging
import os
import secrets
import socket
import tempfile
import threading
from collections.abc import Callable
from multiprocessing.connection import wait
from pathlib import Path
from typing import IO, Any, Final

Request = dict[str, Any]
Reply = dict[str, Any]
Address = str | int
"""The path of a Unix socket, or a port of this machine where there are none."""

log = logging.getLogger(__name__)

_THIS_MACHINE: Final = "127.0.0.1"
_LONGEST_SOCKET_PATH: Final = 100
"""A Unix socket's path must fit 108 bytes on Linux and 104 on macOS."""
_LONGEST_REQUEST: Final = 16 << 20
"""Bytes."""
_TEMPORARY: Final = "earmark-"
"""Begins the name of a folder that is made for a socket alone."""
_PATIENCE: Final = 10.0
"""Seconds in which a visitor must have sent its request, and in which it must take the reply in."""
_WAITING_VISITORS: Final = 16
_TAKEN: Final = {"taken": True}


class NoReplyError(Exception):
    """The request was taken, and then the process that was to answer it ended."""


class Server:
    """Answers requests, each on a thread of its own, from its construction until `close`."""

    def __init__(self, place: Path, handle: Callable[[Request], Reply]) -> None:
        """Listen at `place`, or elsewhere where that cannot be a socket. Raises OSError when there is no place at all.

        `handle` is called on any thread, with whatever dictionary a visitor sent.
        """
        self.key: Final = secrets.token_hex(32)
        self._socket, self.address = _listening(place)
        self._handle = handle
        self._bell, self._clapper = socket.socketpair()
        self._lock = threading.Lock()
        self._closing = False
        self._undecided: set[socket.socket] = set()
        """Visitors who have not made their request yet."""
        self._threads: list[threading.Thread] = []
        self._door = threading.Thread(target=self._let_in, name="door")
        self._door.start()

    def leave(self) -> None:
        """Take no more requests; those that were taken are still answered."""
        with self._lock:
            already, self._closing = self._closing, True
            for visitor in self._undecided:
                # Wakes the thread that waits for the visitor's words.
                with contextlib.suppress(OSError):
                    visitor.shutdown(socket.SHUT_RDWR)
        if already:
            return
        self._clapper.send(b"!")
        self._door.join()
        for each in (self._socket, self._bell, self._clapper):
            each.close()
        if isinstance(self.address, str):
            _clear(Path(self.address))

    def close(self) -> None:
        """`leave`, and wait until what was taken is answered."""
        self.leave()
        for thread in self._threads:
            thread.join()

    def _let_in(self) -> None:
        while True:
            if self._bell in wait([self._bell, self._socket]):
                return
            try:
                visitor, _ = self._socket.accept()
            except OSError as error:
                log.warning("a visitor could not be let in: %s", error)
                # Out of file descriptors, most likely: the visitor is still there, and so may be the trouble.
                wait([self._bell], 1.0)
                continue
            self._attend_to(visitor)

    def _attend_to(self, visitor: socket.socket) -> None:
        with self._lock:
            if self._closing:
                visitor.close()
                return
            self._undecided.add(visitor)
        self._threads = [thread for thread in self._threads if thread.is_alive()]
        thread = threading.Thread(target=self._attend, args=(visitor,), name="visitor")
        self._threads.append(thread)
        thread.start()

    def _attend(self, visitor: socket.socket) -> None:
        with visitor:
            visitor.settimeout(_PATIENCE)
            try:
                request = self._request_of(visitor)
                if request is None:
                    return
                _send(visitor, _TAKEN)
            except OSError as error:
                log.info("a visitor left: %s", error)
                return
            reply = self._handle(request)
            try:
                _send(visitor, reply)
            except OSError as error:
                log.info("nobody waited for a reply: %s", error)

    def _request_of(self, visitor: socket.socket) -> Request | None:
        """The request of a visitor who may make one; None for others, who have been told. Raises OSError."""
        try:
            with visitor.makefile("rb") as lines:
                message = _received(lines, _LONGEST_REQUEST)
        finally:
            with self._lock:
                self._undecided.discard(visitor)
                closing = self._closing
        if closing or message is None:
            return None
        key, request = message.get("key"), message.get("request")
        if not isinstance(key, str) or not hmac.compare_digest(key.encode(errors="replace"), self.key.encode()):
            log.warning("a visitor without the key was turned away")
            return None
        if not isinstance(request, dict):
            _send(visitor, {"error": "This request makes no sense."})
            return None
        return request


def ask(
    address: Address, key: str, request: Request, *, patience: float = 5.0, taken: Callable[[], None] | None = None
) -> Reply | None:
    """Make a request and wait for its reply, however long that takes.

    None when nobody takes the request within `patience` seconds; `taken` is called when somebody does. Raises
    NoReplyError when whoever took it ended without a reply.
    """
    try:
        with _connected(address, patience) as connection, connection.makefile("rb") as lines:
            _send(connection, {"key": key, "request": request})
            answer = _received(lines)
            if answer != _TAKEN:
                return answer
            if taken is not None:
                taken()
            connection.settimeout(None)
            reply = _received_at_last(lines)
    except (OSError, ValueError) as error:  # ValueError: an address that is none
        log.info("nobody answers at %s: %s", address, error)
        return None
    if reply is None:
        raise NoReplyError
    return reply


def _received_at_last(lines: IO[bytes]) -> Reply | None:
    try:
        return _received(lines)
    except OSError:
        return None


def _received(lines: IO[bytes], most: int = -1) -> dict[str, Any] | None:
    """The dictionary in the next line; None when it is none, is not whole or longer than `most`. Raises OSError."""
    line = lines.readline(most)
    if not line.endswith(b"\n"):
        return None
    try:
        message = json.loads(line)
    except (ValueError, RecursionError):
        return None
    return message if isinstance(message, dict) else None


def _send(connection: socket.socket, message: dict[str, Any]) -> None:
    connection.sendall(json.dumps(message).encode() + b"\n")


def _listening(place: Path) -> tuple[socket.socket, Address]:
    if not hasattr(socket, "AF_UNIX"):
        listening = socket.create_server((_THIS_MACHINE, 0), backlog=_WAITING_VISITORS)
        return listening, int(listening.getsockname()[1])
    if len(os.fsencode(place)) <= _LONGEST_SOCKET_PATH:
        try:
            return _listening_at(place), str(place)
        except OSError as error:
            # Some file systems, memory sticks' for one, hold no sockets.
            log.info("no socket can be made at %s: %s", place, error)
    elsewhere = Path(tempfile.mkdtemp(prefix=_TEMPORARY)) / place.name
    return _listening_at(elsewhere), str(elsewhere)


def _listening_at(place: Path) -> socket.socket:
    place.unlink(missing_ok=True)
    listening = socket.socket(socket.AF_UNIX)
    try:
        listening.bind(os.fsencode(place))
        place.chmod(0o600)
        listening.listen(_WAITING_VISITORS)
    except OSError:
        listening.close()
        raise
    return listening


def _connected(address: Address, patience: float) -> socket.socket:
    if isinstance(address, int):
        return socket.create_connection((_THIS_MACHINE, address), timeout=patience)
    connection = socket.socket(socket.AF_UNIX)
    connection.settimeout(patience)
    try:
        connection.connect(os.fsencode(address))
    except OSError:
        connection.close()
        raise
    return connection


def _clear(place: Path) -> None:
    """Take the socket's file away, and the folder that was made for it."""
    with contextlib.suppress(OSError):
        place.unlink(missing_ok=True)
        if place.parent.name.startswith(_TEMPORARY) and place.parent.parent == Path(tempfile.gettempdir()):
            place.parent.rmdir()
