"""What can be done to look closely at a sound, and with a region of it."""

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from desktop_app.gui.actions.maker import ActionMaker


class RegionActions(QObject):
    """The waveform's actions; the waveform itself knows the same keys while it has the focus."""

    def __init__(self, window: QWidget, sound_list: QWidget) -> None:
        super().__init__(window)
        make = ActionMaker(self.tr("Waveform and region"), window, sound_list)
        self.mark_start = make.in_list(self.tr("Begin the region at the playhead"), "list-start", "[", in_menu=False)
        self.mark_end = make.in_list(self.tr("End the region at the playhead"), "list-end", "]", in_menu=False)
        self.choose_moment = make.in_list(self.tr("Make the moment found the region"), "scan", "M")
        self.clear = make.in_list(self.tr("Clear the region"), "x", "Escape", in_menu=False)
        self.find_like = make.everywhere(self.tr("Find sounds like this region"), "search", "Ctrl+Shift+L")
        self.save = make.everywhere(self.tr("Save the region as a file..."), "save", "Ctrl+Shift+E")
        self.spectrogram = make.in_list(self.tr("Waveform or spectrogram"), "audio-lines", "S", in_menu=False)
        self.together = make.in_list(self.tr("Channels in one lane or apart"), "layers", "C", in_menu=False)
        self.closer = make.in_list(self.tr("Zoom into the waveform"), "zoom-in", "+", "=", in_menu=False)
        self.further = make.in_list(self.tr("Zoom out of the waveform"), "zoom-out", "-", in_menu=False)
        self.whole = make.in_list(self.tr("Show all of the waveform"), "scan", "0", in_menu=False)
        self.of_region = (self.clear, self.find_like, self.save)
        """These need a region."""
