"""Search results in another order than their own."""

import numpy as np
import pytest

from desktop_app.engine.searching.searcher import SearchAnswer
from desktop_app.gui.queries import Question, in_order


def found(ids: list[int], scores: list[float] | None = None) -> SearchAnswer:
    return SearchAnswer(np.array(ids, dtype=np.int64), None if scores is None else np.array(scores, np.float32), "hint")


@pytest.mark.parametrize(
    ("ids", "ordered", "expected"),
    [
        ([1, 2, 3], [3, 9, 1, 2], [3, 1, 2]),
        ([1, 2], [], [1, 2]),
        ([], [1, 2], []),
        ([5, 7, 1], [1, 2], [1, 5, 7]),
    ],
)
def test_results_follow_the_order_of_all_sounds(ids: list[int], ordered: list[int], expected: list[int]) -> None:
    answer = in_order(found(ids), np.array(ordered, dtype=np.int64))
    assert answer.sound_ids.tolist() == expected
    assert answer.scores is None
    assert answer.message == "hint"


def test_scores_go_with_their_sounds() -> None:
    answer = in_order(found([1, 2, 3], [0.9, 0.5, 0.1]), np.array([3, 2, 1]))
    assert answer.sound_ids.tolist() == [3, 2, 1]
    assert answer.scores is not None
    assert answer.scores.tolist() == pytest.approx([0.1, 0.5, 0.9])


def test_only_an_empty_line_asks_for_everything() -> None:
    assert Question("  ").plain
    assert not Question("rain").plain
