"""An evaluation as plain values: what `earmark evaluate --json` prints and what reports are drawn from."""

from collections.abc import Sequence
from pathlib import Path
from typing import Any, Final

from desktop_app.core.evaluation import Retrieval
from desktop_app.engine.evaluation.evaluating import Evaluation, Tried
from desktop_app.engine.evaluation.noisiest import Noisiest
from desktop_app.engine.evaluation.plain_values import interval, known
from desktop_app.engine.evaluation.robustness import Worsened

MOST_WRONG: Final = 20
"""Sounds that are most confidently wrong, so many of them."""


def evaluation_document(evaluation: Evaluation, paths: Sequence[Path]) -> dict[str, Any]:
    """The figures of the best template, and one line for each of the others; `paths` [n] are those of its sounds.

    Numbers that are unknown are None.
    """
    best = evaluation.tried[evaluation.best]
    found, labels = best.figures, evaluation.truth.labels
    return {
        "sounds": len(paths),
        "labels": len(labels),
        "template": best.template.name,
        "as_tags": best.as_tags,
        "accuracy": found.accuracy.value,
        "interval": interval(found.accuracy),
        "guessing": float(evaluation.truth.holds.sum(axis=1).mean() / len(labels)),
        "mean_average_precision": evaluation.mean_average_precision.value,
        "mean_average_precision_interval": interval(evaluation.mean_average_precision),
        "per_label": [
            {
                "label": each.label,
                "sounds": each.sounds,
                "precision": known(each.precision),
                "recall": known(each.recall),
                "average_precision": known(each.average_precision),
            }
            for each in found.labels
        ],
        "confusion": {"labels": list(labels), "sounds": found.matrix.tolist(), "pairs": _pairs(evaluation)},
        "retrieval": {
            "text_to_sound": retrieval_document(found.text_to_sound),
            "sound_to_text": retrieval_document(found.sound_to_text),
        },
        "templates": [_template(each) for each in evaluation.tried],
        "most_confidently_wrong": _most_wrong(evaluation, best, paths),
    }


def robustness_document(found: Sequence[Worsened]) -> list[dict[str, Any]]:
    """What is left with each kind of worsening, the intact sounds first."""
    intact = found[0].figures.accuracy.value if found else 0.0
    return [
        {
            "kind": each.name,
            "sounds": len(each.figures.right),
            "accuracy": each.figures.accuracy.value,
            "interval": interval(each.figures.accuracy),
            "mean_average_precision": each.figures.mean_average_precision,
            "lost": intact - each.figures.accuracy.value,
            "probability_of_no_difference": each.probability,
        }
        for each in found
    ]


def noise_document(found: Noisiest, evaluation: Evaluation, paths: Sequence[Path]) -> dict[str, Any]:
    """The noisiest of the evaluated sounds, whose `paths` [n] are these: what each is, and what it is taken for."""
    rows = {path: row for row, path in enumerate(paths)}
    best = evaluation.tried[evaluation.best].figures
    right = [bool(best.right[rows[path]]) for path in found.paths]
    return {
        "of": found.of,
        "untold": found.untold,
        "right": sum(right) / len(right) if right else None,
        "sounds": [
            {**_taken(evaluation, rows[path], path), "signal_to_noise": ratio}
            for path, ratio in zip(found.paths, found.signal_to_noise, strict=True)
        ],
    }


def _pairs(evaluation: Evaluation) -> list[dict[str, Any]]:
    return [
        {"label": pair.label, "taken_for": pair.taken_for, "sounds": pair.sounds, "prompt": prompt}
        for pair, prompt in evaluation.confusions
    ]


def retrieval_document(found: Retrieval) -> dict[str, float]:
    """How well one side finds the other."""
    return {**{f"recall_at_{k}": value for k, value in found.recall.items()}, "map_at_10": found.average_precision}


def _template(tried: Tried) -> dict[str, Any]:
    return {
        "template": tried.template.name,
        "as_tags": tried.as_tags,
        "accuracy": tried.figures.accuracy.value,
        "interval": interval(tried.figures.accuracy),
        "mean_average_precision": tried.figures.mean_average_precision,
        "probability_of_no_difference": tried.probability,
    }


def _most_wrong(evaluation: Evaluation, best: Tried, paths: Sequence[Path]) -> list[dict[str, Any]]:
    found = best.figures
    wrong = [row for row in (-found.lead).argsort(kind="stable").tolist() if not found.right[row]]
    return [{**_taken(evaluation, row, paths[row]), "lead": float(found.lead[row])} for row in wrong[:MOST_WRONG]]


def _taken(evaluation: Evaluation, row: int, path: Path) -> dict[str, Any]:
    """What a sound is, and the label that comes first."""
    truth, first = evaluation.truth, evaluation.tried[evaluation.best].figures.first
    return {
        "path": str(path),
        "labels": [truth.labels[column] for column in truth.holds[row].nonzero()[0]],
        "taken_for": truth.labels[first[row]],
    }
