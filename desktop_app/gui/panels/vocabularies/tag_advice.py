"""Asks, while a tag is typed, what it would do to the library: soon, not with every letter, and only for the newest."""

from collections.abc import Sequence
from typing import Final

from PySide6.QtCore import QObject, Signal

from desktop_app.engine.tagging.similar_tags import SimilarTag
from desktop_app.gui.drafted_tag import DraftedTag, TagEffect
from desktop_app.gui.panels.vocabularies.tag_effect import TagEffectPanel
from desktop_app.gui.timers import once_after

PAUSE_MILLISECONDS: Final = 200
"""After the last letter: shorter than a thought, longer than the time between two letters."""


class TagAdvice(QObject):
    """Between the editor and whoever can answer."""

    asked = Signal(object)
    """A `DraftedTag`. What becomes of it is given to `show_effect` and `show_similar`, sooner or later or never."""

    def __init__(self, panel: TagEffectPanel, parent: QObject) -> None:
        """`panel` shows the answers."""
        super().__init__(parent)
        self._panel = panel
        self._drafted: DraftedTag | None = None
        self._timer = once_after(PAUSE_MILLISECONDS, self._ask, self)

    def consider(self, drafted: DraftedTag | None) -> None:
        """This is the tag by now; None: there is none. Answers to earlier ones count no more."""
        if drafted is None or self._drafted is None or drafted.tag.tag_id != self._drafted.tag.tag_id:
            self._panel.show_nothing()
        self._drafted = drafted
        if drafted is None:
            self._timer.stop()
        else:
            self._timer.start()

    def show_effect(self, drafted: DraftedTag, effect: TagEffect) -> None:
        """What saving it would do."""
        if drafted == self._drafted:
            self._panel.show_effect(drafted, effect)

    def show_similar(self, drafted: DraftedTag, similar: Sequence[SimilarTag]) -> None:
        """Which tags say the same."""
        if drafted == self._drafted:
            self._panel.show_similar(similar)

    def _ask(self) -> None:
        if self._drafted is not None:
            self.asked.emit(self._drafted)
