"""What can be wrong with a sound file, and the border where foreign parsers, which raise anything, become a sentence.

Light on purpose: the process of the window imports this and no decoder.
"""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from desktop_app.core.sound import AudioFormat, FileStamp

NOT_ALLOWED = "You are not allowed to read this file; change its permissions."


class UnreadableSoundError(Exception):
    """The file cannot be read as a sound; the message is a sentence for the user."""


class FailedSoundError(UnreadableSoundError):
    """Earmark failed on the file in a way that nobody expected; whoever heard it may fail on all others, too."""


class FileInTheWayError(UnreadableSoundError):
    """A region was to be written where a file is already that nobody allowed to replace."""

    def __init__(self, path: Path) -> None:
        super().__init__(path)
        self.path = path

    def __str__(self) -> str:
        return f"There is a file named {self.path.name} already; choose another name."


class SilentSoundError(Exception):
    """The file is good audio, but there is nothing to hear in it: it is too short or silent all through."""

    stamp: FileStamp | None = None
    content_id: bytes | None = None
    format: AudioFormat | None = None


@contextmanager
def parser_errors() -> Iterator[None]:
    """Turns whatever a decoder raises inside the `with` into an `UnreadableSoundError`."""
    try:
        yield
    except UnreadableSoundError:
        raise
    except PermissionError as error:
        raise UnreadableSoundError(NOT_ALLOWED) from error
    except MemoryError as error:
        raise UnreadableSoundError("This file asks for more memory than one sound may have.") from error
    except Exception as error:
        raise UnreadableSoundError(f"This is not audio that Earmark can read ({reason(error)}).") from error


def reason(error: Exception) -> str:
    """The shortest useful words of an error, without the path and without a full stop."""
    text = getattr(error, "error_string", None) or getattr(error, "strerror", None) or str(error)
    return str(text or type(error).__name__).strip().rstrip(".")
