"""The list of sounds: selection and place are kept by sound, cells are painted as they should look."""

import numpy as np
import pytest
from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QColor, QFontMetrics, QImage
from PySide6.QtWidgets import QAbstractItemView
from pytestqt.qtbot import QtBot

from desktop_app.core.scoring import TagSource
from desktop_app.core.sound import SoundState
from desktop_app.gui import theme
from desktop_app.gui.models.sound_cells import Column
from desktop_app.gui.models.sound_rows import SoundRow
from desktop_app.gui.models.sound_table import SoundTableModel
from desktop_app.gui.panels.sounds.sound_delegates import lay_out_chips, waveform_image
from desktop_app.gui.panels.sounds.sound_list import SoundListPanel
from tests.gui.stand_ins import HandMadeRows, sound, tag, thumbnail


@pytest.fixture
def rows() -> HandMadeRows:
    return HandMadeRows()


@pytest.fixture
def panel(qtbot: QtBot, rows: HandMadeRows) -> SoundListPanel:
    panel = SoundListPanel(rows)
    qtbot.addWidget(panel)
    panel.resize(1200, 600)
    panel.show()
    qtbot.waitExposed(panel)
    return panel


def show(panel: SoundListPanel, ids: list[int], *, keep_place: bool = False, ranked: bool = False) -> None:
    scores = np.linspace(1, 0, len(ids), dtype=np.float32) if ranked else None
    panel.show_sounds(np.array(ids, dtype=np.int64), scores, keep_place=keep_place)


def test_the_selection_stays_with_the_sounds_when_the_order_changes(panel: SoundListPanel) -> None:
    show(panel, list(range(100)))
    panel.view.select_ids(np.array([10, 11, 50]), current=50)
    show(panel, list(range(99, -1, -1)))
    assert sorted(panel.view.selected_ids().tolist()) == [10, 11, 50]
    assert panel.view.current_id() == 50


def test_sounds_that_are_no_longer_shown_are_no_longer_selected(panel: SoundListPanel, qtbot: QtBot) -> None:
    show(panel, list(range(100)))
    panel.view.select_ids(np.array([10, 50]), current=50)
    with qtbot.waitSignal(panel.selection_changed):
        show(panel, list(range(20)))
    assert panel.view.selected_ids().tolist() == [10]
    assert panel.view.current_id() is None


def test_new_rows_do_not_play_the_selected_sound_again(panel: SoundListPanel) -> None:
    show(panel, list(range(100)))
    panel.view.selectRow(5)
    heard: list[int] = []
    panel.current_changed.connect(heard.append)
    show(panel, list(range(50, -1, -1)))
    assert heard == []
    assert panel.view.current_id() == 5


def test_the_place_is_kept_while_sounds_arrive_above(panel: SoundListPanel, qtbot: QtBot) -> None:
    show(panel, list(range(1000, 2000)))
    bar = panel.view.verticalScrollBar()
    qtbot.waitUntil(lambda: bar.maximum() > 300 * 34 + 7)
    bar.setValue(300 * 34 + 7)
    show(panel, list(range(500, 2000)), keep_place=True)
    assert panel.view.top_id() == (1300, 7)
    show(panel, list(range(500, 2000)))
    assert panel.view.top_id() == (500, 0)


def test_selecting_everything_of_a_large_library_is_one_range(panel: SoundListPanel) -> None:
    show(panel, list(range(100_000)))
    panel.view.selectAll()
    assert len(panel.view.selected_ids()) == 100_000
    show(panel, list(range(99_999, -1, -1)))
    assert len(panel.view.selected_ids()) == 100_000


def test_painting_the_header_does_not_ask_of_each_sound_whether_it_is_selected(
    panel: SoundListPanel, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked: list[int] = []
    flags = SoundTableModel.flags
    monkeypatch.setattr(
        SoundTableModel, "flags", lambda model, index: (asked.append(index.row()), flags(model, index))[1]
    )
    show(panel, list(range(5_000)))
    panel.view.selectAll()
    panel.view.columns.grab()
    assert len(asked) < 5_000


def test_arrow_keys_go_from_sound_to_sound(panel: SoundListPanel, qtbot: QtBot) -> None:
    show(panel, [7, 8, 9])
    heard: list[int] = []
    panel.current_changed.connect(heard.append)
    panel.take_focus()
    qtbot.keyClick(panel.view, Qt.Key.Key_Down)
    qtbot.keyClick(panel.view, Qt.Key.Key_Down)
    qtbot.keyClick(panel.view, Qt.Key.Key_Up)
    assert heard == [7, 8, 9, 8]


def test_the_keyboard_comes_to_no_sound_by_itself_and_the_first_key_to_the_first_one(
    panel: SoundListPanel, qtbot: QtBot
) -> None:
    show(panel, [7, 8, 9])
    heard: list[int] = []
    panel.current_changed.connect(heard.append)
    panel.setFocus()
    qtbot.waitUntil(panel.view.hasFocus)
    assert (heard, panel.view.current_id()) == ([], None)
    qtbot.keyClick(panel.view, Qt.Key.Key_Down)
    assert heard == [7]
    assert panel.view.selected_ids().tolist() == [7]


@pytest.mark.parametrize("held", [Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.ControlModifier])
@pytest.mark.parametrize(
    ("key", "row"),
    [(Qt.Key.Key_Home, 0), (Qt.Key.Key_End, 99), (Qt.Key.Key_Down, None), (Qt.Key.Key_PageUp, None)],
)
def test_the_sound_that_keys_go_to_is_the_selected_one(
    panel: SoundListPanel, qtbot: QtBot, held: Qt.KeyboardModifier, key: Qt.Key, row: int | None
) -> None:
    show(panel, list(range(100)))
    panel.take_focus()
    panel.view.selectRow(50)
    qtbot.keyClick(panel.view, key, held)
    assert panel.view.current_id() != 50
    assert row is None or panel.view.current_id() == row
    assert panel.view.selected_ids().tolist() == [panel.view.current_id()]


def test_shift_selects_all_on_the_way(panel: SoundListPanel, qtbot: QtBot) -> None:
    show(panel, list(range(100)))
    panel.take_focus()
    qtbot.keyClick(panel.view, Qt.Key.Key_Down)
    qtbot.keyClick(panel.view, Qt.Key.Key_Down)
    qtbot.keyClick(panel.view, Qt.Key.Key_Home, Qt.KeyboardModifier.ShiftModifier)
    assert panel.view.selected_ids().tolist() == [0, 1, 2]


def test_letters_do_not_search_through_the_whole_library(
    panel: SoundListPanel, qtbot: QtBot, rows: HandMadeRows
) -> None:
    show(panel, list(range(10_000)))
    panel.take_focus()
    read = len(rows.asked)
    qtbot.keyClick(panel.view, "z")
    assert len(rows.asked) == read


def test_titles_choose_the_order_and_turn_it(panel: SoundListPanel) -> None:
    show(panel, [1, 2, 3], ranked=True)
    chosen: list[tuple[int, bool]] = []
    panel.order_chosen.connect(lambda column, down: chosen.append((column, down)))
    header = panel.view.horizontalHeader()
    header.sectionClicked.emit(Column.LENGTH)
    panel.model.show_order(Column.LENGTH, descending=False)
    header.sectionClicked.emit(Column.LENGTH)
    header.sectionClicked.emit(Column.SCORE)
    header.sectionClicked.emit(Column.WAVEFORM)
    assert chosen == [(Column.LENGTH, False), (Column.LENGTH, True), (Column.SCORE, True)]


def test_the_score_is_shown_only_when_there_is_one(panel: SoundListPanel) -> None:
    show(panel, [1, 2], ranked=True)
    assert not panel.view.isColumnHidden(Column.SCORE)
    show(panel, [1, 2])
    assert panel.view.isColumnHidden(Column.SCORE)


def test_columns_can_be_hidden_and_shown_from_the_headers_menu(panel: SoundListPanel) -> None:
    menu = panel.view.columns.menu()
    actions = {action.text(): action for action in menu.actions()}
    actions["Folder"].setChecked(True)
    actions["Waveform"].setChecked(False)
    assert not panel.view.isColumnHidden(Column.FOLDER)
    assert panel.view.isColumnHidden(Column.WAVEFORM)
    menu.close()


def test_a_message_is_shown_and_taken_away(panel: SoundListPanel) -> None:
    panel.show_message("No sound passes all the filters: remove one of them.")
    assert panel.findChild(type(panel._message), "message").isVisible()
    panel.show_message("")
    assert not panel.findChild(type(panel._message), "message").isVisible()


def test_files_leave_the_list_only_as_copies(panel: SoundListPanel) -> None:
    assert panel.view.dragDropMode() is QAbstractItemView.DragDropMode.DragOnly
    assert not panel.view.viewport().acceptDrops()


def test_selection_lets_waveform_and_chips_shine_through(panel: SoundListPanel, rows: HandMadeRows) -> None:
    rows.changed[1] = SoundRow(sound(1), (tag("rain"), tag("door", TagSource.PERSON)), thumbnail(1))
    show(panel, [1, 2])
    plain = _colours(panel, 0, Column.WAVEFORM)
    panel.view.selectRow(0)
    selected = _colours(panel, 0, Column.WAVEFORM)
    wave = QColor(theme.current().waveform).rgb()
    assert wave in plain
    assert wave in selected
    ground = theme.mixed(QColor(theme.current().base), QColor(theme.current().accent), theme.SELECTION_ALPHA)
    assert any(_near(QColor(colour), ground) for colour in selected)
    assert not any(_near(QColor(colour), ground) for colour in plain)


def test_a_persons_tag_does_not_look_like_an_automatic_one(panel: SoundListPanel, rows: HandMadeRows) -> None:
    pictures = []
    for number, source in enumerate(TagSource):
        rows.changed[number] = SoundRow(sound(number), (tag("rain", source),), None)
    show(panel, [0, 1, 2])
    for row in range(3):
        pictures.append(_picture(panel, row, Column.TAGS))
    # Every second row has another ground, so rows 0 and 2 are compared, and widths between all.
    assert pictures[0] != pictures[2]
    widths = [_painted_width(picture) for picture in pictures]
    assert widths[0] < widths[1] == widths[2]


def test_chips_never_leave_their_cell_and_the_rest_is_counted(qapp: object) -> None:
    metrics = QFontMetrics(theme.QApplication.font())
    tags = tuple(tag(name) for name in ("rain", "a rather long tag name", "door", "metal", "glass", "voice"))
    for width in range(0, 600, 7):
        room = QRect(50, 0, width, 34)
        chips = list(lay_out_chips(tags, room, metrics))
        assert all(room.contains(rect) for _, rect in chips)
        assert [chip for chip, _ in chips] == list(tags[: len(chips)])
    assert len(list(lay_out_chips(tags, QRect(0, 0, 900, 34), metrics))) == len(tags)


def test_a_waveform_is_drawn_as_loud_as_it_is(qapp: object) -> None:
    ink = QColor("#ff0000")
    silent = waveform_image(np.zeros((200, 2), dtype=np.int8), 100, 26, ink)
    full = waveform_image(np.tile(np.array([-127, 127], dtype=np.int8), (200, 1)), 100, 26, ink)
    half = waveform_image(np.tile(np.array([-64, 64], dtype=np.int8), (200, 1)), 100, 26, ink)
    assert _inked(silent) in range(100, 201)
    assert _inked(full) == 26 * 100
    assert 0.4 < _inked(half) / _inked(full) < 0.65
    assert waveform_image(thumbnail(1), 733, 52, ink).width() == 733
    assert waveform_image(thumbnail(1)[:3], 50, 26, ink).height() == 26


def test_a_missing_sound_is_dimmed(panel: SoundListPanel, rows: HandMadeRows) -> None:
    rows.changed[0] = SoundRow(sound(0), (), None)
    rows.changed[2] = SoundRow(sound(2, state=SoundState.MISSING), (), None)
    show(panel, [0, 1, 2])
    assert QColor(theme.current().text).rgb() in _colours(panel, 0, Column.NAME)
    assert QColor(theme.current().text).rgb() not in _colours(panel, 2, Column.NAME)


def _picture(panel: SoundListPanel, row: int, column: Column) -> QImage:
    return panel.view.viewport().grab(panel.view.visualRect(panel.model.index(row, column))).toImage()


def _colours(panel: SoundListPanel, row: int, column: Column) -> set[int]:
    picture = _picture(panel, row, column)
    return {picture.pixel(x, y) for x in range(picture.width()) for y in range(picture.height())}


def _painted_width(picture: QImage) -> int:
    """Columns of a picture that are not wholly its ground."""
    ground, middle = picture.pixel(0, 0), picture.height() // 2
    return sum(picture.pixel(x, middle) != ground for x in range(picture.width()))


def _inked(picture: QImage) -> int:
    return sum(picture.pixelColor(x, y).alpha() > 0 for x in range(picture.width()) for y in range(picture.height()))


def _near(first: QColor, second: QColor) -> bool:
    return all(abs(a - b) <= 2 for a, b in zip(first.getRgb()[:3], second.getRgb()[:3], strict=True))
