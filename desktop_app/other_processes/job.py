"""What comes of a job that was asked for: a result, or a sentence that says why it cannot be done."""

from typing import Any, Final

Result = dict[str, Any]
"""Plain JSON."""
CUT_OFF: Final = "Earmark was {} before all was done. What was done is kept; try again to go on."
"""“closed” or “paused” goes in."""


class JobError(Exception):
    """The job cannot be done; the message is a sentence for the user."""


class NotThereError(JobError):
    """What the job is to be done to is not there: the person meant something else."""
