"""Tags × relationships: with whom which tag was used, how strong, and from what age on."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from math import sqrt

from timeline.messages import charts as say
from timeline.messages import lifeline
from timeline.messages.tags import tag_label
from timeline.picture.lifeline import (
    Band,
    Bead,
    ChartTable,
    Choice,
    Mark,
    Picture,
    Role,
    Sheet,
    Stroke,
    TextLine,
)
from timeline.picture.lifeline.text_layout import (
    OccupiedSpace,
    Rectangle,
    shorten_to_letters,
    shorten_to_width,
)
from timeline.study.study import Study
from timeline.study.tag_cells import TagCell, find_tag_cells

KEY = "tags"

_ROW_PX, _LABEL_ROW_PX, _LABEL_TEXT_PX = 27.0, 17.0, 12.5
_ROLES: dict[str, Role] = {"caring": "care", "painful": "hurt"}
_MIN_WIDTH_FOR_AGE_PX = 40.0


def title() -> str:
    """What it is called."""
    return say.TAGS_TITLE


def subtitle() -> str:
    """What it literally shows."""
    return say.TAGS_SUBTITLE


def build_picture(study: Study, sheet: Sheet, choice: Choice) -> Picture:
    """A row for each relationship by beginning, a column for each tag: caring ones and painful ones apart."""
    cells = find_tag_cells(study)
    people = sorted({cell.rel for cell in cells})
    sides = [(side, _find_used_tags(study, cells, side)) for side in ("caring", "painful")]
    if not cells:
        said = TextLine(say.NOTHING_TAGGED, sheet.title_left, 34, role="muted", subject="empty")
        return Picture(sheet.width, 60.0, (said,))
    panels = _lay_out_columns(sides, sheet)
    marks: list[Mark] = []
    top, foot, deep = 0.0, 0.0, 0
    if not sheet.is_phone:
        deep = max(
            _count_label_rows(_place_labels(study, panel.tag_x, panel.left, panel.right, sheet))
            for panel in panels
        )
    for panel in panels:
        more, end = _draw_grid(study, cells, people, panel, top, deep, sheet, choice)
        marks, foot = marks + more, max(foot, end)
        top = end if sheet.is_phone else 0.0
    return Picture(sheet.width, foot, tuple(marks))


def describe_in_words(study: Study, choice: Choice) -> str:
    """What it shows, in one spoken sentence."""
    cells = _filter_cells(find_tag_cells(study), choice)
    often: dict[str, int] = {}
    for cell in cells:
        often[cell.tag] = often.get(cell.tag, 0) + 1
    widest = max(often, key=lambda tag: often[tag], default="")
    label = tag_label(study.vocabulary[widest]) if widest else ""
    return say.tags_spoken(len(often), len({cell.rel for cell in cells}), label, often.get(widest, 0))


def build_table(study: Study, choice: Choice) -> ChartTable:
    """A row for each tag in each relationship."""
    names = study.relationships.name
    cells = _filter_cells(find_tag_cells(study), choice)
    listed = tuple(
        (
            str(names[cell.rel]),
            tag_label(study.vocabulary[cell.tag]),
            str(cell.moments) if cell.moments else say.WHOLE,
            cell.age_in_words,
            f"{cell.strongest:g}",
        )
        for cell in cells
    )
    return ChartTable(say.TAGS_COLUMNS, listed, tuple(cell.first for cell in cells))


def _filter_cells(cells: list[TagCell], choice: Choice) -> list[TagCell]:
    tags = choice.selection.tags if choice.selection else None
    return [cell for cell in cells if tags is None or cell.tag in tags]


def _find_used_tags(study: Study, cells: Sequence[TagCell], side: str) -> list[str]:
    used = {cell.tag for cell in cells if cell.side == side}
    return [key for key in study.vocabulary if key in used]


@dataclass(frozen=True)
class TagColumns:
    """The columns of one side.

    Attributes:
        side: painful or caring.
        left: px.
        right: px.
        tag_x: x of each tag.
        has_names: whether the people's names stand to its left.
    """

    side: str
    left: float
    right: float
    tag_x: dict[str, float]
    has_names: bool


def _lay_out_columns(sides: Sequence[tuple[str, Sequence[str]]], sheet: Sheet) -> list[TagColumns]:
    """Beside each other, columns of the same width; on a phone one below the other."""
    gutter = 128.0 if sheet.is_phone else 190.0
    used = [(side, tags) for side, tags in sides if tags]
    share = (sheet.width - gutter - 30) / sum(len(tags) for _, tags in used)
    made: list[TagColumns] = []
    x = gutter
    for side, tags in used:
        left, right = (gutter, sheet.width - 14) if sheet.is_phone else (x, x + share * len(tags) - 10)
        wide = (right - left) / len(tags)
        columns = {tag: left + wide * (n + 0.5) for n, tag in enumerate(tags)}
        made.append(TagColumns(side, left, right, columns, sheet.is_phone or not made))
        x = right + 20
    return made


def _draw_grid(
    study: Study,
    cells: Sequence[TagCell],
    people: Sequence[int],
    panel: TagColumns,
    top: float,
    deep: int,
    sheet: Sheet,
    choice: Choice,
) -> tuple[list[Mark], float]:
    """One side's grid from `top` down, with at least `deep` rows of column names; and where it ends."""
    chosen = set(choice.selection.tags) if choice.selection else None
    role = _ROLES[panel.side]
    title = lifeline.TITLES["care" if panel.side == "caring" else "hurt"]
    start = sheet.title_left if panel.has_names else panel.left
    at = sheet.title_left if sheet.is_phone else panel.left
    marks: list[Mark] = [
        TextLine(title, at, top + 24, size=17, bold=True, serif=True, role=role, subject="title")
    ]
    labels = _place_labels(study, panel.tag_x, panel.left, panel.right, sheet)
    first = top + 40 + max(deep, _count_label_rows(labels)) * _LABEL_ROW_PX
    foot = first + _ROW_PX * len(people)
    marks += [
        Stroke((x, x), (top + 50 + labels[tag][0].y0 * _LABEL_ROW_PX, foot), "grid", 1.0, subject="grid")
        for tag, x in panel.tag_x.items()
    ]
    words_: list[Mark] = []
    for tag, (place, label) in labels.items():
        y, dim = top + 46 + place.y0 * _LABEL_ROW_PX, chosen is not None and tag not in chosen
        # A clean place, so that no column's line runs through a name below it.
        marks.append(Band(place.x0 - 2, place.x1 + 2, y - 11, y + 4, "paper", 1.0, "plate"))
        middle, bold = (place.x0 + place.x1) / 2, chosen is not None and not dim
        words_.append(TextLine(label, middle, y, "middle", _LABEL_TEXT_PX, bold=bold, dim=dim, subject="tag"))
    names, ids = study.relationships.name, study.relationships.id
    wide = (panel.right - panel.left) / len(panel.tag_x)
    beads: list[Mark] = []
    for n, rel in enumerate(people):
        y = first + _ROW_PX * (n + 0.5)
        marks.append(Stroke((start, panel.right), (first + _ROW_PX * n,) * 2, "grid", 1.0, subject="row"))
        if panel.has_names:
            room = panel.left - sheet.title_left - 6
            shown = shorten_to_width(
                shorten_to_letters(str(names[rel])), room, lambda line: sheet.measure(line, sheet.name_size)
            )
            words_.append(
                TextLine(
                    shown,
                    sheet.title_left,
                    y + 4.5,
                    size=sheet.name_size,
                    subject="name",
                    relationship=str(ids[rel]),
                )
            )
        for cell in (cell for cell in cells if cell.rel == rel and cell.side == panel.side):
            strength = 1.0 if chosen is None or cell.tag in chosen else 0.2
            x = panel.tag_x[cell.tag]
            beads += _draw_cell(cell, str(names[rel]), str(ids[rel]), x, y, wide, role, strength)
    return [*marks, *words_, *beads], foot + 12


def _place_labels(
    study: Study, x: dict[str, float], left: float, right: float, sheet: Sheet
) -> dict[str, tuple[Rectangle, str]]:
    """Where each column's name stands, y in rows, and its words; in as few rows as keep them apart."""
    room = OccupiedSpace()
    found: dict[str, tuple[Rectangle, str]] = {}
    for tag, column in x.items():
        label = shorten_to_letters(tag_label(study.vocabulary[tag]), 18)
        width = sheet.measure(label, _LABEL_TEXT_PX, bold=True)
        low = 4.0 if sheet.is_phone else left - 14
        middle = min(max(column, low + width / 2), right + 8 - width / 2)
        for row in range(len(x)):
            place = Rectangle(middle - width / 2, row, middle + width / 2, row + 0.5)
            if room.is_free(Rectangle(place.x0 - 8, place.y0, place.x1 + 8, place.y1), 0):
                break
        room.occupy(place)
        found[tag] = place, label
    return found


def _count_label_rows(labels: dict[str, tuple[Rectangle, str]]) -> int:
    return int(max(place.y0 for place, _ in labels.values())) + 1


def _draw_cell(
    cell: TagCell, name: str, id_: str, x: float, y: float, wide: float, role: Role, strength: float
) -> Iterator[Mark]:
    size = round(min(5.6 * sqrt(cell.strongest) + 0.4, wide - 1), 1)
    aged = wide >= _MIN_WIDTH_FOR_AGE_PX and cell.age is not None
    middle = x - 8 if aged else x
    yield Bead(
        middle, y, size, "circle", role == "hurt", role, strength, cell.first, id_,
        count=max(1, cell.moments),
        hover_lines=(lifeline.bead(name, cell.age_in_words, ""), cell.headline or say.WHOLE),
    )  # fmt: skip
    if aged:
        yield TextLine(
            str(cell.age),
            middle + size / 2 + 4,
            y + 4,
            size=11.5,
            role="muted",
            dim=strength < 1,
            subject="age",
        )
