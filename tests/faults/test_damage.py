"""Damaged database files where no backup helps, and what is said of them; `rows/damaged_library.py` has the figures."""

import random
import shutil
from pathlib import Path

import pytest

from desktop_app.library.databases.library_errors import LibraryError
from desktop_app.library.library import Library
from desktop_app.library.rescuing.backup import BackupKind, Backups
from tests.faults.damage import Damage, Outcome, library_of, overwrite, rows_of, suffer

SOUNDS = 1_500


@pytest.fixture(scope="module")
def intact(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A profile whose library was closed in order, with a backup of today."""
    profile = tmp_path_factory.mktemp("intact")
    library_of(profile, SOUNDS).close()
    Backups(profile / "backups", profile / "library.db").make(BackupKind.DAILY)
    return profile


def outcomes(intact: Path, place: Path, damage: Damage, *, tried: int) -> list[Outcome]:
    generator = random.Random(20)
    return [suffer(intact, place, damage, generator) for _ in range(tried)]


def test_without_a_backup_a_page_costs_what_stood_in_it(intact: Path, tmp_path: Path) -> None:
    bare = tmp_path / "bare"
    shutil.copytree(intact, bare)
    shutil.rmtree(bare / "backups")
    suffered = outcomes(bare, tmp_path / "profile", overwrite, tried=15)
    assert all(outcome.opens for outcome in suffered)
    rows = sum(map(len, rows_of(bare / "library.db").values()))
    for outcome in suffered:
        # A page holds about 100 of the smallest rows; the noise may reach into a second one.
        assert sum(map(len, outcome.lost.values())) <= min(250, rows / 4)


@pytest.mark.parametrize("writable", [True, False])
def test_opening_a_damaged_library_says_what_to_run(intact: Path, tmp_path: Path, writable: bool) -> None:
    profile = tmp_path / "profile"
    shutil.copytree(intact, profile)
    (profile / "library.db").write_bytes(b"rubble" * 10_000)
    with pytest.raises(LibraryError, match="earmark library repair"):
        Library.open(profile / "library.db", profile / "cache.db", writable=writable)
    assert (profile / "library.db").read_bytes() == b"rubble" * 10_000
