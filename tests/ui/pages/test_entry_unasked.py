"""What a form does not ask stays as it was when the form is saved."""

from datetime import date

import pytest

from models.dates import When
from models.entries import Episode, Relationship, Spell
from models.history import History, entry_text
from timeline.ui.forms.entries import episode, relationship
from timeline.ui.forms.entry_form import BaseVersion, parse_form

BEN = Relationship(
    id="b",
    name="Ben",
    kind="friendship",
    spells=(
        Spell(start=When("2001"), end=When("2004"), ended="faded"),
        Spell(start=When("2008"), end=When("2009"), kind="romantic"),
        Spell(start=When("2015"), kind="mentor"),
    ),
    now="every week",
    out_of_sight=True,
    never_as_help=True,
    day_entered=date(2026, 1, 1),
)
KINDS = [None, "romantic", "mentor"]
HISTORY = History(relationships=(BEN,))
TODAY = date(2026, 7, 1)


def save(**typed: object) -> Relationship:
    """Ben, after the form was saved with this typed over what stood in it."""
    form = {**relationship.FORM.fill(BEN), **typed}
    base = BaseVersion("b", entry_text(BEN))
    result = parse_form(relationship.FORM, form, base, HISTORY, TODAY)
    assert result.field_errors == {}
    assert isinstance(result.entry, Relationship)
    return result.entry


def test_another_name_changes_nothing_else() -> None:
    assert save(name="Benjamin") == BEN.model_copy(update={"name": "Benjamin"})


@pytest.mark.parametrize(("number", "year"), [(0, "2003"), (1, "2007"), (2, "2016")])
def test_another_date_keeps_the_kind_of_each_time_together(number: int, year: str) -> None:
    after = save(**{f"spells.{number}.start": year})
    assert after.spells != BEN.spells
    assert [spell.kind for spell in after.spells] == KINDS


def test_a_further_time_together_has_none() -> None:
    after = save(**{"spells.3.start": "2020", "spells.3.going": "going"})
    assert [spell.kind for spell in after.spells] == [*KINDS, None]


def test_one_taken_away_takes_its_kind_along() -> None:
    form = {name: value for name, value in relationship.FORM.fill(BEN).items() if "spells.1" not in name}
    result = parse_form(relationship.FORM, form, BaseVersion("b", entry_text(BEN)), HISTORY, TODAY)
    assert [spell.kind for spell in result.entry.spells] == [None, "mentor"]


def test_a_moment_keeps_the_day_it_was_entered() -> None:
    moment = Episode(id="e", relationship="b", headline="He drove", day_entered=date(2026, 1, 1))
    form = {**episode.FORM.fill(moment), "headline": "He drove far"}
    result = parse_form(episode.FORM, form, BaseVersion("e", entry_text(moment)), HISTORY, TODAY)
    assert result.entry == moment.model_copy(update={"headline": "He drove far"})
