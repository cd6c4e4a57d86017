"""`cache.db` deleted, cut, filled with noise or another program's: it is made again, and what people made stays."""

import random
import shutil
from collections.abc import Callable, Mapping
from contextlib import closing
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Final

import apsw
import numpy as np

from desktop_app.library.databases.database_files import connect_to_read
from desktop_app.library.library import Library
from desktop_app.library.rescuing.checking import check_cache
from desktop_app.library.tables.heard import Heard
from tests.faults.damage import Rows, library_of, rows_of
from tests.faults.row import Row, shortened
from tests.library_maker import STAMP

FULL: Final = 20
QUICK: Final = 1
"""Times that each thing is done to it."""
SOUNDS: Final = 400
_EMBEDDER: Final = "an embedder"


def run(quick: bool) -> Row:
    """The profile is closed, the cache suffers, the next starts go on."""
    generator = random.Random(6)
    tried = said = again = touched = 0
    problems: list[str] = []
    with TemporaryDirectory() as scratch:
        intact, place = Path(scratch) / "intact", Path(scratch) / "profile"
        library_of(intact, SOUNDS).close()
        before = _kept(intact / "library.db")
        for what, suffer in _FATES.items():
            for _ in range(QUICK if quick else FULL):
                tried += 1
                shutil.rmtree(place, ignore_errors=True)
                shutil.copytree(intact, place)
                suffer(place / "cache.db", generator)
                told = _start(place)
                said += bool(told)
                whole = _hear_again(place)
                again += whole
                unchanged = _kept(place / "library.db") == before
                touched += not unchanged
                if not (told and whole and unchanged):
                    problems.append(f"{what}: said {told}, made again: {whole}, library unchanged: {unchanged}")
    return Row(
        6,
        "the cache is deleted or damaged while Earmark is closed",
        tried,
        "made again each time, with a sentence; 0 libraries changed",
        f"{again} of {tried} made again, {said} with a sentence; {touched} libraries changed",
        shortened(problems),
    )


def _kept(file: Path) -> Rows:
    """All that a library holds, but for the content that a sound had before: that is noted anew when it is heard."""
    with closing(connect_to_read(file)) as connection:
        sounds = connection.execute("SELECT sound_id, folder_id, relative, missing, content_id, problem FROM sounds")
        return {**rows_of(file), "sounds": set(sounds)}


def _start(place: Path) -> list[str]:
    """Open it as a start does, once more when it was asked for; what was said."""
    said: list[str] = []
    with Library.open(place / "library.db", place / "cache.db", writable=True, tell=said.append) as library:
        if check_cache(place / "cache.db"):
            library.suspect_the_cache()
    Library.open(place / "library.db", place / "cache.db", writable=True, tell=said.append).close()
    return said


def _hear_again(place: Path) -> bool:
    """Hear everything that waits; whether the cache is whole and holds all of it then."""
    with Library.open(place / "library.db", place / "cache.db", writable=True) as library:
        waiting = library.sounds.waiting(_EMBEDDER, limit=2 * SOUNDS)
        vector = np.ones(8, dtype=np.float32)
        library.sounds.save_heard(
            _EMBEDDER, [Heard(sound.sound_id, STAMP, sound.content_id or b"", None, vector, None) for sound in waiting]
        )
        return len(library.cache.embeddings(_EMBEDDER)[0]) == SOUNDS and not check_cache(place / "cache.db")


def _delete(file: Path, _generator: random.Random) -> None:
    file.unlink()


def _cut(file: Path, generator: random.Random) -> None:
    with file.open("rb+") as stream:
        stream.truncate(generator.randrange(1, file.stat().st_size))


def _fill_with_noise(file: Path, generator: random.Random) -> None:
    start = generator.randrange(file.stat().st_size // 2)
    data = file.read_bytes()
    file.write_bytes(data[:start] + generator.randbytes(len(data) - start))


def _be_of_another_program(file: Path, _generator: random.Random) -> None:
    file.unlink()
    connection = apsw.Connection(str(file))
    connection.execute("CREATE TABLE recipes (name)")
    connection.close()


_FATES: Final[Mapping[str, Callable[[Path, random.Random], None]]] = {
    "deleted": _delete,
    "cut": _cut,
    "filled with noise": _fill_with_noise,
    "of another program": _be_of_another_program,
}
