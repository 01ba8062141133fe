"""Close for today: the date and the place, one good thing, and the page goes blank. All may be skipped."""

from typing import Any

from dash import Dash, html
from dash.development.base_component import Component

from models.changes import Change
from models.history import History, entry_text
from models.steps import CheckIn, Intention
from timeline.messages import steps as words
from timeline.ui import checkin
from timeline.ui.controls import button
from timeline.ui.forms.field_values import get_line
from timeline.ui.forms.walk import Answers, Question, Step, Walk, WalkResult
from timeline.ui.forms.walk_buttons import QuestionForm, new_id
from timeline.ui.forms.walk_driver import WalkDriver
from timeline.ui.session import Session

KEY = "close"
REDRAWS_ON_CHANGE = False

_TEXT = "steps/close"


def _draw_where(ask: QuestionForm) -> list[Component]:
    return [html.P(words.today_is(ask.session.today()), className="today")]


def _draw_good(ask: QuestionForm) -> list[Component]:
    return [ask.area("good", words.GOOD_THING, words.GOOD_THING_HINT)]


def _has_checked_in_today(here: Session, _: Answers) -> bool:
    return checkin.find_coming_check_in(here.history, here.today()) is not None


def _start_answers(here: Session) -> dict[str, Any]:
    came = checkin.find_coming_check_in(here.history, here.today())
    said = checkin.check_in_answers(came) if came else {}
    return {"words": said.get("words", []), "own": said.get("own", "")}


def _keep(here: Session, said: Answers, of: str, before: str | None) -> WalkResult:
    today = here.today()
    changes = []
    if good := get_line(said, "good"):
        thing = Intention(id=new_id(), on=today, text=good, done=True, about="good")
        changes.append(Change("intentions", thing.id, None, entry_text(thing)))
    if now := checkin.build_feelings(said):
        left = CheckIn(id=new_id(), on=today, feelings=now, leaving=True)
        changes.append(Change("check_ins", left.id, None, entry_text(left)))
    return WalkResult(
        words.addition_undo_name(
            words.GOOD_THING_ONE if len(changes) == 1 and good else words.CLOSING_ENTRIES
        ),
        tuple(changes),
    )


def _no_fields(_: History, __: Any) -> dict[str, Any]:
    return {}


def _draw_ending(here: Session, said: Answers) -> list[Component]:
    came = checkin.find_coming_check_in(here.history, here.today())
    left = checkin.find_leaving_check_in(here.history, came) if came else None
    both = checkin.draw_before_after(came, left) if came and left and checkin.build_feelings(said) else []
    return [html.H3(words.BOTH_TIMES), *both] if both else []


CLOSE = Walk(
    "close",
    _TEXT,
    (
        Question("where", _draw_where),
        Question("good", _draw_good),
        Question("now", checkin.draw_strengths, is_asked=_has_checked_in_today),
    ),
    _keep,
    load_answers=_no_fields,
    draw_after=_draw_ending,
    initial_answers=_start_answers,
    can_resume_unasked=False,
    can_end_empty=True,
)
_STEP = Step("close", 0, _TEXT, walks=(CLOSE,), first_walk="close")
_WALK_DRIVER = WalkDriver(KEY, (_STEP,))


def title() -> str:
    """None: it is reached from within other pages."""
    return ""


def layout(here: Session, place: dict[str, Any]) -> Component:
    """The page: closing at once stands above the questions, and stays there through all of them."""
    now = html.Div(
        [
            button(words.CLOSE_NOW, "close-now", "main", **{"data-hide": "now"}),
            html.P(words.CLOSE_SAYS, className="note"),
        ],
        className="close-now",
    )
    return _WALK_DRIVER.draw_step(here, _STEP, under=[now])


def add_to(app: Dash, here: Session) -> None:
    """Give `app` the moves of this page."""
    _WALK_DRIVER.add_to(app, here)
