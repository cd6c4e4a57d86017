"""A sound card, by miniaudio; or a clock that behaves like one and is heard by nobody."""

import logging
import os
import sys
import threading
from collections.abc import Callable, Generator, Iterator
from contextlib import contextmanager, suppress
from typing import Any, Final, Literal

Backend = Literal["device", "null", "none"]
"""The sound card; a silent one that keeps time, for tests and for machines without; nothing at all."""

_BUFFER_MS: Final = 20
"""A period of the sound card: short enough for an audition that feels immediate, long enough for Python."""
NO_DEVICE: Final = "No sound device was found. Connect one and play again."
NO_SUPPORT: Final = "Earmark cannot play sound on this kind of computer; everything else works."
MISSING: Final = "“{name}” is not connected: sounds play on the system's default device until it is back."
_CLOSING_SECONDS: Final = 3.0
log = logging.getLogger(__name__)


class NoAudioError(Exception):
    """There is no way to play sound; the message is a sentence for the user."""


class MissingDeviceError(NoAudioError):
    """The device that was chosen is not there; the message is a sentence for the user."""


class AudioOut:
    """An opened sound card that is not yet running."""

    def __init__(self, *, rate: int, backend: Backend, device: str | None = None) -> None:
        """Stereo float32 at `rate` Hz on the device of that name, or on the system's default one.

        Raises `NoAudioError`, and `MissingDeviceError` when only that device is not there.
        """
        if backend == "none":
            raise NoAudioError(NO_DEVICE)
        miniaudio = _miniaudio()
        self._error = miniaudio.MiniaudioError
        backends = _backends(backend)
        found = None if device is None else _devices(backend).get(device)
        if device is not None and found is None:
            raise MissingDeviceError(MISSING.format(name=device))
        with _silenced_errors():
            try:
                self._device: Any = miniaudio.PlaybackDevice(
                    output_format=miniaudio.SampleFormat.FLOAT32,
                    nchannels=2,
                    sample_rate=rate,
                    buffersize_msec=_BUFFER_MS,
                    device_id=found,
                    backends=backends,
                    app_name="Earmark",
                )
            except miniaudio.MiniaudioError as error:
                raise NoAudioError(NO_DEVICE) from error
        if backend == "device" and self._device.backend == "Null":
            self._device.close()  # miniaudio's last resort plays to nobody, which a user must be told
            raise NoAudioError(NO_DEVICE)
        self.running = False

    def start(self, stream: Generator[Any, int, None], on_lost: Callable[[], None]) -> None:
        """Begin to ask `stream` for samples; `on_lost` is called when the device goes away. Raises `NoAudioError`."""

        def stopped() -> None:
            if self.running:
                on_lost()

        try:
            with _silenced_errors():
                self._device.stop_callback = stopped
                self._device.start(stream)
        except self._error as error:
            raise NoAudioError(NO_DEVICE) from error
        self.running = True

    def stop(self) -> None:
        """Stop asking for samples. Never call this from the stream."""
        self.running = False
        with suppress(self._error), _silenced_errors():
            self._device.stop()

    def close(self) -> None:
        """Let the sound card go.

        Sound systems have been seen to never come back from closing a device that was pulled out. So this happens on
        a thread that is not waited for for ever; it is a daemon, because the program must be able to end regardless.
        """
        self.running = False
        closing = threading.Thread(target=self._device.close, name="earmark-sound-card", daemon=True)
        closing.start()
        closing.join(_CLOSING_SECONDS)
        if closing.is_alive():
            log.warning("the sound card did not close and is left behind")


def device_names(backend: Backend) -> tuple[str, ...]:
    """The names of the devices that can be played on; none where there is no sound. May take a moment."""
    if backend == "none":
        return ()
    try:
        return tuple(_devices(backend))
    except NoAudioError:
        return ()


def _devices(backend: Backend) -> dict[str, Any]:
    """Name -> what miniaudio calls the device. Raises `NoAudioError`."""
    miniaudio = _miniaudio()
    try:
        with _silenced_errors():
            devices = miniaudio.Devices(_backends(backend))
            if backend == "device" and devices.backend == "Null":
                return {}
            return {found["name"]: found["id"] for found in devices.get_playbacks()}
    except miniaudio.MiniaudioError as error:
        raise NoAudioError(NO_DEVICE) from error


def _backends(backend: Backend) -> list[Any] | None:
    return [_miniaudio().Backend.NULL] if backend == "null" else None


def _miniaudio() -> Any:
    """Raises `NoAudioError`: there are computers without it."""
    try:
        import miniaudio
    except ImportError as error:
        raise NoAudioError(NO_SUPPORT) from error
    return miniaudio


@contextmanager
def _silenced_errors() -> Iterator[None]:
    """ALSA and JACK write to the error output when they find nothing; nobody can do anything with that."""
    if not sys.platform.startswith("linux"):
        yield
        return
    kept = os.dup(2)
    nowhere = os.open(os.devnull, os.O_WRONLY)
    try:
        os.dup2(nowhere, 2)
        yield
    finally:
        os.dup2(kept, 2)
        os.close(kept)
        os.close(nowhere)
