"""From what stands in sound files to what shows it, from its words to the searches for them, and from its markers to
what is heard.
"""

import re
from collections.abc import Callable, Sequence
from functools import partial
from typing import Final

from PySide6.QtCore import QObject

from desktop_app.core.metadata import Field, Marker
from desktop_app.core.query_tokens import in_quotes
from desktop_app.gui.conversations.surroundings import Surroundings
from desktop_app.gui.operations import SelectionTags
from desktop_app.gui.timers import once_after

REFRESH_MILLISECONDS: Final = 2000
"""While files are read, what is shown of the selection is read again so often."""
OFFER_MILLISECONDS: Final = 30_000
"""While files are read, what the search line completes is asked for again so often: that takes a second in a large
library."""
REST_MILLISECONDS: Final = 5_000
"""When no file was read for so long, it is asked for once more."""
OFFERED: Final = tuple(field for field in Field if field not in (Field.DESCRIPTION, Field.NOTES))
"""Fields whose texts the search line completes: sentences are each sound's own."""
_NOT_IN_A_FILTER: Final = re.compile('["“”\n\r\t]')
_MOST: Final = 2_000
"""Texts of a field that are offered; UCS has some 750 CatIDs."""
_LONGEST: Final = 100
"""Characters of a text that is offered; nobody looks for a longer one by its beginning."""


class ReadingFiles(QObject):
    """Shows what was read of files, and lists the sounds whose files say the same."""

    def __init__(self, surroundings: Surroundings, read_selection: Callable[[], None], parent: QObject) -> None:
        """`read_selection` brings up to date what is shown of the selected sounds."""
        super().__init__(parent)
        self._around = surroundings
        self._window = surroundings.window
        self._later = once_after(REFRESH_MILLISECONDS, read_selection, self)
        self._meanwhile = once_after(OFFER_MILLISECONDS, self._offer_anew, self)
        self._rested = once_after(REST_MILLISECONDS, self._offer_anew, self)
        self._window.selected_tags.file_word_chosen.connect(self._find)
        self._marked: tuple[int | None, tuple[Marker, ...]] = (None, ())
        """The sound whose markers were read last, and these."""
        surroundings.operations.selection_read.connect(self._take_markers)
        self._window.player.sound_changed.connect(lambda _sound: self._show_markers())
        self._window.selected_tags.marker_chosen.connect(self._play)
        self._window.search.completer_list.values_wanted.connect(self._offer)
        self._window.search.completer_list.ask_for(OFFERED)

    def follow(self, sound_ids: Sequence[int]) -> None:
        """The files of these sounds were read: show it, a little later where that takes more than a look."""
        self._window.sounds.model.refresh(sound_ids)
        for timer in (self._later, self._meanwhile):
            if not timer.isActive():
                timer.start()
        self._rested.start()

    def _offer_anew(self) -> None:
        self._meanwhile.stop()
        self._rested.stop()
        self._window.search.completer_list.ask_for(OFFERED)

    def _take_markers(self, selection: SelectionTags) -> None:
        alone = selection.sound_ids[0] if len(selection.sound_ids) == 1 else None
        self._marked = (alone, selection.in_file.markers)
        self._show_markers()

    def _show_markers(self) -> None:
        """The markers of the sound that the player shows, as far as they are known."""
        sound, (marked, markers) = self._window.player.sound, self._marked
        self._window.player.show_markers(markers if sound is not None and sound.sound_id == marked else ())

    def _play(self, marker: Marker) -> None:
        sound = self._window.player.sound
        if sound is not None and sound.sound_id == self._marked[0]:
            self._window.player.play_marker(marker)

    def _offer(self, name: str) -> None:
        """The texts of a field as files have them, those first that most have. Nobody who looks waits for them."""
        texts, search = self._around.earmark.library.file_texts, self._window.search
        self._around.operations.comparing.run(
            partial(texts.known, Field(name), _MOST),
            lambda found: search.offer(name, _offered(found), ranked=True),
            topic=f"texts of {name}",
        )

    def _find(self, field: Field, text: str) -> None:
        if part := _findable(text):
            self._window.search.add_filter(f"{field}:{in_quotes(part)}")


def _offered(texts: Sequence[str]) -> list[str]:
    return [part for part in map(_findable, texts) if 0 < len(part) <= _LONGEST]


def _findable(text: str) -> str:
    """A filter can hold neither quotes nor several lines; the longest part without them finds the text, too."""
    return max((part.strip() for part in _NOT_IN_A_FILTER.split(text)), key=len)
