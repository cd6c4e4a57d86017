"""What the world can do to the library's files, each as a sentence for the user."""

from collections.abc import Iterator
from contextlib import contextmanager

import apsw

from desktop_app.library.databases.database_files import DAMAGE


class LibraryError(Exception):
    """The library cannot do what was asked; the message is a sentence for the user."""


class LibraryClosedError(LibraryError):
    """The library was closed while somebody still worked with it."""


class LibraryDamagedError(LibraryError):
    """The library's file is damaged: `repair` keeps it and saves what can be saved."""


class LibraryTooNewError(LibraryError):
    """The library was written by a newer version of Earmark."""


_SENTENCES: dict[type[apsw.Error], str] = {
    apsw.FullError: "The disk is full, so the library could not be saved: make room and try again.",
    apsw.IOError: "The disk that holds the library could not be read or written: check the drive and try again.",
    apsw.BusyError: "The library is busy in another program: try again in a moment.",
    apsw.ReadOnlyError: "The library may not be written here: check that its files and its disk are writable.",
    apsw.CantOpenError: "The library's files could not be opened: check that their folder exists and may be written.",
}


@contextmanager
def explained(damage: str) -> Iterator[None]:
    """Turn what the world did to the files into a sentence, `damage` when one is damaged; our own mistakes pass."""
    try:
        yield
    except DAMAGE as error:
        raise LibraryDamagedError(damage) from error
    except tuple(_SENTENCES) as error:
        raise LibraryError(_SENTENCES[type(error)]) from error
