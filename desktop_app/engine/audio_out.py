"""The sound card, by miniaudio; or a clock that behaves like one and is heard by nobody."""

import os
import sys
from collections.abc import Callable, Generator, Iterator
from contextlib import contextmanager, suppress
from typing import Any, Final, Literal

Backend = Literal["device", "null", "none"]
"""The sound card; a silent one that keeps time, for tests and for machines without; nothing at all."""

_BUFFER_MS: Final = 20
"""A period of the sound card: short enough for an audition that feels immediate, long enough for Python."""
NO_DEVICE: Final = "No sound device was found. Connect one and play again."
NO_SUPPORT: Final = "Earmark cannot play sound on this kind of computer; everything else works."


class NoAudioError(Exception):
    """There is no way to play sound; the message is a sentence for the user."""


class AudioOut:
    """An opened sound card that is not yet running."""

    def __init__(self, *, rate: int, backend: Backend) -> None:
        """Stereo float32 at `rate` Hz. Raises `NoAudioError`."""
        if backend == "none":
            raise NoAudioError(NO_DEVICE)
        try:
            import miniaudio  # here, because there are computers without it
        except ImportError as error:
            raise NoAudioError(NO_SUPPORT) from error
        self._error = miniaudio.MiniaudioError
        backends = [miniaudio.Backend.NULL] if backend == "null" else None
        with _silenced_errors():
            try:
                self._device: Any = miniaudio.PlaybackDevice(
                    output_format=miniaudio.SampleFormat.FLOAT32,
                    nchannels=2,
                    sample_rate=rate,
                    buffersize_msec=_BUFFER_MS,
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
        """Let the sound card go."""
        self.running = False
        self._device.close()


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
