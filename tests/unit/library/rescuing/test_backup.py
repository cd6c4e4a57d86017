"""Backups hold everything, are checked before they count, and never cost a session."""

import threading
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime, timedelta
from pathlib import Path

import apsw
import pytest

from desktop_app.core.marks import Marks
from desktop_app.core.verdict import Judgement, Verdict
from desktop_app.library.databases import opening
from desktop_app.library.databases.migrations import LIBRARY_STEPS
from desktop_app.library.library import Library
from desktop_app.library.rescuing import backup as backup_module
from desktop_app.library.rescuing import checked_copy
from desktop_app.library.rescuing.backup import KEPT, KEPT_ASKED, BackupKind, Backups
from desktop_app.library.rescuing.checked_copy import BackupError
from desktop_app.library.rescuing.checking import CheckStoppedError
from tests.faults.damage import rows_of
from tests.unit.library.building import add, content_of

MONDAY = datetime(2026, 3, 2, 9, 0, tzinfo=UTC)


class Clock:
    """A clock that goes when it is told to."""

    def __init__(self) -> None:
        self.now = MONDAY

    def __call__(self) -> datetime:
        return self.now


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
def backups(library: Library, tmp_path: Path, root: Path, clock: Clock) -> Backups:
    """Of a library with something of everything in it."""
    add(library, root, "a.wav", "b.wav")
    library.verdicts.set([Verdict(content_of(b"a.wav"), "v", "t", Judgement.ADDED)])
    library.marks.set({content_of(b"b.wav"): Marks(4, False, "a note")})
    library.collections.create("Mine", [content_of(b"a.wav")])
    library.folders.exclude("*.bak")
    profile = tmp_path / "profile"
    beside = (profile / "vocabularies", profile / "settings.toml")
    return Backups(profile / "backups", profile / "library.db", beside=beside, now=clock)


def names(folder: Path) -> list[str]:
    return sorted(path.name for path in folder.iterdir())


def test_a_backup_holds_every_row_and_is_one_file(backups: Backups, tmp_path: Path) -> None:
    made = backups.make(BackupKind.DAILY)
    assert rows_of(made.library_file) == rows_of(tmp_path / "profile" / "library.db")
    assert names(made.folder) == ["library.db"]
    assert made.folder.name == "000001-2026-03-02-090000-daily"
    assert backups.all() == [made]
    assert backups.check(made)["verdicts"] == 1
    Library.open(made.library_file, tmp_path / "other cache.db", writable=True).close()


def test_writers_go_on_while_a_backup_is_made(
    backups: Backups, library: Library, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(checked_copy, "_PAGES_AT_ONCE", 1)
    written = 0

    def write() -> bool:
        nonlocal written
        written += 1
        library.folders.exclude(f"{written}.*")
        return False

    made = backups.make(BackupKind.ASKED, write)
    assert written > 10, "the copy took several steps"
    assert rows_of(made.library_file)["exclusions"] == {("*.bak",)}, "as it was at one moment"
    assert len(library.folders.exclusions()) == written + 1


def test_what_people_write_themselves_lies_beside(backups: Backups, tmp_path: Path) -> None:
    profile = tmp_path / "profile"
    (profile / "vocabularies" / "a folder").mkdir(parents=True)
    (profile / "vocabularies" / "mine.toml").write_text("id = 'mine'")
    (profile / "vocabularies" / "huge.toml").write_bytes(bytes(11 * 1024 * 1024))
    (profile / "settings.toml").write_text("theme = 'dark'")
    made = backups.make(BackupKind.DAILY)
    assert names(made.folder) == ["library.db", "settings.toml", "vocabularies"]
    assert names(made.folder / "vocabularies") == ["mine.toml"]
    assert (made.folder / "vocabularies" / "mine.toml").read_text() == "id = 'mine'"


def test_what_cannot_be_read_beside_costs_no_backup(
    backups: Backups, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "profile" / "settings.toml").touch()

    def refuse(file: Path) -> bytes:
        raise PermissionError(13, "not allowed", str(file))

    monkeypatch.setattr(Path, "read_bytes", refuse)
    assert names(backups.make(BackupKind.DAILY).folder) == ["library.db"]


def test_fourteen_are_kept_and_of_each_kind_the_newest(backups: Backups, clock: Clock) -> None:
    backups.make(BackupKind.MIGRATION)
    backups.make(BackupKind.MIGRATION)
    for _ in range(KEPT + 3):
        clock.now += timedelta(days=1)
        backups.make(BackupKind.DAILY)
    kept = backups.all()
    assert len(kept) == KEPT
    assert [backup.number for backup in kept] == [2, *range(7, 20)]
    assert kept[0].kind is BackupKind.MIGRATION
    assert names(backups.folder) == [backup.folder.name for backup in kept], "nothing half removed"


def test_those_that_were_asked_for_push_no_others_out(backups: Backups, clock: Clock) -> None:
    for _ in range(KEPT):
        clock.now += timedelta(days=1)
        backups.make(BackupKind.DAILY)
    for _ in range(KEPT_ASKED + 2):
        backups.make(BackupKind.ASKED)
    assert [backup.number for backup in backups.all()] == [*range(1, KEPT + 1), *range(KEPT + 3, KEPT + KEPT_ASKED + 3)]


@pytest.mark.parametrize(
    ("passed", "due"),
    [
        (timedelta(0), False),
        (timedelta(hours=23, minutes=59), False),
        (timedelta(hours=24), True),
        (timedelta(days=400), True),
        (timedelta(minutes=-59), False),
        (timedelta(hours=-2), True),
        (timedelta(days=-20_000), True),
    ],
)
def test_a_backup_is_due_after_a_day_also_by_a_clock_that_jumped(
    backups: Backups, clock: Clock, passed: timedelta, due: bool
) -> None:
    assert backups.due(), "there is none"
    backups.make(BackupKind.DAILY)
    clock.now += passed
    assert backups.due() is due
    if due:
        made = backups.make(BackupKind.DAILY)
        assert backups.all()[-1] == made, "the newest is the one made last, whatever the dates"
        assert not backups.due(), "one more, and not one after the other"


def test_a_damaged_library_is_not_backed_up_and_earlier_backups_stay(
    backups: Backups, library: Library, tmp_path: Path
) -> None:
    made = backups.make(BackupKind.DAILY)
    library.close()
    file = tmp_path / "profile" / "library.db"
    data = bytearray(file.read_bytes())
    for page in range(4096, len(data), 4096):
        data[page : page + 200] = b"\xa5" * 200
    file.write_bytes(data)
    with pytest.raises(BackupError, match=r"is damaged|of no use"):
        backups.make(BackupKind.DAILY)
    file.write_bytes(b"rubble" * 1_000)
    with pytest.raises(BackupError, match="earmark library repair"):
        backups.make(BackupKind.DAILY)
    assert names(backups.folder) == [made.folder.name]


def test_a_copy_that_lacks_something_does_not_count(backups: Backups, monkeypatch: pytest.MonkeyPatch) -> None:
    copy = backup_module.copy_library

    def copy_less(*values: object) -> dict[str, int]:
        counts = copy(*values)  # type: ignore[arg-type]
        return counts | {"verdicts": counts["verdicts"] + 1}

    monkeypatch.setattr(backup_module, "copy_library", copy_less)
    with pytest.raises(BackupError, match="does not hold"):
        backups.make(BackupKind.DAILY)
    assert names(backups.folder) == []


@contextmanager
def files_no_longer_than(size: int) -> Iterator[None]:
    """What a full disk does to who writes: the system refuses."""
    resource = pytest.importorskip("resource")
    before = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (size, before[1]))
    try:
        yield
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, before)


def test_a_full_disk_costs_a_sentence_and_leaves_nothing(backups: Backups, library: Library) -> None:
    made = backups.make(BackupKind.DAILY)
    with files_no_longer_than(20_000), pytest.raises(BackupError, match=r"could be made in .*backups"):
        backups.make(BackupKind.DAILY)
    assert names(backups.folder) == [made.folder.name]
    library.folders.exclude("goes on")
    assert backups.make(BackupKind.DAILY).number == 2


def test_a_disk_that_says_that_it_is_full_is_quoted(backups: Backups, monkeypatch: pytest.MonkeyPatch) -> None:
    def full(*_: object) -> dict[str, int]:
        raise apsw.FullError("database or disk is full")

    monkeypatch.setattr(backup_module, "copy_library", full)
    with pytest.raises(BackupError, match="the disk is full"):
        backups.make(BackupKind.DAILY)


def test_a_folder_that_cannot_be_made_costs_a_sentence(backups: Backups) -> None:
    backups.folder.write_text("in the way")
    with pytest.raises(BackupError, match="make room there"):
        backups.make(BackupKind.DAILY)
    assert backups.all() == []


def test_a_library_that_is_not_there_is_said(tmp_path: Path) -> None:
    with pytest.raises(BackupError, match="could be made"):
        Backups(tmp_path / "backups", tmp_path / "library.db").make(BackupKind.ASKED)


@pytest.mark.parametrize("after", [0, 3])
def test_one_that_is_stopped_leaves_nothing(backups: Backups, monkeypatch: pytest.MonkeyPatch, after: int) -> None:
    monkeypatch.setattr(checked_copy, "_PAGES_AT_ONCE", 1)
    asked = 0

    def stopped() -> bool:
        nonlocal asked
        asked += 1
        return asked > after

    with pytest.raises(CheckStoppedError):
        backups.make(BackupKind.DAILY, stopped)
    assert names(backups.folder) == []


def test_a_check_that_is_stopped_says_so(backups: Backups, monkeypatch: pytest.MonkeyPatch) -> None:
    def interrupted(*_: object) -> None:
        raise apsw.InterruptError

    monkeypatch.setattr(backup_module, "copy_library", interrupted)
    with pytest.raises(CheckStoppedError):
        backups.make(BackupKind.DAILY)


def test_what_a_killed_program_left_is_swept(backups: Backups) -> None:
    draft = backups.folder / ".draft-1234"
    draft.mkdir(parents=True)
    (draft / "library.db").write_bytes(b"half")
    made = backups.make(BackupKind.DAILY)
    assert names(backups.folder) == [made.folder.name]


def test_other_files_among_the_backups_are_left_alone(backups: Backups) -> None:
    made = backups.make(BackupKind.DAILY)
    for name in ("notes", "000002-2026-99-99-090000-daily", "000003-2026-03-02-090000-weekly"):
        (backups.folder / name).mkdir()
        (backups.folder / name / "library.db").touch()
    (backups.folder / "000004-2026-03-02-090000-daily").mkdir()
    assert backups.all() == [made]


def test_a_backup_is_found_by_number_name_and_path(
    backups: Backups, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    backups.make(BackupKind.DAILY)
    made = backups.make(BackupKind.ASKED)
    monkeypatch.chdir(backups.folder)
    for reference in (
        "2",
        made.folder.name,
        str(made.folder),
        str(made.library_file),
        f"{made.folder.name}/library.db",
    ):
        assert backups.find(reference) == made
    assert backups.find("3") is None


def test_the_newest_good_one_is_not_one_that_is_broken(backups: Backups) -> None:
    assert backups.choose().backup is None
    good = backups.make(BackupKind.DAILY)
    for content in (b"rubble" * 1_000, b""):
        bad = backups.make(BackupKind.DAILY)
        bad.library_file.write_bytes(content)
        with pytest.raises(BackupError, match=f"The backup {bad.folder.name} is of no use") as caught:
            backups.check(bad)
        assert (" its library.db is empty." in str(caught.value)) is not bool(content)
    bad.library_file.unlink()
    with pytest.raises(BackupError, match="cannot be read"):
        backups.check(bad)
    assert backups.choose().backup == good
    rubble, empty = backups.all()[1], backups.make(BackupKind.ASKED)
    empty.library_file.write_bytes(b"")
    assert list(backups.choose().passed_over) == [empty, rubble]
    assert list(backups.damaged()) == [empty, rubble]
    assert all(made.folder.name in why for made, why in backups.damaged().items())


def test_the_newest_good_one_holds_something_if_any_does(backups: Backups, tmp_path: Path) -> None:
    """A library that was lost is backed up like any other when a newer version brings it up to date."""
    Library.open(tmp_path / "lost.db", tmp_path / "lost cache.db", writable=True).close()
    lost = Backups(backups.folder, tmp_path / "lost.db").make(BackupKind.MIGRATION)
    assert backups.choose().backup == lost
    full = backups.make(BackupKind.DAILY)
    Backups(backups.folder, tmp_path / "lost.db").make(BackupKind.MIGRATION)
    assert backups.choose().backup == full


def test_two_at_the_same_time_are_made_one_after_the_other(backups: Backups) -> None:
    threads = [threading.Thread(target=backups.make, args=(BackupKind.ASKED,)) for _ in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert [backup.number for backup in backups.all()] == [1, 2, 3, 4]


def test_an_older_library_is_backed_up_before_it_is_brought_up_to_date(
    backups: Backups, library: Library, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    library.close()
    file, cache = tmp_path / "profile" / "library.db", tmp_path / "profile" / "cache.db"
    before = rows_of(file)
    Library.open(file, cache, writable=True, backups=backups).close()
    assert backups.all() == [], "nothing is changed, nothing is backed up"
    monkeypatch.setattr(opening, "LIBRARY_STEPS", (*LIBRARY_STEPS, "CREATE TABLE main.more (x)"))
    Library.open(file, cache, writable=True, backups=backups).close()
    [made] = backups.all()
    assert made.kind is BackupKind.MIGRATION
    assert rows_of(made.library_file) == before
    connection = apsw.Connection(str(made.library_file))
    assert connection.pragma("user_version") == len(LIBRARY_STEPS)
    connection.close()


@pytest.mark.parametrize("backed_up", [True, False])
def test_a_backup_that_fails_does_not_keep_the_library_closed(
    backups: Backups, library: Library, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, backed_up: bool
) -> None:
    library.close()
    backups.folder.write_text("in the way")
    monkeypatch.setattr(opening, "LIBRARY_STEPS", (*LIBRARY_STEPS, "CREATE TABLE main.more (x)"))
    file, cache = tmp_path / "profile" / "library.db", tmp_path / "profile" / "cache.db"
    said: list[str] = []
    with Library.open(file, cache, writable=True, backups=backups if backed_up else None, tell=said.append) as opened:
        assert opened.folders.exclusions() == ["*.bak"]
    assert ["No backup" in sentence for sentence in said] == [True] * backed_up
