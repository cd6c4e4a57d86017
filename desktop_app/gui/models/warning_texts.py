"""What is wrong with a recording, in words: a warning's name, what it means here, what helps, and what it means for the
sound's tags. The numbers in the sentences are those that were measured.
"""

from collections.abc import Callable
from typing import Final

from PySide6.QtCore import QCoreApplication, QLocale

from desktop_app.core.measured import Measured
from desktop_app.core.sound_quality import FULL_BAND, SoundQuality, SoundWarning
from desktop_app.gui.translations import decimal_text, number_text

_ACTIVE_ABOVE: Final = -60
"""dBFS; see `SoundQuality.active`."""
_LISTENED_UP_TO: Final = 14_000.0
"""Hz: CLAP listens so far, the bundled embedder up to 7.5 kHz. A band that ends above takes nothing from their tags."""


def warnings_text(measured: Measured) -> str:
    """The names of all warnings: `clipped, noisy`."""
    return ", ".join(map(warning_name, measured.warnings))


def warning_name(warning: SoundWarning) -> str:
    """A warning as a mark says it."""
    translate = QCoreApplication.translate
    return {
        SoundWarning.BAND_LIMITED: translate("Measured", "band-limited"),
        SoundWarning.CLIPPED: translate("Measured", "clipped"),
        SoundWarning.NEAR_SILENT: translate("Measured", "near-silent"),
        SoundWarning.LOW_LEVEL: translate("Measured", "low level"),
        SoundWarning.DC_OFFSET: translate("Measured", "DC offset"),
        SoundWarning.NOISY: translate("Measured", "noisy"),
        SoundWarning.FAKE_STEREO: translate("Measured", "fake stereo"),
        SoundWarning.DROPOUTS: translate("Measured", "dropouts"),
    }[warning]


def warning_tip(warning: SoundWarning, quality: SoundQuality) -> str:
    """What a warning means for this sound, and on a second line what a person can do about it."""
    return f"{_MEANINGS[warning](quality)}\n{_advice(warning)}"


def warnings_tip(measured: Measured) -> str:
    """All warnings with what they mean and what helps; that nothing is wrong where nothing is."""
    quality = measured.quality
    if quality is None:
        return ""
    tips = [warning_tip(warning, quality) for warning in measured.warnings]
    return "\n\n".join(tips) or QCoreApplication.translate("Measured", "Nothing wrong was found in this recording.")


def tag_cautions(measured: Measured) -> str:
    """Why automatic tags of this sound are less certain than others, a sentence a line; empty where they are not."""
    quality, translate = measured.quality, QCoreApplication.translate
    if quality is None:
        return ""
    sentences = {
        SoundWarning.BAND_LIMITED: translate("Measured", "Recorded over a narrow band: tags are less certain here."),
        SoundWarning.CLIPPED: translate("Measured", "Its peaks are cut off: tags are less certain here."),
        SoundWarning.NEAR_SILENT: translate("Measured", "Hardly anything but silence: tags are less certain here."),
        SoundWarning.LOW_LEVEL: translate("Measured", "Recorded very low: tags are less certain here."),
        SoundWarning.NOISY: translate("Measured", "Much noise beside the sound: tags are less certain here."),
    }
    if _band_end(quality) >= _LISTENED_UP_TO:
        del sentences[SoundWarning.BAND_LIMITED]
    return "\n".join(sentences[warning] for warning in measured.warnings if warning in sentences)


def _band_end(quality: SoundQuality) -> float:
    """Hz above which a recording holds nothing."""
    half = quality.sample_rate / 2
    return half if quality.bandwidth is None else min(quality.bandwidth, half)


def _advice(warning: SoundWarning) -> str:
    translate = QCoreApplication.translate
    return {
        SoundWarning.BAND_LIMITED: translate(
            "Measured", "Look for the original: no processing brings back what is missing."
        ),
        SoundWarning.CLIPPED: translate(
            "Measured", "Look for a take at a lower level, or mend it with a declipper; turning it down does not help."
        ),
        SoundWarning.NEAR_SILENT: translate(
            "Measured", "Check that it is the right file, and cut the silence away if you need what is in it."
        ),
        SoundWarning.LOW_LEVEL: translate(
            "Measured", "Raise it in an editor, or have all sounds played equally loud; its noise comes up with it."
        ),
        SoundWarning.DC_OFFSET: translate(
            "Measured", "Take it out with a high-pass filter below 20 Hz: it costs headroom, and cuts in it click."
        ),
        SoundWarning.NOISY: translate("Measured", "Reduce the noise in an editor, or look for a cleaner take."),
        SoundWarning.FAKE_STEREO: translate(
            "Measured", "Nothing is wrong with how it sounds; saved in mono it takes less room."
        ),
        SoundWarning.DROPOUTS: translate(
            "Measured", "Copy the file from its source again, or mend the gaps in an editor."
        ),
    }[warning]


def _band_limited(quality: SoundQuality) -> str:
    translate, half, end = QCoreApplication.translate, quality.sample_rate / 2, _band_end(quality)
    if end >= FULL_BAND * half:
        text = translate("Measured", "Band-limited: its sample rate of {rate} holds nothing above {limit}.")
        return text.format(rate=_frequency(quality.sample_rate), limit=_frequency(half))
    text = translate(
        "Measured",
        "Band-limited: there is nothing above {bandwidth}, though the file has room up to {limit}. It went through a "
        "telephone, a low bitrate or a lower sample rate.",
    )
    return text.format(bandwidth=_frequency(end), limit=_frequency(half))


def _clipped(quality: SoundQuality) -> str:
    return QCoreApplication.translate(
        "Measured",
        "Clipped: %Ln sample(s) lie where peaks were cut off, which is heard as distortion.",
        "",
        quality.clipped,
    )


def _near_silent(quality: SoundQuality) -> str:
    text = QCoreApplication.translate("Measured", "Near-silent: only {share} of it is louder than {level} dBFS.")
    return text.format(level=decimal_text(_ACTIVE_ABOVE, 0), share=_percent(quality.active, 1))


def _low_level(quality: SoundQuality) -> str:
    text = QCoreApplication.translate("Measured", "Low level: its highest peak lies at {peak} dBTP.")
    return text.format(peak=decimal_text(quality.true_peak or 0.0, 1))


def _dc_offset(quality: SoundQuality) -> str:
    text = QCoreApplication.translate("Measured", "DC offset: the wave lies {share} of full scale off its middle.")
    return text.format(share=_percent(abs(quality.dc_offset), 1))


def _noisy(quality: SoundQuality) -> str:
    text = QCoreApplication.translate("Measured", "Noisy: the sound stands about {ratio} dB above its noise.")
    return text.format(ratio=decimal_text(quality.signal_to_noise or 0.0, 0))


def _fake_stereo(quality: SoundQuality) -> str:
    return QCoreApplication.translate(
        "Measured",
        "Fake stereo: its %Ln channel(s) hold one signal: the same, at other volumes, or in one of them only.",
        "",
        quality.channels,
    )


def _dropouts(quality: SoundQuality) -> str:
    return QCoreApplication.translate(
        "Measured", "Dropouts: in %Ln place(s) samples are missing in the middle of the sound.", "", quality.dropouts
    )


_MEANINGS: dict[SoundWarning, Callable[[SoundQuality], str]] = {
    SoundWarning.BAND_LIMITED: _band_limited,
    SoundWarning.CLIPPED: _clipped,
    SoundWarning.NEAR_SILENT: _near_silent,
    SoundWarning.LOW_LEVEL: _low_level,
    SoundWarning.DC_OFFSET: _dc_offset,
    SoundWarning.NOISY: _noisy,
    SoundWarning.FAKE_STEREO: _fake_stereo,
    SoundWarning.DROPOUTS: _dropouts,
}


def _frequency(hertz: float) -> str:
    return f"{decimal_text(hertz / 1000, 1)} kHz" if hertz >= 1000 else f"{number_text(round(hertz))} Hz"


def _percent(share: float, decimals: int) -> str:
    text = QCoreApplication.translate("Measured", "{number}%", "a share; some languages put a space in front")
    return text.format(number=QLocale().toString(100 * share, "f", decimals))
