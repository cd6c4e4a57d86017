"""What can be done with the library as a whole and with the window."""

from PySide6.QtCore import QObject
from PySide6.QtGui import QAction, QActionGroup
from PySide6.QtWidgets import QWidget

from desktop_app.gui.actions.maker import ActionMaker
from desktop_app.gui.icons import icon
from desktop_app.gui.theme import ThemeChoice


class HousekeepingActions(QObject):
    """Folders, preferences, and the end."""

    def __init__(self, window: QWidget, sound_list: QWidget) -> None:
        super().__init__(window)
        make = ActionMaker(self.tr("Library and window"), window, sound_list)
        self.add_folder = make.everywhere(self.tr("Add a folder..."), "folder-plus", "Ctrl+O")
        self.rescan = make.everywhere(self.tr("Rescan all folders"), "refresh-cw", "F5")
        self.problems = make.everywhere(self.tr("Problems"), "triangle-alert", "Ctrl+Shift+P")
        self.preferences = make.everywhere(self.tr("Preferences..."), "settings", "Ctrl+,")
        self.about = make.everywhere(self.tr("About Earmark"), "info")
        self.quit = make.everywhere(self.tr("Quit"), "x", "Ctrl+Q")
        self.themes = self._theme_actions(window)

    def _theme_actions(self, window: QWidget) -> dict[ThemeChoice, QAction]:
        names = {
            ThemeChoice.SYSTEM: (self.tr("Like the system"), "monitor"),
            ThemeChoice.LIGHT: (self.tr("Light"), "sun"),
            ThemeChoice.DARK: (self.tr("Dark"), "moon"),
        }
        group = QActionGroup(window)
        actions = {}
        for choice, (text, picture) in names.items():
            action = QAction(icon(picture), text, group)
            action.setCheckable(True)
            actions[choice] = action
        return actions
