"""Figures as JSON documents have them, which know no NaN."""

import math

from desktop_app.core.evaluation import Share


def known(value: float) -> float | None:
    """A figure; None where there is none."""
    return None if math.isnan(value) else value


def interval(share: Share) -> list[float] | None:
    """The two ends of a share's interval; None where too little is known for one."""
    return None if math.isnan(share.low) else [share.low, share.high]
