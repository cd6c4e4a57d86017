"""An evaluation as one page for a browser: figures and pictures in one file that needs nothing else, and no script."""

from collections.abc import Iterator, Sequence
from typing import Any, Final

from desktop_app.engine.evaluation.page_parts import (
    bar,
    certainty,
    decimals,
    heat_map,
    note,
    page,
    percent,
    points,
    sources,
    table,
    text,
)

_MOST_CELLS: Final = 60
"""Labels in the picture of confusions; more could not be read."""
_MOST_PAIRS: Final = 20
_FEW: Final = 30


def evaluation_page(document: dict[str, Any]) -> str:
    """The page, as HTML, of what `evaluation_document` says with the name of the `set` and the `embedder`."""
    title = f"How well “{document['set']}” is understood"
    parts = [
        f"<h1>{text(title)}</h1>",
        *_head(document),
        *_templates(document),
        *_published(document.get("published")),
        *_labels(document["per_label"]),
        *_confusion(document["confusion"]),
        *_retrieval(document["retrieval"]),
        *_robustness(document.get("robustness", ())),
        *_wrong(document["most_confidently_wrong"]),
        *_contradictions(document.get("contradictions", ())),
        *_noise(document.get("noise")),
    ]
    return page(title, parts)


def _head(document: dict[str, Any]) -> Iterator[str]:
    low, high = document["interval"]
    yield f'<p class="figure">{document["accuracy"]:.1%}</p>'
    yield bar(document["accuracy"], document["interval"])
    few = " These are only few sounds." if document["sounds"] < _FEW else ""
    yield (
        f"<p>of {document['sounds']:,} sounds get a right label first, out of {document['labels']:,}; guessing would "
        f"give {document['guessing']:.1%}.{few} Of all sounds like these it is between {low:.1%} and {high:.1%}, with "
        "95\u00a0% confidence.</p>"
    )
    if (picked := document.get("noisiest")) is not None:
        low, high = picked["signal_to_noise"]
        yield (
            f"<p>They are the noisiest of {picked['of']:,}: noise is estimated to lie {low:.0f} to {high:.0f} dB below "
            "the sound.</p>"
        )
    between = document["mean_average_precision_interval"]
    shown = "too few sounds to say between what" if between is None else f"{between[0]:.3f} to {between[1]:.3f}"
    yield f"<p>Mean average precision over the labels: {document['mean_average_precision']:.3f} ({shown}).</p>"
    left = [
        f"{count:,} {what}"
        for count, what in (
            (len(document.get("left_out", ())), "that cannot be heard"),
            (document.get("absent", 0), "that are not there"),
            (document.get("unlabelled", 0), "without a label"),
            (document.get("not_sounds", 0), "that are no sounds by their names"),
        )
        if count
    ]
    if left:
        yield f"<p>Left out: {', '.join(left)}.</p>"
    yield f'<p class="dim">Embedder: {text(document["embedder"])}</p>'


def _templates(document: dict[str, Any]) -> Iterator[str]:
    yield "<h2>How the label is put into words</h2>"
    yield note(
        "The figure above is that of the best way, chosen on these same sounds, so it is a little too good. The dark "
        "line is where the share may really lie. As tags are scored: each label is measured against what it scores "
        "with sounds at large. By the bare dot product: as publications do it, without that."
    )
    rows = []
    for each in document["templates"]:
        best = each["template"] == document["template"] and each["as_tags"] == document["as_tags"]
        difference = each["accuracy"] - document["accuracy"]
        scored = "as tags are scored" if each["as_tags"] else "by the bare dot product"
        verdict = '<b class="good">best</b>' if best else certainty(difference, each["probability_of_no_difference"])
        shown = bar(each["accuracy"], each["interval"])
        figures = (f"{each['accuracy']:.1%}", f"{each['mean_average_precision']:.3f}")
        rows.append((text(each["template"]), scored, *figures, shown, verdict))
    names = ("label as", "", "right", "mAP", "", "against the best")
    yield table(names, rows, numbers=(2, 3), bars=(4,))


def _published(published: dict[str, Any] | None) -> Iterator[str]:
    if published is None:
        return
    low, high = published["interval"]
    yield f"<h2>{text(published['data_set'])} as others measured it</h2>"
    yield (
        f"<p>By its protocol (“{text(published['template'])}”, the bare dot product) it is "
        f"<b>{published['accuracy']:.1%}</b> here ({low:.1%} to {high:.1%}). {text(published['says'])}</p>"
    )
    if published["missing"]:
        yield f'<p class="bad">But this is not the protocol: {text("; ".join(published["missing"]))}.</p>'
    rows = [
        (
            text(figure["of"]),
            f"{figure['accuracy']:.1%}",
            points(figure["difference"]),
            '<span class="good">agrees</span>' if figure["agrees"] else '<span class="bad">differs</span>',
            sources(figure["source"]),
        )
        for figure in (*published["own"], *published["nearest"])
    ]
    if rows:
        yield table(("published", "right", "points from it", "", "source"), rows, numbers=(1, 2), wide=(0, 4))
    if published["differs"]:
        yield note("What commonly differs where figures do:")
        causes = [(text(each["what"]), text(each["how"]), sources(each["source"])) for each in published["differs"]]
        yield table(("", "", "source"), causes, wide=(1, 2))


def _labels(per_label: Sequence[dict[str, Any]]) -> Iterator[str]:
    yield "<h2>Label by label, the weakest first</h2>"
    yield note(
        "Precision: of the sounds for which this label came first, so many have it. Recall (the bar): of the sounds "
        "that have it, so many got it first. Average precision: how near to the top they stand when all sounds are "
        "put in the order of this label; 1 is perfect. Figures of a handful of sounds say little."
    )
    tried = [each for each in per_label if each["sounds"]]
    weakest = sorted(tried, key=lambda each: (each["recall"], each["average_precision"]))
    rows = [
        (
            text(each["label"]),
            f"{each['sounds']:,}",
            percent(each["precision"]),
            percent(each["recall"]),
            bar(each["recall"] or 0.0),
            decimals(each["average_precision"]),
        )
        for each in weakest
    ]
    names = ("label", "sounds", "precision", "recall", "", "average precision")
    yield table(names, rows, numbers=(1, 2, 3, 5), bars=(4,))


def _confusion(confusion: dict[str, Any]) -> Iterator[str]:
    pairs = confusion["pairs"]
    if not pairs:
        return
    yield "<h2>What is taken for what</h2>"
    if len(confusion["labels"]) <= _MOST_CELLS:
        yield note("A row is what sounds are, a column what they are taken for; on the diagonal they are right.")
        yield heat_map(confusion["labels"], confusion["sounds"])
    yield from pair_table(pairs)


def pair_table(pairs: Sequence[dict[str, Any]]) -> Iterator[str]:
    """The most frequent confusions, and the words that are to blame."""
    rows = [
        (f"{pair['sounds']:,}", text(pair["label"]), text(pair["taken_for"]), _quoted(pair["prompt"]))
        for pair in pairs[:_MOST_PAIRS]
    ]
    yield table(("sounds", "of", "taken for", "by the words"), rows, numbers=(0,), wide=(1, 2, 3))
    if len(pairs) > _MOST_PAIRS:
        yield note(f"And {len(pairs) - _MOST_PAIRS:,} other pairs.")


def _quoted(prompt: str) -> str:
    """Empty for what no words are to blame for."""
    return f"“{text(prompt)}”" if prompt else ""


def _retrieval(retrieval: dict[str, dict[str, float]]) -> Iterator[str]:
    yield "<h2>Finding</h2>"
    yield note(
        "Whether something right is among the first answers. mAP@10: how near to the top the right ones are among the "
        "first ten; 1 is perfect."
    )
    sides = (("text_to_sound", "a label finds its sounds"), ("sound_to_text", "a sound finds its labels"))
    rows = [
        (what, *(f"{retrieval[side][f'recall_at_{k}']:.1%}" for k in (1, 5, 10)), f"{retrieval[side]['map_at_10']:.3f}")
        for side, what in sides
    ]
    names = ("", "the first", "among 5", "among 10", "mAP@10")
    yield table(names, rows, numbers=(1, 2, 3, 4))


def _robustness(kinds: Sequence[dict[str, Any]]) -> Iterator[str]:
    if not kinds:
        return
    yield "<h2>What is left when the recordings are worse</h2>"
    yield note(
        "All sounds are cut to half a minute and resampled first, so the first line may differ from the figure above. "
        "Noise at 20 dB is 20 dB weaker than the sound."
    )
    rows = [
        (
            text(each["kind"]),
            f"{each['accuracy']:.1%}",
            bar(each["accuracy"], each["interval"]),
            points(-each["lost"]) if number else "",
            certainty(-each["lost"], each["probability_of_no_difference"]) if number else "",
        )
        for number, each in enumerate(kinds)
    ]
    yield table(("", "right", "", "points", ""), rows, numbers=(1, 3), bars=(2,))


def _wrong(wrong: Sequence[dict[str, Any]]) -> Iterator[str]:
    if not wrong:
        return
    yield "<h2>Most confidently wrong</h2>"
    rows = [(text(each["path"]), text(", ".join(each["labels"])), text(each["taken_for"])) for each in wrong]
    yield table(("sound", "is", "taken for"), rows, wide=(0, 1, 2))


def _contradictions(found: Sequence[dict[str, Any]]) -> Iterator[str]:
    if not found:
        return
    yield "<h2>The same recording under several labels</h2>"
    yield note("Only one of them can be right: the others make the figures worse, whatever comes first.")
    rows = [(text(", ".join(each["paths"])), text(", ".join(each["labels"]))) for each in found]
    yield table(("sounds", "labels"), rows, wide=(0, 1))


def _noise(noise: dict[str, Any] | None) -> Iterator[str]:
    if noise is None:
        return
    yield "<h2>The noisiest recordings</h2>"
    right = "" if noise["right"] is None else f" Of these, {noise['right']:.0%} get a right label first."
    yield note(f"Out of {noise['of']:,}: noise is estimated to lie so many dB below the sound.{right}")
    rows = [
        (text(each["path"]), f"{each['signal_to_noise']:.0f}", text(", ".join(each["labels"])), text(each["taken_for"]))
        for each in noise["sounds"]
    ]
    yield table(("sound", "dB", "is", "taken for"), rows, numbers=(1,), wide=(0, 2, 3))
