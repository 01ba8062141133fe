"""Lives to draw: the three samples, and one that goes on, with everything a picture can hold."""

from datetime import date
from functools import cache
from typing import Any

from models.history import History
from tests.building import read_sample
from timeline.picture.lifeline import Sheet
from timeline.picture.theme import load_measure
from timeline.study.study import Study

TODAY = date(2026, 11, 25)
MEASURE = load_measure()
TAGS = {"andersen": "unreciprocated", "bronte": "loss", "vangogh": "rejection", "living": "dismissal"}


@cache
def study(key: str) -> Study:
    """One of the four lives, read."""
    return Study(build_ongoing_life() if key == "living" else read_sample(key, TODAY), TODAY)


def sheet(width: float = 1280, span: tuple[float, float] | None = None) -> Sheet:
    return Sheet(width=width, measure=MEASURE, span=span)


def life(people: list[dict[str, Any]], moments: list[dict[str, Any]], **more: Any) -> History:
    """A history from few words: a person born in 1984, and what is given."""
    told = {"person": {"birth": "1984-04-20"}} | more
    return History.model_validate(told | {"relationships": people, "episodes": moments})


def make_relationship(
    id_: str, kind: str = "family", start: str = "1990", end: str | None = None, **more: Any
) -> dict[str, Any]:
    return {"id": id_, "name": id_.title(), "kind": kind, "spells": [{"start": start, "end": end}]} | more


def moment(
    id_: str, whose: str, when: str, tags: str, intensity: int | None = None, **more: Any
) -> dict[str, Any]:
    told = {
        "id": id_,
        "relationship": whose,
        "when": when,
        "headline": f"what {id_} was",
        "tags": tags.split(),
    }
    return told | {"intensity": intensity} | more


def check_in(id_: str, on: str, *, leaving: bool = False, **felt: int) -> dict[str, Any]:
    feelings = [{"word": word, "strength": strength} for word, strength in felt.items()]
    return {"id": id_, "on": on, "leaving": leaving, "feelings": feelings}


@cache
def build_ongoing_life() -> History:
    """Forty-two years, going on: ages, wide tags, two spells, a given moment, landmarks, and the steps."""
    people = [
        make_relationship(
            "mum",
            start="age 0",
            caregiver=True,
            tags=[{"tag": "inconsistency", "intensity": 2}],
            gave=4,
            came_back=2,
        ),
        make_relationship("dad", start="age 0", end="2019-03", caregiver=True),
        make_relationship("gran", start="age 0", end="1999-11-02", tags=[{"tag": "safety", "intensity": 3}]),
        make_relationship("theo", start="1987-08") | {"name": "Theo (brother)"},
        make_relationship("nina", "friendship", "age 6", "age 11"),
        make_relationship("farida", "friendship", gave=4, came_back=5)
        | {"spells": [{"start": "2003", "end": "2009"}, {"start": "2015-05"}]},
        make_relationship("choir", "friendship", "2017"),
        make_relationship("david", "romantic", "2005-04", "2006-11"),
        make_relationship("carsten", "romantic", "about 2012", "2016-02", gave=5, came_back=2),
        make_relationship("jo", "romantic", "2021-03-01", on_my_mind=True, gave=4, came_back=3),
        make_relationship("lindsay", "mentor", "2008", "2011") | {"name": "Lindsay (first boss)"},
        make_relationship("group", "other", "2020-09") | {"name": "Therapy group"},
    ]
    told = """
        gran|age 4|safety care|4;mum|age 5|dismissal|3;dad|age 7|abandonment fear|5;nina|age 8|joy|3
        mum|age 7-9|neglect inconsistency dismissal|4;nina|1995|loss abandonment|4
        gran|1996~|acceptance joy|4;dad|summer 1997|neglect|3;theo|1998-02|support|3
        gran|1999-11-02|loss|5;mum|age 16|betrayal dismissal|5;theo|2001|rejection|3
        farida|2003-10|support reliability|4;farida|2004|acceptance|3;david|2005-06|welcome|4
        david|2006-01|dismissal criticism|4;david|2006-11-20|abandonment rejection|5
        lindsay|2008-09|encouragement|4;lindsay|2010-03|betrayal|4;lindsay|2010-11|dismissal|3
        farida|2009|loss|3;carsten|2012|care joy|4;carsten|2013-05|unreciprocated burden|3
        carsten|2014|dismissal neglect|4;carsten|2016-02-14|abandonment|5
        farida|2015-05|welcome repair|5;farida|2016-03|support care|5;choir|2017-09|welcome|3
        choir|2019-05|support|4;dad|2019-03-04|loss|5;mum|2019-03|dismissal|4
        group|2020-10|validation understanding|5;group|2022|safety|4;jo|2021-05|understanding|4
        jo|2022-07|repair reliability|4;jo|2023-11|care|4;jo|2025-02|dismissal|3
        jo|2026-09|unreciprocated inconsistency|4;theo|2024-12|care joy|4
        mum|2026-05|repair validation|4
    """
    rows = [row.strip().split("|") for row in told.replace("\n", ";").split(";") if row.strip()]
    moments = [moment(f"m{n}", whose, when, tags, int(i)) for n, (whose, when, tags, i) in enumerate(rows)]
    moments[5] |= {"now": 3}
    moments.append(moment("given", "carsten", "2014-08", "criticism", 3, direction="given"))
    moments.append(moment("nowhere", "nina", "I don't know when", "care"))
    return life(
        people,
        moments,
        landmarks=[
            {"id": "homes", "label": "Two homes", "when": "1992", "until": "2002"},
            {"id": "berlin", "label": "Berlin", "when": "2009-04"},
            {"id": "flat", "label": "The flat in Elm Street", "when": "2016", "until": "2021-02"},
        ],
        reflections=[
            {"id": "one", "on": "2026-11-01", "hope": "To ask once, plainly, and let the answer be theirs."}
        ],
        check_ins=[
            check_in("c0", "2025-06-03", sad=4),
            check_in("c1", "2026-02-03", lonely=5, angry=3),
            check_in("c2", "2026-02-03", leaving=True, lonely=3, angry=3),
            check_in("c3", "2026-11-24", hurt=5, longing=4, calm=1),
            check_in("c4", "2026-11-24", leaving=True, hurt=3, longing=4, calm=2),
        ],
        kind_notes=[
            {"id": "k0", "age": 9, "text": "You were small, and you did what you could."},
            {"id": "k1", "age": 10, "text": "It was never yours to mend."},
            {"id": "k2", "age": 22, "text": "You were allowed to be angry."},
            {"id": "k3", "episode": "m8", "text": "I would have held your hand."},
            {"id": "k4", "episode": "nowhere", "text": "Whenever it was."},
        ],
    )
