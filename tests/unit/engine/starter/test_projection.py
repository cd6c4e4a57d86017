"""What the trained block looks at, in which order, and what it makes of sounds that hardly are any."""

import math

import numpy as np
import pytest

from desktop_app.engine.starter.onnx_network import Numbers
from desktop_app.engine.starter.projection import Projection, window_features
from desktop_app.engine.starter.yamnet import PatchFeatures

FEATURES = 5834
EMBEDDING = slice(0, 2048)
SCORES = slice(2048, 2569)
MIDDLE = slice(2569, 5641)
BANDS = slice(5641, 5833)


def made(patches: int = 2, frames: int = 144, *, seconds: float = 1.44, seed: int = 3) -> PatchFeatures:
    """What a network might have said: no two numbers are alike."""
    rng = np.random.default_rng(seed)

    def numbers(*shape: int) -> Numbers:
        return rng.random(shape, dtype=np.float32)

    return PatchFeatures(
        numbers(patches, 521), numbers(patches, 1024), numbers(patches, 3072), numbers(frames, 64) * 4 - 6, seconds
    )


@pytest.fixture
def projection() -> Projection:
    rng = np.random.default_rng(5)
    return Projection(
        {
            "sound.weight": (rng.standard_normal((384, FEATURES)) * 0.01).astype(np.float16),
            "sound.bias": rng.standard_normal(384).astype(np.float16),
            "text.weight": (rng.standard_normal((384, 384)) * 0.01).astype(np.float16),
        }
    )


def test_the_last_layer_comes_first_as_roots_of_maxima_and_of_means() -> None:
    heard = made()
    features = window_features(heard)
    assert features.shape == (FEATURES,)
    assert features.dtype == np.float32
    expected = [*np.sqrt(heard.embedding.max(axis=0)), *np.sqrt(heard.embedding.mean(axis=0))]
    np.testing.assert_allclose(features[EMBEDDING], expected, rtol=1e-6)


def test_class_scores_are_told_by_the_logarithms_of_their_means() -> None:
    heard = made()
    expected = [0.3 * math.log(mean + 1e-4) for mean in heard.scores.mean(axis=0)]
    np.testing.assert_allclose(window_features(heard)[SCORES], expected, rtol=1e-5, atol=1e-6)


def test_of_each_middle_layer_means_are_averaged_and_the_highest_maximum_is_kept() -> None:
    heard = made()
    expected = []
    for layer in range(3):
        means = heard.middle[:, 1024 * layer : 1024 * layer + 512]
        maxima = heard.middle[:, 1024 * layer + 512 : 1024 * layer + 1024]
        expected += [*np.sqrt(means.mean(axis=0)), *np.sqrt(maxima.max(axis=0))]
    np.testing.assert_allclose(window_features(heard)[MIDDLE], expected, rtol=1e-6)


def test_bands_are_told_by_mean_deviation_and_maximum_and_the_length_comes_last() -> None:
    heard = made()
    expected = [*heard.log_mel.mean(axis=0), *heard.log_mel.std(axis=0), *heard.log_mel.max(axis=0)]
    features = window_features(heard)
    np.testing.assert_allclose(features[BANDS], expected, rtol=1e-5)
    assert features[-1] == pytest.approx(math.log(1.44))


@pytest.mark.parametrize(("seconds", "counted"), [(0.0, 0.01), (0.001, 0.01), (0.02, 0.02)])
def test_a_sound_of_next_to_nothing_counts_as_a_hundredth_of_a_second(seconds: float, counted: float) -> None:
    assert window_features(made(1, 4, seconds=seconds))[-1] == pytest.approx(math.log(counted))


def test_a_network_that_says_nothing_at_all_is_no_reason_for_odd_numbers(projection: Projection) -> None:
    nothing = PatchFeatures(
        *(np.zeros(shape, dtype=np.float32) for shape in ((1, 521), (1, 1024), (1, 3072), (4, 64))), seconds=0.0
    )
    assert np.isfinite(window_features(nothing)).all()
    assert np.isfinite(projection.hear(nothing)).all()


def test_sounds_and_texts_lie_on_the_unit_sphere(projection: Projection) -> None:
    meaning = np.random.default_rng(8).standard_normal(384).astype(np.float32)
    for vector in (projection.hear(made()), projection.hear(made(1, 4, seconds=0.0)), projection.read(meaning)):
        assert vector.shape == (384,)
        assert vector.dtype == np.float32
        assert float(np.linalg.norm(vector)) == pytest.approx(1.0, abs=1e-6)


def test_a_sound_is_its_features_times_the_matrix_and_a_text_its_meaning_nudged() -> None:
    """By matrices of which it is known where they lead: one feature, and one direction of meaning, swapped."""
    sound, text = np.zeros((384, FEATURES)), np.zeros((384, 384))
    sound[7, FEATURES - 1] = 2.0
    text[3, 4] = 2.0
    known = Projection({"sound.weight": sound, "sound.bias": np.eye(384)[9] * 3.0, "text.weight": text})
    heard = known.hear(made(seconds=math.e**2))
    assert {int(place): round(float(heard[place]), 5) for place in np.flatnonzero(heard)} == {7: 0.8, 9: 0.6}
    read = known.read(np.eye(384, dtype=np.float32)[4])
    expected = {3: round(2 / math.sqrt(5), 5), 4: round(1 / math.sqrt(5), 5)}
    assert {int(place): round(float(read[place]), 5) for place in np.flatnonzero(read)} == expected


def test_a_meaning_of_nothing_is_nowhere(projection: Projection) -> None:
    assert not projection.read(np.zeros(384, dtype=np.float32)).any()


def test_the_same_window_has_the_same_bits_wherever_its_numbers_lie(projection: Projection) -> None:
    """Sums in another order would be other sums; where in memory an array begins must not change the order."""

    def moved(numbers: Numbers) -> Numbers:
        return np.concatenate([np.zeros(1, dtype=np.float32), numbers.ravel()])[1:].reshape(numbers.shape)

    heard = made()
    fields = (moved(field) for field in (heard.scores, heard.embedding, heard.middle, heard.log_mel))
    elsewhere = PatchFeatures(*fields, seconds=heard.seconds)
    between = projection.hear(made(seed=4))
    np.testing.assert_array_equal(projection.hear(elsewhere), projection.hear(heard))
    assert (projection.hear(heard) != between).any()
