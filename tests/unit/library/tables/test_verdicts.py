"""Verdicts: what a person said stays said."""

import apsw
import pytest

from desktop_app.core.verdict import Judgement, Verdict
from desktop_app.library.library import Library

DOG = Verdict(b"1" * 16, "everyday", "dog", Judgement.ACCEPTED)
CAT = Verdict(b"1" * 16, "everyday", "cat", Judgement.REJECTED)
OTHER = Verdict(b"2" * 16, "everyday", "dog", Judgement.ADDED)
SAME_TAG_ELSEWHERE = Verdict(b"2" * 16, "music", "dog", Judgement.ADDED)
ALL = {DOG, CAT, OTHER, SAME_TAG_ELSEWHERE}


def test_verdicts_are_found_by_content_and_by_tag(library: Library) -> None:
    library.verdicts.set(list(ALL))
    assert set(library.verdicts.all()) == ALL
    assert set(library.verdicts.of_content([b"1" * 16])) == {DOG, CAT}
    assert set(library.verdicts.of_content([b"1" * 16, b"2" * 16, b"3" * 16])) == ALL
    assert library.verdicts.of_content([]) == []
    assert set(library.verdicts.of_tag("everyday", "dog")) == {DOG, OTHER}
    assert library.verdicts.of_tag("everyday", "nothing") == []


def test_the_last_word_counts(library: Library) -> None:
    library.verdicts.set([DOG])
    changed = Verdict(DOG.content_id, DOG.vocabulary_id, DOG.tag_id, Judgement.REJECTED)
    library.verdicts.set([changed])
    assert library.verdicts.all() == [changed]


def test_verdicts_can_be_forgotten(library: Library) -> None:
    library.verdicts.set([DOG, CAT])
    library.verdicts.say("everyday", "dog", {None: [DOG.content_id, b"9" * 16]})
    assert library.verdicts.all() == [CAT]


def test_verdicts_of_very_many_contents_are_found_at_once(library: Library) -> None:
    ids = [number.to_bytes(16, "big") for number in range(50_000)]
    library.verdicts.set([Verdict(ids[-1], "v", "t", Judgement.ADDED)])
    assert [v.content_id for v in library.verdicts.of_content(ids)] == [ids[-1]]


def everything_said(library: Library) -> set[Verdict]:
    return set(library.verdicts.all())


def test_what_is_said_gives_back_what_was_said_before_and_saying_that_puts_it_back(library: Library) -> None:
    library.verdicts.set(list(ALL))
    new = {Judgement.REJECTED: [b"1" * 16], Judgement.ADDED: [b"3" * 16], None: [b"2" * 16]}
    before = library.verdicts.say("everyday", "dog", new)
    assert {v.content_id[:1]: v.judgement for v in library.verdicts.of_tag("everyday", "dog")} == {
        b"1": Judgement.REJECTED,
        b"3": Judgement.ADDED,
    }
    assert {CAT, SAME_TAG_ELSEWHERE} <= everything_said(library), "other tags are left alone"
    after = library.verdicts.say("everyday", "dog", before)
    assert everything_said(library) == ALL
    library.verdicts.say("everyday", "dog", after)
    assert library.verdicts.of_tag("everyday", "dog") != [DOG, OTHER]
    assert {v.judgement for v in library.verdicts.of_content([b"3" * 16])} == {Judgement.ADDED}


def test_saying_nothing_of_nobody_changes_nothing(library: Library) -> None:
    library.verdicts.set([DOG])
    assert library.verdicts.say("everyday", "dog", {Judgement.REJECTED: [], None: []}) == {}
    assert everything_said(library) == {DOG}


def test_what_cannot_be_said_wholly_is_not_said_at_all(library: Library) -> None:
    library.verdicts.set([DOG, OTHER])
    twice = {Judgement.REJECTED: [DOG.content_id, b"4" * 16, b"4" * 16]}
    with pytest.raises(apsw.ConstraintError):
        library.verdicts.say("everyday", "dog", twice)
    assert everything_said(library) == {DOG, OTHER}


def test_a_word_on_100_000_sounds_is_put_back_exactly(library: Library) -> None:
    ids = [number.to_bytes(16, "big") for number in range(100_000)]
    library.verdicts.say("v", "t", {Judgement.ADDED: ids[::3], Judgement.REJECTED: ids[1::3]})
    said = everything_said(library)
    before = library.verdicts.say("v", "t", {Judgement.REJECTED: ids})
    assert len(everything_said(library)) == 100_000
    assert set(before) == {Judgement.ADDED, Judgement.REJECTED, None}
    library.verdicts.say("v", "t", before)
    assert everything_said(library) == said


def test_words_say_in_one_glance_who_has_a_tag(library: Library) -> None:
    library.verdicts.set(list(ALL))
    dog, cat, others = ("everyday", "dog"), ("everyday", "cat"), [("x", str(number)) for number in range(9)]
    expected = {(b"1" * 16, dog, True), (b"2" * 16, dog, True), (b"1" * 16, cat, False)}
    assert set(library.verdicts.words_on([dog, cat])) == expected
    assert set(library.verdicts.words_on([dog, cat, *others])) == expected, "the same when all are read at once"
    assert library.verdicts.words_on([]) == []


def test_whoever_read_the_verdicts_can_tell_when_to_do_so_again(library: Library) -> None:
    seen = [library.verdicts.changes]
    for change in (
        lambda: library.verdicts.set([DOG]),
        lambda: library.verdicts.say("everyday", "dog", {None: [DOG.content_id]}),
        lambda: library.verdicts.say("everyday", "dog", {Judgement.REJECTED: [DOG.content_id]}),
    ):
        change()
        seen.append(library.verdicts.changes)
    assert seen == sorted(set(seen))
    library.verdicts.all()
    assert library.verdicts.changes == seen[-1]


def test_of_very_many_verdicts_on_a_tag_the_same_few_are_read(library: Library) -> None:
    assert library.verdicts.some_words_on([("v", "t")], 3) == {}
    ids = [number.to_bytes(16, "big") for number in range(10)]
    library.verdicts.say("v", "t", {Judgement.REJECTED: ids[1::2], Judgement.ADDED: ids[::2]})
    library.verdicts.set([CAT])
    few = {("v", "t"): [(ids[0], True), (ids[1], False), (ids[2], True)]}
    assert library.verdicts.some_words_on([("v", "t"), ("v", "other")], 3) == few
    all_of_both = library.verdicts.some_words_on([("everyday", "cat"), ("v", "t")], 100)
    assert {key: len(words) for key, words in all_of_both.items()} == {("everyday", "cat"): 1, ("v", "t"): 10}
