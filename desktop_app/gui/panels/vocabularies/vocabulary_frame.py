"""How the vocabulary editor is laid out: its three columns, its buttons and the line at the bottom.

What they do is the editor's business; this only places them.
"""

from PySide6.QtCore import Qt
from PySide6.QtGui import QPalette
from PySide6.QtWidgets import (
    QBoxLayout,
    QFrame,
    QHBoxLayout,
    QLineEdit,
    QPushButton,
    QScrollArea,
    QSplitter,
    QVBoxLayout,
    QWidget,
)

from desktop_app.core.tag import Vocabulary
from desktop_app.gui.dialogs.questions import Questions
from desktop_app.gui.icons import icon
from desktop_app.gui.models.preview_sounds import ReadSounds
from desktop_app.gui.panels.vocabularies.tag_effect import TagEffectPanel
from desktop_app.gui.panels.vocabularies.tag_form import TagForm
from desktop_app.gui.panels.vocabularies.tag_table import TagTable
from desktop_app.gui.panels.vocabularies.vocabulary_list import VocabularyList
from desktop_app.gui.plain_text import PlainLabel


class VocabularyFrame(QWidget):
    """The list of vocabularies, the tags of the chosen one, the form of the chosen tag, and what that would do."""

    def __init__(self, questions: Questions, read: ReadSounds) -> None:
        """Everything empty. `read` gives the sounds of some ids."""
        super().__init__()
        self.list = VocabularyList()
        self.table = TagTable()
        self.form = TagForm(questions)
        self.effect = TagEffectPanel(read)
        self.title, self.description = QLineEdit(), QLineEdit()
        self.title.setAccessibleName(self.tr("Name of the vocabulary"))
        self.description.setAccessibleName(self.tr("Description of the vocabulary"))
        self.description.setPlaceholderText(self.tr("What this vocabulary is for"))
        self.message = PlainLabel()
        self.message.setWordWrap(True)
        self._make_buttons()
        self._arrange()

    def show_vocabulary(self, vocabulary: Vocabulary | None) -> None:
        """Fill name, description and table; None empties them."""
        self.title.setText(vocabulary.name if vocabulary else "")
        self.description.setText(vocabulary.description if vocabulary else "")
        self.description.setCursorPosition(0)  # a long one is read from its start
        self.table.show_all()
        self.table.show_tags(vocabulary.tags if vocabulary else (), None)

    def show_message(self, sentence: str, *, is_problem: bool) -> None:
        """The line at the bottom."""
        role = QPalette.ColorRole.BrightText if is_problem else QPalette.ColorRole.PlaceholderText
        self.message.setForegroundRole(role)
        self.message.setText(sentence)

    def enable(self, *, editing: bool, changed: bool, exportable: bool, removable: bool) -> None:
        """What can be done with the vocabulary that is shown."""
        for widget in (self.title, self.description, self.table, self.duplicate, self.add_tag, self.delete_tag):
            widget.setEnabled(editing)
        self.save.setEnabled(changed)
        self.save.setDefault(changed)
        self.revert.setEnabled(changed)
        self.export.setEnabled(exportable)
        self.remove.setEnabled(removable)

    def _make_buttons(self) -> None:
        self.new = _button(self.tr("&New"), "plus", self.tr("New vocabulary"))
        self.duplicate = _button(self.tr("D&uplicate"), "copy", self.tr("Duplicate this vocabulary"))
        self.load = _button(self.tr("&Import..."), "download", self.tr("Import a vocabulary from a file"))
        self.export = _button(self.tr("&Export..."), "upload", self.tr("Export this vocabulary to a file"))
        self.remove = _button(self.tr("&Remove..."), "trash-2", self.tr("Remove this vocabulary of your own"))
        self.add_tag = _button(self.tr("&Add tag"), "plus", self.tr("Add a tag to this vocabulary"))
        self.delete_tag = _button(self.tr("&Delete tag"), "trash-2", self.tr("Delete the chosen tag"))
        self.revert = _button(self.tr("Re&vert"), "undo-2", self.tr("Forget the unsaved changes"))
        self.save = _button(self.tr("&Save"), "", self.tr("Save, and tag the whole library anew"))

    def _arrange(self) -> None:
        tags = _split(Qt.Orientation.Vertical, [(self._table_column(), 520, 3), (self.effect, 240, 2)])
        parts = [(self._list_column(), 260, 1), (tags, 620, 4), (self._form_column(), 360, 1)]
        columns = _split(Qt.Orientation.Horizontal, parts)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(columns, 1)
        bottom = QHBoxLayout()
        bottom.setContentsMargins(16, 10, 16, 12)
        bottom.setSpacing(8)
        bottom.addWidget(self.message, 1)
        bottom.addWidget(self.revert)
        bottom.addWidget(self.save)
        layout.addLayout(bottom)

    def _list_column(self) -> QWidget:
        column, layout = _column(0, 0, 0, 12)
        layout.addWidget(self.list, 1)
        for left, right in ((self.new, self.duplicate), (self.load, self.export), (self.remove, None)):
            row = QHBoxLayout()
            row.setContentsMargins(12, 0, 12, 0)
            row.addWidget(left, 1)
            if right is None:
                row.addStretch(1)
            else:
                row.addWidget(right, 1)
            layout.addLayout(row)
        return column

    def _table_column(self) -> QWidget:
        column, layout = _column(14, 14, 14, 12)
        for widget in (self.title, self.description, self.table):
            layout.addWidget(widget)
        row = QHBoxLayout()
        row.addWidget(self.add_tag)
        row.addWidget(self.delete_tag)
        row.addStretch(1)
        layout.addLayout(row)
        return column

    def _form_column(self) -> QWidget:
        column, layout = _column(4, 14, 2, 0)
        area = QScrollArea()
        area.setWidget(self.form)
        area.setWidgetResizable(True)
        area.setFrameShape(QFrame.Shape.NoFrame)
        area.setMinimumWidth(240)
        layout.addWidget(area)
        return column


def _split(direction: Qt.Orientation, parts: list[tuple[QWidget, int, int]]) -> QSplitter:
    """Parts side by side with their first sizes in pixels, and their shares in what is gained or lost of that."""
    splitter = QSplitter(direction)
    splitter.setHandleWidth(1)
    for place, (widget, _, share) in enumerate(parts):
        splitter.addWidget(widget)
        splitter.setStretchFactor(place, share)
    splitter.setChildrenCollapsible(False)
    splitter.setSizes([size for _, size, _ in parts])
    return splitter


def _column(left: int, top: int, right: int, bottom: int) -> tuple[QWidget, QBoxLayout]:
    column = QWidget()
    layout = QVBoxLayout(column)
    layout.setContentsMargins(left, top, right, bottom)
    layout.setSpacing(8)
    return column, layout


def _button(label: str, picture: str, hint: str) -> QPushButton:
    button = QPushButton(label)
    if picture:
        button.setIcon(icon(picture))
    button.setToolTip(hint)
    button.setAccessibleDescription(hint)
    button.setAutoDefault(False)
    return button
