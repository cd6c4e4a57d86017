"""Columns of tables that Soundminer, BaseHead and their like read and write, by the names that these give them.

Out, a column says what a person said of a sound, and no more: what stands in the file itself the others read there. In,
keywords and the category are words that may be tags here, and what was written about a sound is its note.
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from pathlib import PurePath
from typing import Final

from desktop_app.core.marks import HIGHEST_RATING, Marks
from desktop_app.core.said import Names, SaidOfSound
from desktop_app.core.said_cells import CellError
from desktop_app.core.ucs_name import Category
from desktop_app.core.verdict import Judgement

PEERS_COLUMNS: Final = (
    "Filename",
    "FilePath",
    "Pathname",
    "Keywords",
    "CatID",
    "Category",
    "SubCategory",
    "Notes",
    "Rating",
)
"""`FilePath` is the whole path in newer ones, `Pathname` in older ones."""
_PATHS: Final = ("filepath", "pathname", "path", "fullpath", "file")
_NAMES: Final = ("filename",)
_NOTES: Final = ("notes", "usercomments", "description", "bwdescription")
"""The first that says anything is taken: notes are a person's, a description is often the library's."""
_WORDS: Final = ("keywords", "tags", "catid", "category", "subcategory")
_READ: Final = frozenset({*_PATHS, *_NAMES, *_NOTES, *_WORDS, "rating"})
_BREAKS: Final = re.compile(r"[\t\n\v\f\r\0]+")
_STARS: Final = re.compile(f"[*★]{{1,{HIGHEST_RATING}}}")
_NUMBER: Final = re.compile(rf"([0-{HIGHEST_RATING}])(?:[.,]0+)?")


def column_key(heading: str) -> str:
    """By what headings are compared: `File Path` and `FilePath` are one."""
    return re.sub(r"[\s_]+", "", heading).casefold()


def names_sounds(keys: Sequence[str]) -> bool:
    """Whether a table with columns of these keys says which sounds it is about."""
    return any(key in (*_PATHS, *_NAMES) for key in keys)


def unread_in(keys: Sequence[str], cells: Sequence[str]) -> set[int]:
    """The columns, by number, in which a line has something that `sound_of` does not read."""
    standing = [(number, key, cell.strip()) for number, (key, cell) in enumerate(zip(keys, cells, strict=False))]
    return {number for number, key, cell in standing if cell and not _is_read(key, cell)}


def sound_of(cells: Mapping[str, str]) -> SaidOfSound:
    """What a line of another program's table says, by `column_key`. Raises CellError where it names no sound."""
    path = _path_of(cells)
    if not path:
        raise CellError("it does not say which sound it is about")
    note = next(filter(None, (cells.get(key, "").strip() for key in _NOTES)), "")
    return SaidOfSound(path, marks=Marks(rating_of_peers(cells.get("rating", "")), note=note), words=words_of(cells))


def words_of(cells: Mapping[str, str]) -> tuple[str, ...]:
    """What may be tags; a CatID says all that a category and a sub-category do."""
    category = " ".join(filter(None, (cells.get(key, "").strip() for key in ("category", "subcategory"))))
    keywords = (cells.get(key, "").strip() for key in ("keywords", "tags"))
    found = (*keywords, cells.get("catid", "").strip() or category)
    return tuple(dict.fromkeys(filter(None, found)))


def peers_cells(said: SaidOfSound, names: Names) -> tuple[str, ...]:
    """What stands in `PEERS_COLUMNS`: plain texts in one line, as the others know no way to write more."""
    category = _category_of(said, names)
    cells = (
        PurePath(said.path).name,
        said.path,
        said.path,
        ", ".join(names_in(said, names)),
        *((category.cat_id, category.category, category.subcategory) if category else ("", "", "")),
        said.marks.note,
        str(said.marks.rating or ""),
    )
    return tuple(map(one_line, cells))


def one_line(text: str) -> str:
    """A text as it stands in a column for others."""
    return _BREAKS.sub(" ", text)


def names_in(said: SaidOfSound, names: Names) -> Iterator[str]:
    """The names of the tags that a sound has by what a person said."""
    for judged in said.judged:
        if judged.judgement is not Judgement.REJECTED:
            known = names.get((judged.vocabulary_id, judged.tag_id))
            yield known.name if known else judged.tag_id


def _category_of(said: SaidOfSound, names: Names) -> Category | None:
    """The one that a person gave, in the system's own tags if in any; none where they gave several, as a file is of one
    category.
    """
    has = (one for one in said.judged if one.judgement is not Judgement.REJECTED)
    known = [tag for one in has if (tag := names.get((one.vocabulary_id, one.tag_id))) is not None]
    for tags in ([tag for tag in known if tag.of_system], known):
        given = {tag.category for tag in tags if tag.category is not None}
        if given:
            return given.pop() if len(given) == 1 else None
    return None


def _path_of(cells: Mapping[str, str]) -> str:
    """The whole path, however a program divides it among its columns."""
    path = next(filter(None, (cells.get(key, "").strip() for key in _PATHS)), "")
    name = next(filter(None, (cells.get(key, "").strip() for key in _NAMES)), "")
    if _is_of_apple(path, name):
        path = path.replace(":", "/")
    last = re.split(r"[/\\]", path)[-1]
    if not path or not name or last == name or last.startswith(f"{name}."):
        return path or name
    parted_by = "/" if "/" in path or "\\" not in path else "\\"
    return f"{path.rstrip(parted_by)}{parted_by}{name}"


def _is_of_apple(path: str, name: str) -> bool:
    """Whether colons part it, as on systems of Apple once; a name may have one as well, as a time of day has."""
    if {"/", "\\"} & set(path) or path == name:
        return False
    parts = path.split(":")
    return len(parts) > 2 or (bool(name) and (parts[-1] == name or parts[-1].startswith(f"{name}.")))


def _is_read(key: str, cell: str) -> bool:
    return _is_rating(cell) if key == "rating" else key in _READ


def _is_rating(cell: str) -> bool:
    return bool(_STARS.fullmatch(cell) or _NUMBER.fullmatch(cell))


def rating_of_peers(cell: str) -> int:
    """As a number or as stars; 0 for what is neither, as others count to ten or to a hundred."""
    cell = cell.strip()
    if not _is_rating(cell):
        return 0
    return len(cell) if _STARS.fullmatch(cell) else int(cell[0])
