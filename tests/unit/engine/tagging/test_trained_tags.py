"""A trained tag is searched, judged, taught and found inside long sounds as every other tag is."""

from collections.abc import Iterator
from pathlib import Path

import numpy as np
import pytest

from desktop_app.core.head import Head
from desktop_app.core.query import parse_query
from desktop_app.core.scoring import ScoredTag
from desktop_app.core.sound_events import WindowGrid, find_events
from desktop_app.core.tag import Tag, Vocabulary
from desktop_app.core.verdict import Judgement
from desktop_app.engine.evaluation.evaluating import OWN_PROMPTS, templates
from desktop_app.engine.searching.explanation import Explainer, ReasonKind
from desktop_app.engine.searching.interpreter import Interpreter
from desktop_app.engine.tagging.preview import Previewer
from tests.starter_files import ROOT, STARTER
from tests.tagged_library import WEATHER, WORDS, TaggedLibrary, tagged_library, vector

KEY = ("drums", "kick")


def drums(embedder_id: str) -> Vocabulary:
    """What is a door and no bell is a kick; its prompt says something else."""
    weights = tuple({"door": 8.0, "bell": -8.0}.get(word, 0.0) for word in WORDS)
    return Vocabulary("drums", "Drums", "", (Tag("kick", "Kick", ("rain",), head=Head(embedder_id, weights, -4.0)),))


@pytest.fixture
def tagged(tmp_path: Path) -> Iterator[TaggedLibrary]:
    with tagged_library(tmp_path, (drums("words/1"), WEATHER)) as made:
        yield made


def found(tagged: TaggedLibrary, text: str) -> list[int]:
    return tagged.searcher.search(parse_query(text)).sound_ids.tolist()


def test_it_applies_by_what_it_was_trained_to_hear_and_not_by_its_prompt(tagged: TaggedLibrary) -> None:
    kick, rain = tagged.add("kick.wav", vector("door")), tagged.add("rain.wav", vector("rain"))
    both = tagged.add("both.wav", vector("door", "bell"))
    assert tagged.names(kick) == ["Kick"]
    assert tagged.names(rain) == ["Rain"]
    assert tagged.names(both) == []
    assert found(tagged, "tag:kick") == [kick]
    assert tagged.counts()[KEY] == 1


def test_with_another_embedder_it_applies_to_nothing(tmp_path: Path) -> None:
    with tagged_library(tmp_path, (drums("words/1"), WEATHER), embedder_id="words/2") as other:
        sounds = [other.add("kick.wav", vector("9 door")), other.add("rain.wav", vector("rain"))]
        assert [other.names(sound) for sound in sounds] == [[], ["Rain"]]
        assert found(other, "tag:kick") == []
        other.tagger.judge(sounds[:1], KEY, Judgement.ADDED)
        assert other.names(sounds[0]) == ["Kick"], "what a person said stays"
        assert other.names(sounds[1]) == ["Rain"], "and teaches it nothing"


def test_a_verdict_decides_and_teaches(tagged: TaggedLibrary) -> None:
    wrong = [tagged.add(f"step {number}.wav", vector("door", "0.5 step")) for number in range(6)]
    like = tagged.add("another.wav", vector("door", "0.5 step"))
    before = tagged.tagger.all_scores(like)[0]
    assert before.scored.key == KEY
    tagged.tagger.judge(wrong, KEY, Judgement.REJECTED)
    assert all(tagged.names(sound) == [] for sound in wrong)
    after = next(score for score in tagged.tagger.all_scores(like) if score.scored.key == KEY)
    assert after.score < before.score
    assert tagged.tagger.learned_from() == {KEY: 6}


def test_it_is_found_inside_a_long_sound(tagged: TaggedLibrary) -> None:
    matrix = tagged.tagger.matrix
    assert matrix is not None
    windows = np.stack([vector("rain"), vector("2 door"), vector("hum")])
    grid = WindowGrid(np.array([0.0, 10.0, 20.0]), 10.0, 30.0)
    kicks = [event for event in find_events(matrix, windows, grid) if event.tag.key == KEY]
    assert [(event.onset, event.offset) for event in kicks] == [(10.0, 20.0)]
    tagged.add("long.wav", vector("rain"))
    tagged.add_windows("long.wav", *windows)
    assert found(tagged, "tag:kick") == [], "the sound as a whole is none"


def test_why_it_applies_is_told_by_its_own_score(tagged: TaggedLibrary) -> None:
    sound = tagged.add("kick.wav", vector("door"))
    explainer = Explainer(tagged.library, tagged.embedded, tagged.prompts, tagged.tagger, tagged.embedder_id)
    [reason] = explainer.explain(sound, parse_query("tag:kick"))
    assert (reason.kind, reason.text, reason.prompt) == (ReasonKind.TRAINED, "Kick", "")
    assert reason.spreads == pytest.approx(2.25 + 4 / 1.6, abs=0.01)


def test_another_threshold_is_previewed_with_it(tagged: TaggedLibrary) -> None:
    sound = tagged.add("kick.wav", vector("0.45 door"))
    previewer = Previewer(tagged.library, tagged.embedded, tagged.prompts, tagged.tagger)
    [tag] = drums("words/1").tags
    lower = Tag(tag.tag_id, tag.name, tag.prompts, threshold=0.2, head=tag.head)
    assert previewer.preview("drums", tag, lower).gained.tolist() == [sound]


def test_its_name_is_no_english_for_searches_and_evaluations() -> None:
    """A label may be in any language, and stands as the prompt of its tag."""
    trained = Tag("regen", "Hundegebell", ("Hundegebell",), head=Head("words/1", (1.0,), 0.0))
    active = (ScoredTag("mine", trained),)
    interpreter = Interpreter(STARTER / "tokenizer.json", ROOT / "resources" / "vocabularies", lambda: active)
    reading = interpreter.reading("Hundegebell")
    assert reading is not None
    assert reading.shown == "dog"
    dog = Tag("dog", "Dog", ("a dog barking",), aliases=("Hundegebell",))
    ways = {way.name: way.prompts for way in templates(["hundegebell"], [trained, dog])}
    assert ways[OWN_PROMPTS] == (("a dog barking",),)
