"""Tells what audio a file holds, however the file is called, wherever it lies and whatever is written into its tags.

The identity is a hash of the coded audio packets: they are read and not decoded, and no tag writer touches them.
"""

import hashlib
from pathlib import Path
from typing import Final

from desktop_app.engine.decoding.audio_file import AudioFile, check_regular_file
from desktop_app.engine.decoding.pyav_reader import open_container
from desktop_app.engine.decoding.sound_errors import UnreachableSoundError, UnreadableSoundError, parser_errors
from desktop_app.engine.decoding.sound_stream import Progress

SIZE: Final = 16
"""Bytes of a content id."""
_PACKETS: Final = b"packets 1"
_SAMPLES: Final = b"samples 1"
"""Which way the identity was made, and of which version; two ways never give the same id."""
_PACKETS_A_BEAT: Final = 256


def content_id(path: Path, progress: Progress | None = None) -> bytes:
    """16 bytes that two files share when they hold the same coded audio.

    Where the packets cannot be told apart from the rest, the decoded samples are hashed. Raises `UnreadableSoundError`,
    and whatever `progress` raises to end the work.
    """
    check_regular_file(path)
    try:
        return _of_packets(path, progress)
    except UnreachableSoundError:
        raise  # another decoder might take what it gets to see for all
    except UnreadableSoundError:
        return _of_samples(path, progress)


def _of_packets(path: Path, progress: Progress | None) -> bytes:
    with parser_errors():
        file = path.open("rb")
    with file:
        with parser_errors():
            container = open_container(file)
            if not container.streams.audio:
                raise UnreadableSoundError("There is no audio in this file.")
            stream = container.streams.audio[0]
            context = stream.codec_context
            digest = _digest(_PACKETS, context.codec.canonical_name, context.sample_rate, context.channels)
            packets = container.demux(stream)
        count = 0
        while True:
            with parser_errors():
                packet = next(packets, None)
            if packet is None:
                break
            if packet.size:
                digest.update(packet)
                count += 1
                if progress is not None and count % _PACKETS_A_BEAT == 0:
                    progress()
        container.close()
    if not count:
        raise UnreadableSoundError("There is no audio in this file.")
    return digest.digest()


def _of_samples(path: Path, progress: Progress | None) -> bytes:
    with AudioFile(path) as file:
        digest = _digest(_SAMPLES, file.format(0).encoding, file.sample_rate, file.channels)
        for block in file.blocks():
            digest.update(block.tobytes())
            if progress is not None:
                progress()
    return digest.digest()


def _digest(scheme: bytes, codec: str, sample_rate: int, channels: int) -> "hashlib.blake2b":
    digest = hashlib.blake2b(digest_size=SIZE)
    digest.update(b"\0".join((scheme, codec.encode(), str(sample_rate).encode(), str(channels).encode(), b"")))
    return digest
