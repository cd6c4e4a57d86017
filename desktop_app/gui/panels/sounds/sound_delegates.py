"""Paints the cells of the sound list: waveforms from the stored thumbnails, and tags as chips.

Nothing is a widget here: a list of 100,000 rows stays as quick as one of ten. The view has painted the ground already,
selection included.
"""

from collections.abc import Iterator, Sequence

import numpy as np
from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QPointF, QRect, QSize, Qt
from PySide6.QtGui import QColor, QFontMetrics, QImage, QPainter, QPixmap, QPixmapCache
from PySide6.QtWidgets import QStyledItemDelegate, QStyleOptionViewItem

from desktop_app.core.scoring import AppliedTag
from desktop_app.core.sound import SoundState
from desktop_app.gui import theme
from desktop_app.gui.models.sound_rows import SoundRow, Thumbnail
from desktop_app.gui.models.sound_table import Role
from desktop_app.gui.panels.tags.tag_chips import CHIP_HEIGHT, chip_width, paint_chip

Index = QModelIndex | QPersistentModelIndex

ROW_HEIGHT = 34
"""Pixels."""
MARGIN = 10
"""Pixels between a cell's edge and what is in it; the style sheet gives headers the same."""
_CHIP_GAP = 6
_LEAST_CHIP = 48
"""Pixels of a chip whose name is cut: less says nothing."""
_WAVEFORM_HEIGHT = 26


class CellDelegate(QStyledItemDelegate):
    """Rows of text: one height, a margin, and sounds that are away dimmed."""

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        """All rows are equally high."""
        return QSize(super().sizeHint(option, index).width() + 2 * MARGIN, ROW_HEIGHT)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """The text, cut with an ellipsis where it does not fit."""
        text = index.data(Qt.ItemDataRole.DisplayRole)
        if not text:
            return
        row = index.data(Role.ROW)
        room = option.rect.adjusted(MARGIN, 0, -MARGIN, 0)
        painter.setPen(QColor(theme.current().dim if is_away(row) else theme.current().text))
        shown = option.fontMetrics.elidedText(text, Qt.TextElideMode.ElideRight, room.width())
        painter.drawText(room, index.data(Qt.ItemDataRole.TextAlignmentRole), shown)


class WaveformDelegate(CellDelegate):
    """The small waveform of a sound."""

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """The waveform, from a cached picture."""
        row: SoundRow | None = index.data(Role.ROW)
        room = option.rect.adjusted(MARGIN, 0, -MARGIN, 0)
        if row is None or row.thumbnail is None or room.width() < 8:
            return
        scale = painter.device().devicePixelRatioF()
        colour = theme.current().waveform_rest if is_away(row) else theme.current().waveform
        picture = _waveform_pixmap(row, row.thumbnail, room.width(), colour, scale)
        top = room.top() + (room.height() - _WAVEFORM_HEIGHT) // 2
        painter.drawPixmap(QPointF(room.left(), top), picture)


class TagsDelegate(CellDelegate):
    """The tags of a sound as chips; what does not fit is counted at the end."""

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Chips from left to right."""
        row: SoundRow | None = index.data(Role.ROW)
        if row is None or not row.tags:
            return
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        # Chips are laid out and drawn in the same font.
        painter.setFont(option.font)
        room = option.rect.adjusted(MARGIN, 0, -MARGIN, 0)
        metrics = option.fontMetrics
        chips = list(lay_out_chips(row.tags, room, metrics))
        for tag, rect in chips:
            paint_chip(painter, rect, tag)
        left_out = len(row.tags) - len(chips)
        if left_out:
            used = chips[-1][1].right() + 1 + _CHIP_GAP - room.left() if chips else 0
            painter.setPen(QColor(theme.current().dim))
            painter.drawText(room.adjusted(used, 0, 0, 0), Qt.AlignmentFlag.AlignVCenter, f"+{left_out}")
        painter.restore()


def is_away(row: SoundRow | None) -> bool:
    """Whether a row is dimmed: its file is not there, or could not be read."""
    return row is None or row.sound.state is not SoundState.PRESENT or row.sound.problem is not None


def lay_out_chips(tags: Sequence[AppliedTag], room: QRect, metrics: QFontMetrics) -> Iterator[tuple[AppliedTag, QRect]]:
    """Where the chips go, as many as fit wholly into the room beside the "+3" for those that do not.

    Only where not even the first one fits, it is made narrower: a name that can be guessed is better than none.
    """
    left = room.left()
    top = room.top() + (room.height() - CHIP_HEIGHT) // 2
    for number, tag in enumerate(tags):
        width = chip_width(tag, metrics)
        behind = len(tags) - 1 - number
        free = room.right() + 1 - left - (_CHIP_GAP + metrics.horizontalAdvance(f"+{behind}") if behind else 0)
        if width <= free:
            yield tag, QRect(left, top, width, CHIP_HEIGHT)
            left += width + _CHIP_GAP
            continue
        if not number and free >= _LEAST_CHIP:
            yield tag, QRect(left, top, free, CHIP_HEIGHT)
        return


def waveform_image(thumbnail: Thumbnail, width: int, height: int, colour: QColor) -> QImage:
    """A small waveform [columns, 2] as a picture of `width` x `height` pixels, transparent around it.

    Quiet sounds are drawn as quiet: nothing is normalised. Every column has at least one pixel.
    """
    columns = np.linspace(0, len(thumbnail), width + 1).astype(np.int64)
    starts = np.minimum(columns[:-1], len(thumbnail) - 1)
    lowest = np.minimum.reduceat(thumbnail[:, 0], starts).astype(np.float32)
    highest = np.maximum.reduceat(thumbnail[:, 1], starts).astype(np.float32)
    middle = (height - 1) / 2
    top = np.round(middle - highest / 127 * middle)
    bottom = np.maximum(np.round(middle - lowest / 127 * middle), top)
    rows = np.arange(height, dtype=np.float32)[:, None]
    painted = (rows >= top) & (rows <= bottom)
    pixels = np.where(painted, np.uint32(colour.rgba()), np.uint32(0))
    image = QImage(pixels.tobytes(), width, height, 4 * width, QImage.Format.Format_ARGB32_Premultiplied)
    # The copy owns its pixels; the one above only borrows them.
    return image.copy()


def _waveform_pixmap(row: SoundRow, thumbnail: Thumbnail, width: int, colour: str, scale: float) -> QPixmap:
    stored = row.sound.content_id or b""
    key = f"waveform {stored.hex()} {width} {colour} {scale}"
    picture = QPixmap()
    if not QPixmapCache.find(key, picture):
        size = (round(width * scale), round(_WAVEFORM_HEIGHT * scale))
        picture = QPixmap.fromImage(waveform_image(thumbnail, *size, QColor(colour)))
        picture.setDevicePixelRatio(scale)
        QPixmapCache.insert(key, picture)
    return picture
