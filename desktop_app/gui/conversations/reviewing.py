"""From a tag to be reviewed to what is heard, what is said, and the threshold that comes of it."""

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtCore import QObject, Signal

from desktop_app.core.query import parse_query
from desktop_app.core.scoring import TagSource
from desktop_app.core.tag import Tag, fold
from desktop_app.core.verdict import Judgement
from desktop_app.engine.tagging.review import TagScores
from desktop_app.engine.tagging.tag_table import TagKey
from desktop_app.gui.conversations.surroundings import Surroundings
from desktop_app.gui.models.sound_rows import LibraryRows
from desktop_app.gui.operations import LibraryTags
from desktop_app.gui.panels.review.review_page import ReviewPage
from desktop_app.gui.review_progress import ReviewProgress
from desktop_app.gui.tag_changes import set_threshold

Judge = Callable[[list[int], TagKey, Judgement | None, Callable[[], object]], None]


@dataclass(frozen=True, slots=True)
class _Read:
    """What the library says of a tag."""

    key: TagKey
    tag: Tag
    scores: TagScores
    learned_from: int
    """How many decisions made the scores, by what the tag learned of them."""


class Reviewing(QObject):
    """One review at a time; what was decided is in the library at once, and each word is a step that can be undone."""

    sound_changed = Signal()
    """Another sound is asked about, or none any more."""

    def __init__(self, surroundings: Surroundings, judge: Judge, parent: QObject) -> None:
        """`judge` says something of a tag on some sounds, and calls back when it is in the library."""
        super().__init__(parent)
        self._around = surroundings
        self._window = surroundings.window
        self._say_of = judge
        earmark = surroundings.earmark
        rows = LibraryRows(earmark.library, lambda ids: earmark.tagger.tags_of(ids))
        self.page = ReviewPage(rows, self._window)
        self._window.middle_pages.add_page(self.page)
        self._tags: dict[TagKey, tuple[str, int]] = {}
        self._lines: dict[TagKey, float] = {}
        self._wanted: TagKey | None = None
        """The tag that is reviewed; None at once when the person leaves, whatever is still being read."""
        self._connect()

    def begin(self, key: TagKey | None = None) -> None:
        """Review a tag; without one, that of the search or of the current sound, else the most frequent."""
        wanted = key or self._likely_tag()
        if wanted is None:
            self._around.say(self.tr("There is no tag to review yet: add a folder, and choose vocabularies."))
            return
        self._leave_line()
        self._wanted = wanted
        self._read(wanted)

    def refresh(self) -> None:
        """Read again what the library says of the tag that is reviewed."""
        if self._progress is not None:
            self._read(self._progress.key)

    def leave(self) -> None:
        """Back to the list; everything that was decided stays."""
        self._wanted = None
        if self._progress is None:
            return
        self._leave_line()
        self.page.progress = None
        self._window.middle_pages.show_list()
        self.sound_changed.emit()
        row = self._window.sounds.current_row()
        if row is not None:  # what is played by the next key is what the list has chosen
            moment = self._window.sounds.current_moment()
            self._window.player.show_sound(row.sound, play=False, moment=moment)

    @property
    def sound_id(self) -> int | None:
        """The sound that is asked about; None while nothing is reviewed, or nothing is left to be."""
        return self._progress.current if self._progress is not None else None

    @property
    def _progress(self) -> ReviewProgress | None:
        return self.page.progress

    def _connect(self) -> None:
        window, operations, page = self._window, self._around.operations, self.page
        window.actions_.tagging.review.triggered.connect(self._on_review_key)
        window.tags.review_chosen.connect(self.begin)
        operations.tags_counted.connect(self._take_tags)
        operations.history.failed.connect(self._on_failure)
        page.judged.connect(self._judge)
        page.take_back_chosen.connect(operations.history.undo)
        page.replay_chosen.connect(window.player.play_from_start)
        page.current_changed.connect(self._play)
        page.threshold_chosen.connect(self._use_threshold)
        page.tag_chosen.connect(self.begin)
        page.left.connect(self.leave)
        # An evaluation takes its place: else the tag panel would go on with a sound that nobody is asked about.
        window.actions_.tagging.evaluate.triggered.connect(lambda: self.leave())
        # Whoever searches wants to see what is found.
        window.search.searched.connect(lambda _: self.leave())
        window.folders.chosen.connect(lambda _: self.leave())

    def _on_review_key(self) -> None:
        if self._progress is None:
            self.begin()
        else:
            self.page.offer_tags()

    def _take_tags(self, tags: LibraryTags) -> None:
        self._tags = {count.scored.key: (count.scored.tag.name, count.count) for count in tags.counts}

    def _likely_tag(self) -> TagKey | None:
        by_name = {fold(name): key for key, (name, _) in reversed(self._tags.items())}
        for name in parse_query(self._window.search.line).wanted.tag_names:
            if fold(name) in by_name:
                return by_name[fold(name)]
        row = self._window.sounds.current_row()
        for tag in row.tags if row is not None else ():
            if tag.source is TagSource.AUTOMATIC:
                return tag.vocabulary_id, tag.tag_id
        return max(self._tags, key=lambda key: self._tags[key][1], default=None)

    def _read(self, key: TagKey) -> None:
        tagger = self._around.earmark.tagger

        def work() -> _Read | None:
            scores = tagger.scores_of(key)
            tag = next((scored.tag for scored in tagger.tags if scored.key == key), None)
            if scores is None or tag is None:
                return None
            return _Read(key, tag, scores, tagger.learned_from().get(key, 0))

        self._around.operations.looking.run(work, lambda read: self._show(key, read), topic="review")

    def _show(self, key: TagKey, read: _Read | None) -> None:
        if key != self._wanted:
            return
        if read is None:
            self._around.say(self.tr("The tag that was reviewed is in no active vocabulary any more."))
            self.leave()
            return
        progress = self._progress
        if progress is not None and progress.key == read.key:
            progress.take_in(read.scores, read.tag.threshold, read.learned_from)
        else:
            progress = ReviewProgress(read.key, read.tag.name, read.scores, read.tag.threshold, read.learned_from)
            progress.move_line(self._lines.get(read.key, progress.line))
            named = sorted(((name, key) for key, (name, _) in self._tags.items()), key=lambda tag: tag[0].casefold())
            self.page.show_tags(named, read.key)
            self._window.middle_pages.show_page(self.page)
        self.page.show_progress(progress)

    def _judge(self, sound_id: int, accepted: bool) -> None:
        progress = self._progress
        assert progress is not None
        judgement = Judgement.ADDED if accepted else Judgement.REJECTED
        self._say_of([sound_id], progress.key, judgement, lambda: progress.settle(sound_id))

    def _on_failure(self) -> None:
        if self._progress is not None:
            self._progress.give_up()
            self.refresh()

    def _play(self, sound_id: int) -> None:
        self.sound_changed.emit()
        row = self.page.list.row_of(sound_id)
        if row is not None:
            self._window.player.show_sound(row.sound, play=True)

    def _use_threshold(self, threshold: float) -> None:
        progress = self._progress
        assert progress is not None
        text = self.tr("Let “{name}” apply from {threshold} on").format(
            name=progress.name, threshold=f"{threshold:.3g}"
        )
        change = set_threshold(self._around.earmark, progress.key, threshold)
        self._around.operations.history.carry_out(text, change)

    def _leave_line(self) -> None:
        """A line that was moved and not used yet is there again when its tag is reviewed the next time."""
        if self._progress is not None:
            self._lines[self._progress.key] = self._progress.line
