"""A library whose tags are known beforehand: each axis of the embeddings stands for one word."""

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path

import numpy as np

from desktop_app.core.analysis import Analysis
from desktop_app.core.events import MomentsProgress
from desktop_app.core.sound import Sound
from desktop_app.core.tag import Tag, Vocabulary
from desktop_app.core.vector_index import Vectors
from desktop_app.engine.searching.embedded_library import EmbeddedLibrary
from desktop_app.engine.searching.moments import MomentIndex
from desktop_app.engine.searching.searcher import Searcher
from desktop_app.engine.tagging.prompts import Prompts
from desktop_app.engine.tagging.tagger import Tagger
from desktop_app.library.library import Library
from desktop_app.library.tables.heard import Heard
from desktop_app.library.tables.windows import HeardWindows
from tests.library_maker import FORMAT, STAMP, open_library

WORDS = ("rain", "dog", "bell", "hum", "door", "wind", "glass", "step")
DIMENSION = len(WORDS)
WEATHER = Vocabulary(
    "weather",
    "Weather",
    "",
    (
        Tag("rain", "Rain", ("rain",), aliases=("Downpour",), colour="#336699", group="Water"),
        Tag("wind", "Wind", ("wind",)),
    ),
)
ANIMALS = Vocabulary("animals", "Animals", "", (Tag("dog", "Dog", ("dog",)), Tag("rain", "RAIN", ("rain",))))


def vector(*words: str) -> Vectors:
    """The embedding [8] of a sound in which these are heard; a word may be preceded by a weight, as in "0.5 rain"."""
    result = np.zeros(DIMENSION, dtype=np.float32)
    for word in words:
        weight, _, name = word.rpartition(" ")
        result[WORDS.index(name)] += float(weight or 1)
    return result


@dataclass(slots=True)
class WordNetwork:
    """Embeds texts: the words it knows, the others not at all."""

    asked: list[str] = field(default_factory=list)

    def embed_text(self, texts: Sequence[str]) -> Vectors:
        """[n, 8]"""
        self.asked.extend(texts)
        return np.stack([vector(*(word for word in text.casefold().split() if word in WORDS)) for text in texts])


def reference() -> Vectors:
    """Embeddings of sounds at large [300, 8], in which every word is heard a little."""
    return np.random.default_rng(3).normal(0, 0.1, (300, DIMENSION)).astype(np.float32)


def sounds_with(tagger: Tagger, embedded: EmbeddedLibrary, name: str) -> list[int]:
    """The present sounds that have a tag of this name or alias."""
    snapshot = embedded.snapshot()
    ids: list[int] = snapshot.sound_ids[tagger.having(name, snapshot) & snapshot.present].tolist()
    return ids


@dataclass(slots=True)
class TaggedLibrary:
    """A library, and what tags and finds its sounds."""

    library: Library
    root: Path
    embedder_id: str
    embedded: EmbeddedLibrary
    network: WordNetwork
    prompts: Prompts
    tagger: Tagger
    moments: MomentIndex
    searcher: Searcher

    def sounds_with(self, name: str) -> list[int]:
        """The present sounds that have a tag of this name or alias."""
        return sounds_with(self.tagger, self.embedded, name)

    def add(self, path: str, embedding: Vectors | None, *, content: str = "", embedder: str = "") -> int:
        """A sound at a path below the root, without an embedding for None; its content is called as its name."""
        folder = next(iter(self.library.folders.all()), None) or self.library.folders.add(self.root)
        self.library.sounds.apply_scan(folder.folder_id, {path: STAMP}, under=path)
        sound = self.sound(path)
        content_id = (content or path).encode()
        if embedding is not None:
            heard = Heard(sound.sound_id, STAMP, content_id, FORMAT, embedding, None)
            self.library.sounds.save_heard(embedder or self.embedder_id, [heard])
        self.embedded.invalidate()
        return self.sound(path).sound_id

    def add_windows(self, path: str, *vectors: Vectors, seconds: float = 10.0) -> None:
        """Windows of a sound, which lie end to end."""
        starts = tuple(seconds * number for number in range(len(vectors)))
        heard = HeardWindows(seconds, starts, np.stack(vectors))
        content_id = self.sound(path).content_id or b""
        self.library.windows.save(self.embedder_id, Analysis("moments", 1), content_id, heard)
        self.moments.follow(MomentsProgress(1, 1, 0.0))

    def lose(self, path: str) -> None:
        """The file is gone."""
        self.library.sounds.apply_scan(self.library.folders.all()[0].folder_id, {}, under=path)
        self.embedded.invalidate()

    def sound(self, path: str) -> Sound:
        """The sound at a path below the root."""
        found = self.library.sounds.by_path(self.root / path)
        assert found is not None
        return found

    def names(self, sound_id: int) -> list[str]:
        """The names of a sound's tags, in order."""
        return [tag.name for tag in self.tagger.tags_of([sound_id])[sound_id]]

    def counts(self) -> dict[tuple[str, str], int]:
        """(vocabulary, tag) -> sounds."""
        return {count.scored.key: count.count for count in self.tagger.counts()}


@contextmanager
def tagged_library(
    folder: Path, vocabularies: Sequence[Vocabulary] = (WEATHER,), *, embedder_id: str = "words/1"
) -> Iterator[TaggedLibrary]:
    """An empty library in `folder`, or the one that is there."""
    root = folder / "Sounds"
    root.mkdir(parents=True, exist_ok=True)
    with open_library(folder / "profile") as library:
        embedded = EmbeddedLibrary(library, embedder_id, DIMENSION)
        network = WordNetwork()
        prompts = Prompts(library.cache, embedder_id, network.embed_text)
        tagger = Tagger(library, embedded, prompts, reference)
        if vocabularies:
            tagger.set_vocabularies(vocabularies)
        moments = MomentIndex(library, embedder_id)
        searcher = Searcher(library, embedded, prompts, tagger, moments)
        yield TaggedLibrary(library, root, embedder_id, embedded, network, prompts, tagger, moments, searcher)
