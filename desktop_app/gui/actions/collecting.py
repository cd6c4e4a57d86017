"""What can be noted of sounds beside tags, and where they can be taken."""

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from desktop_app.core.marks import HIGHEST_RATING
from desktop_app.gui.actions.maker import ActionMaker


class CollectingActions(QObject):
    """Ratings, favourites, notes, collections, copies, and the editor."""

    def __init__(self, window: QWidget, sound_list: QWidget) -> None:
        super().__init__(window)
        make = ActionMaker(self.tr("Collecting"), window, sound_list)
        self.favourite = make.in_list(self.tr("Favourite"), "heart", "F")
        names = {0: self.tr("No rating")} | {
            stars: self.tr("Rate with %n star(s)", "", stars) for stars in range(1, HIGHEST_RATING + 1)
        }
        self.ratings = {
            stars: make.in_list(name, "star", f"Alt+{stars}", in_menu=False) for stars, name in names.items()
        }
        self.note = make.in_list(self.tr("Note..."), "sticky-note", "N")
        self.collect = make.in_list(self.tr("Add to a collection..."), "list-plus", "Ctrl+G")
        self.take_out = make.in_list(self.tr("Take out of a collection..."), "list-music", "Ctrl+Shift+G")
        self.duplicates = make.in_list(self.tr("Show duplicates"), "files", "D", in_menu=False)
        self.fold = make.in_list(self.tr("Fold copies into one row"), "files", "Shift+D", checkable=True, in_menu=False)
        self.edit = make.in_list(self.tr("Open in the editor"), "square-arrow-out-up-right", "Ctrl+E")
