"""The window as a process of its own: how it ends when the terminal or the system asks it to."""

import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

DEADLINE = 60


@pytest.mark.skipif(os.name != "posix", reason="other systems have other ways to end a process")
@pytest.mark.parametrize("wish", [signal.SIGINT, signal.SIGTERM])
def test_the_window_closes_in_peace_when_it_is_told_to(tmp_path: Path, wish: signal.Signals) -> None:
    command = [sys.executable, "-m", "desktop_app", "--profile", str(tmp_path / "profile")]
    environment = os.environ | {"QT_QPA_PLATFORM": "offscreen"}
    with subprocess.Popen(
        command, env=environment, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True
    ) as window:
        until = time.monotonic() + DEADLINE
        while not (tmp_path / "profile" / "window.json").exists() and window.poll() is None:
            # It is remembered when the window closes, so each wish that came too early is repeated.
            if (tmp_path / "profile" / "writer.json").exists():
                window.send_signal(wish)
            assert time.monotonic() < until
            time.sleep(0.2)
        out, err = window.communicate(timeout=DEADLINE)
    assert "Traceback" not in err
    assert out == ""
    assert (window.returncode, err) == (0, "")
