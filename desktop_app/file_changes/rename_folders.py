"""What lies beside files that are to get other names: which names are taken, and what belongs to a file by its name."""

import os
from collections import Counter, defaultdict
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from desktop_app.app import Earmark
from desktop_app.core.sound import Sound
from desktop_app.exchange.exchanging import SIDECAR, sidecar_of
from desktop_app.exchange.sidecars import is_sidecar
from desktop_app.library.watching.relative_paths import text_key

_INSTEAD_OF_SUFFIX: Final = frozenset({".asd", ".pkf", ".reapeaks", ".sfk", ".sfl", ".xmp"})
"""Of files that programs put beside `name.wav` as `name.pkf`; most put `name.wav.asd`."""


@dataclass(frozen=True, slots=True)
class Beside:
    """What belongs to a file by its name."""

    sidecar: bool = False
    """Whether there is a sidecar of ours, which follows its sound."""
    others: tuple[str, ...] = ()
    """Names of files of other programs, which keep them and belong to nothing then."""


NOTHING_BESIDE: Final = Beside()


class _Folder:
    """What is in a folder."""

    def __init__(self, folder: Path) -> None:
        """Raises OSError."""
        self.keys: Counter[str] = Counter()
        self.behind: defaultdict[str, list[str]] = defaultdict(list)
        """By `name.wav` or `name`, what has one more suffix."""
        with os.scandir(folder) as entries:
            for entry in entries:
                self.keys[text_key(entry.name)] += 1
                self.behind[entry.name.rpartition(".")[0]].append(entry.name)


class FolderNames:
    """Which names are taken in folders: by files, by what is planned, and by sounds that the library misses there."""

    def __init__(self, earmark: Earmark) -> None:
        self._earmark = earmark
        self._folders: dict[Path, _Folder] = {}
        self._beside: dict[Path, Beside] = {}
        self._planned: dict[tuple[Path, str], int] = {}
        """Which sound is to have a name."""
        self._keys_of: defaultdict[int, list[tuple[Path, str]]] = defaultdict(list)

    def is_taken(self, sound: Sound, name: str) -> bool:
        """Whether a sound cannot have this name, or its sidecar its own, in any letter case, as some file systems
        compare; its present name is no hindrance. Raises OSError and LibraryError.
        """
        names = [name, f"{name}{SIDECAR}"] if self.beside(sound.path).sidecar else [name]
        return any(self._is_taken(sound, one) for one in names)

    def _is_taken(self, sound: Sound, name: str) -> bool:
        folder, key = sound.path.parent, text_key(name)
        own = (text_key(sound.path.name), text_key(sidecar_of(sound.path).name))
        if self._planned.get((folder, key), sound.sound_id) != sound.sound_id:
            return True
        if self._folder(folder).keys[key] > (key in own):
            return True
        known = self._earmark.library.sounds.by_path(folder / name)
        return known is not None and known.sound_id != sound.sound_id

    def take(self, sound: Sound, name: str) -> None:
        """A sound is to have a name."""
        for one in (name, f"{name}{SIDECAR}"):
            key = (sound.path.parent, text_key(one))
            self._planned[key] = sound.sound_id
            self._keys_of[sound.sound_id].append(key)

    def give_back(self, sound: Sound) -> None:
        """A sound is not to have the name that it took."""
        for key in self._keys_of.pop(sound.sound_id, []):
            del self._planned[key]

    def beside(self, path: Path) -> Beside:
        """What belongs to a file. Raises OSError."""
        if path not in self._beside:
            self._beside[path] = self._look_beside(path)
        return self._beside[path]

    def _look_beside(self, path: Path) -> Beside:
        behind = self._folder(path.parent).behind
        own = sidecar_of(path)
        found = behind.get(path.name, [])
        sidecar = own.name in found and is_sidecar(own)
        others = [name for name in found if not (sidecar and name == own.name)]
        instead = behind.get(path.stem, []) if path.suffix else []
        others += [name for name in instead if Path(name).suffix.lower() in _INSTEAD_OF_SUFFIX]
        return Beside(sidecar, tuple(sorted(others)))

    def _folder(self, folder: Path) -> _Folder:
        if folder not in self._folders:
            self._folders[folder] = _Folder(folder)
        return self._folders[folder]


class Links:
    """Links in the library that lead to files of it: they lead nowhere once the file has another name."""

    def __init__(self, earmark: Earmark) -> None:
        self._earmark = earmark
        self._of_content: dict[bytes, list[tuple[Path, str]]] = {}
        """The links among the sounds of a content, each with where it leads."""

    def to(self, sounds: Iterable[Sound]) -> Mapping[int, tuple[Path, ...]]:
        """Those to the files of these sounds, by the sound's id. Raises LibraryError."""
        known = [(sound, sound.content_id) for sound in sounds if sound.content_id is not None]
        self._look_for({content_id for _, content_id in known} - self._of_content.keys())
        found: dict[int, tuple[Path, ...]] = {}
        for sound, content_id in known:
            links = self._of_content[content_id]
            if links and not sound.path.is_symlink():
                place = os.path.realpath(sound.path)
                found[sound.sound_id] = tuple(link for link, goal in links if goal == place)
        return found

    def _look_for(self, content_ids: Collection[bytes]) -> None:
        """Among all sounds of these contents: a link has that of the file to which it leads."""
        self._of_content.update((content_id, []) for content_id in content_ids)
        snapshot = self._earmark.embedded.snapshot()
        places = snapshot.positions_of(content_ids)
        if len(places) == len(content_ids):
            return  # each is that of one file
        for sound in self._earmark.library.sounds.many(snapshot.sound_ids[places].tolist()):
            links = self._of_content.get(sound.content_id or b"")
            if links is not None and sound.path.is_symlink():
                links.append((sound.path, os.path.realpath(sound.path)))
