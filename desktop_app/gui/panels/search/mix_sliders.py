"""How much each part of a search counts: a slider for the example, the words, and the words with a minus."""

from dataclasses import replace

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QSlider, QToolButton, QWidget

from desktop_app.core.weights import EVEN, HEAVIEST, Weights
from desktop_app.gui.icons import icon
from desktop_app.gui.plain_text import PlainLabel
from desktop_app.gui.timers import once_after
from desktop_app.gui.translations import decimal_text

_STEPS = 20
"""Positions of a slider above 0."""
_PATIENCE_MILLISECONDS = 40
"""A slider that is dragged tells of every pixel; the list follows 25 times a second."""
_WIDEST = 220


class MixSliders(QWidget):
    """Shown while a search has more than one part; then `changed` tells how they are weighed."""

    changed = Signal(object)
    """The new `Weights`."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setAccessibleName(self.tr("Weights of the parts of the search"))
        self._timer = once_after(_PATIENCE_MILLISECONDS, lambda: self.changed.emit(self.weights), self)
        self._parts = {
            "example": _Part(self.tr("Weight of the example"), self),
            "words": _Part(self.tr("Weight of the words"), self),
            "without": _Part(self.tr("Weight of the words with a minus"), self),
        }
        self._even = QToolButton(self)
        self._even.setIcon(icon("rotate-ccw", "dim"))
        self._even.setAccessibleName(self.tr("Weigh the parts as usual"))
        self._even.setToolTip(self.tr("Weigh the parts as usual"))
        self._even.clicked.connect(lambda: self._set(EVEN, tell=True))
        layout = QHBoxLayout(self)
        layout.setContentsMargins(12, 6, 12, 6)
        layout.setSpacing(18)
        for part in self._parts.values():
            layout.addWidget(part, 1)
            part.slider.valueChanged.connect(lambda _: self._timer.start())
        layout.addWidget(self._even)
        self._set(EVEN, tell=False)
        self.hide()

    @property
    def weights(self) -> Weights:
        """What the sliders say."""
        return replace(EVEN, **{name: part.weight for name, part in self._parts.items()})

    def slider(self, part: str) -> QSlider:
        """The slider of a part: example, words or without."""
        return self._parts[part].slider

    def show_parts(self, *, example: str, words: str, without: str) -> None:
        """Show a slider for each part that is not empty; none where fewer than two are there.

        The parts are named so; the weights go back to the usual ones when the sliders go away.
        """
        texts = {"example": example, "words": words, "without": without}
        several = sum(map(bool, texts.values())) > 1
        if not several:
            self._set(EVEN, tell=False)
        for name, text in texts.items():
            self._parts[name].show_text(text)
            self._parts[name].setVisible(bool(text))
        self.setVisible(several)

    def take_focus(self) -> None:
        """Let the keyboard be on the first slider."""
        shown = next((part for part in self._parts.values() if part.isVisible()), None)
        if shown is not None:
            shown.slider.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def _set(self, weights: Weights, *, tell: bool) -> None:
        for name, part in self._parts.items():
            part.slider.blockSignals(not tell)
            part.slider.setValue(round(getattr(weights, name) / HEAVIEST * _STEPS))
            part.slider.blockSignals(False)
            part.show_weight()


class _Part(QWidget):
    """A name, a slider and its value."""

    def __init__(self, name: str, parent: QWidget) -> None:
        super().__init__(parent)
        self._name = PlainLabel(parent=self)
        self.slider = QSlider(Qt.Orientation.Horizontal, self)
        self.slider.setRange(0, _STEPS)
        self.slider.setPageStep(_STEPS // 4)
        self.slider.setMinimumWidth(60)
        self.slider.setAccessibleName(name)
        self.slider.setToolTip(name)
        self._value = PlainLabel(parent=self)
        self._value.setMinimumWidth(self._value.fontMetrics().horizontalAdvance("0.00"))
        self._name.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(8)
        layout.addWidget(self._name)
        layout.addWidget(self.slider, 1)
        layout.addWidget(self._value)
        self.slider.valueChanged.connect(self.show_weight)

    @property
    def weight(self) -> float:
        """0 to `HEAVIEST`."""
        return self.slider.value() / _STEPS * HEAVIEST

    def show_text(self, text: str) -> None:
        """Name the part by its content."""
        self._name.setText(self._name.fontMetrics().elidedText(text, Qt.TextElideMode.ElideMiddle, _WIDEST))
        self._name.setToolTip(text)

    def show_weight(self) -> None:
        """Write the weight beside the slider."""
        self._value.setText(decimal_text(self.weight, 1))
