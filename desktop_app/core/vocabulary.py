"""Vocabularies as TOML texts: read one, with the line of whatever is wrong in it; write one; save changes into one.

The file's keys are described in resources/vocabularies/README.md. A vocabulary may come from anybody, so every value is
checked before it gets further, and each refusal is a sentence that says what to do.
"""

import re
import tomllib
from collections.abc import Sequence
from typing import Any

from desktop_app.core.tag import LONGEST_ID, Tag, Vocabulary, VocabularyError, fold, slug
from desktop_app.core.toml_layout import line_of
from desktop_app.core.vocabulary_values import CheckedTable, WrongValueError, kind_of, shown
from desktop_app.core.vocabulary_writing import rewrite_vocabulary

LONGEST_FILE = 10_000_000
"""Characters, and bytes of a file."""
MOST_TAGS = 100_000

_FILE_KEYS = ("format", "id", "name", "description", "embedder", "tags")
_LONG_KEY = re.compile(r"""(?<![\w\-"'])(?:(?:[\w-]++|"[^"\n]*+"|'[^'\n]*+')[ \t]*+\.[ \t]*+){32}""", re.ASCII)
_TOML_PLACE = re.compile(r" \(at (?:line (\d+), column \d+|end of document)\)$")


def parse_vocabulary(text: str, *, source: str) -> Vocabulary:
    """Read the text of a vocabulary file.

    `source` is the name that the error gives the text, usually the file's name. Missing ids are derived from the names.
    Raises VocabularyError with the line of the first thing that is wrong.
    """
    text = text.removeprefix("\ufeff").replace("\r\n", "\n")
    raw = _read_toml(text, source)
    try:
        return _read_vocabulary(raw)
    except WrongValueError as wrong:
        raise VocabularyError(source, line_of(text, wrong.path), wrong.reason) from None


def edit_vocabulary_text(text: str, vocabulary: Vocabulary) -> str:
    """The text changed so that it says `vocabulary`, with its comments, layout and everything unchanged left alone.

    Tags are recognised by their ids; ids that the text did not spell out are written. Raises VocabularyError if `text`
    cannot be read.
    """
    return rewrite_vocabulary(text, parse_vocabulary(text, source=vocabulary.name), vocabulary)


def _read_toml(text: str, source: str) -> dict[str, Any]:
    def error(reason: str, offset: int | None = None) -> VocabularyError:
        return VocabularyError(source, None if offset is None else text.count("\n", 0, offset) + 1, reason)

    if len(text) > LONGEST_FILE:
        raise error("this is more than 10 MB of text: a vocabulary is much smaller.")
    nul = text.find("\0")
    if nul >= 0:
        raise error("this is not a text file: it contains a NUL character.", nul)
    # The standard reader's time grows with the square of the parts of a key; no honest key here has even two.
    long_key = _LONG_KEY.search(text)
    if long_key:
        raise error("this key has too many parts: the keys of a vocabulary are single words.", long_key.start())
    try:
        return tomllib.loads(text)
    except tomllib.TOMLDecodeError as problem:
        place = _TOML_PLACE.search(str(problem))
        line = int(place[1]) if place and place[1] else text.rstrip().count("\n") + 1
        complaint = _TOML_PLACE.sub("", str(problem))
        raise VocabularyError(source, line, f"this is not valid TOML: {complaint}.") from None
    except RecursionError:
        raise error("its lists or tables are nested too deeply: a vocabulary needs only [[tags]] and lists.") from None
    except ValueError:  # the interpreter's own limit on digits
        raise error("it contains a number that is too long: thresholds lie between 0 and 1.") from None


def _read_vocabulary(raw: dict[str, Any]) -> Vocabulary:
    table = CheckedTable(raw, (), "")
    table.check_keys(_FILE_KEYS)
    table.check_format()
    name = table.text("name")
    if name is None:
        raise table.wrong('the vocabulary has no name: begin the file with name = "...".')
    description, embedder_id = table.description(), table.text("embedder")
    tables = _tag_tables(table)
    names = [_name_of(each) for each in tables]
    ids = _ids(tables, names)
    tags = tuple(
        each.tag(tag_id, tag_name, embedder_id) for each, tag_id, tag_name in zip(tables, ids, names, strict=True)
    )
    _refuse_shared_names(tables, tags)
    _refuse_unequal_weights(tables, tags)
    return Vocabulary(table.explicit_id() or slug(name) or "vocabulary", name, description, tags)


def _tag_tables(table: CheckedTable) -> list[CheckedTable]:
    tags = table.raw.get("tags", [])
    if isinstance(tags, dict):
        raise table.wrong("write [[tags]] with two brackets on each side, once above each tag.", "tags")
    if not isinstance(tags, list):
        raise table.wrong(f'"tags" must be tables, each under a line [[tags]], not {kind_of(tags)}.', "tags")
    if len(tags) > MOST_TAGS:
        raise table.wrong(f"this vocabulary has {len(tags):,} tags: at most {MOST_TAGS:,} are possible.")
    for index, tag in enumerate(tags):
        if not isinstance(tag, dict):
            raise WrongValueError(("tags", index), f"a tag must be a table under a line [[tags]], not {kind_of(tag)}.")
    return [CheckedTable(tag, ("tags", index), "this tag: ") for index, tag in enumerate(tags)]


def _name_of(table: CheckedTable) -> str:
    name = table.text("name")
    if name is None:
        raise table.wrong('this tag has no name: add name = "..." under [[tags]].')
    return name


def _ids(tables: Sequence[CheckedTable], names: Sequence[str]) -> list[str]:
    explicit = [table.explicit_id() for table in tables]
    taken: set[str] = set()
    for table, tag_id in zip(tables, explicit, strict=True):
        if tag_id in taken:
            raise table.wrong(f'another tag has the id "{tag_id}" too: ids must differ.', "id")
        taken.update([tag_id] if tag_id else [])
    last_numbers: dict[str, int] = {}
    return [tag_id or _free_id(slug(name), taken, last_numbers) for tag_id, name in zip(explicit, names, strict=True)]


def _free_id(wanted: str, taken: set[str], last_numbers: dict[str, int]) -> str:
    """`wanted`, or with the first free number from 2 on; remembers both, so that many equal names stay cheap."""
    tag_id = stem = wanted or "tag"
    while tag_id in taken:
        last_numbers[stem] = last_numbers.get(stem, 1) + 1
        ending = f"-{last_numbers[stem]}"
        tag_id = stem[: LONGEST_ID - len(ending)].rstrip("-") + ending
    taken.add(tag_id)
    return tag_id


def _refuse_shared_names(tables: Sequence[CheckedTable], tags: Sequence[Tag]) -> None:
    taken: dict[str, str] = {}
    for table, tag in zip(tables, tags, strict=True):
        if fold(tag.name) in taken:
            raise table.wrong(f'another tag is named "{shown(tag.name)}" too: names must differ.', "name")
        taken[fold(tag.name)] = tag.name
    for table, tag in zip(tables, tags, strict=True):
        for index, alias in enumerate(tag.aliases):
            owner = taken.setdefault(fold(alias), tag.name)
            if owner != tag.name or alias in tag.aliases[:index] or fold(alias) == fold(tag.name):
                reason = f'the alias "{shown(alias)}" already stands for "{shown(owner)}": remove one of them.'
                raise table.wrong(reason, "aliases", index)


def _refuse_unequal_weights(tables: Sequence[CheckedTable], tags: Sequence[Tag]) -> None:
    """Embeddings of one embedder have one length."""
    lengths = [0 if tag.head is None else len(tag.head.weights) for tag in tags]
    first = next(filter(None, lengths), 0)
    for table, tag, length in zip(tables, tags, lengths, strict=True):
        if length not in (0, first):
            reason = f'the tag "{shown(tag.name)}" has {length:,} weights and another one {first:,}: train them again.'
            raise table.wrong(reason, "weights")
