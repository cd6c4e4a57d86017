"""One thing that was looked at in an embedder, and what came of it."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from types import MappingProxyType
from typing import Final, Literal

Mark = Literal["ok", "note", "warning", "failed"]
"""`ok`: verified on this machine. `note`: a fact that nothing vouches for. `warning`: may be right, but look at it.
`failed`: the embedder must not be trusted.
"""

_NONE: Final[Mapping[str, object]] = MappingProxyType({})


@dataclass(frozen=True, slots=True)
class CheckLine:
    """One line of `earmark embedder check`."""

    subject: str
    """What was looked at, in a word or two; the same for every embedder."""
    mark: Mark
    text: str
    """A sentence."""
    details: Mapping[str, object] = field(default_factory=lambda: _NONE)
    """The same as values that JSON knows, for programs; a float may be no number."""


def worst_first(lines: Sequence[CheckLine]) -> list[CheckLine]:
    """What failed stands first, the rest as it was."""
    return sorted(lines, key=lambda line: line.mark != "failed")
