"""How often what is wrong with a recording is found, how often in vain, how exact loudness and true peak are, and what
it costs.

The recordings are those of the tests and of the demo, as they are and made worse by known amounts. A rule of thumb that
comes to mind first is measured beside each warning; the ratio is that of the shares found less those found in vain,
where the rule of thumb finds more than nothing.
What the recordings have by themselves was looked at one by one, in spectra and samples, and is left out.
"""

import time
from collections.abc import Callable, Iterable, Sequence
from dataclasses import replace
from fractions import Fraction
from functools import partial
from pathlib import Path
from tempfile import TemporaryDirectory

import av
import numpy as np
import soundfile

from desktop_app.core.sound_quality import SoundQuality
from desktop_app.engine.decoding.audio_file import AudioFile
from desktop_app.engine.measuring.quality_meter import QualityMeter, measure_quality
from tests.benchmarks.result import Result
from tests.worse_recordings import DATA, FAULTS, OWN, Fault, Sound, noisy, recordings

_REFERENCE_RATE = 32_000
"""Hz; at 11,025, where a tenth of a second is no whole number of samples, FFmpeg says 0.4 LU less than at 48,000."""


def run() -> Iterable[Result]:
    """Warnings, levels, and speed."""
    sounds = list(recordings())
    qualities = [_measured(sound) for sound in sounds]
    for fault in FAULTS:
        yield _found(fault, sounds, qualities)
    yield from _noise_estimates(sounds)
    yield from _levels(sounds, qualities)
    yield from _speed()


def _found(fault: Fault, sounds: Sequence[Sound], qualities: Sequence[SoundQuality]) -> Result:
    """The share of worsened recordings that have the warning, and of those as they are."""
    own = OWN.get(fault.warning, frozenset())
    found: list[tuple[bool, bool]] = []
    in_vain: list[tuple[bool, bool]] = []
    for number, (sound, quality) in enumerate(zip(sounds, qualities, strict=True)):
        if sound.name in own:
            continue
        in_vain.append((fault.warning in quality.warnings, fault.by_thumb(sound)))
        if fault.can_have(sound):
            worse = replace(sound, wave=fault.worsen(sound, np.random.default_rng([number, 1])))
            found.append((fault.warning in _measured(worse).warnings, fault.by_thumb(worse)))
    (ours, thumb), (vain, thumb_vain) = np.mean(found, axis=0), np.mean(in_vain, axis=0)
    against = f"{len(found)} sounds; in vain {vain:.3f} of {len(in_vain)}; "
    against += f"{fault.thumb}: {thumb:.2f}, in vain {thumb_vain:.2f}"
    ratio = float(ours - vain) / float(thumb - thumb_vain) if thumb > thumb_vain else None
    name = f"{fault.warning}, {fault.name}: found"
    return Result(name, float(ours), "of 1", against, ratio, fault.target, "at least")


def _noise_estimates(sounds: Sequence[Sound]) -> Iterable[Result]:
    """How far estimates of the signal-to-noise ratio are from each other where it changes by 10 dB."""
    for decibels in (20.0, 10.0):
        told = []
        for number, sound in enumerate(sounds):
            wave = noisy(sound, np.random.default_rng([number, 2]), decibels=decibels)
            ratio = _measured(replace(sound, wave=wave)).signal_to_noise
            if ratio is not None:
                told.append(ratio - decibels)
        told_of = f"told of {len(told)} of {len(sounds)}; spread {np.std(told):.1f} dB"
        against = f"{told_of}; what is active is louder than the whole"
        name = f"signal-to-noise estimated, noise {decibels:.0f} dB below, error"
        yield Result(name, float(np.median(told)), "dB", against)


def _levels(sounds: Sequence[Sound], qualities: Sequence[SoundQuality]) -> Iterable[Result]:
    """Against FFmpeg's ebur128, of sounds of a second and more."""
    loudness, peaks = [], []
    for sound, quality in zip(sounds, qualities, strict=True):
        if sound.rate < _REFERENCE_RATE or len(sound.wave) < sound.rate:
            continue
        if quality.loudness is None or quality.true_peak is None:
            continue
        reference, peak = _ebur128(sound)
        loudness.append(abs(quality.loudness - reference))
        peaks.append(abs(quality.true_peak - peak))
    against = f"FFmpeg's ebur128, {len(loudness)} sounds; median {np.median(loudness):.3f}"
    yield Result("loudness, largest difference", max(loudness), "LU", against, None, 0.1, "at most")
    against = f"the same; median {np.median(peaks):.3f}"
    yield Result("true peak, largest difference", max(peaks), "dB", against, None, 0.4, "at most")
    errors = [abs(_test_signal(*signal) - expected) for *signal, expected in _TEST_SIGNALS]
    yield Result("true peak of EBU Tech 3341's signals 15 to 19, error", max(errors), "dB", "", None, 0.2, "at most")


def _speed() -> Iterable[Result]:
    """Processor time for 10 s, beside that of decoding alone."""
    loops = [next((DATA / "recordings").glob(f"{name}.*")) for name in ("loop_amen", "guit_e_fifths", "drum_roll")]
    parts = [soundfile.read(path, always_2d=True)[0][:, [0, -1]] for path in loops]
    music = np.resize(np.concatenate(parts).T.ravel(), (2, 60 * 48_000)).T
    with TemporaryDirectory() as folder:
        for kind, subtype in (("wav", "PCM_16"), ("flac", "PCM_16"), ("ogg", "VORBIS"), ("mp3", "MPEG_LAYER_III")):
            path = Path(folder) / f"music.{kind}"
            with soundfile.SoundFile(path, "w", 48_000, 2, subtype) as file:
                for block in np.array_split(music, 60):
                    file.write(block)
            decoding, all_of_it = (
                _processor_time(partial(_decode, path)),
                _processor_time(partial(measure_quality, path)),
            )
            against = f"decoding alone: {decoding / 6 * 1000:.1f} ms"
            name = f"10 s of {kind}, stereo at 48 kHz, decoded and measured"
            yield Result(name, all_of_it / 6 * 1000, "ms", against, decoding / all_of_it, 30.0, "at most")


def _processor_time(work: Callable[[], object]) -> float:
    """Seconds, the least of five times."""
    least = np.inf
    for _ in range(5):
        start = time.process_time()
        work()
        least = min(least, time.process_time() - start)
    return float(least)


def _decode(path: Path) -> None:
    with AudioFile(path) as file:
        for _ in file.blocks():
            pass


def _measured(sound: Sound) -> SoundQuality:
    meter = QualityMeter(sound.rate, sound.wave.shape[1])
    for start in range(0, len(sound.wave), 1 << 16):
        meter.add(sound.wave[start : start + (1 << 16)].astype(np.float32))
    return meter.result()


# ---- levels


_TEST_SIGNALS = (
    (4, 0.0, 0.5, -6.0),
    (4, 45.0, 0.5, -6.0),
    (6, 60.0, 0.5, -6.0),
    (8, 67.5, 0.5, -6.0),
    (4, 45.0, 1.41, 3.0),
)
"""A period in samples, degrees, the level, and the true peak in dB: EBU Tech 3341, minimum requirements 15 to 19."""


def _test_signal(period: float, degrees: float, level: float) -> float:
    """The true peak of a tone that fades in and out."""
    samples = np.arange(96_000)
    fade = np.minimum(1, np.minimum(samples, samples[::-1]) / 480)
    tone = level * fade * np.sin(2 * np.pi * samples / period + np.deg2rad(degrees))
    peak = _measured(Sound("", 48_000, tone[:, None])).true_peak
    assert peak is not None
    return peak


def _ebur128(sound: Sound) -> tuple[float, float]:
    """LUFS and dBTP by FFmpeg."""
    layout = ("mono", "stereo")[sound.wave.shape[1] - 1]
    graph = av.filter.Graph()
    source = graph.add_abuffer(sample_rate=sound.rate, format="fltp", layout=layout, time_base=Fraction(1, sound.rate))
    meter, sink = graph.add("ebur128", "peak=true:metadata=1"), graph.add("abuffersink")
    source.link_to(meter)
    meter.link_to(sink)
    graph.configure()
    loudness = peak = 0.0
    step = sound.rate // 10
    for start in range(0, len(sound.wave), step):
        planes = np.ascontiguousarray(sound.wave[start : start + step].T.astype(np.float32))
        frame = av.AudioFrame.from_ndarray(planes, format="fltp", layout=layout)
        frame.sample_rate, frame.pts = sound.rate, start
        graph.push(frame)
        while (told := _pulled(graph)) is not None:
            loudness, peak = float(told["lavfi.r128.I"]), max(peak, float(told["lavfi.r128.true_peak"]))
    return loudness, 20 * float(np.log10(peak))


def _pulled(graph: "av.filter.Graph") -> dict[str, str] | None:
    """What FFmpeg says of the next piece, if it has heard enough."""
    try:
        return dict(graph.pull().metadata)
    except (av.BlockingIOError, av.EOFError):
        return None
