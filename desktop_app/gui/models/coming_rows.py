"""Rows of a plan that come in parts, gathered until they are worth a look."""

from collections.abc import Iterable
from typing import Final, Generic, TypeVar

_GROWTH: Final = 0.5
"""As a share of what is shown already."""

Row = TypeVar("Row")


class ComingRows(Generic[Row]):
    """While more are to come, many are shown at once, and ever more of them: a view looks at all its rows again
    whenever some are added.
    """

    def __init__(self) -> None:
        self._waiting: list[Row] = []

    def clear(self) -> None:
        """Forget those that wait."""
        self._waiting = []

    def take(self, more: Iterable[Row], *, shown: int, whole: bool) -> list[Row]:
        """Those to be shown now, beside so many that are: all when they are `whole`, often none before."""
        self._waiting.extend(more)
        if not whole and len(self._waiting) < shown * _GROWTH:
            return []
        ready, self._waiting = self._waiting, []
        return ready
