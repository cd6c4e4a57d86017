"""What came of comparing tags with what a person said of them: how often they agree, tag by tag, and what was learned
of it.
"""

from collections.abc import Sequence
from typing import Any

from PySide6.QtWidgets import QWidget

from desktop_app.core.sound import Sound
from desktop_app.engine.evaluation.page_parts import CERTAIN
from desktop_app.gui.evaluation_runner import EvaluationResult
from desktop_app.gui.evaluation_texts import (
    certainty_text,
    percent_text,
    too_few_tip,
    verdict_headline_text,
    verdict_particulars_text,
    wording_text,
)
from desktop_app.gui.models.figure_table import FigureCell, FigureColumn, FigureRow
from desktop_app.gui.panels.evaluation.figure_cells import precision_cell, share_cell
from desktop_app.gui.panels.evaluation.figure_view import FigureView
from desktop_app.gui.panels.sounds.playable_table import PlayableTable
from desktop_app.gui.panels.sounds.results_frame import ResultsFrame
from desktop_app.gui.translations import decimal_text, number_text


class VerdictResults(ResultsFrame):
    """Shows an `EvaluationResult` of verdicts."""

    def __init__(self, parent: QWidget | None = None) -> None:
        """Nothing to show yet."""
        super().__init__(parent)
        self.labels, self.wrong, self.learning = TagFigures(), WrongTags(), LearningTable()
        self.mistaken, self.wordings = MistakenTags(), TagWordings()
        self.add_part(
            self.tr("Tags"),
            self.tr("How each tag fares, with what it learned; tips say how it fares without that."),
            self.labels,
        )
        self.add_part(
            self.tr("Most wrong"),
            self.tr("Where a tag contradicts you most surely. Arrow keys and Space play the sounds: who is right?"),
            self.wrong,
        )
        self.add_part(
            self.tr("Mix-ups"),
            self.tr("Tags that are put on sounds of which you said that they are something else."),
            self.mistaken,
        )
        self.add_part(
            self.tr("What was learned"),
            self.tr("Each tag is learned anew without a part of your decisions and tried on that part, in turn."),
            self.learning,
        )
        self.add_part(
            self.tr("Wording"),
            self.tr("The same tags put into words in several ways, on the same decisions, without learning."),
            self.wordings,
        )

    def show_result(self, result: EvaluationResult) -> None:
        """Show this in place of what was there; the tab stays."""
        document = result.document
        self.show_headline(
            percent_text(document["accuracy"]),
            verdict_headline_text(document),
            verdict_particulars_text(document),
            too_few_tip(document),
        )
        self.labels.show_tags(document["per_label"])
        self.wrong.show_wrong(document["most_confidently_wrong"], result.wrong)
        self.mistaken.show_pairs(document["confusion"]["pairs"])
        self.learning.show_learning(document)
        self.wordings.show_templates(document)


class TagFigures(FigureView):
    """How each tag fares."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.describe(
            self.tr("Tags"),
            (
                FigureColumn(self.tr("Tag")),
                FigureColumn(self.tr("Judged"), self.tr("Sounds that you judged."), is_number=True),
                FigureColumn(self.tr("Accepted"), self.tr("How many of them have the tag."), is_number=True),
                FigureColumn(
                    self.tr("Precision"),
                    self.tr("Of the judged sounds that get the tag, so many have it by your word."),
                    is_number=True,
                ),
                FigureColumn(
                    self.tr("Recall"),
                    self.tr("Of the sounds that have the tag by your word, so many get it."),
                    is_number=True,
                ),
                FigureColumn(
                    self.tr("AP"),
                    self.tr("Average precision: how near to the top the right ones stand; 1 is perfect."),
                    is_number=True,
                ),
                FigureColumn(
                    self.tr("Gained"),
                    self.tr("By how much learning raised the average precision; empty where a tag does not learn."),
                    is_number=True,
                ),
            ),
        )

    def show_tags(self, tags: Sequence[dict[str, Any]]) -> None:
        """Show each tag."""
        self.show_rows([self._row(each) for each in tags])

    def _row(self, each: dict[str, Any]) -> FigureRow:
        before = each["by_prompts"]
        return (
            FigureCell(each["label"], tip=f"{each['vocabulary']}: {each['label']}"),
            FigureCell(number_text(each["sounds"]), each["sounds"]),
            FigureCell(number_text(each["accepted"]), each["accepted"]),
            self._share(each["precision"], before["precision"], trained=each["trained"]),
            self._share(each["recall"], before["recall"], trained=each["trained"]),
            precision_cell(each["average_precision"]),
            self._gain(each["average_precision"], before["average_precision"], learns=each["learns"]),
        )

    def _share(self, value: float | None, before: float | None, *, trained: bool) -> FigureCell:
        without = self.tr("as trained: {share}") if trained else self.tr("by the prompts alone: {share}")
        tip = without.format(share=percent_text(before))
        cell = share_cell(value)
        return FigureCell(cell.text, cell.value, tip, cell.share)

    def _gain(self, value: float | None, before: float | None, *, learns: bool) -> FigureCell:
        if value is None or before is None or not learns:
            return FigureCell("")
        return FigureCell(decimal_text(value - before, 3, signed=True), value - before)


class WrongTags(PlayableTable):
    """Where a tag contradicts the person most surely."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.describe(
            self.tr("Sounds on which a tag contradicts you most surely"),
            (
                FigureColumn(self.tr("Sound")),
                FigureColumn(self.tr("Tag")),
                FigureColumn(self.tr("You said")),
                FigureColumn(self.tr("The tag says")),
            ),
        )

    def show_wrong(self, wrong: Sequence[dict[str, Any]], sounds: Sequence[Sound]) -> None:
        """Show these, as the document has them, with the sounds that they are."""
        words = (self.tr("no"), self.tr("yes"))
        rows = [
            (
                FigureCell(sound.name, tip=str(sound.path)),
                FigureCell(each["label"]),
                FigureCell(words[each["has_it"]]),
                FigureCell(words[not each["has_it"]]),
            )
            for each, sound in zip(wrong, sounds, strict=True)
        ]
        self.show_sounds(sounds, rows)


class MistakenTags(FigureView):
    """Tags that are put on sounds that are something else."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.describe(
            self.tr("Tags put on other sounds"),
            (
                FigureColumn(self.tr("Tag")),
                FigureColumn(self.tr("Put on")),
                FigureColumn(self.tr("Sounds"), is_number=True),
                FigureColumn(
                    self.tr("By the words"),
                    self.tr("The prompt of the tag that fits these sounds best: it is to blame."),
                ),
            ),
        )

    def show_pairs(self, pairs: Sequence[dict[str, Any]]) -> None:
        """Show each pair, the most frequent first."""
        self.show_rows(
            [
                (
                    FigureCell(each["taken_for"]),
                    FigureCell(each["label"]),
                    FigureCell(number_text(each["sounds"]), each["sounds"]),
                    FigureCell(f"“{each['prompt']}”" if each["prompt"] else ""),
                )
                for each in pairs
            ]
        )


class LearningTable(FigureView):
    """All tags together, by their prompts alone and with what they learned."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.describe(
            self.tr("What was learned"),
            (
                FigureColumn(self.tr("Tags")),
                FigureColumn(self.tr("Agrees"), self.tr("Decisions of yours that the tags come to."), is_number=True),
                FigureColumn(self.tr("Precision"), is_number=True),
                FigureColumn(self.tr("Recall"), is_number=True),
                FigureColumn(self.tr("mAP"), self.tr("Mean average precision over all tags."), is_number=True),
                FigureColumn(self.tr("Certainty")),
            ),
        )

    def show_learning(self, document: dict[str, Any]) -> None:
        """Show both; only the first where no tag learns."""
        trained = any(each["trained"] for each in document["per_label"])
        without = self.tr("without learning") if trained else self.tr("by the prompts alone")
        rows = [self._row(without, document["by_prompts"], "")]
        if document["folds"]:
            probability = document["probability_of_no_difference"]
            certainty = self.tr("beyond chance") if probability < CERTAIN else self.tr("may be chance")
            rows.append(self._row(self.tr("with what they learned"), document, certainty))
        self.show_rows(rows)

    def _row(self, name: str, found: dict[str, Any], certainty: str) -> FigureRow:
        return (
            FigureCell(name),
            share_cell(found["accuracy"], found["interval"]),
            share_cell(found["precision"]),
            share_cell(found["recall"]),
            precision_cell(found["mean_average_precision"]),
            FigureCell(certainty),
        )


class TagWordings(FigureView):
    """The ways to put tags into words, side by side."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.describe(
            self.tr("Wordings of the tags"),
            (
                FigureColumn(self.tr("The tag as")),
                FigureColumn(self.tr("mAP"), self.tr("Mean average precision over all tags."), is_number=True),
                FigureColumn(self.tr("Agrees"), self.tr("Decisions of yours that the tags come to."), is_number=True),
                FigureColumn(self.tr("Against the best")),
            ),
        )

    def show_templates(self, document: dict[str, Any]) -> None:
        """Show what came of each, the best one marked."""
        most = max((each["accuracy"] for each in document["templates"]), default=0.0)
        rows = []
        for each in document["templates"]:
            best, worse = each["template"] == document["template"], each["accuracy"] < most
            probability = each["probability_of_no_difference"] if worse else 1.0
            rows.append(
                (
                    FigureCell(wording_text(each["template"], document["per_label"][0]["label"]), strong=best),
                    precision_cell(each["mean_average_precision"]),
                    share_cell(each["accuracy"], each["interval"]),
                    FigureCell(self.tr("the best") if best else certainty_text(probability), strong=best),
                )
            )
        self.show_rows(rows)
