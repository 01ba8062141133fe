"""Tags × relationships: with whom which tag was used, how strong, and from what age on."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from math import isnan, sqrt

from timeline.frame import WIDE, Tables, floats, rows
from timeline.frame import words as frame_words
from timeline.lifeline import Bead, Choice, Line, Listing, Mark, Picture, Role, Sheet, Text
from timeline.lifeline.room import Place, Room, cut, fitted
from timeline.study import Study
from timeline.thread import UNRATED_THEN
from timeline.words import charts as say
from timeline.words.lifeline import CARE_TITLE, HURT_TITLE, bead

KEY = "tags"
TITLE = say.TAGS_TITLE
SUBTITLE = say.TAGS_SUBTITLE

_ROW, _LABEL = 27.0, 17.0
_ROLES: dict[str, Role] = {"caring": "care", "painful": "hurt"}
_ROOM_FOR_AGE = 40.0


@dataclass(frozen=True)
class Cell:
    """One tag in one relationship.

    Attributes:
        rel: row of the relationship.
        tag: key.
        side: painful or caring.
        moments: how many carry it; 0 where only the relationship as a whole does.
        first: id of the first of them, "" for none.
        age: at the first of them, or the calendar year; None where not known.
        strongest: intensity, `UNRATED_THEN` where not rated.
        headline: of the first of them.
    """

    rel: int
    tag: str
    side: str
    moments: int
    first: str
    age: int | None
    strongest: float
    headline: str


def picture(study: Study, sheet: Sheet, choice: Choice) -> Picture:
    """A row for each relationship by beginning, a column for each tag: caring ones and painful ones apart."""
    tables = study.tables
    cells = _cells(tables)
    people = sorted({cell.rel for cell in cells})
    sides = [(side, _used(tables, cells, side)) for side in ("caring", "painful")]
    marks: list[Mark] = []
    if not cells:
        return Picture(
            sheet.width, 60.0, (Text(say.NOTHING_TAGGED, sheet.edge, 34, role="muted", what="empty"),)
        )
    gutter = 128.0 if sheet.phone else 190.0
    if sheet.phone:
        y = 0.0
        for side, used in sides:
            if used:
                panel, y = _panel(
                    tables, cells, people, side, used, gutter, sheet.width - 14, y, sheet, choice
                )
                marks += panel
        return Picture(sheet.width, y, tuple(marks))
    share = (sheet.width - gutter - 30) / max(1, sum(len(used) for _, used in sides))
    x, height = gutter, 0.0
    for side, used in sides:
        if used:
            right = x + share * len(used)
            panel, foot = _panel(tables, cells, people, side, used, x, right - 10, 0.0, sheet, choice)
            marks, height, x = marks + panel, max(height, foot), right + 10
    return Picture(sheet.width, height, tuple(marks))


def words(study: Study, choice: Choice) -> str:
    """What it shows, in one spoken sentence."""
    tables = study.tables
    cells = _chosen(_cells(tables), choice)
    often: dict[str, int] = {}
    for cell in cells:
        often[cell.tag] = often.get(cell.tag, 0) + 1
    widest = max(often, key=lambda tag: often[tag], default="")
    label = tables.vocabulary[widest].label if widest else ""
    return say.tags_spoken(len(often), len({cell.rel for cell in cells}), label, often.get(widest, 0))


def table(study: Study, choice: Choice) -> Listing:
    """A row for each tag in each relationship."""
    tables = study.tables
    names = frame_words(tables.relationships, "name")
    cells = _chosen(_cells(tables), choice)
    listed = tuple(
        (
            str(names[cell.rel]),
            tables.vocabulary[cell.tag].label,
            str(cell.moments) if cell.moments else say.WHOLE,
            "" if cell.age is None else str(cell.age),
            f"{cell.strongest:g}",
        )
        for cell in cells
    )
    return Listing(say.TAGS_COLUMNS, listed, tuple(cell.first for cell in cells))


def _chosen(cells: list[Cell], choice: Choice) -> list[Cell]:
    tags = choice.selection.tags if choice.selection else None
    return [cell for cell in cells if tags is None or cell.tag in tags]


def _cells(tables: Tables) -> list[Cell]:
    """Every tag in every relationship it was received or mutual in, by relationship, then display order."""
    tagged, moments = tables.tagged, tables.moments
    ids, headlines = frame_words(moments, "id"), frame_words(moments, "headline")
    order = {key: n for n, key in enumerate(tables.vocabulary)}
    found: dict[tuple[int, str], Cell] = {}
    for rel, moment, tag, side, direction, t, rated in zip(
        rows(tagged, "rel").tolist(),
        rows(tagged, "moment").tolist(),
        *(frame_words(tagged, name).tolist() for name in ("tag", "side", "direction")),
        floats(tagged, "t").tolist(),
        floats(tagged, "intensity").tolist(),
        strict=True,
    ):
        if side not in _ROLES or direction == "given":
            continue
        strength = UNRATED_THEN if isnan(rated) else rated
        wide = moment == WIDE
        old = found.get((rel, tag))
        if old is None:
            age = tables.age(t) if not isnan(tables.birth) else None if isnan(t) else int(t)
            first, said = ("", say.WHOLE) if wide else (str(ids[moment]), str(headlines[moment]))
            found[rel, tag] = Cell(rel, tag, side, 0 if wide else 1, first, age, strength, said)
        else:
            found[rel, tag] = Cell(
                rel,
                tag,
                side,
                old.moments + (not wide),
                old.first,
                old.age,
                max(old.strongest, strength),
                old.headline,
            )
    return sorted(found.values(), key=lambda cell: (cell.rel, order[cell.tag]))


def _used(tables: Tables, cells: Sequence[Cell], side: str) -> list[str]:
    used = {cell.tag for cell in cells if cell.side == side}
    return [key for key in tables.vocabulary if key in used]


def _panel(
    tables: Tables,
    cells: Sequence[Cell],
    people: Sequence[int],
    side: str,
    used: Sequence[str],
    left: float,
    right: float,
    top: float,
    sheet: Sheet,
    choice: Choice,
) -> tuple[list[Mark], float]:
    """One side's grid, and where it ends."""
    wide = (right - left) / len(used)
    x = {tag: left + wide * (n + 0.5) for n, tag in enumerate(used)}
    chosen = set(choice.selection.tags) if choice.selection else None
    role = _ROLES[side]
    title = CARE_TITLE if side == "caring" else HURT_TITLE
    at = sheet.edge if sheet.phone else left
    marks: list[Mark] = [Text(title, at, top + 24, size=17, bold=True, serif=True, role=role, what="title")]
    labels, deep = _labels(tables, x, left, right, sheet)
    first = top + 40 + deep * _LABEL
    foot = first + _ROW * len(people)
    for tag, (middle, row, label) in labels.items():
        y = top + 46 + row * _LABEL
        dim = chosen is not None and tag not in chosen
        marks.append(Line((x[tag], x[tag]), (y + 4, foot), "grid", 1.0, what="grid"))
        marks.append(
            Text(label, middle, y, "middle", 12.5, bold=chosen is not None and not dim, dim=dim, what="tag")
        )
    names, ids = (frame_words(tables.relationships, column) for column in ("name", "id"))
    beads: list[Mark] = []
    for n, rel in enumerate(people):
        y = first + _ROW * (n + 0.5)
        start = sheet.edge if left < 200 else left
        marks.append(Line((start, right), (first + _ROW * n,) * 2, "grid", 1.0, what="row"))
        if left < 200:
            shown = fitted(
                cut(str(names[rel])), left - sheet.edge - 6, lambda line: sheet.measure(line, sheet.size)
            )
            marks.append(
                Text(shown, sheet.edge, y + 4.5, size=sheet.size, what="name", relationship=str(ids[rel]))
            )
        for cell in (cell for cell in cells if cell.rel == rel and cell.side == side):
            strength = 1.0 if chosen is None or cell.tag in chosen else 0.2
            beads += _cell(cell, str(names[rel]), str(ids[rel]), x[cell.tag], y, wide, role, strength)
    return marks + beads, foot + 12


def _labels(
    tables: Tables, x: dict[str, float], left: float, right: float, sheet: Sheet
) -> tuple[dict[str, tuple[float, int, str]], int]:
    """Where each column's name stands: middle, row and words; and how many rows there are."""
    room = Room()
    found: dict[str, tuple[float, int, str]] = {}
    for tag, column in x.items():
        label = cut(tables.vocabulary[tag].label, 18)
        width = sheet.measure(label, 12.5, bold=True)
        low = 4.0 if sheet.phone else left - 14
        middle = min(max(column, low + width / 2), right + 8 - width / 2)
        for row in range(len(x)):
            place = Place(middle - width / 2, row, middle + width / 2, row + 0.5)
            # A name may not stand in the way of the line down from one above it.
            crossed = any(
                r < row and place.x0 - 3 < x[other] < place.x1 + 3 for other, (_, r, _) in found.items()
            )
            if room.free(Place(place.x0 - 8, place.y0, place.x1 + 8, place.y1), 0) and not crossed:
                break
        room.take(place)
        found[tag] = middle, row, label
    deep = max(row for _, row, _ in found.values()) + 1
    return found, deep


def _cell(
    cell: Cell, name: str, id_: str, x: float, y: float, wide: float, role: Role, strength: float
) -> Iterator[Mark]:
    size = round(min(5.6 * sqrt(cell.strongest) + 0.4, wide - 1), 1)
    aged = wide >= _ROOM_FOR_AGE and cell.age is not None
    middle = x - 8 if aged else x
    yield Bead(
        middle, y, size, "circle", role == "hurt", role, strength, cell.first, id_,
        count=max(1, cell.moments), says=(bead(name, cell.age, ""), cell.headline),
    )  # fmt: skip
    if aged:
        yield Text(
            str(cell.age), middle + size / 2 + 4, y + 4, size=11.5, role="muted", dim=strength < 1, what="age"
        )
