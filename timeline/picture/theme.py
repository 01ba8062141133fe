"""Colours and type: read from the style sheet of the pages, and from the fonts themselves."""

import re
from collections.abc import Callable
from dataclasses import dataclass
from functools import cache
from typing import cast

from fontTools.ttLib import TTFont

from timeline.system.paths import ASSETS

_TOKENS_FILE = ASSETS / "css" / "00-tokens.css"
_FACES = {
    (False, False, False): "SourceSans3_400Regular.ttf",
    (True, False, False): "SourceSans3_600SemiBold.ttf",
    (False, False, True): "SourceSans3_400Regular_Italic.ttf",
    (False, True, False): "SourceSerif4_400Regular.ttf",
    (True, True, False): "SourceSerif4_600SemiBold.ttf",
    (False, True, True): "SourceSerif4_400Regular_Italic.ttf",
}
_WIDE_FROM_CODE = 0x1100
"""From here on most letters without a width of ours are as wide as high (East Asian scripts, pictures)."""
_ZERO_WIDTH_RANGES = (
    (0x300, 0x370),
    (0x483, 0x48A),
    (0x591, 0x5C8),
    (0x610, 0x61B),
    (0x64B, 0x660),
    (0x200B, 0x2010),
)


@dataclass(frozen=True)
class Theme:
    """The colours of one look, as #RRGGBB, and the two faces.

    Attributes:
        name: "light" or "dark".
        hurt: moments tagged painful.
        care: moments tagged caring.
        ink: words and lines.
        muted: words that explain.
        rule: lines between parts.
        grid: lines of the axis.
        paper: what is drawn on.
        on_strong: words on hurt or care.
        dim_text: strength of words that step back; still 4.5 : 1 on the paper.
        sans: the face of most words, as CSS.
        serif: the face of headings and quoted words, as CSS.
    """

    name: str
    hurt: str
    care: str
    ink: str
    muted: str
    rule: str
    grid: str
    paper: str
    on_strong: str
    dim_text: float
    sans: str
    serif: str

    def colour(self, role: str, strength: float = 1.0) -> str:
        """The colour of a role as CSS: `#RRGGBB`, or `rgba()` below full strength."""
        solid = cast("str", getattr(self, role))
        if strength >= 1:
            return solid
        red, green, blue = (int(solid[n : n + 2], 16) for n in (1, 3, 5))
        return f"rgba({red},{green},{blue},{max(strength, 0):.3g})"


def _load_themes() -> tuple[Theme, Theme]:
    css = re.sub(r"/\*.*?\*/", "", _TOKENS_FILE.read_text(encoding="utf-8"), flags=re.S)
    rules = {selector.strip(): rule for selector, rule in re.findall(r"([^{}]+)\{([^}]*)\}", css)}
    light = _parse_tokens(rules[":root"])
    dark = light | _parse_tokens(rules["[data-mantine-color-scheme=dark]"])
    return _build_theme("light", light), _build_theme("dark", dark)


def _parse_tokens(rule: str) -> dict[str, str]:
    return {
        name.replace("-", "_"): value.strip() for name, value in re.findall(r"--([a-z-]+):([^;]+);", rule)
    }


def _build_theme(name: str, tokens: dict[str, str]) -> Theme:
    fields = {
        field: tokens[field] for field in Theme.__dataclass_fields__ if field not in ("name", "dim_text")
    }
    return Theme(name=name, dim_text=float(tokens["dim_text"]), **fields)


LIGHT, DARK = _load_themes()


@dataclass(frozen=True)
class _FontWidths:
    """How far each letter of one font file goes, in em."""

    widths: dict[str, float]
    default_width: float

    def measure_width(self, words: str) -> float:
        try:
            return sum([self.widths[letter] for letter in words])
        except KeyError:
            return sum(self.widths.get(letter) or self._guess_width(letter) for letter in words)

    def _guess_width(self, letter: str) -> float:
        code = ord(letter)
        if letter in self.widths or any(a <= code < b for a, b in _ZERO_WIDTH_RANGES):
            return 0.0
        return 1.0 if code >= _WIDE_FROM_CODE else self.default_width


@cache
def _load_face(file: str) -> _FontWidths:
    with TTFont(ASSETS / "fonts" / file, lazy=True) as font:
        em, advance = font["head"].unitsPerEm, font["hmtx"].metrics
        widths = {chr(code): advance[glyph][0] / em for code, glyph in font.getBestCmap().items()}
    return _FontWidths(widths, widths["n"])


def load_measure() -> Callable[..., float]:
    """How wide words come out in our fonts: `measure(words, size, bold=, serif=, italic=)` in px.

    Kerning is left out, so what is drawn is never much wider.
    """

    def measure_line(
        words: str, size: float, *, bold: bool = False, serif: bool = False, italic: bool = False
    ) -> float:
        face = _FACES.get((bold, serif, italic)) or _FACES[bold, serif, False]
        return _load_face(face).measure_width(words) * size

    return measure_line
