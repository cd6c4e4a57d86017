"""Everything from the keyboard: the command palette and the shortcuts sheet."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import QObject

from desktop_app.gui.actions.listed import keys_of, listed_actions
from desktop_app.gui.conversations.surroundings import Surroundings
from desktop_app.gui.dialogs.command_palette import CommandPalette
from desktop_app.gui.dialogs.shortcuts import ShortcutsSheet
from desktop_app.gui.icons import icon
from desktop_app.gui.models.command_list import Command
from desktop_app.gui.operations import LibraryTags
from desktop_app.gui.plain_text import title_of

Targets = Callable[[], Sequence[Command]]


class Commanding(QObject):
    """Lists what can be done at this moment."""

    def __init__(self, surroundings: Surroundings, parent: QObject) -> None:
        super().__init__(parent)
        self._around = surroundings
        self._window = surroundings.window
        self._tags: LibraryTags | None = None
        self._targets: list[Targets] = [self._tag_commands]
        surroundings.operations.tags_counted.connect(self._keep_tags)
        actions = self._window.actions_.housekeeping
        actions.palette.triggered.connect(self._open_palette)
        actions.shortcuts.triggered.connect(self._open_sheet)

    def add_targets(self, targets: Targets) -> None:
        """List these in the palette, too, once something is typed: saved searches, for one. Asked when it opens."""
        self._targets.append(targets)

    def commands(self) -> list[Command]:
        """All actions with their state, then what the library has to offer."""
        found = [
            Command(
                title_of(action.text()),
                group,
                action.trigger,
                action.icon(),
                keys_of(action),
                action.isEnabled(),
            )
            for group, actions in listed_actions(self._window).items()
            for action in actions
            if action is not self._window.actions_.housekeeping.palette
        ]
        for targets in self._targets:
            found.extend(targets())
        return found

    def _open_palette(self) -> None:
        CommandPalette(self.commands(), self._window).show()

    def _open_sheet(self) -> None:
        self._around.open(ShortcutsSheet(listed_actions(self._window), self._window))

    def _keep_tags(self, tags: LibraryTags) -> None:
        self._tags = tags

    def _tag_commands(self) -> list[Command]:
        """A command for each tag that a sound has: search for it."""
        counts = () if self._tags is None else self._tags.counts
        names = dict.fromkeys(count.scored.tag.name for count in counts if count.count)
        picture, group = icon("tag"), self.tr("Tags")

        def search(name: str) -> Callable[[], object]:
            return lambda: self._window.tags.tag_chosen.emit(name)

        return [Command(name, group, search(name), picture, is_target=True) for name in names]
