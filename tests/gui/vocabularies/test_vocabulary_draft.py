"""A draft that is being edited while its file is changed elsewhere loses neither."""

from dataclasses import replace

from desktop_app.core.tag import Tag, Vocabulary
from desktop_app.gui.panels.vocabularies.vocabulary_draft import VocabularyDraft

A, B, C = (Tag(name, name, (name,)) for name in "abc")
SAVED = Vocabulary("v", "V", "about", (A, B, C))


def test_edits_here_and_elsewhere_are_both_kept() -> None:
    draft = VocabularyDraft(SAVED, saved=True)
    draft.put_tag(replace(A, threshold=0.9))
    draft.delete_tag("c")
    draft.rename("Mine")
    elsewhere = replace(SAVED, description="new", tags=(A, replace(B, threshold=0.1), C, Tag("d", "d", ("d",))))
    draft.follow(elsewhere)
    assert draft.vocabulary == replace(
        elsewhere, name="Mine", tags=(replace(A, threshold=0.9), elsewhere.tags[1], elsewhere.tags[3])
    )
    assert draft.changed
    assert draft.saved == elsewhere


def test_a_tag_that_is_edited_here_outlives_its_deletion_elsewhere() -> None:
    draft = VocabularyDraft(SAVED, saved=True)
    draft.put_tag(replace(A, threshold=0.9))
    draft.follow(replace(SAVED, tags=(B,)))
    assert [tag.tag_id for tag in draft.vocabulary.tags] == ["b", "a"]


def test_a_new_tag_makes_room_for_one_of_its_id() -> None:
    draft = VocabularyDraft(SAVED, saved=True)
    new = draft.add_tag("d", group=None)
    assert new.tag_id == "d"
    draft.follow(replace(SAVED, tags=(*SAVED.tags, Tag("d", "d elsewhere", ("d",)))))
    assert [(tag.tag_id, tag.name) for tag in draft.vocabulary.tags[3:]] == [("d", "d elsewhere"), ("d-2", "d")]
    draft.put_tag(replace(draft.vocabulary.tags[4], prompts=("mine",)))
    assert [tag.tag_id for tag in draft.ready([]).tags] == ["a", "b", "c", "d", "d-2"]


def test_without_its_file_it_is_a_new_one() -> None:
    draft = VocabularyDraft(SAVED, saved=True)
    draft.rename("Mine")
    draft.follow(None)
    assert not draft.has_file
    assert draft.changed
    assert draft.ready(["v"]).vocabulary_id == "mine"


def test_unsaved_edits_are_taken_back_one_by_one_and_made_again() -> None:
    draft = VocabularyDraft(SAVED, saved=True)
    for percent in (51, 52, 60):
        draft.put_tag(replace(A, threshold=percent / 100))
    slid = draft.vocabulary
    draft.delete_tag("b")
    deleted = draft.vocabulary
    draft.rename("Mine")
    draft.rename("Mine too")
    renamed = draft.vocabulary
    assert [draft.undo() for _ in range(4)] == [True, True, True, False]
    assert draft.vocabulary == SAVED
    assert not draft.changed
    seen = []
    while draft.redo():
        seen.append(draft.vocabulary)
    assert seen == [slid, deleted, renamed], "what was typed or moved in one go is one step"


def test_an_edit_after_a_step_back_leaves_nothing_to_be_made_again() -> None:
    draft = VocabularyDraft(SAVED, saved=True)
    draft.delete_tag("b")
    draft.undo()
    draft.describe("other")
    assert not draft.redo()
    assert draft.vocabulary == replace(SAVED, description="other")


def test_what_was_typed_and_deleted_again_is_no_step() -> None:
    draft = VocabularyDraft(SAVED, saved=True)
    draft.delete_tag("b")
    for name in ("Vx", "V"):
        draft.rename(name)
    assert draft.undo()
    assert draft.vocabulary == SAVED


def test_what_was_saved_is_not_taken_back_as_if_it_were_not() -> None:
    draft = VocabularyDraft(SAVED, saved=True)
    draft.rename("Mine")
    draft.saved_as(draft.vocabulary)
    assert not draft.undo()
    draft.rename("Yours")
    draft.follow(replace(SAVED, tags=()))
    assert not draft.undo()
    assert draft.vocabulary.name == "Yours"
