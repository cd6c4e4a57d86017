"""Cells of tables that a spreadsheet may open: it would compute what looks like a formula, and refuse a file with bytes
that are no letters, as old names of files have them.
"""

import re
from typing import Final

_FORMULA: Final = r"(?=[\s']*[=+\-@\uff1d\uff0b\uff0d\uff20])"
"""Before what is taken for the beginning of something to be computed: =, +, - or @, also in the wide form of East Asian
scripts. Apostrophes and spaces before it are counted in, so that every text is written in its own way.
"""
_COMPUTED: Final = frozenset("=+-@\uff1d\uff0b\uff0d\uff20")
_BEGINNING: Final = r"(^|;)"
"""Of a cell: behind a semicolon spreadsheets of half of Europe begin another one."""
_TO_DEFUSE: Final = re.compile(_BEGINNING + _FORMULA)
_DEFUSED: Final = re.compile(f"{_BEGINNING}'{_FORMULA}")
_HALF: Final = "u(d[89a-f][0-9a-f]{2})"
"""What follows the backslash where half of a character, or a byte that is no letter, is spelt out as in JSON."""
_RUN: Final = r"(?<!\\)"
"""A row of backslashes is looked at once, from its beginning: from each of them it would take hours in a long one."""
_TO_SPELL: Final = re.compile(rf"{_RUN}(\\*)(?:([\ud800-\udfff])|(?={_HALF}))")
_SPELT: Final = re.compile(rf"{_RUN}(\\+)(?:{_HALF})")


def defused(text: str) -> str:
    """A text with an apostrophe in front of whatever would be computed."""
    # Most cells have none, and a large table has millions of cells.
    return text if _COMPUTED.isdisjoint(text) else _TO_DEFUSE.sub(r"\1'", text)


def restored(cell: str) -> str:
    """The text that `defused` made a cell of."""
    return _DEFUSED.sub(r"\1", cell) if "'" in cell else cell


def spelt(text: str) -> str:
    r"""A text that UTF-8 can hold: what it cannot is written as `\udcff`. Backslashes before such a thing, and before
    what only looks like it, are doubled; all others are left, as the paths of Windows are full of them.

    >>> spelt("C:\\gr\udcfc\udcdfe")
    'C:\\gr\\udcfc\\udcdfe'
    """
    if "\\u" not in text and text.isprintable():
        return text
    return _TO_SPELL.sub(lambda found: found[1] * 2 + (f"\\u{ord(found[2]):x}" if found[2] else ""), text)


def unspelt(text: str) -> str:
    """The text that `spelt` wrote so."""
    return _SPELT.sub(_read_half, text) if "\\u" in text else text


def _read_half(found: re.Match[str]) -> str:
    backslashes, odd = divmod(len(found[1]), 2)
    return "\\" * backslashes + (chr(int(found[2], 16)) if odd else f"u{found[2]}")
