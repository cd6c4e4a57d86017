"""Carries the engine's events into Qt. The only class that knows both sides."""

import threading
from dataclasses import replace

from PySide6.QtCore import QObject, Qt, Signal

from desktop_app.core.events import (
    EmbedderChanged,
    FileTextsRead,
    FolderScanned,
    IndexEvent,
    IndexingFailed,
    IndexingIdle,
    IndexingPaused,
    IndexingProgress,
    IndexingStopped,
    LibraryNoticed,
    MeasuringProgress,
    MomentsProgress,
    ScanProgress,
    SoundsChanged,
    SoundsIndexed,
    SuccessorProgress,
    SuccessorStopped,
    TagsChanged,
)
from desktop_app.gui.retelling import retold
from desktop_app.gui.timers import once_after

INTERVAL_MILLISECONDS = 100
"""Events are gathered for this long: a person sees ten changes a second, the indexer may make thousands."""


class IndexerBridge(QObject):
    """`notify` may be called on any thread; the signals are sent on the thread this object lives on.

    Events of one kind that arrive within a tenth of a second become one signal.
    """

    sounds_indexed = Signal(tuple)
    """Ids of sounds that were heard."""
    sounds_changed = Signal()
    """Rows came, went or moved."""
    progressed = Signal(object)
    """The newest `IndexingProgress`."""
    moments_progressed = Signal(object)
    """The newest `MomentsProgress`."""
    measuring_progressed = Signal(object)
    """The newest `MeasuringProgress`."""
    file_texts_read = Signal(tuple)
    """Ids of sounds whose files were looked into again."""
    scanning = Signal(object)
    """The newest `ScanProgress`."""
    failed = Signal(tuple)
    """`IndexingFailed` events, one for each file that could not be read."""
    paused = Signal()
    idle = Signal()
    tags_changed = Signal()
    problem = Signal(str)
    """A sentence: indexing rests because of something that a person must put right."""
    library_noticed = Signal(object)
    """A `LibraryNoticed`: something is wrong with the library's own files, though work goes on."""
    successor_progressed = Signal(str, object)
    """(name of the embedder that is to take over, its newest `IndexingProgress`)"""
    successor_stopped = Signal(str, str)
    """(name, a sentence): it cannot go on."""
    embedder_changed = Signal(str)
    """The embedder of this name has taken over."""
    _arrived = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._lock = threading.Lock()
        self._waiting: list[IndexEvent] = []
        self._timer = once_after(INTERVAL_MILLISECONDS, self.deliver, self)
        self._arrived.connect(self._timer.start, Qt.ConnectionType.QueuedConnection)

    def notify(self, event: IndexEvent) -> None:
        """Take an event from any thread and return at once."""
        with self._lock:
            self._waiting.append(event)
            first = len(self._waiting) == 1
        if first:
            # One wake-up for all that gathers until it is delivered.
            self._arrived.emit()

    def deliver(self) -> None:
        """Send what has gathered. On the thread of this object only."""
        with self._lock:
            events, self._waiting = self._waiting, []
        if any(isinstance(event, SoundsChanged | FolderScanned) for event in events):
            self.sounds_changed.emit()
        self._send_sounds(events)
        failures = tuple(event for event in events if isinstance(event, IndexingFailed))
        if failures:
            self.failed.emit(failures)
        if any(isinstance(event, TagsChanged) for event in events):
            self.tags_changed.emit()
        for event in events:
            if isinstance(event, IndexingStopped):
                self.problem.emit(retold(event.reason))
            elif isinstance(event, LibraryNoticed):
                self.library_noticed.emit(replace(event, sentence=retold(event.sentence)))
        self._send_state(events)
        self._send_successor(events)

    def _send_sounds(self, events: list[IndexEvent]) -> None:
        """The sounds of all events of a kind, once each."""
        for kind, signal in ((SoundsIndexed, self.sounds_indexed), (FileTextsRead, self.file_texts_read)):
            ids = dict.fromkeys(number for event in events if isinstance(event, kind) for number in event.sound_ids)
            if ids:
                signal.emit(tuple(ids))

    def _send_state(self, events: list[IndexEvent]) -> None:
        """How the indexer is doing: only the newest word counts."""
        states = IndexingProgress | MomentsProgress | MeasuringProgress | IndexingPaused | IndexingIdle | ScanProgress
        newest = next((event for event in reversed(events) if isinstance(event, states)), None)
        match newest:
            case IndexingProgress():
                self.progressed.emit(newest)
            case MomentsProgress():
                self.moments_progressed.emit(newest)
            case MeasuringProgress():
                self.measuring_progressed.emit(newest)
            case ScanProgress():
                self.scanning.emit(newest)
            case IndexingPaused():
                self.paused.emit()
            case IndexingIdle():
                self.idle.emit()

    def _send_successor(self, events: list[IndexEvent]) -> None:
        newest = next((event for event in reversed(events) if isinstance(event, SuccessorProgress)), None)
        if newest is not None:
            self.successor_progressed.emit(newest.embedder, newest.progress)
        for event in events:
            if isinstance(event, SuccessorStopped):
                self.successor_stopped.emit(event.embedder, retold(event.reason))
            elif isinstance(event, EmbedderChanged):
                self.embedder_changed.emit(event.embedder)
