"""From what a person notes of sounds, and puts together, to what the list and the sidebar show."""

from collections.abc import Callable, Sequence
from dataclasses import replace
from pathlib import Path
from typing import Final

import numpy as np
from PySide6.QtCore import QObject, QPoint
from PySide6.QtWidgets import QMenu

from desktop_app.core.marks import Collection, Marks
from desktop_app.core.query_tokens import in_quotes
from desktop_app.core.sound import Sound, SoundState
from desktop_app.engine.searching.duplicates import SoundGroups
from desktop_app.gui import mark_changes
from desktop_app.gui.conversations.surroundings import Surroundings
from desktop_app.gui.dialogs.note import NoteDialog
from desktop_app.gui.file_manager import MOST_FILES
from desktop_app.gui.history import Change
from desktop_app.gui.icons import icon
from desktop_app.gui.models.sound_rows import trouble_text
from desktop_app.gui.panels.sidebar.collection_panel import CollectionPanel
from desktop_app.gui.panels.sounds.mark_delegates import HEART
from desktop_app.gui.plain_text import without_mark

_MOST_OPENED: Final = 50
"""Sounds that are opened in an editor at once: who selects all of a library does not mean a window for each."""


class Collecting(QObject):
    """Marks, collections, copies of a sound, and the way out to other programs."""

    def __init__(self, surroundings: Surroundings, parent: QObject) -> None:
        super().__init__(parent)
        self._around = surroundings
        self._window = surroundings.window
        self._library = surroundings.earmark.library
        self._files = surroundings.files
        self._collections: list[Collection] = []
        self._groups: SoundGroups | None = None
        self._new_name: str | None = None
        self.panel = CollectionPanel(self._window)
        self._window.add_sidebar_section(self.panel, after=self._window.folders)
        self._connect_marks()
        self._connect_collections()
        actions = self._window.actions_.collecting
        actions.duplicates.triggered.connect(lambda: self._window.search.add_filter("is:duplicate"))
        actions.fold.setChecked(self._around.earmark.settings.fold_copies)
        actions.fold.toggled.connect(self._fold)
        actions.edit.triggered.connect(self._open_in_editor)
        self._window.actions_.finding.reveal.triggered.connect(self.reveal)

    def refresh(self) -> None:
        """Read the collections again, and look for copies of what is new when they are folded."""
        self._around.operations.looking.run(self._library.collections.all, self._show_collections, topic="collections")
        if self._window.actions_.collecting.fold.isChecked():
            duplicates = self._around.earmark.searcher.duplicates
            self._around.operations.comparing.run(duplicates.groups, self._show_groups, topic="copies")

    # --- marks ---

    def _connect_marks(self) -> None:
        actions, view = self._window.actions_.collecting, self._window.sounds.view
        view.mark_clicked.connect(self._on_mark)
        actions.favourite.triggered.connect(lambda: self._favour(self._around.selected_ids()))
        actions.note.triggered.connect(self._ask_note)
        for stars, action in actions.ratings.items():
            action.triggered.connect(lambda _=False, stars=stars: self._rate(self._around.selected_ids(), stars))

    def _on_mark(self, sound_id: int, mark: int) -> None:
        """A click on a star of a selected sound means all that are selected; one on the last star given takes it."""
        selected = self._around.selected_ids()
        ids = selected if sound_id in selected else [sound_id]
        if mark == HEART:
            self._favour(ids)
            return
        row = self._window.sounds.model.rows_of([sound_id])
        shown = self._window.sounds.model.row_at(int(row[0])) if len(row) else None
        self._rate(ids, 0 if shown is not None and shown.marks.rating == mark else mark)

    def _rate(self, ids: list[int], stars: int) -> None:
        name = self.tr("Rate %Ln sound(s)", "", len(ids))
        self._mark(name, ids, lambda marks: replace(marks, rating=stars))

    def _favour(self, ids: list[int]) -> None:
        """All become favourites, or none when all are."""
        favourite = not mark_changes.are_favourites(self._library, ids)
        self._mark(self._favour_name(len(ids), favourite), ids, lambda marks: replace(marks, favourite=favourite))

    def _favour_name(self, count: int, favourite: bool) -> str:
        if favourite:
            return self.tr("Make %Ln sound(s) favourites", "", count)
        return self.tr("Make %Ln sound(s) favourites no longer", "", count)

    def _ask_note(self) -> None:
        ids = self._around.selected_ids()
        row = self._window.sounds.current_row()
        if not ids or row is None:
            return
        of = row.sound.name if len(ids) == 1 else self.tr("%Ln sound(s)", "", len(ids))
        dialog = NoteDialog(of, row.marks.note if row.sound.sound_id in ids else "", self._window)
        name = self.tr("Note on %Ln sound(s)", "", len(ids))
        dialog.written.connect(lambda note: self._mark(name, ids, lambda marks: replace(marks, note=note)))
        self._around.open(dialog)

    def _mark(self, name: str, ids: list[int], marked: Callable[[Marks], Marks]) -> None:
        if ids:
            self._carry_out(name, mark_changes.mark(self._library, ids, marked))

    # --- collections ---

    def _connect_collections(self) -> None:
        panel, actions = self.panel, self._window.actions_.collecting
        panel.chosen.connect(lambda name: self._window.search.add_filter(f"collection:{in_quotes(name)}"))
        panel.new_chosen.connect(lambda: self._create([]))
        panel.renamed.connect(
            lambda number, name: self._carry_out(
                self.tr("Rename a collection"), mark_changes.rename(self._library, number, name)
            )
        )
        panel.removal_chosen.connect(
            lambda number: self._carry_out(self.tr("Delete a collection"), mark_changes.delete(self._library, number))
        )
        panel.sounds_dropped.connect(self._collect)
        # What could not be done is shown as it was again.
        self._around.operations.failed.connect(lambda _: self.panel.show_collections(self._collections))
        actions.collect.triggered.connect(lambda: self._pop_up(self.collections_menu()))
        actions.take_out.triggered.connect(self._ask_what_to_leave)

    def collections_menu(self) -> QMenu:
        """Where the selected sounds can be put."""
        ids = self._around.selected_ids()
        menu = QMenu(self._window)
        for collection in self._collections:
            number = collection.collection_id
            action = menu.addAction(icon("list-music"), without_mark(collection.name))
            action.triggered.connect(lambda _=False, number=number: self._collect(number, ids))
        menu.addSeparator()
        menu.addAction(icon("plus"), self.tr("New collection")).triggered.connect(lambda: self._create(ids))
        return menu

    def take_out_menu(self, held: set[str], ids: list[int]) -> QMenu:
        """The collections of these names, of which the sounds can be taken out."""
        menu = QMenu(self._window)
        for collection in self._collections:
            if collection.name in held:
                name = self.tr("Take %Ln sound(s) out of a collection", "", len(ids))
                change = mark_changes.take_out(self._library, collection.collection_id, ids)
                action = menu.addAction(icon("list-music"), without_mark(collection.name))
                action.triggered.connect(lambda _=False, name=name, change=change: self._carry_out(name, change))
        return menu

    def _ask_what_to_leave(self) -> None:
        ids = self._around.selected_ids()

        def held() -> set[str]:
            contents = mark_changes.contents_of(self._library, ids)
            return {name for names in self._library.collections.of_content(contents).values() for name in names}

        def show(names: set[str]) -> None:
            if names:
                self._pop_up(self.take_out_menu(names, ids))
            else:
                self._around.answer(self.tr("The selected sounds are in no collection."))

        if ids:
            self._around.operations.looking.run(held, show, topic="collections of the selection")

    def _pop_up(self, menu: QMenu) -> None:
        view = self._window.sounds.view
        menu.aboutToHide.connect(menu.deleteLater)
        rect = view.visualRect(view.currentIndex())
        menu.popup(view.viewport().mapToGlobal(rect.bottomLeft() if rect.isValid() else QPoint(20, 20)))

    def _create(self, ids: list[int]) -> None:
        name = self.tr("New collection")
        self._new_name = name
        self._carry_out(name, mark_changes.create(self._library, name, ids))

    def _collect(self, collection_id: int, ids: list[int]) -> None:
        if not ids:
            return
        if collection_id < 0:
            self._create(ids)
            return
        name = self.tr("Put %Ln sound(s) into a collection", "", len(ids))
        self._carry_out(name, mark_changes.collect(self._library, collection_id, ids))

    def _show_collections(self, collections: list[Collection]) -> None:
        fresh = {collection.collection_id for collection in collections}
        fresh -= {collection.collection_id for collection in self._collections}
        self._collections = collections
        self.panel.show_collections(collections)
        self._window.search.offer("collection", [collection.name for collection in collections])
        if self._new_name is not None and len(fresh) == 1:
            self._new_name = None
            self.panel.edit_name(fresh.pop())

    def _carry_out(self, name: str, change: Change) -> None:
        self._around.operations.history.carry_out(name, change)

    # --- copies ---

    def _fold(self, fold: bool) -> None:
        self._around.change_settings(fold_copies=fold)
        if fold:
            self._around.say(self.tr("Looking for copies..."))
            self.refresh()
        else:
            self._groups = None
            self._window.sounds.fold_copies(None)

    def _show_groups(self, groups: SoundGroups) -> None:
        if not self._window.actions_.collecting.fold.isChecked():
            return
        if self._groups is None:
            self._around.say("")
        elif np.array_equal(self._groups.sound_ids, groups.sound_ids) and np.array_equal(
            self._groups.labels, groups.labels
        ):
            return
        self._groups = groups
        self._window.sounds.fold_copies(groups.labels_of)

    # --- other programs ---

    def reveal(self) -> None:
        """Show the selected sounds in the file manager."""
        self._with_files(self._files.show)

    def _open_in_editor(self) -> None:
        count = len(self._around.selected_ids())
        if count > _MOST_OPENED:
            self._around.answer(self.tr("Select at most {most} sounds to open them.").format(most=_MOST_OPENED))
        else:
            self._with_files(self._edit)

    def _edit(self, paths: Sequence[Path]) -> None:
        editor = self._around.earmark.settings.editor
        if not self._files.edit(paths, editor):
            what = editor or self.tr("a program for this kind of file")
            self._around.say(
                self.tr("“{}” could not be started: choose another editor in the preferences.").format(what)
            )

    def _with_files(self, do: Callable[[Sequence[Path]], object]) -> None:
        """Do something with the first selected sounds whose files are there; a sentence when none is. A drive may take
        its time to answer, so it is not asked here.
        """
        ids = self._around.selected_ids()[:MOST_FILES]

        def look() -> tuple[list[Path], list[Sound]]:
            sounds = self._library.sounds.many(ids)
            present = [sound.path for sound in sounds if sound.state is SoundState.PRESENT]
            return [path for path in present if path.exists()], sounds

        def found(files: tuple[list[Path], list[Sound]]) -> None:
            there, sounds = files
            if there:
                do(there)
            elif sounds:
                gone = self.tr("The file is no longer there: rescan its folder.")
                self._around.say(trouble_text(sounds[0]) or gone)

        self._around.operations.looking.run(look, found)
