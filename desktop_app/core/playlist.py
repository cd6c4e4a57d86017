"""Lists of sounds as M3U, which every player reads; here always in UTF-8 (`.m3u8`)."""

import os
from collections.abc import Sequence
from pathlib import Path

_HEADING = "#EXTM3U"


def write_playlist(paths: Sequence[Path], folder: Path) -> str:
    """A line a sound; those at or below `folder`, where the list is to lie, relative to it, so that both can move.

    A path with a line break in it is left out: the form has no way to say it.
    """
    lines = [str(path.relative_to(folder) if path.is_relative_to(folder) else path) for path in paths]
    return "\n".join([_HEADING, *(line for line in lines if not {"\n", "\r"} & set(line))]) + "\n"


def read_playlist(text: str, folder: Path) -> list[Path]:
    """The sounds of a list that lies in `folder`; addresses of the network are left out."""
    lines = [line.strip() for line in text.removeprefix("\ufeff").splitlines()]
    names = [line for line in lines if line and not line.startswith("#") and "://" not in line]
    return [Path(os.path.normpath(folder / name)) for name in names]
