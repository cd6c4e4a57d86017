"""What the pages of evaluations are put together from: HTML that needs nothing else, fetches nothing and runs nothing.

Everything that comes from outside, names and labels above all, is escaped here or by whoever hands in cells, which are
HTML already.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from html import escape
from typing import Final

_POLICY: Final = "default-src 'none'; style-src 'unsafe-inline'"
"""A browser is told to fetch and run nothing, too."""
_STYLE: Final = """
:root { color-scheme: light dark; --ground: #fff; --ink: #16181d; --dim: #565c6b; --line: #d9dce3; --bar: #3b5bdb;
  --track: #eceef3; --good: #2b7a4b; --bad: #b4452c }
@media (prefers-color-scheme: dark) {
  :root { --ground: #131418; --ink: #e8e9ee; --dim: #a4a8b5; --line: #30323a; --bar: #7c9aff; --track: #23252c;
    --good: #6cc58f; --bad: #f0917a }
}
* { box-sizing: border-box }
body { background: var(--ground); color: var(--ink); font: 15px/1.5 system-ui, sans-serif; margin: 3rem auto;
  max-width: 66rem; padding: 0 1.5rem; overflow-wrap: break-word }
h1 { font-size: 1.5rem; line-height: 1.25; margin: 0 0 1.5rem } h2 { font-size: 1.1rem; margin: 3rem 0 .5rem }
p { max-width: 46rem } .figure { font-size: 3.2rem; font-weight: 600; line-height: 1.1; margin: 0 0 .4rem }
.dim, th { color: var(--dim); font-weight: normal }
.good { color: var(--good) } .bad { color: var(--bad) }
.wide { overflow-x: auto } td > .good, td > .bad { white-space: nowrap }
table { border-collapse: collapse; width: 100% }
td, th { border-bottom: 1px solid var(--line); padding: .35rem 1rem .35rem 0; text-align: left; vertical-align: middle }
tr > :last-child { padding-right: 0 }
.number { text-align: right; font-variant-numeric: tabular-nums; white-space: nowrap }
.name { overflow-wrap: anywhere; min-width: 8rem }
.bar { min-width: 8rem; width: 40% } svg { display: block } svg.share { overflow: visible }
svg.heat { height: auto; max-width: max(100%, 44rem) }
rect.track { fill: var(--track) } rect.full { fill: var(--bar) }
line { stroke: var(--ink); stroke-width: 2 } text { fill: var(--ink); font-size: 11px }
a { color: inherit }
@media (max-width: 44rem) {
  body { margin: 1.5rem auto; padding: 0 1rem } td, th { padding-right: .7rem } td.bar, th.bar { display: none }
}
@media print { body { margin: 0; max-width: none } h2 { break-after: avoid } tr { break-inside: avoid } }
"""
_CELL: Final = 20
"""Pixels of a square."""
_LETTER: Final = 6.2
"""Pixels that a letter takes, or less."""
_LONGEST: Final = 28
"""Letters of a label beside the picture of confusions; the whole one is shown when the mouse rests there."""
_ROTATED: Final = 0.87
"""The sine of 60 degrees."""
_SECURE: Final = "https://"
CERTAIN: Final = 0.05
"""A difference less probable than this where there is none is called one."""


def page(title: str, parts: Iterable[str]) -> str:
    """A whole page."""
    return (
        '<!DOCTYPE html>\n<html lang="en"><head><meta charset="utf-8"/>'
        f'<meta http-equiv="Content-Security-Policy" content="{escape(_POLICY)}"/>'
        '<meta name="viewport" content="width=device-width, initial-scale=1"/>'
        f"<title>{text(title)}</title><style>{_STYLE}</style></head>\n<body>\n"
        + "\n".join(parts)
        + "\n</body></html>\n"
    )


def text(anything: str) -> str:
    """Text as HTML: a name may hold marks, line breaks, control characters and bytes that are no text."""
    printable = anything.encode("utf-8", "backslashreplace").decode()
    return escape("".join(each if each.isprintable() else f"\\x{ord(each):02x}" for each in printable))


def note(said: str) -> str:
    """A paragraph that explains."""
    return f'<p class="dim">{text(said)}</p>'


def table(
    names: Iterable[str],
    rows: Iterable[Sequence[str]],
    *,
    numbers: Sequence[int] = (),
    bars: Sequence[int] = (),
    wide: Sequence[int] = (0,),
) -> str:
    """A table of cells that are HTML; columns of numbers stand to the right, those of names may be broken anywhere."""
    classes = {**dict.fromkeys(wide, "name"), **dict.fromkeys(numbers, "number"), **dict.fromkeys(bars, "bar")}
    head = _cells([text(name) for name in names], classes, "th")
    body = "".join(f"<tr>{_cells(row, classes, 'td')}</tr>\n" for row in rows)
    return f'<div class="wide"><table><tr>{head}</tr>\n{body}</table></div>'


def bar(share: float, interval: Sequence[float] | None = None) -> str:
    """A share of 1 as a bar, with a line from one end of its interval to the other."""
    whisker = ""
    if interval is not None:
        low, high = (f"{100 * end:.1f}%" for end in interval)
        whisker = f'<line x1="{low}" x2="{high}" y1="7" y2="7"/>'
    return (
        '<svg class="share" width="100%" height="14" aria-hidden="true">'
        '<rect class="track" width="100%" height="14" rx="2"/>'
        f'<rect class="full" width="{100 * share:.1f}%" height="14" rx="2"/>{whisker}</svg>'
    )


def percent(value: float | None) -> str:
    """A share, or a dash for one that is not known."""
    return "–" if value is None else f"{value:.0%}"


def decimals(value: float | None) -> str:
    """Three places, or a dash for a number that is not known."""
    return "–" if value is None else f"{value:.3f}"


def points(difference: float) -> str:
    """A difference of two shares in points, with its sign."""
    rounded = round(100 * difference, 1)
    return f"{rounded:+.1f}".replace("-", "−") if rounded else "0.0"


def certainty(difference: float, probability: float) -> str:
    """What a difference to something else comes to, negative where it is worse, that is so probable by chance."""
    if not difference:
        return "the same"
    if probability >= CERTAIN:
        return "may be chance"
    colour, word = ("bad", "worse") if difference < 0 else ("good", "better")
    return f'<span class="{colour}">{word} beyond chance</span>'


def sources(named: str) -> str:
    """Where something comes from; addresses can be followed, and are not by themselves."""
    return ", ".join(
        f'<a rel="noreferrer" href="{escape(each)}">{text(each.removeprefix(_SECURE))}</a>'
        if each.startswith(_SECURE)
        else text(each)
        for each in named.split(", ")
        if each
    )


def heat_map(labels: Sequence[str], counts: Sequence[Sequence[int]]) -> str:
    """Rows are what sounds are, columns what they are taken for; the darker, the larger a part of the row."""
    shown = [label if len(label) <= _LONGEST else f"{label[: _LONGEST - 1]}…" for label in labels]
    longest = max(map(len, shown)) * _LETTER
    left, side = round(longest) + 12, _CELL * len(labels)
    width, height = left + side + round(longest / 2) + 12, side + round(longest * _ROTATED) + 24
    return (
        f'<div class="wide"><svg class="heat" viewBox="0 0 {width} {height}" width="{width}" role="img" '
        'aria-label="confusions">'
        f"{''.join(_squares(labels, shown, counts, left))}</svg></div>"
    )


def _squares(labels: Sequence[str], shown: Sequence[str], counts: Sequence[Sequence[int]], left: int) -> Iterator[str]:
    side = _CELL * len(labels)
    yield f'<rect class="track" x="{left}" y="0" width="{side}" height="{side}"/>'
    for row, sounds in enumerate(counts):
        name = f"<title>{text(labels[row])}</title>{text(shown[row])}"
        yield f'<text x="{left - 6}" y="{row * _CELL + 14}" text-anchor="end">{name}</text>'
        for column, count in enumerate(sounds):
            if count:
                about = text(f"{labels[row]}: {count} of {sum(sounds)} taken for {labels[column]}")
                yield (
                    f'<rect class="full" x="{left + column * _CELL}" y="{row * _CELL}" width="{_CELL - 1}" '
                    f'height="{_CELL - 1}" fill-opacity="{max(0.15, count / sum(sounds)):.2f}">'
                    f"<title>{about}</title></rect>"
                )
    for column, label in enumerate(shown):
        place = f"translate({left + column * _CELL + 6},{side + 10}) rotate(60)"
        yield f'<text transform="{place}"><title>{text(labels[column])}</title>{text(label)}</text>'


def _cells(row: Sequence[str], classes: Mapping[int, str], tag: str) -> str:
    return "".join(
        f'<{tag} class="{classes[column]}">{cell}</{tag}>' if column in classes else f"<{tag}>{cell}</{tag}>"
        for column, cell in enumerate(row)
    )
