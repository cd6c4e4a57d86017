"""Filters by what was measured are read as they are meant, however they are spelt."""

from math import inf

import pytest

from desktop_app.core.measured import analyses_of
from desktop_app.core.measured_terms import MeasuredTerms, key_of, key_place, note_name
from desktop_app.core.musical import MUSIC, SoundKind
from desktop_app.core.query import Query, Terms, is_filter, parse_query
from desktop_app.core.query_tokens import tokens_of
from desktop_app.core.sound_quality import QUALITY, SoundWarning


def measured(line: str) -> MeasuredTerms:
    query = parse_query(line)
    assert not query.hints
    return query.wanted.measured


@pytest.mark.parametrize(
    ("line", "low", "high"),
    [
        ("bpm:120", 118.8, 121.2),
        ("bpm:=120", 118.8, 121.2),
        ("bpm:90..100", 89.95, 100.05),
        ("bpm:100-90", 89.95, 100.05),
        ("bpm:92.5-99,5", 92.45, 99.55),
        ("bpm:>120", 120.05, inf),
        ("bpm:>=120", 119.95, inf),
        ("bpm:<120", -inf, 119.95),
        ("bpm:<=120", -inf, 120.05),
    ],
)
def test_tempos(line: str, low: float, high: float) -> None:
    [[span]] = measured(line).tempos
    assert span == pytest.approx((low, high))


@pytest.mark.parametrize(
    ("line", "low", "high"),
    [
        ("lufs:<-20", -inf, -20.05),
        ("lufs:-24..-18", -24.05, -17.95),
        ("lufs:−18..−24", -24.05, -17.95),
        ("lufs:-14", -14.5, -13.5),
        ("lufs:>=-9,5", -9.55, inf),
    ],
)
def test_loudness(line: str, low: float, high: float) -> None:
    [[span]] = measured(line).loudness
    assert span == pytest.approx((low, high))


@pytest.mark.parametrize("line", ["bpm:120,128", "bpm:120|128", "bpm:120,0|128", "bpm:120.0,128,0"])
def test_several_tempos_are_a_choice(line: str) -> None:
    [choice] = measured(line).tempos
    assert [(low + high) / 2 for low, high in choice] == pytest.approx([120, 128])


def test_alternatives_may_be_spans_and_all_of_them_must_be_understood() -> None:
    assert [len(choice) for choice in measured("lufs:<-30|-14..-9,5").loudness] == [2]
    assert parse_query("bpm:120,fast").broken


@pytest.mark.parametrize(
    ("line", "keys"),
    [
        ("key:A minor", ("Am",)),
        ("key:F# Major", ("F#",)),
        ("key:C|a moll", ("C", "Am")),
        ("-key:Gb min", ("F#m",)),
        ("key:A minor chord", ("Am",)),
    ],
)
def test_a_mode_behind_a_blank_belongs_to_the_key(line: str, keys: tuple[str, ...]) -> None:
    query = parse_query(line)
    assert query.wanted.measured.joined(query.unwanted.measured).keys == keys
    assert query.words == ("chord" if "chord" in line else "")
    assert tokens_of(line)[0].text == line.removesuffix(" chord")


def test_a_mode_elsewhere_is_a_word() -> None:
    assert parse_query("key:A kind:loop minor").words == "minor"
    assert parse_query("minor thirds").words == "minor thirds"


@pytest.mark.parametrize(
    ("written", "key"),
    [
        *[(text, "F#m") for text in ("F#m", "f#m", "Gbm", "gb minor", "F# min", "F♯m", "G♭-moll", "F#MIN")],
        *[(text, "A#") for text in ("A#", "Bb", "bb", "B♭ major", "BbM", "Bbmaj", "B♭-Dur")],
        *[("Cb", "B"), ("B#", "C"), ("E#", "F"), ("Fb", "E"), ("am", "Am"), ("b", "B"), ("bm", "Bm")],
        *[(text, None) for text in ("", "H", "F##", "8A", "minor", "Fmm", "C4")],
    ],
)
def test_keys(written: str, key: str | None) -> None:
    assert key_of(written) == key


def test_keys_stand_from_c_upwards() -> None:
    keys = ["Bm", "A#m", "F", "Em", "B", "Cm", "C#", "C"]
    assert sorted(keys, key=key_place) == ["C", "Cm", "C#", "Em", "F", "A#m", "B", "Bm"]


@pytest.mark.parametrize(
    ("frequency", "note"), [(440.0, "A"), (27.5, "A"), (261.63, "C"), (246.9, "B"), (185.0, "F#"), (452.0, "A")]
)
def test_a_frequency_is_the_nearest_note(frequency: float, note: str) -> None:
    assert note_name(frequency) == note


def test_choices_and_what_must_hold_together() -> None:
    assert measured('key:F#m|C key:"a minor"') == MeasuredTerms(keys=("F#m", "C", "Am"))
    assert measured("kind:loop,one-shot") == MeasuredTerms(kinds=(SoundKind.LOOP, SoundKind.ONE_SHOT))
    assert measured('kind:Oneshot kind:"one shot"').kinds == (SoundKind.ONE_SHOT,) * 2
    assert measured("warning:clipped|noisy warning:dc-offset").warnings == (
        (SoundWarning.CLIPPED, SoundWarning.NOISY),
        (SoundWarning.DC_OFFSET,),
    )
    assert measured('warning:any warning:"Band limited"').warnings == (
        tuple(SoundWarning),
        (SoundWarning.BAND_LIMITED,),
    )
    assert len(measured("bpm:>90 bpm:<100").tempos) == 2


def test_a_line_with_wanted_and_unwanted_ones() -> None:
    query = parse_query("kick -warning:any key:A -kind:loop")
    assert query == Query(
        words="kick",
        wanted=Terms(measured=MeasuredTerms(keys=("A",))),
        unwanted=Terms(measured=MeasuredTerms(kinds=(SoundKind.LOOP,), warnings=(tuple(SoundWarning),))),
    )
    assert query.filters
    assert parse_query("-bpm:120").filters


def test_a_filter_alone_is_whole() -> None:
    for line in ("bpm:120", "key:F#m", "kind:loop", "lufs:<-20", "warning:any", "-warning:noisy"):
        assert is_filter(*tokens_of(line)), line


@pytest.mark.parametrize(
    "line",
    [
        *["bpm:", "bpm:quick", "bpm:>90-100", "bpm:-120", "bpm:90,", "bpm:99999999"],
        *["key:", "key:H", "key:C|H", "kind:", "kind:music", "kind:loop|music", "lufs:", "lufs:loud", "lufs:-24-18"],
        *["warning:", "warning:bad", "warning:clipped|bad"],
    ],
)
def test_what_cannot_be_read_breaks_the_query_with_a_hint(line: str) -> None:
    query = parse_query(line)
    assert query.broken
    assert not query.wanted
    [hint] = query.hints
    assert line.partition(":")[0] in hint
    assert "for example" in hint or "write" in hint


def test_every_example_of_a_hint_can_be_read() -> None:
    for line in ("bpm:", "key:", "kind:", "lufs:", "warning:"):
        [hint] = parse_query(line).hints
        examples = hint.partition("for example ")[2].removesuffix(".").replace(" or ", ", ").split(", ")
        assert all(is_filter(*tokens_of(example)) for example in examples), hint


def test_what_must_be_measured_for_a_question() -> None:
    assert analyses_of(measured("lufs:<-20")) == (QUALITY,)
    assert analyses_of(measured("warning:any key:C")) == (QUALITY, MUSIC)
    assert analyses_of(measured("rain")) == ()
