"""Close for today: the date and the place, one good thing, and the page goes blank. All may be skipped."""

from typing import Any

from dash import Dash, html
from dash.development.base_component import Component

from models.changes import Change
from models.history import History, entry_text
from models.steps import CheckIn, Intention
from timeline.messages import steps as words
from timeline.messages.texts import text
from timeline.ui import checkin
from timeline.ui.controls import button
from timeline.ui.forms.asking import Ask, Asking, Kept, Question, Said, Step, Walk, new_id
from timeline.ui.here import Here

KEY = "close"
TITLE = ""
FOLLOWS = False

_TEXT = text("steps/close")


def _draw_where(ask: Ask) -> list[Component]:
    return [html.P(words.today_is(ask.here.today()), className="today")]


def _draw_good(ask: Ask) -> list[Component]:
    return [ask.lines("good", words.GOOD_THING, words.GOOD_THING_HINT)]


def _came_today(here: Here, _: Said) -> bool:
    return checkin.coming(here.history, here.today()) is not None


def _begins(here: Here) -> dict[str, Any]:
    came = checkin.coming(here.history, here.today())
    said = checkin.as_said(came) if came else {}
    return {"words": said.get("words", []), "own": said.get("own", "")}


def _keep(here: Here, said: Said, of: str, before: str | None) -> Kept:
    today = here.today()
    changes = []
    if good := str(said.get("good") or "").strip():
        thing = Intention(id=new_id(), on=today, text=good, done=True, about="good")
        changes.append(Change("intentions", thing.id, None, entry_text(thing)))
    if now := checkin.feelings(said):
        left = CheckIn(id=new_id(), on=today, feelings=now, leaving=True)
        changes.append(Change("check_ins", left.id, None, entry_text(left)))
    return Kept(
        words.named(words.GOOD_THING_ONE if len(changes) == 1 and good else words.CLOSING), tuple(changes)
    )


def _no_fields(_: History, __: Any) -> dict[str, Any]:
    return {}


def _after(here: Here, said: Said) -> list[Component]:
    came = checkin.coming(here.history, here.today())
    left = checkin.leaving_after(here.history, came) if came else None
    both = checkin.before_after(came, left) if came and left and checkin.feelings(said) else []
    return [html.H3(words.BOTH_TIMES), *both] if both else []


CLOSE = Walk(
    key="close",
    text=_TEXT,
    questions=(
        Question("where", _draw_where),
        Question("good", _draw_good),
        Question("now", checkin.draw_strengths, asked=_came_today),
    ),
    keep=_keep,
    fields=_no_fields,
    after=_after,
    begins=_begins,
    lasts=False,
    ends_well=True,
)
_STEP = Step(key="close", number=0, text=_TEXT, walks=(CLOSE,), first="close")
_ASKING = Asking(KEY, (_STEP,))


def layout(here: Here, place: dict[str, Any]) -> Component:
    """The page: closing at once stands above the questions, and stays there through all of them."""
    now = html.Div(
        [
            button(words.CLOSE_NOW, "close-now", "main", **{"data-hide": "now"}),
            html.P(words.CLOSE_SAYS, className="note"),
        ],
        className="close-now",
    )
    return _ASKING.place(here, _STEP, under=[now])


def add_to(app: Dash, here: Here) -> None:
    """Give `app` the moves of this page."""
    _ASKING.add_to(app, here)
