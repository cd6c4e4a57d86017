"""Indexing one-shots from the folder to the search, with the bundled network, against the network in a bare loop."""

import shutil
import tempfile
import time
from pathlib import Path

from desktop_app.app import Earmark
from desktop_app.engine.decoding.audio import decode
from desktop_app.engine.embedders.embedders import load_embedder
from desktop_app.engine.starter.starter_files import starter_spec
from desktop_app.open_profile.embedder_list import starter_folder
from desktop_app.paths import Profile
from tests import sounds
from tests.benchmarks.result import Result

FILES = 300
SECONDS = 0.6
RATE = 44_100


def run() -> list[Result]:
    """Files a second: a fresh library, the same one again with nothing new, and copies of all of it."""
    with tempfile.TemporaryDirectory() as scratch:
        folder = Path(scratch)
        root = folder / "Sounds"
        root.mkdir()
        paths = [
            sounds.make(root, name=f"shot {n}", rate=RATE, frames=sounds.noise(SECONDS, seed=n, rate=RATE, channels=2))
            for n in range(FILES)
        ]
        bare = _bare_loop(paths)
        with Earmark(Profile.at(folder / "profile"), writable=True) as earmark:
            earmark.worker.embed_text(["the network is loaded"])
            earmark.start_indexing()
            fresh = _index(earmark, root)
            again = _index(earmark, root)
            shutil.copytree(root, folder / "Copies")
            copies = _index(earmark, folder / "Copies")
            waiting = earmark.library.sounds.waiting_count(earmark.spec.embedder_id)
        assert waiting == 0
    loop = f"decode and network in a bare loop, {bare:.0f} files/s"
    return [
        Result(f"index {FILES} one-shots of {SECONDS} s", fresh, "files/s", loop, fresh / bare),
        Result("index them again, nothing new", again, "files/s", loop, again / bare),
        Result("index copies of them", copies, "files/s", loop, copies / bare),
    ]


def _bare_loop(paths: list[Path]) -> float:
    """Files a second without a library, a child, events or anything kept."""
    embedder = load_embedder(starter_spec(starter_folder()))
    embedder.embed_audio([decode(paths[0], sample_rate=embedder.sample_rate).samples])
    began = time.perf_counter()
    for path in paths:
        embedder.embed_audio([decode(path, sample_rate=embedder.sample_rate).samples])
    return len(paths) / (time.perf_counter() - began)


def _index(earmark: Earmark, root: Path) -> float:
    began = time.perf_counter()
    earmark.add_folders([root])
    assert earmark.indexer.wait_idle(600)
    return FILES / (time.perf_counter() - began)
