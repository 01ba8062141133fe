"""Which signs the shipped fonts can draw: the PDF standards allow none that a font has to leave blank.

Each face of the paper is a list of fonts, and a sign is drawn by the first one that has it; a mark above or
below a letter has to be in the font of its letter.
"""

from functools import cache

from fontTools.ttLib import TTFont

from timeline.system.paths import ASSETS

FONT_FOLDER = ASSETS / "fonts"
_SERIF = (
    "SourceSerif4_300Light",
    "SourceSerif4_400Regular",
    "SourceSerif4_400Regular_Italic",
    "SourceSerif4_600SemiBold",
)
_SANS = ("SourceSans3_400Regular", "SourceSans3_400Regular_Italic", "SourceSans3_600SemiBold")
_FALLBACK_FONTS = (
    ("NotoSansArabic-Regular", "NotoSansArabic-Bold"),
    ("NotoSansHebrew-Regular", "NotoSansHebrew-Bold"),
    ("DroidSansFallbackFull",),
    ("NotoEmoji_400Regular",),
)
_FONT_CHAINS = ((_SERIF, *_FALLBACK_FONTS), (_SANS, *_FALLBACK_FONTS))


@cache
def _load_code_points(files: tuple[str, ...]) -> frozenset[int]:
    """Code points all of these files have."""
    found: list[frozenset[int]] = []
    for file in files:
        with TTFont(FONT_FOLDER / f"{file}.ttf", lazy=True) as font:
            found.append(frozenset(font.getBestCmap()))
    return frozenset.intersection(*found)


def _find_drawing_fonts(code: int) -> tuple[frozenset[int] | None, ...]:
    """For each face, the signs of the font that draws `code`; None where there is none."""
    return tuple(
        next((signs for files in chain if code in (signs := _load_code_points(files))), None)
        for chain in _FONT_CHAINS
    )


@cache
def is_drawable(code: int) -> bool:
    """Whether every face can draw this code point."""
    return all(signs is not None for signs in _find_drawing_fonts(code))


@cache
def can_join(base: int, mark: int) -> bool:
    """Whether in every face the font that draws `base` also has `mark`."""
    return all(signs is not None and mark in signs for signs in _find_drawing_fonts(base))
