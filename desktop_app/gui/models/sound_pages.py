"""The rows that the sound list shows: read page by page when they are painted, and kept for a while.

Rows that changed are read again beside the window's work, and the old ones are shown until the new ones are there: a
rated sound must not hold up the window, nor a playing one.
"""

from collections import OrderedDict
from collections.abc import Callable, Iterable, Sequence
from typing import Final, Protocol

import numpy as np
from numpy.typing import NDArray

from desktop_app.gui.models.sound_rows import RowSource, SoundRow
from desktop_app.library.databases.library_errors import LibraryError

SoundIds = NDArray[np.int64]
Page = dict[int, SoundRow]

PAGE_ROWS: Final = 128
"""Rows read at a time: more than a tall screen shows, few enough to take a few milliseconds."""
_PAGES_KEPT: Final = 64
_PAGES_SEEN: Final = 3
"""Pages that were looked at last: two that a screen can show a part of, and that of the sound the keyboard is on."""


class ReadLater(Protocol):
    """Reads rows off the GUI thread, where the result arrives, too."""

    def __call__(
        self,
        work: Callable[[], Sequence[SoundRow]],
        done: Callable[[Sequence[SoundRow]], None],
        failed: Callable[[], None],
    ) -> None:
        """Do `work`, then `done` with its result, or `failed` when there is none; what went wrong is told elsewhere."""


class SoundPages:
    """The rows of a list of sounds. To be used on the GUI thread."""

    def __init__(self, source: RowSource, changed: Callable[[int, int], None]) -> None:
        """`changed` is told the first and the last of the rows that must be painted again."""
        self.later: ReadLater | None = None
        """None: rows that changed are read when they are next painted."""
        self._source = source
        self._changed = changed
        self._ids: SoundIds = np.empty(0, dtype=np.int64)
        self._pages: OrderedDict[int, Page] = OrderedDict()
        self._known: Page = {}
        self._stale: set[int] = set()
        self._reading = False

    def show(self, sound_ids: SoundIds) -> None:
        """Hold the rows of these sounds [n] from now on; those seen until now are shown as they were."""
        if self._pages:
            self._known = {}
            for number in self._seen():
                self._known |= self._pages[number]
        self._ids = sound_ids
        self._pages.clear()
        self._stale.clear()

    def row(self, number: int) -> SoundRow | None:
        """What is shown in a row; None when the sound is no longer in the library."""
        return self._page(number // PAGE_ROWS).get(int(self._ids[number]))

    def refresh(self, sound_ids: Iterable[int]) -> None:
        """These sounds changed: read them again."""
        changed = set(sound_ids)
        touched = {number for number, page in self._pages.items() if not changed.isdisjoint(page)}
        if self.later is not None:
            self._read_again(touched)
            return
        rows = [
            number * PAGE_ROWS + place
            for number in touched
            for place, sound_id in enumerate(self._ids_of(number))
            if sound_id in changed
        ]
        self._drop(touched)
        if rows:
            self._changed(min(rows), max(rows))

    def refresh_all(self) -> None:
        """Every row may have changed."""
        if self.later is not None:
            self._read_again(set(self._pages))
            return
        self._pages.clear()
        if len(self._ids):
            self._changed(0, len(self._ids) - 1)

    def _seen(self) -> list[int]:
        """The pages that were looked at last."""
        return list(self._pages)[-_PAGES_SEEN:]

    def _ids_of(self, number: int) -> list[int]:
        ids: list[int] = self._ids[number * PAGE_ROWS : (number + 1) * PAGE_ROWS].tolist()
        return ids

    def _page(self, number: int) -> Page:
        page = self._pages.get(number)
        if page is not None:
            self._pages.move_to_end(number)
            return page
        ids = self._ids_of(number)
        known = {n: self._known[n] for n in ids if n in self._known} if self.later is not None else {}
        read = self._read([n for n in ids if n not in known])
        page = known | _by_id(read or [])
        self._pages[number] = page
        if len(self._pages) > _PAGES_KEPT:
            self._drop({next(iter(self._pages))})
        if known or read is None:
            self._stale.add(number)
            self._read_stale()
        return page

    def _read(self, sound_ids: list[int]) -> Sequence[SoundRow] | None:
        """None when the library cannot be read (it is damaged, its drive is gone): painting is no place to say so, and
        reading later tells it.
        """
        try:
            return self._source.rows(sound_ids) if sound_ids else []
        except LibraryError:
            if self.later is None:
                raise
            return None

    def _drop(self, numbers: set[int]) -> None:
        for number in numbers:
            self._pages.pop(number, None)
        self._stale -= numbers

    def _read_again(self, numbers: set[int]) -> None:
        """Read those of these pages again that are seen; the others when somebody comes to them."""
        seen = numbers.intersection(self._seen())
        self._drop(numbers - seen)
        self._stale |= seen
        self._read_stale()

    def _read_stale(self) -> None:
        """One reading at a time: while sounds arrive, a newer one each time would let none come to its end."""
        if self.later is None or self._reading or not self._stale:
            return
        numbers, listed = sorted(self._stale), self._ids
        wanted = [sound_id for number in numbers for sound_id in self._ids_of(number)]
        self._stale.clear()
        self._reading = True

        def done(rows: Sequence[SoundRow]) -> None:
            self._reading = False
            if listed is self._ids:
                self._replace(numbers, _by_id(rows))
            self._read_stale()

        def failed() -> None:
            self._reading = False

        self.later(lambda: self._source.rows(wanted), done, failed)

    def _replace(self, numbers: Sequence[int], rows: Page) -> None:
        for number in numbers:
            if number not in self._pages:
                continue
            ids = self._ids_of(number)
            self._pages[number] = {n: rows[n] for n in ids if n in rows}
            self._changed(number * PAGE_ROWS, number * PAGE_ROWS + len(ids) - 1)


def _by_id(rows: Iterable[SoundRow]) -> Page:
    return {row.sound.sound_id: row for row in rows}
