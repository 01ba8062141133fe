"""What the person picked to look at, and a picture's contents as rows."""

from dataclasses import dataclass
from typing import NamedTuple

from timeline.picture.lifeline.selection import Selection
from timeline.study.study import Study


class Panel(NamedTuple):
    """A part of a history to hold beside another.

    Attributes:
        label: what it is called.
        study: that part alone, read.
        years: [from, to) that it is drawn over, decimal; None for all there are.
    """

    label: str
    study: Study
    years: tuple[float, float] | None = None


@dataclass(frozen=True)
class Choice:
    """What a chart is to show; each chart reads what concerns it.

    Attributes:
        selection: the thread that stands out.
        relationship: id of the one to look at.
        panels: two parts to hold beside each other; None where they are no two.
    """

    selection: Selection | None = None
    relationship: str = ""
    panels: tuple[Panel, Panel] | None = None


EMPTY_CHOICE = Choice()


class ChartTable(NamedTuple):
    """A chart as a table: all it shows, for whoever would rather read.

    Attributes:
        columns: their headings.
        rows: one text per column.
        ids: of the moment (or relationship) each row is about; "" for none.
    """

    columns: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]
    ids: tuple[str, ...]
