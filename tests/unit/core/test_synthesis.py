"""The reference sounds: enough of them, clean, labelled, each reproducible alone."""

import subprocess
import sys

import numpy as np
import pytest

from desktop_app.core import synthesis
from desktop_app.core.synthesis import KINDS, reference_names, reference_sound
from desktop_app.core.synthesis.filters import (
    RATE,
    band_pass,
    convolve,
    glide_filter,
    high_pass,
    low_pass,
    respond,
    tilt,
)
from desktop_app.core.synthesis.kinds import finish, make, seeded
from desktop_app.core.synthesis.sources import coloured, place, ring, scatter, tone, wander, white


@pytest.fixture(autouse=True)
def made_anew(monkeypatch: pytest.MonkeyPatch) -> None:
    """Not remembered, as for all other tests."""
    monkeypatch.setattr(synthesis, "make", make)


def level_at(sound: np.ndarray, hertz: float, width: float = 0.05) -> float:
    """Power of a sound in a band of relative `width` around a frequency."""
    spectrum = np.abs(np.fft.rfft(sound * np.hanning(len(sound)))) ** 2
    frequencies = np.fft.rfftfreq(len(sound), 1 / RATE)
    return float(np.mean(spectrum[np.abs(frequencies - hertz) < width * hertz]))


def test_there_are_at_least_300_with_names_of_their_own() -> None:
    names = reference_names()
    assert len(names) >= 300
    assert len(set(names)) == len(names)
    assert len({kind.name for kind in KINDS}) == len(KINDS)


@pytest.mark.parametrize("kind", KINDS, ids=lambda kind: kind.name)
def test_each_kind_gives_a_clean_short_sound(kind) -> None:
    sound = synthesis.make(kind, 1)
    samples = sound.samples
    assert samples.dtype == np.float32
    assert samples.ndim == 1
    assert 0.4 <= len(samples) / RATE <= 3.0
    assert np.all(np.isfinite(samples))
    assert 0.4 < np.max(np.abs(samples)) <= 0.9
    assert abs(float(np.mean(samples))) < 1e-4
    assert abs(float(samples[0])) < 1e-3
    assert abs(float(samples[-1])) < 1e-3
    assert sound.labels == kind.labels


def test_labels_are_plain_words_and_name_the_kind() -> None:
    for kind in KINDS:
        assert kind.name in kind.labels
        for label in kind.labels:
            assert label == label.strip().lower()
            assert label


@pytest.mark.parametrize("name", ["no such sound 1", "kick drum", "kick drum 0", "kick drum 999", "kick drum x", ""])
def test_a_name_that_is_not_there_is_refused(name) -> None:
    with pytest.raises(KeyError):
        reference_sound(name)


def test_another_process_makes_the_same_bits() -> None:
    names = [f"{kind.name} 2" for kind in KINDS if kind.variants > 1][::20]
    program = (
        "import sys, hashlib; from desktop_app.core.synthesis import reference_sound\n"
        "for name in sys.argv[1:]: print(hashlib.sha256(reference_sound(name).samples.tobytes()).hexdigest())"
    )
    digests = [subprocess.check_output([sys.executable, "-c", program, *names], text=True).split() for _ in range(2)]
    assert len(digests[0]) == len(names) > 5
    assert digests[0] == digests[1]


def test_variants_of_a_kind_differ() -> None:
    first, second = reference_sound("kick drum 1").samples, reference_sound("kick drum 2").samples
    count = min(len(first), len(second))
    assert abs(np.corrcoef(first[:count], second[:count])[0, 1]) < 0.95


def test_a_name_is_a_seed_of_its_own() -> None:
    assert seeded("rain 1").random() == seeded("rain 1").random()
    assert seeded("rain 1").random() != seeded("rain 2").random()


@pytest.mark.parametrize("order", [1, 2, 4])
def test_filters_halve_the_power_at_their_edge_and_fall_beyond(order) -> None:
    noise = white(np.random.default_rng(0), 4 * RATE)
    before = level_at(noise, 1000)
    for filtered, beyond in ((low_pass(noise, 1000, order), 4000), (high_pass(noise, 1000, order), 250)):
        assert level_at(filtered, 1000) / before == pytest.approx(0.5, abs=0.08)
        assert level_at(filtered, beyond) / level_at(noise, beyond) == pytest.approx(1 / (1 + 16**order), rel=0.4)


def test_filtered_hits_do_not_sound_before_they_are_struck() -> None:
    click = np.zeros(RATE)
    click[RATE // 2] = 1
    for filtered in (low_pass(click, 2000, 4), band_pass(click, 300, 3000)):
        assert np.max(np.abs(filtered[: RATE // 2 - 48])) < 0.01 * np.max(np.abs(filtered))


def test_tilt_and_coloured_noise_slope_as_they_say() -> None:
    rng = np.random.default_rng(1)
    for sloped in (tilt(white(rng, 8 * RATE), -3), coloured(rng, 8 * RATE, 3.0)):
        fall = 10 * np.log10(level_at(sloped, 500) / level_at(sloped, 2000))
        assert fall == pytest.approx(6, abs=0.5)


def test_a_moving_filter_that_does_nothing_changes_nothing() -> None:
    noise = white(np.random.default_rng(2), 20_001)
    same = glide_filter(noise, lambda frequencies, seconds: np.ones((1, 1)))
    assert len(same) == len(noise)
    assert np.max(np.abs(same - noise)) < 1e-9


def test_responding_flat_and_convolving_with_a_click_change_nothing() -> None:
    noise = white(np.random.default_rng(3), 10_000)
    assert np.allclose(respond(noise, lambda f: np.ones(len(f))), noise)
    assert np.allclose(convolve(noise, np.array([0.0, 1.0]))[1:], noise[:-1])


def test_ringing_modes_have_their_pitch_and_die_in_their_time() -> None:
    sound = ring(RATE, [440.0], [1.0], [1.0], np.random.default_rng(4))
    peak = np.fft.rfftfreq(RATE, 1 / RATE)[np.argmax(np.abs(np.fft.rfft(sound)))]
    assert peak == pytest.approx(440, abs=1)
    early, late = np.max(np.abs(sound[:2400])), np.max(np.abs(sound[-2400:]))
    assert 20 * np.log10(late / early) == pytest.approx(-57, abs=2)


def test_modes_that_cannot_be_heard_or_would_fold_over_are_left_out() -> None:
    assert np.max(np.abs(ring(4800, [30_000.0, 5.0], 1.0, 1.0, np.random.default_rng(5)))) == 0


def test_a_tone_has_its_harmonics_and_no_others() -> None:
    sound = tone(1000.0, RATE, [1.0, 0.0, 0.5])
    spectrum = np.abs(np.fft.rfft(sound)) / (RATE / 2)
    assert spectrum[1000] == pytest.approx(1, abs=0.01)
    assert spectrum[2000] < 1e-3
    assert spectrum[3000] == pytest.approx(0.5, abs=0.01)


def test_a_high_tone_does_not_fold_over() -> None:
    spectrum = np.abs(np.fft.rfft(tone(7000.0, RATE, np.ones(30)))) / (RATE / 2)
    heard = set(np.flatnonzero(spectrum > 0.05))
    assert heard == {7000, 14000}


def test_a_pulsed_tone_is_a_row_of_pulses() -> None:
    def crest(sound: np.ndarray) -> float:
        return float(np.max(np.abs(sound)) / np.std(sound))

    assert crest(tone(30.0, RATE, np.ones(100), pulsed=True)) > 2 * crest(tone(30.0, RATE, np.ones(100)))


def test_scattered_events_are_as_many_as_asked_and_follow_a_changing_rate() -> None:
    rng = np.random.default_rng(6)
    assert np.count_nonzero(scatter(rng, 10 * RATE, 300.0)) == pytest.approx(3000, rel=0.1)
    half = scatter(rng, 2 * RATE, np.repeat([0.0, 500.0], RATE))
    assert np.count_nonzero(half[:RATE]) == 0
    assert np.count_nonzero(half[RATE:]) > 300


def test_a_wandering_line_stays_inside_and_moves() -> None:
    for pace in (0.5, 3.0, 60.0):
        line = wander(np.random.default_rng(7), 3 * RATE, pace)
        assert len(line) == 3 * RATE
        assert np.max(np.abs(line)) <= 1 + 1e-9
        assert np.std(line) > 0.05


def test_mixing_past_the_end_cuts_and_beyond_it_does_nothing() -> None:
    target = np.zeros(100)
    place(target, np.ones(48), 90 / RATE)
    assert np.count_nonzero(target) == 10
    place(target, np.ones(48), 1.0)
    assert np.count_nonzero(target) == 10


def test_finishing_removes_dc_and_sets_the_peak() -> None:
    samples = finish(np.random.default_rng(8).standard_normal(RATE) + 3.0, 0.7)
    assert np.max(np.abs(samples)) == pytest.approx(0.7, abs=1e-6)
    assert abs(float(np.mean(samples))) < 1e-6
    assert samples.dtype == np.float32


def test_finishing_silence_gives_silence() -> None:
    assert np.array_equal(finish(np.zeros(RATE)), np.zeros(RATE, dtype=np.float32))
