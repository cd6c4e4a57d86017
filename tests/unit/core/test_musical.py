"""The 24 keys as they are written: what is stored, searched and shown agrees on them."""

from desktop_app.core.musical import KEYS, NOTES
from desktop_app.core.musical import NOTES as SEARCHED_NOTES


def test_every_key_is_written_once_with_sharps_and_a_small_m_for_minor() -> None:
    assert len(set(KEYS)) == 24
    assert KEYS[:12] == NOTES
    assert KEYS[12:] == tuple(f"{note}m" for note in NOTES)
    assert not any("b" in key for key in KEYS)


def test_what_is_found_is_written_as_it_is_searched() -> None:
    assert NOTES == SEARCHED_NOTES
