"""The embeddings of a library as one file for other programs: NumPy's `.npz`, or Parquet.

Memory does not grow with the size of the embeddings: they are read and written some at a time. What the arrays and
columns are is told in the README of this folder.
"""

import os
import zipfile
from collections.abc import Iterable, Iterator
from contextlib import suppress
from pathlib import Path
from typing import Any, Final

import numpy as np
from numpy.typing import NDArray

from desktop_app.core.vector_index import Vectors
from desktop_app.engine.exporting.export_source import Exported, ExportError, ExportSource
from desktop_app.engine.exporting.parquet_export import parquet_writer
from desktop_app.library.databases.durable import put_in_place, sync_file
from desktop_app.library.library import Library

FORMATS: Final = (".npz", ".parquet")


def export_embeddings(library: Library, embedder_id: str, target: Path, *, replace: bool) -> Exported:
    """Write the embeddings of all present sounds that this embedder heard to a `.npz` or `.parquet` file.

    The file is there as a whole or not at all; one that is there already is only overwritten with `replace`. Raises
    ExportError, LibraryError and OSError.
    """
    suffix = target.suffix.lower()
    if suffix not in FORMATS:
        raise ExportError(f"{target.name} is neither .npz nor .parquet: end the file's name in one of them.")
    if target.exists() and not replace:
        raise ExportError(f"{target} exists already: replace it with --replace, or choose another name.")
    if not target.parent.is_dir():
        raise ExportError(f"{target.parent} does not exist: make the folder, or choose another.")
    write = _write_npz if suffix == ".npz" else parquet_writer()
    source = ExportSource(library, embedder_id)
    draft = target.with_name(f".{target.name}.{os.getpid()}.part")
    try:
        exported = write(source, draft)
        sync_file(draft)
        put_in_place(draft, target)
    finally:
        with suppress(OSError):
            draft.unlink()
    return exported


def _write_npz(source: ExportSource, file: Path) -> Exported:
    """Arrays that load without pickles. The windows of a content are written once, for the first sound that has it."""
    first_rows: dict[bytes, int] = {}
    for row, content_id in enumerate(source.content_ids):
        first_rows.setdefault(content_id, row)
    windowed = {row: source.window_counts.get(content_id, 0) for content_id, row in first_rows.items()}
    window_rows = np.repeat(np.array(list(windowed), dtype="<i8"), list(windowed.values()))
    count = len(window_rows)
    starts, seconds = np.empty(count, dtype="<f4"), np.empty(count, dtype="<f4")

    def windows() -> Iterator[Vectors]:
        done = 0
        for content_id in first_rows:
            heard = source.windows_of(content_id)
            if heard is not None:
                next_done = done + len(heard.starts)
                starts[done:next_done], seconds[done:next_done] = heard.starts, heard.seconds
                done = next_done
                yield heard.vectors

    sounds, width = len(source), max(max(map(len, paths)) for paths in source.paths())
    with zipfile.ZipFile(file, "w") as archive:
        _write_array(archive, "embedder_id", (), [np.array(source.embedder_id)])
        paths = (np.array(part, dtype=f"S{width}") for part in source.paths())
        _write_array(archive, "paths", (sounds,), paths, compressed=True)
        _write_array(
            archive, "content_ids", (sounds,), [np.array([c.hex() for c in source.content_ids])], compressed=True
        )
        _write_array(archive, "embeddings", (sounds, source.dimension), (part.vectors for part in source.parts()))
        empty = np.empty((0, source.dimension), dtype=np.float32)
        _write_array(archive, "windows", (count, source.dimension), windows() if count else [empty])
        _write_array(archive, "window_rows", (count,), [window_rows])
        _write_array(archive, "window_starts", (count,), [starts])
        _write_array(archive, "window_seconds", (count,), [seconds])
    return Exported(sounds, count)


def _write_array(
    archive: zipfile.ZipFile,
    name: str,
    shape: tuple[int, ...],
    parts: Iterable[NDArray[Any]],
    *,
    compressed: bool = False,
) -> None:
    """One array of an archive, part by part; all have the type of the first."""
    entry = zipfile.ZipInfo(f"{name}.npy")
    entry.compress_type = zipfile.ZIP_DEFLATED if compressed else zipfile.ZIP_STORED
    with archive.open(entry, "w", force_zip64=True) as file:
        for number, part in enumerate(parts):
            if number == 0:
                described = np.lib.format.dtype_to_descr(part.dtype)
                header = {"descr": described, "fortran_order": False, "shape": shape}
                np.lib.format.write_array_header_1_0(file, header)
            file.write(np.ascontiguousarray(part).tobytes())
