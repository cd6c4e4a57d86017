"""What lists of what people said would add to a library, sound by sound, and the adding.

A sound is found by its path, else by what audio it is, else by a file name that only one has; where nothing but the
name agrees and the audio is other, only if somebody agreed to that very match. What was said here stays wherever a list
says otherwise, unless somebody agreed to that very contradiction.
"""

from collections import Counter, defaultdict
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from enum import StrEnum
from pathlib import Path

from desktop_app.app import Earmark
from desktop_app.core.marks import Marks
from desktop_app.core.said import LeftOut, Names, SaidOfSound
from desktop_app.core.verdict import Judgement, Verdict
from desktop_app.exchange.exchanging import Refused, names_of_tags, read_lists, what_is_said
from desktop_app.exchange.keyword_tags import understand
from desktop_app.exchange.listed_sounds import Found, Lack, MatchedBy, SoundFinder, Unmatched
from desktop_app.library.library import Library
from desktop_app.library.tables.collected import RemovedCollection
from desktop_app.library.watching.relative_paths import text_key


class Kind(StrEnum):
    """Of what an import adds."""

    TAGS = "tags"
    MARKS = "marks"
    COLLECTED = "collected"


Added = tuple[Kind, bytes, str, str]
"""One thing that is said: of which content; of a tag its vocabulary and its id, of a collection "" and its name."""


class Subject(StrEnum):
    """What a contradiction is about."""

    TAG = "tag"
    RATING = "rating"
    NOTE = "note"


@dataclass(frozen=True, slots=True)
class Conflict:
    """Something that a person said here already, and that the list says otherwise."""

    path: Path = field(compare=False)
    """Of one of the files that have this audio."""
    content_id: bytes
    subject: Subject
    here: str
    there: str
    tag: tuple[str, str] = ("", "")
    """Vocabulary and tag, where it is about one."""

    @property
    def what(self) -> str:
        """`tag everyday/rain`, `rating` or `note`."""
        return f"{self.subject} {'/'.join(self.tag)}" if self.subject is Subject.TAG else self.subject.value

    @property
    def added(self) -> Added:
        """What is said where the list is believed."""
        return Kind.TAGS if self.subject is Subject.TAG else Kind.MARKS, self.content_id, *self.tag


@dataclass(frozen=True, slots=True)
class NameMatch:
    """A sound of a list that is known by nothing but its name."""

    here: Path
    there: str
    """Its path in the list."""
    other_audio: bool
    """Whether the list speaks of audio that is not in the library; else it does not say what audio it is."""


Believe = Callable[[Conflict], bool]
"""Whether the list is believed in one contradiction."""
Trust = Callable[[NameMatch], bool]
"""Whether a sound is taken for that of a list because of its name."""


def believe_none(_: Conflict) -> bool:
    """What was said here stays."""
    return False


def believe_all(_: Conflict) -> bool:
    """The list is believed wherever it says otherwise."""
    return True


def trust_likely(match: NameMatch) -> bool:
    """A name is enough where nothing speaks against it."""
    return not match.other_audio


@dataclass(slots=True)
class ImportPlan:
    """What an import would do. Nothing has been done yet."""

    judgements: dict[tuple[bytes, str, str], Judgement] = field(default_factory=dict)
    """What would be said, by content, vocabulary and tag."""
    marks: dict[bytes, Marks] = field(default_factory=dict)
    collections: dict[str, dict[bytes, None]] = field(default_factory=lambda: defaultdict(dict))
    """The contents, in order, that each would be given."""
    matched: dict[MatchedBy, int] = field(default_factory=lambda: dict.fromkeys(MatchedBy, 0))
    unknown: list[str] = field(default_factory=list)
    """Sounds of the list that are not in the library."""
    ambiguous: list[str] = field(default_factory=list)
    """Sounds of the list of which several here could be meant, by their names."""
    unheard: dict[str, str] = field(default_factory=dict)
    """Those that are, with the reason why nothing was heard of them, as a sentence: nothing can be said of them."""
    conflicts: dict[Conflict, None] = field(default_factory=dict)
    """In order; the same whoever is believed."""
    names: dict[str, str] = field(default_factory=dict)
    """Of `collections`, by how they are compared."""
    certain: set[Added] = field(default_factory=set)
    """What is added of sounds that are known by more than their names."""
    by_name: dict[NameMatch, set[Added]] = field(default_factory=dict)
    """The others, also those that are not trusted, with what each adds or would add."""

    @property
    def verdicts(self) -> list[Verdict]:
        """What would be said of tags."""
        return [Verdict(*key, judgement) for key, judgement in self.judgements.items()]

    @property
    def collected(self) -> int:
        """How many sounds would come into collections."""
        return sum(map(len, self.collections.values()))

    @property
    def amounts(self) -> dict[Kind, int]:
        """How much would be said."""
        return {Kind.TAGS: len(self.judgements), Kind.MARKS: len(self.marks), Kind.COLLECTED: self.collected}

    @property
    def not_trusted(self) -> list[NameMatch]:
        """Sounds of the list that a name alone does not make one of the library, unless a person says so."""
        return [match for match in self.by_name if not trust_likely(match)]


@dataclass(frozen=True, slots=True)
class Offer:
    """What files say, and what would come of it."""

    sounds: tuple[SaidOfSound, ...]
    """With keywords of other programs read as tags."""
    plan: ImportPlan
    names: Names
    """The tags of all vocabularies."""
    unknown_tags: dict[str, int]
    """Tags that none of them has, as `tags_not_here` counts them."""
    from_keywords: int
    """Decisions on tags that keywords of another program were taken for."""
    words_left: dict[str, int]
    """Its keywords that are no tags here, with how often."""
    unread: tuple[str, ...]
    """Its columns that mean nothing here."""
    left_out: tuple[LeftOut, ...]
    refused: tuple[Refused, ...]


def read_offer(earmark: Earmark, places: Sequence[Path], *, believe: Believe) -> Offer:
    """Read files, and the sidecars in folders, and plan what they would add.

    Raises ExchangeError where none of them can be read, and LibraryError.
    """
    lists = read_lists(places)
    understood = understand(lists.said.sounds, earmark.active_vocabularies())
    names = names_of_tags(earmark)
    return Offer(
        understood.sounds,
        plan_import(earmark.library, understood.sounds, believe=believe),
        names,
        tags_not_here(understood.sounds, names),
        understood.decisions,
        understood.words_left,
        lists.said.unread,
        lists.said.left_out,
        lists.refused,
    )


def tags_not_here(listed: Sequence[SaidOfSound], names: Names) -> dict[str, int]:
    """How often a list decides on tags that are in none of the vocabularies, by `vocabulary/tag`; `names`: the tags of
    all vocabularies. They can be taken over all the same: their vocabulary may come later.
    """
    judged = (one for said in listed for one in said.judged)
    return dict(Counter(one.key for one in judged if (one.vocabulary_id, one.tag_id) not in names))


def plan_import(
    library: Library, listed: Sequence[SaidOfSound], *, believe: Believe, trust: Trust = trust_likely
) -> ImportPlan:
    """What a list would add to what is said; what contradicts it only where it is believed. Raises LibraryError."""
    plan = ImportPlan()
    finder = SoundFinder(library)
    matched: list[tuple[Found, SaidOfSound]] = []
    for said in listed:
        found = finder.find(said)
        if isinstance(found, Unmatched):
            if found.lack is Lack.UNHEARD:
                plan.unheard[said.path] = found.why
            else:
                listed_as = plan.unknown if found.lack is Lack.ABSENT else plan.ambiguous
                listed_as.append(said.path or said.content_id.hex())
            continue
        matched.append((found, said))
    here = {said.content_id: said for said in what_is_said(library, [found.sound for found, _ in matched])}
    for found, said in matched:
        sound = found.sound
        assert sound.content_id is not None, "only sounds that were heard are found"
        added, taken_into = plan.certain, plan
        if not found.folder_agrees:
            match = NameMatch(sound.path, said.path, other_audio=bool(said.content_id))
            added = plan.by_name.setdefault(match, set())
            taken_into = plan if trust(match) else ImportPlan()
        taken_into.matched[found.by] += 1
        _Planning(taken_into, added, sound.path, here[sound.content_id], believe).take(said)
    return plan


@dataclass(frozen=True, slots=True)
class Collected:
    """What an import did to a collection."""

    collection_id: int
    name: str
    contents: tuple[bytes, ...]
    """That were not in it before."""
    made: bool
    """Whether there was no such collection."""


def import_planned(library: Library, plan: ImportPlan, made_before: Mapping[str, int] | None = None) -> list[Collected]:
    """Do what was planned, wholly or not at all; what came of its collections. `made_before`: the ids, by name, that
    those get which an import made and somebody took back. Raises LibraryError.
    """
    with library.in_one_step():
        if plan.judgements:
            library.verdicts.set(plan.verdicts)
        if plan.marks:
            library.marks.set(plan.marks)
        known = {text_key(collection.name): collection.collection_id for collection in library.collections.all()}
        return [
            _collect(library, name, tuple(contents), known.get(text_key(name)), (made_before or {}).get(name))
            for name, contents in plan.collections.items()
        ]


def _collect(
    library: Library, name: str, contents: tuple[bytes, ...], known: int | None, made_before: int | None
) -> Collected:
    if known is not None:
        return Collected(known, name, tuple(library.collections.add(known, contents)), made=False)
    if made_before is None:
        return Collected(library.collections.create(name, contents), name, contents, made=True)
    library.collections.restore(RemovedCollection(made_before, name, contents))
    return Collected(made_before, name, contents, made=True)


@dataclass(frozen=True, slots=True)
class _Planning:
    """What a list adds to one sound. Where a list contradicts itself, what it says first counts as said."""

    plan: ImportPlan
    added: set[Added]
    path: Path
    here: SaidOfSound
    believe: Believe

    def take(self, said: SaidOfSound) -> None:
        content = self.here.content_id
        judgements = {(judged.vocabulary_id, judged.tag_id): judged.judgement for judged in self.here.judged}
        for judged in said.judged:
            tag = (judged.vocabulary_id, judged.tag_id)
            known = judgements.get(tag) or self.plan.judgements.get((content, *tag))
            same = known is not None and (known is Judgement.REJECTED) == (judged.judgement is Judgement.REJECTED)
            if known is None or (not same and self._believed(Subject.TAG, known, judged.judgement, tag)):
                self.plan.judgements[(content, *tag)] = judged.judgement
                self.added.add((Kind.TAGS, content, *tag))
        planned = self.plan.marks.get(content, self.here.marks)
        merged = self._merged(planned, said.marks)
        if merged != planned:
            self.plan.marks[content] = merged
            self.added.add((Kind.MARKS, content, "", ""))
        inside = {text_key(name) for name in self.here.collections}
        for name in map(str.strip, said.collections):
            if name and text_key(name) not in inside:
                # As it was first written in the list.
                self.plan.collections[self.plan.names.setdefault(text_key(name), name)][content] = None
                self.added.add((Kind.COLLECTED, content, "", text_key(name)))

    def _merged(self, planned: Marks, said: Marks) -> Marks:
        marks = replace(planned, favourite=planned.favourite or said.favourite)
        rating, note = self.here.marks.rating or planned.rating, self.here.marks.note or planned.note
        if said.rating and (not rating or self._believed(Subject.RATING, str(rating), str(said.rating))):
            marks = replace(marks, rating=said.rating)
        if said.note and (not note or self._believed(Subject.NOTE, note, said.note)):
            marks = replace(marks, note=said.note)
        return marks

    def _believed(self, subject: Subject, here: str, there: str, tag: tuple[str, str] = ("", "")) -> bool:
        """Whether what the list says is taken although something else is said; it is noted where it is."""
        if here == there:
            return False
        conflict = Conflict(self.path, self.here.content_id, subject, here, there, tag)
        self.plan.conflicts[conflict] = None
        return self.believe(conflict)
