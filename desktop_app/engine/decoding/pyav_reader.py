"""Reads sounds by PyAV (FFmpeg): M4A, AAC, WMA, WavPack and what else soundfile does not know.

It steps over damaged packets and decodes a file that was cut short as far as it goes.
"""

import re
from collections.abc import Iterator, Sequence
from contextlib import suppress
from itertools import chain
from pathlib import Path
from typing import Any, BinaryIO, Final

import av
import numpy as np
from numpy.typing import NDArray

from desktop_app.engine.decoding.sound_errors import UnreachableSoundError, UnreadableSoundError, parser_errors

Planes = Sequence[NDArray[np.float32]]
"""Samples channel by channel, a row [n] each."""

_DEMUXERS: Final = (
    "aac,ac3,aiff,amr,ape,asf,au,avi,caf,dsf,dts,eac3,flac,matroska,webm,mov,mp4,m4a,mp3,mpc,mpc8,mpeg,mpegts,ogg,tta,voc,"
    "w64,wav,wv"
)
"""The containers that FFmpeg may open; its play lists would let a file make Earmark open other files or the network."""
_CONTAINERS: Final = {"asf": "wma", "matroska": "mka", "mov": "m4a"}
_WAVES: Final = (b"RIFF", b"RF64")
_WAVE_PROBE: Final = 1 << 15
"""Bytes of a WAV in which FFmpeg looks whether its samples are a film's DTS in disguise. By default it looks at five
megabytes, again and again, which takes three times as long as reading them; this holds eight frames of the largest DTS,
and four are enough for it.
"""
_AT_ONCE: Final = 1 << 17
"""Frames for which there is room while they are decoded, whatever number is asked for."""
_SEEK_LEAD: Final = 8192
"""Frames decoded and dropped after a seek: a codec builds on earlier frames until it has settled (AAC needs 2,048)."""


class PyavReader:
    """One file being decoded; see `AudioFile` for what the methods promise."""

    _left: Planes
    _first_time: int

    def __init__(self, path: Path) -> None:
        """Raises `UnreadableSoundError` unless some audio can be decoded."""
        with parser_errors():
            self._file = path.open("rb")
        try:
            with parser_errors():
                self._container = open_container(self._file)
                self._start()
        except UnreadableSoundError:
            self._file.close()
            raise

    def read(self, frames: int) -> NDArray[np.float32]:
        """The next frames, [n, channels]; fewer only at the end."""
        blocks, have = [self._next_block(min(frames, _AT_ONCE))], 0
        while (have := have + blocks[-1].shape[1]) < frames and blocks[-1].shape[1]:
            blocks.append(self._next_block(min(frames - have, _AT_ONCE)))
        planes = np.concatenate(blocks, axis=1) if len(blocks) > 1 else blocks[0]
        return planes.T  # channel by channel in memory, as it is mixed down

    def _next_block(self, frames: int) -> NDArray[np.float32]:
        """So many frames, or what there is until the end, [channels, n].

        What is decoded goes straight to where it belongs: an MP3 has forty packets a second, and each array that is
        made of one takes as long as a tenth of its decoding.
        """
        block, have = np.empty((self.channels, frames), dtype=np.float32), 0
        rows = list(block)
        left = [(0, self._left)] if self._left else []
        for _time, planes in chain(left, self._decoded):
            end = have + len(planes[0])
            for row, plane in zip(rows, planes, strict=True):
                row[have:end] = plane if end <= frames else plane[: frames - have]
            if end >= frames:
                self._left = [plane[frames - have :] for plane in planes] if end > frames else ()
                return block
            have = end
        self._left = ()
        return block[:, :have]

    def seek(self, frame: int) -> bool:
        """Only away from the start and where time stamps are exact (M4A, WavPack, MP3); elsewhere they are too coarse.

        Where an MP3 is damaged, frames are counted that were lost, so that one may land some hundredths of a second
        beside; decoding all the way there instead would take a second for every twenty minutes.
        """
        ticks = self._ticks_of_a_frame()
        if frame < _SEEK_LEAD or ticks is None:
            return False
        target = self._first_time + frame * ticks
        with parser_errors():
            self._container.seek(target - _SEEK_LEAD * ticks, stream=self._stream)
        self._decoded, self._left = self._decode(), ()
        for time, planes in self._decoded:
            behind = (target - time) // ticks
            if behind < len(planes[0]):
                self._left = [plane[max(0, behind) :] for plane in planes]
                break
        return True

    def _ticks_of_a_frame(self) -> int | None:
        """What time stamps grow by from one frame to the next; None where they do not tell frames apart."""
        base = self._stream.time_base
        ticks = None if base is None else 1 / (base * self.sample_rate)
        is_exact = ticks is not None and (ticks == 1 or (self.container == "mp3" and ticks.denominator == 1))
        return ticks.numerator if ticks is not None and is_exact else None

    def close(self) -> None:
        """Let the file go."""
        with suppress(av.FFmpegError):
            self._container.close()
        self._file.close()

    def _start(self) -> None:
        if not self._container.streams.audio:
            raise UnreadableSoundError("There is no audio in this file.")
        self._stream = self._container.streams.audio[0]
        context = self._stream.codec_context
        self.sample_rate, self.channels = context.sample_rate, context.channels
        name = self._container.format.name.split(",")[0]
        self.container = _CONTAINERS.get(name, name)
        self.encoding = pcm_name(context.codec.canonical_name)
        self.frames_hint = self._promised_frames()
        self._left = ()
        self._decoded = self._decode()
        first = next(self._decoded, None) if self.sample_rate and self.channels else None
        if first is None:
            raise UnreadableSoundError("There is no audio in this file that can be decoded.")
        self._first_time, self._left = first

    def _promised_frames(self) -> int | None:
        duration, base = self._stream.duration, self._stream.time_base
        return None if duration is None or base is None else round(duration * base * self.sample_rate)

    def _decode(self) -> Iterator[tuple[int, Planes]]:
        """Time stamps and samples to the end; a packet that cannot be decoded is left out, as players do.

        Raises `UnreachableSoundError` where the file cannot be read on, which is not its end.
        """
        packets = self._container.demux(self._stream)
        left_out = True
        while left_out:
            left_out = False
            try:
                # Around many packets, because it costs as much as a packet does.
                with parser_errors():
                    for packet in packets:
                        left_out = True
                        frames = packet.decode()
                        left_out = False
                        for frame in frames:
                            planes = as_planes(frame, self.channels)
                            if len(planes) == self.channels and len(planes[0]):
                                yield frame.pts or 0, planes
            except UnreachableSoundError:
                raise
            except UnreadableSoundError:
                pass


def open_container(file: BinaryIO) -> "av.container.InputContainer":
    """Open a file with FFmpeg, which may read nothing but this file. Raises anything."""
    options = {"format_whitelist": _DEMUXERS, "protocol_whitelist": "file"}
    if file.read(4) in _WAVES:
        options["probesize"] = str(_WAVE_PROBE)
    file.seek(0)
    return av.open(file, "r", container_options=options, metadata_errors="replace")


def as_planes(frame: "av.AudioFrame", channels: int) -> Planes:
    """What FFmpeg decoded, as planes or as one row, of any number type. Raises anything."""
    if frame.format.name == "fltp":
        # Where they lie in memory, without a copy; behind the samples is room that holds none.
        rows: tuple[Any, ...] = frame.planes  # buffers, which PyAV's stubs do not say
        return [np.frombuffer(row, np.float32, frame.samples) for row in rows]
    samples = frame.to_ndarray()
    planes = samples if frame.format.is_planar else samples.reshape(-1, channels).T
    if planes.dtype == np.uint8:
        return list((planes.astype(np.float32) - np.float32(128)) / np.float32(128))
    if planes.dtype.kind == "i":
        return list(planes.astype(np.float32) * np.float32(2.0 ** (1 - 8 * planes.dtype.itemsize)))
    return list(planes.astype(np.float32, copy=False))


def pcm_name(codec: str) -> str:
    """FFmpeg's name of a codec; linear PCM is named as soundfile does, so that `AudioFormat.bits` knows it."""
    match = re.fullmatch(r"pcm_[su](\d+)(le|be)?", codec)
    return f"PCM_{match[1]}" if match else codec
