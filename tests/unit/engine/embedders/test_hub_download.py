"""Downloading CLAP checkpoints, from a hub that this test runs on this machine."""

import errno
import hashlib
import http.client
import json
import ssl
from collections.abc import Callable, Iterator
from itertools import count
from pathlib import Path

import pytest

from desktop_app.engine.embedders.hub_client import DownloadError, HubClient
from desktop_app.engine.embedders.hub_download import DownloadCancelledError, DownloadProgress
from desktop_app.engine.embedders.model_files import KnownCheckpoint, check_folder, download
from tests.fake_hub import COMMIT, REPOSITORY, Hub, checkpoint_files, serve_hub, weights


@pytest.fixture
def hub() -> Iterator[Hub]:
    with serve_hub() as hub:
        yield hub


def known(revision: str | None = COMMIT, **digests: str) -> dict[str, KnownCheckpoint]:
    digests = {name.replace("_json", ".json"): digest for name, digest in digests.items()}
    return {"test": KnownCheckpoint("test", REPOSITORY, revision, "Test", "Tests.", "CC0-1.0", 1, digests)}


def never() -> bool:
    return False


def fetch(
    hub: Hub,
    folder: Path,
    *,
    progress: Callable[[DownloadProgress], None] = lambda _: None,
    cancelled: Callable[[], bool] = never,
    free: int = 10**12,
    offers: dict[str, KnownCheckpoint] | None = None,
) -> Path:
    return download(
        "test",
        folder,
        progress=progress,
        cancelled=cancelled,
        base_url=hub.url,
        free=lambda _: free,
        known=offers or known(),
    )


def contents(folder: Path) -> dict[str, bytes]:
    """The checkpoint's files in a folder; neither the record nor the lock."""
    names = [path.name for path in folder.iterdir() if path.name in checkpoint_files() or path.suffix == ".part"]
    return {name: (folder / name).read_bytes() for name in names}


def test_the_checkpoint_arrives_whole_and_is_recorded(hub: Hub, tmp_path: Path) -> None:
    steps: list[DownloadProgress] = []
    folder = fetch(hub, tmp_path / "models" / "test", progress=steps.append)
    assert contents(folder) == hub.files
    assert all(finding.good for finding in check_folder(folder))
    record = json.loads((folder / "earmark-download.json").read_text())
    assert (record["repository"], record["commit"], record["licence"]) == (REPOSITORY, COMMIT, "apache-2.0")
    sha256 = hashlib.sha256(hub.files["model.safetensors"]).hexdigest()
    assert record["files"]["model.safetensors"] == {
        "size": len(hub.files["model.safetensors"]),
        "sha256": sha256,
        "verified_against": "hub",
    }
    assert set(record["files"]) == set(hub.files)
    total = sum(map(len, hub.files.values()))
    assert [step.done for step in steps] == sorted(step.done for step in steps)
    assert (steps[-1].done, {step.total for step in steps}) == (total, {total})


def test_an_unpinned_revision_is_resolved_to_its_commit(hub: Hub, tmp_path: Path) -> None:
    fetch(hub, tmp_path, offers=known(None))
    record = json.loads((tmp_path / "earmark-download.json").read_text())
    assert (record["revision"], record["commit"]) == ("main", COMMIT)
    assert not any("resolve/main" in path for path, _ in hub.asked)


@pytest.mark.parametrize("said", [None, "", ["mit", "other"]])
def test_a_repository_without_a_licence_can_be_had(hub: Hub, tmp_path: Path, said: object) -> None:
    hub.licence = said
    fetch(hub, tmp_path)
    assert json.loads((tmp_path / "earmark-download.json").read_text())["licence"] == ""


def test_a_second_download_fetches_nothing(hub: Hub, tmp_path: Path) -> None:
    fetch(hub, tmp_path)
    hub.asked.clear()
    fetch(hub, tmp_path)
    assert len(hub.asked) == 1


def test_a_spoilt_file_is_fetched_again(hub: Hub, tmp_path: Path) -> None:
    fetch(hub, tmp_path)
    (tmp_path / "tokenizer.json").write_text("{}")
    fetch(hub, tmp_path)
    assert contents(tmp_path) == hub.files


def test_a_corrupted_file_never_gets_its_name(hub: Hub, tmp_path: Path) -> None:
    for hub.corrupt in ("tokenizer.json", "model.safetensors"):
        with pytest.raises(DownloadError, match=r"thrown away; start the download again\."):
            fetch(hub, tmp_path)
        assert hub.corrupt not in contents(tmp_path)
        assert not any(name.startswith(hub.corrupt) for name in contents(tmp_path))
    hub.corrupt = ""
    fetch(hub, tmp_path)
    assert contents(tmp_path) == hub.files


def test_our_own_digest_counts_more_than_the_hubs(hub: Hub, tmp_path: Path) -> None:
    right = hashlib.sha256(hub.files["config.json"]).hexdigest()
    fetch(hub, tmp_path / "right", offers=known(config_json=right))
    record = json.loads((tmp_path / "right" / "earmark-download.json").read_text())
    assert record["files"]["config.json"]["verified_against"] == "manifest"
    with pytest.raises(DownloadError, match=r"config\.json did not arrive"):
        fetch(hub, tmp_path / "wrong", offers=known(config_json="0" * 64))


def test_connections_that_break_off_are_gone_on_with(hub: Hub, tmp_path: Path) -> None:
    hub.break_after = 400_000
    fetch(hub, tmp_path)
    assert contents(tmp_path) == hub.files
    assert hub.ranges_of("model.safetensors") == [None, "bytes=400000-", "bytes=800000-", "bytes=1200000-"]


@pytest.mark.parametrize(
    "error",
    [ssl.SSLEOFError(8, "EOF occurred in violation of protocol"), OSError(errno.EHOSTUNREACH, "No route")],
    ids=str,
)
def test_a_connection_that_fails_in_the_midst_is_no_fault_of_the_drive(
    hub: Hub, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, error: OSError
) -> None:
    read, reads = http.client.HTTPResponse.read, count()

    def fail_now_and_then(response: http.client.HTTPResponse, size: int | None = None) -> bytes:
        if next(reads) in (1, 4):  # the first is the listing
            raise error
        return read(response, size)

    monkeypatch.setattr(http.client.HTTPResponse, "read", fail_now_and_then)
    fetch(hub, tmp_path)
    assert contents(tmp_path) == hub.files


def test_a_hub_without_ranges_starts_the_file_again(hub: Hub, tmp_path: Path) -> None:
    hub.break_after = 400_000
    with pytest.raises(DownloadCancelledError):
        fetch(hub, tmp_path, cancelled=lambda: len(hub.ranges_of("model.safetensors")) == 2)
    hub.break_after, hub.ranges = None, False
    fetch(hub, tmp_path)
    assert contents(tmp_path) == hub.files


def test_a_hub_that_only_breaks_off_is_given_up(hub: Hub, tmp_path: Path) -> None:
    hub.break_after = 0
    with pytest.raises(DownloadError, match=r"cannot be reached; check the connection"):
        fetch(hub, tmp_path)
    assert "model.safetensors" not in contents(tmp_path)


def two_chunks_of_weights(steps: list[DownloadProgress]) -> Callable[[], bool]:
    return lambda: [step.file for step in steps].count("model.safetensors") == 2


def test_cancel_keeps_what_was_received(hub: Hub, tmp_path: Path) -> None:
    steps: list[DownloadProgress] = []
    with pytest.raises(DownloadCancelledError):
        fetch(hub, tmp_path, progress=steps.append, cancelled=two_chunks_of_weights(steps))
    (part,) = tmp_path.glob("model.safetensors.*.part")
    have = part.stat().st_size
    assert 0 < have < len(hub.files["model.safetensors"])
    assert "model.safetensors" not in contents(tmp_path)
    assert "config.json" in contents(tmp_path), "the weights come last: once they are there, all is"
    fetch(hub, tmp_path)
    assert hub.ranges_of("model.safetensors") == [None, f"bytes={have}-"]
    assert contents(tmp_path) == hub.files


def test_a_part_of_another_revision_is_not_gone_on_with(hub: Hub, tmp_path: Path) -> None:
    steps: list[DownloadProgress] = []
    with pytest.raises(DownloadCancelledError):
        fetch(hub, tmp_path, progress=steps.append, cancelled=two_chunks_of_weights(steps))
    hub.files["model.safetensors"] = weights(size=200_000)
    fetch(hub, tmp_path)
    assert (tmp_path / "model.safetensors").read_bytes() == hub.files["model.safetensors"]


def test_a_full_drive_is_seen_before_anything_is_fetched(hub: Hub, tmp_path: Path) -> None:
    with pytest.raises(DownloadError, match=r"has 1 MB free and the download needs 68 MB; make room"):
        fetch(hub, tmp_path, free=1_000_000)
    assert contents(tmp_path) == {}
    assert len(hub.asked) == 1


def test_a_repository_with_only_a_pickle_is_refused(hub: Hub, tmp_path: Path) -> None:
    del hub.files["model.safetensors"]
    with pytest.raises(DownloadError, match="only as a pickle, which could run any code"):
        fetch(hub, tmp_path)
    assert contents(tmp_path) == {}


@pytest.mark.parametrize("missing", ["config.json", "preprocessor_config.json", "tokenizer.json"])
def test_half_a_checkpoint_is_refused(hub: Hub, tmp_path: Path, missing: str) -> None:
    del hub.files[missing]
    with pytest.raises(DownloadError, match="not a whole CLAP checkpoint"):
        fetch(hub, tmp_path)


def test_a_revision_that_is_gone_is_said(hub: Hub, tmp_path: Path) -> None:
    with pytest.raises(DownloadError, match=rf"has no {REPOSITORY} at revision beef any more"):
        fetch(hub, tmp_path, offers=known("beef"))


@pytest.mark.parametrize(
    "answer",
    [
        b'{"siblings": null}',
        b"[",
        b"[]",
        b"[" * 100_000,
        b'"' + b"x" * (17 << 20) + b'"',
        b"\xff\xfe",
        b'{"siblings": []}',
    ],
    ids=["no files", "cut off", "a list", "nested", "17 MB", "no text", "no commit"],
)
def test_an_answer_that_is_no_listing_is_said(hub: Hub, tmp_path: Path, answer: bytes) -> None:
    hub.answer = answer
    with pytest.raises(DownloadError, match="makes no sense"):
        fetch(hub, tmp_path)


@pytest.mark.parametrize(
    "changed",
    [
        {"lfs": {"sha256": "../../../../out", "size": 1}},
        {"lfs": {"sha256": "A" * 64, "size": 1}},
        {"lfs": {"sha256": "ab" * 20, "size": 1}},
        {"lfs": {}, "blobId": "../../out"},
        {"lfs": {"sha256": None}},
        {"size": -1},
        {"size": "1"},
        {"size": None},
    ],
)
def test_what_a_listing_says_of_a_file_is_a_size_and_a_hash(
    hub: Hub, tmp_path: Path, changed: dict[str, object]
) -> None:
    """A hash becomes a part of a file's name, so nothing else may pass for one."""
    hub.changed = changed
    folder = tmp_path / "deep" / "down"
    with pytest.raises(DownloadError, match="makes no sense"):
        fetch(hub, folder)
    assert contents(folder) == {}
    assert sorted(path.name for path in tmp_path.rglob("*")) == [".download.lock", "deep", "down"]


def test_only_the_files_of_a_checkpoint_are_fetched_whatever_else_is_listed(hub: Hub, tmp_path: Path) -> None:
    outside = ("../evil.py", "/etc/evil", "..\\evil.py", "sub/model.safetensors", "evil.bin", "CONFIG.JSON")
    hub.extra_names = (*hub.extra_names, *outside)
    fetch(hub, tmp_path / "a" / "b")
    assert contents(tmp_path / "a" / "b") == hub.files
    assert not any("evil" in path for path, _ in hub.asked)
    assert not list(tmp_path.rglob("*evil*"))


@pytest.mark.parametrize("commit", ["f" * 40, "../" * 13 + "a", "main", ""])
def test_a_pinned_revision_is_that_one_or_none(hub: Hub, tmp_path: Path, commit: str) -> None:
    hub.commit = commit
    with pytest.raises(DownloadError, match=r"another revision of|makes no sense"):
        fetch(hub, tmp_path)
    assert contents(tmp_path) == {}


def test_a_commit_that_is_none_is_not_asked_for(hub: Hub, tmp_path: Path) -> None:
    hub.commit = "../../elsewhere"
    with pytest.raises(DownloadError, match="makes no sense"):
        fetch(hub, tmp_path, offers=known(None))
    assert [path for path, _ in hub.asked] == [f"/api/models/{REPOSITORY}/revision/main?blobs=true"]


def test_weights_without_an_end_are_not_received_for_ever(hub: Hub, tmp_path: Path) -> None:
    hub.endless = True
    with pytest.raises(DownloadError, match=r"did not arrive as .* published it and was thrown away"):
        fetch(hub, tmp_path)
    assert not [name for name in contents(tmp_path) if name.startswith("model.safetensors")]


@pytest.mark.parametrize("change", [lambda whole: whole[:-1], lambda whole: whole + b"!"], ids=["shorter", "longer"])
def test_a_file_of_another_length_never_gets_its_name(
    hub: Hub, tmp_path: Path, change: Callable[[bytes], bytes]
) -> None:
    """The listing was made for the file as it is published."""
    listing = json.dumps(hub.listing()).encode()
    hub.answer = listing
    hub.files["model.safetensors"] = change(hub.files["model.safetensors"])
    with pytest.raises(DownloadError, match=r"thrown away|cannot be reached"):
        fetch(hub, tmp_path)
    assert "model.safetensors" not in contents(tmp_path)


@pytest.mark.parametrize("spoil", [lambda part: b"!" + part[1:], lambda part: part + bytes(2_000_000)])
def test_a_part_that_was_changed_meanwhile_is_thrown_away(
    hub: Hub, tmp_path: Path, spoil: Callable[[bytes], bytes]
) -> None:
    steps: list[DownloadProgress] = []
    with pytest.raises(DownloadCancelledError):
        fetch(hub, tmp_path, progress=steps.append, cancelled=two_chunks_of_weights(steps))
    (part,) = tmp_path.glob("model.safetensors.*.part")
    part.write_bytes(spoil(part.read_bytes()))
    with pytest.raises(DownloadError, match="thrown away"):
        fetch(hub, tmp_path)
    assert not list(tmp_path.glob("model.safetensors*"))
    fetch(hub, tmp_path)
    assert contents(tmp_path) == hub.files


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="this system has no disk that is always full")
def test_a_drive_that_fills_up_meanwhile_is_said_and_what_is_there_stays(hub: Hub, tmp_path: Path) -> None:
    digest = hashlib.sha256(hub.files["model.safetensors"]).hexdigest()
    part = tmp_path / f"model.safetensors.{digest[:12]}.part"
    part.symlink_to("/dev/full")
    with pytest.raises(DownloadError, match=r"cannot be written \(No space left on device\); see to that drive\."):
        fetch(hub, tmp_path)
    assert (tmp_path / "config.json").exists()
    assert not (tmp_path / "model.safetensors").exists()
    part.unlink()
    fetch(hub, tmp_path)
    assert contents(tmp_path) == hub.files


def test_no_network_is_said(tmp_path: Path) -> None:
    with serve_hub() as closed:
        pass
    with pytest.raises(DownloadError, match=r"127\.0\.0\.1:\d+ cannot be reached; check the connection"):
        fetch(closed, tmp_path)


@pytest.mark.parametrize("url", ["http://huggingface.co", "ftp://127.0.0.1", "file:///etc"])
def test_unsafe_addresses_are_refused(url: str) -> None:
    with pytest.raises(DownloadError, match="not a safe address"):
        HubClient(url)


@pytest.mark.parametrize(
    "address", ["http://files.example.org", "ftp://127.0.0.1", "file:///etc/passwd", "http://localhost.example.org"]
)
def test_a_redirect_to_an_unsafe_address_is_refused(hub: Hub, tmp_path: Path, address: str) -> None:
    hub.redirect_to = f"{address}/model.safetensors"
    with pytest.raises(DownloadError, match=r"is not a safe address|answered with error 302"):
        fetch(hub, tmp_path)
    assert "model.safetensors" not in contents(tmp_path)


def test_redirects_that_lead_round_end(hub: Hub, tmp_path: Path) -> None:
    hub.redirect_to = f"/{REPOSITORY}/resolve/{COMMIT}/model.safetensors"
    with pytest.raises(DownloadError, match=r"answered with error 302 for .*; try again later\."):
        fetch(hub, tmp_path)


def test_an_unknown_name_is_refused(tmp_path: Path) -> None:
    with pytest.raises(DownloadError, match="choose one of clap-htsat-fused"):
        download("clop", tmp_path, progress=lambda _: None, cancelled=never)


def test_two_downloads_do_not_write_the_same_file(hub: Hub, tmp_path: Path) -> None:
    refusals: list[str] = []

    def start_another(_: DownloadProgress) -> None:
        with pytest.raises(DownloadError, match="being downloaded already") as refusal:
            fetch(hub, tmp_path)
        refusals.append(str(refusal.value))

    fetch(hub, tmp_path, progress=start_another)
    assert refusals
    assert contents(tmp_path) == hub.files


def test_a_folder_that_cannot_be_made_is_said(hub: Hub, tmp_path: Path) -> None:
    (tmp_path / "file").touch()
    with pytest.raises(DownloadError, match="cannot be written"):
        fetch(hub, tmp_path / "file" / "model")
