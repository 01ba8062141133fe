"""The lifeline: both threads over a life, and every relationship as a strand."""

from timeline.lifeline import Choice, Listing, Picture, Sheet, lifeline
from timeline.study import Study

KEY = "lifeline"
TITLE = "Your lifeline"
SUBTITLE = "Care above the line, hurt below, by age; every relationship a strand, every moment a bead."


def picture(study: Study, sheet: Sheet, choice: Choice) -> Picture:
    """The picture, with the chosen thread standing out."""
    return lifeline(study, sheet, choice.selection)


def words(study: Study, choice: Choice) -> str:
    """What it shows, in one spoken sentence."""
    return ""


def table(study: Study, choice: Choice) -> Listing:
    """All moments, in time order."""
    return Listing((), (), ())
