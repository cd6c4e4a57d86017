"""What runs in the embedding child: one lane listens to files, another answers texts, a third measures files."""

from multiprocessing.connection import Connection

from desktop_app.engine.decoding.sound_errors import SilentSoundError, UnreadableSoundError
from desktop_app.engine.embedders.embedder import EmbedderError
from desktop_app.engine.embedders.embedders import load_front_end
from desktop_app.engine.measuring.measurers import analyse_music_of, measure_quality_of
from desktop_app.engine.processes.embedding_work import (
    FILES,
    MEASURING,
    TEXTS,
    AnalyseMusic,
    EmbeddingChildSettings,
    EmbedPart,
    EmbedSamples,
    Hear,
    HearWindows,
    HearWorsened,
    Identify,
    MeasureQuality,
    Prepare,
)
from desktop_app.engine.processes.listener import Beat, Listener
from desktop_app.engine.processes.worker_child import Lanes, lift_memory_limit, limit_memory, load_function, step_back


def main(connection: Connection, settings: EmbeddingChildSettings) -> None:
    """Runs until the parent goes away."""
    step_back()
    load = load_function(settings.loader)
    listener = Listener(
        lambda: load(settings.spec),
        load_seconds=settings.load_seconds,
        loading=lift_memory_limit,
        loaded=lambda: limit_memory(settings.memory_bytes),
    )
    preparer = Listener(
        lambda: load_front_end(settings.spec), load_seconds=settings.load_seconds, loading=_nothing, loaded=_nothing
    )
    limit_memory(settings.memory_bytes)
    lanes = {
        FILES: lambda work, beat: (
            _do_file(preparer, work.work, beat) if isinstance(work, Prepare) else _do_file(listener, work, beat)
        ),
        TEXTS: lambda work, beat: listener.embed_text(work.texts, beat),
        MEASURING: _measure,
    }
    known = (UnreadableSoundError, SilentSoundError, EmbedderError)
    Lanes(connection, lanes, stall_seconds=settings.stall_seconds, known=known).serve()


def _do_file(
    listener: Listener, work: Identify | Hear | EmbedPart | HearWindows | HearWorsened | EmbedSamples, beat: Beat
) -> object:
    if isinstance(work, Identify):
        return listener.identify(work.path, beat)
    if isinstance(work, Hear):
        return listener.hear(work.path, beat)
    if isinstance(work, EmbedPart):
        return listener.embed_part(work.path, work.start, work.end, beat)
    if isinstance(work, HearWindows):
        return listener.hear_windows(work.path, work.starts, work.seconds, beat)
    if isinstance(work, HearWorsened):
        return listener.hear_worsened(work.path, work.seconds, beat)
    return listener.embed_samples(work.sounds, beat)


def _measure(work: MeasureQuality | AnalyseMusic, beat: Beat) -> object:
    measure = measure_quality_of if isinstance(work, MeasureQuality) else analyse_music_of
    return measure(work.path, lambda: beat(None))


def _nothing() -> None:
    pass
