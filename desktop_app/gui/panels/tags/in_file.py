"""What the shown sound's file says of itself: somebody else's words, and so neither a tag nor a note of ours."""

from collections.abc import Callable, Sequence
from typing import Final

from PySide6.QtCore import QCoreApplication, QSize, Qt, Signal
from PySide6.QtGui import QContextMenuEvent, QGuiApplication, QKeyEvent, QKeySequence, QPalette, QResizeEvent
from PySide6.QtWidgets import QFrame, QGridLayout, QMenu, QScrollArea, QSizePolicy, QToolButton, QVBoxLayout, QWidget

from desktop_app.core.metadata import Field, Metadata
from desktop_app.gui import theme
from desktop_app.gui.file_fields import field_name
from desktop_app.gui.icons import icon
from desktop_app.gui.panels.elided_label import ElidedLabel
from desktop_app.gui.panels.flow_layout import FlowLayout
from desktop_app.gui.plain_text import PlainLabel, plain_tip, without_mark, wrapped

SHARE: Final = 0.3
"""Of the panel's height, at most; more is scrolled: the tags below need their place."""
_CHARACTERS: Final = 120
"""Of a long text that are shown; its tip has all."""
_WORDS: Final = 40
"""Keywords that are shown; some files have hundreds."""
_NAME_WIDTH: Final = 84
"""Pixels, as the next."""
_WORD_WIDTH: Final = 150
_WORD_MARGIN: Final = 6
_CHOICES: Final = frozenset(
    {
        Field.KEYWORDS,
        Field.CATEGORY,
        Field.SUBCATEGORY,
        Field.CATID,
        Field.USER_CATEGORY,
        Field.VENDOR_CATEGORY,
        Field.ARTIST,
        Field.LIBRARY,
    }
)
"""Fields by which other sounds are looked for; those of other fields are read and copied."""
_LONG: Final = frozenset({Field.DESCRIPTION, Field.NOTES, Field.COPYRIGHT, Field.URL})
"""Texts that have lines of their own below their names."""
_FILE_NAME: Final = "file name"
"""What `EmbeddedText.source` says of what a file's name tells."""


class InFile(QWidget):
    """Names of fields with their texts. Hidden while there is nothing to say."""

    chosen = Signal(object, str)
    """All sounds whose files say this, too, are wanted: a `Field` and its text."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._shown = Metadata()
        self._limit = 10_000
        self._texts: list[FileText] = []
        self._words: list[FileWord] = []
        self._title = PlainLabel(self.tr("In the file"), self)
        self._title.setFont(theme.semibold(self._title.font()))
        self._title.setForegroundRole(QPalette.ColorRole.PlaceholderText)
        self._area = QScrollArea(self)
        self._area.setFrameShape(QFrame.Shape.NoFrame)
        self._area.setWidgetResizable(True)
        self._area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(3)
        column.addWidget(self._title)
        column.addWidget(self._area)
        self.hide()

    def show_texts(self, metadata: Metadata) -> None:
        """Show what a file says; nothing for one that says nothing. What is shown already stays, selections and all."""
        if metadata == self._shown:
            return
        self._shown = metadata
        self._texts, self._words = [], []
        self._area.setWidget(self._built(metadata))
        self._fit()
        self.setVisible(bool(metadata))

    def limit_height(self, height: int) -> None:
        """Take at most so many pixels."""
        self._limit = height
        self._fit()

    @property
    def texts(self) -> tuple["FileText", ...]:
        """What is only read, from top to bottom."""
        return tuple(self._texts)

    @property
    def words(self) -> tuple["FileWord", ...]:
        """What other sounds can be found by, from top to bottom."""
        return tuple(self._words)

    def resizeEvent(self, _event: object) -> None:
        """Another width asks for another height."""
        self._fit()

    def _fit(self) -> None:
        inside = self._area.widget()
        if inside is None:
            return
        # As if nothing had to be scrolled: if it has, the height is the limit all the same.
        wanted = inside.heightForWidth(self.width())
        room = max(self._limit - self._title.sizeHint().height() - 3, self._title.sizeHint().height())
        self._area.setFixedHeight(max(min(wanted, room), 0))

    def _built(self, metadata: Metadata) -> QWidget:
        inside = QWidget(self)
        grid = QGridLayout(inside)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(8)
        grid.setVerticalSpacing(3)
        grid.setColumnStretch(1, 1)
        for field, texts in metadata.fields():
            row = grid.rowCount()
            name = ElidedLabel(inside, elide=Qt.TextElideMode.ElideRight)
            name.setText(field_name(field))
            name.setForegroundRole(QPalette.ColorRole.PlaceholderText)
            if field in _LONG:
                grid.addWidget(name, row, 0, 1, 2)
                grid.addWidget(self._value(field, texts, inside), row + 1, 0, 1, 2)
                continue
            name.setMaximumWidth(_NAME_WIDTH)
            grid.addWidget(name, row, 0, Qt.AlignmentFlag.AlignTop)
            grid.addWidget(self._value(field, texts, inside), row, 1)
        return inside

    def _value(self, field: Field, texts: Sequence[str], parent: QWidget) -> QWidget:
        if field not in _CHOICES:
            text = FileText(field, "\n".join(texts), self._origin(field, texts), parent)
            self._texts.append(text)
            return text
        row = QWidget(parent)
        flow = FlowLayout(row, 2)
        for one in texts[:_WORDS]:
            word = FileWord(field, one, self._origin(field, (one,)), row)
            word.clicked.connect(lambda _=False, one=one: self.chosen.emit(field, one))
            flow.addWidget(word)
            self._words.append(word)
        if len(texts) > _WORDS:
            more = PlainLabel(f"+{len(texts) - _WORDS}", row)
            more.setToolTip(wrapped(", ".join(texts[_WORDS:])))
            flow.addWidget(more)
        return row

    def _origin(self, field: Field, texts: Sequence[str]) -> str:
        """The sentence that says where in the file something stands."""
        entries = [entry for entry in self._shown.texts if entry.field is field]
        places = dict.fromkeys(entry.source for entry in entries if any(text.startswith(entry.text) for text in texts))
        if list(places) == [_FILE_NAME]:
            return self.tr("Embedded in the file's name")
        named = [self.tr("its name") if place == _FILE_NAME else place for place in places]
        return self.tr("Embedded in the file: {places}").format(places=", ".join(named))


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
        policy = QSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self.setAccessibleName(f"{field_name(field)}: {text}")
        self.setAccessibleDescription(origin)
        self.setToolTip(f"{wrapped(text)}\n\n{origin}")

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

    def __init__(self, field: Field, text: str, origin: str, parent: QWidget) -> None:
        """`origin` says where it comes from."""
        super().__init__(parent)
        self.field, self.whole = field, text
        self.setObjectName("file word")
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setText(without_mark(self._fitting(_WORD_WIDTH)))
        click = self.tr("Click to list all sounds whose files say so.")
        self.setAccessibleName(f"{field_name(field)}: {text}")
        self.setAccessibleDescription(f"{origin}. {click}")
        self.setToolTip(plain_tip(f"{wrapped(text)}\n\n{origin}\n{click}"))

    def sizeHint(self) -> QSize:
        """As wide as the text, within limits, whatever is shown of it for now."""
        width = self.fontMetrics().horizontalAdvance(self._fitting(_WORD_WIDTH)) + _WORD_MARGIN
        return QSize(width, super().sizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Narrow places cut it."""
        super().resizeEvent(event)
        self.setText(without_mark(self._fitting(min(self.width() - _WORD_MARGIN + 2, _WORD_WIDTH))))

    def _fitting(self, width: int) -> str:
        return self.fontMetrics().elidedText(" ".join(self.whole.split()), Qt.TextElideMode.ElideMiddle, width)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """It can be copied as any text of a file."""
        copy_menu(self, lambda: QGuiApplication.clipboard().setText(self.whole)).popup(event.globalPos())


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
