"""What lists of tags, ratings, notes and collections would change here, shown before anything does."""

from collections.abc import Sequence
from typing import Final

from PySide6.QtCore import QAbstractItemModel, QItemSelectionModel, Qt, Signal
from PySide6.QtGui import QStandardItem, QStandardItemModel
from PySide6.QtWidgets import (
    QAbstractItemView,
    QDialog,
    QDialogButtonBox,
    QHBoxLayout,
    QHeaderView,
    QPushButton,
    QTableView,
    QTabWidget,
    QVBoxLayout,
    QWidget,
)

from desktop_app.core.said import LeftOut, Unit
from desktop_app.exchange.exchanging import Refused
from desktop_app.exchange.importing import Offer, Subject
from desktop_app.gui.import_texts import amount_text
from desktop_app.gui.models.conflict_list import ConflictModel
from desktop_app.gui.plain_text import PlainLabel, plain_tip, shown_name
from desktop_app.gui.retelling import retold
from desktop_app.gui.translations import number_text

_MOST: Final = 1_000
"""Lines of a table of what is not taken over; how many more there are is said."""
_WIDTHS: Final = (260, 160, 120, 120)
"""Of columns, in pixels; the one that has most to say takes what is left."""
_SIZE: Final = (820, 480)
"""Pixels, where there is a table."""
_Row = Sequence[str]


class ImportDialog(QDialog):
    """Says what would be added, asks where it contradicts what was said here, and names what cannot be taken over."""

    agreed = Signal(object, str)
    """It is to be done: each `Conflict` in which the list is believed, as a frozenset, and how much it is, in words."""

    def __init__(self, name: str, offer: Offer, parent: QWidget | None = None) -> None:
        """`name` of the file or files."""
        super().__init__(parent)
        self.setWindowTitle(self.tr("Import tags"))
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._offer = offer
        self.conflicts = ConflictModel(list(offer.plan.conflicts), offer.names, self)
        self.conflicts.ticked_changed.connect(self._show_summary)
        self.summary = PlainLabel(parent=self)
        self.tabs = QTabWidget(self)
        self.keep_all = QPushButton(self.tr("&Keep all"))
        self.replace_all = QPushButton(self.tr("&Replace all"))
        self._add_tabs()
        self._buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Cancel, self)
        self.do = QPushButton(self.tr("&Import"))
        self._lay_out(name)
        self.accepted.connect(lambda: self.agreed.emit(self.conflicts.believed, self._amount()))
        self._show_summary()
        if self.tabs.count():
            self.resize(*_SIZE)
        (self.do if self.do.isEnabled() else self._buttons).setFocus()

    def _lay_out(self, name: str) -> None:
        title = PlainLabel(name, self)
        title.setWordWrap(True)
        self.summary.setWordWrap(True)
        layout = QVBoxLayout(self)
        layout.addWidget(title)
        layout.addWidget(self.summary)
        layout.addWidget(self.tabs, 1)
        self.tabs.setVisible(self.tabs.count() > 0)
        self._buttons.addButton(self.do, QDialogButtonBox.ButtonRole.AcceptRole)
        self.do.setDefault(True)
        self._buttons.accepted.connect(self.accept)
        self._buttons.rejected.connect(self.reject)
        layout.addWidget(self._buttons)

    # --- what would be done ---

    def _show_summary(self) -> None:
        lines = [self._found(), *self._remarks()]
        amount = self._amount()
        if sum(self._offer.plan.matched.values()):
            lines.insert(1, self._what(amount))
        self.summary.setText("\n".join(lines))
        self.do.setEnabled(bool(amount))

    def _amount(self) -> str:
        """How much would be taken over with what is ticked; empty for nothing."""
        believed, plan = self.conflicts.believed, self._offer.plan
        tags = {(one.content_id, *one.tag) for one in believed if one.subject is Subject.TAG}
        marks = {one.content_id for one in believed if one.subject is not Subject.TAG}
        return amount_text(len(tags | plan.judgements.keys()), len(marks | plan.marks.keys()), plan.collected)

    def _found(self) -> str:
        known = sum(self._offer.plan.matched.values())
        if known:
            return self.tr("%Ln sound(s) of the list are in the library.", "", known)
        if self._offer.sounds and self._offer.plan.ambiguous:
            return self.tr("Of no sound of this list it is certain which one here it is.")
        if self._offer.sounds and self._offer.plan.unheard:
            return self.tr("No sound of this list can be heard here.")
        if self._offer.sounds:
            return self.tr("No sound of this list is in the library: add their folder first.")
        if self._offer.left_out:
            return self.tr("Nothing in this list can be understood.")
        return self.tr("The list is empty: no sound is in it.")

    def _what(self, amount: str) -> str:
        if amount:
            return self.tr("This would be taken over: {what}.").format(what=amount)
        if self._offer.plan.conflicts:
            return self.tr("Nothing would be added.")
        return self.tr("Nothing would be added: all of it is known here.")

    def _remarks(self) -> list[str]:
        remarks = []
        if self._offer.from_keywords:
            text = self.tr(
                "%Ln keyword(s) of another program are tags here, and count as accepted.", "", self._offer.from_keywords
            )
            remarks.append(text)
        if self._offer.unread:
            text = self.tr("Columns that mean nothing here: {names}.").format(names=", ".join(self._offer.unread))
            remarks.append(text)
        return remarks

    # --- tables ---

    def _add_tabs(self) -> None:
        plan, offer = self._offer.plan, self._offer
        if plan.conflicts:
            title = self.tr("Contradictions ({count})").format(count=number_text(len(plan.conflicts)))
            self.tabs.addTab(self._contradictions(), title)
        sound, why, often = self.tr("Sound"), self.tr("Why"), self.tr("How often")
        not_understood = [
            *map(self._left_out, offer.left_out),
            *(self._refused(one) for one in offer.refused),
        ]
        self._add_tab(self.tr("Not understood ({count})"), [self.tr("Where"), sound, why], not_understood)
        self._add_tab(self.tr("Not in the library ({count})"), [sound], [(path,) for path in plan.unknown])
        self._add_tab(self.tr("Several of that name ({count})"), [sound], [(path,) for path in plan.ambiguous])
        self._add_tab(
            self.tr("Not heard ({count})"),
            [sound, why],
            [(path, retold(why)) for path, why in plan.unheard.items()],
        )
        counted = [(key, number_text(times)) for key, times in offer.unknown_tags.items()]
        self._add_tab(self.tr("Unknown tags ({count})"), [self.tr("Tag"), often], counted)
        words = [(word, number_text(times)) for word, times in offer.words_left.items()]
        self._add_tab(self.tr("Unknown keywords ({count})"), [self.tr("Keyword"), often], words)

    def _add_tab(self, title: str, headings: Sequence[str], rows: Sequence[_Row]) -> None:
        if not rows:
            return
        model = QStandardItemModel(0, len(headings), self)
        model.setHorizontalHeaderLabels(list(headings))
        for row in rows[:_MOST]:
            model.appendRow([_item(text) for text in row])
        if len(rows) > _MOST:
            model.appendRow([_item(self.tr("and {count} more").format(count=number_text(len(rows) - _MOST)))])
        table = self._table(model, title.partition(" (")[0], widest=len(headings) - 1)
        self.tabs.addTab(table, title.format(count=number_text(len(rows))))

    def _contradictions(self) -> QWidget:
        page = QWidget(self.tabs)
        layout = QVBoxLayout(page)
        explained = PlainLabel(self.tr("What was said here stays, but for the lines that are ticked."), page)
        explained.setWordWrap(True)
        buttons = QHBoxLayout()
        buttons.addWidget(explained, 1)
        for button, ticked in ((self.keep_all, False), (self.replace_all, True)):
            button.setAutoDefault(False)
            button.clicked.connect(lambda _=False, ticked=ticked: self.conflicts.tick_all(ticked=ticked))
            buttons.addWidget(button)
        layout.addLayout(buttons)
        layout.addWidget(self._table(self.conflicts, self.tr("Contradictions"), widest=0), 1)
        return page

    def _table(self, model: QAbstractItemModel, name: str, *, widest: int) -> QTableView:
        table = QTableView(self)
        table.setModel(model)
        table.setAccessibleName(name)
        for column, width in zip(range(model.columnCount()), _WIDTHS, strict=False):
            table.setColumnWidth(column, width)
        table.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        table.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        table.setTabKeyNavigation(False)
        table.setTextElideMode(Qt.TextElideMode.ElideMiddle)
        table.setWordWrap(False)  # else Qt cuts at the end, where a path has its name
        table.setShowGrid(False)
        table.verticalHeader().hide()
        table.horizontalHeader().setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        table.horizontalHeader().setSectionResizeMode(widest, QHeaderView.ResizeMode.Stretch)
        # Where the space bar ticks; nothing is selected yet.
        table.selectionModel().setCurrentIndex(model.index(0, 0), QItemSelectionModel.SelectionFlag.NoUpdate)
        return table

    def _left_out(self, one: LeftOut) -> _Row:
        place = self.tr("Line {number}") if one.unit is Unit.LINE else self.tr("Entry {number}")
        return f"{one.file}, {place.format(number=number_text(one.number))}", one.name, retold(one.why)

    def _refused(self, one: Refused) -> _Row:
        return str(one.file), "", retold(one.why.removeprefix(f"{one.file}: "))


def _item(text: str) -> QStandardItem:
    item = QStandardItem(shown_name(" ".join(text.split())))
    item.setToolTip(plain_tip(text))
    return item
