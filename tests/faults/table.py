"""How the fault table is shown: aligned for people, plain values for programs."""

from collections.abc import Sequence
from dataclasses import asdict
from typing import Any, Final

from tests.faults.row import Row

_HEAD: Final = ("#", "fault", "tried", "target", "measured", "")


def table(rows: Sequence[Row]) -> list[str]:
    """The lines of a table in Markdown; below it, what missed and what could not be tried."""
    cells = [_HEAD, *map(_cells, rows)]
    widths = [max(len(line[column]) for line in cells) for column in range(len(_HEAD))]
    lines = [_line(line, widths) for line in cells]
    lines.insert(1, _line(["-" * width for width in widths], widths))
    lines += ["", f"{sum(row.passed for row in rows)} of {len(rows)} rows reach their target"]
    for row in rows:
        lines += [f"row {row.number}: {problem}" for problem in row.problems]
        lines += [f"row {row.number}: not tried here: {row.limit}"] if row.limit else []
    return lines


def document(rows: Sequence[Row]) -> list[dict[str, Any]]:
    """What `--json` writes."""
    return [{**asdict(row), "passed": row.passed} for row in rows]


def _cells(row: Row) -> tuple[str, ...]:
    mark = "pass" if row.passed else "MISSED"
    return (str(row.number), row.fault, f"{row.tried:,}", row.target, row.measured, mark)


def _line(cells: Sequence[str], widths: Sequence[int]) -> str:
    padded = (cell.ljust(width) for cell, width in zip(cells, widths, strict=True))
    return f"| {' | '.join(padded)} |"
