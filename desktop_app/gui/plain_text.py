"""Names of files and tags come from anybody, and are shown letter for letter.

Qt takes a text that looks like HTML for HTML, in labels and tool tips, and then fetches the pictures that it names; and
an ampersand in a button or a menu for the mark of a key. And a name can hold what is not seen, but obeyed: the end of a
line, or an order to write from right to left, by which a name may look as if it had another ending. It is shown.
"""

import re
import textwrap

from PySide6.QtCore import Qt
from PySide6.QtGui import Qt as RichText
from PySide6.QtWidgets import QLabel, QWidget

_MARK = re.compile("&(.?)")
_TIP_CHARACTERS = 1_500
_NO_LETTER = "\N{REPLACEMENT CHARACTER}"
_UNSEEN = re.compile(
    "["
    "\x00-\x1f\x7f-\x9f"  # controls
    "\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069\u206a-\u206f"  # what writes in another direction, or shapes
    "\u2028\u2029"  # ends of lines and paragraphs
    "\u200b\u2060\ufeff\u00ad\u034f\u180e\u2061-\u2065\ufff9-\ufffb"  # what has no width and joins nothing
    "\u115f\u1160\u17b4\u17b5\u3164\uffa0"  # letters that are empty
    "\U0001bca0-\U0001bca3\U0001d173-\U0001d17a\U000e0000-\U000e007f"  # orders to a program
    "\ud800-\udfff"  # halves of characters, as Python writes bytes of a name that are no text
    "]"
    # What joins, and what keeps apart, behind anything but signs and the letters of scripts that need it.
    "|(?<![\u0590-\u1dff\u2030-\U0010ffff])[\u200c\u200d]"
)
_LINE_CHARACTERS = 400
"""More than a cell has room for."""
_TIP_LINE = 72
"""Characters."""


def shown_name(name: str) -> str:
    """A name in one line, with a sign in the place of each character that would be obeyed, or not seen:
    `⟨U+202E⟩`, and `�` for a byte that is no letter. The pictures that Unicode has of controls are in few fonts.
    """
    return _UNSEEN.sub(_sign, name)


def shown_text(text: str) -> str:
    """The same of a text that may have several lines."""
    return _UNSEEN.sub(lambda found: found[0] if found[0] in "\n\t" else _sign(found), text)


def _sign(found: re.Match[str]) -> str:
    code = ord(found[0])
    return _NO_LETTER if 0xD800 <= code <= 0xDFFF else f"⟨U+{code:04X}⟩"


def plain_tip(text: str) -> str:
    """A text as a tool tip has to be given it."""
    text = shown_text(text)
    return RichText.convertFromPlainText(text) if RichText.mightBeRichText(text) else text


def without_mark(text: str) -> str:
    """A text as a button, an action or a label with a buddy has to be given it."""
    return shown_name(text).replace("&", "&&")


def title_of(text: str) -> str:
    """What the text of an action reads like, without the mark of its key and without what promises a dialog."""
    return _MARK.sub(r"\1", text).removesuffix("...")


def wrapped(text: str) -> str:
    """A text of any length as a tool tip can show it, which breaks no lines by itself."""
    cut = text if len(text) <= _TIP_CHARACTERS else f"{text[:_TIP_CHARACTERS]}…"
    return "\n".join(textwrap.fill(line, _TIP_LINE, break_on_hyphens=False) for line in cut.splitlines())


def one_line(text: str, most: int = _LINE_CHARACTERS) -> str:
    """A text of any length and any lines as a cell or a list of names can show it; cut in the middle, for a path has
    its name at the end.
    """
    cut = text if len(text) <= most else f"{text[: most // 2]}…{text[-most // 2 :]}"
    return shown_name(" ".join(cut.split()))


class PlainLabel(QLabel):
    """The only kind of label in the window (a test says so)."""

    def __init__(self, text: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setText(text)

    def setText(self, text: str) -> None:  # noqa: N802
        """Show `text` letter for letter."""
        super().setText(shown_text(text))

    def setToolTip(self, text: str) -> None:  # noqa: N802
        """Show `text` letter for letter where the pointer rests."""
        super().setToolTip(plain_tip(text))
