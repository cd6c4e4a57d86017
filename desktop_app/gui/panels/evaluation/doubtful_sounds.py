"""Sounds whose labels are doubtful, to be heard: those that contradict each other, and the noisiest."""

from collections.abc import Sequence
from typing import Any

from PySide6.QtWidgets import QWidget

from desktop_app.core.sound import Sound
from desktop_app.gui.models.figure_table import FigureCell, FigureColumn
from desktop_app.gui.panels.sounds.playable_table import PlayableTable
from desktop_app.gui.translations import decimal_text


class ContradictorySounds(PlayableTable):
    """The same recording under several labels, its files one below the other."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.describe(
            self.tr("Sounds with labels that contradict each other"),
            (
                FigureColumn(self.tr("Sound")),
                FigureColumn(self.tr("Is")),
                FigureColumn(self.tr("And also"), self.tr("What the same recording is called elsewhere.")),
            ),
        )

    def show_contradictions(self, found: Sequence[dict[str, Any]], sounds: Sequence[Sound]) -> None:
        """Show these, as the document has them, with the sounds of all their paths."""
        said = [(own, each["labels"]) for each in found for own in each["said"]]
        rows = [
            (
                FigureCell(sound.name, tip=str(sound.path)),
                FigureCell(", ".join(own)),
                FigureCell(", ".join(label for label in labels if label not in own)),
            )
            for sound, (own, labels) in zip(sounds, said, strict=True)
        ]
        self.show_sounds(sounds, rows)


class NoisySounds(PlayableTable):
    """The noisiest recordings, and what they are taken for."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.describe(
            self.tr("The noisiest sounds"),
            (
                FigureColumn(self.tr("Sound")),
                FigureColumn(
                    self.tr("dB"),
                    self.tr("By how much the sound is louder than the noise in its pauses, by estimate."),
                    is_number=True,
                ),
                FigureColumn(self.tr("Is")),
                FigureColumn(self.tr("Taken for")),
            ),
        )

    def show_noise(self, noisy: Sequence[dict[str, Any]], sounds: Sequence[Sound]) -> None:
        """Show these, as the document has them, with the sounds that they are."""
        rows = [
            (
                FigureCell(sound.name, tip=str(sound.path)),
                FigureCell(decimal_text(each["signal_to_noise"], 0), each["signal_to_noise"]),
                FigureCell(", ".join(each["labels"])),
                FigureCell(each["taken_for"], strong=each["taken_for"] not in each["labels"]),
            )
            for each, sound in zip(noisy, sounds, strict=True)
        ]
        self.show_sounds(sounds, rows)
