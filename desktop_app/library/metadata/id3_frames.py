"""Which frames the bytes of an ID3 tag hold, whether or not somebody understands them.

Sources: the informal standards ID3v2.2, 2.3 and 2.4 (id3.org, 1998 to 2000).
"""

import re
from typing import Final

from mutagen import id3

_HEADER: Final = 10
_UNSYNCHRONISED: Final = 0x80
_EXTENDED: Final = 0x40
_NAME: Final = re.compile(rb"[A-Z][A-Z0-9]{2}[A-Z0-9\0]?")


def frame_names(content: bytes) -> list[str] | None:
    """The names of all frames with something in them, in order, as versions 2.3 and 2.4 call them.

    None where the frames do not follow one another as they should, so that what is there cannot be told.
    """
    if content[:3] != b"ID3" or len(content) < _HEADER:
        return []
    version, flags = content[3], content[5]
    body = content[_HEADER : _HEADER + _seven_bits(content[6:10])]
    if version < 4 and flags & _UNSYNCHRONISED:
        body = body.replace(b"\xff\0", b"\xff")
    if version > 2 and flags & _EXTENDED and body[:4].decode("latin-1") not in id3.Frames:
        body = body[4 + int.from_bytes(body[:4]) if version == 3 else _seven_bits(body[:4]) :]
    if version < 4:
        return _walked(body, version, seven_bits=False)
    names = _walked(body, version, seven_bits=True)
    # Some programs write the sizes of the older version.
    return _walked(body, version, seven_bits=False) if names is None else names


def _walked(body: bytes, version: int, *, seven_bits: bool) -> list[str] | None:
    letters, header = (3, 6) if version == 2 else (4, _HEADER)
    names: list[str] = []
    place = 0
    while place + header <= len(body):
        name, number = body[place : place + letters], body[place + letters : place + 2 * letters]
        if not name.strip(b"\0"):
            return names
        size = _seven_bits(number) if seven_bits else int.from_bytes(number)
        place += header + size
        if not _NAME.fullmatch(name) or place > len(body):
            return None
        if size > name.startswith(b"T"):  # a text's first byte says how the rest is encoded
            names.append(_of_today(name.decode("ascii")))
    return None if body[place:].strip(b"\0") else names


def _of_today(name: str) -> str:
    old = id3.Frames_2_2.get(name.rstrip("\0"))
    return name if old is None or old.__base__ is None else old.__base__.__name__


def _seven_bits(number: bytes) -> int:
    """A number of which each byte has seven bits."""
    value = 0
    for byte in number:
        value = value << 7 | byte & 0x7F
    return value
