"""The whole picture: threads above, strands in lanes below, axes around."""

from timeline.lifeline.marks import Picture
from timeline.lifeline.selection import Selection
from timeline.lifeline.sheet import Sheet
from timeline.study import Study


def lifeline(study: Study, sheet: Sheet, selection: Selection | None = None) -> Picture:
    """The picture of a history.

    Args:
        study: the history, read on one day.
        sheet: what it is drawn on.
        selection: the thread that stands out; None for all alike.
    """
    tables = study.tables
    begin, end = sheet.span or (tables.begin, tables.end)
    return Picture(
        sheet.width, 400.0, (), begin=begin, end=end, left=sheet.left, right=sheet.width - sheet.margin
    )
