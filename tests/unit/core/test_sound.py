"""Plain facts about a sound."""

from pathlib import Path

import pytest

from desktop_app.core.sound import AudioFormat, FileStamp, Sound, SoundState, outside_sound


def test_length_is_counted_from_frames():
    assert AudioFormat("wav", "PCM_24", 48_000, 2, 72_000).seconds == 1.5


@pytest.mark.parametrize(
    ("encoding", "bits"),
    [("PCM_16", 16), ("PCM_24", 24), ("PCM_U8", 8), ("FLOAT", None), ("aac", None), ("PCM_", None)],
)
def test_bits_are_known_for_linear_pcm_only(encoding, bits):
    assert AudioFormat("wav", encoding, 48_000, 1, 1).bits == bits


def test_a_sound_is_called_by_its_file():
    sound = Sound(1, 1, Path("/sounds/Kick deep.wav"), FileStamp(1, 2, 3), SoundState.PRESENT)
    assert sound.name == "Kick deep.wav"


def test_a_file_from_elsewhere_is_told_from_the_sounds_of_the_library_and_from_others():
    inside = Sound(1, 1, Path("/sounds/kick.wav"), FileStamp(1, 2, 3), SoundState.PRESENT)
    first, second = (outside_sound(Path(f"/elsewhere/{number}.wav"), number) for number in range(2))
    assert [inside.in_library, first.in_library, second.in_library] == [True, False, False]
    assert first.sound_id != second.sound_id
    assert (first.state, first.content_id) == (SoundState.PRESENT, None)
