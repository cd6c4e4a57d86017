"""Which category of the Universal Category System a file is of: CatID, category and subcategory are one decision,
wherever in the file or its name they stand, and never that of two.
"""

from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import Final

from desktop_app.core.metadata import Field, Metadata
from desktop_app.core.ucs_name import Category, parse_ucs_name

IDENTITY: Final = (Field.CATID, Field.CATEGORY, Field.SUBCATEGORY)


def beside(
    wishes: Mapping[Field, Sequence[str]],
    said: Metadata,
    stem: str,
    categories: Mapping[str, Category],
    *,
    is_told: bool,
) -> dict[Field, Sequence[str]]:
    """The wishes that fit beside what a file says, where that stays: of its own category where it has one, and none of
    a category where that cannot be told.

    `categories`: by CatID in lower case. `stem`: the file's name without its suffix, which counts where it begins with
    a CatID in its own capitals: `rain_03` is only a word. Where a person decided (`is_told`), a name that says another
    does not count: it is one that renaming would change.
    """
    ours = _of_wishes(wishes, categories)
    name = _name_of(stem, categories)
    there = _named(said.of) | (name & ours if is_told else name)
    is_torn = len(there) > 1
    there = there or _fitting(said.of, categories)
    if not there or not ours or (ours & there and not is_torn):
        return dict(wishes)
    fitting: dict[Field, Sequence[str]] = {field: texts for field, texts in wishes.items() if field not in IDENTITY}
    category = categories.get(min(there)) if len(there) == 1 else None
    if category is not None:
        texts = zip(IDENTITY, (category.cat_id, category.category, category.subcategory), strict=True)
        fitting |= {field: [text] for field, text in texts if field in wishes}
    return fitting


def kept_other(wishes: Mapping[Field, Sequence[str]], said: Metadata, categories: Mapping[str, Category]) -> str:
    """What a file's texts say of its category that is not what a person wishes, as a sentence; empty where it is."""
    there = _named(said.of) or _fitting(said.of, categories)
    ours = _of_wishes(wishes, categories)
    if not there or not ours or ours & there:
        return ""
    wished = next(texts for field in IDENTITY if any(texts := wishes.get(field, ())))
    found = next(text for field in IDENTITY for text in said.of(field))
    return f"The file says {found}, which is kept; you said {wished[0]}: have it replaced to change that."


_TextsOf = Callable[[Field], Iterable[str]]


def _of_wishes(wishes: Mapping[Field, Sequence[str]], categories: Mapping[str, Category]) -> set[str]:
    return _named(lambda field: wishes.get(field, ())) or _fitting(lambda field: wishes.get(field, ()), categories)


def _named(texts_of: _TextsOf) -> set[str]:
    """CatIDs that are named, in lower case, also such as the system does not know."""
    return {text.strip().casefold() for text in texts_of(Field.CATID)}


def _name_of(stem: str, categories: Mapping[str, Category]) -> set[str]:
    name = parse_ucs_name(stem, categories)
    return {name.cat_id.casefold()} if name is not None and stem.startswith(name.cat_id) else set()


def _fitting(texts_of: _TextsOf, categories: Mapping[str, Category]) -> set[str]:
    """CatIDs that a category and subcategory of the system can mean; without the latter all of the category."""
    names, parts = ({text.strip().casefold() for text in texts_of(field)} for field in IDENTITY[1:])
    fitting = {cat_id: one for cat_id, one in categories.items() if one.category.casefold() in names}
    return {cat_id for cat_id, one in fitting.items() if one.subcategory.casefold() in parts} or set(fitting)
