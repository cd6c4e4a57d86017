"""A damaged library becomes a whole one with all that can be read or was backed up; nothing is ever deleted."""

import os
import shutil
from collections.abc import Callable
from contextlib import closing
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

import apsw
import pytest

from desktop_app.core.marks import Marks
from desktop_app.core.metadata import EmbeddedText, Field, Metadata
from desktop_app.core.sound import FileStamp, SoundState
from desktop_app.core.verdict import Judgement, Verdict
from desktop_app.library.databases import durable
from desktop_app.library.databases.database_files import wal_of
from desktop_app.library.databases.library_errors import LibraryDamagedError, LibraryError
from desktop_app.library.databases.migrations import LIBRARY_STEPS, migrate
from desktop_app.library.library import Library
from desktop_app.library.rescuing import repair as repair_module
from desktop_app.library.rescuing import salvage as salvage_module
from desktop_app.library.rescuing.backup import BackupKind, Backups
from desktop_app.library.rescuing.checked_copy import BackupError
from desktop_app.library.rescuing.checking import UnreadableError, check_library
from desktop_app.library.rescuing.repair import Mender
from desktop_app.library.tables.heard import Heard
from desktop_app.library.tables.sound_filter import SoundFilter
from tests.faults.damage import Rows, library_of, rows_of
from tests.library_maker import FORMAT

NOON = datetime(2026, 3, 2, 12, 0, tzinfo=UTC)
SOUNDS = 300


class Place:
    """A profile's files and what mends them."""

    def __init__(self, profile: Path) -> None:
        self.profile = profile
        self.library_file = profile / "library.db"
        self.cache_file = profile / "cache.db"
        self.backups = Backups(profile / "backups", self.library_file, now=lambda: NOON)
        self.mender = Mender(self.library_file, self.cache_file, self.backups, now=lambda: NOON)

    def open(self) -> Library:
        return Library.open(self.library_file, self.cache_file, writable=True)

    def change(self, *statements: str) -> None:
        """What no version of Earmark would do."""
        with closing(apsw.Connection(str(self.library_file))) as connection:
            for statement in statements:
                connection.execute(statement)

    def drafts(self) -> list[str]:
        return [path.name for path in self.profile.iterdir() if path.name.endswith(".draft")]


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Path:
    profile = tmp_path_factory.mktemp("made")
    library_of(profile, SOUNDS).close()
    return profile


@pytest.fixture
def place(made: Path, tmp_path: Path) -> Place:
    shutil.copytree(made, tmp_path / "profile")
    return Place(tmp_path / "profile")


def ruin(file: Path, *, from_page: int = 0) -> None:
    data = file.read_bytes()
    kept = data[: from_page * 4096]
    file.write_bytes(kept + b"\xa5" * (len(data) - len(kept)))


def test_a_restored_library_is_the_one_that_was_backed_up_row_by_row(place: Place) -> None:
    before = rows_of(place.library_file)
    backup = place.backups.make(BackupKind.DAILY)
    with place.open() as library:
        library.folders.exclude("*.later")
        library.verdicts.say("v", "tag 0", {None: [content for content in library.sounds.contents()[1] if content]})
    later = rows_of(place.library_file)
    restored = place.mender.restore(backup)
    assert rows_of(place.library_file) == before
    assert restored.rows == {name: len(rows) for name, rows in before.items()}
    assert restored.kept == place.profile / "library.db.replaced-2026-03-02-120000"
    assert rows_of(restored.kept) == later
    with place.open() as library:
        assert library.folders.exclusions() == ["*.bak"]
    assert rows_of(place.mender.restore(backup).kept or Path()) == before, "under a name of its own"
    assert place.drafts() == []


def test_what_a_killed_writer_left_in_its_log_is_kept_too(place: Place, tmp_path: Path) -> None:
    backup = place.backups.make(BackupKind.DAILY)
    killed = Place(tmp_path / "killed")
    with place.open() as library:
        library.folders.exclude("*.later")
        shutil.copytree(place.profile, killed.profile)
    assert killed.library_file.with_name("library.db-wal").stat().st_size
    kept = killed.mender.restore(backup).kept
    assert kept is not None
    assert ("*.later",) in rows_of(kept)["exclusions"]
    assert ("*.later",) not in rows_of(killed.library_file)["exclusions"]
    assert not killed.library_file.with_name("library.db-wal").exists() or check_library(killed.library_file) == ()


def test_what_a_backup_says_of_a_sound_that_was_edited_since_is_said_of_what_it_is_now(place: Place) -> None:
    """The backup speaks of the audio that the sound had on that day."""
    with place.open() as library:
        [folder], ids = library.folders.all(), library.sounds.ids()
        [sound] = library.sounds.many(ids[-1:].tolist())
        earlier = sound.content_id or b""
        library.marks.set({earlier: Marks(5, True, "the good take")})
        library.verdicts.say("v", "rain", {Judgement.ACCEPTED: [earlier]})
        library.collections.create("Good", [earlier])
        place.backups.make(BackupKind.DAILY)
        stamp, now = FileStamp(1, 1, 1), b"normalised audio"
        relative = sound.path.relative_to(folder.path).as_posix()
        library.sounds.apply_scan(folder.folder_id, {relative: stamp}, under=relative)
        library.sounds.save_heard("an embedder", [Heard(sound.sound_id, stamp, now, FORMAT, None, None)])
    for table in ("marks", "verdicts", "collected"):
        place.change(f"UPDATE {table} SET content_id = x'00' WHERE content_id = x'{now.hex()}'")
    place.mender.repair()
    with place.open() as library:
        assert library.marks.of_content([earlier, now]) == {now: Marks(5, True, "the good take")}
        assert library.collections.of_content([earlier, now]) == {now: ("Good",)}
        assert [verdict.tag_id for verdict in library.verdicts.of_content([now]) if verdict.vocabulary_id == "v"]
        assert library.verdicts.of_content([earlier]) == []


def test_a_restore_brings_back_a_library_that_is_gone(place: Place) -> None:
    before = rows_of(place.library_file)
    backup = place.backups.make(BackupKind.DAILY)
    place.library_file.unlink()
    assert place.mender.restore(backup).kept is None
    assert rows_of(place.library_file) == before


def test_sounds_of_a_restored_library_are_not_said_to_say_what_others_of_their_numbers_do(place: Place) -> None:
    with place.open() as library:
        same, other = library.sounds.many([1, 2])
        said = Metadata((EmbeddedText(Field.KEYWORDS, "crow", "iXML"),))
        library.file_texts.save([(same, said), (replace(other, stamp=FileStamp(7, 7, 7)), said)])
    place.mender.restore(place.backups.make(BackupKind.DAILY))
    assert not wal_of(place.cache_file).exists()
    with place.open() as library:
        assert library.file_texts.of([1, 2]) == {1: said}
        found = library.sounds.ids(filter=SoundFilter(texts=(("keywords", ("crow",)),), states=tuple(SoundState)))
        assert found.tolist() == [1]


def test_a_broken_backup_is_not_restored(place: Place) -> None:
    before = place.library_file.read_bytes()
    backup = place.backups.make(BackupKind.DAILY)
    ruin(backup.library_file, from_page=3)
    with pytest.raises(BackupError, match="of no use"):
        place.mender.restore(backup)
    assert place.library_file.read_bytes() == before


@pytest.mark.parametrize("linked", [True, False])
def test_a_restore_that_cannot_be_finished_changes_nothing(
    place: Place, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, linked: bool
) -> None:
    backup = place.backups.make(BackupKind.DAILY)
    killed = Place(tmp_path / "killed")
    with place.open() as library:
        library.folders.exclude("*.later")
        shutil.copytree(place.profile, killed.profile)
    before = rows_of(killed.library_file)

    def refuse(*_: object) -> None:
        raise PermissionError(13, "in use")

    if not linked:  # as on a drive that knows no second names
        monkeypatch.setattr(os, "link", refuse)
    with monkeypatch.context() as patched:
        patched.setattr(Path, "replace", refuse)
        with pytest.raises(LibraryError, match="in use"):
            killed.mender.restore(backup)
    assert rows_of(killed.library_file) == before, "with what was in its log"
    assert killed.drafts() == []
    killed.mender.restore(backup)
    with place.open(), killed.open() as library:
        assert library.folders.exclusions() == ["*.bak"]


def test_a_failure_without_a_log_changes_nothing_either(place: Place, monkeypatch: pytest.MonkeyPatch) -> None:
    backup = place.backups.make(BackupKind.DAILY)
    before = rows_of(place.library_file)

    def refuse(*_: object) -> None:
        raise PermissionError(13, "in use")

    with monkeypatch.context() as patched:
        patched.setattr(Path, "replace", refuse)
        with pytest.raises(LibraryError, match="in use"):
            place.mender.restore(backup)
    assert rows_of(place.library_file) == before


def test_where_nothing_is_wrong_nothing_is_changed(place: Place) -> None:
    before = sorted(place.profile.iterdir())
    done = place.mender.repair()
    assert (done.wrong, done.salvaged, done.kept, done.cache_kept) == ((), None, None, None)
    assert {path.name for path in place.profile.iterdir()} - {path.name for path in before} <= {
        f"{name}.db-{end}" for name in ("library", "cache") for end in ("wal", "shm")
    }


def test_a_library_that_is_only_out_of_reach_is_not_repaired(place: Place) -> None:
    place.backups.make(BackupKind.DAILY)
    place.library_file.rename(place.profile / "elsewhere")
    place.library_file.mkdir()
    before = sorted(path.name for path in place.profile.iterdir())
    with pytest.raises(UnreadableError, match="cannot be read"):
        place.mender.repair()
    assert sorted(path.name for path in place.profile.iterdir()) == before


def test_a_disk_that_fails_during_a_repair_ends_it(place: Place, monkeypatch: pytest.MonkeyPatch) -> None:
    """Nothing may count as lost that another try would read."""
    ruin(place.library_file, from_page=5)
    before = place.library_file.read_bytes()

    def fail(_file: Path) -> apsw.Connection:
        raise apsw.IOError("disk I/O error")

    monkeypatch.setattr(salvage_module, "connect_to_read", fail)
    with pytest.raises(LibraryError, match="disk I/O error"):
        place.mender.repair()
    assert place.library_file.read_bytes() == before
    assert place.drafts() == []


def test_a_damaged_cache_is_moved_aside_and_the_library_left_alone(place: Place) -> None:
    before = place.library_file.read_bytes()
    ruin(place.cache_file, from_page=4)
    damaged = place.cache_file.read_bytes()
    done = place.mender.repair()
    assert done.salvaged is None
    assert "cache.db is damaged" in done.wrong[0]
    assert done.cache_kept is not None
    assert done.cache_kept.read_bytes() == damaged
    assert place.library_file.read_bytes() == before
    with place.open() as library:
        assert library.sounds.waiting_count("an embedder") == SOUNDS, "to be heard again"


def test_a_cache_that_cannot_be_moved_is_said(place: Place, monkeypatch: pytest.MonkeyPatch) -> None:
    ruin(place.cache_file, from_page=4)

    def refuse(*_: object) -> None:
        raise PermissionError(13, "in use")

    monkeypatch.setattr(Path, "replace", refuse)
    with pytest.raises(LibraryError, match="in use"):
        place.mender.repair()


def test_a_library_that_cannot_be_read_at_all_is_taken_from_the_newest_good_backup(place: Place) -> None:
    before = rows_of(place.library_file)
    good = place.backups.make(BackupKind.DAILY)
    bad = place.backups.make(BackupKind.DAILY)
    ruin(bad.library_file)
    ruin(place.library_file)
    damaged = place.library_file.read_bytes()
    done = place.mender.repair()
    assert rows_of(place.library_file) == before
    assert done.backup == good
    assert done.lost
    assert done.choice is not None
    assert list(done.choice.passed_over) == [bad]
    assert done.kept is not None
    assert done.kept.name == "library.db.damaged-2026-03-02-120000"
    assert done.kept.read_bytes() == damaged


def test_without_a_backup_an_unreadable_library_becomes_an_empty_one_and_is_kept(place: Place) -> None:
    ruin(place.library_file)
    done = place.mender.repair()
    assert not any(rows_of(place.library_file).values())
    assert done.backup is None
    assert done.kept is not None
    with place.open() as library:
        assert library.folders.all() == []


def test_what_was_done_since_the_backup_is_saved_out_of_a_library_that_sqlite_cannot_open(place: Place) -> None:
    place.backups.make(BackupKind.DAILY)
    with place.open() as library:
        library.folders.exclude("*.later")
    before = rows_of(place.library_file)
    data = place.library_file.read_bytes()
    place.library_file.write_bytes(b"\xa5" * 4096 + data[4096:])
    done = place.mender.repair()
    assert rows_of(place.library_file) == before
    assert done.salvaged is not None
    assert done.backup is None, "all could be read"
    assert not done.salvaged.hurt


def undo_most(place: Place) -> Rows:
    """Thousands of decisions and collected sounds, of which all but a few are taken back; what is left."""
    contents = [(number + 1).to_bytes(16, "big") for number in range(4_000)]
    with place.open() as library:
        library.verdicts.set([Verdict(content, "v", "undone", Judgement.ACCEPTED) for content in contents])
        library.marks.set({content: Marks(5, True, "undone") for content in contents[SOUNDS:]})
    with place.open() as library:
        with library._database.writing() as connection:
            connection.execute("DELETE FROM verdicts WHERE tag_id = 'undone'")
        library.marks.set({content: Marks() for content in contents[SOUNDS:]})
    with closing(apsw.Connection(str(place.library_file))) as connection:
        assert connection.pragma("freelist_count") > 50
    return rows_of(place.library_file)


@pytest.mark.parametrize("lost", [100, 4096])
@pytest.mark.parametrize("backed_up", [True, False])
def test_what_was_undone_stays_undone_when_the_beginning_of_the_file_is_lost(
    place: Place, lost: int, backed_up: bool
) -> None:
    if backed_up:
        with place.open() as library:
            library.verdicts.set([Verdict(b"undone after all", "v", "tag", Judgement.ACCEPTED)])
        place.backups.make(BackupKind.DAILY)
        with place.open() as library:
            library.verdicts.say("v", "tag", {None: [b"undone after all"]})
    before = undo_most(place)
    data = place.library_file.read_bytes()
    place.library_file.write_bytes(bytes(lost) + data[lost:])
    done = place.mender.repair()
    assert rows_of(place.library_file) == before
    assert done.salvaged is not None
    assert not done.salvaged.hurt
    assert not any(done.salvaged.doubtful.values())


def first_page(file: Path, table: str) -> int:
    with closing(apsw.Connection(str(file))) as connection:
        return int(connection.execute("SELECT rootpage FROM sqlite_schema WHERE name = ?", (table,)).get)


def test_what_was_undone_stays_undone_when_the_way_to_the_rest_is_lost(place: Place) -> None:
    """The list of pages out of use tells them from those to which nothing leads any more."""
    before = undo_most(place)
    data, page = place.library_file.read_bytes(), first_page(place.library_file, "sounds")
    place.library_file.write_bytes(data[: (page - 1) * 4096] + bytes(4096) + data[page * 4096 :])
    done = place.mender.repair()
    assert rows_of(place.library_file) == before
    assert done.salvaged is not None
    assert done.salvaged.hurt == {"sounds"}
    assert not any(done.salvaged.doubtful.values())


def test_what_may_have_been_undone_is_counted_and_comes_after_what_a_backup_says(place: Place) -> None:
    with place.open() as library:
        library.verdicts.set([Verdict((9).to_bytes(16, "big"), "v", "undone", Judgement.REJECTED)])
    place.backups.make(BackupKind.DAILY)
    before = undo_most(place)
    data, page = place.library_file.read_bytes(), first_page(place.library_file, "verdicts")
    place.library_file.write_bytes(bytes(100) + data[100 : (page - 1) * 4096] + bytes(4096) + data[page * 4096 :])
    done = place.mender.repair()
    after = rows_of(place.library_file)
    assert {name for name in before if before[name] != after[name]} == {"verdicts"}
    assert done.salvaged is not None
    assert done.salvaged.hurt == {"verdicts"}
    undone = {row for row in after["verdicts"] if row[2] == "undone"}
    assert done.salvaged.doubtful["verdicts"] >= len(undone) - 1
    assert ((9).to_bytes(16, "big"), "v", "undone", "rejected") in undone


@pytest.mark.parametrize(
    ("statements", "lost"),
    [
        (["UPDATE verdicts SET judgement = 'perhaps' WHERE tag_id = 'tag 0'"], {"verdicts"}),
        (["UPDATE marks SET content_id = x'00' WHERE note = ''"], {"marks"}),
    ],
)
def test_rows_that_make_no_sense_are_left_out_or_come_from_the_backup(
    place: Place, statements: list[str], lost: set[str]
) -> None:
    before = rows_of(place.library_file)
    place.change(*statements)
    place.mender.repair()
    after = rows_of(place.library_file)
    assert {name for name in before if before[name] != after[name]} == lost
    assert all(after[name] < before[name] for name in lost)


def test_rows_that_make_no_sense_come_from_the_backup(place: Place) -> None:
    before = rows_of(place.library_file)
    place.backups.make(BackupKind.DAILY)
    place.change("UPDATE verdicts SET judgement = 'perhaps' WHERE tag_id = 'tag 0'")
    done = place.mender.repair()
    assert rows_of(place.library_file) == before
    assert done.salvaged is not None
    assert done.salvaged.from_backup["verdicts"] == 2
    assert done.salvaged.hurt == {"verdicts"}


def test_a_collection_whose_name_is_lost_keeps_its_sounds(place: Place) -> None:
    place.change("DELETE FROM collections")
    place.mender.repair()
    with place.open() as library:
        [collection] = library.collections.all()
        assert "name lost" in collection.name
        assert collection.count == len(range(0, SOUNDS, 7))


def test_sounds_without_a_folder_or_a_format_leave_no_loose_ends(place: Place) -> None:
    place.change("DELETE FROM contents")
    place.mender.repair()
    assert check_library(place.library_file) == ()
    with place.open() as library:
        assert library.sounds.counts("an embedder").waiting == SOUNDS
        assert len(library.verdicts.all()) == SOUNDS / 3
    place.change("DELETE FROM folders")
    place.mender.repair()
    with place.open() as library:
        assert library.sounds.counts("an embedder").sounds == 0
        assert len(library.verdicts.all()) == SOUNDS / 3


def test_an_older_library_is_repaired_into_the_newest_form(tmp_path: Path) -> None:
    place = Place(tmp_path)
    with closing(apsw.Connection(str(place.library_file))) as connection:
        migrate(connection, "main", LIBRARY_STEPS[:1])
        connection.execute(
            "INSERT INTO folders VALUES (1, x'2f61', '/a', 'a', 1);"
            "INSERT INTO sounds VALUES (7, 1, x'62', '', 'b', 1, 2, 3, 0, NULL, 0, NULL, 0);"
            "INSERT INTO verdicts VALUES (x'00', 'v', 't', 'added')"
        )
    assert check_library(place.library_file)
    place.mender.repair()
    rows = rows_of(place.library_file)
    assert rows["sounds"] == {(7, 1, b"b", "", "b", 1, 2, 3, 0, None, 0, None, 0, None, None, None)}
    assert rows["verdicts"] == set()


def failing_salvage(error: Exception) -> Callable[..., None]:
    def fail(*_: object) -> None:
        raise error

    return fail


def test_a_repair_that_fails_changes_nothing(place: Place, monkeypatch: pytest.MonkeyPatch) -> None:
    ruin(place.library_file, from_page=5)
    before = place.library_file.read_bytes()
    with monkeypatch.context() as patched:
        patched.setattr(repair_module, "salvage", failing_salvage(apsw.FullError("the disk is full")))
        with pytest.raises(LibraryError, match="disk is full"):
            place.mender.repair()
    with monkeypatch.context() as patched:
        patched.setattr(repair_module, "check_structure", lambda _file: ("library.db is damaged.",))
        with pytest.raises(LibraryError, match="Nothing was changed"):
            place.mender.repair()
    assert place.library_file.read_bytes() == before
    assert place.drafts() == []


def test_folders_that_no_system_opens_are_no_error(place: Place, monkeypatch: pytest.MonkeyPatch) -> None:
    backup = place.backups.make(BackupKind.DAILY)
    opened = os.open

    def refuse_folders(path: Path, flags: int, *rest: int) -> int:
        if Path(path).is_dir():
            raise PermissionError(13, "is a folder")
        return opened(path, flags, *rest)

    monkeypatch.setattr(durable.os, "open", refuse_folders)
    place.mender.restore(backup)


@pytest.mark.parametrize("emptied", [True, False], ids=["empty", "gone"])
def test_of_a_library_whose_log_alone_is_left_the_log_is_spared_and_read(tmp_path: Path, emptied: bool) -> None:
    place = Place(tmp_path)
    library = library_of(tmp_path, 20)
    log = wal_of(place.library_file).read_bytes()
    before = rows_of(place.library_file)
    library.close()
    for file in (place.library_file, wal_of(place.library_file)):
        file.unlink(missing_ok=True)
    wal_of(place.library_file).write_bytes(log)
    if emptied:
        place.library_file.touch()
    for writable in (True, False):
        with pytest.raises(LibraryDamagedError, match="earmark library repair"):
            Library.open(place.library_file, place.cache_file, writable=writable)
    [problem] = check_library(place.library_file)
    assert "all that is left of it is its log, library.db-wal" in problem
    assert wal_of(place.library_file).read_bytes() == log
    done = place.mender.repair()
    assert done.kept is not None
    assert wal_of(done.kept).read_bytes() == log
    assert check_library(place.library_file) == ()
    assert rows_of(place.library_file)["marks"] == before["marks"]
    assert rows_of(place.library_file)["verdicts"] == before["verdicts"]
    assert place.drafts() == []
    with place.open() as library:
        assert len(library.collections.all()) == 1
