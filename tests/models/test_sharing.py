"""A question is kept only if it can be put: each form with the tags and the kind it is about."""

from datetime import date
from typing import Any

import pytest
from pydantic import ValidationError

from models.sharing import PatternQuestion

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
    ],
)
def test_a_whole_one_is_kept(form: Any, tags: tuple[str, ...], kind: Any) -> None:
    assert PatternQuestion(id="a", on=date(2026, 1, 1), form=form, tags=tags, kind=kind).tags == tags
