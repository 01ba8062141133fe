"""The Patterns page: every history gets sensible sentences, under 300 components, and no odd numbers."""

import re
from collections.abc import Iterable
from datetime import date

import pytest
from dash.development.base_component import Component
from hypothesis import HealthCheck, given, settings

from models.changes import Change
from models.dates import UNKNOWN, When
from models.history import Episode, History, OwnTag, Person, Relationship, edited
from models.sharing import Asked, Verdict
from models.tags import TAGS
from tests.histories import TODAY, histories
from timeline import samples
from timeline.desk import Desk
from timeline.pages import patterns
from timeline.pages.patterns import asking, comparing
from timeline.pages.patterns.opened import gone, opened
from timeline.pages.patterns.overview import overview
from timeline.parts.filter_bar import filter_bar, told
from timeline.parts.here import Here
from timeline.parts.two_parts import parts
from timeline.study import Study

MOST = 300
ODD = re.compile(r"\b(nan|NaN|None|inf)\b|\[\]|\(\)")


def everything(shown: Component | Iterable[Component]) -> tuple[int, str]:
    """How many components there are, and every word in them."""
    count, said = 0, []
    waiting = [shown]
    while waiting:
        one = waiting.pop()
        if isinstance(one, Component):
            count += 1
            waiting.append(getattr(one, "children", None))
        elif isinstance(one, list | tuple):
            waiting.extend(one)
        elif one is not None:
            said.append(str(one))
    return count, "\n".join(said)


def here_of(history: History) -> Here:
    return Here(Desk.of_sample(history), lambda: TODAY)


def many(people: int, tags: int) -> History:
    """A history in which every relationship carries many tags."""
    keys = [tag.key for tag in TAGS][:tags]
    return History(
        person=Person(birth="1970"),
        relationships=tuple(
            Relationship(id=f"r{n}", name=f"Person {n}", kind=("family", "romantic", "other")[n % 3])
            for n in range(people)
        ),
        episodes=tuple(
            Episode(
                id=f"e{n}-{m}", relationship=f"r{n}", when=f"{1975 + (n + m) % 45}", headline=f"Moment {m}",
                tags=tuple(keys[(n * m + k) % len(keys)] for k in range(4)), intensity=1 + (n + m) % 5,
            )
            for n in range(people)
            for m in range(6)
        ),
    )  # fmt: skip


LIVES = {sample.key: samples.read(sample, TODAY) for sample in samples.ALL}
ONE = History(
    relationships=(Relationship(id="a", name="A", kind="other"),),
    episodes=(Episode(id="e", relationship="a", headline="Once", tags=("rejection",), direction="given"),),
)
SAME_DAY = History(
    relationships=many(6, 3).relationships,
    episodes=tuple(one.model_copy(update={"when": When("2001-02-03")}) for one in many(6, 3).episodes),
)
UNDATED = History(
    relationships=many(6, 3).relationships,
    episodes=tuple(one.model_copy(update={"when": When(UNKNOWN)}) for one in many(6, 3).episodes),
)
EVERYONE = {
    "one day": SAME_DAY,
    "no dates": UNDATED,
    **LIVES,
    "nobody": History(),
    "one": ONE,
    "forty": many(40, 28),
    "same": many(12, 1),
}


@pytest.mark.parametrize("life", EVERYONE)
def test_a_page_is_small_and_says_nothing_odd(life: str) -> None:
    here = here_of(EVERYONE[life])
    study = here.study()
    whole, said = everything([patterns.layout(here, {"page": patterns.KEY}), *overview(study)])
    assert whole < MOST
    assert not ODD.search(said)
    for finding in study.findings:
        page = patterns.layout(here, {"page": patterns.KEY, "focus": finding.id})
        count, said = everything([page, *opened(study, finding)])
        assert count < MOST
        assert not ODD.search(said)


@settings(max_examples=15, deadline=None, suppress_health_check=list(HealthCheck))
@given(histories())
def test_any_history_can_be_looked_at(history: History) -> None:
    here = here_of(history)
    study = here.study()
    overview(study, here.notices())
    for finding in (*study.findings, *study.asked):
        opened(study, finding)
    filter_bar(history)
    keys = [*parts(study)]
    for one in keys[:3]:
        comparing.compared(here, one, keys[-1])


def test_hurt_and_care_have_the_same_room() -> None:
    _, said = everything(overview(Study(LIVES["andersen"], TODAY)))
    assert "Tags you set for what hurt." in said
    assert "Tags you set for what did you good." in said


def test_where_nothing_is_tagged_it_says_so() -> None:
    _, said = everything(overview(Study(History(), TODAY)))
    assert "Patterns come with the moments you enter and tag" in said


def test_every_number_stands_under_how() -> None:
    study = Study(LIVES["andersen"], TODAY)
    tested = next(one for one in study.findings if one.p is not None and one.finder == "kinds")
    _, said = everything(opened(study, tested))
    for label in ("Counted (k)", "Out of (of)", "(p)", "corrected for the whole page", "2,048"):
        assert label in said


def test_what_went_away_says_how_to_have_it_again() -> None:
    assert "Undo" in everything(gone())[1]


def test_ones_own_word_stands_on_the_card() -> None:
    verdict = Verdict(id="recurrence:loss", pattern="recurrence:loss", word="does not fit")
    told_life = LIVES["andersen"].model_copy(update={"verdicts": (verdict,)})
    assert "you said: it does not fit" in everything(overview(Study(told_life, TODAY)))[1]


# -- what is open here -----------------------------------------------------------------------------------


def test_a_reading_is_kept_until_something_changes() -> None:
    here = here_of(LIVES["andersen"])
    narrow = told({"kinds": ["romantic"]})
    assert here.study() is here.study()
    assert here.study(narrow) is here.study(narrow)
    assert len(here.study(narrow).history.relationships) == 4
    before = here.study()
    here.desk.record("A name", [_renamed(here.history)])
    assert here.study() is not before
    assert here.study().history.relationships[0].note == "Something new."


def _renamed(history: History) -> Change:
    bond = history.relationships[0]
    change = edited("relationships", bond, bond.model_copy(update={"note": "Something new."}))
    assert change is not None
    return change


def test_a_notice_names_the_entry_that_did_it() -> None:
    here = here_of(LIVES["andersen"])
    assert here.notices() == ()
    here.study()
    moment = Episode(id="new", relationship="ingemann", headline="He was curt", tags=("control",))
    bond = next(one.id for one in here.history.relationships if "Ingemann" in one.name)
    other = next(one.id for one in here.history.relationships if "Dickens" in one.name)
    first = moment.model_copy(update={"relationship": bond})
    second = moment.model_copy(update={"id": "newer", "relationship": other, "headline": "He was cold"})
    for one in (first, second):
        change = edited("episodes", None, one)
        assert change is not None
        here.desk.record("A moment", [change])
        here.study()
    notices = here.notices()
    control = next(notice for notice in notices if notice.finding == "recurrence:control")
    assert control.entry == "newer"
    assert "He was cold" in control.says
    page, said = everything(overview(here.study(), notices))
    assert "He was cold" in said
    assert page < MOST
    here.desk.record("My word", [edited("verdicts", None, Verdict(id="x", pattern="x", word="fits"))])  # type: ignore[list-item]
    assert here.notices() == notices


# -- the filter --------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "data",
    [
        None,
        [],
        "x",
        {},
        {"people": "a", "kinds": 3, "tags": [1, None], "years": "1990"},
        {"years": [True, False]},
    ],
)
def test_a_filter_that_is_none_leaves_nothing_out(data: object) -> None:
    assert told(data).open


def test_a_filter_is_read_as_it_is_set() -> None:
    chosen = told({"people": ["a"], "kinds": ["family"], "tags": ["loss"], "years": [1990, None]})
    assert chosen.people == {"a"}
    assert chosen.years == (1990, 9999)
    assert told({"years": [None, 1980]}).years == (1000, 1980)


# -- asking and comparing -------------------------------------------------------------------------------


def test_what_was_asked_stands_with_its_day_and_the_count() -> None:
    first = Asked(
        id="1", on=date(2025, 5, 1), form="sequence", tags=("care", "loss"), words="Care, then loss?"
    )
    second = Asked(id="2", on=date(2025, 6, 1), form="recurs", tags=("joy",), words="Joy?")
    life = LIVES["andersen"].model_copy(update={"asked": (first, second)})
    count, said = everything(asking.told(Study(life, TODAY)))
    assert "asked on 2025-05-01, before looking" in said
    assert "You asked 2 questions so far" in said
    assert count < MOST


@pytest.mark.parametrize(
    "own",
    [
        ("sequence", "care", "", "", "", "", ""),
        ("sequence", "care", "care", "", "", "", ""),
        ("sequence", "nothing like it", "care", "", "", "", ""),
        ("in_kind", "", "", "", "care", "", ""),
        ("early_back", "", "", "", "no tag", "", ""),
        (None,) * 7,
        ("no form", "", "", "", "care", "family", ""),
    ],
)
def test_a_question_that_is_not_whole_is_not_kept(own: tuple[object, ...]) -> None:
    with pytest.raises(ValueError, match=r".+"):
        asking.of_own(here_of(LIVES["andersen"]), *own)


def test_a_question_of_ones_own_is_put_into_words() -> None:
    here = here_of(LIVES["andersen"])
    assert asking.of_own(here, "sequence", "care", "loss", "", "", "", "").words == (
        "Does care, then loss come in this order?"
    )
    assert asking.of_own(here, "in_kind", "", "", "", "care", "family", " Mine? ").words == "Mine?"
    assert asking.of_own(here, "early_back", "", "", "", "care", "", "").kind is None


def test_two_are_compared_on_one_scale_with_their_n() -> None:
    here = here_of(LIVES["andersen"])
    count, said = everything(comparing.compared(here, "kind:family", "kind:romantic"))
    assert "Family: 2 tagged relationships" in said
    assert "Romantic: 4 tagged relationships" in said
    assert "4 of 4" in said
    assert count < MOST
    assert "Choose two that differ" in everything(comparing.compared(here, "kind:family", "kind:family"))[1]
    assert "Choose two that differ" in everything(comparing.compared(here, None, 3))[1]


def test_a_long_comparison_says_what_it_leaves_out() -> None:
    here = here_of(many(40, 28))
    count, said = everything(comparing.compared(here, "kind:family", "kind:romantic"))
    assert count < MOST
    assert "4 more rows stand under Views, Side by side, as a table" in said


def test_two_parts_are_parts_of_what_is_looked_at() -> None:
    here = here_of(LIVES["bronte"])
    family = told({"kinds": ["family"]})
    _, said = everything(comparing.compared(here, "kind:family", "kind:romantic", family))
    assert "Family: 6 tagged relationships" in said
    assert "Romantic: 0 tagged relationships" in said


def test_an_own_tag_with_a_strange_name_is_shown_as_it_is() -> None:
    name = "<b>%{y}</b> $x$: a, b"
    life = History(
        relationships=ONE.relationships,
        own_tags=(OwnTag(id="__proto__", label=name, side="painful"),),
        episodes=(Episode(id="e", relationship="a", headline="Once", tags=("__proto__",)),),
    )
    study = Study(life, TODAY)
    assert name.split(": ")[0] in everything(overview(study))[1]
