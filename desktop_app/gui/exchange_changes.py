"""What a list of another library adds to what is said here, as one change that returns what undoes it."""

from collections import defaultdict
from collections.abc import Mapping, Sequence

from desktop_app.core.marks import Marks
from desktop_app.core.said import SaidOfSound
from desktop_app.core.verdict import Judgement
from desktop_app.engine.tagging.tag_table import TagKey
from desktop_app.exchange.importing import (
    Believe,
    Collected,
    ImportPlan,
    Kind,
    Trust,
    import_planned,
    plan_import,
    trust_likely,
)
from desktop_app.gui.history import Undo
from desktop_app.library.library import Library

_Judgements = Mapping[tuple[bytes, str, str], Judgement]
"""By content, vocabulary and tag."""


class ListImport:
    """Says what a list says; what contradicts what was said here only where the list is believed. A `Change`.

    It is planned anew when it is done: something may have been said since a person saw the plan. Done again, the
    collections that it made are the same ones: later steps speak of them by their ids. Taken back is only what still is
    as it was written: the command line, too, says things while the window is open.
    """

    def __init__(
        self, library: Library, listed: Sequence[SaidOfSound], *, believe: Believe, trust: Trust = trust_likely
    ) -> None:
        self.amounts: Mapping[Kind, int] = {}
        """How much was said when it was done last."""
        self._library, self._listed = library, listed
        self._believe, self._trust = believe, trust
        self._made: dict[str, int] = {}

    def __call__(self) -> Undo:
        """Do it, wholly or not at all. Raises LibraryError."""
        library = self._library
        with library.in_one_step():
            plan = plan_import(library, self._listed, believe=self._believe, trust=self._trust)
            judged = _judgements(library, [content for content, _, _ in plan.judgements])
            marks = library.marks.of_content(list(plan.marks))
            collected = import_planned(library, plan, self._made)
        self._made |= {one.name: one.collection_id for one in collected if one.made}
        self.amounts = plan.amounts

        def undo() -> None:
            with library.in_one_step():
                _unsay(library, plan, judged)
                _unmark(library, plan, marks)
                _uncollect(library, collected)

        return undo


def _judgements(library: Library, contents: Sequence[bytes]) -> _Judgements:
    said = library.verdicts.of_content(list(dict.fromkeys(contents)))
    return {(v.content_id, v.vocabulary_id, v.tag_id): v.judgement for v in said}


def _unsay(library: Library, plan: ImportPlan, before: _Judgements) -> None:
    places = library.where_said({content for content, _, _ in plan.judgements})
    written = {
        (places.get(content, content), vocabulary_id, tag_id): (said, before.get((content, vocabulary_id, tag_id)))
        for (content, vocabulary_id, tag_id), said in plan.judgements.items()
    }
    now = _judgements(library, [content for content, _, _ in written])
    back: dict[TagKey, dict[Judgement | None, list[bytes]]] = defaultdict(lambda: defaultdict(list))
    for (content, vocabulary_id, tag_id), (said, earlier) in written.items():
        if now.get((content, vocabulary_id, tag_id)) is said:
            back[vocabulary_id, tag_id][earlier].append(content)
    for key, groups in back.items():
        library.verdicts.say(*key, groups)


def _unmark(library: Library, plan: ImportPlan, before: Mapping[bytes, Marks]) -> None:
    places = library.where_said(plan.marks)
    now = library.marks.of_content([places.get(content, content) for content in plan.marks])
    back = {}
    for content, written in plan.marks.items():
        place, earlier = places.get(content, content), before.get(content, Marks())
        marks = now.get(place, Marks())
        back[place] = Marks(
            earlier.rating if marks.rating == written.rating else marks.rating,
            earlier.favourite if marks.favourite == written.favourite else marks.favourite,
            earlier.note if marks.note == written.note else marks.note,
        )
    library.marks.set(back)


def _uncollect(library: Library, collected: Sequence[Collected]) -> None:
    """Take out what was put in; a collection that was made for it goes when nothing else came into it."""
    there = {collection.collection_id for collection in library.collections.all()}
    for one in collected:
        library.collections.remove(one.collection_id, one.contents)
        if one.made and one.collection_id in there:
            removed = library.collections.delete(one.collection_id)
            if removed.content_ids:
                library.collections.restore(removed)
