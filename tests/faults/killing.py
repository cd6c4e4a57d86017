"""Killing the program while it indexes, as often as wanted, and looking at what is left."""

import os
import subprocess
import sys
import time
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from multiprocessing.connection import Connection
from pathlib import Path

import apsw
import numpy as np
import psutil

from desktop_app.engine.indexing.shift import BATCH_SIZE
from desktop_app.library.library import Library
from tests import sounds
from tests.faults.noting import noted
from tests.library_maker import DEADLINE, open_library

FAKE = "fake/1"
BEGUN = b"begun"
"""What a process sends when it does what it is to be killed in."""
QUICK = ("-m", "tests.faults.quick_earmark")
WAITING = 150
"""Files that are to be heard whenever it is started."""
FEWEST_AT_WORK = 0.3
"""Part of the kills that must have come while it was at work."""
MOST_AGAIN = BATCH_SIZE + 2 * (os.cpu_count() or 1)
"""Sounds that a kill may cost: a batch that was about to be stored, and what its hearers had in hand by then."""


@dataclass(slots=True)
class Outcome:
    """What became of a library whose program was killed again and again."""

    kills: int = 0
    """That came while the program ran."""
    at_work: int = 0
    """That came after it had stored something."""
    again: int = 0
    """Sounds that a run heard which an earlier one had heard, but not yet stored: the most of all runs."""
    problems: tuple[str, ...] = ()


def kill_again_and_again(root: Path, profile: Path, kills: int, *, seed: int = 2024) -> Outcome:
    """Index ever new files and kill the program at random moments; then let it end, and look whether all is there."""
    generator = np.random.default_rng(seed)
    outcome = Outcome()
    problems: list[str] = []
    acknowledged: dict[bytes, bytes] = {}
    ear = _Ear(profile)
    made = 0
    for attempt in range(2 * kills):
        # New files all the time, so that there is always something to be done.
        made += make_files(root, made, WAITING - (made - len(acknowledged)))
        process = start(QUICK, profile, root)
        starting = attempt % 3 == 0
        if not starting:
            wait_until(Progress(profile, process, len(acknowledged)))
        work_for(generator.uniform(0, 0.6 if starting else 0.15))
        promised = saved(profile)
        outcome.kills += kill(process)
        outcome.at_work += len(promised) > len(acknowledged)
        with open_library(profile) as library:
            now = saved_in(library)
        found = [*_damage(profile), *ear.compare(acknowledged)]
        for what in (acknowledged, promised):
            if not what.items() <= now.items():
                found.append(f"{len(what.items() - now.items())} embeddings were lost")
        problems += [f"kill {outcome.kills}: {problem}" for problem in found]
        acknowledged = now
        if outcome.kills == kills:
            break
    if outcome.kills < kills or outcome.at_work < FEWEST_AT_WORK * kills:
        problems.append(f"only {outcome.kills} kills, {outcome.at_work} of them at work: it was too quick")
    problems += _ends_well(root, profile, acknowledged, made)
    problems += ear.compare(acknowledged)
    if missed := set(saved(profile).values()) - ear.heard:
        problems.append(f"{len(missed)} stored sounds were never noted: what was heard again is not known")
    outcome.again = ear.most_again
    outcome.problems = tuple(problems)
    return outcome


class _Ear:
    """What the network heard, run by run."""

    def __init__(self, profile: Path) -> None:
        self._profile = profile
        self._notes = 0
        self.heard: set[bytes] = set()
        self.most_again = 0

    def compare(self, acknowledged: dict[bytes, bytes]) -> Iterator[str]:
        """What the run that has just ended heard in vain, of what earlier ones had heard or even stored."""
        new = noted(self._profile, self._notes)
        self._notes += len(new)
        if stored := set(new) & set(acknowledged.values()):
            yield f"{len(stored)} sounds were heard again that had been stored"
        again = len(new) - len(set(new) - self.heard)
        self.heard.update(new)
        self.most_again = max(self.most_again, again)
        if again > MOST_AGAIN:
            yield f"{again} sounds were heard again, which is more than a batch"


def _damage(profile: Path) -> Iterator[str]:
    """What SQLite finds to be wrong in a file; Earmark has opened it before, as it was left."""
    for name in ("library.db", "cache.db"):
        if (profile / name).exists():
            connection = apsw.Connection(str(profile / name))
            said = connection.execute("PRAGMA integrity_check").get
            connection.close()
            if said != "ok":
                yield f"{name}: {said}"


def _ends_well(root: Path, profile: Path, acknowledged: dict[bytes, bytes], made: int) -> Iterator[str]:
    last = start(QUICK, profile, root)
    _, said = last.communicate(timeout=10 * DEADLINE)
    if last.returncode != 0:
        yield f"the last run failed: {said}"
    with open_library(profile) as library:
        counts = library.sounds.counts(FAKE)
        if (counts.sounds, counts.waiting, counts.unreadable, counts.missing) != (made, 0, 0, 0):
            yield f"{made} files, but {counts}"
        now = saved_in(library)
        if len(now) != made or not acknowledged.items() <= now.items():
            yield f"{made} files, but {len(now)} embeddings"


@dataclass(slots=True)
class Progress:
    """Whether a program has saved something new, or ended."""

    profile: Path
    process: subprocess.Popen[str]
    seen: int

    def __call__(self) -> bool:
        return len(saved(self.profile)) > self.seen or self.process.poll() is not None


def start(program: Sequence[str], profile: Path, root: Path) -> subprocess.Popen[str]:
    command = [sys.executable, *program, "--profile", str(profile), "index", "--json", str(root)]
    here = Path(__file__).parents[2]
    return subprocess.Popen(
        command, cwd=here, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, text=True, env=os.environ.copy()
    )


def kill(process: subprocess.Popen[str]) -> bool:
    """Kill the program, not its children, and see that they end; whether it was still at work."""
    try:
        children = psutil.Process(process.pid).children(recursive=True)
    except psutil.NoSuchProcess:
        children = []
    at_work = process.poll() is None
    process.kill()
    process.communicate()
    wait_until(lambda: not any(map(_lives, children)))
    return at_work


def _lives(process: psutil.Process) -> bool:
    """Whether it runs: an orphan that has ended may wait for a while until the system takes it away."""
    try:
        return process.is_running() and process.status() != psutil.STATUS_ZOMBIE
    except psutil.NoSuchProcess:
        return False


def has_begun(pipe: Connection) -> bool:
    """Whether a process says that it has begun; the end of one that never did so makes its pipe readable, too."""
    try:
        return pipe.poll(DEADLINE) and pipe.recv_bytes() == BEGUN
    except (EOFError, OSError):
        return False


def make_files(root: Path, first: int, count: int) -> int:
    for number in range(first, first + count):
        sounds.make(root, name=f"sound {number:04d}", frames=sounds.noise(0.02, seed=number))
    return count


def saved(profile: Path) -> dict[bytes, bytes]:
    """Content -> embedding of all sounds that another process sees."""
    with Library.open(profile / "library.db", profile / "cache.db", writable=False) as library:
        return saved_in(library)


def saved_in(library: Library) -> dict[bytes, bytes]:
    contents = {content for content in library.sounds.contents()[1] if content is not None}
    found, vectors = library.cache.embeddings_of(sorted(contents), FAKE)
    return {content: vector.tobytes() for content, vector in zip(found, vectors, strict=True)}


def windows_of(profile: Path) -> dict[bytes, int]:
    """Content -> number of the row of its windows, as another process sees it."""
    with Library.open(profile / "library.db", profile / "cache.db", writable=False) as library:
        return {windows.content_id: windows.number for windows in library.windows.since(FAKE, 0)}


def work_for(seconds: float) -> None:
    """Let the other process work for a moment of any length: what is tested must hold at all of them."""
    time.sleep(seconds)


def wait_until(condition: Callable[[], bool]) -> None:
    end = time.monotonic() + DEADLINE
    while not condition():
        assert time.monotonic() < end, "it did not happen in time"
        time.sleep(0.05)
