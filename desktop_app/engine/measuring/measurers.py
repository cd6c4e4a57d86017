"""What measures files, imported by the first file that is measured: who only searches needs none of it."""

from collections.abc import Callable
from pathlib import Path

from desktop_app.core.musical import Musical
from desktop_app.core.sound_quality import SoundQuality


def measure_quality_of(path: Path, progress: Callable[[], None]) -> SoundQuality:
    """What is wrong with a recording; `progress` is called now and then. Raises UnreadableSoundError."""
    from desktop_app.engine.measuring.quality_meter import measure_quality

    return measure_quality(path, progress)


def analyse_music_of(path: Path, progress: Callable[[], None]) -> Musical:
    """What a musician asks of a sound. Raises UnreadableSoundError."""
    from desktop_app.engine.measuring.musical_analysis import analyse_music

    return analyse_music(path, progress)
