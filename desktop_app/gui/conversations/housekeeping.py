"""Folders, long work and its problems, preferences: what keeps the library and the window in order."""

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import QObject

from desktop_app.gui.conversations.embedding import Embedding
from desktop_app.gui.conversations.surroundings import Surroundings
from desktop_app.gui.dialogs.about import AboutDialog
from desktop_app.gui.dialogs.preferences import PreferencesDialog
from desktop_app.gui.dialogs.questions import ChooseFolder
from desktop_app.gui.models.folder_tree import FolderBranch
from desktop_app.gui.theme import ThemeChoice, ThemeSwitch, theme_of
from desktop_app.library.tables.folders import Folder


class Housekeeping(QObject):
    """The library's folders, the indexer, and the settings."""

    def __init__(
        self,
        surroundings: Surroundings,
        themes: ThemeSwitch,
        choose: ChooseFolder,
        embedding: Embedding,
        parent: QObject,
    ) -> None:
        """`choose` asks for a folder."""
        super().__init__(parent)
        self._around = surroundings
        self._window = surroundings.window
        self._themes = themes
        self._choose = choose
        self._embedding = embedding
        self._online: set[Path] = set()
        """The folders that could be reached when they were read last."""
        self._connect_folders()
        self._connect_work()
        self._connect_actions()
        self._show_settings()

    def refresh(self) -> None:
        """Read the folders again."""
        self._around.operations.read_folders()

    def _connect_folders(self) -> None:
        window, operations = self._window, self._around.operations
        operations.folders_read.connect(self._show_folders)
        window.folders.add_chosen.connect(self._add_folder)
        window.folders.rescan_chosen.connect(operations.rescan)
        window.folders.locate_chosen.connect(self._locate_folder)
        window.folders.removal_chosen.connect(operations.remove_folder)
        window.folders.reveal_chosen.connect(self._around.files.open_folder)
        window.first_run.add_chosen.connect(self._add_folder)
        window.first_run.demonstration_chosen.connect(operations.add_demonstration)
        window.folders_dropped.connect(operations.add_folders)
        window.files_dropped.connect(
            lambda: self._around.answer(self.tr("Drop folders here: single files are not added."))
        )

    def _connect_work(self) -> None:
        window, operations = self._window, self._around.operations
        operations.told.connect(self._around.answer)
        operations.failed.connect(self._around.say)
        window.status.pause_chosen.connect(self._pause)

    def _connect_actions(self) -> None:
        actions, window = self._window.actions_.housekeeping, self._window
        actions.add_folder.triggered.connect(self._add_folder)
        actions.rescan.triggered.connect(lambda: self._around.operations.rescan())
        actions.preferences.triggered.connect(self._open_preferences)
        actions.about.triggered.connect(self._open_about)
        actions.quit.triggered.connect(window.close)
        for choice, action in actions.themes.items():
            action.triggered.connect(lambda _, choice=choice: self._use_theme(choice))

    def _show_folders(self, branches: list[FolderBranch]) -> None:
        self._window.folders.show_folders(branches)
        self._window.show_first_run(not branches)
        self._embedding.refresh()
        folders = [branch.folder for branch in branches]
        self._say_what_went_offline([folder for folder in folders if not folder.online and folder.path in self._online])
        self._online = {folder.path for folder in folders if folder.online}

    def _say_what_went_offline(self, gone: Sequence[Folder]) -> None:
        if len(gone) == 1:
            text = self.tr("“{name}” is offline: what is known of its %Ln sound(s) is kept.", "", gone[0].sounds)
            self._around.answer(text.format(name=gone[0].path.name))
        elif gone:
            text = self.tr("Offline: {names}. What is known of their sounds is kept.")
            self._around.answer(text.format(names=", ".join(folder.path.name for folder in gone)))

    def _add_folder(self) -> None:
        chosen = self._choose(self._window, self.tr("Add a folder with sounds"))
        if chosen is not None:
            self._around.operations.add_folders([chosen])

    def _locate_folder(self, folder: Folder) -> None:
        chosen = self._choose(self._window, self.tr("Where is “{}” now?").format(folder.path.name))
        if chosen is not None:
            self._around.operations.locate_folder(folder, chosen)

    def _pause(self, rest: bool) -> None:
        if rest:
            self._around.earmark.pause()
        else:
            self._around.earmark.resume()

    def _open_about(self) -> None:
        files = self._around.files
        dialog = AboutDialog(self._window, profile=self._around.earmark.profile)
        dialog.reveal_chosen.connect(lambda path: files.open_folder(path) if path.is_dir() else files.show([path]))
        self._around.open(dialog)

    def _open_preferences(self) -> None:
        # The system may take its time to name its devices.
        self._around.operations.looking.run(self._window.player.devices, self._show_preferences, topic="devices")

    def _show_preferences(self, devices: Sequence[str]) -> None:
        dialog = PreferencesDialog(self._around.earmark, self._window, devices=devices)
        dialog.theme_chosen.connect(lambda _: self._show_settings())
        dialog.embedder_chosen.connect(self._embedding.prepare)
        dialog.download_chosen.connect(self._embedding.fetch)
        dialog.accepted.connect(self._show_settings)
        self._around.open(dialog)

    def _show_settings(self) -> None:
        settings, actions = self._around.earmark.settings, self._window.actions_
        choice = theme_of(settings.theme)
        self._themes.choose(choice)
        actions.housekeeping.themes[choice].setChecked(True)
        actions.listening.show_settings(settings)
        actions.events.lane.setChecked(settings.events)
        self._window.player.follow_settings()

    def _use_theme(self, choice: ThemeChoice) -> None:
        self._around.change_settings(theme=choice.value)
        self._show_settings()
