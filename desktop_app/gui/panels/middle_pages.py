"""The place in the middle of the window: the list of sounds, or a page that stands in for it for a while."""

from PySide6.QtCore import QSize
from PySide6.QtWidgets import QStackedWidget, QWidget


class MiddlePages(QStackedWidget):
    """Shows one page at a time; the list is the first, and the one to come back to."""

    def __init__(self, sound_list: QWidget, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._list = sound_list
        self.addWidget(sound_list)

    def add_page(self, page: QWidget) -> None:
        """Have another page at hand; it is not shown yet. Its focus proxy is what gets the keys when it is."""
        self.addWidget(page)

    def show_page(self, page: QWidget) -> None:
        """Show a page in place of the list and give it the keys. Raises ValueError for one that was never added."""
        if self.indexOf(page) < 0:
            raise ValueError("this page was not added")
        self.setCurrentWidget(page)
        page.setFocus()

    def show_list(self) -> None:
        """Back to the list of sounds."""
        self.setCurrentWidget(self._list)
        self._list.setFocus()

    def minimumSizeHint(self) -> QSize:
        """As much as the page that is shown needs: the others must not keep the window from being small."""
        page = self.currentWidget()
        return super().minimumSizeHint() if page is None else page.minimumSizeHint()

    @property
    def shows_list(self) -> bool:
        """Whether the list of sounds is shown."""
        return self.currentWidget() is self._list
