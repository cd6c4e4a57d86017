"""One decoding child for many tests that each open a library, or a window."""

import threading
from collections.abc import Callable
from typing import Any

from desktop_app.engine.processes.decoder_process import Decoder, Ticket
from desktop_app.engine.processes.decoder_work import DecoderWork


class LentDecoder:
    """The decoder of one open library, whose child serves the next one, too: a child for each would take as long to
    begin as all the rest of a window. What was asked for is forgotten when the library closes.
    """

    def __init__(self, decoder: Decoder) -> None:
        self._decoder = decoder
        self._answering = threading.RLock()
        self._tickets: list[Ticket] = []
        self._closed = False

    @property
    def pid(self) -> int | None:
        return self._decoder.pid

    def warm_up(self) -> None:
        self._decoder.warm_up()

    def request(self, work: DecoderWork, done: Callable[[Any], None]) -> Ticket:
        def answer(result: Any) -> None:
            with self._answering:
                if not self._closed:
                    done(result)

        ticket = self._decoder.request(work, answer)
        self._tickets.append(ticket)
        return ticket

    def close(self) -> None:
        with self._answering:
            self._closed = True
        for ticket in self._tickets:
            ticket.cancel()
