"""What the tests of this room build: files that stand for sounds, and the way from a file to a heard sound."""

import hashlib
from pathlib import Path

import numpy as np

from desktop_app.core.sound import AudioFormat, FileStamp, Sound
from desktop_app.core.vector_index import Vectors
from desktop_app.library.library import Library
from desktop_app.library.tables.folders import Folder
from desktop_app.library.tables.heard import Heard
from desktop_app.library.watching.scan_changes import ScanChanges
from desktop_app.library.watching.scanner import scan

EMBEDDER = "an embedder"
WAV = AudioFormat("wav", "PCM_16", 48_000, 1, 24_000)


def write(root: Path, *relative: str, data: bytes | None = None) -> None:
    """Write files; without `data` each holds its own name, so that no two are alike."""
    for name in relative:
        path = root / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(name.encode("utf-8", "surrogateescape") if data is None else data)


def stamp(path: Path) -> FileStamp:
    """The stamp of a file as it is now."""
    status = path.stat()
    return FileStamp(status.st_size, status.st_mtime_ns, status.st_ino)


def rescan(library: Library, folder: Folder, under: str = "") -> ScanChanges:
    """Scan a folder of the disk and take over what was found."""
    result = scan(folder.path, exclusions=library.folders.exclusions(), under=under, cancelled=lambda: False)
    assert result.reachable
    return library.sounds.apply_scan(folder.folder_id, result.found, under=under, unreadable=result.unreadable)


def content_of(data: bytes) -> bytes:
    """A content id as the engine would make one: 16 bytes that say what is in the file."""
    return hashlib.blake2b(data, digest_size=16).digest()


def vector_of(data: bytes) -> Vectors:
    """An embedding of 8 numbers that half precision keeps exactly."""
    return np.frombuffer(content_of(data)[:8], dtype=np.int8).astype(np.float32)


def heard(sound: Sound, *, found: AudioFormat | None = WAV) -> Heard:
    """What the engine would say of a file."""
    data = sound.path.read_bytes()
    return Heard(sound.sound_id, stamp(sound.path), content_of(data), found, vector_of(data), b"thumb" + data[:8])


def hear_waiting(library: Library, embedder: str = EMBEDDER) -> list[int]:
    """Hear everything that waits; the ids of what was saved."""
    return library.sounds.save_heard(embedder, [heard(s) for s in library.sounds.waiting(embedder, limit=10_000)])


def add(library: Library, root: Path, *relative: str) -> Folder:
    """A folder with files, in the library, scanned and heard."""
    root.mkdir(parents=True, exist_ok=True)
    write(root, *relative)
    folder = library.folders.add(root)
    rescan(library, folder)
    hear_waiting(library)
    return folder


def id_of(library: Library, path: Path) -> int:
    """The id of the sound at a path, which must be there."""
    sound = library.sounds.by_path(path)
    assert sound is not None, path
    return sound.sound_id
