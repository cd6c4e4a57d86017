"""kill -9 at random moments while sounds are indexed."""

from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Final

from tests.faults.killing import kill_again_and_again
from tests.faults.row import Row, shortened

FULL: Final = 500
QUICK: Final = 12


def run(quick: bool) -> Row:
    """The command line as it is, with a network that is loaded at once; the last run is let go to its end."""
    with TemporaryDirectory() as scratch:
        root = Path(scratch) / "Sounds"
        root.mkdir()
        outcome = kill_again_and_again(root, Path(scratch) / "profile", QUICK if quick else FULL)
    return Row(
        1,
        "kill -9 while indexing",
        outcome.kills,
        "0 corrupt, 0 acknowledged lost, 0 torn",
        f"{len(outcome.problems)} problems; {outcome.at_work} of the kills right after something was stored",
        shortened(outcome.problems),
    )
