"""A selected thread, looked up: its order, its moments, and whom it does not touch."""

from dataclasses import dataclass

from timeline.picture.lifeline.marks import NumberedEpisode
from timeline.picture.lifeline.selection import Selection
from timeline.picture.lifeline.strand_marks import Highlight
from timeline.study.evidence import gather_evidence
from timeline.study.study import Study
from timeline.study.tagged_relationships import locate_first_moment


@dataclass(frozen=True)
class SelectedThread:
    """A selected thread.

    Attributes:
        selection: which.
        numbered_episodes: its first moment in each relationship, in time order.
        untouched_relationships: ids of the relationships it does not touch.
        moment_rows: of all its moments.
        relationship_rows: rows of the relationships it touches.
    """

    selection: Selection
    numbered_episodes: tuple[NumberedEpisode, ...]
    untouched_relationships: tuple[str, ...]
    moment_rows: frozenset[int]
    relationship_rows: frozenset[int]

    def strand_highlight(self, rel: int) -> Highlight:
        """What of a strand stands out."""
        return Highlight(rel in self.relationship_rows, self.moment_rows, self.selection.side)


def find_selected_thread(study: Study, selection: Selection) -> SelectedThread:
    """The thread of a selection; numbered as the list of what it rests on."""
    rests_on = gather_evidence(study, selection.tags)
    ids = study.relationships.id
    numbered = []
    for n, one in enumerate(rests_on.relationships_with, 1):
        row, t = locate_first_moment(study, one)
        moment = "" if row is None else str(study.moments.id[row])
        numbered.append(NumberedEpisode(n, moment, str(ids[one.relationship]), t))
    return SelectedThread(
        selection,
        tuple(numbered),
        tuple(str(ids[one.relationship]) for one in rests_on.relationships_without),
        frozenset(row for one in rests_on.relationships_with for row in one.moments),
        frozenset(one.relationship for one in rests_on.relationships_with),
    )
