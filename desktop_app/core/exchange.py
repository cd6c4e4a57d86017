"""The forms in which what people said of sounds leaves Earmark and comes back, by what a file's name says that it is.

Three hold the same: JSON; a table with commas for spreadsheets; and a table with tabs whose first columns are those
that Soundminer reads. Reading what was written gives it back, whatever is in it; all of it is valid UTF-8, with bytes
that are no letters spelt out, and in a table nothing begins like a formula.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import PurePath
from typing import Final

from desktop_app.core.said import Names, SaidList, SaidOfSound
from desktop_app.core.said_json import check_json, read_json, write_json
from desktop_app.core.said_tables import check_table, read_csv, read_tabs, write_csv, write_tabs

BEGINNING: Final = 1 << 16
"""Bytes in which a list shows that it is one."""


@dataclass(frozen=True, slots=True)
class ExchangeFormat:
    """One of the three forms."""

    suffix: str
    """Of a file, with its dot."""
    write: Callable[[Sequence[SaidOfSound], Names], str]
    read: Callable[[str], SaidList]
    """Raises ExchangeError."""
    check: Callable[[str], None]
    """Whether a text can be this, by its first `BEGINNING` bytes: a file may be large. Raises ExchangeError."""


FORMATS: Final = (
    ExchangeFormat(".json", write_json, read_json, check_json),
    ExchangeFormat(".csv", write_csv, read_csv, check_table),
    ExchangeFormat(".txt", write_tabs, read_tabs, check_table),
)


def format_of(name: str) -> ExchangeFormat | None:
    """The form that a file's name asks for."""
    suffix = PurePath(name).suffix.lower()
    return next((found for found in FORMATS if found.suffix == (".txt" if suffix == ".tsv" else suffix)), None)
