"""Everything that can be done from the keyboard, in one place: text, icon, keys, and where the keys work."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QAction, QActionGroup, QKeySequence
from PySide6.QtWidgets import QMenu, QWidget

from desktop_app.gui.icons import icon
from desktop_app.gui.theme import ThemeChoice


class Actions:
    """The window's actions. Those of the list work only while the list has the focus: they are plain keys."""

    def __init__(self, window: QWidget, sound_list: QWidget) -> None:
        self._window = window
        self._list = sound_list
        tr = window.tr
        self.add_folder = self._everywhere(tr("Add a folder..."), "folder-plus", "Ctrl+O")
        self.rescan = self._everywhere(tr("Rescan all folders"), "refresh-cw", "F5")
        self.vocabularies = self._everywhere(tr("Vocabularies..."), "tags", "Ctrl+Shift+V")
        self.find = self._everywhere(tr("Search"), "search", "Ctrl+F", "/")
        self.tag_panel = self._everywhere(tr("Tags of the selection"), "panel-right", "F8")
        self.tag_panel.setCheckable(True)
        self.audition = self._everywhere(tr("Play sounds when they are selected"), "volume-2", "F9")
        self.audition.setCheckable(True)
        self.preferences = self._everywhere(tr("Preferences..."), "settings", "Ctrl+,")
        self.about = self._everywhere(tr("About Earmark"), "info")
        self.quit = self._everywhere(tr("Quit"), "x", "Ctrl+Q")
        self.play = self._in_list(tr("Play or stop"), "play", "Space")
        self.play_from_start = self._in_list(tr("Play from the start"), "skip-back", "Return", "Enter")
        self.add_tag = self._in_list(tr("Add a tag..."), "tag", "T")
        self.find_similar = self._in_list(tr("Find similar sounds"), "audio-lines", "Ctrl+L")
        self.copy_paths = self._in_list(tr("Copy paths"), "copy", "Ctrl+C")
        self.reveal = self._in_list(tr("Show in the file manager"), "external-link", "Ctrl+Return")
        self.themes = self._theme_actions()

    def menu(self) -> QMenu:
        """The window's one menu."""
        menu = QMenu(self._window)
        menu.addActions([self.add_folder, self.rescan, self.vocabularies])
        menu.addSeparator()
        menu.addActions([self.tag_panel, self.audition])
        theme = menu.addMenu(icon("sun"), self._window.tr("Theme"))
        theme.addActions(list(self.themes.values()))
        menu.addSeparator()
        menu.addActions([self.preferences, self.about, self.quit])
        return menu

    def _theme_actions(self) -> dict[ThemeChoice, QAction]:
        tr = self._window.tr
        names = {
            ThemeChoice.SYSTEM: (tr("Like the system"), "monitor"),
            ThemeChoice.LIGHT: (tr("Light"), "sun"),
            ThemeChoice.DARK: (tr("Dark"), "moon"),
        }
        group = QActionGroup(self._window)
        actions = {}
        for choice, (text, picture) in names.items():
            action = QAction(icon(picture), text, group)
            action.setCheckable(True)
            actions[choice] = action
        return actions

    def _everywhere(self, text: str, picture: str, *keys: str) -> QAction:
        return self._made(self._window, text, picture, keys, Qt.ShortcutContext.WindowShortcut)

    def _in_list(self, text: str, picture: str, *keys: str) -> QAction:
        return self._made(self._list, text, picture, keys, Qt.ShortcutContext.WidgetShortcut)

    def _made(
        self, owner: QWidget, text: str, picture: str, keys: tuple[str, ...], context: Qt.ShortcutContext
    ) -> QAction:
        action = QAction(icon(picture), text, owner)
        action.setShortcuts([QKeySequence(key) for key in keys])
        action.setShortcutContext(context)
        tip = text.removesuffix("...")
        action.setToolTip(f"{tip} ({QKeySequence(keys[0]).toString()})" if keys else tip)
        owner.addAction(action)
        return action
