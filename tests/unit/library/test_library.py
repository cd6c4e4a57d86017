"""Opening, sharing and closing the two files, and what happens when they are damaged."""

import os
import subprocess
import sys
import threading
from concurrent.futures import ThreadPoolExecutor
from contextlib import closing
from pathlib import Path

import apsw
import numpy as np
import pytest

from desktop_app.core.verdict import Judgement, Verdict
from desktop_app.library.databases import database_files, opening
from desktop_app.library.databases.database import Database
from desktop_app.library.databases.library_errors import LibraryError, LibraryTooNewError
from desktop_app.library.databases.migrations import LIBRARY_STEPS, migrate, version_of
from desktop_app.library.databases.opening import check_sqlite
from desktop_app.library.library import Library
from desktop_app.library.rescuing.checking import check_library
from tests.unit.library.building import EMBEDDER, add, content_of, id_of

VERDICT = Verdict(b"c" * 16, "everyday", "dog", Judgement.ACCEPTED)


def files(tmp_path: Path) -> tuple[Path, Path]:
    return tmp_path / "profile" / "library.db", tmp_path / "profile" / "cache.db"


def test_what_was_saved_is_there_after_reopening(tmp_path: Path, root: Path) -> None:
    with Library.open(*files(tmp_path), writable=True) as library:
        add(library, root, "a.wav")
        library.verdicts.set([VERDICT])
    with Library.open(*files(tmp_path), writable=True) as library:
        assert [s.name for s in library.sounds.many(library.sounds.ids())] == ["a.wav"]
        assert library.verdicts.all() == [VERDICT]
        assert library.sounds.waiting_count(EMBEDDER) == 0


def test_both_files_survive_a_power_cut_as_promised(library: Library) -> None:
    with library._database.writing() as connection:
        for schema in ("main", "cache"):
            assert connection.pragma("journal_mode", schema=schema) == "wal"
            assert connection.pragma("synchronous", schema=schema) == 2
        assert connection.pragma("page_size", schema="cache") == 16_384
        assert connection.pragma("mmap_size") == 0
        assert connection.pragma("foreign_keys") == 1


def test_the_logs_stay_small(tmp_path: Path) -> None:
    library_file, cache_file = files(tmp_path)
    with closing(Database(library_file, cache_file, writable=True)) as opened:
        for _ in range(100):
            with opened.writing() as connection:
                connection.execute("CREATE TABLE IF NOT EXISTS cache.filler (value)")
                connection.execute("CREATE TABLE IF NOT EXISTS main.filler (value)")
                for schema in ("main", "cache"):
                    connection.execute(f"INSERT INTO {schema}.filler VALUES (zeroblob(200000))")
        sizes = [file.with_name(f"{file.name}-wal").stat().st_size for file in (library_file, cache_file)]
        assert max(sizes) <= 4 * 1024 * 1024


def test_reading_without_a_library_shows_an_empty_one_and_makes_no_files(tmp_path: Path) -> None:
    with Library.open(*files(tmp_path), writable=False) as library:
        assert not library.writable
        assert library.folders.all() == []
        assert len(library.sounds.ids()) == 0
        assert library.cache.embeddings(EMBEDDER)[1].shape == (0, 0)
    assert list(tmp_path.iterdir()) == []


def test_a_reader_changes_nothing(tmp_path: Path, library: Library, root: Path) -> None:
    add(library, root, "a.wav")
    with Library.open(*files(tmp_path), writable=False) as reader:
        with pytest.raises(LibraryError, match="reading only"):
            reader.verdicts.set([VERDICT])
        reader.cache.save_prompts(EMBEDDER, {"dog": np.ones(2, dtype=np.float32)})
        reader.cache.save_peaks(b"p" * 16, b"peaks")
        reader.cache.save_reference(EMBEDDER, np.ones((2, 2), dtype=np.float32))
        with reader._database.reading() as connection, pytest.raises(apsw.ReadOnlyError):
            connection.execute("DELETE FROM sounds")
    assert library.cache.prompts(EMBEDDER, ["dog"]) == {}
    assert library.cache.peaks(b"p" * 16) is None
    assert library.cache.reference(EMBEDDER) is None


def test_another_process_reads_beside_the_writer(tmp_path: Path, library: Library, root: Path) -> None:
    add(library, root, "a.wav")
    program = (
        "import sys; from pathlib import Path; from desktop_app.library.library import Library\n"
        "library = Library.open(Path(sys.argv[1]), Path(sys.argv[2]), writable=False)\n"
        "for line in sys.stdin:\n"
        "    print(len(library.sounds.ids()), len(library.cache.embeddings('an embedder')[0]), flush=True)"
    )
    command = [sys.executable, "-c", program, *map(str, files(tmp_path))]
    with subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True) as reader:
        assert reader.stdin is not None
        assert reader.stdout is not None
        for count in (1, 2, 3):
            add(library, root, *(f"{number}.wav" for number in range(1, count)))
            print("look", file=reader.stdin, flush=True)
            assert reader.stdout.readline().split() == [str(count)] * 2
        reader.stdin.close()
    assert reader.returncode == 0


def test_many_threads_read_and_write_at_once(library: Library, root: Path) -> None:
    add(library, root, *(f"{number}.wav" for number in range(50)))

    def work(number: int) -> int:
        for turn in range(20):
            key = bytes([number, turn]) + b"x" * 14
            library.verdicts.set([Verdict(key, "v", "t", Judgement.ADDED)])
            assert library.verdicts.of_content([key])
            assert len(library.sounds.ids()) == 50
        return number

    with ThreadPoolExecutor(12) as threads:
        assert sorted(threads.map(work, range(12))) == list(range(12))
    assert len(library.verdicts.all()) == 240


def test_closing_waits_for_a_reader_and_ends_the_connections_of_all_threads(tmp_path: Path) -> None:
    library = Library.open(*files(tmp_path), writable=True)
    reading, finish = threading.Event(), threading.Event()

    def read() -> None:
        with library._database.reading() as connection:
            reading.set()
            assert finish.wait(60)
            assert connection.execute("SELECT count(*) FROM sounds").get == 0

    with ThreadPoolExecutor(2) as threads:
        reader = threads.submit(read)
        assert reading.wait(60)
        closing = threads.submit(library.close)
        assert not closing.done()
        finish.set()
        reader.result(60)
        closing.result(60)
    library.close()
    for use in (lambda: library.folders.all(), lambda: library.verdicts.set([VERDICT])):
        with pytest.raises(LibraryError, match="closed"):
            use()
    assert sorted(path.name for path in (tmp_path / "profile").iterdir()) == ["cache.db", "library.db"]


def test_a_failed_change_is_undone_whole(library: Library) -> None:
    def interrupted() -> None:
        with library._database.writing() as connection:
            connection.execute("INSERT INTO exclusions VALUES ('*.mp3')")
            raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        interrupted()
    assert library.folders.exclusions() == []
    library.folders.exclude("*.ogg")
    assert library.folders.exclusions() == ["*.ogg"]


def test_changes_in_one_step_are_saved_together_or_not_at_all(library: Library) -> None:
    def interrupted() -> None:
        with library.in_one_step():
            library.verdicts.set([VERDICT])
            library.collections.create("Dogs", [VERDICT.content_id])
            assert library.verdicts.all() == []
            raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        interrupted()
    assert (library.verdicts.all(), library.collections.all()) == ([], [])
    with library.in_one_step():
        library.verdicts.set([VERDICT])
        said = library.verdicts.changes
    assert library.verdicts.all() == [VERDICT]
    assert library.verdicts.changes > said, "who asked before it was saved never asks again"


def test_a_change_that_sqlite_undid_by_itself_raises_what_happened(library: Library) -> None:
    def fail() -> None:
        with library._database.writing() as connection:
            connection.execute("ROLLBACK")
            raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        fail()
    library.verdicts.set([VERDICT])
    assert library.verdicts.all() == [VERDICT]


def newer(library_file: Path, change: str = "CREATE TABLE more (x)") -> bytes:
    """Make a library one of the next version; what is in its file."""
    connection = apsw.Connection(str(library_file))
    connection.execute(change)
    connection.pragma("user_version", len(LIBRARY_STEPS) + 1)
    connection.close()
    return library_file.read_bytes()


def test_a_newer_library_is_read_with_a_word_about_it_and_never_written(tmp_path: Path, root: Path) -> None:
    library_file, cache_file = files(tmp_path)
    with Library.open(library_file, cache_file, writable=True) as library:
        add(library, root, "a.wav")
        library.verdicts.set([VERDICT])
    before = newer(library_file)
    with pytest.raises(LibraryTooNewError, match="newer version"):
        Library.open(library_file, cache_file, writable=True)
    said: list[str] = []
    with Library.open(library_file, cache_file, writable=False, tell=said.append) as library:
        assert library.verdicts.all() == [VERDICT]
        assert library.sounds.waiting_count(EMBEDDER) == 0, "the cache is read, too"
        with library._database.reading(), library._database.reading():
            pass
    assert len(said) == 1, "once, however many connections there are"
    assert "newer version" in said[0]
    assert library_file.read_bytes() == before


def test_a_newer_library_without_what_is_read_here_is_refused(tmp_path: Path) -> None:
    library_file, cache_file = files(tmp_path)
    Library.open(library_file, cache_file, writable=True).close()
    before = newer(library_file, "ALTER TABLE marks RENAME COLUMN note TO remark")
    with pytest.raises(LibraryTooNewError, match="newer version"):
        Library.open(library_file, cache_file, writable=False)
    assert library_file.read_bytes() == before


def test_an_older_library_is_not_read_but_brought_up_to_date_by_a_writer(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    library_file, cache_file = files(tmp_path)
    Library.open(library_file, cache_file, writable=True).close()
    newer = (*LIBRARY_STEPS, "CREATE TABLE main.more (x)")
    monkeypatch.setattr(opening, "LIBRARY_STEPS", newer)
    with pytest.raises(LibraryError, match=r"older version.*or run “earmark index”"):
        Library.open(library_file, cache_file, writable=False)
    Library.open(library_file, cache_file, writable=True).close()
    Library.open(library_file, cache_file, writable=False).close()


def test_a_step_that_fails_leaves_the_old_version(tmp_path: Path) -> None:
    connection = apsw.Connection(str(tmp_path / "a.db"))
    migrate(connection, "main", LIBRARY_STEPS)
    with pytest.raises(apsw.SQLError):
        migrate(connection, "main", (*LIBRARY_STEPS, "CREATE TABLE main.half (x); CREATE TABLE main.sounds (x)"))
    assert version_of(connection, "main") == len(LIBRARY_STEPS)
    assert not connection.execute("SELECT 1 FROM sqlite_schema WHERE name = 'half'").fetchall()
    migrate(connection, "main", (*LIBRARY_STEPS, "CREATE TABLE main.half (x)"))
    assert version_of(connection, "main") == len(LIBRARY_STEPS) + 1
    connection.close()


def test_a_step_whose_disk_fails_raises_what_happened(tmp_path: Path) -> None:
    connection = apsw.Connection(str(tmp_path / "a.db"))
    connection.pragma("max_page_count", 1)
    with pytest.raises(apsw.FullError):
        migrate(connection, "main", LIBRARY_STEPS)
    assert not connection.in_transaction
    with pytest.raises(apsw.SQLError):
        migrate(connection, "main", ("ROLLBACK; no statement",))
    assert not connection.in_transaction
    connection.close()


def test_a_file_that_is_no_library_is_refused(tmp_path: Path) -> None:
    library_file, cache_file = files(tmp_path)
    library_file.parent.mkdir()
    connection = apsw.Connection(str(library_file))
    connection.execute("CREATE TABLE recipes (name)")
    connection.close()
    with pytest.raises(LibraryError, match="not a library"):
        Library.open(library_file, cache_file, writable=True)


def test_a_damaged_library_is_refused_with_a_sentence_and_left_alone(tmp_path: Path) -> None:
    library_file, cache_file = files(tmp_path)
    library_file.parent.mkdir()
    library_file.write_bytes(b"no database at all" * 1_000)
    for writable in (True, False):
        with pytest.raises(LibraryError, match="damaged"):
            Library.open(library_file, cache_file, writable=writable)
    assert library_file.read_bytes() == b"no database at all" * 1_000


def test_damage_inside_is_found_when_the_last_run_was_cut_off(tmp_path: Path, root: Path) -> None:
    library_file, cache_file = files(tmp_path)
    with Library.open(library_file, cache_file, writable=True) as library:
        add(library, root, *(f"{number}.wav" for number in range(500)))
    damage(library_file, page_bytes=4_096, keep_pages=2)
    library_file.with_name("library.db-wal").write_bytes(bytes(32))
    with pytest.raises(LibraryError, match="damaged"):
        Library.open(library_file, cache_file, writable=True)


def test_a_deleted_cache_is_made_again_and_only_costs_hearing_again(tmp_path: Path, root: Path) -> None:
    library_file, cache_file = files(tmp_path)
    with Library.open(library_file, cache_file, writable=True) as library:
        add(library, root, "a.wav", "b.wav")
        library.verdicts.set([VERDICT])
    cache_file.unlink()
    with Library.open(library_file, cache_file, writable=False) as library:
        assert len(library.sounds.ids()) == 2
        assert library.sounds.waiting_count(EMBEDDER) == 2
    said: list[str] = []
    with Library.open(library_file, cache_file, writable=True, tell=said.append) as library:
        assert ["is gone" in sentence for sentence in said] == [True]
        assert [s.content_id for s in library.sounds.waiting(EMBEDDER, limit=9)] == [
            content_of(b"a.wav"),
            content_of(b"b.wav"),
        ]
        assert library.verdicts.all() == [VERDICT]


@pytest.mark.parametrize("case", ["garbage", "stranger", "newer", "suspected"])
def test_a_cache_that_cannot_be_used_is_moved_aside(tmp_path: Path, root: Path, case: str) -> None:
    library_file, cache_file = files(tmp_path)
    with Library.open(library_file, cache_file, writable=True) as library:
        add(library, root, *(f"{number}.wav" for number in range(300)))
    if case == "garbage":
        cache_file.write_bytes(os.urandom(50_000))
    elif case == "suspected":
        damage(cache_file, page_bytes=16_384, keep_pages=1)
        cache_file.with_name("cache.db.suspect").touch()
    else:
        connection = apsw.Connection(str(cache_file))
        connection.pragma("application_id" if case == "stranger" else "user_version", 77)
        connection.close()
    bad = cache_file.read_bytes()
    if case != "suspected":
        with Library.open(library_file, cache_file, writable=False) as library:
            assert library.sounds.waiting_count(EMBEDDER) == (0 if case == "newer" else 300)
    said: list[str] = []
    with Library.open(library_file, cache_file, writable=True, tell=said.append) as library:
        assert library.sounds.waiting_count(EMBEDDER) == 300
        assert library.cache.embeddings(EMBEDDER)[0] == []
    assert cache_file.with_name("cache.db.damaged").read_bytes() == bad
    assert ["cache.db.damaged" in sentence for sentence in said] == [True]


def test_damage_met_while_working_becomes_a_sentence_and_the_next_start_mends_the_cache(
    tmp_path: Path, root: Path
) -> None:
    library_file, cache_file = files(tmp_path)
    with Library.open(library_file, cache_file, writable=True) as library:
        add(library, root, *(f"{number}.wav" for number in range(2_000)))
    damage(cache_file, page_bytes=16_384, keep_pages=1)
    with Library.open(library_file, cache_file, writable=True) as library:
        with pytest.raises(LibraryError, match=r"cache\.db, .* is damaged: close Earmark and start it again"):
            library.cache.embeddings(EMBEDDER)
        assert len(library.sounds.ids()) == 2_000
    with Library.open(library_file, cache_file, writable=True) as library:
        assert library.sounds.waiting_count(EMBEDDER) == 2_000
    assert cache_file.with_name("cache.db.damaged").exists()


def test_damage_of_the_library_itself_that_is_met_while_working_names_it(tmp_path: Path, root: Path) -> None:
    library_file, cache_file = files(tmp_path)
    with Library.open(library_file, cache_file, writable=True) as library:
        add(library, root, *(f"{number}.wav" for number in range(2_000)))
    damage(library_file, page_bytes=4_096, keep_pages=30)
    with (
        Library.open(library_file, cache_file, writable=False) as library,
        pytest.raises(LibraryError, match=r"The file .*library\.db is damaged: .* “earmark library repair”"),
    ):
        library.sounds.many(library.sounds.ids().tolist())


def test_an_empty_cache_file_is_taken_into_use(tmp_path: Path) -> None:
    library_file, cache_file = files(tmp_path)
    cache_file.parent.mkdir()
    cache_file.touch()
    with Library.open(library_file, cache_file, writable=True) as library:
        library.cache.save_peaks(b"p" * 16, b"peaks")
        assert library.cache.peaks(b"p" * 16) == b"peaks"


def test_a_full_disk_is_said_in_a_sentence_and_nothing_is_lost(library: Library, root: Path) -> None:
    add(library, root, "a.wav")
    with library._database.writing() as connection:
        used = connection.pragma("page_count", schema="main")
    assert library._database._writer is not None
    library._database._writer.pragma("max_page_count", used)
    many = [Verdict(number.to_bytes(16, "big"), "v", "t" * 100, Judgement.ADDED) for number in range(2_000)]
    with pytest.raises(LibraryError, match="disk is full"):
        library.verdicts.set(many)
    library._database._writer.pragma("max_page_count", 1_000_000)
    assert library.verdicts.all() == []
    library.verdicts.set(many)
    assert len(library.verdicts.all()) == 2_000
    assert id_of(library, root / "a.wav")


def test_a_place_that_cannot_be_written_is_said_in_a_sentence(tmp_path: Path) -> None:
    (tmp_path / "file").write_bytes(b"")
    with pytest.raises(LibraryError, match="could not be made"):
        Library.open(tmp_path / "file" / "library.db", tmp_path / "cache.db", writable=True)
    (tmp_path / "library.db").mkdir()
    with pytest.raises(LibraryError, match="could not be opened"):
        Library.open(tmp_path / "library.db", tmp_path / "cache.db", writable=True)


def test_a_reader_that_cannot_be_opened_is_not_waited_for(tmp_path: Path) -> None:
    library_file, cache_file = files(tmp_path)
    library = Library.open(library_file, cache_file, writable=True)
    with library._database.reading():
        library_file.rename(tmp_path / "away.db")
        library_file.mkdir()
        with pytest.raises(LibraryError, match="could not be opened"):
            library.folders.all()
        library_file.rmdir()
        (tmp_path / "away.db").rename(library_file)
        assert library.folders.all() == []
    library.close()


def test_an_sqlite_with_the_known_bug_is_refused() -> None:
    check_sqlite("3.51.3")
    check_sqlite("3.100.0.1")
    with pytest.raises(LibraryError, match=r"SQLite 3\.40\.1 .* 3\.51\.3"):
        check_sqlite("3.40.1")


def test_readers_beyond_the_pool_are_not_kept(tmp_path: Path) -> None:
    opened = Database(*files(tmp_path), writable=True)
    barrier = threading.Barrier(12)

    def read(_: int) -> None:
        with opened.reading() as connection:
            barrier.wait(60)
            assert connection.execute("SELECT count(*) FROM sounds").get == 0

    with ThreadPoolExecutor(12) as threads:
        list(threads.map(read, range(12)))
    assert len(opened._idle) == 8
    opened.close()


def damage(file: Path, *, page_bytes: int, keep_pages: int) -> None:
    """Overwrite everything behind the first pages."""
    data = file.read_bytes()
    kept = page_bytes * keep_pages
    assert len(data) > kept
    file.write_bytes(data[:kept] + b"\xa5" * (len(data) - kept))


@pytest.mark.skipif(os.name != "posix", reason="whether a disk is read-only is asked of POSIX systems")
def test_a_library_on_a_disk_that_nobody_can_write_to_is_read(
    tmp_path: Path, root: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    disk = tmp_path / "a disk, 100% full?"
    with Library.open(*files(disk), writable=True) as library:
        add(library, root, "a.wav")
        library.folders.exclude("*.bak")
    place = disk / "profile"
    before = sorted(place.iterdir())
    assert [path.name for path in before] == ["cache.db", "library.db"], "it was closed in order"
    monkeypatch.setattr(database_files, "is_on_read_only_disk", lambda _: True)
    with Library.open(*files(disk), writable=False) as library:
        assert library.folders.exclusions() == ["*.bak"]
        assert len(library.cache.embeddings(EMBEDDER)[0]) == 1
        assert sorted(place.iterdir()) == before, "there would be no room for anything more"
    assert check_library(place / "library.db") == ()
