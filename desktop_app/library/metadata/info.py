"""`LIST` chunks of the kind `INFO` in WAV files: short texts under four letters (Microsoft's RIFF specification)."""

import struct
from collections.abc import Iterator, Mapping
from typing import Final

from desktop_app.library.metadata.bext import decoded

KIND: Final = b"INFO"
_HEADER: Final = 8


def read_info(content: bytes) -> dict[str, str]:
    """Texts by their four letters, of a chunk's content from `INFO` on; empty for a list of another kind.

    Zeros behind the last one are none; a list that is cut short says what it has until there.
    """
    texts: dict[str, str] = {}
    for name, text in _entries(content):
        texts.setdefault(name.decode("latin-1"), decoded(text.partition(b"\0")[0]).strip())
    return {name: text for name, text in texts.items() if text}


def changed_info(content: bytes | None, texts: Mapping[str, str]) -> bytes:
    """The chunk's content (None: a new list) with these texts in place of its own, by their four letters.

    All else that is in it stays byte for byte and where it is, but for zeros behind the last entry; new texts come
    last, and an empty one takes its entry away. Raises ValueError where `content` is no list of this kind, or is cut
    short: what is there could be lost.
    """
    content = KIND if content is None else content
    entries = list(_entries(content))
    if content[:4] != KIND or content[len(_joined(entries)) :].strip(b"\0"):
        raise ValueError("The list of texts in this file is damaged.")
    wanted = {name.encode("ascii"): _encoded(text) for name, text in texts.items()}
    found = {name for name, _ in entries}
    kept = [(name, wanted.get(name, text)) for name, text in _once(entries, wanted)]
    new = [(name, text) for name, text in wanted.items() if name not in found]
    return _joined([(name, text) for name, text in (*kept, *new) if text or name not in wanted])


def _once(entries: list[tuple[bytes, bytes]], wanted: Mapping[bytes, bytes]) -> Iterator[tuple[bytes, bytes]]:
    """The entries, of those that are wanted otherwise only the first of each name."""
    seen: set[bytes] = set()
    for name, text in entries:
        if name not in seen or name not in wanted:
            yield name, text
        seen.add(name)


def _entries(content: bytes) -> Iterator[tuple[bytes, bytes]]:
    if content[:4] != KIND:
        return
    place, end = 4, len(content.rstrip(b"\0"))
    while place < end and place + _HEADER <= len(content):
        name = content[place : place + 4]
        size: int = struct.unpack_from("<I", content, place + 4)[0]
        if place + _HEADER + size > len(content):
            return
        yield name, content[place + _HEADER : place + _HEADER + size]
        place += _HEADER + size + size % 2


def _joined(entries: list[tuple[bytes, bytes]]) -> bytes:
    parts = [name + struct.pack("<I", len(text)) + text + b"\0" * (len(text) % 2) for name, text in entries]
    return KIND + b"".join(parts)


def _encoded(text: str) -> bytes:
    return text.replace("\0", " ").encode("utf-8", "replace") + b"\0" if text else b""
