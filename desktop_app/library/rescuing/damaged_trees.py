"""Tells the rows that a damaged library still has from those that were deleted and only lie about in its file.

SQLite does not clear what it removes: a page that is used no more keeps its rows until something else is written
there. So the pages of each table are followed from its first one, as SQLite does, but around those that are damaged.
Only where a page is lost that leads to others are these looked for in the whole file.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from desktop_app.library.rescuing.damaged_pages import DamagedFile, FoundRow
from desktop_app.library.rescuing.table_rows import TABLES, Row, TableShape

Roots = Mapping[str, int]
"""The first page of each table."""


@dataclass(frozen=True, slots=True)
class FoundRows:
    """What was found in a damaged library."""

    live: Mapping[str, list[Row]]
    """By table, the rows in pages that belong to it."""
    whole: frozenset[str]
    """Tables of which nothing is missing."""
    loose: Mapping[str, list[Row]]
    """Rows in pages that nothing leads to any more, of tables that lost the way to some of their pages."""
    loose_may_be_deleted: bool
    """Some of those rows may have been deleted: which pages are out of use is not known."""


def find_rows(file: Path, other_roots: Sequence[Roots]) -> FoundRows:
    """Find the rows of every table. Raises OSError.

    `other_roots`: where tables begin in files that are likely to be like this one, the likeliest first, for tables of
    which it does not say so itself any more.
    """
    pages = DamagedFile(file)
    reached: set[int] = set()
    own = _roots(pages, reached)
    trees = [_tree_of(pages, reached, table, own, other_roots) for table in TABLES]
    named = {table.name: tree for table, tree in zip(TABLES, trees, strict=True)}
    hidden = [table for table in TABLES if named[table.name].hides]
    loose: dict[str, list[Row]] = {table.name: [] for table in hidden}
    for found in _loose(pages, reached) if hidden else ():
        fitting = ((table, row_of(table, found)) for table in hidden)
        table, row = next(((table, row) for table, row in fitting if row is not None), (None, None))
        if table is not None and row is not None:
            loose[table.name].append(row)
    return FoundRows(
        {name: tree.rows for name, tree in named.items()},
        frozenset(name for name, tree in named.items() if tree.whole),
        loose,
        not pages.free_known,
    )


def row_of(table: TableShape, found: FoundRow) -> Row | None:
    """The row of this table that was found; None when it is none."""
    if table.numbered != (found.number is not None):
        return None
    if not table.numbered:
        return table.row(found.values)
    # The row holds an empty place where its number belongs.
    return table.row((found.number, *found.values[1:])) if found.values[:1] == (None,) else None


@dataclass(slots=True)
class _Tree:
    """A table, from its first page on."""

    rows: list[Row]
    whole: bool = True
    hides: bool = False
    """The way to some of its pages is lost."""
    made_sense: bool = True
    """It may be this table at all."""


def _roots(pages: DamagedFile, reached: set[int]) -> Roots:
    """Where the file itself says that its tables begin; a table is left out of which it does not say so any more."""
    found, _, _ = _walk(pages, reached, 1, is_table=True)
    return {
        row.values[1]: row.values[3]
        for row in found
        if len(row.values) == 5 and row.values[0] == "table" and isinstance(row.values[3], int)
    }


def _tree_of(
    pages: DamagedFile, reached: set[int], table: TableShape, own: Roots, other_roots: Sequence[Roots]
) -> _Tree:
    """The first that makes sense of those places where this table may begin."""
    for roots in [own] if table.name in own else other_roots:
        if table.name in roots:
            seen = set(reached)
            tree = _read(pages, seen, table, roots[table.name])
            if roots is own or tree.made_sense:
                reached |= seen
                return tree
    return _Tree([], whole=False, hides=True)


def _read(pages: DamagedFile, reached: set[int], table: TableShape, root: int) -> _Tree:
    found, whole, hides = _walk(pages, reached, root, is_table=table.numbered)
    fitting = [row_of(table, row) for row in found]
    rows = [row for row in fitting if row is not None]
    made_sense = bool(rows) or (whole and not found)
    return _Tree(rows, whole and len(rows) == len(found), hides or not made_sense, made_sense)


def _walk(pages: DamagedFile, reached: set[int], root: int, *, is_table: bool) -> tuple[list[FoundRow], bool, bool]:
    """All rows below a page, whether nothing is missing, and whether the way to some pages is lost."""
    rows: list[FoundRow] = []
    whole, hides = True, False
    leaf_depths: set[int] = set()
    lost_depths: set[int] = set()
    ahead = [(root, 0)]
    while ahead:
        number, depth = ahead.pop()
        page = pages.tree_page(number)
        if number in reached or page is None or page.is_table != is_table:
            whole = False
            if number in reached or page is not None:
                hides = True  # it leads to another table's page
            lost_depths.add(depth)
            continue
        reached.add(number)
        rows += page.rows
        # Only the first page of a table is ever without rows.
        whole = whole and page.whole and bool(page.rows or page.children or depth == 0)
        hides = hides or not (page.whole or page.is_leaf)
        if page.is_leaf:
            leaf_depths.add(depth)
        ahead += [(child, depth + 1) for child in page.children if 0 < child <= pages.count]
    # All leaves lie at one depth: a page that is lost there led to no other.
    return rows, whole, hides or not lost_depths <= leaf_depths


def _loose(pages: DamagedFile, reached: set[int]) -> Iterator[FoundRow]:
    for number in range(1, pages.count + 1):
        page = None if number in reached or number in pages.free else pages.tree_page(number)
        if page is not None:
            yield from page.rows
