"""Names of files and tags come from anybody, and are shown letter for letter.

Qt takes a text that looks like HTML for HTML, in labels and tool tips, and then fetches the pictures that it names; and
an ampersand in a button or a menu for the mark of a key.
"""

import re
import textwrap

from PySide6.QtCore import Qt
from PySide6.QtGui import Qt as RichText
from PySide6.QtWidgets import QLabel, QWidget

_MARK = re.compile("&(.?)")
_TIP_CHARACTERS = 1_500
_TIP_LINE = 72
"""Characters."""


def plain_tip(text: str) -> str:
    """A text as a tool tip has to be given it."""
    return RichText.convertFromPlainText(text) if RichText.mightBeRichText(text) else text


def without_mark(text: str) -> str:
    """A text as a button, an action or a label with a buddy has to be given it."""
    return text.replace("&", "&&")


def title_of(text: str) -> str:
    """What the text of an action reads like, without the mark of its key and without what promises a dialog."""
    return _MARK.sub(r"\1", text).removesuffix("...")


def wrapped(text: str) -> str:
    """A text of any length as a tool tip can show it, which breaks no lines by itself."""
    cut = text if len(text) <= _TIP_CHARACTERS else f"{text[:_TIP_CHARACTERS]}…"
    return "\n".join(textwrap.fill(line, _TIP_LINE, break_on_hyphens=False) for line in cut.splitlines())


class PlainLabel(QLabel):
    """The only kind of label in the window (a test says so)."""

    def __init__(self, text: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setText(text)

    def setToolTip(self, text: str) -> None:  # noqa: N802
        """Show `text` letter for letter where the pointer rests."""
        super().setToolTip(plain_tip(text))
