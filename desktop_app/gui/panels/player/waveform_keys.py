"""What the keyboard does on a waveform, and what a screen reader says of it."""

from collections.abc import Callable
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QObject, Qt
from PySide6.QtGui import QKeyEvent

from desktop_app.gui.panels.player.player_controls import clock
from desktop_app.gui.panels.player.region import region_between

if TYPE_CHECKING:
    from desktop_app.gui.panels.player.waveform_view import WaveformView

STEP: Final = 0.02
"""The share of what is seen that the left and right keys jump over."""
_PAGE: Final = 0.8
_CLOSER: Final = 2.0


class WaveformKeys(QObject):
    """The keys of one view."""

    def __init__(self, view: "WaveformView") -> None:
        super().__init__(view)
        self._view = view
        keys = Qt.Key
        self._meanings: dict[int, Callable[[], None]] = {
            keys.Key_Plus: lambda: view.zoom(_CLOSER),
            keys.Key_Equal: lambda: view.zoom(_CLOSER),
            keys.Key_Minus: lambda: view.zoom(1 / _CLOSER),
            keys.Key_0: lambda: view.set_stretch(view.stretch.whole(view.stretch.total)),
            keys.Key_PageUp: lambda: view.set_stretch(view.stretch.scrolled(-_PAGE * view.stretch.seconds)),
            keys.Key_PageDown: lambda: view.set_stretch(view.stretch.scrolled(_PAGE * view.stretch.seconds)),
            keys.Key_Left: lambda: self._go(view.position - self._step),
            keys.Key_Right: lambda: self._go(view.position + self._step),
            keys.Key_Home: lambda: self._go(0.0),
            keys.Key_End: lambda: self._go(view.stretch.total),
            keys.Key_BracketLeft: view.mark_start,
            keys.Key_BracketRight: view.mark_end,
            keys.Key_S: view.spectrogram_toggled.emit,
        }

    def press(self, event: QKeyEvent) -> bool:
        """Do what a key means; False where it means nothing here."""
        view, key = self._view, event.key()
        modifiers = event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        shift = modifiers == Qt.KeyboardModifier.ShiftModifier
        if shift and key in (Qt.Key.Key_Left, Qt.Key.Key_Right):
            self._extend(self._step if key == Qt.Key.Key_Right else -self._step)
        elif key == Qt.Key.Key_Escape and view.region is not None:
            view.choose_region(None)
        elif key in self._meanings and (not modifiers or (shift and key in (Qt.Key.Key_Plus, Qt.Key.Key_Equal))):
            self._meanings[key]()
        else:
            return False
        return True

    def describe(self) -> None:
        """Tell a screen reader where the playhead is, which region is chosen, and the keys."""
        view = self._view
        if view.content is None:
            view.setAccessibleDescription(view.message)
            return
        place = self.tr("At {position} of {length}.")
        said = [place.format(position=clock(view.position), length=clock(view.stretch.total))]
        if view.region is not None:
            start, end = view.region
            region = self.tr("Region from {start} to {end}, {length} long.")
            said.append(region.format(start=clock(start), end=clock(end), length=clock(end - start)))
        if view.band.region is not None:
            said.append(view.band.text)
        said.append(
            self.tr("Left and right move the playhead, with Shift they choose a region as [ and ] do; + - and 0 zoom.")
        )
        view.setAccessibleDescription(" ".join(said))

    @property
    def _step(self) -> float:
        return STEP * self._view.stretch.seconds

    def _go(self, seconds: float) -> None:
        seconds = min(max(seconds, 0.0), self._view.stretch.total)
        self._view.set_stretch(self._view.stretch.showing(seconds))
        self._view.seek_requested.emit(seconds)

    def _extend(self, by: float) -> None:
        """Move the edge that the playhead is on; from elsewhere, begin a region at the playhead."""
        view = self._view
        at = view.position
        anchor = at
        if view.region is not None and min(abs(edge - at) for edge in view.region) < abs(by) / 2:
            anchor = max(view.region, key=lambda edge: abs(edge - at))
        target = min(max(at + by, 0.0), view.stretch.total)
        view.choose_region(region_between(anchor, target))
        self._go(target)
