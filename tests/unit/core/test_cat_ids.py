"""CatIDs are ranked by what is heard on two levels, and by words; what a file is called finds what it is."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop_app.core.cat_ids import CatIdRanking, read_synonyms, words_of
from desktop_app.core.tag import Tag
from desktop_app.core.vector_index import Vectors

TAGS = (
    Tag("category-birds", "BIRDS", ("bird",), group="BIRDS"),
    Tag("birdcrow", "BIRDS CROW", ("crow cawing",), aliases=("Krähe", "カラス"), group="BIRDS", cat_id="BIRDCrow"),
    Tag("birdmisc", "BIRDS MISC", ("birds",), group="BIRDS", cat_id="BIRDMisc"),
    Tag("category-doors", "DOORS", ("door",), group="DOORS"),
    Tag("doorwood", "DOORS WOOD", ("wooden door",), group="DOORS", cat_id="DOORWood"),
    Tag("doorcreak", "DOORS CREAK", ("creaking door",), group="DOORS", cat_id="DOORCreak"),
    Tag("category-archived", "ARCHIVED", ("a take",), group="ARCHIVED"),
    Tag("tone", "ARCHIVED TEST TONE", ("test tone",), group="ARCHIVED", cat_id="TONE"),
)
SYNONYMS = {
    "BIRDCrow": ("raven", "rook"),
    "DOORCreak": ("squeak", "hinge"),
    "DOORWood": ("cabin",),
    "NEWOne": ("raven",),
}
RANKING = CatIdRanking(TAGS, SYNONYMS)


def heard(**standings: float) -> Vectors:
    """Spreads for the tags of these ids, with "_" for "-"; 0 for all others."""
    named = {name.replace("_", "-"): value for name, value in standings.items()}
    return np.array([named.get(tag.tag_id, 0.0) for tag in TAGS], dtype=np.float32)


def ranked(standings: Vectors | None, *texts: str, limit: int = 5) -> list[str]:
    return [found.category.cat_id for found in RANKING.rank(standings, texts, limit=limit)]


def test_what_is_heard_is_ranked_and_the_rest_of_a_category_comes_last() -> None:
    assert ranked(heard(doorwood=2, doorcreak=3, birdmisc=0.4, birdcrow=0.3)) == [
        "DOORCreak",
        "DOORWood",
        "BIRDCrow",
        "BIRDMisc",
    ]


def test_a_category_that_stands_out_helps_its_own_and_one_that_does_not_harms_nobody() -> None:
    assert ranked(heard(doorwood=2, birdcrow=1.8, category_birds=3))[0] == "BIRDCrow"
    assert ranked(heard(doorwood=2, birdcrow=1.8, category_doors=-5))[0] == "DOORWood"


def test_what_is_no_kind_of_sound_is_only_found_by_words() -> None:
    assert "TONE" not in ranked(heard(tone=9))
    assert "TONE" not in ranked(heard(tone=9), "raven")
    for standings in (None, heard(), heard(doorwood=1, category_doors=2)):
        assert ranked(standings, "test tone 1k")[0] == "TONE"
    assert ranked(heard(doorwood=3), "tone")[0] == "DOORWood", "a word does not shout down what is heard"


@pytest.mark.parametrize(
    ("name", "first"),
    [
        ("raven_01", "BIRDCrow"),
        ("RavensInATree", "BIRDCrow"),
        ("KRÄHE nah", "BIRDCrow"),
        ("カラス", "BIRDCrow"),
        ("squeaking-hinges", "DOORCreak"),
        ("cabin door", "DOORWood"),
        ("bird", "BIRDCrow"),
    ],
)
def test_words_of_a_name_are_found_in_any_spelling_and_language(name: str, first: str) -> None:
    assert ranked(None, name)[0] == first


def test_sound_and_words_together_decide() -> None:
    sound = heard(doorwood=2.0, doorcreak=1.9)
    assert ranked(sound)[0] == "DOORWood"
    assert ranked(sound, "old hinge")[0] == "DOORCreak"
    assert ranked(sound, "raven")[0] == "DOORWood", "a word does not shout down what is heard"


def test_nothing_speaks_for_anything() -> None:
    assert ranked(None) == []
    assert ranked(None, "IMG_0001", "", "of the") == []
    assert ranked(np.full(len(TAGS), -np.inf, dtype=np.float32)) == []


def test_probabilities_add_up_to_one_and_names_count_only_when_they_are_clear() -> None:
    found = RANKING.rank(heard(doorwood=2), ["cabin door"], limit=99)
    assert sum(one.score for one in found) == pytest.approx(1, abs=1e-4)
    assert [one.score for one in found] == sorted((one.score for one in found), reverse=True)
    assert not any(one.named for one in RANKING.rank(heard(doorwood=9), ["x"]))


def test_a_word_of_many_says_less_and_long_texts_do_not_say_more() -> None:
    tags = [Tag(f"t{n}", f"A B{n}", (f"w{n}",), group="A", cat_id=f"A{n}") for n in range(400)]
    words = {
        f"A{n}": ("all", f"Only {'abcdefghijklmnopqrst'[n % 20]}{'abcdefghijklmnopqrst'[n // 20]}") for n in range(400)
    }
    ranking = CatIdRanking(tags, words)
    [clear] = ranking.rank(None, ["all ab"], limit=1)
    assert clear.named is False
    assert clear.said == pytest.approx(np.log(400), rel=1e-3)
    story = " ".join(f"{a}{b}" for a in "abcdef" for b in "abcdef")
    [lost] = ranking.rank(None, [story], limit=1)
    assert lost.said < clear.said


@pytest.fixture(scope="module")
def many() -> CatIdRanking:
    """400 CatIDs in ten categories of 40; a name that is its own, and a word that it shares with one other."""
    letters = "abcdefghijklmnopqrst"
    own = [f"own{letters[n % 20]}{letters[n // 20]}" for n in range(400)]
    shared = [f"shared{letters[n // 2 % 20]}{letters[n // 40]}" for n in range(400)]
    tags = [Tag(f"t{n}", f"{n % 10} {own[n]}", (shared[n],), group=f"{n % 10}", cat_id=f"C{n}") for n in range(400)]
    return CatIdRanking(tags, {})


def only(*numbers: int) -> Vectors:
    """These are heard, the first one most."""
    standings = np.full(400, -3, dtype=np.float32)
    standings[list(numbers)] = 1 - 0.01 * np.arange(len(numbers), dtype=np.float32)
    return standings


def test_a_single_word_names_a_cat_id_only_where_the_sound_suggests_its_category(many: CatIdRanking) -> None:
    def named(standings: Vectors | None, text: str) -> list[str]:
        return [one.category.cat_id for one in many.rank(standings, [text]) if one.named]

    assert named(only(7, 17, 27), "owniq") == [], "of another category: the word means something else here"
    assert named(only(338, 7), "owniq") == ["C328"], "its category is what is heard"
    assert named(None, "owniq") == [], "a single word, and nothing that agrees"
    assert named(None, "owniq sharedaa") == []
    assert named(None, "owniq sharedei") == ["C328"], "two words agree"


def test_what_is_no_kind_of_sound_is_named_by_two_words_whatever_is_heard() -> None:
    tags = [*(Tag(f"t{n}", f"{n} own{n}", ("x",), group=f"{n}", cat_id=f"C{n}") for n in range(400))]
    tone = Tag("tone", "ARCHIVED TEST TONE", ("test tone",), group="ARCHIVED", cat_id="TONE")
    ranking = CatIdRanking([*tags, tone], {})
    standings = np.append(only(7, 17, 27), np.float32(-9))
    for name, named in (("Test Tone 1k", ["TONE"]), ("Tone 1k", [])):
        assert [one.category.cat_id for one in ranking.rank(standings, [name]) if one.named] == named


@given(st.text(), st.text())
def test_any_text_can_be_asked_about(name: str, description: str) -> None:
    for found in RANKING.rank(heard(birdcrow=1), [name, description]):
        assert 0 <= found.score <= 1
    assert all(word == word.strip() and len(word) > 1 for word in words_of(name))


def test_synonyms_are_read_from_a_table() -> None:
    assert read_synonyms("# heading\n\nBIRDCrow\traven,rook\nTONE\tsine\n") == {
        "BIRDCrow": ("raven", "rook"),
        "TONE": ("sine",),
    }
