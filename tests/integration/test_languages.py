"""With the real bundled network, real recordings are found by German, French, Spanish and Japanese words."""

from collections.abc import Iterator

import pytest

from desktop_app.core.query import parse_query
from desktop_app.engine.searching.searcher import SearchAnswer
from desktop_app.engine.starter.starter_files import starter_spec
from desktop_app.library.library import Library
from desktop_app.library.tables.heard import Heard
from desktop_app.open_profile.listening import Listening, listen_with
from tests.library_maker import FORMAT, STAMP, open_library
from tests.starter_files import ROOT, STARTER

EVERYDAY = ROOT / "tests" / "data" / "everyday"
DOGS = {"dog_bark.ogg", "farm_dog.ogg"}


@pytest.fixture(scope="module")
def everyday(tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[Library, Listening]]:
    """The everyday recordings under their real embeddings; no vocabulary is active."""
    with open_library(tmp_path_factory.mktemp("profile")) as library:
        spec = starter_spec(STARTER)
        listening = listen_with(spec, library, lambda _: None, in_process=True)
        folder = library.folders.add(EVERYDAY)
        files = sorted(EVERYDAY.glob("*.ogg"))
        library.sounds.apply_scan(folder.folder_id, {file.name: STAMP for file in files})
        for file in files:
            sound = library.sounds.by_path(file)
            assert sound is not None
            vector = listening.worker.hear(file).vector
            heard = Heard(sound.sound_id, STAMP, file.name.encode(), FORMAT, vector, None)
            library.sounds.save_heard(spec.embedder_id, [heard])
        listening.embedded.invalidate()
        yield library, listening
        listening.stop()


def search(everyday: tuple[Library, Listening], text: str) -> tuple[list[str], SearchAnswer]:
    library, listening = everyday
    answer = listening.searcher.search(parse_query(text))
    return [sound.path.name for sound in library.sounds.many(answer.sound_ids.tolist())], answer


@pytest.mark.parametrize(
    "text", ["Hundegebell", "aboiement de chien", "ladrido de perro", "犬の鳴き声", "chien qui aboie", "perros", "いぬ"]
)
def test_the_dogs_come_first(everyday: tuple[Library, Listening], text: str) -> None:
    names, answer = search(everyday, text)
    assert len(names) > 50
    assert set(names[:2]) == DOGS
    assert f"“{text}” was understood as “dog”." in answer.message
    assert "The network understands English." not in answer.message


@pytest.mark.parametrize(
    ("text", "file"),
    [
        ("Katze", "cat_hiss.ogg"),
        ("hélicoptère", "helicopter.ogg"),
        ("risas", "laughter.ogg"),
        ("笑い声", "laughter.ogg"),
        ("Applaus", "applause.ogg"),
        ("verre brisé", "glass_1.ogg"),
        ("disparo", "gunshot.ogg"),
        ("ライオン", "lion.ogg"),
    ],
)
def test_other_sounds_are_near_the_top(everyday: tuple[Library, Listening], text: str, file: str) -> None:
    assert file in search(everyday, text)[0][:6]


def test_minus_words_are_understood_too(everyday: tuple[Library, Listening]) -> None:
    names, answer = search(everyday, "animal -Hundegebell")
    assert "“Hundegebell” was understood as “dog”." in answer.message
    assert not DOGS & set(names[:10])
    assert DOGS & set(search(everyday, "animal")[0][:30])


def test_what_is_not_understood_gets_a_hint(everyday: tuple[Library, Listening]) -> None:
    for text in ("лай собаки", "szczekanie psa", "狗叫", "Eichhörnchen", "rain -licuadora"):
        message = search(everyday, text)[1].message
        assert "The network understands English." in message
        assert "understood as" not in message


def test_english_is_searched_for_as_it_stands(everyday: tuple[Library, Listening]) -> None:
    for text in ("dog barking", "rain", "hit", "pan", "drumkit"):
        names, answer = search(everyday, text)
        assert "understood as" not in answer.message
        assert "understands English" not in answer.message
        assert answer.scores is not None
        listening = everyday[1]
        snapshot = listening.embedded.snapshot()
        expected = snapshot.matrix @ listening.prompts.vector(text)
        assert answer.scores[0] == pytest.approx(expected.max(), abs=1e-5)
        assert names
