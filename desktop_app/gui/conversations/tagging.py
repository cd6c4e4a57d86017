"""From what a person says about tags to the tags that are shown."""

from PySide6.QtCore import QObject

from desktop_app.core.verdict import Judgement
from desktop_app.gui.conversations.surroundings import Surroundings
from desktop_app.gui.operations import LibraryTags, SelectionTags
from desktop_app.gui.panels.vocabulary_editor import VocabularyEditor


class Tagging(QObject):
    """The tags of the selection and of the library, and the vocabularies that they come from."""

    def __init__(self, surroundings: Surroundings, parent: QObject) -> None:
        super().__init__(parent)
        self._around = surroundings
        self._window = surroundings.window
        self._editor: VocabularyEditor | None = None
        self._judged_ids: tuple[int, ...] = ()
        self._connect()

    def refresh(self) -> None:
        """Count the library's tags again, and read those of the selection."""
        self._around.operations.count_tags()
        self._read_selection()

    def _connect(self) -> None:
        window, operations, actions = self._window, self._around.operations, self._window.actions_.tagging
        operations.tags_counted.connect(self._show_tags)
        operations.selection_read.connect(self._show_selection)
        window.sounds.selection_changed.connect(self._on_selection)
        window.selected_tags.judged.connect(self._judge)
        window.tags.edit_chosen.connect(self._edit_vocabularies)
        actions.vocabularies.triggered.connect(self._edit_vocabularies)
        actions.add_tag.triggered.connect(self._add_tag)

    def _show_tags(self, tags: LibraryTags) -> None:
        self._window.tags.show_counts(tags.counts, tags.vocabularies)
        self._window.selected_tags.show_tags_to_add((c.scored.tag.name, c.scored.key) for c in tags.counts)

    def _show_selection(self, tags: SelectionTags) -> None:
        keep_order = tags.sound_ids == self._judged_ids
        self._judged_ids = tags.sound_ids
        self._window.selected_tags.show_entries(tags.entries, len(tags.sound_ids), tags.title, keep_order=keep_order)

    def _on_selection(self) -> None:
        self._window.selected_tags.forget_text()
        self._read_selection()

    def _read_selection(self) -> None:
        self._around.operations.read_selection(self._around.selected_ids())

    def _judge(self, key: tuple[str, str], judgement: Judgement | None) -> None:
        self._around.operations.judge(self._around.selected_ids(), key, judgement)

    def _add_tag(self) -> None:
        self._window.actions_.tagging.tag_panel.setChecked(True)
        self._window.selected_tags.take_focus()

    def _edit_vocabularies(self) -> None:
        if self._editor is None:
            self._editor = VocabularyEditor(self._around.earmark, self._window)
        self._editor.show()
        self._editor.raise_()
        self._editor.activateWindow()
