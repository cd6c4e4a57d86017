"""Sounds whose labels somebody wrote down: the input of an evaluation, and of a classifier of one's own.

Read are a folder whose sub-folders are the labels, a CSV file, and the layouts in which three published sets come.
Sound files are only named here; they are never opened, and nothing is fetched.
"""

import csv
import io
import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Final

from desktop_app.library.bounded_reading import UnfitFileError, read_at_most
from desktop_app.library.scanner import is_sound_name, scan

_MOST_BYTES: Final = 64 << 20
"""A line for each of 400,000 sounds takes half of it."""
_PATH_COLUMNS: Final = ("path", "file", "filename", "sound")
_LABEL_COLUMNS: Final = ("label", "labels", "category", "class", "tag", "tags")
_SPLIT_COLUMNS: Final = ("split", "fold")
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


@dataclass(frozen=True, slots=True)
class LabelledSet:
    """Labelled sounds from one place."""

    name: str
    kind: str
    """`folder`, `csv`, or the published set whose layout it has."""
    sounds: tuple[LabelledSound, ...]
    absent: int = 0
    """Sounds that are named but not there."""
    unlabelled: int = 0
    """Sounds that are there but have no label: rows without one, files beside the folders."""

    @property
    def labels(self) -> tuple[str, ...]:
        """Every label once, sorted."""
        return tuple(sorted({label for sound in self.sounds for label in sound.labels}))


def read_labelled(place: Path) -> LabelledSet:
    """The labelled sounds of a folder or CSV file. Raises LabelsError and OSError."""
    if place.is_dir():
        layout = next((layout for layout in _LAYOUTS if (place / layout.table).is_file()), None)
        found = _of_folder(place) if layout is None else _of_layout(place, layout)
    elif place.suffix.lower() in (".csv", ".tsv"):
        found = _of_table(place)
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
    return f"{place} names no sounds with labels."


def _of_folder(folder: Path) -> LabelledSet:
    inside = [Path(relative) for relative in sorted(scan(folder, exclusions=()).found)]
    labelled = [relative for relative in inside if len(relative.parts) > 1]
    sounds = tuple(LabelledSound(folder / relative, (as_label(relative.parts[0]),)) for relative in labelled)
    return LabelledSet(folder.name, "folder", sounds, unlabelled=len(inside) - len(labelled))


def _of_table(file: Path) -> LabelledSet:
    """A CSV file with a header: a column of paths, one of labels (with ; between several), perhaps one of splits."""
    rows = _rows(file)
    if not rows:
        raise LabelsError(f"{file} names no sounds: it needs a line of column names and a line a sound.")
    columns = tuple(rows[0])
    path_column, label_column = _column(columns, _PATH_COLUMNS), _column(columns, _LABEL_COLUMNS)
    if path_column is None or label_column is None:
        raise LabelsError(f"The first line of {file} must name its columns, a “path” and a “label” among them.")
    split_column = _column(columns, _SPLIT_COLUMNS)

    def sound(row: dict[str, str]) -> LabelledSound:
        labels = tuple(dict.fromkeys(filter(None, (as_label(part.strip()) for part in row[label_column].split(";")))))
        return LabelledSound(file.parent / row[path_column], labels, row[split_column] if split_column else "")

    return _present(file.stem, "csv", [sound(row) for row in rows])


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
        text = read_at_most(file, _MOST_BYTES).decode("utf-8-sig")
    except UnfitFileError as error:
        raise LabelsError(f"{file} cannot be read: {error}.") from error
    except UnicodeDecodeError as error:
        raise LabelsError(f"{file} is not UTF-8 text: save it as “CSV UTF-8”.") from error
    return list(_named(csv.reader(io.StringIO(text), delimiter=_delimiter(text)), file))


def _named(lines: Iterator[list[str]], file: Path) -> Iterator[dict[str, str]]:
    """Each line that is not empty by the names of its columns, in small letters where they are ours to choose."""
    names: list[str] | None = None
    try:
        for line in lines:
            if not any(field.strip() for field in line):
                continue
            if names is None:
                names = [field.strip() for field in line]
                continue
            yield dict(zip(names, (*line, *[""] * len(names)), strict=False))
    except csv.Error as error:
        raise LabelsError(f"{file} is no table that can be read: {error}.") from error


def _delimiter(text: str) -> str:
    """What stands between the columns: spreadsheets of some countries write semicolons, others tabs."""
    header = text.lstrip().partition("\n")[0]
    return max(",;\t", key=header.count)


def _column(columns: tuple[str, ...], names: tuple[str, ...]) -> str | None:
    return next((column for name in names for column in columns if column.lower() == name), None)


def _present(name: str, kind: str, rows: list[LabelledSound]) -> LabelledSet:
    """What is there of the sounds that the rows name; several rows of one sound give it all their labels."""
    sounds: dict[Path, LabelledSound] = {}
    for row in rows:
        if is_sound_name(row.path.name):
            known = sounds.get(row.path, row)
            sounds[row.path] = replace(known, labels=tuple(dict.fromkeys((*known.labels, *row.labels))))
    there = [sound for sound in sounds.values() if sound.path.is_file()]
    labelled = tuple(sound for sound in there if sound.labels)
    return LabelledSet(name, kind, labelled, len(sounds) - len(there), len(there) - len(labelled))
