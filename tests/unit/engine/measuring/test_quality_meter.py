"""What is wrong with a recording is found, by known amounts, and what only looks like it is left alone."""

import tracemalloc
from collections.abc import Callable
from dataclasses import asdict
from pathlib import Path

import numpy as np
import pytest
import soundfile
import soxr
from numpy.typing import NDArray
from scipy.signal import butter, sosfilt

from desktop_app.core.sound_quality import SoundQuality, SoundWarning
from desktop_app.engine.decoding.sound_errors import UnreadableSoundError
from desktop_app.engine.measuring.quality_meter import QualityMeter, measure_quality
from tests import sounds
from tests.long_sounds import sparse_wav

Wave = NDArray[np.float64]
RATE = 48_000
TIME = np.arange(3 * RATE) / RATE
RECORDINGS = Path(__file__).parents[3] / "data" / "recordings"


def chance() -> np.random.Generator:
    return np.random.default_rng(7)


def noise(seconds: float = 3.0, *, level: float = 0.1) -> Wave:
    """White, RMS as given."""
    return level * chance().standard_normal(round(seconds * RATE))


def sine(hertz: float, level: float = 0.5) -> Wave:
    return level * np.sin(2 * np.pi * hertz * TIME)


def square(hertz: float) -> Wave:
    return np.where(TIME * hertz % 1 < 0.5, 0.7, -0.7)


def kick(seconds: float = 1.0) -> Wave:
    """A bass drum without any treble: from 90 Hz down to 50."""
    time = TIME[: round(seconds * RATE)]
    return 0.9 * np.sin(2 * np.pi * (50 * time + 4 * (1 - np.exp(-30 * time)))) * np.exp(-8 * time)


def sixteen_bits(wave: Wave) -> Wave:
    return np.round(np.clip(wave, -1, 32767 / 32768) * 32768) / 32768


def low_passed(wave: Wave, order: int, hertz: float) -> Wave:
    result: Wave = sosfilt(butter(order, hertz, fs=RATE, output="sos"), wave)
    return result


def at_rate(wave: Wave, rate: int) -> Wave:
    """Brought to another rate and back."""
    result: Wave = soxr.resample(soxr.resample(wave, RATE, rate), rate, RATE)
    return result


def telephone(wave: Wave) -> Wave:
    band = butter(4, [300, 3_400], "band", fs=8_000, output="sos")
    result: Wave = soxr.resample(sosfilt(band, soxr.resample(wave, RATE, 8_000)), 8_000, RATE)
    return result


def with_gaps(wave: Wave, *gaps: tuple[float, float], held: bool = False) -> Wave:
    """Seconds at which, and for how many, samples are lost."""
    broken = wave.copy()
    for at, seconds in gaps:
        start = round(at * RATE)
        broken[start : start + round(seconds * RATE)] = broken[start] if held else 0.0
    return broken


def measured(*channels: Wave, rate: int = RATE, block: int = 30_011) -> SoundQuality:
    frames = np.stack(channels, axis=1).astype(np.float32)
    meter = QualityMeter(rate, len(channels))
    for start in range(0, len(frames), block):
        meter.add(frames[start : start + block])
    return meter.result()


# ---- bandwidth


@pytest.mark.parametrize(
    ("worse", "expected"),
    [
        (lambda wave: at_rate(wave, 8_000), 4_000),
        (lambda wave: at_rate(wave, 11_025), 5_512),
        (lambda wave: at_rate(wave, 22_050), 11_025),
        (lambda wave: at_rate(wave, 32_000), 16_000),
        (telephone, 3_700),
    ],
)
@pytest.mark.parametrize("bits", [sixteen_bits, np.asarray])
def test_an_empty_upper_band_is_found(
    worse: Callable[[Wave], Wave], expected: float, bits: Callable[[Wave], Wave]
) -> None:
    quality = measured(bits(worse(noise())))
    assert quality.bandwidth == pytest.approx(expected, rel=0.05)
    assert quality.warnings == (SoundWarning.BAND_LIMITED,)


def test_an_mp3_of_few_bits_is_found_by_its_edge(tmp_path: Path) -> None:
    frames = noise(4.0)[:, None].astype(np.float32).repeat(2, axis=1)
    frames[:, 1] = frames[::-1, 0]
    path = sounds.make(tmp_path, "mp3", frames=frames, rate=RATE)
    quality = measure_quality(path)
    assert quality.bandwidth is not None
    assert 14_000 < quality.bandwidth < 18_500
    assert SoundWarning.BAND_LIMITED in quality.warnings


def test_a_sample_rate_that_holds_little_is_narrow_too() -> None:
    quality = measured(noise(), rate=8_000)
    assert quality.bandwidth == 4_000
    assert quality.warnings == (SoundWarning.BAND_LIMITED,)


@pytest.mark.parametrize(
    "dark",
    [
        kick(),
        kick(0.05),
        sine(60),
        sine(55) * np.exp(-2 * TIME) + sine(110, 0.2) * np.exp(-4 * TIME),
        sum(sine(110 * k, 0.4 / k) for k in range(1, 15)),
        low_passed(noise(level=0.5), 2, 300) + noise(level=0.0005),
        low_passed(noise(level=0.5), 4, 1_000),
        low_passed(square(110), 8, 3_500),
        noise(0.05) * np.exp(-100 * TIME[:2_400]),
        np.zeros(RATE),
    ],
    ids=["kick", "50 ms", "hum", "bass", "partials", "dark place", "darker", "synthesizer", "click", "silence"],
)
def test_little_treble_is_no_empty_band(dark: Wave) -> None:
    for bits in (sixteen_bits, np.asarray):
        assert SoundWarning.BAND_LIMITED not in measured(bits(dark)).warnings


@pytest.mark.parametrize("kind", ["mp3", "ogg", "opus", "m4a"])
def test_what_a_codec_takes_from_a_dark_sound_is_not_missed(kind: str, tmp_path: Path) -> None:
    drum = kick() + 0.02 * low_passed(noise(1.0, level=1.0), 2, 900) * np.exp(-20 * TIME[:RATE])
    path = sounds.make(tmp_path, kind, frames=drum[:, None].astype(np.float32), rate=RATE)
    assert measure_quality(path).warnings == ()


def test_a_full_band_reaches_half_the_rate() -> None:
    assert measured(noise()).bandwidth == RATE / 2
    assert measured(noise(), rate=96_000).bandwidth == 48_000


def test_the_edges_of_real_recordings_are_found() -> None:
    names = ("misc_crow", "loop_amen", "drum_splash_hard")
    crow, amen, cymbal = (measure_quality(RECORDINGS / f"{name}.flac") for name in names)
    assert crow.bandwidth == pytest.approx(5_250, rel=0.05)  # it was recorded at 11.025 kHz
    assert amen.bandwidth == pytest.approx(16_100, rel=0.05)
    assert SoundWarning.BAND_LIMITED not in cymbal.warnings


# ---- clipping


@pytest.mark.parametrize("gain", [1.0, 0.35, 0.05])
@pytest.mark.parametrize("over", [1.1, 1.4, 4.0])
def test_what_was_cut_off_counts_at_whatever_level_it_is_now(gain: float, over: float) -> None:
    clipped = np.clip(sine(440, over) * (1 - 0.2 * TIME), -1, 1)
    cut = int(np.count_nonzero(np.abs(clipped) == 1.0))
    dither = (chance().random(len(TIME)) - chance().random(len(TIME))) / 32768
    for bits in (sixteen_bits(gain * clipped), gain * clipped + dither):
        assert measured(bits).clipped == pytest.approx(cut, rel=0.05)


def test_clipping_in_one_direction_and_in_one_channel_counts() -> None:
    wave = np.minimum(sine(200, 0.9), 0.6)
    quality = measured(sine(300, 0.9), wave)
    assert quality.clipped == pytest.approx(np.count_nonzero(wave == 0.6), rel=0.05)
    assert SoundWarning.CLIPPED in quality.warnings


@pytest.mark.parametrize(
    "whole",
    [
        sine(440, 1.0),
        sine(20, 0.7),
        sine(60, 1.0),
        square(110),
        square(110) * np.exp(-2 * TIME),
        low_passed(square(110), 1, 6_000),
        np.where(TIME * 110 % 1 < 0.2, 0.7, -0.7),
        np.tanh(sine(110, 3.0)),
        np.round(noise(level=0.2) * 16) / 16,
        np.repeat(noise(level=0.3)[: RATE // 2], 6),
        np.clip(noise(level=0.2), -0.7, 0.7) * np.where(np.arange(3 * RATE) % 2, 1.0, 0.98),
    ],
    ids=["sine", "sub bass", "hum", "square", "fading", "filtered", "pulse", "soft", "4 bits", "held", "single peaks"],
)
def test_round_tops_square_waves_and_single_peaks_are_not_clipped(whole: Wave) -> None:
    assert measured(sixteen_bits(whole)).clipped == 0
    assert measured(sixteen_bits(whole * 0.3)).clipped == 0


def test_a_float_file_beyond_full_scale_is_not_cut_off(tmp_path: Path) -> None:
    frames = (sine(440, 2.5) * np.exp(-TIME))[:, None].astype(np.float32)
    quality = measure_quality(sounds.make(tmp_path, "wav32f", frames=frames, rate=RATE))
    assert quality.clipped == 0
    assert quality.true_peak == pytest.approx(7.95, abs=0.1)
    assert quality.warnings == ()


# ---- level, offset, channels


@pytest.mark.parametrize(
    ("hertz", "phase", "level", "expected"),
    [
        # EBU Tech 3341, minimum requirements test signals 15 to 19.
        (RATE / 4, 0.0, 0.5, -6.0),
        (RATE / 4, 45.0, 0.5, -6.0),
        (RATE / 6, 60.0, 0.5, -6.0),
        (RATE / 8, 67.5, 0.5, -6.0),
        (RATE / 4, 45.0, 1.41, 3.0),
    ],
)
def test_true_peak_meets_the_test_signals(hertz: float, phase: float, level: float, expected: float) -> None:
    fade = np.minimum(1, np.minimum(TIME, TIME[::-1]) / 0.01)
    tone = level * fade * np.sin(2 * np.pi * hertz * TIME + np.deg2rad(phase))
    peak = measured(tone, tone).true_peak
    assert peak is not None
    assert -0.4 <= peak - expected <= 0.2


@pytest.mark.parametrize("rate", [8_000, 44_100, 96_000, 192_000])
def test_true_peak_is_that_of_a_finer_resampling_at_every_rate(rate: int) -> None:
    wave = soxr.resample(np.clip(noise(1.0), -0.2, 0.2), min(rate, 40_000), rate)  # nothing is heard above 20 kHz
    finer = soxr.resample(np.pad(wave, 200), 1, 16, quality="VHQ")
    peak = measured(wave, rate=rate).true_peak
    assert peak == pytest.approx(20 * np.log10(np.abs(finer).max()), abs=0.2)


def test_silence_is_near_silent_and_what_is_only_soft_is_low() -> None:
    assert measured(np.zeros(RATE)).warnings == (SoundWarning.NEAR_SILENT,)
    assert measured(sixteen_bits(noise(level=1e-4))).warnings == (SoundWarning.NEAR_SILENT,)
    assert measured(noise(level=0.005)).warnings == (SoundWarning.LOW_LEVEL,)
    click = np.concatenate([kick(0.02), np.zeros(3 * RATE)])
    assert measured(click).active == pytest.approx(0.02 / 3.02, rel=0.5)


def test_an_offset_is_found_and_a_lopsided_drum_is_none() -> None:
    quality = measured(noise() + 0.02, noise()[::-1])
    assert quality.dc_offset == pytest.approx(0.02, abs=0.004)
    assert quality.warnings == (SoundWarning.DC_OFFSET,)
    assert measured(sine(30, 0.4) - 0.05).dc_offset == pytest.approx(-0.05, abs=0.01)
    drum = (sine(30, 0.9) * np.exp(-40 * TIME))[: RATE // 5]
    assert drum.mean() > 0.02
    assert abs(measured(drum).dc_offset) < 0.005


def test_one_signal_in_two_channels_is_no_stereo() -> None:
    dither = (chance().random((2, 3 * RATE)) - chance().random((2, 3 * RATE))) / 32768
    same = measured(noise(), noise())
    assert (same.side_level, same.warnings) == (-200.0, (SoundWarning.FAKE_STEREO,))
    for left, right in ((1.0, 1.0), (1.0, 0.5), (1.0, -1.0), (1.0, 0.0), (0.001, 0.001)):
        channels = [sixteen_bits(gain * noise() + one) for gain, one in zip((left, right), dither, strict=True)]
        assert SoundWarning.FAKE_STEREO in measured(*channels).warnings
    narrow = noise() + 0.01 * noise()[::-1]
    assert measured(noise(), narrow).warnings == ()
    assert measured(noise()).side_level is None


def test_many_channels_are_all_looked_at() -> None:
    channels = [np.roll(noise(), 1_000 * number) for number in range(10)]
    channels[7] = np.clip(channels[7], -0.1, 0.1) + 0.03
    channels[9] = with_gaps(channels[9], (1.0, 0.01))
    quality = measured(*channels)
    assert quality.warnings == (SoundWarning.CLIPPED, SoundWarning.DC_OFFSET, SoundWarning.DROPOUTS)
    assert quality.channels == 10


# ---- noise


@pytest.mark.parametrize("decibels", [10.0, 20.0, 30.0])
def test_noise_between_words_is_measured(decibels: float) -> None:
    words = np.tile(np.concatenate([kick(0.25), np.zeros(RATE // 4)]), 6)
    level = np.sqrt(np.square(words[words != 0]).mean())
    hiss = noise(level=level * 10 ** (-decibels / 20))
    quality = measured(words + hiss)
    assert quality.signal_to_noise == pytest.approx(decibels, abs=3)
    assert (SoundWarning.NOISY in quality.warnings) == (decibels < 15)


@pytest.mark.parametrize(
    "steady",
    [noise(), sine(440), kick(1.0), noise() * np.exp(-3 * TIME), np.zeros(RATE), noise(0.1)],
    ids=["rain", "tone", "drum", "cymbal", "silence", "short"],
)
def test_where_there_is_no_pause_nothing_is_said_of_noise(steady: Wave) -> None:
    assert measured(steady).signal_to_noise is None


# ---- dropouts


@pytest.mark.parametrize("held", [False, True], ids=["silence", "held"])
@pytest.mark.parametrize("seconds", [0.0015, 0.01, 0.04])
def test_lost_samples_are_counted(seconds: float, *, held: bool) -> None:
    gaps = ((0.5, seconds), (1.3653, seconds), (2.2, seconds))  # the second across two blocks
    for wave in (noise(), sine(440) + 0.3 * noise()):
        broken = with_gaps(wave, *gaps, held=held)
        for block in (RATE, 65_536):
            assert measured(broken, block=block).dropouts == 3
        assert measured(broken, broken).dropouts == 3


def test_lost_samples_of_a_real_recording_are_counted(tmp_path: Path) -> None:
    path = RECORDINGS / "loop_amen.flac"
    assert measure_quality(path).dropouts == 0
    frames, rate = soundfile.read(path, dtype="float32")
    for start in (20_000, 50_000):
        frames[start : start + 300] = 0.0
    assert measure_quality(sounds.make(tmp_path, "flac", frames=frames, rate=rate)).dropouts == 2


def gated(period: float, open_for: float) -> Wave:
    return np.where(TIME % period < open_for, noise(), 0.0)


@pytest.mark.parametrize(
    "meant",
    [
        square(20),
        np.where(TIME * 50 % 1 < 0.1, 0.7, 0.0),
        np.round(noise(level=0.2) * 8) / 8,
        np.repeat(noise(level=0.3)[: RATE // 40], 120),
        np.round(low_passed(noise(level=0.3), 2, 100) * 127) / 127,
        np.tile(np.concatenate([kick(0.2), np.zeros(960)]), 14),
        np.tile(np.concatenate([noise(0.1) * np.exp(-40 * TIME[:4_800]), np.zeros(960)]), 20),
        gated(0.1, 0.05),
        gated(0.06, 0.03),
        np.clip(sine(60, 4.0), -1, 1),
        with_gaps(noise(level=0.001), (1.0, 0.01)),
        with_gaps(noise(), (0.0, 0.02), (2.98, 0.02)),
    ],
    ids=[
        "square",
        "pulses",
        "3 bits",
        "held",
        "8 bits",
        "kicks",
        "hats",
        "gate",
        "gate 30",
        "clipped",
        "faint",
        "ends",
    ],
)
def test_rests_gates_and_crushed_bits_are_no_lost_samples(meant: Wave) -> None:
    assert measured(meant).dropouts == 0


# ---- files


@pytest.mark.parametrize("block", [1_000, 65_536])
def test_the_length_of_the_blocks_does_not_matter(block: int) -> None:
    wave = sixteen_bits(np.clip(with_gaps(at_rate(noise(level=0.3), 16_000), (1.0, 0.01)), -0.5, 0.5))
    whole, parts = measured(wave, 0.5 * noise(), block=len(wave)), measured(wave, 0.5 * noise(), block=block)
    assert parts.warnings == whole.warnings
    assert (parts.clipped, parts.dropouts, parts.bandwidth) == (whole.clipped, whole.dropouts, whole.bandwidth)
    assert parts.loudness == pytest.approx(whole.loudness, abs=1e-3)
    assert parts.true_peak == pytest.approx(whole.true_peak, abs=1e-3)


def test_what_is_no_number_counts_as_silence(tmp_path: Path) -> None:
    quality = measure_quality(sounds.with_nan(tmp_path))
    assert quality.true_peak is not None
    assert -7 < quality.true_peak < -4
    assert quality.level is not None
    frames = sounds.noise(2.0, rate=RATE)
    frames[9_000:9_010] = 3e38
    quality = measure_quality(sounds.make(tmp_path, "wav32f", name="huge", frames=frames, rate=RATE))
    assert (quality.warnings, quality.dropouts) == ((SoundWarning.DROPOUTS,), 1)
    nothing = np.full((RATE, 2), np.nan, dtype=np.float32)
    quality = measure_quality(sounds.make(tmp_path, "wav32f", name="nothing", frames=nothing, rate=RATE))
    assert quality.warnings == (SoundWarning.NEAR_SILENT, SoundWarning.DROPOUTS)


@pytest.mark.parametrize("block", [500, RATE])
def test_stretches_of_what_is_no_number_are_told(block: int) -> None:
    wave = noise(1.0)
    wave[100:1_700] = np.nan
    wave[9_000] = np.inf
    found = measured(wave, 0.5 * noise(1.0), block=block)
    assert (found.dropouts, SoundWarning.DROPOUTS in found.warnings) == (2, True)


@pytest.mark.parametrize("kind", ["wav16", "wav24", "flac", "aiff", "ogg", "opus", "m4a", "wv"])
def test_every_kind_of_file_can_be_measured(kind: str, tmp_path: Path) -> None:
    frames = (0.3 * noise(2.0)[:, None] * [1.0, 0.0] + 0.3 * noise(2.0)[::-1, None] * [0.2, 1.0]).astype(np.float32)
    steps = []
    quality = measure_quality(sounds.make(tmp_path, kind, frames=frames, rate=RATE), lambda: steps.append(1))
    assert (quality.sample_rate, quality.channels) == (RATE, 2)
    assert quality.level == pytest.approx(-30.3, abs=2)
    assert steps
    assert all(type(value) in (int, float, type(None)) for value in asdict(quality).values())  # they go into a database
    assert quality.warnings in ((), (SoundWarning.BAND_LIMITED,))  # some codecs leave out the highest octave


@pytest.mark.parametrize("rate", [1, 100, 4_000, 1_000_000])
def test_strange_rates_and_tiny_files_are_survived(rate: int) -> None:
    for count in (1, 3, 200):
        assert measured(noise()[:count], rate=rate).sample_rate == rate
    empty = QualityMeter(rate, 2).result()
    assert (empty.active, empty.level, empty.true_peak, empty.dropouts) == (0.0, None, None, 0)


def test_what_cannot_be_read_says_so(tmp_path: Path) -> None:
    with pytest.raises(UnreadableSoundError):
        measure_quality(sounds.text_file(tmp_path))


def test_an_hour_takes_no_more_memory_than_a_minute(tmp_path: Path) -> None:
    path = sparse_wav(tmp_path / "long.wav", seconds=3_600, rate=8_000, channels=1, tones=[5.0, 1_800.0, 3_599.0])
    tracemalloc.start()
    quality = measure_quality(path)
    peak = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    assert peak < 20e6  # its samples would be 115 MB
    assert SoundWarning.NEAR_SILENT in quality.warnings
    assert quality.dropouts == 0
