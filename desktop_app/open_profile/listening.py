"""Everything that belongs to one embedder: put together here, and replaced as a whole when another is chosen."""

from collections.abc import Callable
from dataclasses import dataclass

from desktop_app.core.events import IndexEvent
from desktop_app.core.vector_index import Vectors
from desktop_app.engine.clap.device_record import may_use_device
from desktop_app.engine.embedders.embedder import EmbedderSpec
from desktop_app.engine.indexing.indexer import Indexer
from desktop_app.engine.indexing.measuring import Measuring
from desktop_app.engine.indexing.moment_hearing import MomentHearing, window_shape
from desktop_app.engine.processes.device_hearing import DeviceHearing
from desktop_app.engine.processes.embedding_pool import EmbeddingPool
from desktop_app.engine.processes.embedding_process import EmbeddingProcess
from desktop_app.engine.processes.embedding_worker import EmbeddingWorker
from desktop_app.engine.processes.in_process_worker import InProcessWorker
from desktop_app.engine.searching.embedded_library import EmbeddedLibrary
from desktop_app.engine.searching.examples import Examples
from desktop_app.engine.searching.explanation import Explainer
from desktop_app.engine.searching.interpreter import Interpreter
from desktop_app.engine.searching.moments import MomentIndex
from desktop_app.engine.searching.searcher import Searcher
from desktop_app.engine.tagging.preview import Previewer
from desktop_app.engine.tagging.prompts import Prompts
from desktop_app.engine.tagging.reference import reference_embeddings
from desktop_app.engine.tagging.sound_events import SoundEvents
from desktop_app.engine.tagging.tagger import Tagger
from desktop_app.library.library import Library
from desktop_app.open_profile.embedder_list import starter_folder
from desktop_app.paths import resources


@dataclass(frozen=True, slots=True)
class Listening:
    """One embedder with its child process and all that is known through it."""

    spec: EmbedderSpec
    worker: EmbeddingWorker
    embedded: EmbeddedLibrary
    prompts: Prompts
    tagger: Tagger
    searcher: Searcher
    examples: Examples
    explainer: Explainer
    previewer: Previewer
    events: SoundEvents
    indexer: Indexer | None
    """None where the library is only read."""

    def stop(self) -> None:
        """End indexing, comparing and the child without waiting for the present sound. May be called twice."""
        if self.indexer is not None:
            self.indexer.ask_to_stop()
        self.searcher.duplicates.close()
        self.worker.close()
        if self.indexer is not None:
            self.indexer.stop()


def listen_with(
    spec: EmbedderSpec,
    library: Library,
    notify: Callable[[IndexEvent], None],
    *,
    in_process: bool,
    at_once: int = 1,
    measuring_wanted: Callable[[], bool] = lambda: True,
    moments_wanted: Callable[[], bool] = lambda: True,
) -> Listening:
    """Make the parts; nothing is started or loaded yet. `notify` is called on any thread.

    `at_once`: how many sounds are heard at the same time, each in a child of its own; `measuring_wanted`: whether to
    measure them; `moments_wanted`: whether to hear what is inside long ones.
    """
    worker: EmbeddingWorker = InProcessWorker(spec) if in_process else _children(spec, at_once)
    embedded = EmbeddedLibrary(library, spec.embedder_id, spec.dimension)
    interpreter = Interpreter(starter_folder() / "tokenizer.json", resources() / "vocabularies", lambda: tagger.tags)
    prompts = Prompts(library.cache, spec.embedder_id, worker.embed_text, interpreter.reading, interpreter.is_foreign)
    tagger = Tagger(library, embedded, prompts, lambda: _reference(spec, library, worker))
    moments = MomentIndex(library, spec.embedder_id)
    searcher = Searcher(library, embedded, prompts, tagger, moments)
    examples = Examples(library, embedded, worker, spec.embedder_id)
    explainer = Explainer(library, embedded, prompts, tagger, spec.embedder_id)
    previewer = Previewer(library, embedded, prompts, tagger)
    events = SoundEvents(library, tagger, worker, spec)

    def follow(event: IndexEvent) -> None:
        embedded.follow(event)
        moments.follow(event)
        notify(event)

    indexer = None
    if library.writable:
        hearing = MomentHearing(library, worker, spec.embedder_id, window_shape(spec), wanted=moments_wanted)
        measuring = Measuring(library, worker, wanted=measuring_wanted)
        indexer = Indexer(library, worker, spec.embedder_id, follow, measuring=measuring, moments=hearing)
    return Listening(spec, worker, embedded, prompts, tagger, searcher, examples, explainer, previewer, events, indexer)


def _children(spec: EmbedderSpec, at_once: int) -> EmbeddingPool:
    device = DeviceHearing(spec) if may_use_device(spec) else None
    return EmbeddingPool(lambda idle_seconds: EmbeddingProcess(spec, idle_seconds=idle_seconds), at_once, device=device)


def _reference(spec: EmbedderSpec, library: Library, worker: EmbeddingWorker) -> Vectors:
    return reference_embeddings(
        spec.embedder_id,
        shipped=starter_folder() / "reference.safetensors",
        cache=library.cache,
        embed_samples=worker.embed_samples,
    )
