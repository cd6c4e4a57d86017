"""From what stands in sound files to what shows it, and from its words to the searches for them."""

import re
from collections.abc import Callable, Sequence
from functools import partial
from typing import Final

from PySide6.QtCore import QObject

from desktop_app.core.metadata import Field
from desktop_app.core.query_tokens import in_quotes
from desktop_app.gui.conversations.surroundings import Surroundings
from desktop_app.gui.timers import once_after

REFRESH_MILLISECONDS: Final = 2000
"""While files are read, what is shown of the selection, and what is offered in the search, is read again so often."""
OFFERED: Final = (Field.CATID, Field.CATEGORY, Field.SUBCATEGORY, Field.LIBRARY)
"""Fields whose texts the search line completes: many sounds have the same."""
_QUOTES: Final = re.compile('["“”]')
_MOST: Final = 2_000
"""Texts of a field that are offered; UCS has some 750 CatIDs."""


class ReadingFiles(QObject):
    """Shows what was read of files, and lists the sounds whose files say the same."""

    def __init__(self, surroundings: Surroundings, read_selection: Callable[[], None], parent: QObject) -> None:
        """`read_selection` brings up to date what is shown of the selected sounds."""
        super().__init__(parent)
        self._around = surroundings
        self._window = surroundings.window
        self._read_selection = read_selection
        self._later = once_after(REFRESH_MILLISECONDS, self._refresh, self)
        self._window.selected_tags.file_word_chosen.connect(self._find)
        self._offer()

    def follow(self, sound_ids: Sequence[int]) -> None:
        """The files of these sounds were read: show it, a little later where that takes more than a look."""
        self._window.sounds.model.refresh(sound_ids)
        if not self._later.isActive():
            self._later.start()

    def _refresh(self) -> None:
        self._read_selection()
        self._offer()

    def _offer(self) -> None:
        texts, search = self._around.earmark.library.file_texts, self._window.search
        for field in OFFERED:
            self._around.operations.looking.run(
                partial(texts.known, field, _MOST), partial(search.offer, field.value), topic=f"texts of {field}"
            )

    def _find(self, field: Field, text: str) -> None:
        # A filter cannot hold quotes; the longest part without them finds the text, too.
        part = max((part.strip() for part in _QUOTES.split(text)), key=len)
        if part:
            self._window.search.add_filter(f"{field}:{in_quotes(part)}")
