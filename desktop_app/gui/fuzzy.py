"""How well a few typed letters fit a name, for lists that are searched by typing."""

import functools

_WORD_START = 12
_IN_A_ROW = 8
_GAP = 1
"""Lost for every letter that is passed over, so that tight fits come first."""


def fuzzy_score(typed: str, name: str) -> int | None:
    """How well it fits, higher is better; None when the letters are not all in the name, in this order.

    Blanks in `typed` only part words. Letters at the start of words, and letters that follow each other, count more.
    """
    letters, text = "".join(typed.casefold().split()), name.casefold()
    if not letters:
        return 0
    starts = [not text[place - 1].isalnum() if place else True for place in range(len(text))]

    @functools.cache
    def best(number: int, place: int) -> int | None:
        """For the letters from `number` on, of which the first stands at `place`."""
        here = _WORD_START if starts[place] else 0
        if number + 1 == len(letters):
            return here
        found = None
        for later in range(place + 1, len(text)):
            if text[later] != letters[number + 1]:
                continue
            rest = best(number + 1, later)
            if rest is None:
                break
            whole = here + rest + (_IN_A_ROW if later == place + 1 else -_GAP * (later - place - 1))
            found = whole if found is None else max(found, whole)
        return found

    scores = [best(0, place) for place, letter in enumerate(text) if letter == letters[0]]
    return max((score for score in scores if score is not None), default=None)
