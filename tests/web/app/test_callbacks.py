"""What fits a callback and what does not, also where it is written for a pattern of fields."""

from typing import Any

import pytest

from timeline.web.app.callbacks import wrong_field

PLAIN = {"inputs": [{"id": "save", "property": "n_clicks"}], "state": [{"id": "text", "property": "value"}]}
PATTERN = {"inputs": [{"id": '{"bead":["ALL"],"kind":"moment"}', "property": "n_clicks"}], "state": []}


def bead(**changed: Any) -> dict[str, Any]:
    return {"id": {"bead": 3, "kind": "moment"} | changed, "property": "n_clicks", "value": 1}


def test_what_dash_sends_fits() -> None:
    body = {
        "inputs": [{"id": "save", "property": "n_clicks", "value": 1}],
        "state": [{"id": "text", "property": "value"}],
        "changedPropIds": ["save.n_clicks"],
        "outputs": {"id": "x", "property": "children"},
    }
    assert wrong_field(body, PLAIN) is None


@pytest.mark.parametrize("item", [[], [bead()], [bead(), bead(bead="x"), bead(bead=1.5)], bead()])
def test_a_pattern_takes_any_number_of_its_fields(item: object) -> None:
    assert wrong_field({"inputs": [item]}, PATTERN) is None


@pytest.mark.parametrize(
    "item",
    [
        [bead(kind="other")],
        [bead(bead=None)],
        [bead(bead=["ALL"])],
        [bead(extra=1)],
        [{"id": "bead", "property": "n_clicks"}],
        [{"id": {"bead": 1}, "property": "n_clicks"}],
        [bead() | {"property": "children"}],
        [bead(), "bead"],
        [[bead()]],
        None,
    ],
)
def test_a_pattern_takes_no_other_field(item: object) -> None:
    assert wrong_field({"inputs": [item]}, PATTERN) == '{"bead":["ALL"],"kind":"moment"}.n_clicks'
