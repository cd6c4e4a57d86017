"""What was said of sounds, out to other programs and libraries, and in from there."""

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from desktop_app.gui.actions.maker import ActionMaker


class ExchangingActions(QObject):
    """Lists of tags, ratings, notes and collections."""

    def __init__(self, window: QWidget, sound_list: QWidget) -> None:
        super().__init__(window)
        make = ActionMaker(self.tr("Export and import"), window, sound_list)
        self.export_tags = make.everywhere(self.tr("Export tags..."), "download")
        self.import_tags = make.everywhere(self.tr("Import tags..."), "upload")
        self.export_sidecars = make.everywhere(self.tr("Write sidecars beside the sounds..."), "files")
        self.import_sidecars = make.everywhere(self.tr("Import the sidecars of a folder..."), "folder")
        self.export_playlist = make.everywhere(self.tr("Export a collection as playlist..."), "list-music")
