"""In a spreadsheet a table shows what was written and computes nothing; read back, it is the same."""

import csv
import io

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from models.dates import When
from models.history import History, OwnTag, RelationshipTag, Spell
from models.settings import Settings
from models.steps import Strength
from tests.building import build_episode, build_relationship
from tests.formats.tables import read, read_with_problems
from tests.histories import HOSTILE_TEXTS, TODAY, texts
from timeline import formats
from timeline.formats.reading import cells as cell_of

FORMULAS = [
    text for text in HOSTILE_TEXTS if text.lstrip("'")[:1] in tuple("=+-@＝\t\r\n") and text.strip("'")
]
RELATIONSHIP = build_relationship("mum", "family")


def cells(history: History) -> list[dict[str, str]]:
    text = formats.write(history, "csv").decode("utf-8-sig")
    return [*csv.DictReader(io.StringIO(text, newline=""))]


@pytest.mark.parametrize("text", FORMULAS, ids=ascii)
def test_no_cell_begins_like_a_formula(text: str) -> None:
    bond = RELATIONSHIP.model_copy(
        update={"name": text, "role": text, "note": text, "other_explanations": (text, "x")}
    )
    history = History(relationships=(bond,), episodes=(build_episode(text, "mum", None, text),))
    for row in cells(history):
        assert [cell for cell in row.values() if cell.lstrip()[:1] in tuple("=+-@＝＋－＠") and cell] == []
        assert [cell for cell in row.values() if cell[:1] in ("\t", "\r", "\n")] == []
    assert read(formats.write(history, "csv")).history == history


@given(st.text() | texts)
def test_a_guard_is_taken_away_exactly(text: str) -> None:
    assert cell_of.unguard_formula(cell_of.guard_formula(text)) == text


@settings(deadline=None)
@given(st.lists(texts), st.sampled_from([";", ";,"]))
def test_a_list_in_a_cell_is_read_as_it_was_written(listed: list[str], separators: str) -> None:
    cell = "; ".join(cell_of.format_item(text, separators) for text in listed)
    assert [item.text for item in cell_of.split_items(cell, separators)] == listed


@pytest.mark.parametrize(
    "id_", ["neglect 4", "4", "a, b; c", 'said "so"', '"', " x ", "=1+1", "Care", "WARMTH"]
)
def test_strange_tags_keep_their_strength(id_: str) -> None:
    history = History(
        own_tags=(OwnTag(id=id_, label="mine", side="neither"),),
        relationships=(
            RELATIONSHIP.model_copy(
                update={"tags": (RelationshipTag(tag=id_, intensity=3), RelationshipTag(tag="burden"))}
            ),
        ),
        episodes=(build_episode("e", "mum", None, "h", id_, "care", "burden"),),
    )
    assert read(formats.write(history, "csv")) == (history, ())


def test_a_table_reads_well() -> None:
    spells = Spell(start=When("1984")), Spell(start=When("2001"))
    bond = RELATIONSHIP.model_copy(update={"spells": spells, "caregiver": True})
    history = History(
        relationships=(bond,), episodes=(build_episode("e1", "mum", None, "-waited", "burden", "care"),)
    )
    _, mum, again, moment = cells(history)
    assert (mum["type"], mum["when"], mum["caregiver"]) == ("relationship", "1984", "yes")
    assert (again["type"], again["relationship"], again["when"]) == ("spell", "mum", "2001")
    assert (moment["headline"], moment["tags"], moment["when"]) == ("'-waited", "carrying too much; care", "")


def test_what_a_table_does_not_hold_is_said() -> None:
    kept = History(relationships=(RELATIONSHIP,))
    more = kept.model_copy(
        update={
            "settings": Settings(axis="year"),
            "strengths": (Strength(id="a", text="I listen"), Strength(id="b", text="I stay")),
        }
    )
    assert formats.describe_left_out(kept, "csv") == ""
    assert formats.describe_left_out(more, "json") == ""
    assert "Left out of it: settings, strengths (2)." in formats.describe_left_out(more, "csv")
    assert read_with_problems(formats.write(more, "csv"))[0] == kept
    assert formats.read("x", formats.write(more, "json"), TODAY).history == more
