"""Help: people of one’s own, help lines, and pages on the method, its evidence, reading and therapists."""

from typing import Any

from dash import Dash, html
from dash.development.base_component import Component

from models.history import History
from models.steps import Contact
from timeline.messages import help as words
from timeline.messages import steps as stepping
from timeline.messages.help_texts import load_text
from timeline.ui import checkin
from timeline.ui.controls import page_button
from timeline.ui.forms.field_values import get_line
from timeline.ui.forms.walk import Answers, EntryList, Question, Step, Walk, WalkResult, keep_entry
from timeline.ui.forms.walk_buttons import QuestionForm, new_id
from timeline.ui.forms.walk_driver import WalkDriver
from timeline.ui.prose import draw_prose, draw_sections
from timeline.ui.session import Session

KEY = "help"
REDRAWS_ON_CHANGE = False

_TEXT = "steps/people"


def _draw_who(ask: QuestionForm) -> list[Component]:
    return [
        ask.line("name", words.CONTACT_NAME),
        ask.radios("role", words.ROLE, [*words.ROLES.items()]),
    ]


def _wrong_who(said: Answers) -> dict[str, str]:
    return {} if get_line(said, "name") else {"name": words.NAME_EMPTY}


def _draw_how(ask: QuestionForm) -> list[Component]:
    return [
        ask.line("how", words.CONTACT_WAY, words.CONTACT_WAY_HINT),
        ask.choices("first", stepping.OR_SO, [("first", words.PUT_FIRST)]),
    ]


def _keep(here: Session, said: Answers, of: str, before: str | None) -> WalkResult:
    entry = Contact.model_validate(
        {
            "id": of or new_id(),
            "name": get_line(said, "name"),
            "how": get_line(said, "how"),
            "role": said.get("role") if said.get("role") in words.ROLES else "other",
            "first": bool(said.get("first")),
        }
    )
    return keep_entry(entry, words.PERSON, of, before)


def _fields(_: History, entry: Contact) -> dict[str, Any]:
    first = ["first"] if entry.first else []
    return {"name": entry.name, "how": entry.how, "role": entry.role, "first": first}


def _line(_: Session, entry: Contact) -> tuple[str, str]:
    return entry.name, words.describe_contact(entry.role, entry.how)


CONTACT = Walk(
    "contact",
    _TEXT,
    (Question("who", _draw_who, _wrong_who), Question("how", _draw_how)),
    _keep,
    model=Contact,
    load_answers=_fields,
)
_PEOPLE = Step(
    "people",
    0,
    _TEXT,
    walks=(CONTACT,),
    list_entry_lists=lambda: (
        EntryList(
            "contacts",
            words.MY_PEOPLE,
            "one of my people",
            _line,
            "contact",
            sort_key=lambda one: int(one.first),
        ),
    ),
)
_WALK_DRIVER = WalkDriver(KEY, (_PEOPLE,))


def title() -> str:
    """Its name in the way about."""
    return words.TITLE


def layout(here: Session, place: dict[str, Any]) -> Component:
    """The page, or the text that `focus` names."""
    topic = str(place.get("focus") or "")
    if topic in words.TOPICS:
        return _topic(topic)
    return _WALK_DRIVER.draw_step(here, _PEOPLE, after=[*_plan(here), _draw_help_lines(), _topics()])


def add_to(app: Dash, here: Session) -> None:
    """Give `app` the moves of this page."""
    _WALK_DRIVER.add_to(app, here)


def _plan(here: Session) -> list[Component]:
    plan = checkin.draw_stop_plan(here)
    says = stepping.CHANGE_PLAN if plan else stepping.MAKE_PLAN
    change = html.Div(page_button("begin", says, where="plan", focus="stop"))
    return [html.Section([*plan, change], className="card aside-of-step") if plan else change]


def _draw_help_lines() -> Component:
    head = html.Thead(html.Tr([html.Th(column, scope="col") for column in words.COLUMNS]))
    rows = [
        html.Tr(
            [
                html.Th(words.country_name(line), scope="row"),
                html.Td(line.name),
                html.Td([html.Strong(line.number, className="number"), html.Div(words.hours(line))]),
                html.Td(
                    [html.Div(line.source), html.Div(words.checked_on_note(line.checked_on))],
                    className="source",
                ),
            ]
        )
        for line in words.load_help_lines()
    ]
    table = html.Div(
        html.Table([head, html.Tbody(rows)], className="help-lines"), className="lines-box", tabIndex=0
    )
    said = [html.H2(words.LINES), html.P(words.EMERGENCY), html.P(words.LINES_NOTE, className="note")]
    return html.Section([*said, table], className="card aside-of-step")


def _topics() -> Component:
    rows = [
        html.Li(
            [
                page_button(KEY, load_text(topic).title, "link", where=f"topic-{topic}", focus=topic),
                html.P(load_text(topic).note, className="note"),
            ]
        )
        for topic in words.TOPICS
    ]
    return html.Section([html.H2(words.READ), html.Ul(rows, className="topics")], className="aside-of-step")


def _topic(topic: str) -> Component:
    told = load_text(topic)
    head = [
        page_button(KEY, words.BACK, "link", where="topic"),
        html.H1(told.title),
        html.P(told.note, className="note"),
    ]
    body = [*draw_prose(told.lead), *draw_sections(told.parts)]
    return html.Article(
        [html.Div(head, className="step-head"), html.Div(body, className="prose")], className="step"
    )
