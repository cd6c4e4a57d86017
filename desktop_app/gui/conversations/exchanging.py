"""From what was said of sounds to lists for other programs and libraries, and back; an import is shown before it is
done.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from PySide6.QtCore import QObject, QPoint
from PySide6.QtWidgets import QMenu

from desktop_app.core.exchange import format_of
from desktop_app.core.marks import Collection
from desktop_app.core.playlist import write_playlist
from desktop_app.core.said import ExchangeError
from desktop_app.exchange.exchanging import names_of_tags, said_of_sounds
from desktop_app.exchange.importing import Conflict, NameMatch, Offer, believe_none, read_offer
from desktop_app.gui.conversations.surroundings import Surroundings
from desktop_app.gui.dialogs.import_said import ImportDialog
from desktop_app.gui.dialogs.questions import Questions
from desktop_app.gui.exchange_changes import ListImport
from desktop_app.gui.icons import icon
from desktop_app.gui.import_texts import amount_text
from desktop_app.gui.plain_text import without_mark
from desktop_app.gui.retelling import retold, retold_error
from desktop_app.gui.translations import number_text
from desktop_app.library.databases.durable import write_whole
from desktop_app.library.tables.sound_filter import SoundFilter

_PLAYLISTS: Final = (".m3u8", ".m3u")


@dataclass(frozen=True, slots=True)
class _Written:
    """What a file is to hold."""

    text: str
    sounds: int
    left_out: Sequence[Path] = ()
    """Sounds that its form cannot name."""


class Exchanging(QObject):
    """Asks for files; reads and writes them on the thread that takes its time."""

    def __init__(self, surroundings: Surroundings, parent: QObject) -> None:
        super().__init__(parent)
        self.questions = Questions()
        """Tests answer in a person's place."""
        self._around = surroundings
        self._window = surroundings.window
        self._earmark = surroundings.earmark
        self._later = surroundings.operations.comparing
        actions = self._window.actions_.exchanging
        actions.export_tags.triggered.connect(self.export_tags)
        actions.import_tags.triggered.connect(self._ask_what_to_import)
        actions.import_sidecars.triggered.connect(self._ask_whose_sidecars)
        actions.export_playlist.triggered.connect(self._ask_which_collection)
        self._window.lists_dropped.connect(self.offer)

    # --- out ---

    def export_tags(self) -> None:
        """Ask for a file, and write what was said of all sounds there, as its name says."""
        kinds = self.tr("Lists of tags (*.json *.csv *.txt)")
        target = self._target(
            self.tr("Export tags"), f"{self.tr('tags')}.json", kinds, (".json", ".csv", ".txt", ".tsv")
        )
        if target is None:
            return
        form, earmark = format_of(target.name), self._earmark
        assert form is not None, "the name was given one of the endings"

        def text() -> _Written:
            said = list(said_of_sounds(earmark.library, earmark.library.sounds.ids().tolist()))
            return _Written(form.write(said, names_of_tags(earmark)), len(said))

        self._write(target, text)

    def export_collection(self, collection: Collection) -> None:
        """Ask for a file, and write the sounds of a collection there as a playlist."""
        kinds = self.tr("Playlists (*.m3u8 *.m3u)")
        proposed = f"{_file_name(collection.name)}{_PLAYLISTS[0]}"
        target = self._target(self.tr("Export a collection as playlist"), proposed, kinds, _PLAYLISTS)
        if target is None:
            return
        sounds = self._earmark.library.sounds

        def text() -> _Written:
            paths = sounds.paths_of(sounds.ids(filter=SoundFilter(collections=(collection.name,))).tolist())
            listed, left_out = write_playlist(sorted(paths), target.parent)
            return _Written(listed, len(paths) - len(left_out), left_out)

        self._write(target, text)

    def collections_menu(self, collections: Sequence[Collection]) -> QMenu:
        """Which collection is meant."""
        menu = QMenu(self._window)
        menu.setObjectName("collections to export")
        for collection in collections:
            action = menu.addAction(icon("list-music"), without_mark(collection.name))
            action.triggered.connect(lambda _=False, collection=collection: self.export_collection(collection))
        return menu

    def _ask_which_collection(self) -> None:
        collections = self._earmark.library.collections
        self._around.operations.looking.run(collections.all, self._show_collections, topic="collections to export")

    def _show_collections(self, collections: Sequence[Collection]) -> None:
        if not collections:
            self._around.answer(self.tr("There is no collection yet."))
            return
        menu = self.collections_menu(collections)
        menu.aboutToHide.connect(menu.deleteLater)
        menu.popup(self._window.sounds.view.viewport().mapToGlobal(QPoint(20, 20)))

    def _target(self, title: str, proposed: str, kinds: str, endings: Sequence[str]) -> Path | None:
        """Where to write; a name that says nothing of its kind gets the first ending."""
        chosen = self.questions.save_file(self._window, title, proposed, kinds)
        if chosen is None or chosen.suffix.lower() in endings:
            return chosen
        target = chosen.with_name(chosen.name + endings[0])
        if not target.exists():
            return target
        # The dialog has asked about the name without the ending.
        question = self.tr("There is a file {name} already.").format(name=target.name)
        answers = [self.tr("Keep it"), self.tr("Replace it")]
        return target if self.questions.ask(self._window, question, answers) == 1 else None

    def _write(self, target: Path, text: Callable[[], _Written]) -> None:
        in_the_way = self.tr("{path} cannot be written ({reason}): choose another place.")

        def work() -> _Written | str:
            written = text()
            try:
                write_whole(target, written.text.encode("utf-8", "surrogateescape"))
            except OSError as error:
                return in_the_way.format(path=target, reason=retold(error.strerror or str(error)))
            return written

        self._around.say(self.tr("Writing {name}...").format(name=target.name))
        self._later.run(work, lambda done: self._tell_written(target, done), failed=self._around.say)

    def _tell_written(self, target: Path, done: _Written | str) -> None:
        self._around.say("")
        if isinstance(done, str):
            self._around.say(done)
            return
        told = self.tr("%Ln sound(s) written to {path}.", "", done.sounds).format(path=target)
        if not done.left_out:
            self._around.answer(told)
            return
        left = self.tr(
            "%Ln sound(s) with a line break in the name cannot stand in a playlist; rename them: {first}",
            "",
            len(done.left_out),
        )
        self._around.say(f"{told} {left.format(first=' '.join(done.left_out[0].name.split()))}")

    # --- in ---

    def offer(self, places: Sequence[Path]) -> None:
        """Read lists, and the sidecars in folders, and show what they would change."""
        if not places:
            return
        earmark, name = self._earmark, self._name_of(places)

        def work() -> Offer | str:
            try:
                return read_offer(earmark, places, believe=believe_none)
            except ExchangeError as error:
                return retold_error(error).replace("\n", " ")

        self._around.say(self.tr("Reading {name}...").format(name=name))
        self._later.run(work, lambda found: self._show(name, found), topic="import", failed=self._around.say)

    def _ask_what_to_import(self) -> None:
        kinds = self.tr("Lists and playlists (*.json *.csv *.txt *.tsv *.m3u8 *.m3u)")
        self.offer(self.questions.open_files(self._window, self.tr("Import tags"), kinds))

    def _ask_whose_sidecars(self) -> None:
        folder = self.questions.open_folder(self._window, self.tr("Import the sidecars of a folder"))
        self.offer([] if folder is None else [folder])

    def _name_of(self, places: Sequence[Path]) -> str:
        """What was chosen, for people."""
        if len(places) == 1:
            return places[0].name
        return self.tr("{count} files").format(count=number_text(len(places)))

    def _show(self, name: str, found: Offer | str) -> None:
        self._around.say(found if isinstance(found, str) else "")
        if isinstance(found, str):
            return
        dialog = ImportDialog(name, found, self._window)
        dialog.agreed.connect(lambda believed, trusted: self._import(name, found, believed, trusted))
        self._around.open(dialog)

    def _import(self, name: str, offer: Offer, believed: frozenset[Conflict], trusted: frozenset[NameMatch]) -> None:
        text = self.tr("Import {name}").format(name=name)
        change = ListImport(
            self._earmark.library, offer.sounds, believe=believed.__contains__, trust=trusted.__contains__
        )

        def tell(done: bool) -> None:
            amount = amount_text(change.amounts) or self.tr("nothing that was not known here already")
            told = self.tr("{name} was imported: {what}.") if done else self.tr("“{step}” was taken back: {what}.")
            self._around.answer(told.format(name=name, step=text, what=amount))

        self._around.operations.history.carry_out(text, change, tell=tell)


def _file_name(name: str) -> str:
    """A collection's name as a file can have it on every system."""
    return "".join("-" if character in '\\/:*?"<>|' or ord(character) < 32 else character for character in name)
