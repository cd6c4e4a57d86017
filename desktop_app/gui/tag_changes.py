"""What a person can do to tags, each as a change that returns what undoes it (see `History`). Off the GUI thread."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace

from PySide6.QtCore import QCoreApplication

from desktop_app.app import Earmark
from desktop_app.core.tag import Tag, Vocabulary, VocabularyError, fold, slug
from desktop_app.core.verdict import Judgement
from desktop_app.engine.tagging.tag_table import TagKey
from desktop_app.gui.history import Change, Undo
from desktop_app.gui.vocabulary_step import VocabularyStep
from desktop_app.library.databases.library_errors import LibraryError

OWN_VOCABULARY = "my-tags"
"""The id of the vocabulary that takes new tags while a person has none of their own."""


def say(earmark: Earmark, sound_ids: Sequence[int], key: TagKey, judgement: Judgement | None) -> Change:
    """Say something of a tag on these sounds: ADDED means that it belongs to them, None that nothing is said."""

    def change() -> Undo:
        tagger, verdicts = earmark.tagger, earmark.library.verdicts
        if judgement is Judgement.ADDED:
            before = tagger.accept(sound_ids, key)
        else:
            before = tagger.judge(sound_ids, key, judgement)
        if not any(before.values()):
            raise LibraryError(
                QCoreApplication.translate(
                    "Tagging", "None of these sounds has been listened to yet: tag them when they have been."
                )
            )
        return lambda: verdicts.say(*key, before)

    return change


def give(earmark: Earmark, sounds_of: Mapping[TagKey, Sequence[int]]) -> Change:
    """Say of several tags that they belong to sounds, as one step."""

    def change() -> Undo:
        undone: list[Undo] = []

        def undo() -> None:
            while undone:
                undone.pop()()

        try:
            for key, sound_ids in sounds_of.items():
                undone.append(say(earmark, sound_ids, key, Judgement.ADDED)())
        except BaseException:
            undo()
            raise
        return undo

    return change


def change_vocabularies(earmark: Earmark, work: Callable[[], object]) -> Change:
    """Let `work` save, add or remove vocabulary files of the person's own, or use others for tagging; the library is
    tagged anew. Undoing it is what `VocabularyStep` does. Work that fails half-way leaves nothing behind.
    """

    def change() -> Undo:
        step = VocabularyStep(earmark)
        try:
            work()
        except BaseException:
            if step.finish():
                step.undo()
            raise
        step.finish()
        earmark.load_tags_soon()
        return step.undo

    return change


def set_threshold(earmark: Earmark, key: TagKey, threshold: float) -> Change:
    """Write another threshold, 0..1, into the tag's vocabulary; of a shipped one a copy of the person's own is made."""
    vocabulary_id, tag_id = key

    def work() -> None:
        vocabulary = earmark.vocabularies.load(vocabulary_id)
        if vocabulary.tag(tag_id) is None:
            gone = QCoreApplication.translate("Tagging", "this tag is no longer in it: choose another tag to review.")
            raise VocabularyError(vocabulary.name, None, gone)
        tags = tuple(replace(tag, threshold=threshold) if tag.tag_id == tag_id else tag for tag in vocabulary.tags)
        earmark.vocabularies.save(replace(vocabulary, tags=tags))

    return change_vocabularies(earmark, work)


def add_new_tag(earmark: Earmark, sound_ids: Sequence[int], name: str, own_name: str) -> Change:
    """Make a tag that no active vocabulary has, in the vocabulary `OWN_VOCABULARY` (called `own_name` when it has to be
    made), and give it to these sounds.
    """
    vocabularies = earmark.vocabularies
    made: list[TagKey] = []

    def work() -> None:
        entries = [entry.vocabulary_id for entry in vocabularies.names() if entry.problem is None]
        own = vocabularies.load(OWN_VOCABULARY) if OWN_VOCABULARY in entries else _empty(own_name)
        tag = own.find(name) or _tag(name, {tag.tag_id for tag in own.tags})
        if own.tag(tag.tag_id) is None:
            vocabularies.save(replace(own, tags=(*own.tags, tag)))
        active = earmark.settings.vocabularies
        if not {OWN_VOCABULARY, own.name} & set(active):
            earmark.change_settings(vocabularies=(*active, OWN_VOCABULARY))
        made.append((OWN_VOCABULARY, tag.tag_id))

    def change() -> Undo:
        take_away = change_vocabularies(earmark, work)()
        try:
            before = earmark.tagger.accept(sound_ids, made[-1])
        except LibraryError:
            take_away()
            raise

        def undo() -> None:
            verdicts = earmark.library.verdicts
            said = verdicts.say(*made[-1], before)
            try:
                take_away()
            except VocabularyError:
                verdicts.say(*made[-1], said)
                raise

        return undo

    return change


def _empty(name: str) -> Vocabulary:
    return Vocabulary(OWN_VOCABULARY, name, "", ())


def _tag(name: str, taken: set[str]) -> Tag:
    stem = tag_id = slug(name) or "tag"
    number = 1
    while tag_id in taken:
        number += 1
        tag_id = f"{stem}-{number}"
    return Tag(tag_id, name, (fold(name),))
