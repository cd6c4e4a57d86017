"""Texts in cells of tables that a spreadsheet may open: it would compute what looks like a formula."""

import re
from typing import Final

_FORMULA: Final = r"(?=[\s']*[=+\-@\uff1d\uff0b\uff0d\uff20])"
"""Before what is taken for the beginning of something to be computed: =, +, - or @, also in the wide form of East Asian
scripts. Apostrophes and spaces before it are counted in, so that every text is written in its own way.
"""
_BEGINNING: Final = r"(^|;)"
"""Of a cell: behind a semicolon spreadsheets of half of Europe begin another one."""
_TO_DEFUSE: Final = re.compile(_BEGINNING + _FORMULA)
_DEFUSED: Final = re.compile(f"{_BEGINNING}'{_FORMULA}")


def defused(text: str) -> str:
    """A text with an apostrophe in front of whatever would be computed."""
    return _TO_DEFUSE.sub(r"\1'", text)


def restored(cell: str) -> str:
    """The text that `defused` made a cell of."""
    return _DEFUSED.sub(r"\1", cell)
