"""What a sound has of each class and what a text names, with classes and names made by hand."""

import numpy as np
import pytest

from desktop_app.engine.starter.class_scores import ClassScores
from desktop_app.engine.starter.onnx_network import Numbers
from desktop_app.engine.starter.starter_files import TextRule
from desktop_app.engine.starter.yamnet import PatchFeatures

RULE = TextRule(temperature=0.03, gate_low=0.45, gate_high=0.75)
CAT, DOG, RAIN, NEARLY_RAIN = (np.eye(4, dtype=np.float32)[axis] for axis in range(4))


@pytest.fixture
def classes() -> ClassScores:
    """Two classes of which the second has two names, told in three directions of which the last is their difference."""
    return ClassScores(
        {
            "names": np.stack([CAT, DOG, RAIN]).astype(np.float16),
            "name_class": np.array([0, 1, 1], dtype=np.int16),
            "spread": np.array([0.5, 2.0], dtype=np.float32),
            "mean": np.array([0.4, 0.1], dtype=np.float32),
            "directions": np.array([[1, 0], [0, 1], [1, -1]], dtype=np.float16),
        },
        RULE,
    )


def heard(*patches: tuple[float, float]) -> PatchFeatures:
    nothing: Numbers = np.zeros((len(patches), 1), dtype=np.float32)
    return PatchFeatures(np.array(patches, dtype=np.float32), nothing, nothing, nothing, seconds=1.0)


def test_a_sound_has_of_each_class_what_its_highest_score_goes_beyond_the_usual(classes: ClassScores) -> None:
    """Roots .8 and .6 in units of spread are 1.6 and .3: 1.2 and .2 beyond the mean."""
    vector = classes.hear(heard((0.64, 0.01), (0.25, 0.36)))
    assert vector.dtype == np.float32
    np.testing.assert_allclose(vector, [1.2, 0.2, 1.0], rtol=1e-6)


def test_a_class_that_is_not_heard_counts_against_the_sound(classes: ClassScores) -> None:
    np.testing.assert_allclose(classes.hear(heard((0.0, 0.0))), [-0.4, -0.1, -0.3], rtol=1e-6)


@pytest.mark.parametrize(("name", "expected"), [(CAT, [1, 0, 1]), (DOG, [0, 1, -1]), (RAIN, [0, 1, -1])])
def test_a_class_is_named_by_any_of_its_names(classes: ClassScores, name: Numbers, expected: list[float]) -> None:
    vector = classes.read(name)
    assert vector.dtype == np.float32
    np.testing.assert_allclose(vector, expected, atol=1e-6)


def test_a_text_between_two_names_speaks_of_both(classes: ClassScores) -> None:
    """Roots of the shares, so that lengths stay: each has a half; the gate is open by (.707 - .45) / .3."""
    vector = classes.read((CAT + RAIN) / np.float32(np.sqrt(2)))
    np.testing.assert_allclose(vector[:2], np.sqrt([0.5, 0.5]) * (np.sqrt(0.5) - 0.45) / 0.3, rtol=1e-4)


@pytest.mark.parametrize(("likeness", "part"), [(0.3, 0.0), (0.45, 0.0), (0.6, 0.5), (0.75, 1.0), (0.9, 1.0)])
def test_a_text_speaks_of_classes_as_far_as_it_comes_near_one(
    classes: ClassScores, likeness: float, part: float
) -> None:
    text = np.float32(likeness) * CAT + np.float32(np.sqrt(1 - likeness**2)) * NEARLY_RAIN
    np.testing.assert_allclose(classes.read(text), [part, 0, part], atol=1e-4)


def test_names_are_unpacked_from_whole_numbers() -> None:
    """As they are committed: int8 with a scale for each stretch of a row."""
    packed = ClassScores(
        {
            "names": np.array([[127, 0, 0, 0], [0, 0, 127, 0]], dtype=np.int8),
            "names.scale": np.full((2, 2), 1 / 127, dtype=np.float32),
            "name_class": np.array([0, 1], dtype=np.int16),
            "spread": np.ones(2, dtype=np.float32),
            "mean": np.zeros(2, dtype=np.float32),
            "directions": np.eye(2, dtype=np.float16),
        },
        RULE,
    )
    np.testing.assert_allclose(packed.read(RAIN), [0, 1], atol=1e-6)
