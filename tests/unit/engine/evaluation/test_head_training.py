"""A head learns what labels have in common, is judged by what it never saw, and knows that most sounds are none."""

from dataclasses import replace

import numpy as np
import pytest

from desktop_app.core.evaluation import Truth
from desktop_app.core.head_fitting import group_sounds
from desktop_app.core.scoring import build_tag_matrix
from desktop_app.core.tag import Tag, Vocabulary
from desktop_app.core.vector_index import Vectors
from desktop_app.engine.evaluation.head_training import (
    HeadTrainingError,
    Material,
    TrainedHead,
    check_groups,
    train_head,
)

DIMENSION = 48
LABELS = ("kick", "snare", "hat")
CENTRES = np.eye(3, DIMENSION)
REFERENCE = np.random.default_rng(9).normal(0, 1, (400, DIMENSION))


def unit(vectors: Vectors) -> Vectors:
    return (vectors / np.linalg.norm(vectors, axis=1, keepdims=True)).astype(np.float32)


def around(centres: Vectors, spread: float = 0.12, seed: int = 1) -> Vectors:
    return unit(centres + np.random.default_rng(seed).normal(0, spread, centres.shape))


def material(each: int = 20, words: Vectors | None = None) -> Material:
    """Sounds around three centres, so many of each label, and words that say nothing."""
    chosen = np.repeat(np.arange(3), each)
    sounds = around(CENTRES[chosen])
    truth = Truth(LABELS, chosen[:, None] == np.arange(3))
    silent = np.zeros((3, DIMENSION), dtype=np.float32)
    groups, splits = group_sounds(sounds, [""] * len(sounds)), ("",) * len(sounds)
    return Material(sounds, truth, groups, splits, silent if words is None else words, unit(REFERENCE))


def scores(trained: TrainedHead, sounds: Vectors) -> Vectors:
    """As a library's tags would score them."""
    tags = tuple(Tag(label, label, (label,), head=head) for label, head in zip(LABELS, trained.heads, strict=True))
    return build_tag_matrix([Vocabulary("v", "V", "", tags)], {}, unit(REFERENCE), "words/1").scores(sounds)


def test_each_label_is_learned_and_most_sounds_are_none() -> None:
    trained = train_head(material(), "words/1")
    fresh = around(CENTRES, seed=7)
    assert (scores(trained, fresh) >= 0.5).tolist() == np.eye(3, dtype=bool).tolist()
    elsewhere = around(np.eye(3, DIMENSION, k=20), seed=8)
    assert (scores(trained, elsewhere) < 0.5).all(), "what is none of the labels gets no tag"
    assert trained.figures.accuracy.value > 0.95
    assert trained.tagged_background.value < 0.05
    assert trained.precision.value > 0.9
    assert trained.recall.value > 0.8


def test_the_same_material_gives_the_same_head() -> None:
    assert train_head(material(), "words/1").heads == train_head(material(), "words/1").heads


def test_copies_are_no_proof() -> None:
    """Labels that mean nothing: only who has a copy to look at can guess them."""
    chance = np.random.default_rng(3)
    sounds = np.repeat(unit(chance.normal(0, 1, (60, DIMENSION))), 2, axis=0)
    truth = Truth(LABELS, np.repeat(chance.integers(3, size=60), 2)[:, None] == np.arange(3))
    words, background = np.zeros((3, DIMENSION), dtype=np.float32), unit(REFERENCE)
    apart = Material(sounds, truth, group_sounds(sounds, [""] * 120), ("",) * 120, words, background)
    assert train_head(apart, "words/1").figures.accuracy.value < 0.5
    mixed = replace(apart, groups=np.arange(120))
    assert train_head(mixed, "words/1").figures.accuracy.value > 0.6, "or this test shows nothing"


def test_words_help_where_sounds_are_few() -> None:
    chosen = np.repeat(np.arange(3), 5)
    sounds = around(CENTRES[chosen], spread=0.3, seed=5)
    few = replace(material(5), embeddings=sounds, groups=np.arange(15))
    alone = train_head(few, "words/1").figures.accuracy.value
    helped = train_head(replace(few, words=CENTRES.astype(np.float32)), "words/1").figures.accuracy.value
    assert helped > alone


def test_sounds_at_large_that_are_like_a_label_are_not_held_against_it() -> None:
    plain = material(each=6)
    kicks = around(np.repeat(CENTRES[:1], 40, axis=0), spread=0.05, seed=11)
    trained = train_head(replace(plain, background=np.concatenate([plain.background, kicks])), "words/1")
    assert (scores(trained, around(np.repeat(CENTRES[:1], 10, axis=0), seed=12))[:, 0] >= 0.5).all()


def test_scores_say_how_often_they_are_right() -> None:
    chosen = np.random.default_rng(0).integers(3, size=600)
    sounds = around(CENTRES[chosen], spread=0.35, seed=2)
    truth = Truth(LABELS, chosen[:, None] == np.arange(3))
    hard = replace(material(), embeddings=sounds, truth=truth, groups=np.arange(600), splits=("",) * 600)
    trained = train_head(hard, "words/1")
    assert 0.5 < trained.figures.accuracy.value < 0.97
    assert trained.calibration_error < 0.1


def test_the_parts_of_a_published_set_are_its_folds() -> None:
    plain = material()
    told = tuple(str(number % 4 + 1) for number in range(60))
    assert train_head(replace(plain, splits=told), "words/1").folds == 4
    useless = ("train",) * 20 + ("test",) * 40
    assert train_head(replace(plain, splits=useless), "words/1").folds == 5, "one of them would have all kicks"


def test_a_sound_may_have_several_labels() -> None:
    chance = np.random.default_rng(6)
    holds = chance.random((90, 3)) < 0.5
    holds[:, 0] |= ~holds.any(axis=1)
    sounds = around(holds @ CENTRES, spread=0.05)
    several = replace(
        material(), embeddings=sounds, truth=Truth(LABELS, holds), groups=np.arange(90), splits=("",) * 90
    )
    found = scores(train_head(several, "words/1"), sounds) >= 0.5
    assert (found == holds).mean() > 0.9


def test_what_cannot_be_trained_is_a_sentence() -> None:
    plain = material()
    with pytest.raises(HeadTrainingError, match="“snare” are copies of one"):
        check_groups(plain.truth, np.where(plain.truth.holds[:, 1], 0, np.arange(60)))
    everywhere = Truth(LABELS, plain.truth.holds | np.array([True, False, False]))
    with pytest.raises(HeadTrainingError, match="right for all sounds"):
        train_head(replace(plain, truth=everywhere, background=plain.embeddings), "words/1")


def test_progress_is_told() -> None:
    told: list[tuple[int, int]] = []
    train_head(material(), "words/1", lambda done, total: told.append((done, total)))
    assert told == [(number, 6) for number in range(1, 7)]


def test_a_label_whose_groups_all_fell_into_one_fold_is_judged_as_never_found() -> None:
    """Groups may not be split, and those of the other two labels decide where its own lie."""
    groups = np.array([0, 0, 0, 1, 2, 2, 3])
    holds = np.array([[1, 0, 1], [1, 0, 1], [1, 0, 1], [1, 0, 0], [0, 1, 0], [0, 1, 0], [0, 1, 1]], dtype=np.bool_)
    entangled = replace(
        material(),
        embeddings=around(holds @ CENTRES, spread=0.05),
        truth=Truth(LABELS, holds),
        groups=groups,
        splits=("",) * 7,
    )
    trained = train_head(entangled, "words/1")
    assert trained.folds == 2
    assert trained.figures.labels[2].recall == 0
    assert np.isfinite(trained.heads[2].weights).all(), "with all sounds it is learned like the others"
    assert any(trained.heads[2].weights)
