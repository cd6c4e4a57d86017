"""Files that somebody is writing to: they are put off until they rest, so that half a file is not taken for a sound."""

import time
from collections.abc import Callable, Collection
from dataclasses import dataclass
from pathlib import Path

from desktop_app.core.sound import FileStamp
from desktop_app.library.watching.stamps import stamp_of_file

REST_SECONDS = 1.0
"""How long a file that was seen to change must stay the same."""
PATIENCE_SECONDS = 30.0
"""A file that goes on changing for longer (a recording that runs for hours) is no longer waited for, only looked at."""


@dataclass(slots=True)
class _Restless:
    stamp: FileStamp
    since: float
    first: float


class RestlessFiles:
    """Which sounds are put off, and what their files looked like. For one thread at a time."""

    def __init__(self, clock: Callable[[], float] = time.monotonic) -> None:
        self._clock = clock
        self._files: dict[int, _Restless] = {}

    def __len__(self) -> int:
        return len(self._files)

    def put_off(self, sound_id: int, stamp: FileStamp) -> None:
        """A file changed while it was used; `stamp` is what it looks like now."""
        now = self._clock()
        known = self._files.get(sound_id)
        if known is None:
            self._files[sound_id] = _Restless(stamp, now, now)
        else:
            known.stamp, known.since = stamp, now

    def may_be_heard(self, sound_id: int, path: Path) -> bool:
        """Whether a sound was never put off, or its file has come to rest or is gone."""
        known = self._files.get(sound_id)
        if known is None:
            return True
        now = stamp_of_file(path)
        if now is not None and now != known.stamp:
            known.stamp, known.since = now, self._clock()
        return now is None or self.rests(sound_id, now)

    def rests(self, sound_id: int, stamp: FileStamp) -> bool:
        """Whether a file that was put off has looked like this for long enough."""
        known = self._files.get(sound_id)
        return known is not None and known.stamp == stamp and self._clock() - known.since >= REST_SECONDS

    def heard(self, sound_id: int) -> None:
        """A sound is dealt with."""
        self._files.pop(sound_id, None)

    def keep_only(self, waiting: Collection[int]) -> None:
        """Forget sounds that no longer wait to be heard: their files are gone, or their folder is."""
        for sound_id in self._files.keys() - waiting:
            del self._files[sound_id]

    def worth_waiting(self) -> bool:
        """Whether a file may come to rest soon."""
        now = self._clock()
        return any(now - file.first < PATIENCE_SECONDS for file in self._files.values())
