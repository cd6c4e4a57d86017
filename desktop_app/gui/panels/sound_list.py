"""The list of sounds with the line above it that helps when nothing was found."""

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QModelIndex, Qt, Signal
from PySide6.QtWidgets import QLabel, QVBoxLayout, QWidget

from desktop_app.gui.models.sound_rows import RowSource, SoundRow
from desktop_app.gui.models.sound_table import Column, SoundIds, SoundTableModel
from desktop_app.gui.panels.sound_view import SoundView

_SORTABLE = frozenset({Column.NAME, Column.LENGTH, Column.FORMAT, Column.SCORE, Column.FOLDER})


class SoundListPanel(QWidget):
    """Shows sounds, keeps selection and place by sound, and says what the person does with them."""

    current_changed = Signal(int)
    """The keyboard or the mouse came to this sound."""
    selection_changed = Signal()
    order_chosen = Signal(int, bool)
    """A `Column` to sort by, and whether from high to low."""

    def __init__(self, source: RowSource, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.model = SoundTableModel(source, self)
        self.view = SoundView(self.model, self)
        self._quiet = False
        self._message = QLabel(self)
        self._message.setObjectName("message")
        self._message.setWordWrap(True)
        self._message.setContentsMargins(12, 10, 12, 10)
        self._message.setTextFormat(Qt.TextFormat.PlainText)
        self._message.hide()
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(self._message)
        layout.addWidget(self.view)
        self.view.selectionModel().currentRowChanged.connect(self._on_current)
        self.view.selectionModel().selectionChanged.connect(self._on_selection)
        self.view.horizontalHeader().sectionClicked.connect(self._on_header)

    @property
    def message(self) -> str:
        """The sentence above the list; empty when there is none."""
        return self._message.text()

    def show_message(self, message: str) -> None:
        """Show a sentence above the list, or nothing."""
        self._message.setText(message)
        self._message.setVisible(bool(message))

    def show_sounds(
        self,
        sound_ids: SoundIds,
        scores: NDArray[np.float32] | None,
        calibrated: NDArray[np.float32] | None = None,
        *,
        keep_place: bool,
    ) -> None:
        """Show these sounds [n] with their scores [n], if ranked, and those calibrated [n], if they can be.

        Selected sounds that are still shown stay selected. With `keep_place` the sound at the upper edge stays there,
        too (the library changed); without it the list begins at its top (the question changed).
        """
        if self._shows(sound_ids, scores):
            self.model.refresh_all()
            if not keep_place:
                self.view.scrollToTop()
            return
        selected, current, top = self.view.selected_ids(), self.view.current_id(), self.view.top_id()
        self._quiet = True
        self.model.show_sounds(sound_ids, scores, calibrated)
        self.view.setColumnHidden(Column.SCORE, scores is None)
        self.view.select_ids(selected, current)
        self._quiet = False
        if not keep_place:
            self.view.scrollToTop()
        elif top is not None:
            self.view.scroll_to_top_id(*top)
        if len(self.view.selected_ids()) != len(selected):
            self.selection_changed.emit()

    def _shows(self, sound_ids: SoundIds, scores: NDArray[np.float32] | None) -> bool:
        """Whether the list is as asked for already: then nothing needs to move under the person's hands."""
        shown = self.model.scores
        same_scores = shown is scores or (shown is not None and scores is not None and np.array_equal(shown, scores))
        return same_scores and np.array_equal(self.model.sound_ids, sound_ids)

    def take_focus(self, *, first: bool = False) -> None:
        """Let the keyboard be in the list: on its first row if it was nowhere, or if `first` says so."""
        self.view.setFocus(Qt.FocusReason.ShortcutFocusReason)
        if (first or not self.view.currentIndex().isValid()) and self.model.rowCount():
            self.view.selectRow(0)

    def current_row(self) -> SoundRow | None:
        """The row that the keyboard is on."""
        index = self.view.currentIndex()
        return self.model.row_at(index.row()) if index.isValid() else None

    def _on_current(self, current: QModelIndex, _previous: QModelIndex) -> None:
        if not self._quiet and current.isValid():
            self.current_changed.emit(int(self.model.sound_ids[current.row()]))

    def _on_selection(self) -> None:
        if not self._quiet:
            self.selection_changed.emit()

    def _on_header(self, section: int) -> None:
        column = Column(section)
        if column not in _SORTABLE:
            return
        shown, descending = self.model.order
        first_down = column is Column.SCORE
        self.order_chosen.emit(column, not descending if column is shown else first_down)
