"""The CatIDs of the Universal Category System that are offered for the shown sound, best first."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QToolButton, QWidget

from desktop_app.core.ucs_name import Category
from desktop_app.gui import theme
from desktop_app.gui.panels.flow_layout import FlowLayout
from desktop_app.gui.plain_text import PlainLabel, plain_tip

_GAP = 6


@dataclass(frozen=True, slots=True)
class CatIdOffer:
    """One CatID that can be taken."""

    key: tuple[str, str]
    """Of its tag."""
    category: Category
    score: float
    """How probable it is, 0..1."""


class CatIdButton(QToolButton):
    """A CatID that can be taken; a class of its own for the style sheet."""


class CatIdLine(QWidget):
    """Buttons, the first of which Enter in the empty line for tags takes, too. Hidden while nothing is offered."""

    chosen = Signal(tuple)
    """The key of the tag whose CatID is right."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._offers: tuple[CatIdOffer, ...] = ()
        self._buttons: list[QToolButton] = []
        self._flow = FlowLayout(self, _GAP)
        self._title = PlainLabel(self.tr("UCS:"), self)
        self._flow.addWidget(self._title)
        self.hide()

    def show_offers(self, offers: Sequence[CatIdOffer]) -> None:
        """Offer these; none for hiding the line."""
        if tuple(offers) == self._offers:
            return
        self._offers = tuple(offers)
        for button in self._buttons:
            self._flow.removeWidget(button)
            button.hide()
            button.deleteLater()
        self._buttons = [self._button(place, offer) for place, offer in enumerate(offers)]
        self.setVisible(bool(offers))
        self.updateGeometry()

    def take_first(self) -> None:
        """The best one is right; nothing where none is offered."""
        if self._offers:
            self.chosen.emit(self._offers[0].key)

    @property
    def offers(self) -> tuple[CatIdOffer, ...]:
        """What is offered, best first."""
        return self._offers

    @property
    def buttons(self) -> list[QToolButton]:
        """The buttons from left to right."""
        return list(self._buttons)

    def _button(self, place: int, offer: CatIdOffer) -> QToolButton:
        button = CatIdButton(self)
        button.setText(offer.category.cat_id)
        name = f"{offer.category.category} – {offer.category.subcategory}"
        tip = self.tr("{name}: {percent} % probable. A click gives the sound this tag.").format(
            name=name, percent=round(100 * offer.score)
        )
        if place == 0:
            button.setFont(theme.semibold(button.font()))
            tip = f"{tip} {self.tr('So does Enter in the empty line above.')}"
        button.setToolTip(plain_tip(tip))
        button.setAccessibleName(self.tr("File under {name}").format(name=name))
        button.clicked.connect(lambda: self.chosen.emit(offer.key))
        self._flow.addWidget(button)
        button.show()
        return button
