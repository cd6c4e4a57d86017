"""Filters of a search as chips: read at a glance, and taken away with a click or a key."""

from collections.abc import Sequence

from PySide6.QtCore import QCoreApplication, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QSizePolicy, QToolButton, QWidget

from desktop_app.core.metadata import Field
from desktop_app.core.query_tokens import Token, tokens_of
from desktop_app.gui.file_fields import field_name
from desktop_app.gui.icons import icon
from desktop_app.gui.panels.search.typed_filters import WITH_ALTERNATIVES
from desktop_app.gui.plain_text import PlainLabel, plain_tip, without_mark

_WIDEST = 170
"""Pixels of a chip's text; what is longer is cut in the middle and told by the tool tip."""
_GAP = 4
_KEYS = frozenset(
    {
        Qt.Key.Key_Delete,
        Qt.Key.Key_Backspace,
        Qt.Key.Key_Return,
        Qt.Key.Key_Enter,
        Qt.Key.Key_Left,
        Qt.Key.Key_Right,
    }
)
"""What a chip understands."""


class Chip(QFrame):
    """One filter. A click or Enter on its text takes it back to be typed over, the cross or Delete takes it away."""

    removed = Signal()
    opened = Signal()
    stepped = Signal(int)
    """An arrow key: -1 to the left, 1 to the right."""

    def __init__(self, text: str, *, like: bool = False, parent: QWidget | None = None) -> None:
        """`like` marks the chip of an example, which cannot be typed."""
        super().__init__(parent)
        self.text = text
        self.setProperty("like", like)
        self._label = _Name(self)
        shown = self._label.fontMetrics().elidedText(text, Qt.TextElideMode.ElideMiddle, _WIDEST)
        self._label.setText(without_mark(shown))
        self._label.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self._label.setAccessibleName(self.tr("Filter {text}; Delete takes it away").format(text=text))
        self._label.setToolTip(plain_tip(text if like else self.tr("{text}\nClick to change it").format(text=text)))
        if like:
            self._label.setIcon(icon("audio-lines"))
            self._label.setIconSize(QSize(16, 14))
            self._label.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        self._label.clicked.connect(self.opened)
        cross = QToolButton(self)
        cross.setIcon(icon("x", "dim"))
        cross.setIconSize(QSize(12, 12))
        cross.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        cross.setAccessibleName(self.tr("Take away {text}").format(text=text))
        cross.setToolTip(self.tr("Take away"))
        cross.setCursor(Qt.CursorShape.ArrowCursor)
        cross.clicked.connect(self.removed)
        self.setCursor(Qt.CursorShape.ArrowCursor)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(2, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(self._label)
        layout.addWidget(cross)

    def take_focus(self) -> None:
        """Let the keyboard be on this chip."""
        self._label.setFocus(Qt.FocusReason.TabFocusReason)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Delete and Backspace take the chip away, Enter opens it, arrows go to its neighbours."""
        match event.key():
            case Qt.Key.Key_Delete | Qt.Key.Key_Backspace:
                self.removed.emit()
            case Qt.Key.Key_Return | Qt.Key.Key_Enter:
                self.opened.emit()
            case Qt.Key.Key_Left | Qt.Key.Key_Right:
                self.stepped.emit(-1 if event.key() == Qt.Key.Key_Left else 1)
            case _:
                super().keyPressEvent(event)


class _Name(QToolButton):
    """Leaves the keys that mean something on a chip to the chip: a button would go to its neighbour by itself."""

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in _KEYS:
            event.ignore()
        else:
            super().keyPressEvent(event)


class ChipRow(QWidget):
    """Chips side by side; those that do not fit are hidden at the left, and counted."""

    removed = Signal(int)
    """The chip at this place is to go; the example's is at -1."""
    opened = Signal(int)
    """The filter at this place is to be typed over."""
    left_behind = Signal()
    """The arrow to the right on the last chip: back to the words."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._chips: list[Chip] = []
        self._places: list[int] = []
        self._more = PlainLabel(parent=self)
        self._layout = QHBoxLayout(self)
        self._layout.setContentsMargins(0, 0, 0, 0)
        self._layout.setSpacing(_GAP)
        self._layout.addWidget(self._more)

    def show_chips(self, filters: Sequence[str], example: str | None) -> None:
        """Show the example by its name, if there is one, and these filters as they would be typed."""
        for chip in self._chips:
            self._layout.removeWidget(chip)
            chip.hide()
            chip.deleteLater()
        self._chips, self._places = [], []
        if example is not None:
            self._add(-1, Chip(self.tr("like {name}").format(name=example), like=True, parent=self))
        for place, text in enumerate(filters):
            self._add(place, Chip(chip_text(text), parent=self))

    def _add(self, place: int, chip: Chip) -> None:
        chip.removed.connect(lambda: self.removed.emit(place))
        chip.opened.connect(lambda: self.opened.emit(place))
        number = len(self._chips)
        chip.stepped.connect(lambda step: self._step(number + step))
        self._layout.addWidget(chip)
        self._chips.append(chip)
        self._places.append(place)

    @property
    def chips(self) -> tuple[Chip, ...]:
        """From left to right, hidden ones included."""
        return tuple(self._chips)

    def fit(self, room: int) -> int:
        """Show as many chips as fit into so many pixels, the last ones first; the width that they take."""
        widths = [chip.sizeHint().width() + _GAP for chip in self._chips]
        hidden = 0
        while hidden < len(widths) - 1 and sum(widths[hidden:]) > room:
            hidden += 1
        for number, chip in enumerate(self._chips):
            chip.setVisible(number >= hidden)
        self._more.setText(f"+{hidden}")
        self._more.setToolTip("\n".join(chip.text for chip in self._chips[:hidden]))
        self._more.setVisible(hidden > 0)
        more = self._more.sizeHint().width() + _GAP if hidden else 0
        return sum(widths[hidden:]) + more

    def focus_last(self) -> None:
        """Let the keyboard be on the chip before the words."""
        if self._chips:
            self._chips[-1].take_focus()

    def _step(self, number: int) -> None:
        if number >= len(self._chips):
            self.left_behind.emit()
        elif number >= 0 and self._chips[number].isVisible():
            self._chips[number].take_focus()


def chip_text(typed: str) -> str:
    """A filter as a chip names it: `-tag:"door slam"` -> not tag: door slam."""
    (token,) = tokens_of(typed)
    text = _named(token)
    return QCoreApplication.translate("Chip", "not {filter}").format(filter=text) if token.unwanted else text


def _named(token: Token) -> str:
    if not token.field:
        return f"“{token.value}”"
    either = QCoreApplication.translate("Chip", " or ", "between the alternatives of a filter")
    names = {
        "folder": QCoreApplication.translate("Chip", "folder: {value}"),
        "tag": QCoreApplication.translate("Chip", "tag: {value}"),
        "length": QCoreApplication.translate("Chip", "length: {value}"),
        "format": QCoreApplication.translate("Chip", "format: {value}"),
        "name": QCoreApplication.translate("Chip", "name: {value}"),
        "rating": QCoreApplication.translate("Chip", "rating: {value}"),
        "is": QCoreApplication.translate("Chip", "is {value}"),
        "collection": QCoreApplication.translate("Chip", "collection: {value}"),
        "note": QCoreApplication.translate("Chip", "note: {value}"),
        "warning": QCoreApplication.translate("Chip", "warning: {value}"),
        "bpm": QCoreApplication.translate("Chip", "BPM: {value}"),
        "key": QCoreApplication.translate("Chip", "key: {value}"),
        "kind": QCoreApplication.translate("Chip", "kind: {value}"),
        "lufs": QCoreApplication.translate("Chip", "LUFS: {value}"),
    }
    value = either.join(token.alternatives) if token.field in WITH_ALTERNATIVES else token.value
    if token.field in names:
        return names[token.field].format(value=value)
    return QCoreApplication.translate("Chip", "{field}: {value}").format(
        field=field_name(Field(token.field)), value=value
    )
