"""Filters by what a person noted, and by what a sound is: `rating:>=3 is:favourite collection:"Rain set" note:word`."""

import re
from enum import StrEnum

from desktop_app.core.marks import HIGHEST_RATING

Ratings = tuple[int, int]
"""Lowest and highest rating that passes; 0 stands for no rating."""


class Kind(StrEnum):
    """What `is:` can ask for."""

    FAVOURITE = "favourite"
    MISSING = "missing"
    OFFLINE = "offline"
    UNTAGGED = "untagged"
    DUPLICATE = "duplicate"
    SILENT = "silent"
    """Nothing in it can be heard: it is silent, or too short."""
    UNREADABLE = "unreadable"


_KINDS = {kind.value: kind for kind in Kind} | {"favorite": Kind.FAVOURITE, "fav": Kind.FAVOURITE}
_RATING = re.compile(r"(?P<sign>[<>]=?|=)?(?P<low>[0-5])(?:-(?P<high>[0-5]))?")


def kind_of(value: str) -> Kind | None:
    """What `is:value` asks for; None for a word that means nothing here."""
    return _KINDS.get(value.casefold())


def ratings_of(value: str, *, unwanted: bool) -> Ratings | None:
    """Which ratings `rating:value` lets pass, as in `3`, `>=3`, `<2` or `2-4`; None for what cannot be read.

    With a minus sign, those that it does not let pass; a range can be asked for only without one.
    """
    match = _RATING.fullmatch(value)
    if match is None or (match["high"] and (match["sign"] or unwanted)):
        return None
    low = int(match["low"])
    if match["high"]:
        lowest, highest = sorted((low, int(match["high"])))
        return lowest, highest
    sign = match["sign"] or "="
    if unwanted:
        turned = {">": "<=", ">=": "<", "<": ">=", "<=": ">"}
        if sign == "=":
            return None
        sign = turned[sign]
    spans = {
        "=": (low, low),
        ">": (low + 1, HIGHEST_RATING),
        ">=": (low, HIGHEST_RATING),
        "<": (0, low - 1),
        "<=": (0, low),
    }
    return spans[sign]
