"""Makes sound files of many formats for the tests, sound ones and broken ones.

Everything is made on the spot from numpy, soundfile and PyAV, so that no test needs a file that lies about.
"""

import struct
from fractions import Fraction
from pathlib import Path
from typing import Any, Final

import av
import numpy as np
import soundfile
from numpy.typing import NDArray

Frames = NDArray[np.float32]
"""Samples of a sound, shape [frames, channels], float32 in -1..1."""

RATE: Final = 16_000
"""Hz of the test sounds unless a test asks for another; low, so that tests are quick."""

SOUNDFILE_KINDS: Final[dict[str, tuple[str, str]]] = {
    "wav16": ("WAV", "PCM_16"),
    "wav24": ("WAV", "PCM_24"),
    "wav32f": ("WAV", "FLOAT"),
    "wavex": ("WAVEX", "PCM_24"),
    "rf64": ("RF64", "PCM_16"),
    "w64": ("W64", "PCM_24"),
    "flac": ("FLAC", "PCM_16"),
    "flac24": ("FLAC", "PCM_24"),
    "aiff": ("AIFF", "PCM_16"),
    "au": ("AU", "PCM_16"),
    "caf": ("CAF", "PCM_24"),
    "ogg": ("OGG", "VORBIS"),
    "opus": ("OGG", "OPUS"),
    "mp3": ("MP3", "MPEG_LAYER_III"),
}
"""What soundfile writes: kind -> format and subtype."""

PYAV_KINDS: Final[dict[str, tuple[str, str, str, Any]]] = {
    "m4a": ("ipod", "aac", "fltp", np.float32),
    "alac": ("ipod", "alac", "s16p", np.int16),
    "aac": ("adts", "aac", "fltp", np.float32),
    "wma": ("asf", "wmav2", "fltp", np.float32),
    "wv": ("wv", "wavpack", "s16p", np.int16),
    "mka": ("matroska", "pcm_s16le", "s16", np.int16),
}
"""What only PyAV writes: kind -> container, codec, sample format and its numpy type."""

LOSSLESS: Final = (
    "wav16",
    "wav24",
    "wav32f",
    "wavex",
    "rf64",
    "w64",
    "flac",
    "flac24",
    "aiff",
    "au",
    "caf",
    "alac",
    "wv",
    "mka",
)
LOSSY: Final = ("ogg", "opus", "mp3", "m4a", "aac", "wma")
ALL_KINDS: Final = LOSSLESS + LOSSY

_SUFFIXES: Final = {
    "wav16": "wav", "wav24": "wav", "wav32f": "wav", "wavex": "wav", "rf64": "rf64", "flac24": "flac", "alac": "m4a",
}  # fmt: skip


def tone(
    seconds: float = 1.0, *, hertz: float = 440.0, rate: int = RATE, channels: int = 1, level: float = 0.5
) -> Frames:
    """A sine that fades a little, so that no two stretches are equal; each channel is a bit softer than the last."""
    time = np.arange(round(seconds * rate)) / rate
    mono = level * np.sin(2 * np.pi * hertz * time) * (1.0 - 0.3 * time / max(seconds, 1e-9))
    return np.stack([mono * 0.9**channel for channel in range(channels)], axis=1).astype(np.float32)


def noise(seconds: float = 1.0, *, seed: int = 0, rate: int = RATE, channels: int = 1, level: float = 0.3) -> Frames:
    """White noise from a seed."""
    generator = np.random.default_rng(seed)
    return (level * generator.uniform(-1, 1, (round(seconds * rate), channels))).astype(np.float32)


def write(path: Path, frames: Frames, *, kind: str = "wav16", rate: int = RATE) -> Path:
    """Write frames [n, channels] as one of `ALL_KINDS` and return the path."""
    if kind in SOUNDFILE_KINDS:
        container, encoding = SOUNDFILE_KINDS[kind]
        with soundfile.SoundFile(path, "w", rate, frames.shape[1], encoding, format=container) as file:
            for start in range(0, len(frames), 1 << 16):  # libsndfile crashes over minutes of Vorbis at once
                file.write(frames[start : start + (1 << 16)])
        return path
    return _write_with_pyav(path, frames, kind, rate)


def make(
    folder: Path, kind: str = "wav16", *, name: str = "sound", frames: Frames | None = None, rate: int = RATE
) -> Path:
    """A sound of the given kind with the usual suffix for it; a second of a tone unless `frames` are given."""
    if kind == "opus" or kind == "wma":
        rate = 48_000
    samples = tone(rate=rate) if frames is None else frames
    return write(folder / f"{name}.{_SUFFIXES.get(kind, kind)}", samples, kind=kind, rate=rate)


def silence(folder: Path, *, name: str = "silence.wav", seconds: float = 0.5) -> Path:
    """A sound in which nothing is to be heard."""
    return write(folder / name, np.zeros((round(seconds * RATE), 1), dtype=np.float32))


def empty_file(folder: Path, *, name: str = "empty.wav") -> Path:
    """A file of no bytes."""
    path = folder / name
    path.write_bytes(b"")
    return path


def text_file(folder: Path, *, name: str = "notes.wav") -> Path:
    """A text that calls itself a sound."""
    path = folder / name
    path.write_text("Dear diary, this is not a sound.\n" * 200)
    return path


def truncated(source: Path, *, keep: float = 0.5) -> Path:
    """Cut the end off a sound file, in place."""
    whole = source.read_bytes()
    source.write_bytes(whole[: int(len(whole) * keep)])
    return source


def with_nan(folder: Path, *, name: str = "nan.wav") -> Path:
    """A tone in 32 bit float with NaN and infinities in it."""
    frames = tone(channels=2)
    frames[100:110, 0] = np.nan
    frames[200:210, 1] = np.inf
    frames[300:310, :] = -np.inf
    return write(folder / name, frames, kind="wav32f")


def lying_wav(folder: Path, *, name: str = "lying.wav", frames: int = 4000, claimed_bytes: int = 0x7FFFFF00) -> Path:
    """A WAV of 16 bit mono whose header claims far more audio than there is."""
    data = (tone(frames / RATE)[:, 0] * 32767).astype("<i2").tobytes()
    return _raw_wav(folder / name, data, channels=1, rate=RATE, claimed_bytes=claimed_bytes)


def absurd_wav(folder: Path, *, name: str = "absurd.wav", channels: int = 65_535, rate: int = RATE) -> Path:
    """A WAV whose header claims so many channels, or such a rate, as no sound has."""
    return _raw_wav(folder / name, b"\x01\x02" * 4000, channels=channels, rate=rate, claimed_bytes=8000)


def broken_files(folder: Path) -> list[Path]:
    """One of each kind of file that cannot be read."""
    garbage = folder / "garbage.flac"
    garbage.write_bytes(b"fLaC" + bytes(np.random.default_rng(1).integers(0, 256, 5000, dtype=np.uint8)))
    return [
        empty_file(folder),
        text_file(folder),
        text_file(folder, name="notes.mp3"),
        garbage,
        absurd_wav(folder, channels=1, rate=0, name="no-rate.wav"),
        truncated(make(folder, "m4a", name="cut"), keep=0.3),
    ]


def _raw_wav(path: Path, data: bytes, *, channels: int, rate: int, claimed_bytes: int) -> Path:
    block = channels * 2 & 0xFFFF
    header = struct.pack("<HHIIHH", 1, channels, rate, rate * block & 0xFFFFFFFF, block, 16)
    chunks = b"WAVEfmt " + struct.pack("<I", len(header)) + header + b"data" + struct.pack("<I", claimed_bytes) + data
    path.write_bytes(b"RIFF" + struct.pack("<I", claimed_bytes + 36) + chunks)
    return path


def _write_with_pyav(path: Path, frames: Frames, kind: str, rate: int) -> Path:
    container_name, codec, sample_format, dtype = PYAV_KINDS[kind]
    layout = {1: "mono", 2: "stereo"}[frames.shape[1]]
    scaled = frames if dtype is np.float32 else np.rint(np.clip(frames, -1, 1) * 32767).astype(dtype)
    with av.open(str(path), "w", format=container_name) as container:
        stream = container.add_stream(codec, rate=rate, layout=layout, format=sample_format)
        if kind == "wma":
            stream.bit_rate = 128_000  # its encoder refuses to choose one
        step = stream.codec_context.frame_size or 1024
        for start in range(0, len(scaled), step):
            block = scaled[start : start + step]
            planes = block.T if sample_format.endswith("p") else block.reshape(1, -1)
            frame = av.AudioFrame.from_ndarray(np.ascontiguousarray(planes), format=sample_format, layout=layout)
            frame.sample_rate, frame.pts, frame.time_base = rate, start, Fraction(1, rate)
            container.mux(stream.encode(frame))
        container.mux(stream.encode(None))
    return path
