"""Figures as tables and as a picture: sorted, spoken, painted, and the same for eyes, keyboard and screen readers."""

from itertools import product
from math import nan

import pytest
from PySide6.QtCore import QPersistentModelIndex, Qt
from PySide6.QtGui import QColor
from PySide6.QtWidgets import QApplication
from pytestqt.modeltest import ModelTester
from pytestqt.qtbot import QtBot

from desktop_app.core.evaluation import share
from desktop_app.engine.evaluation.evaluating import OWN_PROMPTS, SENTENCE, TOGETHER
from desktop_app.engine.evaluation.worsening import AS_IT_IS, WORSENINGS
from desktop_app.gui import theme
from desktop_app.gui.evaluation_texts import (
    certainty_text,
    duration_text,
    left_out_text,
    left_out_tip,
    particulars_text,
    percent_text,
    precision_text,
    verdict_particulars_text,
    wording_text,
    worsening_text,
)
from desktop_app.gui.models.confusion_table import ConfusionTable
from desktop_app.gui.models.figure_table import FigureCell, FigureColumn, FigureTable
from desktop_app.gui.panels.evaluation.confusion_view import ConfusionView
from desktop_app.gui.panels.evaluation.figure_cells import precision_cell, share_cell
from desktop_app.gui.panels.evaluation.figure_view import FigureView
from desktop_app.gui.panels.evaluation.verdict_results import LearningTable, MistakenTags, TagFigures, TagWordings
from desktop_app.gui.theme import ThemeChoice, ThemeSwitch
from tests.evaluation_documents import judged, trained
from tests.gui.spoken import Speak

UP, DOWN = Qt.SortOrder.AscendingOrder, Qt.SortOrder.DescendingOrder
LABELS = ("dog bark", "rain", "wind")
COUNTS = [[8, 2, 0], [0, 10, 0], [1, 4, 0]]


@pytest.fixture
def table() -> FigureTable:
    table = FigureTable()
    table.show_columns([FigureColumn("Label"), FigureColumn("Recall", "So many got it.", is_number=True)])
    table.show_rows(
        [
            (FigureCell("wind"), share_cell(0.5)),
            (FigureCell("Dog"), share_cell(None)),
            (FigureCell("rain"), share_cell(0.9, (0.8, 0.95))),
        ]
    )
    return table


def names(table: FigureTable) -> list[str]:
    return [str(table.index(row, 0).data()) for row in range(table.rowCount())]


class TestFigureTable:
    def test_it_is_a_sound_model(self, table: FigureTable, qtmodeltester: ModelTester) -> None:
        qtmodeltester.check(table)

    def test_numbers_are_sorted_with_what_is_unknown_last_either_way(self, table: FigureTable) -> None:
        table.sort(1, UP)
        assert names(table) == ["wind", "rain", "Dog"]
        table.sort(1, DOWN)
        assert names(table) == ["rain", "wind", "Dog"]
        table.sort(0, UP)
        assert names(table) == ["Dog", "rain", "wind"]
        assert [table.number_of(row) for row in range(-1, 4)] == [-1, 1, 2, 0, -1]
        table.sort(-1)
        assert names(table) == ["wind", "Dog", "rain"]

    def test_what_is_selected_stays_so_when_it_is_sorted(self, table: FigureTable) -> None:
        kept = QPersistentModelIndex(table.index(2, 0))
        table.sort(0, UP)
        assert (kept.row(), kept.data()) == (1, "rain")

    def test_each_figure_says_where_it_may_really_lie_and_each_column_what_it_is(self, table: FigureTable) -> None:
        tip = Qt.ItemDataRole.ToolTipRole
        assert table.index(2, 1).data() == "90.0%"
        assert table.index(2, 1).data(tip) == "between 80% and 95% in 95 of 100 such trials"
        assert table.headerData(1, Qt.Orientation.Horizontal, tip) == "So many got it."
        assert table.index(1, 1).data() == "–"


class TestFigureView:
    @pytest.mark.parametrize("choice", [ThemeChoice.DARK, ThemeChoice.LIGHT])
    def test_a_larger_share_has_a_longer_bar(
        self, choice: ThemeChoice, qtbot: QtBot, theme_switch: ThemeSwitch
    ) -> None:
        theme_switch.choose(choice)
        view = FigureView()
        qtbot.addWidget(view)
        view.describe("Shares", [FigureColumn("Share", is_number=True)])
        view.show_rows([(share_cell(0.2),), (share_cell(0.9),)])
        view.resize(400, 200)
        view.show()
        picture = view.viewport().grab().toImage()
        accent = QColor(theme.current().accent).rgb()
        lengths = [
            max(sum(picture.pixel(x, y) == accent for x in range(picture.width())) for y in rows)
            for rows in (range(5, 30), range(35, 60))
        ]
        assert 0 < lengths[0] < lengths[1]

    def test_an_empty_table_says_so(self, qtbot: QtBot) -> None:
        view = FigureView()
        qtbot.addWidget(view)
        view.describe("Nothing", [FigureColumn("Label")])
        view.resize(300, 120)
        view.show()
        empty = view.viewport().grab().toImage()
        view.show_rows([(FigureCell(""),)])
        assert view.viewport().grab().toImage() != empty


class TestConfusion:
    @pytest.fixture
    def view(self, qtbot: QtBot) -> ConfusionView:
        view = ConfusionView()
        qtbot.addWidget(view)
        view.show_counts(LABELS, COUNTS)
        view.resize(400, 400)
        view.show()
        return view

    def test_it_is_a_sound_model(self, qtmodeltester: ModelTester) -> None:
        table = ConfusionTable()
        table.show_counts(LABELS, COUNTS)
        qtmodeltester.check(table)

    def test_every_square_is_a_sentence_for_eyes_and_screen_readers(self, view: ConfusionView) -> None:
        assert view.sentence == "“wind”: 4 of 5 are taken for “rain” (80%).", "the worst is where one begins"
        table = view.table
        for row, column in product(range(3), repeat=2):
            index = table.index(row, column)
            sentence = index.data(Qt.ItemDataRole.AccessibleTextRole)
            assert sentence == index.data(Qt.ItemDataRole.ToolTipRole)
            assert str(COUNTS[row][column]) in sentence
            assert index.data() == (str(COUNTS[row][column]) if COUNTS[row][column] else "")
        assert table.sentence(0, 0) == "“dog bark”: 8 of 10 are taken for what they are (80%)."
        assert table.headerData(0, Qt.Orientation.Vertical, Qt.ItemDataRole.ToolTipRole) == "Sounds that are “dog bark”"

    def test_one_goes_through_it_by_the_keyboard(self, view: ConfusionView, qtbot: QtBot) -> None:
        view.setFocus()
        assert view.view.hasFocus()
        qtbot.keyClick(view.view, Qt.Key.Key_Up)
        assert view.sentence == "“rain”: 10 of 10 are taken for what they are (100%)."
        qtbot.keyClick(view.view, Qt.Key.Key_Left)
        assert view.sentence == "“rain”: 0 of 10 are taken for “dog bark” (0%)."

    @pytest.mark.parametrize("choice", [ThemeChoice.DARK, ThemeChoice.LIGHT])
    def test_what_is_frequent_stands_out_and_its_number_can_be_read(
        self, choice: ThemeChoice, view: ConfusionView, theme_switch: ThemeSwitch
    ) -> None:
        theme_switch.choose(choice)
        QApplication.processEvents()
        view.view.clearSelection()
        view.view.setCurrentIndex(view.table.index(2, 2))
        picture = view.view.viewport().grab().toImage()

        def ground(row: int, column: int) -> QColor:
            rect = view.view.visualRect(view.table.index(row, column))
            return picture.pixelColor(rect.left() + 4, rect.top() + 4)

        base = QColor(theme.current().base)
        assert theme.contrast(ground(1, 1), base) > theme.contrast(ground(0, 1), base) > 1.1
        assert theme.contrast(ground(2, 1), base) > theme.contrast(ground(2, 0), base)
        for row, column in ((1, 1), (0, 1), (2, 1), (2, 0)):
            rect = view.view.visualRect(view.table.index(row, column)).adjusted(3, 3, -3, -3)
            inks = [
                theme.contrast(picture.pixelColor(x, y), ground(row, column))
                for x in range(rect.left(), rect.right())
                for y in range(rect.top(), rect.bottom())
            ]
            assert max(inks) > theme.LEAST_CONTRAST - 0.5, "drawn letters are a little softer than their colour"

    def test_many_labels_are_small_squares_and_few_are_large_ones(self, view: ConfusionView) -> None:
        large = view.view.columnWidth(0)
        many = [f"label {number}" for number in range(80)]
        view.show_counts(many, [[0] * 80 for _ in many])
        assert view.view.columnWidth(0) < large
        assert view.sentence.startswith("“label 0”: 0 of 0")
        assert view.sentence.endswith("(–).")


class TestTrainedTags:
    def test_no_words_are_shown_for_them(self, qtbot: QtBot) -> None:
        wordings, mistaken, document = TagWordings(), MistakenTags(), trained()
        for view in (wordings, mistaken):
            qtbot.addWidget(view)
        wordings.show_templates(document)
        mistaken.show_pairs(document["confusion"]["pairs"])
        assert wordings.model().rowCount() == 0
        assert mistaken.model().index(0, 3).data() == ""

    def test_they_are_compared_with_how_they_were_trained(self, qtbot: QtBot) -> None:
        tags, learning = TagFigures(), LearningTable()
        for document, tip, without, sentence in (
            (trained(), "as trained: 25%", "without learning", "Without learning it would be 50%."),
            (judged(), "by the prompts alone: 25%", "by the prompts alone", "By the prompts alone it would be 50%."),
        ):
            tags.show_tags(document["per_label"])
            learning.show_learning(document)
            assert tags.model().index(0, 4).data(Qt.ItemDataRole.ToolTipRole) == tip
            assert learning.model().index(0, 0).data() == without
            assert sentence in verdict_particulars_text(document)
        for view in (tags, learning):
            qtbot.addWidget(view)


class TestTexts:
    def test_shares_are_written_as_the_language_does(self, speak: Speak) -> None:
        assert [percent_text(0.684), percent_text(0.684, 1), percent_text(None)] == ["68%", "68.4%", "–"]
        speak("de")
        assert percent_text(0.684, 1) == "68,4\u00a0%"

    def test_whatever_a_report_names_is_known_in_the_windows_language(self, speak: Speak) -> None:
        speak("de")
        kinds = [AS_IT_IS, *(each.name for each in WORSENINGS)]
        assert [kind for kind in kinds if worsening_text(kind) == kind] == []
        for name in ("{label}", OWN_PROMPTS, TOGETHER):
            assert wording_text(name, "dog") != name
        assert wording_text(SENTENCE, "dog") == "“This is a sound of dog.”"

    def test_what_is_left_out_is_counted_and_told(self) -> None:
        reasons = {f"/sounds/{number}.wav": "This file is empty." for number in range(14)}
        document = {
            "left_out": reasons,
            "absent": 1,
            "unlabelled": 2,
            "not_sounds": 1,
            "problems": ["/sounds/b: Not allowed."],
        }
        assert left_out_text(document) == (
            "Left out: 14 cannot be heard, 1 is not there, 2 have no label, 1 is no sound by its name,"
            " 1 folder cannot be read."
        )
        lines = left_out_tip(document).split("\n")
        assert lines[:2] == ["/sounds/b: Not allowed.", "/sounds/0.wav: This file is empty."]
        assert lines[-1] == "…"
        assert (left_out_text({}), left_out_tip({})) == ("", "")

    def test_a_figure_says_what_to_think_of_when_reading_it(self) -> None:
        document = {
            "sounds": 40,
            "labels": 1200,
            "guessing": 0.001,
            "per_label": [{"sounds": 30}, {"sounds": 25}],
            "mean_average_precision": 0.61,
            "mean_average_precision_interval": [0.5, 0.7],
        }
        assert particulars_text(document) == (
            "1,200 labels: guessing would give 0.1%. Some have several labels: mean average precision 0.610 (0.500 to"
            " 0.700 in 95 of 100 such trials)."
        )
        alone = document | {"sounds": 12, "per_label": [{"sounds": 12}]}
        assert particulars_text(alone).endswith("These are only few sounds, so do not trust the figure far.")

    def test_how_long_something_takes_is_said_roughly(self) -> None:
        assert [duration_text(seconds) for seconds in (3, 60, 700, 9000)] == [
            "less than a minute",
            "about 1 minute",
            "about 12 minutes",
            "about 2 h 30 min",
        ]

    def test_certainty_is_drawn_where_the_report_draws_it(self) -> None:
        assert [certainty_text(0.049), certainty_text(0.05)] == ["worse beyond chance", "may be chance"]

    def test_cells_know_what_they_are_sorted_by(self) -> None:
        found = share(3, 4)
        cell = share_cell(found.value, (found.low, found.high))
        assert (cell.text, cell.value, cell.share) == ("75.0%", 0.75, 0.75)
        assert precision_cell(0.1234).text == precision_text(0.1234) == "0.123"
        assert str(precision_cell(None).value) == str(nan)
