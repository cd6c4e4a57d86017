"""What the shown sound's file says of itself: somebody else's words, and so neither a tag nor a note of ours."""

from collections.abc import Sequence
from typing import Final

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QFont, QPalette, QResizeEvent
from PySide6.QtWidgets import QFrame, QGridLayout, QHBoxLayout, QScrollArea, QSizePolicy, QVBoxLayout, QWidget

from desktop_app.core.metadata import Field, FileProblem, Metadata
from desktop_app.gui import theme
from desktop_app.gui.file_fields import field_name, origin_of, origin_text, problem_text
from desktop_app.gui.panels.elided_label import ElidedLabel
from desktop_app.gui.panels.flow_layout import FlowLayout
from desktop_app.gui.panels.tags.file_words import FileText, FileWord, MarkerWord
from desktop_app.gui.plain_text import PlainLabel, wrapped
from desktop_app.gui.translations import number_text
from desktop_app.library.tables.own_texts import NONE_OWN, OwnTexts, is_own

SHARE: Final = 0.4
"""Of the panel's height, at most, where the tags below need their place; more is scrolled."""
_WORDS: Final = 40
"""Keywords and markers that are shown; some files have hundreds."""
_NAME_WIDTH: Final = 90
"""Pixels."""
_CHOICES: Final = frozenset(
    {
        Field.KEYWORDS,
        Field.CATEGORY,
        Field.SUBCATEGORY,
        Field.CATID,
        Field.USER_CATEGORY,
        Field.VENDOR_CATEGORY,
        Field.ARTIST,
        Field.LIBRARY,
    }
)
"""Fields by which other sounds are looked for; those of other fields are read and copied."""
_LONG: Final = frozenset({Field.DESCRIPTION, Field.KEYWORDS, Field.MARKER, Field.NOTES, Field.COPYRIGHT, Field.URL})
"""What has lines of its own below its name."""
_FILING: Final = (Field.CATEGORY, Field.SUBCATEGORY, Field.CATID)
"""One decision of one who files sounds, and one line: the category first."""
_BEFORE_MARKERS: Final = frozenset({Field.TITLE, Field.DESCRIPTION, Field.KEYWORDS, *_FILING})
_BETWEEN: Final = 3
"""Pixels between lines."""


class InFile(QWidget):
    """Names of fields with their texts. Hidden while there is nothing to say."""

    chosen = Signal(object, str)
    """All sounds whose files say this, too, are wanted: a `Field` and its text."""
    marker_chosen = Signal(object)
    """A `Marker` of the file: it is to be heard."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._shown = Metadata()
        self._own = NONE_OWN
        self._limit = 10_000
        self._texts: list[FileText] = []
        self._words: list[FileWord] = []
        self._markers: list[MarkerWord] = []
        self._title = PlainLabel(self.tr("In the file"), self)
        self._title.setFont(theme.semibold(self._title.font()))
        self._title.setForegroundRole(QPalette.ColorRole.PlaceholderText)
        self._legend = ElidedLabel(self, elide=Qt.TextElideMode.ElideRight)
        self._legend.setText(self.tr("italics: by Earmark"))
        self._legend.setToolTip(self.tr("What stands in italics was written into the file by Earmark."))
        self._legend.setForegroundRole(QPalette.ColorRole.PlaceholderText)
        self._legend.setFont(_italic(self._legend.font()))
        self._problem = PlainLabel(parent=self)
        self._problem.setWordWrap(True)
        self._problem.setForegroundRole(QPalette.ColorRole.BrightText)
        self._area = QScrollArea(self)
        self._area.setFrameShape(QFrame.Shape.NoFrame)
        self._area.setWidgetResizable(True)
        self._area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._height = 0
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Maximum)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(_BETWEEN)
        heading = QHBoxLayout()
        heading.setSpacing(8)
        heading.addWidget(self._title)
        heading.addWidget(self._legend, 1)
        column.addLayout(heading)
        column.addWidget(self._problem)
        column.addWidget(self._area)
        self.hide()

    def show_texts(self, metadata: Metadata, own: OwnTexts = NONE_OWN) -> None:
        """Show what a file says, of which Earmark wrote the `own` texts; nothing for one that says nothing. What is
        shown already stays, selections and all.
        """
        if (metadata, own) == (self._shown, self._own):
            return
        self._shown, self._own = metadata, own
        self._texts, self._words, self._markers = [], [], []
        self._problem.setText("\n".join(map(problem_text, metadata.problems)))
        self._problem.setVisible(bool(metadata.problems))
        self._legend.setVisible(
            any(self._is_own(field, (text,)) for field in Field for text in metadata.entries(field))
        )
        self._area.setWidget(self._built(metadata))
        self._area.setVisible(bool(metadata.texts or metadata.markers))
        self._fit()
        self.setVisible(bool(metadata))

    def limit_height(self, height: int) -> None:
        """Take at most so many pixels."""
        self._limit = height
        self._fit()

    @property
    def problems(self) -> tuple[FileProblem, ...]:
        """Why it may not be all that stands in the file."""
        return self._shown.problems

    @property
    def texts(self) -> tuple[FileText, ...]:
        """What is only read, from top to bottom."""
        return tuple(self._texts)

    @property
    def words(self) -> tuple[FileWord, ...]:
        """What other sounds can be found by, from top to bottom."""
        return tuple(self._words)

    @property
    def markers(self) -> tuple[MarkerWord, ...]:
        """Places in the sound that are shown, from its beginning on."""
        return tuple(self._markers)

    def sizeHint(self) -> QSize:
        """As high as all that is shown, within the limit."""
        return QSize(super().sizeHint().width(), self._height)

    def minimumSizeHint(self) -> QSize:
        """A line: what a file says never makes a window higher."""
        return QSize(0, 2 * self._title.sizeHint().height())

    def resizeEvent(self, _event: QResizeEvent) -> None:
        """Another width asks for another height."""
        self._fit()

    def _fit(self) -> None:
        inside = self._area.widget()
        if inside is None:
            return
        above = self._title.sizeHint().height() + _BETWEEN
        if not self._problem.isHidden():
            above += self._problem.heightForWidth(self.width()) + _BETWEEN
        room = max(self._limit - above, self._title.sizeHint().height())
        # As if nothing had to be scrolled: if it has, the height is the limit all the same.
        wanted = inside.heightForWidth(self.width())
        height = max(wanted if wanted <= room else self._whole_lines(inside, room), 0)
        self._area.setMaximumHeight(height)
        self._height = above + height
        self.updateGeometry()

    def _whole_lines(self, inside: QWidget, room: int) -> int:
        """As much of the room as shows no half of a line at its end."""
        bar = self._area.verticalScrollBar().sizeHint().width()
        width = max(self.width() - bar, 1)
        layout = inside.layout()
        if layout is None:
            return room
        inside.resize(width, inside.heightForWidth(width))
        layout.activate()
        parts = (*self._texts, *self._words, *self._markers)
        for row in {part.parentWidget() for part in parts} - {inside}:
            if row is not None and (flow := row.layout()) is not None:
                flow.setGeometry(row.rect())  # which Qt would do later only
        ends = [line for part in parts for line in _ends_of(part, inside)]
        return max((end for end in ends if end <= room), default=room)

    def _built(self, metadata: Metadata) -> QWidget:
        inside = QWidget(self)
        grid = QGridLayout(inside)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(5)
        grid.setVerticalSpacing(_BETWEEN)
        grid.setColumnStretch(1, 1)
        fields: list[Field] = [field for field, _ in metadata.fields() if field is not Field.MARKER]
        if metadata.markers:  # also where none of them has a name
            fields.insert(sum(field in _BEFORE_MARKERS for field in fields), Field.MARKER)
        for field in fields:
            filed = [each for each in _FILING if each in fields]
            if field in filed and field is not filed[0]:
                continue
            row = grid.rowCount()
            name = ElidedLabel(inside, elide=Qt.TextElideMode.ElideRight)
            name.setText(self.tr("Markers") if field is Field.MARKER else field_name(field))
            name.setForegroundRole(QPalette.ColorRole.PlaceholderText)
            value = self._value(filed if field in filed else [field], inside)
            if field in _LONG:
                grid.addWidget(name, row, 0, 1, 2)
                grid.addWidget(value, row + 1, 0, 1, 2)
                continue
            name.setMaximumWidth(_NAME_WIDTH)
            if field in _CHOICES:  # stands level with the words
                name.setMinimumHeight(self._words[-1].sizeHint().height())
            grid.addWidget(name, row, 0, Qt.AlignmentFlag.AlignTop)
            grid.addWidget(value, row, 1)
        return inside

    def _value(self, fields: Sequence[Field], parent: QWidget) -> QWidget:
        if fields[0] is Field.MARKER:
            return self._marked(parent)
        if fields[0] in _CHOICES:
            return self._chosen_by(fields, parent)
        texts = self._shown.of(fields[0])
        text = FileText(fields[0], "\n".join(texts), self._origin(fields[0], texts), parent)
        if self._is_own(fields[0], texts):
            text.setFont(_italic(text.font()))
        self._texts.append(text)
        return text

    def _chosen_by(self, fields: Sequence[Field], parent: QWidget) -> QWidget:
        row = QWidget(parent)
        flow = FlowLayout(row, 2)
        entries = [(field, one) for field in fields for one in self._shown.entries(field)]
        for field, one in entries[:_WORDS]:
            word = FileWord(field, one, self._origin(field, (one,)), row)
            if self._is_own(field, (one,)):
                word.setFont(_italic(word.font()))
            word.clicked.connect(lambda _=False, field=field, one=one: self.chosen.emit(field, one))
            flow.addWidget(word)
            self._words.append(word)
        _add_rest([one for _, one in entries[_WORDS:]], flow, row)
        return row

    def _marked(self, parent: QWidget) -> QWidget:
        row = QWidget(parent)
        flow = FlowLayout(row, 2)
        markers = self._shown.markers
        for number, marker in enumerate(markers[:_WORDS], start=1):
            word = MarkerWord(marker, number, origin_of((marker.source,)), row)
            word.clicked.connect(lambda _=False, marker=marker: self.marker_chosen.emit(marker))
            word.found_wanted.connect(lambda text=marker.text: self.chosen.emit(Field.MARKER, text))
            flow.addWidget(word)
            self._markers.append(word)
        _add_rest([marker.text for marker in markers[_WORDS:]], flow, row)
        return row

    def _is_own(self, field: Field, texts: Sequence[str]) -> bool:
        return all(is_own(self._own, field, text) for text in texts)

    def _origin(self, field: Field, texts: Sequence[str]) -> str:
        return origin_text(self._shown, field, texts, own=self._is_own(field, texts))


def _italic(font: QFont) -> QFont:
    """How a text stands there that Earmark wrote."""
    slanted = QFont(font)
    slanted.setItalic(True)
    return slanted


def _add_rest(texts: Sequence[str], flow: FlowLayout, row: QWidget) -> None:
    """How many more there are, and which."""
    if texts:
        more = PlainLabel(f"+{number_text(len(texts))}", row)
        more.setToolTip(wrapped(", ".join(filter(None, texts))))
        flow.addWidget(more)


def _ends_of(part: QWidget, inside: QWidget) -> list[int]:
    """Where lines of a part end, in pixels from the top of what is inside."""
    top = part.mapTo(inside, part.rect().topLeft()).y()
    line = part.fontMetrics().lineSpacing()
    lines = range(line, part.height() - line // 2, line) if isinstance(part, FileText) else ()
    return [*(top + end for end in lines), top + part.height()]
