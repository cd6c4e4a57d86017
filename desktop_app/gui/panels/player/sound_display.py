"""What is seen of the chosen sound: its waveform or spectrogram with tools and region, and what loads all that."""

from PySide6.QtCore import QEvent, QObject, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from desktop_app.core.moment import Moment
from desktop_app.core.sound import Sound
from desktop_app.core.sound_events import SoundEvent
from desktop_app.engine.processes.decoder_process import Decoder
from desktop_app.gui.panels.player.event_lane import EventLane
from desktop_app.gui.panels.player.region import Region, region_between
from desktop_app.gui.panels.player.region_bar import RegionBar
from desktop_app.gui.panels.player.stretch_loader import StretchLoader
from desktop_app.gui.panels.player.view_tools import ViewTools
from desktop_app.gui.panels.player.waveform_loader import SoundShape, WaveformLoader
from desktop_app.gui.panels.player.waveform_view import WaveformView
from desktop_app.library.tables.cache import Cache

_MARGIN = 6
"""Pixels between the region's bar and the corner of the waveform."""


class SoundDisplay(QWidget):
    """Shows one sound. All times are seconds."""

    shown = Signal(float)
    """There is something to see of the sound, which is so many seconds long."""
    failed = Signal()
    """There is nothing to see of it: a sentence says why."""
    seek_requested = Signal(float)
    region_changed = Signal(object)
    """The person chose another region, (start, end), or None."""
    settings_chosen = Signal(dict)
    """How waveforms are to be drawn from now on: names and values of settings."""

    def __init__(
        self, cache: Cache, decoder: Decoder, parent: QWidget | None = None, *, spectrogram: bool, together: bool
    ) -> None:
        """`spectrogram`: show that in place of the waveform; `together`: all channels in one lane."""
        super().__init__(parent)
        self.view = WaveformView()
        self.view.show_together(together)
        self.view.show_as_spectrogram(spectrogram)
        self.lane = EventLane(self.view)
        self.tools = ViewTools(spectrogram=spectrogram, together=together)
        self.region_bar = RegionBar(self.view)
        self._loader = WaveformLoader(cache, decoder, self)
        self._close_up = StretchLoader(decoder, self.view, self)
        self._sound: Sound | None = None
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(self.tools)
        seen = QVBoxLayout()
        seen.setSpacing(0)
        seen.addWidget(self.view, 1)
        seen.addWidget(self.lane)
        layout.addLayout(seen, 1)
        self._connect()

    def _connect(self) -> None:
        view, tools = self.view, self.tools
        self._loader.sketched.connect(self._show_shape)
        self._loader.loaded.connect(self._show_shape)
        self._loader.failed.connect(self._show_failure)
        view.seek_requested.connect(self.seek_requested)
        view.region_changed.connect(self.region_changed)
        view.region_shown.connect(self._show_region)
        view.spectrogram_toggled.connect(tools.spectrogram.toggle)
        tools.spectrogram_chosen.connect(view.show_as_spectrogram)
        tools.spectrogram_chosen.connect(lambda on: self.settings_chosen.emit({"spectrogram": on}))
        tools.together_chosen.connect(view.show_together)
        tools.together_chosen.connect(lambda on: self.settings_chosen.emit({"waveform_together": on}))
        tools.zoomed.connect(self._zoom)
        self.region_bar.clear_pressed.connect(lambda: view.choose_region(None))
        self.lane.event_chosen.connect(self._choose_event)
        view.installEventFilter(self)

    @property
    def loading(self) -> bool:
        """Whether a picture is still on its way."""
        return self._loader.loading or self._close_up.loading

    @property
    def message(self) -> str:
        """The sentence in place of a picture; empty while there is one."""
        return self.view.message

    @property
    def clips(self) -> bool:
        """Whether the sound clips anywhere."""
        return self.view.is_clipped

    def show_sound(self, sound: Sound, moment: Moment | None = None) -> None:
        """Show this sound and mark a moment of it; the waveform may come later, and then `shown` says so."""
        self._sound = sound
        self._name()
        self._close_up.follow(None, 0)
        self.view.forget()
        self.view.mark_moment(moment)
        known = self._loader.load(sound)
        if known is None:
            self.view.show_message(self.tr("Loading the waveform..."))
        else:
            self._show_shape(known)

    def show_message(self, sentence: str, sound: Sound | None = None) -> None:
        """Show a sentence: there is no sound to look at, or `sound` cannot be looked at."""
        self._loader.cancel()
        self._close_up.follow(None, 0)
        self._sound = sound
        self._name()
        self.view.mark_moment(None)
        self.view.show_message(sentence)

    def set_position(self, seconds: float, *, playing: bool) -> None:
        """Where the playhead stands; while the sound plays the page is turned where it leaves the picture."""
        self.view.set_position(seconds, follow=playing)

    def set_region(self, region: Region | None) -> None:
        """Show this region."""
        self.view.set_region(region)

    def close_display(self) -> None:
        """Load nothing more, and wait for what is being saved."""
        self._loader.close()
        self._close_up.close()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """The region's bar stays in its corner."""
        if event.type() is QEvent.Type.Resize:
            self._place_bar()
        return super().eventFilter(watched, event)

    def _choose_event(self, event: SoundEvent) -> None:
        """It becomes the region, as far as it is inside the sound as that is seen."""
        self.view.choose_region(region_between(event.onset, min(event.offset, self.view.stretch.total)))

    def _name(self) -> None:
        name = self._sound.name if self._sound is not None else ""
        self.view.setAccessibleName(self.tr("Waveform of {name}").format(name=name) if name else self.tr("Waveform"))

    def _show_shape(self, known: SoundShape) -> None:
        self.view.show_shape(known.shape, known.seconds)
        self._close_up.follow(self._sound, known.rate)
        self.shown.emit(known.seconds)

    def _show_failure(self, sentence: str) -> None:
        self.view.show_message(sentence)
        self.failed.emit()

    def _show_region(self) -> None:
        self.region_bar.show_region(self.view.region)
        self._place_bar()

    def _place_bar(self) -> None:
        bar, view = self.region_bar, self.view
        bar.move(max(view.width() - bar.width() - _MARGIN, 0), view.height() - bar.height() - _MARGIN)

    def _zoom(self, factor: float) -> None:
        stretch = self.view.stretch
        if factor:
            self.view.zoom(factor)
        else:
            self.view.set_stretch(stretch.whole(stretch.total))
