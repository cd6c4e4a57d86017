"""What can be done to hear sounds."""

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from desktop_app.gui.actions.maker import ActionMaker


class ListeningActions(QObject):
    """Playing what is selected."""

    def __init__(self, window: QWidget, sound_list: QWidget) -> None:
        super().__init__(window)
        make = ActionMaker(self.tr("Listening"), window, sound_list)
        self.play = make.in_list(self.tr("Play or stop"), "play", "Space")
        self.play_from_start = make.in_list(self.tr("Play from the start"), "skip-back", "Return", "Enter")
        self.audition = make.everywhere(self.tr("Play sounds when they are selected"), "volume-2", "F9", checkable=True)
