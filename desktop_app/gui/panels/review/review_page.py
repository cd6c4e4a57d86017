"""The page on which a person goes through the sounds near a tag's threshold, saying yes or no to each."""

from collections.abc import Callable, Sequence
from typing import Final

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QAction, QPalette, QResizeEvent
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QPushButton, QSizePolicy, QVBoxLayout, QWidget

from desktop_app.engine.tagging.tag_table import TagKey
from desktop_app.gui import theme
from desktop_app.gui.actions.reviewing import ReviewActions
from desktop_app.gui.models.sound_rows import RowSource
from desktop_app.gui.panels.review.review_list import ReviewList
from desktop_app.gui.panels.sounds.score_strip import LOWEST_STRIP, STEP, STRIP_HEIGHT, ScoreStrip, within_bounds
from desktop_app.gui.plain_text import PlainLabel
from desktop_app.gui.review_progress import ReviewProgress
from desktop_app.gui.translations import number_text

_LOW: Final = 400
"""Pixels of a page on which a few rows count for more than a high strip."""


class ReviewPage(QWidget):
    """Shows a `ReviewProgress` and says what the person decides."""

    judged = Signal(int, bool)
    """(sound, whether it has the tag)"""
    take_back_chosen = Signal()
    replay_chosen = Signal()
    current_changed = Signal(int)
    """This sound is asked about now."""
    threshold_chosen = Signal(float)
    """Use this threshold from now on."""
    tag_chosen = Signal(tuple)
    """Review the tag of this key."""
    left = Signal()
    """The person is done."""

    def __init__(self, rows: RowSource, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAccessibleName(self.tr("Review of a tag"))
        self.actions_ = ReviewActions(self)
        self.progress: ReviewProgress | None = None
        self._asked: int | None = None
        self.list = ReviewList(rows, self)
        self.strip = ScoreStrip(self)
        self._tags = QComboBox(self)
        self._tags.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._tags.setAccessibleName(self.tr("Tag to review"))
        self._counter, self._count = PlainLabel(parent=self), PlainLabel(parent=self)
        self._counter.setFont(theme.semibold(self._counter.font()))
        self._count.setForegroundRole(QPalette.ColorRole.PlaceholderText)
        # Sentences that change while a line is moved must not make the window grow.
        for label in (self._counter, self._count):
            label.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
            label.setWordWrap(True)
        self._apply = self._button(self.actions_.apply)
        self._arrange()
        self._connect()

    def _arrange(self) -> None:
        actions = self.actions_
        heading = QHBoxLayout()
        heading.setSpacing(8)
        heading.addWidget(PlainLabel(self.tr("Review:"), self))
        heading.addWidget(self._tags)
        heading.addStretch(1)
        heading.addWidget(self._button(actions.leave))
        self._words_said, self._sentences, line = QHBoxLayout(), QVBoxLayout(), QHBoxLayout()
        self._words_said.setSpacing(8)
        judging = (actions.accept, actions.reject, actions.skip, actions.take_back)
        self._judging = [self._button(action) for action in judging]
        for button in self._judging:
            self._words_said.addWidget(button)
        self._words_said.addStretch(0)
        self._words_said.addWidget(self._counter, 1)
        self._sentences.setSpacing(0)
        self._sentences.addWidget(self._count)
        line.addLayout(self._sentences, 1)
        line.addWidget(self._apply)
        top = QVBoxLayout()
        top.setContentsMargins(12, 10, 12, 8)
        top.setSpacing(8)
        top.addLayout(heading)
        top.addLayout(self._words_said)
        top.addWidget(self.strip)
        top.addLayout(line)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addLayout(top)
        layout.addWidget(self.list, 1)

    def _button(self, action: QAction) -> QPushButton:
        button = QPushButton(action.icon(), action.text(), self)
        button.setToolTip(action.toolTip())
        button.setAccessibleName(action.text())
        # The keys stay with the page: Space is for hearing a sound again, not for the last button.
        button.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        button.clicked.connect(action.trigger)
        action.enabledChanged.connect(button.setEnabled)
        return button

    def _connect(self) -> None:
        actions = self.actions_
        actions.accept.triggered.connect(lambda: self._decide(accepted=True))
        actions.reject.triggered.connect(lambda: self._decide(accepted=False))
        actions.skip.triggered.connect(lambda: self._move(ReviewProgress.skip))
        actions.go_back.triggered.connect(lambda: self._move(ReviewProgress.go_back))
        actions.take_back.triggered.connect(self.take_back_chosen)
        actions.replay.triggered.connect(self.replay_chosen)
        actions.raise_line.triggered.connect(lambda: self._step_line(STEP))
        actions.lower_line.triggered.connect(lambda: self._step_line(-STEP))
        actions.apply.triggered.connect(self._choose_threshold)
        actions.leave.triggered.connect(self.left)
        self.strip.line_moved.connect(self.move_line)
        self.list.line_moved.connect(self.move_line)
        self.list.sound_chosen.connect(lambda sound_id: self._move(lambda progress: progress.choose(sound_id)))
        self._tags.activated.connect(lambda place: self.tag_chosen.emit(self._tags.itemData(place)))

    def show_tags(self, tags: Sequence[tuple[str, TagKey]], current: TagKey) -> None:
        """Names and keys of the tags that can be reviewed, and the one that is."""
        self._tags.clear()
        for place, (name, key) in enumerate(tags):
            self._tags.addItem(name, key)
            if key == current:
                self._tags.setCurrentIndex(place)

    def offer_tags(self) -> None:
        """Open the list of tags, to review another one."""
        self._tags.showPopup()

    def show_progress(self, progress: ReviewProgress) -> None:
        """Show a review, or what became of the one that is shown."""
        if progress is not self.progress:
            self._asked = None
        self.progress = progress
        self._show()

    def move_line(self, line: float) -> None:
        """Try out a threshold, 0..1."""
        self._move(lambda progress: progress.move_line(line))

    @property
    def counter(self) -> str:
        """The sentence about what is left, what was decided, and what the tag learned from."""
        return self._counter.text()

    @property
    def count(self) -> str:
        """The sentence about what the line would do."""
        return self._count.text()

    def minimumSizeHint(self) -> QSize:
        """A page that is hidden most of the time does not say how small the window may be."""
        return QSize(1, 1)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Another size has room for more, or less; the list is to show some rows."""
        super().resizeEvent(event)
        self.strip.setFixedHeight(STRIP_HEIGHT if self.height() > _LOW else LOWEST_STRIP)
        self._make_room()

    def _make_room(self) -> None:
        """The counter stands beside the buttons where it fits, else above what the line would do.

        Where not even the buttons fit, the last ones have only their icons.
        """
        room = self._words_said.geometry().width()
        for button in self._judging:
            button.setText(button.accessibleName())
        for button in reversed(self._judging):
            buttons = sum(button.sizeHint().width() + self._words_said.spacing() for button in self._judging)
            if buttons <= room:
                break
            button.setText("")
        fits = buttons + self._counter.fontMetrics().horizontalAdvance(self._counter.text()) + 10 <= room
        if fits and self._words_said.indexOf(self._counter) < 0:
            self._words_said.addWidget(self._counter, 1)
        elif not fits and self._sentences.indexOf(self._counter) < 0:
            self._sentences.insertWidget(0, self._counter)

    def _decide(self, *, accepted: bool) -> None:
        if self.progress is not None:
            sound_id = self.progress.decide(accepted=accepted)
            if sound_id is not None:
                self._show()
                self.judged.emit(sound_id, accepted)

    def _move(self, move: Callable[[ReviewProgress], None]) -> None:
        if self.progress is not None:
            move(self.progress)
            self._show()

    def _step_line(self, step: float) -> None:
        if self.progress is not None:
            self.move_line(within_bounds(self.progress.line + step))

    def _choose_threshold(self) -> None:
        if self.progress is not None:
            self.threshold_chosen.emit(self.progress.line)

    def _show(self) -> None:
        progress = self.progress
        assert progress is not None
        self.list.show_scores(progress.scores, line=progress.line)
        self.strip.show_scores(progress.scores, line=progress.line, saved=progress.saved)
        self._show_sentences(progress)
        asking = progress.current is not None
        for action in (self.actions_.accept, self.actions_.reject, self.actions_.skip, self.actions_.replay):
            action.setEnabled(asking)
        self.actions_.take_back.setEnabled(progress.can_take_back)
        self.actions_.apply.setEnabled(progress.line != progress.saved)
        if progress.current != self._asked:
            self._asked = progress.current
            self.list.show_current(progress.current)
            if progress.current is not None:
                self.current_changed.emit(progress.current)

    def _show_sentences(self, progress: ReviewProgress) -> None:
        accepted, rejected = progress.decided
        if progress.all_skipped:
            left = self.tr("Only %Ln skipped sound(s) left", "", progress.left)
        elif progress.current is None:
            left = self.tr("Nothing is left near the line: move it, or press Escape")
        else:
            left = self.tr("%Ln sound(s) left", "", progress.left)
        done = self.tr("{accepted} accepted, {rejected} rejected").format(accepted=accepted, rejected=rejected)
        learned = self.tr("learned from %Ln of your decision(s)", "", progress.learned_from)
        parts = (left, done, learned) if progress.learned_from else (left, done)
        self._counter.setText("   ·   ".join(parts))
        self._make_room()
        now, then = progress.scores.count_at(progress.saved), progress.scores.count_at(progress.line)
        if progress.line == progress.saved:
            sentence = self.tr("From {saved} on: %Ln sound(s) have “{name}”.", "", now)
        else:
            sentence = self.tr(
                "From {line} on: %Ln sound(s) would have “{name}”; from {saved} on, as now: {now}.", "", then
            )
        line, saved = f"{progress.line:.3g}", f"{progress.saved:.3g}"
        self._count.setText(sentence.format(line=line, saved=saved, name=progress.name, now=number_text(now)))
