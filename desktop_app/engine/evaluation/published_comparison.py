"""An evaluation of a published set beside what others published of the same checkpoint."""

from collections.abc import Collection
from pathlib import Path
from typing import Any, Final

from desktop_app.core.published_figures import DATA_SETS, Measured, compare
from desktop_app.engine.embedders.embedder import EmbedderSpec
from desktop_app.engine.evaluation.evaluating import SENTENCE, Evaluation
from desktop_app.library.labelled_sounds import LabelledSet

_FAST: Final = ":fast"


def published_document(
    evaluation: Evaluation, paths: Collection[Path], labelled: LabelledSet, spec: EmbedderSpec, data_set: str
) -> dict[str, Any]:
    """What `--published` tells, as plain values; `paths` are those of the sounds that were evaluated.

    Compared is the figure by the protocol of publications, whichever way was the best here. Raises KeyError for a set
    of which nothing is known.
    """
    tried = evaluation.of(SENTENCE, as_tags=False)
    assert tried is not None, "every evaluation tries it"
    heard = set(paths)
    splits = {sound.split for sound in labelled.sounds if sound.path in heard and sound.split}
    counts = (int(count) for count in evaluation.truth.holds.sum(axis=0))
    accuracy = tried.figures.accuracy
    measured = Measured(
        embedder=spec.name.removesuffix(_FAST),
        is_bundled=spec.kind == "starter",
        is_exact=spec.precision == "exact",
        accuracy=accuracy.value,
        interval=(accuracy.low, accuracy.high),
        kind=labelled.kind,
        sounds_of=tuple(count for count in counts if count),
        splits=len(splits),
    )
    return compare(DATA_SETS[data_set], measured)
