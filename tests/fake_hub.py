"""A hub on this machine: one small CLAP checkpoint, the hub's listing and redirects, and ways to misbehave."""

import hashlib
import http.server
import json
import re
import sys
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

COMMIT = "c0ffee" + "0" * 34
BLOB = "b10b" + "0" * 36
"""The SHA-1 of what nobody fetches."""
REPOSITORY = "laion/clap-test"
PREPROCESSOR = {
    "feature_size": 64,
    "fft_window_size": 1024,
    "frequency_max": 14000,
    "frequency_min": 50,
    "hop_length": 480,
    "max_length_s": 10,
    "padding": "repeatpad",
    "sampling_rate": 48000,
    "truncation": "fusion",
}
CONFIG = {
    "model_type": "clap",
    "projection_dim": 512,
    "audio_config": {
        "enable_fusion": True,
        "depths": [1, 1, 2, 1],
        "num_attention_heads": [1, 2, 2, 4],
        "patch_embeds_hidden_size": 16,
        "hidden_size": 128,
    },
    "text_config": {"hidden_size": 32, "num_hidden_layers": 2, "num_attention_heads": 2, "intermediate_size": 64},
}
"""A small network: of what a file of weights does not say, transformers makes up the numbers, and of the published size
that takes seconds.
"""
PARTS = ("audio_model.a", "text_model.b", "audio_projection.c", "text_projection.d")


def weights(names: tuple[str, ...] = PARTS, size: int = 300_000) -> bytes:
    """A safetensors file, written by hand after the format's description."""
    header = {
        name: {"dtype": "U8", "shape": [size], "data_offsets": [number * size, (number + 1) * size]}
        for number, name in enumerate(names)
    }
    text = json.dumps(header).encode()
    return (
        len(text).to_bytes(8, "little")
        + text
        + bytes(range(256)) * (len(names) * size // 256)
        + bytes(len(names) * size % 256)
    )


def checkpoint_files() -> dict[str, bytes]:
    return {
        "model.safetensors": weights(),
        "config.json": json.dumps(CONFIG).encode(),
        "preprocessor_config.json": json.dumps(PREPROCESSOR).encode(),
        "tokenizer.json": b'{"version": "1.0"}',
        "tokenizer_config.json": b"{}",
    }


def write_checkpoint(folder: Path) -> Path:
    folder.mkdir(parents=True, exist_ok=True)
    for name, content in checkpoint_files().items():
        (folder / name).write_bytes(content)
    return folder


@dataclass
class Hub:
    """What the test's hub offers, and how it misbehaves."""

    files: dict[str, bytes] = field(default_factory=checkpoint_files)
    extra_names: tuple[str, ...] = (".gitattributes", "README.md", "pytorch_model.bin")
    corrupt: str = ""
    """This file arrives with another byte."""
    break_after: int | None = None
    """Bytes of the weights after which each connection breaks off."""
    ranges: bool = True
    licence: object = "apache-2.0"
    """What the repository's card says."""
    redirect_to: str = ""
    """Where the weights' address leads; by default to the hub's own file server."""
    answer: bytes | None = None
    """The listing, where it is none."""
    changed: dict[str, Any] = field(default_factory=dict)
    """What the listing says otherwise of the weights."""
    commit: str = COMMIT
    """What the hub says is behind every revision."""
    endless: bool = False
    """The weights do not end."""
    asked: list[tuple[str, str | None]] = field(default_factory=list)
    """The paths that were asked for, with their ranges."""
    url: str = ""

    def listing(self) -> dict[str, Any]:
        siblings: list[dict[str, Any]] = [{"rfilename": name, "size": 1, "blobId": BLOB} for name in self.extra_names]
        for name, content in self.files.items():
            blob = hashlib.sha1(b"blob %d\0" % len(content) + content, usedforsecurity=False).hexdigest()
            entry: dict[str, Any] = {"rfilename": name, "size": len(content), "blobId": blob}
            if name == "model.safetensors":
                sha256 = hashlib.sha256(content).hexdigest()
                entry |= {
                    "blobId": BLOB,
                    "lfs": {"sha256": sha256, "size": len(content), "pointerSize": 134},
                    **self.changed,
                }
            siblings.append(entry)
        return {"id": REPOSITORY, "sha": self.commit, "siblings": siblings, "cardData": {"license": self.licence}}

    def ranges_of(self, name: str) -> list[str | None]:
        return [asked for path, asked in self.asked if path == f"/files/{name}"]


class Handler(http.server.BaseHTTPRequestHandler):
    """The hub's answers: a listing, a redirect for each file, and the file, whole or from an offset."""

    protocol_version = "HTTP/1.1"
    hub: Hub

    def do_GET(self) -> None:
        self.hub.asked.append((self.path, self.headers["Range"]))
        if self.path in (f"/api/models/{REPOSITORY}/revision/{revision}?blobs=true" for revision in ("main", COMMIT)):
            self._answer(200, self.hub.answer or json.dumps(self.hub.listing()).encode())
        elif match := re.fullmatch(f"/{REPOSITORY}/resolve/{COMMIT}/(.+)", self.path):
            self._answer(302, b"", Location=self.hub.redirect_to or f"/files/{match[1]}")
        elif self.path.removeprefix("/files/") in self.hub.files:
            self._send(self.path.removeprefix("/files/"))
        else:
            self._answer(404, b"")

    def _send(self, name: str) -> None:
        content = self.hub.files[name]
        if name == self.hub.corrupt:
            content = content[:-1] + bytes([content[-1] ^ 1])
        asked = re.fullmatch(r"bytes=(\d+)-", self.headers["Range"] or "")
        start = int(asked[1]) if asked else 0
        status = 206 if start and self.hub.ranges else 200
        content = content[start:] if status == 206 else content
        if self.hub.endless and name == "model.safetensors":
            self._send_without_end()
            return
        if self.hub.break_after is None or name != "model.safetensors":
            self._answer(status, content)
            return
        self._head(status, len(content))
        self.wfile.write(content[: self.hub.break_after])
        self.close_connection = True

    def _send_without_end(self) -> None:
        self.send_response(200)
        self.end_headers()
        self.close_connection = True
        while True:  # until the other side has gone
            self.wfile.write(bytes(1 << 16))

    def _answer(self, status: int, content: bytes, **headers: str) -> None:
        self._head(status, len(content), **headers)
        self.wfile.write(content)

    def _head(self, status: int, length: int, **headers: str) -> None:
        self.send_response(status)
        for name, value in {"Content-Length": str(length), **headers}.items():
            self.send_header(name, value)
        self.end_headers()

    def log_message(self, format: str, *args: object) -> None:
        """Nothing on stderr."""


class Server(http.server.ThreadingHTTPServer):
    """Says nothing when a client leaves early."""

    def handle_error(self, request: object, client_address: object) -> None:
        assert isinstance(sys.exception(), ConnectionError)


@contextmanager
def serve_hub() -> Iterator[Hub]:
    """A hub on a free port of this machine."""
    hub = Hub()
    handler = type("HubHandler", (Handler,), {"hub": hub})
    with Server(("127.0.0.1", 0), handler) as server:
        hub.url = f"http://127.0.0.1:{server.server_port}"
        thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.02})
        thread.start()
        yield hub
        server.shutdown()
        thread.join()
