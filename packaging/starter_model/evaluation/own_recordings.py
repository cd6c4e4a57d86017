"""The recordings of the app's own tests as clips to judge by: 126 that the repository carries, with no download."""

import csv
import re
from pathlib import Path

from corpus.clip import Clip, Split
from corpus.sound import Sound

from desktop_app.engine.decoding.audio import decode

_DATA = Path(__file__).resolve().parents[3] / "tests" / "data"
EVERYDAY, MUSICAL = "everyday", "recordings"
"""The sources that the clips name: folders of recordings."""


def recordings() -> list[Clip]:
    """All recordings, called by their labels and the words of their files' names."""
    clips = []
    for folder in (EVERYDAY, MUSICAL):
        with (_DATA / folder / "manifest.tsv").open(encoding="utf-8", newline="") as file:
            rows = list(csv.DictReader(file, delimiter="\t", quoting=csv.QUOTE_NONE))
        for row in rows:
            labels = [label.replace("-", " ") for label in row["labels"].split(", ")]
            words = " ".join(re.findall(r"[a-z]+", Path(row["file"]).stem))
            captions = tuple(dict.fromkeys(text for text in (*labels, words) if " or " not in text))
            clips.append(Clip(folder, row["file"], row["labels"], captions, Split.TEST))
    return clips


def sound_of(clip: Clip, sample_rate: int) -> Sound:
    """One of the recordings, mono, decoded as the app decodes it."""
    return decode(_DATA / clip.source / clip.name, sample_rate=sample_rate).samples
