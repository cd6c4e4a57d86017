"""A disk that notes all that is done to the files of a folder, and what would be on it had the current failed then.

What a program writes lies in the system's memory until the program waits for the disk (`fsync`). When the current
fails, of all that was written since then any part may be on the disk, 512 bytes at a time, and of the names that were
given, changed and taken away any first part. What was waited for is there, and nothing is moved across a wait.
"""

import os
import stat
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, Final

import apsw
import numpy as np

_SECTOR: Final = 512
"""Bytes that a disk writes as a whole or not at all."""
_IN_MEMORY: Final = "-shm"
"""The end of the name of the file in which SQLite's connections share what they know: made anew after a power cut."""


@dataclass(frozen=True, slots=True)
class Wrote:
    """Into a file, known by a number of its own whatever its name is."""

    file: int
    offset: int
    data: bytes


@dataclass(frozen=True, slots=True)
class Shortened:
    """A file, to so many bytes."""

    file: int
    size: int


@dataclass(frozen=True, slots=True)
class Synced:
    """Somebody waited until a file was on the disk."""

    file: int


@dataclass(frozen=True, slots=True)
class Named:
    """A new file has this path."""

    path: str
    file: int


@dataclass(frozen=True, slots=True)
class Renamed:
    """A file, or a folder with all that is in it."""

    source: str
    target: str


@dataclass(frozen=True, slots=True)
class Removed:
    """A path."""

    path: str


@dataclass(frozen=True, slots=True)
class FolderSynced:
    """Somebody waited until the names in a folder were on the disk."""

    folder: str


Naming = Named | Renamed | Removed
Event = Wrote | Shortened | Synced | FolderSynced | Naming


class RecordedDisk:
    """Notes what SQLite and `os` do to the files below a folder."""

    def __init__(self, root: Path) -> None:
        self.root = root
        self.events: list[Event] = []
        self._files: dict[int, int] = {}
        self._paths: dict[str, int] = {}
        self._contents: dict[int, bytes] = {}
        self._databases: set[int] = set()
        self._made = 0

    def look(self) -> None:
        """Note the files that have come, gone and changed; those of SQLite tell of themselves."""
        there = {str(path): path for path in sorted(self.root.rglob("*")) if path.is_file()}
        there = {name: path for name, path in there.items() if not name.endswith(_IN_MEMORY)}
        for name in [name for name in self._paths if name not in there]:
            self.note(Removed(name))
            self._forget(self._paths.pop(name))
        for name, path in there.items():
            if name not in self._paths:
                self._paths[name] = self._number(path)
                self.note(Named(name, self._paths[name]))
            number = self._paths[name]
            if number not in self._databases and (content := path.read_bytes()) != self._contents.get(number):
                self._contents[number] = content
                self.note(Shortened(number, 0))
                self.note(Wrote(number, 0, content))

    def note(self, event: Event) -> None:
        """Something was done."""
        self.events.append(event)

    def database(self, path: Path) -> int:
        """The number of a file of which SQLite tells what is done to it."""
        number = self._number(path)
        self._databases.add(number)
        self.look()
        return number

    def synced(self, descriptor: int) -> None:
        """`os.fsync` was called."""
        status = os.fstat(descriptor)
        self.look()
        if stat.S_ISDIR(status.st_mode):
            folders = [path for path in (self.root, *self.root.rglob("*")) if path.is_dir()]
            self.events += [FolderSynced(str(path)) for path in folders if path.stat().st_ino == status.st_ino]
        elif status.st_ino in self._files:
            self.note(Synced(self._files[status.st_ino]))

    def renamed(self, source: str, target: str) -> None:
        """A file or a folder has another name now."""
        self.note(Renamed(source, target))
        if target in self._paths:
            self._forget(self._paths.pop(target))
        self._paths = {_moved(path, source, target): file for path, file in self._paths.items()}

    def _number(self, path: Path) -> int:
        """Never given twice, though systems give a new file the inode of one that is gone."""
        inode = path.stat().st_ino
        if inode not in self._files:
            self._made += 1
            self._files[inode] = self._made
        return self._files[inode]

    def _forget(self, number: int) -> None:
        self._files = {inode: file for inode, file in self._files.items() if file != number}


def _moved(path: str, source: str, target: str) -> str:
    return target + path[len(source) :] if path == source or path.startswith(source + os.sep) else path


class _Recorder(apsw.VFS):
    """SQLite's way to the system's files, past a recorded disk."""

    def __init__(self, disk: RecordedDisk) -> None:
        self._disk = disk
        self.system = apsw.vfs_names()[0]
        super().__init__("a recorded disk", "", makedefault=True)

    def xOpen(self, name: object, flags: list[int]) -> apsw.VFSFile:  # noqa: N802 - apsw's names
        return _File(self, self._disk, name, flags)

    def xDelete(self, filename: str, syncdir: bool) -> None:  # noqa: N802
        super().xDelete(filename, syncdir)
        self._disk.look()
        if syncdir:
            self._disk.note(FolderSynced(str(Path(filename).parent)))


class _File(apsw.VFSFile):
    def __init__(self, recorder: _Recorder, disk: RecordedDisk, name: Any, flags: list[int]) -> None:
        super().__init__(recorder.system, name, flags)
        self._disk = disk
        path = None if name is None else Path(name.filename() if isinstance(name, apsw.URIFilename) else name)
        self._file = -1 if path is None or not path.is_relative_to(disk.root) else disk.database(path)
        logs = apsw.SQLITE_OPEN_WAL | apsw.SQLITE_OPEN_MAIN_JOURNAL
        # As SQLite does: the first wait for a log that it made is one for its name, too.
        self._new_name = str(path.parent) if path and flags[0] & logs and flags[0] & apsw.SQLITE_OPEN_CREATE else ""

    def xWrite(self, data: bytes, offset: int) -> None:  # noqa: N802
        super().xWrite(data, offset)
        if self._file >= 0:
            self._disk.note(Wrote(self._file, offset, bytes(data)))

    def xTruncate(self, size: int) -> None:  # noqa: N802
        super().xTruncate(size)
        if self._file >= 0:
            self._disk.note(Shortened(self._file, size))

    def xSync(self, flags: int) -> None:  # noqa: N802
        super().xSync(flags)
        if self._file >= 0:
            self._disk.note(Synced(self._file))
            if self._new_name:
                self._disk.note(FolderSynced(self._new_name))
                self._new_name = ""


@contextmanager
def recorded(root: Path) -> Iterator[RecordedDisk]:
    """Note all that this process does to the files below a folder."""
    disk = RecordedDisk(root)
    recorder = _Recorder(disk)
    sync, replace, rename = os.fsync, os.replace, os.rename

    def noted_sync(descriptor: int) -> None:
        sync(descriptor)
        disk.synced(descriptor)

    def noting(move: Callable[..., None]) -> Callable[..., None]:
        def moved(source: Any, target: Any) -> None:
            disk.look()
            move(source, target)
            disk.renamed(os.fspath(source), os.fspath(target))

        return moved

    system: Any = os
    system.fsync, system.replace, system.rename = noted_sync, noting(replace), noting(rename)
    try:
        yield disk
    finally:
        system.fsync, system.replace, system.rename = sync, replace, rename
        recorder.unregister()


@dataclass(slots=True)
class _Content:
    sure: bytearray = field(default_factory=bytearray)
    perhaps: list[Wrote | Shortened] = field(default_factory=list)


class Platter:
    """What is on the disk for sure, and what perhaps, as one event follows the other."""

    def __init__(self) -> None:
        self._contents: dict[int, _Content] = {}
        self._names: dict[str, int] = {}
        self._unsure_names: list[Naming] = []

    @property
    def unsure(self) -> bool:
        """Whether a power cut would have a choice."""
        return bool(self._unsure_names) or any(content.perhaps for content in self._contents.values())

    def follow(self, event: Event) -> None:
        """Something else was done."""
        match event:
            case Wrote() | Shortened():
                self._content(event.file).perhaps.append(event)
            case Synced():
                content = self._content(event.file)
                for change in content.perhaps:
                    _change(content.sure, change)
                content.perhaps.clear()
            case FolderSynced():
                touched = [naming for naming in self._unsure_names if _touches(naming, event.folder)]
                self._unsure_names = [naming for naming in self._unsure_names if naming not in touched]
                for naming in touched:
                    _name(self._names, naming)
            case Named() | Renamed() | Removed():
                self._unsure_names.append(event)

    def after_a_cut(self, random: np.random.Generator, way: int) -> dict[str, bytes]:
        """Path -> content of what is found when the current comes back.

        `way` 0: every new name, but nothing of what was written; 1: the opposite; others: by chance.
        """
        some = random.random()
        names = dict(self._names)
        count = len(self._unsure_names)
        kept = (count, 0)[way] if way < 2 else int(random.integers(0, count + 1))
        for naming in self._unsure_names[:kept]:
            _name(names, naming)
        chance = (0.0, 1.0)[way] if way < 2 else some
        return {path: self._survives(file, random, chance) for path, file in names.items()}

    def _survives(self, file: int, random: np.random.Generator, chance: float) -> bytes:
        content = self._content(file)
        found = bytearray(content.sure)
        for change in content.perhaps:
            for part in _sectors(change):
                if random.random() < chance:
                    _change(found, part)
        return bytes(found)

    def _content(self, file: int) -> _Content:
        return self._contents.setdefault(file, _Content())


def _sectors(change: Wrote | Shortened) -> Iterator[Wrote | Shortened]:
    if isinstance(change, Shortened):
        yield change
        return
    start, end = change.offset, change.offset + len(change.data)
    while start < end:
        until = min(end, (start // _SECTOR + 1) * _SECTOR)
        yield Wrote(change.file, start, change.data[start - change.offset : until - change.offset])
        start = until


def _change(content: bytearray, change: Wrote | Shortened) -> None:
    size = change.size if isinstance(change, Shortened) else change.offset
    content.extend(bytes(max(0, size - len(content))))
    if isinstance(change, Shortened):
        del content[change.size :]
    else:
        content[change.offset : change.offset + len(change.data)] = change.data


def _name(names: dict[str, int], naming: Naming) -> None:
    match naming:
        case Named(path, file):
            names[path] = file
        case Removed(path):
            names.pop(path, None)
        case Renamed(source, target):
            for path in [path for path in names if path == source or path.startswith(source + os.sep)]:
                names[_moved(path, source, target)] = names.pop(path)


def _touches(naming: Naming, folder: str) -> bool:
    paths = (naming.source, naming.target) if isinstance(naming, Renamed) else (naming.path,)
    return folder in map(os.path.dirname, paths)
