"""What a new history is asked: each question with its fields, and what an answer means for the history."""

import json
import secrets
from collections.abc import Callable, Mapping
from typing import Any, NamedTuple

from dash import html
from dash.development.base_component import Component
from pydantic import ValidationError

from models.changes import Change
from models.history import Landmark, Person, Relationship, entry_text
from models.steps import Reflection, StopPlan
from models.tags import TAGS
from timeline.messages import begin as say
from timeline.messages import entry as form_words
from timeline.ui.controls import button, go_to
from timeline.ui.forms import fields
from timeline.ui.forms.fields import BESIDE, Typed, sentence
from timeline.ui.forms.fields import typed as read
from timeline.ui.here import Here

NAMED = f"{BESIDE}begin:"
"""How the names of the fields of this page begin."""
_ROWS = 3  # landmarks and first people asked for at once


class Meant(NamedTuple):
    """What a step means for the history.

    Attributes:
        what: its name for undo.
        changes: to be recorded; none if nothing was typed.
        wrong: a sentence for each field that is wrong.
    """

    what: str = ""
    changes: tuple[Change, ...] = ()
    wrong: Mapping[str, str] = {}


class Step(NamedTuple):
    """One thing that is asked.

    Attributes:
        key: what the place store calls it.
        short: its name among the others.
        title: the question.
        says: a line under it.
        draw: its fields.
        means: what came of them; None where there is nothing to save.
    """

    key: str
    short: str
    title: str
    says: str
    draw: Callable[[Here], list[Component | None]]
    means: Callable[[Here, Typed], Meant] | None = None


def _draw_mind(here: Here) -> list[Component | None]:
    means = next(tag.definition for tag in TAGS if tag.key == say.UNRECIPROCATED)
    return [
        fields.line(f"{NAMED}name", say.MIND_NAME, first=True),
        fields.pick(f"{NAMED}kind", form_words.KIND, form_words.KINDS),
        fields.yes(f"{NAMED}unreciprocated", means, hint=f"{say.UNRECIPROCATED}. {say.MIND_MORE}"),
    ]


def _means_mind(here: Here, typed: Typed) -> Meant:
    tags = [{"tag": say.UNRECIPROCATED}] if read.ticked(typed, "unreciprocated") else []
    return _someone(typed, {"on_my_mind": True, "tags": tags})


def _draw_good(here: Here) -> list[Component | None]:
    history = here.history
    return [
        fields.line(f"{NAMED}name", say.MIND_NAME, first=True),
        fields.pick(f"{NAMED}kind", form_words.KIND, form_words.KINDS),
        fields.tag_picker(
            f"{NAMED}tags",
            history.vocabulary,
            history.settings.hidden_tags,
            label=say.GOOD_TAGS,
            sides=("caring",),
        ),
    ]


def _means_good(here: Here, typed: Typed) -> Meant:
    return _someone(typed, {"tags": [{"tag": key} for key in read.many(typed, "tags")]})


def _someone(typed: Typed, more: dict[str, Any]) -> Meant:
    """A new relationship, nothing if neither name nor kind is given."""
    name, kind = read.one_line(typed, "name"), read.one(typed, "kind")
    if not name and not kind:
        return Meant()
    wrong: dict[str, str] = {}
    change = _new("relationships", Relationship, {"name": name, "kind": kind} | more, "{}", wrong)
    return Meant(say.added(name), change, wrong)


def _draw_stop(here: Here) -> list[Component | None]:
    plan = here.history.stop_plan
    return [
        fields.area(
            f"{NAMED}signs",
            say.STOP_SIGNS,
            "\n".join(plan.signs),
            hint=say.STOP_SIGNS_HINT,
            rows=2,
            first=True,
        ),
        fields.area(f"{NAMED}do", say.STOP_DO, "\n".join(plan.do), hint=say.STOP_DO_HINT, rows=3),
        fields.area(f"{NAMED}call", say.STOP_CALL, "\n".join(plan.call), hint=say.STOP_CALL_HINT, rows=2),
    ]


def _means_stop(here: Here, typed: Typed) -> Meant:
    before = here.history.body("stop_plan", "")
    try:
        plan = StopPlan.model_validate(
            {name: read.each_line(typed, name) for name in ("signs", "do", "call")}
        )
    except ValidationError as error:
        return Meant(wrong={str(one["loc"][0]): sentence(one) for one in error.errors(include_url=False)})
    after = None if plan == StopPlan() else entry_text(plan)
    return Meant(say.WROTE_STOP, (Change("stop_plan", "", before, after),) if before != after else ())


def _draw_landmarks(here: Here) -> list[Component | None]:
    rows = [
        html.Div(
            [
                fields.line(f"{NAMED}{n}.label", say.numbered(n, say.LANDMARK), counted=True, first=n == 1),
                fields.date_field(
                    f"{NAMED}{n}.when", say.numbered(n, form_words.WHEN), here=here, unknown=False, hint=""
                ),
            ],
            className="pair",
        )
        for n in range(1, _ROWS + 1)
    ]
    return [_draw_born(here), *rows]


def _means_landmarks(here: Here, typed: Typed) -> Meant:
    wrong: dict[str, str] = {}
    changes = _born(here, typed, wrong)
    for n in range(1, _ROWS + 1):
        label, when = (read.one_line(typed, f"{n}.{name}") for name in ("label", "when"))
        if label or when:
            changes += _new("landmarks", Landmark, {"label": label, "when": when}, f"{n}.{{}}", wrong)
    return Meant(say.ADDED_LANDMARKS, changes, wrong)


def _draw_born(here: Here) -> Component | None:
    """The question for the birth date, until it is known: ages need it."""
    if here.history.person.birth is not None:
        return None
    return fields.date_field(
        f"{NAMED}born", form_words.PERSON_BIRTH, here=here, unknown=False, hint=form_words.PERSON_BIRTH_HINT
    )


def _born(here: Here, typed: Typed, wrong: dict[str, str]) -> tuple[Change, ...]:
    """The change that sets the birth date; where it cannot be, `wrong` is told why."""
    born, person = read.one_line(typed, "born"), here.history.person
    if not born or person.birth is not None:
        return ()
    try:
        after = Person.model_validate(person.model_dump() | {"birth": born})
    except ValidationError as error:
        wrong["born"] = sentence(error.errors(include_url=False)[0])
        return ()
    return (Change("person", "", here.history.body("person", ""), entry_text(after)),)


def _draw_earliest(here: Here) -> list[Component | None]:
    rows = [
        html.Div(
            [
                fields.line(f"{NAMED}{n}.name", say.numbered(n, say.EARLIEST_NAME), first=n == 1),
                fields.line(f"{NAMED}{n}.role", say.numbered(n, say.EARLIEST_ROLE)),
                fields.date_field(
                    f"{NAMED}{n}.start",
                    say.numbered(n, say.EARLIEST_SINCE),
                    say.FROM_THE_START,
                    here=here,
                    hint="",
                    unknown=False,
                ),
            ],
            className="triple",
        )
        for n in range(1, _ROWS + 1)
    ]
    return [html.P(say.EARLIEST_HINT, className="note"), *rows, _draw_born(here)]


def _means_earliest(here: Here, typed: Typed) -> Meant:
    wrong: dict[str, str] = {}
    changes = _born(here, typed, wrong)
    for n in range(1, _ROWS + 1):
        name, role, start = (read.one_line(typed, f"{n}.{field}") for field in ("name", "role", "start"))
        if name or role:
            told = {"name": name, "role": role, "kind": "family", "caregiver": True}
            told |= {"spells": [{"start": start}]} if start else {}
            changes += _new("relationships", Relationship, told, f"{n}.{{}}", wrong)
    return Meant(say.ADDED_EARLIEST, changes, wrong)


def _draw_forward(here: Here) -> list[Component | None]:
    history = here.history
    counts = {id_: sum(one.relationship == id_ for one in history.episodes) for id_ in [*history.by_id][:12]}
    rows = [
        html.Li(
            [
                html.Strong(history.by_id[id_].name),
                html.Span(say.with_moments(count), className="note"),
                button(
                    say.moment_with(history.by_id[id_].name),
                    f"begin-with-{number}",
                    "plain",
                    **_opens({"kind": "episode", "id": "", "relationship": id_}),
                ),
            ]
        )
        for number, (id_, count) in enumerate(counts.items())
    ]
    listed = html.Ul(rows, className="plain-rows") if rows else html.P(say.NO_ONE_YET, className="note")
    someone = _opens({"kind": "relationship", "id": ""})
    return [listed, html.Div(button(say.ADD_SOMEONE, "begin-someone", "plain", **someone), className="row")]


def _draw_today(here: Here) -> list[Component | None]:
    return [html.Div(go_to("steps", say.CHECK_IN, "plain", where="begin", focus="allow"), className="row")]


def _draw_hope(here: Here) -> list[Component | None]:
    return [fields.area(f"{NAMED}hope", say.HOPE_ASKED, rows=3, first=True)]


def _means_hope(here: Here, typed: Typed) -> Meant:
    hope = read.text(typed, "hope")
    if not hope.strip():
        return Meant()
    wrong: dict[str, str] = {}
    change = _new("reflections", Reflection, {"on": here.today(), "hope": hope}, "{}", wrong)
    return Meant(say.WROTE_HOPE, change, wrong)


def _new(of: str, model: Any, told: dict[str, Any], field: str, wrong: dict[str, str]) -> tuple[Change, ...]:
    """The change that adds an entry; where it cannot be, `wrong` is told why, at its fields."""
    id_ = secrets.token_hex(8)
    try:
        return (Change(of, id_, None, entry_text(model.model_validate(told | {"id": id_}))),)
    except ValidationError as error:
        for one in error.errors(include_url=False):
            # Within a list, such as the start of a stretch of time, the last name is the field's.
            name = next(str(part) for part in reversed(one["loc"]) if isinstance(part, str))
            wrong.setdefault(field.format(name), sentence(one))
        return ()


def _opens(form: dict[str, str]) -> dict[str, str]:
    """What makes a button open a form in the panel."""
    return {"data-form": json.dumps(form)}


STEPS = (
    Step("mind", say.MIND_SHORT, say.MIND, say.MIND_SAYS, _draw_mind, _means_mind),
    Step("stop", say.STOP_SHORT, say.STOP, say.STOP_SAYS, _draw_stop, _means_stop),
    Step("good", say.GOOD_SHORT, say.GOOD, say.GOOD_SAYS, _draw_good, _means_good),
    Step(
        "landmarks", say.LANDMARKS_SHORT, say.LANDMARKS, say.LANDMARKS_SAYS, _draw_landmarks, _means_landmarks
    ),
    Step("earliest", say.EARLIEST_SHORT, say.EARLIEST, say.EARLIEST_SAYS, _draw_earliest, _means_earliest),
    Step("forward", say.FORWARD_SHORT, say.FORWARD, say.FORWARD_SAYS, _draw_forward),
    Step("today", say.TODAY_SHORT, say.TODAY, say.TODAY_SAYS, _draw_today),
    Step("hope", say.HOPE_SHORT, say.HOPE, say.HOPE_SAYS, _draw_hope, _means_hope),
)
