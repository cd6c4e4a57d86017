"""Sound files that are out to do harm, from a seed: cut, flipped and lying ones of every format that can be written."""

import itertools
import random
import re
import struct
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Final

import numpy as np

from tests import sounds

KINDS: Final = ("wav16", "wav24", "wav32f", "rf64", "w64", "aiff", "au", "caf", "flac", "ogg", "opus", "mp3", "m4a",
                "alac", "aac", "wma", "wv", "mka")  # fmt: skip

_CHUNK_NAME: Final = re.compile(
    rb"RIFF|RF64|WAVE|fmt |data|fact|ds64|LIST|PEAK|FORM|AIFF|COMM|SSND|fLaC|OggS|OpusHead|OpusTags|vorbis|ID3|TAG"
    rb"|ftyp|moov|mdat|trak|mdia|minf|stbl|stsd|stts|stsz|stco|mvhd|caff|desc|pakt|wvpk|\xff\xfb|\xff\xf1|\.snd"
)
"""Where something begins in one of the formats."""

_SEED: Final = 20_240_607
_NUMBERS: Final = (0, 1, 2, 0x7FFF, 0x8000, 0xFFFF, 0x7FFFFFFF, 0x80000000, 0xFFFFFFFE, 0xFFFFFFFF)
"""What takes the place of a length, a count or a rate: what 16 and 32 bits bear badly, with a sign or without."""


@dataclass(frozen=True, slots=True)
class Hostile:
    """One file."""

    name: str
    """Says how it was made."""
    suffix: str
    data: bytes


def files(folder: Path, count: int) -> Iterator[Hostile]:
    """That many of them, the same every time: a third of them cut, a third with lying fields, as far as there are."""
    generator = random.Random(_SEED)
    made = originals(folder)
    chosen: list[Hostile] = []
    for several in (cut(made), lying_fields(made)):
        every = list(several)
        chosen += generator.sample(every, min(len(every), count // 3))
    return itertools.islice(itertools.chain(chosen, flipped(made, generator)), count)


def originals(folder: Path) -> dict[str, tuple[str, bytes]]:
    """A short sound of each kind, with what tags and pictures would put into it left out: kind -> suffix and bytes."""
    folder.mkdir(parents=True, exist_ok=True)
    found = {}
    for kind in KINDS:
        channels = 2 if kind in ("wav16", "flac", "mp3") else 1
        rate = 48_000 if kind in ("opus", "wma") else sounds.RATE
        path = sounds.make(folder, kind, name=kind, frames=sounds.noise(0.3, rate=rate, channels=channels), rate=rate)
        found[kind] = (path.suffix, path.read_bytes())
    return found


def cut(originals: dict[str, tuple[str, bytes]]) -> Iterator[Hostile]:
    """Every original, ended at every place where something begins, a byte before it and 8 bytes after it."""
    for kind, (suffix, data) in originals.items():
        places = {match.start() for match in _CHUNK_NAME.finditer(data)}
        for place in sorted(places):
            for end in (place - 1, place, place + 4, place + 8):
                if 0 < end < len(data):
                    yield Hostile(f"{kind} cut at {end}", suffix, data[:end])


def lying_fields(originals: dict[str, tuple[str, bytes]]) -> Iterator[Hostile]:
    """Every original with the numbers behind the beginning of something replaced by others, in both byte orders."""
    for kind, (suffix, data) in originals.items():
        for place in sorted({match.end() for match in _CHUNK_NAME.finditer(data[:4096])}):
            for offset in (place, place + 4, place + 8):
                for number in _NUMBERS:
                    for order in "<>":
                        changed = bytearray(data)
                        changed[offset : offset + 4] = struct.pack(f"{order}I", number)
                        name = f"{kind} with {order}{number:#x} at {offset}"
                        yield Hostile(name, suffix, bytes(changed[: len(data)]))


def flipped(originals: dict[str, tuple[str, bytes]], generator: random.Random) -> Iterator[Hostile]:
    """Endlessly: an original with bits flipped, mostly in its head, and now and then bytes taken out or put in."""
    kinds = sorted(originals)
    number = 0
    while True:
        kind = kinds[number % len(kinds)]
        suffix, data = originals[kind]
        changed = bytearray(data)
        for _ in range(generator.choice((1, 2, 4, 16, 64))):
            reach = len(changed) if generator.random() < 0.4 else min(len(changed), 256)
            place = generator.randrange(reach)
            match generator.randrange(8):
                case 0:
                    del changed[place : place + generator.randrange(1, 9)]
                case 1:
                    changed[place:place] = generator.randbytes(generator.randrange(1, 9))
                case _:
                    changed[place] ^= 1 << generator.randrange(8)
            changed = changed or bytearray(1)
        # Now and then a suffix that promises another format.
        promised = generator.choice([suffix] * 7 + [".wav", ".mp3", ".flac"])
        yield Hostile(f"{kind} mutation {number}", promised, bytes(changed))
        number += 1


@dataclass(frozen=True, slots=True)
class Absurd:
    """A file whose header says what cannot be."""

    name: str
    suffix: str
    data: bytes
    seconds: float | None
    """What can be decoded; None where nothing can, or where what the header says is as good as anything."""


_FRAMES: Final = 4_000


def absurd_headers() -> Iterator[Absurd]:
    """Headers that claim 2^31 frames, no channels or 65,535, no hertz or 2^32; samples that are no numbers."""
    pcm = (sounds.noise(_FRAMES / sounds.RATE)[:, 0] * 32767).astype("<i2")
    for frames in (2**31 - 1, 2**31, 2**32 - 1, 100, 0):
        for channels in (1, 2, 0, 65_535, 1_024):
            for rate in (sounds.RATE, 0, 100, 2**31, 2**32 - 1):
                bent = channels not in (1, 2) or rate != sounds.RATE
                # A header that claims less than there is, is believed: what follows may be anything.
                seconds = None if bent or frames in (100, 0) else _FRAMES / channels / rate
                what = f"{frames} frames, {channels} channels, {rate} Hz"
                yield Absurd(f"wav of {what}", ".wav", _wav(pcm.tobytes(), frames, channels, rate), seconds)
                yield Absurd(f"aiff of {what}", ".aiff", _aiff(pcm.astype(">i2").tobytes(), frames, channels, rate),
                             seconds)  # fmt: skip
    for bad in (np.nan, np.inf, -np.inf, 3.4e38, 1e-45):
        for share in (0.01, 0.5, 1.0):
            floats = sounds.noise(_FRAMES / sounds.RATE)[:, 0].copy()
            floats[: round(share * _FRAMES)] = bad
            data = _wav(floats.astype("<f4").tobytes(), _FRAMES, 1, sounds.RATE, bits=32, code=3)
            # Where nothing is left that can be heard, the file is silent and has no length worth asserting.
            silent = share == 1.0
            yield Absurd(f"wav with {share:.0%} {bad}", ".wav", data, None if silent else _FRAMES / sounds.RATE)


def _wav(data: bytes, frames: int, channels: int, rate: int, *, bits: int = 16, code: int = 1) -> bytes:
    block = channels * bits // 8 & 0xFFFF
    claimed = frames * max(channels, 1) * bits // 8 & 0xFFFFFFFF
    header = struct.pack("<HHIIHH", code, channels, rate, rate * block & 0xFFFFFFFF, block, bits)
    body = b"WAVEfmt " + struct.pack("<I", len(header)) + header + b"data" + struct.pack("<I", claimed) + data
    return b"RIFF" + struct.pack("<I", claimed + 36 & 0xFFFFFFFF) + body


def _aiff(data: bytes, frames: int, channels: int, rate: int) -> bytes:
    claimed = frames * max(channels, 1) * 2 & 0xFFFFFFFF
    header = struct.pack(">hIh", channels - 65_536 if channels > 32_767 else channels, frames & 0xFFFFFFFF, 16)
    common = b"COMM" + struct.pack(">I", 18) + header + _extended(rate)
    sound = b"SSND" + struct.pack(">III", claimed + 8 & 0xFFFFFFFF, 0, 0) + data
    body = b"AIFF" + common + sound
    return b"FORM" + struct.pack(">I", claimed + 46 & 0xFFFFFFFF) + body


def _extended(number: int) -> bytes:
    """A whole number as the 80 bits that AIFF has for the rate."""
    if number == 0:
        return bytes(10)
    exponent = number.bit_length() - 1
    return struct.pack(">HQ", 16_383 + exponent, number << (63 - exponent))
