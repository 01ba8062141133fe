"""What a plan names and the history does not know is found, and nothing else."""

import pytest

from models.sharing import SharePlan
from tests.building import read_sample
from tests.histories import TODAY
from tests.redaction.lives import LIFE, LIFE_WITH_STEPS, PLAN_WITH_LINES, plan
from timeline import redaction as share
from timeline.redaction.unknown_references import find_unknown_references
from timeline.study.study import Study


@pytest.mark.parametrize(
    ("field", "value", "named"),
    [
        ("sections", ("cover", "intro"), "intro"),
        ("relationships", ("mother", "mum"), "mum"),
        ("episodes", ("e1", "e9"), "e9"),
        ("headlines", ("e9",), "e9"),
        ("stories", ("e9",), "e9"),
        ("steps", (("check_ins", "n1"),), "check_ins n1"),
        ("threads", ("neglect", "neglekt"), "neglekt"),
        ("patterns", ("recurrence:neglekt",), "recurrence:neglekt"),
        ("not_yet", ("e1", "mother", "recurrence:neglect", "neglect"), "neglect"),
        ("names_of", (("mum", "real"),), "mum"),
        ("also_called", (("mum", "Ruthie"), ("mum", "Mummy")), "mum"),
    ],
)
def test_what_is_not_there_is_named(field: str, value: object, named: str) -> None:
    assert find_unknown_references(LIFE, plan(**{field: value})) == ((field, named),)


def test_what_is_there_is_known() -> None:
    assert find_unknown_references(LIFE_WITH_STEPS, PLAN_WITH_LINES) == ()
    assert (
        find_unknown_references(
            LIFE, plan(patterns=("recurrence:given walked-out-like-nora", "wish:be heard:a:b"))
        )
        == ()
    )
    for name in ("andersen", "bronte", "vangogh"):
        history = read_sample(name, TODAY)
        found = tuple(finding.id for finding in Study(history, TODAY).findings)
        told = SharePlan(id="p", name="p", patterns=found, not_yet=found)
        assert find_unknown_references(history, told) == ()
        assert find_unknown_references(history, share.everything_but_stories(history)) == ()
