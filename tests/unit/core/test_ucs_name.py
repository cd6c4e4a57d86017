"""Names of the Universal Category System are read as its guide says, and other names are left alone."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop_app.core.metadata import EmbeddedText, Field, Metadata
from desktop_app.core.ucs_name import Category, UcsName, parse_ucs_name, texts_of_name

CATEGORIES = {
    "gunauto": Category("GUNAuto", "GUNS", "AUTOMATIC"),
    "doorwood": Category("DOORWood", "DOORS", "WOOD"),
}
BLOCKS = st.text(st.characters(codec="utf-8", exclude_characters="_-/\0"), min_size=1, max_size=12).filter(
    lambda text: text == text.strip()
)


@pytest.mark.parametrize(
    ("stem", "expected"),
    [
        (
            "GUNAuto_Uzi 9mm Rapid Fire Close Up Short Bursts_TN_DORY",
            UcsName("GUNAuto", fx_name="Uzi 9mm Rapid Fire Close Up Short Bursts", creator="TN", source="DORY"),
        ),
        (
            "GUNAuto-EXT_UZI 9mm-Rapid Fire_TN_NONE_416-MKH8040_DualMono",
            UcsName("GUNAuto", "EXT", "UZI 9mm", "Rapid Fire", "TN", "NONE", "416-MKH8040_DualMono"),
        ),
        ("doorwood_Gate - creak", UcsName("DOORWood", fx_name="Gate - creak")),
        ("DOORWood", UcsName("DOORWood")),
        ("DOORWood__ME", UcsName("DOORWood", creator="ME")),
        ("DOORWood_-x_-", UcsName("DOORWood", fx_name="-x", creator="-")),
    ],
)
def test_each_block_is_found(stem: str, expected: UcsName) -> None:
    assert parse_ucs_name(stem, CATEGORIES) == expected


@pytest.mark.parametrize("stem", ["", "_", "Door wood_creak", "DOORWoody_creak", "kick_01", "GUN Auto_x"])
def test_a_name_that_begins_with_no_cat_id_is_none_of_these(stem: str) -> None:
    assert parse_ucs_name(stem, CATEGORIES) is None


@given(
    st.sampled_from(["GUNAuto", "DOORWood"]),
    st.just("") | BLOCKS,
    st.just("") | BLOCKS,
    BLOCKS,
    BLOCKS,
    BLOCKS,
    st.just("") | BLOCKS,
)
def test_a_written_name_is_read_again(
    cat_id: str, user: str, vendor: str, name: str, creator: str, source: str, data: str
) -> None:
    written = UcsName(cat_id, user, vendor, name, creator, source, data)
    assert parse_ucs_name(str(written), CATEGORIES) == written


@given(st.text(max_size=40))
def test_any_name_is_read_or_left_alone(stem: str) -> None:
    parse_ucs_name(stem, CATEGORIES)
    assert parse_ucs_name(f"DOORWood_{stem}", CATEGORIES) is not None


def test_what_a_name_says_of_its_sound() -> None:
    name = parse_ucs_name("doorwood_Gate_ME", CATEGORIES)
    assert name is not None
    said = Metadata(texts_of_name(name, CATEGORIES))
    assert dict(said.fields()) == {
        Field.CATEGORY: ("DOORS",),
        Field.SUBCATEGORY: ("WOOD",),
        Field.CATID: ("DOORWood",),
        Field.FX_NAME: ("Gate",),
        Field.CREATOR: ("ME",),
    }


def test_a_text_that_was_cut_short_elsewhere_is_said_once() -> None:
    said = Metadata(
        (
            EmbeddedText(Field.DESCRIPTION, "Rain on", "bext"),
            EmbeddedText(Field.DESCRIPTION, "Rain on tin", "iXML"),
            EmbeddedText(Field.DESCRIPTION, "Rain on tin", "INFO"),
            EmbeddedText(Field.DESCRIPTION, "Wind", "ID3"),
        )
    )
    assert said.of(Field.DESCRIPTION) == ("Rain on tin", "Wind")
    assert not Metadata()
