"""The picture of a life as geometry: thread and strands, in px, the same for screen and paper.

    lifeline(study, Sheet(width=1280, measure=measure), Selection(("rejection",), "hurt")) -> Picture

Care stands up and hurt down from one line, on one scale, by age. Below, every relationship is a strand in the
lane of its kind: a bar for its time, a bead for each moment, care above and hurt below. Colours, files and
clocks are not known here.
"""

from timeline.picture.lifeline.choice import NOTHING_CHOSEN, Choice, Listing, Panel
from timeline.picture.lifeline.marks import Area, Band, Bead, Line, Mark, Numbered, Peak, Picture, Role, Text
from timeline.picture.lifeline.picture import lifeline
from timeline.picture.lifeline.selection import Selection
from timeline.picture.lifeline.sheet import MM_PER_PX, Measure, Sheet, SpanOfLife, spans

__all__ = [
    "MM_PER_PX",
    "NOTHING_CHOSEN",
    "Area",
    "Band",
    "Bead",
    "Choice",
    "Line",
    "Listing",
    "Mark",
    "Measure",
    "Numbered",
    "Panel",
    "Peak",
    "Picture",
    "Role",
    "Selection",
    "Sheet",
    "SpanOfLife",
    "Text",
    "lifeline",
    "spans",
]
