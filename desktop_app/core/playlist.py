"""Lists of sounds as M3U, which every player reads; here always in UTF-8 (`.m3u8`)."""

import os
import re
from collections.abc import Sequence
from pathlib import Path
from urllib.parse import unquote, urlsplit

_HEADING = "#EXTM3U"
_LINE_END = re.compile(r"\r\n|\n|\r")
"""Nothing else ends a line: names may hold all that Unicode takes for one."""
_ADDRESS = re.compile(r"[A-Za-z][A-Za-z0-9+.-]+://")
"""One letter would be a drive of Windows."""


def write_playlist(paths: Sequence[Path], folder: Path) -> tuple[str, tuple[Path, ...]]:
    """A line a sound; those at or below `folder`, where the list is to lie, relative to it, so that both can move.

    Second come the paths that are left out, as they have a line break in them: the form has no way to say it.
    """
    left_out = tuple(path for path in paths if _LINE_END.search(_line_of(path, folder)))
    torn = frozenset(left_out)
    lines = [_line_of(path, folder) for path in paths if path not in torn]
    return "\n".join([_HEADING, *lines]) + "\n", left_out


def read_playlist(text: str, folder: Path) -> list[Path]:
    """The sounds of a list that lies in `folder`; addresses of the network are left out."""
    lines = [line for line in _LINE_END.split(text.removeprefix("\ufeff")) if line.strip() and line[0] != "#"]
    names = [_name_in(line) for line in lines]
    return [Path(os.path.normpath(folder / name)) for name in names if name]


def _line_of(path: Path, folder: Path) -> str:
    if not path.is_relative_to(folder):
        return str(path)
    line = str(path.relative_to(folder))
    # Else it would be read as a remark, as an address, or without the space.
    return f".{os.sep}{line}" if line[0] == "#" or not line[0].strip() or _ADDRESS.match(line) else line


def _name_in(line: str) -> str:
    """The file that a line names; empty for what is none on this machine."""
    if not _ADDRESS.match(line):
        return line
    try:
        address = urlsplit(line.strip())
    except ValueError:
        return ""
    if address.scheme.lower() != "file" or address.netloc not in ("", "localhost"):
        return ""
    name = unquote(line.strip().partition("://")[2].removeprefix(address.netloc), errors="surrogateescape")
    return name[1:] if re.match(r"/[A-Za-z]:", name) else name
