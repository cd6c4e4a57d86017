"""New names for sound files, as the Universal Category System wants them: `CatID_FXName_CreatorID_SourceID`.

Pure texts: which names are taken, and what becomes of files, is for others. A name is one that every file system takes.
"""

import re
import unicodedata
from collections.abc import Callable, Mapping
from dataclasses import replace
from typing import Final

from desktop_app.core.ucs_name import Category, UcsName

LONGEST_FX_NAME: Final = 25
"""Characters that the system's guide asks for at most."""
LONGEST_BLOCK: Final = 40
"""Characters of a creator or source."""
LONGEST_NAME: Final = 240
"""Bytes and UTF-16 units of a whole name; 255 is the most that file systems take, and some programs add to names."""
NO_CREATOR: Final = "NONE"
"""What stands in the place of a creator where only a source is known: empty blocks are easily overlooked."""
_BEFORE_CREATOR: Final = 2
"""Blocks of a name in front of its creator: CatID and FXName."""
_WHOLE: Final = 3
"""Blocks behind the CatID of a whole name: FXName, creator, source."""
_SHAPE_OF_CAT_ID: Final = re.compile(r"[A-Z]{3,5}[a-z]{2,5}")
"""As most are written."""
_MOST_NUMBERS: Final = 100_000
_REFUSED: Final = re.compile(r'[_<>:"/\\|?*\ufffd]')
"""`_` parts the blocks; the others are refused by Windows, or stand for bytes that were no text."""
_INNER_DASH: Final = re.compile(r"(?<=\S)-+(?=\S)")
"""A dash without blanks would part a vendor's category from the name."""
_LOOSE_END: Final = " .-\t,;:&([{"
"""What a name does not end with: a cut leaves it, or it ends a sentence."""
_LOOSE_START: Final = " .-\t,;:&)]}"
_JOINERS: Final = frozenset("\u200c\u200d")
"""They part and join letters: Persian and Indian words and emoji need them."""
_NO_TEXT: Final = frozenset({"Cc", "Cs", "Cn", "Co", "Zl", "Zp"})
"""Controls, halves of characters, and what no writing has."""
_NO_NAME: Final = re.compile(
    r"(?:\s|[\d._()-]|audio|bounce|ch|dr|file|lr|mix|mono|new|rec|recording|sample|sound|stereo|tascam|take|track|trk?|unbenannt"
    r"|untitled|zoom)*",
    re.IGNORECASE,
)
"""What recorders and programs call a file that nobody gave a name."""


_PROGRAM: Final = re.compile(
    r"(?:(?:processed|encoded|created|converted|exported|rendered) (?:by|using|with)\b.*"
    r"|(?:adobe audition|audacity|ffmpeg|lame|lav[cf]|libsndfile|logic pro|pro tools|reaper|sox|sound forge|wavelab)"
    r"[\s\dv._()-]*)",
    re.IGNORECASE | re.DOTALL,
)
"""What programs write where a title or description should stand."""


class NoRoomError(Exception):
    """There is no name for a file; the message says why."""


def fx_name_of(text: str, *, longest: int = LONGEST_FX_NAME) -> str:
    """What a text gives for the FXName: one line without anything that a file's name may not have, cut between words
    where that is possible. Empty where nothing is left.
    """
    return cut(_INNER_DASH.sub(" ", block_of(text, longest=len(text))), longest)


def block_of(text: str, *, longest: int = LONGEST_BLOCK) -> str:
    """The same for a creator or source, in which dashes may stand."""
    composed = unicodedata.normalize("NFC", text)
    shown = "".join(map(_shown, composed))
    return cut(" ".join(_REFUSED.sub(" ", shown).split()), longest)


def cut(text: str, longest: int) -> str:
    """The beginning of a text with at most so many characters, between two words where it is possible."""
    if len(text) > longest:
        start = text[: longest + 1]
        text = start.rpartition(" ")[0] if " " in start.strip() else _whole_signs(text, longest)
    return text.rstrip(_LOOSE_END).lstrip(_LOOSE_START)


def says_something(stem: str) -> bool:
    """Whether a file's name, or a text in it, is more than what a recorder or program wrote there."""
    return _NO_NAME.fullmatch(stem) is None and _PROGRAM.fullmatch(stem.strip()) is None


def is_block(text: str) -> bool:
    """Whether a text can be a creator or source as it is."""
    return block_of(text) == " ".join(unicodedata.normalize("NFC", text).split())


def with_blocks(stem: str, *, creator: str = "", source: str = "") -> str:
    """A name of the system with the creator and source that it lacks, without its suffix; what stands in it stays to
    the letter, and a name that has both, or nothing to add to, is the same.
    """
    blocks = stem.rstrip("_").split("_")
    if len(blocks) <= _BEFORE_CREATOR and (creator or source):
        blocks += [""] * (_BEFORE_CREATOR - len(blocks)) + [creator or NO_CREATOR]
    if len(blocks) == _BEFORE_CREATOR + 1 and source:
        blocks.append(source)
    return "_".join(blocks) if len(blocks) > stem.rstrip("_").count("_") + 1 else stem


def with_cat_id(stem: str, cat_id: str) -> str:
    """A name of the system, without its suffix, under another CatID; the rest stays to the letter."""
    first, *rest = stem.split("_")
    _, dash, user_category = first.partition("-")
    return "_".join((f"{cat_id}{dash}{user_category}", *rest))


def has_unknown_cat_id(stem: str, categories: Mapping[str, Category]) -> bool:
    """Whether a name is whole as the system wants it, but for a CatID that there is not: of an older version, of
    somebody's own, or misspelt. `categories`: by CatID in lower case.
    """
    cat_id, *blocks = stem.split("_")
    cat_id = cat_id.partition("-")[0]
    shaped = _SHAPE_OF_CAT_ID.fullmatch(cat_id) is not None and len(blocks) >= _WHOLE and all(blocks[:_WHOLE])
    return shaped and cat_id.casefold() not in categories


def free_name(name: UcsName, suffix: str, is_taken: Callable[[str], bool]) -> str:
    """The file's name, with a number behind the FXName where another file has it already. Raises NoRoomError."""
    for number in range(1, _MOST_NUMBERS):
        found = _fitted(name, suffix, "" if number == 1 else str(number))
        if not is_taken(found):
            return found
    raise NoRoomError("Too many files have this name: choose another creator or source.")


def is_short_enough(name: str) -> bool:
    """Whether file systems take a whole name."""
    length = max(len(name.encode("utf-8", "surrogateescape")), len(name.encode("utf-16-le", "surrogatepass")) // 2)
    return length <= LONGEST_NAME


def _fitted(name: UcsName, suffix: str, number: str) -> str:
    fx_name = name.fx_name
    while True:
        numbered = " ".join(filter(None, (fx_name, number)))
        found = f"{replace(name, fx_name=numbered)}{suffix}"
        if is_short_enough(found):
            return found
        if not fx_name:
            raise NoRoomError("The name would be too long: choose a shorter creator or source.")
        fx_name = cut(fx_name, len(fx_name) - 1)


def _shown(sign: str) -> str:
    """A character as a name may have it: nothing invisible but joiners, least of all what turns text round."""
    kind = unicodedata.category(sign)
    if kind == "Cf":
        return sign if sign in _JOINERS else ""
    return " " if kind in _NO_TEXT else sign


def _whole_signs(text: str, longest: int) -> str:
    """The beginning of a text, in which no mark is parted from its letter."""
    end = longest
    while end > 0 and (
        unicodedata.category(text[end]).startswith("M") or not _JOINERS.isdisjoint(text[end - 1 : end + 1])
    ):
        end -= 1
    return text[:end] if end else text[:longest]
