"""The columns of the list: hidden, shown, moved, remembered by name; what the newer ones say; stars and the heart."""

from pathlib import Path

import numpy as np
import pytest
from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from desktop_app.core.bands import STRONG_FROM
from desktop_app.core.marks import Marks
from desktop_app.core.sound import AudioFormat, SoundState
from desktop_app.gui.models.sound_cells import Column, tool_tip
from desktop_app.gui.models.sound_rows import SoundRow
from desktop_app.gui.models.sound_table import SoundTableModel
from desktop_app.gui.panels.sounds.mark_delegates import HEART, marks_in
from desktop_app.gui.panels.sounds.sound_delegates import lay_out_chips
from desktop_app.gui.panels.sounds.sound_list import SoundListPanel
from desktop_app.gui.panels.tags.tag_chips import chip_width
from desktop_app.gui.window_state import keep_on_screen, restore_state, save_state
from tests.gui.stand_ins import HandMadeRows, sound, tag

NOTED = SoundRow(sound(1, added=1_700_000_000), (), None, Marks(4, favourite=True, note="Loop it\nat 2 s"))


def make(qtbot: QtBot, rows: HandMadeRows | None = None) -> SoundListPanel:
    panel = SoundListPanel(rows or HandMadeRows())
    qtbot.addWidget(panel)
    panel.resize(1400, 500)
    panel.show()
    qtbot.waitExposed(panel)
    return panel


def visible(panel: SoundListPanel) -> list[Column]:
    header = panel.view.columns
    return [
        Column(header.logicalIndex(place))
        for place in range(len(Column))
        if not header.isSectionHidden(header.logicalIndex(place))
    ]


def test_columns_are_found_again_as_they_were_left(qtbot: QtBot, tmp_path: Path) -> None:
    first = make(qtbot)
    first.view.columns.show_column(Column.CHANNELS, True)
    first.view.columns.show_column(Column.WAVEFORM, False)
    first.view.columns.moveSection(first.view.columns.visualIndex(Column.LENGTH), 0)
    first.view.columns.resizeSection(Column.NAME, 333)
    save_state(tmp_path / "window.json", first)
    second = make(qtbot)
    assert visible(second) != visible(first)
    assert restore_state(tmp_path / "window.json", second)
    assert visible(second) == visible(first)
    assert visible(second)[0] is Column.LENGTH
    assert second.view.columns.sectionSize(Column.NAME) == 333
    second.view.columns.put_back()
    assert visible(second) == visible(make(qtbot))


def test_a_column_that_a_newer_version_brought_stands_where_it_belongs(qtbot: QtBot) -> None:
    panel = make(qtbot)
    header = panel.view.columns
    old = b"""{"columns": [
        {"name": "length", "width": 90, "shown": true}, {"name": "name", "width": 250, "shown": false},
        {"name": "waveform", "width": 9, "shown": false}, {"name": "tags", "width": 300, "shown": true},
        {"name": "of a later version", "width": 80, "shown": true}]}"""
    assert header.restoreState(old)
    shown = visible(panel)
    assert shown[:2] == [Column.LENGTH, Column.FORMAT]
    assert shown.index(Column.NAME) + 1 == shown.index(Column.RATING)
    assert Column.WAVEFORM not in shown
    assert Column.CHANNELS not in shown
    assert header.sectionSize(Column.LENGTH) == 90
    header.show_column(Column.WAVEFORM, True)
    assert header.sectionSize(Column.WAVEFORM) >= 50


ABSURD = (
    b"[" * 100_000,
    b'{"columns": [{"name": "name", "width": Infinity, "shown": true}]}',
)
"""What no version ever wrote."""


@pytest.mark.parametrize(
    "state", [b"", b"\x00\x00\x00\xff", b"[]", b'{"columns": [{"name": "x"}]}', b'{"columns": 3}', *ABSURD]
)
def test_a_state_that_cannot_be_understood_changes_nothing(qtbot: QtBot, state: bytes) -> None:
    panel = make(qtbot)
    before = visible(panel)
    assert not panel.view.columns.restoreState(state)
    assert visible(panel) == before


def test_a_person_can_hide_the_score_for_good(qtbot: QtBot) -> None:
    panel = make(qtbot)
    panel.view.columns.show_column(Column.SCORE, False)
    panel.show_sounds(np.array([1]), np.array([1], dtype=np.float32), keep_place=False)
    assert panel.view.isColumnHidden(Column.SCORE)
    panel.view.columns.show_column(Column.SCORE, True)
    assert not panel.view.isColumnHidden(Column.SCORE)


def test_every_column_but_picture_and_moment_asks_for_an_order(qtbot: QtBot) -> None:
    panel = make(qtbot)
    asked: list[tuple[int, bool]] = []
    panel.order_chosen.connect(lambda column, down: asked.append((column, down)))
    for column in Column:
        panel.view.columns.sectionClicked.emit(column)
    assert {column for column, _ in asked} == set(Column) - {Column.WAVEFORM, Column.MOMENT}
    assert (Column.RATING, True) in asked
    assert (Column.NAME, False) in asked


def test_cells_say_what_is_known_and_noted() -> None:
    audio = AudioFormat("wav", "PCM_24", 96_000, 6, 96_000)
    rows = HandMadeRows(
        {1: NOTED, 2: SoundRow(sound(2, format=audio), (), None), 3: SoundRow(sound(3, format=None), (), None)}
    )
    model = SoundTableModel(rows)
    model.show_sounds(np.array([1, 2, 3]))
    spoken = Qt.ItemDataRole.AccessibleTextRole
    assert model.index(0, Column.RATING).data(spoken) == "Favourite, 4 stars"
    assert model.index(1, Column.RATING).data(spoken) == "Not rated"
    assert model.index(0, Column.RATING).data() is None
    assert model.index(0, Column.NOTE).data() == "Loop it at 2 s"
    assert "Loop it" in model.index(0, Column.NAME).data(spoken)
    assert "Loop it" in model.index(0, Column.NAME).data(Qt.ItemDataRole.ToolTipRole)
    assert [model.index(row, Column.CHANNELS).data() for row in range(3)] == ["stereo", "6", ""]
    assert [model.index(row, Column.RATE).data() for row in range(3)] == ["44.1 kHz", "96 kHz", ""]
    assert "2023" in model.index(0, Column.ADDED).data() or "23" in model.index(0, Column.ADDED).data()
    assert model.index(1, Column.ADDED).data() == ""
    assert model.index(1, Column.MODIFIED).data()


def test_scores_are_told_as_bands_where_they_can_be() -> None:
    model = SoundTableModel(HandMadeRows())
    model.show_sounds(np.arange(2), np.array([3.5, 0.1], np.float32), np.array([STRONG_FROM + 0.01, 0.01], np.float32))
    assert [model.index(row, Column.SCORE).data() for row in range(2)] == ["Strong", "Weak"]
    tips: list[int] = []

    def why(sound_id: int) -> str | None:
        tips.append(sound_id)
        return "It sounds like rain." if sound_id else None

    model.why = why
    tip = Qt.ItemDataRole.ToolTipRole
    assert "It sounds like rain." in model.index(1, Column.SCORE).data(tip)
    assert str(sound(0).path) in model.index(0, Column.SCORE).data(tip)
    assert tips == [1, 0]


@pytest.mark.parametrize(
    ("changes", "word"),
    [
        ({"state": SoundState.MISSING}, "missing"),
        ({"state": SoundState.OFFLINE}, "offline"),
        ({"problem": "This is not audio."}, "not heard"),
    ],
)
def test_what_cannot_be_played_says_so_in_a_word(qtbot: QtBot, changes: dict[str, object], word: str) -> None:
    rows = HandMadeRows({1: SoundRow(sound(1, **changes), (), None), 2: SoundRow(sound(1, sound_id=2), (), None)})
    panel = make(qtbot, rows)
    panel.show_sounds(np.array([1, 2]), None, keep_place=False)
    assert panel.model.index(0, Column.NAME).data(Qt.ItemDataRole.AccessibleTextRole).endswith(f", {word}")
    cells = [panel.view.visualRect(panel.model.index(row, Column.NAME)) for row in (0, 1)]
    pictures: list[QImage] = [panel.view.viewport().grab(cell).toImage() for cell in cells]
    right = range(pictures[0].width() - 60, pictures[0].width() - 10)
    drawn = [{image.pixel(x, image.height() // 2 - 9) for x in right} for image in pictures]
    assert len(drawn[0]) > len(drawn[1]), "the word must have a frame that a sound in good order has not"


def test_a_sound_that_cannot_be_measured_says_why_and_not_that_it_will_be() -> None:
    click = SoundRow(sound(1, problem="Too short to be heard."), (), None, Marks())
    assert tool_tip(Column.TEMPO, click) == "Too short to be heard."
    assert tool_tip(Column.TEMPO, NOTED) == "Not measured yet"


def test_a_click_on_a_star_rates_and_one_on_the_heart_favours(qtbot: QtBot) -> None:
    panel = make(qtbot, HandMadeRows({1: NOTED}))
    panel.show_sounds(np.array([7, 1]), None, keep_place=False)
    clicked: list[tuple[int, int]] = []
    panel.view.mark_clicked.connect(lambda sound_id, mark: clicked.append((sound_id, mark)))
    cell = panel.view.visualRect(panel.model.index(1, Column.RATING))
    for _, rect in marks_in(cell):
        qtbot.mouseClick(panel.view.viewport(), Qt.MouseButton.LeftButton, pos=rect.center())
    assert clicked == [(1, mark) for mark in (HEART, 1, 2, 3, 4, 5)]
    assert panel.view.selected_ids().tolist() == []
    qtbot.mouseClick(panel.view.viewport(), Qt.MouseButton.LeftButton, pos=cell.topRight() - QPoint(3, -9))
    assert panel.view.selected_ids().tolist() == [1]
    assert len(clicked) == 6


def test_given_stars_can_be_told_from_those_that_are_not(qtbot: QtBot) -> None:
    rows = HandMadeRows({1: NOTED, 2: SoundRow(sound(2), (), None, Marks(2))})
    panel = make(qtbot, rows)
    panel.show_sounds(np.array([1, 2]), None, keep_place=False)

    def painted(row: int, mark: int) -> int:
        cell = panel.view.visualRect(panel.model.index(row, Column.RATING))
        image = panel.view.viewport().grab(dict(marks_in(cell))[mark]).toImage()
        ground = image.pixel(0, 0)
        return sum(image.pixel(x, y) != ground for x in range(image.width()) for y in range(image.height()))

    assert painted(0, 4) > 40 > painted(0, 5)
    assert painted(1, 2) > 40 > painted(1, 3)
    assert painted(0, HEART) > 40 > painted(1, HEART)


def test_a_chip_is_cut_only_where_not_even_the_first_one_fits(qtbot: QtBot) -> None:
    metrics = make(qtbot).fontMetrics()
    tags = (tag("Duck or goose"), tag("Impact"), tag("Rain"))
    widths = [chip_width(one, metrics) for one in tags]
    rest = 6 + metrics.horizontalAdvance("+2")

    def laid(width: int) -> list[int]:
        return [rect.width() for _, rect in lay_out_chips(tags, QRect(0, 0, width, 34), metrics)]

    assert laid(sum(widths) + 12) == widths, "what fits exactly needs no room for a number"
    assert laid(widths[0] + rest) == widths[:1]
    assert laid(widths[0] + rest - 1) == [widths[0] - 1]
    assert laid(rest + 30) == []


def test_a_window_is_never_larger_than_its_screen(qtbot: QtBot) -> None:
    window = QWidget()
    qtbot.addWidget(window)
    screen = window.screen().availableGeometry()
    window.resize(screen.width() + 100, 200)
    keep_on_screen(window)
    assert (window.width(), window.height()) == (screen.width(), 200)
