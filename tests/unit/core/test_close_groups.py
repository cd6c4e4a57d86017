"""Groups of vectors that are almost alike, found without comparing each with each."""

import numpy as np

from desktop_app.core.close_groups import group_close
from desktop_app.core.vector_index import Rows, Vectors

COSINE = 0.97


def scattered(count: int, *, copies: int, seed: int = 1) -> Vectors:
    """Vectors [count, 32] around a few centres, the last `copies` of which are nearly earlier ones."""
    random = np.random.default_rng(seed)
    vectors = random.standard_normal((20, 32))[random.integers(0, 20, count)] + 0.5 * random.standard_normal(
        (count, 32)
    )
    vectors /= np.linalg.norm(vectors, axis=1, keepdims=True)
    sources = random.integers(0, count - copies, copies)
    vectors[count - copies :] = vectors[sources] + 0.015 * random.standard_normal((copies, 32))
    return (3 * vectors).astype(np.float32)


def cosines(vectors: Vectors) -> Vectors:
    unit = vectors / np.linalg.norm(vectors, axis=1, keepdims=True)
    result: Vectors = unit @ unit.T
    return result


def check(vectors: Vectors, labels: Rows) -> None:
    """Every row is like its leader, no leader is like another, and who leads is in its own group."""
    like = cosines(vectors)
    rows = np.arange(len(vectors))
    assert (like[rows, labels] >= COSINE - 1e-5).all()
    leaders = np.flatnonzero(labels == rows)
    assert (labels[labels] == labels).all()
    between = like[np.ix_(leaders, leaders)]
    np.fill_diagonal(between, -1)
    assert between.max() < COSINE + 1e-5


def test_nothing_that_comparing_each_with_each_finds_is_missed() -> None:
    vectors = scattered(3_000, copies=400)
    labels = group_close(vectors, COSINE)
    check(vectors, labels)
    like = np.triu(cosines(vectors) >= COSINE, 1)
    assert like.any()
    assert len(np.unique(labels)) < 2_700
    alone = ~(like.any(axis=0) | like.any(axis=1))
    assert (labels[alone] == np.flatnonzero(alone)).all()


def test_what_comes_later_joins_what_is_known() -> None:
    vectors = scattered(2_000, copies=300)
    known = group_close(vectors[:1_500], COSINE)
    labels = group_close(vectors, COSINE, known=known)
    assert (labels[:1_500] == known).all()
    check(vectors, labels)
    assert (group_close(vectors, COSINE, known=labels) == labels).all()


def test_many_equal_vectors_are_one_group() -> None:
    vectors = np.tile(scattered(1, copies=0), (5_000, 1))
    assert len(np.unique(group_close(vectors, COSINE))) == 1


def test_vectors_without_length_are_like_none() -> None:
    vectors = np.zeros((4, 8), dtype=np.float32)
    vectors[3] = vectors[1] = 1
    labels = group_close(vectors, COSINE)
    assert labels[1] == labels[3]
    assert len(np.unique(labels)) == 3
    assert group_close(np.zeros((3, 8), dtype=np.float32), COSINE).tolist() == [0, 1, 2]
    assert len(group_close(np.zeros((0, 8), dtype=np.float32), COSINE)) == 0


def test_it_can_be_ended_early() -> None:
    vectors = scattered(2_000, copies=300)
    assert (group_close(vectors, COSINE, cancelled=lambda: True) == np.arange(2_000)).all()
    known = np.arange(1_000)
    assert (group_close(vectors, COSINE, known=known, cancelled=lambda: True) == np.arange(2_000)).all()
