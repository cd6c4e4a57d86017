"""Whether a window can be opened is found out without Qt, which would end the process."""

import socket
from collections.abc import Iterator
from pathlib import Path

import pytest

from desktop_app.cli import display
from desktop_app.cli.display import NO_SCREEN, why_no_window


@pytest.fixture
def x_server() -> Iterator[str]:
    """The DISPLAY of something that listens where an X server would."""
    for number in range(200, 300):
        listening = socket.socket()
        try:
            listening.bind(("127.0.0.1", 6000 + number))
        except OSError:
            listening.close()
            continue
        listening.listen()
        yield f"127.0.0.1:{number}.0"
        listening.close()
        return
    pytest.skip("no free port")


@pytest.mark.parametrize(
    "environment",
    [
        {},
        {"DISPLAY": ""},
        {"DISPLAY": ":4711"},
        {"DISPLAY": "nonsense"},
        {"DISPLAY": "127.0.0.1:99999"},
        {"WAYLAND_DISPLAY": "wayland-4711", "XDG_RUNTIME_DIR": "/nowhere"},
        {"QT_QPA_PLATFORM": "xcb"},
        {"QT_QPA_PLATFORM": "wayland;xcb"},
    ],
)
def test_without_a_display_server_there_is_no_window(environment: dict[str, str]) -> None:
    assert why_no_window(environment, "linux") == NO_SCREEN


@pytest.mark.parametrize("platform", ["offscreen", "offscreen:configfile=a", "minimal", "xcb;offscreen", "linuxfb"])
def test_some_platforms_need_no_display_server(platform: str) -> None:
    assert why_no_window({"QT_QPA_PLATFORM": platform}, "linux") is None


@pytest.mark.parametrize("system", ["win32", "darwin"])
def test_some_systems_always_have_one(system: str) -> None:
    assert why_no_window({}, system) is None


def test_a_display_server_that_answers_will_do(x_server: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(display, "_problem_with", lambda plugin: None)
    assert why_no_window({"DISPLAY": x_server}, "linux") is None
    assert why_no_window({"DISPLAY": x_server, "QT_QPA_PLATFORM": "xcb"}, "linux") is None
    assert why_no_window({"DISPLAY": x_server, "QT_QPA_PLATFORM": "wayland"}, "linux") == NO_SCREEN


def test_a_wayland_socket_that_answers_will_do(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(display, "_problem_with", lambda plugin: None)
    with socket.socket(socket.AF_UNIX) as listening:
        listening.bind(str(tmp_path / "wayland-0"))
        listening.listen()
        assert why_no_window({"WAYLAND_DISPLAY": "wayland-0", "XDG_RUNTIME_DIR": str(tmp_path)}, "linux") is None


def test_a_library_that_qt_lacks_is_named(x_server: str, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    plugins = tmp_path / "Qt" / "plugins" / "platforms"
    plugins.mkdir(parents=True)
    (plugins / "libqxcb.so").write_bytes(b"no library")

    class Package:
        submodule_search_locations = (str(tmp_path),)

    monkeypatch.setattr(display.importlib.util, "find_spec", lambda name: Package)
    reason = why_no_window({"DISPLAY": x_server}, "linux")
    assert reason is not None
    assert "libqxcb.so" in reason
