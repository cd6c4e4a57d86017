"""What sound files say of themselves: shown beside the tags and in columns, searched by a click, and never ours."""

import threading
from collections.abc import Sequence
from itertools import product
from pathlib import Path

import mutagen.flac
import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAction, QContextMenuEvent, QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMenu, QScrollArea
from pytestqt.qtbot import QtBot

from desktop_app.core.events import FileTextsRead
from desktop_app.core.metadata import EmbeddedText, Field, FileProblem, Marker, Metadata
from desktop_app.core.tag import Tag
from desktop_app.gui.bridge import IndexerBridge
from desktop_app.gui.file_fields import field_name, problem_text
from desktop_app.gui.models.sound_cells import IN_FILES, Column
from desktop_app.gui.panels.tags.in_file import SHARE, InFile
from desktop_app.gui.panels.tags.tag_panel import TagPanel
from desktop_app.gui.plain_text import PlainLabel
from desktop_app.gui.queries import SORT_COLUMNS, Question
from desktop_app.gui.selected_tags import TagEntry
from tests.gui.desk import DEADLINE, Desk, OpenDesk
from tests.sounds import make, noise

LONG = (
    "Heavy rain on a corrugated tin roof of a barn, drops from the gutter, distant thunder twice, no birds. " * 5
).strip()
RAIN = "RAINMetl_Rain on tin_ME.flac"
DOOR = "DOORWood_Gate creak_ME.wav"
QUIET = "silent of itself.wav"
KEYWORDS = ["rain", "tin & copper", '6" nails', "corrugated iron"]


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Three sounds: one whose file says much, one of which only the name does, and one that says nothing."""
    folder = tmp_path / "sounds"
    folder.mkdir()
    path = make(folder, "flac", name=Path(RAIN).stem, frames=noise(0.3, seed=1))
    file = mutagen.flac.FLAC(path)
    file["DESCRIPTION"], file["KEYWORDS"], file["ARTIST"] = LONG, KEYWORDS, "Ida Sommer"
    file["CATID"] = "RAINMetl"
    file.save()
    make(folder, name=Path(DOOR).stem, frames=noise(0.3, seed=2))
    make(folder, name=Path(QUIET).stem, frames=noise(0.3, seed=3))
    return folder


@pytest.fixture
def told(desk: Desk) -> Desk:
    """A window that shows what was read of all files."""
    assert desk.earmark.file_texts.wait_idle(DEADLINE / 1000)
    desk.bridge.deliver()
    desk.until(lambda: not desk.conversation.operations.busy)
    return desk


def metadata(*texts: tuple[Field, str], source: str = "iXML") -> Metadata:
    return Metadata(tuple(EmbeddedText(field, text, source) for field, text in texts))


@pytest.fixture
def shown(qtbot: QtBot) -> InFile:
    widget = InFile()
    qtbot.addWidget(widget)
    widget.resize(240, 400)
    return widget


def words_of(place: InFile, field: Field) -> list[str]:
    return [word.whole for word in place.words if word.field is field]


class TestShown:
    def test_fields_and_texts_of_the_one_selected_sound(self, told: Desk) -> None:
        told.select(RAIN)
        place = told.window.selected_tags.in_file
        assert place.isVisible()
        assert words_of(place, Field.KEYWORDS) == KEYWORDS
        assert words_of(place, Field.CATID) == ["RAINMetl"]
        assert {text.field: text.whole for text in place.texts}[Field.DESCRIPTION] == LONG
        assert not told.window.selected_tags.rows(), "none of it is a tag"

    def test_nothing_for_a_file_that_says_nothing_and_for_several(self, told: Desk) -> None:
        told.select(RAIN)
        told.select(QUIET)
        assert not told.window.selected_tags.in_file.isVisible()
        told.select(RAIN)
        assert told.window.selected_tags.in_file.isVisible()
        told.select(RAIN, DOOR)
        assert not told.window.selected_tags.in_file.isVisible()

    def test_the_place_is_told_and_a_name_is_no_place_inside(self, told: Desk) -> None:
        told.select(RAIN)
        place = told.window.selected_tags.in_file
        by_field = {word.field: word for word in place.words}
        assert "Embedded in the file: Vorbis comment, its name" in by_field[Field.CATID].toolTip()
        assert by_field[Field.ARTIST].accessibleDescription().startswith("Embedded in the file: Vorbis comment.")
        told.select(DOOR)
        by_field = {word.field: word for word in place.words}
        assert "Embedded in the file's name" in by_field[Field.CATEGORY].toolTip()

    def test_a_text_cut_short_in_one_place_names_both(self, shown: InFile) -> None:
        both = Metadata((EmbeddedText(Field.NOTES, "Long st", "bext"), EmbeddedText(Field.NOTES, "Long story", "iXML")))
        shown.show_texts(both)
        (text,) = shown.texts
        assert text.whole == "Long story"
        assert "bext, iXML" in text.toolTip()

    def test_a_long_text_is_cut_short_and_told_whole(self, shown: InFile) -> None:
        shown.show_texts(metadata((Field.DESCRIPTION, LONG)))
        (text,) = shown.texts
        assert len(text.text()) < 160
        assert text.text().endswith("…")
        assert " ".join(text.toolTip().split()).startswith(LONG)
        assert LONG in text.accessibleName()

    def test_a_long_text_without_blanks_is_no_mere_dots(self, shown: InFile) -> None:
        shown.show_texts(metadata((Field.DESCRIPTION, "雨" * 500)))
        assert shown.texts[0].text().startswith("雨" * 100)

    def test_in_a_narrow_panel_words_are_shortened_and_told_whole(self, shown: InFile) -> None:
        shown.show_texts(metadata((Field.LIBRARY, "Weather at Home, Volume Two"), (Field.CATID, "RAINMetl")))
        shown.resize(150, 400)
        shown.show()
        QApplication.processEvents()
        short, long = shown.words
        assert long.fontMetrics().horizontalAdvance(long.text()) <= long.width()
        assert "…" in long.text()
        assert "Weather at Home, Volume Two" in long.toolTip()
        assert short.text() == "RAINMetl"

    def test_markup_is_shown_letter_for_letter(self, shown: InFile) -> None:
        shown.show_texts(metadata((Field.DESCRIPTION, "<b>x</b>"), (Field.KEYWORDS, "a & b")))
        assert shown.texts[0].textFormat() is Qt.TextFormat.PlainText
        assert "<b>" not in shown.texts[0].toolTip()
        assert shown.words[0].text() == "a && b"

    def test_hundreds_of_keywords_take_no_more_than_their_share(self, desk: Desk) -> None:
        panel = desk.window.selected_tags
        many = metadata(*[(Field.KEYWORDS, f"a word {n}") for n in range(300)])
        tags = [TagEntry("t", Tag(str(n), str(n), (str(n),)), 0.6, 1, 0, 0, 0, 1) for n in range(30)]
        panel.show_entries(tags, 1, "x", in_file=many)
        desk.until(lambda: 0 < panel.in_file.height() <= panel.height() * (SHARE + 0.05))
        assert len(panel.in_file.words) < 50
        with_tags = panel.in_file.height()
        panel.show_entries((), 1, "x", in_file=many)
        desk.until(lambda: panel.in_file.height() > with_tags)

    def test_the_same_texts_keep_their_widgets(self, shown: InFile) -> None:
        """The panel is read again every two seconds while sounds are heard; a selection in a text must not go."""
        shown.show_texts(metadata((Field.DESCRIPTION, "rain")))
        before = shown.texts
        shown.show_texts(metadata((Field.DESCRIPTION, "rain")))
        assert shown.texts == before

    def test_each_keyword_is_a_word_of_its_own(self, shown: InFile) -> None:
        said = metadata((Field.KEYWORDS, "bird; crow; forest"), (Field.KEYWORDS, "Crow, wind"))
        shown.show_texts(said)
        assert [word.whole for word in shown.words] == ["bird", "crow", "forest", "wind"]
        assert "Embedded in the file: iXML" in shown.words[3].toolTip()

    def test_what_earmark_wrote_is_told_from_what_others_wrote(self, shown: InFile) -> None:
        said = metadata((Field.KEYWORDS, "bird, Rain"), (Field.NOTES, "cut it"))
        shown.show_texts(said, frozenset({(Field.KEYWORDS, "rain"), (Field.NOTES, "cut it")}))
        theirs, ours = shown.words
        assert not theirs.font().italic()
        assert "Embedded in the file: iXML" in theirs.toolTip()
        assert ours.font().italic()
        assert "Written by Earmark into the file: iXML" in ours.toolTip()
        assert "Written by Earmark" in shown.texts[0].accessibleDescription()
        legend = next(label for label in shown.findChildren(PlainLabel) if label.text() == "italics: by Earmark")
        assert not legend.isHidden()
        shown.show_texts(said)
        assert legend.isHidden()
        assert not any(word.font().italic() for word in shown.words)

    def test_category_subcategory_and_catid_are_one_line(self, shown: InFile) -> None:
        shown.show_texts(metadata((Field.CATID, "RAINMetl"), (Field.SUBCATEGORY, "METAL"), (Field.CATEGORY, "RAIN")))
        assert [(word.field, word.whole) for word in shown.words] == [
            (Field.CATEGORY, "RAIN"),
            (Field.SUBCATEGORY, "METAL"),
            (Field.CATID, "RAINMetl"),
        ]
        assert len({word.parentWidget() for word in shown.words}) == 1

    def test_markers_stand_with_their_times_and_play_from_there(self, shown: InFile) -> None:
        found: list[object] = []
        shown.marker_chosen.connect(found.append)
        markers = (
            Marker(1.5, "Crow", source="cue"),
            Marker(61.0, "Door & wind", 4.0, "cue"),
            Marker(70.0, source="cue"),
        )
        shown.show_texts(Metadata((), markers))
        assert not shown.isHidden()
        texts = [word.text() for word in shown.markers]
        assert texts == ["0:01.50 Crow", "1:01.00 – 1:05.00 Door && wind", "1:10.00 Marker 3"]
        shown.markers[1].click()
        assert found == [markers[1]]
        assert "Embedded in the file: cue" in shown.markers[0].toolTip()

    def test_a_file_may_have_hundreds_of_markers(self, shown: InFile) -> None:
        shown.show_texts(Metadata((), tuple(Marker(float(n), f"m{n}", source="cue") for n in range(500))))
        assert len(shown.markers) < 50
        assert "+460" in [label.text() for label in shown.findChildren(PlainLabel)]

    @pytest.mark.parametrize("problem", FileProblem)
    def test_what_was_not_read_is_said(self, shown: InFile, problem: FileProblem) -> None:
        shown.show_texts(Metadata(problems=(problem,)))
        assert not shown.isHidden()
        assert problem_text(problem) in [label.text() for label in shown.findChildren(PlainLabel)]

    def test_nothing_is_scrolled_while_there_is_room(self, shown: InFile) -> None:
        text = "Küchentür, knarrt; MKH 8040 - nah"
        shown.show_texts(metadata((Field.DESCRIPTION, text), (Field.ARTIST, "Zoom F8"), (Field.RECORDED, "2024-05-01")))
        shown.show()
        area = shown.findChild(QScrollArea)
        assert area is not None
        for width in range(150, 300, 10):
            shown.resize(width, 400)
            shown.resize(width, shown.sizeHint().height())
            QApplication.processEvents()
            assert area.verticalScrollBar().maximum() == 0
            assert area.widget().height() == area.widget().heightForWidth(area.widget().width()), "and no gap"

    def test_texts_and_words_stand_level(self, shown: InFile) -> None:
        shown.show_texts(metadata((Field.ARTIST, "Zoom F8"), (Field.RECORDED, "2024-05-01"), (Field.NOTES, "x")))
        shown.show()
        QApplication.processEvents()
        [word] = shown.words
        texts = {text.field: text for text in shown.texts}
        recorded, notes = texts[Field.RECORDED], texts[Field.NOTES]
        side = (word.width() - word.fontMetrics().horizontalAdvance(word.text())) // 2
        assert word.mapTo(shown, word.rect().topLeft()).x() + side == (
            recorded.mapTo(shown, recorded.rect().topLeft()).x() + recorded.indent()
        )
        assert notes.indent() == recorded.indent()
        name = next(label for label in shown.findChildren(PlainLabel) if label.text() == field_name(Field.ARTIST))
        middles = [part.mapTo(shown, part.rect().center()).y() for part in (word, name)]
        assert abs(middles[0] - middles[1]) <= 1

    def test_no_half_of_a_line_is_shown_at_the_end(self, shown: InFile) -> None:
        shown.show_texts(metadata(*[(Field.KEYWORDS, f"a keyword {n}") for n in range(40)]))
        shown.show()
        for limit in range(120, 180, 7):
            shown.limit_height(limit)
            shown.resize(240, shown.sizeHint().height())
            QApplication.processEvents()
            area = shown.findChild(QScrollArea)
            assert area is not None
            end = area.viewport().height()
            inside = area.widget()
            for word in shown.words:
                top = word.mapTo(inside, word.rect().topLeft()).y()
                assert not top < end < top + word.height() - 1

    def test_it_never_makes_a_window_higher(self, shown: InFile) -> None:
        shown.show_texts(metadata(*[(field, "a word or two " * 7) for field in Field if field is not Field.MARKER]))
        assert shown.sizeHint().height() > 400
        assert shown.minimumSizeHint().height() < 60
        shown.limit_height(200)
        assert shown.sizeHint().height() <= 200


class TestMarkers:
    def test_they_are_flags_over_the_waveform_and_play(self, told: Desk, folder: Path) -> None:
        player, panel = told.window.player, told.window.selected_tags
        sound = told.earmark.library.sounds.by_path(folder / RAIN)
        assert sound is not None
        markers = (Marker(0.05, "Crow", source="cue"), Marker(0.1, "Wind", 0.1, "cue"))
        told.earmark.library.file_texts.save([(sound, Metadata((), markers))])
        told.select(RAIN)
        told.until(lambda: player.display.view.ticks.markers == markers)
        told.until(lambda: player.display.view.content is not None)
        panel.in_file.markers[1].click()
        assert player.region == (0.1, 0.2)
        player.display.view.marker_chosen.emit(markers[0])
        assert player.region is None, "which lies elsewhere"
        player.stop()
        told.select(DOOR)
        told.until(lambda: player.display.view.ticks.markers == ())


class TestCopying:
    def test_the_whole_text_even_of_one_cut_short(self, shown: InFile) -> None:
        shown.show_texts(metadata((Field.DESCRIPTION, LONG)))
        shown.show()
        text = shown.texts[0]
        QTest.keyClick(text, Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier)
        assert QGuiApplication.clipboard().text() == LONG

    def test_what_is_selected(self, shown: InFile) -> None:
        shown.show_texts(metadata((Field.DESCRIPTION, "rain and wind")))
        text = shown.texts[0]
        text.setSelection(0, 4)
        text.copy()
        assert QGuiApplication.clipboard().text() == "rain"

    def test_a_word_from_its_menu(self, shown: InFile) -> None:
        shown.show_texts(metadata((Field.CATID, "RAINMetl")))
        shown.show()
        word = shown.words[0]
        at = word.rect().center()
        event = QContextMenuEvent(QContextMenuEvent.Reason.Keyboard, at, word.mapToGlobal(at))
        QApplication.sendEvent(word, event)
        (menu,) = word.findChildren(QMenu)
        copy: QAction = menu.actions()[0]
        copy.trigger()
        menu.close()
        assert QGuiApplication.clipboard().text() == "RAINMetl"


class TestSearching:
    def test_a_click_lists_the_sounds_whose_files_say_so(self, told: Desk) -> None:
        for text in KEYWORDS:
            told.search("")
            told.until(lambda: len(told.names()) == 3)
            told.select(RAIN)
            place = told.window.selected_tags.in_file
            next(word for word in place.words if word.whole == text).click()
            told.until(lambda: not told.conversation.operations.busy and told.names() == [RAIN])
            assert told.window.search.filters[0].startswith("keywords:")

    def test_the_keyboard_reaches_every_word(self, told: Desk) -> None:
        told.select(DOOR)
        word = next(word for word in told.window.selected_tags.in_file.words if word.field is Field.CATID)
        place = told.window.selected_tags.in_file
        assert all(widget.focusPolicy() & Qt.FocusPolicy.TabFocus for widget in (*place.words, *place.texts))
        word.setFocus(Qt.FocusReason.TabFocusReason)
        QTest.keyClick(word, Qt.Key.Key_Space)
        assert told.window.search.filters == ("catid:DOORWood",)

    def test_texts_of_the_library_are_offered(self, told: Desk) -> None:
        told.until(lambda: _offered(told, "catid:") == ["DOORWood", "RAINMetl"])
        told.until(lambda: _offered(told, "category:") == ["DOORS", "RAIN"])
        assert _offered(told, "catid:rain") == ["RAINMetl"]
        told.until(lambda: _offered(told, "keywords:t") == ["tin & copper", "corrugated iron"])
        assert _offered(told, "keywords:") == ["nails", "corrugated iron", "rain", "tin & copper"]
        assert _offered(told, "description:") == [], "sentences are each sound's own"

    def test_what_is_offered_is_gathered_while_others_look_and_seldom_while_files_are_read(self, told: Desk) -> None:
        reading, completer = told.conversation.reading_files, told.window.search.completer_list
        told.until(lambda: _offered(told, "catid:") == ["DOORWood", "RAINMetl"])
        asked: list[str] = []
        completer.values_wanted.connect(asked.append)
        for timer in (reading._later, reading._meanwhile, reading._rested):
            timer.stop()
        ended = threading.Event()
        told.conversation.operations.looking.run(ended.wait, lambda _: None)
        try:
            reading.follow([])
            reading._later.timeout.emit()
            assert _offered(told, "catid:")
            assert asked == [], "what was offered a moment ago will do"
            reading._meanwhile.timeout.emit()
            assert not reading._rested.isActive()
            completer.offer("catid", [])
            told.until(lambda: _offered(told, "catid:") == ["DOORWood", "RAINMetl"])
            assert asked == ["catid"]
        finally:
            ended.set()


def _offered(desk: Desk, typed: str) -> Sequence[str]:
    search = desk.window.search
    search.forget_text()
    QTest.keyClicks(search, typed)
    names = search.completer_list.shown if search.completer_list.open else []
    search.completer_list.popup().hide()
    return names


class TestColumns:
    def test_cells_tips_and_titles(self, told: Desk) -> None:
        model, row = told.window.sounds.model, told.names().index(RAIN)
        cells = {column: model.index(row, column).data() for column in IN_FILES}
        assert cells[Column.CATID] == "RAINMetl"
        assert cells[Column.ARTIST] == "Ida Sommer"
        assert cells[Column.DESCRIPTION] == " ".join(LONG.split())
        assert cells[Column.LIBRARY] == ""
        tip = Qt.ItemDataRole.ToolTipRole
        said = model.index(row, Column.DESCRIPTION).data(tip)
        assert " ".join(said.split()) == f"{LONG} Embedded in the file: Vorbis comment"
        assert max(map(len, said.splitlines())) < 80, "a tool tip breaks no lines"
        header = [model.headerData(column, Qt.Orientation.Horizontal) for column in IN_FILES]
        assert header == [field_name(field) for field in IN_FILES.values()]

    def test_they_are_hidden_until_wanted(self, told: Desk) -> None:
        assert all(told.window.sounds.view.isColumnHidden(column) for column in IN_FILES)

    def test_each_sorts_with_the_sounds_that_say_nothing_last(self, told: Desk) -> None:
        model = told.window.sounds.model
        for column, descending in product(IN_FILES, (False, True)):
            told.window.sounds.view.horizontalHeader().sectionClicked.emit(column)
            told.until(lambda: not told.conversation.operations.busy)
            cells = [model.index(row, column).data() for row in range(model.rowCount())]
            said = [cell.casefold() for cell in cells if cell]
            assert said == sorted(said, reverse=descending)
            assert cells == [cell for cell in cells if cell] + [""] * (len(cells) - len(said))
            assert column in SORT_COLUMNS


class TestFresh:
    def test_what_is_read_in_the_background_is_shown_by_itself(self, open_desk: OpenDesk, folder: Path) -> None:
        desk = open_desk()
        desk.conversation.operations.add_folders([folder])
        desk.until(lambda: DOOR in desk.names())
        desk.select(DOOR)
        desk.until(lambda: desk.window.selected_tags.in_file.isVisible())
        row = desk.names().index(DOOR)
        desk.until(lambda: desk.window.sounds.model.index(row, Column.CATID).data() == "DOORWood")

    def test_an_answer_that_depends_on_it_is_asked_again(self, desk: Desk) -> None:
        desk.search("catid:door")
        assert Question("catid:door").reads_files
        assert Question("rain", column=Column.ARTIST).reads_files
        assert not Question("rain").reads_files
        desk.bridge.notify(FileTextsRead((1, 2)))
        desk.until(lambda: desk.names() == [DOOR])

    def test_events_are_gathered(self, qtbot: QtBot) -> None:
        bridge = IndexerBridge()
        found: list[tuple[int, ...]] = []
        bridge.file_texts_read.connect(found.append)
        for ids in ((1, 2), (2, 3)):
            bridge.notify(FileTextsRead(ids))
        bridge.deliver()
        assert found == [(1, 2, 3)]


def test_the_panel_forgets_what_it_showed(qtbot: QtBot) -> None:
    panel = TagPanel()
    qtbot.addWidget(panel)
    panel.show_entries((), 1, "a", in_file=metadata((Field.CATID, "RAINMetl")))
    assert not panel.in_file.isHidden()
    panel.show_entries((), 0, "")
    assert panel.in_file.isHidden()
