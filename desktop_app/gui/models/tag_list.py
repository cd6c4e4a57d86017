"""The library's tags with the number of sounds that have them, grouped by vocabulary."""

from collections.abc import Mapping, Sequence
from typing import Any

from PySide6.QtCore import QCoreApplication, QModelIndex, QObject, QPointF, QSize, Qt
from PySide6.QtGui import QColor, QIcon, QPainter, QPixmap, QStandardItem, QStandardItemModel

from desktop_app.engine.tagger import TagCount, TagKey
from desktop_app.gui import theme
from desktop_app.gui.translations import number_text

NAME = Qt.ItemDataRole.UserRole + 1
"""Role that gives the name of a tag; None on the rows of vocabularies."""
KEY = NAME + 1
"""Role that gives the key of a tag, (vocabulary id, tag id)."""
_DOT = 8
"""Pixels across the spot of colour before a tag."""


class TagListModel(QStandardItemModel):
    """Vocabularies, and below each its tags that occur in the library, the frequent ones first."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(0, 2, parent)

    def show_counts(self, counts: Sequence[TagCount], names: Mapping[str, str]) -> None:
        """Replace everything; `names` gives each vocabulary's name by its id."""
        self.removeRows(0, self.rowCount())
        for vocabulary_id, name in names.items():
            found = [c for c in counts if c.scored.vocabulary_id == vocabulary_id and c.count]
            heading = QStandardItem(name)
            heading.setFont(theme.semibold(heading.font()))
            for item in sorted(found, key=lambda c: (-c.count, c.scored.tag.name.casefold())):
                heading.appendRow(_row(item))
            self.appendRow([heading, QStandardItem()])

    def data(self, index: Any, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """As it was set, but counts are dimmed in the theme of the moment."""
        if role == Qt.ItemDataRole.ForegroundRole and index.column() == 1:
            return QColor(theme.current().dim)
        return super().data(index, role)

    def flags(self, index: Any) -> Qt.ItemFlag:
        """Nothing can be edited here; vocabularies cannot be chosen."""
        if not index.isValid():
            return super().flags(index)
        flags = Qt.ItemFlag.ItemIsEnabled
        return flags | Qt.ItemFlag.ItemIsSelectable if self.tag_name(index) is not None else flags

    def tag_name(self, index: QModelIndex) -> str | None:
        """The tag of a row, or None for a vocabulary."""
        name: str | None = index.siblingAtColumn(0).data(NAME)
        return name

    def tag_key(self, index: QModelIndex) -> TagKey | None:
        """What names the tag of a row for ever, or None for a vocabulary."""
        key = index.siblingAtColumn(0).data(KEY)
        return None if key is None else (key[0], key[1])


def _row(item: TagCount) -> list[QStandardItem]:
    translate = QCoreApplication.translate
    tag = item.scored.tag
    name, count = QStandardItem(tag.name), QStandardItem(number_text(item.count))
    name.setData(tag.name, NAME)
    name.setData(item.scored.key, KEY)
    name.setIcon(_spot(tag.colour, tag.group or tag.name))
    name.setData(
        translate("TagListModel", "{tag}, %Ln sound(s)", "", item.count).format(tag=tag.name),
        Qt.ItemDataRole.AccessibleTextRole,
    )
    name.setToolTip(translate("TagListModel", "Show the sounds with the tag “{tag}”").format(tag=tag.name))
    count.setTextAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
    return [name, count]


def _spot(colour: str | None, seed: str) -> QIcon:
    """A spot of the colour that the tag's chips have."""
    picture = QPixmap(QSize(32, 32))
    picture.setDevicePixelRatio(2)
    picture.fill(Qt.GlobalColor.transparent)
    painter = QPainter(picture)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(theme.chip_colours(colour, seed, theme.current()).text)
    painter.drawEllipse(QPointF(8, 8), _DOT / 2, _DOT / 2)
    painter.end()
    return QIcon(picture)
