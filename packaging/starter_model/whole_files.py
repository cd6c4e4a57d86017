"""Writes what a stage keeps in the cache so that a file that is there is whole, however the stage ended."""

from collections.abc import Mapping
from pathlib import Path
from typing import Any

from numpy.typing import NDArray
from safetensors.numpy import save_file


def save_whole(path: Path, tensors: Mapping[str, NDArray[Any]], metadata: dict[str, str] | None = None) -> None:
    """Write a safetensors file, and the folders it lies in, under its name only when all of it is written."""
    path.parent.mkdir(parents=True, exist_ok=True)
    partial = path.with_suffix(".partial")
    save_file(dict(tensors), partial, metadata=metadata)
    partial.replace(path)
