"""Paints what a person noted of a sound: stars and a heart, and beside the name a note, copies, or what is wrong."""

from collections.abc import Iterator

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QRectF, Qt
from PySide6.QtGui import QColor, QFontMetrics, QPainter, QPen, QPixmap, QPixmapCache
from PySide6.QtWidgets import QStyle, QStyleOptionViewItem

from desktop_app.core.marks import HIGHEST_RATING
from desktop_app.gui import theme
from desktop_app.gui.icons import icon, mark_pixmap
from desktop_app.gui.models.sound_cells import copies_text, trouble_word
from desktop_app.gui.models.sound_rows import SoundRow
from desktop_app.gui.models.sound_table import Role
from desktop_app.gui.panels.sounds.sound_delegates import MARGIN, CellDelegate, is_away
from desktop_app.gui.plain_text import shown_name

Index = QModelIndex | QPersistentModelIndex

HEART = 0
"""What a click on the heart is called; 1 to 5 are the stars."""
_MARK = 15
"""Pixels that a star or the heart takes, its gap included."""
_DRAWN = 13
_BADGE_HEIGHT = 18
_BADGE_PADDING = 6
_GAP = 6
_ICON = 14
_INDENT = 18
"""Pixels that copies stand further in than their first one."""


class RatingDelegate(CellDelegate):
    """A heart and five stars; those that are not given are dots, and outlines under the mouse and where selected."""

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """The heart first, then the stars."""
        row: SoundRow | None = index.data(Role.ROW)
        if row is None:
            return
        wanted = QStyle.StateFlag.State_MouseOver | QStyle.StateFlag.State_Selected
        inviting = bool(option.state & wanted)
        colours = theme.current()
        given = {star: star <= row.marks.rating for star in range(1, HIGHEST_RATING + 1)} | {HEART: row.marks.favourite}
        for mark, rect in marks_in(option.rect):
            if given[mark]:
                painter.drawPixmap(rect.topLeft(), _mark_picture(mark, colours.accent, painter, filled=True))
            elif inviting:
                painter.drawPixmap(rect.topLeft(), _mark_picture(mark, colours.dim, painter, filled=False))
            elif mark != HEART and row.marks.rating:
                painter.setPen(QPen(QColor(colours.dim), 2))
                painter.drawPoint(rect.center())


class NameDelegate(CellDelegate):
    """The name, and at the cell's right edge what is wrong with the sound, how many copies it has, and its note."""

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Badges from the right, the name in what is left."""
        row: SoundRow | None = index.data(Role.ROW)
        if row is None:
            return
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        colours = theme.current()
        room = option.rect.adjusted(MARGIN, 0, -MARGIN, 0)
        copies: int = index.data(Role.COPIES)
        if copies:
            badge = copies_rect(option.rect, copies, option.fontMetrics)
            _paint_badge(painter, badge, copies_text(copies), colours.accent)
            room.setRight(badge.left() - _GAP)
        trouble = trouble_word(row)
        if trouble:
            badge = _badge_rect(room, trouble, option.fontMetrics)
            _paint_badge(painter, badge, trouble, colours.warning)
            room.setRight(badge.left() - _GAP)
        if row.marks.note:
            top = room.top() + (room.height() - _ICON) // 2
            painter.drawPixmap(room.right() - _ICON + 1, top, icon("sticky-note", "dim").pixmap(_ICON, _ICON))
            room.setRight(room.right() - _ICON - _GAP)
        if index.data(Role.UNFOLDED):
            room.setLeft(room.left() + _INDENT)
        painter.setPen(QColor(colours.dim if is_away(row) else colours.text))
        name = option.fontMetrics.elidedText(shown_name(row.sound.name), Qt.TextElideMode.ElideMiddle, room.width())
        painter.drawText(room, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, name)
        painter.restore()


def marks_in(cell: QRect) -> Iterator[tuple[int, QRect]]:
    """Where the heart and the stars of a cell are."""
    top = cell.top() + (cell.height() - _DRAWN) // 2
    for mark in range(HEART, HIGHEST_RATING + 1):
        # A little more room behind the heart, which is no star.
        left = cell.left() + MARGIN + mark * _MARK + (_GAP if mark else 0)
        yield mark, QRect(left, top, _DRAWN, _DRAWN)


def mark_at(cell: QRect, x: int) -> int | None:
    """The star (1 to 5) or the heart (0) at this place of a cell; None beside them."""
    for mark, rect in marks_in(cell):
        if rect.left() - 1 <= x <= rect.right() + 1:
            return mark
    return None


def copies_rect(cell: QRect, copies: int, metrics: QFontMetrics) -> QRect:
    """Where a name's cell says how many copies there are."""
    return _badge_rect(cell.adjusted(MARGIN, 0, -MARGIN, 0), copies_text(copies), metrics)


def _badge_rect(room: QRect, text: str, metrics: QFontMetrics) -> QRect:
    width = metrics.horizontalAdvance(text) + 2 * _BADGE_PADDING + 1
    top = room.top() + (room.height() - _BADGE_HEIGHT) // 2
    return QRect(room.right() - width + 1, top, width, _BADGE_HEIGHT)


def _paint_badge(painter: QPainter, rect: QRect, text: str, colour: str) -> None:
    painter.setPen(QPen(QColor(colour), 1))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    shape = QRectF(rect).adjusted(0.5, 0.5, -0.5, -0.5)
    painter.drawRoundedRect(shape, 5, 5)
    painter.drawText(rect, Qt.AlignmentFlag.AlignCenter, text)


def _mark_picture(mark: int, colour: str, painter: QPainter, *, filled: bool) -> QPixmap:
    """A star or the heart as a picture, drawn once for each colour and resolution."""
    scale = painter.device().devicePixelRatioF()
    name = "heart" if mark == HEART else "star"
    key = f"mark {name} {colour} {filled} {scale}"
    picture = QPixmap()
    if not QPixmapCache.find(key, picture):
        picture = mark_pixmap(name, colour, _DRAWN, scale, filled=filled)
        QPixmapCache.insert(key, picture)
    return picture
