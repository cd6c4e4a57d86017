"""What can be said about sounds."""

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from desktop_app.gui.actions.maker import ActionMaker


class TaggingActions(QObject):
    """Tags, vocabularies, and taking back what was said."""

    def __init__(self, window: QWidget, sound_list: QWidget) -> None:
        super().__init__(window)
        make = ActionMaker(self.tr("Tagging"), window, sound_list)
        self.vocabularies = make.everywhere(self.tr("Vocabularies..."), "tags", "Ctrl+Shift+V")
        self.tag_panel = make.everywhere(self.tr("Tags of the selection"), "panel-right", "F8", checkable=True)
        self.add_tag = make.in_list(self.tr("Add a tag..."), "tag", "T")
