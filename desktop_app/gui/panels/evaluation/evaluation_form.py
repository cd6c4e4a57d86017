"""What is to be evaluated, and what it must look like: a folder of labels, or a table."""

from enum import StrEnum
from pathlib import Path
from typing import Final

from PySide6.QtCore import Signal
from PySide6.QtGui import QFontDatabase, QPalette
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QLineEdit,
    QPushButton,
    QRadioButton,
    QScrollArea,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from desktop_app.gui.plain_text import PlainLabel


class Source(StrEnum):
    """Where labels can come from."""

    FOLDER = "folder"
    TABLE = "table"
    VERDICTS = "verdicts"


TABLE_SUFFIXES: Final = (".csv", ".tsv")


class EvaluationForm(QScrollArea):
    """Asks for a place, and says when the person wants to begin."""

    choose_wanted = Signal(str)
    """The person wants to look for a place of this `Source`."""
    run_wanted = Signal(str, str)
    """(`Source`, the place as it was typed)"""

    def __init__(self, parent: QWidget | None = None) -> None:
        """Nothing chosen yet."""
        super().__init__(parent)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setWidgetResizable(True)
        self.choices: dict[Source, QRadioButton] = {
            Source.FOLDER: QRadioButton(self.tr("A folder whose sub-folders are the labels")),
            Source.TABLE: QRadioButton(self.tr("A table (CSV) of paths and labels")),
            Source.VERDICTS: QRadioButton(self.tr("What you said about tags in the library")),
        }
        self._running = False
        self.place = QLineEdit()
        self.place.setAccessibleName(self.tr("Folder or table"))
        self.choose = QPushButton(self.tr("Choose..."))
        self.run = QPushButton(self.tr("Evaluate"))
        self.run.setDefault(True)
        self._layout_text, self._example = PlainLabel(), PlainLabel()
        self._place_line = self._line_of_place()
        self._arrange()
        self._connect()
        self.choices[Source.FOLDER].setChecked(True)
        self._show_source()
        self.setFocusProxy(self.place)

    @property
    def source(self) -> Source:
        """What the person chose."""
        return next(source for source, button in self.choices.items() if button.isChecked())

    @property
    def is_running(self) -> bool:
        """Whether something is being evaluated, so that nothing else can be begun."""
        return self._running

    def show_place(self, place: Path) -> None:
        """Have this place be evaluated; what it is shows in its name."""
        self.choices[Source.TABLE if place.suffix.lower() in TABLE_SUFFIXES else Source.FOLDER].setChecked(True)
        self.place.setText(str(place))

    def show_running(self, *, running: bool) -> None:
        """Nothing else can be begun while one is running."""
        self._running = running
        for widget in (*self.choices.values(), self.place, self.choose):
            widget.setEnabled(not running)
        self._enable()

    def _connect(self) -> None:
        for button in self.choices.values():
            button.toggled.connect(self._show_source)
        self.place.textChanged.connect(self._enable)
        self.place.returnPressed.connect(self._begin)
        self.choose.clicked.connect(lambda: self.choose_wanted.emit(self.source))
        self.run.clicked.connect(self._begin)

    def _begin(self) -> None:
        if self.run.isEnabled():
            self.run_wanted.emit(self.source, self.place.text().strip())

    def _enable(self) -> None:
        has_place = self.source is Source.VERDICTS or bool(self.place.text().strip())
        self.run.setEnabled(not self._running and has_place)

    def _show_source(self) -> None:
        """Say what the place must look like."""
        text, example = {
            Source.FOLDER: (
                self.tr(
                    "Each sub-folder is a label, and all sounds in it have that label; a number in front of its name"
                    " does not count. A folder of ESC-50, UrbanSound8K or FSD50K is taken as it is."
                ),
                self.tr("My sounds\n    001 - Dog bark\n        a.wav\n        b.wav\n    002 - Wind\n        c.wav"),
            ),
            Source.TABLE: (
                self.tr(
                    "A line of column names, then a line a sound: its path, from the table's folder on, and its label,"
                    " or several with ; between them."
                ),
                self.tr("path,label\ndogs/a.wav,dog bark\nstorms/c.wav,wind;rain"),
            ),
            Source.VERDICTS: (
                self.tr(
                    "Each tag that you accepted or rejected on several sounds is compared with your word, by its"
                    " prompts alone and with what it learned from you, always on sounds that it did not learn from."
                ),
                "",
            ),
        }[self.source]
        self._place_line.setVisible(self.source is not Source.VERDICTS)
        self._layout_text.setText(text)
        self._example.setText(example)
        self._enable()

    def _line_of_place(self) -> QWidget:
        widget = QWidget()
        line = QHBoxLayout(widget)
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(8)
        line.addWidget(self.place, 1)
        line.addWidget(self.choose)
        return widget

    def _arrange(self) -> None:
        why = PlainLabel(
            self.tr(
                "Take sounds of your own of which you know what they are: Earmark listens to them without being told,"
                " and you see how often it is right.\nNothing is added to the library, and no file is changed."
            )
        )
        self._example.setFont(QFontDatabase.systemFont(QFontDatabase.SystemFont.FixedFont))
        for label in (why, self._layout_text, self._example):
            label.setWordWrap(True)
            label.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Minimum)
        for label in (self._layout_text, self._example):
            label.setForegroundRole(QPalette.ColorRole.PlaceholderText)
        begin = QHBoxLayout()
        begin.addWidget(self.run)
        begin.addStretch(1)
        content = QWidget()
        layout = QVBoxLayout(content)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(10)
        layout.addWidget(why)
        for button in self.choices.values():
            layout.addWidget(button)
        layout.addWidget(self._place_line)
        layout.addLayout(begin)
        layout.addWidget(self._layout_text)
        layout.addWidget(self._example)
        layout.addStretch(1)
        self.setWidget(content)
