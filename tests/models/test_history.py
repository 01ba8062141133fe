"""A history: what holds between its entries, the documents it is stored as, and dates in a life."""

import sys
from collections.abc import Callable, Iterator
from datetime import date, timedelta
from functools import partial
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from pydantic import ValidationError

from models.changes import Change
from models.dates import Span, When
from models.entries import Episode, OwnTag, Person, Relationship, RelationshipTag
from models.history import COLLECTIONS, SINGLES, History, entry_text
from models.settings import Settings
from tests.histories import histories

TODAY = date(2026, 7, 15)
laws = settings(deadline=None, max_examples=25)
Documents = list[tuple[str, str, str]]

MOTHER = Relationship(id="m", name="Mother", kind="family")
MOMENT = Episode(id="e", relationship="m", headline="The door", tags=("rejection",))


# ---- documents ----


@laws
@given(histories())
def test_a_history_is_its_documents(history: History) -> None:
    documents = list(history.documents())
    assert History.from_documents(documents) == history
    assert list(History.from_documents(documents).documents()) == documents
    assert len({document[:2] for document in documents}) == len(documents)
    for kind, id_, text in documents:
        assert history.document_text(kind, id_) == text


@laws
@given(histories())
def test_its_json_is_stable(history: History) -> None:
    text = history.model_dump_json(by_alias=True, exclude_defaults=True)
    again = History.model_validate_json(text)
    assert again == history
    assert again.model_dump_json(by_alias=True, exclude_defaults=True) == text


def test_every_kind_of_entry_is_known() -> None:
    assert set(COLLECTIONS) | set(SINGLES) | {"schema_"} == set(History.model_fields)
    assert list(SINGLES) == ["person", "settings", "stop_plan", "cover"]
    assert all("id" in model.model_fields for model in COLLECTIONS.values())


def test_what_says_nothing_is_no_document() -> None:
    assert list(History().documents()) == []
    assert History.from_documents([]) == History()
    assert History().document_text("person", "") is None
    assert History().document_text("episodes", "e") is None


def outcome(of: Callable[[], History]) -> History | str:
    try:
        return of()
    except ValueError:
        return "refused"


def apply_changes_slowly(documents: Documents, changes: list[Change]) -> Documents:
    """The slow second opinion: the documents with each change made in turn."""
    new = list(documents)
    for kind, id_, _, after in changes:
        at = next((n for n, document in enumerate(new) if document[:2] == (kind, id_)), None)
        if at is None:
            if after is not None:
                new.append((kind, id_, after))
        elif after is None:
            del new[at]
        else:
            new[at] = (kind, id_, after)
    return new


@st.composite
def history_and_changes(draw: st.DrawFn) -> tuple[History, list[Change]]:
    """A history, and changes that may or may not hold together: entries of another one, and deletions."""
    history, other = draw(histories(max_entries=3)), draw(histories(max_entries=2))
    offered = [*history.documents(), *other.documents()]
    if not offered:
        return history, []
    picked = draw(st.lists(st.tuples(st.sampled_from(offered), st.booleans()), max_size=6))
    return history, [Change(kind, id_, None, text if put else None) for (kind, id_, text), put in picked]


@laws
@given(history_and_changes())
def test_changes_lead_to_what_the_documents_say(given_: tuple[History, list[Change]]) -> None:
    history, changes = given_
    documents = apply_changes_slowly(list(history.documents()), changes)
    expected = outcome(lambda: History.from_documents(documents))
    found = outcome(lambda: history.with_changes(changes))
    assert found == expected
    if isinstance(found, History) and isinstance(expected, History):
        assert list(found.documents()) == list(expected.documents())
        places = [(kind, id_) for kind, id_, _ in reversed(documents) if kind in COLLECTIONS]
        turned = history.with_changes(changes, places)
        for kind in {change.kind for change in changes} & set(COLLECTIONS):
            assert getattr(turned, kind) == getattr(found, kind)[::-1]


@pytest.mark.parametrize(
    "document",
    [
        ("episodes", "other", entry_text(MOMENT)),
        ("person", "p", entry_text(Person(name="x"))),
        ("relationships", "", entry_text(MOTHER)),
    ],
)
def test_an_entry_under_another_id_is_refused(document: tuple[str, str, str]) -> None:
    with pytest.raises(ValueError, match="under an id that is not its own"):
        History.from_documents([document])
    kind, id_, text = document
    with pytest.raises(ValueError, match="under an id that is not its own"):
        History().with_changes([Change(kind, id_, None, text)])


@pytest.mark.parametrize("kind", ["documents", "schema_", "", "episode"])
@pytest.mark.parametrize("after", ["{}", None])
def test_an_unknown_kind_is_refused(kind: str, after: str | None) -> None:
    with pytest.raises(KeyError):
        History().with_changes([Change(kind, "x", "{}", after)])


# ---- what holds between entries ----


def history_fields(**fields: Any) -> dict[str, Any]:
    return {"relationships": (MOTHER,), "episodes": (MOMENT,)} | fields


@pytest.mark.parametrize(
    ("fields", "sentence"),
    [
        (history_fields(relationships=()), "“The door” belongs to the relationship “m”, which is not"),
        (history_fields(episodes=(MOMENT.model_copy(update={"relationship": "x"}),)), "relationship “x”"),
        (history_fields(episodes=(MOMENT.model_copy(update={"tags": ("warmth",)}),)), "the tag “warmth”"),
        (history_fields(episodes=(MOMENT, MOMENT)), "Two entries in episodes have the id “e”"),
        (history_fields(relationships=(MOTHER, MOTHER)), "Two entries in relationships have the id “m”"),
        (
            history_fields(
                relationships=(MOTHER.model_copy(update={"tags": (RelationshipTag(tag="mine"),)}),)
            ),
            "“Mother” carries the tag “mine”",
        ),
        (
            history_fields(own_tags=(OwnTag(id="t1", label="Waiting", side="painful", answered_by=("x",)),)),
            "“Waiting” carries the tag “x”",
        ),
    ],
)
def test_what_does_not_hold_together_is_refused(fields: dict[str, Any], sentence: str) -> None:
    with pytest.raises(ValidationError, match=sentence):
        History(**fields)


def test_a_tag_of_ones_own_holds_as_long_as_it_is_there() -> None:
    own = OwnTag(id="t1", label="Waiting", side="painful")
    moment = MOMENT.model_copy(update={"tags": ("t1",)})
    history = History(own_tags=(own,), relationships=(MOTHER,), episodes=(moment,))
    with pytest.raises(ValueError, match="carries the tag “t1”"):
        history.with_changes([Change("own_tags", "t1", entry_text(own), None)])
    with pytest.raises(ValueError, match="relationship “m”"):
        history.with_changes([Change("relationships", "m", entry_text(MOTHER), None)])
    assert history.vocabulary["t1"].mine


def test_a_history_never_changes_and_takes_nothing_it_does_not_know() -> None:
    with pytest.raises(ValidationError, match="frozen"):
        History().person = Person()  # type: ignore[misc]
    with pytest.raises(ValidationError, match="Extra inputs"):
        History.model_validate({"mood": "blue"})
    with pytest.raises(ValidationError):
        History.model_validate({"schema": "attachment-timeline/3"})


# ---- what it costs, counted in calls ----


def count_calls(of: Callable[[], object]) -> int:
    """How many functions are called, ours and the interpreter's."""
    count = 0

    def count_call(_: object, event: str, __: object) -> None:
        nonlocal count
        count += event in ("call", "c_call")

    sys.setprofile(count_call)
    try:
        of()
    finally:
        sys.setprofile(None)
    return count


def build_large_history(episodes: int) -> History:
    """A history of so many episodes with thirty people."""
    people = tuple(Relationship(id=f"r{n}", name=f"R{n}", kind="other") for n in range(30))
    moments = tuple(
        Episode(id=f"e{n}", relationship=f"r{n % 30}", headline="x", tags=("care",)) for n in range(episodes)
    )
    return History(relationships=people, episodes=moments)


def test_twenty_thousand_episodes_cost_ten_times_two_thousand() -> None:
    few, many = (list(build_large_history(episodes).documents()) for episodes in (2_000, 20_000))
    ratio = count_calls(lambda: History.from_documents(many)) / count_calls(
        lambda: History.from_documents(few)
    )
    assert ratio < 10.5


class CountedEpisodes(tuple[Episode, ...]):
    """Episodes that count how often they are gone through."""

    iteration_count = 0

    def __iter__(self) -> Iterator[Episode]:
        self.iteration_count += 1
        return super().__iter__()


@pytest.mark.parametrize("changed", [1, 50])
def test_a_change_costs_the_same_whatever_else_is_there(changed: int) -> None:
    moments = [MOMENT.model_copy(update={"id": f"new{n}", "relationship": "r1"}) for n in range(changed)]
    changes = [Change("episodes", moment.id, None, entry_text(moment)) for moment in moments]
    few, many = (build_large_history(episodes) for episodes in (200, 20_000))
    costs = [count_calls(partial(history.with_changes, changes)) for history in (few, many)]
    assert abs(costs[1] - costs[0]) < 50  # and not 19,800
    looked = CountedEpisodes(many.episodes)
    many.model_copy(update={"episodes": looked}).with_changes(changes)
    assert looked.iteration_count == 1


# ---- dates in a life ----


def life(**fields: Any) -> History:
    return History(person=Person(**fields))


def test_a_corrected_birth_date_moves_every_age() -> None:
    seven = When("age 7")
    assert life().span(seven, TODAY) is None
    assert life(birth="1984-03-02").span(seven, TODAY) == (date(1991, 3, 2), date(1992, 3, 1))
    assert life(birth="1985-03-02").span(seven, TODAY) == (date(1992, 3, 2), date(1993, 3, 1))
    assert life(birth="about 1984").span(seven, TODAY) == (date(1990, 1, 1), date(1993, 12, 30))


def test_after_ends_today_or_where_the_life_ended() -> None:
    late = When("after 1980")
    assert life().span(late, TODAY) == (date(1981, 1, 1), TODAY)
    assert life(until="1990-05").span(late, TODAY) == (date(1981, 1, 1), date(1990, 5, 31))
    assert life(until="1970").span(late, TODAY) == (date(1981, 1, 1), date(1981, 1, 1))


def test_before_begins_at_birth() -> None:
    assert life(birth="1984-03-02").span(When("before 1990"), TODAY) == (
        date(1984, 3, 2),
        date(1989, 12, 31),
    )
    assert life().span(When("before 1990"), TODAY) == (date(1959, 12, 31), date(1989, 12, 31))


@pytest.mark.parametrize(
    ("written", "birth", "age"),
    [
        ("age 7", "1984", (7, 7)),
        ("about age 7", "1984-03-02", (6, 8)),
        ("age 7-9", None, (7, 9)),
        ("1991", "1984-03-02", (6, 7)),
        ("1991-03-01", "1984-03-02", (6, 6)),
        ("1991-03-02", "1984-03-02", (7, 7)),
        ("1992-02-28", "1984-02-29", (7, 7)),
        ("1992-02-29", "1984-02-29", (8, 8)),
        ("1993-02-28", "1984-02-29", (8, 8)),
        ("1991", "1984", (6, 7)),
        ("1980", "1984", (-1, -1)),
        ("1991", None, None),
        ("I don't know when", "1984", None),
    ],
)
def test_the_age_is_an_interval(written: str, birth: str | None, age: tuple[int, int] | None) -> None:
    found = life(birth=birth).age(When(written), TODAY)
    assert (found and found[:2]) == age


@laws
@given(st.dates(date(1900, 1, 1), date(2000, 12, 31)), st.integers(0, 30_000))
def test_the_age_on_a_day_is_the_age_whose_days_hold_it(born: date, days: int) -> None:
    day = born + timedelta(days=days)
    history = life(birth=born.isoformat())
    found = history.age(When(day.isoformat()), TODAY)
    assert found is not None
    assert found[0] == found[1]
    of_age = history.span(When(f"age {found[0]}"), TODAY)
    # A birthday on 29 February is kept on the 28th by the span and on 1 March by the count.
    assert of_age is not None
    assert of_age.first <= day <= of_age.last + timedelta(days=(born.month, born.day) == (2, 29))


def test_the_axis_ends_today_or_with_the_life() -> None:
    assert life().last_day(TODAY) == TODAY
    assert life(until="1990").last_day(TODAY) == date(1990, 12, 31)
    assert life(birth="1984").birth == Span(date(1984, 1, 1), date(1984, 12, 31))
    assert life().birth is None


def test_the_settings_are_stored_in_the_history() -> None:
    history = History(settings=Settings(half_life=None, axis="year", hidden_tags=("joy",)))
    assert History.from_documents(history.documents()).settings == history.settings
    assert history.vocabulary["joy"].side == "caring"  # hidden, not deleted
