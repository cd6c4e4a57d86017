"""Reads single files out of packages, and out of containers inside them, without unpacking anything to disk.

A file inside a container is named "path of the container!name in it": zip archives (Warzone 2100 calls them .wz, Quake
and its kin .pk3), the catalogues of Transport Tycoon (.cat), the groups of Clonk (.ocg, .ocd) and Qt's resource files
(.rcc).
"""

import gzip
import io
import struct
import subprocess
import tarfile
import zipfile
from collections.abc import Callable, Iterator
from pathlib import Path, PurePosixPath

from PySide6.QtCore import QDirIterator, QFile, QIODevice, QResource

_File = tuple[str, Callable[[], bytes]]
"""Name of a file, and what reads it; to be read before the next one is asked for."""
_GROUP_HEADER, _GROUP_ENTRY = 204, 316
"""Sizes in bytes inside a group of Clonk: of what it begins with, and of what says of each file where it lies."""
_TAPES = (".tar", ".tar.gz", ".tgz", ".tar.bz2", ".tar.xz")
_ZIPS = (".whl", ".zip", ".wz")


def members(path: Path, wanted: Callable[[str], bool]) -> Iterator[tuple[str, bytes]]:
    """Name and content of each wanted file in a .deb, wheel, zip or tar archive, in the archive's order.

    `wanted` is asked with the path inside the package, without "./" in front; containers are looked into whether they
    are wanted or not. Raises ValueError for another kind of archive and for one that is broken.
    """
    try:
        for name, read in _files(path):
            if wanted(name):
                yield name, read()
            elif (opener := _CONTAINERS.get(PurePosixPath(name).suffix.lower())) is not None:
                for inner, read_inner in opener(read()):
                    if wanted(f"{name}!{inner}"):
                        yield f"{name}!{inner}", read_inner()
    except (tarfile.TarError, zipfile.BadZipFile, gzip.BadGzipFile, struct.error) as error:
        raise ValueError(f"{path} cannot be read: {error}.") from error


def _files(path: Path) -> Iterator[_File]:
    name = path.name.lower()
    if name.endswith(".deb"):
        yield from _deb(path)
    elif name.endswith(_TAPES):
        with tarfile.open(path) as tape:
            yield from _tape(tape)
    elif name.endswith(_ZIPS):
        with zipfile.ZipFile(path) as archive:
            yield from _zip(archive)
    else:
        raise ValueError(f"{path} is not an archive of a kind that can be read.")


def _deb(path: Path) -> Iterator[_File]:
    # Read as a stream: some packages hold a gigabyte of pictures.
    with subprocess.Popen(["dpkg-deb", "--fsys-tarfile", str(path)], stdout=subprocess.PIPE) as process:
        assert process.stdout is not None
        with tarfile.open(fileobj=process.stdout, mode="r|") as tape:
            yield from _tape(tape)
    if process.returncode != 0:
        raise ValueError(f"{path} is not a whole Debian package.")


def _tape(tape: tarfile.TarFile) -> Iterator[_File]:
    for member in tape:
        if member.isreg():
            yield member.name.removeprefix("./"), lambda member=member: _of_tape(tape, member)  # type: ignore[misc]


def _of_tape(tape: tarfile.TarFile, member: tarfile.TarInfo) -> bytes:
    file = tape.extractfile(member)
    return file.read() if file else b""


def _zip(archive: zipfile.ZipFile) -> Iterator[_File]:
    for name in archive.namelist():
        if not name.endswith("/"):
            yield name, lambda name=name: archive.read(name)  # type: ignore[misc]


def _zip_content(content: bytes) -> Iterator[_File]:
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        yield from _zip(archive)


def _catalogue(content: bytes) -> Iterator[_File]:
    """A table of offsets and sizes; at each offset a length byte, a title, the sound, then its file's name likewise."""
    entries = (struct.unpack_from("<I", content)[0] & 0x7FFFFFFF) // 8
    for entry in range(entries):
        offset, size = struct.unpack_from("<II", content, 8 * entry)
        start = (offset & 0x7FFFFFFF) + 1 + content[offset & 0x7FFFFFFF]
        end = start + size
        while content[end] == 0:
            end += 1
        name = content[end + 1 : end + content[end]].decode("latin-1")
        yield PurePosixPath(name).name, lambda start=start, size=size: content[start : start + size]  # type: ignore[misc]


def _group(content: bytes) -> Iterator[_File]:
    """Gzip under another mark; a scrambled header, a table of the files, the files; a folder is a group again."""
    if content.startswith(b"\x1e\x8c"):
        content = gzip.decompress(b"\x1f\x8b" + content[2:])
    header = bytearray(byte ^ 237 for byte in content[:_GROUP_HEADER])
    for at in range(0, _GROUP_HEADER - 2, 3):
        header[at], header[at + 2] = header[at + 2], header[at]
    (entries,) = struct.unpack_from("<i", header, 36)
    for entry in range(entries):
        at = _GROUP_HEADER + _GROUP_ENTRY * entry
        name = content[at : at + 260].partition(b"\0")[0].decode("latin-1")
        _, is_group, size, _, offset = struct.unpack_from("<5i", content, at + 260)
        start = _GROUP_HEADER + _GROUP_ENTRY * entries + offset
        file = content[start : start + size]
        if is_group:
            yield from ((f"{name}/{inner}", read) for inner, read in _group(file))
        else:
            yield name, lambda file=file: file  # type: ignore[misc]


def _qt_resources(content: bytes) -> Iterator[_File]:
    root = f"/archive{id(content)}"
    if not QResource.registerResourceData(content, root):
        raise ValueError("A file of Qt resources cannot be read.")
    try:
        found = QDirIterator(f":{root}", QDirIterator.IteratorFlag.Subdirectories)
        while found.hasNext():
            file = QFile(found.next())
            if file.open(QIODevice.OpenModeFlag.ReadOnly):
                yield file.fileName().removeprefix(f":{root}/"), lambda file=file: file.readAll().data()  # type: ignore[misc]
    finally:
        QResource.unregisterResourceData(content, root)


_CONTAINERS: dict[str, Callable[[bytes], Iterator[_File]]] = {
    ".zip": _zip_content,
    ".wz": _zip_content,
    ".pk3": _zip_content,
    ".cat": _catalogue,
    ".ocg": _group,
    ".ocd": _group,
    ".rcc": _qt_resources,
}
