"""Sounds whose labels somebody wrote down: the input of an evaluation, and of a classifier of one's own.

Read are a folder whose sub-folders are the labels, a CSV file, and the layouts in which three published sets come.
Sound files are only named here; they are never opened, and nothing is fetched.
"""

import codecs
import csv
import io
import os
import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Final

from desktop_app.library.databases.bounded_reading import UnfitFileError, is_file, read_at_most
from desktop_app.library.watching.scanner import is_sound_name, scan

_MOST_BYTES: Final = 64 << 20
"""A line for each of 400,000 sounds takes half of it."""
_LONGEST_FIELD: Final = 1 << 17
"""Characters, as the reader of tables has it unless the program was told to read longer ones elsewhere."""
_PATH_COLUMNS: Final = ("path", "file", "filename", "sound")
_LABEL_COLUMNS: Final = ("label", "labels", "category", "class", "tag", "tags")
_SPLIT_COLUMNS: Final = ("split", "fold")
_SPREADSHEETS: Final = (".xlsx", ".xls", ".ods", ".numbers")
_HINT: Final = re.compile(r"sep=(.)\r?\n", re.IGNORECASE)
"""A line by which spreadsheets tell each other what stands between the columns."""
_GROUP_COLUMNS: Final = ("group", "take", "session")
_NUMBER: Final = re.compile(r"^(0\d*[\s_.-]+|\d+(\s*-|\.)\s+)(?=\S)")
"""A number that only puts folders in order: “01 Rain”, “12 - Rain”, “12. Rain”, but not “808 kicks”."""


class LabelsError(Exception):
    """There are no labels to work with; the message is a sentence for the user."""


@dataclass(frozen=True, slots=True)
class LabelledSound:
    """A sound file and what is known of it."""

    path: Path
    labels: tuple[str, ...]
    split: str = ""
    """The part of the set that it belongs to, as the set names it; empty where it names none."""
    group: str = ""
    """What it was recorded or made with, as far as that is told: sounds of one group are no proof of each other."""


@dataclass(frozen=True, slots=True)
class LabelledSet:
    """Labelled sounds from one place."""

    name: str
    kind: str
    """`folder`, `csv`, or the published set whose layout it has."""
    sounds: tuple[LabelledSound, ...]
    missing: tuple[Path, ...] = ()
    """Sounds that are named but not there."""
    unlabelled: int = 0
    """Sounds that are there but have no label: rows without one, files beside the folders."""
    not_sounds: int = 0
    """Rows whose file is no sound by its name."""
    problems: tuple[str, ...] = ()
    """Places that could not be looked into, as sentences."""
    gives_several: bool = False
    """Whether it lists several labels of a sound somewhere; where it does not, only one can be right."""

    @property
    def absent(self) -> int:
        """How many sounds are named but not there."""
        return len(self.missing)

    @property
    def labels(self) -> tuple[str, ...]:
        """Every label once, sorted."""
        return tuple(sorted({label for sound in self.sounds for label in sound.labels}))


def read_labelled(place: Path) -> LabelledSet:
    """The labelled sounds of a folder or CSV file. Raises LabelsError and OSError."""
    place = Path(os.path.normpath(place))  # “..” is no name of a set
    if place.is_dir():
        layout = next((layout for layout in _LAYOUTS if (place / layout.table).is_file()), None)
        found = _of_folder(place) if layout is None else _of_layout(place, layout)
    elif place.suffix.lower() in (".csv", ".tsv"):
        found = _of_table(place)
    elif place.suffix.lower() in _SPREADSHEETS and place.is_file():
        raise LabelsError(f"{place} is a spreadsheet: save it as “CSV UTF-8”, and name that file.")
    else:
        raise LabelsError(f"{place} is neither a folder nor a .csv file that is there: name one of them.")
    if not found.sounds:
        raise LabelsError(_nothing_found(found, place))
    if len(found.labels) < 2:
        others = f" ({found.absent:,} others that it names are not there)" if found.absent else ""
        raise LabelsError(
            f"All sounds of {place} have the label “{found.labels[0]}”{others}: there must be two labels at least."
        )
    return found


def as_label(name: str) -> str:
    """The label that a folder's name means: “001 - Dog_bark” is “dog bark”."""
    text = _NUMBER.sub("", name.encode("utf-8", "replace").decode())  # a network reads text; names of files may be none
    return " ".join(text.replace("_", " ").split()).lower() or name


def _nothing_found(found: LabelledSet, place: Path) -> str:
    if found.absent:
        return f"No sound that {place} names is there ({found.absent:,}): its paths must be relative to its folder."
    if found.kind == "folder":
        return f"No sounds lie in sub-folders of {place}: put the sounds of each label into a folder of that name."
    if found.not_sounds:
        lines = f"{found.not_sounds:,} line{'' if found.not_sounds == 1 else 's'}"
        return (
            f"{place} names no sound files ({lines}): it needs a column “path”, with the sound files, and a column "
            "“label”, with what is heard in them."
        )
    return f"{place} names no sounds with labels."


def _of_folder(folder: Path) -> LabelledSet:
    scanned = scan(folder, exclusions=())
    inside = [Path(relative) for relative in sorted(scanned.found)]
    labelled = [relative for relative in inside if len(relative.parts) > 1]
    sounds = tuple(LabelledSound(folder / relative, (as_label(relative.parts[0]),)) for relative in labelled)
    problems = tuple(f"{path}: {problem}" for path, problem in scanned.problems)
    return LabelledSet(folder.name, "folder", sounds, unlabelled=len(inside) - len(labelled), problems=problems)


def _of_table(file: Path) -> LabelledSet:
    """A CSV file with a header: a column of paths, one of labels (with ; between several), perhaps splits, groups."""
    rows = _rows(file)
    if not rows:
        raise LabelsError(f"{file} names no sounds: it needs a line of column names and a line a sound.")
    columns = tuple(rows[0])
    path_column, label_column = _column(columns, _PATH_COLUMNS), _column(columns, _LABEL_COLUMNS)
    if path_column is None or label_column is None:
        raise LabelsError(f"The first line of {file} must name its columns, a “path” and a “label” among them.")
    split_column, group_column = _column(columns, _SPLIT_COLUMNS), _column(columns, _GROUP_COLUMNS)

    def sound(row: dict[str, str]) -> LabelledSound:
        labels = tuple(dict.fromkeys(filter(None, (as_label(part.strip()) for part in row[label_column].split(";")))))
        path = _place_of(file.parent, row[path_column])
        split, group = (row[column].strip() if column else "" for column in (split_column, group_column))
        return LabelledSound(path, labels, split, group)

    return _present(file.stem, "csv", [sound(row) for row in rows])


def _place_of(folder: Path, named: str) -> Path:
    """Where a table's file is: also where the table was written on Windows, or with blanks that nobody sees."""
    stripped = named.strip()
    places = [folder / name for name in dict.fromkeys((named, stripped, stripped.replace("\\", "/")))]
    return next((place for place in places if is_file(place)), places[min(1, len(places) - 1)])


@dataclass(frozen=True, slots=True)
class _Layout:
    """How a published set lies in its folder."""

    name: str
    table: str
    columns: tuple[str, ...]
    sound: Callable[[Path, dict[str, str]], LabelledSound]


def _of_layout(folder: Path, layout: _Layout) -> LabelledSet:
    table = folder / layout.table
    rows = _rows(table)
    if rows and not set(layout.columns) <= rows[0].keys():
        raise LabelsError(f"{table} is not the table of {layout.name}: it lacks {', '.join(layout.columns)}.")
    return _present(layout.name, layout.name, [layout.sound(folder, row) for row in rows])


def _esc50(folder: Path, row: dict[str, str]) -> LabelledSound:
    return LabelledSound(folder / "audio" / row["filename"], (as_label(row["category"]),), row["fold"])


def _urbansound8k(folder: Path, row: dict[str, str]) -> LabelledSound:
    path = folder / "audio" / f"fold{row['fold']}" / row["slice_file_name"]
    return LabelledSound(path, (as_label(row["class"]),), row["fold"])


def _fsd50k(folder: Path, row: dict[str, str]) -> LabelledSound:
    path = folder / "FSD50K.eval_audio" / f"{row['fname']}.wav"
    return LabelledSound(path, tuple(dict.fromkeys(as_label(label) for label in row["labels"].split(","))), "eval")


_LAYOUTS: Final = (
    _Layout("ESC-50", "meta/esc50.csv", ("filename", "category", "fold"), _esc50),
    _Layout("UrbanSound8K", "metadata/UrbanSound8K.csv", ("slice_file_name", "fold", "class"), _urbansound8k),
    _Layout("FSD50K", "FSD50K.ground_truth/eval.csv", ("fname", "labels"), _fsd50k),
)


def _rows(file: Path) -> list[dict[str, str]]:
    try:
        text = _decoded(read_at_most(file, _MOST_BYTES))
    except UnfitFileError as error:
        raise LabelsError(f"{file} cannot be read: {error}.") from error
    except UnicodeDecodeError as error:
        raise LabelsError(f"{file} is not UTF-8 text: save it as “CSV UTF-8”.") from error
    hint = _HINT.match(text)
    table = text[hint.end() :] if hint else text
    delimiter = hint[1] if hint else _delimiter(table)
    return list(_named(csv.reader(io.StringIO(table), delimiter=delimiter), file))


def _decoded(raw: bytes) -> str:
    """UTF-8, or the UTF-16 that spreadsheets call “Unicode text”. Raises UnicodeDecodeError."""
    return raw.decode("utf-16" if raw[:2] in (codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE) else "utf-8-sig")


def _named(lines: Iterator[list[str]], file: Path) -> Iterator[dict[str, str]]:
    """Each line that is not empty by the names of its columns, in small letters where they are ours to choose."""
    names: list[str] | None = None
    try:
        for line in lines:
            _check_length(line)
            if not any(field.strip() for field in line):
                continue
            if names is None:
                names = [field.strip() for field in line]
                continue
            yield dict(zip(names, (*line, *[""] * len(names)), strict=False))
    except csv.Error as error:
        raise LabelsError(f"{file} is no table that can be read: {error}.") from error


def _check_length(line: list[str]) -> None:
    if max(map(len, line), default=0) > _LONGEST_FIELD:
        raise csv.Error(f"a field is longer than {_LONGEST_FIELD:,} characters")


def _delimiter(text: str) -> str:
    """What stands between the columns: spreadsheets of some countries write semicolons, others tabs."""
    header = text.lstrip().partition("\n")[0]
    return max(",;\t", key=header.count)


def _column(columns: tuple[str, ...], names: tuple[str, ...]) -> str | None:
    return next((column for name in names for column in columns if column.lower() == name), None)


def _present(name: str, kind: str, rows: list[LabelledSound]) -> LabelledSet:
    """What is there of the sounds that the rows name; several rows of one sound give it all their labels."""
    sounds: dict[Path, LabelledSound] = {}
    named = [row for row in rows if is_sound_name(row.path.name)]
    for row in named:
        known = sounds.get(row.path, row)
        sounds[row.path] = replace(known, labels=tuple(dict.fromkeys((*known.labels, *row.labels))))
    there = [sound for sound in sounds.values() if is_file(sound.path)]
    labelled = tuple(sound for sound in there if sound.labels)
    found = {sound.path for sound in there}
    missing = tuple(path for path in sounds if path not in found)
    several = any(len(row.labels) > 1 for row in rows)
    without, others = len(there) - len(labelled), len(rows) - len(named)
    return LabelledSet(name, kind, labelled, missing, without, not_sounds=others, gives_several=several)
