"""Names that no text field likes go into the library and come out of every door as the same bytes."""

import csv
import io
import json
import os
import random
import subprocess
import sys
import unicodedata
from collections.abc import Iterator
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Final

from desktop_app.core.event_formats import as_csv, as_json
from desktop_app.core.scoring import ScoredTag
from desktop_app.core.sound_events import SoundEvent
from desktop_app.core.tag import Tag
from desktop_app.library.library import Library
from desktop_app.library.tables.sound_filter import SoundFilter
from desktop_app.library.watching.relative_paths import text_key
from desktop_app.library.watching.scanner import scan
from tests import sounds
from tests.faults.row import Row, shortened
from tests.library_maker import listening

FULL: Final = 3_000
QUICK: Final = 150
_ROOT: Final = Path(__file__).parents[3]
_HARD: Final = (
    unicodedata.normalize("NFC", "café"),
    unicodedata.normalize("NFD", "cafe\u0301 deux"),
    "🥁 drum 👩‍👩‍👧‍👦",
    "صوت المطر",
    "קול \u202egnp.",
    "\u200f\u200e\u2066",
    "雨の音",
    "ﬁne ß İ ı ſ",
    "trailing dot.",
    "trailing space ",
    "  leading",
    "-starts with a dash",
    "=1+1",
    "@SUM(A1)",
    "new\nline",
    "tab\tand\rreturn",
    "bell\x07\x1b[31m",
    "quote \" ' `",
    "percent %s %n {0} $HOME",
    "back\\slash",
    "a*b?[c]",
    "CON",
    "comma, semicolon; colon:",
    "<b>bold</b>&amp;",
    "\ufeffbyte order mark",
    "e\u0301" * 30,
    os.fsdecode(b"latin \xe9t\xe9"),
    os.fsdecode(b"\xff\xfe not text"),
    os.fsdecode(b"half \xc3"),
    os.fsdecode(b"\xed\xa0\x80 surrogate"),
)
"""As stems of files and names of directories."""


def run(quick: bool) -> Row:
    """Scan, search, and the output of the command line, of trees with hard and with random names."""
    count = QUICK if quick else FULL
    problems: list[str] = []
    with TemporaryDirectory() as scratch:
        root = Path(scratch) / "Sounds"
        made = _make(root, count)
        profile = Path(scratch) / "profile"
        with listening(profile) as at_work:
            folder = at_work.index(root)
            assert folder is not None
            library = at_work.library
            known = {os.fsencode(path) for path in library.sounds.paths_of(library.sounds.ids())}
            problems += _differences("scanned", known, made)
            counts = library.sounds.counts("fake/1")
            if (counts.waiting, counts.unreadable, counts.missing) != (0, 0, 0):
                problems.append(f"not all were heard: {counts}")
            for path in sorted(made):
                problems += _found(library, Path(os.fsdecode(path)))
            changes = library.sounds.apply_scan(folder.folder_id, scan(root, exclusions=[]).found)
            if changes:
                problems.append(f"a second scan found something else: {changes}")
        problems += _written(sorted(made))
        problems += _differences("searched", _answers(profile, "search"), made)
        problems += _differences("tagged", _answers(profile, "tag", str(root)), made)
    return Row(
        13,
        "names: NFD, emoji, right-to-left, not UTF-8, 300 characters",
        len(made),
        "100 % come back the same; 0 exceptions",
        f"{len(problems)} problems",
        shortened(problems),
    )


def _make(root: Path, count: int) -> set[bytes]:
    """Files of these names and in directories of these names, and random ones up to the number: all paths."""
    root.mkdir()
    template = bytearray(sounds.make(root.parent, name="template", frames=sounds.noise(0.02)).read_bytes())
    made: set[bytes] = set()
    for relative in _relatives(count):
        path = root / relative
        try:
            path.parent.mkdir(parents=True, exist_ok=True)
            template[-4:] = len(made).to_bytes(4, "little")
            path.write_bytes(template)
        except (OSError, ValueError):
            continue  # a name that this file system does not take
        made.add(os.fsencode(path))
    return made


def _relatives(count: int) -> Iterator[str]:
    for number, name in enumerate(_HARD):
        yield f"{name}.wav"
        yield f"{name}/{_HARD[number - 1]}.WAV"
    for form in ("NFC", "NFD"):
        yield unicodedata.normalize(form, "pair/Ménagerie à Noël.wav")
    yield "/".join(["a directory of thirty letters"] * 12) + "/deep.wav"
    yield f"{'x' * 250}.wav"
    yield f"{'音' * 80}.wav"
    generator = random.Random(13)
    for number in range(count - 2 * len(_HARD) - 5):
        raw = bytes(generator.choice((generator.randrange(1, 256), generator.randrange(32, 127))) for _ in range(20))
        name = os.fsdecode(raw.replace(b"/", b"_")).lstrip(".")
        yield f"random {number % 20}/{name}{number}.wav"


def _found(library: Library, path: Path) -> Iterator[str]:
    """By its path, and by its name as people type it, composed or not."""
    sound = library.sounds.by_path(path)
    if sound is None or os.fsencode(sound.path) != os.fsencode(path):
        yield f"{path!r} is not found by its path"
        return
    for form in ("NFC", "NFD"):
        typed = unicodedata.normalize(form, text_key(path.name))
        ids = library.sounds.ids(filter=SoundFilter(names=(typed,)))
        if sound.sound_id not in ids:
            yield f"{path!r} is not found by its name in {form}"


def _written(paths: list[bytes]) -> Iterator[str]:
    """As a list of events: JSON says it exactly; CSV as text, with what a spreadsheet would compute defused."""
    event = SoundEvent(ScoredTag("everyday", Tag("rain", "Rain", ("rain",))), 0.0, 1.0, 0.5)
    names = [os.fsdecode(path) for path in paths]
    listed = [(name, [event]) for name in names]
    if [entry["file"] for entry in json.loads(as_json(listed))] != names:
        yield "JSON gives other names back"
    rows = list(csv.reader(io.StringIO(as_csv(listed), newline="")))[1:]
    if len(rows) != len(names) or any(len(row) != 5 for row in rows):
        yield "CSV has other rows"
    if any(row[0].startswith(("=", "+", "-", "@")) for row in rows):
        yield "CSV holds a formula"


def _answers(profile: Path, command: str, *words: str) -> set[bytes]:
    """The paths that the command line prints in JSON."""
    limit = ("--limit", "100000") if command == "search" else ()
    finished = subprocess.run(
        [sys.executable, "-m", "tests.faults.quick_earmark", "--profile", str(profile), command, *limit, "--json",
         *words],
        cwd=_ROOT,
        capture_output=True,
        timeout=600,
        check=False,
    )  # fmt: skip
    if finished.returncode != 0:
        return {finished.stderr[-300:]}
    document = json.loads(finished.stdout)
    return {os.fsencode(entry["path"]) for entry in document["hits" if command == "search" else "sounds"]}


def _differences(where: str, found: set[bytes], made: set[bytes]) -> list[str]:
    return [f"{where}: {path!r} is not there" for path in sorted(made - found)[:5]] + [
        f"{where}: {path!r} is there" for path in sorted(found - made)[:5]
    ]
