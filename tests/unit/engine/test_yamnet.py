"""YAMNet against the original in TensorFlow, and against itself on sounds of every length."""

import numpy as np
import pytest
import torch
from safetensors.torch import load_file

from desktop_app.engine import yamnet
from desktop_app.engine.yamnet import Yamnet, log_mel_patches, patch_count
from tests.starter_files import GOLDEN, RECORDINGS, STARTER, recording

TOLERANCE = 2e-3
"""Of a score (0..1). With the original's float32 weights ours is within 2e-5 of TensorFlow's scores here;
storing the large layers as float16 makes it 1.1e-3."""


@pytest.fixture(scope="module")
def network() -> Yamnet:
    torch.set_num_threads(1)
    return Yamnet(load_file(STARTER / "yamnet.safetensors"))


def noise(samples: int, seed: int = 1) -> np.ndarray:
    return (np.random.default_rng(seed).standard_normal(samples) * 0.1).astype(np.float32)


def test_at_least_a_dozen_recordings_are_compared() -> None:
    assert len(RECORDINGS) >= 12


@pytest.mark.parametrize("name", RECORDINGS)
def test_scores_are_those_of_the_original(network: Yamnet, name: str) -> None:
    with np.load(GOLDEN / "scores.npz") as original:
        expected = original[name]
    scores = network.class_scores(recording(name)).numpy()
    assert scores.shape == expected.shape
    np.testing.assert_allclose(scores, expected, atol=TOLERANCE, rtol=0)


def test_the_golden_scores_could_not_be_met_by_silence() -> None:
    """Guards the comparison above: each recording makes some class speak up, far beyond the tolerance."""
    with np.load(GOLDEN / "scores.npz") as original:
        assert all(original[name].max() > 0.1 for name in RECORDINGS)


@pytest.mark.parametrize(
    ("samples", "patches"),
    [(0, 1), (1, 1), (15_600, 1), (15_601, 2), (23_280, 2), (23_281, 3), (160_000, 20), (16_000 * 60, 124)],
)
def test_patches_cover_a_sound_to_its_end(network: Yamnet, samples: int, patches: int) -> None:
    assert patch_count(samples) == patches
    assert 15_600 + (patches - 1) * 7_680 >= samples


def test_a_sound_shorter_than_a_patch_is_padded_with_silence(network: Yamnet) -> None:
    short = noise(4_000)
    padded = np.concatenate([short, np.zeros(11_600, dtype=np.float32)])
    torch.testing.assert_close(network.class_scores(short), network.class_scores(padded), atol=0, rtol=0)


def test_the_last_sample_is_heard(network: Yamnet) -> None:
    """A click in the last, padded patch changes that patch and no other."""
    sound = noise(40_000)
    clicked = sound.copy()
    clicked[-1] = 1.0
    changed = (network.class_scores(sound) != network.class_scores(clicked)).any(1)
    assert changed.tolist() == [False] * (len(changed) - 1) + [True]


@pytest.mark.parametrize("patches_at_once", [1, 7, 100])
def test_stretches_of_a_long_sound_do_not_change_its_scores(network: Yamnet, patches_at_once: int) -> None:
    sound = noise(16_000 * 25 + 123)
    whole = network.class_scores(sound)
    parts = network.class_scores(sound, patches_at_once=patches_at_once)
    assert patch_count(len(sound)) > yamnet.PATCHES_AT_ONCE
    torch.testing.assert_close(parts, whole, atol=1e-5, rtol=0)


def test_only_a_stretch_of_a_long_sound_is_in_memory(network: Yamnet, monkeypatch: pytest.MonkeyPatch) -> None:
    counts: list[int] = []

    def counted(sound: np.ndarray, first: int, count: int) -> torch.Tensor:
        counts.append(count)
        return log_mel_patches(sound, first, count)

    monkeypatch.setattr(yamnet, "log_mel_patches", counted)
    network.class_scores(noise(16_000 * 40))
    assert max(counts) == yamnet.PATCHES_AT_ONCE
    assert sum(counts) == patch_count(16_000 * 40)


def test_a_sine_stands_in_the_band_of_its_frequency() -> None:
    """1000 Hz is 1000.0 mel on the HTK scale; 64 bands between 125 and 7500 Hz put it into the 23rd."""
    sine = np.sin(2 * np.pi * 1000 * np.arange(15_600) / 16_000).astype(np.float32)
    bands = log_mel_patches(sine, 0, 1)[0].mean(0)
    edges = np.linspace(*(1127 * np.log1p(np.array([125, 7500]) / 700)), 66)
    assert int(bands.argmax()) == int(np.abs(edges[1:-1] - 1127 * np.log1p(1000 / 700)).argmin())


def test_silence_is_the_floor_of_the_front_end() -> None:
    patch = log_mel_patches(np.zeros(15_600, dtype=np.float32), 0, 1)
    torch.testing.assert_close(patch, torch.full((1, 96, 64), float(np.log(0.001))))
