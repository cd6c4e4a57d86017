"""What a head is judged by is no copy of what it learned from, and its scores mean what they say."""

import numpy as np
import pytest

import desktop_app.core.head_fitting
from desktop_app.core.head_fitting import draw_folds, fit_sigmoid, group_sounds, surely_others

CHANCE = np.random.default_rng(4)


def unit(vectors):
    return (vectors / np.linalg.norm(vectors, axis=1, keepdims=True)).astype(np.float32)


class TestGroups:
    def test_copies_and_what_was_said_belong_together(self):
        sounds = unit(CHANCE.normal(0, 1, (6, 32)))
        sounds[3] = sounds[0] * np.float32(0.5)  # the same, quieter
        groups = group_sounds(sounds, ["", "take 1", "", "take 2", "take 1", "take 2"])
        assert groups.tolist() == [0, 1, 2, 0, 1, 0], "5 is of the take of 3, which is a copy of 0"

    def test_sounds_without_a_group_are_each_their_own(self):
        assert group_sounds(unit(CHANCE.normal(0, 1, (5, 32))), [""] * 5).tolist() == [0, 1, 2, 3, 4]


class TestFolds:
    def test_groups_stay_whole_and_every_fold_has_each_label(self):
        labels = np.repeat([0, 1, 2], [60, 30, 12])
        groups = np.arange(102) // 2
        folds = draw_folds(labels[:, None] == np.arange(3), groups, 5, seed=1)
        assert all(len(np.unique(folds[groups == group])) == 1 for group in range(51))
        counts = np.array([np.bincount(folds[labels == label], minlength=5) for label in range(3)])
        assert (counts > 0).all()
        assert (counts.max(axis=1) - counts.min(axis=1) <= 2).all()

    def test_sounds_may_have_several_labels(self):
        holds = CHANCE.random((40, 4)) < 0.4
        holds[:, 0] |= ~holds.any(axis=1)
        folds = draw_folds(holds, np.arange(40), 4, seed=1)
        assert sorted(set(folds.tolist())) == [0, 1, 2, 3]
        assert all(len(np.unique(folds[column])) > 1 for column in holds.T)

    def test_the_same_every_time(self):
        holds = np.eye(3, dtype=np.bool_)[CHANCE.integers(3, size=30)]
        first, again = (draw_folds(holds, np.arange(30), 5, seed=1) for _ in range(2))
        assert first.tolist() == again.tolist()
        assert first.tolist() != draw_folds(holds, np.arange(30), 5, seed=2).tolist()


class TestSurelyOthers:
    members = (np.eye(1, 16) + CHANCE.normal(0, 0.05, (20, 16))).astype(np.float32)

    def test_a_sound_among_those_of_the_label_is_not_held_against_it(self):
        like = (np.eye(1, 16) + CHANCE.normal(0, 0.01, (5, 16))).astype(np.float32)
        unlike = unit(CHANCE.normal(0, 1, (50, 16)))
        found = surely_others(np.concatenate([like, unlike]), self.members, np.arange(20))
        assert not found[:5].any()
        assert found[5:].all()

    def test_copies_among_the_members_do_not_make_them_nearer(self):
        twice = np.repeat(self.members, 2, axis=0)
        background = (np.eye(1, 16) + CHANCE.normal(0, 0.06, (200, 16))).astype(np.float32)
        once = surely_others(background, self.members, np.arange(20))
        np.testing.assert_array_equal(surely_others(background, twice, np.repeat(np.arange(20), 2)), once)
        assert 0 < once.sum() < 200

    def test_of_one_group_nothing_is_known(self):
        assert surely_others(self.members, self.members[:3], np.zeros(3, dtype=np.int64)).all()


class TestSigmoid:
    def test_scores_become_what_is_right_of_them(self):
        odds = CHANCE.normal(-1, 2, 20_000)
        right = CHANCE.random(20_000) < 1 / (1 + np.exp(-odds))
        found = fit_sigmoid(7 * odds - 3, right, np.ones(20_000))
        np.testing.assert_allclose(found.of(7 * odds - 3), odds, atol=0.25)

    def test_weights_count_as_often(self):
        logits, right = CHANCE.normal(0, 1, 200), CHANCE.random(200) < 0.4
        weights = CHANCE.integers(1, 4, 200).astype(np.float64)
        often = weights.astype(int)
        found = fit_sigmoid(logits, right, weights)
        same = fit_sigmoid(np.repeat(logits, often), np.repeat(right, often), np.ones(often.sum()))
        assert (found.slope, found.offset) == (
            pytest.approx(same.slope, rel=0.02),
            pytest.approx(same.offset, abs=0.02),
        )

    @pytest.mark.parametrize(
        "right",
        [np.arange(10) >= 5, np.arange(10) < 5, np.ones(10, np.bool_), np.zeros(10, np.bool_)],
    )
    def test_there_is_always_an_answer_and_the_order_stays(self, right):
        found = fit_sigmoid(np.arange(10) - 4.5, right, np.ones(10))
        assert np.isfinite([found.slope, found.offset]).all()
        assert found.slope > 0

    def test_it_ends_also_where_it_has_not_settled(self, monkeypatch):
        monkeypatch.setattr(desktop_app.core.head_fitting, "_MOST_ROUNDS", 2)
        found = fit_sigmoid(100 * (np.arange(50) - 10.0), np.arange(50) >= 30, np.ones(50))
        assert found.slope > 0
        assert np.isfinite(found.offset)
