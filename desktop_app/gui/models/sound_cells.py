"""What each column of the sound list says of a sound: for the eye, for the tool tip and for a screen reader."""

from collections.abc import Callable
from enum import IntEnum

from PySide6.QtCore import QCoreApplication, QDateTime, QLocale

from desktop_app.core.bands import Band, band_of
from desktop_app.core.sound import SoundState
from desktop_app.gui.models.sound_rows import SoundRow, format_text, length_text, trouble_text


class Column(IntEnum):
    """The columns, by the numbers that Qt knows them by; where they stand is the header's affair."""

    NAME = 0
    WAVEFORM = 1
    TAGS = 2
    LENGTH = 3
    FORMAT = 4
    SCORE = 5
    FOLDER = 6
    RATING = 7
    NOTE = 8
    CHANNELS = 9
    RATE = 10
    TAG_COUNT = 11
    MODIFIED = 12
    ADDED = 13


PAINTED = frozenset({Column.WAVEFORM, Column.TAGS, Column.RATING})
"""Columns whose cells are pictures; their words are for screen readers only."""
NUMBERS = frozenset({Column.LENGTH, Column.SCORE, Column.CHANNELS, Column.RATE, Column.TAG_COUNT})
"""Columns that stand to the right."""


def title(column: Column) -> str:
    """A column's name as a person reads it."""
    tr = QCoreApplication.translate
    return {
        Column.NAME: tr("SoundTable", "Name"),
        Column.WAVEFORM: tr("SoundTable", "Waveform"),
        Column.TAGS: tr("SoundTable", "Tags"),
        Column.LENGTH: tr("SoundTable", "Length"),
        Column.FORMAT: tr("SoundTable", "Format"),
        Column.SCORE: tr("SoundTable", "Score"),
        Column.FOLDER: tr("SoundTable", "Folder"),
        Column.RATING: tr("SoundTable", "Rating"),
        Column.NOTE: tr("SoundTable", "Note"),
        Column.CHANNELS: tr("SoundTable", "Channels"),
        Column.RATE: tr("SoundTable", "Sample rate"),
        Column.TAG_COUNT: tr("SoundTable", "Number of tags"),
        Column.MODIFIED: tr("SoundTable", "Modified"),
        Column.ADDED: tr("SoundTable", "Added"),
    }[column]


def cell_text(column: Column, row: SoundRow) -> str:
    """What a cell says; the score is not the sound's own and is asked for by `score_text`."""
    return _TEXTS[column](row)


def tool_tip(column: Column, row: SoundRow) -> str:
    """What is told of a cell when the mouse rests on it."""
    if column is Column.TAGS and row.tags:
        return ", ".join(f"{tag.name} ({tag.source})" for tag in row.tags)
    if column is Column.RATING:
        return _rating(row)
    parts = (str(row.sound.path), trouble_text(row.sound), row.marks.note)
    return "\n".join(filter(None, parts))


def trouble_word(row: SoundRow) -> str:
    """The word that a name carries when its file cannot be played; empty for one in good order."""
    tr = QCoreApplication.translate
    if row.sound.state is SoundState.MISSING:
        return tr("SoundTable", "missing")
    if row.sound.state is SoundState.OFFLINE:
        return tr("SoundTable", "offline")
    return tr("SoundTable", "not heard") if row.sound.problem else ""


def copies_text(copies: int) -> str:
    """What the first of several copies says: that there are `copies` more."""
    return QCoreApplication.translate("SoundTable", "+%n copies", "", copies)


def score_text(score: float, calibrated: float | None) -> str:
    """A score as its band; where there is none, with two decimals, and no minus sign before a zero."""
    tr = QCoreApplication.translate
    if calibrated is None:
        return f"{round(score, 2) + 0.0:.2f}"
    words = {
        Band.STRONG: tr("SoundTable", "Strong"),
        Band.LIKELY: tr("SoundTable", "Likely"),
        Band.WEAK: tr("SoundTable", "Weak"),
    }
    return words[band_of(calibrated)]


def _rating(row: SoundRow) -> str:
    tr = QCoreApplication.translate
    said = [tr("SoundTable", "Favourite")] if row.marks.favourite else []
    if row.marks.rating:
        said.append(tr("SoundTable", "%n star(s)", "", row.marks.rating))
    return ", ".join(said) or tr("SoundTable", "Not rated")


def _waveform(row: SoundRow) -> str:
    tr = QCoreApplication.translate
    if row.thumbnail is None:
        return tr("SoundTable", "No waveform yet")
    return tr("SoundTable", "Waveform, {}").format(length_text(row.sound.format))


def _channels(row: SoundRow) -> str:
    tr = QCoreApplication.translate
    if row.sound.format is None:
        return ""
    channels = row.sound.format.channels
    names = {1: tr("SoundTable", "mono"), 2: tr("SoundTable", "stereo")}
    return names.get(channels) or QLocale().toString(channels)


def _rate(row: SoundRow) -> str:
    return "" if row.sound.format is None else f"{row.sound.format.sample_rate / 1000:.4g} kHz"


def _date(seconds: float | None) -> str:
    """A day as the person's language writes it."""
    if seconds is None:
        return ""
    moment = QDateTime.fromSecsSinceEpoch(int(seconds))
    return QLocale().toString(moment.date(), QLocale.FormatType.ShortFormat)


_TEXTS: dict[Column, Callable[[SoundRow], str]] = {
    Column.NAME: lambda row: row.sound.name,
    Column.WAVEFORM: _waveform,
    Column.TAGS: lambda row: ", ".join(tag.name for tag in row.tags),
    Column.LENGTH: lambda row: length_text(row.sound.format),
    Column.FORMAT: lambda row: format_text(row.sound.format),
    Column.FOLDER: lambda row: str(row.sound.path.parent),
    Column.RATING: _rating,
    Column.NOTE: lambda row: " ".join(row.marks.note.split()),
    Column.CHANNELS: _channels,
    Column.RATE: _rate,
    Column.TAG_COUNT: lambda row: QLocale().toString(len(row.tags)) if row.tags else "",
    Column.MODIFIED: lambda row: _date(row.sound.stamp.modified_ns / 1e9),
    Column.ADDED: lambda row: _date(row.sound.added),
}
