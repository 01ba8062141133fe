"""How old the writer was at each moment, as every surface shows it."""

from math import isnan

from models.ages import Age
from timeline.study.study import Study


def read_moment_age(study: Study, row: int) -> Age | None:
    """At one moment, by row; None where it cannot be told."""
    moments = study.moments
    youngest, oldest, middle = (
        float(column[row]) for column in (moments.youngest, moments.oldest, moments.middle)
    )
    return None if isnan(youngest) else Age(int(youngest), int(oldest), int(middle), bool(moments.about[row]))
