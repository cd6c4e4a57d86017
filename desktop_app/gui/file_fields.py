"""What the fields are called that stand in sound files themselves, and what is said of where they stand."""

from collections.abc import Sequence
from typing import Final

from PySide6.QtCore import QCoreApplication

from desktop_app.core.metadata import Field, FileProblem, Metadata, list_entries

_FILE_NAME: Final = "file name"
"""What `EmbeddedText.source` says of what a file's name tells."""


def field_name(field: Field) -> str:
    """As a line begins that says what a file says of itself."""
    translate = QCoreApplication.translate
    names = {
        Field.TITLE: translate("FileFields", "Title"),
        Field.DESCRIPTION: translate("FileFields", "Description"),
        Field.KEYWORDS: translate("FileFields", "Keywords"),
        Field.CATEGORY: translate("FileFields", "Category"),
        Field.SUBCATEGORY: translate("FileFields", "Subcategory"),
        Field.CATID: translate("FileFields", "CatID"),
        Field.FX_NAME: translate("FileFields", "FX name"),
        Field.USER_CATEGORY: translate("FileFields", "User category"),
        Field.VENDOR_CATEGORY: translate("FileFields", "Vendor category"),
        Field.CREATOR: translate("FileFields", "Creator ID"),
        Field.SOURCE: translate("FileFields", "Source ID"),
        Field.ARTIST: translate("FileFields", "Artist"),
        Field.LIBRARY: translate("FileFields", "Library"),
        Field.MANUFACTURER: translate("FileFields", "Manufacturer"),
        Field.SHOW: translate("FileFields", "Show"),
        Field.GENRE: translate("FileFields", "Genre"),
        Field.NOTES: translate("FileFields", "Notes"),
        Field.MICROPHONE: translate("FileFields", "Microphone"),
        Field.PERSPECTIVE: translate("FileFields", "Perspective"),
        Field.LOCATION: translate("FileFields", "Location"),
        Field.RECORDED: translate("FileFields", "Recorded"),
        Field.SCENE: translate("FileFields", "Scene"),
        Field.TAKE: translate("FileFields", "Take"),
        Field.TEMPO: translate("FileFields", "Tempo"),
        Field.KEY: translate("FileFields", "Key"),
        Field.COPYRIGHT: translate("FileFields", "Copyright"),
        Field.URL: translate("FileFields", "Address"),
        Field.MARKER: translate("FileFields", "Marker"),
    }
    return names[field]


def problem_text(problem: FileProblem) -> str:
    """Why what is shown may not be all that stands in a file, as a sentence."""
    translate = QCoreApplication.translate
    return {
        FileProblem.DAMAGED_IXML: translate(
            "FileFields", "The iXML in this file is damaged; what is shown is what could be read."
        ),
        FileProblem.UNFIT_IXML: translate(
            "FileFields", "The iXML in this file is of a kind that cannot be read; what is shown stands beside it."
        ),
        FileProblem.NOT_READ: translate(
            "FileFields",
            "What stands in this file could not be read. Earmark tries again at its next start.",
        ),
    }[problem]


def origin_text(metadata: Metadata, field: Field, texts: Sequence[str], *, own: bool = False) -> str:
    """The sentence that says where in a file some texts of a field stand; `own`: and that Earmark wrote them there."""
    return origin_of(
        [entry.source for entry in metadata.texts if entry.field is field and _says(entry.text, field, texts)], own=own
    )


def origin_of(sources: Sequence[str], *, own: bool = False) -> str:
    """The same of places, by the names that people have for them."""
    translate = QCoreApplication.translate
    places = list(dict.fromkeys(sources))
    if places == [_FILE_NAME]:
        return translate("FileFields", "Embedded in the file's name")
    named = ", ".join(translate("FileFields", "its name") if place == _FILE_NAME else place for place in places)
    if own:
        return translate("FileFields", "Written by Earmark into the file: {places}").format(places=named)
    return translate("FileFields", "Embedded in the file: {places}").format(places=named)


def _says(said: str, field: Field, texts: Sequence[str]) -> bool:
    """Whether what one place says is, or lists, or begins one of these texts."""
    if field is Field.KEYWORDS:
        listed = {entry.casefold() for entry in list_entries([said])}
        return any(entry.casefold() in listed for entry in list_entries(texts))
    return any(text.startswith(said) for text in texts)
