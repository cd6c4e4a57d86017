"""What people said of sounds as one JSON document; reading what was written gives it back."""

import json
from collections.abc import Mapping, Sequence
from typing import Any, Final, TypeVar

from desktop_app.core.marks import HIGHEST_RATING, Marks
from desktop_app.core.said import (
    NOTHING_THERE,
    ExchangeError,
    Judged,
    LeftOut,
    Names,
    SaidList,
    SaidOfSound,
    Unit,
)
from desktop_app.core.said_cells import CellError, content_of, judgement_of, key_of
from desktop_app.core.verdict import Judgement

_VERSION: Final = 1
_NO_LIST: Final = "This is no list of sounds that Earmark wrote."
_KINDS: Final = {str: "a text", list: "a list", int: "a whole number", bool: "true or false"}
_MOST_SHOWN: Final = 60
"""Characters of a value that is wrong."""
_KEYS: Final = (
    frozenset({"earmark", "sounds"}),
    frozenset({"path", "content_id", "tags", "rating", "favourite", "note", "collections"}),
    frozenset({"vocabulary", "tag", "name", "said"}),
)
"""Of a document, of a sound in it, and of a tag of that."""
_Value = TypeVar("_Value", str, list[Any], int, bool)


def write_json(sounds: Sequence[SaidOfSound], names: Names) -> str:
    """One document."""
    listed = [
        {
            "path": said.path,
            "content_id": said.content_id.hex(),
            "tags": [_tag(judged, names) for judged in said.judged],
            "rating": said.marks.rating,
            "favourite": said.marks.favourite,
            "note": said.marks.note,
            "collections": list(said.collections),
        }
        for said in sounds
    ]
    return json.dumps({"earmark": _VERSION, "sounds": listed}, indent=1)


def read_json(text: str) -> SaidList:
    """What cannot be understood is left out and named. Raises ExchangeError for what is no such list at all."""
    text = text.removeprefix("\ufeff")
    if not text.strip():
        raise ExchangeError(NOTHING_THERE)
    try:
        document = json.loads(text)
    except (ValueError, RecursionError):
        raise ExchangeError(_NO_LIST) from None
    version, listed = (document.get("earmark"), document.get("sounds")) if isinstance(document, dict) else (None, None)
    if isinstance(version, int) and version > _VERSION:
        raise ExchangeError("This was written by a newer version of Earmark: install that to read it.")
    if version != _VERSION or not isinstance(listed, list):
        raise ExchangeError(_NO_LIST)
    found, left_out = [], []
    for number, item in enumerate(listed, start=1):
        try:
            found.append(_sound_of(item))
        except CellError as error:
            path = item.get("path", "") if isinstance(item, dict) else ""
            left_out.append(LeftOut(Unit.ENTRY, number, path if isinstance(path, str) else "", str(error)))
    return SaidList(tuple(found), tuple(left_out))


def check_json(beginning: str) -> None:
    """Raises ExchangeError where the beginning of a text shows that it is no such document."""
    if beginning.strip("\ufeff \t\r\n") and '"earmark"' not in beginning:
        raise ExchangeError(_NO_LIST)


def is_only_ours(text: str) -> bool:
    """Whether nobody added keys of their own to a document that `read_json` understands wholly."""
    document = json.loads(text.removeprefix("\ufeff"))
    sounds = document["sounds"]
    tags = [tag for sound in sounds for tag in sound.get("tags") or []]
    return all(
        item.keys() <= keys for items, keys in zip(([document], sounds, tags), _KEYS, strict=True) for item in items
    )


def _tag(judged: Judged, names: Names) -> dict[str, str]:
    known = names.get((judged.vocabulary_id, judged.tag_id))
    return {
        "vocabulary": judged.vocabulary_id,
        "tag": judged.tag_id,
        "name": known.name if known else "",
        "said": judged.judgement.value,
    }


def _sound_of(item: object) -> SaidOfSound:
    """Raises CellError."""
    if not isinstance(item, dict):
        raise CellError(f"{_shown(item)} is no sound")
    path, content = _value(item, "path", str, ""), content_of(_value(item, "content_id", str, ""))
    if not path and not content:
        raise CellError("it does not say which sound it is about")
    rating = _value(item, "rating", int, 0)
    if not 0 <= rating <= HIGHEST_RATING:
        raise CellError(f"the rating {rating} is no number from 0 to {HIGHEST_RATING}")
    collections = _value(item, "collections", list, [])
    if not all(isinstance(name, str) for name in collections):
        raise CellError(f"“collections” should have texts in it, not {_shown(collections)}")
    return SaidOfSound(
        path,
        content,
        tuple(map(_judged, _value(item, "tags", list, []))),
        Marks(rating, _value(item, "favourite", bool, False), _value(item, "note", str, "")),
        tuple(collections),
    )


def _judged(tag: object) -> Judged:
    if not isinstance(tag, dict):
        raise CellError(f"{_shown(tag)} is no tag: it needs “vocabulary”, “tag” and “said”")
    key = key_of(f"{_value(tag, 'vocabulary', str, '')}/{_value(tag, 'tag', str, '')}")
    said: Judgement = judgement_of(_value(tag, "said", str, ""))
    return Judged(*key, said)


def _value(item: Mapping[str, Any], name: str, kind: type[_Value], otherwise: _Value) -> _Value:
    """What stands under a name; `otherwise` where nothing does. Raises CellError."""
    value = item.get(name)
    if value is None:
        return otherwise
    if not isinstance(value, kind) or (isinstance(value, bool) and kind is not bool):
        raise CellError(f"“{name}” should be {_KINDS[kind]}, not {_shown(value)}")
    return value


def _shown(value: object) -> str:
    text = json.dumps(value, ensure_ascii=False)
    return text if len(text) <= _MOST_SHOWN else f"{text[:_MOST_SHOWN]}..."
