"""The list below the picture: a filter never lets it say that nobody gave an answer."""

from datetime import date

import pytest

from models.history import Episode, History, Relationship
from timeline.study.study import Study
from timeline.ui.evidence_list import draw_evidence_list

LOTTE_RELATIONSHIP = Relationship(id="l", name="Lotte", kind="family")
GUS_RELATIONSHIP = Relationship(id="g", name="Gus", kind="friendship")
HISTORY = History(
    relationships=(LOTTE_RELATIONSHIP, GUS_RELATIONSHIP),
    episodes=(
        Episode(id="a", relationship="l", when="1990", headline="Left alone", tags=("neglect",)),
        Episode(id="b", relationship="g", when="1995", headline="He stayed", tags=("care",)),
    ),
)
LOTTE = HISTORY.model_copy(update={"relationships": (LOTTE_RELATIONSHIP,), "episodes": HISTORY.episodes[:1]})


@pytest.mark.parametrize(
    ("history", "whole", "says"),
    [
        (HISTORY, True, "Gus"),
        (LOTTE, True, "Nobody entered yet who gave you"),
        (LOTTE, False, "What the filter leaves out may hold some."),
    ],
)
def test_who_gave_the_answer(history: History, whole: bool, says: str) -> None:
    told = str(draw_evidence_list(Study(history, date(2026, 1, 1)), ("neglect",), whole=whole))
    assert says in told
    assert ("Nobody entered yet" in told) == (says.startswith("Nobody"))
