"""What Earmark wrote into files is told from what stood there before, and from what others write."""

from desktop_app.core.metadata import EmbeddedText, Field, Metadata, added_entries
from desktop_app.library.library import Library
from desktop_app.library.tables.own_texts import NONE_OWN, is_own

CONTENT, OTHER = b"c" * 16, b"o" * 16


def saying(*texts: tuple[Field, str]) -> Metadata:
    return Metadata(tuple(EmbeddedText(field, text, "iXML") for field, text in texts))


BEFORE = saying((Field.KEYWORDS, "bird; Crow"), (Field.NOTES, "tractor"), (Field.ARTIST, "Ida"))
AFTER = saying(
    (Field.KEYWORDS, "bird, Crow, rain"),
    (Field.KEYWORDS, "CROW"),
    (Field.NOTES, "tractor, cut it"),
    (Field.ARTIST, "Ida"),
    (Field.CATID, "RAINMetl"),
)


def test_only_what_was_not_there_is_ours() -> None:
    assert added_entries(BEFORE, AFTER) == [(Field.KEYWORDS, "rain"), (Field.CATID, "RAINMetl")]
    assert added_entries(AFTER, AFTER) == []


def test_it_is_known_by_content_until_it_is_taken_back(library: Library) -> None:
    library.own_texts.note(CONTENT, BEFORE, AFTER)
    library.own_texts.note(CONTENT, AFTER, AFTER)
    own = library.own_texts.of(CONTENT)
    assert is_own(own, Field.KEYWORDS, "Rain")
    assert is_own(own, Field.CATID, "RAINMetl")
    assert not is_own(own, Field.NOTES, "rain")
    assert not is_own(own, Field.KEYWORDS, "crow")
    assert library.own_texts.of(OTHER) == NONE_OWN
    library.own_texts.keep_only(CONTENT, [BEFORE, saying((Field.KEYWORDS, "rain"))])
    assert library.own_texts.of(CONTENT) == {(Field.KEYWORDS, "rain")}
    library.own_texts.keep_only(CONTENT, [BEFORE])
    assert library.own_texts.of(CONTENT) == NONE_OWN


def test_a_field_of_a_later_version_is_left_alone(library: Library) -> None:
    library.own_texts.note(CONTENT, BEFORE, AFTER)
    with library._database.writing() as connection:
        connection.execute("INSERT INTO own_texts VALUES (?, 'mood', 'dark')", (CONTENT,))
    assert len(library.own_texts.of(CONTENT)) == 2
