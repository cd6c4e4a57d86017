"""What can be wrong with a sound file, and the border where foreign parsers, which raise anything, become a sentence.

Light on purpose: the process of the window imports this and no decoder.
"""

import errno
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from desktop_app.core.sound import AudioFormat, FileStamp

NOT_ALLOWED = "You are not allowed to read this file; change its permissions."
TRIED_AGAIN = "it is tried again later."
"""How a reason ends that passes by itself."""
LOCKED = f"Another program keeps this file locked; {TRIED_AGAIN}"
_NOT_NOW = f"This file cannot be read at the moment ({{reason}}); {TRIED_AGAIN}"
LOCKED_OR_NOT_ALLOWED = f"Another program keeps this file locked, or you are not allowed to read it; {TRIED_AGAIN}"
"""Windows, whose C library, by which Python opens files, has one number for both."""
_LOCKS = (32, 33)
"""Windows: a sharing and a lock violation."""
_FOR_GOOD = (errno.EISDIR, errno.EINVAL, errno.ELOOP, errno.ENAMETOOLONG, errno.EOVERFLOW)
"""Errors of the system that will be the same at every try."""


class UnreadableSoundError(Exception):
    """The file cannot be read as a sound; the message is a sentence for the user."""


class UnreachableSoundError(UnreadableSoundError):
    """The file cannot be read now, by a permission, a lock, or a disk that fails: of what is in it, this says nothing.

    It may be over at any time, without the file looking any different.
    """


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
    except OSError as error:
        # A decoder's own errors are such, too, and speak of what is in the file.
        if type(error).__module__ == "builtins":
            raise of_the_system(error) from error
        raise UnreadableSoundError(_no_audio(error)) from error
    except MemoryError as error:
        raise UnreadableSoundError("This file asks for more memory than one sound may have.") from error
    except Exception as error:
        raise UnreadableSoundError(_no_audio(error)) from error


def of_the_system(error: OSError) -> UnreadableSoundError:
    """What it means for a sound that the system refused its file."""
    if getattr(error, "winerror", None) in _LOCKS:
        return UnreachableSoundError(LOCKED)
    on_windows = sys.platform == "win32"
    if isinstance(error, PermissionError):
        return UnreachableSoundError(LOCKED_OR_NOT_ALLOWED if on_windows else NOT_ALLOWED)
    # Windows calls invalid whatever its C library has no number for: a disk that fails, a network that is gone.
    is_telling = error.errno != errno.EINVAL or not on_windows
    if error.errno is None or (error.errno in _FOR_GOOD and is_telling):
        return UnreadableSoundError(f"This file cannot be opened ({reason(error)}).")
    return UnreachableSoundError(_NOT_NOW.format(reason=reason(error)))


def _no_audio(error: Exception) -> str:
    return f"This is not audio that Earmark can read ({reason(error)})."


def reason(error: Exception) -> str:
    """The shortest useful words of an error, without the path and without a full stop."""
    text = getattr(error, "error_string", None) or getattr(error, "strerror", None) or str(error)
    return str(text or type(error).__name__).strip().rstrip(".")
