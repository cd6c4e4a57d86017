"""The log says what went wrong, comes into being when there is something to say, and never gets in the way."""

import logging
import sys
import threading
from collections.abc import Iterator
from pathlib import Path

import pytest

from desktop_app.log import crashes_reported, start_logging, stop_logging

log = logging.getLogger("desktop_app.somewhere")


@pytest.fixture(autouse=True)
def _as_before() -> Iterator[None]:
    yield
    stop_logging()


def test_nothing_is_made_before_there_is_something_to_log(tmp_path: Path) -> None:
    start_logging(tmp_path / "logs" / "earmark.log")
    assert not (tmp_path / "logs").exists()
    log.info("rain heard")
    text = (tmp_path / "logs" / "earmark.log").read_text()
    assert "INFO" in text
    assert "desktop_app.somewhere: rain heard" in text


def test_names_that_are_no_text_can_be_logged(tmp_path: Path, capfd: pytest.CaptureFixture[str]) -> None:
    start_logging(tmp_path / "earmark.log")
    log.warning("unreadable: %s", "/sounds/\udcff.wav")
    assert "/sounds/\\udcff.wav" in (tmp_path / "earmark.log").read_text(encoding="utf-8")
    assert capfd.readouterr().err == ""


def test_a_log_that_cannot_be_written_is_silent(tmp_path: Path, capfd: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "logs").write_text("a file where the folder should be")
    start_logging(tmp_path / "logs" / "earmark.log")
    log.error("something happened")
    assert capfd.readouterr().err == ""


def test_a_fault_in_a_log_line_is_shown(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    start_logging(tmp_path / "earmark.log")
    log.error("%d sounds", "seven")
    assert "Logging error" in capsys.readouterr().err


def test_the_log_does_not_grow_for_ever(tmp_path: Path) -> None:
    start_logging(tmp_path / "earmark.log")
    for _ in range(45):
        log.info("x" * 100_000)
    files = sorted(tmp_path.iterdir())
    assert [file.name for file in files] == ["earmark.log", "earmark.log.1", "earmark.log.2"]
    assert all(file.stat().st_size <= 1_000_000 for file in files)


def test_starting_twice_logs_once_and_to_the_new_file(tmp_path: Path) -> None:
    start_logging(tmp_path / "old.log")
    log.info("one")
    start_logging(tmp_path / "new.log")
    log.info("two")
    assert "two" not in (tmp_path / "old.log").read_text()
    assert (tmp_path / "new.log").read_text().count("two") == 1


def test_an_unexpected_error_of_any_thread_is_logged_and_shown(tmp_path: Path) -> None:
    start_logging(tmp_path / "earmark.log")
    shown: list[str] = []
    error = ValueError("of the main thread")
    with crashes_reported(shown.append):
        thread = threading.Thread(target=lambda: 1 // 0)
        thread.start()
        thread.join()
        sys.excepthook(ValueError, error, None)
    assert "ZeroDivisionError" in shown[0]
    assert "of the main thread" in shown[1]
    text = (tmp_path / "earmark.log").read_text()
    assert "ZeroDivisionError" in text
    assert "of the main thread" in text


def test_an_interruption_or_a_thread_that_ends_early_is_no_crash(capsys: pytest.CaptureFixture[str]) -> None:
    shown: list[str] = []
    with crashes_reported(shown.append):
        thread = threading.Thread(target=sys.exit)
        thread.start()
        thread.join()
        sys.excepthook(KeyboardInterrupt, KeyboardInterrupt(), None)
    assert not shown
    assert "KeyboardInterrupt" in capsys.readouterr().err


def test_who_showed_crashes_is_told_of_none_afterwards() -> None:
    before = sys.excepthook, threading.excepthook
    with crashes_reported(lambda _: None):
        assert sys.excepthook is not before[0]
        assert threading.excepthook is not before[1]
    assert (sys.excepthook, threading.excepthook) == before
