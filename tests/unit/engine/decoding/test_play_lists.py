"""A file that calls itself a sound and names addresses or other files: nothing but the file itself is ever opened."""

import select
import socket
from collections.abc import Iterator
from pathlib import Path

import pytest

from desktop_app.engine.decoding.audio import decode, describe
from desktop_app.engine.decoding.content_id import content_id
from desktop_app.engine.decoding.sound_errors import UnreadableSoundError
from tests import sounds

LISTS = {
    "hls": "#EXTM3U\n#EXT-X-TARGETDURATION:2\n#EXTINF:2,\n{address}/a.ts\n#EXT-X-ENDLIST\n",
    "hls master": "#EXTM3U\n#EXT-X-STREAM-INF:BANDWIDTH=100000\n{address}/b.m3u8\n",
    "concat": "ffconcat version 1.0\nfile '{address}/a.wav'\n",
    "concat of a sound": "ffconcat version 1.0\nfile 'secret.m4a'\n",
    "dash": '<?xml version="1.0"?><MPD xmlns="urn:mpeg:dash:schema:mpd:2011" type="static"><Period><AdaptationSet>'
    '<Representation id="1" bandwidth="1" mimeType="audio/mp4"><BaseURL>{address}/a.mp4</BaseURL></Representation>'
    "</AdaptationSet></Period></MPD>",
    "sdp": "v=0\no=- 0 0 IN IP4 127.0.0.1\ns=x\nc=IN IP4 127.0.0.1\nt=0 0\nm=audio {port} RTP/AVP 0\n",
    "m3u": "{address}/a.mp3\n",
    "asx": '<asx version="3.0"><entry><ref href="{address}/a.wma"/></entry></asx>',
    "smooth": '<?xml version="1.0"?><SmoothStreamingMedia MajorVersion="2"/>',
}
"""Kind -> text."""


@pytest.fixture
def server() -> Iterator[socket.socket]:
    """Waits for somebody who should not come."""
    with socket.create_server(("127.0.0.1", 0)) as server:
        yield server


@pytest.mark.parametrize("suffix", [".wav", ".mp3", ".m4a", ".wma"])
@pytest.mark.parametrize("kind", LISTS)
def test_nothing_else_is_opened(tmp_path: Path, server: socket.socket, kind: str, suffix: str) -> None:
    sounds.make(tmp_path, "m4a", name="secret", frames=sounds.noise(0.2))
    port = server.getsockname()[1]
    path = tmp_path / f"list{suffix}"
    path.write_text(LISTS[kind].format(address=f"http://127.0.0.1:{port}", port=port))
    for read in (content_id, describe, lambda path: decode(path, sample_rate=sounds.RATE)):
        with pytest.raises(UnreadableSoundError):
            read(path)
    assert select.select([server], [], [], 0)[0] == [], "somebody came"


@pytest.mark.parametrize("name", ["http:__127.0.0.1", "concat:a|b", "pipe:0", "data:audio,x", "crypto:x", "fd:"])
def test_a_name_is_no_address(tmp_path: Path, name: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """Also where somebody gives one as it stands in a folder."""
    made = sounds.make(tmp_path, frames=sounds.noise(0.2))
    path = made.rename(tmp_path / f"{name}.wav")
    monkeypatch.chdir(tmp_path)
    assert describe(Path(path.name)).frames == describe(path).frames
    assert content_id(Path(path.name)) == content_id(path)
