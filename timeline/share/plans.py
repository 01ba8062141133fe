"""The two beginnings a new plan offers in one click: one page, and everything but stories."""

from typing import Any

from models.history import History
from models.sharing import SharePlan
from timeline.words.report import EVERYTHING_BUT_STORIES, ONE_PAGE, PARTS


def one_page(history: History, id_: str = "one-page") -> SharePlan:
    """Threads and counts, everyone by initials, no moment in words."""
    return SharePlan(id=id_, name=ONE_PAGE, sections=("cover", "threads"), **_everyone(history))


def everything_but_stories(history: History, id_: str = "everything-but-stories") -> SharePlan:
    """Every page and every headline, everyone by initials, no story."""
    return SharePlan(
        id=id_,
        name=EVERYTHING_BUT_STORIES,
        sections=tuple(PARTS),
        headlines=tuple(moment.id for moment in history.episodes),
        **_everyone(history),
    )


def _everyone(history: History) -> dict[str, Any]:
    return {
        "relationships": tuple(bond.id for bond in history.relationships),
        "episodes": tuple(moment.id for moment in history.episodes),
        "names": "initials",
        # Without a birth date there are no ages, and a picture without dates shows nothing.
        "dates": "age" if history.birth else "year",
    }
