"""The searches of a profile: the last ones, and those that a person keeps under a name; in one TOML file."""

import threading
import tomllib
from collections.abc import Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

import tomlkit

from desktop_app.core.example import Example
from desktop_app.library.databases.bounded_reading import read_at_most
from desktop_app.settings import SettingsError, write_whole

RECENT_KEPT = 100
_LARGEST = 32_000_000
"""Bytes of the file: a thousand searches, each as long as the search line takes."""
_LONGEST_SECONDS = 1e9


@dataclass(frozen=True, slots=True)
class SavedSearch:
    """A search under a name."""

    name: str
    text: str
    """The search line."""
    like: Example | None = None
    """What the sounds were compared with, by its path."""


class SearchBook:
    """Remembers searches. May be used on any thread; what changes is on the disk when a method returns."""

    def __init__(self, file: Path) -> None:
        """Nothing is read yet, and the file need not exist."""
        self._file = file
        self._lock = threading.Lock()
        self._recent: tuple[str, ...] = ()
        self._saved: tuple[SavedSearch, ...] = ()
        self._read = False

    def load(self) -> None:
        """Read the file. Raises SettingsError for one that is not TOML, and never writes over it then."""
        with self._lock:
            self._load()

    @property
    def recent(self) -> tuple[str, ...]:
        """The last searches, newest first; empty before `load`."""
        return self._recent

    @property
    def saved(self) -> tuple[SavedSearch, ...]:
        """The searches that have a name, in a person's order; empty before `load`."""
        return self._saved

    def remember(self, text: str) -> None:
        """Make this the newest of the last searches. Raises SettingsError."""
        with self._lock:
            self._load()
            line = " ".join(text.split())
            if line and line != next(iter(self._recent), None):
                others = [other for other in self._recent if other != line]
                self._write((line, *others)[:RECENT_KEPT], self._saved)

    def forget(self) -> None:
        """Forget the last searches. Raises SettingsError."""
        with self._lock:
            self._load()
            self._write((), self._saved)

    def keep(self, saved: Sequence[SavedSearch]) -> None:
        """Have these searches and no others under names. Raises SettingsError."""
        with self._lock:
            self._load()
            self._write(self._recent, tuple(saved))

    def _load(self) -> None:
        if self._read:
            return
        try:
            table = tomllib.loads(read_at_most(self._file, _LARGEST).decode("utf-8-sig"))
        except FileNotFoundError:
            table = {}
        except (OSError, ValueError, RecursionError) as error:
            raise SettingsError(
                f"{self._file} cannot be read ({error}): correct it, or delete it to begin without saved searches."
            ) from None
        self._recent = tuple(line for line in _list(table, "recent") if isinstance(line, str))[:RECENT_KEPT]
        self._saved = tuple(filter(None, map(_saved_search, _list(table, "saved"))))
        self._read = True

    def _write(self, recent: tuple[str, ...], saved: tuple[SavedSearch, ...]) -> None:
        document = tomlkit.document()
        lines = tomlkit.array()
        lines.extend(_writable(line) for line in recent)
        document.add("recent", lines.multiline(True))
        tables = tomlkit.aot()
        for search in saved:
            tables.append(_as_table(search))
        if saved:
            document.add("saved", tables)
        try:
            write_whole(self._file, tomlkit.dumps(document).encode())
        except OSError as error:
            sentence = (
                f"The search cannot be remembered in {self._file.parent} ({error.strerror}): check the space there."
            )
            raise SettingsError(sentence) from None
        self._recent, self._saved = recent, saved


def _list(table: dict[str, Any], key: str) -> list[Any]:
    found = table.get(key)
    return found if isinstance(found, list) else []


def _saved_search(entry: Any) -> SavedSearch | None:
    """What a table of the file says; None for one that says nothing."""
    if not isinstance(entry, dict) or not all(isinstance(entry.get(key, ""), str) for key in ("name", "text", "like")):
        return None
    text, like = entry.get("text", ""), entry.get("like", "")
    if not text and not like:
        return None
    found = SavedSearch(entry.get("name") or text or Path(like).name, text)
    if not like:
        return found
    example = Example(path=Path(like), start=_seconds(entry, "start"), end=_seconds(entry, "end"), name=Path(like).name)
    return replace(found, like=example)


def _seconds(entry: dict[str, Any], key: str) -> float | None:
    value = entry.get(key)
    if not isinstance(value, int | float) or isinstance(value, bool):
        return None
    return float(value) if 0 <= value <= _LONGEST_SECONDS else None


def _as_table(search: SavedSearch) -> tomlkit.items.Table:
    table = tomlkit.table()
    table.add("name", _writable(search.name))
    table.add("text", _writable(search.text))
    if search.like is not None and search.like.path is not None:
        table.add("like", _writable(str(search.like.path)))
        for key, value in (("start", search.like.start), ("end", search.like.end)):
            if value is not None:
                table.add(key, value)
    return table


def _writable(text: str) -> str:
    """A text that UTF-8 can hold: names of files may have bytes in them that are no text."""
    return text.encode("utf-8", "replace").decode()
