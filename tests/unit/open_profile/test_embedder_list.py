"""Each CLAP checkpoint that is there can be had exact or fast."""

from dataclasses import replace
from pathlib import Path

import pytest

from desktop_app.engine.embedders.embedder import EmbedderError
from desktop_app.open_profile.embedder_list import embedder_choices, spec_of
from desktop_app.paths import Profile
from desktop_app.settings import Settings
from tests.fake_hub import write_checkpoint


@pytest.fixture
def profile(tmp_path: Path) -> Profile:
    return Profile.at(tmp_path / "profile")


@pytest.fixture
def settings(tmp_path: Path) -> Settings:
    return Settings(own_embedders=(f"mine={write_checkpoint(tmp_path / 'mine')}", f"gone={tmp_path / 'gone'}"))


def test_what_is_there_is_offered_twice(profile: Profile, settings: Settings) -> None:
    names = [choice.name for choice in embedder_choices(profile, settings)]
    assert names[0] == "starter"
    assert names[-3:] == ["mine", "mine:fast", "gone"]
    assert "clap-htsat-fused:fast" not in names


def test_fast_is_another_embedder_of_the_same_checkpoint(profile: Profile, settings: Settings) -> None:
    exact, fast = (spec_of(name, profile, settings) for name in ("mine", "mine:fast"))
    assert exact.embedder_id.removesuffix("/float32") == fast.embedder_id.removesuffix("/bfloat16")
    assert (exact.precision, fast.precision) == ("exact", "fast")
    assert exact.folder == fast.folder
    assert exact.towers == fast.towers == profile.data / "towers"


@pytest.mark.parametrize("name", ["gone:fast", "starter:fast", "clap-htsat-fused:fast"])
def test_fast_needs_a_checkpoint(profile: Profile, settings: Settings, name: str) -> None:
    with pytest.raises(EmbedderError, match=f"There is no embedder called “{name}”"):
        spec_of(name, profile, settings)


@pytest.mark.parametrize("device", ["auto", "cpu"])
def test_what_may_listen_is_as_it_was_set_and_no_other_embedder(
    profile: Profile, settings: Settings, device: str
) -> None:
    spec = spec_of("mine:fast", profile, replace(settings, device=device))
    assert spec.device == device
    assert spec.embedder_id == spec_of("mine:fast", profile, settings).embedder_id
