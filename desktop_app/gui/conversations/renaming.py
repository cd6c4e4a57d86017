"""From the wish to have files named by the Universal Category System to files that are, and back again."""

from collections.abc import Mapping, Sequence

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QDialog

from desktop_app.cat_id_choice import VOCABULARY
from desktop_app.file_changes.rename_planning import NameChoice, PlannedName
from desktop_app.gui.conversations.changing_files import ChangingFiles
from desktop_app.gui.conversations.surroundings import Surroundings
from desktop_app.gui.dialogs.rename_sounds import RenameSoundsDialog
from desktop_app.gui.dialogs.take_back import TakeBackDialog
from desktop_app.gui.renaming_runner import RenamingRunner
from desktop_app.gui.renaming_texts import taking_back_texts
from desktop_app.gui.tag_changes import give
from desktop_app.library.rename_journal import RenamingRun


class Renaming(ChangingFiles):
    """Names for files."""

    def __init__(self, surroundings: Surroundings, parent: QObject) -> None:
        self.runner = RenamingRunner(surroundings.earmark)
        super().__init__(surroundings, self.runner, parent)
        self.runner.setParent(self)
        self._choice: NameChoice | None = None
        actions = self._window.actions_.writing
        actions.rename.triggered.connect(self.open)
        actions.take_names_back.triggered.connect(self.ask_for_run)

    def open(self) -> None:
        """Show which names the selected sounds would get, or all that are listed."""
        if self._comes_to_front():
            return
        settings = self._around.earmark.settings
        choice = self._choice or NameChoice(settings.creator, settings.source)
        listed = self._window.sounds.model.sound_ids.tolist()
        dialog = RenameSoundsDialog(self.runner, self._around.selected_ids(), listed, choice, self._window)
        dialog.choice_changed.connect(self._keep_choice)
        dialog.chosen.connect(self._learn)
        dialog.undo_wanted.connect(self._undo)
        dialog.view.hear_wanted.connect(self._hear)
        dialog.finished.connect(self._remember)
        self._show(dialog)

    def _learn(self, chosen: Mapping[str, Sequence[int]]) -> None:
        """CatIDs that a person chose are tags, and teach, where the system's vocabulary is active: as those that are
        chosen beside the tags.
        """
        if not chosen or VOCABULARY not in self._around.earmark.settings.vocabularies:
            return
        text = self.tr("CatIDs of %Ln sound(s)", "", sum(map(len, chosen.values())))
        sounds_of = {self.runner.key_of(cat_id): sound_ids for cat_id, sound_ids in chosen.items()}
        self._around.operations.history.carry_out(text, give(self._around.earmark, sounds_of))

    def _hear(self, item: PlannedName) -> None:
        """Play a sound of the list of names; the list of sounds stays where it is."""
        sound = self._around.earmark.library.sounds.get(item.sound.sound_id)
        if sound is not None:
            self._window.player.show_sound(sound, play=True)

    def _keep_choice(self, choice: NameChoice) -> None:
        self._choice = choice

    def _remember(self) -> None:
        """Creator and source are the same next time."""
        settings = self._around.earmark.settings
        choice = self._choice
        if choice is not None and (choice.creator, choice.source) != (settings.creator, settings.source):
            self._around.change_settings(creator=choice.creator, source=choice.source)

    def _read_last_run(self) -> None:
        self.runner.read_last_run()

    def _take_back(self, run: RenamingRun) -> None:
        self.runner.take_back(run)

    def _dialog_about(self, run: RenamingRun) -> QDialog:
        files = [f"{one.new}\u2002→\u2002{one.old.name}" for one in run.renamings]
        texts = taking_back_texts()
        return TakeBackDialog(self.runner, run.begun, files, texts, lambda: self._take_back(run), self._window)

    def _nothing_to_take_back(self) -> str:
        return self.tr("Nothing was renamed that could be taken back.")
