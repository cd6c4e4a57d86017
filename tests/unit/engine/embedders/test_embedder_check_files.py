"""What a checkpoint's folder says of its licence and of where it comes from."""

import json
from pathlib import Path

import pytest

from desktop_app.engine.embedders.embedder_check_files import licence_line, revision_line
from desktop_app.engine.embedders.hub_download import RECORD
from desktop_app.engine.embedders.model_files import KNOWN
from tests.fake_hub import write_checkpoint

COMMIT = "0123456789" * 4


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return write_checkpoint(tmp_path / "own")


def write_record(folder: Path, **changes: object) -> None:
    record = {"repository": "somebody/clap", "commit": COMMIT, "files": {}, **changes}
    (folder / RECORD).write_text(json.dumps(record), encoding="utf-8")


def test_no_licence_is_a_warning(folder: Path) -> None:
    line = licence_line(folder)
    assert (line.mark, line.details) == ("warning", {"tag": None, "file": None})


@pytest.mark.parametrize(
    "said", ["license: apache-2.0", 'license: "apache-2.0"', "tags:\n- audio\nlicense: apache-2.0"]
)
def test_a_model_card_says_it(folder: Path, said: str) -> None:
    (folder / "README.md").write_text(f"---\nlanguage: en\n{said}\n---\nlicense: mit\n", encoding="utf-8")
    line = licence_line(folder)
    assert (line.mark, line.details["tag"]) == ("ok", "apache-2.0")
    assert "README.md" in line.text


def test_texts_of_any_length_are_read_at_their_beginning(folder: Path) -> None:
    """Fifty gigabytes each, which no machine would hold."""
    (folder / "README.md").write_bytes(b"---\r\nlicense: apache-2.0\r\n---\r\n")
    (folder / "LICENSE").write_text("Apache License\n")
    for name in ("README.md", "LICENSE"):
        with (folder / name).open("r+b") as file:
            file.truncate(50_000_000_000)
    line = licence_line(folder)
    assert line.details["tag"] == "apache-2.0"
    assert "Apache License" in line.text


def test_a_card_without_front_matter_says_nothing(folder: Path) -> None:
    (folder / "README.md").write_text("# A network\n\nlicense: mit\n", encoding="utf-8")
    assert licence_line(folder).mark == "warning"


@pytest.mark.parametrize("name", ["LICENSE", "LICENSE.txt", "licence.md", "COPYING"])
def test_a_licence_file_is_named_with_its_first_words(folder: Path, name: str) -> None:
    (folder / name).write_text("\n   Apache License\n   Version 2.0\n", encoding="utf-8")
    line = licence_line(folder)
    assert (line.mark, line.details) == ("ok", {"tag": None, "file": name})
    assert "“Apache License”" in line.text


def test_the_download_recorded_what_the_hub_says(folder: Path) -> None:
    write_record(folder, licence="cc-by-4.0")
    line = licence_line(folder)
    assert (line.mark, line.text) == ("ok", "The licence is cc-by-4.0, as stated by the hub.")


def test_two_licences_are_a_warning(folder: Path) -> None:
    write_record(folder, licence="cc-by-4.0")
    (folder / "README.md").write_text("---\nlicense: mit\n---\n", encoding="utf-8")
    line = licence_line(folder)
    assert line.mark == "warning"
    assert "cc-by-4.0 (the hub), mit (README.md)" in line.text


def test_a_known_repository_says_the_same_in_small_letters(folder: Path) -> None:
    known = KNOWN["clap-htsat-fused"]
    write_record(folder, repository=known.repository, licence=known.licence.lower())
    assert licence_line(folder).mark == "ok"


def test_the_revision_is_that_of_the_download(folder: Path) -> None:
    write_record(folder)
    line = revision_line(folder)
    assert (line.mark, line.text) == ("ok", f"Revision {COMMIT} of somebody/clap.")


def test_the_folder_of_the_hubs_own_cache_names_the_revision(tmp_path: Path) -> None:
    line = revision_line(write_checkpoint(tmp_path / "snapshots" / COMMIT))
    assert (line.mark, line.details["revision"]) == ("note", COMMIT)


def test_elsewhere_it_is_unknown(folder: Path) -> None:
    assert (revision_line(folder).mark, revision_line(folder).details["revision"]) == ("note", None)
