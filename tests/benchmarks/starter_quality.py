"""The bundled embedder: how good its answers are, on the recordings of the tests.

The baseline of each figure is the part of the same vectors that speaks in YAMNet's classes, which is all that there
would be without training. 126 recordings tell little; what was measured over the corpus stands in the model card and
is repeated here with its intervals.
"""

import itertools
import json
import sys
from collections.abc import Iterator, Sequence
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from desktop_app.engine.starter.starter_files import CLASS_BLOCK, read_config
from desktop_app.open_profile.embedder_list import starter_folder
from desktop_app.paths import resources
from tests.benchmarks.result import Result

sys.path.append(str(Path(__file__).resolve().parents[2] / "packaging" / "starter_model"))

from evaluation.committed import CommittedEmbedder
from evaluation.figures import open_vocabulary, retrieval
from evaluation.own_recordings import EVERYDAY, MUSICAL, recordings, sound_of

Vectors = NDArray[np.float32]

_MEASURED_HERE = {
    "text to audio, mAP": "finding {}, mAP",
    "audio to text, R@5": "naming {}, right among 5",
    "300 tags, top-5": "300 tags for {}, right among 5",
}
_IN_THE_CARD = (
    ("retrieval", "text to audio, mAP"),
    ("retrieval", "text to audio, mAP, far from class names"),
    ("retrieval", "audio to text, R@10"),
    ("open vocabulary", "300 tags, top-5"),
    ("task sonic-pi-18", "accuracy"),
    ("task instruments-15", "accuracy"),
    ("task one-shots-28", "accuracy"),
)


def run() -> list[Result]:
    """Shares of right answers, here and in the card."""
    return [*_measured_here(), *_in_the_card()]


def _measured_here() -> Iterator[Result]:
    embedder = CommittedEmbedder(starter_folder(), resources() / "vocabularies")
    classes = class_block()

    def read_classes(texts: Sequence[str]) -> Vectors:
        return embedder.read(texts)[:, classes]

    for folder, called in ((EVERYDAY, "64 everyday sounds"), (MUSICAL, "62 musical sounds")):
        clips = [clip for clip in recordings() if clip.source == folder]
        sounds = embedder.hear([sound_of(clip, embedder.sample_rate) for clip in clips])
        trained, alone = (
            retrieval(clips, vectors, read, embedder.class_cosines) | open_vocabulary(clips, vectors, read)
            for vectors, read in ((sounds, embedder.read), (sounds[:, classes], read_classes))
        )
        for name, title in _MEASURED_HERE.items():
            value, before = trained[name].value, alone[name].value
            yield Result(title.format(called), value, "", f"its class scores alone, {before:.2f}", value / before)


def class_block() -> slice:
    """Where in a vector the classes' part lies."""
    blocks = read_config(starter_folder()).blocks
    edges = itertools.pairwise(itertools.accumulate((block.size for block in blocks), initial=0))
    (found,) = (slice(*edge) for block, edge in zip(blocks, edges, strict=True) if block.kind == CLASS_BLOCK)
    return found


def _in_the_card() -> Iterator[Result]:
    sections = json.loads((starter_folder() / "figures.json").read_text(encoding="utf-8"))["sections"]
    for section, name in _IN_THE_CARD:
        figure = sections[section][name]
        interval = f"95 %: {figure['low']:.3f} to {figure['high']:.3f}"
        yield Result(f"card: {section.removeprefix('task ')}: {name}", figure["value"], "", interval)
