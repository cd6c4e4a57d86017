"""Whether a window can be opened here. Qt ends the whole process where it cannot, so this is found out before."""

import contextlib
import ctypes
import importlib.util
import os
import re
import socket
import sys
from collections.abc import Mapping
from pathlib import Path
from typing import Final

NO_SCREEN: Final = "There is no display here"

_X_DISPLAY: Final = re.compile(r"(?:(?P<host>[^:]*):)(?P<number>\d+)(?:\.\d+)?")
_X_PORT: Final = 6000
_SECONDS: Final = 3.0
"""Time that a display on another machine has to answer."""


def why_no_window(environment: Mapping[str, str] = os.environ, platform: str = sys.platform) -> str | None:
    """Why no window can be opened, as the beginning of a sentence; None when one can."""
    if platform in ("win32", "darwin"):
        return None
    chosen = [name.partition(":")[0] for name in environment.get("QT_QPA_PLATFORM", "").split(";") if name]
    if any(not name.startswith(("xcb", "wayland")) for name in chosen):
        return None  # offscreen, a frame buffer and the like need no display server
    plugins = []
    if _answers(_wayland_address(environment)) and (not chosen or any(name.startswith("wayland") for name in chosen)):
        plugins.append("libqwayland.so")
    if (not chosen or "xcb" in chosen) and any(_answers(address) for address in _x_addresses(environment)):
        plugins.append("libqxcb.so")
    if not plugins:
        return NO_SCREEN
    problems = [problem for problem in map(_problem_with, plugins) if problem]
    if len(problems) < len(plugins):
        return None
    return f"Qt lacks a library of the system to open a window ({problems[-1]})"


def _x_addresses(environment: Mapping[str, str]) -> list[str | tuple[str, int]]:
    """Where the X server that DISPLAY names may listen."""
    found = _X_DISPLAY.fullmatch(environment.get("DISPLAY", ""))
    if found is None:
        return []
    if found["host"] not in ("", "unix"):
        return [(found["host"], _X_PORT + int(found["number"]))]
    path = f"/tmp/.X11-unix/X{found['number']}"
    return [f"\0{path}", path]


def _wayland_address(environment: Mapping[str, str]) -> str | None:
    name = environment.get("WAYLAND_DISPLAY")
    return os.path.join(environment.get("XDG_RUNTIME_DIR", "/"), name) if name else None  # noqa: PTH118


def _answers(address: str | tuple[str, int] | None) -> bool:
    """Whether anybody listens at a Unix socket's path or at host and port."""
    if address is None:
        return False
    with contextlib.suppress(OSError, ValueError, OverflowError):
        if isinstance(address, tuple):
            socket.create_connection(address, timeout=_SECONDS).close()
            return True
        with socket.socket(socket.AF_UNIX) as connection:
            connection.settimeout(_SECONDS)
            connection.connect(os.fsencode(address))
            return True
    return False


def _problem_with(plugin: str) -> str | None:
    """What the dynamic linker says about one of Qt's plugins, without importing Qt; None when it can be loaded."""
    package = importlib.util.find_spec("PySide6")
    folders = [] if package is None else list(package.submodule_search_locations or [])
    file = next((path for folder in folders if (path := Path(folder) / "Qt/plugins/platforms" / plugin).exists()), None)
    if file is None:
        return None  # another build of Qt, which knows its own ways
    try:
        ctypes.CDLL(str(file))
    except OSError as error:
        return str(error).partition(":")[0]
    return None
