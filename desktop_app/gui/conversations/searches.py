"""Earlier searches and those under a name: remembered, run, renamed, put in order, and taken back."""

from collections.abc import Callable
from dataclasses import replace

from PySide6.QtCore import QObject, Signal

from desktop_app.core.example import Example
from desktop_app.core.query import parse_query
from desktop_app.gui.conversations.surroundings import Surroundings
from desktop_app.gui.history import Undo
from desktop_app.gui.icons import icon
from desktop_app.gui.models.command_list import Command
from desktop_app.gui.panels.search.saved_searches import SavedSearchesSection
from desktop_app.gui.timers import once_after
from desktop_app.searches import SavedSearch, SearchBook

STAYING_MILLISECONDS = 2000
"""A search that stands so long was meant; what stands for less was on the way to it."""
_NAME_LENGTH = 40

Saved = tuple[SavedSearch, ...]


class Searches(QObject):
    """Keeps the searches of a profile."""

    run_chosen = Signal(object)
    """A `SavedSearch` that is to be run."""

    def __init__(self, surroundings: Surroundings, parent: QObject) -> None:
        super().__init__(parent)
        self._around = surroundings
        self._window = surroundings.window
        self.book = SearchBook(surroundings.earmark.profile.searches_file)
        self.section = SavedSearchesSection(self._window)
        self.section.setObjectName("saved searches")
        self._window.add_sidebar_section(self.section, after=self._window.folders)
        self._present = SavedSearch("", "")
        self._staying = once_after(STAYING_MILLISECONDS, self.remember_now, self)
        self._connect()
        self._around.operations.changing.run(self.book.load, lambda _: self._show())

    def follow(self, text: str, like: Example | None) -> None:
        """This is searched for from now on; remembered when the person stays with it."""
        self._present = SavedSearch("", text, like)
        self._staying.start()

    def remember_now(self) -> None:
        """The person went on to the list, or stayed: the search was meant."""
        self._staying.stop()
        text = self._present.text
        if text:
            self._around.operations.changing.run(lambda: self.book.remember(text), lambda _: self._show())

    def commands(self) -> list[Command]:
        """A command for each search that has a name: run it."""
        picture, group = icon("search"), self.tr("Saved searches")

        def run(search: SavedSearch) -> Callable[[], object]:
            return lambda: self.run_chosen.emit(search)

        return [Command(search.name, group, run(search), picture, is_target=True) for search in self.book.saved]

    def _connect(self) -> None:
        section, actions = self.section, self._window.actions_.finding
        section.chosen.connect(self._run)
        section.save_chosen.connect(self._save)
        section.renamed.connect(self._rename)
        section.removed.connect(self._remove)
        section.moved.connect(self._move)
        actions.save_search.triggered.connect(self._save)
        actions.forget_searches.triggered.connect(self._forget)
        self._around.operations.history.changed.connect(self._show)

    def _show(self) -> None:
        self._window.search.show_history(self.book.recent)
        self.section.show_searches([(search.name, _described(search)) for search in self.book.saved])

    def _run(self, row: int) -> None:
        if row < len(self.book.saved):
            self.run_chosen.emit(self.book.saved[row])

    def _save(self) -> None:
        present = self._present
        if not present.text and present.like is None:
            self._around.answer(self.tr("There is no search to save: write what the sounds should be like."))
            return
        name = parse_query(present.text).words or present.text or (present.like.name if present.like else "")
        present = replace(present, name=name[:_NAME_LENGTH].strip())
        row = len(self.book.saved)
        self._change(
            self.tr("Save the search “{name}”").format(name=present.name),
            lambda saved: (*saved, self._with_path(present)),
            lambda: self.section.edit_name(row),
        )

    def _with_path(self, search: SavedSearch) -> SavedSearch:
        """An example by its path, which outlives the library's ids. Runs off the GUI thread."""
        like = search.like
        if like is None or like.sound_id is None:
            return search
        sound = self._around.earmark.library.sounds.get(like.sound_id)
        return replace(search, like=replace(like, sound_id=None, path=sound.path) if sound else None)

    def _rename(self, row: int, name: str) -> None:
        old = self.book.saved[row]
        if not name or name == old.name:
            self._show()
            return

        def renamed(saved: Saved) -> Saved:
            return tuple(replace(search, name=name) if search == old else search for search in saved)

        self._change(self.tr("Rename the search “{name}”").format(name=old.name), renamed)

    def _remove(self, row: int) -> None:
        old = self.book.saved[row]
        text = self.tr("Delete the search “{name}”").format(name=old.name)
        self._change(text, lambda saved: tuple(search for search in saved if search != old))

    def _move(self, row: int, to: int) -> None:
        def moved(saved: Saved) -> Saved:
            others = [*saved[:row], *saved[row + 1 :]]
            return (*others[:to], saved[row], *others[to:])

        text = self.tr("Move the search “{name}”").format(name=self.book.saved[row].name)
        self._change(text, moved, lambda: self.section.tree.setCurrentIndex(self.section.model.index(to, 0)))

    def _change(self, text: str, changed: Callable[[Saved], Saved], done: Callable[[], object] | None = None) -> None:
        """One step that can be undone."""
        book = self.book

        def change() -> Undo:
            book.load()
            before = book.saved
            book.keep(changed(before))
            return lambda: book.keep(before)

        def shown() -> None:
            self._show()
            if done is not None:
                done()

        self._around.operations.history.carry_out(text, change, shown)

    def _forget(self) -> None:
        told = self.tr("The earlier searches are forgotten; those under a name stay.")

        def done(_: object) -> None:
            self._show()
            self._around.answer(told)

        self._around.operations.changing.run(self.book.forget, done)


def _described(search: SavedSearch) -> str:
    """What a saved search asks for, in one line."""
    like = "" if search.like is None else f"♪ {search.like.name}"
    return "  ".join(filter(None, (like, search.text)))
