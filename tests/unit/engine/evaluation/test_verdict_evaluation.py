"""Verdicts of the library say how good its tags are, by their prompts and as they learned."""

import json
from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest

from desktop_app.core.head import Head
from desktop_app.core.tag import Tag, Vocabulary
from desktop_app.core.verdict import Judgement, Verdict
from desktop_app.engine.evaluation.verdict_document import verdict_document
from desktop_app.engine.evaluation.verdict_evaluation import NoVerdictsError, VerdictEvaluation, evaluate_verdicts
from tests.tagged_library import TaggedLibrary, tagged_library, vector

WEATHER = Vocabulary(
    "weather",
    "Weather",
    "",
    (
        Tag("rain", "Rain", ("rain",)),
        Tag("wind", "Wind", ("wind wind wind hum", "wind wind wind wind")),
        Tag("fixed", "Fixed", ("bell",), learns=False),
        Tag("quiet", "Quiet", ("step",)),
    ),
)


def fill(library: TaggedLibrary, *, quiet: bool = False) -> None:
    """Six sounds of rain and six of wind, with the wind accepted for two of the rain, and what is said of a bell."""
    chance = np.random.default_rng(4)
    verdicts = []
    for number in range(6):
        for word in ("rain", "wind"):
            name = f"{word} {number}.wav"
            library.add(name, vector(word) + 0.05 * chance.standard_normal(8).astype(np.float32))
            content = name.encode()
            for tag in ("rain", "wind"):
                judgement = Judgement.ACCEPTED if tag == word else Judgement.REJECTED
                verdicts.append(Verdict(content, "weather", tag, judgement))
            if number < 4:
                said = Judgement.ADDED if word == "rain" else Judgement.REJECTED
                verdicts.append(Verdict(content, "weather", "fixed", said))
    # What is called rain sounds like wind, and was taken for it.
    library.add("odd.wav", vector("wind"))
    verdicts += [Verdict(b"odd.wav", "weather", "rain", Judgement.ADDED)]
    verdicts += [Verdict(b"odd.wav", "weather", "wind", Judgement.REJECTED)]
    verdicts += [Verdict(b"gone.wav", "weather", "rain", Judgement.ACCEPTED)]
    verdicts += [Verdict(b"rain 0.wav", "weather", "quiet", Judgement.ACCEPTED)] if quiet else []
    library.library.verdicts.set(verdicts)


def evaluated(library: TaggedLibrary) -> VerdictEvaluation:
    return evaluate_verdicts(library.library, library.embedded.snapshot(), library.tagger, [WEATHER])


def test_tags_are_measured_on_what_was_said_of_them(tmp_path: Path) -> None:
    with tagged_library(tmp_path, [WEATHER]) as library:
        fill(library, quiet=True)
        found = evaluated(library)
    rain, wind, fixed = found.tags
    assert (rain.scored.tag.name, len(rain.said.rows), int(rain.said.right.sum())) == ("Rain", 13, 7)
    assert (wind.scored.tag.name, len(wind.said.rows), int(wind.said.right.sum())) == ("Wind", 13, 6)
    assert rain.by_prompts.recall == pytest.approx(6 / 7), "the odd one is not found"
    assert rain.by_prompts.precision == 1
    assert wind.by_prompts.recall == 1
    assert wind.by_prompts.precision == pytest.approx(6 / 7)
    assert fixed.by_prompts.recall == 0
    assert fixed.as_it_is == fixed.by_prompts or np.isnan(fixed.as_it_is.precision)
    assert (rain.tried.folds, fixed.tried.folds) == (5, 0)
    assert found.sounds == 13
    assert found.unheard == 1
    assert [(scored.tag.name, len(said.rows)) for scored, said in found.too_few] == [("Quiet", 1)]
    assert found.by_prompts.agreed.value == pytest.approx((12 + 12 + 4) / 34)


def test_what_was_taken_for_what_and_by_which_words(tmp_path: Path) -> None:
    with tagged_library(tmp_path, [WEATHER]) as library:
        fill(library)
        found = evaluated(library)
    pair, prompt = found.confusions[0]
    assert (pair.label, pair.taken_for, pair.sounds) == ("Rain", "Wind", 1)
    assert prompt == "wind wind wind wind"


def test_words_are_compared_on_the_same_verdicts(tmp_path: Path) -> None:
    with tagged_library(tmp_path, [WEATHER]) as library:
        fill(library)
        found = evaluated(library)
    names = [wording.name for wording in found.wordings]
    assert names == [
        "{label}",
        "This is a sound of {label}.",
        "the vocabularies' prompts",
        "all of these together",
    ]
    best = found.wordings[found.best_wording].overall.figures.average_precision
    assert best == max(wording.overall.figures.average_precision for wording in found.wordings)
    own = found.wordings[2].overall
    assert own.figures.average_precision == pytest.approx(found.by_prompts.figures.average_precision)
    assert own.agreed == found.by_prompts.agreed


def test_a_trained_tag_is_put_into_no_words(tmp_path: Path) -> None:
    rain, wind, *rest = WEATHER.tags
    trained = [
        replace(tag, head=Head("words/1", tuple((10 * vector(tag.tag_id)).tolist()), -5.0)) for tag in (rain, wind)
    ]
    some = replace(WEATHER, tags=(trained[0], wind, *rest))
    both = replace(WEATHER, tags=tuple(trained))
    for vocabulary, words in ((some, 4), (both, 0)):
        with tagged_library(tmp_path / vocabulary.vocabulary_id / str(words), [vocabulary]) as library:
            fill(library)
            found = evaluate_verdicts(library.library, library.embedded.snapshot(), library.tagger, [vocabulary])
            document = verdict_document(found)
        assert [tag["trained"] for tag in document["per_label"][:2]] == [True, words == 0]
        assert len(document["templates"]) == words
        assert (document["template"] is None) == (words == 0)
        blamed = {pair["taken_for"]: pair["prompt"] for pair in document["confusion"]["pairs"]}
        assert (blamed["Wind"] == "") == (words == 0)


def test_the_document_is_plain_values_and_names_the_wrong_ones(tmp_path: Path) -> None:
    with tagged_library(tmp_path, [WEATHER]) as library:
        fill(library, quiet=True)
        document = verdict_document(evaluated(library))
        odd = str(library.root / "odd.wav")
    assert json.loads(json.dumps(document, allow_nan=False)) == document
    assert (document["kind"], document["sounds"], document["labels"], document["verdicts"]) == ("verdicts", 13, 3, 34)
    wrong = {(each["path"], each["label"], each["has_it"]) for each in document["most_confidently_wrong"]}
    assert {(odd, "Rain", True), (odd, "Wind", False)} <= wrong
    leads = [each["lead"] for each in document["most_confidently_wrong"]]
    assert leads == sorted(leads, reverse=True)
    assert document["too_few"] == [{"label": "Quiet", "vocabulary": "weather", "accepted": 1, "rejected": 0}]
    assert document["retrieval"]["text_to_sound"]["recall_at_1"] == 1
    assert document["per_label"][2]["precision"] is None, "it applies to none"


def test_nothing_is_stored_by_it(tmp_path: Path) -> None:
    with tagged_library(tmp_path, [WEATHER]) as library:
        fill(library)
        before, changes = library.library.verdicts.all(), library.library.verdicts.changes
        first = verdict_document(evaluated(library))
        assert verdict_document(evaluated(library)) == first, "and it is the same each time"
        assert library.library.verdicts.all() == before
        assert library.library.verdicts.changes == changes


def test_of_copies_the_one_that_is_there_is_shown(tmp_path: Path) -> None:
    with tagged_library(tmp_path, [WEATHER]) as library:
        fill(library)
        library.add("copy of the odd one.wav", vector("wind"), content="odd.wav")
        library.lose("odd.wav")
        document = verdict_document(evaluated(library))
        there = str(library.root / "copy of the odd one.wav")
    assert there in {each["path"] for each in document["most_confidently_wrong"]}


def test_without_enough_verdicts_it_says_what_is_needed(tmp_path: Path) -> None:
    with tagged_library(tmp_path, [WEATHER]) as library:
        library.add("rain.wav", vector("rain"))
        with pytest.raises(NoVerdictsError, match="Nothing was said"):
            evaluated(library)
        library.library.verdicts.set([Verdict(b"rain.wav", "weather", "rain", Judgement.ACCEPTED)])
        with pytest.raises(NoVerdictsError, match=r"Too little was said of 1 tag.*accepted on three"):
            evaluated(library)
