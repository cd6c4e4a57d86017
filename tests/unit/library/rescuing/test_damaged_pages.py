"""Rows are read out of the pages of a file as SQLite would read them, whatever became of other pages."""

import random
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path
from typing import Any

import apsw
import pytest

from desktop_app.library.rescuing.damaged_pages import DamagedFile, FoundRow

VALUES: list[tuple[Any, ...]] = [
    (None, "", b""),
    (0, "one", b"\0"),
    (1, "ü" * 100, b"x"),
    (-1, "long " * 2_000, bytes(30_000)),
    (127, "a" * 500, b""),
    (-(2**15), "b", None),
    (2**23 - 1, "c", 1.5),
    (2**31, "d", -0.0),
    (-(2**47), "e", 1e300),
    (2**62, "f", 12),
]
"""One of each kind of number, and texts and bytes that fill pages of their own."""


def write(file: Path, *, page: int = 4096, count: int = 400) -> set[tuple[Any, ...]]:
    """A table with numbers beside its rows, one without, and an index; the rows."""
    rows = {(number, *VALUES[number % len(VALUES)]) for number in range(1, count + 1)}
    with closing(apsw.Connection(str(file))) as connection:
        connection.pragma("page_size", page)
        connection.execute(
            "CREATE TABLE numbered (id INTEGER PRIMARY KEY, a, b, c);"
            "CREATE TABLE keyed (id PRIMARY KEY, a, b, c) WITHOUT ROWID"
        )
        with connection:
            connection.executemany("INSERT INTO numbered VALUES (?, ?, ?, ?)", rows)
            connection.executemany("INSERT INTO keyed VALUES (?, ?, ?, ?)", rows)
    return rows


def rows_in_pages(file: Path) -> Iterator[FoundRow]:
    pages = DamagedFile(file)
    for number in range(1, pages.count + 1):
        page = None if number in pages.free else pages.tree_page(number)
        yield from page.rows if page else ()


def read(file: Path) -> Iterator[tuple[Any, ...]]:
    for row in rows_in_pages(file):
        if len(row.values) == 4:
            yield row.values if row.number is None else (row.number, *row.values[1:])


@pytest.mark.parametrize("page", [512, 4096, 65_536])
def test_all_rows_are_read_each_in_both_tables(tmp_path: Path, page: int) -> None:
    rows = write(tmp_path / "a.db", page=page)
    found = list(read(tmp_path / "a.db"))
    assert set(found) == rows
    assert len(found) == 2 * len(rows)


def test_what_was_removed_does_not_come_back(tmp_path: Path) -> None:
    rows = write(tmp_path / "a.db", page=512, count=600)
    with closing(apsw.Connection(str(tmp_path / "a.db"))) as connection:
        for table in ("numbered", "keyed"):
            connection.execute(f"DELETE FROM {table} WHERE id > 100")
        assert connection.pragma("freelist_count") > 100
    assert set(read(tmp_path / "a.db")) == {row for row in rows if row[0] <= 100}


def test_rows_that_stand_in_the_log_are_read_in_place_of_older_ones(tmp_path: Path) -> None:
    rows = write(tmp_path / "a.db", count=50)
    with closing(apsw.Connection(str(tmp_path / "a.db"))) as connection:
        connection.pragma("journal_mode", "wal")
        connection.pragma("wal_autocheckpoint", 0)
        # What was folded into the file stays in the log until it is written over.
        connection.execute("CREATE TABLE other (x); INSERT INTO other VALUES (?)", (bytes(200_000),))
        connection.wal_checkpoint(mode=apsw.SQLITE_CHECKPOINT_RESTART)
        for table in ("numbered", "keyed"):
            connection.execute(f"UPDATE {table} SET a = 'new' WHERE id <= 10")
            connection.execute(f"INSERT INTO {table} VALUES (999, 1, 2, 3)")
        copied = _copy_of(tmp_path / "a.db", tmp_path / "copy.db")
    expected = {(row[0], "new" if row[0] <= 10 else row[1], *row[2:]) for row in rows} | {(999, 1, 2, 3)}
    assert set(read(copied)) == expected
    log = copied.with_name("copy.db-wal")
    log.write_bytes(log.read_bytes()[:-1])
    assert set(read(copied)) < expected | rows, "a transaction that is not whole never was"
    log.write_bytes(bytes(10_000))
    assert set(read(copied)) == rows


def _copy_of(file: Path, copy: Path) -> Path:
    for end in ("", "-wal"):
        copy.with_name(copy.name + end).write_bytes(file.with_name(file.name + end).read_bytes())
    return copy


def test_without_its_first_page_a_file_still_holds_its_rows(tmp_path: Path) -> None:
    rows = write(tmp_path / "a.db")
    data = (tmp_path / "a.db").read_bytes()
    (tmp_path / "a.db").write_bytes(b"\xa5" * 4096 + data[4096:])
    assert set(read(tmp_path / "a.db")) == rows


def test_noise_is_never_an_error_and_good_pages_stay_good(tmp_path: Path) -> None:
    rows = write(tmp_path / "a.db", count=200)
    good = (tmp_path / "a.db").read_bytes()
    generator = random.Random(5)
    kept = []
    for _ in range(20):
        data = bytearray(good)
        for _ in range(4):
            place = generator.randrange(len(data) - 64)
            data[place : place + 64] = generator.randbytes(64)
        (tmp_path / "a.db").write_bytes(data)
        kept.append(len(rows & set(read(tmp_path / "a.db"))))
    assert min(kept) > 0.5 * len(rows)


@pytest.mark.parametrize("content", [b"", b"short", b"\x07" * 4096, b"\x0a\x00\x00\xff\xff" + bytes(4091)])
def test_a_file_without_rows_has_none(tmp_path: Path, content: bytes) -> None:
    (tmp_path / "a.db").write_bytes(content)
    assert list(rows_in_pages(tmp_path / "a.db")) == []


def test_a_row_whose_further_pages_lead_in_a_circle_is_left_out(tmp_path: Path) -> None:
    with closing(apsw.Connection(str(tmp_path / "a.db"))) as connection:
        connection.execute("CREATE TABLE numbered (id INTEGER PRIMARY KEY, a, b, c)")
        connection.execute("INSERT INTO numbered VALUES (1, ?, 2, 3)", (bytes(40_000),))
    data = bytearray((tmp_path / "a.db").read_bytes())
    data[2 * 4096 : 2 * 4096 + 4] = (3).to_bytes(4, "big")
    (tmp_path / "a.db").write_bytes(data)
    assert list(read(tmp_path / "a.db")) == []


def test_a_row_whose_values_do_not_fill_it_is_left_out(tmp_path: Path) -> None:
    with closing(apsw.Connection(str(tmp_path / "a.db"))) as connection:
        connection.execute("CREATE TABLE numbered (id INTEGER PRIMARY KEY, a, b, c)")
        connection.execute("INSERT INTO numbered VALUES (1, 'abcdefghij', 0, 1)")
    data = (tmp_path / "a.db").read_bytes()
    kinds = b"\x05\x00\x21\x08\x09"
    assert data.count(kinds) == 1
    assert list(read(tmp_path / "a.db")) == [(1, "abcdefghij", 0, 1)]
    (tmp_path / "a.db").write_bytes(data.replace(kinds, b"\x05\x00\x1f\x08\x09"))
    assert list(read(tmp_path / "a.db")) == []
