"""What was measured: kept by content, found by filters, sorted by, and brought up to date."""

from pathlib import Path

import apsw
import pytest

from desktop_app.core.measured import JUDGEMENT, Measured
from desktop_app.core.measured_terms import MeasuredTerms
from desktop_app.core.musical import MUSIC, Musical, SoundKind
from desktop_app.core.query import Terms, parse_query
from desktop_app.core.sound_quality import (
    CLIPPED_SAMPLES,
    DC_SHARE,
    FULL_BAND,
    LOW_PEAK,
    LOW_SIGNAL_TO_NOISE,
    NARROW_BAND,
    NEAR_SILENT_SHARE,
    ONE_SIGNAL,
    ONE_SIGNAL_LEVEL,
    QUALITY,
    SoundWarning,
)
from desktop_app.library.databases.migrations import CACHE_STEPS, migrate
from desktop_app.library.library import Library
from desktop_app.library.tables import measured as measured_module
from desktop_app.library.tables.orders import SortColumn
from desktop_app.library.tables.sound_filter import SoundFilter
from tests.measurements import CLIPPED, GOOD, NARROW, TWICE_MONO, music, quality
from tests.unit.library.building import EMBEDDER, add, content_of, hear_waiting, rescan, write

LOOP, HIT, NOTE, FIELD, NEW = "loop.wav", "hit.wav", "note.wav", "field.wav", "new.wav"


@pytest.fixture
def varied(library: Library, root: Path) -> Library:
    """Four sounds that were measured, and one that was not."""
    add(library, root, LOOP, HIT, NOTE, FIELD, NEW)
    of = {name: content_of(name.encode()) for name in (LOOP, HIT, NOTE, FIELD)}
    library.measured.save(
        {
            of[LOOP]: quality(loudness=-9.5, **CLIPPED),
            of[HIT]: quality(loudness=None, true_peak=-25.0, **TWICE_MONO),
            of[NOTE]: GOOD,
            of[FIELD]: quality(loudness=-31.0, true_peak=-12.0, **NARROW, **TWICE_MONO),
        },
        {
            of[LOOP]: music(tempo=120.02, key="F#m", kind=SoundKind.LOOP),
            of[HIT]: music(tempo=None, kind=SoundKind.ONE_SHOT),
            of[NOTE]: music(pitch=185.0, kind=SoundKind.ONE_SHOT),
            of[FIELD]: music(tempo=60.0, key="C"),
        },
    )
    return library


def found(library: Library, line: str) -> set[str]:
    query = parse_query(line)
    assert not query.hints
    wanted = SoundFilter(measured=query.wanted.measured, unwanted=query.unwanted)
    return {sound.name for sound in library.sounds.many(library.sounds.ids(filter=wanted).tolist())}


def in_order(library: Library, column: SortColumn, *, descending: bool = False) -> list[str]:
    ids = library.sounds.ids(order=column, descending=descending)
    return [sound.name for sound in library.sounds.many(ids.tolist())]


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("bpm:120", {LOOP}),
        ("bpm:60", {FIELD}),
        ("bpm:60..120", {LOOP, FIELD}),
        ("bpm:>120", set()),
        ("bpm:>=120", {LOOP}),
        ("bpm:>50 bpm:<100", {FIELD}),
        ("-bpm:120", {HIT, NOTE, FIELD}),
        ("-bpm:60 -bpm:120", {HIT, NOTE}),
        ("key:Gbm", {LOOP}),
        ("key:F#", {NOTE}),
        ("key:C|F#m", {LOOP, FIELD}),
        ("-key:F#", {LOOP, HIT, FIELD}),
        ("kind:loop", {LOOP}),
        ("kind:one-shot|loop", {LOOP, HIT, NOTE}),
        ("-kind:loop", {HIT, NOTE, FIELD}),
        ("lufs:<-20", {FIELD}),
        ("lufs:-20..-9", {LOOP, NOTE}),
        ("-lufs:<-20", {LOOP, HIT, NOTE}),
        ("warning:clipped", {LOOP}),
        ("warning:fake-stereo", {HIT, FIELD}),
        ("warning:fake-stereo warning:band-limited", {FIELD}),
        ("warning:clipped|band-limited", {LOOP, FIELD}),
        ("warning:any", {LOOP, HIT, FIELD}),
        ("-warning:any", {NOTE}),
        ("-warning:fake-stereo", {LOOP, NOTE}),
        ("-warning:clipped|band-limited", {HIT, NOTE}),
        ("warning:any -warning:fake-stereo bpm:>100", {LOOP}),
    ],
)
def test_filters_let_through_what_fits_and_never_what_was_not_measured(
    varied: Library, line: str, expected: set[str]
) -> None:
    assert found(varied, line) == expected


def test_a_sound_of_which_only_half_was_measured_passes_the_filters_of_that_half(library: Library, root: Path) -> None:
    add(library, root, LOOP)
    library.measured.save({content_of(LOOP.encode()): GOOD}, {})
    assert found(library, "-warning:any") == {LOOP}
    assert found(library, "-bpm:120") == found(library, "-kind:loop") == set()


@pytest.mark.parametrize(
    ("column", "unknown"),
    [
        (SortColumn.TEMPO, {HIT, NOTE, NEW}),
        (SortColumn.KEY, {HIT, NEW}),
        (SortColumn.KIND, {FIELD, NEW}),
        (SortColumn.LOUDNESS, {HIT, NEW}),
        (SortColumn.PEAK, {NEW}),
        (SortColumn.WARNINGS, {NEW}),
    ],
)
def test_what_is_not_known_stands_last_either_way(varied: Library, column: SortColumn, unknown: set[str]) -> None:
    assert set(in_order(varied, column)[-len(unknown) :]) == unknown
    assert set(in_order(varied, column, descending=True)[-len(unknown) :]) == unknown


def test_sounds_are_sorted_by_what_was_measured(varied: Library) -> None:
    assert in_order(varied, SortColumn.TEMPO)[:2] == [FIELD, LOOP]
    assert in_order(varied, SortColumn.KEY)[:3] == [FIELD, NOTE, LOOP], "C, F#, F#m"
    assert in_order(varied, SortColumn.KEY, descending=True)[:3] == [LOOP, NOTE, FIELD]
    assert in_order(varied, SortColumn.KIND)[0] == LOOP
    assert in_order(varied, SortColumn.LOUDNESS)[:3] == [FIELD, NOTE, LOOP]
    assert in_order(varied, SortColumn.PEAK)[:4] == [HIT, FIELD, NOTE, LOOP]
    assert in_order(varied, SortColumn.WARNINGS)[0] == NOTE
    assert in_order(varied, SortColumn.WARNINGS, descending=True)[0] == FIELD


class TestKeeping:
    def test_every_number_comes_back(self, library: Library) -> None:
        odd = quality(loudness=None, true_peak=None, level=None, bandwidth=None, signal_to_noise=None, side_level=None)
        full = Musical(92.5, "A#m", 233.1, SoundKind.LOOP)
        library.measured.save({b"a" * 16: GOOD}, {})
        library.measured.save({b"b" * 16: odd}, {})
        library.measured.save({}, {b"b" * 16: full})
        library.measured.save({}, {b"c" * 16: music()})
        assert library.measured.of([b"a" * 16, b"b" * 16, b"c" * 16, b"d" * 16]) == {
            b"a" * 16: Measured(GOOD, None),
            b"b" * 16: Measured(odd, full),
            b"c" * 16: Measured(None, music()),
        }
        assert library.measured.of([]) == {}

    def test_a_newer_measurement_takes_the_place_of_an_older_one(self, library: Library) -> None:
        library.measured.save({b"a" * 16: quality(**CLIPPED)}, {})
        library.measured.save({b"a" * 16: GOOD}, {})
        assert library.measured.of([b"a" * 16]) == {b"a" * 16: Measured(GOOD)}

    def test_warnings_are_those_of_the_quality(self) -> None:
        assert Measured(quality(**CLIPPED)).warnings == (SoundWarning.CLIPPED,)
        assert Measured(None, music(key="C")).warnings == ()

    def test_copies_wait_once_and_share_one_measurement(self, library: Library, root: Path) -> None:
        write(root, "a.wav", "b.wav", data=b"the same")
        rescan(library, library.folders.add(root))
        hear_waiting(library)
        assert library.analyses.waiting_count([QUALITY, MUSIC]) == 1
        library.measured.save({content_of(b"the same"): quality(**CLIPPED)}, {})
        assert found(library, "warning:clipped") == {"a.wav", "b.wav"}
        assert library.analyses.waiting(QUALITY) == []

    def test_what_waits_for_either_is_counted_once(self, varied: Library) -> None:
        assert varied.analyses.waiting_count([QUALITY, MUSIC]) == 1
        assert varied.analyses.waiting_count([]) == 0
        varied.measured.save({content_of(NEW.encode()): GOOD}, {})
        assert varied.analyses.waiting_count([QUALITY]) == 0
        assert varied.analyses.waiting_count([QUALITY, MUSIC]) == varied.analyses.waiting_count([MUSIC]) == 1

    def test_what_cannot_be_reached_is_not_counted(self, varied: Library) -> None:
        [folder] = varied.folders.all()
        varied.folders.set_online(folder.folder_id, online=False)
        assert varied.analyses.waiting_count([QUALITY, MUSIC]) == 0

    def test_the_player_is_told_the_same_loudness(self, library: Library) -> None:
        library.cache.save_loudness(b"a" * 16, -14.0, 0.5, 2)
        library.measured.save({b"a" * 16: quality(loudness=-13.5, true_peak=-6.0206, channels=1)}, {})
        assert library.cache.loudness(b"a" * 16) == (-13.5, pytest.approx(0.5, abs=1e-4), 1)
        library.measured.save({b"b" * 16: quality(loudness=None, true_peak=None)}, {})
        assert library.cache.loudness(b"b" * 16) == (None, 0.0, 2)


class TestJudgingAgain:
    def test_whoever_changes_a_threshold_raises_the_judgement(self) -> None:
        """And then writes both down here; else libraries that exist keep the warnings of before."""
        thresholds = (FULL_BAND, NARROW_BAND, CLIPPED_SAMPLES, NEAR_SILENT_SHARE, LOW_PEAK, DC_SHARE)
        assert thresholds == (0.78, 5_600.0, 8, 0.01, -30.0, 0.01)
        assert (LOW_SIGNAL_TO_NOISE, ONE_SIGNAL, ONE_SIGNAL_LEVEL) == (15.0, -60.0, -90.0)
        assert JUDGEMENT == 1

    def test_new_thresholds_judge_the_numbers_that_are_there(
        self, varied: Library, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        assert varied.measured.judge_again() == 0
        connection = varied._database
        with connection.writing() as writing:
            writing.execute("UPDATE cache.quality SET warnings = ',noisy,'")
        assert varied.measured.judge_again() == 0, "nothing says that they are out of date"
        monkeypatch.setattr(measured_module, "JUDGEMENT", measured_module.JUDGEMENT + 1)
        monkeypatch.setattr(measured_module, "_JUDGED_AT_ONCE", 3)
        assert varied.measured.judge_again() == 4
        assert found(varied, "warning:noisy") == set()
        assert found(varied, "warning:clipped") == {LOOP}
        assert found(varied, "-warning:any") == {NOTE}
        assert varied.measured.judge_again() == 0


def test_a_cache_from_before_is_brought_up_to_date_and_all_that_it_holds_waits(tmp_path: Path, root: Path) -> None:
    profile = tmp_path / "old profile"
    profile.mkdir()
    connection = apsw.Connection("")
    connection.execute("ATTACH ? AS cache", (str(profile / "cache.db"),))
    migrate(connection, "cache", CACHE_STEPS[:3])
    connection.close()
    with Library.open(profile / "library.db", profile / "cache.db", writable=True) as library:
        add(library, root, LOOP, HIT)
        assert library.analyses.waiting_count([QUALITY, MUSIC]) == 2
        assert library.sounds.waiting_count(EMBEDDER) == 0, "no sound has to be heard again"
        library.measured.save({}, {content_of(LOOP.encode()): music(tempo=100.0)})
        assert found(library, "bpm:100") == {LOOP}


def test_terms_that_say_nothing_let_everything_pass(varied: Library) -> None:
    wanted = SoundFilter(measured=MeasuredTerms(), unwanted=Terms())
    assert len(varied.sounds.ids(filter=wanted)) == 5
