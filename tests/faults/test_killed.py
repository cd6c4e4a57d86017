"""Killing the program while it indexes loses nothing that was acknowledged, and leaves nothing behind that runs."""

import os
import subprocess
import sys
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import psutil
import pytest

from desktop_app.library.library import Library
from tests import sounds
from tests.library_maker import DEADLINE, open_library

KILLS = 12
WAITING = 150
"""Files that are to be heard whenever it is started."""
FAKE = "fake/1"

QUICK = ("-m", "tests.faults.quick_earmark")
REAL = ("-m", "desktop_app")


@pytest.fixture
def root(tmp_path: Path) -> Path:
    root = tmp_path / "Sounds"
    root.mkdir()
    return root


@pytest.fixture
def profile(tmp_path: Path) -> Path:
    return tmp_path / "profile"


def test_killing_it_again_and_again_loses_nothing(root: Path, profile: Path) -> None:
    generator = np.random.default_rng(2024)
    acknowledged: dict[bytes, bytes] = {}
    made = kills = 0
    for attempt in range(2 * KILLS):
        # New files all the time, so that there is always something to be done.
        made += _make_files(root, made, WAITING - (made - len(acknowledged)))
        process = _start(QUICK, profile, root)
        starting = attempt % 3 == 0
        if not starting:
            _wait_until(_Progress(profile, process, len(acknowledged)))
        _wait(generator.uniform(0, 0.6 if starting else 0.15))
        promised = _saved(profile)
        kills += _kill(process)
        with open_library(profile) as library:
            saved = _saved_in(library)
        for what in (acknowledged, promised):
            assert what.items() <= saved.items(), f"kill {kills} lost something"
        acknowledged = saved
        if kills == KILLS:
            break
    assert kills == KILLS, "it was too quick to be killed at work"
    assert len(acknowledged) >= KILLS, "some work was done between the kills"
    last = _start(QUICK, profile, root)
    _, said = last.communicate(timeout=2 * DEADLINE)
    assert last.returncode == 0, said
    with open_library(profile) as library:
        counts = library.sounds.counts(FAKE)
        assert (counts.sounds, counts.waiting, counts.unreadable, counts.missing) == (made, 0, 0, 0)
        assert acknowledged.items() <= _saved_in(library).items()
        assert len(_saved_in(library)) == made


def test_moments_that_were_stored_are_not_heard_again_after_a_kill(root: Path, profile: Path) -> None:
    long_sounds = 30
    for number in range(long_sounds):
        sounds.make(root, name=f"long {number:02d}", frames=sounds.noise(16.0, seed=number, rate=16_000), rate=16_000)
    before: dict[bytes, int] = {}
    kills = 0
    while kills < 2 and len(before) < long_sounds:
        process = _start(QUICK, profile, root)
        _wait_until(lambda: len(_windows(profile)) > len(before) or process.poll() is not None)  # noqa: B023
        kills += _kill(process)
        saved = _windows(profile)
        assert before.items() <= saved.items()
        before = saved
    assert kills, "it was too quick to be killed at work"
    _, said = (last := _start(QUICK, profile, root)).communicate(timeout=2 * DEADLINE)
    assert last.returncode == 0, said
    after = _windows(profile)
    assert len(after) == long_sounds
    assert before.items() <= after.items(), "the same rows: none was heard a second time"
    with open_library(profile) as library:
        assert all(len(windows.starts) == 7 for windows in library.windows.since(FAKE, 0))


def test_the_child_with_the_bundled_network_ends_by_itself(root: Path, profile: Path) -> None:
    _make_files(root, 0, 200)
    process = _start(REAL, profile, root)

    def is_at_work() -> bool:
        with Library.open(profile / "library.db", profile / "cache.db", writable=False) as library:
            return any(library.sounds.contents()[1])

    _wait_until(is_at_work)
    assert _kill(process)


@dataclass(slots=True)
class _Progress:
    """Whether a program has saved something new, or ended."""

    profile: Path
    process: subprocess.Popen[str]
    seen: int

    def __call__(self) -> bool:
        return len(_saved(self.profile)) > self.seen or self.process.poll() is not None


def _start(program: Sequence[str], profile: Path, root: Path) -> subprocess.Popen[str]:
    command = [sys.executable, *program, "--profile", str(profile), "index", "--json", str(root)]
    here = Path(__file__).parents[2]
    return subprocess.Popen(
        command, cwd=here, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, text=True, env=os.environ.copy()
    )


def _kill(process: subprocess.Popen[str]) -> bool:
    """Kill the program, not its children, and see that they end; whether it was still at work."""
    try:
        children = psutil.Process(process.pid).children(recursive=True)
    except psutil.NoSuchProcess:
        children = []
    at_work = process.poll() is None
    process.kill()
    process.communicate()
    _wait_until(lambda: not any(map(_lives, children)))
    return at_work


def _lives(process: psutil.Process) -> bool:
    """Whether it runs: an orphan that has ended may wait for a while until the system takes it away."""
    try:
        return process.is_running() and process.status() != psutil.STATUS_ZOMBIE
    except psutil.NoSuchProcess:
        return False


def _make_files(root: Path, first: int, count: int) -> int:
    for number in range(first, first + count):
        sounds.make(root, name=f"sound {number:04d}", frames=sounds.noise(0.02, seed=number))
    return count


def _saved(profile: Path) -> dict[bytes, bytes]:
    """Content -> embedding of all sounds that another process sees."""
    with Library.open(profile / "library.db", profile / "cache.db", writable=False) as library:
        return _saved_in(library)


def _saved_in(library: Library) -> dict[bytes, bytes]:
    contents = {content for content in library.sounds.contents()[1] if content is not None}
    found, vectors = library.cache.embeddings_of(sorted(contents), FAKE)
    return {content: vector.tobytes() for content, vector in zip(found, vectors, strict=True)}


def _windows(profile: Path) -> dict[bytes, int]:
    """Content -> number of the row of its windows, as another process sees it."""
    with Library.open(profile / "library.db", profile / "cache.db", writable=False) as library:
        return {windows.content_id: windows.number for windows in library.windows.since(FAKE, 0)}


def _wait(seconds: float) -> None:
    """Let the other process work for a moment of any length: what is tested must hold at all of them."""
    time.sleep(seconds)


def _wait_until(condition: Callable[[], bool]) -> None:
    end = time.monotonic() + DEADLINE
    while not condition():
        assert time.monotonic() < end, "it did not happen in time"
        time.sleep(0.05)
