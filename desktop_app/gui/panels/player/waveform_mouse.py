"""What the mouse does on a waveform: a click goes there, a drag chooses a region, the ruler scrubs, the wheel zooms."""

from enum import Enum, auto
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QCoreApplication, QPointF, Qt
from PySide6.QtGui import QMouseEvent, QWheelEvent
from PySide6.QtWidgets import QApplication

from desktop_app.gui.panels.player.region import Region, fixed_edge, region_between
from desktop_app.gui.panels.player.time_axis import RULER_HEIGHT

if TYPE_CHECKING:
    from desktop_app.gui.panels.player.waveform_view import WaveformView

_NOTCH: Final = 120
"""Eighths of a degree of one step of a wheel, as Qt counts."""
_ZOOM_A_NOTCH: Final = 1.25
_SCROLL_A_NOTCH: Final = 0.1
"""Of what is seen."""


class _Doing(Enum):
    NOTHING = auto()
    PRESSED = auto()
    SELECTING = auto()
    SCRUBBING = auto()
    HOLDING = auto()
    """The region's handle is pressed, and the mouse has not moved yet."""


class WaveformMouse:
    """Follows one button press from its beginning to its end."""

    def __init__(self, view: "WaveformView") -> None:
        self._view = view
        self._doing = _Doing.NOTHING
        self._from = QPointF()
        self._anchor = 0.0
        """The edge of a region that stays, in seconds."""

    @property
    def busy(self) -> bool:
        """Whether a button is held: then nothing may move away under the mouse."""
        return self._doing is not _Doing.NOTHING

    def press(self, event: QMouseEvent) -> None:
        """Find out what the press takes hold of."""
        view = self._view
        if view.content is None or event.button() is not Qt.MouseButton.LeftButton:
            event.ignore()
            return
        self._from = event.position()
        edge = fixed_edge(view.region, self._from.x(), view.stretch, view.width())
        if self._from.y() < RULER_HEIGHT:
            self._doing = _Doing.SCRUBBING
            view.seek_requested.emit(self._seconds(event))
        elif (marker := view.ticks.at(self._from.toPoint())) is not None:
            view.marker_chosen.emit(marker)
        elif (carried := self._carried(event)) is not None:
            self._doing = _Doing.HOLDING
            view.carry_prepared.emit(carried)
        else:
            self._doing = _Doing.PRESSED if edge is None else _Doing.SELECTING
            self._anchor = self._seconds(event) if edge is None else edge

    def move(self, event: QMouseEvent) -> None:
        """Go on with what was begun."""
        view = self._view
        far = (event.position() - self._from).manhattanLength() >= QApplication.startDragDistance()
        if self._doing is _Doing.NOTHING:
            self._show_what_a_press_does(event)
        elif self._doing is _Doing.SCRUBBING:
            view.seek_requested.emit(self._seconds(event))
        elif self._doing is _Doing.HOLDING and far:
            self._doing = _Doing.NOTHING  # the drag takes the mouse over: there will be no release
            view.carry_started.emit()
        elif self._doing is _Doing.PRESSED and abs(event.position().x() - self._from.x()) >= 4:
            self._doing = _Doing.SELECTING
        if self._doing is _Doing.SELECTING:
            view.set_region(region_between(self._anchor, self._seconds(event)))

    def release(self, event: QMouseEvent) -> None:
        """End it."""
        if event.button() is not Qt.MouseButton.LeftButton:
            event.ignore()
            return
        doing, self._doing = self._doing, _Doing.NOTHING
        if doing is _Doing.PRESSED:
            self._view.seek_requested.emit(self._seconds(event))
        elif doing is _Doing.SELECTING:
            self._view.region_changed.emit(self._view.region)

    def double_click(self, event: QMouseEvent) -> None:
        """Clear the region, or make the moment one; the first click went to the place already."""
        view = self._view
        if event.button() is not Qt.MouseButton.LeftButton or event.position().y() < RULER_HEIGHT:
            return
        self._doing = _Doing.NOTHING
        if view.region is None and view.band.room.contains(event.position().toPoint()):
            view.choose_moment()
        else:
            view.choose_region(None)

    def wheel(self, event: QWheelEvent) -> None:
        """Up and down zoom at the mouse, with Ctrl or without; with Shift, and sideways, it scrolls."""
        view = self._view
        if view.content is None:
            event.ignore()
            return
        turned = event.angleDelta()
        shift = bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier)
        sideways = turned.x() if abs(turned.x()) > abs(turned.y()) else turned.y() if shift else 0
        if sideways:
            view.set_stretch(view.stretch.scrolled(-sideways / _NOTCH * _SCROLL_A_NOTCH * view.stretch.seconds))
        elif turned.y():
            at = view.stretch.seconds_at(event.position().x(), view.width())
            view.zoom(_ZOOM_A_NOTCH ** (turned.y() / _NOTCH), at)
        event.accept()

    def _seconds(self, event: QMouseEvent) -> float:
        return self._view.stretch.seconds_at(event.position().x(), self._view.width())

    def _carried(self, event: QMouseEvent) -> Region | None:
        """What a drag takes out: the region by its handle, or with Alt anywhere in it; with Alt the moment, too."""
        at, view = event.position().toPoint(), self._view
        alt = bool(event.modifiers() & Qt.KeyboardModifier.AltModifier)
        if view.handle().contains(at) or (alt and view.region_room().contains(at)):
            return view.region
        return view.band.region if alt and view.band.room.contains(at) else None

    def _show_what_a_press_does(self, event: QMouseEvent) -> None:
        view = self._view
        if view.content is None:
            return
        shapes, tip = Qt.CursorShape, ""
        if event.position().y() < RULER_HEIGHT:
            shape = shapes.PointingHandCursor
        elif (marker := view.ticks.at(event.position().toPoint())) is not None:
            shape, tip = shapes.PointingHandCursor, view.ticks.tip_of(marker)
        elif (carried := self._carried(event)) is not None:
            shape = shapes.OpenHandCursor
            tip = (
                QCoreApplication.translate("WaveformView", "Drag the region out as a sound of its own")
                if carried == view.region
                else QCoreApplication.translate("WaveformView", "Drag the moment out as a sound of its own")
            )
        elif fixed_edge(view.region, event.position().x(), view.stretch, view.width()) is not None:
            shape = shapes.SizeHorCursor
        else:
            shape = shapes.IBeamCursor
            if view.band.room.contains(event.position().toPoint()):
                tip = view.band.tip
        view.setCursor(shape)
        view.setToolTip(tip)
