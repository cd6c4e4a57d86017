"""Vocabularies as texts: what a person may write, what is refused and where, and that saving keeps what they wrote."""

import tomllib
from dataclasses import replace
from random import Random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from desktop_app.core.tag import Tag, Vocabulary, VocabularyError, fold, slug
from desktop_app.core.toml_layout import Place, layout_of, line_of
from desktop_app.core.vocabulary import edit_vocabulary_text, parse_vocabulary
from desktop_app.core.vocabulary_writing import format_vocabulary

WRITTEN = """\
# My own list. Do not lose this line.
name = "Boats"  # all of them
description = ''

# ---- Sails

# Recorded in Brest.
[[tags]]
name = "Halyard"
prompts = [
  "rope on a mast",  # the best one
  # and as a spare:
  "ringing mast",
]
colour = "#AABBCC" # grey

# ---- Engines

[[tags]]  # the loud one
name = "Outboard"
prompts = ["outboard motor"]
threshold = 0.7
[[tags]]
id = "fog"
name = "Foghorn"
prompts = ["foghorn"]
"""


def parse(text: str) -> Vocabulary:
    return parse_vocabulary(text, source="my.toml")


def test_a_name_and_prompts_are_enough() -> None:
    vocabulary = parse('name = "Boats"\n[[tags]]\nname = "Fog horn!"\nprompts = ["foghorn"]')
    assert vocabulary == Vocabulary("boats", "Boats", "", (Tag("fog-horn", "Fog horn!", ("foghorn",)),))
    assert vocabulary.tags[0].threshold == 0.5
    assert vocabulary.tags[0].learns


def test_every_key_is_read() -> None:
    text = """
    format = 1
    id = "mine"
    name = "Mine"
    description = '''
    Two
    lines'''
    [[tags]]
    id = "r"
    name = "Rain"
    prompts = ["rain", "  heavy\\n rain "]
    counter_prompts = ["frying"]
    aliases = ["drizzle"]
    colour = "#AABB0c"
    group = "Weather"
    threshold = 1
    cat_id = "RAIN"
    learn = false
    """
    tag = Tag(
        "r", "Rain", ("rain", "heavy rain"), ("frying",), ("drizzle",), "#aabb0c", "Weather", 1.0, "RAIN", learns=False
    )
    assert parse(text) == Vocabulary("mine", "Mine", "Two\n    lines", (tag,))


def test_tags_are_found_by_id_name_and_alias() -> None:
    rain = Tag("rain", "Rain", ("rain",), aliases=("Straßenregen",))
    vocabulary = Vocabulary("v", "V", "", (Tag("wind", "Wind", ("wind",)), rain))
    assert vocabulary.tag("rain") is rain
    assert vocabulary.tag("gone") is None
    assert vocabulary.find("RAIN ") is rain
    assert vocabulary.find("STRASSENREGEN") is rain
    assert vocabulary.find("snow") is None


def test_windows_line_ends_and_a_byte_order_mark_are_fine() -> None:
    text = '\ufeffname = "Boats"\r\n[[tags]]\r\nname = "Horn"\r\nprompts = ["horn"]\r\n'
    assert parse(text).tags[0].prompts == ("horn",)
    with pytest.raises(VocabularyError, match=r"^my.toml, line 5: "):
        parse(text + "color = 1\r\n")


@pytest.mark.parametrize(
    ("name", "tag_id"),
    [
        ("Rain on a tin roof!", "rain-on-a-tin-roof"),
        ("Größe 10", "grösse-10"),
        ("雨の音", "雨の音"),
        ("हवा", "हवा"),
        ("!", ""),
    ],
)
def test_ids_come_from_names_in_any_script(name: str, tag_id: str) -> None:
    assert slug(name) == tag_id


def test_derived_ids_are_unique_and_leave_the_written_ones_alone() -> None:
    names = ["C", "C#", "C!", "♪", "♫", "x" * 64, "x" * 65]
    text = 'name = "N"\n[[tags]]\nid = "c-2"\nname = "D"\nprompts = ["d"]\n'
    text += "".join(f'[[tags]]\nname = "{name}"\nprompts = ["p"]\n' for name in names)
    ids = [tag.tag_id for tag in parse(text).tags]
    assert ids == ["c-2", "c", "c-3", "c-4", "tag", "tag-2", "x" * 64, "x" * 62 + "-2"]


def test_thousands_of_names_without_a_letter_stay_quick() -> None:
    signs = [chr(0x2500 + high) + chr(0x2500 + low) for high in range(100) for low in range(50)]
    text = 'name = "N"\n' + "".join(f'[[tags]]\nname = "{sign}"\nprompts = ["p"]\n' for sign in signs)
    assert len({tag.tag_id for tag in parse(text).tags}) == 5000


HEAD = 'name = "N"\n'
TAG = '[[tags]]\nname = "Rain"\nprompts = ["rain"]\n'
OTHER = '[[tags]]\nname = "Wind"\nprompts = ["wind"]\n'


@pytest.mark.parametrize(
    ("text", "line", "reason"),
    [
        ("", None, 'the vocabulary has no name: begin the file with name = "...".'),
        ("name = 3", 1, '"name" must be a text in quotes, not a number.'),
        ("name = true", 1, '"name" must be a text in quotes, not true or false.'),
        ("name = 2001-01-01", 1, '"name" must be a text in quotes, not a date or time.'),
        ("name = ' '", 1, '"name" is empty: write something or remove it.'),
        (f'name = "{"x" * 257}"', 1, '"name" is longer than 256 characters: shorten it.'),
        ('name = "a\\u0007b"', 1, '"name" contains a character that cannot be shown (U+0007): remove it.'),
        (HEAD + "format = 2", 2, "the file was made for a newer version: update Earmark to use it."),
        (HEAD + "format = 0", 2, '"format" must be the number 1.'),
        (HEAD + "format = true", 2, '"format" must be the number 1.'),
        (HEAD + "format = 1.0", 2, '"format" must be the number 1.'),
        (HEAD + "description = []", 2, '"description" must be a text in quotes, not a list.'),
        (HEAD + f"description = '{'x' * 2001}'", 2, '"description" is longer than 2,000 characters: shorten it.'),
        (
            HEAD + 'description = "a\\u0000"',
            2,
            '"description" contains a character that cannot be shown (U+0000): remove it.',
        ),
        (
            HEAD + 'id = "Big Boats"',
            2,
            'the id "Big Boats" may only have 64 lower-case letters, digits and hyphens: write "big-boats".',
        ),
        (
            HEAD + 'id = "../"',
            2,
            'the id "../" may only have 64 lower-case letters, digits and hyphens: write a short word.',
        ),
        (HEAD + "\ntag = []", 3, 'the key "tag" is not known here: did you mean "tags"?'),
        (
            HEAD + '"\\u0007zz" = 1',
            2,
            'the key "\ufffdzz" is not known here: the keys are format, id, name, description, embedder, tags.',
        ),
        (HEAD + "[tags]", 2, "write [[tags]] with two brackets on each side, once above each tag."),
        (HEAD + "tags = 'x'", 2, '"tags" must be tables, each under a line [[tags]], not a text.'),
        (HEAD + "tags = [\n {name = 'a', prompts = ['a']},\n 7]", 4, "a tag must be a table under a line [[tags]]"),
        (HEAD + "tags = [{}]", 2, 'this tag has no name: add name = "..." under [[tags]].'),
        (HEAD + TAG + '\n# note\n[[tags]]\nprompts = ["x"]', 7, "this tag has no name"),
        (HEAD + "\n" + '[[tags]]\nname = "Rain"', 3, 'the tag "Rain" has no prompts: give at least one.'),
        (HEAD + '[[tags]]\nname = "Rain"\nprompts = []', 2, 'the tag "Rain" has no prompts: give at least one.'),
        (
            HEAD + '[[tags]]\nname = "Rain"\nprompts = "rain"',
            4,
            'the tag "Rain": "prompts" must be a list: write prompts = ["..."].',
        ),
        (
            HEAD + '[[tags]]\nname = "Rain"\nprompts = [\n  "a", # "b\n  "[[tags]]",\n\n  3,\n]',
            8,
            'the tag "Rain": one of the texts in "prompts" must be a text in quotes, not a number.',
        ),
        (
            HEAD + f'[[tags]]\nname = "Rain"\nprompts = {["x"] * 101}',
            4,
            'the tag "Rain": "prompts" has 101 texts: 100 are the most.',
        ),
        (
            HEAD + TAG + 'counter_prompts = ["a",\n"rain"]',
            6,
            'the tag "Rain": "rain" is a prompt and a counter-prompt: remove one of them.',
        ),
        (HEAD + TAG + "color = 1", 5, 'the tag "Rain": the key "color" is not known here: did you mean "colour"?'),
        (HEAD + TAG + "[tags.sub]", 5, 'the tag "Rain": the key "sub" is not known here'),
        (HEAD + TAG + 'colour = "red"', 5, 'the tag "Rain": "colour" must look like "#4f8a5b", not "red".'),
        (HEAD + TAG + "threshold = 1.5", 5, 'the tag "Rain": "threshold" must be a number from 0 to 1'),
        (HEAD + TAG + "threshold = nan", 5, 'the tag "Rain": "threshold" must be a number from 0 to 1'),
        (HEAD + TAG + "threshold = true", 5, 'the tag "Rain": "threshold" must be a number from 0 to 1'),
        (HEAD + TAG + "threshold = '0.5'", 5, 'the tag "Rain": "threshold" must be a number from 0 to 1'),
        (HEAD + TAG + "learn = 'false'", 5, 'the tag "Rain": "learn" must be true or false, without quotes.'),
        (HEAD + TAG + "learn = 0", 5, 'the tag "Rain": "learn" must be true or false, without quotes.'),
        (HEAD + TAG + OTHER + TAG.replace("Rain", "RAIN"), 9, 'another tag is named "RAIN" too: names must differ.'),
        (HEAD + TAG + "id = 'r'\n" + OTHER + "id = 'r'", 9, 'another tag has the id "r" too: ids must differ.'),
        (
            HEAD + TAG + OTHER + "aliases = [\n'gale',\n'RAIN']",
            10,
            'the alias "RAIN" already stands for "Rain": remove one of them.',
        ),
        (HEAD + TAG + "aliases = ['rain']", 5, 'the alias "rain" already stands for "Rain": remove one of them.'),
        (HEAD + TAG + "aliases = ['a', 'a']", 5, 'the alias "a" already stands for "Rain": remove one of them.'),
        (HEAD + TAG + "aliases = ['a']\n" + OTHER + "aliases = ['A']", 9, 'the alias "A" already stands for "Rain"'),
        ("name = \n", 1, "this is not valid TOML: "),
        ('name = "N"\n\nname = "M"', 3, "this is not valid TOML: "),
        ('a = 1\nb = """\n\n', 2, "this is not valid TOML: "),
        ("a = [\n1,\n2", 3, "this is not valid TOML: "),
        ("\n\na\0b", 3, "this is not a text file: it contains a NUL character."),
        ("\n" + "a." * 40 + "a = 1", 2, "this key has too many parts: the keys of a vocabulary are single words."),
        ("a = " + "[" * 100_000, None, "its lists or tables are nested too deeply"),
        ("a = " + "9" * 10_000, None, "it contains a number that is too long"),
        ("#" * 10_000_001, None, "this is more than 10 MB of text: a vocabulary is much smaller."),
        (HEAD + "tags = [" + "{}," * 100_001 + "]", None, "this vocabulary has 100,001 tags: at most 100,000 are"),
    ],
)  # fmt: skip
def test_what_is_wrong_is_said_with_its_line(text: str, line: int | None, reason: str) -> None:
    with pytest.raises(VocabularyError) as caught:
        parse(text)
    error = caught.value
    assert error.line == line
    assert error.reason.startswith(reason)
    assert str(error) == (f"my.toml, line {line}: {error.reason}" if line else f"my.toml: {error.reason}")
    assert error.reason.endswith((".", "?"))


def test_a_long_name_is_shortened_in_a_sentence() -> None:
    with pytest.raises(VocabularyError) as caught:
        parse(HEAD + f"[[tags]]\nname = '{'x' * 200}'")
    assert caught.value.reason == f'the tag "{"x" * 60}…" has no prompts: give at least one.'


def test_a_key_of_many_parts_does_not_take_minutes() -> None:
    # The standard reader alone would copy each of its beginnings: hours.
    with pytest.raises(VocabularyError, match="too many parts"):
        parse("a." * 2_000_000 + "a = 1")


texts = st.text(st.characters(exclude_categories=["Cc", "Cs"]), min_size=1, max_size=12).map(
    lambda text: " ".join(text.split())
)
texts = texts.filter(bool)
prompt_lists = st.lists(texts, min_size=1, max_size=4).map(tuple)


@st.composite
def vocabularies(draw: st.DrawFn) -> Vocabulary:
    names = draw(st.lists(texts, max_size=12, unique_by=fold))
    split = draw(st.integers(0, len(names)))
    ids = draw(st.lists(texts.map(slug).filter(bool), min_size=split, max_size=split, unique=True))
    tags = []
    for tag_id, name in zip(ids, names[:split], strict=True):
        prompts = draw(prompt_lists)
        counter = tuple(text for text in draw(prompt_lists) if text not in prompts)
        aliases = tuple(names[split:][len(tags) : len(tags) + 1])
        colour = draw(st.none() | st.from_regex(r"#[0-9a-f]{6}", fullmatch=True))
        threshold = draw(st.just(0.5) | st.floats(0, 1))
        group, cat_id = draw(st.none() | texts), draw(st.none() | texts)
        learns = draw(st.booleans())
        tags.append(Tag(tag_id, name, prompts, counter, aliases, colour, group, threshold, cat_id, learns))
    description = draw(st.text(st.characters(exclude_categories=["Cc", "Cs"]) | st.sampled_from('\n\t"\\'))).strip()
    return Vocabulary(draw(texts.map(slug).filter(bool)), draw(texts), description, tuple(tags))


@given(vocabularies())
@settings(deadline=None)
def test_what_is_written_is_read_back(vocabulary: Vocabulary) -> None:
    text = format_vocabulary(vocabulary)
    assert parse(text) == vocabulary
    assert parse(text.replace("\n", "\r\n")) == vocabulary


@given(vocabularies(), vocabularies(), st.randoms(use_true_random=False))
@settings(deadline=None)
def test_any_text_can_be_made_to_say_anything(old: Vocabulary, new: Vocabulary, random: Random) -> None:
    some = [tag for tag in old.tags if random.random() < 0.6 and not {tag.tag_id, tag.name}.intersection(_words(new))]
    tags = [*new.tags, *(_changed(tag, random) for tag in some)]
    random.shuffle(tags)
    wanted = replace(new, tags=tuple(tags))
    text = "".join(
        f"# before {number}\n{line}  # beside {number}\n"
        if line.endswith('"') and line.startswith("name")
        else line + "\n"
        for number, line in enumerate(format_vocabulary(old).split("\n"))
    ).replace('", "', '",# within\n#too\n "')
    try:
        assert parse(format_vocabulary(wanted)) == wanted
    except VocabularyError:
        return  # the two do not go together: an alias of the one is a name of the other
    changed = edit_vocabulary_text(text, wanted)
    assert parse(changed) == wanted
    assert edit_vocabulary_text(changed, wanted) == changed


def _changed(tag: Tag, random: Random) -> Tag:
    prompts = [text for text in (*tag.prompts, "new", "newer") if text not in tag.counter_prompts]
    return replace(
        tag,
        prompts=tuple(random.sample(prompts, random.randint(1, len(prompts)))),
        group=random.choice((None, tag.group, "G")),
        threshold=random.choice((0.5, tag.threshold, 0.25)),
        aliases=random.choice(((), tag.aliases)),
        learns=random.choice((True, False)),
    )


def _words(vocabulary: Vocabulary) -> set[str]:
    return {word for tag in vocabulary.tags for word in (tag.tag_id, tag.name)}


@given(st.text(max_size=60) | st.text("[]{}\"=#.,\n\r\0\\'atgs1_- ", max_size=60))
@settings(deadline=None)
def test_no_text_whatever_does_more_than_be_refused(text: str) -> None:
    line: int | None = 1
    try:
        parse(text)
    except VocabularyError as error:
        line = error.line
    assert line is None or 1 <= line <= text.count("\n") + 1


def test_saving_without_changes_only_writes_the_ids() -> None:
    expected = WRITTEN.replace('name = "Boats"', 'id = "boats"\nname = "Boats"')
    expected = expected.replace('name = "Halyard"', 'id = "halyard"\nname = "Halyard"')
    expected = expected.replace('name = "Outboard"', 'id = "outboard"\nname = "Outboard"')
    assert edit_vocabulary_text(WRITTEN, parse(WRITTEN)) == expected
    assert edit_vocabulary_text(expected, parse(WRITTEN)) == expected


def test_a_change_leaves_every_comment_where_it_was() -> None:
    vocabulary = parse(WRITTEN)
    halyard, outboard, fog = vocabulary.tags
    halyard = replace(
        halyard, name="Halyards", prompts=("rope on a mast", "slack rope", "ringing mast"), colour="#000000"
    )
    outboard = replace(outboard, threshold=0.5, group="Engines")
    text = edit_vocabulary_text(WRITTEN, replace(vocabulary, description="", tags=(halyard, outboard, fog)))
    expected = (
        edit_vocabulary_text(WRITTEN, vocabulary)
        .replace('"Halyard"', '"Halyards"')
        .replace("  # and as a spare:", '  "slack rope",\n  # and as a spare:')
        .replace("#AABBCC", "#000000")
        .replace("threshold = 0.7\n", 'group = "Engines"\n')
    )
    assert text == expected


def test_a_prompt_goes_and_the_remarks_on_the_others_stay() -> None:
    vocabulary = parse(WRITTEN)
    halyard = replace(vocabulary.tags[0], prompts=("rope on a mast",))
    text = edit_vocabulary_text(WRITTEN, replace(vocabulary, tags=(halyard, *vocabulary.tags[1:])))
    assert parse(text).tags[0] == halyard
    assert '"rope on a mast",  # the best one\n' in text


def test_a_description_of_several_lines_is_written_as_it_reads() -> None:
    vocabulary = replace(parse(WRITTEN), description='One "line"\n\\ and another')
    text = edit_vocabulary_text(WRITTEN, vocabulary)
    assert 'description = """\nOne \\"line\\"\n\\\\ and another"""\n\n# ---- Sails' in text
    assert parse(text) == vocabulary
    assert edit_vocabulary_text(text, replace(vocabulary, description="")).count("description") == 0


def test_a_comment_above_a_tag_goes_with_it_and_a_heading_stays() -> None:
    vocabulary = parse(WRITTEN)
    halyard, outboard, fog = vocabulary.tags
    new = Tag("buoy", "Buoy", ("bell buoy",))
    text = edit_vocabulary_text(WRITTEN, replace(vocabulary, tags=(new, fog, halyard)))
    assert [tag["name"] for tag in tomllib.loads(text)["tags"]] == ["Buoy", "Foghorn", "Halyard"]
    assert '# Recorded in Brest.\n[[tags]]\nid = "halyard"' in text
    assert "loud one" not in text
    assert "# ---- Engines\n" in text
    text = edit_vocabulary_text(WRITTEN, replace(vocabulary, tags=(outboard,)))
    assert "Brest" not in text
    assert text.index("---- Sails") < text.index("---- Engines") < text.index("[[tags]]  # the loud one")


def test_the_first_tag_goes_below_what_is_there() -> None:
    text = edit_vocabulary_text('name = "N"\n# to do', Vocabulary("n", "N", "", (Tag("a", "A", ("a",)),)))
    assert text == 'id = "n"\nname = "N"\n# to do\n\n[[tags]]\nid = "a"\nname = "A"\nprompts = ["a"]\n'


def test_windows_line_ends_stay() -> None:
    text = WRITTEN.replace("\n", "\r\n")
    vocabulary = parse(text)
    changed = edit_vocabulary_text(text, replace(vocabulary, tags=(*vocabulary.tags, Tag("x", "X", ("x",)))))
    assert changed.count("\r\n") == changed.count("\n")
    assert len(parse(changed).tags) == 4


INLINE = """\
tags = [
  # the first
  {name = "Horn", prompts = ["horn"]},  # loud
  {id = "bell", name = "Bell", prompts = ["bell"], "threshold" = 0.1},
]
# after
name = "Boats" # all"""


def test_tags_written_as_a_list_become_tables_and_keep_their_comments() -> None:
    vocabulary = parse(INLINE)
    text = edit_vocabulary_text(INLINE, vocabulary)
    assert parse(text) == vocabulary
    for piece in ("# the first\n", "# loud\n", "# after\n", '"Boats" # all\n', '[[tags]]\nid = "horn"'):
        assert piece in text
    fewer = edit_vocabulary_text("name = 'B'\ntags = [{name = 'a', prompts = ['b']}]", Vocabulary("b", "B", "", ()))
    assert fewer == "id = \"b\"\nname = 'B'\n"


def test_a_list_of_tags_that_did_not_change_stays_a_list() -> None:
    text = 'id = "n"\nname = "N"\ntags = [{id = "a", name = "A", prompts = ["a"]}] # mine\n'
    assert edit_vocabulary_text(text, replace(parse(text), name="M")) == text.replace('"N"', '"M"')


def test_a_list_too_long_for_its_line_gets_a_line_an_item() -> None:
    prompts = tuple(f"a rather long prompt number {number}" for number in range(4))
    text = format_vocabulary(Vocabulary("v", "V", "", (Tag("a", "A", prompts),)))
    assert 'prompts = [\n    "a rather long prompt number 0",\n' in text
    assert max(map(len, text.split("\n"))) <= 120


def test_places_are_found_in_every_kind_of_text() -> None:
    text = '''\
a = "#" # [[tags]]
b.c = [ # one
  1.5, # two
  """x]
  "" y""", { d = 'z', "e f" = [ ] } ]

[t."u.v"]
x = \'\'\'
q'\'\'\'
[[l]]
y = 1979-05-27 07:32:00
[[l]]
[l.m]
z = 1
[[l.n]]
'''
    tomllib.loads(text)  # it is valid
    places = layout_of(text).places
    assert places["a",] == Place(0, 7)
    assert [text[each.start : each.end] for each in layout_of(text).comments] == ["# [[tags]]", "# one", "# two"]
    lines = {
        ("b", "c", 0): 3, ("b", "c", 1): 4, ("b", "c", 2, "d"): 5, ("b", "c", 2, "e f"): 5, ("t", "u.v"): 7,
        ("t", "u.v", "x"): 8, ("l", 0): 10, ("l", 0, "y"): 11, ("l", 1): 12, ("l", 1, "m", "z"): 14,
        ("l", 1, "n", 0): 15,
    }  # fmt: skip
    assert {path: line_of(text, path) for path in lines} == lines
    assert text[places["b", "c", 1].start : places["b", "c", 1].end] == '"""x]\n  "" y"""'
    assert text[places["l", 0, "y"].start : places["l", 0, "y"].end] == "y = 1979-05-27 07:32:00"
    assert line_of(text, ("missing",)) is None
    assert line_of(text, ("l", 1, "no", "such")) == 12


def test_deep_nesting_is_passed_over_without_deep_recursion() -> None:
    text = "a = " + "[" * 5000 + "{b = 1}" + "]" * 5000 + "\nc = 1"
    assert line_of(text, ("c",)) == 2


def test_many_lines_in_a_list_of_tables() -> None:
    text = "t = [{\n}, {\n a = 1,\n},\n]\n"
    assert line_of(text, ("t", 1, "a")) == 3
