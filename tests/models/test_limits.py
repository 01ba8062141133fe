"""The length of what may be typed stands on the model's field, and nowhere else."""

import re

import pytest
from pydantic import BaseModel

from models.base import HEADLINE_MAX, NAME_MAX, STORY_MAX
from models.history import Episode, Landmark, Person
from models.limits import max_length
from models.steps import Reasons, StopPlan
from timeline.system.paths import ROOT


@pytest.mark.parametrize(
    ("model", "field", "limit"),
    [
        (Episode, "headline", HEADLINE_MAX),
        (Episode, "story", STORY_MAX),
        (Episode, "they_responded", HEADLINE_MAX),
        (Landmark, "label", HEADLINE_MAX),
        (Person, "name", NAME_MAX),
        (StopPlan, "do", HEADLINE_MAX),
        (Reasons, "own_share", HEADLINE_MAX),
        (Episode, "when", None),
        (Episode, "tags", 200),
        (Episode, "nowhere", None),
    ],
)
def test_a_limit_is_read_from_its_field(model: type[BaseModel], field: str, limit: int | None) -> None:
    assert max_length(model, field) == limit


def test_no_page_and_no_script_knows_a_length_of_its_own() -> None:
    sources = [*(ROOT / "timeline" / "ui").rglob("*.py"), *(ROOT / "assets" / "js").glob("*.js")]
    written = [
        path.name
        for path in sources
        if path.name != "plotly-basic.min.js"
        and re.search(r"\b140\b|HEADLINE_MAX|STORY_MAX", path.read_text("utf-8"))
    ]
    assert written == []
