"""A trained tag scores as it was trained, keeps its numbers in a file, and is a tag like every other in all else."""

import math
from dataclasses import replace

import numpy as np
import pytest

from desktop_app.core.calibration import calibrate
from desktop_app.core.head import LARGEST, MOST_WEIGHTS, Head, fits, head_of, read_weights, write_weights
from desktop_app.core.learning import learn, surroundings_of
from desktop_app.core.scoring import build_tag_matrix, prompts_of
from desktop_app.core.tag import Tag, Vocabulary, VocabularyError
from desktop_app.core.vocabulary import edit_vocabulary_text, parse_vocabulary
from desktop_app.core.vocabulary_writing import format_vocabulary

HEAD = Head("words/1", (4.0, -2.5, 0.0, 1.25), -1.5)
KICK = Tag("kick", "kick", ("kick",), head=HEAD)
RAIN = Tag("rain", "Rain", ("rain",))
DRUMS = Vocabulary("drums", "Drums", "", (KICK, RAIN))
PROMPTS = {"rain": np.eye(4, dtype=np.float32)[0]}
SOUNDS = np.random.default_rng(5).normal(0, 1, (50, 4)).astype(np.float32)


@pytest.fixture
def reference():
    return np.random.default_rng(2).normal(0.1, 0.1, (400, 4)).astype(np.float32)


def text_of(weights: str = '"1 2"', bias: str = "0.5", embedder: str = 'embedder = "words/1"') -> str:
    return f'name = "N"\n{embedder}\n[[tags]]\nname = "Kick"\nprompts = ["k"]\nweights = {weights}\nbias = {bias}\n'


def test_the_score_is_the_logistic_function_of_the_line(reference):
    matrix = build_tag_matrix([DRUMS], PROMPTS, reference, "words/1")
    wanted = 1 / (1 + np.exp(-(SOUNDS @ np.array(HEAD.weights) + HEAD.bias)))
    np.testing.assert_allclose(matrix.scores(SOUNDS)[:, 0], wanted, atol=1e-5)


def test_other_tags_are_as_they_are_without_it(reference):
    both = build_tag_matrix([DRUMS], PROMPTS, reference, "words/1")
    alone = build_tag_matrix([replace(DRUMS, tags=(RAIN,))], PROMPTS, reference, "words/1")
    np.testing.assert_array_equal(both.scores(SOUNDS)[:, 1], alone.scores(SOUNDS)[:, 0])


@pytest.mark.parametrize("head", [replace(HEAD, embedder_id="other/2"), replace(HEAD, weights=(100.0,) * 3)])
def test_for_another_embedder_it_applies_to_nothing(reference, head):
    matrix = build_tag_matrix([replace(DRUMS, tags=(replace(KICK, head=head),))], PROMPTS, reference, "words/1")
    assert not matrix.scores(SOUNDS).any()
    assert not matrix.applies(SOUNDS).any()
    assert not fits(head, "words/1", 4)


def test_its_prompts_need_not_be_embedded():
    assert prompts_of([DRUMS]) == ["rain"]


def test_it_learns_from_verdicts_like_every_other_tag(reference):
    matrix = build_tag_matrix([DRUMS], PROMPTS, reference, "words/1")
    best = SOUNDS[matrix.scores(SOUNDS)[:, 0].argsort()[-8:]]
    usual, spread = float(matrix.background.usual[0]), float(matrix.background.spread[0])
    learned = learn(matrix.vectors[0], usual, spread, surroundings_of(reference), best, np.zeros(8, dtype=np.bool_))
    before = matrix.scores(best)[:, 0]
    after = calibrate((best @ learned.vector)[:, None], replace_usual(matrix.background, learned.usual))[:, 0]
    assert after.mean() < before.mean(), "all were said to be wrong"


def replace_usual(background, usual):
    return replace(background, usual=np.array([usual], dtype=np.float32), spread=background.spread[:1])


def test_a_head_scores_the_same_before_and_after_it_was_saved():
    weights = np.random.default_rng(1).normal(0, 3, 512)
    head = head_of("words/1", weights, -math.pi)
    vocabulary = Vocabulary("drums", "Drums", "", (replace(KICK, head=head),))
    text = format_vocabulary(vocabulary)
    assert parse_vocabulary(text, source="drums.toml") == vocabulary
    assert edit_vocabulary_text(text, vocabulary) == text
    np.testing.assert_allclose(head.weights, weights, rtol=1e-5)
    assert max(map(len, text.splitlines())) < 200, "it can be read"


def test_changing_another_key_leaves_the_numbers_alone():
    text = format_vocabulary(DRUMS)
    changed = edit_vocabulary_text(text, replace(DRUMS, tags=(replace(KICK, colour="#112233"), RAIN)))
    assert [line for line in changed.splitlines() if line not in text.splitlines()] == ['colour = "#112233"']


def test_a_vocabulary_knows_what_it_was_trained_for():
    assert DRUMS.trained_for == "words/1"
    assert replace(DRUMS, tags=(RAIN,)).trained_for is None
    gone = edit_vocabulary_text(format_vocabulary(DRUMS), replace(DRUMS, tags=(RAIN,)))
    assert "embedder" not in gone


@pytest.mark.parametrize(
    ("text", "line", "reason"),
    [
        (text_of("[1, 2]"), 6, '"weights" must be a text of numbers, not a list.'),
        (text_of('"1 two"'), 6, '"weights" must be numbers with blanks between: train the vocabulary again.'),
        (text_of('"1 nan"'), 6, '"weights" has a number that is none or is too large'),
        (text_of('"1 1e9"'), 6, '"weights" has a number that is none or is too large'),
        (text_of('""'), 6, f'"weights" must be 1 to {MOST_WEIGHTS:,} numbers, not 0'),
        (text_of(f'"{"1 " * 9_000}"'), 6, f'"weights" must be 1 to {MOST_WEIGHTS:,} numbers, not 9,000'),
        (text_of(bias="nan"), 7, '"bias" must be a number, for example -2.5.'),
        (text_of(bias="true"), 7, '"bias" must be a number, for example -2.5.'),
        (text_of(bias='"1"'), 7, '"bias" must be a number, for example -2.5.'),
        (text_of(bias="1e7"), 7, '"bias" must be a number, for example -2.5.'),
        (text_of(embedder=""), 6, 'it has weights, so the file must name its embedder at the top: embedder = "...".'),
        (text_of(embedder='embedder = ""'), 2, '"embedder" is empty'),
        (text_of().replace("bias = 0.5\n", ""), 3, '"bias" is missing: a trained tag has weights and a bias.'),
        (text_of().replace('weights = "1 2"\n', ""), 3, '"weights" is missing: a trained tag has weights and a bias.'),
        (
            text_of() + '[[tags]]\nname = "S"\nprompts = ["s"]\nweights = "1 2 3"\nbias = 1\n',
            11,
            'the tag "S" has 3 weights and another one 2: train them again.',
        ),
    ],
)  # fmt: skip
def test_what_is_wrong_is_said_with_its_line(text, line, reason):
    with pytest.raises(VocabularyError) as caught:
        parse_vocabulary(text, source="drums.toml")
    assert caught.value.line == line
    assert reason in caught.value.reason


def test_weights_are_read_as_they_were_written():
    weights = (0.0, -1.5, 1e-9, LARGEST, 3.14159)
    assert read_weights(write_weights(weights, per_line=2)) == weights
