"""Prints the figures of the committed embedder over the recordings of the app's own tests, which need no download.

    python packaging/starter_model/evaluation/on_test_recordings.py

128 recordings say little about how good it is; that is what the corpus is for. They say that the evaluation runs.
"""

import csv
import re
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parents[3]
sys.path[:0] = [str(ROOT), str(ROOT / "packaging" / "starter_model")]

from corpus.clip import Clip, Split  # noqa: E402

from desktop_app.engine.audio import decode  # noqa: E402
from evaluation.committed import CommittedEmbedder  # noqa: E402
from evaluation.degradations import DEGRADATIONS  # noqa: E402
from evaluation.figures import Figures, evaluate  # noqa: E402
from evaluation.model_card import measured_part  # noqa: E402

_DATA = ROOT / "tests" / "data"
_SPOILT = "telephone band"


def recordings() -> list[Clip]:
    """All recordings, called by their labels and the words of their files' names."""
    clips = []
    for folder in ("everyday", "recordings"):
        with (_DATA / folder / "manifest.tsv").open(encoding="utf-8", newline="") as file:
            rows = list(csv.DictReader(file, delimiter="\t", quoting=csv.QUOTE_NONE))
        for row in rows:
            labels = [label.replace("-", " ") for label in row["labels"].split(", ")]
            words = " ".join(re.findall(r"[a-z]+", Path(row["file"]).stem))
            captions = tuple(dict.fromkeys(text for text in (*labels, words) if " or " not in text))
            clips.append(Clip(folder, row["file"], row["labels"], captions, Split.TEST))
    return clips


def figures() -> Figures:
    """Everything that there is to say of the test recordings."""
    embedder = CommittedEmbedder(ROOT / "resources" / "model" / "starter", ROOT / "resources" / "vocabularies")
    clips = recordings()
    heard = [decode(_DATA / clip.source / clip.name, sample_rate=embedder.sample_rate).samples for clip in clips]
    sounds = embedder.hear(heard)
    return evaluate(
        clips,
        sounds,
        embedder.read,
        class_cosines=embedder.class_cosines,
        given=embedder.given_tags(sounds),
        degraded={_SPOILT: embedder.hear([DEGRADATIONS[_SPOILT](sound) for sound in heard])},
    )


def main() -> None:
    """Print them as the model card would."""
    sys.stdout.write(measured_part(figures(), [], {}, ""))


if __name__ == "__main__":
    main()
