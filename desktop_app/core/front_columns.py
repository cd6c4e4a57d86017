"""What a person typed into the columns that Earmark writes for other programs.

They stand in front of its own ones, and so are where somebody with a spreadsheet looks first. What stands there as it
was written says nothing new. Of what does not, its own column counts if that says anything, as it may have been edited
instead.
"""

from collections.abc import Mapping
from dataclasses import replace

from desktop_app.core.peers_columns import one_line, rating_of_peers, words_of
from desktop_app.core.said import SaidOfSound


def with_front(said: SaidOfSound, front: Mapping[str, str], tags: str) -> tuple[SaidOfSound, tuple[str, ...]]:
    """What a line says with its front columns, which come by `column_key`, and what in these was not taken, for people.
    `tags`: the names in its own column.
    """
    note, rating = front.get("notes", "").strip(), rating_of_peers(front.get("rating", ""))
    marks, untaken = said.marks, []
    if not marks.note:
        marks = replace(marks, note=note)
    elif note and note != one_line(marks.note).strip():
        untaken.append("Notes ≠ note")
    if not marks.rating:
        marks = replace(marks, rating=rating)
    elif rating not in (0, marks.rating):
        untaken.append("Rating ≠ rating")
    return replace(said, marks=marks, words=_words(front, tags)), tuple(untaken)


def _words(front: Mapping[str, str], tags: str) -> tuple[str, ...]:
    """What may be tags; a category is a person's where no tag can have been written as one."""
    if not tags.strip():
        return words_of(front)
    keywords = front.get("keywords", "").strip()
    return (keywords,) if keywords and _as_list(keywords) != _as_list(one_line(tags).strip()) else ()


def _as_list(names: str) -> str:
    return names.replace("; ", ", ")
