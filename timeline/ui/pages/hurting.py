"""I’m hurting now: name it, one kind sentence, one thing to hold on to, what it resembles, who is there."""

from typing import Any

from dash import Dash, html
from dash.development.base_component import Component

from models.history import History
from models.steps import CheckIn
from timeline.messages import steps as words
from timeline.messages.help_texts import load_text
from timeline.ui import checkin
from timeline.ui.controls import page_button
from timeline.ui.forms.field_values import get_text
from timeline.ui.forms.walk import Answers, Question, Step, Walk, WalkResult, keep_entry
from timeline.ui.forms.walk_buttons import QuestionForm, new_id, walk_button
from timeline.ui.forms.walk_driver import WalkDriver
from timeline.ui.session import Session
from timeline.ui.similar_moments import RESEMBLE_WALK

KEY = "hurting"
REDRAWS_ON_CHANGE = False

_TEXT = "steps/hurting"


def _draw_kind(ask: QuestionForm) -> list[Component]:
    sentences = load_text(_TEXT).find_part("hurting.kind").items
    return [ask.radios("kind", words.KIND_LABEL, [(sentence, sentence) for sentence in sentences])]


def _draw_ground(ask: QuestionForm) -> list[Component]:
    things = [ask.line(f"thing-{n}", words.thing_number(n)) for n in range(1, 6)]
    return [
        html.Section([html.H3(words.GROUND_BREATH), _breath()], className="ground"),
        html.Section(
            [html.H3(words.GROUND_FIVE), html.P(words.GROUND_FIVE_NOTE), *things], className="ground"
        ),
    ]


def _breath() -> Component:
    """A circle to breathe with; assets/js/steps.js moves it, and with less motion says the words alone."""
    return html.Div(
        [
            html.P(words.BREATH_STILL, className="note"),
            html.Div(className="breath-circle", **{"aria-hidden": "true"}),
            html.P(className="breath-says", **{"aria-live": "polite"}),
            html.Button(words.BREATH_START, type="button", className="button plain breath-go"),
        ],
        className="breath",
        **{
            "data-breath": "still", "data-in": words.BREATH_IN, "data-out": words.BREATH_OUT,
            "data-start": words.BREATH_START, "data-stop": words.BREATH_STOP,
        },
    )  # fmt: skip


def _keep(here: Session, said: Answers, of: str, before: str | None) -> WalkResult:
    named = checkin.build_feelings(said)
    if not named:
        return WalkResult()
    entry = CheckIn(id=new_id(), on=here.today(), feelings=named, kind_sentence=get_text(said, "kind"))
    return keep_entry(entry, words.CHECK_IN, "", None)


def _no_fields(_: History, __: Any) -> dict[str, Any]:
    return {}


def _draw_ending(here: Session, said: Answers) -> list[Component]:
    ways = [
        walk_button(KEY, "open", "resemble", "", load_text("steps/2-sort").find_part("resemble").title),
        page_button("steps", words.GOOD_LATER, where="hurting", focus="connect/good-moment"),
    ]
    kind = checkin.draw_kind_sentence(get_text(said, "kind"))
    if offered := checkin.draw_offer_if_strong(here, said):
        return [*kind, *offered, html.Div(ways, className="row")]
    ways += [
        page_button("help", words.SEE_HELP, where="hurting"),
        page_button("close", words.CLOSE, where="hurting"),
    ]
    return [*kind, *checkin.draw_stop_plan(here), html.Div(ways, className="row")]


HURTING = Walk(
    "hurting",
    _TEXT,
    (
        Question("feelings", checkin.draw_feelings, checkin.check_feelings),
        Question("strength", checkin.draw_strengths, checkin.check_strengths),
        Question("kind", _draw_kind),
        Question("ground", _draw_ground),
    ),
    _keep,
    model=CheckIn,
    load_answers=_no_fields,
    draw_after=_draw_ending,
    can_resume_unasked=False,
    can_end_empty=True,
)
_STEP = Step("hurting", 0, _TEXT, walks=(HURTING, RESEMBLE_WALK), first_walk="hurting")
_WALK_DRIVER = WalkDriver(KEY, (_STEP,))


def title() -> str:
    """None: it is reached from within other pages."""
    return ""


def layout(here: Session, place: dict[str, Any]) -> Component:
    """The page, at its first question or where one was; the way to plan and people is by every question."""
    way = html.Div(page_button("help", words.PLAN_AND_HELP, "link", where="hurting-top"))
    return _WALK_DRIVER.draw_step(here, _STEP, str(place.get("focus") or ""), under=[way])


def add_to(app: Dash, here: Session) -> None:
    """Give `app` the moves of this page."""
    _WALK_DRIVER.add_to(app, here)
