"""Runs evaluations on a thread of its own: they can be watched and given up, and nothing else waits for them."""

import json
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from enum import Enum, auto
from pathlib import Path
from typing import Any, Final, TypeVar

from PySide6.QtCore import QObject, Signal

from desktop_app.app import Earmark
from desktop_app.core.published_figures import DATA_SETS
from desktop_app.core.sound import Sound, SoundState, outside_sound
from desktop_app.engine.decoding.sound_errors import SilentSoundError, UnreadableSoundError
from desktop_app.engine.evaluation.evaluation_page import evaluation_page
from desktop_app.engine.evaluation.file_crew import HearingCancelledError
from desktop_app.engine.evaluation.published_comparison import published_document
from desktop_app.engine.evaluation.verdict_document import KIND, verdict_document
from desktop_app.engine.evaluation.verdict_evaluation import NoVerdictsError, evaluate_verdicts
from desktop_app.engine.evaluation.verdict_page import verdict_page
from desktop_app.engine.indexing.crew import CrewError
from desktop_app.evaluation_run import (
    Evaluated,
    Watch,
    evaluate_labelled,
    seconds_for_worse_sounds,
    with_noisiest,
    with_worse_sounds,
)
from desktop_app.gui.background import BackgroundThread
from desktop_app.gui.relay import Relay
from desktop_app.gui.retelling import retold_error
from desktop_app.library.databases.durable import write_whole
from desktop_app.library.kept_hearing import KeptHearing
from desktop_app.library.labelled_sounds import LabelledSet, LabelsError
from desktop_app.library.library import Library

T = TypeVar("T")

_TELL_SECONDS: Final = 0.1
"""Progress is told this often: a person reads no faster."""
_TOPIC: Final = "evaluation"
_DECISIONS: Final = "your decisions"
"""What a report on verdicts calls what it is about, as the command line does."""
_SENTENCES: Final = (LabelsError, NoVerdictsError, UnreadableSoundError, SilentSoundError)
"""What only an evaluation meets: each says what happened and what to do."""


class EvaluationWork(Enum):
    """What is done with the sounds."""

    HEARING = auto()
    HEARING_WORSE = auto()
    """They are heard in worse versions of theirs."""
    MEASURING_NOISE = auto()


@dataclass(frozen=True, slots=True)
class EvaluationProgress:
    """How far it is."""

    done: int
    total: int
    rate: float
    """Sounds a second; 0 when unknown."""
    work: EvaluationWork


@dataclass(frozen=True, slots=True)
class EvaluationResult:
    """What the page shows."""

    document: dict[str, Any]
    """What the report is made from."""
    embedder: str
    """As the person knows it."""
    wrong: tuple[Sound, ...]
    """The sounds that are most confidently wrong, so that they can be heard."""
    contradictory: tuple[Sound, ...] = ()
    """Those that are under labels of which only one can be right, in the document's order."""
    noisy: tuple[Sound, ...] = ()
    """The noisiest of them, once that is known."""
    evaluated: Evaluated | None = None
    """What can be gone on with; None for what was said of tags."""

    @property
    def of_verdicts(self) -> bool:
        """Whether tags were tried on what was said of them, and not labels on sounds."""
        return self.evaluated is None


class EvaluationRunner(QObject):
    """One evaluation at a time; a new one replaces the one that runs. To be used on the GUI thread."""

    progressed = Signal(object)
    """`EvaluationProgress`"""
    evaluated = Signal(object)
    """`EvaluationResult`"""
    estimated = Signal(float)
    """How long `try_worse` is going to take, in seconds."""
    failed = Signal(str)
    """A sentence; empty when the fault is our own, and reported elsewhere."""
    changed = Signal()
    """Something began or ended."""

    def __init__(self, earmark: Earmark, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._earmark = earmark
        self._thread = BackgroundThread("evaluate", self)
        self._number = 0
        self._running = False
        self._relay = Relay()
        self._relay.answered.connect(self._tell)

    @property
    def running(self) -> bool:
        """Whether somebody waits for an evaluation."""
        return self._running

    @property
    def busy(self) -> bool:
        """Whether anything is still being done, even if nobody waits for it."""
        return self._thread.busy

    def evaluate(self, read: Callable[[], LabelledSet]) -> None:
        """Hear what `read` gives, which is called on the thread, and compare."""
        earmark = self._earmark

        def work(watch: Watch) -> EvaluationResult:
            labelled, listening = read(), earmark.listening
            vocabularies = earmark.active_vocabularies()
            with KeptHearing(earmark.profile.kept_hearing) as kept:
                found = evaluate_labelled(labelled, listening, earmark.library, vocabularies, watch, kept=kept)
            if labelled.kind in DATA_SETS:
                published = published_document(found.evaluation, found.paths, labelled, listening.spec, labelled.kind)
                found = replace(found, document={**found.document, "published": published})
            return _result_of(found, earmark.library)

        self._run(work, EvaluationWork.HEARING)

    def evaluate_verdicts(self) -> None:
        """Compare the tags of the active vocabularies with what was said of them."""
        earmark = self._earmark

        def work(_watch: Watch) -> EvaluationResult:
            listening, vocabularies = earmark.listening, earmark.active_vocabularies()
            found = evaluate_verdicts(earmark.library, listening.embedded.snapshot(), listening.tagger, vocabularies)
            document = {
                "set": _DECISIONS,
                "vocabulary": ", ".join(vocabulary.vocabulary_id for vocabulary in vocabularies),
                "embedder": listening.spec.embedder_id,
                **verdict_document(found),
            }
            wrong = _sounds_at(document["most_confidently_wrong"], earmark.library)
            return EvaluationResult(document, listening.spec.name, wrong)

        self._run(work, EvaluationWork.HEARING)

    def try_worse(self, evaluated: Evaluated) -> None:
        """Find out what is lost when the same sounds are recorded worse."""
        earmark = self._earmark

        def work(watch: Watch) -> EvaluationResult:
            with KeptHearing(earmark.profile.kept_hearing) as kept:
                return _result_of(with_worse_sounds(evaluated, watch, kept=kept), earmark.library)

        self._run(work, EvaluationWork.HEARING_WORSE)

    def find_noisiest(self, evaluated: Evaluated) -> None:
        """Find out which of the sounds are the noisiest."""
        earmark = self._earmark

        def work(watch: Watch) -> EvaluationResult:
            with KeptHearing(earmark.profile.kept_hearing) as kept:
                return _result_of(with_noisiest(evaluated, earmark.library, watch, kept=kept), earmark.library)

        self._run(work, EvaluationWork.MEASURING_NOISE)

    def estimate(self, evaluated: Evaluated) -> None:
        """Find out how long `try_worse` takes; where that cannot be known, nothing is said."""
        if not self._running:
            self._thread.run(
                lambda: _or_sentence(lambda: seconds_for_worse_sounds(evaluated)),
                lambda seconds: self.estimated.emit(seconds) if isinstance(seconds, float) else None,
                topic=_TOPIC,
                failed=lambda _: None,
            )

    def cancel(self) -> None:
        """Wait for nothing any more; the present sound is heard to its end, unseen."""
        self._number += 1
        self._end()

    def close(self) -> None:
        """Begin nothing more; what runs ends by itself soon."""
        self._thread.stop()
        self.cancel()

    def join(self) -> None:
        """Wait for what runs, after `close`."""
        self._thread.join()

    def _run(self, work: Callable[[Watch], EvaluationResult], kind: EvaluationWork) -> None:
        self._number += 1
        self._running = True
        number, thread, tell = self._number, self._thread, self._relay.answer_to(self._number)
        told = 0.0

        def progress(heard: int, total: int, rate: float) -> None:
            nonlocal told
            if time.monotonic() - told >= _TELL_SECONDS or heard == total:
                told = time.monotonic()
                tell(EvaluationProgress(heard, total, rate, kind))

        watch = Watch(progress, lambda: number != self._number or thread.stopping)

        def take(found: EvaluationResult | str | None) -> None:
            if number != self._number or found is None:
                return
            self._end()
            if isinstance(found, str):
                self.failed.emit(found)
            else:
                self.evaluated.emit(found)

        thread.run(lambda: _or_sentence(lambda: work(watch)), take, topic=_TOPIC, failed=take)
        self.changed.emit()

    def _end(self) -> None:
        if self._running:
            self._running = False
            self.changed.emit()

    def _tell(self, number: int, progress: EvaluationProgress) -> None:
        if number == self._number and self._running:
            self.progressed.emit(progress)


def write_report(document: dict[str, Any], target: Path) -> Path:
    """Write a report as a page or, for a name that ends in .json, as data, and return its place. Raises OSError."""
    if target.suffix.lower() == ".json":
        text = json.dumps(document, ensure_ascii=True, allow_nan=False, indent=2) + "\n"
    else:
        text = verdict_page(document) if document["kind"] == KIND else evaluation_page(document)
    write_whole(target, text.encode("utf-8"))
    return target


def _or_sentence(work: Callable[[], T]) -> T | str | None:
    """What comes of it, or why nothing does; None when nobody wants to know. On the thread."""
    try:
        return work()
    except HearingCancelledError:
        return None
    except CrewError:
        return ""
    except _SENTENCES as error:
        return retold_error(error)


def _result_of(found: Evaluated, library: Library) -> EvaluationResult:
    document = found.document
    contradictory = [{"path": path} for each in document["contradictions"] for path in each["paths"]]
    return EvaluationResult(
        document,
        found.listening.spec.name,
        _sounds_at(document["most_confidently_wrong"], library),
        _sounds_at(contradictory, library),
        _sounds_at(document.get("noise", {}).get("sounds", ()), library),
        found,
    )


def _sounds_at(listed: Sequence[dict[str, Any]], library: Library) -> tuple[Sound, ...]:
    """As the library knows them where it does; the others as files that can be heard and are not added."""
    paths = [Path(each["path"]) for each in listed]
    known = [library.sounds.by_path(path) for path in paths]
    return tuple(
        sound if sound is not None and sound.state is SoundState.PRESENT else outside_sound(path, number)
        for number, (path, sound) in enumerate(zip(paths, known, strict=True))
    )
