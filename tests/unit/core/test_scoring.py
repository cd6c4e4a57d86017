"""Tags are comparable, and what a vocabulary says changes them at once."""

import numpy as np
import pytest

from desktop_app.core.scoring import build_tag_matrix, prompts_of
from desktop_app.core.tag import Tag, Vocabulary

AXES = np.eye(4, dtype=np.float32)


@pytest.fixture
def reference():
    return np.random.default_rng(2).normal(0.1, 0.1, (400, 4)).astype(np.float32)


def vocabulary(*tags):
    return Vocabulary("v", "V", "", tags)


def test_each_prompt_is_embedded_once():
    tags = (Tag("a", "A", ("rain", "drizzle")), Tag("b", "B", ("rain",), ("frying",)))
    assert prompts_of([vocabulary(*tags), vocabulary(*tags)]) == ["rain", "drizzle", "frying"]


def test_a_tag_is_the_mean_of_its_prompts_less_its_counter_prompts(reference):
    prompts = {"rain": AXES[0], "drizzle": AXES[1], "frying": AXES[2]}
    plain = Tag("a", "A", ("rain", "drizzle"))
    careful = Tag("b", "B", ("rain", "drizzle"), ("frying",))
    matrix = build_tag_matrix([vocabulary(plain, careful)], prompts, reference)
    np.testing.assert_allclose(matrix.vectors[0], [0.5, 0.5, 0, 0])
    both = np.array([[1, 1, 1, 0]], np.float32)
    raw = both @ matrix.vectors.T
    assert raw[0, 1] < raw[0, 0]


def test_a_tag_applies_from_its_own_threshold(reference):
    prompts = {"rain": AXES[0]}
    tags = (Tag("easy", "Easy", ("rain",), threshold=0.1), Tag("hard", "Hard", ("rain",), threshold=0.9))
    matrix = build_tag_matrix([vocabulary(*tags)], prompts, reference)
    middling = matrix.background.usual[0] + 2 * matrix.background.spread[0]
    sound = np.array([[middling, 0, 0, 0]], np.float32)
    assert matrix.applies(sound).tolist() == [[True, False]]


def test_a_large_library_is_tagged_in_chunks_with_the_same_result(reference):
    prompts = {"rain": AXES[0], "wind": AXES[1]}
    matrix = build_tag_matrix([vocabulary(Tag("a", "A", ("rain",)), Tag("b", "B", ("wind",)))], prompts, reference)
    sounds = np.random.default_rng(3).normal(0.2, 0.2, (40_000, 4)).astype(np.float32)
    np.testing.assert_array_equal(matrix.applies(sounds), matrix.scores(sounds) >= 0.5)


def test_no_tags_and_no_sounds_are_fine(reference):
    assert build_tag_matrix([], {}, reference).applies(reference).shape == (400, 0)
    matrix = build_tag_matrix([vocabulary(Tag("a", "A", ("rain",)))], {"rain": AXES[0]}, reference)
    assert matrix.applies(np.empty((0, 4), np.float32)).shape == (0, 1)
