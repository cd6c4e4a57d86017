"""One writer a profile: who holds it, what others can ask of the holder, and that neither can hold the other up."""

import contextlib
import json
import os
import queue
import signal
import socket
import subprocess
import sys
import threading
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from desktop_app.other_processes.instance import Holder, hand_over
from desktop_app.other_processes.local_socket import NoReplyError, Reply, Request, Server, ask
from desktop_app.paths import Profile, ProfileError

DEADLINE = 60.0

HOLDING = """
import sys
from pathlib import Path
from desktop_app.other_processes.instance import Holder
from desktop_app.paths import Profile
holder = Holder.acquire(Profile.at(Path(sys.argv[1])))
holder.serve(lambda request: {"result": request})
print("holding", flush=True)
sys.stdin.read()
holder.close()
"""


@pytest.fixture
def profile(tmp_path: Path) -> Profile:
    return Profile.at(tmp_path / "profile")


@pytest.fixture
def holder(profile: Profile) -> Iterator[Holder]:
    held = Holder.acquire(profile)
    assert held is not None
    yield held
    closes(held.close)


def echo(request: Request) -> Reply:
    return {"result": request}


def closes(close: Callable[[], None]) -> None:
    """Run `close` on a thread of its own, so that one that hangs is a failure and not the end of the tests."""
    thread = threading.Thread(target=close, daemon=True)
    thread.start()
    thread.join(DEADLINE)
    assert not thread.is_alive(), "closing hangs"


@contextlib.contextmanager
def another_process(profile: Profile) -> Iterator[subprocess.Popen[str]]:
    command = [sys.executable, "-c", HOLDING, str(profile.data)]
    with subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True) as process:
        assert process.stdout is not None
        assert process.stdout.readline() == "holding\n"
        try:
            yield process
        finally:
            process.kill()


def address_of(profile: Profile) -> tuple[str, str]:
    place = json.loads((profile.data / "writer.json").read_text())
    return place["address"], place["key"]


def visit(profile: Profile) -> socket.socket:
    visitor = socket.socket(socket.AF_UNIX)
    visitor.settimeout(DEADLINE)
    visitor.connect(address_of(profile)[0])
    return visitor


def test_two_cannot_hold_one_profile(profile: Profile, holder: Holder) -> None:
    assert Holder.acquire(profile) is None
    other = Holder.acquire(Profile.at(profile.data / "another"))
    assert other is not None
    other.close()


def test_a_closed_profile_can_be_held_again(profile: Profile) -> None:
    for _ in range(3):
        holder = Holder.acquire(profile)
        assert holder is not None
        holder.serve(echo)
        closes(holder.close)
    assert sorted(path.name for path in profile.data.iterdir() if path.is_file()) == ["writer.lock"]


def test_requests_reach_the_holder_with_names_that_are_no_text(profile: Profile, holder: Holder) -> None:
    holder.serve(echo)
    request = {"job": "index", "folders": ["/sounds/\udcff\udcfe", "/sounds/Größe"]}
    assert hand_over(profile, request) == {"result": request}


def test_whoever_asks_hears_at_once_that_the_request_was_taken(profile: Profile, holder: Holder) -> None:
    taken = threading.Event()
    holder.serve(lambda request: {"result": taken.wait(DEADLINE)})
    assert hand_over(profile, {"job": "x"}, taken=taken.set) == {"result": True}


def test_several_visitors_are_answered_at_once(profile: Profile, holder: Holder) -> None:
    all_here = threading.Barrier(4)
    holder.serve(lambda request: {"result": all_here.wait(DEADLINE) >= 0})
    with ThreadPoolExecutor(4) as visitors:
        assert list(visitors.map(lambda _: hand_over(profile, {}), range(4))) == [{"result": True}] * 4


def test_nobody_takes_a_request_where_nobody_holds_the_profile(profile: Profile) -> None:
    assert hand_over(profile, {"job": "index"}) is None
    assert not profile.data.exists()


def test_nobody_takes_a_request_when_the_holder_serves_none(profile: Profile, holder: Holder) -> None:
    assert hand_over(profile, {"job": "index"}) is None


@pytest.mark.parametrize(
    "content",
    ["", "[]", "{", '{"address": 5.5, "key": "k"}', '{"address": "a\\u0000b", "key": ""}', "[" * 90_000, " " * 100_001],
)
def test_a_damaged_address_is_nobody(profile: Profile, content: str) -> None:
    profile.create()
    (profile.data / "writer.json").write_text(content)
    assert hand_over(profile, {}) is None


def test_the_address_and_the_socket_are_their_owners_alone(profile: Profile, holder: Holder) -> None:
    holder.serve(echo)
    address, _ = address_of(profile)
    for path in (profile.data / "writer.json", Path(address)):
        assert path.stat().st_mode & 0o077 == 0


def test_a_visitor_without_the_key_is_turned_away(profile: Profile, holder: Holder) -> None:
    asked: list[Request] = []
    holder.serve(lambda request: {"result": asked.append(request)})
    for key in ("", "wrong", "\udcff"):
        assert ask(address_of(profile)[0], key, {"job": "index"}) is None
    assert not asked


@pytest.mark.parametrize(
    "words",
    [
        b"",
        b"\n",
        b"hello\n",
        b"[1, 2]\n",
        b"\xff\xfe\x00\n",
        b"[" * 100_000 + b"\n",
        b'{"key": 5, "request": {}}\n',
        b"x" * (17 << 20),
    ],
    ids=["nothing", "empty", "text", "list", "bytes", "nested", "number", "huge"],
)
def test_nonsense_does_not_stop_the_holder(profile: Profile, holder: Holder, words: bytes) -> None:
    holder.serve(echo)
    with visit(profile) as visitor, contextlib.suppress(ConnectionError):
        visitor.sendall(words)
        visitor.shutdown(socket.SHUT_WR)
        assert b"result" not in visitor.recv(1000)
    assert hand_over(profile, {"still": "there"}) == {"result": {"still": "there"}}


def test_a_request_that_is_no_dictionary_is_refused_with_a_sentence(profile: Profile, holder: Holder) -> None:
    holder.serve(echo)
    reply = ask(*address_of(profile), ["not", "a", "dictionary"])  # type: ignore[arg-type]
    assert reply == {"error": "This request makes no sense."}


def test_a_silent_visitor_holds_up_neither_others_nor_the_end(profile: Profile, holder: Holder) -> None:
    holder.serve(echo)
    with visit(profile), visit(profile) as half_way:
        half_way.sendall(b'{"key": ')
        assert hand_over(profile, {}) == {"result": {}}
        closes(holder.close)


def test_closing_waits_for_what_was_taken_and_takes_nothing_new(profile: Profile) -> None:
    holder = Holder.acquire(profile)
    assert holder is not None
    taken, go_on = threading.Event(), threading.Event()
    holder.serve(lambda request: {"result": go_on.wait(DEADLINE)})
    address, key = address_of(profile)
    with ThreadPoolExecutor(2) as threads:
        reply = threads.submit(hand_over, profile, {}, taken=taken.set)
        assert taken.wait(DEADLINE)
        holder.leave()
        assert ask(address, key, {}) is None
        assert Holder.acquire(profile) is None
        closed = threads.submit(holder.close)
        go_on.set()
        assert reply.result(DEADLINE) == {"result": True}
        closed.result(DEADLINE)


def test_closing_works_when_the_files_were_deleted(profile: Profile) -> None:
    holder = Holder.acquire(profile)
    assert holder is not None
    holder.serve(echo)
    for name in ("writer.socket", "writer.json"):
        (profile.data / name).unlink()
    assert hand_over(profile, {}) is None
    closes(holder.close)


def test_a_long_path_is_no_obstacle_and_leaves_nothing_behind(tmp_path: Path) -> None:
    profile = Profile.at(tmp_path / ("long" * 30) / "profile")
    holder = Holder.acquire(profile)
    assert holder is not None
    holder.serve(echo)
    address, _ = address_of(profile)
    assert len(address) < 108
    assert hand_over(profile, {}) == {"result": {}}
    closes(holder.close)
    assert not Path(address).parent.exists()


def test_where_no_socket_can_be_made_there_is_another_place(tmp_path: Path) -> None:
    place = tmp_path / "writer.socket"
    (place / "in the way").mkdir(parents=True)  # stands for a file system without sockets
    server = Server(place, echo)
    try:
        assert ask(server.address, server.key, {"job": "x"}) == {"result": {"job": "x"}}
    finally:
        closes(server.close)


def test_a_fault_in_a_job_is_reported_and_leaves_the_visitor_with_an_error(
    profile: Profile, holder: Holder, monkeypatch: pytest.MonkeyPatch
) -> None:
    faults: queue.Queue[type[BaseException]] = queue.Queue()
    monkeypatch.setattr(threading, "excepthook", lambda fault: faults.put(fault.exc_type))
    holder.serve(lambda request: {"result": 1 // request["zero"]})
    with pytest.raises(NoReplyError):
        hand_over(profile, {"zero": 0})
    # The visitor is told first, and may be quicker than the report.
    assert faults.get(timeout=60) is ZeroDivisionError
    assert hand_over(profile, {"zero": 1}) == {"result": 1}


def test_a_process_that_does_not_answer_is_not_waited_for(tmp_path: Path) -> None:
    with socket.socket(socket.AF_UNIX) as frozen:
        frozen.bind(str(tmp_path / "s"))
        frozen.listen()
        assert ask(str(tmp_path / "s"), "key", {}, patience=0.1) is None


def test_another_process_holds_the_profile_until_it_is_killed(profile: Profile) -> None:
    with another_process(profile) as process:
        assert Holder.acquire(profile) is None
        assert hand_over(profile, {"job": "x"}) == {"result": {"job": "x"}}
        os.kill(process.pid, signal.SIGKILL)
        process.wait(DEADLINE)
    assert (profile.data / "writer.json").exists()
    assert hand_over(profile, {"job": "x"}) is None
    holder = Holder.acquire(profile)
    assert holder is not None
    holder.serve(echo)
    assert hand_over(profile, {"job": "y"}) == {"result": {"job": "y"}}
    closes(holder.close)


@pytest.mark.parametrize("below", ["", "deeper"])
def test_a_profile_that_cannot_be_written_gets_a_sentence(tmp_path: Path, below: str) -> None:
    (tmp_path / "file").write_text("not a folder")
    with pytest.raises(ProfileError, match=r"^Nothing can be kept in .*file.*: check that it is a folder"):
        Holder.acquire(Profile.at(tmp_path / "file" / below))
