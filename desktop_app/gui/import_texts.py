"""How much an import says, counted while lines are ticked, and in words."""

from collections import Counter
from collections.abc import Iterable, Mapping

from PySide6.QtCore import QCoreApplication

from desktop_app.exchange.importing import Added, ImportPlan, Kind


class ImportTally:
    """How much would be added with what is ticked: what several lines add counts once."""

    def __init__(self, plan: ImportPlan) -> None:
        """With what is certain, and no line ticked."""
        self._certain = plan.certain
        self._ticked: Counter[Added] = Counter()
        self.amounts: dict[Kind, int] = dict.fromkeys(Kind, 0) | Counter(added[0] for added in plan.certain)
        """How much of each kind."""

    def count(self, added: Iterable[Added], *, ticked: bool) -> None:
        """A line that adds this was ticked, or is not any more."""
        for one in added:
            if one in self._certain:
                continue
            self._ticked[one] += 1 if ticked else -1
            if self._ticked[one] == int(ticked):
                self.amounts[one[0]] += 1 if ticked else -1


def amount_text(amounts: Mapping[Kind, int]) -> str:
    """So many decisions on tags, sounds with ratings, favourites and notes, and entries in collections; empty for
    nothing.
    """
    translate = QCoreApplication.translate
    tags, marks, collected = (amounts[kind] for kind in (Kind.TAGS, Kind.MARKS, Kind.COLLECTED))
    parts = [
        translate("ImportTexts", "%Ln decision(s) on tags", "", tags) if tags else "",
        translate("ImportTexts", "ratings, favourites and notes on %Ln sound(s)", "", marks) if marks else "",
        translate("ImportTexts", "%Ln entry(ies) in collections", "", collected) if collected else "",
    ]
    return ", ".join(filter(None, parts))
