"""What a search line does with its text, apart from its looks: takes whole filters out, leafs through earlier lines."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Final

from desktop_app.core.query import TEXT_FIELDS, is_filter
from desktop_app.core.query_tokens import in_quotes, tokens_of

WITH_ALTERNATIVES: Final = frozenset({"tag", "format", "key", "kind", "warning", *TEXT_FIELDS})
"""Filters of which any of several values will do."""


@dataclass(frozen=True, slots=True)
class Typed:
    """What stands in the line."""

    filters: tuple[str, ...]
    """Whole filters that were found, as they were typed."""
    text: str
    """The rest."""
    cursor: int


def take_filters(text: str, cursor: int, *, to_the_end: bool) -> Typed:
    """Take the whole filters out of a text; without `to_the_end`, only those that a space ends and the cursor left."""
    taken = []
    for token in tokens_of(text):
        done = to_the_end or (text[token.end : token.end + 1].isspace() and token.end < cursor)
        if done and is_filter(token):
            taken.append(token)
    for token in reversed(taken):
        rest = text[token.end :].lstrip()
        end = len(text) - len(rest)
        text = text[: token.start] + rest
        cursor -= min(max(cursor - token.start, 0), end - token.start)
    return Typed(tuple(token.text for token in taken), text, cursor)


def with_alternative(tag_filter: str, name: str) -> str:
    """A filter by tag with one more name that will do, or with that name taken out again; one name always stays."""
    (token,) = tokens_of(tag_filter)
    others = [other for other in token.alternatives if other != name]
    names = others if others and len(others) < len(token.alternatives) else [*token.alternatives, name]
    return f"tag:{'|'.join(map(in_quotes, dict.fromkeys(names)))}"


@dataclass(slots=True)
class Leafing:
    """Going back through earlier lines, and forward again to the one that was typed."""

    lines: tuple[str, ...] = ()
    """Newest first."""
    _place: int | None = None
    """Of what is shown; None for what was typed."""
    _typed: str = field(default="")

    @property
    def at_work(self) -> bool:
        """Whether an earlier line is shown."""
        return self._place is not None

    def show(self, lines: Sequence[str]) -> None:
        """These are the earlier lines; while somebody leafs through them they stay as they are."""
        if not self.at_work:
            self.lines = tuple(lines)

    def end(self) -> None:
        """What is shown is as if it had been typed."""
        self._place = None

    def back(self, shown: str) -> str | None:
        """The line before the one that is shown; None when there is none."""
        if self._place is None:
            self._typed = shown
        place = -1 if self._place is None else self._place
        place = next((n for n in range(place + 1, len(self.lines)) if self.lines[n] != shown), len(self.lines))
        if place == len(self.lines):
            return None
        self._place = place
        return self.lines[place]

    def forward(self) -> str:
        """The line after the one that is shown; the last is the one that was typed."""
        place = (self._place or 0) - 1
        self._place = place if place >= 0 else None
        return self.lines[place] if place >= 0 else self._typed
