"""Rows that changed are read beside the window's work: the old ones are shown until then, and none is forgotten."""

import threading
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field, replace

import numpy as np
import pytest
from PySide6.QtCore import Qt

from desktop_app.core.marks import Marks
from desktop_app.gui.conversation import REFRESH_MILLISECONDS, pause_after
from desktop_app.gui.models.sound_cells import Column
from desktop_app.gui.models.sound_pages import PAGE_ROWS
from desktop_app.gui.models.sound_rows import LibraryRows, SoundRow
from desktop_app.gui.models.sound_table import Role, SoundTableModel
from desktop_app.library.databases.library_errors import LibraryError
from tests.gui.desk import Desk
from tests.gui.stand_ins import HandMadeRows


@dataclass
class Aside:
    """Work that waits until the test has it done."""

    waiting: list[tuple[Callable[[], Sequence[SoundRow]], Callable[[Sequence[SoundRow]], None], Callable[[], None]]] = (
        field(default_factory=list)
    )

    def __call__(
        self,
        work: Callable[[], Sequence[SoundRow]],
        done: Callable[[Sequence[SoundRow]], None],
        failed: Callable[[], None],
    ) -> None:
        self.waiting.append((work, done, failed))

    def do(self) -> None:
        work, done, _ = self.waiting.pop(0)
        done(work())

    def fail(self) -> None:
        self.waiting.pop(0)[2]()


@pytest.fixture
def rows() -> HandMadeRows:
    return HandMadeRows()


@pytest.fixture
def aside() -> Aside:
    return Aside()


@pytest.fixture
def model(rows: HandMadeRows, aside: Aside) -> SoundTableModel:
    model = SoundTableModel(rows)
    model.read_changes(aside)
    model.show_sounds(np.arange(1000))
    return model


def rate(rows: HandMadeRows, number: int, stars: int) -> None:
    rows.changed[number] = replace(rows.row(number), marks=Marks(rating=stars))


def rating(model: SoundTableModel, row: int) -> int:
    shown: SoundRow = model.index(row, 0).data(Role.ROW)
    return shown.marks.rating


def test_a_rated_sound_is_shown_as_it_was_until_it_was_read(
    model: SoundTableModel, rows: HandMadeRows, aside: Aside
) -> None:
    assert rating(model, 5) == 0
    changed: list[tuple[int, int]] = []
    model.dataChanged.connect(lambda first, last: changed.append((first.row(), last.row())))
    rate(rows, 5, 3)
    asked = len(rows.asked)
    model.refresh_all()
    assert (rating(model, 5), len(rows.asked), changed) == (0, asked, [])
    aside.do()
    assert (rating(model, 5), changed) == (3, [(0, PAGE_ROWS - 1)])
    rate(rows, 5, 4)
    model.refresh([5, 900])
    aside.do()
    assert rating(model, 5) == 4
    model.refresh([900])
    assert not aside.waiting, "nobody has seen that row"


def test_rows_that_nobody_looks_at_are_read_when_somebody_comes_to_them(
    model: SoundTableModel, rows: HandMadeRows, aside: Aside
) -> None:
    for row in range(0, 1000, PAGE_ROWS):
        rating(model, row)
    rate(rows, 0, 2)
    model.refresh_all()
    asked = len(rows.asked)
    assert rating(model, 0) == 2, "that page was read at once"
    assert len(rows.asked) == asked + 1
    aside.do()
    assert len(rows.asked[-1]) < 3 * PAGE_ROWS + 1


def test_changes_while_rows_are_read_are_read_behind_them(
    model: SoundTableModel, rows: HandMadeRows, aside: Aside
) -> None:
    rating(model, 0)
    model.refresh_all()
    for stars in (1, 2, 3):
        rate(rows, 0, stars)
        model.refresh([0])
    assert len(aside.waiting) == 1, "one reading at a time, however many sounds arrive"
    work, done, _ = aside.waiting.pop()
    done(work())
    assert len(aside.waiting) == 1
    aside.do()
    assert rating(model, 0) == 3
    assert not aside.waiting


def test_an_answer_for_another_list_is_not_shown_in_this_one(
    model: SoundTableModel, rows: HandMadeRows, aside: Aside
) -> None:
    rating(model, 0)
    model.refresh_all()
    model.show_sounds(np.arange(500, 600))
    assert model.index(0, Column.NAME).data() == rows.row(500).sound.name
    aside.do()
    assert model.index(0, Column.NAME).data() == rows.row(500).sound.name
    assert model.index(99, Column.NAME).data() == rows.row(599).sound.name


def test_sounds_that_stay_in_the_list_are_shown_as_they_were_and_read_again(
    model: SoundTableModel, rows: HandMadeRows, aside: Aside
) -> None:
    rating(model, 0)
    asked = len(rows.asked)
    rate(rows, 7, 5)
    model.show_sounds(np.array([7, 3, 2000]))
    assert [rating(model, row) for row in (0, 1)] == [0, 0]
    assert rows.asked[asked:] == [[2000]], "only what is new is read at once"
    aside.do()
    assert rating(model, 0) == 5
    assert model.index(2, Column.NAME).data() == rows.row(2000).sound.name


def test_a_reading_that_failed_is_made_good_by_the_next(
    model: SoundTableModel, rows: HandMadeRows, aside: Aside
) -> None:
    rating(model, 0)
    rate(rows, 0, 1)
    model.refresh_all()
    aside.fail()
    assert (rating(model, 0), aside.waiting) == (0, [])
    model.refresh_all()
    aside.do()
    assert rating(model, 0) == 1


def test_a_sound_that_left_the_library_meanwhile_leaves_an_empty_row(
    model: SoundTableModel, rows: HandMadeRows, aside: Aside
) -> None:
    rating(model, 4)
    rows.gone = frozenset({4})
    model.refresh_all()
    aside.do()
    assert model.index(4, 0).data(Role.ROW) is None
    assert model.index(4, Column.NAME).data(Qt.ItemDataRole.DisplayRole) is None


def test_marks_and_undo_read_no_row_on_the_windows_thread(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    model = desk.window.sounds.model
    shown = [model.index(row, 0).data(Role.ROW) for row in range(model.rowCount())]
    place = next(row for row, sound in enumerate(shown) if sound.sound.content_id is not None)
    desk.select(desk.names()[place])
    threads: list[str] = []
    read = LibraryRows.rows

    def watched(self: LibraryRows, sound_ids: Sequence[int]) -> Sequence[SoundRow]:
        threads.append(threading.current_thread().name)
        return read(self, sound_ids)

    monkeypatch.setattr(LibraryRows, "rows", watched)
    desk.window.actions_.collecting.ratings[4].trigger()
    desk.until(lambda: not desk.conversation.operations.busy)
    assert rating(model, place) == 4
    desk.window.actions_.tagging.undo.trigger()
    desk.until(lambda: not desk.conversation.operations.busy)
    assert rating(model, place) == 0
    assert set(threads) == {"look"}


def test_what_takes_long_is_done_less_often() -> None:
    assert pause_after(10) == REFRESH_MILLISECONDS
    assert pause_after(1_000) == 4_000
    assert pause_after(60_000) == 30_000


def test_rows_that_cannot_be_read_are_no_fault_of_painting(
    model: SoundTableModel, rows: HandMadeRows, aside: Aside, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A library may be damaged, or its drive gone: the rows stay empty, and whoever reads them later says why."""
    read = rows.rows

    def damaged(_: Sequence[int]) -> Sequence[SoundRow]:
        raise LibraryError("The library's files are damaged.")

    monkeypatch.setattr(rows, "rows", damaged)
    assert model.index(5, 0).data(Role.ROW) is None
    assert len(aside.waiting) == 1
    aside.fail()
    assert model.index(5, 0).data(Role.ROW) is None
    assert aside.waiting == [], "it is not tried with every stroke of the brush"
    monkeypatch.setattr(rows, "rows", read)
    model.refresh_all()
    aside.do()
    assert rating(model, 5) == 0


def test_whoever_reads_nothing_later_is_told_at_once(rows: HandMadeRows, monkeypatch: pytest.MonkeyPatch) -> None:
    model = SoundTableModel(rows)
    model.show_sounds(np.arange(10))

    def damaged(_: Sequence[int]) -> Sequence[SoundRow]:
        raise LibraryError("The library's files are damaged.")

    monkeypatch.setattr(rows, "rows", damaged)
    with pytest.raises(LibraryError):
        model.row_at(5)
