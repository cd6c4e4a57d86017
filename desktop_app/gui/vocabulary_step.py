"""What was just done to the person's vocabulary files, as a step that the history can take back and do again.

The editor saves on the GUI thread, because it must know at once whether that worked; the history only remembers it.
"""

from typing import TYPE_CHECKING

from desktop_app.gui.history import Undo
from desktop_app.library.vocabularies.vocabulary_texts import Texts, differences, put_back, texts_in

if TYPE_CHECKING:
    from desktop_app.app import Earmark


class VocabularyStep:
    """Made before something is done, and `finish`ed after it; `undo` and `redo` run off the GUI thread.

    They restore the files' texts to the letter and which vocabularies are active, and have the library tagged anew. A
    file that was edited elsewhere meanwhile is left alone, and nothing is done then: VocabularyError.
    """

    def __init__(self, earmark: "Earmark") -> None:
        """Looks at the files as they are before."""
        self._earmark = earmark
        self._folder = earmark.profile.vocabularies
        self._whole = texts_in(self._folder)
        self._active_before = self._active_after = earmark.settings.vocabularies
        self._before: Texts = {}
        self._after: Texts = {}

    def finish(self) -> bool:
        """Look at the files as they are now; False when nothing is different."""
        self._before, self._after = differences(self._whole, texts_in(self._folder))
        self._active_after = self._earmark.settings.vocabularies
        return bool(self._before) or self._active_before != self._active_after

    def undo(self) -> None:
        """Bring back what was there before."""
        self._put(self._before, self._after, self._active_before)

    def redo(self) -> Undo:
        """Do it again, and return what undoes it."""
        self._put(self._after, self._before, self._active_after)
        return self.undo

    def _put(self, wanted: Texts, expected: Texts, active: tuple[str, ...]) -> None:
        put_back(self._folder, wanted, expected)
        if self._active_before != self._active_after:
            self._earmark.change_settings(vocabularies=active)
        self._earmark.load_tags_soon()
