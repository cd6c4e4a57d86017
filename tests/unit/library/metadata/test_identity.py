"""A file is of one category: whose word counts where its name, its texts and a tag say different ones."""

from desktop_app.core.metadata import EmbeddedText, Field, Metadata
from desktop_app.core.ucs_name import Category
from desktop_app.library.metadata.identity import beside, kept_other

CATEGORIES = {
    "doorwood": Category("DOORWood", "DOORS", "WOOD"),
    "doorcreak": Category("DOORCreak", "DOORS", "CREAK"),
}
WISHES = {
    Field.KEYWORDS: ["DOORS WOOD"],
    Field.CATID: ["DOORWood"],
    Field.CATEGORY: ["DOORS"],
    Field.SUBCATEGORY: ["WOOD"],
}
NAME = "DOORCreak_Old Barn"


def test_what_a_person_decided_outranks_a_name_and_what_is_only_heard_does_not() -> None:
    assert beside(WISHES, Metadata(), NAME, CATEGORIES, is_told=True) == WISHES
    heard = beside(WISHES, Metadata(), NAME, CATEGORIES, is_told=False)
    assert (heard[Field.CATID], heard[Field.SUBCATEGORY]) == (["DOORCreak"], ["CREAK"])


def test_another_category_in_the_texts_is_named() -> None:
    said = Metadata((EmbeddedText(Field.CATID, "DOORCreak", "iXML"),))
    assert "says DOORCreak, which is kept; you said DOORWood" in kept_other(WISHES, said, CATEGORIES)
    assert not kept_other({**WISHES, Field.CATID: ["DOORCreak"]}, said, CATEGORIES)
    assert not kept_other({Field.KEYWORDS: ["DOORS WOOD"]}, said, CATEGORIES), "no category is to be written"
