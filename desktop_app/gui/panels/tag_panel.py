"""The tags of the selected sounds, each to be accepted or rejected, and a line to add one."""

from collections.abc import Iterable, Sequence

from PySide6.QtCore import QRect, QSize, QStringListModel, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent, QPalette
from PySide6.QtWidgets import (
    QCompleter,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QScrollArea,
    QSizePolicy,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from desktop_app.core.scoring import TagSource
from desktop_app.core.tag import fold
from desktop_app.core.verdict import Judgement
from desktop_app.gui import theme
from desktop_app.gui.icons import icon
from desktop_app.gui.panels.elided_label import ElidedLabel
from desktop_app.gui.panels.sound_delegates import chip_width, paint_chip
from desktop_app.gui.selected_tags import TagEntry, band

_ROW_HEIGHT = 30


class TagPanel(QWidget):
    """Shows entries and says what the person decides; decisions are carried out elsewhere."""

    judged = Signal(tuple, object)
    """(tag key, `Judgement` or None to take back): for all selected sounds. ADDED means: the tag belongs to them."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._keys: dict[str, tuple[str, str]] = {}
        self._shown: list[TagRow] = []
        self._title = QLabel(self)
        self._title.setFont(theme.semibold(self._title.font()))
        self._title.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        self._hint = QLabel(self)
        self._hint.setWordWrap(True)
        self._hint.setForegroundRole(QPalette.ColorRole.PlaceholderText)
        self._field = self._build_field()
        self._rows = QVBoxLayout()
        self._rows.setContentsMargins(0, 0, 0, 0)
        self._rows.setSpacing(0)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 12, 0, 10)
        layout.setSpacing(8)
        for widget in (self._title, self._field, self._hint):
            line = QHBoxLayout()
            line.setContentsMargins(14, 0, 14, 0)
            line.addWidget(widget)
            layout.addLayout(line)
        layout.addWidget(self._build_scroll_area(), 1)
        self.setMinimumWidth(200)
        self.show_entries((), 0, "")

    def _build_field(self) -> QLineEdit:
        field = QLineEdit(self)
        field.setPlaceholderText(self.tr("Add a tag..."))
        field.setAccessibleName(self.tr("Add a tag to the selected sounds"))
        self._names = QStringListModel(self)
        completer = QCompleter(self._names, self)
        completer.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
        completer.setFilterMode(Qt.MatchFlag.MatchContains)
        field.setCompleter(completer)
        field.returnPressed.connect(self._add)
        completer.activated.connect(lambda _: self._add(), Qt.ConnectionType.QueuedConnection)
        return field

    def _build_scroll_area(self) -> QScrollArea:
        inside = QWidget()
        column = QVBoxLayout(inside)
        column.setContentsMargins(0, 0, 0, 0)
        column.addLayout(self._rows)
        column.addStretch(1)
        area = QScrollArea(self)
        area.setFrameShape(QScrollArea.Shape.NoFrame)
        area.setWidgetResizable(True)
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        area.setWidget(inside)
        return area

    def show_tags_to_add(self, tags: Iterable[tuple[str, tuple[str, str]]]) -> None:
        """Names (with keys) of the tags that can be added: those of the active vocabularies."""
        named = list(tags)
        self._keys = {fold(name): key for name, key in reversed(named)}
        self._names.setStringList(sorted({name for name, _ in named}, key=str.casefold))

    def show_entries(self, entries: Sequence[TagEntry], sounds: int, title: str, *, keep_order: bool = False) -> None:
        """Show the tags of so many selected sounds; `title` is the name of a single one.

        With `keep_order` tags that are shown already keep their places and new ones come last: rows must not move
        under the hands of a person who judges one after the other.
        """
        if keep_order:
            places = {row.entry.key: place for place, row in enumerate(self._shown)}
            entries = sorted(entries, key=lambda entry: places.get(entry.key, len(places)))
        for old in self._shown:
            self._rows.removeWidget(old)
            old.hide()
            old.deleteLater()
        self._shown = []
        for entry in entries:
            row = TagRow(entry, sounds, self)
            row.judged.connect(lambda judgement, key=entry.key: self.judged.emit(key, judgement))
            self._rows.addWidget(row)
            self._shown.append(row)
        self._field.setEnabled(sounds > 0)
        self._title.setText(title if sounds == 1 else self.tr("{} sounds").format(f"{sounds:,}") if sounds else "")
        self._title.setToolTip(self._title.text())
        self._title.setVisible(sounds > 0)
        self._say(_hint_for(len(entries), sounds))

    def rows(self) -> list["TagRow"]:
        """The rows from top to bottom."""
        return list(self._shown)

    def take_focus(self) -> None:
        """Let the person type a tag."""
        self._field.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self._field.selectAll()

    def forget_text(self) -> None:
        """Empty the line: what was typed was meant for other sounds."""
        self._field.clear()

    @property
    def hint(self) -> str:
        """The sentence under the field; empty when there is none."""
        return "" if self._hint.isHidden() else self._hint.text()

    def _add(self) -> None:
        name = self._field.text().strip()
        if not name:
            return
        key = self._keys.get(fold(name))
        if key is None:
            self._say(self.tr("No active vocabulary has a tag “{}”. Make it in the vocabulary editor.").format(name))
            return
        self._field.clear()
        self._say("")
        self.judged.emit(key, Judgement.ADDED)

    def _say(self, sentence: str) -> None:
        self._hint.setText(sentence)
        self._hint.setVisible(bool(sentence))


class TagRow(QWidget):
    """One tag: its chip, where it comes from, and what can be said about it."""

    judged = Signal(object)
    """A `Judgement`, or None to take back what was said before."""

    def __init__(self, entry: TagEntry, sounds: int, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.entry = entry
        self.setFixedHeight(_ROW_HEIGHT)
        origin = ElidedLabel(self)
        origin.setText(origin_text(entry, sounds))
        origin.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        # It gets the room that the chip leaves: which tag it is matters more than whose.
        origin.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        origin.setForegroundRole(QPalette.ColorRole.PlaceholderText)
        origin.setToolTip(_origin_tip(entry))
        layout = QHBoxLayout(self)
        layout.setContentsMargins(14, 0, 8, 0)
        layout.setSpacing(2)
        layout.addWidget(_Chip(entry, self))
        layout.addWidget(origin, 1)
        layout.addSpacing(6)
        self._add_buttons(layout, sounds)

    def _add_buttons(self, layout: QHBoxLayout, sounds: int) -> None:
        entry, name = self.entry, self.entry.name
        confirmed = entry.source is not TagSource.AUTOMATIC
        if entry.rejected or confirmed:
            self._button(layout, "undo-2", self.tr("Take back what was said about {}").format(name), None)
        if not entry.rejected and (not confirmed or entry.count < sounds):
            self._button(layout, "check", self.tr("Accept {}").format(name), Judgement.ADDED)
        if not entry.rejected:
            self._button(layout, "x", self.tr("Reject {}").format(name), Judgement.REJECTED)

    def _button(self, layout: QHBoxLayout, picture: str, name: str, judgement: Judgement | None) -> None:
        button = QToolButton(self)
        button.setIcon(icon(picture))
        button.setIconSize(QSize(15, 15))
        button.setAccessibleName(name)
        button.setToolTip(name)
        button.clicked.connect(lambda: self.judged.emit(judgement))
        layout.addWidget(button)


class _Chip(QWidget):
    """A tag's chip, as the list paints it; struck through when it was rejected."""

    def __init__(self, entry: TagEntry, parent: QWidget) -> None:
        super().__init__(parent)
        self._entry = entry
        self.setAccessibleName(entry.name)
        self.setToolTip(entry.name)
        self.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Preferred)

    def sizeHint(self) -> QSize:
        """As wide as the name needs."""
        return QSize(chip_width(self._entry.chip, self.fontMetrics()), 20)

    def minimumSizeHint(self) -> QSize:
        """A long name may be cut off before the buttons are."""
        return QSize(30, 20)

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002
        """Paint the chip in the middle of the row."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        font = self.font()
        font.setStrikeOut(self._entry.rejected)
        painter.setFont(font)
        painter.setOpacity(0.7 if self._entry.rejected else 1.0)
        paint_chip(painter, QRect(0, (self.height() - 20) // 2, self.width(), 20), self._entry.chip)
        painter.end()


def origin_text(entry: TagEntry, sounds: int) -> str:
    """Where a tag comes from, in a word or two."""
    if entry.rejected:
        return "rejected"
    words = {TagSource.ACCEPTED: "accepted", TagSource.PERSON: "added by you"}
    origin = words.get(entry.source, band(entry.score))
    return f"{entry.count:,} of {sounds:,}" if sounds > 1 else origin


def _origin_tip(entry: TagEntry) -> str:
    origins = {
        TagSource.AUTOMATIC: "The network gave this tag",
        TagSource.ACCEPTED: "The network gave this tag and you accepted it",
        TagSource.PERSON: "You added this tag",
    }
    origin = "You rejected this tag" if entry.rejected else origins[entry.source]
    return f"{origin} (score {entry.score:.2f}; tags apply from 0.50 on unless the vocabulary says otherwise)."


def _hint_for(entries: int, sounds: int) -> str:
    if not sounds:
        return "Select a sound to see its tags."
    return "" if entries else "No tags yet."
