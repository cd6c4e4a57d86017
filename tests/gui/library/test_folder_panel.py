"""The folders at the left: a tree with counts that filters, keeps its state, and offers what can be done."""

from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import QModelIndex, QPersistentModelIndex, Qt
from pytestqt.modeltest import ModelTester
from pytestqt.qtbot import QtBot

from desktop_app.core.scoring import ScoredTag
from desktop_app.core.tag import Tag
from desktop_app.engine.tagging.library_tags import TagCount
from desktop_app.gui.models.folder_tree import NODE, FolderBranch, FolderTreeModel
from desktop_app.gui.models.tag_list import TagListModel
from desktop_app.gui.panels.sidebar.folder_panel import FolderPanel
from desktop_app.gui.panels.tags.tag_browser import TagBrowser
from desktop_app.library.tables.folders import Folder

FIELD = FolderBranch(
    Folder(1, Path("/sounds/field"), online=True, sounds=30, missing=2),
    [("", 3), ("Rain/Heavy", 5), ("Rain", 20), ("birds", 2)],
)
DRIVE = FolderBranch(Folder(2, Path("/mnt/drive"), online=False, sounds=1200, missing=0), [("2024/May", 1200)])


@pytest.fixture
def panel(qtbot: QtBot) -> FolderPanel:
    panel = FolderPanel()
    qtbot.addWidget(panel)
    panel.show_folders([FIELD, DRIVE])
    return panel


def texts(panel_or_model: FolderPanel | FolderTreeModel, parent: QModelIndex | None = None) -> list[tuple[str, str]]:
    model = panel_or_model.model if isinstance(panel_or_model, FolderPanel) else panel_or_model
    above = parent or QModelIndex()
    rows = range(model.rowCount(above))
    return [(model.index(r, 0, above).data(), model.index(r, 1, above).data()) for r in rows]


def test_qt_finds_no_fault_with_the_tree(qtmodeltester: ModelTester) -> None:
    model = FolderTreeModel()
    qtmodeltester.check(model)
    model.show_folders([FIELD, DRIVE])
    qtmodeltester.check(model)


def test_directories_count_all_sounds_below_them(panel: FolderPanel) -> None:
    assert texts(panel) == [("All sounds", "1,232"), ("field", "30"), ("drive", "1,200")]
    field = panel.model.index_of(FIELD.folder.path)
    assert texts(panel, field) == [("birds", "2"), ("Rain", "25")]
    rain = panel.model.index_of(FIELD.folder.path / "Rain")
    assert texts(panel, rain) == [("Heavy", "5")]
    assert panel.model.index_of(Path("/elsewhere")).isValid() is False


def test_a_directory_without_sounds_of_its_own_is_shown_with_those_below(panel: FolderPanel) -> None:
    drive = panel.model.index_of(DRIVE.folder.path)
    assert texts(panel, drive) == [("2024", "1,200")]


def test_choosing_a_directory_filters_and_all_sounds_shows_everything(panel: FolderPanel) -> None:
    chosen: list[tuple[Path, ...]] = []
    panel.chosen.connect(chosen.append)
    panel.choose(FIELD.folder.path / "Rain")
    assert chosen[-1] == (FIELD.folder.path / "Rain",)
    panel.choose(None)
    assert chosen[-1] == ()


def test_an_offline_folder_is_marked_and_says_why(panel: FolderPanel) -> None:
    drive = panel.model.index_of(DRIVE.folder.path)
    assert "cannot be reached" in drive.data(Qt.ItemDataRole.ToolTipRole)
    assert "offline" in drive.data(Qt.ItemDataRole.AccessibleTextRole)
    field = panel.model.index_of(FIELD.folder.path)
    assert drive.data(Qt.ItemDataRole.ForegroundRole) is not None
    assert field.data(Qt.ItemDataRole.ForegroundRole) is None
    assert "2 sounds are missing" in field.data(Qt.ItemDataRole.ToolTipRole)


def test_what_was_open_and_chosen_stays_so_when_sounds_arrive(panel: FolderPanel) -> None:
    rain = FIELD.folder.path / "Rain"
    panel.tree.expand(panel.model.index_of(FIELD.folder.path))
    panel.tree.expand(panel.model.index_of(rain))
    panel.choose(rain / "Heavy")
    chosen: list[tuple[Path, ...]] = []
    panel.chosen.connect(chosen.append)
    more = FolderBranch(FIELD.folder, [*FIELD.directories, ("Amazon", 7), ("Rain/Light", 1)])
    panel.show_folders([more, DRIVE])
    assert panel.chosen_paths() == (rain / "Heavy",)
    assert panel.tree.isExpanded(panel.model.index_of(rain))
    assert chosen == [], "the list must not be asked anew when nothing was chosen anew"


def test_counts_change_in_place_and_new_directories_appear(
    panel: FolderPanel, qtbot: QtBot, qtmodeltester: ModelTester
) -> None:
    qtmodeltester.check(panel.model)
    rain = QPersistentModelIndex(panel.model.index_of(FIELD.folder.path / "Rain"))
    changed: list[str] = []
    panel.model.dataChanged.connect(lambda first, last: changed.extend((first.data(), last.data())))
    more = FolderBranch(FIELD.folder, [("", 3), ("Rain/Heavy", 7_000), ("Rain", 20), ("birds", 2)])
    panel.show_folders([more, replace(DRIVE, folder=replace(DRIVE.folder, online=True))])
    assert rain.isValid()
    assert rain.sibling(rain.row(), 1).data() == "7,020"
    assert {"All sounds", "Rain", "Heavy"} <= set(changed)
    assert panel.model.index_of(FIELD.folder.path / "birds").data() not in changed
    assert panel.model.index_of(DRIVE.folder.path).data(NODE).online
    assert panel.tree.columnWidth(1) >= panel.tree.sizeHintForIndex(panel.model.index(0, 1)).width()
    moved = FolderBranch(FIELD.folder, [("", 3), ("Rain/Heavy", 7_000), ("Rain", 10), ("birds", 12)])
    panel.show_folders([moved, DRIVE])
    assert texts(panel, panel.model.index_of(FIELD.folder.path)) == [("birds", "12"), ("Rain", "7,010")]
    panel.show_folders([FIELD, DRIVE])
    assert texts(panel, panel.model.index_of(FIELD.folder.path)) == [("birds", "2"), ("Rain", "25")]
    new = FolderBranch(FIELD.folder, [*FIELD.directories, ("Wind", 1)])
    panel.show_folders([new, DRIVE])
    assert ("Wind", "1") in texts(panel, panel.model.index_of(FIELD.folder.path))


def test_a_chosen_directory_that_went_away_gives_way_to_all_sounds(panel: FolderPanel) -> None:
    panel.choose(DRIVE.folder.path)
    chosen: list[tuple[Path, ...]] = []
    panel.chosen.connect(chosen.append)
    panel.show_folders([FIELD])
    assert chosen == [()]
    assert panel.chosen_paths() == ()


def test_the_menu_of_a_folder_rescans_locates_and_removes(panel: FolderPanel, qtbot: QtBot) -> None:
    node = panel.model.index_of(FIELD.folder.path).data(NODE)
    menu = panel.menu_of(node)
    actions = {action.text(): action for action in menu.actions()}
    with qtbot.waitSignal(panel.rescan_chosen) as rescan:
        actions["Rescan"].trigger()
    with qtbot.waitSignal(panel.locate_chosen) as locate:
        actions["This folder has moved..."].trigger()
    with qtbot.waitSignal(panel.removal_chosen) as removal:
        actions["Remove from the library"].trigger()
    with qtbot.waitSignal(panel.reveal_chosen) as reveal:
        actions["Show in the file manager"].trigger()
    assert rescan.args == [1]
    assert locate.args == removal.args == [FIELD.folder]
    assert reveal.args == [FIELD.folder.path]
    assert not [text for text in actions if "delete" in text.lower()], "files are never deleted from here"
    menu.close()


def test_directories_inside_a_folder_cannot_be_taken_out_of_the_library(panel: FolderPanel) -> None:
    menu = panel.menu_of(panel.model.index_of(FIELD.folder.path / "Rain").data(NODE))
    assert [action.text() for action in menu.actions()] == ["Show in the file manager"]
    menu.close()


def test_ten_thousand_directories_are_shown_at_once(panel: FolderPanel) -> None:
    many = FolderBranch(FIELD.folder, [(f"a{n % 100}/b{n}", 1) for n in range(10_000)])
    panel.show_folders([many])
    assert texts(panel)[1] == ("field", "10,000")
    assert len(texts(panel, panel.model.index_of(FIELD.folder.path))) == 100


def counted(vocabulary: str, name: str, count: int) -> TagCount:
    return TagCount(ScoredTag(vocabulary, Tag(name.replace(" ", "-"), name, (name,))), count)


def test_tags_are_grouped_by_vocabulary_with_the_frequent_ones_first(qtbot: QtBot, qtmodeltester: ModelTester) -> None:
    browser = TagBrowser()
    qtbot.addWidget(browser)
    counts = [counted("everyday", "rain", 5), counted("everyday", "door slam", 1200), counted("music", "kick", 7)]
    browser.show_counts([*counts, counted("music", "snare", 0)], {"everyday": "Everyday sounds", "music": "Music"})
    model = browser.model
    qtmodeltester.check(model)
    everyday, music = model.index(0, 0), model.index(1, 0)
    assert [everyday.data(), music.data()] == ["Everyday sounds", "Music"]
    shown = [(model.index(r, 0, everyday).data(), model.index(r, 1, everyday).data()) for r in range(2)]
    assert shown == [("door slam", "1,200"), ("rain", "5")]
    assert model.rowCount(music) == 1, "tags that no sound has are not listed"
    assert model.index(0, 0, music).data(Qt.ItemDataRole.AccessibleTextRole) == "kick, 7 sounds"


def test_a_click_on_a_tag_asks_for_it_and_one_on_a_vocabulary_does_not(qtbot: QtBot) -> None:
    browser = TagBrowser()
    qtbot.addWidget(browser)
    browser.show_counts([counted("everyday", "rain", 5)], {"everyday": "Everyday sounds"})
    asked: list[str] = []
    browser.tag_chosen.connect(asked.append)
    heading = browser.model.index(0, 0)
    browser.tree.clicked.emit(heading)
    browser.tree.clicked.emit(browser.model.index(0, 1, heading))
    assert asked == ["rain"]


def test_a_folded_vocabulary_stays_folded_while_counts_grow(qtbot: QtBot) -> None:
    browser = TagBrowser()
    qtbot.addWidget(browser)
    names = {"everyday": "Everyday sounds", "music": "Music"}
    counts = [counted("everyday", "rain", 5), counted("music", "kick", 7)]
    browser.show_counts(counts, names)
    browser.tree.collapse(browser.model.index(1, 0))
    browser.show_counts([counted("everyday", "rain", 6), counts[1]], names)
    assert browser.tree.isExpanded(browser.model.index(0, 0))
    assert not browser.tree.isExpanded(browser.model.index(1, 0))


def test_counts_are_read_only(qapp: object) -> None:
    model = TagListModel()
    model.show_counts([counted("everyday", "rain", 5)], {"everyday": "Everyday sounds"})
    heading = model.index(0, 0)
    assert not model.flags(heading) & Qt.ItemFlag.ItemIsSelectable
    assert not model.flags(model.index(0, 0, heading)) & Qt.ItemFlag.ItemIsEditable


def test_the_keyboard_stays_on_its_tag_while_tags_are_counted_and_chosen(qtbot: QtBot) -> None:
    browser = TagBrowser()
    qtbot.addWidget(browser)
    counts, names = [counted("everyday", "rain", 5), counted("everyday", "wind", 3)], {"everyday": "Everyday sounds"}
    browser.show_counts(counts, names)
    heading = browser.model.index(0, 0)
    browser.tree.setCurrentIndex(browser.model.index(1, 0, heading))
    browser.show_counts([counts[0], counted("everyday", "wind", 8)], names)
    browser.show_chosen(["rain"])
    current = browser.tree.currentIndex()
    assert (browser.model.tag_name(current), current.row()) == ("wind", 0)
    assert [index.data() for index in browser.tree.selectionModel().selectedRows()] == ["rain"]


def test_counts_that_grow_change_their_rows_in_place_and_find_room(qtbot: QtBot, qtmodeltester: ModelTester) -> None:
    browser = TagBrowser()
    qtbot.addWidget(browser)
    names = {"everyday": "Everyday sounds", "music": "Music"}
    browser.show_counts([counted("everyday", "rain", 1), counted("everyday", "wind", 2)], names)
    narrow, resets = browser.tree.columnWidth(1), []
    browser.model.modelReset.connect(lambda: resets.append(True))
    qtmodeltester.check(browser.model)
    more = [counted("everyday", "rain", 111_111), counted("everyday", "wind", 2), counted("music", "kick", 5)]
    browser.show_counts(more, names)
    model = browser.model
    everyday, music = model.index(0, 0), model.index(1, 0)
    assert [model.index(row, 0, everyday).data() for row in range(2)] == ["rain", "wind"]
    assert model.index(0, 0, music).data() == "kick"
    assert browser.tree.isExpanded(music)
    assert browser.tree.columnWidth(1) > narrow
    assert browser.tree.columnWidth(1) >= browser.tree.sizeHintForIndex(model.index(0, 1, everyday)).width()
    browser.show_counts(more[2:], names)
    assert (model.rowCount(everyday), model.rowCount(music)) == (0, 1)
    assert not resets
    browser.show_counts(more, {"music": "Music"})
    assert (model.rowCount(), model.index(0, 0, model.index(0, 0)).data()) == (1, "kick")
    assert resets
