"""Patches of DrumSynth sound as their settings say."""

import importlib
from typing import Any

import numpy as np
import pytest
from numpy.typing import NDArray

from tests.starter_files import ROOT

HEAD = "[General]\nVersion=DrumSynth v2.0\nTuning=0\nStretch=100\nLevel=0\nFilter=0\nFilterEnv=0,100 442000,100\n"
TONE = "[Tone]\nOn=1\nLevel=128\nF1=440\nF2=440\nDroop=0\nPhase=0\nEnvelope=0,100 44100,100 44101,0\n"
NOISE = "[Noise]\nOn=1\nLevel=100\nSlope=0\nEnvelope=0,100 4410,0\n"


SAMPLE_RATE = 44_100


@pytest.fixture(autouse=True)
def _scripts_on_the_path(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.syspath_prepend(str(ROOT / "packaging" / "starter_model"))


def play_patch(content: bytes) -> tuple[NDArray[Any], int]:
    sound, rate = importlib.import_module("corpus.drum_patches").play_patch(content)
    return sound, rate


def patch(*sections: str) -> bytes:
    return "\r\n".join("".join(sections).splitlines()).encode("latin-1")


def pitch(sound: NDArray[Any]) -> float:
    """Hz of the strongest partial."""
    return float(np.abs(np.fft.rfft(sound)).argmax() * SAMPLE_RATE / len(sound))


def test_a_tone_has_its_pitch_and_level() -> None:
    sound, rate = play_patch(patch(HEAD, TONE))
    assert rate == SAMPLE_RATE
    assert pitch(sound[:44_100]) == pytest.approx(440, abs=2)
    assert np.abs(sound).max() == pytest.approx(0.5, abs=0.01)


def test_tuning_raises_the_pitch_by_semitones() -> None:
    sound, _ = play_patch(patch(HEAD.replace("Tuning=0", "Tuning=12"), TONE))
    assert pitch(sound[:44_100]) == pytest.approx(880, abs=2)


def test_a_drooping_tone_falls_fast_first() -> None:
    falling = TONE.replace("F2=440", "F2=110")
    straight, _ = play_patch(patch(HEAD, falling))
    drooping, _ = play_patch(patch(HEAD, falling.replace("Droop=0", "Droop=50")))
    assert pitch(drooping[11_025:22_050]) < pitch(straight[11_025:22_050]) - 50


def test_noise_ends_with_its_envelope_and_is_the_same_every_time() -> None:
    content = patch(HEAD, NOISE)
    sound, _ = play_patch(content)
    assert np.abs(sound[:2_000]).max() > 0.2
    assert not np.abs(sound[4_410:]).any()
    assert np.array_equal(sound, play_patch(content)[0])


def test_a_closed_filter_takes_the_brightness_out() -> None:
    closed = HEAD.replace("Filter=0\n", "Filter=1\nResonance=0\n").replace("0,100 442000,100", "0,10 442000,10")
    bright, dull = (np.abs(np.fft.rfft(play_patch(patch(head, NOISE))[0])) for head in (HEAD, closed))
    upper = slice(len(bright) // 2, None)
    assert dull[upper].sum() < 0.3 * bright[upper].sum()


def test_clipping_holds_the_level() -> None:
    sound, _ = play_patch(patch(HEAD, TONE, "[Distortion]\nOn=1\nClipping=20\nBits=0\nRate=0\n"))
    assert np.abs(sound).max() == pytest.approx(0.5, abs=0.01)
    assert np.mean(np.abs(sound[:44_100]) > 0.49) > 0.8


@pytest.mark.parametrize("content", [b"", b"[General]\nVersion=Other v1.0\n", b"\x00\xff" * 50])
def test_something_else_is_refused(content: bytes) -> None:
    with pytest.raises(ValueError, match="no patch"):
        play_patch(content)
