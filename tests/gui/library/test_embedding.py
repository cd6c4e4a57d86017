"""The larger network: offered once, downloaded in the background, and serving only when it has heard everything."""

import threading
import time
from collections.abc import Callable, Iterator
from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtWidgets import QLabel, QPushButton, QToolButton

import desktop_app.app
import desktop_app.gui.embedder_download
import desktop_app.open_profile.listening
from desktop_app.engine.embedders.embedder import EmbedderSpec
from desktop_app.engine.embedders.hub_download import DownloadProgress
from desktop_app.engine.embedders.model_files import KNOWN, KnownCheckpoint, download
from desktop_app.engine.processes.in_process_worker import InProcessWorker
from desktop_app.gui.panels.lines.offer_line import OFFERED, OfferLine
from desktop_app.gui.problems import ProblemKind
from desktop_app.settings import load_settings
from tests.fake_hub import COMMIT, REPOSITORY, Hub, serve_hub
from tests.fakes import FakeEmbedder, fake_spec
from tests.gui.desk import Desk, OpenDesk


@pytest.fixture
def hub(monkeypatch: pytest.MonkeyPatch) -> Iterator[Hub]:
    """A hub on this machine that has the offered network, and a second network that can be listened with."""
    with serve_hub() as hub:
        offered = KnownCheckpoint(OFFERED, REPOSITORY, COMMIT, "Test", "Tests.", "CC0-1.0", 1)
        fetch = partial(download, base_url=hub.url, known={OFFERED: offered})
        monkeypatch.setattr(desktop_app.gui.embedder_download, "download", fetch)
        yield hub


class SecondEmbedder(FakeEmbedder):
    embedder_id = "fake/2"


@pytest.fixture
def two_networks(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    """Whatever is not the bundled network is a second fake."""
    second = replace(fake_spec(), name=OFFERED, embedder_id="fake/2")

    def spec_of(name: str, *_: object) -> EmbedderSpec:
        return fake_spec() if name == "starter" else second

    monkeypatch.setattr(desktop_app.app, "spec_of", spec_of)
    monkeypatch.setattr(
        desktop_app.open_profile.listening, "InProcessWorker", lambda _: InProcessWorker(SecondEmbedder())
    )


def named(offer: OfferLine, name: str) -> QToolButton:
    return next(b for b in offer.findChildren(QToolButton) if b.accessibleName() == name)


def press_download(desk: Desk) -> None:
    desk.window.offer.findChild(QPushButton).click()


def test_the_offer_says_size_licence_and_what_it_improves(desk: Desk) -> None:
    desk.until(desk.window.offer.isVisible)
    text = desk.window.offer.findChild(QLabel).text()
    known = KNOWN[OFFERED]
    assert f"{known.size // 1_000_000} MB" in text
    assert known.licence in text
    assert known.good_for in text


def test_it_is_not_offered_before_there_is_a_folder(open_desk: OpenDesk) -> None:
    desk = open_desk()
    assert desk.window.shows_first_run
    assert not desk.window.offer.isVisible()


def test_whoever_dismisses_it_is_never_asked_again(desk: Desk, open_desk: OpenDesk) -> None:
    desk.until(desk.window.offer.isVisible)
    named(desk.window.offer, "Do not offer this again").click()
    assert not desk.window.offer.isVisible()
    desk.close()

    again = open_desk()
    again.until(lambda: not again.window.shows_first_run)
    assert not again.window.offer.isVisible()


@pytest.mark.usefixtures("two_networks")
def test_it_downloads_hears_everything_and_takes_over_with_a_sentence(
    hub: Hub, open_desk: OpenDesk, desk: Desk
) -> None:
    desk = reopened(desk, open_desk)
    press_download(desk)
    assert not desk.window.offer.isVisible()
    desk.until(lambda: desk.earmark.spec.embedder_id == "fake/2")
    desk.until(lambda: "has heard every sound" in desk.window.status.text)
    desk.settle()
    assert (desk.earmark.profile.embedders / OFFERED / "model.safetensors").is_file()
    assert len(desk.names()) == 5
    assert load_settings(desk.earmark.profile.settings_file).embedder == OFFERED
    assert not desk.window.offer.isVisible()


def test_without_a_connection_there_is_a_sentence_and_another_try(
    hub: Hub, open_desk: OpenDesk, desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    nowhere = partial(desktop_app.gui.embedder_download.download, base_url="http://127.0.0.1:9")
    monkeypatch.setattr(desktop_app.gui.embedder_download, "download", nowhere)
    desk = reopened(desk, open_desk)
    press_download(desk)
    panel = desk.conversation.troubles.panel
    desk.until(lambda: any(p.kind is ProblemKind.EMBEDDER for p in panel.model.problems))
    assert "127.0.0.1" in panel.model.problems[0].reason or "reach" in panel.model.problems[0].reason
    assert panel.model.problems[0].reason in desk.window.status.text
    desk.until(desk.window.offer.isVisible)


@pytest.mark.usefixtures("two_networks")
def test_a_download_is_cancelled_and_goes_on_later(
    hub: Hub, open_desk: OpenDesk, desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    fetch = desktop_app.gui.embedder_download.download
    begun, cancelling = threading.Event(), threading.Event()
    cancelling.set()

    def slow(name: str, folder: Path, *, progress: Any, cancelled: Callable[[], bool]) -> Path:
        """Waits in the middle of the weights until it is cancelled."""

        def follow(step: DownloadProgress) -> None:
            progress(step)
            if step.file == "model.safetensors" and cancelling.is_set():
                begun.set()
                while not cancelled():
                    time.sleep(0.01)

        return fetch(name, folder, progress=follow, cancelled=cancelled)

    monkeypatch.setattr(desktop_app.gui.embedder_download, "download", slow)
    desk = reopened(desk, open_desk)
    press_download(desk)
    desk.until(begun.is_set)
    desk.until(lambda: "Downloading" in desk.window.status.text)
    desk.window.status.download_cancelled.emit()
    desk.until(lambda: "goes on from there" in desk.window.status.text)
    desk.until(desk.window.offer.isVisible)
    button = desk.window.offer.findChild(QPushButton)
    assert button.text() == "Go on with the download"

    cancelling.clear()
    button.click()
    desk.until(lambda: desk.earmark.spec.embedder_id == "fake/2")
    assert any(asked for asked in hub.ranges_of("model.safetensors")), "what was received is not fetched again"


def reopened(desk: Desk, open_desk: OpenDesk) -> Desk:
    """The same profile in a window that was made when the hub was there."""
    desk.close()
    again = open_desk()
    again.until(again.window.offer.isVisible)
    return again
