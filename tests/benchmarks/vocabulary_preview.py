"""What the vocabulary editor shows while a tag is typed: which of 100,000 sounds would gain and lose it."""

import tempfile
from dataclasses import replace
from pathlib import Path

from desktop_app.core.tag import Tag, Vocabulary
from desktop_app.core.verdict import Judgement
from desktop_app.engine.searching.embedded_library import EmbeddedLibrary
from desktop_app.engine.tagging.preview import Previewer
from desktop_app.engine.tagging.prompts import Prompts
from desktop_app.engine.tagging.tagger import Tagger
from desktop_app.library.library import Library
from tests.benchmarks.result import Result
from tests.benchmarks.search_and_tags import median
from tests.benchmarks.tagging_at_scale import DIMENSION, JUDGED, SOUNDS, embed_text
from tests.library_maker import fill, open_library, random_vectors

_SAMPLE = 300
_TAGS = 1_000
_EMBEDDER = "benchmark"
_BEFORE = Tag("t", "t", ("prompt 1", "prompt 2"), ("prompt 3",))
_AFTER = replace(_BEFORE, prompts=("prompt 1", "prompt 4"), threshold=0.3)


def run() -> list[Result]:
    """Medians of a few rounds, against tagging one sound after the other anew, scaled from a sample."""
    with tempfile.TemporaryDirectory() as folder, open_library(Path(folder)) as library:
        fill(library, Path(folder) / "Sounds", _EMBEDDER, random_vectors(SOUNDS, DIMENSION))
        return _measure(library)


def _measure(library: Library) -> list[Result]:
    embedded = EmbeddedLibrary(library, _EMBEDDER, DIMENSION)
    prompts = Prompts(library.cache, _EMBEDDER, embed_text)
    tagger = Tagger(library, embedded, prompts, lambda: random_vectors(1_000, DIMENSION, seed=1))
    previewer = Previewer(library, embedded, prompts, tagger)
    ids = library.sounds.ids().tolist()
    tagger.judge(ids[:JUDGED], ("bench", "t"), Judgement.REJECTED)

    def preview() -> None:
        previewer.preview("bench", _BEFORE, _AFTER)

    def sound_by_sound() -> None:
        for tag in (_BEFORE, _AFTER):
            tagger.set_vocabularies([Vocabulary("bench", "", "", (tag,))])
            for sound_id in ids[:_SAMPLE]:
                tagger.tags_of([sound_id])

    many = Vocabulary("many", "", "", tuple(Tag(f"m{n}", f"m{n}", (f"prompt {n}", f"other {n}")) for n in range(_TAGS)))
    tagger.matrix_of([many])  # reads their prompts

    def repeated() -> None:
        previewer.similar(_AFTER, "bench", [many])

    preview()  # reads the library into memory and embeds the prompts
    naive = median(sound_by_sound, rounds=1) / _SAMPLE * SOUNDS
    shown = median(preview)
    against = f"sound by sound, {naive:.0f} s"
    return [
        Result(f"preview of a changed tag, {SOUNDS:,} sounds", shown * 1000, "ms", against, naive / shown),
        Result(f"which of {_TAGS:,} tags repeat it", median(repeated) * 1000, "ms"),
    ]
