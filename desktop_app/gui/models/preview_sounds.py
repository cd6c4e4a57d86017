"""The names of sounds as a list of any length: a page of them is read when it is painted."""

from collections import OrderedDict
from collections.abc import Callable, Sequence
from typing import Any, Final

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from desktop_app.core.sound import Sound
from desktop_app.gui.plain_text import plain_tip, shown_name
from desktop_app.library.databases.library_errors import LibraryError

Index = QModelIndex | QPersistentModelIndex
SoundIds = NDArray[np.int64]
ReadSounds = Callable[[Sequence[int]], Sequence[Sound]]

_PAGE: Final = 128
_PAGES_KEPT: Final = 16
_NOTHING: Final = np.empty(0, dtype=np.int64)


class PreviewSounds(QAbstractListModel):
    """Sounds by id, in the order given."""

    def __init__(self, read: ReadSounds, parent: QObject | None = None) -> None:
        """`read` gives the sounds of some ids, those left out that are no longer in the library."""
        super().__init__(parent)
        self._read = read
        self._ids = _NOTHING
        self._pages: OrderedDict[int, dict[int, Sound]] = OrderedDict()

    def show_ids(self, ids: SoundIds) -> None:
        """Show these [n] in place of those before."""
        self.beginResetModel()
        self._ids = ids
        self._pages.clear()
        self.endResetModel()

    def row_of(self, sound_id: int) -> int | None:
        """Where a sound is."""
        found = np.flatnonzero(self._ids == sound_id)
        return int(found[0]) if len(found) else None

    def sound_at(self, row: int) -> Sound | None:
        """The sound in a row; None where there is none or where it cannot be read."""
        if not 0 <= row < len(self._ids):
            return None
        return self._page(row // _PAGE).get(int(self._ids[row]))

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008
        """Sounds."""
        return 0 if parent.isValid() else len(self._ids)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """The name, for eyes and screen readers; where the file is, when the mouse rests."""
        if role not in (
            Qt.ItemDataRole.DisplayRole,
            Qt.ItemDataRole.AccessibleTextRole,
            Qt.ItemDataRole.ToolTipRole,
        ):
            return None
        sound = self.sound_at(index.row())
        if sound is None:
            return None
        return plain_tip(shown_name(str(sound.path))) if role == Qt.ItemDataRole.ToolTipRole else shown_name(sound.name)

    def _page(self, number: int) -> dict[int, Sound]:
        if number not in self._pages:
            ids = self._ids[number * _PAGE : (number + 1) * _PAGE].tolist()
            try:
                self._pages[number] = {sound.sound_id: sound for sound in self._read(ids)}
            except LibraryError:  # whoever changes the library says so; here the names are missing for a moment
                return {}
            while len(self._pages) > _PAGES_KEPT:
                self._pages.popitem(last=False)
        self._pages.move_to_end(number)
        return self._pages[number]
