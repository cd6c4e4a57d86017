"""Thumbnails show what is in the sound, at any length."""

from pathlib import Path

import numpy as np
import pytest

from desktop_app.engine.decoding.audio import decode
from desktop_app.engine.decoding.waveform import Envelope, thumbnail, thumbnail_envelope
from tests import sounds


@pytest.mark.parametrize("blocks", [1, 3, 50])
@pytest.mark.parametrize("samples", [1, 255, 256, 5000, 70_001])
def test_an_envelope_is_the_same_however_the_sound_arrives_and_stays_small(samples: int, blocks: int) -> None:
    mono = np.random.default_rng(samples).uniform(-1, 1, samples).astype(np.float32)
    envelope = Envelope(hop=1, most=64)
    for block in np.array_split(mono, blocks):
        envelope.add(block)
    points = envelope.points()
    assert len(points) <= 65
    assert envelope.samples == samples
    stretches = [mono[start : start + envelope.hop] for start in range(0, samples, envelope.hop)]
    np.testing.assert_array_equal(points, [(stretch.min(), stretch.max()) for stretch in stretches])
    assert envelope.peak() == np.abs(mono).max()


@pytest.mark.parametrize("samples", [3, 150, 200, 4000, 400_000])
def test_a_thumbnail_has_200_columns_that_follow_the_sound(samples: int) -> None:
    mono = np.linspace(0, 1, samples, dtype=np.float32)
    envelope = thumbnail_envelope()
    envelope.add(mono)
    columns = np.frombuffer(thumbnail(envelope), dtype=np.int8).reshape(200, 2)
    assert (np.diff(columns[:, 1].astype(int)) >= 0).all()
    assert columns[-1, 1] == 127
    assert columns[0, 0] == 0


def test_a_thumbnail_of_nothing_is_flat() -> None:
    assert thumbnail(thumbnail_envelope()) == bytes(400)


def test_a_sound_that_is_just_audible_is_not_drawn_as_nothing(tmp_path: Path) -> None:
    decoded = decode(sounds.make(tmp_path, "wav24", frames=sounds.tone(level=0.001)), sample_rate=sounds.RATE)
    assert np.frombuffer(decoded.thumbnail, dtype=np.int8).any()
