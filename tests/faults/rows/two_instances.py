"""Two programs at one library: the second is refused at once, and gets it as soon as the first is killed."""

import os
import signal
import subprocess
import sys
import time
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Final

from desktop_app.other_processes.instance import Holder
from desktop_app.paths import Profile
from tests.faults.row import Row, shortened

FULL: Final = 100
QUICK: Final = 5
_MOST_SECONDS: Final = 1.0
_ROOT: Final = Path(__file__).parents[3]
_FIRST: Final = """
import sys
from pathlib import Path
from desktop_app.other_processes.instance import Holder
from desktop_app.paths import Profile
holder = Holder.acquire(Profile.at(Path(sys.argv[1])))
assert holder is not None
holder.serve(lambda request: {})
print("holds", flush=True)
sys.stdin.read()
"""


def run(quick: bool) -> Row:
    """The first is another process, ended by kill -9."""
    count = QUICK if quick else FULL
    problems: list[str] = []
    slowest = 0.0
    with TemporaryDirectory() as scratch:
        profile = Profile.at(Path(scratch))
        for number in range(count):
            with _start(profile) as first:
                assert first.stdout is not None
                said = first.stdout.readline().strip()
                if said != "holds":
                    problems.append(f"try {number}: the first could not begin")
                began = time.monotonic()
                second = Holder.acquire(profile)
                slowest = max(slowest, time.monotonic() - began)
                if second is not None:
                    problems.append(f"try {number}: two hold the library")
                    second.close()
                os.kill(first.pid, signal.SIGKILL if os.name == "posix" else signal.SIGTERM)
                first.communicate(timeout=60)
            third = Holder.acquire(profile)
            if third is None:
                problems.append(f"try {number}: not free after the first was killed")
            else:
                third.close()
    if slowest > _MOST_SECONDS:
        problems.append(f"the second was refused after {slowest:.2f} s")
    return Row(
        17,
        "two instances, the first one killed",
        count,
        "second refused < 1 s; free after the kill",
        f"{len(problems)} problems; refused after {slowest * 1000:.0f} ms at most",
        shortened(problems),
    )


def _start(profile: Profile) -> "subprocess.Popen[str]":
    return subprocess.Popen(
        [sys.executable, "-c", _FIRST, str(profile.data)],
        cwd=_ROOT,
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
    )
