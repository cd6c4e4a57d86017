"""Keywords of other programs become tags only where an active vocabulary has such a word; the others are named."""

import pytest

from desktop_app.core.said import Judged, SaidOfSound
from desktop_app.core.tag import Tag, Vocabulary
from desktop_app.core.verdict import Judgement
from desktop_app.exchange.keyword_tags import understand

WEATHER = Vocabulary(
    "weather", "Weather", "", (Tag("rain", "Rain", ("rain",), aliases=("Regen",)), Tag("big", "Heavy rain", ("rain",)))
)
SYSTEM = Vocabulary("ucs", "UCS", "", (Tag("rainmisc", "RAIN MISC", ("rain",), aliases=("RAINMisc", "Rain")),))


def tags_of(*words: str) -> tuple[list[str], dict[str, int]]:
    found = understand([SaidOfSound("/a.wav", words=words)], [WEATHER, SYSTEM])
    (said,) = found.sounds
    assert said.words == ()
    assert {one.judgement for one in said.judged} <= {Judgement.ACCEPTED}
    assert found.decisions == len(said.judged)
    return [one.key for one in said.judged], found.words_left


@pytest.mark.parametrize(
    ("cell", "tags", "left"),
    [
        ("RAIN", ["weather/rain", "ucs/rainmisc"], {}),
        ("Regen;  heavy  Rain", ["weather/rain", "weather/big"], {}),
        ("regen, roof | tin, roof", ["weather/rain"], {"roof": 2, "tin": 1}),
        ("heavy rain tin regen", ["weather/big", "weather/rain"], {"tin": 1}),
        ("rainmisc", ["ucs/rainmisc"], {}),
        ("rain roof, tin", [], {"rain roof": 1, "tin": 1}),
        (" ,; ", [], {}),
    ],
)
def test_words_are_tags_by_name_or_alias(cell: str, tags: list[str], left: dict[str, int]) -> None:
    assert tags_of(cell) == (tags, left)


def test_a_tag_that_several_words_name_is_said_once_and_what_the_list_said_itself_stays() -> None:
    assert tags_of("Regen", "rain")[0] == ["weather/rain", "ucs/rainmisc"]
    said = SaidOfSound("/a.wav", judged=(Judged("own", "x", Judgement.REJECTED),), words=("Regen",))
    (found,) = understand([said], [WEATHER]).sounds
    assert [one.key for one in found.judged] == ["own/x", "weather/rain"]


def test_what_a_list_says_twice_itself_takes_nothing_from_the_count() -> None:
    own = Judged("own", "x", Judgement.REJECTED)
    found = understand([SaidOfSound("/a.wav", judged=(own, own, own), words=("Regen",))], [WEATHER])
    assert found.decisions == 1


def test_a_list_without_keywords_is_as_it_was() -> None:
    said = SaidOfSound("/a.wav")
    assert understand([said], [WEATHER]).sounds == (said,)
