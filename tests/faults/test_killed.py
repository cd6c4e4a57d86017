"""Killing the program while it indexes loses nothing that was acknowledged, and leaves nothing behind that runs."""

from pathlib import Path

import pytest

from desktop_app.library.library import Library
from tests import sounds
from tests.faults.killing import FAKE, QUICK, kill, make_files, start, wait_until, windows_of
from tests.library_maker import DEADLINE, open_library

REAL = ("-m", "desktop_app")


@pytest.fixture
def root(tmp_path: Path) -> Path:
    root = tmp_path / "Sounds"
    root.mkdir()
    return root


@pytest.fixture
def profile(tmp_path: Path) -> Path:
    return tmp_path / "profile"


def test_moments_that_were_stored_are_not_heard_again_after_a_kill(root: Path, profile: Path) -> None:
    long_sounds = 16
    for number in range(long_sounds):
        sounds.make(root, name=f"long {number:02d}", frames=sounds.noise(10.0, seed=number, rate=16_000), rate=16_000)
    process = start(QUICK, profile, root)
    wait_until(lambda: len(windows_of(profile)) > 0 or process.poll() is not None)
    assert kill(process), "it was too quick to be killed at work"
    before = windows_of(profile)
    assert before
    _, said = (last := start(QUICK, profile, root)).communicate(timeout=2 * DEADLINE)
    assert last.returncode == 0, said
    after = windows_of(profile)
    assert len(after) == long_sounds
    assert before.items() <= after.items(), "the same rows: none was heard a second time"
    with open_library(profile) as library:
        assert all(len(windows.starts) == 4 for windows in library.windows.since(FAKE, 0))


def test_the_child_with_the_bundled_network_ends_by_itself(root: Path, profile: Path) -> None:
    make_files(root, 0, 200)
    process = start(REAL, profile, root)

    def is_at_work() -> bool:
        with Library.open(profile / "library.db", profile / "cache.db", writable=False) as library:
            return any(library.sounds.contents()[1])

    wait_until(is_at_work)
    assert kill(process)
