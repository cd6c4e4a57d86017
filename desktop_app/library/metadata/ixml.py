"""The `iXML` chunk of WAV files: an XML document in which recorders and libraries keep what they like.

Every element is optional and anybody may add some, so a document is read for what is known and changed only there: all
other elements, comments and attributes stay. Sources: the iXML specification (Gallery UK, version 3.0); for the `USER`
and `ASWG` blocks see the mapping in `fields`.
"""

import re
from collections.abc import Collection, Iterator, Mapping
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
_GUESSED: Final = "The letters of the iXML in this file can only be guessed."
_ENTITIES: Final = "The iXML in this file defines entities, which nobody needs and which can be a trap."

Path = tuple[str, ...]
"""Names of elements below the root, the outermost first, as in `("USER", "CATID")`."""


_FILLING: Final = b"\0 \r\n\t"
"""Programs fill the chunk up with zeros."""
_ESCAPES: Final = {"\r": "&#13;", "\x0e": "&#10;", "\x0f": "&#9;"}
"""What a reader would take for another line end or a space; no document can hold the second and third, which stand for
those of attributes while it is written."""
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

    A chunk without anything in it has none. Raises UnfitDocumentError.
    """
    texts: dict[Path, str] = {}
    if not holds_document(content):
        return texts
    _collect(_root(_parsed(content)), (), texts)
    return texts


def texts_of_each(content: bytes, path: Path) -> Iterator[dict[str, str]]:
    """Of each element at a path the texts in it, by names in capitals. Raises UnfitDocumentError."""
    level = [_root(_parsed(content))] if holds_document(content) else []
    for name in path:
        level = [child for element in level for child in _elements(element) if child.tagName.upper() == name]
    for element in level:
        yield {child.tagName.upper(): _text_of(child) for child in _elements(element)}


def holds_document(content: bytes | None) -> bool:
    """Whether there is more than what programs fill a chunk with."""
    return content is not None and bool(content.strip(_FILLING))


def readable_ixml(content: bytes) -> tuple[dict[Path, str], bool]:
    """As `read_ixml`, but of a damaged document what stands before the damage; and whether it is damaged.

    Raises UnfitDocumentError.
    """
    try:
        return read_ixml(content), False
    except DamagedDocumentError:
        plain = _in_utf8(content, surely=False)
        readings = (texts_before_damage(each, ROOT, _DEEPEST) for each in (plain, _recoded(plain, surely=False)))
        return max(readings, key=len), True


def changed_ixml(content: bytes | None, texts: Mapping[Path, str]) -> bytes:
    """The document (a new one where there is none) with these texts, an empty one taking its element away; in UTF-8.

    Raises UnfitDocumentError where `content` cannot be read, or is in an encoding that can only be guessed: what is
    there could be lost.
    """
    content = content if content is not None and holds_document(content) else _EMPTY.encode()
    try:
        document = _parsed(content, surely=True)
    except DamagedDocumentError:
        _parsed(content)
        raise UnfitDocumentError(_GUESSED) from None
    root = _root(document)
    for path, text in texts.items():
        _put(document, root, path, text)
    return _serialised(document)


def is_barred(content: bytes, path: Path) -> bool:
    """Whether something of somebody else is in the way of a text: elements where it would stand, or a text where its
    element would. Raises UnfitDocumentError.
    """
    if not holds_document(content):
        return False
    element = _root(_parsed(content))
    for name in path:
        child = _child(element, name)
        if child is None:
            return element.tagName != ROOT and not _elements(element) and bool(_text_of(element))
        element = child
    return bool(_elements(element))


def all_beside(content: bytes, paths: Collection[Path]) -> list[tuple[Path, str, list[tuple[str, str]]]]:
    """What is in a document beside the texts at these paths, names in capitals: texts, comments, and attributes, in
    their order. Raises UnfitDocumentError.
    """
    return list(_walked(_root(_parsed(content)), (), paths)) if holds_document(content) else []


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


def _walked(
    element: minidom.Element, path: Path, left_out: Collection[Path]
) -> Iterator[tuple[Path, str, list[tuple[str, str]]]]:
    text, attributes = "" if path in left_out else _text_of(element), sorted(element.attributes.items())
    if text or attributes:
        yield path, text, attributes
    for child in element.childNodes:
        if isinstance(child, minidom.Element):
            yield from _walked(child, (*path, child.tagName.upper()), left_out)
        elif isinstance(child, minidom.Comment):
            yield path, f"<!--{child.data}-->", []


def _serialised(document: minidom.Document) -> bytes:
    """The document in UTF-8, with line ends and tabs that readers do not lose; it must not be used any more."""
    level = _elements(document)
    while level:
        for element in level:
            for name, value in element.attributes.items():
                element.setAttribute(name, value.replace("\n", "\x0e").replace("\t", "\x0f"))
        level = [child for element in level for child in _elements(element)]
    text = document.toxml(encoding="UTF-8").decode()
    for character, escape in _ESCAPES.items():
        text = text.replace(character, escape)
    return text.encode()


def _put(document: minidom.Document, parent: minidom.Element, path: Path, text: str) -> None:
    name, *rest = path
    child = _child(parent, name)
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


def _child(parent: minidom.Element, name: str) -> minidom.Element | None:
    """The first of this name; programs disagree about capitals."""
    return next((found for found in _elements(parent) if found.tagName.casefold() == name.casefold()), None)


def _elements(parent: minidom.Document | minidom.Element) -> list[minidom.Element]:
    return [child for child in parent.childNodes if isinstance(child, minidom.Element)]


def _text_of(element: minidom.Element) -> str:
    parts = (node.data for node in element.childNodes if isinstance(node, minidom.Text))
    return "".join(parts).strip()
