"""Decodes a whole FLAC file by dr_flac (in miniaudio): the same bits as libFLAC's, in two thirds of the time.

It hides damage: a frame that fails its checksum is left out, and the last one of a file is given as it is. So it is
only for those who can begin again: the frames are counted, libFLAC reads the last of them too, and where anything
differs, `LostFramesError` says that this file is to be read as carefully as every other.
"""

from collections.abc import Generator, Iterator
from contextlib import closing
from pathlib import Path
from typing import Any, Final

import numpy as np

from desktop_app.engine.decoding.audio_file import BLOCK_FRAMES, AudioFile, Frames
from desktop_app.engine.decoding.sound_errors import UnreadableSoundError

_LEAST_FRAMES: Final = 1 << 18
"""Six seconds at 44.1 kHz: with shorter sounds, opening the file twice takes what is saved."""
_MOST_CHANNELS: Final = 2
"""With more, miniaudio may put them into another order."""
_ENCODINGS: Final = frozenset({"PCM_S8", "PCM_16", "PCM_24"})
"""What float32 holds exactly."""


class LostFramesError(Exception):
    """Not every frame that the file promised could be decoded in the quick way, or another one came of it."""


def quick_blocks(path: Path, file: AudioFile) -> Iterator[Frames] | None:
    """All blocks of a file that was just opened, [n, channels], or None where there is no quicker way than its own.

    `file` serves for comparison, and has to stay open. The iterator raises `LostFramesError`, at the latest at its end:
    only then is what it gave known to be good.
    """
    found, frames = file.format(0), file.frames_hint or 0
    is_fit = found.container == "flac" and found.encoding in _ENCODINGS and found.channels <= _MOST_CHANNELS
    if not is_fit or frames < _LEAST_FRAMES:
        return None
    try:
        import miniaudio
    except ImportError:  # there are computers without it
        return None
    return _compared(_decoded(miniaudio, path, file), file, frames)


def _compared(blocks: Generator[Frames, None, None], file: AudioFile, frames: int) -> Iterator[Frames]:
    block, count = np.empty((0, file.channels), dtype=np.float32), 0
    with closing(blocks):
        for block in blocks:
            count += len(block)
            yield block
    if count != frames:
        raise LostFramesError
    if not _ends_with(file, frames, block):
        raise LostFramesError


def _ends_with(file: AudioFile, frames: int, block: Frames) -> bool:
    """Whether these are the last of so many frames, as `file` reads them."""
    try:
        for _ in file.seek(frames - len(block)):
            pass
        return np.array_equal(file.read(len(block)), block) and file.trouble is None
    except UnreadableSoundError:
        return False


def _decoded(miniaudio: Any, path: Path, file: AudioFile) -> Generator[Frames, None, None]:
    try:
        # The whole path, because a first ~ would be taken for a home.
        blocks = miniaudio.stream_file(
            str(path.absolute()), miniaudio.SampleFormat.FLOAT32, file.channels, file.sample_rate, BLOCK_FRAMES
        )
        with closing(blocks):
            for block in blocks:
                yield np.frombuffer(block, dtype=np.float32).reshape(-1, file.channels)
    except (miniaudio.MiniaudioError, OSError, ValueError) as error:  # ValueError: a name that is not in UTF-8
        raise LostFramesError from error
