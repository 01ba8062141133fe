"""I’m hurting now: name it, one kind sentence, one thing to hold on to, what it resembles, who is there."""

from typing import Any

from dash import Dash, html
from dash.development.base_component import Component

from models.changes import Change
from models.history import History, entry_text
from models.steps import CheckIn
from timeline.messages import steps as words
from timeline.messages.texts import text
from timeline.ui import checkin
from timeline.ui.controls import go_to
from timeline.ui.forms.asking import Ask, Asking, Kept, Question, Said, Step, Walk, new_id
from timeline.ui.forms.asking.ask import move
from timeline.ui.here import Here
from timeline.ui.resembling import RESEMBLE

KEY = "hurting"
TITLE = ""
FOLLOWS = False

_TEXT = text("steps/hurting")


def _draw_kind(ask: Ask) -> list[Component]:
    sentences = _TEXT.part("hurting.kind").items
    return [ask.one("kind", words.KIND_LABEL, [(sentence, sentence) for sentence in sentences])]


def _draw_ground(ask: Ask) -> list[Component]:
    things = [ask.line(f"thing-{n}", words.thing(n)) for n in range(1, 6)]
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


def _keep(here: Here, said: Said, of: str, before: str | None) -> Kept:
    named = checkin.feelings(said)
    if not named:
        return Kept(words.named(words.CHECK_IN), ())
    entry = CheckIn(id=new_id(), on=here.today(), feelings=named, kind_sentence=str(said.get("kind") or ""))
    change = Change("check_ins", entry.id, None, entry_text(entry))
    return Kept(words.named(words.CHECK_IN), (change,))


def _no_fields(_: History, __: Any) -> dict[str, Any]:
    return {}


def _after(here: Here, said: Said) -> list[Component]:
    ways = [
        move(KEY, "open", "resemble", "", text("steps/2-sort").part("resemble").title),
        go_to("steps", words.GOOD_LATER, where="hurting", focus="connect/good-moment"),
    ]
    kind = checkin.kind_word(str(said.get("kind") or ""))
    if offered := checkin.offers(here, said):
        return [*kind, *offered, html.Div(ways, className="row")]
    ways += [go_to("help", words.SEE_HELP, where="hurting"), go_to("close", words.CLOSE, where="hurting")]
    return [*kind, *checkin.stop_plan(here), html.Div(ways, className="row")]


HURTING = Walk(
    key="hurting",
    text=_TEXT,
    questions=(
        Question("feelings", checkin.draw_feelings, checkin.wrong_feelings),
        Question("strength", checkin.draw_strengths, checkin.wrong_strengths),
        Question("kind", _draw_kind),
        Question("ground", _draw_ground),
    ),
    keep=_keep,
    fields=_no_fields,
    after=_after,
    lasts=False,
    ends_well=True,
)
_STEP = Step(key="hurting", number=0, text=_TEXT, walks=(HURTING, RESEMBLE), first="hurting")
_ASKING = Asking(KEY, (_STEP,))


def layout(here: Here, place: dict[str, Any]) -> Component:
    """The page, at its first question or where one was; the way to plan and people is by every question."""
    way = html.Div(go_to("help", words.PLAN_AND_HELP, "link", where="hurting-top"))
    return _ASKING.place(here, _STEP, str(place.get("focus") or ""), under=[way])


def add_to(app: Dash, here: Here) -> None:
    """Give `app` the moves of this page."""
    _ASKING.add_to(app, here)
