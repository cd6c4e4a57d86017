"""The vocabulary files: those that ship with the app, which are only read, and the user's own.

The user's own folder wins: a vocabulary saved there under a shipped one's id stands in for it, and deleting it brings
the shipped one back. People also put files there by hand, so a file that cannot be read is listed with what is wrong in
it and never gets in the way of the others, nor is it ever overwritten.
"""

import hashlib
import stat
from dataclasses import dataclass, replace
from difflib import get_close_matches
from functools import lru_cache
from pathlib import Path

from desktop_app.core.tag import Vocabulary, VocabularyError, fold
from desktop_app.core.vocabulary import LONGEST_FILE, edit_vocabulary_text, parse_vocabulary
from desktop_app.core.vocabulary_writing import format_vocabulary
from desktop_app.library.databases.bounded_reading import is_file
from desktop_app.library.vocabularies.vocabulary_writes import put_aside, reason_of, write_whole

_SUFFIX = ".toml"
_LONGEST_STEM = 200
"""Bytes of UTF-8; file systems end at 255, and a temporary name is longer than the file's."""
_RESERVED = {"con", "prn", "aux", "nul", *(f"{port}{number}" for port in ("com", "lpt") for number in range(10))}
"""Names that Windows keeps for devices, with any suffix."""
_MOST_REMEMBERED = 32
_LONGEST_REMEMBERED = 1_000_000
"""Characters; four times what the largest shipped vocabulary has."""


class UnknownVocabularyError(VocabularyError):
    """No vocabulary has this id or name."""


@dataclass(frozen=True, slots=True)
class VocabularyEntry:
    """One vocabulary in the list of all of them."""

    vocabulary_id: str
    """Empty for a file that cannot be read."""
    name: str
    """The file's name for a file that cannot be read."""
    description: str
    tag_count: int
    shipped: bool
    """The file belongs to the app. False for the user's own, also where it stands in for a shipped one."""
    replaces_shipped: bool
    """The user's own in place of a shipped one: deleting it brings the shipped one back."""
    path: Path
    problem: str | None
    """Why the file is not used: a sentence, or None."""
    trained_for: str | None = None
    """The embedder whose embeddings its tags were trained on, if they were: with another one they apply to nothing."""


class VocabularyFiles:
    """Lists, reads and keeps vocabularies.

    Every method raises VocabularyError, whose text is a sentence for the user, where it cannot do its work. The object
    holds no state but its two folders, so it may be used on any thread; each file is replaced in one step, so a reader
    never sees half a file.
    """

    def __init__(self, shipped: Path, own: Path) -> None:
        self._shipped = shipped
        self._own = own

    def names(self) -> list[VocabularyEntry]:
        """All vocabularies by name, then the user's files that cannot be used. Never fails because of a file."""
        own = _entries(self._own, shipped=False)
        own_ids = {entry.vocabulary_id for entry, _ in own if entry.problem is None}
        shipped = _entries(self._shipped, shipped=True)
        shipped_ids = {entry.vocabulary_id for entry, _ in shipped if entry.problem is None}
        entries = [replace(entry, replaces_shipped=entry.vocabulary_id in shipped_ids) for entry, _ in own]
        entries += [entry for entry, _ in shipped if entry.vocabulary_id not in own_ids]
        return sorted(entries, key=lambda entry: (entry.problem is not None, fold(entry.name), entry.path))

    def load(self, reference: str | Path) -> Vocabulary:
        """The vocabulary of this id or name, upper and lower case being the same, or else in the file of this path."""
        if isinstance(reference, str):
            found = self._find(reference)
            if found is not None:
                return found[1]
        path = self._file(reference) if isinstance(reference, str) else reference
        return _vocabulary_of(path)

    def save(self, vocabulary: Vocabulary) -> Path:
        """Write a vocabulary into the user's folder, keeping the comments of the file that it had; return the path.

        A shipped vocabulary is not touched: a copy with the changes stands in for it from then on.
        """
        _check(vocabulary)
        path = self._own_path(vocabulary.vocabulary_id)
        model = path or self._path(vocabulary.vocabulary_id)
        text = format_vocabulary(vocabulary) if model is None else edit_vocabulary_text(_read(model), vocabulary)
        target = path or self._free_path(vocabulary.vocabulary_id)
        self._write(target, text)
        return target

    def import_file(self, path: Path, *, replace: bool = False) -> Vocabulary:
        """Copy somebody's vocabulary into the user's folder; its ids are written out.

        With `replace`, it takes the place of one of the same id; without, that is refused.
        """
        text = _read(path)
        vocabulary = parse_vocabulary(text, source=path.name)
        if not replace and self._path(vocabulary.vocabulary_id) is not None:
            reason = (
                f'there already is a vocabulary with the id "{vocabulary.vocabulary_id}": replace it, or change the id.'
            )
            raise VocabularyError(path.name, None, reason)
        target = self._own_path(vocabulary.vocabulary_id) or self._free_path(vocabulary.vocabulary_id)
        self._write(target, edit_vocabulary_text(text, vocabulary))
        return vocabulary

    def export(self, reference: str, target: Path, *, replace: bool = False) -> Path:
        """Copy the file of this id or name to `target`, or into it if it is a folder; return the path of the copy.

        A file that is already there is only overwritten with `replace`.
        """
        found = self._find(reference)
        if found is None:
            raise _unknown(reference, self.names())
        if target.is_dir():
            target /= _file_name(found[0].vocabulary_id)
        if not replace and target.exists():
            raise VocabularyError(target.name, None, "this file already exists: replace it, or choose another name.")
        write_whole(target, _read(found[0].path))
        return target

    def delete(self, vocabulary_id: str) -> Path:
        """Take one of the user's own vocabularies out of use; return where its file is kept, under another name."""
        path = self._own_path(vocabulary_id)
        if path is None:
            if self._path(vocabulary_id) is None:
                raise _unknown(vocabulary_id, self.names())
            raise VocabularyError(vocabulary_id, None, "this vocabulary belongs to Earmark and cannot be deleted.")
        return put_aside(path)

    def _file(self, reference: str) -> Path:
        """The file of this path, or the user's file of this name that cannot be used and will say why."""
        if is_file(Path(reference)):
            return Path(reference)
        entries = self.names()
        for entry in entries:
            if entry.problem is not None and reference in (entry.path.name, entry.path.stem):
                return entry.path
        raise _unknown(reference, entries)

    def _find(self, reference: str) -> tuple[VocabularyEntry, Vocabulary] | None:
        """The vocabulary of this id, or else of this name, upper and lower case being the same."""
        usable, wanted = self._usable(), fold(reference)
        by_id = [pair for pair in usable if pair[0].vocabulary_id == wanted]
        by_name = [pair for pair in usable if fold(pair[0].name) == wanted]
        return next(iter([*by_id, *by_name]), None)

    def _usable(self) -> list[tuple[VocabularyEntry, Vocabulary]]:
        """What can be loaded, the user's own before what is shipped."""
        pairs = [*_entries(self._own, shipped=False), *_entries(self._shipped, shipped=True)]
        return [(entry, vocabulary) for entry, vocabulary in pairs if vocabulary is not None]

    def _path(self, vocabulary_id: str) -> Path | None:
        return next((entry.path for entry, _ in self._usable() if entry.vocabulary_id == vocabulary_id), None)

    def _own_path(self, vocabulary_id: str) -> Path | None:
        path = self._path(vocabulary_id)
        return path if path is not None and path.parent == self._own else None

    def _free_path(self, vocabulary_id: str) -> Path:
        """Where a new file may go: never onto one that is there, readable or not."""
        name = _file_name(vocabulary_id)
        number = 1
        while (path := self._own / name).exists():
            number += 1
            name = f"{_file_name(vocabulary_id).removesuffix(_SUFFIX)}-{number}{_SUFFIX}"
        return path

    def _write(self, target: Path, text: str) -> None:
        try:
            self._own.mkdir(parents=True, exist_ok=True)
        except OSError as problem:
            reason = f"the folder {self._own} cannot be made ({reason_of(problem)}): check who may write there."
            raise VocabularyError(target.name, None, reason) from None
        write_whole(target, text)


def _entries(folder: Path, *, shipped: bool) -> list[tuple[VocabularyEntry, Vocabulary | None]]:
    """The folder's files in the order of their names; the later of two with one id is left out with a reason."""
    pairs: list[tuple[VocabularyEntry, Vocabulary | None]] = []
    first_files: dict[str, str] = {}
    for path in _files(folder):
        try:
            vocabulary = _vocabulary_of(path)
        except VocabularyError as problem:
            pairs.append((_unusable(path, str(problem), shipped=shipped), None))
            continue
        first = first_files.setdefault(vocabulary.vocabulary_id, path.name)
        if first != path.name:
            reason = f'{path.name}: {first} has the id "{vocabulary.vocabulary_id}" too: give this file another id.'
            pairs.append((_unusable(path, reason, shipped=shipped), None))
            continue
        pairs.append((_usable_entry(path, vocabulary, shipped=shipped), vocabulary))
    return pairs


def _vocabulary_of(path: Path) -> Vocabulary:
    """The vocabulary in a file, which is read each time, as anybody may change it. What it says is made out again only
    when it says something else: of hundreds of tags that takes a tenth of a second, and every look at the vocabularies
    looks at all of them.
    """
    text = _read(path)
    return (_remembered if len(text) <= _LONGEST_REMEMBERED else _made_out)(text, path.name)


def _made_out(text: str, source: str) -> Vocabulary:
    return parse_vocabulary(text, source=source)


_remembered = lru_cache(_MOST_REMEMBERED)(_made_out)


def _files(folder: Path) -> list[Path]:
    try:
        return sorted(path for path in folder.iterdir() if path.suffix.casefold() == _SUFFIX and path.name[0] != ".")
    except OSError:
        return []  # no folder yet, or none of ours to read: then it offers no vocabularies


def _usable_entry(path: Path, vocabulary: Vocabulary, *, shipped: bool) -> VocabularyEntry:
    return VocabularyEntry(
        vocabulary_id=vocabulary.vocabulary_id,
        name=vocabulary.name,
        description=vocabulary.description,
        tag_count=len(vocabulary.tags),
        shipped=shipped,
        replaces_shipped=False,
        path=path,
        problem=None,
        trained_for=vocabulary.trained_for,
    )


def _unusable(path: Path, problem: str, *, shipped: bool) -> VocabularyEntry:
    return VocabularyEntry("", path.name, "", 0, shipped, False, path, problem)


def _unknown(reference: str, entries: list[VocabularyEntry]) -> UnknownVocabularyError:
    known = {entry.vocabulary_id: entry.name for entry in entries if entry.problem is None}
    close = get_close_matches(reference[:100].casefold(), known, 1)
    hint = f'did you mean "{close[0]}"?' if close else f"there are {', '.join(sorted(known)) or 'none'}."
    return UnknownVocabularyError(reference, None, f"there is no such vocabulary: {hint}")


def _check(vocabulary: Vocabulary) -> None:
    """Refuse to save what could not be read again."""
    try:
        parse_vocabulary(format_vocabulary(vocabulary), source=vocabulary.name)
    except VocabularyError as problem:
        raise VocabularyError(vocabulary.name or "vocabulary", None, problem.reason) from None


def _file_name(vocabulary_id: str) -> str:
    """A name that every file system takes. Ids are letters, digits and hyphens, so none leads out of the folder."""
    stem = vocabulary_id
    if len(stem.encode()) > _LONGEST_STEM:
        stem = f"{stem[:40]}-{hashlib.blake2b(stem.encode(), digest_size=6).hexdigest()}"
    return f"{'vocabulary-' if stem in _RESERVED else ''}{stem}{_SUFFIX}"


def _read(path: Path) -> str:
    """The text of a file that may be anything: a device, a film, a list in another encoding."""
    try:
        found = path.stat()
        if not stat.S_ISREG(found.st_mode):
            raise VocabularyError(path.name, None, "this is not a file: choose a vocabulary file (.toml).")
        if found.st_size > LONGEST_FILE:
            raise VocabularyError(path.name, None, "this file is larger than 10 MB: a vocabulary is much smaller.")
        data = path.read_bytes()
    except (OSError, ValueError) as problem:
        reason = f"this file cannot be read ({reason_of(problem)}): check that it is there and that you may read it."
        raise VocabularyError(path.name, None, reason) from None
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError as problem:
        line = data.count(b"\n", 0, problem.start) + 1
        raise VocabularyError(path.name, line, "this is not UTF-8 text: save the file as UTF-8.") from None
