"""The tags of the selected sounds, each to be accepted or rejected, and a line to add one."""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from typing import Final

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QPalette, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QScrollArea, QSizePolicy, QVBoxLayout, QWidget

from desktop_app.core.measured import Measured
from desktop_app.core.metadata import Metadata
from desktop_app.core.tag import fold
from desktop_app.core.verdict import Judgement
from desktop_app.gui import theme
from desktop_app.gui.actions.tagging import QUICK_TAGS
from desktop_app.gui.models.sound_rows import NOT_MEASURED, SAYS_NOTHING
from desktop_app.gui.models.warning_texts import tag_cautions
from desktop_app.gui.panels.elided_label import ElidedLabel
from desktop_app.gui.panels.tags.cat_id_line import CatIdLine
from desktop_app.gui.panels.tags.in_file import SHARE, InFile
from desktop_app.gui.panels.tags.measured_line import MeasuredLine
from desktop_app.gui.panels.tags.tag_field import TagField
from desktop_app.gui.panels.tags.tag_row import TagRow
from desktop_app.gui.plain_text import PlainLabel
from desktop_app.gui.selected_tags import TagEntry, in_places
from desktop_app.library.tables.own_texts import NONE_OWN, OwnTexts

_SIDE: Final = 14
"""Pixels to the left and right of all but the tags."""
_LEAST_FOR_TAGS: Final = 40
"""Pixels: one of them is always seen."""


class TagPanel(QWidget):
    """Shows entries and says what the person decides; decisions are carried out elsewhere."""

    judged = Signal(tuple, object)
    """(tag key, `Judgement` or None to take back): for all selected sounds. ADDED means: the tag belongs to them."""
    warning_chosen = Signal(object)
    """All sounds with this `SoundWarning` are wanted."""
    file_word_chosen = Signal(object, str)
    """All sounds whose files say this are wanted: a `Field` and its text."""
    marker_chosen = Signal(object)
    """A `Marker` of the file is to be heard."""
    new_tag_typed = Signal(str)
    """The person typed a tag that no active vocabulary has."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._vocabularies: dict[str, str] = {}
        self._shared: set[str] = set()
        self._shown: list[TagRow] = []
        self._title = ElidedLabel(self)
        self._title.setFont(theme.semibold(self._title.font()))
        self._title.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        self._measured = MeasuredLine(self)
        self._measured.warning_chosen.connect(self.warning_chosen)
        self._in_file = InFile(self)
        self._in_file.chosen.connect(self.file_word_chosen)
        self._in_file.marker_chosen.connect(self.marker_chosen)
        self._hint = PlainLabel(parent=self)
        self._hint.setWordWrap(True)
        self._hint.setForegroundRole(QPalette.ColorRole.PlaceholderText)
        self._field = TagField(self)
        self._field.chosen.connect(lambda key: self.judged.emit(key, Judgement.ADDED))
        self._field.unknown.connect(self.new_tag_typed)
        self._cat_ids = CatIdLine(self)
        self._cat_ids.chosen.connect(lambda key: self.judged.emit(key, Judgement.ADDED))
        self._field.entered_empty.connect(self._cat_ids.take_first)
        self._rows = QVBoxLayout()
        self._rows.setContentsMargins(0, 0, 0, 0)
        self._rows.setSpacing(0)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 12, 0, 10)
        layout.setSpacing(8)
        for widget in (self._title, self._measured, self._in_file, self._field, self._cat_ids, self._hint):
            line = QHBoxLayout()
            line.setContentsMargins(_SIDE, 0, _SIDE, 0)
            line.addWidget(widget)
            layout.addLayout(line)
        self._area = self._build_scroll_area()
        layout.addWidget(self._area, 1)
        self.setMinimumWidth(200)
        self.show_entries((), 0, "")

    def _build_scroll_area(self) -> QScrollArea:
        inside = QWidget()
        column = QVBoxLayout(inside)
        column.setContentsMargins(0, 0, 0, 0)
        column.addLayout(self._rows)
        column.addStretch(1)
        area = QScrollArea(self)
        area.setFrameShape(QScrollArea.Shape.NoFrame)
        area.setMinimumHeight(_LEAST_FOR_TAGS)
        area.setWidgetResizable(True)
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        area.setWidget(inside)
        return area

    def show_tags_to_add(
        self,
        tags: Iterable[tuple[str, tuple[str, str]]],
        vocabularies: Mapping[str, str],
        aliases: Iterable[tuple[str, tuple[str, str]]] = (),
    ) -> None:
        """Names (with keys) of the tags that can be added: those of the active vocabularies, whose names by id are
        given, too. Where two tags have one name, the vocabulary's stands beside it. A tag's aliases may be typed.
        """
        named = list(tags)
        counts = Counter(fold(name) for name, _ in named)
        self._shared = {name for name, count in counts.items() if count > 1}
        self._vocabularies = dict(vocabularies)
        self._field.show_tags(((name, self._full_name(name, key), key) for name, key in named), aliases)

    def _full_name(self, name: str, key: tuple[str, str]) -> str:
        vocabulary = self._vocabulary(name, key)
        return f"{name} ({vocabulary})" if vocabulary else name

    def _vocabulary(self, name: str, key: tuple[str, str]) -> str:
        return self._vocabularies.get(key[0], key[0]) if fold(name) in self._shared else ""

    def show_entries(
        self,
        entries: Sequence[TagEntry],
        sounds: int,
        title: str,
        measured: Measured = NOT_MEASURED,
        in_file: Metadata = SAYS_NOTHING,
        own_texts: OwnTexts = NONE_OWN,
        *,
        keep_order: bool = False,
    ) -> None:
        """Show the tags of so many selected sounds; `title` is the name of a single one, `measured` what was
        measured of it, and `in_file` what its file says, of which Earmark wrote the `own_texts`.

        With `keep_order` tags that are shown already keep their places, see `in_places`.
        """
        if keep_order:
            entries = in_places(entries, [row.entry for row in self._shown])
        self._have_rows(len(entries))
        for place, (row, entry) in enumerate(zip(self._shown, entries, strict=True)):
            number = place + 1 if place < QUICK_TAGS else None
            row.show_entry(entry, number, self._vocabulary(entry.name, entry.key), tag_cautions(measured))
        self._measured.show_measured(measured)
        self._in_file.show_texts(in_file, own_texts)
        self._field.setEnabled(sounds > 0)
        self._title.setText(title if sounds == 1 else self.tr("%Ln sound(s)", "", sounds) if sounds else "")
        self._title.setVisible(sounds > 0)
        self._say(self._hint_for(len(entries), sounds))
        self._share_height()

    def say_next_word(self, number: int) -> None:
        """What pressing a number from 1 on does: see `TagEntry.next_word`. A number without a tag does nothing."""
        if 0 < number <= len(self._shown):
            entry = self._shown[number - 1].entry
            self.judged.emit(entry.key, entry.next_word)

    def rows(self) -> list[TagRow]:
        """The rows from top to bottom."""
        return list(self._shown)

    def take_focus(self) -> None:
        """Let the person type a tag."""
        self._field.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self._field.selectAll()

    def forget_text(self) -> None:
        """Empty the line: what was typed was meant for other sounds."""
        self._field.forget_text()

    @property
    def measured(self) -> MeasuredLine:
        """What was measured of a single selected sound."""
        return self._measured

    @property
    def cat_ids(self) -> CatIdLine:
        """The CatIDs that are offered for a single selected sound."""
        return self._cat_ids

    @property
    def in_file(self) -> InFile:
        """What the file of a single selected sound says."""
        return self._in_file

    def resizeEvent(self, event: QResizeEvent) -> None:
        """What a file says gets its share of the height; the rest is for tags."""
        super().resizeEvent(event)
        self._share_height()

    def _share_height(self) -> None:
        """What a file says may have all that the tags leave, and its share however many tags there are."""
        layout = self.layout()
        if layout is None:
            return
        margins, gaps = layout.contentsMargins(), layout.spacing() * (layout.count() - 1)
        others = (self._title, self._measured, self._field, self._cat_ids, self._hint)
        inside = self.width() - 2 * _SIDE
        taken = sum(_height_of(widget, inside) for widget in others if not widget.isHidden())
        rows = sum(row.sizeHint().height() for row in self._shown)
        taken += max(rows, self._area.minimumHeight())
        left = self.height() - margins.top() - margins.bottom() - gaps - taken
        self._in_file.limit_height(max(round(self.height() * SHARE), left))

    @property
    def hint(self) -> str:
        """The sentence under the field; empty when there is none."""
        return "" if self._hint.isHidden() else self._hint.text()

    def _have_rows(self, count: int) -> None:
        """As many rows as that, the upper ones being the same widgets as before: what the mouse is on stays."""
        for row in self._shown[count:]:
            self._rows.removeWidget(row)
            row.hide()
            row.deleteLater()
        del self._shown[count:]
        while len(self._shown) < count:
            row = TagRow(self)
            row.judged.connect(lambda judgement, row=row: self.judged.emit(row.entry.key, judgement))
            self._rows.addWidget(row)
            self._shown.append(row)

    def _hint_for(self, entries: int, sounds: int) -> str:
        if not sounds:
            return self.tr("Select a sound to see its tags.")
        return "" if entries else self.tr("No tags yet: press T, or type a tag above.")

    def _say(self, sentence: str) -> None:
        self._hint.setText(sentence)
        self._hint.setVisible(bool(sentence))


def _height_of(widget: QWidget, width: int) -> int:
    return widget.heightForWidth(width) if widget.hasHeightForWidth() else widget.sizeHint().height()
