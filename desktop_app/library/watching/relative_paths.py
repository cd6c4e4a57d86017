"""How file names are written into the library, and how text is compared with them.

A file name is bytes that need not be text: names are stored as the system's bytes, so any of them comes back unchanged.
Beside them stand keys for people's typing: composed, case-folded text.
"""

import os
import re
import unicodedata
from pathlib import Path

_HALF_CHARACTER = re.compile("[\ud800-\udc7f\udd00-\udfff]")
"""Halves of characters that no file name has either: Python writes a name's bytes that are no text as other ones."""


def readable(text: str) -> str:
    """Text that can be stored: bytes of a name that are not text, and halves of characters, become U+FFFD."""
    return os.fsencode(_HALF_CHARACTER.sub("\ufffd", text)).decode("utf-8", "replace")


def text_key(text: str) -> str:
    """The form in which text is compared with names: readable, NFC, case-folded."""
    return unicodedata.normalize("NFC", unicodedata.normalize("NFC", readable(text)).casefold())


def split_keys(relative: str) -> tuple[str, str]:
    """The keys of the directory part (empty for a file at the top) and of the file's name."""
    directory, _, name = relative.rpartition("/")
    return text_key(directory), text_key(name)


def relative_to(path: Path, root: Path) -> str | None:
    """`path` as seen from `root`, with `/` between the parts; empty for the root itself, None when it is not inside."""
    if not path.is_relative_to(root):
        return None
    relative = path.relative_to(root).as_posix()
    return "" if relative == "." else relative


def below(root: bytes, relative: bytes) -> bytes:
    """The system's bytes of a path inside a folder."""
    return root.rstrip(b"/") + b"/" + relative


def prefix_range(relative: str) -> tuple[bytes, bytes]:
    """The half-open range that holds exactly the stored names below the directory `relative` (not itself)."""
    encoded = os.fsencode(relative)
    return encoded + b"/", encoded + b"0"
    # "0" is the character after "/".


def is_within(relative: str, prefix: str) -> bool:
    """Whether `relative` is `prefix` or lies below it; everything lies below the empty prefix."""
    return not prefix or relative == prefix or relative.startswith(prefix + "/")
