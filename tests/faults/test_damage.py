"""Damaged database files: the damage is found, said in a sentence, and repaired as far as anything can be read."""

import random
import shutil
from contextlib import closing
from pathlib import Path

import apsw
import pytest

from desktop_app.library.backup import BackupKind, Backups
from desktop_app.library.database import LibraryError, version_of
from desktop_app.library.library import Library
from desktop_app.library.migrations import LIBRARY_STEPS, migrate
from tests.faults.damage import Damage, Outcome, library_of, overwrite, rows_of, suffer, truncate, zero_log

SOUNDS = 1_500
MADE_BY_PEOPLE = ("verdicts", "marks", "collections", "collected", "folders", "exclusions")


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


def test_noise_in_the_library_is_found_and_costs_nothing_that_a_backup_has(intact: Path, tmp_path: Path) -> None:
    suffered = outcomes(intact, tmp_path / "profile", overwrite, tried=25)
    changed = [outcome for outcome in suffered if outcome.changed]
    assert len(changed) >= 10, "most of the file is in use"
    assert sum(outcome.found for outcome in changed) >= 0.95 * len(changed)
    assert all(outcome.opens for outcome in suffered)
    for outcome in suffered:
        assert not any(outcome.lost[name] for name in MADE_BY_PEOPLE)


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


def test_a_library_that_was_cut_short_is_found_and_what_is_left_opens(intact: Path, tmp_path: Path) -> None:
    suffered = outcomes(intact, tmp_path / "profile", truncate, tried=10)
    assert all(outcome.found or not outcome.changed for outcome in suffered)
    assert all(outcome.opens for outcome in suffered)
    for outcome in suffered:
        assert not any(outcome.lost[name] for name in MADE_BY_PEOPLE)


def test_a_zeroed_log_costs_no_more_than_what_was_in_it(tmp_path: Path) -> None:
    with library_of(tmp_path / "alive", 300) as library:
        library.marks.set({})
        shutil.copytree(tmp_path / "alive", tmp_path / "killed")
    generator = random.Random(3)
    for _ in range(8):
        assert suffer(tmp_path / "killed", tmp_path / "profile", zero_log, generator).opens


@pytest.mark.parametrize("writable", [True, False])
def test_opening_a_damaged_library_says_what_to_run(intact: Path, tmp_path: Path, writable: bool) -> None:
    profile = tmp_path / "profile"
    shutil.copytree(intact, profile)
    (profile / "library.db").write_bytes(b"rubble" * 10_000)
    with pytest.raises(LibraryError, match="earmark library repair"):
        Library.open(profile / "library.db", profile / "cache.db", writable=writable)
    assert (profile / "library.db").read_bytes() == b"rubble" * 10_000


def test_a_step_that_ends_at_any_statement_leaves_the_old_library_or_the_new_one(tmp_path: Path) -> None:
    file = tmp_path / "library.db"
    old = _schema_after(LIBRARY_STEPS[:1])
    new = _schema_after(LIBRARY_STEPS)
    ended_at = 0
    while True:
        file.unlink(missing_ok=True)
        with closing(apsw.Connection(str(file))) as connection:
            migrate(connection, "main", LIBRARY_STEPS[:1])
            connection.execute("INSERT INTO exclusions VALUES ('*.mp3')")
        ended = _migrate_until(file, ended_at)
        with closing(apsw.Connection(str(file))) as connection:
            assert (version_of(connection, "main"), _schema(connection)) in ((1, old), (len(LIBRARY_STEPS), new))
            assert connection.execute("SELECT pattern FROM exclusions").get == "*.mp3"
        with Library.open(file, tmp_path / "cache.db", writable=True) as library:
            assert library.folders.exclusions() == ["*.mp3"]
        if not ended:
            break
        ended_at += 1
    assert ended_at >= 8, "each statement of the step, its beginning and its end"


def _migrate_until(file: Path, statements: int) -> bool:
    """Bring a library up to date, and end as a killed program would before this statement; whether it came to that."""
    left = statements

    def goes_on(_cursor: apsw.Cursor, _statement: str, _values: object) -> bool:
        nonlocal left
        left -= 1
        return left >= 0

    with closing(apsw.Connection(str(file))) as connection:
        connection.exec_trace = goes_on
        try:
            migrate(connection, "main", LIBRARY_STEPS)
        except apsw.ExecTraceAbort:
            return True
    return False


def _schema_after(steps: tuple[str, ...]) -> set[str]:
    with closing(apsw.Connection(":memory:")) as connection:
        migrate(connection, "main", steps)
        return _schema(connection)


def _schema(connection: apsw.Connection) -> set[str]:
    return {sql for (sql,) in connection.execute("SELECT sql FROM sqlite_schema WHERE sql IS NOT NULL")}
