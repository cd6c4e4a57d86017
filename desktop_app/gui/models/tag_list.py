"""The library's tags with the number of sounds that have them, grouped by vocabulary.

While sounds are heard the counts come anew every few seconds: rows are then given other tags where they stand, and what
a row shows is made when it is painted, so that a thousand tags cost no more than those in sight.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import (
    QAbstractItemModel,
    QCoreApplication,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    QPointF,
    QSize,
    Qt,
)
from PySide6.QtGui import QColor, QFont, QIcon, QPainter, QPixmap

from desktop_app.core.tag import fold
from desktop_app.engine.tagging.library_tags import TagCount
from desktop_app.engine.tagging.tag_table import TagKey
from desktop_app.gui import theme
from desktop_app.gui.plain_text import plain_tip
from desktop_app.gui.translations import number_text

Index = QModelIndex | QPersistentModelIndex
ROOT = QModelIndex()

NAME = Qt.ItemDataRole.UserRole + 1
"""Role that gives the name of a tag; None on the rows of vocabularies."""
KEY = NAME + 1
"""Role that gives the key of a tag, (vocabulary id, tag id)."""
_DOT = 8
"""Pixels across the spot of colour before a tag."""


@dataclass(slots=True)
class _Group:
    vocabulary_id: str
    name: str
    tags: list[TagCount]


class TagListModel(QAbstractItemModel):
    """Vocabularies, and below each its tags that occur in the library, the frequent ones first."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._groups: list[_Group] = []

    def show_counts(self, counts: Sequence[TagCount], names: Mapping[str, str]) -> None:
        """Show these in place of those before; `names` gives each vocabulary's name by its id."""
        found: dict[str, list[TagCount]] = {vocabulary_id: [] for vocabulary_id in names}
        for item in counts:
            if item.count and item.scored.vocabulary_id in found:
                found[item.scored.vocabulary_id].append(item)
        for tags in found.values():
            tags.sort(key=lambda item: (-item.count, item.scored.tag.name.casefold()))
        if [(group.vocabulary_id, group.name) for group in self._groups] == list(names.items()):
            for row, group in enumerate(self._groups):
                self._change(row, group, found[group.vocabulary_id])
            return
        self.beginResetModel()
        self._groups = [_Group(vocabulary_id, name, found[vocabulary_id]) for vocabulary_id, name in names.items()]
        self.endResetModel()

    def tag_name(self, index: Index) -> str | None:
        """The tag of a row, or None for a vocabulary."""
        item = self._item(index)
        return None if item is None else item.scored.tag.name

    def tag_key(self, index: Index) -> TagKey | None:
        """What names the tag of a row for ever, or None for a vocabulary."""
        item = self._item(index)
        return None if item is None else item.scored.key

    @property
    def largest(self) -> QModelIndex:
        """The cell of the largest count; an invalid index where there is none."""
        firsts = [(group.tags[0].count, number) for number, group in enumerate(self._groups) if group.tags]
        return self.createIndex(0, 1, max(firsts)[1] + 1) if firsts else QModelIndex()

    def index_of(self, key: TagKey) -> QModelIndex:
        """Where a tag stands; an invalid index where it is not shown."""
        for number, group in enumerate(self._groups):
            for row, item in enumerate(group.tags):
                if item.scored.key == key:
                    return self.createIndex(row, 0, number + 1)
        return QModelIndex()

    def called(self, names: Iterable[str]) -> list[QModelIndex]:
        """Where the tags of these names stand, in any letter case."""
        wanted = {fold(name) for name in names}
        return [
            self.createIndex(row, 0, number + 1)
            for number, group in enumerate(self._groups if wanted else [])
            for row, item in enumerate(group.tags)
            if fold(item.scored.tag.name) in wanted
        ]

    def _change(self, row: int, group: _Group, tags: list[TagCount]) -> None:
        """Give a vocabulary other tags: rows come and go at its end."""
        heading, before, now = self.index(row, 0), len(group.tags), len(tags)
        if group.tags == tags:
            return
        if now > before:
            self.beginInsertRows(heading, before, now - 1)
            group.tags = tags
            self.endInsertRows()
        elif now < before:
            self.beginRemoveRows(heading, now, before - 1)
            group.tags = tags
            self.endRemoveRows()
        else:
            group.tags = tags
        if now:
            self.dataChanged.emit(self.index(0, 0, heading), self.index(now - 1, 1, heading))

    def _item(self, index: Index) -> TagCount | None:
        """The tag of a row. Indexes below a vocabulary carry its number, from 1 on; those of vocabularies 0."""
        if not index.isValid() or not index.internalId():
            return None
        return self._groups[index.internalId() - 1].tags[index.row()]

    # --- Qt's questions ---

    def index(self, row: int, column: int, parent: Index = ROOT) -> QModelIndex:
        """The place of a row below another."""
        if not 0 <= row < self.rowCount(parent) or column not in (0, 1):
            return QModelIndex()
        return self.createIndex(row, column, parent.row() + 1 if parent.isValid() else 0)

    def parent(self, index: Index = ROOT) -> Any:
        """The vocabulary that a tag is of."""
        if not index.isValid() or not index.internalId():
            return QModelIndex()
        return self.createIndex(index.internalId() - 1, 0, 0)

    def rowCount(self, parent: Index = ROOT) -> int:
        """Number of vocabularies, or of a vocabulary's tags."""
        if not parent.isValid():
            return len(self._groups)
        return 0 if parent.internalId() or parent.column() else len(self._groups[parent.row()].tags)

    def columnCount(self, parent: Index = ROOT) -> int:  # noqa: ARG002
        """Name and count."""
        return 2

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """What a row shows and says."""
        if not index.isValid():
            return None
        item = self._item(index)
        if index.column() == 1:
            return _of_count(item, role)
        return self._of_heading(index.row(), role) if item is None else _of_tag(item, role)

    def _of_heading(self, row: int, role: int) -> object:
        if role == Qt.ItemDataRole.DisplayRole:
            return self._groups[row].name
        return theme.semibold(QFont()) if role == Qt.ItemDataRole.FontRole else None

    def flags(self, index: Index) -> Qt.ItemFlag:
        """Nothing can be edited here; vocabularies cannot be chosen."""
        if not index.isValid():
            return Qt.ItemFlag.NoItemFlags
        flags = Qt.ItemFlag.ItemIsEnabled
        return flags if self._item(index) is None else flags | Qt.ItemFlag.ItemIsSelectable


def _of_count(item: TagCount | None, role: int) -> object:
    match role:
        case Qt.ItemDataRole.DisplayRole if item is not None:
            return number_text(item.count)
        case Qt.ItemDataRole.TextAlignmentRole:
            return Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
        case Qt.ItemDataRole.ForegroundRole:
            return QColor(theme.current().dim)
    return None


def _of_tag(item: TagCount, role: int) -> object:
    translate = QCoreApplication.translate
    tag = item.scored.tag
    match role:
        case Qt.ItemDataRole.DisplayRole:
            return tag.name
        case Qt.ItemDataRole.DecorationRole:
            return _spot(theme.chip_colours(tag.colour, tag.group or tag.name, theme.current()).text)
        case Qt.ItemDataRole.AccessibleTextRole:
            return translate("TagListModel", "{tag}, %Ln sound(s)", "", item.count).format(tag=tag.name)
        case Qt.ItemDataRole.ToolTipRole:
            return plain_tip(translate("TagListModel", "Show the sounds with the tag “{tag}”").format(tag=tag.name))
    if role == NAME:
        return tag.name
    return item.scored.key if role == KEY else None


def _spot(colour: QColor) -> QIcon:
    """A spot of the colour that the tag's chips have."""
    picture = QPixmap(QSize(32, 32))
    picture.setDevicePixelRatio(2)
    picture.fill(Qt.GlobalColor.transparent)
    painter = QPainter(picture)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(colour)
    painter.drawEllipse(QPointF(8, 8), _DOT / 2, _DOT / 2)
    painter.end()
    return QIcon(picture)
