"""From what a person says about tags to the tags that are shown."""

from collections.abc import Callable

from PySide6.QtCore import QObject, SignalInstance

from desktop_app.core.verdict import Judgement
from desktop_app.engine.tagging.tag_table import TagKey
from desktop_app.gui.conversations.filing import Filing
from desktop_app.gui.conversations.reviewing import Reviewing
from desktop_app.gui.conversations.surroundings import Surroundings
from desktop_app.gui.conversations.vocabularies import Vocabularies
from desktop_app.gui.dialogs.questions import Questions
from desktop_app.gui.operations import LibraryTags, SelectionTags
from desktop_app.gui.tag_changes import add_new_tag, say


class Tagging(QObject):
    """The tags of the selection and of the library, and the vocabularies that they come from."""

    def __init__(self, surroundings: Surroundings, parent: QObject) -> None:
        super().__init__(parent)
        self.questions = Questions()
        """Tests answer in a person's place."""
        self._around = surroundings
        self._window = surroundings.window
        self.vocabularies = Vocabularies(surroundings, self)
        self._filing = Filing(surroundings, self)
        self._judged_ids: tuple[int, ...] = ()
        self._names: dict[TagKey, str] = {}
        self._heard_elsewhere: Callable[[], list[int] | None] = lambda: None
        self._connect()
        self.reviewing = Reviewing(surroundings, self.judge, self)
        self.reviewing.sound_changed.connect(self._on_selection)

    def refresh(self) -> None:
        """Count the library's tags again, and read those of the selection."""
        self._around.operations.count_tags()
        self.read_selection()
        self.reviewing.refresh()

    def read_selection(self) -> None:
        """Read the tags of the selection again, what was measured of it, and what its file says."""
        self._around.operations.read_selection(self._selected())

    def judge(
        self,
        sound_ids: list[int],
        key: TagKey,
        judgement: Judgement | None,
        done: Callable[[], object] | None = None,
    ) -> None:
        """Say something of a tag on these sounds, as one step that can be undone; ADDED means that it belongs there.

        `done` is called when it is in the library.
        """
        text = self._step_text(self._names.get(key, key[1]), judgement, len(sound_ids))
        self._around.operations.history.carry_out(text, say(self._around.earmark, sound_ids, key, judgement), done)

    def attend_to(self, heard: Callable[[], list[int] | None], changed: SignalInstance) -> None:
        """Speak of the sounds that are `heard` on a page in place of the list; None while the list is what counts.
        `changed` tells of others.
        """
        self._heard_elsewhere = heard
        changed.connect(self._on_selection)

    def _connect(self) -> None:
        window, operations, actions = self._window, self._around.operations, self._window.actions_.tagging
        history = operations.history
        operations.tags_counted.connect(self._show_tags)
        operations.selection_read.connect(self._show_selection)
        window.sounds.selection_changed.connect(self._on_selection)
        window.selected_tags.judged.connect(lambda key, judgement: self.judge(self._selected(), key, judgement))
        window.selected_tags.new_tag_typed.connect(self._make_tag)
        window.tags.edit_chosen.connect(self.vocabularies.edit)
        actions.vocabularies.triggered.connect(self.vocabularies.edit)
        actions.add_tag.triggered.connect(self._add_tag)
        for number, action in enumerate(actions.quick_tags, 1):
            action.triggered.connect(lambda _, number=number: window.selected_tags.say_next_word(number))
        actions.undo.triggered.connect(history.undo)
        actions.redo.triggered.connect(history.redo)
        history.shown_changed.connect(lambda: actions.show_steps(history.undo_text, history.redo_text))

    def _show_tags(self, tags: LibraryTags) -> None:
        self._names = {count.scored.key: count.scored.tag.name for count in tags.counts}
        self._window.tags.show_counts(tags.counts, tags.vocabularies)
        named = [(name, key) for key, name in self._names.items()]
        aliases = [(alias, count.scored.key) for count in tags.counts for alias in count.scored.tag.aliases]
        self._window.selected_tags.show_tags_to_add(named, tags.vocabularies, aliases)

    def _show_selection(self, tags: SelectionTags) -> None:
        keep_order = tags.sound_ids == self._judged_ids
        self._judged_ids = tags.sound_ids
        self._window.selected_tags.show_entries(
            tags.entries,
            len(tags.sound_ids),
            tags.title,
            tags.measured,
            tags.in_file,
            tags.own_texts,
            keep_order=keep_order,
        )
        self._filing.offer_for(tags.sound_ids, self._window.selected_tags.cat_ids.show_offers)

    def _on_selection(self) -> None:
        self._window.selected_tags.forget_text()
        self.read_selection()

    def _selected(self) -> list[int]:
        """The sounds that the tag panel is about: the one that a page asks about or plays, else the selected ones."""
        reviewed = self.reviewing.sound_id
        if reviewed is not None:
            return [reviewed]
        heard = self._heard_elsewhere()
        return self._around.selected_ids() if heard is None else heard

    def _step_text(self, name: str, judgement: Judgement | None, sounds: int) -> str:
        if judgement is None:
            text = self.tr("Take back what was said about “{name}” on %Ln sound(s)", "", sounds)
        elif judgement is Judgement.REJECTED:
            text = self.tr("Reject “{name}” on %Ln sound(s)", "", sounds)
        else:
            text = self.tr("Accept “{name}” on %Ln sound(s)", "", sounds)
        return text.format(name=name)

    def _make_tag(self, name: str) -> None:
        """Offer to make a tag that was typed and that nobody knows."""
        own = self.tr("My tags")
        question = self.tr(
            "There is no tag “{name}” yet. Make it in your vocabulary “{own}”? Earmark will listen for the words"
            " “{name}”; the vocabulary editor has room for better ones."
        ).format(name=name, own=own)
        if self.questions.ask(self._window, question, [self.tr("Make the tag")]) is None:
            return
        self._window.selected_tags.forget_text()
        sound_ids = self._selected()
        text = self.tr("Add the new tag “{name}” to %Ln sound(s)", "", len(sound_ids)).format(name=name)
        change = add_new_tag(self._around.earmark, sound_ids, name, own)
        self._around.operations.history.carry_out(text, change)

    def _add_tag(self) -> None:
        self._window.actions_.tagging.tag_panel.setChecked(True)
        self._window.selected_tags.take_focus()
