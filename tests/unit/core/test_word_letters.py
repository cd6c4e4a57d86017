"""By its letters a single word shows whether it is of another language; English in pieces stays English."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop_app.core.word_letters import WordLetters

LETTERS = WordLetters(
    ("thunder", "thunderstorm", "rain", "raining", "bell", "ring", "drum", "kit", "cafe", "door", "window", "whistle"),
    ("gewitter", "regen", "schlüssel", "schloss", "schnee", "geschirr", "türschloss", "blätter", "gitter", "wetter"),
)


@pytest.mark.parametrize("word", ["geschlitter", "Schlüssel", "SCHLÜSSEL", "türgitter", "schnitter"])
def test_what_is_spelt_as_other_languages_spell_is_noticed(word: str) -> None:
    assert LETTERS.is_foreign(word)


@pytest.mark.parametrize(
    "word", ["thunder", "Thunders", "drumkit", "raindoor", "café", "ringing", "windows", "zeitgeist"]
)
def test_english_is_not(word: str) -> None:
    assert not LETTERS.is_foreign(word)


@pytest.mark.parametrize("word", ["", "sch", "schl", "tür", "808"])
def test_too_little_is_no_word(word: str) -> None:
    assert not LETTERS.is_foreign(word)


def test_a_mark_says_something_and_not_everything() -> None:
    assert LETTERS.is_foreign("schnör")
    assert not LETTERS.is_foreign("schnor")
    assert not LETTERS.is_foreign("thündör")


def test_without_anything_to_compare_nothing_is_noticed() -> None:
    assert not WordLetters((), ()).is_foreign("gewitter")


@given(st.text(max_size=40))
def test_no_word_is_too_odd(word: str) -> None:
    assert LETTERS.is_foreign(word) in (True, False)
