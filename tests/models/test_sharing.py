"""A question is kept only if it can be put: each form with the tags and the kind it is about."""

from datetime import date
from typing import Any

import pytest
from pydantic import ValidationError

from models.settings import Settings
from models.sharing import PatternQuestion, TagGroup

TWO = ("neglect", "loss")


@pytest.mark.parametrize(
    ("form", "tags", "kind", "says"),
    [
        ("sequence", (), None, "2 or 3 tags, not 0"),
        ("sequence", ("loss",), None, "2 or 3 tags, not 1"),
        ("sequence", ("loss", "loss"), None, "must differ"),
        ("in_kind", (), "family", "one tag, not 0"),
        ("in_kind", TWO, "family", "one tag, not 2"),
        ("in_kind", ("loss",), None, "needs a kind"),
        ("early_back", (), None, "one tag, not 0"),
        ("early_back", TWO, "romantic", "one tag, not 2"),
        ("recurs", (), None, "one tag, not 0"),
        ("recurs", TWO, None, "one tag, not 2"),
        ("i_give_more", ("loss",), None, "no tag, not 1"),
        ("after_loss_soon", ("loss",), "romantic", "no tag, not 1"),
        ("order_of_groups", (), None, "needs what comes first and what then"),
        ("order_of_groups", ("loss",), None, "no tag, not 1"),
        ("same_moment", ("loss",), None, "2 tags, not 1"),
        ("same_relationship", (*TWO, "care"), None, "2 tags, not 3"),
        ("gave", ("care",), None, "needs a kind"),
        ("gave", TWO, "family", "one tag, not 2"),
        ("left", (), None, "needs a kind"),
        ("left", ("loss",), "romantic", "no tag, not 1"),
        ("balance", ("loss",), None, "no tag, not 1"),
    ],
)
def test_a_question_that_is_not_whole_is_refused(
    form: Any, tags: tuple[str, ...], kind: Any, says: str
) -> None:
    with pytest.raises(ValidationError, match=says):
        PatternQuestion(id="a", on=date(2026, 1, 1), form=form, tags=tags, kind=kind)


@pytest.mark.parametrize(
    ("form", "tags", "kind"),
    [
        ("sequence", TWO, None),
        ("sequence", (*TWO, "went quiet"), None),
        ("in_kind", ("loss",), "family"),
        ("early_back", ("loss",), None),
        ("early_back", ("loss",), "romantic"),
        ("recurs", ("loss",), None),
        ("i_give_more", (), None),
        ("after_loss_soon", (), "romantic"),
        ("same_moment", TWO, None),
        ("same_relationship", TWO, "family"),
        ("gave", ("care",), "romantic"),
        ("left", (), "romantic"),
        ("balance", (), None),
    ],
)
def test_a_whole_one_is_kept(form: Any, tags: tuple[str, ...], kind: Any) -> None:
    assert PatternQuestion(id="a", on=date(2026, 1, 1), form=form, tags=tags, kind=kind).tags == tags


def test_a_question_of_groups_names_something_at_both_ends() -> None:
    first, then = TagGroup(side="caring"), TagGroup(groups=("left",), tags=("neglect",))
    asked = PatternQuestion(id="a", on=date(2026, 1, 1), form="order_of_groups", first=first, then=then)
    assert PatternQuestion.model_validate_json(asked.model_dump_json()) == asked
    with pytest.raises(ValidationError, match="names a side, a group of tags, or a tag"):
        TagGroup()


@pytest.mark.parametrize(
    "address", ["https://example.org", "http://www.weather.example/today?city=x#now", "HTTPS://Example.org/"]
)
def test_hide_may_lead_to_any_page_of_the_web(address: str) -> None:
    assert Settings(outside_address=address).outside_address == address


@pytest.mark.parametrize(
    "address",
    [
        "javascript:alert(1)",
        "data:text/html,x",
        "file:///etc/passwd",
        "//example.org",
        "https://",
        "https:// x",
        "https://a.org/ b",
        "https://me@example.org",
        'https://a.org/"onload',
        "https://a.org/<b>",
        "x",
        "",
    ],
)
def test_hide_leads_to_nothing_else(address: str) -> None:
    with pytest.raises(ValidationError):
        Settings(outside_address=address)


@pytest.mark.parametrize("wrong", [{"idle_minutes": 0}, {"idle_minutes": 61}, {"language": "../en"}])
def test_what_no_setting_can_be_is_refused(wrong: dict[str, Any]) -> None:
    with pytest.raises(ValidationError):
        Settings.model_validate(wrong)
