"""Text from anywhere, in the search box, in vocabulary files, as names and notes: an answer or a sentence, no error."""

import csv
import io
from collections import Counter
from collections.abc import Callable
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Final

import hypothesis
import numpy as np
from hypothesis import strategies

from desktop_app.core.event_formats import as_csv
from desktop_app.core.marks import Marks
from desktop_app.core.query import parse_query
from desktop_app.core.scoring import ScoredTag
from desktop_app.core.sound_events import SoundEvent
from desktop_app.core.tag import Tag, VocabularyError
from desktop_app.core.vocabulary import parse_vocabulary
from desktop_app.core.vocabulary_writing import format_vocabulary
from desktop_app.engine.processes.in_process_worker import InProcessWorker
from desktop_app.engine.searching.moments import MomentIndex
from desktop_app.engine.searching.searcher import Searcher
from desktop_app.engine.tagging.prompts import Prompts
from desktop_app.engine.tagging.tagger import Tagger
from desktop_app.library.databases.library_errors import LibraryError
from desktop_app.library.vocabularies.vocabulary_files import VocabularyFiles
from desktop_app.library.watching.scanner import scan
from tests import sounds
from tests.fakes import DIMENSION, FakeEmbedder
from tests.faults.row import Row, shortened
from tests.library_maker import Listening, listening

FULL: Final = 10_000
QUICK: Final = 100
_HOSTILE: Final = (
    "'", '"', "''; DROP TABLE sounds; --", "\x00", "\ud800", "\udcff", "%", "_", "*", "\\", "NEAR(", "OR", "-", "--",
    ",", "|", "(", ")", "length:", "length:<", "length:1e999", "length:-1..nan", "folder:", "tag:", "-tag:", "name:",
    "rating:", "rating:9", "is:", "is:favourite", "collection:", "note:", "format:", "../../etc/passwd", "/", "//", "~",
    "=1+1", "@SUM(1)", "\t=1", "\r\n", "\u2028", "\u202e", "e\u0301" * 99, "🥁", "﷽", "ﬁ", "ß", "İ", "<b>", "&amp;",
    "[[tags]]", "id = \"../x\"", "prompts = []", "'''", '"""', "[a" * 99, "a." * 99, "{" * 99, "1" * 999,
    "format = 1", "#", "= ", "%s%n{0}", "$(reboot)", "file:///", " " * 99,
)  # fmt: skip
_TEXTS: Final = strategies.lists(
    strategies.one_of(
        strategies.sampled_from(_HOSTILE),
        strategies.text(strategies.characters(), max_size=20),
        strategies.text("abc:\"'-|,<>. \n=[]", max_size=20),
    ),
    max_size=8,
).map("".join)
_VOCABULARY: Final = 'format = 1\nid = "own"\nname = "Own"\n\n[[tags]]\nname = "Rain"\nprompts = ["rain"]\n'


class _Doors:
    """Where text comes in."""

    def __init__(self, at_work: Listening, folder: Path) -> None:
        self._library = at_work.library
        self._folder = folder
        embedder = FakeEmbedder()
        prompts = Prompts(self._library.cache, embedder.embedder_id, InProcessWorker(embedder).embed_text)
        reference = np.random.default_rng(0).normal(0, 0.3, (300, DIMENSION)).astype(np.float32)
        tagger = Tagger(self._library, at_work.embedded, prompts, lambda: reference)
        moments = MomentIndex(self._library, embedder.embedder_id)
        self.searcher = Searcher(self._library, at_work.embedded, prompts, tagger, moments)
        tagger.set_vocabularies([parse_vocabulary(_VOCABULARY, source="own")])
        self._content = next(content for content in self._library.sounds.contents()[1] if content)
        self._vocabularies = VocabularyFiles(folder / "shipped", folder / "own")
        self._outside = sorted(folder.parent.iterdir())

    @property
    def every(self) -> dict[str, Callable[[str], None]]:
        """Name -> what takes a text, and raises where that is not borne well."""
        return {
            "search": self.search,
            "vocabulary text": self.vocabulary_text,
            "vocabulary file": self.vocabulary_file,
            "names in the library": self.names,
            "patterns and paths": self.patterns_and_paths,
            "CSV": self.table,
        }

    def search(self, text: str) -> None:
        answer = self.searcher.search(parse_query(text), limit=10)
        assert len(answer.sound_ids) <= 10
        answer.message.encode("utf-8", "surrogateescape")  # as the terminal gets it

    def vocabulary_text(self, text: str) -> None:
        middle = len(_VOCABULARY) // 2
        for whole in (text, _VOCABULARY + text, _VOCABULARY[:middle] + text + _VOCABULARY[middle:]):
            try:
                read = parse_vocabulary(whole, source="x.toml")
            except VocabularyError as error:
                _check_sentence(error)
            else:
                assert parse_vocabulary(format_vocabulary(read), source="x.toml") == read

    def vocabulary_file(self, text: str) -> None:
        file = self._folder / "import.toml"
        file.write_bytes((_VOCABULARY.replace("own", text, 1) + text).encode("utf-8", "surrogatepass"))
        for doubtful in (
            lambda: self._vocabularies.import_file(file, replace=True),
            lambda: self._vocabularies.load(text),
        ):
            try:
                doubtful()
            except VocabularyError as error:
                _check_sentence(error)
        self._vocabularies.names()
        assert sorted(self._folder.parent.iterdir()) == self._outside, "a file was written elsewhere"

    def names(self, text: str) -> None:
        """Of a collection, and a note."""
        try:
            collection = self._library.collections.create(text, [self._content])
        except LibraryError as error:
            _check_sentence(error)
        else:
            self._library.collections.all()
            self._library.collections.delete(collection)
        try:
            self._library.marks.set({self._content: Marks(note=text)})
        except (LibraryError, ValueError) as error:
            _check_sentence(error)
        else:
            self._library.marks.all()

    def patterns_and_paths(self, text: str) -> None:
        scan(self._folder, exclusions=[text])
        self._library.sounds.by_path(self._folder / text)
        try:
            self._library.folders.exclude(text)
            self._library.folders.include(text)
        except LibraryError as error:
            _check_sentence(error)

    def table(self, text: str) -> None:
        event = SoundEvent(ScoredTag("own", Tag("rain", text, ("rain",))), 0.0, 1.0, 0.5)
        written = as_csv([(text, [event])])
        rows = list(csv.reader(io.StringIO(written, newline="")))
        assert len(rows) == 2, "a name made another row"
        for cell in (rows[1][0], rows[1][3]):
            assert not cell.startswith(("=", "+", "-", "@", "\t", "\r")), "a spreadsheet would compute it"


def _check_sentence(error: Exception) -> None:
    assert str(error).endswith((".", "?")), f"no sentence: {error}"


def run(quick: bool) -> Row:
    """As many texts at every door."""
    count = QUICK if quick else FULL
    problems: list[str] = []
    tried: Counter[str] = Counter()
    with TemporaryDirectory() as scratch, listening(Path(scratch) / "profile") as at_work:
        root = Path(scratch) / "folder"
        root.mkdir()
        for number in range(20):
            sounds.make(root, name=f"sound {number}", frames=sounds.noise(0.02, seed=number))
        at_work.index(root)
        doors = _Doors(at_work, root)
        for name, door in doors.every.items():
            try:
                _knock(name, door, count, tried)
            except Exception as error:  # noqa: BLE001 - whatever comes out is what is looked for
                problems.append(f"{name}: {type(error).__name__}: {error} {_notes(error)}")
        doors.searcher.duplicates.close()
    return Row(
        23,
        "hostile text: search box, vocabularies, names, patterns, paths, CSV",
        sum(tried.values()),
        "0 exceptions, 0 SQL errors, 0 files outside",
        f"{len(problems)} of {len(tried)} doors let something through",
        shortened(problems),
    )


def _knock(name: str, door: Callable[[str], None], count: int, tried: Counter[str]) -> None:
    @hypothesis.settings(
        max_examples=count,
        derandomize=True,
        database=None,
        deadline=None,
        suppress_health_check=list(hypothesis.HealthCheck),
    )
    @hypothesis.given(_TEXTS)
    def texts(text: str) -> None:
        tried[name] += 1
        door(text)

    texts()


def _notes(error: BaseException) -> str:
    """The text that hypothesis found to be the simplest that does it."""
    return " ".join(getattr(error, "__notes__", ()))[:500]
