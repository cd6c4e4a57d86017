"""What can be done with the events of the shown sound: when which tag applies."""

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from desktop_app.gui.actions.maker import ActionMaker


class EventActions(QObject):
    """The lane below the waveform, and files for other programs."""

    def __init__(self, window: QWidget, sound_list: QWidget) -> None:
        super().__init__(window)
        make = ActionMaker(self.tr("What happens when"), window, sound_list)
        self.lane = make.in_list(self.tr("Show when tags apply"), "list-music", "E", checkable=True, in_menu=False)
        self.exports = {
            "audacity": make.everywhere(self.tr("Export events as Audacity labels..."), "download"),
            "reaper": make.everywhere(self.tr("Export events as REAPER regions..."), "download"),
            "csv": make.everywhere(self.tr("Export events as a table (CSV)..."), "download"),
            "json": make.everywhere(self.tr("Export events as JSON..."), "download"),
        }
        """By the name of the format."""
