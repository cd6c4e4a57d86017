"""What is to be written into files: of which sounds, which tags, into which fields, and beside what stands there."""

from collections.abc import Sequence
from typing import Final

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QCheckBox, QComboBox, QPushButton, QVBoxLayout, QWidget

from desktop_app.core.bands import STRONG_FROM
from desktop_app.core.calibration import APPLIES
from desktop_app.file_changes.tag_writing import Choice
from desktop_app.gui.panels.tags.slot_tree import SlotTree
from desktop_app.gui.plain_text import PlainLabel
from desktop_app.library.metadata.mapping import WRITTEN
from desktop_app.library.metadata.slots import Existing

_WIDTH: Final = 300
"""Pixels; the names of places are long."""


class WritingForm(QWidget):
    """Says what the person chose, and each time that is something else."""

    changed = Signal()

    def __init__(
        self, selected: Sequence[int], listed: Sequence[int], choice: Choice, parent: QWidget | None = None
    ) -> None:
        """`selected` and `listed`: the ids of the sounds that can be chosen; `choice`: what is chosen at first."""
        super().__init__(parent)
        self.setFixedWidth(_WIDTH)
        self.scope, self.tags, self.existing = QComboBox(self), QComboBox(self), QComboBox(self)
        if selected:
            self.scope.addItem(self.tr("%Ln selected sound(s)", "", len(selected)), list(selected))
        self.scope.addItem(self.tr("All %Ln listed sound(s)", "", len(listed)), list(listed))
        for text, lowest in (
            (self.tr("Given or accepted by you"), None),
            (self.tr("Also automatic ones that are strong"), STRONG_FROM),
            (self.tr("Also automatic ones that are likely"), APPLIES),
        ):
            self.tags.addItem(text, lowest)
        for text, existing in (
            (self.tr("Stays, and is added to"), Existing.ADD),
            (self.tr("Stays; only empty places are written"), Existing.KEEP),
            (self.tr("Is replaced"), Existing.REPLACE),
        ):
            self.existing.addItem(text, existing)
        self.times = QCheckBox(self.tr("Files &keep their times"), self)
        self.links = QCheckBox(self.tr("Also files with se&veral names (hard links)"), self)
        self.links.setToolTip(
            self.tr("The name that is written becomes a file of its own; under its other names the file stays as it is")
        )
        self.fields = SlotTree(choice.slots, self)
        self.tags.setCurrentIndex(max(0, self.tags.findData(choice.lowest)))
        self.existing.setCurrentIndex(max(0, self.existing.findData(choice.existing)))
        self.times.setChecked(choice.keep_time)
        self.links.setChecked(choice.split_links)
        self._all = QPushButton(self.tr("As at &first"), self)
        self._all.setAutoDefault(False)
        self._arrange()
        for box in (self.scope, self.tags, self.existing):
            box.currentIndexChanged.connect(lambda _: self.changed.emit())
        for check in (self.times, self.links):
            check.toggled.connect(lambda _: self.changed.emit())
        self.fields.changed.connect(self.changed)
        self._all.clicked.connect(lambda: self.fields.show_slots(WRITTEN))

    @property
    def sound_ids(self) -> list[int]:
        """The sounds that are meant."""
        return list(self.scope.currentData())

    @property
    def choice(self) -> Choice:
        """What the person wants written."""
        return Choice(
            lowest=self.tags.currentData(),
            slots=self.fields.slots,
            existing=Existing(self.existing.currentData()),
            keep_time=self.times.isChecked(),
            split_links=self.links.isChecked(),
        )

    def _arrange(self) -> None:
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(4)
        for text, widget in (
            (self.tr("Files &of"), self.scope),
            (self.tr("&Tags"), self.tags),
            (self.tr("What stands t&here"), self.existing),
            (self.tr("Fi&elds, and where"), self.fields),
        ):
            label = PlainLabel(text, self)
            label.setBuddy(widget)
            layout.addWidget(label)
            layout.addWidget(widget, 1 if widget is self.fields else 0)
            layout.addSpacing(4)
        layout.addWidget(self._all)
        layout.addSpacing(4)
        layout.addWidget(self.times)
        layout.addWidget(self.links)
