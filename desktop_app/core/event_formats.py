"""Events of a sound as text that other programs read: CSV, JSON, Audacity's labels, REAPER's regions."""

import csv
import io
import json
import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Final

from desktop_app.core.sound_events import SoundEvent
from desktop_app.core.spreadsheet import defused, spelt

Listed = Sequence[tuple[str, Sequence[SoundEvent]]]
"""Sounds, each by its path or name, with their events."""

_BREAKS: Final = re.compile(r"[\x00-\x1f\x7f-\x9f\u2028\u2029]")
"""What would end a field or a line, or steer a terminal."""


@dataclass(frozen=True, slots=True)
class EventFormat:
    """One way to write events down."""

    name: str
    suffix: str
    """Of a file, with its dot."""
    one_sound: bool
    """Whether it has no place for a sound's name, so that there can be only one."""
    write: Callable[[Listed], str]


def event_document(event: SoundEvent) -> dict[str, str | float]:
    """An event as JSON documents have it."""
    return {
        "onset_s": event.onset,
        "offset_s": event.offset,
        "tag": event.tag.tag.name,
        "vocabulary": event.tag.vocabulary_id,
        "score": round(event.score, 4),
    }


def as_csv(listed: Listed) -> str:
    """A line an event under a line of headings. Names that a spreadsheet would compute get an apostrophe in front."""
    rows = [
        (
            _defused(name),
            f"{event.onset:.3f}",
            f"{event.offset:.3f}",
            _defused(event.tag.tag.name),
            f"{event.score:.4f}",
        )
        for name, events in listed
        for event in events
    ]
    return _table([("file", "onset_s", "offset_s", "tag", "score"), *rows])


def as_json(listed: Listed) -> str:
    """A list of all events."""
    events = [{"file": name, **event_document(event)} for name, events in listed for event in events]
    return json.dumps(events, indent=2) + "\n"


def as_audacity(listed: Listed) -> str:
    """What Audacity imports as labels (audacityteam.org, "Importing and Exporting Labels"): start, end and text, with
    tabs between them, seconds with six decimals. Names as in `as_csv`, for a spreadsheet reads this, too.
    """
    return "".join(
        f"{event.onset:.6f}\t{event.offset:.6f}\t{_defused(event.tag.tag.name)}\n"
        for _name, events in listed
        for event in events
    )


def as_reaper(listed: Listed) -> str:
    """What REAPER's Region/Marker Manager imports and exports where its ruler shows minutes and seconds.

    Names as in `as_csv`.
    """
    rows = [
        (
            f"R{number}",
            _defused(event.tag.tag.name),
            _minutes(event.onset),
            _minutes(event.offset),
            _minutes(event.offset - event.onset),
        )
        for number, event in enumerate((event for _name, events in listed for event in events), 1)
    ]
    return _table([("#", "Name", "Start", "End", "Length"), *rows])


EVENT_FORMATS: Final[Mapping[str, EventFormat]] = {
    "csv": EventFormat("csv", ".csv", False, as_csv),
    "json": EventFormat("json", ".json", False, as_json),
    "audacity": EventFormat("audacity", ".txt", True, as_audacity),
    "reaper": EventFormat("reaper", ".csv", True, as_reaper),
}
"""By name."""


def _table(rows: Sequence[Sequence[str]]) -> str:
    text = io.StringIO()
    csv.writer(text, lineterminator="\n").writerows(rows)
    return text.getvalue()


def _defused(name: str) -> str:
    return spelt(defused(_BREAKS.sub(" ", name)))


def _minutes(seconds: float) -> str:
    """`0:01.500`, `1:00:01.500`: with a colon no time looks like bars and beats."""
    minutes, rest = divmod(round(seconds * 1000), 60_000)
    hours, minutes = divmod(minutes, 60)
    clock = f"{rest // 1000:02}.{rest % 1000:03}"
    return f"{hours}:{minutes:02}:{clock}" if hours else f"{minutes}:{clock}"
