"""Documents of evaluations as the engine makes them, with names that are none, for whoever shows them."""

from typing import Any

from desktop_app.core.published_figures import DATA_SETS, Measured, compare

NASTY = "<img src=\"http://elsewhere/x\" onerror='alert(1)'> & Co."
LINES = "two\nlines \x1b[31m"


def judged() -> dict[str, Any]:
    """What verdicts said of two tags, one of a nasty name."""
    figures = {
        "accuracy": 0.75,
        "interval": [0.5, 0.9],
        "mean_average_precision": 0.8,
        "precision": 0.9,
        "recall": None,
    }
    tag = {"label": NASTY, "vocabulary": "mine", "sounds": 8, "accepted": 4, "threshold": 0.5, "learns": True}
    tag |= {"trained": False, "average_precision": 0.7, "precision": None, "recall": 0.5}
    tag["by_prompts"] = {"average_precision": 0.6, "precision": 0.4, "recall": 0.25}
    return {
        "set": "your decisions",
        "vocabulary": "mine",
        "embedder": "starter/1",
        "sounds": 8,
        "labels": 2,
        "folds": 4,
        "verdicts": 16,
        "accepted": 8,
        **figures,
        "by_prompts": {**figures, "accuracy": 0.5},
        "probability_of_no_difference": 0.04,
        "per_label": [tag, {**tag, "label": LINES, "average_precision": 0.2}],
        "confusion": {"pairs": [{"label": NASTY, "taken_for": LINES, "sounds": 2, "prompt": NASTY}]},
        "template": "{label}",
        "templates": [
            {"template": name, "as_tags": True, **figures, "probability_of_no_difference": 1.0}
            for name in ("{label}", "the vocabularies' prompts")
        ],
        "most_confidently_wrong": [{"path": "b <script>.wav", "label": NASTY, "has_it": True, "lead": 2.0}],
        "too_few": [{"label": "hail", "vocabulary": "mine", "accepted": 1, "rejected": 0}],
        "unheard": 0,
    }


def trained() -> dict[str, Any]:
    """The same of tags that labelled sounds made, which no words are to blame for."""
    document = judged()
    tags = [{**tag, "trained": True} for tag in document["per_label"]]
    pairs = [{**pair, "prompt": ""} for pair in document["confusion"]["pairs"]]
    return {**document, "per_label": tags, "confusion": {"pairs": pairs}, "template": None, "templates": []}


def published(accuracy: float) -> dict[str, Any]:
    measured = Measured("clap-htsat-unfused", False, True, accuracy, (accuracy, accuracy), "csv", (40,) * 50, 0)
    return compare(DATA_SETS["ESC-50"], measured)
