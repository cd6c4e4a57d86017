"""Which tags are right for a clip, told from its captions by the words of two hand-written tables.

`open_vocabulary.tsv`: 300 tags that a sound designer or a musician might have, the 100 commoner ones first.
`shipped_tags.tsv`: the tags of the vocabularies that come with Earmark, those that captions can tell (not "warm").

A tag is right for a clip if one of the clip's captions contains one of the phrases of `matches` as whole words and no
caption contains one of `not`. `also` names what is neither right nor wrong: where a phrase of it occurs (or one of
`matches` beside one of `not`), the tag is not judged, as nobody can tell from "door slam" whether it creaked.
"""

import csv
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

FOLDER = Path(__file__).parent
_NO_WORD = re.compile(r"[^a-z0-9]+")
_PLURAL = re.compile(r"(?<=ch|sh|ss)es$|(?<=x)es$|(?<=[^s]{3})s$")


@dataclass(frozen=True, slots=True)
class TagWords:
    """A tag and the words that tell where it is right."""

    tag: str
    """What the embedder reads (open vocabulary), or the tag's id (shipped vocabularies)."""
    family: str
    """animals, drums ... (open vocabulary), or the vocabulary's id (shipped vocabularies)."""
    common: bool
    """Whether it belongs to the commoner hundred of the open vocabulary."""
    matches: tuple[str, ...]
    excludes: tuple[str, ...]
    also: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Truth:
    """What the tags are to the clips; both [clips, tags]."""

    right: NDArray[np.bool_]
    judged: NDArray[np.bool_]
    """False where a tag is neither right nor wrong."""


def read_open_vocabulary(path: Path = FOLDER / "open_vocabulary.tsv") -> list[TagWords]:
    """The tags in the order of the file; raises ValueError with the line that is none."""
    return [
        TagWords(tag, family, common == "1", _phrases(matches), _phrases(excludes), ())
        for tag, common, family, matches, excludes in _rows(path, ("tag", "common", "family", "matches", "not"))
    ]


def read_shipped_tags(path: Path = FOLDER / "shipped_tags.tsv") -> list[TagWords]:
    """The tags in the order of the file; raises ValueError with the line that is none."""
    return [
        TagWords(tag, vocabulary, False, _phrases(matches), _phrases(excludes), _phrases(also))
        for vocabulary, tag, matches, excludes, also in _rows(path, ("vocabulary", "tag", "matches", "not", "also"))
    ]


def truth(tags: Sequence[TagWords], clips: Sequence[Sequence[str]]) -> Truth:
    """`clips` are the captions of each clip."""
    plain = [[plain_words(caption) for caption in captions] for captions in clips]
    occurs = _Occurrences(plain)
    matched = np.stack([occurs.of_any(tag.matches) for tag in tags], axis=1)
    excluded = np.stack([occurs.of_any(tag.excludes) for tag in tags], axis=1)
    also = np.stack([occurs.of_any(tag.also) for tag in tags], axis=1)
    right = matched & ~excluded
    return Truth(right, right | ~(matched | also))


def plain_words(text: str) -> str:
    """Lower case, single spaces, no punctuation, no plural s: "Hi-Hats" -> "hi hat". Only good to compare with."""
    words = _NO_WORD.sub(" ", text.lower()).split()
    return " ".join(_PLURAL.sub("", word) for word in words)


class _Occurrences:
    """In which clips a phrase occurs; each distinct caption is searched only once a phrase."""

    def __init__(self, clips: Sequence[Sequence[str]]) -> None:
        texts = sorted({caption for captions in clips for caption in captions})
        number = {text: index for index, text in enumerate(texts)}
        self._texts = [f" {text} " for text in texts]
        self._carried = np.zeros((len(clips), len(texts)), dtype=bool)
        for row, captions in enumerate(clips):
            self._carried[row, [number[caption] for caption in captions]] = True

    def of_any(self, phrases: Sequence[str]) -> NDArray[np.bool_]:
        """[clips]: whether one of the phrases occurs in one of the captions."""
        wanted = {f" {plain_words(phrase)} " for phrase in phrases}
        found = [index for index, text in enumerate(self._texts) if any(phrase in text for phrase in wanted)]
        return np.asarray(self._carried[:, found].any(axis=1))


def _rows(path: Path, columns: tuple[str, ...]) -> Iterator[list[str]]:
    with path.open(encoding="utf-8", newline="") as file:
        rows = csv.reader(file, delimiter="\t", quoting=csv.QUOTE_NONE)
        if tuple(next(rows, ())) != columns:
            raise ValueError(f"{path} does not begin with the columns {', '.join(columns)}.")
        for number, row in enumerate(rows, start=2):
            if len(row) != len(columns) or not row[0] or not row[columns.index("matches")]:
                raise ValueError(
                    f"{path}:{number}: a tag has a name, phrases that tell it, and {len(columns)} columns."
                )
            yield row


def _phrases(cell: str) -> tuple[str, ...]:
    return tuple(phrase for phrase in cell.split("|") if phrase)
