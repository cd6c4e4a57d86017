"""The figures by which the bundled embedder is judged are what they say they are."""

import importlib
import math
from pathlib import Path
from types import ModuleType

import numpy as np
import pytest

from desktop_app.core.vocabulary import parse_vocabulary
from tests.starter_files import ROOT

NAN = math.nan
VOCABULARIES = ROOT / "resources" / "vocabularies"


@pytest.fixture(autouse=True)
def _scripts_on_the_path(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.syspath_prepend(str(ROOT / "packaging" / "starter_model"))


@pytest.fixture
def metrics() -> ModuleType:
    return importlib.import_module("evaluation.metrics")


@pytest.fixture
def intervals() -> ModuleType:
    return importlib.import_module("evaluation.intervals")


@pytest.fixture
def tag_words() -> ModuleType:
    return importlib.import_module("evaluation.tag_words")


def test_average_precision_is_that_of_an_example_worked_by_hand(metrics: ModuleType) -> None:
    scores = np.array([[0.9, 0.8, 0.7, 0.6], [0.1, 0.2, 0.3, 0.4], [1.0, 2.0, 3.0, 4.0]])
    right = np.array([[True, False, True, False], [True, False, False, False], [False] * 4])
    assert metrics.average_precisions(scores, right) == pytest.approx([(1 + 2 / 3) / 2, 1 / 4, NAN], nan_ok=True)


def test_an_embedder_that_tells_nothing_apart_gains_nothing_by_it(metrics: ModuleType) -> None:
    scores, right = np.zeros((1, 4)), np.array([[True, False, False, False]])
    assert metrics.average_precisions(scores, right) == pytest.approx([0.25])
    assert metrics.precisions_at(scores, right, 1) == pytest.approx([0.0])
    assert metrics.best_ranks(scores, right) == pytest.approx([3])
    assert metrics.pair_ranks(scores, right)[0, 0] == 3


def test_precision_at_ten_leaves_out_what_has_fewer_than_ten(metrics: ModuleType) -> None:
    scores = np.tile(np.arange(20.0)[::-1], (2, 1))
    right = np.zeros((2, 20), dtype=bool)
    right[0, 4:15] = True
    right[1, :9] = True
    assert metrics.precisions_at(scores, right, 10) == pytest.approx([0.6, NAN], nan_ok=True)


def test_any_right_candidate_is_a_hit_and_no_query_without_one_is_counted(metrics: ModuleType) -> None:
    scores = np.array([[3.0, 2.0, 1.0], [1.0, 2.0, 3.0], [1.0, 2.0, 3.0]])
    right = np.array([[False, True, True], [True, False, False], [False, False, False]])
    ranks = metrics.best_ranks(scores, right)
    assert ranks == pytest.approx([1, 2, NAN], nan_ok=True)
    assert metrics.hits_at(ranks, 2) == pytest.approx([1, 0, NAN], nan_ok=True)


def test_the_other_captions_of_a_clip_do_not_stand_in_the_way_of_one(metrics: ModuleType) -> None:
    scores = np.array([[4.0, 3.0, 2.0, 1.0]])
    right = np.array([[True, False, True, False]])
    assert metrics.pair_ranks(scores, right) == pytest.approx(np.array([[0, NAN, 1, NAN]]), nan_ok=True)


def test_decisions_are_counted_a_tag_and_what_is_not_judged_is_left_out(metrics: ModuleType) -> None:
    given = np.array([[True, True], [True, False], [False, False], [False, True]])
    right = np.array([[True, True], [False, True], [True, False], [False, False]])
    judged = np.array([[True, True], [True, True], [True, True], [True, False]])
    counts = metrics.decisions(given, right, judged)
    assert counts.precision == pytest.approx([0.5, 1.0])
    assert counts.recall == pytest.approx([0.5, 0.5])
    assert counts.false_positive_rate == pytest.approx([0.5, 0.0])


def test_a_caption_is_near_when_its_meaning_points_where_a_class_name_does(metrics: ModuleType) -> None:
    cosines = metrics.nearest_cosines(np.array([[2.0, 0.0], [1.0, 1.0], [0.0, 0.0]]), np.array([[3.0, 0.0]]))
    assert cosines == pytest.approx([1, math.sqrt(0.5), 0])


def test_each_caption_is_one_column_however_many_clips_carry_it(metrics: ModuleType) -> None:
    captions, carried = metrics.captions_of([("kick", "bass drum"), ("kick",)])
    assert captions == ["bass drum", "kick"]
    assert carried.tolist() == [[True, True], [False, True]]


def test_tables_of_two_shapes_are_refused(metrics: ModuleType) -> None:
    with pytest.raises(ValueError, match="one shape"):
        metrics.average_precisions(np.zeros((2, 3)), np.zeros((3, 2), dtype=bool))


def test_the_interval_of_a_mean_is_as_wide_as_its_standard_error_says(intervals: ModuleType) -> None:
    values = np.random.default_rng(3).normal(5.0, 1.0, 400)
    figure = intervals.mean_figure(values, intervals.clip_weights([str(row) for row in range(400)]))
    assert figure.value == pytest.approx(values.mean())
    assert figure.n == 400
    assert figure.high - figure.low == pytest.approx(2 * 1.96 * values.std() / 20, rel=0.1)


def test_takes_of_one_thing_are_one_witness(intervals: ModuleType) -> None:
    """Four hundred clips that are forty things heard ten times have the interval of forty."""
    values = np.repeat(np.random.default_rng(3).normal(5.0, 1.0, 40), 10)
    apart = intervals.mean_figure(values, intervals.clip_weights([str(row) for row in range(400)]))
    together = intervals.mean_figure(values, intervals.clip_weights([str(row // 10) for row in range(400)]))
    assert together.high - together.low > 2.5 * (apart.high - apart.low)


def test_intervals_are_the_same_each_time(intervals: ModuleType) -> None:
    groups, values = ["a", "b", "b", "c"], np.array([1.0, 0.0, NAN, 1.0])
    one, other = (intervals.mean_figure(values, intervals.clip_weights(groups)) for _ in range(2))
    assert one == other
    assert one.value == pytest.approx(2 / 3)
    assert one.n == 3


def test_a_common_tag_counts_no_more_than_a_rare_one(intervals: ModuleType) -> None:
    values = np.array([1.0, 1.0, 1.0, 0.0])
    members = np.array([[True, False, False], [True, False, False], [True, False, False], [False, True, False]])
    figure = intervals.macro_figure(values, members, intervals.clip_weights(list("abcd")))
    assert figure.value == pytest.approx(0.5)
    assert figure.n == 2


def test_what_there_is_nothing_to_measure_of_has_no_value(intervals: ModuleType) -> None:
    weights = intervals.clip_weights(["a", "b"])
    for figure in (
        intervals.mean_figure(np.array([NAN, NAN]), weights),
        intervals.macro_figure(np.array([NAN, NAN]), np.ones((2, 1), dtype=bool), weights),
    ):
        assert math.isnan(figure.value)
        assert figure.n == 0


def test_a_caption_weighs_what_the_clips_that_carry_it_weigh(intervals: ModuleType) -> None:
    weights = np.array([[2.0, 0.0], [1.0, 1.0]], dtype=np.float32)
    carried = np.array([[True, True, False], [False, True, False]])
    assert intervals.carried_weights(weights, carried).tolist() == [[2, 1, 0], [1, 1, 0]]


def test_the_open_vocabulary_has_three_hundred_tags_and_a_commoner_hundred(tag_words: ModuleType) -> None:
    tags = tag_words.read_open_vocabulary()
    assert len({tag.tag for tag in tags}) == len(tags) == 300
    assert [tag.common for tag in tags] == [True] * 100 + [False] * 200


def test_each_tag_is_right_for_a_sound_that_is_called_just_that(tag_words: ModuleType) -> None:
    """The first of its phrases must not be taken away by what it excludes."""
    tags = tag_words.read_open_vocabulary() + tag_words.read_shipped_tags()
    right = tag_words.truth(tags, [[tag.matches[0]] for tag in tags]).right
    assert [tag.tag for tag, fits in zip(tags, right.diagonal(), strict=True) if not fits] == []


@pytest.mark.parametrize(
    ("captions", "wanted"),
    [
        (("dogs barking",), ["dog bark"]),
        (("closed hi-hat", "hi-hat"), ["closed hi-hat"]),
        (("Thunder Clap",), ["thunder"]),
        (("cow bell", "percussion"), ["cowbell"]),
        (("crow cawing", "bird"), ["crow"]),
        (("bass guitar slap",), ["bass guitar"]),
        (("splash cymbal", "splash"), ["splash cymbal"]),
        (("sawtooth lead synth",), ["synth lead"]),
        (("rhinoceros",), []),
    ],
)
def test_captions_tell_the_tags(tag_words: ModuleType, captions: tuple[str, ...], wanted: list[str]) -> None:
    tags = tag_words.read_open_vocabulary()
    right = tag_words.truth(tags, [captions]).right[0]
    assert [tag.tag for tag, fits in zip(tags, right, strict=True) if fits] == wanted


def test_a_tag_that_captions_leave_open_is_not_judged(tag_words: ModuleType) -> None:
    tags = [tag for tag in tag_words.read_shipped_tags() if (tag.family, tag.tag) == ("everyday", "creak")]
    truth = tag_words.truth(tags, [("creaking hinge",), ("door slam",), ("dog bark",)])
    assert truth.right[:, 0].tolist() == [True, False, False]
    assert truth.judged[:, 0].tolist() == [True, False, True]


def test_only_shipped_tags_are_judged(tag_words: ModuleType) -> None:
    names = ("everyday", "music", "sound-design")
    texts = {name: (VOCABULARIES / f"{name}.toml").read_text(encoding="utf-8") for name in names}
    shipped = {(name, tag.tag_id) for name in names for tag in parse_vocabulary(texts[name], source=name).tags}
    judged = [(tag.family, tag.tag) for tag in tag_words.read_shipped_tags()]
    assert len(judged) == len(set(judged)) == 230
    assert set(judged) <= shipped


def test_a_table_with_a_broken_line_is_refused(tag_words: ModuleType, tmp_path: Path) -> None:
    table = tmp_path / "tags.tsv"
    table.write_text("tag\tcommon\tfamily\tmatches\tnot\nrain\t1\tnature\t\t\n", encoding="utf-8")
    with pytest.raises(ValueError, match=r"tags.tsv:2: a tag has a name"):
        tag_words.read_open_vocabulary(table)
    table.write_text("tag\tmatches\n", encoding="utf-8")
    with pytest.raises(ValueError, match="does not begin with the columns"):
        tag_words.read_open_vocabulary(table)


def test_the_interval_of_a_mean_over_tags_lies_around_it(intervals: ModuleType) -> None:
    """Tags of one clip are missing from many drawings, common ones from none; that must not shift the mean."""
    common = np.repeat(np.eye(10, dtype=bool), 10, axis=0)
    members = np.block(
        [[common, np.zeros((100, 40), dtype=bool)], [np.zeros((40, 10), dtype=bool), np.eye(40, dtype=bool)]]
    )
    values = np.repeat([1.0, 0.0], [100, 40])
    figure = intervals.macro_figure(values, members, intervals.clip_weights([str(row) for row in range(140)]))
    assert figure.value == pytest.approx(10 / 50)
    assert (figure.low + figure.high) / 2 == pytest.approx(figure.value, abs=0.02)
