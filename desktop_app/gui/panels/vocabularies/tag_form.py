"""The form for one tag: its name, the texts by which it is recognised, and how it looks and counts."""

from dataclasses import replace
from typing import Final

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QColor, QPalette
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QFormLayout,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QPlainTextEdit,
    QSlider,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from desktop_app.core.language import is_foreign
from desktop_app.core.tag import Tag
from desktop_app.gui.dialogs.questions import Questions
from desktop_app.gui.icons import icon
from desktop_app.gui.panels.vocabularies.vocabulary_models import colour_dot
from desktop_app.gui.plain_text import PlainLabel
from desktop_app.gui.translations import decimal_text

_LINES: Final = {"prompts": 5, "counter_prompts": 3, "aliases": 3}
"""Lines in sight of each list of texts."""


class TagForm(QWidget):
    """Edits one tag at a time and says so with every change; it checks nothing."""

    edited = Signal(object)
    """The `Tag` as the form says it now; same id."""

    def __init__(self, questions: Questions, parent: QWidget | None = None) -> None:
        """An empty, disabled form."""
        super().__init__(parent)
        self._questions = questions
        self._tag: Tag | None = None
        self._filling = False
        self._build()
        self.show_tag(None)

    @property
    def tag(self) -> Tag | None:
        """The tag as edited."""
        return self._tag

    def show_tag(self, tag: Tag | None) -> None:
        """Fill the form with `tag`; None empties and disables it."""
        self._filling = True
        self._tag = tag
        shown = tag or Tag(tag_id="", name="", prompts=())
        self._name.setText(shown.name)
        for key, field in self._texts.items():
            field.setPlainText("\n".join(getattr(shown, key)))
        self._colour.setText(shown.colour or "")
        self._group.setEditText(shown.group or "")
        self._cat_id.setText(shown.cat_id or "")
        self._slider.setValue(_percent(shown.threshold))
        self._learns.setChecked(shown.learns)
        self._show_threshold(shown)
        self._show_colour(shown)
        self._show_hint(shown)
        self.setEnabled(tag is not None)
        self._filling = False

    def offer_groups(self, groups: list[str]) -> None:
        """The groups to choose from; the one that is set stays."""
        self._filling = True
        present = self._group.currentText()
        self._group.clear()
        self._group.addItems(groups)
        self._group.setEditText(present)
        self._filling = False

    def begin_naming(self) -> None:
        """Put the cursor into the name, ready to be typed over."""
        self._name.setFocus()
        self._name.selectAll()

    def _build(self) -> None:
        self._name = self._line(self.tr("Name of the tag"))
        self._texts = {key: self._lines(lines) for key, lines in _LINES.items()}
        self._colour = self._line(self.tr("Colour of the tag"), "#4f8a5b")
        self._swatch = QToolButton()
        self._swatch.setAccessibleName(self.tr("Choose a colour"))
        self._swatch.setToolTip(self._swatch.accessibleName())
        self._swatch.clicked.connect(self._pick_colour)
        self._group = QComboBox()
        self._group.setEditable(True)
        self._group.setInsertPolicy(QComboBox.InsertPolicy.NoInsert)
        self._group.editTextChanged.connect(self._take_edits)
        self._cat_id = self._line(self.tr("UCS CatID"), "RAINMetl")
        self._hint = PlainLabel()
        self._hint.setWordWrap(True)
        self._hint.setForegroundRole(QPalette.ColorRole.PlaceholderText)
        self._hint.setAccessibleName(self.tr("Hint on the language of the prompts"))
        self._learns = QCheckBox(self.tr("Learns from &your decisions"))
        self._learns.setToolTip(self.tr("Off: the tag stays what its words make of it, whatever you accept or reject."))
        self._learns.toggled.connect(self._take_edits)
        self._build_threshold()
        self._arrange()

    def _build_threshold(self) -> None:
        self._slider = QSlider(Qt.Orientation.Horizontal)
        self._slider.setRange(0, 100)
        self._slider.setAccessibleName(self.tr("Threshold"))
        self._slider.setPageStep(5)
        self._slider.valueChanged.connect(self._take_edits)
        self._threshold = PlainLabel()
        self._threshold.setMinimumWidth(self.fontMetrics().horizontalAdvance("0.00") + 8)
        self._threshold.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        self._threshold.setAccessibleName(self.tr("Threshold as a number"))

    def _arrange(self) -> None:
        form = QFormLayout()
        form.setRowWrapPolicy(QFormLayout.RowWrapPolicy.WrapAllRows)
        form.setVerticalSpacing(5)
        form.setContentsMargins(0, 0, 0, 0)
        form.addRow(_label(self.tr("Na&me"), self._name), self._name)
        labels = {
            "prompts": (self.tr("&Prompts"), self.tr("What such a sound is called; one a line")),
            "counter_prompts": (self.tr("N&ot this"), self.tr("What it is easily taken for; one a line")),
            "aliases": (self.tr("Other &words"), self.tr("By which it can be searched too; one a line")),
        }
        for key, (label, hint) in labels.items():
            self._texts[key].setPlaceholderText(hint)
            self._texts[key].setAccessibleDescription(hint)
            form.addRow(_label(label, self._texts[key]), self._texts[key])
            if key == "counter_prompts":
                form.addRow(self._hint)
        form.addRow(_label(self.tr("Applies &from"), self._slider), _in_row(self._slider, self._threshold))
        form.addRow(self._learns)
        form.addRow(_label(self.tr("&Group"), self._group), self._group)
        form.addRow(_label(self.tr("Co&lour"), self._colour), _in_row(self._swatch, self._colour))
        form.addRow(_label(self.tr("U&CS CatID"), self._cat_id), self._cat_id)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(12, 0, 12, 12)
        layout.addLayout(form)
        layout.addStretch(1)

    def _line(self, name: str, example: str = "") -> QLineEdit:
        line = QLineEdit()
        line.setAccessibleName(name)
        line.setPlaceholderText(self.tr("For example {example}").format(example=example) if example else "")
        line.textChanged.connect(self._take_edits)
        return line

    def _lines(self, lines: int) -> QPlainTextEdit:
        field = QPlainTextEdit()
        field.setTabChangesFocus(True)
        field.setFixedHeight(field.fontMetrics().lineSpacing() * lines + 24)
        field.textChanged.connect(self._take_edits)
        return field

    def _take_edits(self) -> None:
        if self._filling or self._tag is None:
            return
        texts = {key: _lines_of(field) for key, field in self._texts.items()}
        percent = self._slider.value()
        threshold = self._tag.threshold  # what a file says more finely than the slider stays until the slider moves
        self._tag = replace(
            self._tag,
            name=_one_line(self._name.text()),
            prompts=texts["prompts"],
            counter_prompts=texts["counter_prompts"],
            aliases=texts["aliases"],
            colour=_one_line(self._colour.text()) or None,
            group=_one_line(self._group.currentText()) or None,
            threshold=threshold if percent == _percent(threshold) else percent / 100,
            cat_id=_one_line(self._cat_id.text()) or None,
            learns=self._learns.isChecked(),
        )
        self._show_threshold(self._tag)
        self._show_colour(self._tag)
        self._show_hint(self._tag)
        self.edited.emit(self._tag)

    def _show_colour(self, tag: Tag) -> None:
        valid = tag.colour if QColor.isValidColorName(tag.colour or "") else None
        self._swatch.setIcon(colour_dot(valid, tag.group or tag.name) if tag.name else icon("tag"))

    def _show_hint(self, tag: Tag) -> None:
        """The name may be in any language; what the network reads may not. Of a trained tag it reads nothing."""
        for key in ("prompts", "counter_prompts"):
            self._texts[key].setEnabled(tag.head is None)
        foreign = next(filter(is_foreign, (*tag.prompts, *tag.counter_prompts)), None)
        hint = ""
        if tag.head is not None:
            hint = self.tr("Labelled sounds taught this tag what it listens for; its prompts are not used.")
        elif foreign is not None:
            hint = self.tr("The network understands English: “{prompt}” may say nothing to it. The name can stay.")
        self._hint.setVisible(bool(hint))
        self._hint.setText(hint.format(prompt=foreign))

    def _show_threshold(self, tag: Tag) -> None:
        self._threshold.setText(decimal_text(tag.threshold, 2))

    def _pick_colour(self) -> None:
        start = QColor(self._colour.text())
        chosen = self._questions.pick_colour(self, start if start.isValid() else QColor("#4f8a5b"))
        if chosen is not None:
            self._colour.setText(chosen.name())


def _in_row(*widgets: QWidget) -> QWidget:
    row = QWidget()
    layout = QHBoxLayout(row)
    layout.setContentsMargins(0, 0, 0, 0)
    for widget in widgets:
        layout.addWidget(widget)
    return row


def _label(text: str, field: QWidget) -> QLabel:
    """A label with more room above it than below, so that it belongs to its field for the eye too."""
    label = PlainLabel(text)
    label.setBuddy(field)
    label.setContentsMargins(0, 5, 0, 0)
    return label


def _percent(threshold: float) -> int:
    return round(threshold * 100)


def _one_line(text: str) -> str:
    return " ".join(text.split())


def _lines_of(field: QPlainTextEdit) -> tuple[str, ...]:
    return tuple(filter(None, map(_one_line, field.toPlainText().splitlines())))
