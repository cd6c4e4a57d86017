"""The main window: builds and arranges the panels. What they say to each other is in `conversation.py`."""

from pathlib import Path

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QAction, QCloseEvent, QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import (
    QMainWindow,
    QSplitter,
    QStackedWidget,
    QToolBar,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from desktop_app.app import Earmark
from desktop_app.engine.playing.playback import Player
from desktop_app.exchange.exchanging import is_list
from desktop_app.gui.actions.actions import Actions
from desktop_app.gui.icons import icon
from desktop_app.gui.models.sound_rows import LibraryRows
from desktop_app.gui.panels.first_run import FirstRunPage
from desktop_app.gui.panels.lines.index_status import IndexStatus
from desktop_app.gui.panels.lines.offer_line import OfferLine
from desktop_app.gui.panels.middle_pages import MiddlePages
from desktop_app.gui.panels.player.player import PlayerPanel
from desktop_app.gui.panels.search.search_bar import SearchBar
from desktop_app.gui.panels.sidebar.folder_panel import FolderPanel
from desktop_app.gui.panels.sidebar.sidebar import SidebarSection
from desktop_app.gui.panels.sounds.sound_list import SoundListPanel
from desktop_app.gui.panels.tags.tag_browser import TagBrowser
from desktop_app.gui.panels.tags.tag_panel import TagPanel
from desktop_app.gui.plain_text import title_of
from desktop_app.gui.window_state import restore_sizes, restore_state, save_state

_STATE_FILE = "window.json"


class MainWindow(QMainWindow):
    """All panels in their places. Closing hides the window at once; `closed` lets the rest be put away."""

    folders_dropped = Signal(list)
    """Directories (`Path`) that were dropped anywhere on the window."""
    lists_dropped = Signal(list)
    """Files (`Path`) that may be lists of tags or playlists, by their names, were dropped."""
    files_dropped = Signal()
    """Something was dropped that is neither."""
    closed = Signal()

    def __init__(self, earmark: Earmark, *, player: Player | None = None) -> None:
        """`player` is for tests and for running without audio; usually the player panel makes its own."""
        super().__init__()
        self._is_first = False
        self._state_file = earmark.profile.data / _STATE_FILE
        self.setWindowTitle("Earmark")
        self.setAcceptDrops(True)
        self.folders = FolderPanel(self)
        self.folders.setObjectName("folders")
        self.tags = TagBrowser(self)
        self.tags.setObjectName("tags")
        # A lambda, because another embedder brings another tagger.
        self.sounds = SoundListPanel(LibraryRows(earmark.library, lambda ids: earmark.tagger.tags_of(ids)), self)
        self.player = PlayerPanel(earmark, self, player=player)
        self.player.setObjectName("player")
        self.selected_tags = TagPanel(self)
        self.selected_tags.setObjectName("tag panel")
        self.search = SearchBar(self)
        self.status = IndexStatus(self)
        self.offer = OfferLine(self)
        self.first_run = FirstRunPage(self)
        self.middle_pages = MiddlePages(self.sounds, self)
        self.middle_pages.setObjectName("pages")
        self.actions_ = Actions(self, self.sounds.view)
        self._arrange()
        self._build_tool_bar()
        self.statusBar().setSizeGripEnabled(False)
        self.statusBar().addWidget(self.status, 1)
        self.resize(1400, 860)
        restore_state(self._state_file, self)
        self.actions_.tagging.tag_panel.setChecked(not self.selected_tags.isHidden())
        self.actions_.tagging.tag_panel.toggled.connect(self.selected_tags.setVisible)
        # Else the first button gets the first key, and that may be one that downloads much.
        self.sounds.setFocus(Qt.FocusReason.OtherFocusReason)

    def _arrange(self) -> None:
        self._sidebar = _splitter("sidebar", Qt.Orientation.Vertical, [(self.folders, 300), (self.tags, 420)])
        middle = _splitter("middle", Qt.Orientation.Vertical, [(self.middle_pages, 560), (self.player, 190)])
        parts: list[tuple[QWidget, int]] = [(self._sidebar, 230), (middle, 904), (self.selected_tags, 266)]
        whole = _splitter("whole", Qt.Orientation.Horizontal, parts)
        for splitter, stretching in ((self._sidebar, 1), (middle, 0), (whole, 1)):
            splitter.setStretchFactor(stretching, 1)
        whole.setCollapsible(1, False)
        middle.setCollapsible(0, False)
        self._pages = QStackedWidget(self)
        self._pages.addWidget(whole)
        self._pages.addWidget(self.first_run)
        self.middle_pages.currentChanged.connect(self._show_first_run)
        central = QWidget(self)
        self._column = QVBoxLayout(central)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(0)
        self._column.addWidget(self.offer)
        self._column.addWidget(self._pages, 1)
        self.setCentralWidget(central)

    def add_notice(self, line: QWidget) -> None:
        """Put a line above everything."""
        self._column.insertWidget(0, line)

    def _build_tool_bar(self) -> None:
        bar = QToolBar(self.tr("Tools"), self)
        bar.setObjectName("tools")
        bar.setMovable(False)
        bar.setFloatable(False)
        bar.setIconSize(QSize(20, 20))
        bar.setContextMenuPolicy(Qt.ContextMenuPolicy.PreventContextMenu)
        bar.addActions(
            [
                self.actions_.housekeeping.add_folder,
                self.actions_.housekeeping.rescan,
                self.actions_.tagging.vocabularies,
            ]
        )
        bar.addWidget(self.search)
        bar.addActions([self.actions_.tagging.tag_panel])
        bar.addWidget(self._menu_button())
        for action in bar.actions():
            _name_button(bar, action)
        more = bar.findChild(QToolButton, "qt_toolbar_ext_button")
        if more is not None:
            more.setAccessibleName(self.tr("More tools"))
        self.addToolBar(bar)
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.NoContextMenu)

    def _menu_button(self) -> QToolButton:
        button = QToolButton(self)
        button.setIcon(icon("settings"))
        button.setAccessibleName(self.tr("Menu"))
        button.setToolTip(self.tr("Menu"))
        button.setMenu(self.actions_.menu())
        button.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        return button

    def add_sidebar_section(self, section: SidebarSection, *, after: QWidget | None = None) -> None:
        """Put a section into the sidebar, below `after` (None: below the folders), as high as its content.

        Its object name is what its height is remembered under.
        """
        bar = self._sidebar
        sizes = bar.sizes()
        place = bar.indexOf(self.folders if after is None else after) + 1
        bar.insertWidget(place, section)
        bar.setSizes([*sizes[:place], section.wanted_height, *sizes[place:]])
        bar.setStretchFactor(place, 0)
        bar.setStretchFactor(bar.indexOf(self.tags), 1)
        restore_sizes(self._state_file, bar)
        section.filled.connect(lambda: self._fit_section(section))
        self._fit_section(section)

    def _fit_section(self, section: SidebarSection) -> None:
        """Give a section the room that its content needs; the tags have the rest."""
        bar, wanted = self._sidebar, section.wanted_height
        sizes, place, rest = bar.sizes(), bar.indexOf(section), bar.indexOf(self.tags)
        if section.is_empty or sizes[place] < wanted:
            sizes[rest] = max(sizes[rest] + sizes[place] - wanted, 0)
            sizes[place] = wanted
            bar.setSizes(sizes)

    def show_first_run(self, first: bool) -> None:
        """Show how to begin while the library has no folder, else the library."""
        self._is_first = first
        self.search.setEnabled(not first)
        self._show_first_run()

    def _show_first_run(self) -> None:
        """In place of an empty list, and not of a page that needs no library."""
        first = self._is_first and self.middle_pages.shows_list
        if first is self.shows_first_run:
            return
        self._pages.setCurrentIndex(1 if first else 0)
        # The first key is for what one came for: the button, or the sounds.
        if first:
            self.first_run.setFocus(Qt.FocusReason.OtherFocusReason)
        elif self.middle_pages.shows_list:
            self.sounds.setFocus(Qt.FocusReason.OtherFocusReason)

    @property
    def shows_first_run(self) -> bool:
        """Whether the page for an empty library is shown."""
        return self._pages.currentIndex() == 1

    def bring_to_front(self) -> None:
        """Be seen, even when minimised or behind other windows."""
        self.setWindowState(self.windowState() & ~Qt.WindowState.WindowMinimized)
        self.show()
        self.raise_()
        self.activateWindow()

    # --- what Qt calls ---

    def closeEvent(self, event: QCloseEvent) -> None:
        """Go away at once; what takes longer happens unseen."""
        save_state(self._state_file, self)
        self.hide()
        self.player.close_player()
        event.accept()
        self.closed.emit()

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """Take files from elsewhere; our own are on their way out."""
        if event.mimeData().hasUrls() and event.source() is None:
            event.setDropAction(Qt.DropAction.CopyAction)
            event.accept()

    def dropEvent(self, event: QDropEvent) -> None:
        """Directories go into the library, and what lists say of sounds is offered."""
        paths = [Path(url.toLocalFile()) for url in event.mimeData().urls() if url.isLocalFile()]
        folders = [path for path in paths if path.is_dir()]
        event.acceptProposedAction()
        if folders:
            self.folders_dropped.emit(folders)
        elif lists := [path for path in paths if is_list(path.name)]:
            self.lists_dropped.emit(lists)
        else:
            self.files_dropped.emit()


def _splitter(name: str, orientation: Qt.Orientation, parts: list[tuple[QWidget, int]]) -> QSplitter:
    """Parts side by side with their first sizes in pixels; `name` is what its state is remembered under."""
    splitter = QSplitter(orientation)
    splitter.setObjectName(name)
    splitter.setHandleWidth(1)
    for widget, _ in parts:
        splitter.addWidget(widget)
    splitter.setSizes([size for _, size in parts])
    return splitter


def _name_button(bar: QToolBar, action: QAction) -> None:
    button = bar.widgetForAction(action)
    if isinstance(button, QToolButton) and not button.accessibleName():
        button.setAccessibleName(title_of(action.text()))
