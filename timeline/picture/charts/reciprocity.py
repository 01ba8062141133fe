"""What was given against what came back, as the person rated both."""

from collections.abc import Iterator
from math import isnan

from timeline.messages import charts as say
from timeline.picture.lifeline import Bead, Choice, Line, Listing, Mark, Picture, Sheet, Text
from timeline.picture.lifeline.room import cut, fitted
from timeline.study.study import Study
from timeline.tables import floats
from timeline.tables import words as frame_words

KEY = "reciprocity"
TITLE = say.RECIPROCITY_TITLE
SUBTITLE = say.RECIPROCITY_SUBTITLE

_TOP, _ROW = 54.0, 34.0
Rated = tuple[str, str, float, float]
"""id, name, what was given, what came back."""


def picture(study: Study, sheet: Sheet, choice: Choice) -> Picture:
    """A row for each rated relationship, the widest difference first."""
    found = _rated(study)
    height = _TOP + _ROW * max(1, len(found)) + 14
    return Picture(sheet.width, height, tuple(_marks(found, sheet, height, choice.relationship)))


def words(study: Study, choice: Choice) -> str:
    """What it shows, in one spoken sentence."""
    found = [one for one in _rated(study) if choice.relationship in ("", one[0])]
    more, less = ([name for _, name, gave, back in found if sign * (gave - back) > 0] for sign in (1, -1))
    return say.reciprocity_spoken(more, less, len(found))


def table(study: Study, choice: Choice) -> Listing:
    """A row for each rated relationship."""
    found = [one for one in _rated(study) if choice.relationship in ("", one[0])]
    rows = tuple((name, _amount(gave), _amount(back)) for _, name, gave, back in found)
    return Listing(say.RECIPROCITY_COLUMNS, rows, tuple(id_ for id_, *_ in found))


def _rated(study: Study) -> list[Rated]:
    people = study.tables.relationships
    columns = (frame_words(people, name).tolist() for name in ("id", "name"))
    numbers = (floats(people, name).tolist() for name in ("gave", "came_back"))
    found = [row for row in zip(*columns, *numbers, strict=True) if not (isnan(row[2]) and isnan(row[3]))]

    def difference(row: Rated) -> float:
        return 0.0 if isnan(row[2] - row[3]) else row[2] - row[3]

    return sorted(found, key=lambda row: -difference(row))


def _amount(rated: float) -> str:
    return "" if isnan(rated) else f"{rated:g}"


def _marks(found: list[Rated], sheet: Sheet, height: float, only: str) -> Iterator[Mark]:
    left = 150.0 if sheet.phone else 220.0
    right = sheet.width - 40

    def x(amount: float) -> float:
        return left + (amount - 1) / 4 * (right - left)

    for step in range(1, 6):
        yield Line((x(step), x(step)), (_TOP - 12, height - 12), "grid", 1.0, what="grid")
    if not found:
        yield Text(
            say.NOTHING_RATED if not sheet.phone else "", sheet.edge, _TOP + 20, role="muted", what="empty"
        )
    for step in range(1, 6):
        yield Text(str(step), x(step), _TOP - 19, "middle", 12.5, role="muted", what="tick")
    for step, meaning in ((1, say.LITTLE), (5, say.VERY_MUCH)):
        yield Text(meaning, x(step), _TOP - 35, "middle", 12.5, role="muted", what="tick")
    for n, (id_, name, gave, back) in enumerate(found):
        y, dim = _TOP + _ROW * (n + 0.5), only not in ("", id_)
        shown = fitted(
            cut(name), left - sheet.edge - 22, lambda line: sheet.measure(line, sheet.size, bold=True)
        )
        yield Text(
            shown,
            left - 18,
            y + 4.5,
            "end",
            sheet.size,
            bold=not dim and bool(only),
            dim=dim,
            what="name",
            relationship=id_,
        )
        strength = 0.3 if dim else 1.0
        if not isnan(gave - back) and gave != back:
            yield Line((x(gave), x(back)), (y, y), "muted", 2.0, strength, what="between")
        apart = 7.0 if gave == back else 0.0
        if not isnan(gave):
            yield Bead(
                x(gave) - apart,
                y,
                12.0,
                "square",
                True,
                "ink",
                strength,
                relationship=id_,
                says=(name, say.gave(gave)),
            )
        if not isnan(back):
            yield Bead(
                x(back) + apart,
                y,
                13.0,
                "circle",
                False,
                "ink",
                strength,
                relationship=id_,
                says=(name, say.came_back(back)),
            )
