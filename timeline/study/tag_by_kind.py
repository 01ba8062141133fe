"""A tag in one kind of bond, and the same count among all other people. A count; nothing is tested."""

from typing import NamedTuple

import numpy as np

from timeline.tables import Tables, int_column, str_column


class KindCount(NamedTuple):
    """In how many of how many people, in the kind and outside it; people with at least one tagged entry."""

    here: int
    of_here: int
    elsewhere: int
    of_elsewhere: int


def count_tag_by_kind(tables: Tables, tag: str, kind: str, *, given: bool = False) -> KindCount:
    """How many people of a kind hold a tag, and how many of all others.

    Args:
        tables: the history, framed.
        tag: its key.
        kind: of bond.
        given: count it as given; else as received or shared.
    """
    tagged = tables.tag_entries
    rel = int_column(tagged, "rel")
    meant = (str_column(tagged, "tag") == tag) & ((str_column(tagged, "direction") == "given") == given)
    people = np.unique(rel)
    holds, inside = np.isin(people, rel[meant]), str_column(tables.relationships, "kind")[people] == kind
    return KindCount(
        int((holds & inside).sum()), int(inside.sum()), int((holds & ~inside).sum()), int((~inside).sum())
    )
