"""A search ranks by the raw score, filters exactly, and always helps: with sounds or with a sentence."""

from collections.abc import Iterator
from pathlib import Path

import numpy as np
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from numpy.typing import NDArray

from desktop_app.core.bands import Band, band_of
from desktop_app.core.marks import Marks
from desktop_app.core.metadata import EmbeddedText, Field, Metadata
from desktop_app.core.moment import Moment
from desktop_app.core.query import parse_query
from desktop_app.core.sound import AudioFormat
from desktop_app.core.tag import Tag, Vocabulary
from desktop_app.core.vector_index import Vectors, stored_precision
from desktop_app.core.verdict import Judgement
from desktop_app.core.weights import Weights
from desktop_app.engine.searching.searcher import SearchAnswer
from desktop_app.engine.searching.standings import Standings
from desktop_app.library.tables.heard import Heard
from tests.library_maker import STAMP
from tests.measurements import CLIPPED, GOOD, music, quality
from tests.tagged_library import ANIMALS, WEATHER, WORDS, TaggedLibrary, tagged_library, vector


@pytest.fixture
def tagged(tmp_path: Path) -> Iterator[TaggedLibrary]:
    with tagged_library(tmp_path, (WEATHER, ANIMALS)) as made:
        yield made


PATHS = (
    "field/rain on tin.wav",
    "field/rain and wind.flac",
    "field/wind.wav",
    "animals/dog.wav",
    "animals/dog in rain.flac",
    "Kits/door.wav",
)


@pytest.fixture
def shelf(tagged: TaggedLibrary) -> TaggedLibrary:
    """A few sounds of each kind."""
    for path, words in {
        "field/rain on tin.wav": ("2 rain", "0.5 bell"),
        "field/rain and wind.flac": ("rain", "wind"),
        "field/wind.wav": ("wind",),
        "animals/dog.wav": ("dog",),
        "animals/dog in rain.flac": ("dog", "0.9 rain"),
        "Kits/door.wav": ("door",),
    }.items():
        tagged.add(path, vector(*words))
    _set_format(tagged, "field/rain and wind.flac", AudioFormat("flac", "PCM_16", 48_000, 2, 10 * 48_000))
    _set_format(tagged, "animals/dog in rain.flac", AudioFormat("flac", "PCM_16", 48_000, 2, 3 * 48_000))
    return tagged


def _set_format(tagged: TaggedLibrary, path: str, found: AudioFormat) -> None:
    """Give a sound a content of its own with this format."""
    sound = tagged.sound(path)
    assert sound.content_id is not None
    embedding = tagged.library.cache.embedding(sound.content_id, tagged.embedder_id)
    heard = Heard(sound.sound_id, STAMP, f"{path} again".encode(), found, embedding, None)
    tagged.library.sounds.save_heard(tagged.embedder_id, [heard])
    tagged.embedded.invalidate()


def search(tagged: TaggedLibrary, text: str, **options: object) -> SearchAnswer:
    return tagged.searcher.search(parse_query(text), **options)  # type: ignore[arg-type]


def found(tagged: TaggedLibrary, text: str, **options: object) -> list[str]:
    """The names of what is found, in order."""
    answer = search(tagged, text, **options)
    return [sound.path.stem for sound in tagged.library.sounds.many(answer.sound_ids.tolist())]


class TestRanking:
    def test_the_score_is_the_dot_product_of_what_is_stored(self, tagged: TaggedLibrary) -> None:
        generator = np.random.default_rng(0)
        vectors = generator.normal(0, 1, (50, len(WORDS))).astype(np.float32)
        ids = [tagged.add(f"{number}.wav", row) for number, row in enumerate(vectors)]
        answer = search(tagged, "rain bell")
        expected = stored_precision(vectors) @ vector("rain", "bell")
        assert answer.scores is not None
        assert sorted(answer.sound_ids.tolist()) == ids
        assert (np.diff(answer.scores) <= 0).all()
        numbers = [ids.index(sound_id) for sound_id in answer.sound_ids.tolist()]
        np.testing.assert_allclose(answer.scores, expected[numbers], rtol=1e-5, atol=1e-6)

    def test_words_in_any_order_with_filters_between(self, shelf: TaggedLibrary) -> None:
        assert found(shelf, "rain folder:animals")[0] == "dog in rain"
        assert found(shelf, "folder:field rain")[0] == "rain on tin"

    def test_a_limit_cuts_the_end_off(self, shelf: TaggedLibrary) -> None:
        assert found(shelf, "rain", limit=2) == found(shelf, "rain")[:2]
        assert len(found(shelf, "", limit=3)) == 3
        assert found(shelf, "rain", limit=0) == []

    def test_a_library_of_nothing_but_broken_sounds_is_not_asked_to_wait(self, tagged: TaggedLibrary) -> None:
        sound_id = tagged.add("broken.wav", vector("rain"))
        tagged.library.sounds.save_problem(sound_id, STAMP, "It is broken.")
        tagged.embedded.invalidate()
        assert search(tagged, "rain").message.startswith("None of the sounds here can be heard")

    def test_a_word_to_keep_away_from_is_measured_once(
        self, shelf: TaggedLibrary, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        measured: list[str] = []
        usual = Standings.of_text_scores

        def counting(standings: Standings, text: str, scores: Vectors) -> Vectors:
            measured.append(text)
            return usual(standings, text, scores)

        monkeypatch.setattr(Standings, "of_text_scores", counting)
        assert "rain and wind" not in found(shelf, "rain -wind")
        assert measured.count("wind") == 1
        measured.clear()
        assert found(shelf, "-rain") == ["dog", "wind", "door"]
        assert measured == ["rain"]

    def test_like_is_by_cosine(self, shelf: TaggedLibrary) -> None:
        answer = search(shelf, "", like=vector("3 rain"))
        assert found(shelf, "", like=vector("3 rain"))[0] == "rain on tin"
        assert answer.scores is not None
        assert answer.scores[0] == pytest.approx(2 / np.hypot(2, 0.5), abs=1e-3)
        assert found(shelf, "folder:animals", like=vector("rain")) == ["dog in rain", "dog"]

    def test_like_and_words_together(self, shelf: TaggedLibrary) -> None:
        assert found(shelf, "wind", like=vector("rain"))[0] == "rain and wind"

    def test_likeness_to_nothing_is_none(self, shelf: TaggedLibrary) -> None:
        answer = search(shelf, "", like=vector())
        assert answer.scores is not None
        assert np.isfinite(answer.scores).all()

    def test_two_copies_are_two_sounds_side_by_side(self, shelf: TaggedLibrary) -> None:
        copy = shelf.add("copy of wind.wav", vector("wind"), content="field/wind.wav")
        answer = search(shelf, "wind")
        assert answer.scores is not None
        places = [answer.sound_ids.tolist().index(i) for i in (copy, shelf.sound("field/wind.wav").sound_id)]
        assert answer.scores[places[0]] == answer.scores[places[1]]


class TestFilters:
    @pytest.mark.parametrize(
        ("text", "names"),
        [
            ("folder:animals", ["dog in rain", "dog"]),
            ("folder:ANIM", ["dog in rain", "dog"]),
            ("folder:animals folder:kits", ["dog in rain", "dog", "door"]),
            ("-folder:field", ["dog in rain", "dog", "door"]),
            ("format:flac", ["dog in rain", "rain and wind"]),
            ("format:.FLAC -folder:animals", ["rain and wind"]),
            ("-format:flac folder:field", ["rain on tin", "wind"]),
            ("length:<1", ["dog", "rain on tin", "wind", "door"]),
            ("length:>5", ["rain and wind"]),
            ("length:2-4", ["dog in rain"]),
            ("name:wind", ["rain and wind", "wind"]),
            ("name:rain name:wind", ["rain and wind"]),
            ("-name:rain folder:field", ["wind"]),
            ('"in rain"', ["dog in rain"]),
            ('-"in rain" folder:animals', ["dog"]),
            ("tag:rain", ["dog in rain", "rain and wind", "rain on tin"]),
            ("tag:Downpour -tag:dog", ["rain and wind", "rain on tin"]),
            ("tag:wind tag:dog", []),
            ("tag:rain tag:wind", ["rain and wind"]),
            ("tag:wind,dog", ["dog in rain", "dog", "rain and wind", "wind"]),
            ("tag:wind|dog tag:rain", ["dog in rain", "rain and wind"]),
            ("-tag:wind,dog", ["rain on tin", "door"]),
            ("format:flac,mp3 folder:field", ["rain and wind"]),
            ("tag:rain format:wav", ["rain on tin"]),
            ("-rain", ["dog", "wind", "door"]),
            ("-rain -dog", ["wind", "door"]),
        ],
    )
    def test_filters_alone_list_without_scores(self, shelf: TaggedLibrary, text: str, names: list[str]) -> None:
        answer = search(shelf, text)
        in_order = [i for i in shelf.library.sounds.ids().tolist() if i in answer.sound_ids.tolist()]
        assert answer.scores is None
        assert sorted(found(shelf, text)) == sorted(names)
        if not text.startswith("tag:"):
            assert answer.sound_ids.tolist() == in_order
        assert bool(answer.message) == (not names)

    def test_a_tag_alone_lists_its_best_examples_first(self, shelf: TaggedLibrary) -> None:
        assert found(shelf, "tag:downpour") == ["rain on tin", "rain and wind", "dog in rain"]
        dog, door = shelf.sound("animals/dog in rain.flac").sound_id, shelf.sound("Kits/door.wav").sound_id
        for sound_id in (dog, door):
            shelf.tagger.accept([sound_id], ("weather", "rain"))
        assert found(shelf, "tag:downpour") == ["dog in rain", "door", "rain on tin", "rain and wind"]
        assert search(shelf, "tag:downpour").scores is None
        assert len(found(shelf, "tag:downpour", limit=1)) == 1

    def test_a_minus_takes_away_what_the_word_applies_to(self, shelf: TaggedLibrary) -> None:
        assert "rain and wind" in found(shelf, "rain")
        assert "rain and wind" not in found(shelf, "rain -wind")

    def test_of_several_tags_the_worst_counts(self, shelf: TaggedLibrary) -> None:
        shelf.add("both.wav", vector("0.7 rain", "0.7 dog"))
        assert found(shelf, "tag:rain tag:dog") == ["dog in rain", "both"]

    @pytest.mark.parametrize("text", ["length:<abc", "rain length:soon", "tag:rain folder:", "length:1-x -dog"])
    def test_a_filter_that_cannot_be_read_lists_nothing(self, shelf: TaggedLibrary, text: str) -> None:
        answer = search(shelf, text)
        assert len(answer.sound_ids) == 0
        assert "length:" in answer.message or "folder:" in answer.message


class TestBlending:
    """An example, words and words to keep away from, each with a weight."""

    @pytest.fixture
    def mixed(self, tagged: TaggedLibrary) -> TaggedLibrary:
        """Rain and wind in every mixture, and a little thunder (here: a bell) in one of them."""
        for rain, wind, bell in ((9, 0, 0), (6, 3, 0), (5, 5, 2), (3, 6, 0), (0, 9, 0)):
            name = f"rain{rain} wind{wind}.wav"
            tagged.add(name, vector(f"0.{rain} rain", f"0.{wind} wind", f"0.{bell} bell"))
        return tagged

    def test_the_weights_of_an_example_and_of_words_decide_who_is_first(self, mixed: TaggedLibrary) -> None:
        firsts = [
            found(mixed, "wind", like=vector("rain"), weights=Weights(2, weight))[0]
            for weight in (0, 0.02, 0.05, 0.1, 0.2, 0.5, 2)
        ]
        assert firsts[0] == "rain9 wind0"
        assert firsts[-1] == "rain0 wind9"
        assert set(firsts) - {"rain9 wind0", "rain0 wind9"}
        assert found(mixed, "wind", like=vector("rain"), weights=Weights(0, 1))[0] == "rain0 wind9"

    def test_a_word_to_keep_away_from_pulls_down_what_is_a_little_like_it(self, mixed: TaggedLibrary) -> None:
        words = "rain wind"
        assert found(mixed, words)[0] == "rain5 wind5"
        assert found(mixed, f"{words} -bell")[0] != "rain5 wind5"
        assert found(mixed, f"{words} -bell", weights=Weights(without=0))[0] == "rain5 wind5"

    def test_without_any_weight_a_minus_does_nothing(self, shelf: TaggedLibrary) -> None:
        assert found(shelf, "rain -wind", weights=Weights(without=0)) == found(shelf, "rain")
        answer = search(shelf, "rain -wind", weights=Weights(without=0))
        assert answer.scores is not None
        assert answer.scores[0] == pytest.approx(2.0)

    @pytest.mark.parametrize("text", ["rain", "rain wind -dog", "-dog", "nonsense"])
    @pytest.mark.parametrize("weights", [Weights(), Weights(2, 2, 2), Weights(0, 0, 0), Weights(0.1, 2, 0.3)])
    def test_a_blend_is_never_above_what_bands_can_say(self, shelf: TaggedLibrary, text: str, weights: Weights) -> None:
        for like in (vector("5 rain"), vector("rain", "dog"), vector()):
            answer = search(shelf, text, like=like, weights=weights)
            assert answer.scores is not None
            assert answer.calibrated is not None
            assert ((answer.calibrated >= 0) & (answer.calibrated <= 1)).all()
            assert answer.scores.max() <= 1

    def test_bands_tell_the_alike_from_the_others(self, shelf: TaggedLibrary) -> None:
        answer = search(shelf, "rain")
        assert answer.calibrated is not None
        assert band_of(answer.calibrated[0]) is Band.STRONG
        assert band_of(answer.calibrated[-1]) is Band.WEAK

    def test_bands_follow_the_likeness_to_an_example(self, shelf: TaggedLibrary) -> None:
        answer = search(shelf, "", like=vector("rain"))
        assert answer.calibrated is not None
        assert answer.scores is not None
        assert (np.diff(answer.calibrated) <= 0).all()
        assert answer.calibrated[0] > answer.calibrated[-1]

    def test_without_tags_nothing_waits_for_the_reference_sounds(self, tmp_path: Path) -> None:
        with tagged_library(tmp_path, ()) as tagged:
            tagged.add("rain.wav", vector("rain"))
            assert search(tagged, "rain").calibrated is None
            assert search(tagged, "", like=vector("rain")).calibrated is None


class TestPresence:
    """Sounds that are not there or were not heard."""

    def test_a_verdict_counts_in_a_filter_by_tag(self, shelf: TaggedLibrary) -> None:
        door, rain = shelf.sound("Kits/door.wav").sound_id, shelf.sound("field/rain on tin.wav").sound_id
        shelf.tagger.accept([door], ("weather", "wind"))
        for vocabulary in ("weather", "animals"):
            shelf.tagger.judge([rain], (vocabulary, "rain"), Judgement.REJECTED)
        assert sorted(found(shelf, "tag:wind")) == ["door", "rain and wind", "wind"]
        assert sorted(found(shelf, "tag:rain")) == ["dog in rain", "rain and wind"]
        assert sorted(found(shelf, "-tag:rain folder:field")) == ["rain on tin", "wind"]

    def test_only_present_sounds_are_found(self, shelf: TaggedLibrary) -> None:
        shelf.lose("field/wind.wav")
        for text in ("wind", "name:wind", "", "tag:wind"):
            assert "wind" not in found(shelf, text), text
        shelf.library.folders.set_online(shelf.library.folders.all()[0].folder_id, online=False)
        shelf.embedded.invalidate()
        answer = search(shelf, "rain")
        assert len(answer.sound_ids) == 0
        assert "drive" in answer.message

    def test_sounds_that_were_not_heard_are_listed_but_not_ranked(self, shelf: TaggedLibrary) -> None:
        shelf.add("field/new rain.wav", None)
        assert "new rain" in found(shelf, "name:rain")
        assert "new rain" not in found(shelf, "rain")
        assert "new rain" not in found(shelf, "", like=vector("rain"))


class TestMessages:
    def test_an_empty_query_lists_everything(self, shelf: TaggedLibrary) -> None:
        assert len(found(shelf, "")) == len(found(shelf, "   ")) == 6

    @pytest.mark.parametrize("text", ["", "rain", "tag:rain", "-rain", "name:x"])
    def test_a_library_without_sounds(self, tagged: TaggedLibrary, text: str) -> None:
        answer = search(tagged, text)
        assert len(answer.sound_ids) == 0
        assert answer.message == "The library has no sounds yet: add a folder."

    def test_before_anything_was_heard(self, tagged: TaggedLibrary) -> None:
        tagged.add("new.wav", None)
        assert "run “earmark index”" in search(tagged, "rain").message
        assert "run “earmark index”" in search(tagged, "rain name:new").message
        assert found(tagged, "") == ["new"]

    def test_filters_that_nothing_passes(self, shelf: TaggedLibrary) -> None:
        assert "this filter" in search(shelf, "rain folder:nowhere").message
        assert "all the filters" in search(shelf, "length:>100 name:x").message

    def test_what_is_not_understood_is_said(self, shelf: TaggedLibrary) -> None:
        assert "“snow”" in search(shelf, "tag:snow").message
        assert "“snow”" in search(shelf, "rain -tag:snow").message
        assert "“pitch:”" in search(shelf, "pitch:high rain").message

    def test_a_tag_is_found_by_the_first_words_of_its_name(self, tagged: TaggedLibrary) -> None:
        tagged.tagger.set_vocabularies([Vocabulary("de", "de", "", (Tag("r", "Regen 雨", ("rain",)),))])
        tagged.add("shower.wav", vector("2 rain"))
        assert found(tagged, "tag:Regen") == ["shower"]
        assert found(tagged, "tag:reg") == []
        assert "called “Regne”. Did you mean “Regen 雨”?" in search(tagged, "tag:Regne").message

    @pytest.mark.parametrize(
        ("typed", "meant"), [("rian", "Rain"), ("bel", "Bell"), ("heavy rian", "Heavy rain"), ("heavi", "Heavy rain")]
    )
    def test_a_tag_that_is_spelt_almost_so_is_suggested(self, tagged: TaggedLibrary, typed: str, meant: str) -> None:
        tags = (Tag("r", "Rain", ("rain",)), Tag("h", "Heavy rain", ("rain",)), Tag("b", "Bell", ("bell",)))
        tagged.tagger.set_vocabularies([Vocabulary("en", "en", "", tags)])
        assert search(tagged, f'tag:"{typed}"').message == (
            f"No active vocabulary has a tag called “{typed}”. Did you mean “{meant}”?"
        )

    @pytest.mark.parametrize("typed", ["nope", "snow", "zzz", "x"])
    def test_a_tag_that_is_like_none_can_be_made(self, tagged: TaggedLibrary, typed: str) -> None:
        tags = (Tag("s", "Snoring", ("rain",), aliases=("snore",)), Tag("b", "Open bell", ("bell",)))
        tagged.tagger.set_vocabularies([Vocabulary("en", "en", "", tags)])
        said = search(tagged, f"tag:{typed}").message
        assert said.startswith(f"No active vocabulary has a tag called “{typed}”. You can make it: ")

    def test_words_that_fit_nothing(self, shelf: TaggedLibrary) -> None:
        poor = "Nothing here fits these words well; the best guesses come first."
        assert poor not in search(shelf, "wind").message
        assert search(shelf, "bell folder:animals").message == poor
        assert search(shelf, "雨の音").message == f"{poor} The network understands English."
        sounds = shelf.library.sounds.many(search(shelf, "folder:animals").sound_ids.tolist())
        said = [EmbeddedText(Field.DESCRIPTION, "A Bell tower", "bext"), EmbeddedText(Field.TITLE, "tower", "iXML")]
        shelf.library.file_texts.save([(sound, Metadata(tuple(said))) for sound in sounds])
        number = len(sounds)
        start = "1 file says" if number == 1 else f"{number} files say"
        assert search(shelf, "bell folder:animals").message == f"{poor} {start} “bell”: search for description:bell."
        assert 'description:"bell tower"' in search(shelf, "bell tower folder:animals").message
        assert search(shelf, "bell folder:animals -tag:dog folder:kits").message.count("search for") == 0

    @pytest.mark.parametrize("text", ["Regen auf Blechdach", "pluie sur un toit", "лай собаки", "rain -Schritte"])
    def test_words_that_are_not_english_are_said_to_be_so(self, shelf: TaggedLibrary, text: str) -> None:
        assert "The network understands English." in search(shelf, text).message

    @pytest.mark.parametrize("text", ["rain", "djembe", "güiro", "whoosh", "café", "Köln bells", "rain -koto"])
    def test_odd_english_is_left_alone(self, shelf: TaggedLibrary, text: str) -> None:
        assert "English" not in search(shelf, text).message

    def test_words_in_file_names(self, shelf: TaggedLibrary) -> None:
        assert search(shelf, "rain").message == "3 file names contain “rain”: put it in quotes to see only those."
        assert search(shelf, "rain name:tin").message.startswith("1 file name contains “rain”: ")
        assert search(shelf, "rain folder:kits -tag:dog").message == (
            "Nothing here fits these words well; the best guesses come first."
        )

    def test_what_holds_nothing_to_search_for(self, shelf: TaggedLibrary) -> None:
        answer = search(shelf, "😀")
        assert len(answer.sound_ids) == 6
        assert answer.message.startswith("There is nothing to search for in “😀”: ")

    def test_tags_that_are_not_ready_are_not_called_unknown(self, tmp_path: Path) -> None:
        with tagged_library(tmp_path, ()) as tagged:
            tagged.add("rain.wav", vector("rain"))
            assert "being prepared" in search(tagged, "tag:rain").message

    _WORDS = st.sampled_from(
        [*WORDS, "tag:", "tag:rain", "-tag:dog", "folder:", 'folder:"a b', "length:<", "length:>1e9", "length:2-1",
         "format:flac", "name:%_", '"', '""', "-", "--", "-rain", "'; DROP TABLE", "\0", "\ud800", "name:\udcff",
         "(((", "*", "💥", "ﷺ" * 50, "length:" + "9" * 400, "name:" + "x" * 3_000]
    )  # fmt: skip

    @settings(max_examples=200, deadline=None, suppress_health_check=list(HealthCheck))
    @given(text=st.one_of(st.lists(_WORDS, max_size=8).map(" ".join), st.text(st.characters(), max_size=80)))
    def test_whatever_is_typed_there_are_sounds_or_a_sentence(self, shelf: TaggedLibrary, text: str) -> None:
        answer = search(shelf, text)
        assert len(answer.sound_ids) or answer.message.endswith((".", "?", "!")), repr(text)
        assert answer.scores is None or (
            np.isfinite(answer.scores).all() and (np.diff(answer.scores) <= 0).all() and len(answer.scores) <= 6
        )


def test_what_a_person_noted_filters(shelf: TaggedLibrary) -> None:
    library = shelf.library
    wind, rain = (shelf.sound(path).content_id or b"" for path in ("field/wind.wav", "field/rain on tin.wav"))
    library.marks.set({wind: Marks(4, favourite=True, note="Ümlaut loop"), rain: Marks(2)})
    library.collections.add(library.collections.create("Rain set"), [wind, rain])
    for line, expected in {
        "rating:>=3": {"wind"},
        "-rating:>=3 rating:2": {"rain on tin"},
        "is:favourite": {"wind"},
        'collection:"rain SET"': {"wind", "rain on tin"},
        'collection:"rain set" -is:favourite': {"rain on tin"},
        "note:ÜMLAUT": {"wind"},
        'collection:"Rain set" -note:loop': {"rain on tin"},
        "collection:other": set(),
    }.items():
        assert set(found(shelf, line)) == expected, line
    assert "wind" not in found(shelf, '-collection:"rain set"')
    assert len(found(shelf, "rating:0")) == 4
    assert found(shelf, "rain collection:'x'") == []


def test_what_was_measured_filters_and_the_answer_says_how_many_were_not(shelf: TaggedLibrary) -> None:
    library = shelf.library
    door, dog, wind = (
        shelf.sound(path).content_id or b"" for path in ("Kits/door.wav", "animals/dog.wav", "field/wind.wav")
    )
    library.measured.save({door: quality(**CLIPPED), dog: GOOD}, {door: music(tempo=100.0), dog: music(key="C")})
    assert found(shelf, "warning:clipped") == ["door"]
    assert found(shelf, "-warning:any") == ["dog"]
    assert found(shelf, "dog key:c") == ["dog"]
    assert found(shelf, "dog bpm:100") == ["door"], "words rank what the filter lets through"
    answer = search(shelf, "wind bpm:120")
    assert not len(answer.sound_ids)
    assert answer.message == "4 sounds have not been measured yet, and so cannot be found by this."
    for content in {shelf.sound(path).content_id or b"" for path in PATHS} - {door, dog, wind}:
        library.measured.save({content: GOOD}, {})
    assert search(shelf, "lufs:<0").message == "1 sound has not been measured yet, and so cannot be found by this."
    library.measured.save({wind: GOOD}, {})
    assert search(shelf, "lufs:<0").message == ""
    assert search(shelf, "warning:noisy").message == "No sound passes this filter: change it or remove it."
    message = "No sound passes all the filters: remove one of them."
    assert search(shelf, "warning:noisy format:wav").message == search(shelf, "-dog name:zebra").message == message
    assert "measured" not in search(shelf, "wind").message


def test_untagged_and_duplicate_sounds_are_found(shelf: TaggedLibrary) -> None:
    assert found(shelf, "is:untagged") == ["door"]
    assert "door" not in found(shelf, "-is:untagged")
    assert found(shelf, "is:duplicate") == []
    shelf.add("animals/barking.wav", vector("2 dog"))
    shelf.add("Kits/slam.wav", vector("3 door"))
    copies = found(shelf, "is:duplicate")
    assert sorted(copies) == ["barking", "dog", "door", "slam"]
    assert abs(copies.index("dog") - copies.index("barking")) == 1
    assert len(found(shelf, "-is:duplicate")) == 4


def test_missing_sounds_are_found_only_when_they_are_asked_for(shelf: TaggedLibrary) -> None:
    shelf.lose("field/wind.wav")
    assert "wind" not in found(shelf, "wind")
    assert found(shelf, "is:missing") == ["wind"]
    assert found(shelf, "wind is:missing") == ["wind"]
    assert found(shelf, "is:offline") == []


def test_sounds_stand_in_the_order_of_their_tags(shelf: TaggedLibrary) -> None:
    def stems(ids: NDArray[np.int64], **asked: bool) -> list[str]:
        ordered = shelf.searcher.in_tag_order(ids, **asked)
        return [sound.path.stem for sound in shelf.library.sounds.many(ordered.tolist())]

    everything = shelf.library.sounds.ids()
    dogs = {"dog", "dog in rain"}
    upwards = stems(everything, by_count=False, descending=False)
    assert set(upwards[:2]) == dogs
    assert upwards[-1] == "door"
    downwards = stems(everything, by_count=False, descending=True)
    assert downwards[0] == "wind"
    assert downwards[-1] == "door"
    most = stems(everything, by_count=True, descending=True)
    counts = [len(shelf.tagger.tags_of([shelf.sound(path).sound_id])[shelf.sound(path).sound_id]) for path in PATHS]
    by_name = dict(zip((path.rpartition("/")[2].rpartition(".")[0] for path in PATHS), counts, strict=True))
    assert [by_name[name] for name in most] == sorted(counts, reverse=True)
    late = np.append(everything, 900)
    assert shelf.searcher.in_tag_order(late, by_count=True, descending=True)[-1] == 900


def test_the_overview_of_tags_agrees_with_the_tags_of_each_sound(shelf: TaggedLibrary) -> None:
    shelf.tagger.judge([shelf.sound("Kits/door.wav").sound_id], ("weather", "wind"), Judgement.ADDED)
    shelf.tagger.judge([shelf.sound("animals/dog.wav").sound_id], ("animals", "dog"), Judgement.REJECTED)
    snapshot = shelf.embedded.snapshot()
    found = shelf.tagger.overview(snapshot)
    tags = shelf.tagger.tags_of(snapshot.sound_ids.tolist())
    keys = [scored.key for scored in shelf.tagger.tags]
    for sound_id, first, count in zip(snapshot.sound_ids.tolist(), found.first, found.counts, strict=True):
        assert count == len(tags[sound_id])
        shown = [(tag.vocabulary_id, tag.tag_id) for tag in tags[sound_id]]
        assert (shown[0] if shown else None) == (keys[first] if first >= 0 else None)


class TestMoments:
    @pytest.fixture
    def long(self, tagged: TaggedLibrary) -> TaggedLibrary:
        """A long sound of wind in which a bell rings once and it rains twice, beside short ones."""
        tagged.add("long.wav", vector("wind", "0.1 bell"))
        tagged.add("bell.wav", vector("0.9 bell"))
        tagged.add("wind.wav", vector("0.8 wind"))
        tagged.add("door.wav", vector("door"))
        rain, wind, bell = vector("0.5 wind", "rain"), vector("wind"), vector("bell", "0.2 wind")
        tagged.add_windows("long.wav", wind, rain, wind, bell, wind, 0.9 * rain)
        return tagged

    def test_a_long_sound_is_found_by_its_best_moment(self, long: TaggedLibrary) -> None:
        assert found(long, "rain")[0] == "long"
        answer = search(long, "rain")
        assert answer.moments is not None
        assert answer.moments.at(0) == Moment(10.0, 20.0)
        bell = search(long, "bell")
        assert bell.moments is not None
        assert bell.moments.at(found(long, "bell").index("long")) == Moment(30.0, 40.0)

    def test_short_sounds_have_no_moment_and_the_score_they_had(self, long: TaggedLibrary) -> None:
        answer = search(long, "bell")
        assert answer.moments is not None
        assert answer.scores is not None
        names = found(long, "bell")
        assert [answer.moments.at(place) is None for place, name in enumerate(names) if name != "long"] == [True] * 3
        assert answer.scores[names.index("bell")] == pytest.approx(0.9, abs=1e-3)

    def test_many_chances_are_worth_something_less(self, long: TaggedLibrary) -> None:
        """One window of many that is as good as a short sound does not beat it."""
        long.add_windows("long.wav", *[vector("wind")] * 50, vector("0.9 bell"))
        assert found(long, "bell")[:2] == ["bell", "long"]

    def test_the_whole_sound_counts_when_it_is_better(self, long: TaggedLibrary) -> None:
        long.add("all.wav", vector("2 glass"))
        long.add_windows("all.wav", vector("glass"), vector("0.5 glass"))
        answer = search(long, "glass")
        assert answer.scores is not None
        assert answer.moments is not None
        assert answer.scores[0] == pytest.approx(2.0, abs=1e-3)
        assert answer.moments.at(0) == Moment(0.0, 10.0), "the best of it is said all the same"

    def test_an_example_and_a_mixture_find_moments(self, long: TaggedLibrary) -> None:
        like = vector("bell")
        by_example = search(long, "", like=like)
        assert by_example.moments is not None
        names = [sound.path.stem for sound in long.library.sounds.many(by_example.sound_ids.tolist())]
        assert by_example.moments.at(names.index("long")) == Moment(30.0, 40.0)
        mixed = search(long, "rain -hum", like=vector("rain"))
        assert mixed.moments is not None
        assert mixed.moments.at(0) == Moment(10.0, 20.0)

    def test_filters_restrict_as_before(self, long: TaggedLibrary) -> None:
        assert "long" not in found(long, "rain name:bell")
        assert search(long, "name:long").moments is None, "nothing ranked"
        long.lose("long.wav")
        assert "long" not in found(long, "rain")

    def test_windows_of_a_sound_that_was_not_heard_by_this_embedder_count_for_nothing(
        self, long: TaggedLibrary
    ) -> None:
        long.add("other.wav", vector("rain"), embedder="another")
        long.add_windows("other.wav", vector("rain"))
        assert "other" not in found(long, "rain")

    def test_windows_that_were_heard_again_replace_the_old_ones(self, long: TaggedLibrary) -> None:
        search(long, "rain")
        long.add_windows("long.wav", vector("wind"), vector("glass"))
        answer = search(long, "rain")
        assert answer.scores is not None
        assert answer.scores.max() < 0.5
