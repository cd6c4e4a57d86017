"""The vocabulary editor and the rest of the window: what a tag would do, its sounds in the player, its steps undone."""

from PySide6.QtCore import QObject
from PySide6.QtGui import QAction

from desktop_app.core.sound import Sound
from desktop_app.gui.conversations.surroundings import Surroundings
from desktop_app.gui.drafted_tag import DraftedTag, TagEffect, effect_of, tags_like
from desktop_app.gui.panels.vocabularies.vocabulary_editor import VocabularyEditor
from desktop_app.gui.window_state import keep_on_screen


class Vocabularies(QObject):
    """Opens the editor, which is made when it is wanted first."""

    def __init__(self, surroundings: Surroundings, parent: QObject) -> None:
        super().__init__(parent)
        self._around = surroundings
        self._editor: VocabularyEditor | None = None

    @property
    def editor(self) -> VocabularyEditor:
        """The one editor of this window."""
        if self._editor is None:
            self._editor = VocabularyEditor(self._around.earmark, self._around.window)
            self._connect(self._editor)
        return self._editor

    def edit(self) -> None:
        """Show the editor."""
        keep_on_screen(self.editor)
        self.editor.show()
        self.editor.raise_()
        self.editor.activateWindow()

    def _connect(self, editor: VocabularyEditor) -> None:
        history = self._around.operations.history
        editor.step_done.connect(history.record)
        history.changed.connect(editor.look_again)
        tagging = self._around.window.actions_.tagging
        editor.undo_chosen.connect(lambda: self._step(tagging.undo))
        editor.redo_chosen.connect(lambda: self._step(tagging.redo))
        editor.advice.asked.connect(self._find_out)
        editor.effect.sound_chosen.connect(self._audition)
        editor.effect.play_toggled.connect(self._toggle)
        editor.effect.play_wanted.connect(lambda sound: self._around.window.player.show_sound(sound, play=True))

    def _find_out(self, drafted: DraftedTag) -> None:
        """What this tag would do, and what it repeats: two errands, since the first one is what is waited for."""
        earmark, advice, searching = self._around.earmark, self.editor.advice, self._around.operations.searching
        searching.run(
            lambda: effect_of(drafted, earmark),
            lambda effect: advice.show_effect(drafted, effect),
            topic="effect of a tag",
            failed=lambda sentence: advice.show_effect(drafted, TagEffect(None, sentence)),
        )
        searching.run(
            lambda: tags_like(drafted, earmark),
            lambda similar: advice.show_similar(drafted, similar),
            topic="tags like a tag",
            failed=lambda _: advice.show_similar(drafted, ()),  # the first errand has said why
        )

    def _step(self, action: QAction) -> None:
        """As in the main window; and say what it is, which may be nothing that is seen here."""
        if action.isEnabled():
            self.editor.say(action.text())
            action.trigger()

    def _audition(self, sound: Sound) -> None:
        self._around.window.player.show_sound(sound, play=self._around.earmark.settings.audition)

    def _toggle(self, sound: Sound) -> None:
        player = self._around.window.player
        if player.sound is not None and player.sound.sound_id == sound.sound_id:
            player.toggle()
        else:
            player.show_sound(sound, play=True)
