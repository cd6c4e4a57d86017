"""What the parts of the window say to each other: a click here becomes an errand, and its result is shown there."""

from dataclasses import replace
from pathlib import Path

from PySide6.QtCore import QObject, QTimer, QUrl
from PySide6.QtGui import QDesktopServices, QGuiApplication
from PySide6.QtWidgets import QDialog

from desktop_app.app import Earmark
from desktop_app.core.query import parse_query
from desktop_app.core.sound import Sound
from desktop_app.core.verdict import Judgement
from desktop_app.engine.searcher import SearchAnswer
from desktop_app.gui.bridge import IndexerBridge
from desktop_app.gui.dialogs.about import AboutDialog
from desktop_app.gui.dialogs.preferences import PreferencesDialog
from desktop_app.gui.main_window import ChooseFolder, MainWindow, choose_folder
from desktop_app.gui.models.folder_tree import FolderBranch
from desktop_app.gui.models.sound_table import Column
from desktop_app.gui.operations import LibraryTags, Operations, SelectionTags
from desktop_app.gui.panels.index_status import ProblemList
from desktop_app.gui.panels.tag_browser import tag_filter
from desktop_app.gui.panels.vocabulary_editor import VocabularyEditor
from desktop_app.gui.queries import Question
from desktop_app.gui.theme import ThemeChoice, ThemeSwitch, theme_of
from desktop_app.library.folders import Folder
from desktop_app.settings import SettingsError

REFRESH_MILLISECONDS = 2000
"""While sounds are being heard, searches and tag counts are brought up to date this often."""
_PATIENCE_MILLISECONDS = 400
"""A search that takes longer says so: the network may have to be loaded first."""


class Conversation(QObject):
    """Connects everything, and holds what is asked at present."""

    def __init__(
        self,
        earmark: Earmark,
        window: MainWindow,
        bridge: IndexerBridge,
        themes: ThemeSwitch,
        *,
        choose: ChooseFolder = choose_folder,
    ) -> None:
        """`choose` asks for a folder; tests answer in its place."""
        super().__init__(window)
        self._earmark = earmark
        self.window = window
        self._themes = themes
        self._choose = choose
        self._editor: VocabularyEditor | None = None
        self._dialogs: list[QDialog] = []
        self._answered: Question | None = None
        self._judged_ids: tuple[int, ...] = ()
        self._standing_notice = ""
        self.question = Question()
        self.operations = Operations(earmark, self)
        self._later = _timer(self, REFRESH_MILLISECONDS, self.refresh_searches)
        self._patience = _timer(
            self, _PATIENCE_MILLISECONDS, lambda: window.sounds.show_message(self.tr("Searching..."))
        )
        self._connect_bridge(bridge)
        self._connect_results()
        self._connect_panels()
        self._connect_actions()
        self._show_settings()
        self.refresh()

    def keep_saying(self, sentence: str) -> None:
        """Show a sentence until another embedder listens, whatever is said for a while in between."""
        self._standing_notice = sentence
        self.window.status.show_notice(sentence)

    # --- keeping up to date ---

    def refresh(self) -> None:
        """Read everything that is shown again."""
        self.operations.read_folders()
        self.operations.count_unreadable()
        if self.window.player.sound is not None:
            self.operations.read_sound(self.window.player.sound.sound_id)
        self.refresh_searches()

    def refresh_searches(self) -> None:
        """Ask the present question again, and count tags, without moving what the person looks at."""
        self._later.stop()
        self._ask()
        self.operations.count_tags()
        self._read_selection()

    def _connect_bridge(self, bridge: IndexerBridge) -> None:
        status = self.window.status
        bridge.progressed.connect(status.show_progress)
        bridge.paused.connect(status.show_paused)
        bridge.idle.connect(status.show_idle)
        bridge.idle.connect(self.refresh)
        bridge.problem.connect(status.show_notice)
        bridge.failed.connect(lambda _: self.operations.count_unreadable())
        bridge.sounds_indexed.connect(self._on_indexed)
        bridge.sounds_changed.connect(self.refresh)
        bridge.tags_changed.connect(self._on_tags_changed)

    def _on_indexed(self, sound_ids: tuple[int, ...]) -> None:
        self.window.sounds.model.refresh(sound_ids)
        if not self._later.isActive():
            self._later.start()

    def _on_tags_changed(self) -> None:
        self.window.sounds.model.refresh_all()
        self.window.status.show_notice(self._standing_notice)
        self.refresh_searches()

    # --- results ---

    def _connect_results(self) -> None:
        window, operations = self.window, self.operations
        operations.answered.connect(self._show_answer)
        operations.folders_read.connect(self._show_folders)
        operations.tags_counted.connect(self._show_tags)
        operations.selection_read.connect(self._show_selection)
        operations.sound_read.connect(self._show_sound_again)
        operations.unreadable_counted.connect(window.status.show_problems)
        operations.problems_read.connect(lambda problems: self._open(ProblemList(problems, window)))
        operations.judged.connect(self._on_tags_changed)
        operations.embedder_changed.connect(lambda: self.keep_saying(""))
        operations.embedder_changed.connect(self._on_tags_changed)
        operations.told.connect(window.status.show_notice)
        operations.failed.connect(window.status.show_notice)
        operations.search_failed.connect(self._show_search_problem)

    def _show_answer(self, question: Question, found: SearchAnswer) -> None:
        self._patience.stop()
        sounds = self.window.sounds
        # The same question again means that the library changed, not what the person looks for.
        sounds.show_sounds(found.sound_ids, found.scores, keep_place=question == self._answered)
        self._answered = question
        sounds.show_message(found.message)
        by_score = question.column is None and found.scores is not None
        column = Column.SCORE if by_score else question.column
        sounds.model.show_order(column, descending=by_score or question.descending)
        self._count()

    def _show_search_problem(self, sentence: str) -> None:
        self._patience.stop()
        self.window.sounds.show_message(sentence)

    def _show_folders(self, branches: list[FolderBranch]) -> None:
        self.window.folders.show_folders(branches)
        self.window.show_first_run(not branches)

    def _show_tags(self, tags: LibraryTags) -> None:
        self.window.tags.show_counts(tags.counts, tags.vocabularies)
        self.window.selected_tags.show_tags_to_add((c.scored.tag.name, c.scored.key) for c in tags.counts)

    def _show_selection(self, tags: SelectionTags) -> None:
        keep_order = tags.sound_ids == self._judged_ids
        self._judged_ids = tags.sound_ids
        self.window.selected_tags.show_entries(tags.entries, len(tags.sound_ids), tags.title, keep_order=keep_order)

    def _show_sound_again(self, sound_id: int, sound: Sound | None) -> None:
        player = self.window.player
        if player.sound is not None and player.sound.sound_id == sound_id:
            player.refresh_sound(sound)

    # --- what the person does ---

    def _connect_panels(self) -> None:
        window, operations = self.window, self.operations
        window.search.searched.connect(self._on_text)
        # From the words to the best sound for them, wherever the keyboard was in the list before.
        window.search.left.connect(lambda: window.sounds.take_focus(first=not self.question.plain))
        window.sounds.current_changed.connect(lambda _: self.show_current())
        window.sounds.selection_changed.connect(self._on_selection)
        window.sounds.order_chosen.connect(self._on_order)
        window.folders.chosen.connect(self._on_folders)
        window.folders.add_chosen.connect(self._add_folder)
        window.folders.rescan_chosen.connect(operations.rescan)
        window.folders.locate_chosen.connect(self._locate_folder)
        window.folders.removal_chosen.connect(operations.remove_folder)
        window.folders.reveal_chosen.connect(_reveal)
        window.tags.tag_chosen.connect(lambda name: window.search.add_filter(tag_filter(name)))
        window.tags.edit_chosen.connect(self._edit_vocabularies)
        window.selected_tags.judged.connect(self._judge)
        window.status.pause_chosen.connect(self._pause)
        window.status.problems_chosen.connect(operations.read_problems)
        window.first_run.add_chosen.connect(self._add_folder)
        window.first_run.demonstration_chosen.connect(operations.add_demonstration)
        window.folders_dropped.connect(operations.add_folders)
        window.files_dropped.connect(
            lambda: window.status.show_notice(self.tr("Drop folders here: single files are not added."))
        )

    def _connect_actions(self) -> None:
        actions, window = self.window.actions_, self.window
        actions.add_folder.triggered.connect(self._add_folder)
        actions.rescan.triggered.connect(lambda: self.operations.rescan())
        actions.vocabularies.triggered.connect(self._edit_vocabularies)
        actions.find.triggered.connect(window.search.take_focus)
        actions.audition.toggled.connect(lambda on: self._set(audition=on))
        actions.preferences.triggered.connect(self._open_preferences)
        actions.about.triggered.connect(lambda: self._open(AboutDialog(window, profile=self._earmark.profile)))
        actions.quit.triggered.connect(window.close)
        actions.play.triggered.connect(window.player.toggle)
        actions.play_from_start.triggered.connect(window.player.play_from_start)
        actions.add_tag.triggered.connect(self._add_tag)
        actions.find_similar.triggered.connect(self._find_similar)
        actions.copy_paths.triggered.connect(self._copy_paths)
        actions.reveal.triggered.connect(self._reveal_current)
        for choice, action in actions.themes.items():
            action.triggered.connect(lambda _, choice=choice: self._use_theme(choice))

    def show_current(self, *, play: bool | None = None) -> None:
        """Show the sound that the keyboard is on in the player; play it as the settings say, or as `play` does."""
        row = self.window.sounds.current_row()
        if row is not None:
            self.window.player.show_sound(row.sound, play=self._earmark.settings.audition if play is None else play)

    def _ask(self) -> None:
        self.operations.ask(self.question)
        if self.question.text and not self._patience.isActive():
            self._patience.start()

    def _on_text(self, text: str) -> None:
        # A new search is ranked; an order that was chosen for the last one would hide the best sounds.
        self.question = Question(text, self.question.within)
        self.window.tags.show_chosen(parse_query(text).wanted.tags)
        self._ask()

    def _on_folders(self, paths: tuple[Path, ...]) -> None:
        self.question = replace(self.question, within=paths)
        self._ask()

    def _on_order(self, column: int, descending: bool) -> None:
        self.question = replace(self.question, column=Column(column), descending=descending)
        self._ask()

    def _find_similar(self) -> None:
        sound_id = self.window.sounds.view.current_id()
        if sound_id is None:
            return
        self.window.search.forget_text()
        self.window.tags.show_chosen(())
        self.question = Question(within=self.question.within, like=sound_id)
        self._ask()

    def _on_selection(self) -> None:
        self.window.selected_tags.forget_text()
        self._count()
        self._read_selection()

    def _read_selection(self) -> None:
        self.operations.read_selection(self._selected())

    def _count(self) -> None:
        shown = self.window.sounds.model.rowCount()
        self.window.status.show_counts(shown, len(self.window.sounds.view.selected_ids()))

    def _selected(self) -> list[int]:
        ids: list[int] = self.window.sounds.view.selected_ids().tolist()
        return ids

    def _judge(self, key: tuple[str, str], judgement: Judgement | None) -> None:
        self.operations.judge(self._selected(), key, judgement)

    def _add_tag(self) -> None:
        self.window.actions_.tag_panel.setChecked(True)
        self.window.selected_tags.take_focus()

    def _add_folder(self) -> None:
        chosen = self._choose(self.window, self.tr("Add a folder with sounds"))
        if chosen is not None:
            self.operations.add_folders([chosen])

    def _locate_folder(self, folder: Folder) -> None:
        chosen = self._choose(self.window, self.tr("Where is “{}” now?").format(folder.path.name))
        if chosen is not None:
            self.operations.locate_folder(folder, chosen)

    def _pause(self, rest: bool) -> None:
        if rest:
            self._earmark.indexer.pause()
        else:
            self._earmark.indexer.resume()

    def _copy_paths(self) -> None:
        sounds = self._earmark.library.sounds.many(self._selected())
        QGuiApplication.clipboard().setText("\n".join(str(sound.path) for sound in sounds))

    def _reveal_current(self) -> None:
        row = self.window.sounds.current_row()
        if row is not None:
            _reveal(row.sound.path.parent)

    # --- dialogs and settings ---

    def _edit_vocabularies(self) -> None:
        if self._editor is None:
            self._editor = VocabularyEditor(self._earmark, self.window)
        self._editor.show()
        self._editor.raise_()
        self._editor.activateWindow()

    def _open_preferences(self) -> None:
        dialog = PreferencesDialog(self._earmark, self.window)
        dialog.theme_chosen.connect(lambda _: self._show_settings())
        dialog.embedder_chosen.connect(self.operations.use_embedder)
        dialog.accepted.connect(self._show_settings)
        self._open(dialog)

    def _open(self, dialog: QDialog) -> None:
        """Show a dialog beside the window; nothing waits for it."""
        self._dialogs = [open_one for open_one in self._dialogs if open_one.isVisible()]
        self._dialogs.append(dialog)
        dialog.open()

    def _show_settings(self) -> None:
        choice = theme_of(self._earmark.settings.theme)
        self._themes.choose(choice)
        self.window.actions_.themes[choice].setChecked(True)
        self.window.actions_.audition.setChecked(self._earmark.settings.audition)

    def _use_theme(self, choice: ThemeChoice) -> None:
        self._set(theme=choice.value)
        self._show_settings()

    def _set(self, **values: object) -> None:
        try:
            self._earmark.change_settings(**values)
        except SettingsError as error:
            self.window.status.show_notice(str(error))


def _reveal(folder: Path) -> None:
    QDesktopServices.openUrl(QUrl.fromLocalFile(str(folder)))


def _timer(parent: QObject, milliseconds: int, then: object) -> QTimer:
    timer = QTimer(parent)
    timer.setSingleShot(True)
    timer.setInterval(milliseconds)
    timer.timeout.connect(then)
    return timer
