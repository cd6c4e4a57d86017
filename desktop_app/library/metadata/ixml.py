"""The `iXML` chunk of WAV files: an XML document in which recorders and libraries keep what they like.

Every element is optional and anybody may add some, so a document is read for what is known and changed only there: all
other elements, comments and attributes stay. Sources: the iXML specification (Gallery UK, version 3.0); for the `USER`
and `ASWG` blocks see the mapping in `fields`.
"""

import re
from collections.abc import Mapping
from typing import Final
from xml.dom import minidom
from xml.parsers.expat import ExpatError

from desktop_app.library.metadata.damaged_ixml import texts_before_damage

ROOT: Final = "BWFXML"
MOST_BYTES: Final = 4_000_000
"""Of a document that is read: a long one of a recorder has some ten thousand."""
_DEEPEST: Final = 50
"""Levels of elements that are looked into; programs write five."""
_EMPTY: Final = "<?xml version='1.0' encoding='UTF-8'?><BWFXML><IXML_VERSION>3.01</IXML_VERSION></BWFXML>"
_DAMAGED: Final = "The iXML in this file is damaged."
_ENTITIES: Final = "The iXML in this file defines entities, which nobody needs and which can be a trap."

Path = tuple[str, ...]
"""Names of elements below the root, the outermost first, as in `("USER", "CATID")`."""


_FILLING: Final = b"\0 \r\n\t"
"""Programs fill the chunk up with zeros."""
_BEGINNINGS: Final = {b"\xff\xfe": "utf-16-le", b"<\0": "utf-16-le", b"\xfe\xff": "utf-16-be", b"\0<": "utf-16-be"}
"""By which a document in UTF-16 is known, whatever it says of itself."""
_DECLARATION: Final = "<?xml version='1.0' encoding='UTF-8'?>"
_DECLARED: Final = re.compile(r"\A\s*(<\?xml.*?\?>)?", re.DOTALL)


class UnfitDocumentError(ValueError):
    """A document that cannot be read, or must not be; the message is a sentence."""


class DamagedDocumentError(UnfitDocumentError):
    """One that is cut off, or broken in the middle: what stands before that can be read by `readable_ixml`."""


def read_ixml(content: bytes) -> dict[Path, str]:
    """The text of each element that has one and no elements in it; the first where several have one path.

    Raises UnfitDocumentError.
    """
    texts: dict[Path, str] = {}
    _collect(_root(_parsed(content)), (), texts)
    return texts


def readable_ixml(content: bytes) -> tuple[dict[Path, str], bool]:
    """As `read_ixml`, but of a damaged document what stands before the damage; and whether it is damaged.

    A chunk without anything in it is none. Raises UnfitDocumentError.
    """
    if not content.strip(_FILLING):
        return {}, False
    try:
        return read_ixml(content), False
    except DamagedDocumentError:
        plain = _in_utf8(content, surely=False)
        readings = (texts_before_damage(each, ROOT, _DEEPEST) for each in (plain, _recoded(plain, surely=False)))
        return max(readings, key=len), True


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
    content = _in_utf8(content, surely=surely)
    if b"<!DOCTYPE" in content or b"<!ENTITY" in content:
        raise UnfitDocumentError(_ENTITIES)
    # Programs write an encoding that is not the one they used.
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
    raise DamagedDocumentError(_DAMAGED)


def _is_deep(document: minidom.Document) -> bool:
    """Whether it is nested so deeply that whoever walks through it is in danger."""
    level: list[minidom.Node] = [document]
    for _ in range(_DEEPEST):
        level = [child for node in level for child in node.childNodes]
    return bool(level)


def _in_utf8(content: bytes, *, surely: bool) -> bytes:
    """The document without what a chunk is filled up with, in UTF-8 where it is in UTF-16, which is told by its first
    bytes. Raises DamagedDocumentError where it must be `surely` that, and has halves of characters.
    """
    encoding = _BEGINNINGS.get(content[:2])
    if encoding is None:
        return content.strip(_FILLING)
    if len(content) % 2:
        content = content.removesuffix(b"\0")
    try:
        text = content.decode(encoding, "strict" if surely else "replace")
    except UnicodeDecodeError as error:
        raise DamagedDocumentError(_DAMAGED) from error
    return (_DECLARATION + _DECLARED.sub("", text.lstrip("\ufeff"), count=1)).encode().strip(_FILLING)


def _recoded(content: bytes, *, surely: bool) -> bytes:
    """The same taken for UTF-8, or else for what Windows programs of the West write, whatever it says that it is.

    Raises ValueError where it must be `surely` that and says that it is something else than UTF-8, or has bytes that
    are no letter there, as Japanese texts do.
    """
    declaration, mark, rest = content.partition(b"?>")
    if not mark:
        declaration, rest = b"", content
    if surely and b"encoding" in declaration and b"utf-8" not in declaration.lower():
        raise ValueError("another encoding")
    try:
        text = rest.decode("utf-8")
    except UnicodeDecodeError:
        text = rest.decode("cp1252", "strict" if surely else "replace")
    return (_DECLARATION + text).encode()


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
