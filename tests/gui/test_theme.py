"""Text can be read in both themes, and a change of theme reaches what is on the screen."""

import itertools
import subprocess
import sys
from dataclasses import fields

import pytest
from PySide6.QtGui import QColor, QImage, QPalette
from PySide6.QtWidgets import QApplication, QDialog, QDialogButtonBox, QToolButton
from pytestqt.qtbot import QtBot

from desktop_app.gui import theme
from desktop_app.gui.icons import icon
from desktop_app.gui.theme import DARK, LEAST_CONTRAST, LIGHT, Colours, ThemeChoice, ThemeSwitch
from desktop_app.paths import resources

BOTH = pytest.mark.parametrize("colours", [DARK, LIGHT], ids=lambda c: c.name)

INKS = ("text", "dim", "warning", "good")
GROUNDS = ("window", "sidebar", "base", "alternate", "raised")
SHAPES = ("accent", "waveform", "waveform_rest", "playhead")

RINGS_OF_GARBAGE = """
import gc
from PySide6.QtWidgets import QApplication, QPushButton
from desktop_app.gui.icons import icon

app = QApplication([])
button = QPushButton()
for _ in range(20):
    ring = [icon("x")]
    ring.append(ring)
    button.setIcon(ring[0])
    del ring
    gc.collect()
    assert not button.grab().isNull()
print("drawn")
"""


def test_contrast_agrees_with_the_examples_of_wcag() -> None:
    assert theme.contrast(QColor("#000000"), QColor("#ffffff")) == pytest.approx(21.0)
    assert theme.contrast(QColor("#777777"), QColor("#ffffff")) == pytest.approx(4.48, abs=0.01)
    assert theme.contrast(QColor("#abcdef"), QColor("#abcdef")) == 1.0


@BOTH
@pytest.mark.parametrize("ink", INKS)
@pytest.mark.parametrize("ground", GROUNDS)
def test_text_can_be_read_on_every_ground_selected_or_not(colours: Colours, ink: str, ground: str) -> None:
    plain = QColor(getattr(colours, ground))
    selected = theme.mixed(plain, QColor(colours.accent), theme.SELECTION_ALPHA)
    assert theme.contrast(QColor(getattr(colours, ink)), plain) >= LEAST_CONTRAST
    if ink in ("text", "dim"):
        assert theme.contrast(QColor(getattr(colours, ink)), selected) >= LEAST_CONTRAST


def test_every_colour_is_known_to_be_text_or_not() -> None:
    """A colour that is new must be put where it belongs, and is then measured."""
    known = {"name", *INKS, *GROUNDS, *SHAPES, "on_accent", "border", "scroll"}
    assert {item.name for item in fields(Colours)} <= known


@BOTH
@pytest.mark.parametrize("ground", ["window", "base", "raised"])
def test_text_can_be_read_under_the_pointer(colours: Colours, ground: str) -> None:
    hovered = theme.mixed(QColor(getattr(colours, ground)), QColor(colours.accent), colours.hover.alphaF())
    for ink in ("text", "dim"):
        assert theme.contrast(QColor(getattr(colours, ink)), hovered) >= LEAST_CONTRAST


@BOTH
@pytest.mark.parametrize("shape", SHAPES)
def test_shapes_that_mean_something_stand_out(colours: Colours, shape: str) -> None:
    """WCAG 2.2, criterion 1.4.11."""
    for ground in ("window", "base", "raised"):
        assert theme.contrast(QColor(getattr(colours, shape)), QColor(getattr(colours, ground))) >= 3.0


@BOTH
def test_text_on_the_accent_can_be_read(colours: Colours) -> None:
    assert theme.contrast(QColor(colours.on_accent), QColor(colours.accent)) >= LEAST_CONTRAST


@BOTH
def test_every_tag_chip_can_be_read_whatever_its_colour(colours: Colours) -> None:
    steps = ("00", "40", "80", "c0", "ff")
    for red, green, blue in itertools.product(steps, steps, steps):
        chip = theme.chip_colours(f"#{red}{green}{blue}", "", colours)
        assert theme.contrast(chip.text, chip.fill) >= LEAST_CONTRAST
    for group in ("water", "metal", "voice", "", "日本"):
        chip = theme.chip_colours(None, group, colours)
        assert theme.contrast(chip.text, chip.fill) >= LEAST_CONTRAST


def test_a_colour_that_is_none_falls_back_to_the_groups() -> None:
    assert theme.chip_colours("no such colour", "water", DARK) == theme.chip_colours(None, "water", DARK)
    assert theme.chip_colours("#ff0000", "water", DARK) != theme.chip_colours(None, "water", DARK)


def test_choosing_a_theme_changes_palette_style_and_icons(theme_switch: ThemeSwitch, qapp: QApplication) -> None:
    dark = icon("play").pixmap(32, 32).toImage()
    theme_switch.choose(ThemeChoice.LIGHT)
    light = icon("play").pixmap(32, 32).toImage()
    assert theme.current() is LIGHT
    assert qapp.palette().color(QPalette.ColorRole.Base) == QColor(LIGHT.base)
    assert LIGHT.raised in qapp.styleSheet()
    assert _ink(dark) == QColor(DARK.text).rgb()
    assert _ink(light) == QColor(LIGHT.text).rgb()


def test_an_icon_of_a_button_follows_the_theme_without_being_set_again(
    theme_switch: ThemeSwitch, qtbot: object
) -> None:
    button = QToolButton()
    button.setIcon(icon("play"))
    dark = button.icon().pixmap(32, 32).toImage()
    theme_switch.choose(ThemeChoice.LIGHT)
    assert button.icon().pixmap(32, 32).toImage() != dark
    button.deleteLater()


def test_a_system_that_does_not_say_gets_the_dark_theme(theme_switch: ThemeSwitch) -> None:
    theme_switch.choose(ThemeChoice.LIGHT)
    theme_switch.choose(ThemeChoice.SYSTEM)
    assert theme.current() is DARK


@BOTH
def test_the_style_sheet_has_no_colour_left_to_fill_in(colours: Colours) -> None:
    sheet = theme.style_sheet(colours)
    assert "$" not in sheet
    assert sheet.count("{") == sheet.count("}")


def test_the_bundled_font_has_a_heavier_cut(qapp: QApplication) -> None:
    assert qapp.font().family() == "Inter Variable"
    assert theme.semibold(qapp.font()).isVariableAxisSet(theme.QFont.Tag("wght"))


def test_every_icon_can_be_drawn_and_is_drawn_in_one_colour(qapp: QApplication) -> None:
    files = sorted((resources() / "icons").glob("*.svg"))
    assert files
    for file in files:
        assert "currentColor" in file.read_text(encoding="utf-8")
        picture = icon(file.stem).pixmap(24, 24).toImage()
        assert any(picture.pixelColor(x, y).alpha() for x in range(24) for y in range(24)), file.name


def test_an_icon_is_drawn_after_what_it_was_made_for_became_garbage() -> None:
    done = subprocess.run(
        [sys.executable, "-c", RINGS_OF_GARBAGE], capture_output=True, text=True, timeout=60, check=False
    )
    assert (done.returncode, done.stdout.strip()) == (0, "drawn"), done.stderr


def test_an_icon_that_does_not_exist_is_reported_at_once() -> None:
    with pytest.raises(FileNotFoundError):
        icon("no-such-icon")


def _ink(picture: QImage) -> int:
    """The colour of the most opaque pixel."""
    pixels = [picture.pixelColor(x, y) for x in range(picture.width()) for y in range(picture.height())]
    return max(pixels, key=lambda p: p.alpha()).rgb()


def test_buttons_of_dialogs_have_no_icons_from_elsewhere(qtbot: QtBot) -> None:
    dialog = QDialog()
    qtbot.addWidget(dialog)
    desktop_with_icons = "QDialogButtonBox { dialogbuttonbox-buttons-have-icons: 1; }"
    dialog.setStyleSheet(desktop_with_icons + theme.style_sheet(DARK))
    box = QDialogButtonBox(dialog)
    button = box.addButton(QDialogButtonBox.StandardButton.Cancel)
    assert button.icon().isNull()
