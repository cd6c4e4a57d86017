"""A review goes through the sounds near a tag's threshold; every word is kept at once and can be taken back."""

from collections.abc import Callable

import numpy as np
import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QAbstractButton, QApplication, QLabel
from pytestqt.qtbot import QtBot

from desktop_app.core.verdict import Judgement
from desktop_app.engine.tagging.review import TagScores
from desktop_app.gui.models.sound_cells import Column
from desktop_app.gui.panels.review.review_page import ReviewPage
from desktop_app.gui.panels.sounds.sound_delegates import ROW_HEIGHT
from desktop_app.gui.review_progress import ReviewProgress
from tests.gui.desk import Desk
from tests.gui.stand_ins import HandMadeRows

RAIN = ("test", "rain")
SCORES = (0.95, 0.8, 0.6, 0.52, 0.45, 0.3, 0.02)
"""Of the sounds 10 to 16; the nearest to 0.5 are 13, 14, 12."""


def scores(*, accepted: tuple[int, ...] = (), rejected: tuple[int, ...] = ()) -> TagScores:
    ids = np.arange(10, 10 + len(SCORES))
    yes, no = np.isin(ids, accepted), np.isin(ids, rejected)
    return TagScores(ids, np.array(SCORES, dtype=np.float32), yes, no, np.ones(len(ids), dtype=np.int64), 0)


def progress(**said: tuple[int, ...]) -> ReviewProgress:
    return ReviewProgress(RAIN, "Rain", scores(**said), 0.5)


class TestProgress:
    def test_the_nearest_sound_is_asked_about_and_what_was_judged_is_left_out(self) -> None:
        assert progress().current == 13
        assert progress(accepted=(13,), rejected=(14,)).current == 12
        everything = progress(accepted=tuple(range(10, 17)))
        assert (everything.current, everything.left, everything.decided) == (None, 0, (0, 0))

    def test_words_are_counted_and_lead_to_the_next_sound(self) -> None:
        review = progress(rejected=(16,))
        assert (review.left, review.decided) == (6, (0, 0))
        assert [review.decide(accepted=True), review.decide(accepted=False), review.decide(accepted=True)] == [
            13,
            14,
            12,
        ]
        assert (review.left, review.decided, review.current) == (3, (2, 1), 15)

    def test_an_answer_of_the_library_that_is_older_than_the_last_word_does_not_undo_it(self) -> None:
        review = progress()
        review.decide(accepted=True)
        review.decide(accepted=False)
        review.settle(13)
        review.take_in(scores(accepted=(13,)), 0.5)
        assert (review.decided, review.current) == ((1, 1), 12)
        review.settle(14)
        review.take_in(scores(accepted=(13,), rejected=(14,)), 0.5)
        assert (review.decided, review.current) == ((1, 1), 12)

    def test_what_was_taken_back_is_asked_about_again(self) -> None:
        review = progress()
        for sound_id in (review.decide(accepted=True), review.decide(accepted=True)):
            review.settle(sound_id or 0)
        review.take_in(scores(accepted=(13,)), 0.5)
        assert (review.current, review.decided, review.can_take_back) == (14, (1, 0), True)
        review.take_in(scores(), 0.5)
        assert (review.current, review.can_take_back) == (13, False)

    def test_a_word_that_did_not_reach_the_library_is_asked_for_again(self) -> None:
        review = progress()
        review.decide(accepted=True)
        review.give_up()
        review.take_in(scores(), 0.5)
        assert (review.current, review.decided) == (13, (0, 0))

    def test_skipped_sounds_stay_to_be_judged_and_can_be_gone_back_to(self) -> None:
        review = progress()
        review.skip()
        review.skip()
        assert (review.current, review.left) == (12, 7)
        review.go_back()
        assert review.current == 14
        review.decide(accepted=True)
        assert review.current == 12
        while review.current is not None:
            review.skip()
        assert (review.all_skipped, review.left) == (True, 6)
        review.go_back()
        assert review.current is not None

    def test_any_sound_can_be_chosen_and_judged_anew(self) -> None:
        review = progress(rejected=(10,))
        review.choose(10)
        assert review.decide(accepted=True) == 10
        assert review.scores.accepted[0]
        assert review.current == 13

    def test_a_moved_line_asks_about_what_is_near_it_and_follows_the_vocabulary_until_it_was_moved(self) -> None:
        review = progress()
        review.take_in(scores(), 0.6)
        assert (review.line, review.saved) == (0.6, 0.6)
        review.move_line(0.9)
        review.take_in(scores(), 0.55)
        assert (review.line, review.saved) == (0.9, 0.55)
        review.decide(accepted=False)
        assert review.current == 10


@pytest.fixture
def page(qtbot: QtBot) -> ReviewPage:
    page = ReviewPage(HandMadeRows())
    qtbot.addWidget(page)
    page.resize(900, 600)
    page.show_tags([("Rain", RAIN), ("Wind", ("test", "wind"))], RAIN)
    page.show()
    page.show_progress(progress())
    page.activateWindow()
    page.setFocus()
    qtbot.waitUntil(page.hasFocus, timeout=60_000)
    return page


def press(qtbot: QtBot, page: ReviewPage, *keys: Qt.Key) -> None:
    for key in keys:
        qtbot.keyClick(QApplication.focusWidget() or page, key)


def test_keys_say_yes_and_no_skip_and_ask_to_hear_it_again(page: ReviewPage, qtbot: QtBot) -> None:
    heard: list[object] = []
    page.judged.connect(lambda sound_id, accepted: heard.append((sound_id, accepted)))
    page.current_changed.connect(heard.append)
    page.replay_chosen.connect(lambda: heard.append("again"))
    page.take_back_chosen.connect(lambda: heard.append("back"))
    press(qtbot, page, Qt.Key.Key_J, Qt.Key.Key_Space, Qt.Key.Key_K, Qt.Key.Key_Right, Qt.Key.Key_Left)
    press(qtbot, page, Qt.Key.Key_Backspace)
    assert heard == [14, (13, True), "again", 12, (14, False), 15, 12, "back"]
    assert page.counter.startswith("5 sounds left")
    assert page.counter.endswith("1 accepted, 1 rejected")
    assert page.list.selected_ids().tolist() == [12]


def test_there_is_nothing_to_take_back_before_the_first_word(page: ReviewPage, qtbot: QtBot) -> None:
    said: list[str] = []
    page.take_back_chosen.connect(lambda: said.append("back"))
    press(qtbot, page, Qt.Key.Key_Backspace)
    assert said == []


def test_when_nothing_is_left_it_says_so_and_keys_do_nothing(page: ReviewPage, qtbot: QtBot) -> None:
    said: list[object] = []
    page.show_progress(progress(accepted=tuple(range(10, 17))))
    page.judged.connect(lambda *word: said.append(word))
    press(qtbot, page, Qt.Key.Key_J, Qt.Key.Key_K, Qt.Key.Key_Space)
    assert said == []
    assert "Nothing is left" in page.counter


def test_the_line_lies_between_the_rows_that_it_parts_and_moves_with_the_mouse(page: ReviewPage, qtbot: QtBot) -> None:
    line = page.list
    assert line.rows.sound_ids.tolist() == list(range(10, 17)), "best first"
    assert line.line_y == 4 * ROW_HEIGHT
    view = line.viewport()
    qtbot.mousePress(view, Qt.MouseButton.LeftButton, pos=QPoint(50, 4 * ROW_HEIGHT + 2))
    qtbot.mouseMove(view, QPoint(50, 2 * ROW_HEIGHT + 5))
    qtbot.mouseRelease(view, Qt.MouseButton.LeftButton, pos=QPoint(50, 2 * ROW_HEIGHT + 5))
    assert page.progress is not None
    assert page.progress.line == pytest.approx(0.7, abs=0.001), "half-way between the two"
    assert line.line_y == 2 * ROW_HEIGHT
    assert page.list.selected_ids().tolist() == [13], "taking hold of the line is not choosing a sound"
    for y, lowest, highest in ((-500, 0.95, 0.99), (5_000, 0.01, 0.02)):
        qtbot.mousePress(view, Qt.MouseButton.LeftButton, pos=QPoint(50, line.line_y))
        qtbot.mouseMove(view, QPoint(50, y))
        qtbot.mouseRelease(view, Qt.MouseButton.LeftButton, pos=QPoint(50, y))
        assert lowest <= page.progress.line <= highest


def test_it_says_from_how_many_decisions_the_tag_has_learned(page: ReviewPage) -> None:
    assert "learned" not in page.counter
    page.show_progress(ReviewProgress(RAIN, "Rain", scores(), 0.5, learned_from=14))
    assert page.counter.endswith("0 rejected   ·   learned from 14 of your decisions")


def test_moving_the_line_says_at_once_how_many_sounds_would_have_the_tag(page: ReviewPage, qtbot: QtBot) -> None:
    assert page.progress is not None
    assert page.count.startswith("From 0.5 on: 4 sound")
    assert not page.actions_.apply.isEnabled()
    strip = page.strip
    qtbot.mousePress(strip, Qt.MouseButton.LeftButton, pos=QPoint(round(strip.x_of(0.2)), 20))
    assert page.progress.line == pytest.approx(0.2, abs=0.01)
    assert page.count.startswith("From 0.2 on: 6 sound")
    assert page.count.endswith("from 0.5 on, as now: 4.")
    qtbot.mouseMove(strip, QPoint(round(strip.x_of(0.9)), 20))
    qtbot.mouseRelease(strip, Qt.MouseButton.LeftButton)
    assert page.progress.line == pytest.approx(0.9, abs=0.01)
    chosen: list[float] = []
    page.threshold_chosen.connect(chosen.append)
    page.actions_.apply.trigger()
    assert chosen == [page.progress.line]


def test_keys_move_the_line_from_the_page_and_from_the_strip(page: ReviewPage, qtbot: QtBot) -> None:
    assert page.progress is not None
    press(qtbot, page, Qt.Key.Key_Plus, Qt.Key.Key_Plus, Qt.Key.Key_Minus)
    assert page.progress.line == pytest.approx(0.51)
    page.strip.setFocus()
    press(qtbot, page, Qt.Key.Key_Right, Qt.Key.Key_PageUp)
    assert page.progress.line == pytest.approx(0.62)
    press(qtbot, page, *[Qt.Key.Key_PageDown] * 9)
    assert page.progress.line == pytest.approx(0.01), "never so low that silence would have the tag"
    assert page.progress.current == 13, "arrows on the strip skip nothing"
    assert page.strip.accessibleDescription() == "0.01"
    press(qtbot, page, Qt.Key.Key_J)
    assert page.progress.decided == (1, 0), "J and K work there, too"


def test_a_row_that_is_clicked_is_asked_about(page: ReviewPage, qtbot: QtBot) -> None:
    at = page.list.visualRect(page.list.rows.index(5, Column.NAME)).center()
    qtbot.mouseClick(page.list.viewport(), Qt.MouseButton.LeftButton, pos=at)
    assert page.progress is not None
    assert page.progress.current == 15
    assert page.hasFocus(), "the keys stay where they were"


def test_a_word_is_seen_in_the_list_whichever_it_was(page: ReviewPage) -> None:
    page.show_progress(progress(rejected=(11,)))
    rows = page.list.rows
    assert not page.list.isColumnHidden(Column.SCORE)
    texts = [rows.index(row, Column.SCORE).data() for row in range(3)]
    assert texts == ["0.95", "0.80, rejected", "0.60"]
    assert "rejected" in rows.index(1, Column.SCORE).data(Qt.ItemDataRole.AccessibleTextRole)


def test_every_part_of_the_page_has_a_name(page: ReviewPage) -> None:
    assert [b for b in page.findChildren(QAbstractButton) if not b.text() and not b.accessibleName()] == []
    assert page.strip.accessibleName()
    assert page.accessibleName()


# --- in the window ---


@pytest.fixture
def reviewing(desk: Desk) -> Desk:
    """A review of the tag "Rain", by the keys."""
    desk.search("tag:Rain")
    desk.window.actions_.tagging.review.trigger()
    desk.until(lambda: review_of(desk) is not None)
    desk.settle()
    return desk


def page_of(desk: Desk) -> ReviewPage:
    return desk.conversation.tagging.reviewing.page


def review_of(desk: Desk) -> ReviewProgress | None:
    return page_of(desk).progress


def words(desk: Desk) -> list[Judgement]:
    return [verdict.judgement for verdict in desk.earmark.library.verdicts.of_tag(*RAIN)]


def test_the_tag_of_the_search_is_reviewed_and_its_sounds_are_heard(reviewing: Desk, qtbot: QtBot) -> None:
    review = review_of(reviewing)
    assert review is not None
    assert (review.key, review.left) == (RAIN, 4)
    assert not reviewing.window.middle_pages.shows_list
    player = reviewing.window.player
    assert player.sound is not None
    assert player.sound.sound_id == review.current
    qtbot.keyClick(page_of(reviewing), Qt.Key.Key_J)
    assert player.sound.sound_id == review.current, "the next one is heard before the word is on the disk"
    reviewing.settle()
    assert len(words(reviewing)) == 1
    assert words(reviewing)[0] is not Judgement.REJECTED


def test_the_tag_panel_is_about_the_sound_that_is_heard(reviewing: Desk, qtbot: QtBot) -> None:
    review, panel = review_of(reviewing), reviewing.window.selected_tags
    assert review is not None
    for _ in range(2):
        player = reviewing.window.player
        reviewing.settle()
        assert player.sound is not None
        assert player.sound.name in [label.text() for label in panel.findChildren(QLabel)]
        qtbot.keyClick(page_of(reviewing), Qt.Key.Key_Right)
    heard = review.current
    reviewing.settle()
    panel.judged.emit(("test", "door-slam"), Judgement.ADDED)
    reviewing.settle()
    verdicts = reviewing.earmark.library.verdicts.of_tag("test", "door-slam")
    assert [verdict.content_id for verdict in verdicts] == [
        sound.content_id for sound in reviewing.earmark.library.sounds.many([heard or 0])
    ]
    qtbot.keyClick(page_of(reviewing), Qt.Key.Key_Escape)
    reviewing.settle()
    assert reviewing.window.focusWidget() is reviewing.window.sounds.view
    assert panel.hint.startswith("Select a sound")


def test_what_the_tag_learned_from_is_told_with_each_word(reviewing: Desk, qtbot: QtBot) -> None:
    page = page_of(reviewing)
    for key, learned in ((Qt.Key.Key_J, "1"), (Qt.Key.Key_K, "2"), (Qt.Key.Key_Backspace, "1")):
        qtbot.keyClick(page, key)
        reviewing.settle()
        assert page.counter.endswith(f"learned from {learned} of your decisions")
    qtbot.keyClick(page, Qt.Key.Key_Backspace)
    reviewing.settle()
    assert "learned" not in page.counter


def test_a_tag_says_what_it_learned_from_wherever_it_is_shown(desk: Desk) -> None:
    rows = desk.window.selected_tags.rows
    desk.select("kick.wav")
    desk.conversation.tagging.judge([desk.window.sounds.current_row().sound.sound_id], RAIN, Judgement.ADDED)  # type: ignore[union-attr]
    desk.settle()
    assert next(row for row in rows() if row.entry.key == RAIN).tip.endswith("\nLearned from 1 of your decisions.")


def test_words_are_kept_taken_back_by_two_keys_and_survive_leaving(reviewing: Desk, qtbot: QtBot) -> None:
    page, review = page_of(reviewing), review_of(reviewing)
    assert review is not None
    first = review.current
    for key in (Qt.Key.Key_K, Qt.Key.Key_K, Qt.Key.Key_K):
        qtbot.keyClick(page, key)
    reviewing.settle()
    assert (review.left, review.decided, len(words(reviewing))) == (1, (0, 3), 3)
    qtbot.keyClick(page, Qt.Key.Key_Backspace)
    reviewing.settle()
    qtbot.keyClick(page, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    reviewing.settle()
    assert (review.left, review.decided, len(words(reviewing))) == (3, (0, 1), 1)
    qtbot.keyClick(page, Qt.Key.Key_Backspace)
    reviewing.settle()
    assert (review.current, words(reviewing)) == (first, [])
    qtbot.keyClick(page, Qt.Key.Key_K)
    reviewing.settle()
    qtbot.keyClick(page, Qt.Key.Key_Escape)
    assert reviewing.window.middle_pages.shows_list
    assert words(reviewing) == [Judgement.REJECTED]


def test_after_a_review_the_player_has_the_sound_that_the_list_has_chosen(desk: Desk, qtbot: QtBot) -> None:
    desk.select("kick.wav")
    desk.conversation.tagging.reviewing.begin(RAIN)
    desk.settle()
    player, page = desk.window.player, page_of(desk)
    while player.sound is not None and player.sound.name == "kick.wav":
        qtbot.keyClick(page, Qt.Key.Key_J)
        desk.settle()
    qtbot.keyClick(page, Qt.Key.Key_Escape)
    assert desk.window.sounds.view.current_id() == player.sound.sound_id  # type: ignore[union-attr]
    assert not player.playing


def test_leaving_right_after_a_word_stays_left(reviewing: Desk, qtbot: QtBot) -> None:
    qtbot.keyClick(page_of(reviewing), Qt.Key.Key_J)
    reviewing.conversation.tagging.reviewing.refresh()
    qtbot.keyClick(page_of(reviewing), Qt.Key.Key_Escape)
    assert reviewing.window.middle_pages.shows_list
    reviewing.settle()
    assert reviewing.window.middle_pages.shows_list
    assert len(words(reviewing)) == 1


def until_saved(desk: Desk, holds: Callable[[float], bool]) -> None:
    desk.until(lambda: (review := review_of(desk)) is not None and holds(review.saved))
    desk.settle()


def test_a_threshold_is_written_into_the_vocabulary_and_undone_to_the_letter(reviewing: Desk, qtbot: QtBot) -> None:
    file = reviewing.earmark.profile.vocabularies / "test.toml"
    before = file.read_bytes()
    page, review = page_of(reviewing), review_of(reviewing)
    assert review is not None
    page.move_line(0.123)
    qtbot.keyClick(page, Qt.Key.Key_S, Qt.KeyboardModifier.ControlModifier)
    until_saved(reviewing, lambda saved: saved == 0.123)
    tag = reviewing.earmark.vocabularies.load("test").tag("rain")
    assert tag is not None
    assert tag.threshold == 0.123
    assert reviewing.window.actions_.tagging.undo.text() == "Undo Let “Rain” apply from 0.123 on"
    assert review.scores.count_at(0.123) == sum(
        count.count for count in reviewing.earmark.tagger.counts() if count.scored.key == RAIN
    )
    reviewing.window.actions_.tagging.undo.trigger()
    until_saved(reviewing, lambda saved: saved == 0.5)
    assert file.read_bytes() == before


def test_a_threshold_of_a_shipped_vocabulary_goes_into_a_copy_of_one_s_own(reviewing: Desk) -> None:
    shipped = next(entry for entry in reviewing.earmark.vocabularies.names() if entry.shipped)
    reviewing.earmark.set_active_vocabularies([shipped.vocabulary_id])
    reviewing.earmark.wait_for_tags()
    reviewing.bridge.deliver()
    reviewing.settle()
    assert reviewing.window.middle_pages.shows_list, "the tag that was reviewed is not active any more"
    tag = reviewing.earmark.vocabularies.load(shipped.vocabulary_id).tags[0]
    reviewing.window.tags.review_chosen.emit((shipped.vocabulary_id, tag.tag_id))
    reviewing.until(lambda: review_of(reviewing) is not None)
    page_of(reviewing).threshold_chosen.emit(0.777)
    until_saved(reviewing, lambda saved: saved == 0.777)
    now = next(e for e in reviewing.earmark.vocabularies.names() if e.vocabulary_id == shipped.vocabulary_id)
    assert (now.shipped, now.replaces_shipped) == (False, True)
    reviewing.window.actions_.tagging.undo.trigger()
    until_saved(reviewing, lambda saved: saved == tag.threshold)
    now = next(e for e in reviewing.earmark.vocabularies.names() if e.vocabulary_id == shipped.vocabulary_id)
    assert now.shipped


def test_a_line_that_was_moved_is_there_again_and_a_search_leads_back_to_the_list(reviewing: Desk) -> None:
    page_of(reviewing).move_line(0.42)
    reviewing.search("kick")
    assert reviewing.window.middle_pages.shows_list
    reviewing.window.tags.review_chosen.emit(RAIN)
    reviewing.until(lambda: review_of(reviewing) is not None)
    review = review_of(reviewing)
    assert review is not None
    assert (review.line, review.saved) == (0.42, 0.5)


def test_a_tag_at_the_left_offers_its_review(desk: Desk) -> None:
    desk.select("kick.wav")
    desk.window.selected_tags.judged.emit(RAIN, Judgement.ADDED)
    desk.settle()
    model = desk.window.tags.model
    heading = model.index(0, 0)
    assert desk.window.tags.menu_of(heading) is None
    rain = next(i for n in range(model.rowCount(heading)) if (i := model.index(n, 0, heading)).data() == "Rain")
    menu = desk.window.tags.menu_of(rain)
    assert menu is not None
    review = next(action for action in menu.actions() if action.text() == "Review this tag...")
    review.trigger()
    desk.until(lambda: review_of(desk) is not None)


def test_without_a_search_the_current_sound_s_tag_is_reviewed_and_the_key_offers_others(desk: Desk) -> None:
    desk.window.actions_.tagging.review.trigger()
    desk.until(lambda: review_of(desk) is not None)
    review = review_of(desk)
    assert review is not None
    assert review.key in (RAIN, ("test", "door-slam"))
    other = ("test", "door-slam") if review.key == RAIN else RAIN
    page_of(desk).tag_chosen.emit(other)
    desk.until(lambda: (shown := review_of(desk)) is not None and shown.key == other)
