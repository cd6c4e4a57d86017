"""New names are short, are read again as they were meant, and are such that every file system takes them."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop_app.core.ucs_name import Category, UcsName, parse_ucs_name
from desktop_app.core.ucs_renaming import (
    LONGEST_FX_NAME,
    LONGEST_NAME,
    NoRoomError,
    block_of,
    cut,
    free_name,
    fx_name_of,
    has_unknown_cat_id,
    is_block,
    says_something,
    with_blocks,
    with_cat_id,
)

CATEGORIES = {"doorwood": Category("DOORWood", "DOORS", "WOOD")}
ANY_TEXT = st.text(max_size=200) | st.text(st.characters(categories=("Cs", "Mn", "Lo", "So", "Cf", "Po")), max_size=60)


def never(_name: str) -> bool:
    return False


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("door_close", "door close"),
        ("Wah-Wah", "Wah Wah"),
        ("Gun - close", "Gun - close"),
        ('a<b>c:d"e/f\\g|h?i*j', "a b c d e f g h i j"),
        ("  two\nlines\t ", "two lines"),
        ("ends in dots... ", "ends in dots"),
        ("Küchentür, ambi choir, (old)", "Küchentür, ambi choir"),
        ("Kitchen door slams hard (very loud)", "Kitchen door slams hard"),
        ("Rain (on tin)", "Rain (on tin)"),
        ("Salt & pepper mills & other things", "Salt & pepper mills"),
        ("A wooden door that closes slowly", "A wooden door that closes"),
        ("Donaudampfschifffahrtsgesellschaft", "Donaudampfschifffahrtsges"),
        ("e\u0301" * 40, "é" * 25),
        ("ก็" * 13, "ก็" * 12),
        ("…\u202egepj", "…gepj"),
        ("👩\u200d🚒 می\u200cروم", "👩\u200d🚒 می\u200cروم"),
        ("", ""),
        ("___", ""),
    ],
)
def test_a_text_becomes_an_fx_name(text: str, name: str) -> None:
    assert fx_name_of(text) == name


def test_a_creator_may_have_dashes() -> None:
    assert block_of("A-B_C") == "A-B C"


@pytest.mark.parametrize(
    "stem",
    ["ZOOM0001", "zoom_0001_Tr1", "ZOOM0012_LR", "Untitled 2", "Audio 1-3", "STE-017"[3:], "2024-05-01", "take3"],
)
def test_what_a_recorder_called_a_file_says_nothing(stem: str) -> None:
    assert not says_something(stem)


@pytest.mark.parametrize("stem", ["door", "ZOOM0001 door", "Tür 3", "雨"])
def test_a_word_says_something(stem: str) -> None:
    assert says_something(stem)


def test_a_taken_name_gets_the_first_number_that_is_free() -> None:
    taken = {"DOORWood_gate_ME.wav", "DOORWood_gate 2_ME.wav"}
    name = UcsName("DOORWood", fx_name="gate", creator="ME")
    assert free_name(name, ".wav", taken.__contains__) == "DOORWood_gate 3_ME.wav"
    assert free_name(UcsName("DOORWood"), ".wav", {"DOORWood.wav"}.__contains__) == "DOORWood_2.wav"


def test_where_there_is_no_room_it_says_so() -> None:
    with pytest.raises(NoRoomError, match="Too many"):
        free_name(UcsName("DOORWood", fx_name="gate"), ".wav", lambda name: True)
    with pytest.raises(NoRoomError, match="shorter creator"):
        free_name(UcsName("DOORWood", creator="x" * 300), ".wav", never)
    long = free_name(UcsName("DOORWood", fx_name="雨" * 200, creator="ME"), ".wav", never)
    assert len(long.encode()) <= LONGEST_NAME
    assert long.endswith("雨_ME.wav")


def test_a_cut_is_never_longer() -> None:
    assert cut("\u0301" * 9, 3) == "\u0301" * 3
    assert cut(" abcdef", 3) == "ab"


@given(ANY_TEXT, ANY_TEXT, ANY_TEXT, st.sampled_from([".wav", ".Flac", ".\udcff", ""]))
def test_every_text_in_every_script_gives_a_name_that_is_read_again(
    text: str, creator: str, source: str, suffix: str
) -> None:
    fx_name = fx_name_of(text)
    wanted = UcsName("DOORWood", fx_name=fx_name, creator=block_of(creator) or "NONE", source=block_of(source))
    assert len(fx_name) <= LONGEST_FX_NAME
    name = free_name(wanted, suffix, never)
    stem = name.removesuffix(suffix)
    assert parse_ucs_name(stem, CATEGORIES) == wanted
    assert not set('<>:"/\\|?*\0') & set(name)
    assert not any(ord(sign) < 32 for sign in name)
    assert suffix or not name.endswith((" ", "."))
    assert len(name.encode("utf-8", "surrogateescape")) <= LONGEST_NAME


@pytest.mark.parametrize(
    ("stem", "creator", "source", "name"),
    [
        ("BIRDCrow", "ME", "", "BIRDCrow__ME"),
        ("BIRDCrow_Caws", "ME", "", "BIRDCrow_Caws_ME"),
        ("BIRDCrow_Caws_", "ME", "SHOW", "BIRDCrow_Caws_ME_SHOW"),
        ("birdcrow_Caws", "", "SHOW", "birdcrow_Caws_NONE_SHOW"),
        ("BIRDCrow_Caws_YOU", "ME", "SHOW", "BIRDCrow_Caws_YOU_SHOW"),
        ("BIRDCrow_Caws_YOU", "ME", "", "BIRDCrow_Caws_YOU"),
        ("BIRDCrow_Caws__SHOW", "ME", "OTHER", "BIRDCrow_Caws__SHOW"),
        ("BIRDCrow_Caws_YOU_SHOW_data_", "ME", "OTHER", "BIRDCrow_Caws_YOU_SHOW_data_"),
        ("BIRDCrow_", "", "", "BIRDCrow_"),
    ],
)
def test_a_name_gets_the_blocks_that_it_lacks_and_nothing_else_changes(
    stem: str, creator: str, source: str, name: str
) -> None:
    assert with_blocks(stem, creator=creator, source=source) == name


@pytest.mark.parametrize(
    ("stem", "unknown"),
    [
        ("AMBForst-WIND_Wood_ME_LIB", True),
        ("AMBForst_Wood_ME_LIB_data", True),
        ("DOORWood_Slam_ME_LIB", False),
        ("doorWOOD_Slam_ME_LIB", False),
        ("AMBForst_Wood_ME", False),
        ("AMBForst_Wood__LIB", False),
        ("RAIN_heavy_on_roof", False),
        ("ZOOM0001_a_b_c", False),
        ("Rain_heavy_ME_LIB", False),
        ("", False),
    ],
)
def test_a_whole_name_whose_cat_id_there_is_not_is_seen(stem: str, *, unknown: bool) -> None:
    assert has_unknown_cat_id(stem, CATEGORIES) is unknown


@pytest.mark.parametrize(
    ("stem", "name"),
    [
        ("AMBForst-WIND_VEND-Wood_ME_LIB_x_", "BIRDCrow-WIND_VEND-Wood_ME_LIB_x_"),
        ("DOORWood", "BIRDCrow"),
        ("DOORWood-A-B_C", "BIRDCrow-A-B_C"),
    ],
)
def test_another_cat_id_leaves_the_rest_to_the_letter(stem: str, name: str) -> None:
    assert with_cat_id(stem, "BIRDCrow") == name


@pytest.mark.parametrize(
    ("text", "fits"), [("M E", True), ("Zo\u0308e", True), ("", True), ("M_E", False), ("..", False)]
)
def test_a_text_is_a_block_only_as_it_is(text: str, *, fits: bool) -> None:
    assert is_block(text) is fits
