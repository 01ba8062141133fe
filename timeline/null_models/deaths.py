"""Which moments are of a death: losing someone to it is not their turning cold."""

import numpy as np
from numpy.typing import NDArray

from timeline.tables import WHOLE_RELATIONSHIP, Tables, float_column, int_column, str_column

LOSS = "loss"


def find_death_moments(tables: Tables) -> NDArray[np.bool_]:
    """The moments tagged loss, and those whose date can be an end by death, [len(tables.moments)].

    Args:
        tables: the history, framed.
    """
    moments, spells, tagged = tables.moments, tables.spells, tables.tag_entries
    of_death = np.zeros(len(moments), bool)
    lost = (str_column(tagged, "tag") == LOSS) & (int_column(tagged, "moment") != WHOLE_RELATIONSHIP)
    of_death[int_column(tagged, "moment")[lost]] = True
    owner, first, last = (
        int_column(moments, "rel"),
        float_column(moments, "first"),
        float_column(moments, "last"),
    )
    by_death = np.flatnonzero(str_column(spells, "ended") == "death")
    ends = zip(
        int_column(spells, "rel")[by_death].tolist(),
        float_column(spells, "end_first")[by_death].tolist(),
        float_column(spells, "end_last")[by_death].tolist(),
        strict=True,
    )
    for relationship, begins, ended in ends:
        of_death |= (owner == relationship) & (first < ended) & (last > begins)
    return of_death
