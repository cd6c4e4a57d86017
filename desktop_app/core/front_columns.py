"""What a person typed into the columns that Earmark writes for other programs.

They stand in front of its own ones, and so are where somebody with a spreadsheet looks first. What stands there as it
was written says nothing new. Of what does not, its own column counts if that says anything, as it may have been edited
instead.
"""

from collections.abc import Mapping
from dataclasses import replace

from desktop_app.core.peers_columns import one_line, rating_of_peers, words_of
from desktop_app.core.said import SaidOfSound
from desktop_app.core.verdict import Judgement


def with_front(said: SaidOfSound, cells: Mapping[str, str], *, by_hand: bool) -> tuple[SaidOfSound, tuple[str, ...]]:
    """What a line says with its front columns, and what in these was not taken, for people.

    `cells`: by `column_key`; where a front column has the key of ours, that one. `by_hand`: a person made the table, in
    which names of tags are theirs.
    """
    note, rating = cells.get("notes", "").strip(), rating_of_peers(cells.get("rating", ""))
    marks, untaken = said.marks, []
    if not marks.note:
        marks = replace(marks, note=note)
    elif note and note != one_line(marks.note).strip():
        untaken.append("Notes ≠ note")
    if not marks.rating:
        marks = replace(marks, rating=rating)
    elif rating not in (0, marks.rating):
        untaken.append("Rating ≠ rating")
    return replace(said, marks=marks, words=words_of(cells) if by_hand else _words(said, cells)), tuple(untaken)


def _words(said: SaidOfSound, cells: Mapping[str, str]) -> tuple[str, ...]:
    """What may be tags: names and a category are a person's where no tag can have been written as them."""
    if all(one.judgement is Judgement.REJECTED for one in said.judged):
        return words_of(cells)
    keywords, names = cells.get("keywords", "").strip(), one_line(cells.get("tags", "")).strip()
    return (keywords,) if keywords and _as_list(keywords) != _as_list(names) else ()


def _as_list(names: str) -> str:
    return names.replace("; ", ", ")
