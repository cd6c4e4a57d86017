"""Tags as chips, in the list and in the tag panel.

Who stands behind a tag shows in the shape, the line and the mark, never in the colour alone: the colour is the tag's.
"""

from PySide6.QtCore import QPointF, QRect, QRectF, Qt
from PySide6.QtGui import QColor, QFontMetrics, QPainter, QPen

from desktop_app.core.scoring import AppliedTag, TagSource
from desktop_app.gui import theme
from desktop_app.gui.selected_tags import Standing
from desktop_app.gui.theme import ChipColours

CHIP_HEIGHT = 20
"""Pixels, as all that follow."""
_PADDING = 8
_MARK = 13
"""The room that a mark takes before the name."""
_CORNER = 4.0
_STANDINGS = {
    TagSource.AUTOMATIC: Standing.AUTOMATIC,
    TagSource.ACCEPTED: Standing.ACCEPTED,
    TagSource.PERSON: Standing.PERSON,
}
_MARKED = (Standing.ACCEPTED, Standing.PERSON, Standing.REJECTED)
_DENIED = (Standing.REJECTED, Standing.NONE)
_LINES = {
    Standing.ACCEPTED: Qt.PenStyle.SolidLine,
    Standing.PERSON: Qt.PenStyle.SolidLine,
    Standing.REJECTED: Qt.PenStyle.DashLine,
    Standing.NONE: Qt.PenStyle.DotLine,
}


def chip_width(tag: AppliedTag, metrics: QFontMetrics, standing: Standing | None = None) -> int:
    """Pixels that a tag's chip takes."""
    mark = _MARK if (standing or _STANDINGS[tag.source]) in _MARKED else 0
    # One more, because widths of text are not whole pixels.
    return metrics.horizontalAdvance(tag.name) + 1 + 2 * _PADDING + mark


def chip_colours(tag: AppliedTag, standing: Standing) -> ChipColours:
    """Colours of a tag's chip; what no sound has is hollow and grey."""
    if standing in _DENIED:
        return ChipColours(QColor(theme.current().sidebar), QColor(theme.current().dim))
    return theme.chip_colours(tag.colour, tag.group or tag.name, theme.current())


def paint_chip(painter: QPainter, rect: QRect, tag: AppliedTag, standing: Standing | None = None) -> None:
    """One chip.

    Automatic: round and without a line. Accepted: a line and a tick. A person's own: square corners, a line and a plus.
    Rejected: hollow, dashed, a cross, the name struck through. Taken back a moment ago: hollow and dotted.
    """
    shown = standing or _STANDINGS[tag.source]
    colours = chip_colours(tag, shown)
    line = _LINES.get(shown)
    painter.setBrush(colours.fill if shown not in _DENIED else Qt.BrushStyle.NoBrush)
    painter.setPen(Qt.PenStyle.NoPen if line is None else QPen(colours.text, 1, line))
    inset = 0.0 if line is None else 0.5
    shape = QRectF(rect).adjusted(inset, inset, -inset, -inset)
    radius = _CORNER if shown is Standing.PERSON else shape.height() / 2
    painter.drawRoundedRect(shape, radius, radius)
    text = rect.adjusted(_PADDING, 0, -_PADDING, 0)
    if shown in _MARKED:
        _paint_mark(painter, QPointF(text.left() - 1, rect.center().y() + 0.5), colours.text, shown)
        text.adjust(_MARK, 0, 0, 0)
    painter.setPen(colours.text)
    font = painter.font()
    if font.strikeOut() != (shown is Standing.REJECTED):
        font.setStrikeOut(shown is Standing.REJECTED)
        painter.setFont(font)
    name = painter.fontMetrics().elidedText(tag.name, Qt.TextElideMode.ElideRight, text.width())
    painter.drawText(text, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, name)


def _paint_mark(painter: QPainter, left: QPointF, colour: QColor, standing: Standing) -> None:
    painter.setPen(QPen(colour, 1.6, Qt.PenStyle.SolidLine, Qt.PenCapStyle.RoundCap, Qt.PenJoinStyle.RoundJoin))
    if standing is Standing.ACCEPTED:
        painter.drawPolyline([left + QPointF(0, 0), left + QPointF(3, 3), left + QPointF(8, -3)])
    elif standing is Standing.PERSON:
        painter.drawLine(left + QPointF(0, 0), left + QPointF(8, 0))
        painter.drawLine(left + QPointF(4, -4), left + QPointF(4, 4))
    else:
        painter.drawLine(left + QPointF(1, -3), left + QPointF(7, 3))
        painter.drawLine(left + QPointF(1, 3), left + QPointF(7, -3))
