"""How files are to be named: of which sounds, with which creator and source, and what counts where nothing is said."""

from collections.abc import Sequence
from typing import Final

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QCheckBox, QComboBox, QGridLayout, QHBoxLayout, QLineEdit, QWidget

from desktop_app.core.ucs_renaming import LONGEST_BLOCK
from desktop_app.file_changes.rename_planning import NameChoice
from desktop_app.gui.plain_text import PlainLabel, plain_tip

_FIELD_WIDTH: Final = 130
"""Pixels; a CreatorID is short."""


class RenamingForm(QWidget):
    """Says what the person chose, and each time that is something else."""

    changed = Signal()

    def __init__(
        self, selected: Sequence[int], listed: Sequence[int], choice: NameChoice, parent: QWidget | None = None
    ) -> None:
        """`selected` and `listed`: the ids of the sounds that can be chosen; `choice`: what it begins with."""
        super().__init__(parent)
        self.scope = QComboBox(self)
        if selected:
            self.scope.addItem(self.tr("%Ln selected sound(s)", "", len(selected)), list(selected))
        self.scope.addItem(self.tr("All %Ln listed sound(s)", "", len(listed)), list(listed))
        self.creator = self._field(choice.creator, self.tr("Who made the sounds, in short; else what the file says"))
        what_for = self.tr("What they were made for: a show, a library; else what the file says")
        self.source = self._field(choice.source, what_for)
        self.keep_name = QCheckBox(self.tr("Old name, &whole, as FXName"), self)
        self.keep_name.setChecked(choice.keep_name)
        self.automatic = QCheckBox(self.tr("CatID also by the sound a&lone"), self)
        self.automatic.setChecked(choice.automatic)
        self.automatic.setToolTip(
            plain_tip(self.tr("Where neither you nor the file nor its words tell: what fits its sound best"))
        )
        self._arrange()
        self.scope.currentIndexChanged.connect(lambda _: self.changed.emit())
        for line in (self.creator, self.source):
            line.textChanged.connect(lambda _: self.changed.emit())
        for box in (self.keep_name, self.automatic):
            box.toggled.connect(lambda _: self.changed.emit())

    @property
    def sound_ids(self) -> list[int]:
        """The sounds that are meant."""
        return list(self.scope.currentData())

    @property
    def choice(self) -> NameChoice:
        """What the person wants names made of."""
        return NameChoice(
            creator=self.creator.text().strip(),
            source=self.source.text().strip(),
            keep_name=self.keep_name.isChecked(),
            automatic=self.automatic.isChecked(),
        )

    def _field(self, text: str, tip: str) -> QLineEdit:
        line = QLineEdit(text, self)
        line.setMaxLength(LONGEST_BLOCK)
        line.setMinimumWidth(_FIELD_WIDTH)
        line.setToolTip(plain_tip(tip))
        return line

    def _arrange(self) -> None:
        fields = QGridLayout(self)
        fields.setContentsMargins(0, 0, 0, 0)
        fields.setHorizontalSpacing(16)
        fields.setVerticalSpacing(4)
        for column, (text, widget) in enumerate(
            (
                (self.tr("Files &of"), self.scope),
                (self.tr("Creator&ID"), self.creator),
                (self.tr("Sourc&eID"), self.source),
            )
        ):
            label = PlainLabel(text, self)
            label.setBuddy(widget)
            fields.addWidget(label, 0, column)
            fields.addWidget(widget, 1, column)
        ticks = QHBoxLayout()
        ticks.setSpacing(16)
        ticks.addWidget(self.keep_name)
        ticks.addWidget(self.automatic)
        ticks.addStretch(1)
        fields.addLayout(ticks, 2, 0, 1, 4)
        fields.setColumnStretch(3, 1)
