"""A library of one's own for each test."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from desktop_app.library.library import Library


@pytest.fixture
def library(tmp_path: Path) -> Iterator[Library]:
    """An empty, writable library in the folder `profile` of the test."""
    with Library.open(tmp_path / "profile" / "library.db", tmp_path / "profile" / "cache.db", writable=True) as opened:
        yield opened


@pytest.fixture
def root(tmp_path: Path) -> Path:
    """An empty directory for sounds."""
    path = tmp_path / "Sounds"
    path.mkdir()
    return path
