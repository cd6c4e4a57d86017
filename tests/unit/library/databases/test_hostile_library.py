"""A library file from somebody else holds data, and does nothing by itself."""

from contextlib import closing
from pathlib import Path

import apsw
import pytest

from desktop_app.core.marks import Marks
from desktop_app.library.rescuing.backup import BackupKind, Backups
from desktop_app.library.rescuing.checked_copy import BackupError
from desktop_app.library.rescuing.checking import check_library
from desktop_app.library.rescuing.repair import Mender
from tests.faults.damage import library_of
from tests.library_maker import open_library

CONTENT = bytes(16)


def change(file: Path, *statements: str) -> None:
    with closing(apsw.Connection(str(file))) as connection:
        for statement in statements:
            connection.execute(statement)


@pytest.fixture
def profile(tmp_path: Path) -> Path:
    library_of(tmp_path / "profile", 10).close()
    return tmp_path / "profile"


def test_a_trigger_in_a_restored_library_never_acts(profile: Path) -> None:
    file = profile / "library.db"
    change(file, "CREATE TRIGGER wipe AFTER INSERT ON marks BEGIN DELETE FROM verdicts; DELETE FROM marks; END")
    backups = Backups(profile / "backups", file)
    backup = backups.make(BackupKind.DAILY)
    Mender(file, profile / "cache.db", backups).restore(backup)
    library = open_library(profile)
    try:
        said = library.verdicts.all()
        library.marks.set({CONTENT: Marks(rating=5)})
        assert library.verdicts.all() == said != []
        assert library.marks.all()[CONTENT].rating == 5
    finally:
        library.close()


def test_a_view_that_calls_itself_a_table_is_no_library(profile: Path) -> None:
    file = profile / "library.db"
    backups = Backups(profile / "backups", file)
    backup = backups.make(BackupKind.DAILY)
    change(
        backup.library_file,
        "ALTER TABLE marks RENAME TO hidden",
        "CREATE VIEW marks AS WITH RECURSIVE n(x) AS (SELECT 1 UNION ALL SELECT x + 1 FROM n) SELECT x FROM n",
    )
    before = file.read_bytes()
    with pytest.raises(BackupError, match=r"^The backup .* is of no use"):
        Mender(file, profile / "cache.db", backups).restore(backup)
    assert file.read_bytes() == before


def test_a_view_in_the_place_of_a_table_is_damage(profile: Path) -> None:
    file = profile / "library.db"
    change(file, "ALTER TABLE marks RENAME TO hidden", "CREATE VIEW marks AS SELECT * FROM hidden")
    assert check_library(file)
