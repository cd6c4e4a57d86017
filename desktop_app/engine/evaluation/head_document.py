"""What came of training a head, as plain values: what `earmark train-head --json` prints, and what its lines say."""

from typing import Any

from desktop_app.core.evaluation import Figures, Share, paired_difference
from desktop_app.engine.evaluation.evaluating import Tried
from desktop_app.engine.evaluation.head_training import TrainedHead
from desktop_app.engine.evaluation.plain_values import interval, known


def head_document(trained: TrainedHead, words: Tried) -> dict[str, Any]:
    """The figures of a head beside those of the words alone, `words`, for the same sounds. What is unknown is None."""
    found, without = trained.figures, words.figures
    recall_of = {each.label: each.recall for each in without.labels}
    return {
        "sounds": len(found.right),
        "folds": trained.folds,
        **_figures(found),
        "zero_shot": {"template": words.template.name, "as_tags": words.as_tags, **_figures(without)},
        "gained": found.accuracy.value - without.accuracy.value,
        "probability_of_no_difference": paired_difference(found.right, without.right),
        "tags": {"precision": _share(trained.precision), "recall": _share(trained.recall)},
        "sounds_at_large_tagged": _share(trained.tagged_background),
        "calibration_error": trained.calibration_error,
        "per_label": [
            {
                "label": each.label,
                "sounds": each.sounds,
                "precision": known(each.precision),
                "recall": known(each.recall),
                "zero_shot_recall": known(recall_of[each.label]),
                "average_precision": known(each.average_precision),
            }
            for each in found.labels
        ],
    }


def _figures(found: Figures) -> dict[str, Any]:
    return {
        "accuracy": found.accuracy.value,
        "interval": interval(found.accuracy),
        "mean_average_precision": found.mean_average_precision,
    }


def _share(found: Share) -> dict[str, Any]:
    return {"value": known(found.value), "interval": interval(found)}
