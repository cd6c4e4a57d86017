"""Which vocabularies tag the library: chosen by their names, and taken away, for whoever has no window to do it in."""

from collections.abc import Sequence
from typing import Any

from desktop_app.app import Earmark
from desktop_app.core.tag import fold
from desktop_app.library.vocabularies.vocabulary_files import UnknownVocabularyError, VocabularyEntry


class NotOneError(Exception):
    """What is named is no vocabulary of this library; the message is a sentence for the user."""


def use_vocabularies(earmark: Earmark, names: Sequence[str]) -> dict[str, Any]:
    """Tag by these vocabularies, of these ids or names, and by no others.

    Raises NotOneError, SettingsError and VocabularyError.
    """
    chosen = [_entry(earmark, name).vocabulary_id for name in names]
    earmark.set_active_vocabularies(list(dict.fromkeys(chosen)))
    return {"active": list(earmark.settings.vocabularies)}


def remove_vocabulary(earmark: Earmark, name: str) -> dict[str, Any]:
    """Tag by a vocabulary no longer. The file of a person's own is put aside, as the window does it; where it stood in
    for a shipped one, that comes back and stays as active as it was. One that is active and not there any more is only
    forgotten.

    Raises NotOneError, SettingsError and VocabularyError.
    """
    try:
        entry = _entry(earmark, name)
    except NotOneError:
        if fold(name) not in map(fold, earmark.settings.vocabularies):
            raise
        return _removed(earmark, name, names={fold(name)})
    kept = None if entry.shipped else earmark.vocabularies.delete(entry.vocabulary_id)
    names = set() if entry.replaces_shipped else {entry.vocabulary_id, fold(entry.name)}
    return _removed(earmark, entry.vocabulary_id, names=names, kept_as=None if kept is None else str(kept))


def _removed(earmark: Earmark, vocabulary_id: str, *, names: set[str], kept_as: str | None = None) -> dict[str, Any]:
    """Switch off what is active under one of these folded `names`, have all sounds tagged anew, and tell."""
    active = earmark.settings.vocabularies
    left = [known for known in active if fold(known) not in names]
    earmark.set_active_vocabularies(left)
    return {
        "vocabulary": vocabulary_id,
        "was_active": len(left) < len(active),
        "kept_as": kept_as,
        "active": left,
    }


def _entry(earmark: Earmark, name: str) -> VocabularyEntry:
    wanted = fold(name)
    usable = [entry for entry in earmark.vocabularies.names() if entry.problem is None]
    by_id = [entry for entry in usable if entry.vocabulary_id == wanted]
    by_name = [entry for entry in usable if fold(entry.name) == wanted]
    if found := [*by_id, *by_name]:
        return found[0]
    try:
        earmark.vocabularies.load(name)
    except UnknownVocabularyError as error:
        raise NotOneError(str(error)) from error
    raise NotOneError(f"{name} is a file: import it first, and then name the vocabulary that is in it.")
