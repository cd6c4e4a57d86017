"""How much of the processor one order may take in a child process.

A child that hangs is noticed because it gives no sign of life. A file that decodes without end, or to days of sound
from a few kilobytes, gives signs of life as long as somebody listens, so the work that it makes is limited by its size.
"""

from typing import Any, Final

LEAST_SECONDS: Final = 1800.0
"""Of processor time, for any order: far more than loading a network and hearing an hour of sound with it take."""
BYTES_A_SECOND: Final = 10_000
"""Each second more needs so much of a file. Speech at 8 kbit/s has 10 s of sound in that, which are heard in a tenth of
a second; in all other formats it is less.
"""


def allowed_seconds(work: Any) -> float:
    """Seconds of processor time that a piece of work may take: by the size of the file at its `path`, if it has one."""
    path = getattr(work, "path", None)
    if path is None:
        return LEAST_SECONDS
    try:
        size: int = path.stat().st_size
    except (OSError, ValueError):  # whoever does the work finds that out, and says it
        return LEAST_SECONDS
    return LEAST_SECONDS + size / BYTES_A_SECOND
