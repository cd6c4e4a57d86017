"""What verdicts say of the tags, as one page for a browser, like that of an evaluation on labelled sounds."""

from collections.abc import Iterator
from typing import Any

from desktop_app.engine.evaluation.evaluation_page import pair_table
from desktop_app.engine.evaluation.page_parts import (
    CERTAIN,
    bar,
    certainty,
    decimals,
    note,
    page,
    percent,
    points,
    table,
    text,
)
from desktop_app.engine.evaluation.verdict_document import before_learning


def verdict_page(document: dict[str, Any]) -> str:
    """The page, as HTML, of what `verdict_document` says with the `vocabulary` and the `embedder`."""
    title = "How well your tags agree with you"
    parts = [
        f"<h1>{text(title)}</h1>",
        *_head(document),
        *_learning(document),
        *_tags(document),
        *_confusion(document),
        *_wordings(document),
        *_wrong(document),
    ]
    return page(title, parts)


def _head(document: dict[str, Any]) -> Iterator[str]:
    low, high = document["interval"]
    yield f'<p class="figure">{document["accuracy"]:.1%}</p>'
    yield bar(document["accuracy"], document["interval"])
    yield (
        f"<p>of {document['verdicts']:,} decisions of yours, on {document['labels']:,} tags and "
        f"{document['sounds']:,} sounds, are what the tags come to by themselves (95 % confidence: {low:.1%} to "
        f"{high:.1%}). {document['accepted']:,} of them say that a sound has a tag.</p>"
    )
    yield note(
        "These are the sounds that you were shown and judged, often those that a tag is least sure of: over the whole "
        "library, precision and recall are others."
    )
    yield f'<p class="dim">Vocabularies: {text(document["vocabulary"])}. Embedder: {text(document["embedder"])}</p>'


def _learning(document: dict[str, Any]) -> Iterator[str]:
    yield "<h2>What was learned from you</h2>"
    if not document["folds"]:
        yield note("None of these tags learns.")
        return
    probability = document["probability_of_no_difference"]
    chance = "beyond chance" if probability < CERTAIN else "which may be chance"
    gained = points(document["accuracy"] - document["by_prompts"]["accuracy"])
    yield (
        f"<p>Learning changes the share that agrees by {gained} points, {chance}. Each tag is learned anew without a "
        "part of the decisions, a fifth or more, and tried on that part, in turn: no tag is tried on what it learned "
        "from.</p>"
    )
    rows = [
        (
            name,
            f"{each['accuracy']:.1%}",
            bar(each["accuracy"], each["interval"]),
            percent(each["precision"]),
            percent(each["recall"]),
            decimals(each["mean_average_precision"]),
        )
        for name, each in ((before_learning(document), document["by_prompts"]), ("with what was learned", document))
    ]
    yield table(("", "agrees", "", "precision", "recall", "mAP"), rows, numbers=(1, 3, 4, 5), bars=(2,))


def _tags(document: dict[str, Any]) -> Iterator[str]:
    yield "<h2>Tag by tag, the weakest first</h2>"
    yield note(
        "Average precision: how near to the top the right sounds stand among those that were judged; 1 is perfect. "
        f"Precision and recall: at the tag's own threshold. In brackets {before_learning(document)}."
    )
    rows = []
    for each in sorted(document["per_label"], key=lambda each: each["average_precision"] or 0.0):
        before = each["by_prompts"]
        rows.append(
            (
                text(each["label"]),
                f"{each['accepted']:,} of {each['sounds']:,}",
                f"{percent(each['precision'])} ({percent(before['precision'])})",
                f"{percent(each['recall'])} ({percent(before['recall'])})",
                bar(each["average_precision"] or 0.0),
                f"{decimals(each['average_precision'])} ({decimals(before['average_precision'])})",
            )
        )
    names = ("tag", "right", "precision", "recall", "", "average precision")
    yield table(names, rows, numbers=(1, 2, 3, 5), bars=(4,))
    if document["too_few"]:
        few = ", ".join(
            f"{each['label']} ({each['accepted']} right, {each['rejected']} wrong)" for each in document["too_few"]
        )
        yield note(f"Judged too seldom to be tried, on less than three different sounds of each kind: {few}.")


def _confusion(document: dict[str, Any]) -> Iterator[str]:
    if pairs := document["confusion"]["pairs"]:
        yield "<h2>Put on sounds that you said are another</h2>"
        yield from pair_table(pairs)


def _wordings(document: dict[str, Any]) -> Iterator[str]:
    if not document["templates"]:
        return
    yield "<h2>How the tag is put into words</h2>"
    yield note("Without learning, on the same decisions. The best is the one with the highest mean average precision.")
    rows = []
    best_accuracy = next(each["accuracy"] for each in document["templates"] if each["template"] == document["template"])
    for each in document["templates"]:
        best = each["template"] == document["template"]
        verdict = certainty(each["accuracy"] - best_accuracy, each["probability_of_no_difference"])
        rows.append(
            (
                text(each["template"]),
                decimals(each["mean_average_precision"]),
                f"{each['accuracy']:.1%}",
                bar(each["accuracy"], each["interval"]),
                '<b class="good">best</b>' if best else verdict,
            )
        )
    yield table(("tag as", "mAP", "agrees", "", "against the best"), rows, numbers=(1, 2), bars=(3,))


def _wrong(document: dict[str, Any]) -> Iterator[str]:
    if wrong := document["most_confidently_wrong"]:
        yield "<h2>Where a tag contradicts you most surely</h2>"
        rows = [
            (text(each["path"]), text(each["label"]), "you say it is" if each["has_it"] else "you say it is not")
            for each in wrong
        ]
        yield table(("sound", "tag", ""), rows, wide=(0, 1))
