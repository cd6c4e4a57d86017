"""Tags of a library learn from what a person said of them, at once, and unlearn it when it is taken back."""

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest

from desktop_app.core.learning import MOST_VERDICTS
from desktop_app.core.scoring import build_tag_matrix, prompts_of
from desktop_app.core.verdict import Judgement
from desktop_app.engine.tagging.preview import Previewer
from desktop_app.engine.tagging.review import candidates
from desktop_app.engine.tagging.tag_table import TagTable
from tests.tagged_library import ANIMALS, WEATHER, TaggedLibrary, reference, tagged_library, vector

RAIN, WIND = ("weather", "rain"), ("weather", "wind")


@pytest.fixture
def shelf(tmp_path: Path) -> Iterator[TaggedLibrary]:
    """In this library rain falls on glass: what is like rain and hums is something else."""
    with tagged_library(tmp_path) as tagged:
        for number in range(12):
            weight = 0.5 + number / 100
            tagged.add(f"glass {number}.wav", vector(f"{weight} rain", "0.7 glass", f"{number / 20} wind"))
            tagged.add(f"hum {number}.wav", vector(f"{weight + 0.3} rain", "0.7 hum", f"{number / 20} wind"))
        yield tagged


def named(shelf: TaggedLibrary, word: str, first: int, last: int) -> list[int]:
    return [shelf.sound(f"{word} {number}.wav").sound_id for number in range(first, last)]


def teach(shelf: TaggedLibrary, count: int = 6) -> None:
    """Say of so many sounds that it rains, and of as many that it does not."""
    shelf.tagger.accept(named(shelf, "glass", 0, count), RAIN)
    shelf.tagger.judge(named(shelf, "hum", 0, count), RAIN, Judgement.REJECTED)


def scores(shelf: TaggedLibrary, key: tuple[str, str] = RAIN) -> dict[int, float]:
    found = shelf.tagger.scores_of(key)
    assert found is not None
    return dict(zip(found.sound_ids.tolist(), found.scores.tolist(), strict=True))


def test_what_a_person_said_of_some_sounds_decides_about_others(shelf: TaggedLibrary) -> None:
    glass, hum = named(shelf, "glass", 6, 12), named(shelf, "hum", 6, 12)
    before = set(shelf.sounds_with("rain"))
    assert before.isdisjoint(glass)
    assert before.issuperset(hum)
    teach(shelf)
    after = set(shelf.sounds_with("rain"))
    assert after.issuperset(glass)
    assert after.isdisjoint(hum)


def test_what_is_taken_back_is_unlearned_to_the_last_bit(shelf: TaggedLibrary) -> None:
    before = scores(shelf)
    said = shelf.tagger.accept(named(shelf, "glass", 0, 6), RAIN)
    assert scores(shelf) != before
    shelf.library.verdicts.say(*RAIN, said)
    assert scores(shelf) == before
    assert shelf.tagger.learned_from() == {}


def test_each_verdict_is_learned_when_it_is_said(shelf: TaggedLibrary) -> None:
    seen = [scores(shelf)]
    for number in range(4):
        shelf.tagger.judge(named(shelf, "glass", number, number + 1), RAIN, Judgement.ADDED)
        seen.append(scores(shelf))
    last = named(shelf, "glass", 11, 12)[0]
    assert [each[last] for each in seen] == sorted({each[last] for each in seen})


def test_a_review_asks_about_what_the_tag_is_least_sure_of_by_then(shelf: TaggedLibrary) -> None:
    def asked_about() -> list[int]:
        found = shelf.tagger.scores_of(RAIN)
        assert found is not None
        return [int(found.sound_ids[place]) for place in candidates(found.scores, 0.5, found.judged)]

    before = asked_about()
    teach(shelf, 3)
    judged = {*named(shelf, "glass", 0, 3), *named(shelf, "hum", 0, 3)}
    after = asked_about()
    assert set(after) == set(before) - judged
    assert after != [sound for sound in before if sound not in judged]


def test_a_mind_that_is_changed_is_followed(shelf: TaggedLibrary) -> None:
    teach(shelf)
    with_rain = scores(shelf)
    shelf.tagger.judge(named(shelf, "glass", 0, 6), RAIN, Judgement.REJECTED)
    assert shelf.tagger.learned_from() == {RAIN: 12}
    last = named(shelf, "glass", 11, 12)[0]
    assert scores(shelf)[last] < with_rain[last]


def test_a_word_on_a_sound_stands_whatever_the_tag_has_learned(shelf: TaggedLibrary) -> None:
    odd = named(shelf, "hum", 11, 12)
    shelf.tagger.judge(odd, RAIN, Judgement.ADDED)
    teach(shelf)
    assert "Rain" in shelf.names(odd[0])
    assert odd[0] in shelf.sounds_with("rain")


def test_other_tags_stay_as_they_are(shelf: TaggedLibrary) -> None:
    before = scores(shelf, WIND)
    teach(shelf)
    assert scores(shelf, WIND) == before


def test_it_is_told_from_how_many_decisions_a_tag_learned(shelf: TaggedLibrary) -> None:
    """Copies of a sound were decided about once; a sound that was never heard teaches nothing."""
    assert shelf.tagger.learned_from() == {}
    copy = shelf.add("copy.wav", None, content="glass 0.wav")
    unheard = shelf.add("unheard.wav", None, content="unheard")
    shelf.tagger.judge([copy, *named(shelf, "glass", 0, 3), unheard], RAIN, Judgement.ADDED)
    shelf.tagger.judge(named(shelf, "hum", 0, 1), WIND, Judgement.REJECTED)
    assert shelf.tagger.learned_from() == {RAIN: 3, WIND: 1}


def test_a_tag_whose_prompts_mean_nothing_to_the_network_learns_nothing(shelf: TaggedLibrary) -> None:
    rain, wind = WEATHER.tags
    shelf.tagger.set_vocabularies([replace(WEATHER, tags=(replace(rain, prompts=("xyzzy",)), wind))])
    teach(shelf)
    assert shelf.tagger.learned_from() == {}
    assert set(scores(shelf).values()) == {0.0}


def test_very_many_decisions_are_learned_from_as_quickly_as_some(shelf: TaggedLibrary) -> None:
    ids = [shelf.add(f"more {number}.wav", vector("0.6 rain", f"{number / 300} glass")) for number in range(150)]
    shelf.tagger.judge(ids, RAIN, Judgement.ADDED)
    assert shelf.tagger.learned_from() == {RAIN: MOST_VERDICTS}


def test_a_tag_learns_from_sounds_whose_files_are_missing(shelf: TaggedLibrary) -> None:
    teach(shelf)
    before = scores(shelf)
    shelf.lose("glass 0.wav")
    assert shelf.tagger.learned_from() == {RAIN: 12}
    assert scores(shelf).items() < before.items()


def test_a_tag_that_may_not_learn_stays_what_its_prompts_make_of_it(shelf: TaggedLibrary) -> None:
    before = scores(shelf)
    rain, wind = WEATHER.tags
    shelf.tagger.set_vocabularies([replace(WEATHER, tags=(replace(rain, learns=False), wind))])
    teach(shelf)
    assert scores(shelf) == before
    assert shelf.tagger.learned_from() == {}
    shelf.tagger.set_vocabularies([WEATHER])
    assert scores(shelf) != before


def test_all_answers_agree_about_what_was_learned_also_of_sounds_that_come_later(shelf: TaggedLibrary) -> None:
    shelf.tagger.set_vocabularies([WEATHER, ANIMALS])
    for count in (1, 3, 6):
        teach(shelf, count)
        shelf.add(f"later {count}.wav", vector("0.6 rain", "0.7 glass"))
        sounds = sorted(shelf.library.sounds.ids().tolist())
        tags = shelf.tagger.tags_of(sounds)
        snapshot = shelf.embedded.snapshot()
        for key, counted in shelf.counts().items():
            having = [sound for sound in sounds if any((t.vocabulary_id, t.tag_id) == key for t in tags[sound])]
            assert counted == len(having)
        rain = [sound for sound in sounds if any(tag.name.casefold() == "rain" for tag in tags[sound])]
        assert shelf.sounds_with("rain") == rain
        assert shelf.tagger.overview(snapshot).counts.tolist() == [len(tags[sound]) for sound in sounds]
        scored = {sound: shelf.tagger.all_scores(sound) for sound in sounds}
        assert all(
            {score.scored.key for score in scored[sound] if score.applies}
            == {(tag.vocabulary_id, tag.tag_id) for tag in tags[sound]}
            for sound in sounds
        )
        by_key = {sound: {score.scored.key: score.score for score in scored[sound]}[RAIN] for sound in sounds}
        assert scores(shelf) == pytest.approx(by_key, abs=1e-5)
        content = shelf.tagger.tags_of_content(b"elsewhere", vector("0.6 rain", "0.7 glass"))
        later = shelf.sound(f"later {count}.wav").sound_id
        assert [tag.name for tag in content] == shelf.names(later)


def test_a_library_that_is_opened_again_has_learned_the_same(shelf: TaggedLibrary, tmp_path: Path) -> None:
    teach(shelf)
    again = type(shelf.tagger)(shelf.library, shelf.embedded, shelf.prompts, reference)
    again.set_vocabularies([WEATHER])
    found = again.scores_of(RAIN)
    assert found is not None
    assert dict(zip(found.sound_ids.tolist(), found.scores.tolist(), strict=True)) == scores(shelf)


def test_new_prompts_are_where_learning_begins_anew(shelf: TaggedLibrary) -> None:
    teach(shelf)
    rain, wind = WEATHER.tags
    shelf.tagger.set_vocabularies([replace(WEATHER, tags=(replace(rain, prompts=("glass",)), wind))])
    of_glass = scores(shelf)
    shelf.tagger.set_vocabularies([WEATHER])
    of_rain = scores(shelf)
    assert of_glass != of_rain
    shelf.tagger.set_vocabularies([replace(WEATHER, tags=(replace(rain, prompts=("glass",)), wind))])
    assert scores(shelf) == of_glass


def test_a_preview_foretells_what_a_tag_will_be_once_it_has_learned(shelf: TaggedLibrary) -> None:
    teach(shelf)
    rain, wind = WEATHER.tags
    previewer = Previewer(shelf.library, shelf.embedded, shelf.prompts, shelf.tagger)
    for draft in (replace(rain, threshold=0.9), replace(rain, prompts=("glass",)), replace(rain, learns=False)):
        shelf.tagger.set_vocabularies([WEATHER])
        before = set(shelf.sounds_with("rain"))
        foretold = previewer.preview("weather", rain, draft)
        shelf.tagger.set_vocabularies([replace(WEATHER, tags=(draft, wind))])
        after = set(shelf.sounds_with("rain"))
        assert (set(foretold.gained.tolist()), set(foretold.lost.tolist())) == (after - before, before - after)
        assert foretold.now == len(after)


class TestATableOfTags:
    def table(self, embeddings: np.ndarray) -> tuple[TagTable, TagTable]:
        """One that was asked already, and the same in which the second tag listens for glass."""
        rain, wind = WEATHER.tags
        other = replace(WEATHER, tags=(rain, replace(wind, prompts=("glass",))))
        vectors = {word: vector(word) for word in prompts_of([WEATHER, other])}
        table = TagTable(build_tag_matrix([WEATHER], vectors, reference()))
        table.applies(embeddings)
        return table, table.relearned(build_tag_matrix([other], vectors, reference()), [1])

    def embeddings(self, count: int) -> np.ndarray:
        return np.random.default_rng(count).uniform(0, 1, (count, 8)).astype(np.float32)

    def test_whoever_reads_the_old_one_goes_on_reading_the_same(self) -> None:
        sounds = self.embeddings(30)
        old, new = self.table(sounds[:20])
        reading = old.applies(sounds[:20])
        kept = reading.copy()
        assert (new.applies(sounds) == new.matrix.applies(sounds).T).all()
        assert (reading == kept).all()
        assert (old.applies(sounds) == old.matrix.applies(sounds).T).all()
        assert (old.applies(sounds) != new.applies(sounds)).any()

    def test_a_view_of_fewer_sounds_is_answered_and_then_one_of_more(self) -> None:
        sounds = self.embeddings(30)
        _, new = self.table(sounds)
        assert (new.applies(sounds[:10]) == new.matrix.applies(sounds[:10]).T).all()
        assert (new.applies(sounds) == new.matrix.applies(sounds).T).all()

    def test_what_is_learned_twice_before_anybody_asks_is_the_last(self) -> None:
        sounds = self.embeddings(30)
        old, new = self.table(sounds)
        back = new.relearned(old.matrix, [1])
        assert (back.applies(sounds) == old.applies(sounds)).all()
