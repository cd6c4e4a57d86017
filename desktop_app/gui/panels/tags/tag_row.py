"""One tag of the selected sounds: its key, its chip, where it comes from, and what can be said about it."""

from PySide6.QtCore import QRect, QSize, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent, QPalette
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QToolButton, QWidget

from desktop_app.core.bands import Band, band_of
from desktop_app.core.verdict import Judgement
from desktop_app.gui.icons import icon
from desktop_app.gui.panels.elided_label import ElidedLabel
from desktop_app.gui.panels.tags.tag_chips import CHIP_HEIGHT, chip_width, paint_chip
from desktop_app.gui.plain_text import PlainLabel, plain_tip
from desktop_app.gui.selected_tags import Standing, TagEntry
from desktop_app.gui.translations import decimal_text, number_text

_ROW_HEIGHT = 30
_NUMBER_WIDTH = 14
_BUTTON = 24
_DOUBT = 13
_DOUBT_GAP = 4


class TagRow(QWidget):
    """A row that stays where it is: its two buttons never move, and what they say follows what was said last."""

    judged = Signal(object)
    """A `Judgement`, or None to take back what was said before."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._entry: TagEntry | None = None
        self.setFixedHeight(_ROW_HEIGHT)
        self._number = PlainLabel(parent=self)
        self._number.setFixedWidth(_NUMBER_WIDTH)
        self._number.setForegroundRole(QPalette.ColorRole.PlaceholderText)
        self._chip = _Chip(self)
        self._origin = ElidedLabel(self)
        self._origin.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        # It gets the room that the chip leaves: which tag it is matters more than whose.
        self._origin.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        self._origin.setForegroundRole(QPalette.ColorRole.PlaceholderText)
        self._doubt = _Doubt(self)
        # Of many sounds, how many have the tag is always seen whole.
        self._count = PlainLabel(parent=self)
        self._count.setForegroundRole(QPalette.ColorRole.PlaceholderText)
        self._yes, self._no = self._button(), self._button()
        self._yes.clicked.connect(lambda: self.judged.emit(None if self.entry.settled else Judgement.ADDED))
        self._no.clicked.connect(lambda: self.judged.emit(None if self.entry.refused else Judgement.REJECTED))
        layout = QHBoxLayout(self)
        layout.setContentsMargins(8, 0, 8, 0)
        layout.setSpacing(2)
        layout.addWidget(self._number)
        layout.addWidget(self._chip)
        layout.addWidget(self._origin, 1)
        layout.addWidget(self._doubt)
        layout.addWidget(self._count)
        layout.addSpacing(2)
        layout.addWidget(self._yes)
        layout.addWidget(self._no)

    @property
    def entry(self) -> TagEntry:
        """What the row shows."""
        assert self._entry is not None
        return self._entry

    def show_entry(self, entry: TagEntry, number: int | None, vocabulary: str, caution: str = "") -> None:
        """Show a tag, the number key that it has, and the name of its vocabulary where the tag's own does not do.

        `caution` says why automatic tags of the sound are less certain; empty where they are not.
        """
        self._entry = entry
        self._number.setText("" if number is None else str(number))
        self._chip.show_entry(entry)
        self._origin.setText(" · ".join(filter(None, (vocabulary, self._origin_text(entry)))))
        self._count.setText(self._count_text(entry))
        doubt = caution if entry.standing is Standing.AUTOMATIC else ""
        self._doubt.say(doubt)
        tip = "\n".join(filter(None, (self._origin_tip(entry), doubt)))
        for part in (self._origin, self._count):
            part.setToolTip(tip)
        self._chip.setToolTip(plain_tip(f"{entry.name}\n{tip}"))
        take_back = self.tr("Take back what was said about {name}").format(name=entry.name)
        accept = self.tr("Accept {name}").format(name=entry.name)
        reject = self.tr("Reject {name}").format(name=entry.name)
        _label(self._yes, *(("undo-2", take_back) if entry.settled else ("check", accept)))
        _label(self._no, *(("undo-2", take_back) if entry.refused else ("x", reject)))

    @property
    def text(self) -> str:
        """Where the tag comes from, as it is written beside the chip."""
        return " · ".join(filter(None, (self._origin.text(), self._count.text())))

    @property
    def doubt(self) -> str:
        """Why the tag is less certain than others; empty where it is not."""
        return "" if self._doubt.isHidden() else self._doubt.accessibleName()

    @property
    def number(self) -> str:
        """The number key, empty where there is none."""
        return self._number.text()

    @property
    def tip(self) -> str:
        """The sentences that the tool tip says."""
        return self._origin.toolTip()

    def _button(self) -> QToolButton:
        button = QToolButton(self)
        button.setIconSize(QSize(15, 15))
        button.setFixedSize(_BUTTON, _BUTTON)
        return button

    def _origin_text(self, entry: TagEntry) -> str:
        if entry.sounds > 1:
            return ""
        words = {
            Standing.PERSON: self.tr("added by you"),
            Standing.ACCEPTED: self.tr("accepted"),
            Standing.REJECTED: self.tr("rejected"),
            Standing.NONE: self.tr("taken back"),
        }
        return words.get(entry.standing) or self._band(entry.score)

    def _count_text(self, entry: TagEntry) -> str:
        if entry.sounds == 1:
            return ""
        count = entry.count or entry.rejected
        return self.tr("{count} of {sounds}").format(count=number_text(count), sounds=number_text(entry.sounds))

    def _origin_tip(self, entry: TagEntry) -> str:
        score = self.tr("Score {score} ({band}); the tag applies from {threshold} on.").format(
            score=decimal_text(entry.score, 2),
            band=self._band(entry.score),
            threshold=decimal_text(entry.tag.threshold, 2),
        )
        lines = [self._who(entry), score]
        if entry.learned_from:
            lines.append(self.tr("Learned from %Ln of your decision(s).", "", entry.learned_from))
        return "\n".join(lines)

    def _band(self, score: float) -> str:
        words = {Band.STRONG: self.tr("strong"), Band.LIKELY: self.tr("likely"), Band.WEAK: self.tr("weak")}
        return words[band_of(score)]

    def _who(self, entry: TagEntry) -> str:
        if entry.sounds == 1:
            return {
                Standing.AUTOMATIC: self.tr("The network gave this tag."),
                Standing.ACCEPTED: self.tr("The network gave this tag, and you accepted it."),
                Standing.PERSON: self.tr("You added this tag."),
                Standing.REJECTED: self.tr("You rejected this tag."),
                Standing.NONE: self.tr("This tag is gone since you took your word back."),
            }[entry.standing]
        parts = (
            (entry.added, self.tr("added by you: {count}")),
            (entry.accepted, self.tr("accepted: {count}")),
            (entry.automatic, self.tr("automatic: {count}")),
            (entry.rejected, self.tr("rejected: {count}")),
        )
        return ", ".join(text.format(count=number_text(count)) for count, text in parts if count)


class _Chip(QWidget):
    """A tag's chip, as the list paints it."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._entry: TagEntry | None = None
        self.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Preferred)

    def show_entry(self, entry: TagEntry) -> None:
        """Show another tag, or the same one when something was said about it."""
        self._entry = entry
        self.setAccessibleName(entry.name)
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        """As wide as the name needs."""
        if self._entry is None:
            return self.minimumSizeHint()
        return QSize(chip_width(self._entry.chip, self.fontMetrics(), self._entry.standing), CHIP_HEIGHT)

    def minimumSizeHint(self) -> QSize:
        """A long name may be cut off before the buttons are."""
        return QSize(30, CHIP_HEIGHT)

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002
        """Paint the chip in the middle of the row."""
        if self._entry is None:
            return
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        place = QRect(0, (self.height() - CHIP_HEIGHT) // 2, self.width(), CHIP_HEIGHT)
        paint_chip(painter, place, self._entry.chip, self._entry.standing)
        painter.end()


class _Doubt(QWidget):
    """A small triangle beside a tag of which the recording allows less certainty."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setFixedSize(_DOUBT_GAP + _DOUBT, _DOUBT)
        self.hide()

    def say(self, sentence: str) -> None:
        """Show itself with this tip; empty hides it."""
        self.setAccessibleName(sentence)
        self.setToolTip(plain_tip(sentence))
        self.setVisible(bool(sentence))

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002
        """Paint the triangle in the colour of what is said beside it."""
        painter = QPainter(self)
        icon("triangle-alert", "dim").paint(painter, self.rect().adjusted(_DOUBT_GAP, 0, 0, 0))
        painter.end()


def _label(button: QToolButton, picture: str, name: str) -> None:
    button.setIcon(icon(picture))
    button.setAccessibleName(name)
    button.setToolTip(plain_tip(name))
