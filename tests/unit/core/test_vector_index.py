"""Embeddings are found again, exactly, however many there are."""

import numpy as np
import pytest

from desktop_app.core.vector_index import VectorIndex, likeness, stored_precision


@pytest.fixture
def vectors():
    return np.random.default_rng(1).standard_normal((3000, 8)).astype(np.float32)


def names(count):
    return [number.to_bytes(16, "big") for number in range(count)]


def test_rows_are_kept_in_order_while_the_matrix_grows(vectors):
    index = VectorIndex(8)
    for start in range(0, 3000, 700):
        index.add(names(3000)[start : start + 700], vectors[start : start + 700])
    assert len(index) == 3000
    np.testing.assert_array_equal(index.matrix, vectors)


def test_a_view_taken_earlier_is_not_changed_by_growth(vectors):
    index = VectorIndex(8)
    index.add(names(10), vectors[:10])
    before = index.matrix
    index.add(names(3000)[10:], vectors[10:])
    np.testing.assert_array_equal(before, vectors[:10])


def test_two_copies_of_a_sound_share_a_row(vectors):
    index = VectorIndex(8)
    index.add([b"a", b"b", b"a"], vectors[:3])
    index.add([b"b"], vectors[5:6])
    assert len(index) == 2
    np.testing.assert_array_equal(index.matrix, vectors[:2])
    assert b"a" in index
    assert b"c" not in index


def test_unknown_and_unheard_sounds_have_no_row(vectors):
    index = VectorIndex(8)
    index.add([b"a"], vectors[:1])
    assert index.rows([b"a", None, b"x"]).tolist() == [0, -1, -1]


def test_scores_are_dot_products_and_likeness_is_a_cosine(vectors):
    index = VectorIndex(8)
    index.add(names(50), vectors[:50])
    np.testing.assert_allclose(index.matrix @ vectors[3], vectors[:50] @ vectors[3], rtol=1e-5)
    cosines = likeness(index.matrix, 2 * vectors[3])
    assert cosines.argmax() == 3
    assert cosines[3] == pytest.approx(1, abs=1e-6)


def test_a_vector_without_length_is_like_nothing():
    index = VectorIndex(2)
    index.add([b"a"], np.zeros((1, 2), np.float32))
    assert likeness(index.matrix, np.array([1, 0], np.float32)).tolist() == [0]


def test_what_is_stored_scores_the_same_as_what_was_heard(vectors):
    once = stored_precision(vectors)
    np.testing.assert_array_equal(stored_precision(once), once)
    np.testing.assert_array_equal(once.astype(np.float16).astype(np.float32), once)
