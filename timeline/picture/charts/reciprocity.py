"""What was given against what came back, as the person rated both."""

from collections.abc import Iterator
from math import isnan

from timeline.messages import charts as say
from timeline.picture.lifeline import Bead, ChartTable, Choice, Mark, Picture, Sheet, Stroke, TextLine
from timeline.picture.lifeline.text_layout import shorten_to_letters, shorten_to_width
from timeline.study.ratings import RatedRelationship, find_rated_relationships
from timeline.study.study import Study

KEY = "reciprocity"

_TOP_PX, _ROW_PX = 54.0, 34.0


def title() -> str:
    """What it is called."""
    return say.RECIPROCITY_TITLE


def subtitle() -> str:
    """What it literally shows."""
    return say.RECIPROCITY_SUBTITLE


def build_picture(study: Study, sheet: Sheet, choice: Choice) -> Picture:
    """A row for each rated relationship, the widest difference first."""
    found = find_rated_relationships(study)
    height = _TOP_PX + _ROW_PX * max(1, len(found)) + 14
    return Picture(sheet.width, height, tuple(_draw_rows(found, sheet, height, choice.relationship)))


def describe_in_words(study: Study, choice: Choice) -> str:
    """What it shows, in one spoken sentence."""
    found = [one for one in find_rated_relationships(study) if choice.relationship in ("", one.id)]
    more, less = ([one.name for one in found if sign * one.surplus > 0] for sign in (1, -1))
    return say.reciprocity_spoken(more, less, len(found))


def build_table(study: Study, choice: Choice) -> ChartTable:
    """A row for each rated relationship."""
    found = [one for one in find_rated_relationships(study) if choice.relationship in ("", one.id)]
    rows = tuple((name, _format_amount(gave), _format_amount(back)) for _, name, gave, back in found)
    return ChartTable(say.RECIPROCITY_COLUMNS, rows, tuple(id_ for id_, *_ in found))


def _format_amount(rated: float) -> str:
    return "" if isnan(rated) else f"{rated:g}"


def _draw_rows(found: list[RatedRelationship], sheet: Sheet, height: float, only: str) -> Iterator[Mark]:
    left = 150.0 if sheet.is_phone else 220.0
    right = sheet.width - 40

    def amount_to_x(amount: float) -> float:
        return left + (amount - 1) / 4 * (right - left)

    for step in range(1, 6):
        yield Stroke(
            (amount_to_x(step), amount_to_x(step)), (_TOP_PX - 12, height - 12), "grid", 1.0, subject="grid"
        )
    if not found:
        yield TextLine(
            say.NOTHING_RATED if not sheet.is_phone else "",
            sheet.title_left,
            _TOP_PX + 20,
            role="muted",
            subject="empty",
        )
    for step in range(1, 6):
        yield TextLine(
            str(step), amount_to_x(step), _TOP_PX - 19, "middle", 12.5, role="muted", subject="tick"
        )
    for step, meaning in ((1, say.LITTLE), (5, say.VERY_MUCH)):
        yield TextLine(meaning, amount_to_x(step), _TOP_PX - 35, "middle", 12.5, role="muted", subject="tick")
    for n, (id_, name, gave, back) in enumerate(found):
        y, dim = _TOP_PX + _ROW_PX * (n + 0.5), only not in ("", id_)
        shown = shorten_to_width(
            shorten_to_letters(name),
            left - sheet.title_left - 22,
            lambda line: sheet.measure(line, sheet.name_size, bold=True),
        )
        yield TextLine(
            shown,
            left - 18,
            y + 4.5,
            "end",
            sheet.name_size,
            bold=not dim and bool(only),
            dim=dim,
            subject="name",
            relationship=id_,
        )
        strength = 0.3 if dim else 1.0
        if not isnan(gave - back) and gave != back:
            yield Stroke(
                (amount_to_x(gave), amount_to_x(back)), (y, y), "muted", 2.0, strength, subject="between"
            )
        apart = 7.0 if gave == back else 0.0
        if not isnan(gave):
            yield Bead(
                amount_to_x(gave) - apart,
                y,
                12.0,
                "square",
                True,
                "ink",
                strength,
                relationship=id_,
                hover_lines=(name, say.gave(gave)),
            )
        if not isnan(back):
            yield Bead(
                amount_to_x(back) + apart,
                y,
                13.0,
                "circle",
                False,
                "ink",
                strength,
                relationship=id_,
                hover_lines=(name, say.came_back(back)),
            )
