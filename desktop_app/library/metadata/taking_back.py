"""Taking back what was written into a sound file, if it is still the file that the writing left: by its stamp, or,
where it was moved, copied or restored since, by its audio and all that stands in the places that were written.
"""

import hashlib
from dataclasses import dataclass
from pathlib import Path

from desktop_app.core.sound import FileStamp
from desktop_app.library.metadata.replacing import NotWrittenError
from desktop_app.library.metadata.slots import Texts
from desktop_app.library.metadata.writing import FileTexts, Identify, Kept, opened, replaced
from desktop_app.library.watching.stamps import is_unchanged, stamp_of_status


@dataclass(frozen=True, slots=True)
class Left:
    """How a writing left a file."""

    stamp: FileStamp
    state: bytes = b""
    """A hash of all that stood in the places that were written; empty where that is not known."""


@dataclass(frozen=True, slots=True)
class TakenBack:
    """A file that says again what it said before."""

    stamp: FileStamp
    """Of the file now."""
    was_so: bool
    """Whether it said that already, and nothing was done."""


def left_by(kept: Kept, stamp: FileStamp) -> Left:
    """How a file was left by a writing that returned this stamp."""
    try:
        with opened(kept.path) as (texts, found):
            return Left(stamp, _state(texts, kept.after) if is_unchanged(stamp, found) else b"")
    except NotWrittenError:  # somebody took it away meanwhile
        return Left(stamp)


def was_never_written(kept: Kept) -> bool:
    """Whether a file is certainly the one that was noted before it was to be written."""
    try:
        found = stamp_of_status(kept.path.stat())
    except OSError:
        return False
    return found == kept.stamp and bool(found.inode)


def is_what_was_left(kept: Kept, left: Left | None, path: Path, identify: Identify) -> bool:
    """Whether a file with another name is the one that was written, and says what it was left with."""
    try:
        with opened(path) as (texts, stamp):
            if not _is_as_left(texts, stamp, kept, left):
                return False
        return kept.content_id is not None and identify(path) == kept.content_id
    except NotWrittenError:
        return False


def take_back(kept: Kept, left: Left | None, identify: Identify, *, keep_time: bool = True) -> TakenBack:
    """Make a file say again what it said before it was written.

    `left`: how the writing left it; None where that is not known, for it was cut off: then the file must say all that
    it was to say. Raises NotWrittenError, and the file is as it was, as `write_planned` does; also where somebody wrote
    into it since.
    """
    with opened(kept.path) as (texts, stamp):
        # It never came to it, or it was taken back already, and then the run was stopped. Its stamp does not tell:
        # where inodes are not known, size and time can be the same after a writing.
        was_so = _says(texts, kept.before)
        is_as_left = _is_as_left(texts, stamp, kept, left)
    is_known = left is not None and is_unchanged(left.stamp, stamp)
    if not is_known and kept.content_id not in (None, identify(kept.path)):
        was_so = is_as_left = False  # another file has this name now
    if was_so:
        return TakenBack(stamp, was_so=True)
    if not is_as_left:
        raise NotWrittenError("This file was changed since its texts were written: it is left as it is.")
    now = replaced(
        kept.path,
        stamp,
        kept.before,
        identify,
        lambda texts, draft: texts.copy_with(draft, kept.places, kept.before, ends_odd=kept.ends_odd),
        put_back=True,
        keep_time=keep_time,
    )
    return TakenBack(now, was_so=False)


def _is_as_left(texts: FileTexts, stamp: FileStamp, kept: Kept, left: Left | None) -> bool:
    """By its stamp, or by what it says; of its audio that tells nothing."""
    if left is not None and is_unchanged(left.stamp, stamp):
        return True
    if not _says(texts, kept.after):
        return False
    return left is None or (bool(left.state) and left.state == _state(texts, kept.after))


def _says(texts: FileTexts, wanted: Texts) -> bool:
    return all(texts.text(slot) == values for slot, values in wanted.items())


def _state(texts: FileTexts, slots: Texts) -> bytes:
    """A hash of these texts and of all else in their places."""
    digest = hashlib.blake2b(digest_size=16)
    for slot in sorted(slots):
        digest.update(repr((slot.place.value, slot.key, texts.text(slot))).encode(errors="surrogatepass"))
    for place, content in sorted(texts.kept(slots).items()):
        digest.update(repr((place.value, None if content is None else len(content))).encode() + (content or b""))
    return digest.digest()
