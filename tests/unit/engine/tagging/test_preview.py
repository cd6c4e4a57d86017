"""Before a tag is saved, its editor shows exactly what saving it would do, and never what a person has settled."""

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from desktop_app.core.tag import Tag
from desktop_app.core.verdict import Judgement
from desktop_app.engine.tagging.preview import Previewer
from tests.tagged_library import WEATHER, TaggedLibrary, tagged_library, vector

RAIN = WEATHER.tags[0]


@pytest.fixture
def tagged(tmp_path: Path) -> Iterator[TaggedLibrary]:
    with tagged_library(tmp_path) as made:
        yield made


@pytest.fixture
def previewer(tagged: TaggedLibrary) -> Previewer:
    return Previewer(tagged.library, tagged.embedded, tagged.prompts, tagged.tagger)


def test_it_says_what_saving_then_does(tagged: TaggedLibrary, previewer: Previewer) -> None:
    sounds = {
        "rain.wav": vector("rain"),
        "rain and dog.wav": vector("rain", "dog"),
        "dog.wav": vector("dog"),
        "dogs.wav": vector("2 dog"),
        "bell.wav": vector("bell"),
    }
    for path, embedding in sounds.items():
        tagged.add(path, embedding)
    draft = replace(RAIN, prompts=("dog",))
    before = set(tagged.sounds_with("rain"))
    seen = previewer.preview("weather", RAIN, draft)
    tagged.tagger.set_vocabularies([replace(WEATHER, tags=(draft, WEATHER.tags[1]))])
    after = set(tagged.sounds_with("rain"))
    assert set(seen.gained.tolist()) == after - before == {tagged.sound(p).sound_id for p in ("dog.wav", "dogs.wav")}
    assert set(seen.lost.tolist()) == before - after == {tagged.sound("rain.wav").sound_id}
    assert seen.now == len(after) == 3
    assert seen.gained[0] == tagged.sound("dogs.wav").sound_id, "the best example first"


def test_a_threshold_alone_takes_the_weak_ones(tagged: TaggedLibrary, previewer: Previewer) -> None:
    strong, weak = tagged.add("strong.wav", vector("2 rain")), tagged.add("weak.wav", vector("0.8 rain"))
    seen = previewer.preview("weather", RAIN, replace(RAIN, threshold=0.99))
    assert (seen.gained.tolist(), seen.lost.tolist(), seen.now) == ([], [weak], 1)
    back = previewer.preview("weather", replace(RAIN, threshold=0.99), RAIN)
    assert (back.gained.tolist(), back.lost.tolist()) == ([weak], [])
    assert strong not in seen.lost


def test_what_a_person_said_is_neither_gained_nor_lost(tagged: TaggedLibrary, previewer: Previewer) -> None:
    accepted = tagged.add("accepted.wav", vector("2 rain"))
    added = tagged.add("added.wav", vector("bell"))
    rejected = tagged.add("rejected.wav", vector("2 dog"))
    free = tagged.add("free.wav", vector("2 dog"))
    for sound, judgement in (
        (accepted, Judgement.ACCEPTED),
        (added, Judgement.ADDED),
        (rejected, Judgement.REJECTED),
    ):
        tagged.tagger.judge([sound], ("weather", "rain"), judgement)
    seen = previewer.preview("weather", RAIN, replace(RAIN, prompts=("dog",)))
    assert (seen.gained.tolist(), seen.lost.tolist()) == ([free], [])
    assert seen.now == 3, "accepted, added, and the one that gains it"


def test_sounds_that_are_gone_or_were_not_heard_do_not_count(tagged: TaggedLibrary, previewer: Previewer) -> None:
    tagged.add("unheard.wav", None)
    tagged.add("gone.wav", vector("dog"))
    tagged.lose("gone.wav")
    seen = previewer.preview("weather", None, Tag("dog", "Dog", ("dog",), threshold=0.0))
    assert (len(seen.gained), len(seen.lost), seen.now) == (0, 0, 0)


def test_a_new_tag_gains_and_one_without_prompts_loses_all(tagged: TaggedLibrary, previewer: Previewer) -> None:
    rain = tagged.add("rain.wav", vector("rain"))
    assert previewer.preview("weather", None, RAIN).gained.tolist() == [rain]
    assert previewer.preview("weather", RAIN, replace(RAIN, prompts=())).lost.tolist() == [rain]


def test_counter_prompts_count(tagged: TaggedLibrary, previewer: Previewer) -> None:
    both = tagged.add("both.wav", vector("0.9 rain", "4 dog"))
    assert previewer.preview("weather", RAIN, replace(RAIN, counter_prompts=("dog",))).lost.tolist() == [both]


def test_only_new_prompts_are_read_and_nothing_half_typed_is_kept(tagged: TaggedLibrary, previewer: Previewer) -> None:
    tagged.network.asked.clear()
    for typed in ("gl", "glass"):
        previewer.preview("weather", RAIN, replace(RAIN, prompts=("rain", typed)))
        previewer.preview("weather", RAIN, replace(RAIN, prompts=("rain", typed), threshold=0.7))
    assert tagged.network.asked == ["gl", "glass"]
    assert tagged.library.cache.prompts(tagged.embedder_id, ["gl", "glass"]) == {}
