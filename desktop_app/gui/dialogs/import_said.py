"""What lists of tags, ratings, notes and collections would change here, shown before anything does."""

from collections.abc import Callable, Iterable, Sequence
from typing import Final, TypeVar

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
from desktop_app.exchange.importing import Added, Offer
from desktop_app.gui.import_texts import ImportTally, amount_text
from desktop_app.gui.models.conflict_list import ConflictModel
from desktop_app.gui.models.name_matches import NameMatchModel
from desktop_app.gui.plain_text import PlainLabel, one_line, plain_tip, wrapped
from desktop_app.gui.retelling import retold
from desktop_app.gui.translations import number_text

_MOST: Final = 1_000
"""Lines of a table of what is not taken over; how many more there are is said."""
_WIDTHS: Final = (260, 160, 120, 120)
"""Of columns, in pixels; the one that has most to say takes what is left."""
_SIZE: Final = (820, 480)
"""Pixels, where there is a table."""
_MOST_NAMES: Final = 12
"""Of columns that mean nothing; how many more there are is said."""
_NAME_CHARACTERS: Final = 40
_TITLE_CHARACTERS: Final = 80
_Row = Sequence[str]
_Line = TypeVar("_Line")


class ImportDialog(QDialog):
    """Says what would be added, asks where it contradicts what was said here, and names what cannot be taken over."""

    agreed = Signal(object, object)
    """It is to be done: each `Conflict` in which the list is believed and each `NameMatch` that is trusted, each as a
    frozenset.
    """

    def __init__(self, name: str, offer: Offer, parent: QWidget | None = None) -> None:
        """`name` of the file or files."""
        super().__init__(parent)
        self.setWindowTitle(self.tr("Import tags"))
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._offer = offer
        self._tally = ImportTally(offer.plan)
        self.conflicts = ConflictModel(list(offer.plan.conflicts), offer.names, self)
        self.conflicts.ticked_changed.connect(
            lambda lines, ticked: self._count((conflict.added for conflict in lines), ticked=ticked)
        )
        self.by_name = NameMatchModel(list(offer.plan.by_name), self)
        self.by_name.ticked_changed.connect(
            lambda lines, ticked: self._count(
                (added for match in lines for added in offer.plan.by_name[match]), ticked=ticked
            )
        )
        self.summary = PlainLabel(parent=self)
        self.tabs = QTabWidget(self)
        self.keep_all = QPushButton(self.tr("&Keep all"))
        self.replace_all = QPushButton(self.tr("&Replace all"))
        self._add_tabs()
        self._buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Cancel, self)
        self.do = QPushButton(self.tr("&Import"))
        self._lay_out(name)
        self.accepted.connect(lambda: self.agreed.emit(self.conflicts.ticked, self.by_name.ticked))
        self._show_summary()
        self.by_name.tick_likely()
        if self.tabs.count():
            self.resize(*_SIZE)
        (self.do if self.do.isEnabled() else self._buttons).setFocus()

    def _lay_out(self, name: str) -> None:
        title = PlainLabel(one_line(name, _TITLE_CHARACTERS), self)
        title.setToolTip(wrapped(name))
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

    def _count(self, added: Iterable[Added], *, ticked: bool) -> None:
        self._tally.count(added, ticked=ticked)
        self._show_summary()

    def _show_summary(self) -> None:
        lines = [self._found(), *self._remarks()]
        amount, plan = amount_text(self._tally.amounts), self._offer.plan
        if sum(plan.matched.values()) or plan.by_name:
            lines.insert(1, self._what(amount))
        self.summary.setText("\n".join(lines))
        self.do.setEnabled(bool(amount))

    def _found(self) -> str:
        known = sum(self._offer.plan.matched.values())
        if known:
            return self.tr("%Ln sound(s) of the list are in the library.", "", known)
        if self._offer.plan.by_name:
            return self.tr("Sounds here have names of the list, but other audio: tick those that are the same.")
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
        if self._offer.plan.conflicts or self._offer.plan.by_name:
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
            names = [one_line(name, _NAME_CHARACTERS) for name in self._offer.unread[:_MOST_NAMES]]
            if more := len(self._offer.unread) - len(names):
                names.append(self._more(more))
            remarks.append(self.tr("Columns that mean nothing here: {names}.").format(names=", ".join(names)))
        return remarks

    # --- tables ---

    def _add_tabs(self) -> None:
        plan, offer = self._offer.plan, self._offer
        if plan.conflicts:
            title = self.tr("Contradictions ({count})").format(count=number_text(len(plan.conflicts)))
            self.tabs.addTab(self._contradictions(), title)
        if plan.by_name:
            title = self.tr("Found by name only ({count})").format(count=number_text(len(plan.by_name)))
            self.tabs.addTab(self._found_by_name(), title)
        sound, why, often = self.tr("Sound"), self.tr("Why"), self.tr("How often")
        not_understood: list[LeftOut | Refused] = [*offer.left_out, *offer.refused]
        self._add_tab(
            self.tr("Not understood ({count})"), [self.tr("Where"), sound, why], not_understood, self._refused
        )
        self._add_tab(self.tr("Not in the library ({count})"), [sound], plan.unknown, lambda path: (path,))
        self._add_tab(self.tr("Several of that name ({count})"), [sound], plan.ambiguous, lambda path: (path,))
        unheard = list(plan.unheard.items())
        self._add_tab(self.tr("Not heard ({count})"), [sound, why], unheard, lambda one: (one[0], retold(one[1])))
        tags, words = list(offer.unknown_tags.items()), list(offer.words_left.items())
        self._add_tab(self.tr("Unknown tags ({count})"), [self.tr("Tag"), often], tags, _counted)
        self._add_tab(self.tr("Unknown keywords ({count})"), [self.tr("Keyword"), often], words, _counted)

    def _add_tab(
        self, title: str, headings: Sequence[str], lines: Sequence[_Line], row: Callable[[_Line], _Row]
    ) -> None:
        """`row` makes the cells of a line; it is asked only for those that are shown."""
        if not lines:
            return
        model = QStandardItemModel(0, len(headings), self)
        model.setHorizontalHeaderLabels(list(headings))
        for line in lines[:_MOST]:
            model.appendRow([_item(text) for text in row(line)])
        if len(lines) > _MOST:
            model.appendRow([_item(self._more(len(lines) - _MOST))])
        table = self._table(model, title.partition(" (")[0], widest=len(headings) - 1)
        self.tabs.addTab(table, title.format(count=number_text(len(lines))))

    def _more(self, count: int) -> str:
        return self.tr("and {count} more").format(count=number_text(count))

    def _contradictions(self) -> QWidget:
        for button, ticked in ((self.keep_all, False), (self.replace_all, True)):
            button.setAutoDefault(False)
            button.clicked.connect(lambda _=False, ticked=ticked: self.conflicts.tick_all(ticked=ticked))
        explained = self.tr("What was said here stays, but for the lines that are ticked.")
        table = self._table(self.conflicts, self.tr("Contradictions"), widest=0)
        return self._page(explained, table, self.keep_all, self.replace_all)

    def _found_by_name(self) -> QWidget:
        explained = self.tr(
            "Ticked lines are taken for the same sound. Of the others the list says that it is other audio."
        )
        return self._page(explained, self._table(self.by_name, self.tr("Found by name only"), widest=1))

    def _page(self, text: str, table: QTableView, *buttons: QPushButton) -> QWidget:
        page = QWidget(self.tabs)
        layout = QVBoxLayout(page)
        explained = PlainLabel(text, page)
        explained.setWordWrap(True)
        top = QHBoxLayout()
        top.addWidget(explained, 1)
        for button in buttons:
            top.addWidget(button)
        layout.addLayout(top)
        layout.addWidget(table, 1)
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

    def _refused(self, one: LeftOut | Refused) -> _Row:
        if isinstance(one, Refused):
            return str(one.file), "", retold(one.why.removeprefix(f"{one.file}: "))
        place = self.tr("Line {number}") if one.unit is Unit.LINE else self.tr("Entry {number}")
        return f"{one.file}, {place.format(number=number_text(one.number))}", one.name, retold(one.why)


def _counted(word: tuple[str, int]) -> _Row:
    return word[0], number_text(word[1])


def _item(text: str) -> QStandardItem:
    item = QStandardItem(one_line(text))
    item.setToolTip(plain_tip(wrapped(text)))
    return item
