"""Naming what is felt: the questions, the check-in it becomes, before and after, and what is offered."""

from collections.abc import Mapping
from datetime import date
from typing import Any

from dash import html
from dash.development.base_component import Component
from pydantic import ValidationError

from models.history import History
from models.steps import CheckIn, FeelingStrength
from timeline.messages import steps as words
from timeline.ui.controls import page_button
from timeline.ui.forms.field_values import FieldValues as Answers
from timeline.ui.forms.field_values import get_choices, get_line, get_number
from timeline.ui.forms.validation import find_field_errors
from timeline.ui.forms.walk_buttons import QuestionForm
from timeline.ui.session import Session

MAX_FEELINGS = 3
TOP_STRENGTH, OFFER_AFTER_RISE = 5, 2


def draw_feelings(ask: QuestionForm) -> list[Component]:
    """Words to tick, and a line for a word of one's own."""
    return [
        ask.choices("words", words.FEELINGS_LABEL, words.list_feelings().items()),
        ask.line("own", words.OWN_WORD),
    ]


def check_feelings(said: Answers) -> dict[str, str]:
    """What is wrong with the words: none, or more than three."""
    chosen = read_feeling_words(said)
    if not chosen:
        return {"words": words.CHOOSE_A_FEELING}
    try:
        _ = [FeelingStrength(word=word, strength=0) for word in chosen.values()]
    except ValidationError as error:
        return find_field_errors(error, lambda _: "own")
    return {"words": words.AT_MOST_THREE} if len(chosen) > MAX_FEELINGS else {}


def draw_strengths(ask: QuestionForm) -> list[Component]:
    """A scale for each word."""
    scales = [
        ask.scale(field, words.feeling_label(word)) for field, word in read_feeling_words(ask.values).items()
    ]
    return scales or [html.P(words.NO_WORD, className="note")]


def check_strengths(said: Answers) -> dict[str, str]:
    """Which words have no number yet."""
    return {
        field: words.CHOOSE_A_STRENGTH
        for field in read_feeling_words(said)
        if get_number(said, field) is None
    }


def read_feeling_words(said: Answers) -> dict[str, str]:
    """The words chosen, by the field of their strength."""
    own = get_line(said, "own")
    chosen = {f"strength-{word}": word for word in get_choices(said, "words")}
    return chosen | ({"strength-own": own} if own else {})


def build_feelings(said: Answers) -> tuple[FeelingStrength, ...]:
    """The feelings said, those without a number left out."""
    numbered = [(word, get_number(said, field)) for field, word in read_feeling_words(said).items()]
    return tuple(FeelingStrength(word=word, strength=n) for word, n in numbered if n is not None)[
        :MAX_FEELINGS
    ]


def check_in_answers(check_in: CheckIn) -> dict[str, Any]:
    """The fields a check-in was made from."""
    said: dict[str, Any] = {"words": [], "own": "", "body": check_in.body, "kind-own": check_in.kind_sentence}
    for feeling in check_in.feelings:
        own = feeling.word not in words.list_feelings()
        if own:
            said["own"] = feeling.word
        else:
            said["words"].append(feeling.word)
        said["strength-own" if own else f"strength-{feeling.word}"] = str(feeling.strength)
    return said


def draw_kind_sentence(sentence: str) -> list[Component]:
    """The kind sentence that was chosen or written."""
    return [html.Blockquote(sentence, className="says")] if sentence else []


def find_coming_check_in(history: History, today: date) -> CheckIn | None:
    """The latest check-in of today that was not on leaving."""
    return next((c for c in reversed(history.check_ins) if c.on == today and not c.leaving), None)


def find_leaving_check_in(history: History, came: CheckIn) -> CheckIn | None:
    """The check-in on leaving that belongs to `came`: the last one of that day after it."""
    after = history.check_ins[history.check_ins.index(came) + 1 :]
    same_day = [c for c in after if c.on == came.on]
    until_next = same_day[: next((n for n, c in enumerate(same_day) if not c.leaving), len(same_day))]
    return until_next[-1] if until_next else None


def pair_strengths(came: CheckIn, left: CheckIn) -> list[tuple[str, int, int]]:
    """Each feeling named both times, with its two numbers."""
    now: Mapping[str, int] = {feeling.word: feeling.strength for feeling in left.feelings}
    return [(f.word, f.strength, now[f.word]) for f in came.feelings if f.word in now]


def draw_before_after(came: CheckIn, left: CheckIn) -> list[Component]:
    """Both times, beside each other."""
    rows = [
        html.Li(
            [
                html.Span(words.before_after(*pair), className="pair-words"),
                html.Span(
                    [html.Span(className="dot then", style={"left": f"{pair[1] * 20}%"}),
                     html.Span(className="dot now", style={"left": f"{pair[2] * 20}%"})],
                    className="track", **{"aria-hidden": "true"},
                ),
            ]
        )
        for pair in pair_strengths(came, left)
    ]  # fmt: skip
    return [html.Ul(rows, className="pairs")] if rows else []


def draw_offer_if_strong(here: Session, said: Answers) -> list[Component]:
    """To close or to reach someone: where a number is at the top, or rose by two or more since coming."""
    now = build_feelings(said)
    came = find_coming_check_in(here.history, here.today())
    then = {feeling.word: feeling.strength for feeling in came.feelings} if came else {}
    rose = any(f.strength - then.get(f.word, f.strength) >= OFFER_AFTER_RISE for f in now)
    if not rose and not any(f.strength == TOP_STRENGTH for f in now):
        return []
    return draw_offer(here, words.ROSE_OFFER if rose else words.TOP_OFFER)


def draw_offer(here: Session, says: str) -> list[Component]:
    """The person's own plan, their people and help lines, and closing: offered, never forced."""
    ways = [
        page_button("close", words.CLOSE, where="offer"),
        page_button("help", words.SEE_HELP, where="offer"),
    ]
    return [
        html.Div([html.P(says), *draw_stop_plan(here), html.Div(ways, className="row")], className="offer")
    ]


def draw_stop_plan(here: Session) -> list[Component]:
    """The person's own plan, if there is one."""
    plan = here.history.stop_plan
    rows = [html.Li(line) for line in (*plan.do, *plan.call)]
    return [html.H3(words.YOUR_PLAN), html.Ol(rows)] if rows else []
