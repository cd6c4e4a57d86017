"""Sounds that are known by nothing but their names, a line each, ticked where they are taken for those of a list."""

from collections.abc import Sequence

from PySide6.QtCore import QCoreApplication, QObject

from desktop_app.exchange.importing import NameMatch, trust_likely
from desktop_app.gui.models.ticked_lines import TickedLines


class NameMatchModel(TickedLines[NameMatch]):
    """Where each is here, and where it was in the list."""

    def __init__(self, matches: Sequence[NameMatch], parent: QObject | None = None) -> None:
        translate = QCoreApplication.translate
        headings = (translate("NameMatchModel", "Here"), translate("NameMatchModel", "In the list"))
        super().__init__(matches, headings, parent)

    def tick_likely(self) -> None:
        """Tick those against which nothing speaks."""
        self._tick([row for row, match in enumerate(self._lines) if trust_likely(match)], ticked=True)

    def _text(self, line: NameMatch, column: int) -> str:
        return line.there if column else str(line.here)
