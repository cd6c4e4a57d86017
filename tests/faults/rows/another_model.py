"""Another embedder takes over: what both say is never compared, the old one serves until then, kills lose nothing."""

import shutil
import subprocess
import sys
import threading
from dataclasses import dataclass, field
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any, Final

import numpy as np
from numpy.typing import NDArray

from desktop_app.app import Earmark
from desktop_app.core.events import EmbedderChanged, IndexEvent
from desktop_app.core.example import Example
from desktop_app.core.verdict import Judgement, Verdict
from desktop_app.gui.queries import Question, answer
from desktop_app.library.library import Library
from desktop_app.settings import load_settings
from tests import sounds
from tests.faults.killing import kill, wait_until, work_for
from tests.faults.row import Row, shortened
from tests.faults.two_embedders import FIRST, SECOND, SECONDS_A_SOUND, OtherEmbedder, open_with_tags, two_embedders
from tests.gui.profile import profile_with_vocabulary
from tests.library_maker import DEADLINE, open_library

FULL: Final = (400, 30)
QUICK: Final = (90, 1)
"""Sounds, and kills in the midst of the change."""
_SEED: Final = 19
_AT_ONCE: Final = 32
"""Sounds that may be heard again after a kill: those that were not saved yet."""

_TOLERANCE: Final = 1e-4
_HERE: Final = Path(__file__).parents[3]

Answer = tuple[NDArray[np.str_], NDArray[np.floating[Any]]]
"""The names of the sounds that were found, and how well each fits."""
Answers = dict[str, Answer]


def run(quick: bool) -> Row:
    """A library changes its embedder while it is searched without a pause, and is killed on the way there."""
    count, kills = QUICK if quick else FULL
    with TemporaryDirectory() as scratch:
        change = _Change(Path(scratch), count)
        change.tell(kills)
    if not change.asked_before or not change.asked_after:
        change.problems.append(f"asked {change.asked_before} times before, {change.asked_after} times after the change")
    return Row(
        19,
        f"another embedder, searched all the time ({count} sounds, killed {kills} times on the way)",
        change.asked_before + change.asked_after,
        "0 comparisons across embedders; the old one serves until all is heard; 0 lost",
        f"{change.mixed} across; all heard when it took over; {change.lost} lost",
        shortened(change.problems),
    )


@dataclass
class _Change:
    """A profile on its way from one embedder to another, and what a person sees of that."""

    place: Path
    count: int
    mixed: int = 0
    lost: int = 0
    asked_before: int = 0
    asked_after: int = 0
    problems: list[str] = field(default_factory=list)

    def __post_init__(self) -> None:
        self._root = self.place / "Sounds"
        self._root.mkdir()
        for number in range(self.count):
            sounds.make(self._root, name=f"sound {number}", frames=sounds.noise(0.05, seed=number))
        self._example = sounds.make(self.place, name="an example", frames=sounds.tone(0.3, hertz=300))
        self._verdicts: list[Verdict] = []
        self._killed_at_work = 0

    def tell(self, kills: int) -> None:
        """Index, learn what each embedder alone answers, kill on the way from one to the other, and let it end."""
        profile = self.place / "profile"
        with two_embedders(OtherEmbedder()):
            first = self._alone(profile, "starter")
            second = self._alone(self.place / "profile of the other", "other")
        if not self._differ(first, second):
            self.problems.append("both embedders answer alike: nothing can be told")
        generator = np.random.default_rng(_SEED)
        for number in range(kills):
            killed = self.place / f"killed {number}"
            shutil.copytree(profile, killed)
            self._kill(killed, generator.uniform(0, 1) if number else 0)
        if self._killed_at_work < max(1, kills // 2):
            self.problems.append(f"only {self._killed_at_work} kills came before all was heard")
        for number in range(kills):
            self._go_on(self.place / f"killed {number}", first, second)

    def _alone(self, folder: Path, embedder: str) -> Answers:
        """What one embedder answers that has heard everything, in a profile that knows no other."""
        profile = profile_with_vocabulary(folder)
        with profile.settings_file.open("a", encoding="utf-8") as settings:
            settings.write(f'embedder = "{embedder}"\n')
        with open_with_tags(folder, lambda _: None) as earmark:
            earmark.add_folders([self._root])
            assert earmark.indexer.wait_idle(DEADLINE)
            ids = earmark.library.sounds.ids()[:5].tolist()
            earmark.tagger.judge(ids, ("test", "rain"), Judgement.REJECTED)
            self._verdicts = earmark.library.verdicts.all()
            return self._ask_all(earmark)

    def _kill(self, profile: Path, part: float) -> None:
        """Begin to change over, and kill it at any moment of that."""
        process = subprocess.Popen([sys.executable, "-m", "tests.faults.two_embedders", str(profile)], cwd=_HERE)
        wait_until(lambda: process.poll() is not None or bool(_heard(profile, SECOND)))
        work_for(part * self.count * SECONDS_A_SOUND)
        promised = _heard(profile, SECOND)
        if not kill(process):
            self.problems.append("it ended by itself")
        with open_library(profile) as library:
            first, second = (library.cache.heard_by(embedder) for embedder in (FIRST, SECOND))
            self.lost += self.count - len(first) + len(promised - second)
            self.lost += len(self._verdicts) - len(library.verdicts.all())
        settings = load_settings(profile / "settings.toml")
        self._killed_at_work += len(second) < self.count
        if (settings.embedder, settings.next_embedder) != ("starter", "other") and len(second) < self.count:
            self.problems.append(f"after a kill it is set to {settings.embedder}, then {settings.next_embedder}")

    def _go_on(self, profile: Path, first: Answers, second: Answers) -> None:
        """Open it again; the change goes on and ends, while somebody searches without a pause."""
        other, events, heard = OtherEmbedder(), list[IndexEvent](), len(_heard(profile, SECOND))
        with two_embedders(other), open_with_tags(profile, events.append) as earmark:
            self._judge(self._ask_all(earmark), first, second, earmark)
            ended = threading.Event()
            asker = threading.Thread(target=self._ask_until, args=(ended, earmark, first, second))
            asker.start()
            try:
                earmark.go_on_preparing()
                wait_until(lambda: any(isinstance(event, EmbedderChanged) for event in events))
            finally:
                ended.set()
                asker.join()
            self._judge(self._ask_all(earmark), second, second, earmark)
            self.asked_after += len(second)
            self.lost += len(self._verdicts) - len(earmark.library.verdicts.all())
        if other.heard > self.count - heard + _AT_ONCE:
            self.problems.append(f"{heard} had been heard before the kill, and {other.heard} were after it")

    def _ask_until(self, ended: threading.Event, earmark: Earmark, first: Answers, second: Answers) -> None:
        while not ended.is_set():
            try:
                self._judge(self._ask_all(earmark), first, second, earmark)
            except Exception as error:  # noqa: BLE001 - whatever a search may not do at such a time
                self.problems.append(f"a search raised {type(error).__name__}: {error}")
                return

    def _ask_all(self, earmark: Earmark) -> Answers:
        found: Answers = {}
        for name, question in self._questions(earmark).items():
            self._example.touch()  # as if it were another one: it is listened to each time
            answered = answer(question, earmark)
            assert answered.scores is not None, name
            found[name] = self._by_name(earmark, answered.sound_ids, answered.scores)
        tagged = earmark.tagger.scores_of(("test", "rain"))
        assert tagged is not None, "the tags are ready"
        return found | {"a tag": self._by_name(earmark, tagged.sound_ids, tagged.scores)}

    def _by_name(self, earmark: Earmark, ids: NDArray[np.int64], scores: NDArray[np.floating[Any]]) -> Answer:
        names = np.array([path.name for path in earmark.library.sounds.paths_of(ids.tolist())])
        order = np.argsort(names)
        return names[order], scores[order]

    def _questions(self, earmark: Earmark) -> dict[str, Question]:
        inside = earmark.library.sounds.by_path(self._root / "sound 1.wav")
        assert inside is not None
        return {
            "words": Question("rain on a roof"),
            "words and not": Question("rain -wind"),
            "a file": Question(like=Example(path=self._example)),
            "a region": Question(like=Example(path=self._example, start=0.1, end=0.2)),
            "a sound and words": Question("softly", like=Example(sound_id=inside.sound_id)),
        }

    def _judge(self, answers: Answers, first: Answers, second: Answers, earmark: Earmark) -> None:
        """Each answer is all of one embedder, and the second's only when it has heard everything."""
        for name, found in answers.items():
            by_first, by_second = _same(found, first[name]), _same(found, second[name])
            if not by_first and not by_second:
                self.mixed += 1
                self.problems.append(f"{name}: an answer of neither embedder")
            if by_second and not by_first and earmark.library.sounds.waiting_count(SECOND):
                self.problems.append(f"{name}: the second answered before it had heard everything")
            self.asked_before += by_first

    def _differ(self, first: Answers, second: Answers) -> bool:
        return not any(_same(first[name], second[name]) for name in first)


def _same(one: Answer, other: Answer) -> bool:
    return np.array_equal(one[0], other[0]) and np.allclose(one[1], other[1], atol=_TOLERANCE)


def _heard(profile: Path, embedder_id: str) -> set[bytes]:
    with Library.open(profile / "library.db", profile / "cache.db", writable=False) as library:
        return library.cache.heard_by(embedder_id)
