"""The values of a vocabulary file, each checked before it gets further; a refusal names the place and what to do."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from difflib import get_close_matches
from typing import Any

from desktop_app.core.head import LARGEST, Head, read_weights
from desktop_app.core.tag import DEFAULT_THRESHOLD, LONGEST_ID, Tag, slug
from desktop_app.core.toml_layout import TomlPath

FORMAT = 1
LONGEST_TEXT = 256
"""Characters of a name, prompt, alias, group or CatID."""
LONGEST_DESCRIPTION = 2_000
MOST_TEXTS = 100
"""Prompts, counter-prompts or aliases of one tag."""

_HEAD_KEYS = ("weights", "bias")
_TAG_KEYS = (
    *("id", "name", "prompts", "counter_prompts", "aliases", "colour", "group", "threshold", "cat_id", "learn"),
    *_HEAD_KEYS,
)
_UNSHOWN = re.compile(r"[\x00-\x1f\x7f-\x9f\ud800-\udfff]")
_KINDS = {bool: "true or false", int: "a number", float: "a number", str: "a text", list: "a list", dict: "a table"}


class WrongValueError(Exception):
    """What is wrong and where, before the line is known."""

    def __init__(self, path: TomlPath, reason: str) -> None:
        super().__init__(reason)
        self.path = path
        self.reason = reason


@dataclass(frozen=True, slots=True)
class CheckedTable:
    """One table of the file, and the checks that its values must pass."""

    raw: dict[str, Any]
    path: TomlPath
    subject: str
    """How a sentence about it begins."""

    def wrong(self, reason: str, *path: str | int) -> WrongValueError:
        """The error to raise about the value at `path` inside this table."""
        return WrongValueError((*self.path, *path), reason)

    def tag(self, tag_id: str, name: str, embedder_id: str | None) -> Tag:
        """The tag that the table describes; `embedder_id`: on whose embeddings the file says it was trained."""
        table = CheckedTable(self.raw, self.path, f'the tag "{shown(name)}": ')
        table.check_keys(_TAG_KEYS)
        prompts = table.texts("prompts")
        if not prompts:
            raise table.wrong(f'the tag "{shown(name)}" has no prompts: give at least one.')
        counter_prompts = table.texts("counter_prompts")
        for index, prompt in enumerate(counter_prompts):
            if prompt in prompts:
                reason = f'"{shown(prompt)}" is a prompt and a counter-prompt: remove one of them.'
                raise table.wrong(table.subject + reason, "counter_prompts", index)
        return Tag(
            tag_id=tag_id,
            name=name,
            prompts=prompts,
            counter_prompts=counter_prompts,
            aliases=table.texts("aliases"),
            colour=table.colour(),
            group=table.text("group"),
            threshold=table.threshold(),
            cat_id=table.text("cat_id"),
            learns=table.learns(),
            head=table.head(embedder_id),
        )

    def check_keys(self, known: Sequence[str]) -> None:
        """Refuse a key that is not among the known ones, suggesting the one that was meant."""
        for key in self.raw:
            if key not in known:
                close = get_close_matches(key[:LONGEST_TEXT].casefold(), known, 1)
                hint = f'did you mean "{close[0]}"?' if close else f"the keys are {', '.join(known)}."
                raise self.wrong(f'{self.subject}the key "{shown(key)}" is not known here: {hint}', key)

    def check_format(self) -> None:
        """Refuse a file of another format; a file that names none has the present one."""
        number = self.raw.get("format", FORMAT)
        if not isinstance(number, int) or isinstance(number, bool) or number < FORMAT:
            raise self.wrong(f'"format" must be the number {FORMAT}.', "format")
        if number > FORMAT:
            raise self.wrong("the file was made for a newer version: update Earmark to use it.", "format")

    def text(self, key: str) -> str | None:
        """The text under `key` with runs of blanks and line ends made single blanks; None if the key is absent."""
        if key not in self.raw:
            return None
        return self._text(self.raw[key], f'{self.subject}"{key}"', (key,))

    def texts(self, key: str) -> tuple[str, ...]:
        """The list of texts under `key`, each as `text` gives it; empty if the key is absent."""
        values = self.raw.get(key, [])
        if not isinstance(values, list):
            raise self.wrong(f'{self.subject}"{key}" must be a list: write {key} = ["..."].', key)
        if len(values) > MOST_TEXTS:
            raise self.wrong(f'{self.subject}"{key}" has {len(values):,} texts: {MOST_TEXTS} are the most.', key)
        subject = f'{self.subject}one of the texts in "{key}"'
        return tuple(self._text(value, subject, (key, index)) for index, value in enumerate(values))

    def _text(self, value: object, subject: str, path: TomlPath) -> str:
        if not isinstance(value, str):
            raise self.wrong(f"{subject} must be a text in quotes, not {kind_of(value)}.", *path)
        text = " ".join(value.split())
        if not text:
            raise self.wrong(f"{subject} is empty: write something or remove it.", *path)
        if len(text) > LONGEST_TEXT:
            raise self.wrong(f"{subject} is longer than {LONGEST_TEXT} characters: shorten it.", *path)
        self._refuse_unshown(text, subject, path)
        return text

    def _refuse_unshown(self, text: str, subject: str, path: Iterable[str | int]) -> None:
        unshown = _UNSHOWN.search(text)
        if unshown:
            reason = f"{subject} contains a character that cannot be shown (U+{ord(unshown[0]):04X}): remove it."
            raise self.wrong(reason, *path)

    def description(self) -> str:
        """The description, which may have several lines; empty if there is none."""
        value = self.raw.get("description", "")
        if not isinstance(value, str):
            raise self.wrong(f'"description" must be a text in quotes, not {kind_of(value)}.', "description")
        text = value.strip()
        if len(text) > LONGEST_DESCRIPTION:
            reason = f'"description" is longer than {LONGEST_DESCRIPTION:,} characters: shorten it.'
            raise self.wrong(reason, "description")
        self._refuse_unshown(text.replace("\n", "").replace("\t", ""), '"description"', ("description",))
        return text

    def explicit_id(self) -> str | None:
        """The id that the file spells out."""
        value = self.text("id")
        if value is None or value == slug(value):
            return value
        hint = f'write "{slug(value)}".' if slug(value) else "write a short word."
        reason = f'the id "{shown(value)}" may only have {LONGEST_ID} lower-case letters, digits and hyphens: {hint}'
        raise self.wrong(reason, "id")

    def colour(self) -> str | None:
        """The colour in lower case."""
        value = self.text("colour")
        if value is None or re.fullmatch(r"#[0-9a-fA-F]{6}", value):
            return value and value.lower()
        raise self.wrong(f'{self.subject}"colour" must look like "#4f8a5b", not "{shown(value)}".', "colour")

    def threshold(self) -> float:
        """The threshold, 0..1."""
        value = self.raw.get("threshold", DEFAULT_THRESHOLD)
        if isinstance(value, bool) or not isinstance(value, int | float) or not 0 <= value <= 1:
            raise self.wrong(f'{self.subject}"threshold" must be a number from 0 to 1, for example 0.5.', "threshold")
        return float(value)

    def learns(self) -> bool:
        """Whether the tag learns from verdicts; it does unless the file says otherwise."""
        value = self.raw.get("learn", True)
        if not isinstance(value, bool):
            raise self.wrong(f'{self.subject}"learn" must be true or false, without quotes.', "learn")
        return value

    def head(self, embedder_id: str | None) -> Head | None:
        """What labelled sounds made of the tag; None for one that was not trained."""
        missing = [key for key in _HEAD_KEYS if key not in self.raw]
        if len(missing) == len(_HEAD_KEYS):
            return None
        if missing:
            raise self.wrong(f'{self.subject}"{missing[0]}" is missing: a trained tag has weights and a bias.')
        if embedder_id is None:
            reason = 'it has weights, so the file must name its embedder at the top: embedder = "...".'
            raise self.wrong(self.subject + reason, "weights")
        text, bias = self.raw["weights"], self.raw["bias"]
        if not isinstance(text, str):
            raise self.wrong(f'{self.subject}"weights" must be a text of numbers, not {kind_of(text)}.', "weights")
        if isinstance(bias, bool) or not isinstance(bias, int | float) or not abs(bias) <= LARGEST:
            raise self.wrong(f'{self.subject}"bias" must be a number, for example -2.5.', "bias")
        try:
            return Head(embedder_id, read_weights(text), float(bias))
        except ValueError as error:
            raise self.wrong(f'{self.subject}"weights" {error}: train the vocabulary again.', "weights") from None


def kind_of(value: object) -> str:
    """What a TOML value is, in words."""
    return _KINDS.get(type(value), "a date or time")


def shown(text: str) -> str:
    """A piece of somebody's text that is safe and short enough for a sentence."""
    safe = "".join(sign if sign.isprintable() else "\ufffd" for sign in text[:60])
    return safe if len(text) <= 60 else f"{safe}…"
