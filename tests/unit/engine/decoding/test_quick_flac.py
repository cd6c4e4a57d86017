"""The quick way through a FLAC gives the bits of the careful one or is not taken, also where the file is damaged."""

import os
import random
import sys
from collections.abc import Callable
from pathlib import Path

import numpy as np
import pytest
import soundfile

from desktop_app.engine.decoding.audio_file import AudioFile
from desktop_app.engine.decoding.quick_flac import LostFramesError, quick_blocks
from desktop_app.engine.decoding.sound_errors import UnreadableSoundError
from desktop_app.engine.decoding.sound_stream import FileStream

RATE = 8_000
FRAMES = 300_000
Damage = Callable[[bytearray], object]


def write_flac(path: Path, *, channels: int = 1, encoding: str = "PCM_16", frames: int = FRAMES) -> Path:
    """Noise that swells, so that no stretch of it can be taken for another one."""
    samples = np.random.default_rng(7).standard_normal((frames, channels)) * np.linspace(0.01, 0.2, frames)[:, None]
    soundfile.write(path, samples.clip(-1, 1), RATE, encoding, format="FLAC")
    return path


def quickly(path: Path) -> np.ndarray:
    with AudioFile(path) as file:
        blocks = quick_blocks(path, file)
        assert blocks is not None
        return np.concatenate(list(blocks))


def carefully(path: Path) -> np.ndarray:
    with AudioFile(path) as file:
        return np.concatenate([np.empty((0, file.channels), dtype=np.float32), *file.blocks()])


def has_quick_way(path: Path) -> bool:
    with AudioFile(path) as file:
        return quick_blocks(path, file) is not None


@pytest.mark.parametrize("channels", [1, 2])
@pytest.mark.parametrize("encoding", ["PCM_S8", "PCM_16", "PCM_24"])
def test_it_gives_the_same_bits(tmp_path: Path, encoding: str, channels: int) -> None:
    path = write_flac(tmp_path / "whole.flac", channels=channels, encoding=encoding)
    samples = quickly(path)
    assert samples.shape == (FRAMES, channels)
    assert np.array_equal(samples, carefully(path))


def test_what_is_heard_of_a_whole_sound_is_what_streams_by(tmp_path: Path) -> None:
    path = write_flac(tmp_path / "whole.flac", channels=2)
    whole, streamed = FileStream(path, sample_rate=RATE), FileStream(path, sample_rate=RATE)
    samples = whole.joined(at_most=FRAMES)
    assert samples is not None
    assert np.array_equal(samples, np.concatenate(list(streamed)))
    assert whole.overview == streamed.overview


def flip_in_the_middle(coded: bytearray) -> None:
    coded[len(coded) // 2] ^= 0x10


def flip_near_the_end(coded: bytearray) -> None:
    coded[-40] ^= 0x10


def change_the_largest_block(coded: bytearray) -> None:
    """Frames can be decoded all the same, and none be found by its number."""
    coded[10] ^= 0xFF


def promise(frames: int) -> Damage:
    """The last four of the five bytes in which a FLAC says how many frames it has."""

    def damage(coded: bytearray) -> None:
        coded[22:26] = frames.to_bytes(4, "big")

    return damage


@pytest.mark.parametrize(
    "damage",
    [
        flip_in_the_middle,
        flip_near_the_end,
        lambda coded: coded.__delitem__(slice(len(coded) // 2, None)),
        lambda coded: coded.__delitem__(slice(len(coded) // 2, len(coded) // 2 + 9_000)),
        change_the_largest_block,
        promise(FRAMES + 1),
        promise(FRAMES - 20_000),
    ],
    ids=["middle", "end", "cut short", "cut out", "block size", "promises more", "promises less"],
)
def test_of_a_damaged_file_the_same_is_heard_as_carefully(tmp_path: Path, damage: Damage) -> None:
    path = write_flac(tmp_path / "damaged.flac")
    coded = bytearray(path.read_bytes())
    damage(coded)
    path.write_bytes(coded)
    with pytest.raises(LostFramesError):
        quickly(path)
    heard = FileStream(path, sample_rate=RATE).joined(at_most=2 * FRAMES)
    assert heard is not None
    assert np.array_equal(heard, carefully(path)[:, 0])


def test_however_a_file_is_damaged_nothing_else_is_heard_than_carefully(tmp_path: Path) -> None:
    path = write_flac(tmp_path / "damaged.flac")
    whole, chance = path.read_bytes(), random.Random(11)
    for _ in range(40):
        coded = bytearray(whole)
        for _ in range(chance.choice((1, 1, 3))):
            place = chance.choice((chance.randrange(len(coded)), chance.randrange(90), -chance.randrange(1, 3_000)))
            coded[place] = chance.randrange(256)
        path.write_bytes(coded)
        try:
            expected = np.concatenate(list(FileStream(path, sample_rate=RATE)))
        except UnreadableSoundError as error:
            with pytest.raises(UnreadableSoundError, match="^" + str(error)[:20]):
                FileStream(path, sample_rate=RATE).joined(at_most=sys.maxsize)
            continue
        heard = FileStream(path, sample_rate=RATE).joined(at_most=sys.maxsize)
        assert heard is not None
        assert np.array_equal(heard, expected)


def test_short_sounds_many_channels_and_other_formats_are_read_as_ever(tmp_path: Path) -> None:
    assert has_quick_way(write_flac(tmp_path / "long enough.flac"))
    assert not has_quick_way(write_flac(tmp_path / "short.flac", frames=20_000))
    assert not has_quick_way(write_flac(tmp_path / "four.flac", channels=4))
    wave = tmp_path / "long.wav"
    soundfile.write(wave, np.zeros(FRAMES), RATE)
    assert not has_quick_way(wave)


def test_without_miniaudio_it_is_read_as_ever(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = write_flac(tmp_path / "whole.flac")
    monkeypatch.setitem(sys.modules, "miniaudio", None)
    assert not has_quick_way(path)


@pytest.mark.skipif(sys.platform != "linux", reason="elsewhere every name is text")
def test_a_name_that_is_no_text_is_heard_all_the_same(tmp_path: Path) -> None:
    path = tmp_path / os.fsdecode(b"caf\xe9.flac")
    write_flac(tmp_path / "whole.flac").rename(path)
    heard = FileStream(path, sample_rate=RATE).joined(at_most=FRAMES)
    assert heard is not None
    assert np.array_equal(heard, carefully(path)[:, 0])


def test_a_folder_named_tilde_is_no_home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "~").mkdir()
    write_flac(tmp_path / "~" / "sound.flac")
    monkeypatch.chdir(tmp_path)
    assert len(quickly(Path("~/sound.flac"))) == FRAMES
