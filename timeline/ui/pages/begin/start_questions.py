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
from timeline.messages import entry_forms as form_words
from timeline.messages.grammar import count_moments
from timeline.messages.kinds import kind_labels
from timeline.messages.tags import tag_definition, tag_label
from timeline.ui.controls import button, page_button
from timeline.ui.forms import fields
from timeline.ui.forms.fields import PAGE_FORM_PREFIX, FieldValues, explain_field_error
from timeline.ui.forms.fields import field_values as read
from timeline.ui.session import Session

FIELD_PREFIX = f"{PAGE_FORM_PREFIX}begin:"
UNRECIPROCATED = "unreciprocated"
"""How the names of the fields of this page begin."""
_ROWS = 3  # landmarks and first people asked for at once


class ParsedAnswer(NamedTuple):
    """What a step means for the history.

    Attributes:
        undo_name: its name for undo.
        changes: to be recorded; none if nothing was typed.
        field_errors: a sentence for each field that is wrong.
    """

    undo_name: str = ""
    changes: tuple[Change, ...] = ()
    field_errors: Mapping[str, str] = {}


class StartQuestion(NamedTuple):
    """One thing that is asked.

    Attributes:
        key: what the place store calls it.
        short_title: its name among the others.
        title: the question.
        note: a line under it.
        draw: its fields.
        parse_answer: what came of them; None where there is nothing to save.
    """

    key: str
    short_title: str
    title: str
    note: str
    draw: Callable[[Session], list[Component | None]]
    parse_answer: Callable[[Session, FieldValues], ParsedAnswer] | None = None


def _draw_mind(here: Session) -> list[Component | None]:
    tag = next(tag for tag in TAGS if tag.key == UNRECIPROCATED)
    return [
        fields.line_field(f"{FIELD_PREFIX}name", say.MIND_NAME, first=True),
        fields.choice_field(f"{FIELD_PREFIX}kind", form_words.KIND, kind_labels()),
        fields.yes_field(
            f"{FIELD_PREFIX}{UNRECIPROCATED}", tag_definition(tag), hint=say.mind_hint(tag_label(tag))
        ),
    ]


def _parse_mind(here: Session, typed: FieldValues) -> ParsedAnswer:
    tags = [{"tag": UNRECIPROCATED}] if read.is_ticked(typed, UNRECIPROCATED) else []
    return _parse_someone(typed, {"on_my_mind": True, "tags": tags})


def _draw_good(here: Session) -> list[Component | None]:
    history = here.history
    return [
        fields.line_field(f"{FIELD_PREFIX}name", say.MIND_NAME, first=True),
        fields.choice_field(f"{FIELD_PREFIX}kind", form_words.KIND, kind_labels()),
        fields.tag_picker(
            f"{FIELD_PREFIX}tags",
            history.vocabulary,
            history.settings.hidden_tags,
            label=say.GOOD_TAGS,
            sides=("caring",),
        ),
    ]


def _parse_good(here: Session, typed: FieldValues) -> ParsedAnswer:
    return _parse_someone(typed, {"tags": [{"tag": key} for key in read.get_choices(typed, "tags")]})


def _parse_someone(typed: FieldValues, more: dict[str, Any]) -> ParsedAnswer:
    """A new relationship, nothing if neither name nor kind is given."""
    name, kind = read.get_line(typed, "name"), read.get_choice(typed, "kind")
    if not name and not kind:
        return ParsedAnswer()
    wrong: dict[str, str] = {}
    change = _build_new_entry("relationships", Relationship, {"name": name, "kind": kind} | more, "{}", wrong)
    return ParsedAnswer(say.addition_undo_name(name), change, wrong)


def _draw_stop(here: Session) -> list[Component | None]:
    plan = here.history.stop_plan
    return [
        fields.area_field(
            f"{FIELD_PREFIX}signs",
            say.STOP_SIGNS,
            "\n".join(plan.signs),
            hint=say.STOP_SIGNS_HINT,
            rows=2,
            first=True,
        ),
        fields.area_field(
            f"{FIELD_PREFIX}do", say.STOP_DO, "\n".join(plan.do), hint=say.STOP_DO_HINT, rows=3
        ),
        fields.area_field(
            f"{FIELD_PREFIX}call", say.STOP_CALL, "\n".join(plan.call), hint=say.STOP_CALL_HINT, rows=2
        ),
    ]


def _parse_stop(here: Session, typed: FieldValues) -> ParsedAnswer:
    before = here.history.document_text("stop_plan", "")
    try:
        plan = StopPlan.model_validate(
            {name: read.get_lines(typed, name) for name in ("signs", "do", "call")}
        )
    except ValidationError as error:
        return ParsedAnswer(
            field_errors={
                str(one["loc"][0]): explain_field_error(one) for one in error.errors(include_url=False)
            }
        )
    after = None if plan == StopPlan() else entry_text(plan)
    return ParsedAnswer(say.WROTE_STOP, (Change("stop_plan", "", before, after),) if before != after else ())


def _draw_landmarks(here: Session) -> list[Component | None]:
    rows = [
        html.Div(
            [
                fields.line_field(
                    f"{FIELD_PREFIX}{n}.label", say.number_label(n, say.LANDMARK), counted=True, first=n == 1
                ),
                fields.date_field(
                    f"{FIELD_PREFIX}{n}.when",
                    say.number_label(n, form_words.WHEN_QUESTION),
                    here=here,
                    unknown=False,
                    hint="",
                ),
            ],
            className="pair",
        )
        for n in range(1, _ROWS + 1)
    ]
    return [_draw_birth(here), *rows]


def _parse_landmarks(here: Session, typed: FieldValues) -> ParsedAnswer:
    wrong: dict[str, str] = {}
    changes = _parse_birth(here, typed, wrong)
    for n in range(1, _ROWS + 1):
        label, when = (read.get_line(typed, f"{n}.{name}") for name in ("label", "when"))
        if label or when:
            changes += _build_new_entry(
                "landmarks", Landmark, {"label": label, "when": when}, f"{n}.{{}}", wrong
            )
    return ParsedAnswer(say.ADDED_LANDMARKS, changes, wrong)


def _draw_birth(here: Session) -> Component | None:
    """The question for the birth date, until it is known: ages need it."""
    if here.history.person.birth is not None:
        return None
    return fields.date_field(
        f"{FIELD_PREFIX}born",
        form_words.PERSON_BIRTH,
        here=here,
        unknown=False,
        hint=form_words.PERSON_BIRTH_HINT,
    )


def _parse_birth(here: Session, typed: FieldValues, wrong: dict[str, str]) -> tuple[Change, ...]:
    """The change that sets the birth date; where it cannot be, `wrong` is told why."""
    born, person = read.get_line(typed, "born"), here.history.person
    if not born or person.birth is not None:
        return ()
    try:
        after = Person.model_validate(person.model_dump() | {"birth": born})
    except ValidationError as error:
        wrong["born"] = explain_field_error(error.errors(include_url=False)[0])
        return ()
    return (Change("person", "", here.history.document_text("person", ""), entry_text(after)),)


def _draw_earliest(here: Session) -> list[Component | None]:
    rows = [
        html.Div(
            [
                fields.line_field(
                    f"{FIELD_PREFIX}{n}.name", say.number_label(n, say.EARLIEST_NAME), first=n == 1
                ),
                fields.line_field(f"{FIELD_PREFIX}{n}.role", say.number_label(n, say.EARLIEST_ROLE)),
                fields.date_field(
                    f"{FIELD_PREFIX}{n}.start",
                    say.number_label(n, say.EARLIEST_SINCE),
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
    return [html.P(say.EARLIEST_HINT, className="note"), *rows, _draw_birth(here)]


def _parse_earliest(here: Session, typed: FieldValues) -> ParsedAnswer:
    wrong: dict[str, str] = {}
    changes = _parse_birth(here, typed, wrong)
    for n in range(1, _ROWS + 1):
        name, role, start = (read.get_line(typed, f"{n}.{field}") for field in ("name", "role", "start"))
        if name or role:
            told = {"name": name, "role": role, "kind": "family", "caregiver": True}
            told |= {"spells": [{"start": start}]} if start else {}
            changes += _build_new_entry("relationships", Relationship, told, f"{n}.{{}}", wrong)
    return ParsedAnswer(say.ADDED_EARLIEST, changes, wrong)


def _draw_forward(here: Session) -> list[Component | None]:
    history = here.history
    counts = {id_: sum(one.relationship == id_ for one in history.episodes) for id_ in [*history.by_id][:12]}
    rows = [
        html.Li(
            [
                html.Strong(history.by_id[id_].name),
                html.Span(count_moments(count), className="note"),
                button(
                    say.moment_with(history.by_id[id_].name),
                    f"begin-with-{number}",
                    "plain",
                    **_form_button_props({"kind": "episode", "id": "", "relationship": id_}),
                ),
            ]
        )
        for number, (id_, count) in enumerate(counts.items())
    ]
    listed = html.Ul(rows, className="plain-rows") if rows else html.P(say.NO_ONE_YET, className="note")
    someone = _form_button_props({"kind": "relationship", "id": ""})
    return [listed, html.Div(button(say.ADD_SOMEONE, "begin-someone", "plain", **someone), className="row")]


def _draw_today(here: Session) -> list[Component | None]:
    return [
        html.Div(page_button("steps", say.CHECK_IN, "plain", where="begin", focus="allow"), className="row")
    ]


def _draw_hope(here: Session) -> list[Component | None]:
    return [fields.area_field(f"{FIELD_PREFIX}hope", say.HOPE_ASKED, rows=3, first=True)]


def _parse_hope(here: Session, typed: FieldValues) -> ParsedAnswer:
    hope = read.get_text(typed, "hope")
    if not hope.strip():
        return ParsedAnswer()
    wrong: dict[str, str] = {}
    change = _build_new_entry("reflections", Reflection, {"on": here.today(), "hope": hope}, "{}", wrong)
    return ParsedAnswer(say.WROTE_HOPE, change, wrong)


def _build_new_entry(
    of: str, model: Any, told: dict[str, Any], field: str, wrong: dict[str, str]
) -> tuple[Change, ...]:
    """The change that adds an entry; where it cannot be, `wrong` is told why, at its fields."""
    id_ = secrets.token_hex(8)
    try:
        return (Change(of, id_, None, entry_text(model.model_validate(told | {"id": id_}))),)
    except ValidationError as error:
        for one in error.errors(include_url=False):
            # Within a list, such as the start of a stretch of time, the last name is the field's.
            name = next(str(part) for part in reversed(one["loc"]) if isinstance(part, str))
            wrong.setdefault(field.format(name), explain_field_error(one))
        return ()


def _form_button_props(form: dict[str, str]) -> dict[str, str]:
    """What makes a button open a form in the panel."""
    return {"data-form": json.dumps(form)}


def list_questions() -> tuple[StartQuestion, ...]:
    """The questions, in order."""
    return (
        StartQuestion("mind", say.MIND_SHORT, say.MIND, say.MIND_SAYS, _draw_mind, _parse_mind),
        StartQuestion("stop", say.STOP_SHORT, say.STOP, say.STOP_SAYS, _draw_stop, _parse_stop),
        StartQuestion("good", say.GOOD_SHORT, say.GOOD, say.GOOD_SAYS, _draw_good, _parse_good),
        StartQuestion(
            "landmarks",
            say.LANDMARKS_SHORT,
            say.LANDMARKS,
            say.LANDMARKS_SAYS,
            _draw_landmarks,
            _parse_landmarks,
        ),
        StartQuestion(
            "earliest", say.EARLIEST_SHORT, say.EARLIEST, say.EARLIEST_SAYS, _draw_earliest, _parse_earliest
        ),
        StartQuestion("forward", say.FORWARD_SHORT, say.FORWARD, say.FORWARD_SAYS, _draw_forward),
        StartQuestion("today", say.TODAY_SHORT, say.TODAY, say.TODAY_SAYS, _draw_today),
        StartQuestion("hope", say.HOPE_SHORT, say.HOPE, say.HOPE_SAYS, _draw_hope, _parse_hope),
    )
