"""What verdicts say of the tags, as plain values: what `earmark evaluate --verdicts --json` prints, and what its page
is drawn from. Named as in `evaluation_document.py` where it is the same.
"""

from typing import Any, Final

from desktop_app.core.verdict_figures import FOLDS, VerdictFigures, found_by
from desktop_app.engine.evaluation.evaluation_document import MOST_WRONG, retrieval_document
from desktop_app.engine.evaluation.plain_values import interval, known
from desktop_app.engine.evaluation.verdict_evaluation import JudgedTag, Overall, VerdictEvaluation, Wording, most_wrong

KIND: Final = "verdicts"


def verdict_document(evaluation: VerdictEvaluation) -> dict[str, Any]:
    """The figures of the tags as they are, with what they learned, and beside them those by their prompts alone, or as
    they were trained.

    Numbers that are unknown are None; so is the best template where all tags were trained.
    """
    verdicts = sum(len(tag.tried.right) for tag in evaluation.tags)
    return {
        "kind": KIND,
        "sounds": evaluation.sounds,
        "labels": len(evaluation.tags),
        "verdicts": verdicts,
        "accepted": sum(int(tag.tried.right.sum()) for tag in evaluation.tags),
        "folds": FOLDS if any(tag.tried.folds for tag in evaluation.tags) else 0,
        **_overall(evaluation.as_they_are),
        "by_prompts": _overall(evaluation.by_prompts),
        "probability_of_no_difference": evaluation.probability,
        "per_label": [_tag(tag) for tag in evaluation.tags],
        "confusion": {
            "pairs": [
                {"label": pair.label, "taken_for": pair.taken_for, "sounds": pair.sounds, "prompt": prompt}
                for pair, prompt in evaluation.confusions
            ]
        },
        "retrieval": {
            "text_to_sound": retrieval_document(
                found_by([(tag.tried.learned, tag.tried.right) for tag in evaluation.tags])
            )
        },
        "template": evaluation.wordings[evaluation.best_wording].name if evaluation.wordings else None,
        "templates": [_wording(wording) for wording in evaluation.wordings],
        "most_confidently_wrong": _most_wrong(evaluation),
        "too_few": _too_few(evaluation),
        "unheard": evaluation.unheard,
    }


def before_learning(document: dict[str, Any]) -> str:
    """How the tags of such a document are recognised without what they learned, in words."""
    trained = sum(each["trained"] for each in document["per_label"])
    if not trained:
        return "by the prompts alone"
    return "as trained" if trained == len(document["per_label"]) else "without learning"


def _most_wrong(evaluation: VerdictEvaluation) -> list[dict[str, Any]]:
    return [
        {
            "path": str(tag.said.paths[place]),
            "label": tag.scored.tag.name,
            "has_it": bool(tag.tried.right[place]),
            "lead": lead,
        }
        for tag, place, lead in most_wrong(evaluation, MOST_WRONG)
    ]


def _too_few(evaluation: VerdictEvaluation) -> list[dict[str, Any]]:
    return [
        {
            "label": scored.tag.name,
            "vocabulary": scored.vocabulary_id,
            "accepted": int(said.right.sum()),
            "rejected": int((~said.right).sum()),
        }
        for scored, said in evaluation.too_few
    ]


def _overall(overall: Overall) -> dict[str, Any]:
    return {
        "accuracy": overall.agreed.value,
        "interval": interval(overall.agreed),
        "mean_average_precision": overall.figures.average_precision,
        "precision": known(overall.figures.precision),
        "recall": known(overall.figures.recall),
    }


def _tag(tag: JudgedTag) -> dict[str, Any]:
    return {
        "label": tag.scored.tag.name,
        "vocabulary": tag.scored.vocabulary_id,
        "sounds": len(tag.tried.right),
        "accepted": int(tag.tried.right.sum()),
        "threshold": tag.scored.tag.threshold,
        "learns": tag.tried.folds > 0,
        "trained": tag.is_trained,
        **_figures(tag.as_it_is),
        "by_prompts": _figures(tag.by_prompts),
    }


def _figures(figures: VerdictFigures) -> dict[str, Any]:
    return {
        "average_precision": known(figures.average_precision),
        "precision": known(figures.precision),
        "recall": known(figures.recall),
    }


def _wording(wording: Wording) -> dict[str, Any]:
    return {
        "template": wording.name,
        "as_tags": True,
        **_overall(wording.overall),
        "probability_of_no_difference": wording.probability,
    }
