"""An evaluation as one page for a browser: figures and pictures in one file that needs nothing else, and no script."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from html import escape
from typing import Any, Final

_STYLE: Final = """
:root { color-scheme: light dark; --ground: #fff; --ink: #16181d; --dim: #565c6b; --line: #d9dce3; --bar: #3b5bdb }
@media (prefers-color-scheme: dark) {
  :root { --ground: #131418; --ink: #e8e9ee; --dim: #a4a8b5; --line: #30323a; --bar: #7c9aff }
}
body { background: var(--ground); color: var(--ink); font: 15px/1.5 system-ui, sans-serif; margin: 3rem auto;
  max-width: 62rem; padding: 0 1.5rem }
h1 { font-size: 1.5rem } h2 { font-size: 1.1rem; margin: 2.5rem 0 .5rem }
.figure { font-size: 3.2rem; font-weight: 600; line-height: 1.1 } .dim, th { color: var(--dim); font-weight: normal }
table { border-collapse: collapse; width: 100% }
td, th { border-bottom: 1px solid var(--line); padding: .3rem .6rem .3rem 0; text-align: left; vertical-align: middle }
.number { text-align: right; font-variant-numeric: tabular-nums }
td.bar { width: 40% } svg { display: block; overflow: visible } rect.bar { fill: var(--bar) }
line { stroke: var(--ink); stroke-width: 1.5 } text { fill: var(--ink); font-size: 11px }
.path { overflow-wrap: anywhere }
"""
_BAR: Final = 320
"""Pixels of a share of 1."""
_CELL: Final = 18
_MOST_CELLS: Final = 60
"""Labels in the picture of confusions; more could not be read."""


def evaluation_page(document: dict[str, Any]) -> str:
    """The page, as HTML, of what `evaluation_document` says with the name of the `set` and the `embedder`."""
    title = f"How well “{document['set']}” is understood"
    parts = [
        f"<h1>{escape(title)}</h1>",
        *_head(document),
        *_templates(document),
        *_labels(document["per_label"]),
        *_confusion(document["confusion"]),
        *_retrieval(document["retrieval"]),
        *_robustness(document.get("robustness", ())),
        *_wrong(document["most_confidently_wrong"]),
    ]
    return (
        '<!DOCTYPE html>\n<html lang="en"><head><meta charset="utf-8">'
        '<meta name="viewport" content="width=device-width, initial-scale=1">'
        f"<title>{escape(title)}</title><style>{_STYLE}</style></head>\n<body>\n"
        + "\n".join(parts)
        + "\n</body></html>\n"
    )


def _head(document: dict[str, Any]) -> Iterator[str]:
    low, high = document["interval"]
    yield f'<p class="figure">{document["accuracy"]:.1%}</p>'
    yield (
        f"<p>of {document['sounds']:,} sounds have one of their labels in the first place, of {document['labels']:,} "
        f"labels; guessing would give {document['guessing']:.1%}. These are {_how_many(document['sounds'])} sounds: of "
        f"all sounds like them, the share is between {low:.1%} and {high:.1%} with 95 % confidence.</p>"
    )
    left = [
        f"{count:,} {what}"
        for count, what in (
            (len(document.get("left_out", ())), "that cannot be heard"),
            (document.get("absent", 0), "that are not there"),
            (document.get("unlabelled", 0), "without a label"),
        )
        if count
    ]
    if left:
        yield f"<p>Left out: {', '.join(left)}.</p>"
    yield f'<p class="dim">Embedder: {escape(document["embedder"])}</p>'


def _templates(document: dict[str, Any]) -> Iterator[str]:
    yield "<h2>How the label is put into words</h2>"
    yield _note(
        "The figure above is that of the best way, chosen on these same sounds, so it is a little too good. The black "
        "line is where the share may really lie. As tags are scored: each label is measured against what it scores "
        "with sounds at large. By the bare dot product: as publications do it, without that."
    )
    rows = []
    for each in document["templates"]:
        best = each["template"] == document["template"] and each["as_tags"] == document["as_tags"]
        scored = "as tags are scored" if each["as_tags"] else "by the bare dot product"
        verdict = "best" if best else _certainty(each["probability_of_no_difference"])
        shown = _bar(each["accuracy"], each["interval"])
        rows.append((escape(each["template"]), scored, f"{each['accuracy']:.1%}", shown, verdict))
    yield _table(("label as", "", "right", "", "against the best"), rows, numbers=(2,), bars=(3,))


def _labels(per_label: Sequence[dict[str, Any]]) -> Iterator[str]:
    yield "<h2>Label by label</h2>"
    yield _note(
        "Precision: of the sounds for which this label came first, so many have it. Recall (the bar): of the sounds "
        "that have it, so many got it first. Average precision: how near to the top they stand when all sounds are "
        "put in the order of this label; 1 is perfect. Figures of a handful of sounds say little."
    )
    rows = [
        (
            escape(each["label"]),
            f"{each['sounds']:,}",
            _percent(each["precision"]),
            _percent(each["recall"]),
            _bar(each["recall"] or 0.0),
            "–" if each["average_precision"] is None else f"{each['average_precision']:.3f}",
        )
        for each in per_label
    ]
    names = ("label", "sounds", "precision", "recall", "", "average precision")
    yield _table(names, rows, numbers=(1, 2, 3, 5), bars=(4,))


def _confusion(confusion: dict[str, Any]) -> Iterator[str]:
    pairs = confusion["pairs"]
    if not pairs:
        return
    yield "<h2>What is taken for what</h2>"
    yield _note("A row is what sounds are, a column what they are taken for; on the diagonal they are right.")
    if len(confusion["labels"]) <= _MOST_CELLS:
        yield _heat(confusion["labels"], confusion["sounds"])
    rows = [
        (f"{pair['sounds']:,}", escape(pair["label"]), escape(pair["taken_for"]), f"“{escape(pair['prompt'])}”")
        for pair in pairs[:20]
    ]
    yield _table(("sounds", "of", "taken for", "by the words"), rows, numbers=(0,))


def _heat(labels: Sequence[str], sounds: Sequence[Sequence[int]]) -> str:
    """Rows are what sounds are, columns what they are taken for; the darker, the larger a part of the row."""
    left, side = 8 * max(map(len, labels)), _CELL * len(labels)
    cells = []
    for row, (label, counts) in enumerate(zip(labels, sounds, strict=True)):
        cells.append(f'<text x="{left - 6}" y="{row * _CELL + 13}" text-anchor="end">{escape(label)}</text>')
        for column, count in enumerate(counts):
            if count:
                about = f"{label}: {count} of {sum(counts)} taken for {labels[column]}"
                cells.append(
                    f'<rect class="bar" x="{left + column * _CELL}" y="{row * _CELL}" width="{_CELL - 1}" '
                    f'height="{_CELL - 1}" fill-opacity="{max(0.12, count / sum(counts)):.2f}">'
                    f"<title>{escape(about)}</title></rect>"
                )
    for column, label in enumerate(labels):
        place = f"translate({left + column * _CELL + 12},{side + 6}) rotate(60)"
        cells.append(f'<text transform="{place}">{escape(label)}</text>')
    width, height = left + side + left // 2, side + left
    return f'<svg width="{width}" height="{height}" role="img" aria-label="confusions">{"".join(cells)}</svg>'


def _retrieval(retrieval: dict[str, dict[str, float]]) -> Iterator[str]:
    yield "<h2>Finding</h2>"
    yield _note(
        "Whether something right is among the first answers. mAP@10: how near to the top the right ones are among the "
        "first ten; 1 is perfect."
    )
    sides = (("text_to_sound", "a label finds its sounds"), ("sound_to_text", "a sound finds its labels"))
    rows = [
        (what, *(f"{retrieval[side][f'recall_at_{k}']:.1%}" for k in (1, 5, 10)), f"{retrieval[side]['map_at_10']:.3f}")
        for side, what in sides
    ]
    names = ("", "among the first 1", "among the first 5", "among the first 10", "mAP@10")
    yield _table(names, rows, numbers=(1, 2, 3, 4))


def _robustness(kinds: Sequence[dict[str, Any]]) -> Iterator[str]:
    if not kinds:
        return
    yield "<h2>What is left when the recordings are worse</h2>"
    yield _note(
        "All sounds are cut to half a minute and resampled first, so the first line may differ from the figure above. "
        "Noise at 20 dB is 20 dB weaker than the sound."
    )
    rows = [
        (
            escape(each["kind"]),
            f"{each['accuracy']:.1%}",
            _bar(each["accuracy"], each["interval"]),
            f"{each['lost']:.1%}" if number else "",
            _certainty(each["probability_of_no_difference"]) if number else "",
        )
        for number, each in enumerate(kinds)
    ]
    yield _table(("", "right", "", "lost", ""), rows, numbers=(1, 3), bars=(2,))


def _wrong(wrong: Sequence[dict[str, Any]]) -> Iterator[str]:
    if not wrong:
        return
    yield "<h2>Most confidently wrong</h2>"
    rows = [
        (
            f'<span class="path">{_path(each["path"])}</span>',
            escape(", ".join(each["labels"])),
            escape(each["taken_for"]),
        )
        for each in wrong
    ]
    yield _table(("sound", "is", "taken for"), rows)


def _note(text: str) -> str:
    return f'<p class="dim">{escape(text)}</p>'


def _how_many(sounds: int) -> str:
    return "only few" if sounds < 30 else f"{sounds:,}"


def _table(
    names: Iterable[str], rows: Iterable[Sequence[str]], *, numbers: Sequence[int] = (), bars: Sequence[int] = ()
) -> str:
    """Cells are HTML."""
    classes = {**dict.fromkeys(numbers, ' class="number"'), **dict.fromkeys(bars, ' class="bar"')}
    head = _cells([escape(name) for name in names], classes, "th")
    body = "".join(f"<tr>{_cells(row, classes)}</tr>\n" for row in rows)
    return f"<table><tr>{head}</tr>\n{body}</table>"


def _cells(row: Sequence[str], classes: Mapping[int, str], tag: str = "td") -> str:
    return "".join(f"<{tag}{classes.get(column, '')}>{cell}</{tag}>" for column, cell in enumerate(row))


def _bar(share: float, interval: Sequence[float] | None = None) -> str:
    whisker = ""
    if interval is not None:
        low, high = (round(_BAR * end) for end in interval)
        whisker = f'<line x1="{low}" x2="{high}" y1="7" y2="7"/>'
    return (
        f'<svg width="{_BAR}" height="14" aria-hidden="true">'
        f'<rect class="bar" width="{round(_BAR * share)}" height="14" rx="2"/>{whisker}</svg>'
    )


def _percent(value: float | None) -> str:
    return "–" if value is None else f"{value:.0%}"


def _certainty(probability: float) -> str:
    return "worse beyond chance" if probability < 0.05 else "may be chance"


def _path(path: str) -> str:
    return escape(path.encode("utf-8", "backslashreplace").decode())
