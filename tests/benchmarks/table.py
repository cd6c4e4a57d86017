"""How results are shown: one aligned table for people, a list of plain values for programs."""

from collections.abc import Sequence
from typing import Any

from tests.benchmarks.result import Result

_HEAD = ("benchmark", "value", "unit", "against", "ratio", "target", "")
_TO_THE_RIGHT = {1, 4, 5}
"""Columns of numbers."""
_MARKS = {True: "ok", False: "MISSED", None: ""}


def table(results: Sequence[Result]) -> list[str]:
    """The lines of a table in which every column has one width; what misses its target is marked, and counted below."""
    rows = [_HEAD, *map(_cells, results)]
    widths = [max(len(row[column]) for row in rows) for column in range(len(_HEAD))]
    lines = [_line(row, widths) for row in rows]
    promised = [result.ok for result in results if result.ok is not None]
    if promised:
        lines += ["", f"{promised.count(True)} of {len(promised)} targets reached"]
    return lines


def document(results: Sequence[Result]) -> list[dict[str, Any]]:
    """What `--json` writes; `target_for` says whether a target is for the ratio or a bound of the value."""
    return [
        {
            "name": result.name,
            "ratio": result.ratio,
            "target": result.target,
            "ok": result.ok,
            "value": result.value,
            "unit": result.unit,
            "baseline": result.baseline,
            "target_for": None if result.target is None else result.target_for,
        }
        for result in results
    ]


def _cells(result: Result) -> tuple[str, ...]:
    ratio = "" if result.ratio is None else f"{result.ratio:,.2f}x"
    return (
        result.name,
        f"{result.value:,.4g}",
        result.unit,
        result.baseline,
        ratio,
        _target(result),
        _MARKS[result.ok],
    )


def _target(result: Result) -> str:
    if result.target is None:
        return ""
    if result.target_for == "ratio":
        return f">= {result.target:g}x"
    return f"{'>=' if result.target_for == 'at least' else '<='} {result.target:,g} {result.unit}".rstrip()


def _line(cells: Sequence[str], widths: Sequence[int]) -> str:
    padded = (
        cell.rjust(width) if column in _TO_THE_RIGHT else cell.ljust(width)
        for column, (cell, width) in enumerate(zip(cells, widths, strict=True))
    )
    return "  ".join(padded).rstrip()
