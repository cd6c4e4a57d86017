"""The texts of a sound file as they stand in a panel: read and copied, or clicked to find others that say the same."""

from collections.abc import Callable
from typing import Final

from PySide6.QtCore import QCoreApplication, QSize, Qt, Signal
from PySide6.QtGui import QContextMenuEvent, QGuiApplication, QKeyEvent, QKeySequence, QResizeEvent
from PySide6.QtWidgets import QMenu, QSizePolicy, QToolButton, QWidget

from desktop_app.core.metadata import Field, Marker
from desktop_app.gui.file_fields import field_name
from desktop_app.gui.icons import icon
from desktop_app.gui.panels.player.marker_ticks import marker_text
from desktop_app.gui.plain_text import PlainLabel, plain_tip, shown_name, without_mark, wrapped

_CHARACTERS: Final = 120
"""Of a long text that are shown; its tip has all."""
_WORD_WIDTH: Final = 150
_MARKER_WIDTH: Final = 240
"""Pixels, as the next: times stand before the name."""
_WORD_MARGIN: Final = 6
"""Half of it on either side."""


class FileText(PlainLabel):
    """A text of a file, cut short where it is long. It can be selected; copied without a selection it is the whole."""

    def __init__(self, field: Field, text: str, origin: str, parent: QWidget) -> None:
        """`origin` says where it comes from."""
        super().__init__(shortened(text), parent)
        self.field, self.whole = field, text
        self.setWordWrap(True)
        self.setTextInteractionFlags(
            Qt.TextInteractionFlag.TextSelectableByMouse | Qt.TextInteractionFlag.TextSelectableByKeyboard
        )
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setIndent(_WORD_MARGIN // 2)  # texts and words begin at the same place
        policy = QSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self.setAccessibleName(f"{field_name(field)}: {text}")
        self.setAccessibleDescription(origin)
        self.setToolTip(f"{wrapped(text)}\n\n{origin}")

    def minimumSizeHint(self) -> QSize:
        """A line: how many it takes depends on the width alone. A label's own asks for as many as in a narrower one."""
        return QSize(0, self.fontMetrics().height())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Ctrl+C copies, also without a selection."""
        if event.matches(QKeySequence.StandardKey.Copy):
            self.copy()
        else:
            super().keyPressEvent(event)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """The label's own menu would copy what is shown only."""
        copy_menu(self, self.copy).popup(event.globalPos())

    def copy(self) -> None:
        """Put what is selected on the clipboard; the whole text where nothing is, or all that is shown."""
        part = self.selectedText()
        QGuiApplication.clipboard().setText(part if part and part != self.text() else self.whole)


class FileWord(QToolButton):
    """One of a file's own words; a click lists all sounds whose files have it."""

    most = _WORD_WIDTH
    """Pixels that its text has, at most."""

    def __init__(self, field: Field, text: str, origin: str, parent: QWidget) -> None:
        """`origin` says where it comes from."""
        super().__init__(parent)
        self.field, self.whole = field, text
        self.label = text
        """What is written on it."""
        self.setObjectName("file word")
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setText(without_mark(self._fitting(self.most)))
        click = self.tr("Click to list all sounds whose files say so.")
        self.setAccessibleName(f"{field_name(field)}: {text}")
        self.setAccessibleDescription(f"{origin}. {click}")
        self.setToolTip(plain_tip(f"{wrapped(text)}\n\n{origin}\n{click}"))

    def sizeHint(self) -> QSize:
        """As wide as the text, within limits, whatever is shown of it for now."""
        width = self.fontMetrics().horizontalAdvance(self._fitting(self.most)) + _WORD_MARGIN
        return QSize(width, super().sizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Narrow places cut it."""
        super().resizeEvent(event)
        self.setText(without_mark(self._fitting(min(self.width() - _WORD_MARGIN + 2, self.most))))

    def _fitting(self, width: int) -> str:
        shown = shown_name(" ".join(self.label.split()))
        return self.fontMetrics().elidedText(shown, Qt.TextElideMode.ElideMiddle, width)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """It can be copied as any text of a file."""
        copy_menu(self, lambda: QGuiApplication.clipboard().setText(self.whole)).popup(event.globalPos())


class MarkerWord(FileWord):
    """A place that the file names: a click plays from there."""

    most = _MARKER_WIDTH
    found_wanted = Signal()
    """All sounds with a marker of this name are wanted."""

    def __init__(self, marker: Marker, number: int, origin: str, parent: QWidget) -> None:
        """`number`: among the file's markers, from 1; `origin` says where it comes from."""
        super().__init__(Field.MARKER, marker.text, origin, parent)
        self.marker = marker
        self.label = marker_text(marker, number)
        self.setText(without_mark(self._fitting(self.most)))
        click = self.tr("Click to play from here.")
        self.setAccessibleName(f"{field_name(Field.MARKER)}: {self.label}")
        self.setAccessibleDescription(f"{origin}. {click}")
        self.setToolTip(plain_tip(f"{wrapped(self.label)}\n\n{origin}\n{click}"))

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """It can be copied, and others can be found that have one of this name."""
        menu = copy_menu(self, lambda: QGuiApplication.clipboard().setText(self.whole or self.label))
        if self.whole:
            menu.addAction(icon("search"), self.tr("Find sounds with this marker"), self.found_wanted.emit)
        menu.popup(event.globalPos())


def copy_menu(parent: QWidget, copy: Callable[[], None]) -> QMenu:
    """What can be done with a text beside reading it."""
    menu = QMenu(parent)
    menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    action = menu.addAction(icon("copy"), QCoreApplication.translate("InFile", "Copy"))
    action.triggered.connect(lambda: copy())
    return menu


def shortened(text: str) -> str:
    """A long text in one paragraph, up to a word's end where there are words."""
    if len(text) <= _CHARACTERS:
        return text
    cut = " ".join(text.split())[:_CHARACTERS]
    end = cut.rfind(" ")
    return f"{cut[:end] if end > _CHARACTERS // 2 else cut}…"
