"""A process that writes is killed at random moments: the files stay intact, and what it acknowledged is there."""

import random
import subprocess
import sys
from pathlib import Path

import apsw

from desktop_app.library.library import Library
from tests.unit.library.building import EMBEDDER

KILLS = 8
WRITER = """
import sys
from pathlib import Path
import numpy as np
from desktop_app.core.sound import AudioFormat, FileStamp
from desktop_app.core.verdict import Judgement, Verdict
from desktop_app.library.library import Library
from desktop_app.library.tables.sounds import Heard

library = Library.open(Path(sys.argv[1]), Path(sys.argv[2]), writable=True)
folder = library.folders.add(Path(sys.argv[3]))
turn = len(library.sounds.ids()) // 20
while True:
    found = {f"{turn}/{number}.wav": FileStamp(number, turn, turn * 20 + number + 1) for number in range(20)}
    library.sounds.apply_scan(folder.folder_id, found, under=str(turn))
    waiting = library.sounds.waiting("an embedder", limit=20)
    ids = library.sounds.save_heard("an embedder", [
        Heard(s.sound_id, s.stamp, s.sound_id.to_bytes(16, "big"), AudioFormat("wav", "PCM_16", 48000, 1, 480),
              np.full(256, s.sound_id % 100, dtype=np.float32), b"thumbnail")
        for s in waiting
    ])
    library.verdicts.set([Verdict(i.to_bytes(16, "big"), "v", "t", Judgement.ADDED) for i in ids])
    print(*ids, flush=True)
    turn += 1
"""


def run_until_killed(library_file: Path, cache_file: Path, root: Path, parts: int) -> list[int]:
    """Let the writer acknowledge some parts, kill it in the midst of the next, and return what it acknowledged."""
    command = [sys.executable, "-c", WRITER, str(library_file), str(cache_file), str(root)]
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True) as writer:
        assert writer.stdout is not None
        lines = [writer.stdout.readline() for _ in range(parts)]
        writer.kill()
        lines += [line for line in writer.stdout if line.endswith("\n")]
    return [int(word) for line in lines for word in line.split()]


def test_nothing_acknowledged_is_lost_and_nothing_is_torn(tmp_path: Path, root: Path) -> None:
    library_file, cache_file = tmp_path / "library.db", tmp_path / "cache.db"
    acknowledged: set[int] = set()
    parts = random.Random(3)
    with Library.open(library_file, cache_file, writable=True):
        pass
    reader = Library.open(library_file, cache_file, writable=False)
    for _ in range(KILLS):
        acknowledged.update(run_until_killed(library_file, cache_file, root, parts.randrange(1, 12)))
        # Beside the dead writer's log a reader sees it all.
        assert acknowledged <= set(reader.sounds.ids().tolist())
        with Library.open(library_file, cache_file, writable=True) as library:
            check_everything(library, acknowledged)
    reader.close()
    assert len(acknowledged) >= 20 * KILLS
    for file in (library_file, cache_file):
        connection = apsw.Connection(str(file))
        assert connection.pragma("integrity_check") == "ok"
        connection.close()
    assert not cache_file.with_name("cache.db.damaged").exists()


def check_everything(library: Library, acknowledged: set[int]) -> None:
    by_id = {sound.sound_id: sound for sound in library.sounds.many(library.sounds.ids())}
    assert len(by_id) % 20 == 0, "a part is there whole or not at all"
    content_ids, matrix = library.cache.embeddings(EMBEDDER)
    row_of = {content_id: row for row, content_id in enumerate(content_ids)}
    judged = {verdict.content_id for verdict in library.verdicts.all()}
    for sound_id in acknowledged:
        content_id = by_id[sound_id].content_id
        assert content_id == sound_id.to_bytes(16, "big")
        assert by_id[sound_id].format is not None
        assert set(matrix[row_of[content_id]].tolist()) == {sound_id % 100}
        assert content_id in judged
    assert library.sounds.waiting_count(EMBEDDER) <= 20
