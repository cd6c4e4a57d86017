"""File names of the Universal Category System: `CatID(-UserCategory)_(VendorCategory-)FXName_CreatorID_SourceID_Data`.

Only the CatID is required, and a name is taken for one of these only where it begins with a CatID that exists. The
system is in the public domain (universalcategorysystem.com, version 8.2.1).
"""

from collections.abc import Mapping
from dataclasses import dataclass

from desktop_app.core.metadata import EmbeddedText, Field
from desktop_app.core.tag import Vocabulary

SOURCE = "file name"
"""What the texts of a name are said to come from."""


@dataclass(frozen=True, slots=True)
class Category:
    """What a CatID stands for."""

    cat_id: str
    """As it is written, with its capitals: `RAINMetl`."""
    category: str
    subcategory: str


@dataclass(frozen=True, slots=True)
class UcsName:
    """The blocks of a name without its suffix; empty for one that it does not have."""

    cat_id: str
    user_category: str = ""
    vendor_category: str = ""
    fx_name: str = ""
    creator: str = ""
    source: str = ""
    user_data: str = ""

    def __str__(self) -> str:
        """The name, without blocks that only empty ones would follow."""
        first = "-".join(filter(None, (self.cat_id, self.user_category)))
        second = "-".join(filter(None, (self.vendor_category, self.fx_name)))
        return "_".join((first, second, self.creator, self.source, self.user_data)).rstrip("_")


def categories_of(vocabulary: Vocabulary) -> dict[str, Category]:
    """What each CatID stands for, by its small letters: of the tags that have one, as the shipped vocabulary's do."""
    return {
        tag.cat_id.casefold(): Category(tag.cat_id, tag.group or "", tag.name.removeprefix(tag.group or "").strip())
        for tag in vocabulary.tags
        if tag.cat_id
    }


def parse_ucs_name(stem: str, categories: Mapping[str, Category]) -> UcsName | None:
    """The blocks of a file's name without its suffix; None for one that does not begin with a CatID.

    `categories`: by CatID in lower case. A CatID is found whatever its capitals, and given with its own.
    """
    first, *blocks = stem.split("_", 4)
    cat_id, _, user_category = first.partition("-")
    category = categories.get(cat_id.casefold())
    if category is None:
        return None
    second, creator, source, data = (*blocks, "", "", "", "")[:4]
    vendor, _, name = second.partition("-")
    # A dash with blanks around it is part of a name: "Gun - close".
    if not vendor or not name or vendor != vendor.strip() or name != name.strip():
        vendor, name = "", second
    return UcsName(category.cat_id, user_category, vendor, name, creator, source, data)


def texts_of_name(name: UcsName, categories: Mapping[str, Category]) -> tuple[EmbeddedText, ...]:
    """What a name says of its sound, field by field."""
    category = categories[name.cat_id.casefold()]
    texts = {
        Field.CATID: category.cat_id,
        Field.CATEGORY: category.category,
        Field.SUBCATEGORY: category.subcategory,
        Field.FX_NAME: name.fx_name,
        Field.USER_CATEGORY: name.user_category,
        Field.VENDOR_CATEGORY: name.vendor_category,
        Field.CREATOR: name.creator,
        Field.SOURCE: name.source,
    }
    return tuple(EmbeddedText(field, text.strip(), SOURCE) for field, text in texts.items() if text.strip())
