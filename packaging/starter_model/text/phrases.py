"""Reads the phrases of this folder: which mean the same sound, and which do not.

`synonyms.tsv` and `hard_negatives.tsv` are written by hand. `ucs_prompts.tsv` (two folders up) puts the categories of
the Universal Category System, which is in the public domain, into words.
"""

import csv
from collections.abc import Iterator
from pathlib import Path

FOLDER = Path(__file__).parent
_UCS_PROMPTS = FOLDER.parents[1] / "ucs_prompts.tsv"

Phrases = tuple[str, ...]


def read_synonyms(path: Path = FOLDER / "synonyms.tsv") -> list[Phrases]:
    """Groups of phrases for the same sound; no phrase is in two groups.

    Raises ValueError with the line that is no group.
    """
    return [_phrases(phrases) for _, phrases in _rows(path, ("group", "phrases"))]


def read_ucs_groups(path: Path = _UCS_PROMPTS) -> list[Phrases]:
    """The phrases of each category of the Universal Category System that has two or more for the same sound.

    Left out are whole categories (in capitals) and what is miscellaneous: their phrases are examples and differ.
    """
    lines = path.read_text(encoding="utf-8").splitlines()
    rows = [line.split("\t") for line in lines if line and not line.startswith("#")]
    groups = [_phrases(phrases) for name, phrases in rows if not name.isupper() and not name.endswith("Misc")]
    return [group for group in groups if len(group) > 1]


def read_hard_negatives(path: Path = FOLDER / "hard_negatives.tsv") -> list[tuple[str, str]]:
    """Pairs of phrases that are close in word or in sound and not the same; raises ValueError as `read_synonyms`."""
    return [(one, other) for one, other in _rows(path, ("one", "other"))]


def _rows(path: Path, columns: tuple[str, str]) -> Iterator[list[str]]:
    with path.open(encoding="utf-8", newline="") as file:
        rows = csv.reader(file, delimiter="\t", quoting=csv.QUOTE_NONE)
        if tuple(next(rows, ())) != columns:
            raise ValueError(f"{path} does not begin with the columns {columns[0]} and {columns[1]}.")
        for number, row in enumerate(rows, start=2):
            if len(row) != 2 or not all(row):
                raise ValueError(f"{path}:{number}: two columns with words in both are needed.")
            yield row


def _phrases(cell: str) -> Phrases:
    return tuple(phrase.strip() for phrase in cell.split("|"))
