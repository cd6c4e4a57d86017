"""The decoder child: answers later, from a process that has no network in it and never lets an audition wait."""

import queue
import subprocess
import sys
import threading
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import numpy as np
import psutil
import pytest

from desktop_app.core.sound import AudioFormat
from desktop_app.engine.decoding import audio
from desktop_app.engine.decoding.peaks import overview, peaks
from desktop_app.engine.decoding.sound_errors import FileInTheWayError, UnreadableSoundError
from desktop_app.engine.decoding.spectrogram import spectrogram
from desktop_app.engine.processes.child_process import ChildProcess
from desktop_app.engine.processes.decoder_process import Decoder
from desktop_app.engine.processes.decoder_work import (
    DecoderWork,
    Describe,
    ExportRegion,
    Overview,
    ReadDetail,
    ReadRegion,
    Release,
    ShowSpectrum,
    Waveform,
)
from tests import sounds


@pytest.fixture(scope="module")
def decoder() -> Iterator[Decoder]:
    process = Decoder()
    process.warm_up()
    yield process
    process.close()


def ask(decoder: Decoder, work: DecoderWork) -> Any:
    """Ask and wait for the answer."""
    answers: queue.SimpleQueue[Any] = queue.SimpleQueue()
    decoder.request(work, answers.put)
    return answers.get(timeout=60)


def test_each_work_is_done_as_in_this_process(tmp_path: Path, decoder: Decoder) -> None:
    path = sounds.make(tmp_path, "flac24", frames=sounds.noise(3, channels=2))
    samples, rate = ask(decoder, ReadRegion(path, 1000, 5000))
    expected, expected_rate = audio.read_region(path, 1000, 5000)
    np.testing.assert_array_equal(samples, expected)
    assert rate == expected_rate
    assert ask(decoder, Describe(path)) == AudioFormat("flac", "PCM_24", sounds.RATE, 2, 3 * sounds.RATE)
    np.testing.assert_array_equal(ask(decoder, Waveform(path)).levels, peaks(path).levels)
    assert ask(decoder, Overview(path, 3 * sounds.RATE)) == overview(path, 3 * sounds.RATE)
    np.testing.assert_array_equal(ask(decoder, ReadDetail(path, 1000, 5000))[0], expected)
    shades = ask(decoder, ShowSpectrum(path, 1000, 20_000, 50)).decibels
    np.testing.assert_array_equal(shades, spectrogram(path, 1000, 20_000, 50).decibels)
    written = ask(decoder, ExportRegion(path, 1000, 5000, tmp_path / "cut.flac"))
    assert written == tmp_path / "cut.flac"
    np.testing.assert_array_equal(audio.read_region(written, 0, 9999)[0], expected)
    refused = ask(decoder, ExportRegion(path, 0, 100, tmp_path / "cut.flac"))
    assert isinstance(refused, FileInTheWayError)
    assert refused.path == written
    assert ask(decoder, Release()) is None


@pytest.mark.parametrize("kind", ["wav16", "ogg", "mp3", "m4a", "aac"])
def test_regions_one_after_the_other_join_without_a_seam(tmp_path: Path, decoder: Decoder, kind: str) -> None:
    path = sounds.make(tmp_path, kind, frames=sounds.tone(2))
    whole, _ = audio.read_region(path, 0, 10**6)
    pieces, start = [], 0
    while len(piece := ask(decoder, ReadRegion(path, start, 3001))[0]):
        pieces.append(piece)
        start += len(piece)
    np.testing.assert_array_equal(np.concatenate(pieces), whole)
    again, _ = ask(decoder, ReadRegion(path, 100, 200))
    np.testing.assert_allclose(again, whole[100:300], atol=1e-4)


def test_a_file_that_was_replaced_is_read_anew(tmp_path: Path, decoder: Decoder) -> None:
    path = sounds.make(tmp_path, frames=sounds.noise(1, seed=1))
    first, _ = ask(decoder, ReadRegion(path, 0, 100))
    sounds.make(tmp_path, name="other", frames=sounds.noise(1.5, seed=2)).replace(path)
    second, _ = ask(decoder, ReadRegion(path, 0, 100))
    assert not np.array_equal(first, second)


def test_what_cannot_be_read_is_answered_with_a_sentence(tmp_path: Path, decoder: Decoder) -> None:
    for path in sounds.broken_files(tmp_path):
        for work in (ReadRegion(path, 0, 100), Waveform(path), Describe(path)):
            answer = ask(decoder, work)
            assert isinstance(answer, UnreadableSoundError)
            assert str(answer).endswith(".")


def test_answers_come_on_another_thread(tmp_path: Path, decoder: Decoder) -> None:
    threads: queue.SimpleQueue[threading.Thread] = queue.SimpleQueue()
    decoder.request(Describe(sounds.make(tmp_path)), lambda _answer: threads.put(threading.current_thread()))
    assert threads.get(timeout=60) is not threading.current_thread()


def test_an_audition_overtakes_a_waveform(tmp_path: Path, decoder: Decoder) -> None:
    long = sounds.make(tmp_path, "flac", name="long", frames=sounds.noise(200, rate=48_000, channels=2), rate=48_000)
    answers: queue.SimpleQueue[str] = queue.SimpleQueue()
    decoder.request(Waveform(long), lambda _answer: answers.put("waveform"))
    decoder.request(ReadRegion(long, 0, 100), lambda _answer: answers.put("audition"))
    assert [answers.get(timeout=60), answers.get(timeout=60)] == ["audition", "waveform"]


def test_a_cancelled_request_is_not_answered_and_others_are(tmp_path: Path, decoder: Decoder) -> None:
    long = sounds.make(tmp_path, "flac", frames=sounds.noise(200, rate=48_000, channels=2), rate=48_000)
    answers: queue.SimpleQueue[str] = queue.SimpleQueue()
    tickets = [decoder.request(Waveform(long), lambda _answer: answers.put("cancelled")) for _ in range(5)]
    for ticket in tickets:
        ticket.cancel()
    decoder.request(Waveform(sounds.make(tmp_path, name="short")), lambda _answer: answers.put("wanted"))
    assert answers.get(timeout=60) == "wanted"
    assert answers.empty()


def test_no_network_is_loaded_in_the_decoder(tmp_path: Path) -> None:
    decoder = Decoder(lanes="tests.fakes:make_telltale_lanes")
    try:
        loaded = ask(decoder, Release())
    finally:
        decoder.close()
    assert "soundfile" in loaded
    assert not {"torch", "transformers", "PySide6"} & set(loaded)


def test_the_process_that_asks_needs_no_decoder() -> None:
    code = (
        "import sys\n"
        "import desktop_app.engine.processes.decoder_process, desktop_app.engine.processes.embedding_process\n"
        "import desktop_app.engine.decoding.waveform\n"
        "print(sorted({'av', 'soundfile', 'torch'} & set(sys.modules)))\n"
    )
    root = Path(__file__).parents[2]
    done = subprocess.run(
        [sys.executable, "-c", code], cwd=root, capture_output=True, text=True, timeout=60, check=True
    )
    assert done.stdout.strip() == "[]"


def test_nothing_is_started_before_it_is_needed_and_nothing_is_left(tmp_path: Path) -> None:
    decoder = Decoder()
    assert decoder.pid is None
    ask(decoder, Describe(sounds.make(tmp_path)))
    assert decoder.pid is not None
    child = psutil.Process(decoder.pid)
    decoder.close()
    assert not child.is_running()
    refused: list[Any] = []
    decoder.request(Describe(sounds.make(tmp_path)), refused.append).cancel()
    decoder.close()
    assert refused == []


def test_a_child_may_be_asked_for_its_number_while_it_ends() -> None:
    """A thread that looks whether there is one may hold it for longer than its supervisor does."""
    child = ChildProcess("tests.integration.test_processor_time:main", (), "test")
    pid = child.pid
    child.end(kill=True)
    assert child.pid == pid is not None


@pytest.mark.skipif(not Path("/proc/self/fd").exists(), reason="open files cannot be listed here")
def test_a_released_file_is_no_longer_open(tmp_path: Path, decoder: Decoder) -> None:
    path = sounds.make(tmp_path)
    ask(decoder, ReadRegion(path, 0, 100))
    assert path in open_files(decoder)
    ask(decoder, Release())
    assert path not in open_files(decoder)


def open_files(decoder: Decoder) -> set[Path]:
    """Paths that the child holds open."""
    folder = Path(f"/proc/{decoder.pid}/fd")
    return {link.readlink() for link in folder.iterdir() if link.is_symlink()}


def test_a_fault_of_the_listener_does_not_end_the_decoder(
    tmp_path: Path, decoder: Decoder, monkeypatch: pytest.MonkeyPatch
) -> None:
    reported: queue.SimpleQueue[Any] = queue.SimpleQueue()
    monkeypatch.setattr(threading, "excepthook", reported.put)

    def fault(_answer: object) -> None:
        raise ZeroDivisionError

    faulty: Callable[[object], None] = fault
    decoder.request(Describe(sounds.make(tmp_path)), faulty)
    assert reported.get(timeout=60).exc_type is ZeroDivisionError
    assert isinstance(ask(decoder, Describe(sounds.make(tmp_path))), AudioFormat)
