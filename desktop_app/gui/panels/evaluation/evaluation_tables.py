"""The figures of an evaluation as tables: by label, by wording, for finding, and for worse recordings."""

from collections.abc import Sequence
from typing import Any

from PySide6.QtWidgets import QWidget

from desktop_app.core.sound import Sound
from desktop_app.gui.evaluation_texts import (
    certainty_text,
    percent_text,
    scoring_text,
    wording_text,
    worsening_text,
)
from desktop_app.gui.models.figure_table import FigureCell, FigureColumn, FigureRow
from desktop_app.gui.panels.evaluation.figure_cells import precision_cell, share_cell
from desktop_app.gui.panels.evaluation.figure_view import FigureView
from desktop_app.gui.panels.sounds.playable_table import PlayableTable
from desktop_app.gui.translations import number_text


class LabelTable(FigureView):
    """How each label fares, and which other one it is taken for most often."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.describe(
            self.tr("Labels"),
            (
                FigureColumn(self.tr("Label")),
                FigureColumn(self.tr("Sounds"), self.tr("Sounds that have the label."), is_number=True),
                FigureColumn(
                    self.tr("Precision"),
                    self.tr("Of the sounds for which this label came first, so many have it."),
                    is_number=True,
                ),
                FigureColumn(
                    self.tr("Recall"),
                    self.tr("Of the sounds that have this label, so many got it first."),
                    is_number=True,
                ),
                FigureColumn(
                    self.tr("AP"),
                    self.tr(
                        "Average precision: how near to the top its sounds stand when all sounds are in the order of"
                        " this label; 1 is perfect."
                    ),
                    is_number=True,
                ),
                FigureColumn(
                    self.tr("Mostly taken for"), self.tr("The label that its sounds most often get in its place.")
                ),
                FigureColumn(
                    self.tr("By the words"),
                    self.tr("The prompt of that other label that fits these sounds best: it is to blame."),
                ),
            ),
        )

    def show_labels(self, document: dict[str, Any]) -> None:
        """Show each label."""
        blamed: dict[str, dict[str, Any]] = {}
        for pair in document["confusion"]["pairs"]:  # the most frequent first
            blamed.setdefault(pair["label"], pair)
        self.show_rows([self._row(each, blamed.get(each["label"])) for each in document["per_label"]])

    def _row(self, each: dict[str, Any], pair: dict[str, Any] | None) -> FigureRow:
        taken = ("", "") if pair is None else (f"{pair['taken_for']} ({number_text(pair['sounds'])})", pair["prompt"])
        return (
            FigureCell(each["label"]),
            FigureCell(number_text(each["sounds"]), each["sounds"]),
            share_cell(each["precision"]),
            share_cell(each["recall"]),
            precision_cell(each["average_precision"]),
            FigureCell(taken[0]),
            FigureCell(f"“{taken[1]}”" if taken[1] else ""),
        )


class WordingTable(FigureView):
    """The ways to put labels into words, side by side."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.describe(
            self.tr("Wordings of the labels"),
            (
                FigureColumn(self.tr("The label as")),
                FigureColumn(
                    self.tr("Scored"),
                    self.tr(
                        "As tags: measured against what the label scores with sounds at large, as everywhere in the"
                        " window. As in publications: by the bare dot product."
                    ),
                ),
                FigureColumn(self.tr("Right"), self.tr("Sounds that got the right label first."), is_number=True),
                FigureColumn(
                    self.tr("mAP"),
                    self.tr("Mean average precision: over all labels, how near to the top their sounds stand."),
                    is_number=True,
                ),
                FigureColumn(
                    self.tr("Against the best"),
                    self.tr("Whether so large a difference may be chance (McNemar's test on the same sounds)."),
                ),
            ),
        )

    def show_templates(self, document: dict[str, Any]) -> None:
        """Show what came of each, the best one marked."""
        self.show_rows([self._row(each, document) for each in document["templates"]])

    def _row(self, each: dict[str, Any], document: dict[str, Any]) -> FigureRow:
        best = each["template"] == document["template"] and each["as_tags"] == document["as_tags"]
        verdict = self.tr("the best") if best else certainty_text(each["probability_of_no_difference"])
        return (
            FigureCell(wording_text(each["template"], document["per_label"][0]["label"]), strong=best),
            FigureCell(scoring_text(as_tags=each["as_tags"]), strong=best),
            share_cell(each["accuracy"], each["interval"]),
            precision_cell(each["mean_average_precision"]),
            FigureCell(verdict, strong=best),
        )


class FindingTable(FigureView):
    """How well one side finds the other."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        found = self.tr("How often something right is among the first {count}.")
        self.describe(
            self.tr("Finding"),
            (
                FigureColumn(self.tr("Looking for")),
                *(
                    FigureColumn(
                        self.tr("First {count}").format(count=count), found.format(count=count), is_number=True
                    )
                    for count in (1, 5, 10)
                ),
                FigureColumn(
                    self.tr("mAP@10"),
                    self.tr("How near to the top the right ones are among the first ten; 1 is perfect."),
                    is_number=True,
                ),
            ),
        )

    def show_retrieval(self, document: dict[str, Any]) -> None:
        """Show both sides."""
        self.show_rows(
            [
                self._row(
                    self.tr("sounds by a label"),
                    self.tr("Each label is searched for: are its sounds among the first?"),
                    document["retrieval"]["text_to_sound"],
                ),
                self._row(
                    self.tr("labels of a sound"),
                    self.tr("Each sound is compared with all labels: are its own among the first?"),
                    document["retrieval"]["sound_to_text"],
                ),
            ]
        )

    def _row(self, name: str, tip: str, found: dict[str, float]) -> FigureRow:
        recalls = [found[f"recall_at_{count}"] for count in (1, 5, 10)]
        return (
            FigureCell(name, tip=tip),
            *(share_cell(recall) for recall in recalls),
            precision_cell(found["map_at_10"]),
        )


class WorseTable(FigureView):
    """What is left when the recordings are worse."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.describe(
            self.tr("Worse recordings"),
            (
                FigureColumn(self.tr("The sounds")),
                FigureColumn(self.tr("Right"), self.tr("Sounds that got the right label first."), is_number=True),
                FigureColumn(self.tr("Lost"), self.tr("Against the same sounds as they are."), is_number=True),
                FigureColumn(self.tr("Certainty"), self.tr("Whether a loss as large as this may be chance.")),
            ),
        )

    def show_kinds(self, kinds: Sequence[dict[str, Any]]) -> None:
        """Show what is left of each kind; the first is the sounds as they are."""
        self.show_rows(
            [
                (
                    FigureCell(worsening_text(each["kind"])),
                    share_cell(each["accuracy"], each["interval"]),
                    FigureCell(percent_text(each["lost"], 1) if number else "", each["lost"]),
                    FigureCell(certainty_text(each["probability_of_no_difference"]) if number else ""),
                )
                for number, each in enumerate(kinds)
            ]
        )


class WrongSounds(PlayableTable):
    """The sounds that are most confidently wrong."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.describe(
            self.tr("Sounds that are most confidently wrong"),
            (
                FigureColumn(self.tr("Sound")),
                FigureColumn(self.tr("Is")),
                FigureColumn(self.tr("Taken for")),
                FigureColumn(
                    self.tr("Lead"),
                    self.tr("By how much the wrong label's score is above that of the right one."),
                    is_number=True,
                ),
            ),
        )

    def show_wrong(self, wrong: Sequence[dict[str, Any]], sounds: Sequence[Sound]) -> None:
        """Show these, as the document has them, with the sounds that they are."""
        rows = [
            (
                FigureCell(sound.name, tip=str(sound.path)),
                FigureCell(", ".join(each["labels"])),
                FigureCell(each["taken_for"]),
                FigureCell(f"{each['lead']:.3f}", each["lead"]),
            )
            for each, sound in zip(wrong, sounds, strict=True)
        ]
        self.show_sounds(sounds, rows)
