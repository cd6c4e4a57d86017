"""kill -9 at random moments while sounds are indexed."""

from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Final

from tests.faults.killing import MOST_AGAIN, Outcome, kill_again_and_again
from tests.faults.row import Row, shortened

FULL: Final = 500
QUICK: Final = 3
_A_LIBRARY: Final = 50
"""Kills of the same library, so that looking at it does not take longer and longer."""


def run(quick: bool) -> Row:
    """The command line as it is, with a network that is loaded at once; the last run is let go to its end."""
    kills = QUICK if quick else FULL
    outcomes = [_kill(min(_A_LIBRARY, kills - begun), seed=begun) for begun in range(0, kills, _A_LIBRARY)]
    problems = [problem for outcome in outcomes for problem in outcome.problems]
    at_work = sum(outcome.at_work for outcome in outcomes)
    again = max(outcome.again for outcome in outcomes)
    return Row(
        1,
        "kill -9 while indexing",
        sum(outcome.kills for outcome in outcomes),
        f"0 corrupt, 0 acknowledged lost, 0 torn; <= a batch ({MOST_AGAIN} sounds) heard again, 0 of what was stored",
        f"{len(problems)} problems; {again} heard again at most; {at_work} kills right after something was stored",
        shortened(problems),
    )


def _kill(kills: int, *, seed: int) -> Outcome:
    with TemporaryDirectory() as scratch:
        root = Path(scratch) / "Sounds"
        root.mkdir()
        return kill_again_and_again(root, Path(scratch) / "profile", kills, seed=seed)
