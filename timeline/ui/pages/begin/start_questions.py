"""What a new history is asked: a path of walks with one question each, every one kept or passed by."""

from collections.abc import Mapping
from typing import Any

from dash import html
from dash.development.base_component import Component

from models.changes import Change
from models.history import Landmark, Relationship, entry_text
from models.steps import Reflection, StopPlan
from models.tags import TAGS
from timeline.messages import begin as say
from timeline.messages import entry_forms as form_words
from timeline.messages.grammar import count_moments
from timeline.messages.tags import tag_definition, tag_label
from timeline.ui.controls import page_button
from timeline.ui.forms.entries import landmark, relationship
from timeline.ui.forms.entry_form import BaseVersion, EntryForm, parse_birth, parse_form
from timeline.ui.forms.field_values import FieldValues, get_choices, get_line, get_lines, get_text, is_ticked
from timeline.ui.forms.form_fields import FormFields
from timeline.ui.forms.walk import Answers, Question, Step, Walk, WalkResult
from timeline.ui.forms.walk_buttons import QuestionForm, form_button, new_id
from timeline.ui.session import Session

TEXT = "steps/begin"
UNRECIPROCATED = "unreciprocated"
_ROWS = range(1, 4)  # landmarks and first people asked for at once
_MAX_PEOPLE = 12  # in sight, each with a button for a moment


def _draw_mind(ask: QuestionForm) -> list[Component | None]:
    tag = next(tag for tag in TAGS if tag.key == UNRECIPROCATED)
    wanting = ask.yes(UNRECIPROCATED, tag_definition(tag), say.mind_hint(tag_label(tag)))
    return [*relationship.draw_person(ask), wanting]


def _keep_mind(here: Session, said: Answers, of: str, before: str | None) -> WalkResult:
    tags = [UNRECIPROCATED] if is_ticked(said, UNRECIPROCATED) else []
    return _keep_someone(here, said, {"on_my_mind": ["yes"], "tags": tags})


def _draw_good(ask: QuestionForm) -> list[Component | None]:
    return [*relationship.draw_person(ask), ask.tags("tags", say.GOOD_TAGS, sides=("caring",))]


def _keep_good(here: Session, said: Answers, of: str, before: str | None) -> WalkResult:
    return _keep_someone(here, said, {"tags": list(get_choices(said, "tags"))})


def _keep_someone(here: Session, said: Answers, more: Mapping[str, Any]) -> WalkResult:
    """A new relationship, nothing if neither name nor kind is given."""
    name = get_line(said, "name")
    if not name and not said.get("kind"):
        return WalkResult()
    wrong: dict[str, str] = {}
    typed = {"name": name, "kind": said.get("kind"), **more}
    changes = _parse_new(here, relationship.FORM, typed, "", wrong)
    return WalkResult(say.addition_undo_name(name), changes, wrong)


def _draw_stop(ask: QuestionForm) -> list[Component | None]:
    return [
        ask.area("signs", say.STOP_SIGNS, say.STOP_SIGNS_HINT, first=True),
        ask.area("do", say.STOP_DO, say.STOP_DO_HINT, rows=3),
        ask.area("call", say.STOP_CALL, say.STOP_CALL_HINT),
    ]


def _read_stop(here: Session) -> FieldValues:
    plan = here.history.stop_plan
    return {name: "\n".join(getattr(plan, name)) for name in StopPlan.model_fields}


def _keep_stop(here: Session, said: Answers, of: str, before: str | None) -> WalkResult:
    was = here.history.document_text("stop_plan", "")
    plan = StopPlan.model_validate({name: get_lines(said, name) for name in StopPlan.model_fields})
    after = None if plan == StopPlan() else entry_text(plan)
    return WalkResult(say.WROTE_STOP, (Change("stop_plan", "", was, after),) if was != after else ())


def _draw_landmarks(ask: QuestionForm) -> list[Component | None]:
    rows = [
        html.Div(landmark.draw_name_and_date(ask.for_part(f"{n}.", Landmark), n), className="pair")
        for n in _ROWS
    ]
    return [_draw_birth(ask), *rows]


def _keep_landmarks(here: Session, said: Answers, of: str, before: str | None) -> WalkResult:
    changes, wrong = _parse_born(here, said)
    for n in _ROWS:
        typed = {name: said.get(f"{n}.{name}") for name in ("label", "when")}
        if any(get_line(typed, name) for name in typed):
            changes += _parse_new(here, landmark.FORM, typed, f"{n}.", wrong)
    return WalkResult(say.ADDED_LANDMARKS, changes, wrong)


def _draw_earliest(ask: QuestionForm) -> list[Component | None]:
    rows = [
        html.Div(
            [
                ask.line(f"{n}.name", say.number_label(n, say.EARLIEST_NAME), first=n == 1),
                ask.line(f"{n}.role", say.number_label(n, say.EARLIEST_ROLE)),
                ask.date(f"{n}.start", say.number_label(n, say.EARLIEST_SINCE), ""),
            ],
            className="triple",
        )
        for n in _ROWS
    ]
    return [html.P(say.EARLIEST_HINT, className="note"), *rows, _draw_birth(ask)]


def _keep_earliest(here: Session, said: Answers, of: str, before: str | None) -> WalkResult:
    changes, wrong = _parse_born(here, said)
    for n in _ROWS:
        name, role, start = (get_line(said, f"{n}.{field}") for field in ("name", "role", "start"))
        if name or role:
            typed = {"name": name, "role": role, "kind": "family", "caregiver": ["yes"]}
            typed |= {"spells.0.start": start} if start else {}
            changes += _parse_new(here, relationship.FORM, typed, f"{n}.", wrong)
            if says := wrong.pop(f"{n}.spells.0.start", ""):
                wrong[f"{n}.start"] = says
    return WalkResult(say.ADDED_EARLIEST, changes, wrong)


def _draw_birth(form: FormFields) -> Component | None:
    """The question for the birth date, until it is known: ages need it."""
    if form.session.history.person.birth is not None:
        return None
    return form.date("born", form_words.PERSON_BIRTH, form_words.PERSON_BIRTH_HINT)


def _parse_born(here: Session, said: Answers) -> tuple[tuple[Change, ...], dict[str, str]]:
    changes, wrong = parse_birth({"birth": said.get("born")}, here.history, here.today())
    return changes, {"born": wrong["birth"]} if wrong else {}


def _parse_new(
    here: Session, form: EntryForm, typed: FieldValues, prefix: str, wrong: dict[str, str]
) -> tuple[Change, ...]:
    """The change that adds an entry; where it cannot be, `wrong` is told why, at its fields."""
    meant = parse_form(form, typed, BaseVersion(new_id(), None), here.history, here.today())
    wrong |= {f"{prefix}{name}": says for name, says in meant.field_errors.items()}
    return meant.changes


def _draw_forward(ask: QuestionForm) -> list[Component | None]:
    history = ask.session.history
    rows = []
    for bond in history.relationships[:_MAX_PEOPLE]:
        count = sum(one.relationship == bond.id for one in history.episodes)
        add = form_button(say.moment_with(bond.name), kind="episode", relationship=bond.id)
        rows.append(html.Li([html.Strong(bond.name), html.Span(count_moments(count), className="note"), add]))
    listed = html.Ul(rows, className="plain-rows") if rows else html.P(say.NO_ONE_YET, className="note")
    return [listed, html.Div(form_button(say.ADD_SOMEONE, kind="relationship"), className="row")]


def _draw_today(ask: QuestionForm) -> list[Component | None]:
    return [
        html.Div(page_button("steps", say.CHECK_IN, "plain", where="begin", focus="allow"), className="row")
    ]


def _draw_hope(ask: QuestionForm) -> list[Component | None]:
    return [ask.area("hope", say.HOPE_ASKED, rows=3, first=True)]


def _keep_hope(here: Session, said: Answers, of: str, before: str | None) -> WalkResult:
    hope = get_text(said, "hope")
    if not hope.strip():
        return WalkResult()
    entry = Reflection(id=new_id(), on=here.today(), hope=hope)
    return WalkResult(say.WROTE_HOPE, (Change("reflections", entry.id, None, entry_text(entry)),))


START = Step(
    "begin", 0, TEXT,
    walks=(
        Walk("mind", TEXT, (Question("who", _draw_mind),), _keep_mind, model=Relationship),
        Walk("stop", TEXT, (Question("plan", _draw_stop),), _keep_stop, model=StopPlan,
             initial_answers=_read_stop),
        Walk("good", TEXT, (Question("who", _draw_good),), _keep_good, model=Relationship),
        Walk("landmarks", TEXT, (Question("which", _draw_landmarks),), _keep_landmarks),
        Walk("earliest", TEXT, (Question("who", _draw_earliest),), _keep_earliest,
             initial_answers=lambda _: {f"{n}.start": say.FROM_THE_START for n in _ROWS}),
        Walk("forward", TEXT, (Question("moments", _draw_forward, is_redrawn_on_change=True),)),
        Walk("today", TEXT, (Question("now", _draw_today),)),
        Walk("hope", TEXT, (Question("line", _draw_hope),), _keep_hope, model=Reflection),
    ),
    first_walk="mind",
    is_path=True,
    page_after="picture",
)  # fmt: skip
