"""A clock that jumps: backups are made when one is missing, their order is right, and good ones are not pushed out."""

import random
from datetime import UTC, datetime, timedelta
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Final

from desktop_app.library.rescuing.backup import KEPT, BackupKind, Backups
from tests.faults.damage import library_of
from tests.faults.row import Row, shortened

FULL: Final = 300
QUICK: Final = 40
_START: Final = datetime(2026, 3, 28, 12, 0, tzinfo=UTC)
_JUMPS: Final = (
    timedelta(days=1),
    timedelta(days=-1),
    timedelta(hours=1),
    timedelta(hours=-1),
    datetime(1970, 1, 1, tzinfo=UTC) - _START,
    timedelta(days=4_000),
)
_A_LOOK: Final = timedelta(minutes=10)


def run(quick: bool) -> Row:
    """After each jump a day goes by, with a look round every ten minutes."""
    count = QUICK if quick else FULL
    generator = random.Random(9)
    now = _START
    problems: list[str] = []
    with TemporaryDirectory() as scratch:
        library_of(Path(scratch), 3).close()
        backups = Backups(Path(scratch) / "backups", Path(scratch) / "library.db", now=lambda: now)
        last = 0
        for jump in range(count):
            now = _START + generator.choice(_JUMPS)
            made = 0
            for _ in range(timedelta(days=1) // _A_LOOK):
                now += _A_LOOK
                if backups.due():
                    backup = backups.make(BackupKind.DAILY)
                    made += 1
                    if backup.number != last + 1 or backups.all()[-1] != backup:
                        problems.append(f"jump {jump}: backup {backup.number} came after {last}")
                    last = backup.number
            if made > 2:
                problems.append(f"jump {jump}: {made} backups within a day")
            age = now - backups.all()[-1].made
            if not timedelta(0) <= age <= timedelta(days=1):
                problems.append(f"jump {jump}: the newest backup is {age} old")
            if len(backups.all()) > KEPT:
                problems.append(f"jump {jump}: {len(backups.all())} backups are kept")
    return Row(
        20,
        "the clock jumps by hours, days, years, to 1970 (backups)",
        count,
        "0 in the wrong order; never older than a day by the present clock, one more at most after a jump",
        f"{len(problems)} of {count} days otherwise",
        shortened(problems),
        "nothing but backups goes by the clock; leases belong to a server, which there is none of yet",
    )
