"""YAMNet against the original in TensorFlow, and against itself on sounds of every length."""

import numpy as np
import pytest
import torch
from safetensors.numpy import load_file
from torch.nn import functional

from desktop_app.engine.starter import yamnet
from desktop_app.engine.starter.yamnet import Yamnet, magnitudes, patch_count, patch_windows, stretches
from tests.starter_files import GOLDEN, RECORDINGS, STARTER, recording

TOLERANCE = 2e-3
"""Of a score (0..1). With the original's float32 weights ours is within 2e-5 of TensorFlow's scores here;
storing the large layers as float16 makes it 1.1e-3."""


@pytest.fixture(scope="module")
def network() -> Yamnet:
    return Yamnet((STARTER / "yamnet.onnx").read_bytes(), load_file(STARTER / "yamnet.safetensors"))


def noise(samples: int, seed: int = 1) -> np.ndarray:
    return (np.random.default_rng(seed).standard_normal(samples) * 0.1).astype(np.float32)


def test_at_least_a_dozen_recordings_are_compared() -> None:
    assert len(RECORDINGS) >= 12


@pytest.mark.parametrize("name", RECORDINGS)
def test_scores_are_those_of_the_original(network: Yamnet, name: str) -> None:
    with np.load(GOLDEN / "scores.npz") as original:
        expected = original[name]
    scores = network.listen(recording(name)).scores
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
def test_patches_cover_a_sound_to_its_end(samples: int, patches: int) -> None:
    assert patch_count(samples) == patches
    assert 15_600 + (patches - 1) * 7_680 >= samples


def test_a_sound_shorter_than_a_patch_is_padded_with_silence(network: Yamnet) -> None:
    short = noise(4_000)
    padded = np.concatenate([short, np.zeros(11_600, dtype=np.float32)])
    np.testing.assert_array_equal(network.listen(short).scores, network.listen(padded).scores)


def test_the_last_sample_is_heard(network: Yamnet) -> None:
    """A click in the last, padded patch changes that patch and no other."""
    sound = noise(40_000)
    clicked = sound.copy()
    clicked[-1] = 1.0
    changed = (network.listen(sound).scores != network.listen(clicked).scores).any(axis=1)
    assert changed.tolist() == [False] * (len(changed) - 1) + [True]


@pytest.mark.parametrize("patches_at_once", [1, 7, 100])
def test_windows_of_a_long_sound_do_not_change_what_is_heard(network: Yamnet, patches_at_once: int) -> None:
    sound = noise(16_000 * 25 + 123)
    whole, parts = network.listen(sound), network.listen(sound, patches_at_once=patches_at_once)
    assert patch_count(len(sound)) > yamnet.PATCHES_AT_ONCE
    for field in ("scores", "embedding", "middle", "log_mel"):
        np.testing.assert_allclose(getattr(parts, field), getattr(whole, field), atol=2e-5, rtol=1e-5)
    assert parts.seconds == whole.seconds == len(sound) / 16_000


def test_only_a_window_of_a_long_sound_is_in_memory(network: Yamnet, monkeypatch: pytest.MonkeyPatch) -> None:
    counts: list[int] = []

    def counted(stretch: np.ndarray, count: int) -> np.ndarray:
        assert len(stretch) <= 16_000 * 11
        counts.append(count)
        return magnitudes(stretch, count)

    monkeypatch.setattr(yamnet, "magnitudes", counted)
    sound = noise(16_000 * 40)
    for number, window in enumerate(network.windows(sound), start=1):
        assert len(counts) == number
        assert len(window.scores) == counts[-1]
    assert max(counts) <= yamnet.PATCHES_AT_ONCE
    assert sum(counts) == patch_count(len(sound))


@pytest.mark.parametrize("size", [100, 7_680, 50_001, 10**6])
@pytest.mark.parametrize("samples", [0, 1, 15_600, 16_000 * 25 + 123])
def test_windows_of_a_sound_that_goes_by_are_those_of_the_whole_one(samples: int, size: int) -> None:
    sound = noise(samples)
    blocks = np.split(sound, range(size, samples, size))
    counts = patch_windows(patch_count(samples), 20)
    found = list(stretches(blocks, samples, 20))
    assert [count for _stretch, count in found] == [count for _first, count in counts]
    for (stretch, count), (first, _count) in zip(found, counts, strict=True):
        start = first * 48 * 160
        np.testing.assert_array_equal(stretch, sound[start : start + 15_600 + (count - 1) * 48 * 160])


@pytest.mark.parametrize(
    ("patches", "sizes"), [(1, [1]), (20, [20]), (21, [10, 11]), (124, [17, 18, 18, 17, 18, 18, 18])]
)
def test_windows_are_as_few_as_will_do_and_of_one_size(patches: int, sizes: list[int]) -> None:
    """A long sound's end must not be a window of one patch that counts as much as the others."""
    windows = patch_windows(patches, 20)
    assert [count for _first, count in windows] == sizes
    assert [first for first, _count in windows] == [sum(sizes[:number]) for number in range(len(sizes))]


def test_a_window_knows_how_much_of_the_sound_it_heard(network: Yamnet) -> None:
    """25 s in three windows; two halves of neighbouring patches are heard by both."""
    windows = list(network.windows(noise(16_000 * 25)))
    assert [len(window.log_mel) for window in windows] == [48 * 18, 48 * 18, 2_500 - 48 * 34]
    assert [window.seconds for window in windows] == pytest.approx([8.655, 8.655, 25 - 34 * 0.48])


def by_torch(log_mel: np.ndarray) -> dict[str, np.ndarray]:
    """The published network written down a second time: patches [n, 96, 64] -> what is kept of them."""
    weights = {name: torch.tensor(weight).float() for name, weight in load_file(STARTER / "yamnet.safetensors").items()}
    maps, kept = torch.tensor(log_mel)[:, None], []
    names = ["conv0", *(f"{kind}{layer}" for layer in range(1, 14) for kind in ("dw", "pw"))]
    for name in names:
        kernel, bias = weights[f"{name}.weight"], weights[f"{name}.bias"]
        halved = name in ("conv0", "dw2", "dw4", "dw6", "dw12")
        edge = kernel.shape[-1] // 2
        maps = functional.pad(maps, (0, 1, 0, 1) if halved else (edge,) * 4)
        groups = len(kernel) if name.startswith("dw") else 1
        maps = functional.relu(functional.conv2d(maps, kernel, bias, 2 if halved else 1, groups=groups))
        if name in ("pw6", "pw9", "pw11"):
            kept += [maps.mean((2, 3)), maps.amax((2, 3))]
    embedding = maps.mean((2, 3))
    scores = torch.sigmoid(functional.linear(embedding, weights["fc.weight"], weights["fc.bias"]))
    return {"middle": torch.cat(kept, 1).numpy(), "embedding": embedding.numpy(), "scores": scores.numpy()}


@pytest.mark.parametrize("name", ["misc_crow", "guit_harmonics", "drum_cymbal_closed"])
def test_the_layers_are_those_of_the_published_network(network: Yamnet, name: str) -> None:
    """Means and maxima of layers 6, 9 and 11, embedding and scores."""
    sound = np.resize(recording(name), 15_600 + 2 * 7_680)
    features = network.listen(sound)
    patches = np.stack([features.log_mel[first : first + 96] for first in (0, 48, 96)])
    for field, expected in by_torch(patches).items():
        np.testing.assert_allclose(getattr(features, field), expected, atol=1e-3, rtol=1e-3)


@pytest.mark.parametrize(("samples", "frames"), [(0, 4), (1, 4), (800, 5), (15_600, 96), (15_601, 97), (32_000, 200)])
def test_only_the_frames_of_the_sound_itself_are_given(network: Yamnet, samples: int, frames: int) -> None:
    """The silence that fills the last patch would make every short sound look quiet."""
    features = network.listen(noise(samples))
    assert features.log_mel.shape == (frames, 64)
    assert features.seconds == samples / 16_000


def log_mel(network: Yamnet, sound: np.ndarray) -> np.ndarray:
    return network.listen(sound).log_mel


def test_a_sine_stands_in_the_band_of_its_frequency(network: Yamnet) -> None:
    """1000 Hz is 1000.0 mel on the HTK scale; 64 bands between 125 and 7500 Hz put it into the 23rd."""
    sine = np.sin(2 * np.pi * 1000 * np.arange(15_600) / 16_000).astype(np.float32)
    bands = log_mel(network, sine).mean(axis=0)
    edges = np.linspace(*(1127 * np.log1p(np.array([125, 7500]) / 700)), 66)
    assert int(bands.argmax()) == int(np.abs(edges[1:-1] - 1127 * np.log1p(1000 / 700)).argmin())


def test_silence_is_the_floor_of_the_front_end(network: Yamnet) -> None:
    silence = log_mel(network, np.zeros(15_600, dtype=np.float32))
    np.testing.assert_allclose(silence, np.log(0.001), rtol=1e-6)


def test_the_spectrum_is_that_of_the_windowed_frames() -> None:
    """The third frame of the second patch, by the textbook's sum."""
    sound = noise(16_000 * 2)
    start = (48 + 2) * 160
    frame = sound[start : start + 400] * np.hanning(401)[:400]
    angles = np.exp(-2j * np.pi * np.outer(np.arange(257), np.arange(400)) / 512)
    np.testing.assert_allclose(magnitudes(sound[48 * 160 :][:15_600], 1)[2], np.abs(angles @ frame), atol=1e-5)
