"""Tags × relationships: with whom which tag was used, how strong, and from what age on."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from math import isnan, sqrt

from timeline.levels import UNRATED_THEN
from timeline.messages import charts as say
from timeline.messages.lifeline import CARE_TITLE, HURT_TITLE, bead
from timeline.picture.lifeline import Band, Bead, Choice, Line, Listing, Mark, Picture, Role, Sheet, Text
from timeline.picture.lifeline.room import Place, Room, cut, fitted
from timeline.study.study import Study
from timeline.tables import WIDE, Tables, floats, rows
from timeline.tables import words as frame_words

KEY = "tags"
TITLE = say.TAGS_TITLE
SUBTITLE = say.TAGS_SUBTITLE

_ROW, _LABEL, _SMALL = 27.0, 17.0, 12.5
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
    if not cells:
        said = Text(say.NOTHING_TAGGED, sheet.edge, 34, role="muted", what="empty")
        return Picture(sheet.width, 60.0, (said,))
    panels = _panels(sides, sheet)
    marks: list[Mark] = []
    top, foot, deep = 0.0, 0.0, 0
    if not sheet.phone:
        deep = max(_deep(_labels(tables, panel.columns, panel.left, panel.right, sheet)) for panel in panels)
    for panel in panels:
        more, end = _drawn(tables, cells, people, panel, top, deep, sheet, choice)
        marks, foot = marks + more, max(foot, end)
        top = end if sheet.phone else 0.0
    return Picture(sheet.width, foot, tuple(marks))


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


@dataclass(frozen=True)
class Panel:
    """The columns of one side.

    Attributes:
        side: painful or caring.
        left: px.
        right: px.
        columns: x of each tag.
        named: whether the people's names stand to its left.
    """

    side: str
    left: float
    right: float
    columns: dict[str, float]
    named: bool


def _panels(sides: Sequence[tuple[str, Sequence[str]]], sheet: Sheet) -> list[Panel]:
    """Beside each other, columns of the same width; on a phone one below the other."""
    gutter = 128.0 if sheet.phone else 190.0
    used = [(side, tags) for side, tags in sides if tags]
    share = (sheet.width - gutter - 30) / sum(len(tags) for _, tags in used)
    made: list[Panel] = []
    x = gutter
    for side, tags in used:
        left, right = (gutter, sheet.width - 14) if sheet.phone else (x, x + share * len(tags) - 10)
        wide = (right - left) / len(tags)
        columns = {tag: left + wide * (n + 0.5) for n, tag in enumerate(tags)}
        made.append(Panel(side, left, right, columns, sheet.phone or not made))
        x = right + 20
    return made


def _drawn(
    tables: Tables,
    cells: Sequence[Cell],
    people: Sequence[int],
    panel: Panel,
    top: float,
    deep: int,
    sheet: Sheet,
    choice: Choice,
) -> tuple[list[Mark], float]:
    """One side's grid from `top` down, with at least `deep` rows of column names; and where it ends."""
    chosen = set(choice.selection.tags) if choice.selection else None
    role = _ROLES[panel.side]
    title = CARE_TITLE if panel.side == "caring" else HURT_TITLE
    start = sheet.edge if panel.named else panel.left
    at = sheet.edge if sheet.phone else panel.left
    marks: list[Mark] = [Text(title, at, top + 24, size=17, bold=True, serif=True, role=role, what="title")]
    labels = _labels(tables, panel.columns, panel.left, panel.right, sheet)
    first = top + 40 + max(deep, _deep(labels)) * _LABEL
    foot = first + _ROW * len(people)
    marks += [
        Line((x, x), (top + 50 + labels[tag][0].y0 * _LABEL, foot), "grid", 1.0, what="grid")
        for tag, x in panel.columns.items()
    ]
    words_: list[Mark] = []
    for tag, (place, label) in labels.items():
        y, dim = top + 46 + place.y0 * _LABEL, chosen is not None and tag not in chosen
        # A clean place, so that no column's line runs through a name below it.
        marks.append(Band(place.x0 - 2, place.x1 + 2, y - 11, y + 4, "paper", 1.0, "plate"))
        middle, bold = (place.x0 + place.x1) / 2, chosen is not None and not dim
        words_.append(Text(label, middle, y, "middle", _SMALL, bold=bold, dim=dim, what="tag"))
    names, ids = (frame_words(tables.relationships, column) for column in ("name", "id"))
    wide = (panel.right - panel.left) / len(panel.columns)
    beads: list[Mark] = []
    for n, rel in enumerate(people):
        y = first + _ROW * (n + 0.5)
        marks.append(Line((start, panel.right), (first + _ROW * n,) * 2, "grid", 1.0, what="row"))
        if panel.named:
            room = panel.left - sheet.edge - 6
            shown = fitted(cut(str(names[rel])), room, lambda line: sheet.measure(line, sheet.size))
            words_.append(
                Text(shown, sheet.edge, y + 4.5, size=sheet.size, what="name", relationship=str(ids[rel]))
            )
        for cell in (cell for cell in cells if cell.rel == rel and cell.side == panel.side):
            strength = 1.0 if chosen is None or cell.tag in chosen else 0.2
            x = panel.columns[cell.tag]
            beads += _cell(cell, str(names[rel]), str(ids[rel]), x, y, wide, role, strength)
    return [*marks, *words_, *beads], foot + 12


def _labels(
    tables: Tables, x: dict[str, float], left: float, right: float, sheet: Sheet
) -> dict[str, tuple[Place, str]]:
    """Where each column's name stands, y in rows, and its words; in as few rows as keep them apart."""
    room = Room()
    found: dict[str, tuple[Place, str]] = {}
    for tag, column in x.items():
        label = cut(tables.vocabulary[tag].label, 18)
        width = sheet.measure(label, _SMALL, bold=True)
        low = 4.0 if sheet.phone else left - 14
        middle = min(max(column, low + width / 2), right + 8 - width / 2)
        for row in range(len(x)):
            place = Place(middle - width / 2, row, middle + width / 2, row + 0.5)
            if room.free(Place(place.x0 - 8, place.y0, place.x1 + 8, place.y1), 0):
                break
        room.take(place)
        found[tag] = place, label
    return found


def _deep(labels: dict[str, tuple[Place, str]]) -> int:
    return int(max(place.y0 for place, _ in labels.values())) + 1


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
