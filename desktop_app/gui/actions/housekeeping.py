"""What can be done with the library as a whole and with the window."""

from PySide6.QtCore import QObject
from PySide6.QtGui import QActionGroup
from PySide6.QtWidgets import QWidget

from desktop_app.gui.actions.maker import ActionMaker
from desktop_app.gui.theme import ThemeChoice


class HousekeepingActions(QObject):
    """Folders, preferences, and the end."""

    def __init__(self, window: QWidget, sound_list: QWidget) -> None:
        super().__init__(window)
        make = ActionMaker(self.tr("Library and window"), window, sound_list)
        self.add_folder = make.everywhere(self.tr("Add a folder..."), "folder-plus", "Ctrl+O")
        self.rescan = make.everywhere(self.tr("Rescan all folders"), "refresh-cw", "F5")
        self.palette = make.everywhere(self.tr("Find a command..."), "search", "Ctrl+K")
        self.shortcuts = make.everywhere(self.tr("Keyboard shortcuts"), "keyboard", "F1")
        self.problems = make.everywhere(self.tr("Problems"), "triangle-alert", "Ctrl+Shift+P")
        self.preferences = make.everywhere(self.tr("Preferences..."), "settings", "Ctrl+,")
        self.about = make.everywhere(self.tr("About Earmark"), "info")
        self.quit = make.everywhere(self.tr("Quit"), "x", "Ctrl+Q")
        self.themes = {
            ThemeChoice.SYSTEM: make.everywhere(self.tr("Theme like the system"), "monitor", checkable=True),
            ThemeChoice.LIGHT: make.everywhere(self.tr("Light theme"), "sun", checkable=True),
            ThemeChoice.DARK: make.everywhere(self.tr("Dark theme"), "moon", checkable=True),
        }
        group = QActionGroup(window)
        for action in self.themes.values():
            group.addAction(action)
