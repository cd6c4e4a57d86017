"""What can be done in a review. Its keys work only there, so they may be plain letters."""

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from desktop_app.gui.actions.maker import ActionMaker


class ReviewActions(QObject):
    """One hand on J and K, the other on the arrows."""

    def __init__(self, page: QWidget) -> None:
        super().__init__(page)
        make = ActionMaker(self.tr("Review"), page, page)
        self.accept = make.inside(self.tr("Accept"), "check", "J")
        self.reject = make.inside(self.tr("Reject"), "x", "K")
        self.replay = make.inside(self.tr("Hear it again"), "play", "Space")
        self.skip = make.inside(self.tr("Skip"), "chevron-right", "Right", "Down")
        self.go_back = make.inside(self.tr("Back to the skipped one"), "rotate-ccw", "Left", "Up")
        self.take_back = make.inside(self.tr("Take back"), "undo-2", "Backspace")
        self.raise_line = make.inside(self.tr("Move the threshold up"), "plus", "+", "=")
        self.lower_line = make.inside(self.tr("Move the threshold down"), "minus", "-")
        self.apply = make.inside(self.tr("Use this threshold"), "save", "Ctrl+S")
        self.leave = make.inside(self.tr("Done"), "circle-check", "Escape")
