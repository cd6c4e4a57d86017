"""How the window looks: two sets of colours, the palettes and the style sheet made from them, and the font.

Qt's own dark mode does nothing on some Linux desktops and offscreen, so both themes are complete palettes of ours; the
system is only asked which of the two it prefers.
"""

import zlib
from dataclasses import asdict, dataclass
from enum import StrEnum
from functools import lru_cache
from string import Template

from PySide6.QtCore import QObject, Qt
from PySide6.QtGui import QColor, QFont, QFontDatabase, QPalette
from PySide6.QtWidgets import QApplication

from desktop_app.paths import resources

FONT_PIXELS = 13
LEAST_CONTRAST = 4.5
"""WCAG 2.2, criterion 1.4.3, for text of normal size."""

SELECTION_ALPHA = 0.18
"""Selection lies over waveforms and chips, so they must shine through."""
_HOVER_ALPHA = 0.09
_NAME_PROPERTY = "earmark_theme"


class ThemeChoice(StrEnum):
    """What a person chose in the settings."""

    SYSTEM = "system"
    LIGHT = "light"
    DARK = "dark"


def theme_of(setting: str) -> ThemeChoice:
    """What a setting means; a word nobody knows means the system's theme."""
    return ThemeChoice(setting) if setting in tuple(ThemeChoice) else ThemeChoice.SYSTEM


@dataclass(frozen=True, slots=True)
class Colours:
    """One theme. All values are `#rrggbb`; `selection` and `hover` are the accent, made transparent."""

    name: str
    window: str
    """Tool bar, headers, status bar."""
    sidebar: str
    base: str
    """Behind lists and waveforms."""
    alternate: str
    """Every second row."""
    raised: str
    """Fields, menus, tool tips."""
    border: str
    scroll: str
    text: str
    dim: str
    """Headers, placeholders, what is missing or offline."""
    accent: str
    on_accent: str
    waveform: str
    waveform_rest: str
    """The part of a waveform that was not played yet."""
    playhead: str
    warning: str
    """Text and marks for problems, clipping."""
    good: str
    """Marks for what a person accepted."""

    @property
    def dark(self) -> bool:
        """Whether light text stands on a dark ground."""
        return self.name == "dark"

    @property
    def selection(self) -> QColor:
        """Laid over selected rows and regions; transparent."""
        return transparent(self.accent, SELECTION_ALPHA)

    @property
    def hover(self) -> QColor:
        """Laid under what the mouse points at; transparent."""
        return transparent(self.accent, _HOVER_ALPHA)


DARK = Colours(
    name="dark",
    window="#1c1d22",
    sidebar="#17181c",
    base="#131418",
    alternate="#17181d",
    raised="#25272e",
    border="#30323a",
    scroll="#3c3f49",
    text="#e8e9ee",
    dim="#a4a8b5",
    accent="#7c9aff",
    on_accent="#0d1226",
    waveform="#7c9aff",
    waveform_rest="#8a8e99",
    playhead="#ffffff",
    warning="#ffab70",
    good="#6fd39a",
)

LIGHT = Colours(
    name="light",
    window="#f4f5f7",
    sidebar="#fafbfc",
    base="#ffffff",
    alternate="#f7f8fa",
    raised="#ffffff",
    border="#d9dce3",
    scroll="#c5c9d3",
    text="#16181d",
    dim="#565c6b",
    accent="#3b5bdb",
    on_accent="#ffffff",
    waveform="#3b5bdb",
    waveform_rest="#6a7080",
    playhead="#000000",
    warning="#9c4a00",
    good="#18703f",
)

_TINTS = ("#f0a35c", "#56b9e0", "#e36472", "#6f8cf0", "#c678dd", "#98c04c", "#3fbf94", "#e07ab0", "#c9a83d", "#8f8df2")
"""Chip colours of tags that have none of their own, told apart by their group."""


@dataclass(frozen=True, slots=True)
class ChipColours:
    """How a tag chip is painted; `text` has enough contrast on `fill`, and `fill` is opaque."""

    fill: QColor
    text: QColor


def current() -> Colours:
    """The theme that the running application shows."""
    app = QApplication.instance()
    return LIGHT if app is not None and app.property(_NAME_PROPERTY) == LIGHT.name else DARK


def transparent(colour: str, alpha: float) -> QColor:
    """The colour `#rrggbb` with an alpha of 0..1."""
    result = QColor(colour)
    result.setAlphaF(alpha)
    return result


def luminance(colour: QColor) -> float:
    """Relative luminance, 0..1, as WCAG 2.2 defines it; alpha is ignored."""
    channels = (colour.redF(), colour.greenF(), colour.blueF())
    red, green, blue = (c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in channels)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(first: QColor, second: QColor) -> float:
    """Contrast ratio, 1..21, as WCAG 2.2 defines it."""
    darker, lighter = sorted((luminance(first), luminance(second)))
    return (lighter + 0.05) / (darker + 0.05)


def mixed(under: QColor, over: QColor, share: float) -> QColor:
    """`over` laid on `under` with an opacity of `share`, 0..1; opaque."""
    pairs = ((under.redF(), over.redF()), (under.greenF(), over.greenF()), (under.blueF(), over.blueF()))
    red, green, blue = (low + (high - low) * share for low, high in pairs)
    return QColor.fromRgbF(red, green, blue)


@lru_cache(maxsize=1024)
def chip_colours(colour: str | None, seed: str, theme: Colours) -> ChipColours:
    """Colours of a tag's chip from the tag's own colour (`#rrggbb` or a name), else from `seed` (its group).

    The text keeps the hue and is moved towards white or black until it can be read.
    """
    tint = QColor(colour) if colour else QColor()
    if not tint.isValid():
        tint = QColor(_TINTS[zlib.crc32(seed.encode()) % len(_TINTS)])
    fill = mixed(QColor(theme.base), tint, 0.22 if theme.dark else 0.15)
    end = QColor("#ffffff" if theme.dark else "#000000")
    steps = (mixed(tint, end, step / 20) for step in range(21))
    text = next((shade for shade in steps if contrast(shade, fill) >= LEAST_CONTRAST), end)
    return ChipColours(fill, text)


def palette(theme: Colours) -> QPalette:
    """The whole palette of a theme, with its disabled group."""
    roles = QPalette.ColorRole
    colours = {
        roles.Window: theme.window,
        roles.WindowText: theme.text,
        roles.Base: theme.base,
        roles.AlternateBase: theme.alternate,
        roles.Text: theme.text,
        roles.Button: theme.raised,
        roles.ButtonText: theme.text,
        roles.BrightText: theme.warning,
        roles.ToolTipBase: theme.raised,
        roles.ToolTipText: theme.text,
        roles.PlaceholderText: theme.dim,
        roles.Highlight: theme.accent,
        roles.HighlightedText: theme.on_accent,
        roles.Accent: theme.accent,
        roles.Link: theme.accent,
        roles.LinkVisited: theme.accent,
        roles.Light: theme.border,
        roles.Midlight: theme.border,
        roles.Mid: theme.border,
        roles.Dark: theme.border,
        roles.Shadow: theme.border,
    }
    result = QPalette()
    for role, colour in colours.items():
        result.setColor(role, QColor(colour))
    for role in (roles.WindowText, roles.Text, roles.ButtonText):
        result.setColor(QPalette.ColorGroup.Disabled, role, QColor(theme.dim))
    return result


def style_sheet(theme: Colours) -> str:
    """The style sheet with the theme's colours filled in."""
    words = asdict(theme)
    for name in ("selection", "hover"):
        colour: QColor = getattr(theme, name)
        words[name] = f"rgba({colour.red()}, {colour.green()}, {colour.blue()}, {colour.alpha()})"
    words["pictures"] = (resources() / "theme").as_posix()
    return Template((resources() / "theme" / "earmark.qss").read_text(encoding="utf-8")).substitute(words)


def load_font(app: QApplication) -> None:
    """Use the bundled font, so that every system shows the same; the system's font stays when it cannot be loaded."""
    number = QFontDatabase.addApplicationFont(str(resources() / "theme" / "InterVariable.woff2"))
    families = QFontDatabase.applicationFontFamilies(number) if number >= 0 else []
    font = QFont(families[0]) if families else app.font()
    font.setPixelSize(FONT_PIXELS)
    app.setFont(font)


def semibold(font: QFont) -> QFont:
    """A heavier cut of a font; the variable font needs its axis set, the weight alone only smears it."""
    heavier = QFont(font)
    heavier.setVariableAxis(QFont.Tag("wght"), 600)
    heavier.setWeight(QFont.Weight.DemiBold)
    return heavier


class ThemeSwitch(QObject):
    """Shows the theme that was chosen, and follows the system while "system" is chosen."""

    def __init__(self, app: QApplication, choice: ThemeChoice = ThemeChoice.SYSTEM) -> None:
        super().__init__(app)
        self._app = app
        self._choice = choice
        self._shown: Colours | None = None
        app.setStyle("Fusion")
        load_font(app)
        app.styleHints().colorSchemeChanged.connect(self._show)
        self.choose(choice)

    def choose(self, choice: ThemeChoice) -> None:
        """Show a theme from now on; title bars follow where the system lets them."""
        self._choice = choice
        schemes = {ThemeChoice.LIGHT: Qt.ColorScheme.Light, ThemeChoice.DARK: Qt.ColorScheme.Dark}
        if choice in schemes:
            self._app.styleHints().setColorScheme(schemes[choice])
        else:
            self._app.styleHints().unsetColorScheme()
        self._show()

    def _show(self) -> None:
        theme = self._wanted()
        if theme is self._shown:
            return
        self._shown = theme
        self._app.setProperty(_NAME_PROPERTY, theme.name)
        self._app.setPalette(palette(theme))
        self._app.setStyleSheet(style_sheet(theme))

    def _wanted(self) -> Colours:
        if self._choice is ThemeChoice.LIGHT:
            return LIGHT
        if self._choice is ThemeChoice.DARK:
            return DARK
        # Unknown means a desktop that does not say: tools for sound are dark.
        return LIGHT if self._app.styleHints().colorScheme() == Qt.ColorScheme.Light else DARK
