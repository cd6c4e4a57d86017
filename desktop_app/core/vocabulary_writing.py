"""Vocabularies written as TOML that a person likes to read, and changes saved into a person's own text.

A saved change touches only the tags that changed: the text is cut into one piece a tag (its comment lines directly
above it belong to it), a changed piece is edited key by key, and all other pieces stay letter for letter. tomlkit alone
would not do: it counts the comments above a tag to the tag before, so they would stray when tags move or go.
"""

import re
import tomllib
from collections.abc import Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher

import tomlkit
from tomlkit.items import AoT, Array, Table

from desktop_app.core.head import write_weights
from desktop_app.core.tag import DEFAULT_THRESHOLD, Tag, Vocabulary
from desktop_app.core.toml_layout import Place, TomlLayout, layout_of

_Value = str | float | int | tuple[str, ...] | None
_Fields = dict[str, _Value]
"""The keys of a file or a tag in their order; None where the value is the default and need not be written."""

_WIDTH = 110
_ESCAPES = {"\\": "\\\\", '"': '\\"', "\t": "\\t"}
_ESCAPED = re.compile(r'[\\"\x00-\x1f\x7f-\x9f]')


def format_vocabulary(vocabulary: Vocabulary) -> str:
    """The whole vocabulary as a new TOML text; defaults are left out."""
    head = "".join(_lines({"format": 1, **_head_fields(vocabulary)}))
    return "\n".join([head, *map(_format_tag, vocabulary.tags)])


def rewrite_vocabulary(text: str, old: Vocabulary, new: Vocabulary) -> str:
    """`text`, which says `old`, changed so that it says `new`."""
    line_end = "\r\n" if "\r\n" in text else "\n"
    text = text.removeprefix("\ufeff").replace("\r\n", "\n")
    if not text.endswith("\n"):
        text += "\n"
    layout = layout_of(text)
    if ("tags",) in layout.places:
        return _rewrite_inline(text, layout, old, new).replace("\n", line_end)
    head, *pieces = _cut(text, layout, len(old.tags))
    head = _edited(head, _head_fields(old), _head_fields(new))
    return _assemble(head, pieces, old, new).replace("\n", line_end)


@dataclass(slots=True)
class _Piece:
    """A tag's part of the text, or the head's, with whole lines only."""

    body: str
    """Attached comments above, and everything to the end of the last value's line."""
    id_place: int
    """Where in the body a line with an id would go."""
    has_id: bool
    rest: str
    """Blank lines and free-standing comments up to the next piece."""


def _head_fields(vocabulary: Vocabulary) -> _Fields:
    return {
        "id": vocabulary.vocabulary_id,
        "name": vocabulary.name,
        "description": vocabulary.description or None,
        "embedder": vocabulary.trained_for,
    }


def _tag_fields(tag: Tag) -> _Fields:
    return {
        "id": tag.tag_id,
        "name": tag.name,
        "prompts": tag.prompts,
        "counter_prompts": tag.counter_prompts or None,
        "aliases": tag.aliases or None,
        "colour": tag.colour,
        "group": tag.group,
        "threshold": None if tag.threshold == DEFAULT_THRESHOLD else tag.threshold,
        "cat_id": tag.cat_id,
        "learn": None if tag.learns else False,
        "weights": None if tag.head is None else write_weights(tag.head.weights),
        "bias": None if tag.head is None else tag.head.bias,
    }


def _format_tag(tag: Tag) -> str:
    return "".join(["[[tags]]\n", *_lines(_tag_fields(tag))])


def _lines(fields: _Fields) -> list[str]:
    return [f"{key} = {_written(key, value)}\n" for key, value in fields.items() if value is not None]


def _written(key: str, value: _Value) -> str:
    """A value as TOML; a list that would not fit beside its key gets a line an item."""
    if isinstance(value, tuple):
        items = [_quoted(item) for item in value]
        line = f"[{', '.join(items)}]"
        if len(key) + len(line) + 3 <= _WIDTH:
            return line
        return "".join(["[\n", *(f"    {item},\n" for item in items), "]"])
    if isinstance(value, str):
        if "\n" not in value:
            return _quoted(value)
        return '"""\n' + "\n".join(_quoted(line)[1:-1] for line in value.split("\n")) + '"""'
    return str(value).lower() if isinstance(value, bool) else repr(value)


def _quoted(text: str) -> str:
    escaped = _ESCAPED.sub(lambda sign: _ESCAPES.get(sign[0], f"\\u{ord(sign[0]):04x}"), text)
    return f'"{escaped}"'


def _cut(text: str, layout: TomlLayout, tag_count: int) -> list[_Piece]:
    """The head's piece and then each tag's."""
    headers = [layout.places["tags", index] for index in range(tag_count)]
    starts = [0]
    body_ends = [0]
    for path, place in layout.places.items():
        owner = int(path[1]) + 1 if path[0] == "tags" else 0
        if owner == len(body_ends):
            starts.append(_attached_start(text, place.start, body_ends[-1]))
            body_ends.append(0)
        body_ends[owner] = max(body_ends[owner], _line_end(text, place.end))
    first_key = min(place.start for path, place in layout.places.items() if path[0] != "tags")
    id_places = [_line_start(text, first_key), *(_line_end(text, header.end) for header in headers)]
    id_paths = [("id",), *(("tags", index, "id") for index in range(tag_count))]
    return [
        _Piece(text[start:end], id_place - start, id_path in layout.places, text[end:following])
        for start, end, following, id_place, id_path in zip(
            starts, body_ends, [*starts[1:], len(text)], id_places, id_paths, strict=True
        )
    ]


def _line_start(text: str, offset: int) -> int:
    return text.rfind("\n", 0, offset) + 1


def _line_end(text: str, offset: int) -> int:
    return text.index("\n", offset) + 1


def _attached_start(text: str, header: int, floor: int) -> int:
    """Where the comment lines directly above a header begin, not going above `floor`."""
    start = _line_start(text, header)
    while start > floor:
        above = _line_start(text, start - 1)
        if above < floor or not text[above:start].lstrip().startswith("#"):
            break
        start = above
    return start


def _assemble(head: _Piece, pieces: Sequence[_Piece], old: Vocabulary, new: Vocabulary) -> str:
    kept = {tag.tag_id for tag in new.tags}
    before = head
    if pieces:
        pieces[-1].rest = pieces[-1].rest or "\n"  # it may not stay the last one
    for tag, piece in zip(old.tags, pieces, strict=True):
        if tag.tag_id in kept:
            before = piece
        elif "#" in piece.rest:  # a heading of the tags that follow, say: it outlives the tag above it
            before.rest += piece.rest.removeprefix("\n") if before.rest.endswith("\n") else piece.rest
    old_tags = {tag.tag_id: (tag, piece) for tag, piece in zip(old.tags, pieces, strict=True)}
    text = head.body + head.rest
    for tag in new.tags:
        if tag.tag_id in old_tags:
            old_tag, piece = old_tags[tag.tag_id]
            piece = _edited(piece, _tag_fields(old_tag), _tag_fields(tag))
            text += piece.body + piece.rest
        else:
            text += ("" if text.endswith("\n\n") else "\n") + _format_tag(tag) + "\n"
    return text.rstrip("\n") + "\n"


def _edited(piece: _Piece, old: _Fields, new: _Fields) -> _Piece:
    """The piece with its id spelt out and each changed key changed."""
    body, id_line = piece.body, f"id = {_written('id', new['id'])}\n"
    if not piece.has_id:
        body = body[: piece.id_place] + id_line + body[piece.id_place :]
    changes = {key: value for key, value in new.items() if value != old[key]}
    if changes:
        document = tomlkit.parse(body)
        tags = document.get("tags")
        _apply(tags[0] if isinstance(tags, AoT) else document, changes)
        body = tomlkit.dumps(document)
    return _Piece(body, 0, has_id=True, rest=piece.rest)


def _apply(table: tomlkit.TOMLDocument | Table, changes: _Fields) -> None:
    for key, value in changes.items():
        present = table.get(key)
        if value is None:
            del table[key]
        elif isinstance(present, Array) and isinstance(value, tuple) and "#" in present.as_string():
            table[key] = tomlkit.value(_edited_list(present.as_string(), value))
        else:
            table[key] = tomlkit.value(_written(key, value))


def _edited_list(text: str, wanted: Sequence[str]) -> str:
    """A list with comments changed to hold `wanted`, a line an item: what was said about an item stays with it."""
    text = f"list = {text}\n"
    layout = layout_of(text)
    places = [place for path, place in layout.places.items() if len(path) > 1]
    present = [" ".join(item.split()) for item in tomllib.loads(text)["list"]]
    above, beside = _remarks(text, layout.comments, places)
    indent = text[_line_start(text, places[0].start) : places[0].start]
    indent = indent if indent.isspace() else "    "
    lines = []
    for kind, start, end, wanted_start, wanted_end in SequenceMatcher(None, present, wanted, False).get_opcodes():
        kept = range(start, end) if kind == "equal" or end - start == wanted_end - wanted_start else range(0)
        for offset, item in enumerate(wanted[wanted_start:wanted_end]):
            lines += above[kept[offset]] if kept else []
            lines.append(f"{_quoted(item)},{beside[kept[offset]] if kept else ''}")
    return "".join(["[\n", *(f"{indent}{line}\n" for line in [*lines, *above[-1]]), "]"])


def _remarks(text: str, comments: Sequence[Place], items: Sequence[Place]) -> tuple[list[list[str]], list[str]]:
    """The comment lines above each item of a list, with those below the last as one more; the comment beside each."""
    above: list[list[str]] = [[] for _ in range(len(items) + 1)]
    beside = [""] * len(items)
    for comment in comments:
        before = sum(item.end <= comment.start for item in items)
        words = text[comment.start : comment.end]
        if before and "\n" not in text[items[before - 1].end : comment.start]:
            beside[before - 1] = f"  {words}"
        else:
            above[before].append(words)
    return above, beside


def _rewrite_inline(text: str, layout: TomlLayout, old: Vocabulary, new: Vocabulary) -> str:
    """Tags written as one list in the head: changed ones become [[tags]] tables, below the comments of the list."""
    span = layout.places["tags",]
    paths = [path for path in layout.places if path != ("tags",) and path[0] != "tags"]
    first_key = min(layout.places[path].start for path in paths)
    head = _Piece(text, _line_start(text, first_key), ("id",) in layout.places, "")
    has_ids = all(("tags", index, "id") in layout.places for index in range(len(old.tags)))
    if old.tags == new.tags and has_ids:
        return _edited(head, _head_fields(old), _head_fields(new)).body
    comments = "".join(f"{text[each.start : each.end]}\n" for each in layout.comments if _inside(each, span))
    head.body = text[: span.start] + text[_line_end(text, span.end) :]
    if head.id_place > span.start:
        head.id_place -= _line_end(text, span.end) - span.start
    body = _edited(head, _head_fields(old), _head_fields(new)).body
    return "\n".join([body, *([comments] if comments else []), *map(_format_tag, new.tags)])


def _inside(inner: Place, outer: Place) -> bool:
    return outer.start <= inner.start and inner.end <= outer.end
