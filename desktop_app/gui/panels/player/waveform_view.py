"""Shows one sound: ruler, waveform or spectrogram, region, playhead; says what mouse and keys ask for."""

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QRect, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent, QPaintEvent, QResizeEvent, QWheelEvent
from PySide6.QtWidgets import QWidget

from desktop_app.core.metadata import Marker
from desktop_app.core.moment import Moment
from desktop_app.engine.decoding.spectrogram import Spectrogram
from desktop_app.gui.panels.player.marker_ticks import MarkerTicks
from desktop_app.gui.panels.player.moment_band import MomentBand
from desktop_app.gui.panels.player.region import Region, handle_rect, region_between, region_rect
from desktop_app.gui.panels.player.sound_shape import SampleShape, Shape
from desktop_app.gui.panels.player.stretch import Stretch
from desktop_app.gui.panels.player.time_axis import RULER_HEIGHT
from desktop_app.gui.panels.player.waveform_keys import WaveformKeys
from desktop_app.gui.panels.player.waveform_layers import Content
from desktop_app.gui.panels.player.waveform_mouse import WaveformMouse
from desktop_app.gui.panels.player.waveform_painting import WaveformPainting


class WaveformView(QWidget):
    """A picture of a sound, or a sentence where there is nothing to draw. Times are seconds."""

    seek_requested = Signal(float)
    """Go to this time."""
    region_changed = Signal(object)
    """The person chose another region, (start, end), or None."""
    stretch_changed = Signal()
    """Another part of the sound is seen, or it is seen in another way or size."""
    region_shown = Signal()
    """Another region is shown, also while the mouse still moves its edge."""
    carry_prepared = Signal(object)
    """The mouse took hold of a part of the sound, (start, end): it may be dragged out."""
    carry_started = Signal()
    """It is being dragged out."""
    marker_chosen = Signal(object)
    """A `Marker` was clicked: it is to be heard."""
    spectrogram_toggled = Signal()
    """The key for it was pressed."""

    def __init__(self, parent: QWidget | None = None) -> None:
        """An empty view."""
        super().__init__(parent)
        self._content: Content | None = None
        self._stretch = Stretch.whole(0.0)
        self._message = ""
        self._position = 0.0
        self._region: Region | None = None
        self.band = MomentBand(self)
        self.ticks = MarkerTicks(self)
        self._painting = WaveformPainting(self)
        self._mouse = WaveformMouse(self)
        self._keys = WaveformKeys(self)
        self._together = self._as_spectrogram = False
        self._spectrogram_note = ""
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)
        self.setMouseTracking(True)
        self.setMinimumHeight(80)
        self.setAccessibleName(self.tr("Waveform"))
        self._keys.describe()

    # What is shown

    @property
    def message(self) -> str:
        """The sentence shown instead of a waveform; empty while there is one."""
        return self._message

    @property
    def content(self) -> Content | None:
        """The sound that is shown."""
        return self._content

    @property
    def points(self) -> int:
        """How many stretches of the sound are known: 0 while a sentence is shown."""
        return 0 if self._content is None else self._content.shape.points

    @property
    def is_clipped(self) -> bool:
        """Whether the shown sound clips anywhere."""
        return self._content is not None and self._content.shape.clips

    @property
    def position(self) -> float:
        """Where the playhead stands."""
        return self._position

    @property
    def stretch(self) -> Stretch:
        """The part that is seen."""
        return self._stretch

    @property
    def region(self) -> Region | None:
        """The chosen region."""
        return self._region

    @property
    def together(self) -> bool:
        """Whether all channels share one lane."""
        return self._together

    @property
    def as_spectrogram(self) -> bool:
        """Whether the spectrogram is shown in place of the waveform."""
        return self._as_spectrogram

    @property
    def spectrogram_note(self) -> str:
        """The sentence in place of a spectrogram that is not there."""
        return self._spectrogram_note or self.tr("Computing the spectrogram...")

    @property
    def picture_columns(self) -> int:
        """The picture's width in device pixels."""
        return max(round(self.width() * self.devicePixelRatioF()), 1)

    @property
    def lanes_room(self) -> QRect:
        """Where the sound is drawn, below the ruler."""
        return self.rect().adjusted(0, RULER_HEIGHT, 0, 0)

    def show_shape(self, shape: Shape, seconds: float) -> None:
        """Draw this sound of so many seconds; what is seen of it stays when it is the same length."""
        before = self._content
        self._spectrogram_note = ""
        self._content, self._message = Content(shape, None, before.spectrogram if before else None), ""
        if before is None or abs(self._stretch.total - seconds) > 1e-6 * max(seconds, 1.0):
            self._stretch = Stretch.whole(seconds)
            self._stretch = self.band.stretch_to_see(self._stretch)  # which needs to know how long the sound is
        self.setCursor(Qt.CursorShape.IBeamCursor)
        self._redraw()
        self.stretch_changed.emit()

    def show_detail(self, detail: SampleShape) -> None:
        """The samples of a part, which is drawn from them where they are finer."""
        if self._content is not None:
            self._content = self._content.with_detail(detail)
            self._redraw()

    def show_spectrogram(self, spectrogram: Spectrogram) -> None:
        """The spectrogram of what is seen, or of a part."""
        if self._content is not None:
            self._content = self._content.with_spectrogram(spectrogram)
            self._redraw()

    def show_no_spectrogram(self, sentence: str) -> None:
        """Say why there is no spectrogram of this sound; its waveform stays."""
        self._spectrogram_note = sentence
        self._redraw()

    def show_message(self, sentence: str) -> None:
        """Show a sentence and no sound."""
        self.forget()
        self._message = sentence
        self.unsetCursor()
        self._redraw()
        self._keys.describe()

    def forget(self) -> None:
        """Another sound comes: the next shape is seen whole, from its start, with no region. A moment stays marked."""
        self._content, self._position = None, 0.0
        self._stretch = Stretch.whole(0.0)
        self.set_region(None)

    def show_together(self, together: bool) -> None:
        """All channels in one lane, or each in one of its own."""
        self._together = together
        self._redraw()

    def show_as_spectrogram(self, shown: bool) -> None:
        """The spectrogram, or the waveform."""
        self._as_spectrogram = shown
        self._redraw()
        self.stretch_changed.emit()

    # Where one is in it

    def set_position(self, seconds: float, *, follow: bool = False) -> None:
        """Move the playhead, repainting only the strip that it crosses; `follow`: turn the page where it leaves it."""
        seconds = min(max(seconds, 0.0), self._stretch.total)
        before, said = self._painting.playhead_x, int(self._position)
        self._position = seconds
        if self._content is None:
            return
        if follow and not self._mouse.busy:
            self.set_stretch(self._stretch.showing(seconds))
        self._painting.move_playhead(before)
        if said != int(seconds) or not follow:
            self._keys.describe()

    def set_stretch(self, stretch: Stretch) -> None:
        """See another part."""
        if stretch != self._stretch and self._content is not None:
            self._stretch = stretch
            self._redraw()
            self.stretch_changed.emit()

    def set_region(self, region: Region | None) -> None:
        """Show this region without saying so by a signal."""
        if region != self._region:
            self._region = region
            self.update()
            self._keys.describe()
            self.region_shown.emit()

    def mark_moment(self, moment: Moment | None) -> None:
        """Mark this as what the search found in the sound."""
        if moment != self.band.moment:
            self.band.moment = moment
            self.update()
            self._keys.describe()

    def show_markers(self, markers: Sequence[Marker]) -> None:
        """What places in the sound its file names."""
        if tuple(markers) != self.ticks.markers:
            self.ticks.markers = tuple(markers)
            self.update()

    def see_moment(self) -> None:
        """Scroll to the moment, and closer in a very long sound."""
        self.set_stretch(self.band.stretch_to_see(self._stretch))

    def choose_moment(self) -> None:
        """The moment becomes the region: from now on it is the person's."""
        if self.band.region is not None:
            self.choose_region(self.band.region)

    def choose_region(self, region: Region | None) -> None:
        """What the person chose."""
        changed = region != self._region
        self.set_region(region)
        if changed:
            self.region_changed.emit(self._region)

    def mark_start(self) -> None:
        """The region begins at the playhead; without one it goes on to the end of the sound."""
        end = self._region[1] if self._region and self._region[1] > self._position else self._stretch.total
        if self._content is not None:
            self.choose_region(region_between(self._position, end))

    def mark_end(self) -> None:
        """The region ends at the playhead; without one it begins with the sound."""
        start = self._region[0] if self._region and self._region[0] < self._position else 0.0
        if self._content is not None:
            self.choose_region(region_between(start, self._position))

    def handle(self) -> QRect:
        """Where the region can be taken hold of to drag it out; empty without a region."""
        return QRect() if self._region is None else handle_rect(self._region, self._stretch, self.lanes_room)

    def region_room(self) -> QRect:
        """Where the region is drawn; empty without one."""
        return QRect() if self._region is None else region_rect(self._region, self._stretch, self.lanes_room)

    def zoom(self, factor: float, at: float | None = None) -> None:
        """See it `factor` times as close; the time `at` (the playhead's where it is seen) stays where it is."""
        stretch = self._stretch
        if at is None:
            seen = stretch.start <= self._position <= stretch.end
            at = self._position if seen else (stretch.start + stretch.end) / 2
        self.set_stretch(stretch.zoomed(factor, at))

    def sizeHint(self) -> QSize:
        """Wide and as high as in the window's design."""
        return QSize(900, 168)

    def _redraw(self) -> None:
        self._painting.forget()
        self.update()

    # What the person and the system do

    def paintEvent(self, event: QPaintEvent) -> None:
        """See `WaveformPainting`."""
        self._painting.paint(event.rect())

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Take hold of the ruler, of the region, of one of its edges, or begin another region."""
        self._mouse.press(event)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Scrub, carry, or choose a region; without a button, show what a press would do."""
        self._mouse.move(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """A press that did not move goes to that place."""
        self._mouse.release(event)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        """Clear the region, or make the moment one."""
        self._mouse.double_click(event)

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Zoom at the mouse, or scroll."""
        self._mouse.wheel(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """See `WaveformKeys`; every other key goes on to the window."""
        if self._content is None or not self._keys.press(event):
            super().keyPressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Another size needs other pictures."""
        self._painting.forget()
        super().resizeEvent(event)
        self.stretch_changed.emit()

    def changeEvent(self, event: QEvent) -> None:
        """Another theme, or a screen with another resolution, needs other pictures."""
        if event.type() in (QEvent.Type.PaletteChange, QEvent.Type.DevicePixelRatioChange, QEvent.Type.StyleChange):
            self._redraw()
        super().changeEvent(event)
