"""What the captions of altered copies say is true of them, and a copy in which it could not be heard is not made."""

import importlib
from types import ModuleType
from typing import Any

import numpy as np
import pytest
from numpy.typing import NDArray

from tests.starter_files import ROOT

RATE = 16_000
Sound = NDArray[np.float32]


@pytest.fixture(autouse=True)
def _scripts_on_the_path(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.syspath_prepend(str(ROOT / "packaging" / "starter_model"))


def effects() -> ModuleType:
    return importlib.import_module("corpus.effects")


def named(name: str) -> Any:
    return next(effect for effect in effects().EFFECTS if effect.name == name)


def tone(frequency: float, seconds: float = 1.0) -> Sound:
    wave = 0.25 * np.sin(2 * np.pi * frequency * np.arange(int(seconds * RATE)) / RATE)
    return wave.astype(np.float32)


def hiss(seconds: float = 2.0, *, dying: bool = False) -> Sound:
    wave = np.random.default_rng(7).standard_normal(int(seconds * RATE)) * 0.1
    if dying:
        wave *= 10 ** (-4 * np.linspace(0, 1, len(wave)))
    return wave.astype(np.float32)


def done(name: str, sound: Sound, seed: int = 0) -> Sound:
    copy = named(name).applied(sound, np.random.default_rng(seed))
    assert copy is not None, f"{name} cannot be heard"
    return np.asarray(copy)


def refused(name: str, sound: Sound) -> bool:
    return all(named(name).applied(sound, np.random.default_rng(seed)) is None for seed in range(5))


def level_db(sound: Sound) -> float:
    return float(10 * np.log10(np.mean(np.square(sound, dtype=np.float64)) + 1e-20))


def share_above(sound: Sound, frequency: float) -> float:
    power = np.abs(np.fft.rfft(sound)) ** 2
    return float(power[int(frequency * len(sound) / RATE) :].sum() / power.sum())


def pitch(sound: Sound) -> float:
    return float(np.abs(np.fft.rfft(sound)).argmax() * RATE / len(sound))


def test_every_effect_can_be_heard_in_some_sound_and_is_the_same_for_the_same_chance() -> None:
    """A burst of noise that dies away, or one that goes on, brings out each of them."""
    for effect in effects().EFFECTS:
        for sound in (hiss(dying=True), hiss(), tone(440, 2.0)):
            sound.flags.writeable = False
            one, again = (effect.applied(sound, np.random.default_rng(3)) for _ in range(2))
            if one is not None:
                break
        assert one is not None, effect.name
        assert one.dtype == np.float32
        assert np.isfinite(one).all()
        assert 0.001 < np.abs(one).max() <= 1
        np.testing.assert_array_equal(one, again)


def test_silence_and_clips_of_a_few_samples_get_no_effect() -> None:
    for effect in effects().EFFECTS:
        for sound in (np.zeros(RATE * 2, dtype=np.float32), hiss()[:0], hiss()[:1], hiss()[:300]):
            assert effect.applied(sound, np.random.default_rng(0)) is None


def test_effects_stand_where_they_are_said() -> None:
    captioned = effects().captioned
    assert captioned("muffled", "dog bark") == "muffled dog bark"
    assert captioned("with echo", "dog bark") == "dog bark with echo"
    assert captioned("in a large hall", "piano") == "piano in a large hall"
    assert captioned("loop", "drum") == "drum loop"
    assert captioned("looped", "drum") == "looped drum"
    assert captioned("over the phone", "speech") == "speech over the phone"


def test_only_the_telephone_is_for_speech_alone() -> None:
    assert [effect.name for effect in effects().EFFECTS if effect.speech_only] == ["telephone"]
    copy = done("telephone", hiss())
    assert share_above(copy, 4000) < 0.02
    assert 1 - share_above(copy, 200) < 0.02


def test_muffled_has_no_highs_left_and_is_not_said_of_a_bass() -> None:
    assert share_above(done("low-pass", hiss()), 2000) < 0.01
    assert share_above(done("underwater", hiss()), 2000) < 0.01
    assert refused("low-pass", tone(100))


def test_distant_is_quieter_duller_and_longer() -> None:
    near = hiss(0.5, dying=True)
    far = done("distant", near)
    assert level_db(far[: len(near)]) < level_db(near) - 12
    assert share_above(far, 4000) < 0.1 * share_above(near, 4000)
    assert len(far) > len(near) + RATE // 2


def test_rooms_ring_for_as_long_as_their_size_says_and_not_where_no_end_is_heard() -> None:
    click = hiss(0.2)

    def until_faint(sound: Sound) -> float:
        power = np.cumsum(np.square(sound[::-1], dtype=np.float64))[::-1]
        return float(np.argmax(power < power[len(click)] * 1e-3) / RATE)

    ringing = [until_faint(done(name, click)) for name in ("room", "hall", "cathedral")]
    assert ringing[0] < 0.8 < ringing[1] < 2 < ringing[2]
    assert all(refused(name, hiss(4.0)) for name in ("room", "hall", "cathedral", "echo", "looped"))


def test_an_echo_comes_back_at_even_distances_and_weaker_each_time() -> None:
    click = np.concatenate([hiss(0.1), np.zeros(1600, dtype=np.float32)])
    heard = np.correlate(done("echo", click), click, "valid")
    peaks = [int(at) for at in np.argsort(heard)[::-1][:4]]
    assert peaks == sorted(peaks)
    assert peaks[0] == 0
    assert set(np.diff(peaks)) == {peaks[1]}
    assert 0.2 <= peaks[1] / RATE <= 0.5


def test_distortion_adds_odd_overtones_and_overdrive_even_ones_too() -> None:
    def overtones(name: str) -> tuple[float, float]:
        power = np.abs(np.fft.rfft(done(name, tone(500)))) ** 2
        return float(power[1000] / power[500]), float(power[1500] / power[500])

    even, odd = overtones("distortion")
    assert even < 1e-4
    assert odd > 0.05
    even, odd = overtones("overdrive")
    assert even > 1e-4
    assert odd > 0.01


def test_a_crushed_sound_has_few_steps() -> None:
    copy = done("bit-crush", hiss())
    assert len(np.unique(copy)) <= 17
    assert np.mean(np.diff(copy) == 0) > 0.6


def test_backwards_is_the_sound_from_its_end_and_not_said_of_what_sounds_alike_both_ways() -> None:
    np.testing.assert_array_equal(done("reversed", hiss(dying=True)), hiss(dying=True)[::-1])
    assert refused("reversed", hiss())


def test_slower_is_longer_and_lower_and_faster_the_reverse() -> None:
    sound = tone(440, 2.0)
    slow, fast = done("slowed down", sound), done("sped up", sound)
    for copy in (slow, fast):
        assert pitch(copy) / 440 == pytest.approx(len(sound) / len(copy), rel=0.01)
    assert pitch(slow) < 270
    assert pitch(fast) > 740


def test_a_loop_is_the_sound_over_and_over() -> None:
    sound = hiss(0.5, dying=True)
    copy = done("looped", sound)
    assert len(copy) >= 4 * len(sound)
    np.testing.assert_array_equal(copy, np.resize(sound, len(copy)))


def test_a_stutter_repeats_slices_and_then_goes_on_to_the_end() -> None:
    sound = hiss()
    copy = done("stutter", sound)
    assert len(copy) > len(sound) + 0.18 * RATE
    np.testing.assert_array_equal(copy[-1000:], sound[-1000:])
    part = copy[: len(copy) // 2 * 2] - copy.mean()
    spectrum = np.fft.irfft(np.abs(np.fft.rfft(part, 2 * len(part))) ** 2)
    assert 0.06 * RATE <= 960 + spectrum[960:2400].argmax() <= 0.14 * RATE
    assert spectrum[960:2400].max() > 0.1 * spectrum[0]


def test_a_tremolo_sways_four_to_nine_times_a_second() -> None:
    for seed in range(5):
        envelope = np.abs(done("tremolo", tone(440, 2.0), seed)).reshape(-1, 80).max(axis=1)
        assert 3.9 <= np.abs(np.fft.rfft(envelope - envelope.mean())).argmax() / 2 <= 9.1
        assert envelope.min() < 0.3 * envelope.max()


def test_fades_go_one_way_and_need_a_sound_that_stays() -> None:
    rising = np.abs(done("fade in", hiss(3.0))).reshape(10, -1).mean(axis=1)
    falling = np.abs(done("fade out", hiss(3.0))).reshape(10, -1).mean(axis=1)
    assert (np.diff(rising[:6]) > 0).all()
    assert rising[0] < 0.05 * rising[-1]
    assert (np.diff(falling[4:]) < 0).all()
    assert falling[-1] < 0.05 * falling[0]
    assert refused("fade in", hiss(3.0, dying=True))


@pytest.mark.parametrize("name", ["flanger", "phaser"])
def test_sweeping_filters_cut_notches_that_move(name: str) -> None:
    """A click has all frequencies alike; after, it has notches, and the next click has them elsewhere."""
    clicks = np.zeros(4 * RATE, dtype=np.float32)
    clicks[2000::4000] = 1
    copy = named(name).process(clicks, np.random.default_rng(2)).reshape(-1, 4000)[:, 1744:2256]
    power = np.abs(np.fft.rfft(copy))[:, 8:100] ** 2
    db = 10 * np.log10(power / power.max())
    assert np.median(np.ptp(db, axis=1)) > 15
    assert np.median(np.ptp(db, axis=0)) > 15
    assert refused(name, tone(440, 4.0))


def test_a_chorus_spreads_a_tone() -> None:
    """Voices that sway put power beside a tone that stood on one line."""
    power = np.abs(np.fft.rfft(named("chorus").process(tone(2000, 2.0), np.random.default_rng(1)))) ** 2
    assert power[3900:4101].sum() > 0.95 * power.sum()
    assert power[4000] < 0.9 * power[3900:4101].sum()
