"""Completes the filter that is being typed: its own name, and then with names from the library."""

import re
from collections.abc import Iterable

from PySide6.QtCore import QModelIndex, QRect, QStringListModel, Qt, Signal
from PySide6.QtWidgets import QCompleter, QLineEdit, QListView

from desktop_app.core.query import FIELDS
from desktop_app.core.query_tokens import in_quotes, tokens_of
from desktop_app.core.tag import fold
from desktop_app.gui.panels.search.typed_filters import WITH_ALTERNATIVES
from desktop_app.gui.timers import once_after

_MOST = 50
"""Names offered at once."""
_WIDTH = 300
_FIELD_LETTERS = 3
"""Of a filter's name that are typed before it is offered; Enter searches for the word all the same."""
_KEYS = (Qt.Key.Key_Escape, Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Tab)
"""Keys of the list while it is open."""
_LAST_PART = re.compile(r'(?:^|[,|])(?:"([^"]*)"?|([^",|]*))$')


class SearchCompleter(QCompleter):
    """A list below the search line while a filter is typed. Names in the middle of others are found, too."""

    completed = Signal(str)
    """The whole search line with the name that was chosen, which ends where the name does."""
    values_wanted = Signal(str)
    """Somebody types a filter of this name, whose values are to be asked for: `offer` them."""

    def __init__(self, line: QLineEdit) -> None:
        super().__init__(line)
        self._line = line
        self._names: dict[str, tuple[str, ...]] = {}
        self._other_names: dict[str, tuple[str, ...]] = {}
        self._examples: dict[str, tuple[str, ...]] = {}
        self._ranked: set[str] = set()
        self._to_ask_for: frozenset[str] = frozenset()
        self._asked_for: set[str] = set()
        self._typed = ""
        """The filter that is being typed."""
        self._model = QStringListModel(self)
        self._start = 0
        self._of_fields = False
        self._soon = once_after(0, self.look, self)
        self._list = QListView()
        self._list.setObjectName("completions")
        self._list.setAccessibleName(self.tr("Names that fit"))
        self.setPopup(self._list)
        self.setModel(self._model)
        self.setCompletionMode(QCompleter.CompletionMode.UnfilteredPopupCompletion)
        self.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
        self.setWidget(line)
        self.activated.connect(self._choose)

    def offer(self, field: str, names: Iterable[str], other_names: Iterable[str] = (), *, ranked: bool = False) -> None:
        """Complete `field:` with these names from now on; with other ones, which mean the same, where none of these
        begins with what is typed. Names that are `ranked` keep their order, others stand by the alphabet.
        """
        self._names[field] = tuple(dict.fromkeys(names))
        self._other_names[field] = tuple(dict.fromkeys(other_names))
        (self._ranked.add if ranked else self._ranked.discard)(field)
        if field in self._asked_for and field == self._typed and self._line.hasFocus():
            self._soon.start()

    def ask_for(self, fields: Iterable[str]) -> None:
        """Values of these filters are asked for by `values_wanted`, when one is typed for the first time; after this
        was called again, once more, for they may be others.
        """
        self._to_ask_for = frozenset(fields)
        self._asked_for.clear()

    def suggest(self, field: str, values: Iterable[str]) -> None:
        """Show how values of `field:` are written while none is. Everybody types their own numbers, and must not get
        another one with Enter that begins with the same digits.
        """
        self._examples[field] = tuple(values)

    @property
    def open(self) -> bool:
        """Whether the list is shown."""
        return self._list.isVisible()

    def takes(self, key: int) -> bool:
        """Whether a key is for the list. One in which nothing is chosen yet, as of filters that may have been meant,
        goes away for all but Esc: Enter searches for the words.
        """
        if not self.open or key not in _KEYS:
            return False
        if key == Qt.Key.Key_Escape or self._list.currentIndex().isValid():
            return True
        self._list.hide()
        return False

    @property
    def shown(self) -> list[str]:
        """The names in the list."""
        return self._model.stringList()

    def look(self) -> None:
        """The text changed: show names that fit what is typed, or nothing."""
        found = self._fitting(self._line.text(), self._line.cursorPosition())
        if not found:
            self._list.hide()
            return
        self._model.setStringList(found)
        at = self._line.cursorRect()
        self.complete(QRect(max(0, at.left() - 20), self._line.height() - 2, _WIDTH, 2))
        self._list.setCurrentIndex(QModelIndex() if self._of_fields else self._model.index(0, 0))

    def _fitting(self, line: str, cursor: int) -> list[str]:
        self._typed = ""
        token = next((token for token in tokens_of(line) if token.start < cursor <= token.end), None)
        if token is None or cursor != token.end:
            return []
        typed = token.text.removeprefix("-")
        field, colon, value = typed.partition(":")
        field = field.casefold()
        self._of_fields = not colon
        if not colon:
            self._start = cursor - len(typed)
            found = [name for name in FIELDS if len(field) >= _FIELD_LETTERS and field in name]
            return [f"{name}:" for name in sorted(found, key=lambda name: not name.startswith(field))]
        if colon and not value and field in self._examples:
            self._start = cursor
            return list(self._examples[field])
        self._typed = field
        self._want(field)
        names = self._names.get(field)
        if not names:
            return []
        part = _LAST_PART.search(value) if field in WITH_ALTERNATIVES else re.search(r'^"?([^"]*)"?()$', value)
        if part is None:
            return []
        self._start = cursor - len(part[0].lstrip(",|"))
        return self._best(field, names, fold(part[1] or part[2] or ""))

    def _best(self, field: str, names: tuple[str, ...], wanted: str) -> list[str]:
        within = [name for name in names if wanted in fold(name)]
        if field not in self._ranked:
            within.sort(key=fold)
        first = [name for name in within if fold(name).startswith(wanted)]
        if not first:
            first = sorted((name for name in self._other_names[field] if fold(name).startswith(wanted)), key=fold)
        # What is typed comes first, then what begins so; what is typed already needs no list.
        same = [name for name in first if fold(name) == wanted]
        fitting = list(dict.fromkeys((*same, *first, *within)))[:_MOST]
        return [] if len(fitting) == 1 and same else fitting

    def _want(self, field: str) -> None:
        """Ask for the values of a filter where that is to be done, and was not yet."""
        if field in self._to_ask_for and field not in self._asked_for:
            self._asked_for.add(field)
            self.values_wanted.emit(field)

    def _choose(self, name: str) -> None:
        text, cursor = self._line.text(), self._line.cursorPosition()
        if self._of_fields:
            self._line.setText(f"{text[: self._start]}{name}{text[cursor:]}")
            self._line.setCursorPosition(self._start + len(name))
            self._soon.start()  # once this list is gone
            return
        before = f"{text[: self._start]}{in_quotes(name)}"
        rest = text[cursor:]
        self._line.setText(f"{before} {rest.lstrip()}")
        self._line.setCursorPosition(len(before) + 1)
        self.completed.emit(before)
