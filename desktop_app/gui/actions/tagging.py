"""What can be said about sounds."""

from PySide6.QtCore import QObject
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QWidget

from desktop_app.gui.actions.maker import ActionMaker
from desktop_app.gui.plain_text import plain_tip, without_mark

QUICK_TAGS = 9
"""Tags of the selection that have a number key."""


class TaggingActions(QObject):
    """Tags, vocabularies, and taking back what was said."""

    def __init__(self, window: QWidget, sound_list: QWidget) -> None:
        super().__init__(window)
        make = ActionMaker(self.tr("Tagging"), window, sound_list)
        self.undo = make.everywhere(self.tr("Undo"), "undo-2", *_keys("Ctrl+Z", QKeySequence.StandardKey.Undo))
        self.redo = make.everywhere(self.tr("Redo"), "redo-2", *_keys("Ctrl+Shift+Z", QKeySequence.StandardKey.Redo))
        self.show_steps("", "")
        self.vocabularies = make.everywhere(self.tr("Vocabularies..."), "tags", "Ctrl+Shift+V")
        self.tag_panel = make.everywhere(self.tr("Tags of the selection"), "panel-right", "F8", checkable=True)
        self.review = make.everywhere(self.tr("Review a tag..."), "list-checks", "F7")
        self.evaluate = make.everywhere(self.tr("Evaluate on your sounds..."), "gauge", "F6")
        self.add_tag = make.in_list(self.tr("Add a tag..."), "tag", "T")
        self.quick_tags: list[QAction] = [
            make.in_list(
                self.tr("Say the next word on tag {number}").format(number=number), "tag", str(number), in_menu=False
            )
            for number in range(1, QUICK_TAGS + 1)
        ]

    def show_steps(self, undo: str, redo: str) -> None:
        """Say what would be undone and redone next; empty when there is nothing."""
        undo_text = self.tr("Undo {step}").format(step=undo) if undo else self.tr("Undo")
        redo_text = self.tr("Redo {step}").format(step=redo) if redo else self.tr("Redo")
        for action, step, text in ((self.undo, undo, undo_text), (self.redo, redo, redo_text)):
            action.setEnabled(bool(step))
            action.setText(without_mark(text))
            action.setToolTip(plain_tip(text))


def _keys(usual: str, platform: QKeySequence.StandardKey) -> list[str]:
    """The usual keys and those that the platform has for the same, each once; the usual first."""
    others = [keys.toString() for keys in QKeySequence.keyBindings(platform)]
    return list(dict.fromkeys([usual, *others]))
