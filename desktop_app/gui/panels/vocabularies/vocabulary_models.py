"""The tags of the vocabulary that is being edited, as a table that can be searched."""

from collections.abc import Sequence
from typing import Any, Final

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt
from PySide6.QtGui import QColor, QIcon, QPainter, QPixmap

from desktop_app.core.tag import Tag, fold
from desktop_app.gui import theme
from desktop_app.gui.plain_text import plain_tip
from desktop_app.gui.translations import decimal_text

Index = QModelIndex | QPersistentModelIndex

NAME, GROUP, PROMPTS, THRESHOLD = range(4)
_DOT: Final = 12
"""Logical pixels of the dot in a tag's colour."""


def colour_dot(colour: str | None, seed: str) -> QIcon:
    """A dot in the colour that the tag's chips have."""
    picture = QPixmap(2 * _DOT, 2 * _DOT)
    picture.fill(Qt.GlobalColor.transparent)
    painter = QPainter(picture)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(Qt.PenStyle.NoPen)
    shades = theme.chip_colours(colour, seed, theme.current())
    painter.setBrush(QColor(colour) if colour else shades.text)
    painter.drawEllipse(2, 2, 2 * _DOT - 4, 2 * _DOT - 4)
    painter.end()
    picture.setDevicePixelRatio(2)
    dot = QIcon(picture)
    dot.addPixmap(picture, QIcon.Mode.Selected)  # else Qt tints it in a selected row
    return dot


class TagTableModel(QAbstractTableModel):
    """Some hundred tags; searching looks at names, other words, prompts, groups and CatIDs."""

    def __init__(self, parent: QObject | None = None) -> None:
        """No tags yet."""
        super().__init__(parent)
        self._tags: list[Tag] = []
        self._shown: list[Tag] = []
        self._wanted = ""

    def show_tags(self, tags: Sequence[Tag]) -> None:
        """Show these tags, as far as the search finds them."""
        self.beginResetModel()
        self._tags = list(tags)
        self._shown = [tag for tag in self._tags if _matches(tag, self._wanted)]
        self.endResetModel()

    def search(self, text: str) -> None:
        """Show only tags that `text` is found in."""
        self._wanted = fold(text)
        self.show_tags(self._tags)

    def put_tag(self, tag: Tag) -> None:
        """Take over an edited tag; it stays in sight even where the search would not find it any more."""
        self._tags = [tag if old.tag_id == tag.tag_id else old for old in self._tags]
        row = self.row_of(tag.tag_id)
        if row is not None:
            self._shown[row] = tag
            self.dataChanged.emit(self.index(row, 0), self.index(row, THRESHOLD))

    def tag_at(self, row: int) -> Tag | None:
        """The tag in a row."""
        return self._shown[row] if 0 <= row < len(self._shown) else None

    def row_of(self, tag_id: str | None) -> int | None:
        """The row of a tag, None where it is not in sight."""
        return next((row for row, tag in enumerate(self._shown) if tag.tag_id == tag_id), None)

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008
        """Tags in sight."""
        return 0 if parent.isValid() else len(self._shown)

    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008
        """Name, group, prompts, threshold."""
        return 0 if parent.isValid() else THRESHOLD + 1

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """The columns' names."""
        if orientation != Qt.Orientation.Horizontal:
            return None
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return _alignment(section)
        if role != Qt.ItemDataRole.DisplayRole:
            return None
        return (self.tr("Tag"), self.tr("Group"), self.tr("Prompts"), self.tr("From"))[section]

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """What a cell shows and what a screen reader says."""
        tag = self.tag_at(index.row())
        if tag is None:
            return None
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            return (tag.name, tag.group or "", ", ".join(tag.prompts), decimal_text(tag.threshold, 2))[index.column()]
        if role == Qt.ItemDataRole.ToolTipRole and index.column() == PROMPTS:
            return plain_tip("\n".join(tag.prompts))
        if role == Qt.ItemDataRole.DecorationRole and index.column() == NAME:
            return colour_dot(tag.colour, tag.group or tag.name)
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return _alignment(index.column())
        return None


def _matches(tag: Tag, wanted: str) -> bool:
    if not wanted:
        return True
    texts = (tag.name, *tag.aliases, *tag.prompts, tag.group or "", tag.cat_id or "")
    return any(wanted in fold(text) for text in texts)


def _alignment(column: int) -> Qt.AlignmentFlag:
    side = Qt.AlignmentFlag.AlignRight if column == THRESHOLD else Qt.AlignmentFlag.AlignLeft
    return side | Qt.AlignmentFlag.AlignVCenter
