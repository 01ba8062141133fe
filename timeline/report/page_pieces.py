"""A picture cut to pages: whole where it fits on one, else between its rows; its foot never stands alone."""

from collections.abc import Sequence

from timeline.picture.lifeline.marks import Band, Bead, Mark, Picture, TextLine

VerticalRange = tuple[float, float]
"""From where to where down the page, px."""


def cut_into_pieces(
    picture: Picture, marks: Sequence[Mark], first: float, later: float
) -> list[VerticalRange]:
    """From where to where the rows go on each page; under every piece there is room for the foot.

    The foot is what stands below the rows: the landmarks' words and the axis. The first piece begins at the
    first mark, the last one ends with the rows.

    Args:
        picture: whole.
        marks: those of it that are printed.
        first: how high the picture may be on its first page, px.
        later: and on every page after it.
    """
    foot = picture.height - picture.rows_bottom
    solid = sorted(mark_extent(mark) for mark in marks if _is_solid(mark))
    last = max((low for _, low in solid if low <= picture.rows_bottom), default=picture.rows_bottom)
    made: list[VerticalRange] = []
    top = max(0.0, min((mark_extent(mark)[0] for mark in marks), default=0.0) - 2)
    most = first - foot
    while last - top > most:
        cut = _find_cut(solid, top + most / 2, top + most)
        made.append((top, cut))
        top, most = cut, later - foot
    return [*made, (top, min(picture.rows_bottom, top + most))]


def mark_extent(mark: Mark) -> VerticalRange:
    """From where to where a mark goes."""
    if isinstance(mark, Band):
        return mark.y0, mark.y1
    if isinstance(mark, TextLine):
        return mark.y - mark.size, mark.y + mark.size / 3
    if isinstance(mark, Bead):
        return mark.y - mark.size / 2, mark.y + mark.size / 2
    return min(mark.y), max(mark.y)


def _find_cut(solid: Sequence[VerticalRange], least: float, most: float) -> float:
    """The last place up to `most` where nothing solid is cut; `most` where there is none past `least`."""
    cut, covered = most, 0.0
    for low, high in solid:
        middle = min((covered + low) / 2, most)
        if covered < low and covered < most and middle > least:
            cut = middle
        covered = max(covered, high)
        if covered >= most:
            break
    return cut


def _is_solid(mark: Mark) -> bool:
    """Whether a page may not end within it."""
    if isinstance(mark, TextLine):
        return True
    return not isinstance(mark, Band) and bool(mark.relationship) and getattr(mark, "subject", "") != "joined"
