"""What the corpus consists of: sources, their clips, and which split each clip belongs to.

`sources/*.toml` says whose a source is and where it is fetched, `clips/*.tsv` what each of its clips is called. Both
are text, written by hand; no audio is kept in the project.
"""

import csv
import hashlib
import tomllib
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path

FOLDER = Path(__file__).parent
_HELD_OUT_GROUP = "everyday-test "
"""Groups that begin so are recordings by which the app's own tests judge the embedder."""
_SPLIT_BY_MAKER = ("notes", "drums")


class Split(StrEnum):
    """What a clip may be used for."""

    TRAIN = "train"
    SELECTION = "selection"
    """To choose between ways of training."""
    TEST = "test"
    """To say how good the outcome is, once."""


@dataclass(frozen=True, slots=True)
class Source:
    """A package of sounds, or a way to make some."""

    name: str
    kind: str
    """debian, pypi, npm or synthesised."""
    package: str
    version: str
    file: str
    """Name of the downloaded file; empty for synthesised sounds."""
    sha256: str
    """Of the file, hex."""
    font: str
    """Path of the font inside the package, for sources whose clips are notes; else empty."""
    licence: str
    attribution: str
    homepage: str
    role: Split
    family: str
    """effects, notes, drums, music, speech or interface."""


@dataclass(frozen=True, slots=True)
class Clip:
    """One sound and what people would call it."""

    source: str
    name: str
    """Which sound of the source; see the source's kind."""
    group: str
    """Clips of one group never part: takes of one thing."""
    captions: tuple[str, ...]
    """Best first."""
    split: Split


def read_sources(folder: Path = FOLDER / "sources") -> dict[str, Source]:
    """All sources by name; raises ValueError if one is not described as it should be."""
    sources = {}
    for path in sorted(folder.glob("*.toml")):
        values = tomllib.loads(path.read_text(encoding="utf-8"))
        try:
            source = Source(**{**values, "role": Split(values["role"])})
        except (KeyError, TypeError, ValueError) as error:
            raise ValueError(f"{path} does not describe a source: {error}.") from error
        if source.name != path.stem:
            raise ValueError(f"{path} describes a source of another name: {source.name!r}.")
        sources[source.name] = source
    return sources


def read_clips(source: Source, folder: Path = FOLDER / "clips") -> list[Clip]:
    """The clips of a source in the order of their file; raises ValueError with the line that is not a clip."""
    path = folder / f"{source.name}.tsv"
    with path.open(encoding="utf-8", newline="") as file:
        rows = csv.reader(file, delimiter="\t", quoting=csv.QUOTE_NONE)
        if next(rows, None) != ["clip", "group", "captions"]:
            raise ValueError(f"{path} does not begin with the three columns clip, group and captions.")
        return [_clip(source, row, f"{path}:{number}") for number, row in enumerate(rows, start=2)]


def _clip(source: Source, row: list[str], where: str) -> Clip:
    if len(row) != 3 or not all(row):
        raise ValueError(f"{where}: a clip has a name, a group and captions.")
    name, group, captions = row
    phrases = tuple(phrase.strip() for phrase in captions.split("|"))
    if not all(phrases):
        raise ValueError(f"{where}: an empty caption.")
    return Clip(source.name, name, group, phrases, split_of(source, group))


def split_of(source: Source, group: str) -> Split:
    """The split of a group: that of its source, or, in a source to train on, by a hash of both names: 8 : 1 : 1.

    Instruments and drums are split by their makers alone: each maker plays the same few, and one left out of training
    would say little.
    """
    if group.startswith(_HELD_OUT_GROUP):
        return Split.TEST
    if source.role is not Split.TRAIN or source.family in _SPLIT_BY_MAKER:
        return source.role
    share = hashlib.sha256(f"{source.name}|{group}".encode()).digest()[0] / 256
    return Split.TRAIN if share < 0.8 else Split.SELECTION if share < 0.9 else Split.TEST
