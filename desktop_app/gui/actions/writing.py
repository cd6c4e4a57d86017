"""What can be done with the files themselves, and taken back."""

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from desktop_app.gui.actions.maker import ActionMaker


class WritingActions(QObject):
    """Tags into files, and names for them; and both back again."""

    def __init__(self, window: QWidget, sound_list: QWidget) -> None:
        super().__init__(window)
        make = ActionMaker(self.tr("Files"), window, sound_list)
        self.write = make.in_list(self.tr("Write tags to files..."), "save")
        self.rename = make.in_list(self.tr("Rename to UCS names..."), "pencil", "F2")
        self.take_names_back = make.in_list(self.tr("Take back the last renaming..."), "undo-2", in_menu=False)
        self.take_back = make.in_list(self.tr("Take back the last writing..."), "undo-2", in_menu=False)
