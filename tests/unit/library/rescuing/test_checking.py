"""What is wrong with a library's files is said in words, and nothing is said of files that are whole."""

from contextlib import closing
from pathlib import Path

import apsw
import pytest

from desktop_app.core.marks import Marks
from desktop_app.core.metadata import EmbeddedText, Field, Metadata
from desktop_app.core.verdict import Judgement, Verdict
from desktop_app.library.databases.database_files import NOT_DAMAGE, why_unreadable
from desktop_app.library.databases.migrations import CACHE_STEPS, LIBRARY_STEPS, migrate
from desktop_app.library.library import Library
from desktop_app.library.rescuing import checking
from desktop_app.library.rescuing.checking import (
    CheckStoppedError,
    UnreadableError,
    check_cache,
    check_library,
    check_structure,
    counted,
    rows_of,
)
from desktop_app.library.rescuing.table_rows import TABLES
from tests.unit.library.building import add, content_of, hear_waiting, rescan, write


@pytest.fixture
def files(library: Library, root: Path, tmp_path: Path) -> tuple[Path, Path]:
    """The closed files of a library with something of everything in it."""
    folder = add(library, root, *(f"{number}.wav" for number in range(300)))
    library.verdicts.set([Verdict(content_of(b"1.wav"), "v", "t", Judgement.ADDED)])
    library.marks.set({content_of(b"2.wav"): Marks(4, False, "a note")})
    library.collections.create("Mine", [content_of(b"1.wav")])
    library.folders.exclude("*.bak")
    said = Metadata((EmbeddedText(Field.KEYWORDS, "rain", "iXML"),))
    library.own_texts.note(content_of(b"1.wav"), Metadata(), said)
    write(root, "2.wav", data=b"edited")
    rescan(library, folder)
    hear_waiting(library)
    library.close()
    return tmp_path / "profile" / "library.db", tmp_path / "profile" / "cache.db"


def change(file: Path, *statements: str) -> None:
    """What no version of Earmark would do."""
    with closing(apsw.Connection(str(file))) as connection:
        connection.pragma("ignore_check_constraints", True)
        for statement in statements:
            connection.execute(statement)


def test_whole_files_and_none_are_not_wrong(files: tuple[Path, Path], tmp_path: Path) -> None:
    library_file, cache_file = files
    assert check_library(library_file) == check_cache(cache_file) == check_structure(library_file) == ()
    assert check_library(tmp_path / "not there") == check_cache(tmp_path / "not there") == ()
    (tmp_path / "begun.db").touch()
    assert check_library(tmp_path / "begun.db") == ()


def test_the_shapes_of_rows_are_those_of_the_newest_form(files: tuple[Path, Path]) -> None:
    """Whoever appends a step adds what it makes to `table_rows`."""
    with closing(apsw.Connection(":memory:")) as connection:
        migrate(connection, "main", LIBRARY_STEPS)
        tables = connection.execute(
            "SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'sqlite%'"
        ).fetchall()
        for (name,) in tables:
            columns = [column for (column,) in connection.execute("SELECT name FROM pragma_table_info(?)", (name,))]
            [shape] = [table for table in TABLES if table.name == name]
            assert list(shape.fits) == columns
        assert len(tables) == len(TABLES)
    with closing(apsw.Connection(str(files[0]))) as connection:
        for table in TABLES:
            rows = connection.execute(f"SELECT * FROM {table.name}").fetchall()
            assert rows
            for row in rows:
                assert [other.name for other in TABLES if other.row(row)] == [table.name]


@pytest.mark.parametrize(
    ("statement", "words"),
    [
        ("DELETE FROM folders", "library.db lacks the folder of 300 sounds."),
        ("DELETE FROM collections", "library.db lacks the collection of 1 sound."),
        ("DELETE FROM contents", "library.db lacks the audio format of 300 sounds."),
        ("UPDATE sounds SET content_id = x'00'", "library.db does not say which audio belongs to 300 sounds."),
        ("UPDATE verdicts SET content_id = x'00'", "library.db does not say which audio belongs to 1 tag decision."),
        ("UPDATE marks SET content_id = x'00'", "which audio belongs to 1 sound with a rating or note."),
        (
            "UPDATE collected SET content_id = x'00'",
            "library.db does not say which audio belongs to 1 sound in a collection.",
        ),
        ("UPDATE successors SET content_id = x'00'", "which audio belongs to 1 edited sound."),
        ("UPDATE own_texts SET content_id = x'00'", "which audio belongs to 1 text that Earmark wrote."),
        (
            "UPDATE verdicts SET judgement = 'perhaps'",
            "library.db has 1 tag decision that Earmark cannot make sense of.",
        ),
        ("UPDATE marks SET rating = 9", "library.db has 1 rating that cannot be."),
        ("PRAGMA application_id = 5", "damaged, or not a file of Earmark"),
        (f"PRAGMA user_version = {len(LIBRARY_STEPS) + 1}", "newer version"),
    ],
)
def test_what_must_hold_of_a_library_is_said_where_it_does_not(
    files: tuple[Path, Path], statement: str, words: str
) -> None:
    change(files[0], statement)
    assert any(words in sentence for sentence in check_library(files[0])), check_library(files[0])


@pytest.mark.parametrize(
    ("statement", "words"),
    [
        ("DELETE FROM embedders", "cache.db does not say which embedder made 301 embeddings."),
        (
            "UPDATE embeddings SET vector = x'00' WHERE embedding_number = 3",
            "cache.db has embeddings of different lengths from 1 embedder.",
        ),
        ("PRAGMA application_id = 5", "damaged, or not a file of Earmark"),
        (f"PRAGMA user_version = {len(CACHE_STEPS) + 1}", "newer version"),
    ],
)
def test_what_must_hold_of_a_cache_is_said_where_it_does_not(
    files: tuple[Path, Path], statement: str, words: str
) -> None:
    change(files[1], statement)
    [sentence] = check_cache(files[1])
    assert words in sentence


def test_damage_is_said_with_some_of_what_sqlite_found(files: tuple[Path, Path]) -> None:
    library_file = files[0]
    data = bytearray(library_file.read_bytes())
    data[8192:] = b"\xa5" * (len(data) - 8192)
    library_file.write_bytes(data)
    for check in (check_library, check_structure):
        [sentence] = check(library_file)
        assert sentence.startswith("library.db is damaged: SQLite says “")
        assert len(sentence) < 500
    library_file.write_bytes(b"rubble" * 1_000)
    assert check_library(library_file) == ("library.db is damaged: SQLite says “file is not a database”.",)


def test_a_schema_that_makes_no_sense_is_damage(files: tuple[Path, Path]) -> None:
    data = files[0].read_bytes()
    files[0].write_bytes(data.replace(b"CREATE TABLE verdicts", b"CRXATE TABLE verdicts"))
    [sentence] = check_library(files[0])
    assert "damaged" in sentence


def test_a_file_that_cannot_be_opened_is_said(tmp_path: Path) -> None:
    (tmp_path / "library.db").mkdir()
    for check in (check_library, check_structure, check_cache):
        with pytest.raises(UnreadableError, match="cannot be read"):
            check(tmp_path / "library.db")


def test_what_is_in_the_way_of_reading_is_told_from_damage() -> None:
    """A repair makes another library of one that is damaged; of one that is only out of reach it must not."""
    out_of_reach = ["CANTOPEN", "PERM", "IOERR", "IOERR_READ", "BUSY", "FULL", "READONLY", "LOCKED", "NOMEM"]
    damaged = ["CORRUPT", "NOTADB", "ERROR", "MISMATCH", "TOOBIG"]
    for names, expected in ((out_of_reach, True), (damaged, False)):
        for name in names:
            error = apsw.exception_for(getattr(apsw, f"SQLITE_{name}"))
            assert isinstance(error, NOT_DAMAGE) is expected, name


@pytest.mark.parametrize(
    ("error", "words"),
    [
        (apsw.BusyError("locked"), "close that"),
        (apsw.IOError("disk I/O error"), "check the drive"),
        (apsw.CantOpenError("unable to open"), "unable to open"),
    ],
)
def test_each_reason_has_a_sentence_that_names_the_file(tmp_path: Path, error: apsw.Error, words: str) -> None:
    (tmp_path / "library.db").touch()
    sentence = why_unreadable(tmp_path / "library.db", error)
    assert words in sentence
    assert str(tmp_path / "library.db") in sentence


def test_an_older_library_is_asked_only_what_it_can_answer(tmp_path: Path) -> None:
    file = tmp_path / "library.db"
    with closing(apsw.Connection(str(file))) as connection:
        migrate(connection, "main", LIBRARY_STEPS[:1])
    assert check_library(file) == ()
    assert rows_of(file) == {"folders": 0, "exclusions": 0, "contents": 0, "sounds": 0, "verdicts": 0}
    with closing(apsw.Connection(":memory:")) as connection:
        assert counted(connection) == {}


def test_a_check_can_be_stopped(files: tuple[Path, Path], monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(checking, "_STEPS_BETWEEN_LOOKS", 10)
    for check in (check_library, check_cache):
        with pytest.raises(CheckStoppedError):
            check(files[0], lambda: True)


def test_a_check_changes_nothing_and_goes_beside_a_writer(tmp_path: Path, root: Path) -> None:
    place = tmp_path / "open"
    with Library.open(place / "library.db", place / "cache.db", writable=True) as library:
        add(library, root, "a.wav")
        before = (place / "library.db").read_bytes()
        assert check_library(place / "library.db") == check_cache(place / "cache.db") == ()
        assert rows_of(place / "library.db")["sounds"] == 1, "what is still in the log, too"
        assert (place / "library.db").read_bytes() == before
