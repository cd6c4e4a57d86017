"""Tags are computed from embeddings; a person's verdict always wins, and outlives whatever happens to the tag's name,
the file and the network.
"""

import threading
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest

from desktop_app.core.scoring import TagSource
from desktop_app.core.tag import Tag, Vocabulary
from desktop_app.core.vector_index import Vectors
from desktop_app.core.verdict import Judgement
from desktop_app.engine.embedders.embedder import EmbedderError
from desktop_app.engine.searching.embedded_library import EmbeddedLibrary
from desktop_app.engine.tagging.tagger import Tagger
from tests.tagged_library import (
    ANIMALS,
    DIMENSION,
    WEATHER,
    TaggedLibrary,
    reference,
    sounds_with,
    tagged_library,
    vector,
)

RAIN = ("weather", "rain")
WIND = ("weather", "wind")


@pytest.fixture
def tagged(tmp_path: Path) -> Iterator[TaggedLibrary]:
    with tagged_library(tmp_path) as made:
        yield made


class TestScores:
    def test_a_tag_applies_where_its_word_is_heard(self, tagged: TaggedLibrary) -> None:
        both = tagged.add("storm.wav", vector("2 rain", "wind"))
        none = tagged.add("dog.wav", vector("dog"))
        assert tagged.names(both) == ["Rain", "Wind"], "the surer one first"
        assert tagged.names(none) == []
        rain = tagged.tagger.tags_of([both])[both][0]
        assert (rain.vocabulary_id, rain.tag_id, rain.colour, rain.group) == ("weather", "rain", "#336699", "Water")
        assert rain.source is TagSource.AUTOMATIC
        assert 0.5 < rain.score <= 1

    def test_a_threshold_decides(self, tagged: TaggedLibrary) -> None:
        sound = tagged.add("drizzle.wav", vector("0.4 rain"))
        score = tagged.tagger.all_scores(sound)[0].score
        for threshold, names in ((score - 0.01, ["Rain"]), (min(score + 0.01, 1.0), [])):
            rain = replace(WEATHER.tags[0], threshold=threshold)
            tagged.tagger.set_vocabularies([replace(WEATHER, tags=(rain,))])
            assert tagged.names(sound) == names
            assert tagged.counts() == {RAIN: len(names)}
            assert len(tagged.sounds_with("rain")) == len(names)

    def test_a_sound_that_was_not_heard_has_no_automatic_tags(self, tagged: TaggedLibrary) -> None:
        tagged.tagger.set_vocabularies([replace(WEATHER, tags=(replace(WEATHER.tags[0], threshold=0.0),))])
        sound = tagged.add("new.wav", None)
        heard = tagged.add("dog.wav", vector("dog"))
        assert tagged.names(sound) == []
        assert [score.applies for score in tagged.tagger.all_scores(sound)] == [False]
        assert tagged.counts() == {RAIN: 1}
        assert tagged.sounds_with("rain") == [heard]

    def test_all_scores_stand_best_first_with_what_was_said(self, tagged: TaggedLibrary) -> None:
        sound = tagged.add("wind.wav", vector("wind", "0.8 rain"))
        tagged.tagger.judge([sound], WIND, Judgement.REJECTED)
        first, second = tagged.tagger.all_scores(sound)
        assert (first.scored.key, first.applies, first.judgement) == (WIND, False, Judgement.REJECTED)
        assert (second.scored.key, second.applies, second.judgement) == (RAIN, True, None)
        assert first.score > second.score

    def test_sounds_outside_the_library_are_tagged_too(self, tagged: TaggedLibrary) -> None:
        sound = tagged.add("rain.wav", vector("rain"))
        tagged.tagger.judge([sound], RAIN, Judgement.REJECTED)
        elsewhere = tagged.tagger.tags_of_content(b"elsewhere", vector("rain"))
        assert [(tag.name, tag.source) for tag in elsewhere] == [("Rain", TagSource.AUTOMATIC)]
        assert tagged.tagger.tags_of_content(b"rain.wav", vector("rain")) == (), "a verdict is on the content"

    def test_without_vocabularies_there_are_no_tags(self, tmp_path: Path) -> None:
        with tagged_library(tmp_path, ()) as tagged:
            sound = tagged.add("rain.wav", vector("rain"))
            for _ in range(2):
                assert tagged.names(sound) == []
                assert tagged.tagger.all_scores(sound) == ()
                assert tagged.tagger.counts() == []
                assert tagged.tagger.in_common([sound]) == []
                assert tagged.tagger.scores_of(RAIN) is None
                assert tagged.tagger.tags == ()
                assert len(tagged.sounds_with("rain")) == 0
                assert tagged.tagger.tags_of_content(b"x", vector("rain")) == ()
                assert not tagged.tagger.knows("rain")
                ready = tagged.tagger.ready
                tagged.tagger.set_vocabularies([])
            assert (ready, tagged.tagger.ready) == (True, True)

    def test_unknown_sounds_have_no_tags(self, tagged: TaggedLibrary) -> None:
        assert tagged.tagger.tags_of([77]) == {77: ()}
        assert tagged.tagger.tags_of([]) == {}


class TestVerdicts:
    def test_accepting_says_whether_the_network_had_found_it(self, tagged: TaggedLibrary) -> None:
        rain, dog = tagged.add("rain.wav", vector("rain")), tagged.add("dog.wav", vector("dog"))
        tagged.tagger.accept([rain, dog], RAIN)
        sources = {i: [tag.source for tag in tags] for i, tags in tagged.tagger.tags_of([rain, dog]).items()}
        assert sources == {rain: [TagSource.ACCEPTED], dog: [TagSource.PERSON]}
        said = {v.content_id: v.judgement for v in tagged.library.verdicts.all()}
        assert said == {b"rain.wav": Judgement.ACCEPTED, b"dog.wav": Judgement.ADDED}
        assert tagged.tagger.all_scores(dog)[0].judgement in (None, Judgement.ADDED)

    def test_a_verdict_wins_over_a_score_and_can_be_taken_back(self, tagged: TaggedLibrary) -> None:
        rain, dog = tagged.add("rain.wav", vector("rain")), tagged.add("dog.wav", vector("dog"))
        tagged.tagger.judge([rain], RAIN, Judgement.REJECTED)
        tagged.tagger.accept([dog], RAIN)
        assert (tagged.names(rain), tagged.names(dog)) == ([], ["Rain"])
        assert tagged.sounds_with("rain") == [dog]
        assert tagged.counts() == {RAIN: 1, WIND: 0}
        tagged.tagger.judge([rain, dog], RAIN, None)
        assert (tagged.names(rain), tagged.names(dog)) == (["Rain"], [])
        assert tagged.library.verdicts.all() == []

    def test_a_person_s_tags_come_first(self, tagged: TaggedLibrary) -> None:
        sound = tagged.add("rain.wav", vector("2 rain"))
        tagged.tagger.accept([sound], WIND)
        assert tagged.names(sound) == ["Wind", "Rain"]

    def test_a_verdict_counts_for_a_sound_that_this_network_has_not_heard(self, tagged: TaggedLibrary) -> None:
        sound = tagged.add("rain.wav", vector("rain"), embedder="another")
        tagged.tagger.accept([sound], RAIN)
        assert tagged.names(sound) == ["Rain"]
        assert tagged.library.verdicts.all()[0].judgement is Judgement.ADDED
        assert tagged.counts()[RAIN] == 1
        assert tagged.sounds_with("rain") == [sound]

    def test_verdicts_survive_a_new_name_and_a_deleted_tag_only_hides(self, tagged: TaggedLibrary) -> None:
        sound = tagged.add("dog.wav", vector("dog"))
        tagged.tagger.accept([sound], RAIN)
        shower = replace(WEATHER.tags[0], name="Shower", prompts=("wind",), aliases=())
        tagged.tagger.set_vocabularies([replace(WEATHER, name="Sky", tags=(shower,))])
        assert tagged.names(sound) == ["Shower"]
        tagged.tagger.set_vocabularies([replace(WEATHER, tags=WEATHER.tags[1:])])
        assert tagged.names(sound) == []
        assert tagged.counts() == {WIND: 0}
        tagged.tagger.set_vocabularies([WEATHER])
        assert tagged.names(sound) == ["Rain"]

    def test_verdicts_survive_moves_and_other_networks(self, tmp_path: Path) -> None:
        with tagged_library(tmp_path) as tagged:
            sound = tagged.add("rain.wav", vector("rain"))
            tagged.tagger.judge([sound], RAIN, Judgement.REJECTED)
            tagged.lose("rain.wav")
            moved = tagged.add("elsewhere/rain.wav", vector("rain"), content="rain.wav")
            assert moved == sound
            assert tagged.names(moved) == []
        with tagged_library(tmp_path, embedder_id="words/2") as tagged:
            assert tagged.names(sound) == []
            tagged.add("elsewhere/rain.wav", vector("rain"), content="rain.wav")
            assert tagged.names(sound) == []
            tagged.tagger.judge([sound], RAIN, None)
            assert tagged.names(sound) == ["Rain"]

    def test_copies_share_what_was_said(self, tagged: TaggedLibrary) -> None:
        ids = [tagged.add(f"copy {n}.wav", vector("rain"), content="rain") for n in range(3)]
        other = tagged.add("dog.wav", vector("dog"))
        assert tagged.counts()[RAIN] == 3
        tagged.tagger.judge(ids[:1], RAIN, Judgement.REJECTED)
        assert tagged.counts()[RAIN] == 0
        tagged.tagger.accept([other], RAIN)
        assert tagged.sounds_with("rain") == [other]

    def test_a_sound_that_was_never_heard_cannot_be_judged(self, tagged: TaggedLibrary) -> None:
        tagged.tagger.accept([tagged.add("new.wav", None), 99], RAIN)
        assert tagged.library.verdicts.all() == []

    def test_a_word_gives_back_what_was_said_before(self, tagged: TaggedLibrary) -> None:
        rain, dog = tagged.add("rain.wav", vector("rain")), tagged.add("dog.wav", vector("dog"))
        copy = tagged.add("copy.wav", vector("dog"), content="dog.wav")
        tagged.tagger.judge([dog], RAIN, Judgement.REJECTED)
        first = set(tagged.library.verdicts.all())
        steps = [
            tagged.tagger.accept([rain, dog, copy], RAIN),
            tagged.tagger.judge([rain, dog, copy], RAIN, Judgement.REJECTED),
            tagged.tagger.judge([rain, copy], RAIN, None),
        ]
        assert tagged.library.verdicts.all() == []
        for before in reversed(steps):
            tagged.library.verdicts.say(*RAIN, before)
        assert set(tagged.library.verdicts.all()) == first


class TestSeveralSounds:
    def test_who_gave_a_tag_is_counted_over_all_sounds(self, tagged: TaggedLibrary) -> None:
        rain = [tagged.add(f"rain {n}.wav", vector("rain")) for n in range(5)]
        dogs = [tagged.add(f"dog {n}.wav", vector("dog")) for n in range(3)]
        unheard = tagged.add("new.wav", None)
        tagged.tagger.accept([rain[0], dogs[0]], RAIN)
        tagged.tagger.judge(rain[1:3], RAIN, Judgement.REJECTED)
        (found,) = tagged.tagger.in_common([*rain, *dogs, unheard])
        assert found.scored.key == RAIN
        assert (found.automatic, found.accepted, found.added, found.rejected) == (2, 1, 1, 2)
        assert 0 < found.score < 1
        (found,) = tagged.tagger.in_common([rain[3]])
        assert found.score == pytest.approx(tagged.tagger.all_scores(rain[3])[0].score)

    def test_copies_are_counted_each(self, tagged: TaggedLibrary) -> None:
        ids = [tagged.add(f"copy {n}.wav", vector("rain"), content="rain") for n in range(3)]
        tagged.tagger.judge(ids[:1], RAIN, Judgement.ACCEPTED)
        (found,) = tagged.tagger.in_common(ids)
        assert (found.automatic, found.accepted) == (0, 3)

    def test_without_sounds_or_tags_there_is_nothing_to_say(self, tagged: TaggedLibrary) -> None:
        assert tagged.tagger.in_common([]) == []
        assert tagged.tagger.in_common([tagged.add("new.wav", None), 99]) == []
        tagged.tagger.judge([tagged.add("dog.wav", vector("dog"))], ("animals", "dog"), Judgement.ADDED)
        assert tagged.tagger.in_common([tagged.sound("dog.wav").sound_id]) == [], "no active vocabulary has this tag"


class TestScoresForAReview:
    def test_every_content_is_listed_once_best_first(self, tagged: TaggedLibrary) -> None:
        loud, soft = tagged.add("loud.wav", vector("rain")), tagged.add("soft.wav", vector("0.3 rain"))
        tagged.add("copy of loud.wav", vector("rain"), content="loud.wav")
        gone = tagged.add("gone.wav", vector("0.7 rain"))
        tagged.lose("gone.wav")
        tagged.add("new.wav", None)
        found = tagged.tagger.scores_of(RAIN)
        assert found is not None
        assert found.sound_ids.tolist() == [loud, soft]
        assert gone not in found.sound_ids
        assert found.copies.tolist() == [2, 1]
        assert found.scores.tolist() == pytest.approx(
            [tagged.tagger.all_scores(i)[0].score for i in (loud, soft)], abs=1e-6
        )

    def test_what_was_said_is_known_and_the_count_is_the_browser_s(self, tagged: TaggedLibrary) -> None:
        ids = [tagged.add(f"{n}.wav", vector(f"{n / 10} rain")) for n in range(10)]
        other = tagged.add("other network.wav", vector("rain"), embedder="another")
        tagged.tagger.accept([ids[2], other], RAIN)
        tagged.tagger.judge(ids[8:9], RAIN, Judgement.REJECTED)
        found = tagged.tagger.scores_of(RAIN)
        assert found is not None
        assert found.sound_ids[found.accepted].tolist() == [ids[2]]
        assert found.sound_ids[found.rejected].tolist() == [ids[8]]
        assert found.count_at(WEATHER.tags[0].threshold) == tagged.counts()[RAIN]

    def test_a_tag_that_nobody_knows_has_no_scores(self, tagged: TaggedLibrary) -> None:
        assert tagged.tagger.scores_of(("animals", "dog")) is None
        empty = tagged.tagger.scores_of(RAIN)
        assert empty is not None
        assert (len(empty.sound_ids), empty.count_at(0.5)) == (0, 0)


class TestTheLibraryByTags:
    def test_counts_equal_the_sounds_with_each_tag_and_their_tags(self, tagged: TaggedLibrary) -> None:
        generator = np.random.default_rng(5)
        tagged.tagger.set_vocabularies([WEATHER, ANIMALS])
        ids = []
        for number in range(60):
            words = [f"{generator.uniform(0, 1):.2f} {word}" for word in ("rain", "wind", "dog")]
            embedding = None if number % 10 == 0 else vector(*words)
            ids.append(tagged.add(f"{number}.wav", embedding, content=f"content {number % 40}"))
        for number, (key, judgement) in enumerate(
            [
                (RAIN, Judgement.ADDED),
                (WIND, Judgement.REJECTED),
                (("animals", "dog"), Judgement.ACCEPTED),
                (WIND, Judgement.ACCEPTED),
            ]
            * 6
        ):
            tagged.tagger.judge(ids[number * 2 : number * 2 + 3], key, judgement)
        for number in range(0, 60, 7):
            tagged.lose(f"{number}.wav")
        present = [sound.sound_id for sound in tagged.library.sounds.many(ids) if sound.state == "present"]
        assert len(present) == 51
        tags = tagged.tagger.tags_of(present)
        for key, count in tagged.counts().items():
            having = [i for i in present if any((t.vocabulary_id, t.tag_id) == key for t in tags[i])]
            assert count == len(having) > 0
        for name, keys in {"wind": [WIND], "dog": [("animals", "dog")], "rain": [RAIN, ("animals", "rain")]}.items():
            having = [i for i in present if any((t.vocabulary_id, t.tag_id) in keys for t in tags[i])]
            assert tagged.sounds_with(name) == having

    @pytest.mark.parametrize("name", ["rain", "RAIN", "Downpour", "downPOUR", " rain "])
    def test_a_tag_is_found_by_name_and_alias_in_any_letter_case(self, tagged: TaggedLibrary, name: str) -> None:
        sound = tagged.add("rain.wav", vector("rain"))
        tagged.add("wind.wav", vector("wind"))
        assert tagged.tagger.knows(name)
        assert tagged.sounds_with(name) == [sound]

    def test_an_unknown_tag_has_no_sounds(self, tagged: TaggedLibrary) -> None:
        tagged.add("rain.wav", vector("rain"))
        assert not tagged.tagger.knows("snow")
        assert len(tagged.sounds_with("snow")) == 0

    def test_vocabularies_stand_side_by_side(self, tagged: TaggedLibrary) -> None:
        sound = tagged.add("rain.wav", vector("rain", "dog"))
        tagged.tagger.set_vocabularies([WEATHER, ANIMALS])
        found = tagged.tagger.tags_of([sound])[sound]
        assert sorted((tag.vocabulary_id, tag.name) for tag in found) == [
            ("animals", "Dog"),
            ("animals", "RAIN"),
            ("weather", "Rain"),
        ]
        tagged.tagger.judge([sound], RAIN, Judgement.REJECTED)
        assert tagged.counts() == {RAIN: 0, WIND: 0, ("animals", "dog"): 1, ("animals", "rain"): 1}
        assert tagged.sounds_with("rain") == [sound]

    def test_another_vocabulary_retags_without_asking_for_known_texts(self, tagged: TaggedLibrary) -> None:
        sound = tagged.add("dog.wav", vector("dog"))
        tagged.tagger.set_vocabularies([WEATHER, ANIMALS])
        assert tagged.names(sound) == ["Dog"]
        assert tagged.network.asked == ["rain", "wind", "dog"]
        bells = Vocabulary("bells", "Bells", "", (Tag("big", "Big bell", ("bell", "dog")),))
        tagged.tagger.set_vocabularies([bells])
        assert tagged.names(sound) == ["Big bell"]
        assert tagged.network.asked == ["rain", "wind", "dog", "bell"]

    def test_sounds_that_come_later_are_counted(self, tagged: TaggedLibrary) -> None:
        counts = []
        for number in range(4):
            counts.append(tagged.counts()[RAIN])
            tagged.add(f"{number}.wav", vector("rain"))
        assert [*counts, tagged.counts()[RAIN]] == [0, 1, 2, 3, 4]


class TestThreads:
    def test_a_slow_reference_keeps_nobody_waiting_who_does_not_need_it(self, tmp_path: Path) -> None:
        with tagged_library(tmp_path) as tagged:
            tagged.add("rain.wav", vector("rain"))
            computed, asked = threading.Event(), threading.Event()

            def slow() -> Vectors:
                asked.set()
                assert computed.wait(60)
                return reference()

            embedded = EmbeddedLibrary(tagged.library, tagged.embedder_id, DIMENSION)
            tagger = Tagger(tagged.library, embedded, tagged.prompts, slow)
            loading = threading.Thread(target=tagger.set_vocabularies, args=([WEATHER],))
            loading.start()
            assert asked.wait(60)
            assert tagger.counts() == []
            assert len(sounds_with(tagger, embedded, "rain")) == 0
            computed.set()
            loading.join()
            assert sounds_with(tagger, embedded, "rain") == [tagged.sound("rain.wav").sound_id]

    def test_vocabularies_may_change_while_others_count(self, tagged: TaggedLibrary) -> None:
        for number in range(50):
            tagged.add(f"{number}.wav", vector("rain"))
        tagged.tagger.set_vocabularies([ANIMALS])
        ended = threading.Event()

        def change() -> None:
            while not ended.is_set():
                tagged.tagger.set_vocabularies([WEATHER, ANIMALS])
                tagged.tagger.set_vocabularies([ANIMALS])

        changing = threading.Thread(target=change)
        changing.start()
        try:
            for _ in range(200):
                counts = tagged.counts()
                assert len(counts) in (2, 4)
                assert counts["animals", "rain"] == 50
                assert len(tagged.sounds_with("RAIN")) == 50
        finally:
            ended.set()
            changing.join()

    def test_a_network_that_fails_leaves_the_tags_as_they_were(
        self, tagged: TaggedLibrary, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        sound = tagged.add("rain.wav", vector("rain"))

        def fail(_texts: object) -> Vectors:
            raise EmbedderError("The weights are missing.")

        monkeypatch.setattr(tagged.prompts, "_embed_text", fail)
        with pytest.raises(EmbedderError):
            tagged.tagger.set_vocabularies([ANIMALS])
        assert tagged.names(sound) == ["Rain"]
