"""A vocabulary while it is being edited: what was saved, what it would become, and what is still wrong with it.

A draft may be wrong for a while (a tag that has no prompt yet), and nothing typed is lost by that; it is checked with
the very code that will read the file.
"""

from collections.abc import Collection
from dataclasses import fields, replace

from desktop_app.core.tag import Tag, Vocabulary, VocabularyError, slug
from desktop_app.core.vocabulary import parse_vocabulary
from desktop_app.core.vocabulary_writing import format_vocabulary
from desktop_app.gui.retelling import retold


class VocabularyDraft:
    """One vocabulary with its unsaved changes."""

    def __init__(self, vocabulary: Vocabulary, *, saved: bool) -> None:
        """A draft that has no changes yet. `saved` is False for a vocabulary that has no file so far."""
        self._saved = vocabulary if saved else None
        self._vocabulary = vocabulary
        self._fresh: set[str] = set()
        """Ids of tags that were never saved; their permanent ids come from their names when they are."""
        self._past: list[Vocabulary] = []
        self._future: list[Vocabulary] = []
        self._edited: tuple[str, ...] = ()
        """What was edited last: to type on, or to move a slider on, is one step. Empty: what comes is another one."""

    @property
    def vocabulary(self) -> Vocabulary:
        """As edited."""
        return self._vocabulary

    @property
    def saved(self) -> Vocabulary | None:
        """As on the disk; None for one that was never saved."""
        return self._saved

    @property
    def has_file(self) -> bool:
        """Whether it was ever saved."""
        return self._saved is not None

    @property
    def changed(self) -> bool:
        """Whether saving would change anything."""
        return self._vocabulary != self._saved

    def rename(self, name: str) -> None:
        """Another name; the id stays, and with it all verdicts."""
        self._become(replace(self._vocabulary, name=name), "name")

    def describe(self, description: str) -> None:
        """Another description."""
        self._become(replace(self._vocabulary, description=description), "description")

    def put_tag(self, tag: Tag) -> None:
        """Take over an edited tag in place of the one with its id."""
        before = self._vocabulary.tag(tag.tag_id)
        edited = [field.name for field in fields(tag) if getattr(before, field.name, None) != getattr(tag, field.name)]
        tags = tuple(tag if old.tag_id == tag.tag_id else old for old in self._vocabulary.tags)
        self._become(replace(self._vocabulary, tags=tags), tag.tag_id, *edited)

    def add_tag(self, name: str, *, group: str | None) -> Tag:
        """A new tag at the end, named `name` or `name 2` and so on; it has no prompts yet."""
        names = {tag.name for tag in self._vocabulary.tags}
        tag = Tag(tag_id=self._free_id(slug(name) or "tag"), name=first_free(name, names, " "), prompts=(), group=group)
        self._fresh.add(tag.tag_id)
        self._become(replace(self._vocabulary, tags=(*self._vocabulary.tags, tag)))
        return tag

    def delete_tag(self, tag_id: str) -> None:
        """Leave a tag out. Verdicts about it are kept and show again should it come back."""
        tags = tuple(tag for tag in self._vocabulary.tags if tag.tag_id != tag_id)
        self._become(replace(self._vocabulary, tags=tags))

    def undo(self) -> bool:
        """Take the last unsaved edit back; False when there is none."""
        return self._step(self._past, self._future)

    def redo(self) -> bool:
        """Make the unsaved edit again that was taken back last; False when there is none."""
        return self._step(self._future, self._past)

    def ready(self, other_ids: Collection[str]) -> Vocabulary:
        """The vocabulary as it is to be saved, raising VocabularyError where it cannot be read again.

        New tags, and a new vocabulary among those with `other_ids`, get their permanent ids from their names.
        """
        vocabulary_id = self._vocabulary.vocabulary_id
        if not self.has_file:
            vocabulary_id = first_free(slug(self._vocabulary.name) or "vocabulary", other_ids, "-")
        taken = {tag.tag_id for tag in self._vocabulary.tags if tag.tag_id not in self._fresh}
        tags = []
        for tag in self._vocabulary.tags:
            tag_id = tag.tag_id
            if tag_id in self._fresh:
                tag_id = first_free(slug(tag.name) or "tag", taken, "-")
                taken.add(tag_id)
            tags.append(replace(tag, tag_id=tag_id))
        vocabulary = replace(self._vocabulary, vocabulary_id=vocabulary_id, tags=tuple(tags))
        _check(vocabulary)
        return vocabulary

    def saved_as(self, vocabulary: Vocabulary) -> None:
        """`vocabulary`, which `ready` gave, is on the disk now."""
        self._saved = self._vocabulary = vocabulary
        self._fresh.clear()
        self._forget_steps()

    def follow(self, saved: Vocabulary | None) -> None:
        """The file says `saved` by now, or is gone: what was edited here stays, all else is as it is there."""
        old, mine, self._saved = self._saved, self._vocabulary, saved
        self._forget_steps()
        if saved is None:
            return
        before = {tag.tag_id: tag for tag in old.tags} if old is not None else {}
        mine = self._with_free_ids({tag.tag_id for tag in saved.tags} - before.keys())
        edited = {tag.tag_id: tag for tag in mine.tags if before.get(tag.tag_id) != tag}
        deleted = before.keys() - {tag.tag_id for tag in mine.tags}
        kept = [edited.pop(tag.tag_id, tag) for tag in saved.tags if tag.tag_id not in deleted]
        self._vocabulary = replace(
            saved,
            name=saved.name if old is not None and mine.name == old.name else mine.name,
            description=saved.description
            if old is not None and mine.description == old.description
            else mine.description,
            tags=(*kept, *edited.values()),
        )

    def problem_with(self, tag: Tag) -> str:
        """What is wrong with this tag alone: a sentence, empty when it is fine."""
        try:
            _check(replace(self._vocabulary, name="vocabulary", description="", tags=(tag,)))
        except VocabularyError as problem:
            return retold(problem.reason)
        return ""

    def _become(self, vocabulary: Vocabulary, *edited: str) -> None:
        """Be another one, by an edit of the same as before, or as a step of its own."""
        if not edited or edited != self._edited:
            self._past.append(self._vocabulary)
        self._edited = edited
        self._future.clear()
        self._vocabulary = vocabulary

    def _step(self, behind: list[Vocabulary], ahead: list[Vocabulary]) -> bool:
        while behind and behind[-1] == self._vocabulary:  # what was typed and deleted again is no step
            behind.pop()
        if not behind:
            return False
        ahead.append(self._vocabulary)
        self._vocabulary = behind.pop()
        self._edited = ()
        return True

    def _forget_steps(self) -> None:
        self._past.clear()
        self._future.clear()
        self._edited = ()

    def _with_free_ids(self, taken: Collection[str]) -> Vocabulary:
        """As edited, with other ids for new tags whose id was taken elsewhere meanwhile; those are not permanent."""
        tags = []
        for tag in self._vocabulary.tags:
            if tag.tag_id in self._fresh and tag.tag_id in taken:
                self._fresh.remove(tag.tag_id)
                tag = replace(tag, tag_id=first_free(self._free_id(tag.tag_id), taken, "-"))
                self._fresh.add(tag.tag_id)
            tags.append(tag)
        return replace(self._vocabulary, tags=tuple(tags))

    def _free_id(self, wanted: str) -> str:
        return first_free(wanted, {tag.tag_id for tag in self._vocabulary.tags}, "-")


def _check(vocabulary: Vocabulary) -> None:
    parse_vocabulary(format_vocabulary(vocabulary), source=vocabulary.name)


def first_free(wanted: str, taken: Collection[str], joint: str) -> str:
    """`wanted`, or with the first number from 2 on that makes it a new one."""
    free, number = wanted, 1
    while free in taken:
        number += 1
        free = f"{wanted}{joint}{number}"
    return free
