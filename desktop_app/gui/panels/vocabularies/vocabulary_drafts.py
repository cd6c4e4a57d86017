"""All vocabularies that the editor shows, with the unsaved changes to each of them."""

from dataclasses import replace
from pathlib import Path

from desktop_app.core.tag import Vocabulary, VocabularyError, slug
from desktop_app.gui.panels.vocabularies.vocabulary_draft import VocabularyDraft, first_free
from desktop_app.gui.panels.vocabularies.vocabulary_list import key_of
from desktop_app.library.vocabularies.vocabulary_files import VocabularyEntry, VocabularyFiles


class VocabularyDrafts:
    """A vocabulary is known by its key: its id, or the path of a file that cannot be read.

    Going from one vocabulary to another loses nothing: each keeps its draft until it is saved, dropped or forgotten.
    """

    def __init__(self, files: VocabularyFiles) -> None:
        """Nothing is read before `reload`."""
        self._files = files
        self._drafts: dict[str, VocabularyDraft] = {}
        self._entries: dict[str, VocabularyEntry] = {}

    @property
    def entries(self) -> list[VocabularyEntry]:
        """Everything that is listed: first what has a file."""
        return list(self._entries.values())

    @property
    def changed(self) -> list[str]:
        """The keys of those with unsaved changes."""
        return [key for key, draft in self._drafts.items() if draft.changed]

    @property
    def opened(self) -> dict[str, VocabularyDraft]:
        """The drafts of those that were looked at, by key."""
        return dict(self._drafts)

    def reload(self) -> None:
        """Look at the files anew; drafts stay."""
        entries = {key_of(entry): entry for entry in self._files.names()}
        fresh = {key: _entry_of(draft) for key, draft in self._drafts.items() if key not in entries}
        self._entries = {**entries, **fresh}

    def entry(self, key: str) -> VocabularyEntry | None:
        """What is listed under this key."""
        return self._entries.get(key)

    def open(self, key: str) -> VocabularyDraft | None:
        """The draft of this vocabulary; None for a file that cannot be read, whose entry then says why."""
        entry = self._entries.get(key)
        if entry is not None and entry.problem is None and key not in self._drafts:
            try:
                self._drafts[key] = VocabularyDraft(self._files.load(entry.path), saved=True)
            except VocabularyError as problem:  # the file was changed since the list was read
                self._entries[key] = replace(entry, problem=str(problem))
        return self._drafts.get(key)

    def start(self, name: str, model: Vocabulary | None = None) -> str:
        """Begin a vocabulary that has no file yet, named `name` or `name 2` and so on, and return its key.

        It has the description and the tags of `model`, if there is one.
        """
        name = first_free(name, [entry.name for entry in self.entries], " ")
        key = first_free(slug(name) or "vocabulary", self._entries, "-")
        empty = Vocabulary(key, name, "", ())
        vocabulary = replace(model, vocabulary_id=key, name=name) if model else empty
        self._drafts[key] = VocabularyDraft(vocabulary, saved=False)
        self.reload()
        return key

    def save(self, key: str) -> str:
        """Put a draft on the disk; return the vocabulary's id. Raises VocabularyError, and keeps the draft then."""
        draft = self._drafts[key]
        vocabulary = draft.ready([other for other in self._entries if other != key])
        self._files.save(vocabulary)
        draft.saved_as(vocabulary)
        self._drafts[vocabulary.vocabulary_id] = self._drafts.pop(key)
        self.reload()
        return vocabulary.vocabulary_id

    def drop(self, key: str) -> None:
        """Forget a draft, so that the file is read anew."""
        self._drafts.pop(key, None)
        self.reload()

    def look_again(self) -> None:
        """The files may say something else by now: only drafts with unsaved changes stay, and follow them."""
        self._drafts = {key: draft for key, draft in self._drafts.items() if draft.changed}
        paths = {key_of(entry): entry.path for entry in self._files.names() if entry.problem is None}
        for key, draft in self._drafts.items():
            draft.follow(self._files.load(paths[key]) if key in paths else None)
        self.reload()

    def forget(self) -> None:
        """Forget all drafts."""
        self._drafts.clear()


def _entry_of(draft: VocabularyDraft) -> VocabularyEntry:
    """How a vocabulary without a file stands in the list."""
    vocabulary = draft.vocabulary
    return VocabularyEntry(
        vocabulary_id=vocabulary.vocabulary_id,
        name=vocabulary.name,
        description=vocabulary.description,
        tag_count=len(vocabulary.tags),
        shipped=False,
        replaces_shipped=False,
        path=Path(),
        problem=None,
    )
