"""One line of search is understood as far as possible, and never an error."""

from dataclasses import replace

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from desktop_app.core.query import Query, Terms, is_filter, parse_query
from desktop_app.core.query_tokens import cleaned, in_quotes, tokens_of


def test_plain_words_stay_together():
    assert parse_query("  rain on a tin  roof ") == Query(words="rain on a tin roof")


def test_everything_in_one_line():
    query = parse_query('kick -reverb folder:"My Drums" tag:"bass drum" length:<2 format:.FLAC name:808 "take 3"')
    assert query.words == "kick"
    assert query.without == ("reverb",)
    assert query.wanted == Terms(
        folders=("My Drums",), tags=(("bass drum",),), formats=("FLAC",), names=("808",), literals=("take 3",)
    )
    assert query.shorter == 2
    assert query.filters


def test_filters_and_quotes_can_be_taken_away():
    query = parse_query('-tag:rain -"take 3" -format:mp3 -folder:old -name:copy')
    assert query.unwanted == Terms(("old",), (("rain",),), ("mp3",), ("copy",), ("take 3",))
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


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("creator:JD", "Did you mean creatorid:"),
        ("-bmp:120", "Did you mean bpm:"),
        ("colour:12 kick", "There are folder:, tag:, length:, format:, name: and more."),
        (f"{'x' * 1000}:1", "and more."),
    ],
)
def test_an_unknown_filter_finds_nothing_and_names_those_that_are_like_it(text: str, said: str) -> None:
    query = parse_query(text)
    assert query.broken
    [hint] = query.hints
    assert f"There is no filter “{text.lstrip('-').partition(':')[0][:40]}" in hint
    assert said in hint
    assert len(hint) < 200


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
    assert parse_query("TAG:rain").wanted.tags == (("rain",),)


@given(st.text(max_size=300))
def test_no_text_is_an_error(text):
    query = parse_query(text)
    assert "\0" not in query.words


def test_a_pasted_book_is_cut():
    assert len(parse_query("word " * 100_000).words) < 3_000


def test_tags_narrow_and_alternatives_widen():
    query = parse_query('tag:wood|metal tag:"door slam",hit tag:"a, b" -tag:old|"very old" format:wav,.flac')
    assert query.wanted.tags == (("wood", "metal"), ("door slam", "hit"), ("a, b",))
    assert query.wanted.tag_names == ("wood", "metal", "door slam", "hit", "a, b")
    assert query.unwanted.tag_names == ("old", "very old")
    assert query.wanted.formats == ("wav", "flac")
    assert not query.words


@pytest.mark.parametrize("text", ["tag:,", "tag:|", 'tag:""', "format:,,"])
def test_alternatives_of_nothing_are_a_broken_filter(text):
    query = parse_query(text)
    assert query.broken
    assert not query.filters


@pytest.mark.parametrize(
    ("text", "broken"),
    [("length:<abc rain", True), ("folder:", True), ("rain", False), ("pitch:high", True), ("length:<2", False)],
)
def test_a_filter_that_cannot_be_read_is_told_from_words(text, broken):
    assert parse_query(text).broken is broken


@pytest.mark.parametrize(
    ("text", "whole"),
    [
        ("tag:rain", True),
        ("-tag:rain", True),
        ('"take 3"', True),
        ("length:<2", True),
        ("length:<", False),
        ("tag:", False),
        ("rain", False),
        ("-rain", False),
        ("pitch:high", False),
        ("!!", False),
    ],
)
def test_whole_filters_are_told_from_what_is_still_typed(text, whole):
    (token,) = tokens_of(text)
    assert is_filter(token) is whole


@given(st.text(st.sampled_from('ab:-"|, tag\0\ud800“'), max_size=60) | st.text(max_size=60))
def test_the_pieces_of_a_line_stand_where_they_say(text):
    last = 0
    for token in tokens_of(text):
        assert last <= token.start < token.end <= len(text)
        assert cleaned(text)[token.start : token.end] == token.text
        last = token.end
        is_filter(token)


@example("Rain,wind and sea")
@example("wood|metal parts")
@given(st.text(st.sampled_from("ab,| 0"), min_size=1, max_size=12) | st.text(min_size=1, max_size=40))
def test_a_value_in_quotes_comes_back_whole(value):
    wanted = parse_query(f"tag:{in_quotes(value)}").wanted.tag_names
    kept = cleaned(value).replace('"', "").strip()
    assert wanted == ((kept,) if kept else ())
