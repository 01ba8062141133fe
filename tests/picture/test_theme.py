"""Colours that can be read, and words as wide as the fonts make them."""

import pytest

from timeline.picture.theme import DARK, LIGHT, Theme, load_measure
from timeline.system.paths import ASSETS

FONTS = ("SourceSans3-Regular", "SourceSans3-SemiBold", "SourceSans3-Italic",
         "SourceSerif4-Regular", "SourceSerif4-SemiBold", "SourceSerif4-Italic")  # fmt: skip


def rgb(colour: str) -> list[float]:
    return [int(colour[n : n + 2], 16) / 255 for n in (1, 3, 5)]


def luminance(parts: list[float]) -> float:
    linear = [p / 12.92 if p <= 0.04045 else ((p + 0.055) / 1.055) ** 2.4 for p in parts]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def contrast(one: list[float], two: list[float]) -> float:
    light, dark = sorted((luminance(one), luminance(two)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


def blend_over(colour: str, strength: float, paper: list[float]) -> list[float]:
    return [strength * c + (1 - strength) * p for c, p in zip(rgb(colour), paper, strict=True)]


@pytest.mark.parametrize("theme", [LIGHT, DARK], ids=lambda theme: theme.name)
@pytest.mark.parametrize("on_landmark", [False, True])
def test_words_can_be_read_also_those_that_step_back(theme: Theme, on_landmark: bool) -> None:
    paper = blend_over(theme.muted, 0.085 if on_landmark else 0.0, rgb(theme.paper))
    for role in ("ink", "muted", "hurt", "care"):
        assert contrast(rgb(getattr(theme, role)), paper) >= 4.5, role
    assert contrast(blend_over(theme.ink, theme.dim_text, paper), paper) >= 4.5
    for role in ("hurt", "care"):
        assert contrast(rgb(theme.on_strong), rgb(getattr(theme, role))) >= 4.5


@pytest.mark.parametrize("theme", [LIGHT, DARK], ids=lambda theme: theme.name)
def test_hurt_and_care_differ_in_grey_as_they_are_filled(theme: Theme) -> None:
    paper = rgb(theme.paper)
    hurt, care = (
        luminance(blend_over(getattr(theme, r), s, paper)) for r, s in (("hurt", 0.8), ("care", 0.62))
    )
    assert abs(hurt - care) > 0.04


def test_a_colour_below_full_strength_is_see_through() -> None:
    assert LIGHT.colour("hurt") == "#A93A26"
    assert LIGHT.colour("hurt", 0.5) == "rgba(169,58,38,0.5)"


def test_words_are_measured_letter_by_letter() -> None:
    width = load_measure()
    assert width("nn", 10) == pytest.approx(2 * width("n", 10))
    assert width("Thread", 13, bold=True) > width("Thread", 13)
    assert width("a\u0301", 10) == pytest.approx(width("a", 10))
    assert width("山", 10) == pytest.approx(10)
    assert width("", 10) == 0


@pytest.mark.parametrize("name", FONTS)
def test_the_screens_fonts_are_small_and_licensed(name: str) -> None:
    file = ASSETS / "fonts" / f"{name}.woff2"
    assert file.stat().st_size <= 25_000
    family = name.split("-")[0]
    assert (ASSETS / "fonts" / f"OFL-{family}.txt").exists()
    assert f"{name}.woff2" in (ASSETS / "css" / "01-fonts.css").read_text(encoding="utf-8")
