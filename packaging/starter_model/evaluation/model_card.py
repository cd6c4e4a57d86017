"""The part of the model card that is measured: figures, what the embedder was made from, and what did not help.

It stands between two marks in `resources/model/starter/README.md`; the rest of that file is written by hand.
"""

import math
from collections.abc import Mapping, Sequence
from pathlib import Path

from corpus.clip import Source

from evaluation.figures import Figures, Section
from evaluation.intervals import Figure

WHAT_FAILED = Path(__file__).parent / "what_failed.md"
_BEGIN, _END = "<!-- measured: begin -->", "<!-- measured: end -->"

_HOW_TO_READ = (
    "On clips that played no part in training or in choosing between ways of training. A share of 1 is everything "
    "right. The interval is that of 95 % (a\nthousand drawings of whole groups of clips: takes of one thing are one "
    "witness); n is the number of captions, clips, tags or labels that the\nfigure is the mean of. Untrained is "
    "the version before, which knew nothing but YAMNet's class scores and names, over the same clips."
)
_HEADINGS = {
    "retrieval": "Captions and sounds",
    "retrieval, makers unheard": "The same among recordings of makers that it never heard in training",
    "retrieval, makers heard": "The same among other recordings of makers that it did hear in training",
    "open vocabulary": "An open vocabulary: is a right tag among the first?",
    "everyday recordings": "The same over the everyday recordings of the app's tests, all near a class name",
    "task sonic-pi-18": "Musical one-shots, 18 kinds",
    "task instruments-15": "Single notes, 15 instruments",
    "task one-shots-28": "One-shots of drums, instruments and effects, 28 kinds",
    "vocabulary everyday": "Shipped vocabulary: everyday sounds",
    "vocabulary music": "Shipped vocabulary: music",
    "vocabulary sound-design": "Shipped vocabulary: sound design",
    "false positives": "How evenly the shipped tags are wrong: their false positive rates",
}
_ROBUSTNESS = "robustness "


def with_measured(card: str, measured: str) -> str:
    """The model card with its measured part replaced; raises ValueError if the marks are not there, once each."""
    before, begin, rest = card.partition(_BEGIN)
    _, end, after = rest.partition(_END)
    if not begin or not end or _BEGIN in rest or _END in after:
        raise ValueError(f"The model card needs one {_BEGIN} and one {_END} after it.")
    return f"{before}{_BEGIN}\n{measured.strip()}\n{_END}{after}"


def measured_part(
    figures: Figures,
    sources: Sequence[Source],
    clips: Mapping[str, int],
    failed: str,
    *,
    untrained: Figures | None = None,
) -> str:
    """Markdown; `clips` are the numbers of clips by the source's name, `failed` is Markdown below its heading.

    `untrained` are the figures of the version before training over the same clips, for a column beside ours.
    """
    parts = ["## How good it is", _HOW_TO_READ]
    for name in sorted(figures.sections, key=_place):
        section = figures.sections[name]
        if not name.startswith(_ROBUSTNESS):
            before = untrained.sections.get(name, {}) if untrained else None
            parts += [f"### {_HEADINGS.get(name, name)}", _figures_table(section, before)]
            if labels := figures.labels.get(name.removeprefix("task ")):
                parts.append(_labels(labels))
    parts += ["### Spoilt sounds", _robustness_table(figures)] if _spoilt(figures) else []
    if figures.costs:
        parts += ["### What it costs", _table(("", ""), [list(cost) for cost in figures.costs.items()])]
    parts += ["## What it was made from", _sources_table(sources, clips)]
    return "\n\n".join([*parts, "## What did not help", failed.strip()]) + "\n"


def _place(section: str) -> int:
    """Where in the card a section stands; one without a heading of its own comes last."""
    return list(_HEADINGS).index(section) if section in _HEADINGS else len(_HEADINGS)


def _figures_table(section: Section, before: Section | None) -> str:
    rows = [[name, _share(figure.value), _interval(figure), f"{figure.n:,}"] for name, figure in section.items()]
    if before is None:
        return _table(("figure", "value", "95 %", "n"), rows)
    rows = [[*row, _with_interval(before.get(row[0]))] for row in rows]
    return _table(("figure", "value", "95 %", "n", "untrained"), rows)


def _labels(labels: Section) -> str:
    """One line, the best first: what the task's mean hides."""
    heard = [(name, figure) for name, figure in labels.items() if figure.n]
    heard.sort(key=lambda item: (-item[1].value, item[0]))
    return "Each: " + ", ".join(f"{name} {_share(figure.value)} ({figure.n})" for name, figure in heard) + "."


def _spoilt(figures: Figures) -> dict[str, Section]:
    return {
        name.removeprefix(_ROBUSTNESS): section
        for name, section in figures.sections.items()
        if name.startswith(_ROBUSTNESS)
    }


def _robustness_table(figures: Figures) -> str:
    columns = list(next(iter(_spoilt(figures).values())))
    whole = figures.sections.get("retrieval", {})
    rows = [["as it is", *(_with_interval(whole.get(column)) for column in columns)]]
    rows += [
        [name, *(_with_interval(section[column]) for column in columns)] for name, section in _spoilt(figures).items()
    ]
    return _table(("sounds", *columns), rows)


def _sources_table(sources: Sequence[Source], clips: Mapping[str, int]) -> str:
    rows = [
        [source.name, f"{clips.get(source.name, 0):,}", str(source.role), source.licence, source.attribution]
        for source in sorted(sources, key=lambda source: source.name)
    ]
    return _table(("source", "clips", "role", "licence", "by"), rows)


def _table(heads: Sequence[str], rows: Sequence[Sequence[str]]) -> str:
    lines = [heads, ["---"] * len(heads), *rows]
    return "\n".join(
        "| " + " | ".join(" ".join(cell.replace("|", "\\|").split()) for cell in line) + " |" for line in lines
    )


def _share(value: float) -> str:
    return "-" if math.isnan(value) else f"{value:.3f}".replace("0.", ".", 1) if value < 1 else f"{value:.2f}"


def _interval(figure: Figure) -> str:
    return "-" if math.isnan(figure.low) else f"{_share(figure.low)} to {_share(figure.high)}"


def _with_interval(figure: Figure | None) -> str:
    return "-" if figure is None else f"{_share(figure.value)} ({_interval(figure)})"
