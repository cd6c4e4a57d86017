"""One-shots die away, loops go round, and what is neither is called neither."""

from collections.abc import Iterator

import numpy as np
import pytest
import soxr

from desktop_app.core.musical import SoundKind
from desktop_app.core.sound import Samples
from desktop_app.engine.measuring.musical_analysis import analyse_samples
from desktop_app.engine.measuring.onsets import RATE
from tests import scores
from tests.played_music import RATE as PLAYED_RATE
from tests.played_music import loops, sounds
from tests.scores import Score


def kind(samples: Samples) -> SoundKind | None:
    return analyse_samples(samples, len(samples) / RATE).kind


def at_rate(played: Iterator[Samples]) -> Samples:
    return soxr.resample(next(played), PLAYED_RATE, RATE).astype(np.float32)


def loop_of(pattern: str, *, bars: int = 2, tempo: float = 121.0) -> Samples:
    score = scores.beat(np.random.default_rng(1), bars=bars, pattern=pattern, tempo=tempo)
    return at_rate(loops([score], None))


@pytest.mark.parametrize("drum", [scores.KICK, scores.SNARE, scores.OPEN_HAT])
def test_a_hit_is_a_one_shot(drum: int) -> None:
    assert kind(at_rate(sounds([scores.single(scores.DRUMS, drum)], None))) is SoundKind.ONE_SHOT


@pytest.mark.parametrize("seconds", [0.3, 1.0, 3.0])
def test_a_note_that_is_let_go_is_a_one_shot(seconds: float) -> None:
    assert kind(at_rate(sounds([scores.single(0, 60, seconds=seconds)], None))) is SoundKind.ONE_SHOT


def test_a_hit_whose_end_was_cut_off_is_one_all_the_same() -> None:
    hit = at_rate(sounds([scores.single(scores.DRUMS, scores.KICK)], None))
    assert kind(hit[: RATE // 20]) is SoundKind.ONE_SHOT


def test_a_note_that_is_held_to_its_end_is_a_one_shot() -> None:
    held = at_rate(sounds([scores.single(0, 52, seconds=4.0)], None))
    assert kind(held[: 2 * RATE]) is SoundKind.ONE_SHOT


def test_noise_that_goes_on_to_its_end_is_none() -> None:
    """It is an ambience."""
    assert kind(0.2 * np.random.default_rng(0).standard_normal(2 * RATE).astype(np.float32)) is None


@pytest.mark.parametrize("pattern", scores.BEATS)
def test_beats_cut_to_bars_are_loops(pattern: str) -> None:
    assert kind(loop_of(pattern)) is SoundKind.LOOP


def test_chords_cut_to_bars_are_a_loop() -> None:
    score = scores.harmony(np.random.default_rng(3), tonic=2, major=False, style="pulsed")
    assert kind(at_rate(loops([score], None))) is SoundKind.LOOP


@pytest.mark.parametrize("kept", [0.61, 0.71, 0.83, 0.91])
def test_a_loop_that_was_cut_anywhere_is_none(kept: float) -> None:
    whole = loop_of("rock", bars=4)
    assert kind(whole[: round(kept * len(whole))]) is None


def test_a_piece_that_fades_out_is_no_loop() -> None:
    whole = loop_of("funk", bars=4)
    faded = whole * np.linspace(1, 0, len(whole), dtype=np.float32) ** 2
    assert kind(faded) is None


def test_two_hits_are_no_one_shot_and_no_loop() -> None:
    hit = at_rate(sounds([scores.single(scores.DRUMS, scores.SNARE)], None))
    pause = np.zeros(round(0.7 * RATE), dtype=np.float32)
    assert kind(np.concatenate([hit, pause, hit])) is None


@pytest.mark.parametrize("seconds", [2.0, 8.0, 20.0])
def test_noise_is_neither(seconds: float) -> None:
    random = np.random.default_rng(1)
    assert kind((0.2 * random.standard_normal(round(seconds * RATE))).astype(np.float32)) is None


def test_a_whole_song_is_neither() -> None:
    score = scores.beat(np.random.default_rng(1), bars=4, pattern="rock", tempo=120.0)
    song = Score(score.tempo, 40 * 4, tuple(repeated(score, 10)))
    assert kind(at_rate(sounds([song], None))) is None


def repeated(score: Score, times: int) -> Iterator[scores.Note]:
    for number in range(times):
        for note in score.notes:
            yield scores.Note(note.beat + number * score.beats, note.beats, note.program, note.key, note.velocity)
