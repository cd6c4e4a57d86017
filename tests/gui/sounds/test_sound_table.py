"""The model of the sound list: what a cell says, how little is read, and what is dragged out."""

import threading
from collections.abc import Sequence
from pathlib import Path

import numpy as np
import pytest
from PySide6.QtCore import QModelIndex, Qt, QUrl
from pytestqt.modeltest import ModelTester

from desktop_app.core.scoring import TagSource
from desktop_app.core.sound import SoundState
from desktop_app.gui.models.sound_cells import Column
from desktop_app.gui.models.sound_drag import dragged_ids
from desktop_app.gui.models.sound_pages import PAGE_ROWS
from desktop_app.gui.models.sound_rows import SoundRow, format_text, length_text, thumbnail_of
from desktop_app.gui.models.sound_table import Role, SoundTableModel
from desktop_app.library.databases.library_errors import LibraryError
from tests.gui.stand_ins import HandMadeRows, sound, tag, thumbnail

FULLY_ENCODED = QUrl.ComponentFormattingOption.FullyEncoded


def text(model: SoundTableModel, row: int, column: Column, role: Qt.ItemDataRole = Qt.ItemDataRole.DisplayRole) -> str:
    return model.index(row, column).data(role)


def test_qt_finds_no_fault_with_the_model(qtmodeltester: ModelTester) -> None:
    model = SoundTableModel(HandMadeRows())
    qtmodeltester.check(model)
    model.show_sounds(np.arange(300), np.ones(300, dtype=np.float32))
    qtmodeltester.check(model)


def test_cells_say_what_the_sound_is() -> None:
    model = SoundTableModel(HandMadeRows())
    model.show_sounds(np.array([9, 4]), np.array([0.956, 0.2], dtype=np.float32))
    assert text(model, 0, Column.NAME) == "Riser_000009.flac"
    assert text(model, 0, Column.LENGTH) == "0.9 s"
    assert text(model, 0, Column.FORMAT) == "FLAC 44.1k/16"
    assert text(model, 0, Column.SCORE) == "0.96"
    assert text(model, 1, Column.NAME) == "Impact_000004.wav"
    assert text(model, 1, Column.FOLDER) == str(Path("/sounds"))


def test_a_score_just_below_nothing_is_nothing() -> None:
    model = SoundTableModel(HandMadeRows())
    model.show_sounds(np.array([1, 2]), np.array([-0.001, -0.016], dtype=np.float32))
    assert [text(model, row, Column.SCORE) for row in (0, 1)] == ["0.00", "\u22120.02"]


def test_painted_cells_can_be_read_aloud() -> None:
    tags = (tag("rain"), tag("door", TagSource.PERSON))
    rows = HandMadeRows({1: SoundRow(sound(1), tags, thumbnail(1)), 2: SoundRow(sound(2, format=None), (), None)})
    model = SoundTableModel(rows)
    model.show_sounds(np.array([1, 2]))
    spoken = Qt.ItemDataRole.AccessibleTextRole
    assert text(model, 0, Column.TAGS, spoken) == "rain, door"
    assert text(model, 0, Column.WAVEFORM, spoken) == "Waveform, 0.1 s"
    assert text(model, 1, Column.WAVEFORM, spoken) == "No waveform yet"
    assert text(model, 0, Column.TAGS) is None


def test_a_tool_tip_says_why_a_sound_is_dimmed_and_who_gave_its_tags() -> None:
    rows = HandMadeRows(
        {
            1: SoundRow(sound(1, state=SoundState.MISSING), (), None),
            2: SoundRow(sound(2, state=SoundState.OFFLINE), (), None),
            3: SoundRow(sound(3, problem="This is not audio."), (tag("rain", TagSource.ACCEPTED),), None),
        }
    )
    model = SoundTableModel(rows)
    model.show_sounds(np.array([1, 2, 3]))
    tips = [text(model, row, Column.NAME, Qt.ItemDataRole.ToolTipRole) for row in range(3)]
    assert "missing" in tips[0]
    assert "cannot be reached" in tips[1]
    assert "This is not audio." in tips[2]
    assert all(str(sound(row + 1).path) in tip for row, tip in enumerate(tips))
    assert text(model, 2, Column.TAGS, Qt.ItemDataRole.ToolTipRole) == "rain (accepted)"


def test_only_the_pages_that_are_painted_are_read() -> None:
    rows = HandMadeRows()
    model = SoundTableModel(rows)
    model.show_sounds(np.arange(100_000))
    assert rows.asked == []
    for row in (50_000, 50_001, 50_010):
        text(model, row, Column.NAME)
        text(model, row, Column.TAGS, Qt.ItemDataRole.AccessibleTextRole)
    assert [len(ids) for ids in rows.asked] == [PAGE_ROWS]
    assert 50_000 in rows.asked[0]


def test_memory_stays_bounded_however_far_one_scrolls() -> None:
    rows = HandMadeRows()
    model = SoundTableModel(rows)
    model.show_sounds(np.arange(100_000))
    for row in range(0, 100_000, PAGE_ROWS):
        text(model, row, Column.NAME)
    asked = len(rows.asked)
    text(model, 99_900, Column.NAME)
    assert len(rows.asked) == asked, "the page just shown must still be known"
    text(model, 0, Column.NAME)
    assert len(rows.asked) == asked + 1, "the page shown first must have been let go"


def test_a_sound_that_left_the_library_shows_an_empty_row() -> None:
    model = SoundTableModel(HandMadeRows(gone=frozenset({2})))
    model.show_sounds(np.array([1, 2, 3]))
    assert text(model, 1, Column.NAME) is None
    assert model.index(1, 0).data(Role.ROW) is None
    assert model.index(1, 0).data(Role.SOUND_ID) == 2
    assert text(model, 2, Column.NAME) == "Door_000003.mp3"


def test_a_changed_sound_is_read_again_and_repainted() -> None:
    rows = HandMadeRows()
    model = SoundTableModel(rows)
    model.show_sounds(np.arange(1000))
    text(model, 500, Column.NAME)
    changed: list[tuple[int, int]] = []
    model.dataChanged.connect(lambda first, last: changed.append((first.row(), last.row())))
    rows.changed[500] = SoundRow(sound(500, path=Path("/sounds/renamed.wav")), (), None)
    model.refresh([500, 123_456])
    assert changed == [(500, 500)]
    assert text(model, 500, Column.NAME) == "renamed.wav"
    model.refresh([123_456])
    assert len(changed) == 1


def test_a_new_vocabulary_repaints_everything() -> None:
    model = SoundTableModel(HandMadeRows())
    changed: list[tuple[int, int]] = []
    model.dataChanged.connect(lambda first, last: changed.append((first.row(), last.row())))
    model.refresh_all()
    assert changed == []
    model.show_sounds(np.arange(10))
    model.refresh_all()
    assert changed == [(0, 9)]


def test_titles_are_aligned_as_their_cells_and_say_the_order() -> None:
    model = SoundTableModel(HandMadeRows())
    model.show_sounds(np.array([1]))
    horizontal = Qt.Orientation.Horizontal
    for column in Column:
        role = Qt.ItemDataRole.TextAlignmentRole
        assert model.headerData(column, horizontal, role) == model.index(0, column).data(role)
    model.show_order(Column.LENGTH, descending=True)
    assert model.headerData(Column.LENGTH, horizontal) == "Length ↓"
    model.show_order(Column.NAME, descending=False)
    assert model.headerData(Column.LENGTH, horizontal) == "Length"
    assert model.headerData(Column.NAME, horizontal) == "Name ↑"


def test_dragged_rows_are_files_copied_and_never_moved(tmp_path: Path) -> None:
    first, second = tmp_path / "two wav ü.wav", tmp_path / "b;#%.wav"
    for file in (first, second):
        file.write_bytes(b"audio")
    rows = HandMadeRows(
        {
            1: SoundRow(sound(1, path=second), (), None),
            2: SoundRow(sound(2, path=first), (), None),
            3: SoundRow(sound(3, path=tmp_path / "gone.wav"), (), None),
        }
    )
    model = SoundTableModel(rows)
    model.show_sounds(np.array([2, 3, 1]))
    cells: list[QModelIndex] = [model.index(row, column) for row in (2, 1, 0) for column in (0, 3)]
    data = model.mimeData(cells)
    assert [Path(url.toLocalFile()) for url in data.urls()] == [first, second]
    assert model.mimeTypes() == ["text/uri-list"]
    assert model.supportedDragActions() == Qt.DropAction.CopyAction
    assert model.flags(cells[0]) & Qt.ItemFlag.ItemIsDragEnabled


def test_twenty_thousand_dragged_rows_arrive_in_order_and_hold_nobody_up(tmp_path: Path) -> None:
    class Slow(HandMadeRows):
        asked_for = threading.Event()
        go_on = threading.Event()

        def paths(self, sound_ids: Sequence[int]) -> list[Path]:
            self.asked_for.set()
            assert self.go_on.wait(60)
            return [tmp_path / f"a b {number}.wav" for number in sound_ids]

    rows = Slow()
    model = SoundTableModel(rows)
    model.show_sounds(np.arange(30_000)[::-1].copy())
    data = model.drag_of(range(5_000, 25_000))
    assert rows.asked_for.wait(60)
    assert (data.hasUrls(), data.count, data.names, rows.asked) == (True, 20_000, [], [])
    assert dragged_ids(data) == list(range(24_999, 4_999, -1)), "our own window waits for no file"
    rows.go_on.set()
    expected = [tmp_path / f"a b {number}.wav" for number in range(24_999, 4_999, -1)]
    assert [Path(url.toLocalFile()) for url in data.urls()] == expected
    lines = bytes(data.data("text/uri-list").data()).decode().split()
    assert (len(lines), lines[0]) == (20_000, QUrl.fromLocalFile(str(expected[0])).toString(FULLY_ENCODED))


def test_a_library_that_cannot_be_read_has_no_files_to_drag() -> None:
    class Broken(HandMadeRows):
        def paths(self, sound_ids: Sequence[int]) -> list[Path]:
            raise LibraryError("The library is closed.")

    model = SoundTableModel(Broken())
    model.show_sounds(np.arange(3))
    data = model.drag_of([0, 1])
    assert not data.hasUrls()
    assert dragged_ids(data) == [0, 1]


@pytest.mark.parametrize(
    ("tenths", "shown"),
    [(0, "0 ms"), (1, "0.1 s"), (599, "59.9 s"), (600, "1:00"), (6059, "10:06"), (36_005, "1:00:00")],
)
def test_lengths_are_short_and_exact_enough(tenths: int, shown: str) -> None:
    assert length_text(sound(4 * tenths // 4, format=sound(tenths).format).format) == shown


def test_a_sound_that_was_not_read_yet_has_neither_length_nor_format() -> None:
    assert length_text(None) == ""
    assert format_text(None) == ""


def test_a_broken_thumbnail_is_none() -> None:
    assert thumbnail_of(None) is None
    assert thumbnail_of(b"") is None
    assert thumbnail_of(b"abc") is None
    found = thumbnail_of(bytes([0x81, 0x7F, 0, 1]))
    assert found is not None
    assert found.tolist() == [[-127, 127], [0, 1]]
