"""What each column of the sound list says of a sound: for the eye, for the tool tip and for a screen reader."""

from collections.abc import Callable
from enum import IntEnum
from functools import partial

from PySide6.QtCore import QCoreApplication, QDateTime, QLocale

from desktop_app.core.bands import Band, band_of
from desktop_app.core.measured import Measured
from desktop_app.core.metadata import Field
from desktop_app.core.moment import Moment, clock_time
from desktop_app.core.scoring import AppliedTag, TagSource
from desktop_app.core.sound import SoundState
from desktop_app.gui.file_fields import field_name, origin_text
from desktop_app.gui.models.measured_texts import (
    key_text,
    key_words,
    kind_text,
    kind_words,
    loudness_text,
    loudness_words,
    tempo_text,
    tempo_words,
    true_peak_text,
    true_peak_words,
)
from desktop_app.gui.models.sound_rows import SoundRow, format_text, length_text, trouble_text
from desktop_app.gui.models.warning_texts import tag_cautions, warnings_text, warnings_tip
from desktop_app.gui.plain_text import shown_name, wrapped
from desktop_app.gui.translations import decimal_text


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
    MOMENT = 14
    TEMPO = 15
    KEY = 16
    KIND = 17
    LOUDNESS = 18
    TRUE_PEAK = 19
    WARNINGS = 20
    DESCRIPTION = 21
    CATEGORY = 22
    CATID = 23
    ARTIST = 24
    LIBRARY = 25


PAINTED = frozenset({Column.WAVEFORM, Column.TAGS, Column.RATING})
"""Columns whose cells are pictures; their words are for screen readers only."""
NUMBERS = frozenset(
    {
        Column.LENGTH,
        Column.SCORE,
        Column.CHANNELS,
        Column.RATE,
        Column.TAG_COUNT,
        Column.MOMENT,
        Column.TEMPO,
        Column.LOUDNESS,
        Column.TRUE_PEAK,
    }
)
"""Columns that stand to the right."""
_OF_MUSIC = frozenset({Column.TEMPO, Column.KEY, Column.KIND})
"""What is analysed as music; the other measured values are the recording's quality."""
IN_FILES = {
    Column.DESCRIPTION: Field.DESCRIPTION,
    Column.CATEGORY: Field.CATEGORY,
    Column.CATID: Field.CATID,
    Column.ARTIST: Field.ARTIST,
    Column.LIBRARY: Field.LIBRARY,
}
"""Columns that say what stands in the files themselves."""


def title(column: Column) -> str:
    """A column's name as a person reads it."""
    if column in IN_FILES:
        return field_name(IN_FILES[column])
    translate = QCoreApplication.translate
    return {
        Column.NAME: translate("SoundTable", "Name"),
        Column.WAVEFORM: translate("SoundTable", "Waveform"),
        Column.TAGS: translate("SoundTable", "Tags"),
        Column.LENGTH: translate("SoundTable", "Length"),
        Column.FORMAT: translate("SoundTable", "Format"),
        Column.SCORE: translate("SoundTable", "Score"),
        Column.FOLDER: translate("SoundTable", "Folder"),
        Column.RATING: translate("SoundTable", "Rating"),
        Column.NOTE: translate("SoundTable", "Note"),
        Column.CHANNELS: translate("SoundTable", "Channels"),
        Column.RATE: translate("SoundTable", "Sample rate"),
        Column.TAG_COUNT: translate("SoundTable", "Number of tags"),
        Column.MODIFIED: translate("SoundTable", "Modified"),
        Column.ADDED: translate("SoundTable", "Added"),
        Column.MOMENT: translate("SoundTable", "Moment"),
        Column.TEMPO: translate("SoundTable", "BPM"),
        Column.KEY: translate("SoundTable", "Key"),
        Column.KIND: translate("SoundTable", "Kind"),
        Column.LOUDNESS: translate("SoundTable", "Loudness"),
        Column.TRUE_PEAK: translate("SoundTable", "True peak"),
        Column.WARNINGS: translate("SoundTable", "Warnings"),
    }[column]


def cell_text(column: Column, row: SoundRow) -> str:
    """What a cell says, in one line; score and moment are not the sound's own."""
    return shown_name(_TEXTS[column](row))


def tool_tip(column: Column, row: SoundRow) -> str:
    """What is told of a cell when the mouse rests on it."""
    if column is Column.TAGS and row.tags:
        return _tags_tip(row)
    if column is Column.RATING:
        return _rating(row)
    if column in _MEASURED_WORDS:
        return _measured_tip(column, row)
    if column in IN_FILES:
        return _in_file_tip(IN_FILES[column], row)
    parts = (shown_name(str(row.sound.path)), trouble_text(row.sound), _warnings_line(row.measured), row.marks.note)
    return "\n".join(filter(None, parts))


def trouble_word(row: SoundRow) -> str:
    """The word that a name carries when its file cannot be played; empty for one in good order."""
    translate = QCoreApplication.translate
    if row.sound.state is SoundState.MISSING:
        return translate("SoundTable", "missing")
    if row.sound.state is SoundState.OFFLINE:
        return translate("SoundTable", "offline")
    return translate("SoundTable", "not heard") if row.sound.problem else ""


def copies_text(copies: int) -> str:
    """What the first of several copies says: that there are `copies` more."""
    return QCoreApplication.translate("SoundTable", "+%Ln copies", "", copies)


def score_text(score: float, calibrated: float | None) -> str:
    """A score as its band; where there is none, with two decimals, and no minus sign before a zero."""
    translate = QCoreApplication.translate
    if calibrated is None:
        return decimal_text(score, 2)
    words = {
        Band.STRONG: translate("SoundTable", "Strong"),
        Band.LIKELY: translate("SoundTable", "Likely"),
        Band.WEAK: translate("SoundTable", "Weak"),
    }
    return words[band_of(calibrated)]


def moment_time(moment: Moment | None) -> str:
    """When a moment begins, `2:31`; empty for a sound without one."""
    return "" if moment is None else clock_time(moment.start_s)


def moment_text(moment: Moment | None) -> str:
    """A moment in words; empty for a sound without one."""
    if moment is None:
        return ""
    text = QCoreApplication.translate("SoundTable", "Best from {start} to {end}")
    return text.format(start=clock_time(moment.start_s), end=clock_time(moment.end_s))


def _tags_tip(row: SoundRow) -> str:
    """The tags with who gave them, and why automatic ones are less certain here."""
    tags = ", ".join(_whose(tag) for tag in row.tags)
    doubted = any(tag.source is TagSource.AUTOMATIC for tag in row.tags)
    return "\n".join(filter(None, (tags, tag_cautions(row.measured) if doubted else "")))


def _measured_tip(column: Column, row: SoundRow) -> str:
    """What a measured value means; why there is none, or that it is still to come."""
    measured = row.measured
    translate = QCoreApplication.translate
    found = measured.music if column in _OF_MUSIC else measured.quality
    if found is None:
        return trouble_text(row.sound) or translate("SoundTable", "Not measured yet")
    return _MEASURED_WORDS[column](measured) or translate("SoundTable", "This could not be told for certain.")


def _warnings_line(measured: Measured) -> str:
    names = warnings_text(measured)
    return QCoreApplication.translate("SoundTable", "Warnings: {names}").format(names=names) if names else ""


def _whose(label: AppliedTag) -> str:
    """A tag, and who gave it."""
    translate = QCoreApplication.translate
    text = {
        TagSource.AUTOMATIC: translate("SoundTable", "{tag} (automatic)"),
        TagSource.ACCEPTED: translate("SoundTable", "{tag} (accepted)"),
        TagSource.PERSON: translate("SoundTable", "{tag} (added by you)"),
    }[label.source]
    return text.format(tag=label.name)


def _rating(row: SoundRow) -> str:
    translate = QCoreApplication.translate
    said = [translate("SoundTable", "Favourite")] if row.marks.favourite else []
    if row.marks.rating:
        said.append(translate("SoundTable", "%n star(s)", "", row.marks.rating))
    return ", ".join(said) or translate("SoundTable", "Not rated")


def _waveform(row: SoundRow) -> str:
    translate = QCoreApplication.translate
    if row.thumbnail is None:
        return translate("SoundTable", "No waveform yet")
    return translate("SoundTable", "Waveform, {}").format(length_text(row.sound.format))


def _channels(row: SoundRow) -> str:
    translate = QCoreApplication.translate
    if row.sound.format is None:
        return ""
    channels = row.sound.format.channels
    names = {1: translate("SoundTable", "mono"), 2: translate("SoundTable", "stereo")}
    return names.get(channels) or QLocale().toString(channels)


def _rate(row: SoundRow) -> str:
    return "" if row.sound.format is None else f"{QLocale().toString(row.sound.format.sample_rate / 1000, 'g', 4)} kHz"


def _date(seconds: float | None) -> str:
    """A day as the person's language writes it."""
    if seconds is None:
        return ""
    moment = QDateTime.fromSecsSinceEpoch(int(seconds))
    return QLocale().toString(moment.date(), QLocale.FormatType.ShortFormat)


def _in_file(field: Field, row: SoundRow) -> str:
    """In one line, as a cell is."""
    return " ".join("; ".join(row.in_file.of(field)).split())


def _in_file_tip(field: Field, row: SoundRow) -> str:
    """All of it, and that it is the file's word and not ours."""
    texts = row.in_file.of(field)
    whole = wrapped("\n".join(texts))
    return f"{whole}\n\n{origin_text(row.in_file, field, texts)}" if texts else ""


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
    Column.TEMPO: lambda row: tempo_text(row.measured),
    Column.KEY: lambda row: key_text(row.measured),
    Column.KIND: lambda row: kind_text(row.measured),
    Column.LOUDNESS: lambda row: loudness_text(row.measured),
    Column.TRUE_PEAK: lambda row: true_peak_text(row.measured),
    Column.WARNINGS: lambda row: warnings_text(row.measured),
    **{column: partial(_in_file, field) for column, field in IN_FILES.items()},
}
_MEASURED_WORDS: dict[Column, Callable[[Measured], str]] = {
    Column.TEMPO: tempo_words,
    Column.KEY: key_words,
    Column.KIND: kind_words,
    Column.LOUDNESS: loudness_words,
    Column.TRUE_PEAK: true_peak_words,
    Column.WARNINGS: warnings_tip,
}
"""Columns of what is measured; their cells stay empty until it is."""
