"""Verdicts: what a person said stays said."""

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
    library.verdicts.clear([(DOG.content_id, "everyday", "dog"), (b"9" * 16, "everyday", "dog")])
    assert library.verdicts.all() == [CAT]


def test_verdicts_of_very_many_contents_are_found_at_once(library: Library) -> None:
    ids = [number.to_bytes(16, "big") for number in range(50_000)]
    library.verdicts.set([Verdict(ids[-1], "v", "t", Judgement.ADDED)])
    assert [v.content_id for v in library.verdicts.of_content(ids)] == [ids[-1]]
