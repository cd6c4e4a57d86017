"""The sounds of a list in a library: one may have moved, been renamed, or be called otherwise on another system."""

import re
from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path

from desktop_app.core.said import SaidOfSound
from desktop_app.core.sound import Sound
from desktop_app.exchanging import western
from desktop_app.library.library import Library
from desktop_app.library.watching.relative_paths import text_key

_SOUNDS_AT_ONCE = 512
_NOT_YET = "It was not heard yet: index its folder first."


class MatchedBy(StrEnum):
    """How a sound of a list was found in the library."""

    PATH = "path"
    CONTENT = "content"
    NAME = "file name"


@dataclass(frozen=True, slots=True)
class _Folded:
    """A name as it is compared: not one that a file has."""

    key: str


class SoundFinder:
    """Finds the sounds of a list in the library: by path, else by what audio they are, else by a name that only one
    has.
    """

    def __init__(self, library: Library) -> None:
        self._library = library
        self._by_content: dict[bytes, int] | None = None
        self._by_name: Mapping[str | _Folded, list[int]] | None = None

    def find(self, said: SaidOfSound) -> tuple[Sound, MatchedBy] | str:
        """A sound that was heard; else why not, in a sentence, which is empty for one that is not here."""
        paths = list(dict.fromkeys((said.path, western(said.path)))) if said.path else []
        known = next((sound for path in paths if (sound := self._at(path)) is not None), None)
        if known is not None and known.content_id is not None:
            return known, MatchedBy.PATH
        for ids, by in ((self._with_content(said.content_id), MatchedBy.CONTENT), (self._named(paths), MatchedBy.NAME)):
            found = self._library.sounds.many(ids)
            if len(found) == 1 and found[0].content_id is not None:
                return found[0], by
        return "" if known is None else known.problem or _NOT_YET

    def _at(self, path: str) -> Sound | None:
        try:
            return self._library.sounds.by_path(Path(path))
        except UnicodeEncodeError:  # half of a character, which no path has
            return None

    def _with_content(self, content_id: bytes) -> list[int]:
        if self._by_content is None:
            ids, contents, _ = self._library.sounds.contents()
            self._by_content = {
                content: int(number) for number, content in zip(ids, contents, strict=True) if content is not None
            }
        found = self._by_content.get(content_id)
        return [] if found is None else [found]

    def _named(self, paths: Sequence[str]) -> list[int]:
        """The sounds of a name; letter by letter before however its letters are written."""
        # A list may come from another system, where names are parted otherwise.
        names = [name for path in paths for name in (path.rpartition("/")[2], re.split(r"[/\\]", path)[-1]) if name]
        if self._by_name is None:
            self._by_name = self._names()
        found = (self._by_name.get(key, []) for name in names for key in (name, _Folded(text_key(name))))
        return next((ids for ids in found if ids), [])

    def _names(self) -> Mapping[str | _Folded, list[int]]:
        """The sounds of each name as it is, and as it is compared."""
        by_name: dict[str | _Folded, list[int]] = defaultdict(list)
        ids = self._library.sounds.ids().tolist()
        for start in range(0, len(ids), _SOUNDS_AT_ONCE):
            for sound in self._library.sounds.many(ids[start : start + _SOUNDS_AT_ONCE]):
                by_name[sound.name].append(sound.sound_id)
                by_name[_Folded(text_key(sound.name))].append(sound.sound_id)
        return by_name
