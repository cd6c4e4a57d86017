"""The `iXML` chunk of WAV files: an XML document in which recorders and libraries keep what they like.

Every element is optional and anybody may add some, so a document is read for what is known and changed only there: all
other elements, comments and attributes stay. Sources: the iXML specification (Gallery UK, version 3.0); for the `USER`
and `ASWG` blocks see the mapping in `fields`.
"""

from collections.abc import Mapping
from typing import Final
from xml.dom import minidom
from xml.parsers.expat import ExpatError

ROOT: Final = "BWFXML"
MOST_BYTES: Final = 4_000_000
"""Of a document that is read: a long one of a recorder has some ten thousand."""
_DEEPEST: Final = 50
"""Levels of elements that are looked into; programs write five."""
_EMPTY: Final = "<?xml version='1.0' encoding='UTF-8'?><BWFXML><IXML_VERSION>3.01</IXML_VERSION></BWFXML>"
_ENTITIES: Final = "The iXML in this file defines entities, which nobody needs and which can be a trap."

Path = tuple[str, ...]
"""Names of elements below the root, the outermost first, as in `("USER", "CATID")`."""


class UnfitDocumentError(ValueError):
    """A document that cannot be read, or must not be; the message is a sentence."""


def read_ixml(content: bytes) -> dict[Path, str]:
    """The text of each element that has one and no elements in it; the first where several have one path.

    Raises UnfitDocumentError.
    """
    texts: dict[Path, str] = {}
    _collect(_root(_parsed(content)), (), texts)
    return texts


def changed_ixml(content: bytes | None, texts: Mapping[Path, str]) -> bytes:
    """The document (None: a new one) with these texts, an empty one taking its element away; in UTF-8.

    Raises UnfitDocumentError where `content` cannot be read, or is in an encoding that can only be guessed: what is
    there could be lost.
    """
    document = _parsed(_EMPTY.encode() if content is None else content, surely=True)
    for path, text in texts.items():
        _put(document, _root(document), path, text)
    return document.toxml(encoding="UTF-8")


def _parsed(content: bytes, *, surely: bool = False) -> minidom.Document:
    """`surely`: not with letters that were guessed."""
    if len(content) > MOST_BYTES:
        raise UnfitDocumentError("The iXML in this file is larger than any program writes.")
    # Programs fill the chunk up with zeros, and write an encoding that is not the one they used.
    content = content.rstrip(b"\0 \r\n\t")
    if b"<!DOCTYPE" in content or b"<!ENTITY" in content:
        raise UnfitDocumentError(_ENTITIES)
    for recoded in (False, True):
        try:
            document = minidom.parseString(_recoded(content, surely=surely) if recoded else content)
        except (ExpatError, ValueError, LookupError):
            continue
        if document.doctype is not None:
            raise UnfitDocumentError(_ENTITIES)
        if _is_deep(document):
            raise UnfitDocumentError("The iXML in this file is nested deeper than any program does.")
        return document
    raise UnfitDocumentError("The iXML in this file is damaged.")


def _is_deep(document: minidom.Document) -> bool:
    """Whether it is nested so deeply that whoever walks through it is in danger."""
    level: list[minidom.Node] = [document]
    for _ in range(_DEEPEST):
        level = [child for node in level for child in node.childNodes]
    return bool(level)


def _recoded(content: bytes, *, surely: bool) -> bytes:
    """The same taken for what Windows programs of the West write, whatever it says that it is.

    Raises ValueError where it must be `surely` that and says that it is something else than UTF-8, or has bytes that
    are no letter there, as Japanese texts do.
    """
    declaration, mark, rest = content.partition(b"?>")
    if not mark:
        declaration, rest = b"", content
    if surely and b"encoding" in declaration and b"utf-8" not in declaration.lower():
        raise ValueError("another encoding")
    return b"<?xml version='1.0' encoding='UTF-8'?>" + rest.decode("cp1252", "strict" if surely else "replace").encode()


def _root(document: minidom.Document) -> minidom.Element:
    root = document.documentElement
    if root is None or root.tagName != ROOT:
        raise UnfitDocumentError("The iXML in this file is of a kind that no program is known to write.")
    return root


def _collect(element: minidom.Element, path: Path, texts: dict[Path, str]) -> None:
    for child in _elements(element):
        here = (*path, child.tagName)
        if _elements(child):
            _collect(child, here, texts)
        elif text := _text_of(child):
            texts.setdefault(here, text)


def _put(document: minidom.Document, parent: minidom.Element, path: Path, text: str) -> None:
    name, *rest = path
    # Programs disagree about capitals.
    child = next((found for found in _elements(parent) if found.tagName.casefold() == name.casefold()), None)
    if child is None:
        if not text:
            return
        child = document.createElement(name)
        parent.appendChild(child)
    if rest:
        _put(document, child, tuple(rest), text)
    elif not text:
        parent.removeChild(child)
    else:
        for node in [node for node in child.childNodes if node.nodeType in (node.TEXT_NODE, node.CDATA_SECTION_NODE)]:
            child.removeChild(node)
        child.appendChild(document.createTextNode(text))


def _elements(parent: minidom.Element) -> list[minidom.Element]:
    return [child for child in parent.childNodes if isinstance(child, minidom.Element)]


def _text_of(element: minidom.Element) -> str:
    parts = (node.data for node in element.childNodes if isinstance(node, minidom.Text))
    return "".join(parts).strip()
