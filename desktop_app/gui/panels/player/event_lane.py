"""The lane below the waveform that shows which tags apply when: a row a tag, the most certain first."""

from collections.abc import Sequence
from typing import Final

from PySide6.QtCore import QEvent, QPoint, QRect, QSize, Qt, Signal
from PySide6.QtGui import (
    QAction,
    QColor,
    QContextMenuEvent,
    QHelpEvent,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPen,
)
from PySide6.QtWidgets import QMenu, QToolTip, QWidget

from desktop_app.core.sound_events import SoundEvent, most_certain
from desktop_app.gui import theme
from desktop_app.gui.panels.player.player_controls import clock
from desktop_app.gui.panels.player.waveform_view import WaveformView
from desktop_app.gui.plain_text import plain_tip
from desktop_app.gui.translations import decimal_text

ROWS: Final = 4
ROW_HEIGHT: Final = 16
_MARGIN: Final = 3
_NARROWEST: Final = 4
"""Logical pixels: so much of an event is seen in a sound of hours, too."""
_ROOM_FOR_NAME: Final = 34
"""Logical pixels from which on a name is written inside; else it stands behind, where there is room."""
_SPOKEN: Final = 12
"""Events that are told to a screen reader at most."""


class EventLane(QWidget):
    """Events of one sound, or a sentence. It lies below a view of the same width, and shows the same stretch."""

    event_chosen = Signal(object)
    """The person chose this `SoundEvent`."""

    def __init__(self, view: WaveformView, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._view = view
        self._rows: list[tuple[SoundEvent, ...]] = []
        self._message = ""
        self._menu_actions: tuple[QAction, ...] = ()
        self._chosen: SoundEvent | None = None
        self.setFixedHeight(ROWS * ROW_HEIGHT + 2 * _MARGIN)
        self.setMouseTracking(True)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAccessibleName(self.tr("When tags apply"))
        view.stretch_changed.connect(self.update)

    @property
    def message(self) -> str:
        """The sentence in place of events; empty while there are some."""
        return self._message

    @property
    def rows(self) -> list[tuple[SoundEvent, ...]]:
        """The events that are shown, a tag a row."""
        return self._rows

    @property
    def events(self) -> list[SoundEvent]:
        """The same, by their beginning."""
        return sorted((event for row in self._rows for event in row), key=lambda event: event.onset)

    def show_events(self, events: Sequence[SoundEvent]) -> None:
        """Show the events of the tags that are most certain."""
        self._rows = most_certain(events, ROWS)
        self._chosen = None
        self._message = "" if events else self.tr("No tag applies anywhere in this sound.")
        self._describe()
        self.update()

    def show_message(self, sentence: str) -> None:
        """Show a sentence and no events."""
        self.show_events(())
        self._message = sentence
        self._describe()

    def use_menu(self, actions: Sequence[QAction]) -> None:
        """What the context menu offers."""
        self._menu_actions = tuple(actions)

    def sizeHint(self) -> QSize:
        """As wide as the view."""
        return QSize(self._view.width(), self.height())

    def room_of(self, event: SoundEvent) -> QRect:
        """Where an event is drawn; it may begin or end outside. Empty for one that is not shown."""
        row = next((number for number, events in enumerate(self._rows) if event in events), None)
        if row is None:
            return QRect()
        stretch, width = self._view.stretch, self.width()
        left, right = round(stretch.x_of(event.onset, width)), round(stretch.x_of(event.offset, width))
        return QRect(left, _MARGIN + row * ROW_HEIGHT + 1, max(right - left, _NARROWEST), ROW_HEIGHT - 2)

    def event_at(self, at: QPoint) -> SoundEvent | None:
        """The event that is drawn there."""
        return next((event for event in self.events if self.room_of(event).contains(at)), None)

    def text_of(self, event: SoundEvent) -> str:
        """An event in words."""
        text = self.tr("{tag}, {start} to {end}, score {score}")
        tag = event.tag.tag.name
        return text.format(
            tag=tag, start=clock(event.onset), end=clock(event.offset), score=decimal_text(event.score, 2)
        )

    # Painting

    def paintEvent(self, event: QPaintEvent) -> None:
        """All rows; there are few."""
        painter, colours = QPainter(self), theme.current()
        painter.fillRect(event.rect(), QColor(colours.base))
        painter.setPen(QColor(colours.border))
        painter.drawLine(0, 0, self.width(), 0)
        font = painter.font()
        font.setPixelSize(11)
        painter.setFont(font)
        if self._message:
            painter.setPen(QColor(colours.dim))
            flags = Qt.AlignmentFlag.AlignCenter | Qt.TextFlag.TextWordWrap
            painter.drawText(self.rect().adjusted(24, 2, -24, -2), int(flags), self._message)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        for row in self._rows:
            for number, shown in enumerate(row):
                following = self.room_of(row[number + 1]).left() if number + 1 < len(row) else self.width()
                self._paint_event(painter, shown, following)
        if self.hasFocus():
            painter.setRenderHint(QPainter.RenderHint.Antialiasing, False)
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(QColor(colours.accent))
            painter.drawRect(self.rect().adjusted(0, 0, -1, -1))

    def _paint_event(self, painter: QPainter, event: SoundEvent, following: int) -> None:
        """`following`: where the next one of the row begins."""
        room = self.room_of(event)
        seen = room & self.rect()
        if seen.isEmpty():
            return
        tag = event.tag.tag
        colours = theme.chip_colours(tag.colour, tag.group or tag.name, theme.current())
        line = QColor(theme.current().accent) if event == self._chosen else colours.text
        painter.setPen(QPen(line, 2 if event == self._chosen else 1))
        painter.setBrush(colours.fill)
        painter.drawRoundedRect(room.adjusted(0, 0, -1, -1), 3, 3)
        painter.setPen(colours.text)
        inside, behind = seen.adjusted(6, 0, -4, 0), QRect(seen.right() + 5, seen.top(), 0, seen.height())
        behind.setRight(min(following, self.width()) - 4)
        where = inside if seen.width() >= _ROOM_FOR_NAME else behind
        if where.width() >= _ROOM_FOR_NAME - 10:
            name = painter.fontMetrics().elidedText(tag.name, Qt.TextElideMode.ElideRight, where.width())
            painter.drawText(where, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, name)

    # What the person does

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """A click on an event chooses it."""
        found = self.event_at(event.position().toPoint())
        if event.button() is Qt.MouseButton.LeftButton and found is not None:
            self._choose(found)
        else:
            event.ignore()

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Show what can be clicked."""
        hit = self.event_at(event.position().toPoint()) is not None
        self.setCursor(Qt.CursorShape.PointingHandCursor if hit else Qt.CursorShape.ArrowCursor)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Left and Right go from event to event, and choose it."""
        steps = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1}
        events = self.events
        step = steps.get(Qt.Key(event.key()))
        if step is None or not events or event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier:
            super().keyPressEvent(event)
            return
        before = events.index(self._chosen) if self._chosen in events else (-1 if step > 0 else len(events))
        self._choose(events[min(max(before + step, 0), len(events) - 1)])

    def event(self, event: QEvent) -> bool:
        """Tell what an event is where the mouse rests on it."""
        if isinstance(event, QHelpEvent) and event.type() is QEvent.Type.ToolTip:
            found = self.event_at(event.pos())
            help_text = self.tr("A click makes it the region.")
            tip = plain_tip(f"{self.text_of(found)}\n{help_text}") if found else ""
            QToolTip.showText(event.globalPos(), tip, self)
            return True
        return super().event(event)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """Files for other programs."""
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.addActions(list(self._menu_actions))
        menu.popup(event.globalPos())

    def changeEvent(self, event: QEvent) -> None:
        """Another theme has other colours."""
        if event.type() in (QEvent.Type.PaletteChange, QEvent.Type.StyleChange):
            self.update()
        super().changeEvent(event)

    def _choose(self, event: SoundEvent) -> None:
        self._chosen = event
        self._describe()
        self.update()
        self.event_chosen.emit(event)

    def _describe(self) -> None:
        """The chosen event, or the first ones, in words."""
        told = [self._chosen] if self._chosen is not None else self.events[:_SPOKEN]
        text = self._message or ". ".join(map(self.text_of, told))
        help_text = self.tr("Left and Right go from one to the next and make it the region.")
        self.setAccessibleDescription(text if self._message else f"{text}. {help_text}")
