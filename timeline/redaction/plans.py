"""The two beginnings a new plan offers in one click: one page, and everything but stories.

Each ticks the history it is given. Where a filter narrowed that, `limit_to_filter` sets the filter's kinds
and years in the plan as well, so that they can be read there, and changed.
"""

from typing import Any

from models.dates import EARLIEST_YEAR, LATEST_YEAR
from models.history import KINDS, History
from models.sharing import SharePlan
from timeline.messages import report as say
from timeline.study.filters import Filter


def one_page(history: History, id_: str = "one-page") -> SharePlan:
    """Threads and counts, everyone by initials, no moment in words."""
    return SharePlan(id=id_, name=say.ONE_PAGE, sections=("cover", "threads"), **_include_everyone(history))


def everything_but_stories(history: History, id_: str = "everything-but-stories") -> SharePlan:
    """Every page and every headline, everyone by initials, no story."""
    return SharePlan(
        id=id_,
        name=say.EVERYTHING_BUT_STORIES,
        sections=tuple(say.PARTS),
        headlines=tuple(moment.id for moment in history.episodes),
        **_include_everyone(history),
    )


def limit_to_filter(plan: SharePlan, chosen: Filter) -> SharePlan:
    """`plan`, kept to the kinds and years of a filter.

    Args:
        plan: begun from the history that the filter leaves.
        chosen: the filter.
    """
    kinds = tuple(kind for kind in KINDS if kind in chosen.kinds)
    years = chosen.years and (max(chosen.years[0], EARLIEST_YEAR), min(chosen.years[1], LATEST_YEAR))
    return plan.model_copy(update={"kinds": kinds if kinds not in ((), KINDS) else None, "years": years})


def _include_everyone(history: History) -> dict[str, Any]:
    return {
        "relationships": tuple(bond.id for bond in history.relationships),
        "episodes": tuple(moment.id for moment in history.episodes),
        "names": "initials",
        # Without a birth date there are no ages, and a picture without dates shows nothing.
        "dates": "age" if history.birth else "year",
    }
