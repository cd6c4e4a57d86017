"""Reads the variables of a TensorFlow checkpoint without TensorFlow.

A checkpoint is a "tensor bundle": `variables.index` is a LevelDB table (uncompressed) whose values are small protocol
buffers that say where in `variables.data-00000-of-00001` each variable lies. Formats:
tensorflow/core/util/tensor_bundle and leveldb's doc/table_format.md.
"""

import struct
from collections.abc import Iterator

import numpy as np
from numpy.typing import NDArray

_TABLE_MAGIC = bytes.fromhex("57fb808b247547db")
_FOOTER = 48
_FLOAT32 = 1  # DataType.DT_FLOAT

# Fields of BundleEntryProto.
_DTYPE, _SHAPE, _OFFSET, _SIZE = 1, 2, 4, 5
_DIMENSION = 2  # of TensorShapeProto; its field 1 is the size

Fields = dict[int, list[int | bytes]]


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
            fields = _fields(entry)
            if name and _number(fields, _DTYPE) == _FLOAT32:
                variables[name.decode()] = _tensor(fields, data)
    return variables


def _tensor(fields: Fields, data: bytes) -> NDArray[np.float32]:
    shape_fields = _fields(_bytes(fields, _SHAPE))
    shape = [
        _number(_fields(dimension), 1) for dimension in shape_fields.get(_DIMENSION, []) if isinstance(dimension, bytes)
    ]
    offset, size = _number(fields, _OFFSET), _number(fields, _SIZE)
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


def _fields(message: bytes) -> Fields:
    """The fields of a protocol buffer message, each with all its values."""
    position = 0
    fields: Fields = {}
    while position < len(message):
        tag, position = _varint(message, position)
        value, position = _field_value(message, position, tag & 7)
        fields.setdefault(tag >> 3, []).append(value)
    return fields


def _field_value(message: bytes, position: int, wire_type: int) -> tuple[int | bytes, int]:
    if wire_type == 0:
        return _varint(message, position)
    sizes = {1: 8, 5: 4}
    size, position = _varint(message, position) if wire_type == 2 else (sizes[wire_type], position)
    return message[position : position + size], position + size


def _number(fields: Fields, field: int) -> int:
    """The field's number; 0, the protocol's default, where it is not written."""
    value = fields.get(field, [0])[0]
    if isinstance(value, bytes):
        raise ValueError("This checkpoint's index is damaged.")
    return value


def _bytes(fields: Fields, field: int) -> bytes:
    value = fields.get(field, [b""])[0]
    if isinstance(value, int):
        raise ValueError("This checkpoint's index is damaged.")
    return value
