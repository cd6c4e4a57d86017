"""What can be done to find sounds, and with those that were found."""

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from desktop_app.gui.actions.maker import ActionMaker


class FindingActions(QObject):
    """Searching, and taking what was found elsewhere."""

    def __init__(self, window: QWidget, sound_list: QWidget) -> None:
        super().__init__(window)
        make = ActionMaker(self.tr("Finding"), window, sound_list)
        self.find = make.everywhere(self.tr("Search"), "search", "Ctrl+F", "/")
        self.find_similar = make.in_list(self.tr("Find similar sounds"), "audio-lines", "Ctrl+L")
        self.why = make.in_list(self.tr("Why this sound?"), "circle-help", "W")
        self.weigh = make.everywhere(self.tr("Weigh the parts of the search"), "list-filter", "Ctrl+Shift+W")
        self.warnings = make.everywhere(self.tr("Show sounds with warnings"), "triangle-alert")
        self.save_search = make.everywhere(self.tr("Save the present search"), "save", "Ctrl+Shift+S")
        self.forget_searches = make.everywhere(self.tr("Forget the earlier searches"), "x")
        self.copy_paths = make.in_list(self.tr("Copy paths"), "copy", "Ctrl+C")
        self.reveal = make.in_list(self.tr("Show in the file manager"), "external-link", "Ctrl+Return")
