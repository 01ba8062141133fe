"""The list below the picture: a filter never lets it say that nobody gave an answer."""

from datetime import date

import pytest

from models.history import History
from tests.building import build_episode, build_relationship
from timeline.study.study import Study
from timeline.ui.evidence_list import draw_evidence_list

LOTTE_RELATIONSHIP = build_relationship("l", "family", name="Lotte")
GUS_RELATIONSHIP = build_relationship("g", "friendship", name="Gus")
HISTORY = History(
    relationships=(LOTTE_RELATIONSHIP, GUS_RELATIONSHIP),
    episodes=(
        build_episode("a", "l", "1990", "Left alone", "neglect"),
        build_episode("b", "g", "1995", "He stayed", "care"),
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
