"""Which sounds: a filter as SQL."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path

from desktop_app.core.mark_terms import Kind
from desktop_app.core.measured_terms import MeasuredTerms
from desktop_app.core.query import Terms
from desktop_app.core.sound import SoundState
from desktop_app.library.tables.measured_filter import measured_parts, parts_without
from desktop_app.library.watching.relative_paths import prefix_range, relative_to, text_key


@dataclass(frozen=True, slots=True)
class SoundFilter:
    """A sound passes when it fits everything that is given. Text is compared composed and without regard to case."""

    folders: tuple[str, ...] = ()
    """Parts of the directory, beginning with the name of the library's folder (or of the full path, for one that starts
    like a full path); one must fit."""
    within: tuple[Path, ...] = ()
    """Sub-trees; the sound must lie in one."""
    names: tuple[str, ...] = ()
    """Parts of the file's name; all must fit."""
    literals: tuple[str, ...] = ()
    """Words in quotes: parts of the file's name; all must fit."""
    formats: tuple[str, ...] = ()
    """Containers or file suffixes, without the dot; one must fit."""
    shorter: float | None = None
    """Seconds; a sound that was not heard yet has no length and does not pass."""
    longer: float | None = None
    ratings: tuple[int, int] | None = None
    """Lowest and highest, 0 for none."""
    kinds: tuple[Kind, ...] = ()
    """All must hold; only favourites, silent and unreadable sounds are looked at here."""
    collections: tuple[str, ...] = ()
    """Names of collections, without regard to case; the sound must be in all."""
    notes: tuple[str, ...] = ()
    """Parts of the note; all must be in it."""
    measured: MeasuredTerms = field(default_factory=MeasuredTerms)
    """A sound that was not measured yet does not pass, nor where such terms are unwanted."""
    texts: tuple[tuple[str, tuple[str, ...]], ...] = ()
    """Fields of what stands in the file, each with parts of texts, of which one must be in it; all fields must fit. A
    sound whose file was not read yet does not pass, nor where such terms are unwanted.
    """
    states: tuple[SoundState, ...] = (SoundState.PRESENT,)
    unwanted: Terms = field(default_factory=Terms)
    """A sound that matches any of these does not pass; of the kinds among them the same are looked at, the tags not at
    all.
    """


@dataclass(frozen=True, slots=True)
class Selection:
    """A condition in SQL with the values for its question marks."""

    condition: str
    values: tuple[object, ...]


_STATES: dict[SoundState, str] = {
    SoundState.PRESENT: "(folders.online AND NOT sounds.missing)",
    SoundState.MISSING: "(folders.online AND sounds.missing)",
    SoundState.OFFLINE: "NOT folders.online",
}


def id_statement(selection: Selection) -> str:
    """The statement that lists sound ids as one text, blanks between them; its values are those of the selection."""
    joins = [
        f"LEFT JOIN {table} ON {table}.content_id = sounds.content_id"
        for table in ("contents", "marks", "quality", "music")
        if f"{table}." in selection.condition
    ]
    return (
        "SELECT group_concat(sound_id, ' ') FROM (SELECT sounds.sound_id FROM sounds JOIN folders USING (folder_id)"
        f" {' '.join(joins)} WHERE {selection.condition} ORDER BY sounds.sound_id)"
    )


def select(wanted: SoundFilter | None, folders: Sequence[tuple[int, Path]]) -> Selection:
    """What `wanted` means among these folders (id and path); None lets everything pass."""
    if wanted is None:
        return Selection("1", ())
    parts = [_any_of([(_STATES[state], ()) for state in wanted.states])]
    if wanted.folders:
        parts.append(_any_of([_folder_part(text) for text in wanted.folders]))
    if wanted.within:
        parts.append(_any_of(_places(wanted.within, folders)))
    if wanted.formats:
        parts.append(_any_of([_format_part(text) for text in wanted.formats]))
    if wanted.shorter is not None:
        parts.append(("contents.seconds < ?", (wanted.shorter,)))
    if wanted.longer is not None:
        parts.append(("contents.seconds > ?", (wanted.longer,)))
    parts.extend(_mark_parts(wanted))
    parts.extend(_name_part(name) for name in (*wanted.names, *wanted.literals))
    parts.extend(measured_parts(wanted.measured))
    parts.extend(_text_part(name, texts) for name, texts in wanted.texts)
    parts.extend((f"NOT {condition}", values) for condition, values in _unwanted_parts(wanted.unwanted))
    parts.extend(parts_without(wanted.unwanted.measured))
    if wanted.unwanted.texts:
        parts.append((_WAS_READ, ()))
    return Selection(
        " AND ".join(condition for condition, _ in parts), tuple(value for _, values in parts for value in values)
    )


_Part = tuple[str, Sequence[object]]


def _any_of(parts: Sequence[_Part]) -> _Part:
    """One of the parts must hold; without any, nothing does."""
    if not parts:
        return "0", []
    return f"({' OR '.join(condition for condition, _ in parts)})", [value for _, values in parts for value in values]


def _mark_parts(wanted: SoundFilter) -> list[_Part]:
    parts: list[_Part] = []
    if wanted.ratings is not None:
        parts.append(("coalesce(marks.rating, 0) BETWEEN ? AND ?", wanted.ratings))
    return [
        *parts,
        *_kind_parts(wanted.kinds),
        *map(_collection_part, wanted.collections),
        *map(_note_part, wanted.notes),
    ]


_KINDS: dict[Kind, _Part] = {
    Kind.FAVOURITE: ("coalesce(marks.favourite, 0)", ()),
    Kind.SILENT: ("sounds.silent", ()),
    Kind.UNREADABLE: ("(sounds.problem IS NOT NULL AND NOT sounds.silent)", ()),
}


def _kind_parts(kinds: Sequence[Kind]) -> list[_Part]:
    return [_KINDS[kind] for kind in kinds if kind in _KINDS]


def _collection_part(name: str) -> _Part:
    return (
        "coalesce(sounds.content_id IN (SELECT content_id FROM collected JOIN collections USING (collection_id)"
        " WHERE collections.name_key = ?), 0)",
        [text_key(name)],
    )


def _note_part(text: str) -> _Part:
    return "(instr(coalesce(marks.note_key, ''), ?) > 0)", [text_key(text)]


_WAS_READ = (
    "EXISTS (SELECT 1 FROM cache.file_texts WHERE file_texts.sound_id = sounds.sound_id AND NOT file_texts.unread)"
)


def _text_part(field: str, texts: Sequence[str]) -> _Part:
    within = " OR ".join(["instr(text_key, ?) > 0"] * len(texts))
    return (
        f"(sounds.sound_id IN (SELECT sound_id FROM cache.file_text_keys WHERE field = ? AND ({within})))",
        [field, *map(text_key, texts)],
    )


def _unwanted_parts(terms: Terms) -> list[_Part]:
    return [
        *_kind_parts(terms.kinds),
        *map(_collection_part, terms.collections),
        *map(_note_part, terms.notes),
        *(_text_part(name, texts) for name, texts in terms.texts),
        *(_folder_part(text) for text in terms.folders),
        *(_format_part(text) for text in terms.formats),
        *(_name_part(text) for text in (*terms.names, *terms.literals)),
    ]


def _name_part(text: str) -> _Part:
    return "(instr(sounds.name_key, ?) > 0)", [text_key(text)]


def _folder_part(text: str) -> _Part:
    start = "path_key" if Path(text).is_absolute() else "name_key"
    key = text_key(text).replace("\\", "/")
    return f"(instr(folders.{start} || '/' || sounds.directory_key || '/', ?) > 0)", [key]


def _format_part(text: str) -> _Part:
    key = text_key(text).removeprefix(".")
    return "(contents.container IS ? OR substr(sounds.name_key, -?) = ?)", [key, len(key) + 1, f".{key}"]


def _places(within: Sequence[Path], folders: Sequence[tuple[int, Path]]) -> list[_Part]:
    parts: list[_Part] = []
    for tree in within:
        for folder_id, root in folders:
            inside = relative_to(tree, root)
            if inside:
                parts.append(_subtree(folder_id, inside))
            elif root.is_relative_to(tree):
                parts.append(("sounds.folder_id = ?", [folder_id]))
    return parts


def _subtree(folder_id: int, inside: str) -> _Part:
    first, end = prefix_range(inside)
    return (
        "(sounds.folder_id = ? AND (sounds.relative = ? OR sounds.relative >= ? AND sounds.relative < ?))",
        [folder_id, first[:-1], first, end],
    )
