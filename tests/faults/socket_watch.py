"""Notes what a Python process asks of the network; loaded by each one that the fault table's network row starts."""

import os
import socket
import sys
from typing import Any, Final

FILE: Final = "EARMARK_SOCKET_WATCH"
"""The variable that names the file to note in."""
STARTED: Final = "started"
_ASKED: Final = ("socket.connect", "socket.sendto", "socket.sendmsg", "socket.bind")
_LOOKED_UP: Final = ("socket.getaddrinfo", "socket.gethostbyname", "socket.gethostbyaddr", "socket.getnameinfo")


def watch() -> None:
    """From now on each look-up of a host, and each use of an internet address, becomes a line of the file, as long as
    there is one.
    """

    def note(line: str) -> None:
        file = os.environ.get(FILE)
        if file is None:
            return
        descriptor = os.open(file, os.O_WRONLY | os.O_APPEND | os.O_CREAT, 0o600)
        os.write(descriptor, f"{line}\n".encode())
        os.close(descriptor)

    def hook(event: str, arguments: tuple[Any, ...]) -> None:
        if event in _LOOKED_UP or (event in _ASKED and arguments[0].family in (socket.AF_INET, socket.AF_INET6)):
            note(f"{event} {arguments[1:] if event in _ASKED else arguments} by {sys.argv}")

    sys.addaudithook(hook)
    note(f"{STARTED} {os.getpid()}")
