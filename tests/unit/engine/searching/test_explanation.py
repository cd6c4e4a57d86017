"""Why a sound was found is said part by part."""

from collections.abc import Iterator
from pathlib import Path

import numpy as np
import pytest

from desktop_app.core.bands import Band
from desktop_app.core.moment import Moment
from desktop_app.core.query import parse_query
from desktop_app.core.tag import Tag, Vocabulary
from desktop_app.engine.searching.explanation import Explainer, Reason, ReasonKind, telling_words
from tests.tagged_library import ANIMALS, WEATHER, TaggedLibrary, tagged_library, vector

STORM = Vocabulary("storm", "Storm", "", (Tag("storm", "Storm", ("bell", "rain", "wind"), aliases=("Tempest",)),))


@pytest.fixture
def tagged(tmp_path: Path) -> Iterator[TaggedLibrary]:
    with tagged_library(tmp_path, (WEATHER, ANIMALS, STORM)) as made:
        yield made


def reasons(tagged: TaggedLibrary, path: str, text: str, **options: object) -> list[Reason]:
    explainer = Explainer(tagged.library, tagged.embedded, tagged.prompts, tagged.tagger, tagged.embedder_id)
    return list(explainer.explain(tagged.sound(path).sound_id, parse_query(text), **options))  # type: ignore[arg-type]


def test_each_word_has_its_own_standing(tagged: TaggedLibrary) -> None:
    tagged.add("a.wav", vector("rain", "0.3 dog"))
    found = reasons(tagged, "a.wav", "rain and a dog with a bell")
    assert [(r.kind, r.text) for r in found] == [
        (ReasonKind.WORDS, "rain and a dog with a bell"),
        (ReasonKind.WORD, "rain"),
        (ReasonKind.WORD, "dog"),
        (ReasonKind.WORD, "bell"),
    ]
    _, rain, dog, bell = found
    assert (rain.band, bell.band) == (Band.STRONG, Band.WEAK)
    assert rain.spreads is not None
    assert dog.spreads is not None
    assert bell.spreads is not None
    assert rain.spreads > dog.spreads > bell.spreads


def test_a_standing_is_in_spreads_above_the_reference_sounds(tagged: TaggedLibrary) -> None:
    tagged.add("quiet.wav", vector())
    tagged.add("rain.wav", vector("rain"))
    [quiet], [rain, _] = reasons(tagged, "quiet.wav", "rain"), reasons(tagged, "rain.wav", "rain")
    assert quiet.spreads == pytest.approx(0, abs=0.2)
    assert rain.spreads is not None
    assert rain.spreads > 3


def test_how_far_above_this_library_is_said_once_there_are_enough_sounds(tagged: TaggedLibrary) -> None:
    tagged.add("rain.wav", vector("rain"))
    assert reasons(tagged, "rain.wav", "rain")[0].in_library is None
    for number in range(30):
        tagged.add(f"{number}.wav", vector(f"{0.8 + 0.01 * number:.2f} rain"))
    [usual] = [reason for reason in reasons(tagged, "rain.wav", "rain") if reason.kind is ReasonKind.WORDS]
    assert usual.band is Band.STRONG
    assert usual.in_library is not None
    assert abs(usual.in_library) < 1, "among nothing but rain, rain is nothing special"
    tagged.add("storm.wav", vector("3 rain"))
    [special] = [reason for reason in reasons(tagged, "storm.wav", "rain") if reason.kind is ReasonKind.WORDS]
    assert special.in_library is not None
    assert special.in_library > 3


def test_one_word_is_said_once_and_a_word_nobody_knows_has_no_standing(tagged: TaggedLibrary) -> None:
    tagged.add("a.wav", vector("rain"))
    assert [r.kind for r in reasons(tagged, "a.wav", "rain")] == [ReasonKind.WORDS]
    [unknown] = reasons(tagged, "a.wav", "xyzzy")
    assert (unknown.spreads, unknown.band) == (None, None)


def test_words_to_keep_away_from_and_the_example_are_parts(tagged: TaggedLibrary) -> None:
    tagged.add("a.wav", vector("rain"))
    found = reasons(tagged, "a.wav", "-wind", like=vector("rain"))
    assert [(r.kind, r.text) for r in found] == [(ReasonKind.EXAMPLE, ""), (ReasonKind.WITHOUT, "wind")]
    assert found[0].spreads is not None
    assert found[1].spreads is not None
    assert found[0].spreads > 0.5 > found[1].spreads


def test_a_tag_names_the_prompt_that_matched(tagged: TaggedLibrary) -> None:
    tagged.add("a.wav", vector("3 wind", "rain"))
    [found] = reasons(tagged, "a.wav", "tag:tempest")
    assert (found.kind, found.text, found.prompt) == (ReasonKind.TAG, "Storm", "wind")
    assert found.band is Band.STRONG


def test_a_tag_that_a_person_gave_is_their_word(tagged: TaggedLibrary) -> None:
    sound_id = tagged.add("a.wav", vector("door"))
    tagged.tagger.accept([sound_id], ("weather", "wind"))
    assert reasons(tagged, "a.wav", "tag:wind") == [Reason(ReasonKind.SAID, "Wind")]


def test_what_stands_in_the_name_is_a_reason(tagged: TaggedLibrary) -> None:
    tagged.add("Rain_on tin 03.wav", vector("door"))
    assert [r.text for r in reasons(tagged, "Rain_on tin 03.wav", "tin rain dog") if r.kind is ReasonKind.NAME] == [
        "tin",
        "rain",
    ]
    assert [r.text for r in reasons(tagged, "Rain_on tin 03.wav", 'name:on "in 03"')] == ["on", "in 03"]
    assert ReasonKind.NAME not in [r.kind for r in reasons(tagged, "Rain_on tin 03.wav", "ain")]


def test_a_sound_that_was_not_heard_is_explained_by_its_name(tagged: TaggedLibrary) -> None:
    tagged.add("rain.wav", None)
    assert reasons(tagged, "rain.wav", "rain", like=np.ones(8, dtype=np.float32)) == [Reason(ReasonKind.NAME, "rain")]


def test_a_sound_that_left_the_library_has_no_reasons(tagged: TaggedLibrary) -> None:
    explainer = Explainer(tagged.library, tagged.embedded, tagged.prompts, tagged.tagger, tagged.embedder_id)
    assert explainer.explain(404, parse_query("rain")) == ()


def test_small_words_tell_nothing() -> None:
    assert telling_words("rain on a tin roof, like The rain") == ("rain", "tin", "roof")
    assert telling_words("on the of") == ()


def test_a_long_sound_is_explained_by_the_stretch_that_answers(tagged: TaggedLibrary) -> None:
    for number in range(30):
        tagged.add(f"{number}.wav", vector("0.1 hum"))
    tagged.add("long.wav", vector("wind"))
    before = reasons(tagged, "long.wav", "rain")[0]
    tagged.add_windows("long.wav", vector("wind"), vector("rain"), vector("bell"))
    first, *rest = reasons(tagged, "long.wav", "rain bell")
    assert first.moment in (Moment(10.0, 20.0), Moment(20.0, 30.0))
    assert all(reason.moment is None for reason in rest)
    rain = reasons(tagged, "long.wav", "rain")[0]
    assert rain.moment == Moment(10.0, 20.0)
    assert rain.spreads is not None
    assert before.spreads is not None
    assert rain.spreads > before.spreads + 1
    assert reasons(tagged, "long.wav", "wind")[0].moment is None, "the whole sound is that"
    assert reasons(tagged, "long.wav", "", like=vector("bell"))[0].moment == Moment(20.0, 30.0)


def test_a_tag_whose_name_only_begins_as_the_one_asked_for_is_no_reason(tagged: TaggedLibrary) -> None:
    wide = Vocabulary("more", "More", "", (Tag("rain-drops", "Rain drops", ("rain",)),))
    tagged.tagger.set_vocabularies([WEATHER, wide])
    tagged.add("a.wav", vector("rain"))
    assert [reason.text for reason in reasons(tagged, "a.wav", "tag:rain")] == ["Rain"]
    tagged.tagger.set_vocabularies([wide])
    assert [reason.text for reason in reasons(tagged, "a.wav", "tag:rain")] == ["Rain drops"]
