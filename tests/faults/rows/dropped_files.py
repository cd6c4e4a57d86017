"""Very many files come at once into a folder that an open window watches: it goes on answering, and shows them soon."""

import json
import os
import subprocess
import sys
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any, Final

from tests.faults.row import Row

FULL: Final = 100_000
QUICK: Final = 500
_LONGEST_GAP: Final = 100.0
"""Milliseconds at p99: what is longer is felt."""
_FIRST_SECONDS: Final = 2.0
_GROWTH: Final = 300
"""Megabytes."""
_HERE: Final = Path(__file__).parents[3]


def run(quick: bool) -> Row:
    """In a process of its own, offscreen; where other programs are at work, seconds may be longer in proportion."""
    count = QUICK if quick else FULL
    load = os.getloadavg()[0] if hasattr(os, "getloadavg") else 0.0
    with TemporaryDirectory() as scratch:
        program = [sys.executable, "-m", "tests.faults.dropping", scratch, str(count)]
        environment = os.environ | {"QT_QPA_PLATFORM": "offscreen"}
        ended = subprocess.run(program, cwd=_HERE, env=environment, capture_output=True, text=True)
    if ended.returncode != 0:
        return _row(count, "nothing", [f"it ended with {ended.returncode}: {ended.stderr[-2000:]}"])
    found: dict[str, Any] = json.loads(ended.stdout)
    slower = max(1.0, load / (os.cpu_count() or 1))
    problems = []
    if found["gap"] > slower * _LONGEST_GAP:
        problems.append(f"the window did not answer for {found['gap']:.0f} ms at p99")
    if found["first_seconds"] > slower * _FIRST_SECONDS:
        problems.append(f"the first row came after {found['first_seconds']:.1f} s")
    if found["growth"] > _GROWTH:
        problems.append(f"it took {found['growth']:.0f} MB more")
    if found["heard"] != count:
        problems.append(f"only {found['heard']:,} were heard after {found['seconds']:.0f} s")
    measured = (
        "{gap:.0f} ms ({whole_gap:.0f} ms with what other programs took); {first_seconds:.1f} s; {growth:.0f} MB; "
        "all heard after {seconds:.0f} s"
    ).format(**found)
    limit = f"a calm machine: the load was {load:.0f}, so times may be {slower:.1f} times as long" if slower > 1 else ""
    return _row(count, measured, problems, limit)


def _row(count: int, measured: str, problems: list[str], limit: str = "") -> Row:
    return Row(
        12,
        "files dropped at once into a watched folder, the window open",
        count,
        f"gaps of the event loop <= {_LONGEST_GAP:.0f} ms at p99; first rows <= 2 s; <= {_GROWTH} MB more",
        measured,
        tuple(problems),
        limit,
    )
