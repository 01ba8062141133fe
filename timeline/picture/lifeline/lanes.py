"""The strands in lanes: family, friends, romantic, mentors and others; each row as high as what it holds."""

from collections.abc import Sequence
from dataclasses import dataclass

from models.entries import KINDS
from timeline.messages import kinds
from timeline.picture.lifeline.sheet import Sheet
from timeline.picture.lifeline.strands import Strand

TITLE_SIZE = 11.5
_MIN_STRAND_GAP_PX = 20.0
_NAME_HEIGHT_PX = 17.0
_MAX_EXTRA_ROW_GAP_PX = 18.0
"""px more between rows, where there is room for more."""
_TITLE_ROOM_PX, _TITLE_ROOM_PHONE_PX, _BESIDE_TITLE_PX, _TITLE_AIR_PX = 24.0, 26.0, 9.0, 14
"""px from a lane’s rule to its first row: under the title, on a phone, beside it; and air beside a title."""


@dataclass(frozen=True)
class Lane:
    """The strands of one kind.

    Attributes:
        title: of the lane.
        top: y of the rule above it.
        rows: the strands, row by row.
        bar_y: of the bar of each row.
    """

    title: str
    top: float
    rows: Sequence[Sequence[Strand]]
    bar_y: Sequence[float]


def build_lanes(
    found: Sequence[Strand], unit: float, top: float, sheet: Sheet, more: float = 0.0
) -> tuple[list[Lane], float]:
    """The lanes from `top` down, and where they end.

    Args:
        found: the strands, by beginning.
        unit: px of one unit of level in the ridges.
        top: y of the first rule.
        sheet: what is drawn on.
        more: px between rows beyond the least.
    """
    made: list[Lane] = []
    least, between = (7.0, 3.0) if sheet.for_print else (9.0, 8.0 if sheet.is_phone else 7.0)
    y = top
    for title in dict.fromkeys(map(kinds.kind_lane, KINDS)):
        mine = [strand for strand in found if kinds.kind_lane(strand.kind) == title]
        if not mine:
            continue
        rows, heights = _assign_rows(mine), []
        lane_top = y
        y += _first_row_offset(title, rows[0], sheet)
        for row in rows:
            up = max(
                max(
                    s.measure_reach("care", unit),
                    s.measure_name_offset(unit) + _NAME_HEIGHT_PX + 2 if s.is_name_above else 0,
                )
                for s in row
            )
            y += max(up, least)
            heights.append(round(y, 1))
            y += max(least, *(s.measure_reach("hurt", unit) for s in row)) + between + more
        y += 5.0 if sheet.for_print else 9.0
        made.append(Lane(title, lane_top, rows, heights))
    return made, y


def extra_row_gap(laid: Sequence[Lane], height: float, rooms: Sequence[float]) -> float:
    """How much farther apart the rows may stand, px, so that a picture `height` px high fills its room."""
    room = next((room for room in rooms if room >= height), height)
    return min((room - height) / max(1, sum(len(lane.rows) for lane in laid)), _MAX_EXTRA_ROW_GAP_PX)


def _assign_rows(strands: Sequence[Strand]) -> list[list[Strand]]:
    """First fit by beginning: a strand stands in the first row with room left of it."""
    rows: list[list[Strand]] = []
    ends: list[float] = []
    for strand in strands:
        left, right = strand.occupied_x
        for n, end in enumerate(ends):
            if end + _MIN_STRAND_GAP_PX < left:
                rows[n].append(strand)
                ends[n] = max(end, right)
                break
        else:
            rows.append([strand])
            ends.append(right)
    return rows


def _first_row_offset(title: str, first: Sequence[Strand], sheet: Sheet) -> float:
    """How far below its rule a lane's first row may begin."""
    if sheet.is_phone:
        return _TITLE_ROOM_PHONE_PX
    title_end = sheet.title_left + sheet.measure(title, TITLE_SIZE, bold=True) + _TITLE_AIR_PX
    return _BESIDE_TITLE_PX if all(strand.occupied_x[0] > title_end for strand in first) else _TITLE_ROOM_PX
