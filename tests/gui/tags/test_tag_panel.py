"""The tags of the selection: who gave them is visible, and each can be accepted, rejected, taken back or added."""

from collections.abc import Sequence

import pytest
from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtGui import QAction, QColor, QImage, QKeySequence, QPainter
from PySide6.QtWidgets import QLineEdit, QToolButton, QWidget
from pytestqt.qtbot import QtBot

from desktop_app.core.scoring import ScoredTag
from desktop_app.core.tag import Tag
from desktop_app.core.verdict import Judgement
from desktop_app.engine.tagging.applied_tags import TagInCommon
from desktop_app.gui import theme
from desktop_app.gui.panels.tags.tag_chips import chip_colours, paint_chip
from desktop_app.gui.panels.tags.tag_panel import TagPanel
from desktop_app.gui.panels.tags.tag_row import TagRow
from desktop_app.gui.selected_tags import Standing, TagEntry, entries_of
from desktop_app.gui.theme import LEAST_CONTRAST, ThemeChoice, ThemeSwitch, contrast

RAIN, DOOR = ("everyday", "rain"), ("everyday", "door")


def entry(
    name: str,
    *,
    automatic: int = 0,
    accepted: int = 0,
    added: int = 0,
    rejected: int = 0,
    sounds: int = 1,
    score: float = 0.6,
    vocabulary: str = "everyday",
    learned_from: int = 0,
) -> TagEntry:
    tag = Tag(name.casefold(), name, (name,), threshold=0.55)
    return TagEntry(vocabulary, tag, score, automatic, accepted, added, rejected, sounds, learned_from)


def found(name: str, score: float = 0.6, **counts: int) -> TagInCommon:
    zero = {"automatic": 0, "accepted": 0, "added": 0, "rejected": 0}
    return TagInCommon(ScoredTag("everyday", Tag(name, name, (name,))), score, **(zero | counts))


def names(entries: Sequence[TagEntry]) -> list[str]:
    return [shown.name for shown in entries]


def test_a_person_s_tags_stand_first_and_rejected_ones_last() -> None:
    shown = entries_of(
        [
            found("no", rejected=1),
            found("weak", score=0.55, automatic=2),
            found("strong", score=0.9, automatic=2),
            found("few", score=0.95, automatic=1),
            found("mine", score=0.1, added=1),
        ],
        3,
    )
    assert names(shown) == ["mine", "strong", "weak", "few", "no"]


@pytest.mark.parametrize(
    ("shown", "standing"),
    [
        (entry("rain", automatic=1), Standing.AUTOMATIC),
        (entry("rain", accepted=1), Standing.ACCEPTED),
        (entry("rain", added=1), Standing.PERSON),
        (entry("rain", rejected=1), Standing.REJECTED),
        (entry("rain"), Standing.NONE),
        (entry("rain", automatic=1, accepted=5, added=2, sounds=8), Standing.AUTOMATIC),
        (entry("rain", accepted=1, added=2, rejected=3, sounds=8), Standing.ACCEPTED),
    ],
)
def test_one_automatic_among_many_still_waits_for_a_word(shown: TagEntry, standing: Standing) -> None:
    assert shown.standing is standing


def test_what_tags_learned_from_is_told_of_each_and_stays_when_nobody_has_one_any_more() -> None:
    rain, wind = entries_of([found("rain", automatic=1), found("wind", automatic=1)], 1, {RAIN: 14})
    assert (rain.learned_from, wind.learned_from) == (14, 0)
    assert rain.emptied().learned_from == 14


@pytest.fixture
def panel(qtbot: QtBot) -> TagPanel:
    panel = TagPanel()
    qtbot.addWidget(panel)
    panel.show_tags_to_add([("rain", RAIN), ("Door", DOOR)], {"everyday": "Everyday sounds"})
    panel.resize(260, 400)
    panel.show()
    return panel


@pytest.fixture
def said(panel: TagPanel) -> list[tuple[object, object]]:
    said: list[tuple[object, object]] = []
    panel.judged.connect(lambda key, judgement: said.append((key, judgement)))
    return said


def buttons(row: TagRow) -> dict[str, QToolButton]:
    return {button.accessibleName(): button for button in row.findChildren(QToolButton)}


def test_an_automatic_tag_can_be_accepted_or_rejected(panel: TagPanel, said: list[object]) -> None:
    panel.show_entries([entry("rain", automatic=1)], 1, "a.wav")
    row = buttons(panel.rows()[0])
    assert list(row) == ["Accept rain", "Reject rain"]
    row["Accept rain"].click()
    row["Reject rain"].click()
    assert said == [(RAIN, Judgement.ADDED), (RAIN, Judgement.REJECTED)]


def test_what_was_said_can_be_taken_back_or_turned_round(panel: TagPanel, said: list[object]) -> None:
    panel.show_entries([entry("rain", accepted=1), entry("door", rejected=1)], 1, "a.wav")
    accepted, rejected = (buttons(row) for row in panel.rows())
    assert list(accepted) == ["Take back what was said about rain", "Reject rain"]
    assert list(rejected) == ["Accept door", "Take back what was said about door"]
    accepted["Take back what was said about rain"].click()
    rejected["Take back what was said about door"].click()
    rejected["Accept door"].click()
    assert said == [(RAIN, None), (DOOR, None), (DOOR, Judgement.ADDED)]


def test_a_tag_of_some_sounds_can_be_given_to_all_of_them(panel: TagPanel) -> None:
    panel.show_entries([entry("rain", added=2, sounds=5)], 5, "")
    assert "Accept rain" in buttons(panel.rows()[0])
    panel.show_entries([entry("rain", added=5, sounds=5)], 5, "")
    assert "Accept rain" not in buttons(panel.rows()[0])


@pytest.mark.parametrize(
    ("shown", "text", "tip"),
    [
        (entry("rain", automatic=1), "likely", "The network gave this tag."),
        (entry("rain", automatic=1, score=0.9), "strong", "Score 0.90 (strong); the tag applies from 0.55 on."),
        (entry("rain", accepted=1), "accepted", "you accepted it"),
        (entry("rain", added=1, score=0.2), "added by you", "Score 0.20 (weak)"),
        (entry("rain", rejected=1), "rejected", "You rejected this tag."),
        (entry("rain"), "taken back", "took your word back"),
        (entry("rain", automatic=3, sounds=12), "3 of 12", "automatic: 3"),
        (
            entry("rain", automatic=1200, accepted=3, added=2, rejected=4, sounds=4000),
            "1,205 of 4,000",
            "added by you: 2, accepted: 3, automatic: 1,200, rejected: 4",
        ),
        (entry("rain", rejected=4, sounds=12), "4 of 12", "rejected: 4"),
        (entry("rain", automatic=1, learned_from=14), "likely", "\nLearned from 14 of your decisions."),
        (entry("rain", automatic=1, learned_from=1), "likely", "\nLearned from 1 of your decisions."),
    ],
)
def test_where_a_tag_comes_from_is_said_in_words_and_its_score_in_the_tool_tip(
    panel: TagPanel, shown: TagEntry, text: str, tip: str
) -> None:
    panel.show_entries([shown], shown.sounds, "a.wav")
    assert panel.rows()[0].text == text
    assert tip in panel.rows()[0].tip


def picture_of(standing: Standing) -> QImage:
    """A chip in one colour, whatever the theme: only what is not colour can differ."""
    image = QImage(90, 20, QImage.Format.Format_ARGB32)
    image.fill(Qt.GlobalColor.transparent)
    painter = QPainter(image)
    paint_chip(painter, QRect(QPoint(0, 0), image.size()), entry("rain").chip, standing)
    painter.end()
    return image.convertToFormat(QImage.Format.Format_Alpha8)


def test_no_two_kinds_of_tags_look_alike_even_without_colour(qapp: object) -> None:
    pictures = {standing: picture_of(standing) for standing in Standing}
    for one in Standing:
        for other in Standing:
            assert (pictures[one] == pictures[other]) is (one is other), (one, other)


@pytest.mark.parametrize("choice", [ThemeChoice.DARK, ThemeChoice.LIGHT])
@pytest.mark.parametrize("standing", list(Standing))
def test_every_kind_of_chip_can_be_read(theme_switch: ThemeSwitch, choice: ThemeChoice, standing: Standing) -> None:
    theme_switch.choose(choice)
    colours = chip_colours(entry("rain").chip, standing)
    assert contrast(colours.text, colours.fill) >= LEAST_CONTRAST
    assert contrast(colours.text, QColor(theme.current().sidebar)) >= 3, "lines and marks, WCAG 2.2 1.4.11"


def test_the_first_nine_tags_have_a_number_and_a_key(panel: TagPanel, said: list[object]) -> None:
    panel.show_entries([entry(f"tag {n}", automatic=1) for n in range(1, 12)], 1, "a.wav")
    assert [row.number for row in panel.rows()] == [*"123456789", "", ""]
    panel.say_next_word(9)
    panel.say_next_word(12)
    assert said == [(("everyday", "tag 9"), Judgement.ADDED)]


def test_a_number_goes_round_what_can_be_said() -> None:
    assert entry("rain", automatic=1).next_word is Judgement.ADDED
    assert entry("rain", accepted=1).next_word is Judgement.REJECTED
    assert entry("rain", rejected=1).next_word is None, "and then it is automatic again"
    assert entry("rain", added=1).next_word is None
    assert entry("rain").next_word is Judgement.ADDED
    assert entry("rain", automatic=1, accepted=4, rejected=2, sounds=9).next_word is Judgement.ADDED, "mixed: for all"


@pytest.mark.qt_log_ignore("grabbing the keyboard", extend=True)  # the list of completions wants to, offscreen cannot
def test_the_vocabulary_is_named_where_two_tags_have_one_name(panel: TagPanel, qtbot: QtBot) -> None:
    other = ("music", "rain")
    panel.show_tags_to_add(
        [("Rain", RAIN), ("rain", other), ("Door", DOOR)], {"everyday": "Everyday", "music": "Music"}
    )
    panel.show_entries(
        [entry("Rain", automatic=1), entry("rain", automatic=1, vocabulary="music"), entry("Door", added=1)], 1, "a.wav"
    )
    assert [row.text for row in panel.rows()] == ["Everyday · likely", "Music · likely", "added by you"]
    completer = field(panel).completer()
    completer.setCompletionPrefix("rain")
    offered = [completer.completionModel().index(row, 0).data() for row in range(completer.completionCount())]
    assert offered == ["Rain (Everyday)", "rain (Music)"]
    for typed, key in (("rain (music)", other), ("RAIN", RAIN)):
        qtbot.keyClicks(field(panel), typed)
        with qtbot.waitSignal(panel.judged) as judged:
            qtbot.keyClick(field(panel), Qt.Key.Key_Return)
        assert judged.args == [key, Judgement.ADDED]


@pytest.mark.qt_log_ignore("grabbing the keyboard", extend=True)
def test_a_tag_is_added_by_its_other_names_too_and_a_name_counts_first(panel: TagPanel, qtbot: QtBot) -> None:
    aliases = [("Regen", RAIN), ("door", RAIN), ("Regen", DOOR)]
    panel.show_tags_to_add([("rain", RAIN), ("Door", DOOR)], {"everyday": "Everyday sounds"}, aliases)
    panel.show_entries([], 2, "")
    panel.take_focus()
    for typed, key in (("regen", RAIN), ("door", DOOR)):
        qtbot.keyClicks(field(panel), typed)
        with qtbot.waitSignal(panel.judged) as judged:
            qtbot.keyClick(field(panel), Qt.Key.Key_Return)
        assert judged.args == [key, Judgement.ADDED]


def field(panel: TagPanel) -> QLineEdit:
    return panel.findChild(QLineEdit)


def test_a_tag_is_added_by_typing_its_name_in_any_case(panel: TagPanel, qtbot: QtBot) -> None:
    panel.show_entries([], 2, "")
    panel.take_focus()
    qtbot.keyClicks(field(panel), " DOOR ")
    with qtbot.waitSignal(panel.judged) as judged:
        qtbot.keyClick(field(panel), Qt.Key.Key_Return)
    assert judged.args == [DOOR, Judgement.ADDED]
    assert field(panel).text() == ""


def test_a_tag_that_nobody_knows_is_asked_about_and_not_lost(panel: TagPanel, qtbot: QtBot, said: list[object]) -> None:
    panel.show_entries([], 1, "a.wav")
    qtbot.keyClicks(field(panel), "glockenspiel ")
    with qtbot.waitSignal(panel.new_tag_typed) as typed:
        qtbot.keyClick(field(panel), Qt.Key.Key_Return)
    assert typed.args == ["glockenspiel"]
    assert said == []
    assert field(panel).text() == "glockenspiel "


def test_completion_finds_parts_of_names(panel: TagPanel) -> None:
    completer = field(panel).completer()
    completer.setCompletionPrefix("oo")
    assert completer.completionCount() == 1
    assert completer.currentCompletion() == "Door"


def test_without_a_selection_it_says_what_to_do(panel: TagPanel) -> None:
    panel.show_entries([entry("rain", automatic=1)], 1, "a.wav")
    panel.show_entries([], 0, "")
    assert panel.rows() == []
    assert panel.hint == "Select a sound to see its tags."
    assert not field(panel).isEnabled()
    panel.show_entries([], 1, "a.wav")
    assert panel.hint.startswith("No tags yet: press T")
    assert field(panel).isEnabled()


def test_a_long_name_leaves_room_for_the_buttons(panel: TagPanel) -> None:
    panel.resize(220, 300)
    long = "a tag with a name that is much longer than the panel is wide"
    panel.show_entries([entry(long, automatic=1)], 1, "a.wav")
    panel.layout().activate()
    row = panel.rows()[0]
    row.layout().activate()
    assert all(row.rect().contains(button.geometry()) for button in buttons(row).values())


def test_the_end_of_a_long_file_name_is_seen(panel: TagPanel) -> None:
    panel.resize(220, 300)
    pictures = []
    for take in (1, 2):
        panel.show_entries([], 1, f"{'a long name of a recording ' * 4}{take}.wav")
        panel.layout().activate()
        pictures.append(panel.grab().toImage())
    assert pictures[0] != pictures[1]


def test_where_a_tag_comes_from_leaves_the_chip_whole(panel: TagPanel, qtbot: QtBot) -> None:
    panel.resize(200, 300)
    panel.show_entries([entry("footsteps", added=1)], 1, "a.wav")
    row = panel.rows()[0]
    qtbot.waitUntil(lambda: row.width() == 200, timeout=60_000)
    chip = next(child for child in row.findChildren(QWidget) if child.accessibleName() == "footsteps")
    assert chip.width() == chip.sizeHint().width()
    assert all(row.rect().contains(button.geometry()) for button in buttons(row).values())


def test_rows_do_not_move_under_the_hands_of_a_person_who_judges(panel: TagPanel) -> None:
    panel.show_entries([entry("rain", automatic=1), entry("door", added=1), entry("metal", automatic=1)], 1, "a.wav")
    before = panel.rows()
    places = [button.geometry() for button in before[1].findChildren(QToolButton)]
    after = [entry("glass", added=1), entry("metal", accepted=1), entry("rain", rejected=1)]
    panel.show_entries(after, 1, "a.wav", keep_order=True)
    assert [row.entry.name for row in panel.rows()] == ["rain", "door", "metal", "glass"]
    assert panel.rows()[:3] == before, "the very widgets that the mouse and the keyboard are on"
    assert [button.geometry() for button in before[1].findChildren(QToolButton)] == places
    assert panel.rows()[1].text == "taken back", "and can be given again"
    panel.show_entries(after, 1, "b.wav")
    assert [row.entry.name for row in panel.rows()] == ["glass", "metal", "rain"]


@pytest.mark.qt_log_ignore("grabbing the keyboard", extend=True)  # the list of completions wants to, offscreen cannot
def test_keys_that_undo_are_left_to_the_window_while_nothing_was_typed(panel: TagPanel, qtbot: QtBot) -> None:
    undone: list[str] = []
    action = QAction("Undo", panel)
    action.setShortcut(QKeySequence("Ctrl+Z"))
    action.triggered.connect(lambda: undone.append("step"))
    panel.addAction(action)
    panel.show_entries([], 1, "a.wav")
    panel.activateWindow()
    panel.take_focus()
    qtbot.waitUntil(field(panel).hasFocus, timeout=60_000)
    qtbot.keyClicks(field(panel), "zither")
    control_z = (Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    qtbot.keyClick(field(panel), *control_z)
    assert (field(panel).text(), undone) == ("", []), "the line has an undo of its own"
    qtbot.keyClick(field(panel), *control_z)
    assert undone == ["step"]
    qtbot.keyClicks(field(panel), "Door")
    qtbot.keyClick(field(panel), Qt.Key.Key_Return)
    qtbot.keyClick(field(panel), *control_z)
    assert (field(panel).text(), undone) == ("", ["step", "step"]), "after a tag was added, it is what is undone"
