"""Labels are read from where people have them, and what cannot be read is a sentence."""

import os
from pathlib import Path

import pytest

from desktop_app.library.labelled_sounds import LabelledSound, LabelsError, as_label, read_labelled


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    path = tmp_path / "my set"
    path.mkdir()
    return path


def put(folder: Path, *names: str) -> None:
    for name in names:
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_bytes(b"never opened")


def table(folder: Path, name: str, text: str) -> Path:
    (folder / name).parent.mkdir(parents=True, exist_ok=True)
    (folder / name).write_text(text, encoding="utf-8")
    return folder / name


@pytest.mark.parametrize(
    ("name", "label"),
    [
        ("001 - Dog bark", "dog bark"),
        ("dog_bark", "dog bark"),
        ("01_Rain", "rain"),
        ("12. Rain", "rain"),
        ("808", "808"),
        ("808 kicks", "808 kicks"),
        ("Été  en ville", "été en ville"),
        ("hi-hat", "hi-hat"),
        ("r\udcffin", "r?in"),
    ],
)
def test_a_folders_name_is_its_label(name: str, label: str) -> None:
    assert as_label(name) == label


def test_sub_folders_are_labels(folder: Path) -> None:
    put(
        folder,
        "001 - Dog bark/a.wav",
        "001 - Dog bark/puppies/b.flac",
        "Rain/c.ogg",
        "at the top.wav",
        "Rain/notes.txt",
    )
    found = read_labelled(folder)
    assert (found.name, found.kind, found.labels) == ("my set", "folder", ("dog bark", "rain"))
    assert [(sound.path.name, sound.labels) for sound in found.sounds] == [
        ("a.wav", ("dog bark",)),
        ("b.flac", ("dog bark",)),
        ("c.ogg", ("rain",)),
    ]


@pytest.mark.parametrize("between", [",", ";", "\t"])
def test_a_table_names_paths_labels_and_splits(folder: Path, between: str) -> None:
    put(folder, "a.wav", "deep/b.wav")
    lines = [["Path", "notes", "Label", "split"], ["a.wav", "", "Rain", "test"], ["deep/b.wav", "x", "Dog_bark"], [""]]
    file = table(folder, "labels.csv", "\ufeff" + "\r\n".join(between.join(line) for line in lines))
    found = read_labelled(file)
    assert found.sounds == (
        LabelledSound(folder / "a.wav", ("rain",), "test"),
        LabelledSound(folder / "deep/b.wav", ("dog bark",)),
    )


def test_a_sound_may_have_several_labels(folder: Path) -> None:
    put(folder, "a.wav", "b.wav")
    found = read_labelled(table(folder, "labels.csv", 'file,labels\na.wav,"rain; thunder;rain"\nb.wav,dog\n'))
    assert found.sounds[0].labels == ("rain", "thunder")


def test_several_rows_of_one_sound_are_one_sound_with_several_labels(folder: Path) -> None:
    put(folder, "a.wav", "b.wav")
    found = read_labelled(table(folder, "labels.csv", "path,label\na.wav,rain\nb.wav,dog\na.wav,thunder\n"))
    assert [sound.labels for sound in found.sounds] == [("rain", "thunder"), ("dog",)]


def test_sounds_without_a_label_are_counted(folder: Path) -> None:
    put(folder, "a.wav", "b.wav", "c.wav")
    assert read_labelled(table(folder, "labels.csv", "path,label\na.wav,rain\nb.wav,dog\nc.wav,\n")).unlabelled == 1
    put(folder, "Rain/d.wav", "Dog/e.wav")
    assert read_labelled(folder).unlabelled == 3


def test_sounds_that_are_not_there_are_counted(folder: Path) -> None:
    put(folder, "a.wav", "b.wav")
    found = read_labelled(table(folder, "labels.csv", "path,label\na.wav,rain\nb.wav,dog\nc.wav,cat\n"))
    assert (len(found.sounds), found.absent, found.missing) == (2, 1, (folder / "c.wav",))


@pytest.mark.parametrize(
    ("name", "file", "text", "sound", "labels"),
    [
        (
            "ESC-50",
            "meta/esc50.csv",
            "filename,fold,target,category,esc10,src_file,take\n1-1-A-0.wav,1,0,dog,True,1,A\n2-2-A-1.wav,2,1,sea_waves,True,2,A",
            ("audio/1-1-A-0.wav", "audio/2-2-A-1.wav"),
            ("dog", "sea waves"),
        ),
        (
            "UrbanSound8K",
            "metadata/UrbanSound8K.csv",
            "slice_file_name,fsID,start,end,salience,fold,classID,class\n1.wav,1,0,1,1,5,3,dog_bark\n2.wav,2,0,1,1,6,2,siren",
            ("audio/fold5/1.wav", "audio/fold6/2.wav"),
            ("dog bark", "siren"),
        ),
        (
            "FSD50K",
            "FSD50K.ground_truth/eval.csv",
            'fname,labels,mids\n37199,"Electric_guitar,Guitar",/m/02sgy\n175151,Rain,/m/06mb1',
            ("FSD50K.eval_audio/37199.wav", "FSD50K.eval_audio/175151.wav"),
            ("electric guitar", "guitar", "rain"),
        ),
    ],
)
def test_published_sets_are_known_by_their_layout(
    folder: Path, name: str, file: str, text: str, sound: tuple[str, ...], labels: tuple[str, ...]
) -> None:
    put(folder, *sound)
    table(folder, file, text)
    found = read_labelled(folder)
    assert (found.kind, found.labels) == (name, labels)
    assert [each.path for each in found.sounds] == [folder / each for each in sound]


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("a.wav,rain\nb.wav,dog\n", "must name its columns"),
        ("path,label\n", "names no sounds"),
        ("", "names no sounds"),
        ("path,label\nx.wav,rain\n", "No sound that .* is there"),
        ("path,label\na.wav,rain\nb.wav,rain\n", "two labels at least"),
        ("path,label\na.wav,rain\nx.wav,dog\n", "1 others that it names are not there"),
        ("path,label\na.wav,\n", "names no sounds with labels"),
        ("path,label\na.wav," + "x" * 200_000 + "\n", "no table that can be read"),
    ],
)
def test_a_table_that_says_nothing_is_explained(folder: Path, text: str, said: str) -> None:
    put(folder, "a.wav", "b.wav")
    with pytest.raises(LabelsError, match=said):
        read_labelled(table(folder, "labels.csv", text))


def test_other_things_are_refused(folder: Path) -> None:
    put(folder, "a.wav", "b.wav")
    with pytest.raises(LabelsError, match="sub-folders"):
        read_labelled(folder)
    with pytest.raises(LabelsError, match="neither a folder nor"):
        read_labelled(folder / "a.wav")
    (folder / "labels.csv").write_bytes("path,label\nä.wav,rain\n".encode("latin-1"))
    with pytest.raises(LabelsError, match="UTF-8"):
        read_labelled(folder / "labels.csv")
    table(folder, "meta/esc50.csv", "name,kind\na.wav,rain\n")
    with pytest.raises(LabelsError, match="not the table of ESC-50"):
        read_labelled(folder)


@pytest.mark.parametrize(
    ("encoding", "mark"), [("utf-16-le", b"\xff\xfe"), ("utf-16-be", b"\xfe\xff"), ("utf-8", b"\xef\xbb\xbf")]
)
def test_a_table_as_spreadsheets_write_it_is_read(folder: Path, encoding: str, mark: bytes) -> None:
    put(folder, "Hund/bellt.wav", "b.wav")
    text = "Sep=;\r\nPath;Label\r\nHund/bellt.wav;Hündchen\r\nb.wav;Regen\r\n"
    (folder / "labels.csv").write_bytes(mark + text.encode(encoding))
    found = read_labelled(folder / "labels.csv")
    assert [(sound.path, sound.labels) for sound in found.sounds] == [
        (folder / "Hund" / "bellt.wav", ("hündchen",)),
        (folder / "b.wav", ("regen",)),
    ]


def test_paths_written_on_windows_or_with_blanks_are_found(folder: Path) -> None:
    put(folder, "deep/a.wav", "b.wav", " c.wav")
    found = read_labelled(table(folder, "labels.csv", "path,label\ndeep\\a.wav,rain\n b.wav ,dog\n c.wav,cat\n"))
    assert [sound.path for sound in found.sounds] == [folder / "deep" / "a.wav", folder / "b.wav", folder / " c.wav"]


def test_rows_of_files_that_are_no_sounds_are_counted(folder: Path) -> None:
    put(folder, "a.wav", "b.wav", "notes.txt")
    rows = "path,label\na.wav,rain\nb.wav,dog\nnotes.txt,cat\n,\nx\0y.wav,bell\n,sum\n" + 300 * "x" + ".wav,bell\n"
    found = read_labelled(table(folder, "labels.csv", rows))
    assert (found.not_sounds, found.absent, len(found.sounds)) == (2, 2, 2)
    with pytest.raises(LabelsError, match=r"no sound files \(1 line\): it needs a column “path”.* a column “label”"):
        read_labelled(table(folder, "others.csv", "path,label\nnotes.txt,rain\n"))


def test_a_spreadsheet_is_no_table_yet(folder: Path) -> None:
    (folder / "labels.XLSX").write_bytes(b"PK")
    with pytest.raises(LabelsError, match="save it as “CSV UTF-8”"):
        read_labelled(folder / "labels.XLSX")


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="needs a pipe with a name")
def test_a_pipe_is_not_waited_for(folder: Path) -> None:
    os.mkfifo(folder / "labels.csv")
    with pytest.raises(LabelsError, match="cannot be read"):
        read_labelled(folder / "labels.csv")


def test_folders_of_one_label_are_one_label(folder: Path) -> None:
    put(folder, "001 - Dog/a.wav", "002 - dog/a.wav", "dog/deeper/still/a.wav", "Glocke läutet/a.wav", "雨/a.wav")
    found = read_labelled(folder)
    assert found.labels == ("dog", "glocke läutet", "雨")
    assert len(found.sounds) == 5


@pytest.mark.skipif(os.name != "posix" or os.geteuid() == 0, reason="needs a folder that may not be read")
def test_a_folder_that_cannot_be_looked_into_is_told(folder: Path) -> None:
    put(folder, "rain/a.wav", "dog/a.wav", "shut/a.wav")
    (folder / "shut").chmod(0)
    try:
        assert "shut" in read_labelled(folder).problems[0]
    finally:
        (folder / "shut").chmod(0o700)


def test_a_set_has_its_folders_name_however_that_is_reached(folder: Path) -> None:
    put(folder, "dog/1.wav", "rain/2.wav")
    assert read_labelled(folder / "dog" / "..").name == "my set"
