"""How long a person waits for the first tags after adding the first folder, with the bundled embedder and nothing
embedded yet.
"""

import tempfile
import time
from pathlib import Path

from desktop_app.app import Earmark
from desktop_app.paths import Profile
from tests.benchmarks.result import Result

WITHIN_SECONDS = 10.0
"""What a person who tries the program is promised, on two cores."""
_DEMO = Path(__file__).resolve().parents[2] / "resources" / "demo"


def run() -> list[Result]:
    """Seconds to the first sound with a tag, and to the last prompt of the active vocabularies."""
    with tempfile.TemporaryDirectory() as scratch:
        profile = Profile.at(Path(scratch) / "profile")
        began = time.perf_counter()
        with Earmark(profile, writable=True) as earmark:
            earmark.start_watching()
            earmark.start_indexing()
            earmark.load_tags_soon()
            earmark.add_folders([_DEMO])
            while not _any_tags(earmark):
                time.sleep(0.05)
            first = time.perf_counter() - began
            earmark.wait_for_tags()
            all_prompts = time.perf_counter() - began
            assert earmark.indexer.wait_idle(600)
            all_heard = time.perf_counter() - began
    promise = f"the promise, {WITHIN_SECONDS:.0f} s"
    return [
        Result("first folder added: first tags", first, "s", promise, WITHIN_SECONDS / first),
        Result("first folder added: all prompts embedded", all_prompts, "s"),
        Result("first folder added: all demonstration sounds heard", all_heard, "s"),
    ]


def _any_tags(earmark: Earmark) -> bool:
    heard = earmark.library.sounds.ids().tolist()
    return any(earmark.tagger.tags_of(heard).values())
