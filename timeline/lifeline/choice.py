"""What the person picked to look at, and a picture's contents as rows."""

from dataclasses import dataclass
from typing import NamedTuple

from timeline.lifeline.selection import Selection


@dataclass(frozen=True)
class Part:
    """A part of a history to hold beside another; what is left open matches everything.

    Attributes:
        label: what it is called.
        relationship: id of the one it is about.
        kind: of the relationships in it.
        years: [from, to), decimal years.
    """

    label: str
    relationship: str = ""
    kind: str = ""
    years: tuple[float, float] | None = None


@dataclass(frozen=True)
class Choice:
    """What a chart is to show; each chart reads what concerns it.

    Attributes:
        selection: the thread that stands out.
        relationship: id of the one to look at.
        parts: two parts to hold beside each other; None for childhood and the years since.
    """

    selection: Selection | None = None
    relationship: str = ""
    parts: tuple[Part, Part] | None = None


NOTHING_CHOSEN = Choice()


class Listing(NamedTuple):
    """A chart as a table: all it shows, for whoever would rather read.

    Attributes:
        columns: their headings.
        rows: one text per column.
        ids: of the moment (or relationship) each row is about; "" for none.
    """

    columns: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]
    ids: tuple[str, ...]
