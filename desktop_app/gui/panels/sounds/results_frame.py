"""How results are laid out: a figure in large with its sentence, and behind tabs all that explains it."""

from typing import Final

from PySide6.QtCore import QSize
from PySide6.QtGui import QPalette, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QStackedWidget, QTabBar, QVBoxLayout, QWidget

from desktop_app.gui import theme
from desktop_app.gui.plain_text import PlainLabel

_BIG: Final = 2.4
"""The figure that all this is about, against other text."""
_LOW: Final = 420
"""Pixels of height below which tables count for more than notes."""


class ResultsFrame(QWidget):
    """Parts are added once; each has a tab, and a note that says how to read it."""

    def __init__(self, parent: QWidget | None = None) -> None:
        """Nothing to show yet."""
        super().__init__(parent)
        self._figure, self._headline, self._particulars = (PlainLabel(parent=self) for _ in range(3))
        font = theme.semibold(self._figure.font())
        font.setPixelSize(round(font.pixelSize() * _BIG))
        self._figure.setFont(font)
        self._particulars.setForegroundRole(QPalette.ColorRole.PlaceholderText)
        for label in (self._headline, self._particulars):
            _wrap(label)
        self.tabs, self._pages = QTabBar(self), QStackedWidget(self)
        self.tabs.setAccessibleName(self.tr("Parts of the result"))
        self.tabs.setDrawBase(False)
        self.tabs.setExpanding(False)
        self._notes: list[PlainLabel] = [self._particulars]
        self._arrange()
        self.tabs.currentChanged.connect(self._pages.setCurrentIndex)
        self.setFocusProxy(self.tabs)

    @property
    def headline(self) -> str:
        """The figure and its sentence."""
        return f"{self._figure.text()} {self._headline.text()}"

    @property
    def particulars(self) -> str:
        """What to think of when reading it."""
        return self._particulars.text()

    def show_headline(self, figure: str, sentence: str, particulars: str, tip: str = "") -> None:
        """The figure, what it is, what to think of when reading it, and more of that as a tip."""
        self._figure.setText(figure)
        self._headline.setText(sentence)
        self._particulars.setText(particulars)
        # Where there is little room the particulars are not seen.
        self._headline.setToolTip("\n".join(filter(None, (particulars, tip))))
        self._particulars.setToolTip(tip)

    def add_part(self, title: str, sentence: str, content: QWidget) -> None:
        """A tab: a note, and below it what it is about."""
        page = QWidget(self._pages)
        note = PlainLabel(sentence, page)
        note.setForegroundRole(QPalette.ColorRole.PlaceholderText)
        _wrap(note)
        self._notes.append(note)
        layout = QVBoxLayout(page)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(8)
        layout.addWidget(note)
        layout.addWidget(content, 1)
        self._pages.addWidget(page)
        self.tabs.setTabToolTip(self.tabs.addTab(title), sentence)

    def show_part(self, part: QWidget) -> None:
        """Bring one of the parts to the front."""
        self.tabs.setCurrentIndex(self._number_of(part))

    def set_part_visible(self, part: QWidget, visible: bool) -> None:
        """Offer one of the parts, or not where there is nothing in it."""
        number = self._number_of(part)
        if not visible and self.tabs.currentIndex() == number:
            self.tabs.setCurrentIndex(0)
        self.tabs.setTabVisible(number, visible)

    def _number_of(self, part: QWidget) -> int:
        pages = map(self._pages.widget, range(self._pages.count()))
        return next(number for number, page in enumerate(pages) if page is not None and page.isAncestorOf(part))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Where there is little room, the notes make way for what they explain; tabs and columns have tips, too."""
        super().resizeEvent(event)
        for note in self._notes:
            note.setVisible(self.height() >= _LOW)

    def minimumSizeHint(self) -> QSize:
        """The window may be small."""
        return QSize(1, 1)

    def _arrange(self) -> None:
        top = QHBoxLayout()
        top.setSpacing(12)
        top.addWidget(self._figure)
        top.addWidget(self._headline, 1)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(8)
        layout.addLayout(top)
        layout.addWidget(self._particulars)
        layout.addWidget(self.tabs)
        layout.addWidget(self._pages, 1)


def _wrap(label: PlainLabel) -> None:
    """A sentence takes as many lines as it needs, and must not make the window grow."""
    label.setWordWrap(True)
    label.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
