"""The tags of the selection: who gave them is visible, and each can be accepted, rejected, taken back or added."""

from collections.abc import Mapping, Sequence

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLineEdit, QToolButton, QWidget
from pytestqt.qtbot import QtBot

from desktop_app.core.scoring import AppliedTag, ScoredTag, TagSource
from desktop_app.core.tag import Tag
from desktop_app.core.verdict import Judgement
from desktop_app.engine.tagger import TagScore
from desktop_app.gui.panels.tag_panel import TagPanel, TagRow, origin_text
from desktop_app.gui.selected_tags import MOST_SOUNDS, TagEntry, band, entries_of
from tests.gui.stand_ins import tag


class TagsByHand:
    """Tags of sounds, written down; rejected ones apart."""

    def __init__(self, tags: Mapping[int, Sequence[AppliedTag]], rejected: Sequence[str] = ()) -> None:
        self._tags = tags
        self._rejected = rejected
        self.asked = 0

    def tags_of(self, sound_ids: Sequence[int]) -> dict[int, tuple[AppliedTag, ...]]:
        self.asked = len(sound_ids)
        return {n: tuple(self._tags.get(n, ())) for n in sound_ids}

    def all_scores(self, sound_id: int) -> tuple[TagScore, ...]:
        return tuple(
            TagScore(ScoredTag("everyday", Tag(name, name, (name,))), 0.6, False, Judgement.REJECTED)
            for name in self._rejected
        )


def summary(entries: Sequence[TagEntry]) -> list[tuple[str, TagSource, int, bool]]:
    return [(entry.name, entry.source, entry.count, entry.rejected) for entry in entries]


def test_one_sound_lists_a_persons_tags_first_and_rejected_ones_last() -> None:
    tags = TagsByHand({1: [tag("rain", score=0.9), tag("door", TagSource.PERSON, score=0.1)]}, rejected=["metal"])
    assert summary(entries_of(tags, [1])) == [
        ("door", TagSource.PERSON, 1, False),
        ("rain", TagSource.AUTOMATIC, 1, False),
        ("metal", TagSource.AUTOMATIC, 0, True),
    ]


def test_many_sounds_share_one_entry_a_tag() -> None:
    accepted = tag("rain", TagSource.ACCEPTED, score=0.6)
    tags = TagsByHand({1: [tag("rain", score=0.8)], 2: [accepted], 3: [tag("door", TagSource.PERSON)]}, ["metal"])
    entries = entries_of(tags, [1, 2, 3])
    assert summary(entries) == [
        ("door", TagSource.PERSON, 1, False),
        ("rain", TagSource.AUTOMATIC, 2, False),
    ], "a tag that was not accepted for each of its sounds still waits for a word"
    assert entries[1].score == pytest.approx(0.7)


def test_a_selection_of_the_whole_library_looks_at_a_part_of_it() -> None:
    tags = TagsByHand({})
    entries_of(tags, range(100_000))
    assert tags.asked == MOST_SOUNDS


@pytest.mark.parametrize(("score", "word"), [(0.95, "strong"), (0.6, "likely"), (0.5, "likely"), (0.2, "weak")])
def test_scores_are_words(score: float, word: str) -> None:
    assert band(score) == word


RAIN, DOOR = ("everyday", "rain"), ("everyday", "door")


def entry(name: str, source: TagSource = TagSource.AUTOMATIC, *, rejected: bool = False, count: int = 1) -> TagEntry:
    return TagEntry(("everyday", name), name, None, None, source, rejected, 0.6, count)


@pytest.fixture
def panel(qtbot: QtBot) -> TagPanel:
    panel = TagPanel()
    qtbot.addWidget(panel)
    panel.show_tags_to_add([("rain", RAIN), ("Door", DOOR)])
    panel.resize(260, 400)
    panel.show()
    return panel


def buttons(row: TagRow) -> dict[str, QToolButton]:
    return {button.accessibleName(): button for button in row.findChildren(QToolButton)}


def test_an_automatic_tag_can_be_accepted_or_rejected(panel: TagPanel) -> None:
    panel.show_entries([entry("rain")], 1, "a.wav")
    said: list[tuple[object, object]] = []
    panel.judged.connect(lambda key, judgement: said.append((key, judgement)))
    row = buttons(panel.rows()[0])
    assert list(row) == ["Accept rain", "Reject rain"]
    row["Accept rain"].click()
    row["Reject rain"].click()
    assert said == [(RAIN, Judgement.ADDED), (RAIN, Judgement.REJECTED)]


def test_what_was_said_can_be_taken_back(panel: TagPanel) -> None:
    panel.show_entries([entry("rain", TagSource.ACCEPTED), entry("door", rejected=True)], 1, "a.wav")
    said: list[tuple[object, object]] = []
    panel.judged.connect(lambda key, judgement: said.append((key, judgement)))
    accepted, rejected = (buttons(row) for row in panel.rows())
    assert "Accept rain" not in accepted
    assert list(rejected) == ["Take back what was said about door"]
    accepted["Take back what was said about rain"].click()
    rejected["Take back what was said about door"].click()
    assert said == [(RAIN, None), (DOOR, None)]


def test_a_tag_of_some_sounds_can_be_given_to_all_of_them(panel: TagPanel) -> None:
    panel.show_entries([entry("rain", TagSource.PERSON, count=2)], 5, "")
    assert "Accept rain" in buttons(panel.rows()[0])
    panel.show_entries([entry("rain", TagSource.PERSON, count=5)], 5, "")
    assert "Accept rain" not in buttons(panel.rows()[0])


@pytest.mark.parametrize(
    ("shown", "sounds", "text"),
    [
        (entry("rain"), 1, "likely"),
        (entry("rain", TagSource.ACCEPTED), 1, "accepted"),
        (entry("rain", TagSource.PERSON), 1, "added by you"),
        (entry("rain", rejected=True), 1, "rejected"),
        (entry("rain", count=12), 40, "12 of 40"),
    ],
)
def test_where_a_tag_comes_from_is_said(shown: TagEntry, sounds: int, text: str) -> None:
    assert origin_text(shown, sounds) == text


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


def test_a_tag_that_nobody_knows_is_explained_and_not_lost(panel: TagPanel, qtbot: QtBot) -> None:
    panel.show_entries([], 1, "a.wav")
    said: list[object] = []
    panel.judged.connect(lambda *args: said.append(args))
    qtbot.keyClicks(field(panel), "glockenspiel")
    qtbot.keyClick(field(panel), Qt.Key.Key_Return)
    assert said == []
    assert "glockenspiel" in panel.hint
    assert "vocabulary editor" in panel.hint
    assert field(panel).text() == "glockenspiel"


def test_completion_finds_parts_of_names(panel: TagPanel) -> None:
    completer = field(panel).completer()
    completer.setCompletionPrefix("oo")
    assert completer.completionCount() == 1
    assert completer.currentCompletion() == "Door"


def test_without_a_selection_it_says_what_to_do(panel: TagPanel) -> None:
    panel.show_entries([entry("rain")], 1, "a.wav")
    panel.show_entries([], 0, "")
    assert panel.rows() == []
    assert panel.hint == "Select a sound to see its tags."
    assert not field(panel).isEnabled()
    panel.show_entries([], 1, "a.wav")
    assert panel.hint == "No tags yet."
    assert field(panel).isEnabled()


def test_a_long_name_leaves_room_for_the_buttons(panel: TagPanel) -> None:
    panel.resize(220, 300)
    panel.show_entries([entry("a tag with a name that is much longer than the panel is wide")], 1, "a.wav")
    panel.layout().activate()
    row = panel.rows()[0]
    row.layout().activate()
    assert all(row.rect().contains(button.geometry()) for button in buttons(row).values())


def test_tags_keep_their_places_while_they_are_judged(panel: TagPanel) -> None:
    panel.show_entries([entry("rain"), entry("door"), entry("metal")], 1, "a.wav")
    after = [entry("glass", TagSource.PERSON), entry("metal", TagSource.ACCEPTED), entry("door")]
    panel.show_entries([*after, entry("rain", rejected=True)], 1, "a.wav", keep_order=True)
    assert [row.entry.name for row in panel.rows()] == ["rain", "door", "metal", "glass"]
    panel.show_entries(after, 1, "b.wav")
    assert [row.entry.name for row in panel.rows()] == ["glass", "metal", "door"]


def test_where_a_tag_comes_from_leaves_the_chip_whole(panel: TagPanel, qtbot: QtBot) -> None:
    panel.resize(200, 300)
    panel.show_entries([entry("footsteps", TagSource.PERSON)], 1, "a.wav")
    row = panel.rows()[0]
    qtbot.waitUntil(lambda: row.width() == 200, timeout=60_000)
    chip = next(child for child in row.findChildren(QWidget) if child.accessibleName() == "footsteps")
    assert chip.width() == chip.sizeHint().width()
    assert all(row.rect().contains(button.geometry()) for button in buttons(row).values())
