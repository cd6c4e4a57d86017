"""Words of other languages become the prompts of the tags that are called so, and English stays what it is."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop_app.core.dictionary import Dictionary, Reading, read_text
from desktop_app.core.tag import Tag

TAGS = (
    Tag("dog", "Dog", ("dog barking", "dog growling"), aliases=("Hund", "Hundegebell", "chien", "犬")),
    Tag("creak", "Door creak", ("creaking door",), aliases=("Türknarren", "grincement de porte", "ドアのきしみ")),
    Tag("door", "Door", ("door",), aliases=("Tür", "ドア")),
    Tag("rain", "Rain", ("rain", "rain falling"), aliases=("Regen", "pluie", "雨")),
    Tag("cat", "Cat", ("cat meowing",), aliases=("chat", "Katze", "猫")),
    Tag("bus", "Bus", ("bus driving",), aliases=("バス",)),
    Tag("glass", "Glass", ("glass",), aliases=("ガラス",)),
    Tag("drum", "Surdo", ("surdo drum",), aliases=("tambour", "Tambora")),
    Tag("battle", "Battle", ("battlefield",), aliases=("guerra",)),
)
_WORDS = "dog door creak rain cat chat bus glass big in the drum guerra loud pickup und"
KNOWN = frozenset(_WORDS.split())


def read(text: str) -> tuple[str, ...] | None:
    found = read_text(text, lambda: Dictionary(TAGS), KNOWN)
    return found.texts if found else None


@pytest.mark.parametrize(
    "text", ["Türknarren", "türknarren", "TÜRKNARREN", "tur knarren", "Tür-Knarren", "Tuerknarren", "Tu\u0308rknarren"]
)
def test_case_marks_spaces_and_hyphens_make_no_difference(text: str) -> None:
    assert read(text) == ("creaking door",)


def test_all_prompts_of_a_tag_are_meant() -> None:
    assert read("Hundegebell") == ("dog barking", "dog growling")
    assert Reading(("dog barking", "dog growling")).shown == "dog barking"


def test_the_longest_name_is_taken_first() -> None:
    assert read("le grincement de porte") == ("creaking door",)
    assert read("grincements de portes") == ("creaking door",)


def test_several_names_are_put_together() -> None:
    assert read("Hund im Regen") == ("dog barking and rain", "dog growling and rain falling")
    assert read("Hund und Hund") == ("dog barking", "dog growling")
    assert read("Hund bellt") == ("dog barking", "dog growling")


def test_english_words_between_are_kept() -> None:
    assert read("loud Hundegebell") == ("loud dog barking", "loud dog growling")
    assert read("Hundegebell in the Regen, loud") == (
        "dog barking and rain loud",
        "dog growling and rain falling loud",
    )


def test_japanese_has_no_spaces() -> None:
    assert read("犬") == ("dog barking", "dog growling")
    assert read("犬の鳴き声") == ("dog barking", "dog growling")
    assert read("ドアのきしみ音") == ("creaking door",)
    assert read("雨とドア") == ("rain and door", "rain falling and door")


def test_a_word_in_katakana_is_not_cut() -> None:
    assert read("バス") == ("bus driving",)
    assert read("バスドラム") is None
    assert read("窓ガラス") == ("glass",)


@pytest.mark.parametrize(
    "text", ["", "rain", "cat", "chat", "big dog", "door creak", "Rain 808", "tambour", "surdo", "chats", "?!", "12"]
)
def test_english_stays_as_it_is(text: str) -> None:
    assert read(text) is None


@pytest.mark.parametrize("text", ["mana regen pickup", "big regen", "caixa de guerra", "loud and tamboril"])
def test_an_odd_word_makes_no_text_foreign(text: str) -> None:
    assert read(text) is None


def test_what_has_no_name_stays_as_it_is() -> None:
    assert read("лай собаки") is None
    assert read("Kettensäge") is None
    assert read("雪") is None


def test_the_dictionary_is_not_needed_for_english() -> None:
    def never() -> Dictionary:
        raise AssertionError

    assert read_text("big dog in the rain", never, KNOWN) is None
    with pytest.raises(AssertionError):
        read_text("big Hund", never, KNOWN)


def test_of_two_tags_with_one_name_the_first_has_it() -> None:
    mine = Tag("mine", "Hund", ("my dog",))
    assert Dictionary((mine, *TAGS)).find("hund") == mine
    assert Dictionary((*TAGS, mine)).find("hund") == TAGS[0]


def test_marks_that_are_typed_are_meant() -> None:
    cote = (Tag("side", "côté", ("side",)), Tag("coast", "côte", ("coast",)))
    names = Dictionary(cote)
    assert names.find("côte") == cote[1]
    assert names.find("côté") == cote[0]
    assert names.find("cöte") is None


@given(st.text(max_size=60))
def test_no_text_is_too_odd(text: str) -> None:
    found = read(text)
    assert found is None or all(found)
