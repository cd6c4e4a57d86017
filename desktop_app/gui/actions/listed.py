"""The window's actions as they are listed for people: by group, in the order in which they were made."""

from PySide6.QtCore import QObject
from PySide6.QtGui import QAction, QKeySequence

from desktop_app.gui.actions.maker import group_of

_KEYS_SHOWN = 2
"""A platform knows up to five ways to undo, of which nobody wants to read all."""


def listed_actions(window: QObject) -> dict[str, list[QAction]]:
    """All actions that an `ActionMaker` made for a window or its parts, by the title of their group."""
    groups: dict[str, list[QAction]] = {}
    for action in window.findChildren(QAction):
        group = group_of(action)
        if group is not None:
            groups.setdefault(group, []).append(action)
    return groups


def keys_of(action: QAction) -> str:
    """The first two keys of an action as this system writes them, apart by a comma; empty without any."""
    native = QKeySequence.SequenceFormat.NativeText
    return ", ".join(key.toString(native) for key in action.shortcuts()[:_KEYS_SHOWN])
