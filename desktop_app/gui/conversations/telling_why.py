"""Tells why a sound was found: where the pointer rests, or for the row that the keyboard is on."""

from PySide6.QtCore import QObject, QPoint, Qt
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent, QCursor
from PySide6.QtWidgets import QToolTip

from desktop_app.gui.conversations.surroundings import Surroundings
from desktop_app.gui.models.sound_cells import Column
from desktop_app.gui.plain_text import plain_tip
from desktop_app.gui.queries import Question
from desktop_app.gui.why import Whys


class TellingWhy(QObject):
    """Shows an explanation when it is known, if somebody still looks at its sound."""

    def __init__(self, surroundings: Surroundings, parent: QObject) -> None:
        super().__init__(parent)
        self._around = surroundings
        self._sounds = surroundings.window.sounds
        # Words wait for the network, so this is a thread that may wait; searches have their own topic there.
        self._whys = Whys(surroundings.earmark, surroundings.operations.searching, self)
        self._asked_by_key: int | None = None
        self._whys.explained.connect(self._on_explained)
        self._sounds.model.why = self._whys.why
        surroundings.window.actions_.finding.why.triggered.connect(self.tell_current)

    def follow(self, question: Question) -> None:
        """The list answers this question from now on."""
        self._asked_by_key = None
        self._whys.follow(question)

    def tell_current(self) -> None:
        """Say why the current sound was found."""
        sound_id = self._sounds.view.current_id()
        if sound_id is None:
            return
        known = self._whys.why(sound_id)
        if known is None:
            self._asked_by_key = sound_id
        else:
            self._tell(sound_id, known)

    def _on_explained(self, sound_id: int, text: str) -> None:
        view = self._sounds.view
        if sound_id == self._asked_by_key:
            self._asked_by_key = None
            self._tell(sound_id, text)
            return
        at = view.viewport().mapFromGlobal(QCursor.pos())
        index = view.indexAt(at)
        if view.viewport().underMouse() and index.isValid() and index.column() in (Column.NAME, Column.SCORE):
            shown = int(self._sounds.model.sound_ids[index.row()])
            if shown == sound_id:
                QToolTip.showText(QCursor.pos(), str(index.data(Qt.ItemDataRole.ToolTipRole)), view.viewport())

    def _tell(self, sound_id: int, text: str) -> None:
        """At the row, and aloud for those who do not see it."""
        view = self._sounds.view
        text = text or self.tr("Nothing was searched for, so all sounds are listed.")
        rows = self._sounds.model.rows_of([sound_id])
        if not len(rows):
            return
        corner = view.visualRect(self._sounds.model.index(int(rows[0]), Column.NAME)).bottomLeft()
        QToolTip.showText(view.viewport().mapToGlobal(corner + QPoint(12, 2)), plain_tip(text), view.viewport())
        QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(view, text))
