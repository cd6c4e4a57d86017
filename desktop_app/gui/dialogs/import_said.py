"""What a list of tags, ratings, notes and collections would change here, shown before anything does."""

from collections.abc import Sequence
from typing import Final

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QStandardItem, QStandardItemModel
from PySide6.QtWidgets import (
    QAbstractItemView,
    QDialog,
    QDialogButtonBox,
    QHeaderView,
    QPushButton,
    QRadioButton,
    QTableView,
    QTabWidget,
    QVBoxLayout,
    QWidget,
)

from desktop_app.core.exchange import Names
from desktop_app.core.verdict import Judgement
from desktop_app.exchanging import Conflict, ImportPlan
from desktop_app.gui.plain_text import PlainLabel, plain_tip
from desktop_app.gui.translations import number_text

_MOST: Final = 1_000
"""Lines of a table; how many more there are is said."""
_SUBJECT_WIDTH: Final = 160
"""Pixels: a tag's name, mostly."""
_TAG: Final = "tag "
"""What `Conflict.what` begins with where it is about a tag."""


class ImportDialog(QDialog):
    """Says what would be added, names what contradicts and what is not here, and asks what to do about it."""

    agreed = Signal(bool)
    """It is to be done; True: the file is believed where it contradicts what was said here."""

    def __init__(
        self, name: str, keeping: ImportPlan, replacing: ImportPlan, names: Names, parent: QWidget | None = None
    ) -> None:
        """`name` of the file; what it would do when what was said here stays, and when the file is believed; `names`:
        what tags are called.
        """
        super().__init__(parent)
        self.setWindowTitle(self.tr("Import tags"))
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._keeping, self._replacing, self._names = keeping, replacing, names
        title = PlainLabel(name, self)
        title.setWordWrap(True)
        self.summary = PlainLabel(parent=self)
        self.summary.setWordWrap(True)
        self.keep = QRadioButton(self.tr("&Keep what was said here"))
        self.believe = QRadioButton(self.tr("&Believe the file"))
        self.keep.setChecked(True)
        self.believe.toggled.connect(self._show_summary)
        self.contradictions = self._contradictions(keeping.conflicts)
        self.unknown = self._unknown(keeping.unknown)
        layout = QVBoxLayout(self)
        layout.addWidget(title)
        layout.addWidget(self.summary)
        if keeping.conflicts:
            layout.addWidget(PlainLabel(self.tr("Where the file contradicts what was said here:"), self))
            layout.addWidget(self.keep)
            layout.addWidget(self.believe)
        layout.addWidget(self._tabs(), 1)
        self._buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Cancel, self)
        self.do = QPushButton(self.tr("&Import"))
        self._buttons.addButton(self.do, QDialogButtonBox.ButtonRole.AcceptRole)
        self.do.setDefault(True)
        self._buttons.accepted.connect(self.accept)
        self._buttons.rejected.connect(self.reject)
        layout.addWidget(self._buttons)
        self.accepted.connect(lambda: self.agreed.emit(self.believe.isChecked()))
        self._show_summary()
        if keeping.conflicts or keeping.unknown:
            self.resize(640, 460)
        (self.do if self.do.isEnabled() else self._buttons).setFocus()

    @property
    def _plan(self) -> ImportPlan:
        return self._replacing if self.believe.isChecked() else self._keeping

    def _show_summary(self) -> None:
        plan = self._plan
        known = sum(plan.matched.values())
        if known:
            found = self.tr("%Ln sound(s) of the list are in the library.", "", known)
            self.summary.setText(f"{found}\n{self._what(plan)}")
        else:
            self.summary.setText(self.tr("No sound of this list is in the library: add their folder first."))
        self.do.setEnabled(plan.changes > 0)

    def _what(self, plan: ImportPlan) -> str:
        if not plan.changes and plan.conflicts:
            return self.tr("Nothing would be added.")
        if not plan.changes:
            return self.tr("Nothing would be added: all of it is known here.")
        collected = sum(map(len, plan.collections.values()))
        parts = [
            self.tr("%Ln decision(s) on tags", "", len(plan.verdicts)) if plan.verdicts else "",
            self.tr("ratings, favourites and notes on %Ln sound(s)", "", len(plan.marks)) if plan.marks else "",
            self.tr("%Ln entry(ies) in collections", "", collected) if collected else "",
        ]
        return self.tr("This would be taken over: {what}.").format(what=", ".join(filter(None, parts)))

    def _tabs(self) -> QWidget:
        tabs = QTabWidget(self)
        tables = (
            (self.contradictions, self._keeping.conflicts, self.tr("Contradictions ({count})")),
            (self.unknown, self._keeping.unknown, self.tr("Not in the library ({count})")),
        )
        for table, rows, text in tables:
            table.setVisible(bool(rows))
            if rows:
                tabs.addTab(table, text.format(count=number_text(len(rows))))
        tabs.setVisible(tabs.count() > 0)
        return tabs

    def _contradictions(self, conflicts: Sequence[Conflict]) -> QTableView:
        headings = [self.tr("Sound"), self.tr("What"), self.tr("Here"), self.tr("In the file")]
        rows = [
            (str(conflict.path), self._subject(conflict.what), *map(self._word, (conflict.here, conflict.there)))
            for conflict in conflicts[:_MOST]
        ]
        return self._table(self.tr("Contradictions"), headings, rows, len(conflicts))

    def _unknown(self, paths: Sequence[str]) -> QTableView:
        rows = [(path,) for path in paths[:_MOST]]
        return self._table(self.tr("Sounds that are not in the library"), [self.tr("Sound")], rows, len(paths))

    def _table(self, name: str, headings: Sequence[str], rows: Sequence[Sequence[str]], count: int) -> QTableView:
        table = QTableView(self)
        model = QStandardItemModel(0, len(headings), table)
        model.setHorizontalHeaderLabels(headings)
        for row in rows:
            model.appendRow([_item(text) for text in row])
        if count > len(rows):
            more = self.tr("and {count} more").format(count=number_text(count - len(rows)))
            model.appendRow([_item(more)])
        table.setModel(model)
        table.setAccessibleName(name)
        table.setColumnWidth(1, _SUBJECT_WIDTH)
        table.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        table.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        table.setTabKeyNavigation(False)
        table.setTextElideMode(Qt.TextElideMode.ElideMiddle)
        table.setWordWrap(False)  # else Qt cuts at the end, where a path has its name
        table.setShowGrid(False)
        table.verticalHeader().hide()
        table.horizontalHeader().setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        table.horizontalHeader().setSectionResizeMode(0, QHeaderView.ResizeMode.Stretch)
        return table

    def _subject(self, what: str) -> str:
        """What a contradiction is about: a tag by its name, where it has one here."""
        if not what.startswith(_TAG):
            return {"rating": self.tr("Rating"), "note": self.tr("Note")}.get(what, what)
        key = what.removeprefix(_TAG)
        vocabulary_id, _, tag_id = key.partition("/")
        return self.tr("Tag “{name}”").format(name=self._names.get((vocabulary_id, tag_id), key))

    def _word(self, said: str) -> str:
        words = {
            Judgement.ACCEPTED: self.tr("accepted"),
            Judgement.REJECTED: self.tr("rejected"),
            Judgement.ADDED: self.tr("added"),
        }
        return next((word for judgement, word in words.items() if judgement.value == said), said)


def _item(text: str) -> QStandardItem:
    item = QStandardItem(" ".join(text.split()))
    item.setToolTip(plain_tip(text))
    return item
