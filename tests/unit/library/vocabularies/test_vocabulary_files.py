"""Vocabulary files: a person's own go before the shipped ones, nothing is overwritten, nothing wrong stops the rest."""

import errno
import os
import stat
import sys
from dataclasses import replace
from pathlib import Path

import pytest

from desktop_app.core.tag import Tag, Vocabulary, VocabularyError
from desktop_app.core.vocabulary import parse_vocabulary
from desktop_app.library.vocabularies.vocabulary_files import VocabularyFiles

SEA = (
    '# The sea, by us.\nid = "sea"\nname = "The sea"\n\n[[tags]]\nid = "surf"\nname = "Surf"\nprompts = ["surf"]  # !\n'
)
HILLS = 'name = "Hills"\ndescription = "High ones"\n[[tags]]\nname = "Echo"\nprompts = ["echo"]\n'


@pytest.fixture
def shipped(tmp_path: Path) -> Path:
    folder = tmp_path / "shipped"
    folder.mkdir()
    (folder / "sea.toml").write_text(SEA, encoding="utf-8")
    return folder


@pytest.fixture
def own(tmp_path: Path) -> Path:
    return tmp_path / "data" / "vocabularies"


@pytest.fixture
def files(shipped: Path, own: Path) -> VocabularyFiles:
    return VocabularyFiles(shipped, own)


def put(folder: Path, name: str, text: str | bytes) -> Path:
    folder.mkdir(parents=True, exist_ok=True)
    path = folder / name
    path.write_bytes(text if isinstance(text, bytes) else text.encode())
    return path


def listed(files: VocabularyFiles) -> list[tuple[str, str, bool, bool]]:
    return [
        (each.vocabulary_id, each.name, each.shipped, each.replaces_shipped)
        for each in files.names()
        if not each.problem
    ]


def test_without_an_own_folder_the_shipped_ones_are_listed(files: VocabularyFiles, shipped: Path) -> None:
    [entry] = files.names()
    assert (entry.vocabulary_id, entry.name, entry.description, entry.tag_count) == ("sea", "The sea", "", 1)
    assert (entry.shipped, entry.replaces_shipped, entry.problem) == (True, False, None)
    assert entry.path == shipped / "sea.toml"


def test_a_file_put_there_by_hand_is_listed_by_name(files: VocabularyFiles, own: Path) -> None:
    put(own, "höhen.TOML", HILLS)
    put(own, "notes.txt", "not ours")
    put(own, ".hidden.toml", "nor this")
    assert listed(files) == [("hills", "Hills", False, False), ("sea", "The sea", True, False)]
    assert files.load("hills").tags[0].tag_id == "echo"


def test_what_is_changed_by_hand_is_seen_at_once(files: VocabularyFiles, own: Path) -> None:
    """Also where neither the file's size nor its time tells of the change."""
    path = put(own, "hills.toml", HILLS)
    assert files.load("Hills").description == "High ones"
    before = path.stat()
    path.write_text(HILLS.replace("High", "Near"), encoding="utf-8")
    os.utime(path, ns=(before.st_atime_ns, before.st_mtime_ns))
    assert files.load("Hills").description == files.names()[0].description == "Near ones"
    path.write_text(HILLS.replace("prompts", "promts"), encoding="utf-8")
    assert [entry.problem is None for entry in files.names()] == [True, False]
    path.write_text(HILLS, encoding="utf-8")
    assert files.load("Hills").description == "High ones"


def test_a_broken_file_is_listed_with_its_sentence_and_stops_nothing(files: VocabularyFiles, own: Path) -> None:
    put(own, "sea.toml", 'name = "My sea"\n[[tags]]\nname = "Surf"')
    put(own, "latin.toml", 'name = "A"\nname = "Gr\xfcn"'.encode("latin-1"))
    put(own, "hills.toml", HILLS)
    put(own, "hills again.toml", HILLS)
    (own / "folder.toml").mkdir()
    entries = files.names()
    assert [each.vocabulary_id for each in entries] == ["hills", "sea", "", "", "", ""]
    assert [each.problem for each in entries[2:]] == [
        "folder.toml: this is not a file: choose a vocabulary file (.toml).",
        'hills.toml: hills again.toml has the id "hills" too: give this file another id.',
        "latin.toml, line 2: this is not UTF-8 text: save the file as UTF-8.",
        'sea.toml, line 2: the tag "Surf" has no prompts: give at least one.',
    ]
    assert [each.name for each in entries[2:]] == ["folder.toml", "hills.toml", "latin.toml", "sea.toml"]
    assert files.load("sea").name == "The sea"


@pytest.mark.parametrize("reference", ["hills", "HILLS", "hILLS "])
def test_a_vocabulary_is_loaded_by_id_or_name(files: VocabularyFiles, own: Path, reference: str) -> None:
    put(own, "a.toml", 'id = "h"\n' + HILLS)
    assert files.load(reference).vocabulary_id == "h"


def test_an_id_goes_before_a_name(files: VocabularyFiles, own: Path) -> None:
    put(own, "a.toml", HILLS.replace("Hills", "Sea"))
    put(own, "b.toml", 'id = "a"\n' + HILLS.replace("Hills", "Sea"))
    assert files.load("Sea").name == "Sea"
    (own / "a.toml").unlink()
    assert files.load("Sea").name == "The sea"


def test_a_vocabulary_is_loaded_from_anywhere(files: VocabularyFiles, tmp_path: Path) -> None:
    path = put(tmp_path / "Ablage ♪", "hügel.toml", HILLS)
    assert files.load(path) == files.load(str(path)) == parse_vocabulary(HILLS, source="")


@pytest.mark.parametrize(
    ("reference", "sentence"),
    [
        ("sae", 'sae: there is no such vocabulary: did you mean "sea"?'),
        ("music", "music: there is no such vocabulary: there are sea."),
        ("a\0b", "a\0b: there is no such vocabulary: there are sea."),
        ("x" * 5000, "x" * 5000 + ": there is no such vocabulary: there are sea."),
        ("broken", "broken.toml, line 1: this is not valid TOML: "),
        ("broken.toml", "broken.toml, line 1: this is not valid TOML: "),
        (Path("gone.toml"), "gone.toml: this file cannot be read (No such file or directory): check"),
        (Path("a\0b"), "a\0b: this file cannot be read (ValueError): check"),
    ],
)
def test_what_cannot_be_loaded_is_a_sentence(
    files: VocabularyFiles, own: Path, reference: str | Path, sentence: str
) -> None:
    put(own, "broken.toml", "name")
    with pytest.raises(VocabularyError) as caught:
        files.load(reference)
    assert str(caught.value).startswith(sentence)


def test_there_may_be_no_vocabulary_at_all(tmp_path: Path) -> None:
    files = VocabularyFiles(tmp_path / "none", tmp_path / "nor here")
    assert files.names() == []
    with pytest.raises(VocabularyError, match=r"^sea: there is no such vocabulary: there are none\.$"):
        files.load("sea")


def test_a_file_too_large_is_not_read(files: VocabularyFiles, tmp_path: Path) -> None:
    path = tmp_path / "film.toml"
    with path.open("wb") as file:
        file.truncate(10_000_001)
    with pytest.raises(VocabularyError, match=r"^film.toml: this file is larger than 10 MB"):
        files.load(path)


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="this system has no named pipes")
def test_a_named_pipe_does_not_hold_anything_up(files: VocabularyFiles, own: Path) -> None:
    own.mkdir(parents=True)
    os.mkfifo(own / "pipe.toml")
    assert files.names()[-1].problem == "pipe.toml: this is not a file: choose a vocabulary file (.toml)."


def test_a_byte_order_mark_is_no_obstacle(files: VocabularyFiles, own: Path) -> None:
    put(own, "a.toml", b"\xef\xbb\xbf" + HILLS.encode())
    assert files.load("hills").name == "Hills"


def test_saving_a_shipped_one_makes_a_copy_that_stands_in_for_it(
    files: VocabularyFiles, shipped: Path, own: Path
) -> None:
    sea = files.load("sea")
    changed = replace(sea, name="My sea", tags=(*sea.tags, Tag("gull", "Gull", ("gull",))))
    assert files.save(changed) == own / "sea.toml"
    assert (shipped / "sea.toml").read_text(encoding="utf-8") == SEA
    assert files.load("sea") == changed
    assert listed(files) == [("sea", "My sea", False, True)]
    text = (own / "sea.toml").read_text(encoding="utf-8")
    assert text.startswith("# The sea, by us.\n")
    assert '["surf"]  # !\n' in text
    assert files.delete("sea") == own / "sea.toml.deleted"
    assert (own / "sea.toml.deleted").read_text(encoding="utf-8") == text
    assert listed(files) == [("sea", "The sea", True, False)]


def test_saving_goes_into_the_file_that_has_the_id(files: VocabularyFiles, own: Path) -> None:
    path = put(own, "meine Hügel.toml", "# mine\n" + HILLS)
    hills = files.load("hills")
    assert files.save(replace(hills, name="Other name")) == path
    assert path.read_text(encoding="utf-8").startswith('# mine\nid = "hills"\nname = "Other name"\n')
    assert sorted(each.name for each in own.iterdir()) == [path.name]


def test_saving_a_new_one_never_lands_on_another_file(files: VocabularyFiles, own: Path) -> None:
    broken = put(own, "hills.toml", "broken, but dear to somebody")
    other = put(own, "hills-2.toml", HILLS.replace("Hills", "Something else"))
    assert files.save(parse_vocabulary(HILLS, source="")) == own / "hills-3.toml"
    assert broken.read_text(encoding="utf-8") == "broken, but dear to somebody"
    assert "Something else" in other.read_text(encoding="utf-8")


@pytest.mark.parametrize(
    ("vocabulary_id", "name"),
    [("con", "vocabulary-con.toml"), ("lpt1", "vocabulary-lpt1.toml"), ("雨", "雨.toml")],
)
def test_ids_become_names_that_every_file_system_takes(
    files: VocabularyFiles, own: Path, vocabulary_id: str, name: str
) -> None:
    vocabulary = Vocabulary(vocabulary_id, "V", "", ())
    assert files.save(vocabulary) == own / name
    assert files.load(vocabulary_id) == vocabulary


def test_a_long_id_in_a_wide_script_still_fits(files: VocabularyFiles, own: Path) -> None:
    ids = ["𠀀" * 63 + end for end in "𠀀𠀁"]
    paths = {files.save(Vocabulary(each, each, "", ())) for each in ids}
    assert len(paths) == 2
    assert all(len(path.name.encode()) < 200 for path in paths)


@pytest.mark.parametrize("vocabulary_id", ["../up", "a/b", "..", "", "A", "a b"])
def test_no_id_leads_out_of_the_folder(files: VocabularyFiles, own: Path, vocabulary_id: str) -> None:
    with pytest.raises(VocabularyError) as caught:
        files.save(Vocabulary(vocabulary_id, "V", "", ()))
    assert caught.value.line is None
    assert not own.exists()


def test_what_could_not_be_read_again_is_not_saved(files: VocabularyFiles, own: Path) -> None:
    with pytest.raises(VocabularyError, match=r'^The sea: the tag "Surf" has no prompts: give at least one\.$'):
        files.save(Vocabulary("sea", "The sea", "", (Tag("surf", "Surf", ()),)))
    with pytest.raises(VocabularyError, match=r'^vocabulary: "name" is empty'):
        files.save(Vocabulary("sea", "", "", ()))
    assert not own.exists()


def test_a_link_stays_a_link(files: VocabularyFiles, own: Path, tmp_path: Path) -> None:
    target = put(tmp_path / "dotfiles", "hills.toml", HILLS)
    own.mkdir(parents=True)
    (own / "hills.toml").symlink_to(target)
    files.save(replace(files.load("hills"), description="Low ones"))
    assert (own / "hills.toml").is_symlink()
    assert "Low ones" in target.read_text(encoding="utf-8")


def no_permission(folder: Path) -> None:
    folder.chmod(stat.S_IRUSR | stat.S_IXUSR)
    if os.access(folder, os.W_OK):
        pytest.skip("this user may write everywhere")


def test_a_folder_that_cannot_be_written_is_a_sentence_and_harms_nothing(files: VocabularyFiles, own: Path) -> None:
    path = put(own, "hills.toml", HILLS)
    no_permission(own)
    try:
        with pytest.raises(VocabularyError, match=r"^hills.toml: this file cannot be saved in .*Permission denied"):
            files.save(replace(files.load("hills"), name="X"))
        with pytest.raises(VocabularyError, match=r"^hills.toml: this file cannot be removed \(Permission denied\)\.$"):
            files.delete("hills")
    finally:
        own.chmod(0o755)
    assert path.read_text(encoding="utf-8") == HILLS


@pytest.mark.skipif(sys.platform != "linux", reason="a folder in which nobody at all may write")
def test_not_even_an_administrator_can_save_everywhere(shipped: Path) -> None:
    files = VocabularyFiles(shipped, Path("/sys/kernel"))
    with pytest.raises(VocabularyError, match=r"^sea.toml: this file cannot be saved in /sys/kernel \(.+\): check"):
        files.save(files.load("sea"))
    assert files.load("sea").name == "The sea"


def test_a_full_disk_leaves_the_old_file(files: VocabularyFiles, own: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = put(own, "hills.toml", HILLS)

    def full(_: int) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(os, "fsync", full)
    with pytest.raises(VocabularyError, match=r"^hills.toml: this file cannot be saved in .*No space left on device"):
        files.save(replace(files.load("hills"), name="X"))
    assert path.read_text(encoding="utf-8") == HILLS
    assert [each.name for each in own.iterdir()] == ["hills.toml"]


def test_a_file_in_place_of_the_folder_is_a_sentence(files: VocabularyFiles, own: Path) -> None:
    put(own.parent, own.name, "a file")
    with pytest.raises(VocabularyError, match=r"^sea.toml: the folder .* cannot be made \(File exists\)"):
        files.save(files.load("sea"))
    with pytest.raises(VocabularyError, match="belongs to Earmark"):
        files.delete("sea")


def test_a_vocabulary_that_cannot_be_taken_out_of_use_stays(
    files: VocabularyFiles, own: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = put(own, "hills.toml", HILLS)

    def fail(*_: object) -> None:
        raise PermissionError(errno.EACCES, "Permission denied")

    monkeypatch.setattr(Path, "replace", fail)
    with pytest.raises(VocabularyError, match=r"^hills.toml: this file cannot be removed \(Permission denied\): check"):
        files.delete("hills")
    assert path.exists()


def test_what_was_deleted_before_is_kept_beside_what_is_deleted_now(files: VocabularyFiles, own: Path) -> None:
    for text in (HILLS, "# another\n" + HILLS, HILLS):
        put(own, "hills.toml", text)
        files.delete("hills")
    kept = {path.name: path.read_text(encoding="utf-8") for path in own.iterdir()}
    assert sorted(kept) == ["hills.toml.deleted", "hills.toml.deleted-2"], "the same text is kept once"
    assert kept["hills.toml.deleted"].count("# another") == 0
    assert kept["hills.toml.deleted-2"].startswith("# another")


def test_importing_copies_and_writes_the_ids(files: VocabularyFiles, own: Path, tmp_path: Path) -> None:
    path = put(tmp_path, "from a friend.toml", "# by a friend\n" + HILLS)
    assert files.import_file(path).vocabulary_id == "hills"
    assert path.read_text(encoding="utf-8") == "# by a friend\n" + HILLS
    text = (own / "hills.toml").read_text(encoding="utf-8")
    assert text.startswith('# by a friend\nid = "hills"\n')
    assert 'id = "echo"' in text


@pytest.mark.parametrize("vocabulary_id", ["sea", "hills"])
def test_importing_replaces_only_when_told(
    files: VocabularyFiles, own: Path, tmp_path: Path, vocabulary_id: str
) -> None:
    put(own, "mine.toml", HILLS)
    path = put(tmp_path, "new.toml", f'id = "{vocabulary_id}"\n' + HILLS.replace("Hills", "Newer"))
    with pytest.raises(VocabularyError) as caught:
        files.import_file(path)
    assert str(caught.value) == (
        f'new.toml: there already is a vocabulary with the id "{vocabulary_id}": replace it, or change the id.'
    )
    assert files.load(vocabulary_id).name != "Newer"
    assert files.import_file(path, replace=True).name == files.load(vocabulary_id).name == "Newer"
    assert sorted(each.name for each in own.iterdir()) == sorted(
        {"mine.toml", {"sea": "sea.toml"}.get(vocabulary_id, "mine.toml")}
    )


def test_importing_something_wrong_says_where(files: VocabularyFiles, own: Path, tmp_path: Path) -> None:
    path = put(tmp_path, "bad.toml", 'name = "A"\n\n[[tags]]\nname = "B"\n')
    with pytest.raises(VocabularyError, match=r'^bad.toml, line 3: the tag "B" has no prompts'):
        files.import_file(path)
    assert not own.exists()


def test_exporting_copies_the_file_as_it_is(files: VocabularyFiles, tmp_path: Path) -> None:
    assert files.export("The Sea", tmp_path) == tmp_path / "sea.toml"
    assert (tmp_path / "sea.toml").read_text(encoding="utf-8") == SEA
    target = put(tmp_path, "taken.toml", "dear")
    with pytest.raises(VocabularyError, match=r"^taken.toml: this file already exists: replace it, or choose another"):
        files.export("sea", target)
    assert target.read_text(encoding="utf-8") == "dear"
    files.export("sea", target, replace=True)
    assert target.read_text(encoding="utf-8") == SEA


def test_exporting_where_nothing_can_be_written_or_what_is_not_there(files: VocabularyFiles, tmp_path: Path) -> None:
    with pytest.raises(VocabularyError, match=r"^a.toml: this file cannot be saved in .*No such file or directory"):
        files.export("sea", tmp_path / "no folder" / "a.toml")
    with pytest.raises(VocabularyError, match="there is no such vocabulary"):
        files.export("see saw", tmp_path / "a.toml")


def test_only_the_users_own_can_be_deleted(files: VocabularyFiles, shipped: Path) -> None:
    with pytest.raises(VocabularyError, match=r"^sea: this vocabulary belongs to Earmark and cannot be deleted\.$"):
        files.delete("sea")
    with pytest.raises(VocabularyError, match="there is no such vocabulary"):
        files.delete("hills")
    assert (shipped / "sea.toml").exists()
