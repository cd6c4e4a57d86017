"""What a list of another library adds to what is said here, as one change that returns what undoes it."""

from collections.abc import Sequence

from desktop_app.core.marks import Marks
from desktop_app.core.said import SaidOfSound
from desktop_app.core.verdict import Judgement
from desktop_app.engine.tagging.tag_table import TagKey
from desktop_app.exchange.importing import Believe, ImportPlan, import_planned, plan_import
from desktop_app.gui.history import Change, Undo
from desktop_app.library.library import Library
from desktop_app.library.tables.collected import RemovedCollection
from desktop_app.library.tables.verdicts import Said
from desktop_app.library.watching.relative_paths import text_key


def import_listed(library: Library, listed: Sequence[SaidOfSound], *, believe: Believe) -> Change:
    """Say what a list says; what contradicts what was said here only where the list is believed.

    It is planned anew when it is done: something may have been said since a person saw the plan. Done again, the
    collections that it made are the same ones: later steps speak of them by their ids.
    """
    undone: list[RemovedCollection] = []

    def change() -> Undo:
        known = {collection.collection_id for collection in library.collections.all()}
        while undone:
            library.collections.restore(undone.pop())
        plan = plan_import(library, listed, believe=believe)
        undo = _undo_of(library, plan, known, undone)
        try:
            import_planned(library, plan)
        except BaseException:
            undo()
            raise
        return undo

    return change


def _undo_of(library: Library, plan: ImportPlan, known: set[int], undone: list[RemovedCollection]) -> Undo:
    """What puts back what a plan, of which nothing has been done yet, is about to change; `known`: the collections
    that there were before, by id. Those that are taken away again are added to `undone`.
    """
    said = _said_before(library, plan)
    marked = library.marks.of_content(list(plan.marks))
    marks = {content: marked.get(content, Marks()) for content in plan.marks}
    collected = {text_key(name): list(contents) for name, contents in plan.collections.items()}

    def undo() -> None:
        for key, before in said.items():
            library.verdicts.say(*key, before)
        library.marks.set(marks)
        for collection in library.collections.all():
            if collection.collection_id not in known:
                undone.append(library.collections.delete(collection.collection_id))
            elif contents := collected.get(text_key(collection.name)):
                library.collections.remove(collection.collection_id, contents)

    return undo


def _said_before(library: Library, plan: ImportPlan) -> dict[TagKey, Said]:
    """What is said now of the tags and contents of a plan, in the words of `VerdictTable.say`."""
    contents = list({content for content, _, _ in plan.judgements})
    known = {(v.content_id, v.vocabulary_id, v.tag_id): v.judgement for v in library.verdicts.of_content(contents)}
    said: dict[TagKey, dict[Judgement | None, list[bytes]]] = {}
    for content, vocabulary_id, tag_id in plan.judgements:
        before = said.setdefault((vocabulary_id, tag_id), {})
        before.setdefault(known.get((content, vocabulary_id, tag_id)), []).append(content)
    return dict(said)
