"""The list of sounds with the line above it that helps when nothing was found."""

from typing import Any

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QModelIndex, Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from desktop_app.core.moment import Moment, Moments, Seconds
from desktop_app.gui.models.folding import LabelsOf, SoundIds
from desktop_app.gui.models.sound_cells import Column
from desktop_app.gui.models.sound_rows import RowSource, SoundRow
from desktop_app.gui.models.sound_table import SoundTableModel
from desktop_app.gui.panels.player.sound_view import SoundView
from desktop_app.gui.panels.sounds.column_header import UNSORTABLE
from desktop_app.gui.plain_text import PlainLabel

_BEST_FIRST = frozenset(
    {
        Column.SCORE,
        Column.RATING,
        Column.TAG_COUNT,
        Column.MODIFIED,
        Column.ADDED,
        Column.LOUDNESS,
        Column.TRUE_PEAK,
        Column.WARNINGS,
    }
)
"""Columns that a first click sorts from high to low."""


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
        self.setFocusProxy(self.view)
        self._quiet = False
        self._message = PlainLabel(parent=self)
        self._message.setObjectName("message")
        self._message.setWordWrap(True)
        self._message.setContentsMargins(12, 10, 12, 10)
        self._message.hide()
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(self._message)
        layout.addWidget(self.view)
        self.view.selectionModel().currentRowChanged.connect(self._on_current)
        self.view.selectionModel().selectionChanged.connect(self._on_selection)
        self.view.horizontalHeader().sectionClicked.connect(self._on_header)

    def add_above(self, widget: QWidget) -> None:
        """Put something above the sentence and the list."""
        layout = self.layout()
        assert isinstance(layout, QVBoxLayout)
        layout.insertWidget(0, widget)

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
        moments: Moments | None = None,
        *,
        keep_place: bool,
    ) -> None:
        """Show these sounds [n] with their scores [n] and moments [n], if ranked, and scores calibrated [n], if they
        can be.

        Selected sounds that are still shown stay selected. With `keep_place` the sound at the upper edge stays there,
        too (the library changed); without it the list begins at its top (the question changed).
        """
        if self._shows(sound_ids, scores, calibrated, moments):
            self.model.refresh_all()
            if not keep_place:
                self.view.scrollToTop()
            return
        selected, current, top = self.view.selected_ids(), self.view.current_id(), self.view.top_id()
        self._quiet = True
        self.model.show_sounds(sound_ids, scores, calibrated, moments)
        has_moments = moments is not None and not np.isnan(moments.starts).all()
        self.view.columns.show_ranked(scores is not None, moments=has_moments)
        self._come_back(selected, current, top if keep_place else None)

    def _come_back(self, selected: SoundIds, current: int | None, top: tuple[int, int] | None) -> None:
        """After the rows changed, select again what is still there, and scroll back to the upper edge as it was."""
        self.view.select_ids(selected, current)
        self._quiet = False
        if top is None:
            self.view.scrollToTop()
        else:
            self.view.scroll_to_top_id(*top)
        if len(self.view.selected_ids()) != len(selected):
            self.selection_changed.emit()

    def _shows(
        self,
        sound_ids: SoundIds,
        scores: NDArray[np.float32] | None,
        calibrated: NDArray[np.float32] | None,
        moments: Moments | None,
    ) -> bool:
        """Whether the list is as asked for already: then nothing needs to move under the person's hands."""
        model = self.model
        if model.folds or not np.array_equal(model.listed_ids, sound_ids):
            # What is folded may have got other copies.
            return False
        return (
            _same(model.scores, scores)
            and _same(model.calibrated, calibrated)
            and _same(_starts(model.moments), _starts(moments))
        )

    def fold_copies(self, labels_of: LabelsOf | None) -> None:
        """Fold copies of a sound into one row, or show each in its own; selection and place stay where they can."""
        selected, current, top = self.view.selected_ids(), self.view.current_id(), self.view.top_id()
        self._quiet = True
        self.model.fold_copies(labels_of)
        self._come_back(selected, current, top)

    def take_focus(self, *, first: bool = False) -> None:
        """Let the keyboard be in the list: on its first row if it was nowhere, or if `first` says so."""
        self.view.setFocus(Qt.FocusReason.ShortcutFocusReason)
        if (first or not self.view.currentIndex().isValid()) and self.model.rowCount():
            self.view.selectRow(0)

    def current_row(self) -> SoundRow | None:
        """The row that the keyboard is on."""
        index = self.view.currentIndex()
        return self.model.row_at(index.row()) if index.isValid() else None

    def current_moment(self) -> Moment | None:
        """When the sound that the keyboard is on answers the search best, if it has a moment."""
        index = self.view.currentIndex()
        return self.model.moment_at(index.row()) if index.isValid() else None

    def _on_current(self, current: QModelIndex, _previous: QModelIndex) -> None:
        if not self._quiet and current.isValid():
            self.current_changed.emit(int(self.model.sound_ids[current.row()]))

    def _on_selection(self) -> None:
        if not self._quiet:
            self.selection_changed.emit()

    def _on_header(self, section: int) -> None:
        column = Column(section)
        if column in UNSORTABLE:
            return
        shown, descending = self.model.order
        first_down = column in _BEST_FIRST
        self.order_chosen.emit(column, not descending if column is shown else first_down)


def _starts(moments: Moments | None) -> Seconds | None:
    return None if moments is None else moments.starts


def _same(shown: NDArray[np.floating[Any]] | None, new: NDArray[np.floating[Any]] | None) -> bool:
    return shown is new or (shown is not None and new is not None and np.array_equal(shown, new, equal_nan=True))
