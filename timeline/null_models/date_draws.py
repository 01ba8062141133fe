"""The same history with every uncertain date drawn from the days it can mean."""

from dataclasses import replace

import numpy as np
from numpy.random import Generator
from numpy.typing import NDArray

from timeline.tables import WHOLE_RELATIONSHIP, Tables, float_column, int_column, period_of_life

Floats = NDArray[np.float64]

DATE_DRAWS = 20
"""How often the uncertain dates are drawn.

What is told from them is "in 17 of 20 draws": nothing finer is said, and each draw costs a whole run of the
finders."""


def redraw_dates(tables: Tables, rng: Generator) -> Tables:
    """A history like this one as far as the dates are known.

    The rows of every table keep their place; `t` is drawn evenly from `first` to `last`, and age and period
    follow; an end is drawn from `end_first` to `end_last`.

    Args:
        tables: a framed history.
        rng: where the dates come from.
    """
    relationships, moments, tagged = tables.relationships, tables.moments, tables.tag_entries
    began = _draw_evenly(float_column(relationships, "first"), float_column(relationships, "last"), rng)
    ended = _draw_evenly(
        float_column(relationships, "end_first"), float_column(relationships, "end_last"), rng
    )
    when = _draw_evenly(float_column(moments, "first"), float_column(moments, "last"), rng)
    of = int_column(tagged, "moment")
    wide = began[int_column(tagged, "rel")]
    then = np.where(of == WHOLE_RELATIONSHIP, wide, np.append(when, np.nan)[of])
    return replace(
        tables,
        relationships=relationships.assign(t=began, end_first=ended, end_last=ended),
        moments=moments.assign(t=when, age=_age(tables, when), period=_period(tables, when)),
        tag_entries=tagged.assign(t=then, first=then, age=_age(tables, then), period=_period(tables, then)),
    )


def _draw_evenly(first: Floats, last: Floats, rng: Generator) -> Floats:
    return first + rng.random(len(first)) * (last - first)


def _age(tables: Tables, when: Floats) -> Floats:
    return np.maximum(0, np.floor(when - tables.birth))


def _period(tables: Tables, when: Floats) -> list[str]:
    return [period_of_life(age) for age in _age(tables, when).tolist()]
