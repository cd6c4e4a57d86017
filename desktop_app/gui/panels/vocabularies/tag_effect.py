"""What saving the tag that is being edited would do: how many sounds gain and lose it, which those are, and whether
another tag says the same already.
"""

from collections.abc import Sequence
from typing import Final

import numpy as np
from PySide6.QtCore import Signal
from PySide6.QtGui import QPalette
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from desktop_app.engine.tagging.preview import Preview
from desktop_app.engine.tagging.similar_tags import SimilarTag
from desktop_app.gui.drafted_tag import DraftedTag, TagEffect
from desktop_app.gui.models.preview_sounds import ReadSounds, SoundIds
from desktop_app.gui.panels.elided_label import ElidedLabel
from desktop_app.gui.panels.vocabularies.preview_list import PreviewList
from desktop_app.gui.plain_text import PlainLabel

_NO_SOUNDS: Final[SoundIds] = np.empty(0, dtype=np.int64)
_BIG: Final = 1.4
"""The two numbers are what one looks at while typing."""


class TagEffectPanel(QWidget):
    """Below the form. Shows what it is given; the lists can be played."""

    sound_chosen = Signal(object)
    """The `Sound` of a list that the keyboard or the mouse came to."""
    play_toggled = Signal(object)
    """Play this `Sound`, or stop it if it plays."""
    play_wanted = Signal(object)
    """Play this `Sound` from its start."""
    tag_wanted = Signal(str, str)
    """(vocabulary id, tag id) of the tag that says the same."""

    def __init__(self, read: ReadSounds, parent: QWidget | None = None) -> None:
        """Nothing to show yet. `read` gives the sounds of some ids."""
        super().__init__(parent)
        self._similar: SimilarTag | None = None
        self.gained = PreviewList(
            self.tr("Sounds that would gain the tag"),
            self.tr("While you change the tag, the sounds that gain it appear here. Arrow keys and Space play them."),
            read,
        )
        self.lost = PreviewList(
            self.tr("Sounds that would lose the tag"), self.tr("Those that lose it appear here."), read
        )
        self._build()
        self.show_nothing()

    @property
    def numbers(self) -> str:
        """The two numbers, as in “+214 −31”; empty while nothing would change."""
        return self._numbers.text()

    @property
    def standing(self) -> str:
        """The sentence beside the numbers."""
        return self._standing.text()

    @property
    def repetition(self) -> str:
        """The sentence about a tag that says the same; empty when there is none."""
        return "" if self._similar is None else self._repetition.text()

    def show_nothing(self) -> None:
        """There is no tag, or nothing is known of it yet."""
        self._show(_NO_SOUNDS, _NO_SOUNDS)
        self._standing.clear()
        self.show_similar(())

    def show_effect(self, drafted: DraftedTag, effect: TagEffect) -> None:
        """What saving `drafted` would do, or why that is not known."""
        preview = effect.preview
        if preview is None:
            self._show(_NO_SOUNDS, _NO_SOUNDS)
            self._standing.setText(effect.problem)
            return
        self._show(preview.gained, preview.lost)
        self._standing.setText(self._sentence(preview, is_active=drafted.is_active))

    def show_similar(self, similar: Sequence[SimilarTag]) -> None:
        """Point out the first of the tags that say the same; an empty list takes the line away."""
        self._similar = similar[0] if similar else None
        self._line.setVisible(self._similar is not None)
        if self._similar is None:
            return
        if self._similar.shared_name is None:
            sentence = self.tr("The prompts of “{tag}” in “{vocabulary}” mean nearly the same.")
        else:
            sentence = self.tr("“{tag}” in “{vocabulary}” is called “{name}” too.")
        self._repetition.setText(
            sentence.format(
                tag=self._similar.tag.name,
                vocabulary=self._similar.vocabulary_name,
                name=self._similar.shared_name,
            )
        )

    def _show(self, gained: SoundIds, lost: SoundIds) -> None:
        changes = bool(len(gained) or len(lost))
        self._numbers.setText(
            self.tr("+{gained} −{lost}").format(gained=len(gained), lost=len(lost)) if changes else ""
        )
        self._numbers.setVisible(changes)
        for heading, sounds, ids in ((self._gain, self.gained, gained), (self._lose, self.lost, lost)):
            heading.setEnabled(bool(len(ids)))
            sounds.show_ids(ids)
            sounds.setEnabled(bool(len(ids)))

    def _sentence(self, preview: Preview, *, is_active: bool) -> str:
        if not is_active:
            return self.tr("%Ln sound(s) would have this tag if its vocabulary were used", "", preview.now)
        if len(preview.gained) or len(preview.lost):
            return self.tr("%Ln sound(s) would have this tag", "", preview.now)
        return self.tr("%Ln sound(s) have this tag", "", preview.now)

    def _build(self) -> None:
        self._numbers, self._standing = PlainLabel(), PlainLabel()
        font = self._numbers.font()
        font.setPixelSize(round(font.pixelSize() * _BIG))
        font.setBold(True)
        self._numbers.setFont(font)
        self._numbers.setAccessibleName(self.tr("Sounds that gain and lose the tag"))
        self._standing.setForegroundRole(QPalette.ColorRole.PlaceholderText)
        self._gain, self._lose = PlainLabel(self.tr("Would gain it")), PlainLabel(self.tr("Would lose it"))
        head = QHBoxLayout()
        head.setSpacing(12)
        head.addWidget(self._numbers)
        head.addWidget(self._standing, 1)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(14, 12, 14, 2)
        layout.setSpacing(6)
        layout.addLayout(head)
        layout.addWidget(self._build_line())
        columns = QHBoxLayout()
        columns.setSpacing(14)
        for heading, sounds in ((self._gain, self.gained), (self._lose, self.lost)):
            columns.addLayout(_column(heading, sounds))
            sounds.sound_chosen.connect(self.sound_chosen)
            sounds.play_toggled.connect(self.play_toggled)
            sounds.play_wanted.connect(self.play_wanted)
        layout.addLayout(columns, 1)

    def _build_line(self) -> QWidget:
        self._repetition = ElidedLabel()
        go = QPushButton(self.tr("Go &to it"))
        go.setAutoDefault(False)
        go.clicked.connect(self._go)
        self._line = QWidget()
        row = QHBoxLayout(self._line)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(self._repetition, 1)
        row.addWidget(go)
        return self._line

    def _go(self) -> None:
        if self._similar is not None:
            self.tag_wanted.emit(self._similar.vocabulary_id, self._similar.tag.tag_id)


def _column(heading: QLabel, sounds: PreviewList) -> QBoxLayout:
    heading.setBuddy(sounds)
    heading.setForegroundRole(QPalette.ColorRole.PlaceholderText)
    layout = QVBoxLayout()
    layout.setSpacing(4)
    layout.addWidget(heading)
    layout.addWidget(sounds, 1)
    return layout
