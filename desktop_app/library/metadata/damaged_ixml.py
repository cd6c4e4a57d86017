"""What can still be read of an `iXML` document that is cut off or broken: all that stands before the damage.

Only for showing it. Nothing that was read so is ever written back.
"""

from contextlib import suppress
from xml.parsers import expat

Path = tuple[str, ...]


def texts_before_damage(content: bytes, root: str, deepest: int) -> dict[Path, str]:
    """The texts of elements that were closed before the damage, by their path below the root; the first where several
    have one path. None of a document with another root or with a type of its own, or below the level `deepest`.
    """
    reading = _Reading(root, deepest)
    parser = expat.ParserCreate()
    parser.buffer_text = True
    parser.StartElementHandler = reading.begin
    parser.CharacterDataHandler = reading.add
    parser.EndElementHandler = reading.end
    parser.StartDoctypeDeclHandler = reading.refuse
    with suppress(expat.ExpatError, ValueError, LookupError):  # what came before is what is wanted
        parser.Parse(content, True)
    return reading.texts


class _Reading:
    """Follows the parser from element to element."""

    def __init__(self, root: str, deepest: int) -> None:
        self.texts: dict[Path, str] = {}
        self._root = root
        self._deepest = deepest
        self._path: list[str] = []
        self._said: list[str] = []
        self._has_elements = False

    def begin(self, name: str, _attributes: object) -> None:
        if (not self._path and name != self._root) or len(self._path) > self._deepest:
            raise ValueError("no document of this kind")
        self._path.append(name)
        self._said, self._has_elements = [], False

    def add(self, text: str) -> None:
        self._said.append(text)

    def end(self, _name: str) -> None:
        text = "".join(self._said).strip()
        if text and not self._has_elements and len(self._path) > 1:
            self.texts.setdefault(tuple(self._path[1:]), text)
        self._path.pop()
        self._said, self._has_elements = [], True

    def refuse(self, *_: object) -> None:
        raise ValueError("a document with a type of its own")
