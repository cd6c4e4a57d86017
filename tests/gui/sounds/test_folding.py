"""Copies of a sound in one row: which rows are seen, and how the list unfolds them by key and by click."""

import numpy as np
import pytest
from PySide6.QtCore import QPoint, Qt
from pytestqt.modeltest import ModelTester
from pytestqt.qtbot import QtBot

from desktop_app.core.vector_index import Rows
from desktop_app.gui.models.folding import SoundIds, fold
from desktop_app.gui.models.sound_cells import Column
from desktop_app.gui.models.sound_table import Role, SoundTableModel
from desktop_app.gui.panels.sounds.mark_delegates import copies_rect
from desktop_app.gui.panels.sounds.sound_list import SoundListPanel
from tests.gui.stand_ins import HandMadeRows

SOUNDS = np.array([10, 21, 11, 30, 22, 12])
"""Sounds of the same tens are copies of each other."""


def tens(sound_ids: SoundIds) -> Rows:
    return sound_ids // 10


@pytest.fixture
def panel(qtbot: QtBot) -> SoundListPanel:
    panel = SoundListPanel(HandMadeRows())
    qtbot.addWidget(panel)
    panel.resize(1200, 600)
    panel.show()
    qtbot.waitExposed(panel)
    panel.show_sounds(SOUNDS, np.linspace(1, 0, 6, dtype=np.float32), keep_place=False)
    panel.fold_copies(tens)
    return panel


def test_the_first_of_each_group_is_seen_and_counts_the_others() -> None:
    folding = fold(tens(SOUNDS), set())
    assert SOUNDS[folding.places].tolist() == [10, 21, 30]
    assert folding.copies.tolist() == [2, 1, 0]
    assert not folding.unfolded.any()


def test_copies_stand_below_the_first_of_their_group() -> None:
    folding = fold(tens(SOUNDS), {1})
    assert SOUNDS[folding.places].tolist() == [10, 11, 12, 21, 30]
    assert folding.unfolded.tolist() == [False, True, True, False, False]
    assert fold(np.empty(0, dtype=np.int64), {1}).places.tolist() == []


def test_qt_finds_no_fault_with_folding(qtmodeltester: ModelTester) -> None:
    model = SoundTableModel(HandMadeRows())
    qtmodeltester.check(model)
    model.show_sounds(SOUNDS)
    model.fold_copies(tens)
    model.open(0, opened=True)
    model.open(0, opened=True)
    model.open(3, opened=True)
    model.open(0, opened=False)
    assert model.sound_ids.tolist() == [10, 21, 22, 30]
    assert model.listed_ids.tolist() == SOUNDS.tolist()
    model.open(3, opened=True)
    assert model.rowCount() == 4
    model.fold_copies(None)
    assert model.sound_ids.tolist() == SOUNDS.tolist()


def test_a_row_says_how_many_copies_it_stands_for_and_keeps_its_own_score(panel: SoundListPanel) -> None:
    model = panel.model
    assert model.index(0, Column.NAME).data(Role.COPIES) == 2
    spoken = model.index(0, Column.NAME).data(Qt.ItemDataRole.AccessibleTextRole)
    assert spoken.startswith("Rain_000010.aiff, +2 cop")
    assert model.index(2, Column.SCORE).data() == "0.40"
    assert model.index(2, Column.NAME).data(Role.COPIES) == 0


def test_arrow_keys_unfold_and_fold(panel: SoundListPanel, qtbot: QtBot) -> None:
    panel.take_focus(first=True)
    qtbot.keyClick(panel.view, Qt.Key.Key_Right)
    assert panel.model.sound_ids.tolist() == [10, 11, 12, 21, 30]
    qtbot.keyClick(panel.view, Qt.Key.Key_Down)
    qtbot.keyClick(panel.view, Qt.Key.Key_Down)
    assert panel.view.current_id() == 12
    qtbot.keyClick(panel.view, Qt.Key.Key_Left)
    assert panel.model.sound_ids.tolist() == [10, 21, 30]
    assert panel.view.current_id() == 10
    assert panel.view.selected_ids().tolist() == [10]


def test_a_click_on_the_copies_unfolds_them_and_selects_nothing(panel: SoundListPanel, qtbot: QtBot) -> None:
    cell = panel.view.visualRect(panel.model.index(1, Column.NAME))
    at = copies_rect(cell, 1, panel.view.fontMetrics()).center()
    for seen in ([10, 21, 22, 30], [10, 21, 30]):
        qtbot.mouseClick(panel.view.viewport(), Qt.MouseButton.LeftButton, pos=at)
        assert panel.model.sound_ids.tolist() == seen
    assert panel.view.selected_ids().tolist() == []
    qtbot.mouseClick(panel.view.viewport(), Qt.MouseButton.LeftButton, pos=cell.topLeft() + QPoint(15, 15))
    assert panel.view.selected_ids().tolist() == [21]


def test_what_was_unfolded_stays_so_when_the_library_changed(panel: SoundListPanel) -> None:
    panel.model.open(0, opened=True)
    panel.view.select_ids(np.array([12, 30]), current=12)
    panel.show_sounds(np.append(SOUNDS, 13), None, keep_place=True)
    assert panel.model.sound_ids.tolist() == [10, 11, 12, 13, 21, 30]
    assert panel.view.selected_ids().tolist() == [12, 30]
    panel.fold_copies(None)
    assert panel.view.selected_ids().tolist() == [30, 12]
