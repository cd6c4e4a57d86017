"""Prints the figures of the committed embedder over the recordings of the app's own tests, which need no download.

    python packaging/starter_model/evaluation/on_test_recordings.py

126 recordings say little about how good it is; that is what the corpus is for. They say that the evaluation runs.
"""

import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parents[3]
sys.path[:0] = [str(ROOT), str(ROOT / "packaging" / "starter_model")]

from evaluation.committed import CommittedEmbedder  # noqa: E402
from evaluation.degradations import DEGRADATIONS  # noqa: E402
from evaluation.figures import Figures, evaluate  # noqa: E402
from evaluation.model_card import measured_part  # noqa: E402
from evaluation.own_recordings import recordings, sound_of  # noqa: E402

_SPOILT = "telephone band"


def figures() -> Figures:
    """Everything that there is to say of the test recordings."""
    embedder = CommittedEmbedder(ROOT / "resources" / "model" / "starter", ROOT / "resources" / "vocabularies")
    clips = recordings()
    heard = [sound_of(clip, embedder.sample_rate) for clip in clips]
    sounds = embedder.hear(heard)
    return evaluate(
        clips,
        sounds,
        embedder.read,
        class_cosines=embedder.class_cosines,
        given=embedder.given_tags(sounds),
        tag_scores=embedder.tag_scores(sounds),
        degraded={_SPOILT: embedder.hear([DEGRADATIONS[_SPOILT](sound) for sound in heard])},
    )


def main() -> None:
    """Print them as the model card would."""
    sys.stdout.write(measured_part(figures(), [], {}, ""))


if __name__ == "__main__":
    main()
