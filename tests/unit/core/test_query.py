"""One line of search is understood as far as possible, and never an error."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop_app.core.query import Query, Terms, parse_query


def test_plain_words_stay_together():
    assert parse_query("  rain on a tin  roof ") == Query(words="rain on a tin roof")


def test_everything_in_one_line():
    query = parse_query('kick -reverb folder:"My Drums" tag:"bass drum" length:<2 format:.FLAC name:808 "take 3"')
    assert query.words == "kick"
    assert query.without == ("reverb",)
    assert query.wanted == Terms(
        folders=("My Drums",), tags=("bass drum",), formats=("FLAC",), names=("808",), literals=("take 3",)
    )
    assert query.shorter == 2
    assert query.filters


def test_filters_and_quotes_can_be_taken_away():
    query = parse_query('-tag:rain -"take 3" -format:mp3 -folder:old -name:copy')
    assert query.unwanted == Terms(("old",), ("rain",), ("mp3",), ("copy",), ("take 3",))
    assert query.words == ""
    assert query.without == ()


@pytest.mark.parametrize(
    ("text", "longer", "shorter"),
    [
        ("length:<2", None, 2.0),
        ("length:<=2s", None, 2.0),
        ("length:>500ms", 0.5, None),
        ("length:>1:30", 90.0, None),
        ("length:<2min", None, 120.0),
        ("length:1-3", 1.0, 3.0),
        ("length:1,5-3", 1.5, 3.0),
        ("length:5-1", 1.0, 5.0),
        ("-length:<2", 2.0, None),
        ("-length:>2", None, 2.0),
    ],
)
def test_lengths(text, longer, shorter):
    query = parse_query(text)
    assert (query.longer, query.shorter) == (longer, shorter)
    assert query.hints == ()


def test_a_bare_length_means_about_this_long():
    query = parse_query("length:10")
    assert query.longer < 10 < query.shorter


@pytest.mark.parametrize("text", ["length:soon", "length:<", "length:1-soon", "length:", "folder:", "tag:", "-name:"])
def test_what_cannot_be_understood_becomes_a_hint(text):
    query = parse_query(text)
    assert not query.filters
    assert query.words == ""
    assert len(query.hints) == 1
    assert "for example" in query.hints[0] or "write" in query.hints[0]


def test_an_unknown_filter_is_searched_for_as_words_and_said():
    query = parse_query("bpm:120 kick")
    assert query.words == "bpm 120 kick"
    assert "bpm:" in query.hints[0]
    assert parse_query("-mood:sad").without == ("mood sad",)


def test_a_hyphen_inside_a_word_is_no_minus():
    assert parse_query("lo-fi hi-hat").words == "lo-fi hi-hat"


@pytest.mark.parametrize("text", ["", " ", "-", "--", '"', '""', "\0", "!!!", "…", "😀"])
def test_nothing_to_search_for(text):
    query = parse_query(text)
    assert replace(query, hints=()) == Query()
    typed = text.strip(" \0")
    assert [f"“{typed}”" in hint for hint in query.hints] == ([True] if typed else [])


def test_an_open_quote_reaches_to_the_end():
    assert parse_query('"take 3').wanted.literals == ("take 3",)


def test_curly_quotes_are_quotes():
    assert parse_query("“take 3”").wanted.literals == ("take 3",)


def test_field_names_in_any_letter_case():
    assert parse_query("TAG:rain").wanted.tags == ("rain",)


@given(st.text(max_size=300))
def test_no_text_is_an_error(text):
    query = parse_query(text)
    assert "\0" not in query.words


def test_a_pasted_book_is_cut():
    assert len(parse_query("word " * 100_000).words) < 3_000
