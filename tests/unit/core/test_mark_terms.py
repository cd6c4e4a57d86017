"""Filters by what was noted are read as they are meant."""

import pytest

from desktop_app.core.mark_terms import Kind, ratings_of
from desktop_app.core.query import Query, Terms, parse_query


@pytest.mark.parametrize(
    ("value", "unwanted", "expected"),
    [
        ("3", False, (3, 3)),
        ("=0", False, (0, 0)),
        (">=3", False, (3, 5)),
        (">3", False, (4, 5)),
        ("<3", False, (0, 2)),
        ("<=3", False, (0, 3)),
        ("2-4", False, (2, 4)),
        ("4-2", False, (2, 4)),
        (">=3", True, (0, 2)),
        (">3", True, (0, 3)),
        ("<3", True, (3, 5)),
        ("<=3", True, (4, 5)),
        ("3", True, None),
        ("2-4", True, None),
        (">2-4", False, None),
        ("6", False, None),
        ("good", False, None),
    ],
)
def test_ratings(value: str, unwanted: bool, expected: tuple[int, int] | None) -> None:
    assert ratings_of(value, unwanted=unwanted) == expected


def test_a_line_with_all_of_them() -> None:
    query = parse_query('rain rating:>=3 is:favourite -is:Untagged collection:"Rain set" note:loop -note:old')
    assert query == Query(
        words="rain",
        ratings=(3, 5),
        wanted=Terms(collections=("Rain set",), notes=("loop",), kinds=(Kind.FAVOURITE,)),
        unwanted=Terms(notes=("old",), kinds=(Kind.UNTAGGED,)),
    )
    assert query.filters
    assert parse_query("rating:5").filters
    assert parse_query("is:favorite").wanted.kinds == (Kind.FAVOURITE,)
    assert parse_query("is:duplicate").wanted


@pytest.mark.parametrize("line", ["rating:9", "is:nice", "rating:", "is:", "collection:", "note:", "-rating:3"])
def test_what_cannot_be_read_breaks_the_query_with_a_hint(line: str) -> None:
    query = parse_query(line)
    assert query.broken
    assert "for example" in query.hints[0] or "write" in query.hints[0]
