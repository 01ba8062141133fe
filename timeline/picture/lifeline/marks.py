"""What a picture is made of: a few kinds of marks in px, in drawing order, coloured by role.

x runs right and y down from the top left corner of the sheet. Colours, fonts and the file format are the
pen's: the screen and the paper draw the very same marks.
"""

from dataclasses import dataclass
from typing import Literal, NamedTuple

from models.tags import ThreadSide

Role = Literal["hurt", "care", "ink", "muted", "rule", "grid", "paper"]
Dash = Literal["solid", "dots", "fine dots", "hair dots", "dashes"]
Shape = Literal["circle", "square", "triangle"]
Anchor = Literal["start", "middle", "end"]
Numbers = tuple[float, ...]


@dataclass(frozen=True)
class Band:
    """A rectangle from (x0, y0) to (x1, y1).

    Attributes:
        x0: its left edge.
        x1: its right edge.
        y0: its top.
        y1: its bottom.
        role: of its colour.
        strength: 0 not to be seen, 1 full.
        subject: it shows: "landmark", "future", "plate" (a clean place under words) …
    """

    x0: float
    x1: float
    y0: float
    y1: float
    role: Role
    strength: float = 1.0
    subject: str = ""


@dataclass(frozen=True)
class Area:
    """A closed outline, filled.

    Attributes:
        x: its corners, px.
        y: the same corners.
        role: of its colour.
        strength: 0 not to be seen, 1 full.
        stops: (x px, strength) from left to right, between which the strength runs evenly; empty: the same
            `strength` everywhere.
        subject: it shows: "total", "thread", "fringe", "ridge", "tail".
        relationship: id of the one it belongs to, "" for the whole life.
    """

    x: Numbers
    y: Numbers
    role: Role
    strength: float = 1.0
    stops: tuple[tuple[float, float], ...] = ()
    subject: str = ""
    relationship: str = ""


@dataclass(frozen=True)
class Stroke:
    """A stroke through its points.

    Attributes:
        x: its points, px.
        y: the same points.
        role: of its colour.
        width: px.
        strength: 0 not to be seen, 1 full.
        dash: how it is broken.
        subject: it shows: "grid", "curve", "axis", "gap", "bar", "unsure", "cap", "after", "whisker",
            "joined" …
        relationship: id of the one it belongs to, "" for none.
    """

    x: Numbers
    y: Numbers
    role: Role
    width: float = 1.0
    strength: float = 1.0
    dash: Dash = "solid"
    subject: str = ""
    relationship: str = ""


@dataclass(frozen=True)
class Bead:
    """A moment, or several of one half year; the triangle of what is still going; or what a step keeps.

    Attributes:
        x: its middle.
        y: its middle.
        size: across, px.
        shape: circle; square for what the person did; triangle for still going.
        filled: whether its inside has its colour, or the paper's.
        role: of its colour.
        strength: 0 not to be seen, 1 full.
        moment: id of the moment (of the first one of several); "" for none.
        relationship: id of the one it belongs to.
        number: its place in the selected thread, 0 for none.
        count: how many moments it stands for.
        hover_lines: lines of the person's own words for whoever points at it.
        subject: it shows, where that is no moment: "going", "note", "check-in", "mind".
    """

    x: float
    y: float
    size: float
    shape: Shape
    filled: bool
    role: Role
    strength: float = 1.0
    moment: str = ""
    relationship: str = ""
    number: int = 0
    count: int = 1
    hover_lines: tuple[str, ...] = ()
    subject: str = ""


@dataclass(frozen=True)
class TextLine:
    """One line of words.

    Attributes:
        words: as they are to be read, the person's own ones among them.
        x: where the anchor is.
        y: the line they stand on.
        anchor: which part of them is at `x`.
        size: of the letters, px.
        bold: semi-bold, the second weight.
        serif: whether in the face of headings.
        italic: whether slanted.
        role: of their colour.
        dim: whether to step back, still readable.
        subject: they are: "title", "subtitle", "lane", "name", "peak", "gap", "tick", "landmark", "number" …
        relationship: id of the one they name, "" for none.
    """

    words: str
    x: float
    y: float
    anchor: Anchor = "start"
    size: float = 13.0
    bold: bool = False
    serif: bool = False
    italic: bool = False
    role: Role = "ink"
    dim: bool = False
    subject: str = ""
    relationship: str = ""


Mark = Band | Area | Stroke | Bead | TextLine


class Peak(NamedTuple):
    """A place where a thread is highest for years around.

    Attributes:
        side: of which thread.
        t: decimal year.
        height: of the level, in units of intensity.
        names: of the one or two relationships most of it comes from.
        has_label: whether there was room for its words.
    """

    side: ThreadSide
    t: float
    height: float
    names: tuple[str, ...]
    has_label: bool


class NumberedEpisode(NamedTuple):
    """The first moment of the selected thread in one relationship.

    Attributes:
        number: its place in time, from 1; a place it has also if it lies outside the years shown.
        moment: its id; "" where the whole relationship is tagged.
        relationship: its id.
        t: decimal year.
    """

    number: int
    moment: str
    relationship: str
    t: float


@dataclass(frozen=True)
class Picture:
    """A drawn history: the marks, and what they show as plain facts.

    Attributes:
        width: px.
        height: px; the same whether or not a thread is selected.
        marks: in drawing order.
        begin: the first decimal year shown.
        end: the last one.
        left: x of `begin`.
        right: x of `end`.
        line_y: y of the line between care and hurt.
        px_per_level: height of one unit of intensity in the threads, px.
        max_levels: the level of each side at its highest, of the formula, in the years shown.
        peaks: of both threads, those with words first, by time.
        gaps: [from, to] in years: where nothing was entered.
        lane_rows: for each lane its title and the relationships' ids row by row.
        unplaced_count: how many people and moments stand nowhere in it, whatever years are shown.
        numbered_episodes: the selected thread, in time order.
        untouched_relationships: ids of the relationships the selected thread does not touch, by their
            beginning.
        is_binned: whether beads stand for half years.
        rows_bottom: y under the last row; the landmarks' words and the axis stand below.
        shortened_landmarks: label and decimal year of each landmark whose words are cut or have no room.
        moment_ids: ids of the moments shown, in time order.
    """

    width: float
    height: float
    marks: tuple[Mark, ...]
    begin: float = 0.0
    end: float = 0.0
    left: float = 0.0
    right: float = 0.0
    line_y: float = 0.0
    px_per_level: float = 0.0
    max_levels: tuple[tuple[ThreadSide, float], ...] = ()
    peaks: tuple[Peak, ...] = ()
    gaps: tuple[tuple[float, float], ...] = ()
    lane_rows: tuple[tuple[str, tuple[tuple[str, ...], ...]], ...] = ()
    unplaced_count: int = 0
    numbered_episodes: tuple[NumberedEpisode, ...] = ()
    untouched_relationships: tuple[str, ...] = ()
    is_binned: bool = False
    rows_bottom: float = 0.0
    shortened_landmarks: tuple[tuple[str, float], ...] = ()
    moment_ids: tuple[str, ...] = ()

    @property
    def bands(self) -> tuple[Band, ...]:
        """Its rectangles, in drawing order."""
        return tuple(mark for mark in self.marks if isinstance(mark, Band))

    @property
    def areas(self) -> tuple[Area, ...]:
        """Its filled outlines, in drawing order."""
        return tuple(mark for mark in self.marks if isinstance(mark, Area))

    @property
    def strokes(self) -> tuple[Stroke, ...]:
        """Its strokes, in drawing order."""
        return tuple(mark for mark in self.marks if isinstance(mark, Stroke))

    @property
    def beads(self) -> tuple[Bead, ...]:
        """Its beads, in drawing order."""
        return tuple(mark for mark in self.marks if isinstance(mark, Bead))

    @property
    def text_lines(self) -> tuple[TextLine, ...]:
        """Its words, in drawing order."""
        return tuple(mark for mark in self.marks if isinstance(mark, TextLine))

    def year_to_x(self, t: float) -> float:
        """Where the decimal year `t` stands, px."""
        return self.left + (t - self.begin) * (self.right - self.left) / (self.end - self.begin)
