"""The status bar: how many sounds, what long work is going on and how far it is, how many problems there are."""

from typing import Final

from PySide6.QtCore import QCoreApplication, Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from desktop_app.core.events import IndexingProgress, MeasuringProgress, MomentsProgress
from desktop_app.gui.embedder_download import DownloadState
from desktop_app.gui.panels.elided_label import ElidedLabel
from desktop_app.gui.panels.lines.work_line import WorkLine, flat_button, rename, time_left
from desktop_app.gui.plain_text import PlainLabel
from desktop_app.gui.timers import once_after
from desktop_app.gui.translations import decimal_text, number_text

_MEGABYTE = 1_000_000
_COUNTS_PIXELS: Final = 330
"""So wide are the counts of sounds and problems, about."""
_SENTENCE_PIXELS: Final = 480
"""So wide is a piece of work with all that is said of it, or a notice, about."""
PASSING_MILLISECONDS = 10_000
"""Time enough to read two sentences."""

_Progress = IndexingProgress | MomentsProgress | MeasuringProgress


class IndexStatus(QWidget):
    """One line at the lower edge of the window; two where there is more to say than one has room for."""

    pause_chosen = Signal(bool)
    """True: rest; False: go on."""
    problems_chosen = Signal()
    """The person wants to see what could not be done."""
    download_cancelled = Signal()
    switch_chosen = Signal()
    """The embedder that is getting ready shall serve at once."""
    keep_chosen = Signal()
    """The embedder that is getting ready is not wanted any more."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._paused = False
        self._lasting_notice = ""
        self._passing = once_after(PASSING_MILLISECONDS, self._end_passing_notice, self)
        self._counts = PlainLabel(parent=self)
        self._notice = ElidedLabel(self, elide=Qt.TextElideMode.ElideRight)
        self._notice.setForegroundRole(self.palette().ColorRole.BrightText)
        self._notice.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self._notice.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        self._problems = flat_button(self, "triangle-alert", "warning")
        self._problems.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        self._problems.clicked.connect(self.problems_chosen)
        self._indexing = WorkLine(self.tr("Progress of indexing"), self)
        self._pause = self._indexing.add_button("pause", "", lambda: self.pause_chosen.emit(not self._paused))
        self._download = WorkLine(self.tr("Progress of the download"), self)
        self._download.add_button("x", self.tr("Cancel the download"), self.download_cancelled.emit)
        self._successor = WorkLine(self.tr("Progress of the new network"), self)
        self._successor.add_button("check", self.tr("Use the new network at once"), self.switch_chosen.emit)
        self._successor.add_button("x", self.tr("Keep the present network"), self.keep_chosen.emit)
        self._works = (self._download, self._successor, self._indexing)
        self._arrange()
        # Else the whole window would move when the first problem comes.
        self.setMinimumHeight(self._problems.sizeHint().height() + 4)
        self.show_counts(0, 0)
        self.show_problems(0)
        self.show_idle()

    def _arrange(self) -> None:
        self._line, self._line_below = QHBoxLayout(), QHBoxLayout()
        self._line.addWidget(self._counts)
        self._line.addWidget(self._notice, 1)
        for widget in (self._problems, *self._works):
            self._line.addWidget(widget)
        self._line_below.addStretch(1)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(10, 2, 10, 2)
        layout.setSpacing(0)
        for line in (self._line, self._line_below):
            line.setSpacing(14)
            layout.addLayout(line)

    def show_counts(self, shown: int, selected: int) -> None:
        """How many sounds the list shows, and how many of them are selected."""
        text = self.tr("%Ln sound(s)", "", shown)
        self._counts.setText(text + (self.tr(" · %Ln selected", "", selected) if selected else ""))

    def show_notice(self, sentence: str) -> None:
        """A sentence about something that went wrong; empty to take it away."""
        self._passing.stop()
        self._lasting_notice = sentence
        self._show_notice(sentence)

    def show_passing_notice(self, sentence: str) -> None:
        """A sentence that is of interest for a moment; then what was said before comes back."""
        self._show_notice(sentence)
        self._passing.start()

    def show_problems(self, count: int) -> None:
        """How many things there are that the person can do something about."""
        text = self.tr("%Ln problem(s)", "", count)
        self._problems.setText(text)
        self._problems.setAccessibleName(text)
        self._problems.setToolTip(self.tr("Show what could not be done, why, and what helps"))
        self._problems.setVisible(count > 0)

    def show_progress(self, progress: IndexingProgress) -> None:
        """The indexer works."""
        self._show_indexing(progress_text(progress), progress)

    def show_moments(self, progress: MomentsProgress) -> None:
        """The indexer listens to what happens inside long sounds."""
        self._show_indexing(moments_text(progress), progress)

    def show_measuring(self, progress: MeasuringProgress) -> None:
        """The indexer measures what was heard."""
        self._show_indexing(measuring_text(progress), progress)

    def show_scanning(self, folder: str, files: int) -> None:
        """The indexer looks through a folder; how many files there are in it is not known yet."""
        text = self.tr("Looking through “{folder}”: %Ln file(s)", "", files).format(folder=folder)
        self._indexing.show_work(text, 0, 0)
        self._show_pause(paused=False)
        self._place_works()

    def show_paused(self) -> None:
        """The indexer rests because the person wanted it to."""
        self._indexing.show_text(self.tr("Paused"))
        self._place_works()
        self._show_pause(paused=True)

    def show_idle(self) -> None:
        """Nothing is left to do."""
        self._indexing.hide()
        self._show_pause(paused=False)
        self._place_works()

    def show_download(self, state: DownloadState | None) -> None:
        """An embedder is being downloaded; None when that is over."""
        if state is None:
            self._download.hide()
        else:
            self._download.show_work(download_text(state), state.done, state.total)
        self._place_works()

    def show_successor(self, name: str, progress: IndexingProgress | None) -> None:
        """Another embedder hears the library; None when that is over, or has not begun."""
        if not name:
            self._successor.hide()
        elif progress is None:
            self._successor.show_work(self.tr("{name} gets ready").format(name=name), 0, 0)
        else:
            text = self.tr("{name}: {progress}").format(name=name, progress=progress_text(progress))
            self._successor.show_work(text, progress.done, progress.total)
        self._place_works()

    @property
    def text(self) -> str:
        """The line as a person reads it."""
        labels = [widget.text() for widget in (self._counts, self._notice, self._problems) if not widget.isHidden()]
        lines = [line.text for line in self._works if not line.isHidden()]
        return " | ".join(text for text in (*labels, *lines) if text)

    def _show_indexing(self, text: str, progress: _Progress) -> None:
        self._indexing.show_work(text, progress.done, progress.total)
        self._show_pause(paused=False)
        self._place_works()

    def _show_notice(self, sentence: str) -> None:
        self._notice.setText(sentence)
        self._place_works()

    def _end_passing_notice(self) -> None:
        self._show_notice(self._lasting_notice)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Another width has room for more, or less, in one line."""
        super().resizeEvent(event)
        self._place_works()

    def _place_works(self) -> None:
        """A notice, or the indexing, stays in the upper line; what there is no room for beside it goes below."""
        noticed = bool(self._notice.text())
        sentences = noticed + sum(not work.isHidden() for work in self._works)
        crowded = sentences > 1 and _COUNTS_PIXELS + sentences * _SENTENCE_PIXELS > self.width()
        for work in self._works:
            goes_below = crowded and (noticed or work is not self._indexing)
            line = self._line_below if goes_below else self._line
            if line.indexOf(work) < 0:
                line.insertWidget(self._place_in(line, work), work)

    def _place_in(self, line: QHBoxLayout, work: WorkLine) -> int:
        """Before those that come after it in `_works`."""
        later = [line.indexOf(other) for other in self._works[self._works.index(work) + 1 :]]
        return min((place for place in later if place >= 0), default=line.count())

    def _show_pause(self, *, paused: bool) -> None:
        self._paused = paused
        name = self.tr("Resume indexing") if paused else self.tr("Pause indexing")
        rename(self._pause, "play" if paused else "pause", name)


def progress_text(progress: IndexingProgress) -> str:
    """`Listening to 42,118 of 100,000 · 36/s · 12 min left`; what is not known yet is left out."""
    return _with_pace(QCoreApplication.translate("IndexStatus", "Listening to {number} of {total}"), progress)


def moments_text(progress: MomentsProgress) -> str:
    """`Listening for moments: 120 of 3,400 · 2.1/s · 26 min left`; what is not known yet is left out."""
    text = QCoreApplication.translate("IndexStatus", "Listening for moments: {number} of {total}")
    return _with_pace(text, progress)


def measuring_text(progress: MeasuringProgress) -> str:
    """`Measuring sounds: 120 of 3,400 · 9.1/s · 6 min left`; what is not known yet is left out."""
    text = QCoreApplication.translate("IndexStatus", "Measuring sounds: {number} of {total}")
    return _with_pace(text, progress)


def _with_pace(text: str, progress: _Progress) -> str:
    parts = [text.format(number=number_text(min(progress.done + 1, progress.total)), total=number_text(progress.total))]
    if progress.rate > 0:
        rate = progress.rate
        parts.append(f"{decimal_text(rate, 0 if rate >= 10 else 1)}/s")
        parts.append(time_left((progress.total - progress.done) / rate))
    return " · ".join(parts)


def download_text(state: DownloadState) -> str:
    """`Downloading clap-htsat-fused: 120 of 617 MB · 3.2 MB/s · 3 min left`; what is not known yet is left out."""
    text = QCoreApplication.translate("IndexStatus", "Downloading {name}: {done} of {total} MB")
    megabytes = (number_text(size // _MEGABYTE) for size in (state.done, state.total))
    parts = [text.format(name=state.name, done=next(megabytes), total=next(megabytes))]
    if state.rate > 0:
        speed = QCoreApplication.translate("IndexStatus", "{speed} MB/s")
        parts.append(speed.format(speed=decimal_text(state.rate / _MEGABYTE, 1)))
        parts.append(time_left((state.total - state.done) / state.rate))
    return " · ".join(parts)
