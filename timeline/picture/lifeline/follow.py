"""A selected thread, looked up: its order, its moments, and whom it does not touch."""

from dataclasses import dataclass

from timeline.picture.lifeline.marks import Numbered
from timeline.picture.lifeline.selection import Selection
from timeline.picture.lifeline.strand_marks import Lit
from timeline.study.evidence import evidence
from timeline.study.study import Study
from timeline.tables import WIDE, floats, words


@dataclass(frozen=True)
class Follow:
    """A selected thread.

    Attributes:
        selection: which.
        numbered: its first moment in each relationship, in time order.
        did_not: ids of the relationships it does not touch.
        rows: of all its moments.
        rels: rows of the relationships it touches.
    """

    selection: Selection
    numbered: tuple[Numbered, ...]
    did_not: tuple[str, ...]
    rows: frozenset[int]
    rels: frozenset[int]

    def lit(self, rel: int) -> Lit:
        """What of a strand stands out."""
        return Lit(rel in self.rels, self.rows, self.selection.side)


def follow(study: Study, selection: Selection) -> Follow:
    """The thread of a selection; numbered as the list of what it rests on."""
    tables = study.tables
    rests_on = evidence(study, selection.tags)
    ids, t = words(tables.relationships, "id"), floats(tables.relationships, "t")
    moment_ids, at = words(tables.moments, "id"), floats(tables.moments, "t")
    numbered = []
    for n, one in enumerate(rests_on.happened, 1):
        first = one.moments[0] if one.moments else WIDE
        # A tag on the whole relationship is there from its beginning.
        if first == WIDE or (one.wide and t[one.relationship] < at[first]):
            where = ("", float(t[one.relationship]))
        else:
            where = (str(moment_ids[first]), float(at[first]))
        numbered.append(Numbered(n, where[0], str(ids[one.relationship]), where[1]))
    return Follow(
        selection,
        tuple(numbered),
        tuple(str(ids[one.relationship]) for one in rests_on.did_not),
        frozenset(row for one in rests_on.happened for row in one.moments),
        frozenset(one.relationship for one in rests_on.happened),
    )
