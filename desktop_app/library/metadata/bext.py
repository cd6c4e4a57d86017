"""The `bext` chunk of broadcast WAV files (EBU Tech 3285, version 2).

Only the texts that a program about sounds has something to say on are changed; every other byte stays what it was.
"""

from typing import Final

_TEXTS: Final = {
    "description": (0, 256),
    "originator": (256, 32),
    "originator_reference": (288, 32),
    "origination_date": (320, 10),
    "origination_time": (330, 8),
}
"""Where each text begins in the chunk, and its bytes."""
SHORTEST: Final = 602
"""Bytes of a chunk without a coding history."""


def text_bytes(name: str) -> int:
    """How many bytes a text may have. Raises KeyError for one that the chunk does not have."""
    return _TEXTS[name][1]


def read_bext(content: bytes) -> dict[str, str]:
    """The texts of a chunk, those left out that are empty; as many of a short chunk as it has."""
    texts = {name: first_text(content[start : start + length]) for name, (start, length) in _TEXTS.items()}
    texts["coding_history"] = first_text(content[SHORTEST:])
    return {name: text for name, text in texts.items() if text}


def changed_bext(content: bytes | None, texts: dict[str, str]) -> bytes:
    """The chunk (None: a new one) with these texts in place of its own.

    A text that is too long ends behind the last whole character that fits; the whole of it belongs into `iXML`. Raises
    KeyError for a text that the chunk does not have.
    """
    result = bytearray((content or b"").ljust(SHORTEST, b"\0"))
    for name, text in texts.items():
        start, length = _TEXTS[name]
        result[start : start + length] = fitting(text, length).ljust(length, b"\0")
    return bytes(result)


def fitting(text: str, length: int) -> bytes:
    """As many whole characters of a text, in UTF-8, as fit into so many bytes."""
    encoded = text.replace("\0", " ").encode("utf-8", "replace")
    return encoded if len(encoded) <= length else encoded[:length].decode("utf-8", "ignore").encode()


def first_text(content: bytes) -> str:
    """What stands before the first NUL."""
    return decoded(content.partition(b"\0")[0]).strip()


def decoded(content: bytes) -> str:
    """Bytes of an unknown program: UTF-8 if they can be, else what Windows programs of the West write."""
    try:
        return content.decode("utf-8")
    except UnicodeDecodeError:
        return content.decode("cp1252", "replace")
