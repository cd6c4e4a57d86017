"""Loudness: what the standard and the EBU's test signals say, whatever the rate and the length of the blocks; and gains
that make nothing too loud.
"""

import math
import time
from pathlib import Path

import numpy as np
import pytest
from numpy.typing import NDArray
from scipy.signal import lfilter

from desktop_app.engine.decoding.sound_errors import UnreadableSoundError
from desktop_app.engine.measuring.loudness import MOST_GAIN, PEAK_LIMIT, Loudness, Meter, measure
from desktop_app.engine.processes.decoder_process import Decoder
from desktop_app.engine.processes.decoder_work import MeasureBeginning, MeasureLoudness
from tests import sounds

RATE = 48_000


def sine(decibels: float, seconds: float, *, rate: int = RATE, hertz: float = 997.0) -> NDArray[np.float32]:
    """Mono, its peak at so many dBFS."""
    wave = 10 ** (decibels / 20) * np.sin(2 * np.pi * hertz * np.arange(round(seconds * rate)) / rate)
    return wave.astype(np.float32)


def lufs(*channels: NDArray[np.float32], rate: int = RATE, block: int = 30_011) -> float | None:
    """What is measured of these channels, given in blocks."""
    frames = np.stack(channels, axis=1)
    meter = Meter(rate, len(channels))
    for start in range(0, len(frames), block):
        meter.add(frames[start : start + block])
    return meter.result().integrated


@pytest.mark.parametrize("rate", [8_000, 11_025, 44_100, 48_000, 96_000, 192_000])
def test_a_sine_at_full_scale_in_one_channel_is_3_below_full_scale_at_every_rate(rate: int) -> None:
    assert lufs(sine(0, 3, rate=rate), rate=rate) == pytest.approx(-3.01, abs=0.05)


def test_both_channels_add_up() -> None:
    tone = sine(-23, 5, hertz=1000)
    assert lufs(tone, tone) == pytest.approx(-23.0, abs=0.03)


@pytest.mark.parametrize(
    ("parts", "expected"),
    [
        # EBU Tech 3341, minimum requirements test signals 3, 4 and 5.
        ([(-36, 10), (-23, 60), (-36, 10)], -23.0),
        ([(-72, 10), (-36, 10), (-23, 60), (-36, 10), (-72, 10)], -23.0),
        ([(-26, 20), (-20, 20.1), (-26, 20)], -23.0),
    ],
)
def test_quiet_stretches_do_not_count(parts: list[tuple[float, float]], expected: float) -> None:
    tone = np.concatenate([sine(decibels, seconds, hertz=1000) for decibels, seconds in parts])
    assert lufs(tone, tone) == pytest.approx(expected, abs=0.1)


def test_six_channels_are_weighted_and_the_low_one_is_left_out() -> None:
    tones = [sine(decibels, 5, hertz=1000) for decibels in (-28, -28, -24, 0, -30, -30)]
    assert lufs(*tones) == pytest.approx(-23.0, abs=0.1)  # as EBU Tech 3341's test signal 6, whose low one is silent


def test_the_filters_are_those_of_the_standard() -> None:
    """Noise of all frequencies, filtered sample by sample with the coefficients that BS.1770 prints for 48 kHz."""
    noise = sounds.noise(4.0, seed=3, rate=RATE)[:, 0]
    shelf = lfilter(
        [1.53512485958697, -2.69169618940638, 1.19839281085285], [1, -1.69065929318241, 0.73248077421585], noise
    )
    weighted = lfilter([1.0, -2.0, 1.0], [1, -1.99004745483398, 0.99007225036621], shelf)
    blocks = [np.square(weighted[start : start + 19_200]).mean() for start in range(0, len(noise) - 19_199, 4_800)]
    assert lufs(noise) == pytest.approx(-0.691 + 10 * math.log10(np.mean(blocks)), abs=0.001)


@pytest.mark.parametrize("block", [1, 4_800, 200_000])
def test_the_length_of_the_blocks_does_not_matter(block: int) -> None:
    noise = sounds.noise(0.7 if block == 1 else 5.0, seed=4, rate=RATE)[:, 0]
    assert lufs(noise, block=block) == pytest.approx(lufs(noise), abs=1e-4)


def test_a_short_sound_is_as_loud_as_one_block_with_it() -> None:
    short = sine(-10, 0.1)
    padded = np.concatenate([short, np.zeros(RATE * 3 // 10, dtype=np.float32)])
    assert lufs(short) == pytest.approx(lufs(padded), abs=0.02)
    longer = lufs(sine(-10, 0.2))
    assert longer is not None
    assert lufs(short) == pytest.approx(longer - 3.01, abs=0.1)


def test_silence_has_no_loudness_and_is_not_raised() -> None:
    assert lufs(np.zeros(RATE, dtype=np.float32)) is None
    assert lufs(sine(-80, 1)) is None
    assert lufs(np.zeros(0, dtype=np.float32)) is None
    assert lufs(np.full(RATE, np.nan, dtype=np.float32)) is None
    assert Loudness(None, 0.0, 2).gain_to(-18) == 1.0


def test_a_gain_reaches_the_target_but_never_the_peak_limit() -> None:
    assert Loudness(-23.0, 0.1, 2).gain_to(-18) == pytest.approx(10 ** (5 / 20))
    assert Loudness(-8.0, 0.9, 2).gain_to(-18) == pytest.approx(10 ** (-10 / 20))
    mono = Loudness(-23.0, 0.1, 1).gain_to(-18)
    assert mono == pytest.approx(10 ** (1.99 / 20))  # it comes from two loudspeakers
    for peak in (0.01, 0.5, 1.0, 4.0):
        for integrated in (-60.0, -23.0, None):
            assert peak * Loudness(integrated, peak, 2).gain_to(-10) <= 10 ** (PEAK_LIMIT / 20) + 1e-9
    assert Loudness(-69.0, 0.001, 2).gain_to(-18) == pytest.approx(10 ** (MOST_GAIN / 20))


def test_of_a_beginning_alone_nothing_is_made_louder(tmp_path: Path) -> None:
    path = sounds.make(tmp_path, frames=sine(-40, 4.0)[:, None], rate=RATE)
    beginning = measure(path, seconds=1.0)
    assert (beginning.whole, beginning.gain_to(-18)) == (False, 1.0)
    assert measure(path, seconds=4.0).whole
    whole = measure(path)
    assert whole.whole
    assert whole.gain_to(-18) > 5
    assert whole.peak == pytest.approx(0.01, abs=1e-3)


def test_the_decoder_measures_in_its_child(tmp_path: Path) -> None:
    path = sounds.make(tmp_path, frames=sine(-20, 1.0)[:, None], rate=RATE)
    answers: list[object] = []
    decoder = Decoder()
    try:
        decoder.request(MeasureLoudness(path), answers.append)
        decoder.request(MeasureBeginning(path, 0.5), answers.append)
        decoder.request(MeasureLoudness(tmp_path / "none.wav"), answers.append)
        deadline = time.monotonic() + 60
        while len(answers) < 3:
            assert time.monotonic() < deadline, "it did not answer within a minute"
            time.sleep(0.001)
    finally:
        decoder.close()
    assert sum(isinstance(answer, UnreadableSoundError) for answer in answers) == 1
    measured = [answer for answer in answers if isinstance(answer, Loudness)]
    assert sorted(answer.whole for answer in measured) == [False, True]
    assert all(answer.integrated == pytest.approx(-23.01, abs=0.1) for answer in measured)
