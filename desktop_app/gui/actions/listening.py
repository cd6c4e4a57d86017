"""What can be done to hear sounds."""

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from desktop_app.gui.actions.maker import ActionMaker
from desktop_app.settings import Settings


class ListeningActions(QObject):
    """Playing what is selected."""

    def __init__(self, window: QWidget, sound_list: QWidget) -> None:
        super().__init__(window)
        make = ActionMaker(self.tr("Listening"), window, sound_list)
        self.play = make.in_list(self.tr("Play or stop"), "play", "Space")
        self.play_from_start = make.in_list(
            self.tr("Play from the start, or from the moment found"), "skip-back", "Return", "Enter"
        )
        self.play_whole = make.in_list(
            self.tr("Play from the start of the file"), "skip-back", "Shift+Return", "Shift+Enter", in_menu=False
        )
        self.loop = make.in_list(self.tr("Loop"), "repeat", "L", checkable=True, in_menu=False)
        self.slower = make.in_list(self.tr("Slower and lower"), "gauge", "<", in_menu=False)
        self.faster = make.in_list(self.tr("Faster and higher"), "gauge", ">", in_menu=False)
        self.as_recorded = make.in_list(self.tr("Speed as recorded"), "gauge", "Ctrl+0", in_menu=False)
        self.audition = make.everywhere(self.tr("Play sounds when they are selected"), "volume-2", "F9", checkable=True)
        self.play_on = make.everywhere(self.tr("Play on down the list"), "list-end", "Shift+F9", checkable=True)
        self.match_loudness = make.everywhere(
            self.tr("Play all sounds equally loud"), "scale", "Ctrl+F9", checkable=True
        )

    def show_settings(self, settings: Settings) -> None:
        """Tick what is switched on."""
        self.loop.setChecked(settings.loop)
        self.audition.setChecked(settings.audition)
        self.play_on.setChecked(settings.play_on)
        self.match_loudness.setChecked(settings.match_loudness)
