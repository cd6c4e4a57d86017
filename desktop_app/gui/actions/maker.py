"""Makes the window's actions: text, icon, keys, and where the keys work."""

from collections.abc import Iterable
from typing import Final

from PySide6.QtCore import QObject, Qt
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QWidget

from desktop_app.gui.icons import icon

_GROUP: Final = "group of the shortcuts sheet"
_KEYS_ONLY: Final = "has no place in menus"


class ActionMaker:
    """Makes actions of one group, as the shortcuts sheet and the command palette list them."""

    def __init__(self, group: str, window: QWidget, sound_list: QWidget) -> None:
        """`group` is the title that the actions stand under, translated."""
        self._group = group
        self._window = window
        self._list = sound_list

    def everywhere(self, text: str, picture: str, *keys: str, checkable: bool = False) -> QAction:
        """An action whose keys work wherever the focus is."""
        return self._made(self._window, text, picture, keys, Qt.ShortcutContext.WindowShortcut, checkable=checkable)

    def in_list(self, text: str, picture: str, *keys: str, checkable: bool = False, in_menu: bool = True) -> QAction:
        """An action whose keys work only while the list has the focus: they may be plain letters.

        Not `in_menu`, it is left out of the list's context menu.
        """
        context = Qt.ShortcutContext.WidgetShortcut
        action = self._made(self._list, text, picture, keys, context, checkable=checkable)
        action.setProperty(_KEYS_ONLY, not in_menu)
        return action

    def inside(self, text: str, picture: str, *keys: str) -> QAction:
        """An action whose keys work while the focus is anywhere in the window given, which may be a page of one."""
        context = Qt.ShortcutContext.WidgetWithChildrenShortcut
        return self._made(self._window, text, picture, keys, context, checkable=False)

    def _made(
        self,
        owner: QWidget,
        text: str,
        picture: str,
        keys: tuple[str, ...],
        context: Qt.ShortcutContext,
        *,
        checkable: bool,
    ) -> QAction:
        action = QAction(icon(picture), text, owner)
        action.setShortcuts([QKeySequence(key) for key in keys])
        action.setShortcutContext(context)
        action.setCheckable(checkable)
        action.setProperty(_GROUP, self._group)
        tip = text.removesuffix("...")
        action.setToolTip(f"{tip} ({QKeySequence(keys[0]).toString()})" if keys else tip)
        owner.addAction(action)
        return action


def group_of(action: QObject) -> str | None:
    """The group that an action was made in; None for actions of Qt's own widgets."""
    group: str | None = action.property(_GROUP)
    return group


def for_menu(actions: Iterable[QAction]) -> list[QAction]:
    """Those of the actions that a context menu shows."""
    return [action for action in actions if not action.property(_KEYS_ONLY)]
