"""Everything that can be done from the keyboard, gathered: one group an area, and the window's menu."""

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QMenu, QWidget

from desktop_app.gui.actions.collecting import CollectingActions
from desktop_app.gui.actions.events import EventActions
from desktop_app.gui.actions.exchanging import ExchangingActions
from desktop_app.gui.actions.finding import FindingActions
from desktop_app.gui.actions.housekeeping import HousekeepingActions
from desktop_app.gui.actions.listening import ListeningActions
from desktop_app.gui.actions.regions import RegionActions
from desktop_app.gui.actions.tagging import TaggingActions
from desktop_app.gui.actions.writing import WritingActions
from desktop_app.gui.icons import icon


class Actions(QObject):
    """The window's actions. Those of the list work only while the list has the focus: they are plain keys."""

    def __init__(self, window: QWidget, sound_list: QWidget) -> None:
        super().__init__(window)
        self._window = window
        self.listening = ListeningActions(window, sound_list)
        self.regions = RegionActions(window, sound_list)
        self.events = EventActions(window, sound_list)
        self.finding = FindingActions(window, sound_list)
        self.tagging = TaggingActions(window, sound_list)
        self.collecting = CollectingActions(window, sound_list)
        self.writing = WritingActions(window, sound_list)
        self.exchanging = ExchangingActions(window, sound_list)
        self.housekeeping = HousekeepingActions(window, sound_list)

    def menu(self) -> QMenu:
        """The window's one menu."""
        menu = QMenu(self._window)
        library = self.housekeeping
        menu.addActions([self.tagging.undo, self.tagging.redo])
        menu.addSeparator()
        menu.addActions([library.add_folder, library.rescan, self.tagging.vocabularies])
        menu.addSeparator()
        menu.addActions([self.tagging.review, self.tagging.evaluate, self.tagging.tag_panel])
        menu.addSeparator()
        menu.addActions([self.collecting.duplicates, self.collecting.fold])
        menu.addSeparator()
        menu.addActions([self.writing.write, self.writing.take_back, self.writing.rename, self.writing.take_names_back])
        exchange = menu.addMenu(icon("upload"), self.tr("Export and import"))
        exchanging = self.exchanging
        exchange.addActions([exchanging.export_tags, exchanging.export_sidecars, exchanging.export_playlist])
        exchange.addSeparator()
        exchange.addActions([exchanging.import_tags, exchanging.import_sidecars])
        menu.addSeparator()
        menu.addActions([self.listening.audition, self.listening.play_on, self.listening.match_loudness])
        menu.addSeparator()
        theme = menu.addMenu(icon("sun"), self.tr("Theme"))
        theme.addActions(list(library.themes.values()))
        menu.addSeparator()
        menu.addActions([library.palette, library.shortcuts, library.problems])
        menu.addSeparator()
        menu.addActions([library.preferences, library.about, library.quit])
        return menu
