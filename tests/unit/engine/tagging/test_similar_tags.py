"""A tag that repeats another one is pointed out, in whatever vocabulary that is; one that only resembles it is not."""

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from desktop_app.core.tag import Tag, Vocabulary
from desktop_app.engine.tagging.similar_tags import ALIKE, SimilarTag, similar_tags
from tests.tagged_library import ANIMALS, WEATHER, TaggedLibrary, tagged_library

SHOWER = Tag("shower", "Shower", ("rain",))


@pytest.fixture
def tagged(tmp_path: Path) -> Iterator[TaggedLibrary]:
    with tagged_library(tmp_path, (WEATHER, ANIMALS)) as made:
        made.network.asked.clear()
        yield made


def found(tagged: TaggedLibrary, tag: Tag, *vocabularies: Vocabulary) -> list[SimilarTag]:
    return list(similar_tags(tag, "weather", vocabularies, tagged.prompts))


def test_the_same_name_or_alias_is_found_in_any_letter_case(tagged: TaggedLibrary) -> None:
    both = found(tagged, Tag("new", "rain", ("bell",)), WEATHER, ANIMALS)
    assert [(one.vocabulary_name, one.tag.tag_id, one.shared_name) for one in both] == [
        ("Weather", "rain", "Rain"),
        ("Animals", "rain", "RAIN"),
    ]
    by_alias = found(tagged, Tag("new", "New", ("bell",), aliases=("DOWNPOUR",)), WEATHER, ANIMALS)
    assert [(similar.tag.name, similar.shared_name) for similar in by_alias] == [("Rain", "Downpour")]


def test_prompts_that_mean_the_same_are_found(tagged: TaggedLibrary) -> None:
    similar = found(tagged, SHOWER, WEATHER)
    assert [(one.tag.name, one.shared_name) for one in similar] == [("Rain", None)]
    assert similar[0].cosine == pytest.approx(1.0)


def test_a_tag_is_not_like_itself_but_like_one_of_the_same_id_elsewhere(tagged: TaggedLibrary) -> None:
    assert [similar.vocabulary_id for similar in found(tagged, WEATHER.tags[0], WEATHER, ANIMALS)] == ["animals"]


def test_related_is_not_repeated(tagged: TaggedLibrary) -> None:
    tagged.prompts.vectors(["rain wind"])
    half = Tag("storm", "Storm", ("rain wind",))  # a cosine of 0.71 to either
    assert ALIKE > 0.75
    assert found(tagged, half, WEATHER) == []


def test_the_network_reads_nothing_but_the_tags_own_prompts(tagged: TaggedLibrary) -> None:
    unread = Vocabulary("foley", "Foley", "", (Tag("pane", "Pane", ("glass",)), Tag("empty", "Empty", ())))
    assert found(tagged, Tag("shard", "Shard", ("glass",)), unread, WEATHER) == []
    assert tagged.network.asked == ["glass"]
    assert [one.tag.name for one in found(tagged, Tag("x", "pane", ("glass",)), unread)] == ["Pane"]


def test_a_tag_without_prompts_is_known_by_its_name(tagged: TaggedLibrary) -> None:
    assert found(tagged, Tag("new", "nothing", ()), WEATHER) == []
    assert [one.tag.name for one in found(tagged, Tag("new", "wind", ()), WEATHER)] == ["Wind"]
    assert found(tagged, SHOWER) == []


def test_only_the_nearest_three_are_told(tagged: TaggedLibrary) -> None:
    many = Vocabulary("many", "Many", "", tuple(Tag(f"t{n}", f"t{n}", ("rain",)) for n in range(9)))
    tagged.prompts.vectors(["rain"])
    similar = found(tagged, replace(SHOWER, name="t8"), many)
    assert similar[0].tag.name == "t8"
    assert len(similar) == 3
