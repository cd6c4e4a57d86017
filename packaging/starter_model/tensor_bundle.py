"""Reads the variables of a TensorFlow checkpoint without TensorFlow.

A checkpoint is a "tensor bundle": `variables.index` is a LevelDB table (uncompressed) whose values are small protocol
buffers that say where in `variables.data-00000-of-00001` each variable lies. Formats:
tensorflow/core/util/tensor_bundle and leveldb's doc/table_format.md.
"""

import struct
from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

_TABLE_MAGIC = bytes.fromhex("57fb808b247547db")
_FOOTER = 48
_FLOAT32 = 1  # DataType.DT_FLOAT
_FIXED_SIZES = {1: 8, 5: 4}  # bytes, by wire type

# Fields of BundleEntryProto.
_DTYPE, _SHAPE, _OFFSET, _SIZE = 1, 2, 4, 5
_DIMENSION = 2  # of TensorShapeProto; its field 1 is the size


@dataclass(frozen=True, slots=True)
class _Message:
    """A protocol buffer's fields by their numbers; a number that is not written is 0."""

    numbers: dict[int, int]
    parts: dict[int, list[bytes]]


def read_bundle(index: bytes, data: bytes) -> dict[str, NDArray[np.float32]]:
    """The float32 variables of a checkpoint by name; raises ValueError for anything that is not such a checkpoint."""
    footer = index[-_FOOTER:]
    if not footer.endswith(_TABLE_MAGIC):
        raise ValueError("This is not the index of a TensorFlow checkpoint.")
    position = 0
    for _ in range(2):  # the handle of the meta-index: offset and size, not needed
        _, position = _varint(footer, position)
    variables: dict[str, NDArray[np.float32]] = {}
    for _, handle in _block(index, *_handle(footer, position)):
        for name, entry in _block(index, *_handle(handle)):
            message = _parse(entry)
            if name and message.numbers.get(_DTYPE) == _FLOAT32:
                variables[name.decode()] = _tensor(message, data)
    return variables


def _tensor(entry: _Message, data: bytes) -> NDArray[np.float32]:
    dimensions = [part for shape in entry.parts.get(_SHAPE, []) for part in _parse(shape).parts.get(_DIMENSION, [])]
    shape = [_parse(dimension).numbers.get(1, 0) for dimension in dimensions]
    offset, size = entry.numbers.get(_OFFSET, 0), entry.numbers[_SIZE]
    return np.frombuffer(data[offset : offset + size], "<f4").reshape(shape)


def _block(table: bytes, offset: int, size: int) -> Iterator[tuple[bytes, bytes]]:
    """Keys and values of one block; a key repeats only what differs from the key before."""
    if table[offset + size] != 0:
        raise ValueError("This checkpoint's index is compressed; only uncompressed ones can be read.")
    block = table[offset : offset + size]
    restarts = struct.unpack("<I", block[-4:])[0]
    end = len(block) - 4 - 4 * restarts
    position, key = 0, b""
    while position < end:
        shared, position = _varint(block, position)
        fresh, position = _varint(block, position)
        length, position = _varint(block, position)
        key = key[:shared] + block[position : position + fresh]
        position += fresh
        yield key, block[position : position + length]
        position += length


def _handle(value: bytes, position: int = 0) -> tuple[int, int]:
    offset, position = _varint(value, position)
    size, _ = _varint(value, position)
    return offset, size


def _varint(value: bytes, position: int) -> tuple[int, int]:
    result = shift = 0
    while True:
        byte = value[position]
        position += 1
        result |= (byte & 127) << shift
        shift += 7
        if byte < 128:
            return result, position


def _parse(content: bytes) -> _Message:
    position = 0
    message = _Message({}, {})
    while position < len(content):
        tag, position = _varint(content, position)
        field, wire_type = tag >> 3, tag & 7
        if wire_type == 0:
            message.numbers[field], position = _varint(content, position)
            continue
        size, position = _varint(content, position) if wire_type == 2 else (_FIXED_SIZES[wire_type], position)
        message.parts.setdefault(field, []).append(content[position : position + size])
        position += size
    return message
