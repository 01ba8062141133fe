"""From what is typed to changes: what was not touched stays, and each mistake is told at its field."""

from datetime import date
from typing import Any

import pytest
from hypothesis import given, settings

from models.dates import When
from models.history import History, OwnTag, Person, Relationship, RelationshipTag, Spell
from tests.building import build_episode, build_relationship
from tests.histories import HOSTILE_TEXTS, histories
from timeline.ui.forms.entries import BY_KIND, FORMS, episode, own_tag, relationship
from timeline.ui.forms.entry_form import BaseVersion, FormResult, parse_form

MOTHER = build_relationship("m", "family", name="Mother")
HISTORY = History(relationships=(MOTHER,))
NEW = BaseVersion("new", None)
TODAY = date(2026, 1, 1)


def submit_form(
    kind: str, typed: dict[str, Any], base: BaseVersion = NEW, history: History = HISTORY
) -> FormResult:
    form = BY_KIND[kind]
    began = BaseVersion("", None) if form.is_single and base is NEW else base
    return parse_form(form, typed, began, history, TODAY)


def check_untouched_forms(history: History) -> None:
    for form in FORMS:
        entries = [getattr(history, form.collection)] if form.is_single else getattr(history, form.collection)
        for entry in entries:
            id_ = getattr(entry, "id", "")
            base = BaseVersion(id_, history.document_text(form.collection, id_))
            if base.before is None:
                continue
            came = parse_form(form, form.fill(entry), base, history, TODAY)
            if form is own_tag.FORM and came.field_errors:  # two tags by one word, made elsewhere
                assert came.field_errors.keys() == {"label"}
                continue
            assert came.field_errors == {}
            assert came.entry == entry
            assert [change.before == change.after for change in came.changes] == [True]


def check_other_fields_stay(history: History) -> None:
    for entry in history.episodes:
        base = BaseVersion(entry.id, history.document_text("episodes", entry.id))
        came = submit_form(
            "episode", episode.FORM.fill(entry) | {"headline": "Something else"}, base, history
        )
        assert came.entry == entry.model_copy(update={"headline": "Something else"})
    for bond in history.relationships:
        base = BaseVersion(bond.id, history.document_text("relationships", bond.id))
        came = submit_form("relationship", relationship.FORM.fill(bond) | {"name": "Someone"}, base, history)
        assert came.entry == bond.model_copy(update={"name": "Someone"})


@settings(deadline=None, max_examples=25)
@given(histories())
def test_what_is_not_touched_stays(history: History) -> None:
    """Whatever an entry holds, also what its form does not show or would write otherwise."""
    check_untouched_forms(history)
    check_other_fields_stay(history)


@pytest.mark.torture
@settings(deadline=None, max_examples=1_000)
@given(histories())
def test_what_is_not_touched_stays_in_any_history(history: History) -> None:
    check_untouched_forms(history)
    check_other_fields_stay(history)


def test_a_relationship_as_it_is_filled_in() -> None:
    typed = {
        "name": " Ana ",
        "kind": "friendship",
        "role": "from school",
        "spells.0.start": "1996",
        "spells.0.going": "ended",
        "spells.0.end": "2003",
        "spells.0.ended": "faded",
        "spells.2.start": "about 2010",
        "spells.2.going": "going",
        "gave": "4",
        "came_back": "2",
        "tags": ["joy", "unreciprocated"],
        "tags.joy": "5",
        "on_my_mind": ["yes"],
        "other_explanations": "She moved\n\n far away ",
    }
    came = submit_form("relationship", typed)
    assert came.entry == Relationship(
        id="new",
        name="Ana",
        kind="friendship",
        role="from school",
        spells=(Spell(start=When("1996"), end=When("2003"), ended="faded"), Spell(start=When("about 2010"))),
        gave=4,
        came_back=2,
        tags=(RelationshipTag(tag="joy", intensity=5), RelationshipTag(tag="unreciprocated")),
        on_my_mind=True,
        other_explanations=("She moved", "far away"),
    )
    [change] = came.changes
    assert (change.kind, change.id, change.before) == ("relationships", "new", None)


def test_an_end_without_a_date_is_an_end_all_the_same() -> None:
    came = submit_form(
        "relationship", {"name": "A", "kind": "other", "spells.0.going": "ended", "spells.0.start": ""}
    )
    [spell] = came.entry.spells
    assert spell.end is not None
    assert spell.end.form == "unknown"


def test_a_moment_as_it_is_filled_in() -> None:
    typed = {
        "relationship": "m",
        "headline": "She forgot me",
        "when": "age 7",
        "birth": "1984",
        "tags": ["neglect"],
        "intensity": "4",
        "now": "0",
        "hoped_for": ["be seen"],
        "hoped_for.own": "be fetched",
        "they_responded": "laughed\nwent on",
        "i_responded": ["went quiet"],
        "story": " as typed \n",
        "memory": "hazy",
        "for_therapist": ["yes"],
    }
    came = submit_form("episode", typed)
    assert came.entry == build_episode(
        "new",
        "m",
        "age 7",
        "She forgot me",
        "neglect",
        intensity=4,
        now=0,
        hoped_for=("be seen", "be fetched"),
        they_responded=("laughed", "went on"),
        i_responded=("went quiet",),
        story=" as typed \n",
        memory="hazy",
        for_therapist=True,
    )
    assert [change.kind for change in came.changes] == ["episodes", "person"]
    assert HISTORY.with_changes(came.changes).person == Person(birth=When("1984"))


def test_a_moment_with_no_date_waits() -> None:
    assert submit_form("episode", {"relationship": "m", "headline": "x"}).entry.when.form == "unknown"


LONG = "x" * 141
REFUSED_INPUTS: tuple[tuple[str, dict[str, Any], str, str], ...] = (
    ("relationship", {"name": ""}, "name", "Write something here"),
    ("relationship", {"name": " \t "}, "name", "Write something here"),
    ("relationship", {"name": "a\x00b"}, "name", "NUL"),
    ("relationship", {"name": "x" * 10_001}, "name", "at most 10,000"),
    ("relationship", {"kind": None}, "kind", "Choose one"),
    ("relationship", {"kind": "enemy"}, "kind", "not one of"),
    ("relationship", {"role": LONG}, "role", "at most 140"),
    ("relationship", {"alias": "\ud800"}, "alias", "half of a character"),
    ("relationship", {"gave": "9"}, "gave", "above 5"),
    ("relationship", {"came_back": "0"}, "came_back", "below 1"),
    ("relationship", {"spells.0.start": "soon"}, "spells.0.start", "not a date"),
    ("relationship", {"spells.0.start": "2001", "spells.0.going": "ended", "spells.0.end": "1999"},
     "spells.0.end", "ends before it begins"),
    ("relationship", {"spells.1.start": "1999-13"}, "spells.1.start", "no month 13"),
    ("relationship", {"tags": ["joy"], "tags.joy": "7"}, "tags", "above 5"),
    ("relationship", {"other_explanations": f"fine\n{LONG}"}, "other_explanations", "at most 140"),
    ("relationship", {"note": "x" * 100_001}, "note", "at most 100,000"),
    ("relationship", {"spells.0.start": "age 3", "birth": "before 1990"}, "birth", "at least a year"),
    ("episode", {"relationship": None}, "relationship", "Choose one"),
    ("episode", {"relationship": "gone"}, "relationship", "Choose who"),
    ("episode", {"headline": ""}, "headline", "Write something here"),
    ("episode", {"headline": LONG}, "headline", "141 characters long"),
    ("episode", {"when": "31/02/1994"}, "when", "28 days"),
    ("episode", {"when": "12.11.1994"}, "when", "Write the year first"),
    ("episode", {"when": "x" * 10_000}, "when", "not a date"),
    ("episode", {"when": "age 7", "birth": "yesterday"}, "birth", "not a date"),
    ("episode", {"intensity": "0"}, "intensity", "below 1"),
    ("episode", {"now": "6"}, "now", "above 5"),
    ("episode", {"direction": "sideways"}, "direction", "not one of"),
    ("episode", {"memory": "perfect"}, "memory", "not one of"),
    ("episode", {"hoped_for.own": LONG}, "hoped_for.own", "at most 140"),
    ("episode", {"they_responded": LONG}, "they_responded", "at most 140"),
    ("episode", {"i_responded.own": LONG}, "i_responded.own", "at most 140"),
    ("episode", {"story": "x" * 100_001}, "story", "at most 100,000"),
    ("landmark", {"label": ""}, "label", "Write something here"),
    ("landmark", {"when": ""}, "when", "empty"),
    ("landmark", {"until": "then"}, "until", "not a date"),
    ("person", {"born": "age 3"}, "born", "at least a year"),
    ("person", {"born": "1990", "until": "1980"}, "until", "before its birth date"),
    ("person", {"until": "I don't know when"}, "until", "at least a year"),
    ("own_tag", {"label": ""}, "label", "Write something here"),
    ("own_tag", {"label": "Neglect"}, "label", "a word like this already"),
    ("own_tag", {"label": "warmth"}, "label", "a word like this already"),
    ("own_tag", {"side": None}, "side", "Choose one"),
    ("own_tag", {"definition": LONG}, "definition", "at most 140"),
)  # fmt: skip
ACCEPTED_INPUTS: dict[str, dict[str, Any]] = {
    "relationship": {"name": "A", "kind": "other", "spells.0.start": "", "spells.0.going": "going"},
    "episode": {"relationship": "m", "headline": "x"},
    "landmark": {"label": "Move", "when": "1990"},
    "person": {"name": "K."},
    "own_tag": {"label": "compared", "side": "painful"},
}


@pytest.mark.parametrize(("kind", "typed", "field", "says"), REFUSED_INPUTS)
def test_each_mistake_is_told_at_its_field(kind: str, typed: dict[str, Any], field: str, says: str) -> None:
    came = submit_form(kind, ACCEPTED_INPUTS[kind] | typed)
    assert came.field_errors.keys() == {field}
    assert says in came.field_errors[field]
    assert (came.entry, came.changes) == (None, ())


def test_every_mistake_is_told_at_once() -> None:
    came = submit_form("episode", {"relationship": None, "headline": "", "when": "soon", "intensity": "8"})
    assert came.field_errors.keys() == {"relationship", "headline", "when", "intensity"}


@pytest.mark.parametrize("kind", [*ACCEPTED_INPUTS])
def test_what_is_fine_is_taken(kind: str) -> None:
    came = submit_form(kind, ACCEPTED_INPUTS[kind])
    assert came.field_errors == {}
    HISTORY.with_changes(came.changes)


@pytest.mark.parametrize("text", [text for text in HOSTILE_TEXTS if text.strip()])
def test_hostile_texts_are_kept_as_typed(text: str) -> None:
    came = submit_form("episode", ACCEPTED_INPUTS["episode"] | {"headline": text, "story": text})
    assert came.entry.story == text
    assert came.entry.headline == text.strip()


@pytest.mark.parametrize("odd", [None, 7, 1.5, True, {"a": 1}, ["x"], [None, 3], "", "x"])
def test_values_of_another_shape_are_told_or_passed_over(odd: object) -> None:
    """Whoever writes requests by hand gets no further than a sentence."""
    for form in FORMS:
        for name in (
            "name",
            "headline",
            "kind",
            "tags",
            "when",
            "spells.0.start",
            "label",
            "offered",
            "gave",
        ):
            submit_form(form.kind, ACCEPTED_INPUTS.get(form.kind, {}) | {name: odd})


def test_an_own_tag_may_keep_its_word() -> None:
    history = History(own_tags=(OwnTag(id="t", label="compared", side="painful"),))
    base = BaseVersion("t", history.document_text("own_tags", "t"))
    typed = own_tag.FORM.fill(history.own_tags[0]) | {"answered_by": ["acceptance"]}
    came = submit_form("own_tag", typed, base, history)
    assert came.entry.answered_by == ("acceptance",)
    assert submit_form("own_tag", typed | {"side": "caring"}, base, history).entry.answered_by == ()


@pytest.mark.parametrize(
    ("kind", "typed", "field", "written"),
    [
        ("episode", {"relationship": "m", "headline": "x", "when": "2060"}, "when", "2060"),
        ("episode", {"relationship": "m", "headline": "x", "when": "age 99"}, "when", "age 99"),
        ("relationship", {"name": "x", "kind": "family", "spells.0.start": "2060"}, "spells.0.start", "2060"),
        ("landmark", {"label": "x", "when": "2027-01"}, "when", "2027-01"),
        ("person", {"born": "2150"}, "born", "2150"),
        ("episode", {"relationship": "m", "headline": "x", "birth": "2150"}, "birth", "2150"),
    ],
)
def test_a_date_that_has_not_come_is_told_at_its_field(
    kind: str, typed: dict[str, Any], field: str, written: str
) -> None:
    person = Person() if "2150" in typed.values() else Person(birth=When("1984"))
    came = submit_form(kind, typed, history=History(person=person, relationships=(MOTHER,)))
    assert came.field_errors == {field: f"“{written}” has not come yet. Check the date."}


@pytest.mark.parametrize("when", ["2026", "2025-12-31", "before 2060", "about 2026", "age 41", "1950"])
def test_a_date_that_may_have_come_is_taken(when: str) -> None:
    born = History(person=Person(birth=When("1984")), relationships=(MOTHER,))
    assert not submit_form(
        "episode", {"relationship": "m", "headline": "x", "when": when}, history=born
    ).field_errors


def test_what_came_with_a_future_date_can_still_be_edited() -> None:
    moment = build_episode("e", "m", "2060", "x")
    history = HISTORY.model_copy(update={"episodes": (moment,)})
    base = BaseVersion("e", history.document_text("episodes", "e"))
    assert (
        submit_form("episode", episode.FORM.fill(moment) | {"headline": "y"}, base, history).field_errors
        == {}
    )
