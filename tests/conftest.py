"""What every test may rely on: nothing of the person's own profile, and no display."""

import os
from collections.abc import Iterator
from functools import lru_cache

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
os.environ.setdefault("HF_HUB_OFFLINE", "1")

import pytest

from desktop_app.core import synthesis
from desktop_app.core.synthesis.kinds import Kind, ReferenceSound, make


@pytest.hookimpl(optionalhook=True)
def pytest_xdist_auto_num_workers() -> int:
    """One process more than there are cores: a quarter of the time, a test waits for a child process or a timer."""
    return (os.cpu_count() or 1) + 1


@lru_cache(maxsize=128)
def _made_once(kind: Kind, variant: int) -> ReferenceSound:
    sound = make(kind, variant)
    sound.samples.setflags(write=False)  # nobody changes what others get, too
    return sound


@pytest.fixture(scope="session", autouse=True)
def reference_sounds_made_once() -> Iterator[None]:
    """The same few reference sounds are what every network is tried with, and each takes a tenth of a second. That they
    are always the same is what the tests of the synthesis say, and those make them anew.
    """
    synthesis.make = _made_once
    yield
    synthesis.make = make
