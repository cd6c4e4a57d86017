"""Embeddings as a Parquet file: one row a sound. The package that writes it is an extra of its own."""

from collections.abc import Callable, Sequence
from pathlib import Path
from types import ModuleType
from typing import Any, Final

import numpy as np

from desktop_app.engine.exporting.export_source import Exported, ExportError, ExportPart, ExportSource
from desktop_app.library.tables.windows import HeardWindows

_SOUNDS_IN_A_GROUP: Final = 256
"""The windows of a sound stand in its row, and those of a recording of hours are many."""
_MISSING: Final = (
    "Parquet files need the package pyarrow, which is not installed: get it with “pip install 'earmark[parquet]'”, "
    "or export to a .npz file."
)


def parquet_writer() -> Callable[[ExportSource, Path], Exported]:
    """What writes a Parquet file. Raises ExportError when the package for it is not installed."""
    try:
        import pyarrow
        import pyarrow.parquet
    except ImportError:
        raise ExportError(_MISSING) from None

    def write(source: ExportSource, file: Path) -> Exported:
        schema, count = _schema(pyarrow, source), 0
        with pyarrow.parquet.ParquetWriter(file, schema, compression="zstd") as writer:
            for part in source.parts(_SOUNDS_IN_A_GROUP):
                heard = [source.windows_of(content_id) for content_id in part.content_ids]
                count += sum(len(windows.starts) for windows in heard if windows is not None)
                writer.write_table(_table(pyarrow, schema, part, heard))
        return Exported(len(source), count)

    return write


def _schema(arrow: ModuleType, source: ExportSource) -> Any:
    vector = arrow.list_(arrow.float32(), source.dimension)
    window = arrow.struct([("start", arrow.float32()), ("seconds", arrow.float32()), ("embedding", vector)])
    columns = [
        ("path", arrow.string()),
        ("path_bytes", arrow.binary()),
        ("content_id", arrow.string()),
        ("embedding", vector),
        ("windows", arrow.list_(window)),
    ]
    return arrow.schema(columns, metadata={"embedder_id": source.embedder_id})


def _table(arrow: ModuleType, schema: Any, part: ExportPart, heard: Sequence[HeardWindows | None]) -> Any:
    dimension = part.vectors.shape[1]
    found = [windows for windows in heard if windows is not None]
    counts = [0 if windows is None else len(windows.starts) for windows in heard]
    vectors = np.concatenate([np.empty((0, dimension), dtype=np.float32), *(windows.vectors for windows in found)])
    starts = np.array([start for windows in found for start in windows.starts], dtype=np.float32)
    seconds = np.repeat(np.array([w.seconds for w in found], dtype=np.float32), [len(w.starts) for w in found])
    columns = [arrow.array(starts), arrow.array(seconds), _vectors(arrow, vectors)]
    each = arrow.StructArray.from_arrays(columns, fields=list(schema.field("windows").type.value_type))
    offsets = arrow.array(np.concatenate([[0], np.cumsum(counts)]).astype(np.int32))
    return arrow.Table.from_arrays(
        [
            arrow.array([path.decode("utf-8", "replace") for path in part.paths]),
            arrow.array(part.paths, type=arrow.binary()),
            arrow.array([content_id.hex() for content_id in part.content_ids]),
            _vectors(arrow, part.vectors),
            arrow.ListArray.from_arrays(offsets, each),
        ],
        schema=schema,
    )


def _vectors(arrow: ModuleType, vectors: Any) -> Any:
    """Rows [n, d] as a column of lists."""
    return arrow.FixedSizeListArray.from_arrays(arrow.array(vectors.ravel()), vectors.shape[1])
