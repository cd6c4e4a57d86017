"""Copies of sounds for training and evaluation are changed by as much as is said, and in no other way."""

import importlib
from types import ModuleType

import numpy as np
import pytest
from numpy.typing import NDArray

from tests.starter_files import ROOT

RATE = 16_000
Sound = NDArray[np.float32]


@pytest.fixture(autouse=True)
def _scripts_on_the_path(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.syspath_prepend(str(ROOT / "packaging" / "starter_model"))


def script(name: str) -> ModuleType:
    return importlib.import_module(name)


def tone(frequency: float, seconds: float = 1.0) -> Sound:
    wave = 0.25 * np.sin(2 * np.pi * frequency * np.arange(int(seconds * RATE)) / RATE)
    return wave.astype(np.float32)


def level_db(sound: Sound) -> float:
    return float(10 * np.log10(np.mean(np.square(sound, dtype=np.float64)) + 1e-20))


def octave_db(sound: Sound, low: float) -> float:
    spectrum = np.abs(np.fft.rfft(sound)) ** 2
    frequencies = np.fft.rfftfreq(len(sound), 1 / RATE)
    return float(10 * np.log10(spectrum[(frequencies >= low) & (frequencies < 2 * low)].sum()))


def degraded(name: str, sound: Sound) -> Sound:
    out = script("evaluation.degradations").DEGRADATIONS[name](sound)
    assert out.dtype == np.float32
    assert out.shape == sound.shape
    return np.asarray(out)


@pytest.mark.parametrize("ratio", [20, 10, 0])
def test_the_noise_of_the_evaluation_is_pink_at_the_named_ratio_and_the_same_every_time(ratio: int) -> None:
    sound = tone(440, 2.0) / np.float32(8)
    name = f"pink noise {ratio} dB"
    noise = degraded(name, sound) - sound
    assert level_db(sound) - level_db(noise) == pytest.approx(ratio, abs=0.05)
    assert octave_db(noise, 125) == pytest.approx(octave_db(noise, 2000), abs=1.5)
    np.testing.assert_array_equal(degraded(name, sound), degraded(name, sound))


def test_the_telephone_lets_voices_through_and_nothing_above_or_below() -> None:
    for frequency, loss in ((100, 25), (1000, -0.5), (6000, 25)):
        sound = tone(frequency)
        lost = level_db(sound) - level_db(degraded("telephone band", sound))
        assert lost > loss if loss > 0 else lost < -loss


def test_20_db_quieter_is_exactly_that() -> None:
    np.testing.assert_allclose(degraded("-20 dB", tone(440)), tone(440) / 10, rtol=1e-6)


def test_mp3_keeps_the_sound_in_place_and_loses_what_48_kbits_cannot_hold() -> None:
    noise = np.random.default_rng(1).standard_normal(RATE).astype(np.float32) * np.float32(0.1)
    sound = tone(440) + noise
    lost = degraded("MP3 48 kbit/s", sound) - sound
    assert 3 < level_db(noise) - level_db(lost) < 30


@pytest.mark.parametrize("kilobits", [48, 56, 64])
def test_an_mp3_file_has_the_bit_rate_that_was_asked_for(kilobits: int) -> None:
    """As each frame says of itself: 4 bits of its header, in steps of 8 kbit/s up to 64 (ISO/IEC 13818-3)."""
    content = script("corpus.treatments").mp3(tone(440), kilobits)
    assert content[:2] == b"\xff\xf3"
    second = 72 * kilobits // 16
    assert content[second : second + 2] == b"\xff\xf3"
    assert (content[second + 2] >> 4) * 8 == kilobits


def test_what_is_mixed_in_lies_as_far_below_as_is_said_however_long_it_is() -> None:
    mixed = script("corpus.treatments").mixed
    for seconds in (0.3, 1.0, 4.0):
        added = mixed(tone(440), tone(1000, seconds), -12.0) - tone(440)
        assert level_db(tone(440)) - level_db(added) == pytest.approx(12, abs=0.05)
    silence = np.zeros(100, dtype=np.float32)
    np.testing.assert_array_equal(mixed(tone(440), silence, 0.0), tone(440))
    np.testing.assert_array_equal(mixed(silence, tone(440), 0.0), silence)


def copies(sound: Sound, other: Sound, count: int = 80) -> list[Sound]:
    augmented = script("corpus.augmentation").augmented
    return [augmented(sound, np.random.default_rng(seed), other) for seed in range(count)]


def test_copies_for_training_are_reproducible_differ_and_leave_the_originals_alone() -> None:
    sound, other = tone(440), tone(1000, 0.4)
    sound.flags.writeable = other.flags.writeable = False
    first, second = copies(sound, other), copies(sound, other)
    for one, again in zip(first, second, strict=True):
        np.testing.assert_array_equal(one, again)
    assert len({one.tobytes() for one in first}) > 0.9 * len(first)


def test_a_copy_is_still_the_sound() -> None:
    """At every draw the tone stays the loudest frequency, within 3 %, and audible, and the copy fits into a file."""
    for copy in copies(tone(440), tone(2500)):
        assert copy.dtype == np.float32
        assert np.abs(copy).max() <= 1
        assert 0.97 * RATE - 1 <= len(copy) <= 1.03 * RATE + 0.8 * RATE
        assert level_db(copy) > level_db(tone(440)) - 30
        loudest = np.abs(np.fft.rfft(copy)).argmax() * RATE / len(copy)
        assert loudest == pytest.approx(440, rel=0.035)


def test_a_limit_of_the_band_never_takes_the_sound_itself() -> None:
    for copy in copies(tone(60, 0.5), tone(100)):
        assert level_db(copy) > level_db(tone(60)) - 30


@pytest.mark.parametrize("count", [0, 1, 7, 300])
def test_clips_of_a_few_samples_and_silence_come_through(count: int) -> None:
    for sound in (tone(440)[:count], np.zeros(count, dtype=np.float32)):
        for copy in copies(sound, sound, 40):
            assert np.isfinite(copy).all()
        for name in script("evaluation.degradations").DEGRADATIONS:
            assert np.isfinite(degraded(name, sound)).all()
