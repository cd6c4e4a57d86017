"""The search line: words and filters, an example, earlier searches. Asks a moment after the last key."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QAction, QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QLineEdit, QToolButton, QWidget

from desktop_app.core.query import parse_query
from desktop_app.core.query_tokens import in_quotes
from desktop_app.gui.icons import icon
from desktop_app.gui.panels.lines.file_drop_line import FileDropLine
from desktop_app.gui.panels.search.filter_chips import ChipRow
from desktop_app.gui.panels.search.search_completer import SearchCompleter
from desktop_app.gui.panels.search.typed_filters import Leafing, take_filters, with_alternative

DEBOUNCE_MILLISECONDS = 150
"""Between two keys of a quick typist lie about 100 ms."""
_UNFINISHED_MILLISECONDS = 1500
"""A filter that cannot be read yet is given time to be typed to its end before the list goes empty over it."""
_CHIPS_SHARE = 0.6
"""Of the line's width, at most, is for chips."""


class SearchBar(FileDropLine):
    """One line of search. Whole filters become chips in front of the words.

    Esc empties it, Enter and the arrow down go to the list, the arrow up brings earlier searches back, Backspace at the
    start takes the last chip away.
    """

    searched = Signal(str)
    """The whole search line, filters first; empty when everything is to be shown."""
    left = Signal()
    """The person is done typing and wants to be in the list."""
    emptied = Signal()
    """Everything is to be shown, whatever else than words decides what the list shows."""
    example_removed = Signal()
    """The example's chip was taken away."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(self.tr("Search"))
        self.setPlaceholderText(self.tr("Describe a sound...  e.g. “short metallic hit with long tail”"))
        self.setToolTip(
            self.tr(
                "Words describe the sound. -word takes away what the word applies to, and ranks lower what is a little "
                "like it.\n"
                "Filters: tag:rain  folder:field  length:<10  format:wav,flac  name:take  “part of a name”\n"
                "rating:>=3  is:favourite  collection:rain  note:word\n"
                "bpm:90..100  key:F#m  kind:loop  lufs:<-20  warning:clipped\n"
                "tag:wood tag:hit is both tags, tag:wood,metal one of the two. A minus takes away what a filter fits.\n"
                "Drop a sound file here to find sounds like it. Arrow up: earlier searches."
            )
        )
        self.setMinimumHeight(34)
        self.addAction(
            QAction(icon("search", "dim"), self.tr("Search"), self), QLineEdit.ActionPosition.LeadingPosition
        )
        self._lens = self.findChildren(QToolButton)[0]
        self._clear = self.addAction(icon("x", "dim"), QLineEdit.ActionPosition.TrailingPosition)
        self._clear.setText(self.tr("Clear the search"))
        self._clear.setVisible(False)
        self._clear.triggered.connect(self.clear_now)
        self._filters: list[str] = []
        self._example: str | None = None
        self._asked = ""
        self._leafing = Leafing()
        self._row = ChipRow(self)
        self._row.hide()
        self._completer = SearchCompleter(self)
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.timeout.connect(self._ask_while_typing)
        self._connect()

    def _connect(self) -> None:
        self.textChanged.connect(self._on_text)
        self.textEdited.connect(self._on_edit)
        self._row.removed.connect(self._remove)
        self._row.opened.connect(self._open)
        self._row.left_behind.connect(lambda: self.setFocus(Qt.FocusReason.TabFocusReason))
        self._completer.completed.connect(lambda _: self.ask_now())

    # --- what is asked ---

    @property
    def line(self) -> str:
        """The whole search line: the filters of the chips, then the words."""
        return " ".join(filter(None, (*self._filters, self.text().strip())))

    @property
    def filters(self) -> tuple[str, ...]:
        """The filters that are chips, as they would be typed."""
        return tuple(self._filters)

    @property
    def completer_list(self) -> SearchCompleter:
        """What completes filters."""
        return self._completer

    def offer(self, field: str, names: Sequence[str], other_names: Sequence[str] = (), *, ranked: bool = False) -> None:
        """Complete `field:` with these names, or with other ones that mean the same where none of these fits; see
        `SearchCompleter.offer`.
        """
        self._completer.offer(field, names, other_names, ranked=ranked)

    def suggest(self, field: str, values: Sequence[str]) -> None:
        """Show such values for `field:` before anything is typed there."""
        self._completer.suggest(field, values)

    def show_history(self, lines: Sequence[str]) -> None:
        """What the arrow up brings back, newest first. While somebody leafs through it, it stays as it is."""
        self._leafing.show(lines)

    def show_line(self, line: str) -> None:
        """Put a whole search line here and ask for it."""
        self._filters.clear()
        self.setText(line)
        self._show_chips()
        self._asked = "\0"  # ask even for what was asked last
        self.ask_now()

    def ask_now(self) -> None:
        """Search for what stands here without waiting longer; whole filters become chips."""
        self._timer.stop()
        self._take_filters(to_the_end=True)
        self._ask()

    def clear_now(self) -> None:
        """Show everything again, even where nothing stands here: the list may show what is like a sound."""
        self.forget_text()
        self.emptied.emit()
        self.searched.emit("")

    def forget_text(self) -> None:
        """Be empty, without filters, and ask nothing."""
        self._filters.clear()
        self._example = None
        self._leafing.end()
        self.clear()
        self._show_chips()
        self._timer.stop()
        self._asked = ""

    def forget_words(self) -> None:
        """Keep the filters only, without asking."""
        self.clear()
        self._timer.stop()
        self._asked = self.line

    def show_example(self, name: str | None) -> None:
        """Show what the sounds are compared with as a chip; None takes it away."""
        if name != self._example:
            self._example = name
            self._show_chips()

    def add_filter(self, term: str) -> None:
        """Put a filter such as `tag:"door slam"` here and search; take it away when it is there already."""
        self._take_filters(to_the_end=True)
        if term in self._filters:
            self._filters.remove(term)
        else:
            self._filters.append(term)
        self._show_chips()
        self._ask()

    def add_alternative(self, name: str) -> None:
        """Let a tag do in place of the last one that is asked for: tag:wood -> tag:wood|metal; and search."""
        self._take_filters(to_the_end=True)
        asked = [place for place, text in enumerate(self._filters) if text.casefold().startswith("tag:")]
        if not asked:
            self.add_filter(f"tag:{in_quotes(name)}")
            return
        self._filters[asked[-1]] = with_alternative(self._filters[asked[-1]], name)
        self._show_chips()
        self._ask()

    def take_focus(self) -> None:
        """Let the person type over what stands here."""
        self.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.selectAll()

    # --- what Qt calls ---

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Esc, Enter, the arrows up and down, and Backspace before the words are ours; all else is typing."""
        if self._completer.takes(event.key()):
            event.ignore()
        elif not (self._before_the_words(event.key()) or self._understood(event.key())):
            super().keyPressEvent(event)

    def _understood(self, key: int) -> bool:
        match key:
            case Qt.Key.Key_Escape:
                self.clear_now()
            case Qt.Key.Key_Up:
                self._bring_back(self._leafing.back(self.line))
            case Qt.Key.Key_Down if self._leafing.at_work:
                self._bring_back(self._leafing.forward())
            case Qt.Key.Key_Return | Qt.Key.Key_Enter | Qt.Key.Key_Down:
                self._leave()
            case _:
                return False
        return True

    def _before_the_words(self, key: int) -> bool:
        """At the start of the words, Backspace and the arrow to the left reach the chips."""
        if self.cursorPosition() or self.hasSelectedText() or not self._row.chips:
            return False
        if key == Qt.Key.Key_Backspace:
            self._remove(len(self._filters) - 1)
        elif key == Qt.Key.Key_Left:
            self._row.focus_last()
        return key in (Qt.Key.Key_Backspace, Qt.Key.Key_Left)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Chips get their share of the new width."""
        super().resizeEvent(event)
        self._place_chips()

    # --- typing ---

    def _on_text(self) -> None:
        self._show_clear()
        self._timer.start(DEBOUNCE_MILLISECONDS)

    def _on_edit(self) -> None:
        self._leafing.end()
        self._take_filters(to_the_end=False)
        self._completer.look()

    def _ask_while_typing(self) -> None:
        if parse_query(self.line).broken and self._timer.interval() != _UNFINISHED_MILLISECONDS:
            self._timer.start(_UNFINISHED_MILLISECONDS)
            return
        self._ask()

    def _ask(self) -> None:
        line = self.line
        if line != self._asked:
            self._asked = line
            self.searched.emit(line)

    def _leave(self) -> None:
        self._leafing.end()
        self.ask_now()
        self.left.emit()

    def _bring_back(self, line: str | None) -> None:
        """Show an earlier line and search for it a moment later."""
        if line is None:
            return
        self._filters.clear()
        self.setText(line)
        self._take_filters(to_the_end=True)
        self._show_chips()
        self._timer.start(DEBOUNCE_MILLISECONDS)

    # --- chips ---

    def _take_filters(self, *, to_the_end: bool) -> None:
        """Turn whole filters into chips; without `to_the_end`, only those that a space ends and the cursor left."""
        found = take_filters(self.text(), self.cursorPosition(), to_the_end=to_the_end)
        if not found.filters:
            return
        self._filters.extend(text for text in found.filters if text not in self._filters)
        blocked = self.blockSignals(True)
        self.setText(found.text)
        self.setCursorPosition(found.cursor)
        self.blockSignals(blocked)
        self._show_chips()

    def _remove(self, place: int) -> None:
        """Take a chip away; the example's is at -1."""
        self.setFocus(Qt.FocusReason.OtherFocusReason)
        if place >= 0:
            del self._filters[place]
            self._show_chips()
            self._ask()
        elif self._example is not None:
            self.show_example(None)
            self.example_removed.emit()

    def _open(self, place: int) -> None:
        """Let a filter be typed over."""
        self.setFocus(Qt.FocusReason.OtherFocusReason)
        if place >= 0:
            text = self._filters.pop(place)
            self.setText(" ".join(filter(None, (self.text().strip(), text))))
            self._show_chips()

    def _show_chips(self) -> None:
        self._row.show_chips(self._filters, self._example)
        self._row.setVisible(bool(self._row.chips))
        self._show_clear()
        self._place_chips()

    def _show_clear(self) -> None:
        self._clear.setVisible(bool(self.text() or self._row.chips))

    def _place_chips(self) -> None:
        if not self._row.chips:
            self.setTextMargins(0, 0, 0, 0)
            return
        width = self._row.fit(round(self.width() * _CHIPS_SHARE))
        height = self._row.sizeHint().height()
        left = self._lens.geometry().right() + 6
        self._row.setGeometry(left, (self.height() - height) // 2, width, height)
        self.setTextMargins(width + 6, 0, 0, 0)
