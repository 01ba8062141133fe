"""Help: people of one’s own, help lines, and pages on the method, its evidence, reading and therapists."""

from typing import Any

from dash import Dash, html
from dash.development.base_component import Component

from models.changes import Change
from models.history import History, entry_text
from models.steps import Contact
from timeline.messages import help as words
from timeline.messages import steps as stepping
from timeline.messages.texts import text
from timeline.ui import checkin
from timeline.ui.controls import go_to
from timeline.ui.forms.asking import Ask, Asking, Kept, Listed, Question, Said, Step, Walk, new_id
from timeline.ui.here import Here
from timeline.ui.prose import prose, sections

KEY = "help"
TITLE = "Help"
FOLLOWS = False

_TEXT = text("steps/people")


def _draw_who(ask: Ask) -> list[Component]:
    return [ask.line("name", words.WHO), ask.one("role", words.ROLE, [*words.ROLES.items()])]


def _wrong_who(said: Said) -> dict[str, str]:
    return {} if str(said.get("name") or "").strip() else {"name": words.NAME_EMPTY}


def _draw_how(ask: Ask) -> list[Component]:
    return [
        ask.line("how", words.HOW, words.HOW_HINT),
        ask.some("first", stepping.OR_SO, [("first", words.PUT_FIRST)]),
    ]


def _wrong_how(said: Said) -> dict[str, str]:
    return {"how": words.TOO_LONG} if len(str(said.get("how") or "")) > 140 else {}


def _keep(here: Here, said: Said, of: str, before: str | None) -> Kept:
    entry = Contact.model_validate(
        {
            "id": of or new_id(),
            "name": str(said["name"]).strip(),
            "how": str(said.get("how") or "").strip(),
            "role": said.get("role") if said.get("role") in words.ROLES else "other",
            "first": bool(said.get("first")),
        }
    )
    what = (stepping.edited if of else stepping.named)(words.PERSON)
    return Kept(what, (Change("contacts", entry.id, before, entry_text(entry)),))


def _fields(_: History, entry: Contact) -> dict[str, Any]:
    first = ["first"] if entry.first else []
    return {"name": entry.name, "how": entry.how, "role": entry.role, "first": first}


def _line(_: Here, entry: Contact) -> tuple[str, str]:
    return entry.name, words.how(entry.role, entry.how)


CONTACT = Walk(
    key="contact",
    text=_TEXT,
    questions=(Question("who", _draw_who, _wrong_who), Question("how", _draw_how, _wrong_how)),
    keep=_keep,
    fields=_fields,
)
_PEOPLE = Step(
    key="people",
    number=0,
    text=_TEXT,
    walks=(CONTACT,),
    lists=(
        Listed("contacts", words.MY_PEOPLE, words.PERSON, _line, "contact", order=lambda one: int(one.first)),
    ),
)
_ASKING = Asking(KEY, (_PEOPLE,))


def layout(here: Here, place: dict[str, Any]) -> Component:
    """The page, or the text that `focus` names."""
    topic = str(place.get("focus") or "")
    if topic in words.TOPICS:
        return _topic(topic)
    return _ASKING.place(here, _PEOPLE, after=[*_plan(here), _lines(), _topics()])


def add_to(app: Dash, here: Here) -> None:
    """Give `app` the moves of this page."""
    _ASKING.add_to(app, here)


def _plan(here: Here) -> list[Component]:
    plan = checkin.stop_plan(here)
    says = stepping.CHANGE_PLAN if plan else stepping.MAKE_PLAN
    change = html.Div(go_to("begin", says, where="plan", focus="stop"))
    return [html.Section([*plan, change], className="card aside-of-step") if plan else change]


def _lines() -> Component:
    head = html.Thead(html.Tr([html.Th(column, scope="col") for column in words.COLUMNS]))
    rows = [
        html.Tr(
            [
                html.Th(line.country, scope="row"),
                html.Td(line.name),
                html.Td([html.Strong(line.number, className="number"), html.Div(line.when)]),
                html.Td(
                    [html.Div(line.source), html.Div(words.checked(line.checked_on))], className="source"
                ),
            ]
        )
        for line in words.lines()
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
                go_to(KEY, text(topic).title, "link", where=f"topic-{topic}", focus=topic),
                html.P(text(topic).note, className="note"),
            ]
        )
        for topic in words.TOPICS
    ]
    return html.Section([html.H2(words.READ), html.Ul(rows, className="topics")], className="aside-of-step")


def _topic(topic: str) -> Component:
    told = text(topic)
    head = [
        go_to(KEY, words.BACK, "link", where="topic"),
        html.H1(told.title),
        html.P(told.note, className="note"),
    ]
    body = [*prose(told.lead), *sections(told.parts)]
    return html.Article(
        [html.Div(head, className="step-head"), html.Div(body, className="prose")], className="step"
    )
