"""How the window's parts are arranged, and that they come back where they were."""

import base64
import json
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtGui import QStandardItemModel
from PySide6.QtWidgets import QApplication, QLabel, QSplitter
from pytestqt.qtbot import QtBot

from desktop_app.app import Earmark
from desktop_app.core.tag import Tag
from desktop_app.engine.playing.playback import Player
from desktop_app.gui.main_window import MainWindow
from desktop_app.gui.models.sound_cells import Column
from desktop_app.gui.panels.elided_label import ElidedLabel
from desktop_app.gui.panels.sidebar.sidebar import SidebarSection
from desktop_app.gui.selected_tags import TagEntry
from tests.gui.profile import open_earmark, profile_with_vocabulary, use_quick_network

_SCREEN_WIDTH = slice(46, 50)
"""Where Qt keeps the width of the screen in what it remembers of a window."""


@pytest.fixture
def earmark(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Earmark]:
    use_quick_network(monkeypatch)
    with open_earmark(profile_with_vocabulary(tmp_path / "profile"), lambda _: None) as earmark:
        yield earmark


def window_with_section(earmark: Earmark, qtbot: QtBot, rows: int = 2) -> tuple[MainWindow, SidebarSection]:
    """A shown window that got a section named "saved" below the folders, with so many rows."""
    window = MainWindow(earmark, player=Player(earmark.decoder, backend="null"))
    qtbot.addWidget(window)
    model = QStandardItemModel(rows, 2)
    section = SidebarSection("Saved searches", model, hint="Nothing yet.")
    model.setParent(section)
    section.setObjectName("saved")
    window.add_sidebar_section(section, after=window.folders)
    window.show()
    qtbot.waitExposed(window)
    return window, section


def sidebar_of(window: MainWindow) -> QSplitter:
    sidebar = window.findChild(QSplitter, "sidebar")
    assert sidebar is not None
    return sidebar


def test_a_section_stands_below_the_one_it_was_put_after(earmark: Earmark, qtbot: QtBot) -> None:
    window, section = window_with_section(earmark, qtbot)

    sidebar = sidebar_of(window)

    assert [sidebar.widget(n) for n in range(3)] == [window.folders, section, window.tags]
    assert all(size > 50 for size in sidebar.sizes())


def test_a_section_without_rows_leaves_its_room_to_the_tags_until_there_are_some(
    earmark: Earmark, qtbot: QtBot
) -> None:
    _, section = window_with_section(earmark, qtbot, rows=0)
    empty = section.height()
    assert section.hint.isVisible()
    assert empty <= section.wanted_height

    section.tree.model().insertRows(0, 3)

    qtbot.waitUntil(lambda: section.height() >= empty + 40)
    assert section.tree.isVisible()
    assert not section.hint.isVisible()


def test_there_is_room_for_what_is_said_of_a_tag(earmark: Earmark, qtbot: QtBot) -> None:
    window, _ = window_with_section(earmark, qtbot)
    tag = Tag("synth-bass", "Synth bass", ("synth bass",))
    window.show_first_run(False)
    window.selected_tags.show_entries([TagEntry("music", tag, 0.6, 0, 1, 0, 0, 1)], 1, "a.wav")
    label = next(label for label in window.selected_tags.findChildren(ElidedLabel) if label.text() == "accepted")
    qtbot.waitUntil(label.isVisible)
    QApplication.processEvents()  # lays everything out
    assert label.fontMetrics().horizontalAdvance(label.text()) <= label.width()


def test_on_a_screen_of_another_size_the_parts_are_arranged_as_before(earmark: Earmark, qtbot: QtBot) -> None:
    window, _ = window_with_section(earmark, qtbot)
    columns = window.sounds.view.columns
    columns.moveSection(columns.visualIndex(Column.LENGTH), 0)
    window.selected_tags.hide()
    sidebar_of(window).setSizes([200, 90, sum(sidebar_of(window).sizes()) - 290])
    before = sidebar_of(window).sizes()
    window.close()
    file = earmark.profile.data / "window.json"
    state = json.loads(file.read_text(encoding="utf-8"))
    place = bytearray(base64.b64decode(state["window"]))
    place[_SCREEN_WIDTH] = (20_000).to_bytes(4, "big")
    file.write_text(json.dumps(state | {"window": base64.b64encode(place).decode()}), encoding="utf-8")

    again, _ = window_with_section(earmark, qtbot)

    assert not again.restoreGeometry(bytes(place)), "Qt takes it for the same screen"
    assert again.sounds.view.columns.logicalIndex(0) == Column.LENGTH
    assert again.selected_tags.isHidden()
    assert sidebar_of(again).sizes()[:2] == before[:2]


def test_sizes_come_back_with_a_section_that_is_added_after_the_window_was_built(
    earmark: Earmark, qtbot: QtBot
) -> None:
    window, _ = window_with_section(earmark, qtbot)
    sidebar_of(window).setSizes([200, 90, sum(sidebar_of(window).sizes()) - 290])
    window.resize(1000, 600)
    before = sidebar_of(window).sizes()
    window.close()

    again, _ = window_with_section(earmark, qtbot)

    assert sidebar_of(again).sizes()[:2] == before[:2]


def test_a_hidden_panel_comes_back_hidden_and_opens_at_a_size_one_can_see(earmark: Earmark, qtbot: QtBot) -> None:
    window, _ = window_with_section(earmark, qtbot)
    window.actions_.tagging.tag_panel.setChecked(False)
    window.close()

    again, _ = window_with_section(earmark, qtbot)
    assert again.selected_tags.isHidden()
    again.actions_.tagging.tag_panel.setChecked(True)

    qtbot.waitUntil(lambda: again.selected_tags.width() > 100)


ABSURD = ("[" * 100_000, '{"sidebar": {"folders": 1' + "0" * 30 + '}, "parts": {"list": -5}}', " " * 1_000_001 + "{}")
"""What no version ever wrote."""


def test_a_state_file_that_cannot_be_understood_leaves_the_first_arrangement(earmark: Earmark, qtbot: QtBot) -> None:
    file = earmark.profile.data / "window.json"
    texts = ("not json", "[]", '{"window": 3}', '{"window": "AdnQ", "sidebar": {"folders": "wide"}}', *ABSURD)
    for text in texts:
        file.write_text(text, encoding="utf-8")

        window, _ = window_with_section(earmark, qtbot)

        assert window.width() > 600
        assert all(sidebar_of(window).sizes())
        window.close()


def test_a_page_stands_in_for_the_list_and_gives_the_place_back(earmark: Earmark, qtbot: QtBot) -> None:
    window, _ = window_with_section(earmark, qtbot)
    page = QLabel("Review")
    window.middle_pages.add_page(page)
    assert window.middle_pages.shows_list
    assert window.sounds.isVisible()

    window.middle_pages.show_page(page)
    assert page.isVisible()
    assert not window.sounds.isVisible()
    assert window.player.isVisible()

    window.middle_pages.show_list()
    assert window.sounds.isVisible()


def test_a_page_that_was_never_added_is_not_shown(earmark: Earmark, qtbot: QtBot) -> None:
    window, _ = window_with_section(earmark, qtbot)

    with pytest.raises(ValueError, match="not added"):
        window.middle_pages.show_page(QLabel("Review"))
