"""What a sound is called by: what its file says first, then its old name, then what its CatID means."""

from pathlib import Path

import pytest

from desktop_app.cat_id_choice import OfferedCatId, Reason
from desktop_app.core.metadata import EmbeddedText, Field, Metadata
from desktop_app.core.ucs_name import Category
from desktop_app.file_changes.rename_planning import _fx_name
from desktop_app.library.metadata.reading import said_by

CROW = OfferedCatId(Category("BIRDCrow", "BIRDS", "CROW"), Reason.WORDS, 0.9)


def said(**texts: str) -> Metadata:
    return Metadata(tuple(EmbeddedText(Field(field), text, "iXML") for field, text in texts.items()))


@pytest.mark.parametrize(
    ("stem", "metadata", "name"),
    [
        ("old", said(description="A crow", title="Two crows", fxname="Crow caws"), "Crow caws"),
        ("old", said(description="A crow", title="Two crows"), "Two crows"),
        ("old", said(description="A crow", title=" _ "), "A crow"),
        ("old", said(keywords="crow"), "old"),
        ("ZOOM0012", said(), "Birds Crow"),
        ("___", said(), "Birds Crow"),
        ("door slam", said(description="Processed by SoX"), "door slam"),
        ("door slam", said(description="Lavf58.76.100", title="LAME 3.100"), "door slam"),
        ("ZOOM0012", said(title="Track 01", description="Encoded with FFmpeg 6"), "Birds Crow"),
        ("old", said(description="Reaper swings a scythe"), "Reaper swings a scythe"),
    ],
)
def test_the_first_that_says_something_is_the_name(stem: str, metadata: Metadata, name: str) -> None:
    assert _fx_name(stem, metadata, CROW, keep_name=False) == name


def test_what_several_files_say_comes_after_an_old_name_that_says_something() -> None:
    album, shared = said(title="Old door creak"), {"old door creak"}
    assert _fx_name("Dog bark 01", album, CROW, keep_name=False, shared=shared) == "Dog bark 01"
    assert _fx_name("ZOOM0012", album, CROW, keep_name=False, shared=shared) == "Old door creak"
    assert _fx_name("Dog bark 01", said(title="A crow"), CROW, keep_name=False, shared=shared) == "A crow"


def test_the_old_name_is_kept_whole_where_that_is_wanted() -> None:
    stem = "ZOOM0012_a crow in a tree, from far away"
    assert _fx_name(stem, said(title="Crow"), CROW, keep_name=True) == "ZOOM0012 a crow in a tree, from far away"


def test_a_file_that_cannot_be_read_says_nothing(tmp_path: Path) -> None:
    assert not said_by(tmp_path / "gone.wav")
