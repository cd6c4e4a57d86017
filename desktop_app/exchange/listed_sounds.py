"""The sounds of a list in a library: one may have moved, been renamed, or be called otherwise on another system."""

import re
from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path

from desktop_app.core.said import SaidOfSound
from desktop_app.core.sound import Sound
from desktop_app.exchange.exchanging import western
from desktop_app.library.library import Library
from desktop_app.library.watching.relative_paths import text_key

_SOUNDS_AT_ONCE = 512
_MOST_FOLDERS = 4
"""Above a file, by which sounds of one name are told apart."""
_NOT_YET = "It was not heard yet: index its folder first."


class MatchedBy(StrEnum):
    """How a sound of a list was found in the library."""

    PATH = "path"
    CONTENT = "content"
    NAME = "file name"


class Lack(StrEnum):
    """Why nothing can be said of a sound of a list."""

    ABSENT = "absent"
    """It is not here."""
    AMBIGUOUS = "ambiguous"
    """Several are called so, and nothing tells which it is."""
    UNHEARD = "unheard"
    """It is here, and nothing was heard of it."""


@dataclass(frozen=True, slots=True)
class Unmatched:
    """A sound of a list that was not found."""

    lack: Lack
    why: str = ""
    """A sentence, where it was not heard."""


@dataclass(frozen=True, slots=True)
class Found:
    """A sound of a list, here."""

    sound: Sound
    by: MatchedBy
    folder_agrees: bool = True
    """Not where nothing but its name says that it is this one."""


@dataclass(frozen=True, slots=True)
class _Folded:
    """A name as it is compared: not one that a file has."""

    key: str


class SoundFinder:
    """Finds the sounds of a list in the library: by path, else by what audio they are, else by a name that only one
    has; of several, by the folders in which they lie. A path at which other audio lies by now counts only where the
    audio that the list speaks of is nowhere: then the file was edited.
    """

    def __init__(self, library: Library) -> None:
        self._library = library
        self._by_content: dict[bytes, int] = {}
        self._contents: dict[int, bytes | None] = {}
        ids, contents, _ = library.sounds.contents()
        for number, content in zip(ids.tolist(), contents, strict=True):
            self._contents[number] = content
            if content is not None:
                self._by_content[content] = number
        self._by_name: dict[int, Mapping[str | _Folded, list[int]]] = {}

    def find(self, said: SaidOfSound) -> Found | Unmatched:
        """A sound that was heard, and how it was found."""
        paths = list(dict.fromkeys((said.path, western(said.path)))) if said.path else []
        known = next((sound for path in paths if (sound := self._at(path)) is not None), None)
        meant = self._by_content.get(said.content_id)
        if (
            known is not None
            and known.content_id is not None
            and (meant is None or known.content_id == said.content_id)
        ):
            return Found(known, MatchedBy.PATH)
        if meant is not None:
            return Found(self._library.sounds.many([meant])[0], MatchedBy.CONTENT)
        # A list may come from another system, where names are parted otherwise.
        parted = [parts for path in paths for parts in (path.split("/"), re.split(r"[/\\]", path)) if parts[-1]]
        named = self._named(parted)
        if named and self._contents[named[0]] is not None and self._are_one(named):
            folders = {text_key(parts[-2]) for parts in parted if len(parts) > 1}
            sounds = self._library.sounds.many(named)
            agreeing = next((sound for sound in sounds if text_key(sound.path.parent.name) in folders), None)
            return Found(agreeing or sounds[0], MatchedBy.NAME, folder_agrees=agreeing is not None)
        if known is None and not named:
            return Unmatched(Lack.ABSENT)
        if known is None and not self._are_one(named):
            return Unmatched(Lack.AMBIGUOUS)
        unheard = known or self._library.sounds.many(named[:1])[0]
        return Unmatched(Lack.UNHEARD, unheard.problem or _NOT_YET)

    def _at(self, path: str) -> Sound | None:
        try:
            return self._library.sounds.by_path(Path(path))
        except UnicodeEncodeError:  # half of a character, which no path has
            return None

    def _are_one(self, ids: Sequence[int]) -> bool:
        """Whether it is all the same which of these is meant: what is said is said of what they sound like."""
        return len(ids) == 1 or (self._contents[ids[0]] is not None and len({self._contents[one] for one in ids}) == 1)

    def _named(self, parted: Sequence[Sequence[str]]) -> list[int]:
        """The sounds of a name, by the parts of its path; letter by letter before however its letters are written."""
        named: list[int] = []
        for depth in range(1, _MOST_FOLDERS + 2):
            ends = ["/".join(parts[-depth:]) for parts in parted if len(parts) >= depth]
            if not ends or (named and self._are_one(named)):
                break
            names = self._names(depth)
            found = (names.get(key, []) for end in ends for key in (end, _Folded(text_key(end))))
            deeper = next((ids for ids in found if ids), [])
            if not deeper:
                break
            named = deeper
        return named

    def _names(self, depth: int) -> Mapping[str | _Folded, list[int]]:
        """The sounds of each name with so many parts of its path, as it is, and as it is compared."""
        if depth not in self._by_name:
            by_name: dict[str | _Folded, list[int]] = defaultdict(list)
            ids = list(self._contents)
            for start in range(0, len(ids), _SOUNDS_AT_ONCE):
                for sound in self._library.sounds.many(ids[start : start + _SOUNDS_AT_ONCE]):
                    end = "/".join(sound.path.parts[-depth:])
                    by_name[end].append(sound.sound_id)
                    by_name[_Folded(text_key(end))].append(sound.sound_id)
            self._by_name[depth] = by_name
        return self._by_name[depth]
