"""Which warnings follow from what was measured: each at its threshold, none without, and none twice for one fault."""

from dataclasses import replace

import pytest

from desktop_app.core.sound_quality import SoundQuality, SoundWarning

GOOD = SoundQuality(
    sample_rate=48_000,
    channels=2,
    loudness=-18.0,
    true_peak=-1.0,
    level=-20.0,
    bandwidth=24_000.0,
    clipped=0,
    dc_offset=0.0,
    signal_to_noise=50.0,
    active=1.0,
    side_level=-12.0,
    dropouts=0,
)
UNKNOWN = replace(GOOD, bandwidth=None, signal_to_noise=None, side_level=None)
"""A short sound of one channel: nobody can tell."""


def test_a_good_recording_has_none() -> None:
    assert GOOD.warnings == ()


def test_what_could_not_be_told_is_no_warning() -> None:
    assert UNKNOWN.warnings == ()


@pytest.mark.parametrize(
    ("warning", "worse", "just_not"),
    [
        (SoundWarning.BAND_LIMITED, {"bandwidth": 18_700.0}, {"bandwidth": 18_730.0}),
        (SoundWarning.BAND_LIMITED, {"sample_rate": 8_000, "bandwidth": 4_000.0}, {"sample_rate": 16_000}),
        (SoundWarning.CLIPPED, {"clipped": 8}, {"clipped": 7}),
        (SoundWarning.NEAR_SILENT, {"active": 0.009}, {"active": 0.011}),
        (SoundWarning.LOW_LEVEL, {"true_peak": -30.1}, {"true_peak": -29.9}),
        (SoundWarning.DC_OFFSET, {"dc_offset": -0.011}, {"dc_offset": -0.009}),
        (SoundWarning.NOISY, {"signal_to_noise": 14.9}, {"signal_to_noise": 15.1}),
        (SoundWarning.FAKE_STEREO, {"side_level": -61.0}, {"side_level": -59.0}),
        (SoundWarning.FAKE_STEREO, {"level": -50.0, "side_level": -41.0}, {"level": -50.0, "side_level": -39.0}),
        (SoundWarning.DROPOUTS, {"dropouts": 1}, {"dropouts": 0}),
    ],
)
def test_each_begins_at_its_threshold(
    warning: SoundWarning, worse: dict[str, float], just_not: dict[str, float]
) -> None:
    assert replace(GOOD, **worse).warnings == (warning,)
    assert replace(GOOD, **just_not).warnings == ()


def test_silence_is_near_silent_and_nothing_else() -> None:
    silence = replace(UNKNOWN, loudness=None, true_peak=None, level=None, active=0.0, side_level=-200.0)
    assert silence.warnings == (SoundWarning.NEAR_SILENT,)


def test_what_is_nearly_silent_is_not_called_too_quiet_as_well() -> None:
    assert replace(UNKNOWN, active=0.0, true_peak=-80.0).warnings == (SoundWarning.NEAR_SILENT,)


def test_several_come_in_a_fixed_order() -> None:
    worse = replace(GOOD, dropouts=3, clipped=500, dc_offset=0.1, bandwidth=3_400.0)
    expected = (SoundWarning.BAND_LIMITED, SoundWarning.CLIPPED, SoundWarning.DC_OFFSET, SoundWarning.DROPOUTS)
    assert worse.warnings == expected


def test_they_are_called_what_a_search_asks_for() -> None:
    assert [str(warning) for warning in SoundWarning] == [
        "band-limited", "clipped", "near-silent", "low-level", "dc-offset", "noisy", "fake-stereo", "dropouts",
    ]  # fmt: skip
