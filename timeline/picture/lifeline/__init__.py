"""The picture of a life as geometry: thread and strands, in px, the same for screen and paper.

    lifeline(study, Sheet(width=1280, measure=measure), Selection(("rejection",), "hurt")) -> Picture

Care stands up and hurt down from one line, on one scale, by age. Below, every relationship is a strand in the
lane of its kind: a bar for its time, a bead for each moment, care above and hurt below. Colours, files and
clocks are not known here.
"""

from timeline.picture.lifeline.choice import EMPTY_CHOICE, ChartTable, Choice, Panel
from timeline.picture.lifeline.marks import (
    Area,
    Band,
    Bead,
    Mark,
    NumberedEpisode,
    Peak,
    Picture,
    Role,
    Stroke,
    TextLine,
)
from timeline.picture.lifeline.picture import build_lifeline
from timeline.picture.lifeline.selection import Selection
from timeline.picture.lifeline.sheet import MM_PER_PX, Measure, Sheet, SpanOfLife, find_life_spans

__all__ = [
    "EMPTY_CHOICE",
    "MM_PER_PX",
    "Area",
    "Band",
    "Bead",
    "ChartTable",
    "Choice",
    "Mark",
    "Measure",
    "NumberedEpisode",
    "Panel",
    "Peak",
    "Picture",
    "Role",
    "Selection",
    "Sheet",
    "SpanOfLife",
    "Stroke",
    "TextLine",
    "build_lifeline",
    "find_life_spans",
]
