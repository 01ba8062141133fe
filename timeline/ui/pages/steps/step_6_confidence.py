"""Step 6, confidence building: things done, with two numbers; own strengths; the weeks beside what hurt."""

from datetime import date, timedelta
from typing import Any

from dash import html
from dash.development.base_component import Component

from models.history import History
from models.steps import Activity, Strength
from timeline.messages import dates
from timeline.messages import steps as words
from timeline.messages.grammar import count_with_noun
from timeline.ui.forms.field_values import get_line, get_number, text_of_number
from timeline.ui.forms.walk import Answers, EntryList, Question, Step, Walk, WalkResult, keep_entry
from timeline.ui.forms.walk_buttons import QuestionForm, new_id
from timeline.ui.session import Session

_TEXT = "steps/6-able"
_WEEKS, _WEEK = 12, timedelta(days=7)
_HURT_FROM_STRENGTH = 3  # from here on a check-in stands among what hurt


def _draw_activity_line(ask: QuestionForm) -> list[Component | None]:
    return [ask.line("text", words.ACTIVITY_LABEL, words.ACTIVITY_HINT)]


def _draw_strength_line(ask: QuestionForm) -> list[Component | None]:
    return [ask.line("text", words.STRENGTH_LABEL, words.STRENGTH_HINT)]


def _check_text(said: Answers) -> dict[str, str]:
    return {} if get_line(said, "text") else {"text": words.SAY_SOMETHING}


def _draw_ratings(ask: QuestionForm) -> list[Component]:
    return [
        ask.scale("enjoyment", words.ENJOYMENT, words.NOT_AT_ALL, words.VERY_MUCH),
        ask.scale("done", words.SENSE_OF_DONE, words.NOT_AT_ALL, words.VERY_MUCH),
    ]


def _build_activity(here: Session, said: Answers, of: str, before: str | None) -> WalkResult:
    was = next((one for one in here.history.activities if one.id == of), None)
    entry = Activity(
        id=of or new_id(),
        on=was.on if was else here.today(),
        text=get_line(said, "text"),
        enjoyment=get_number(said, "enjoyment"),
        sense_of_done=get_number(said, "done"),
    )
    return keep_entry(entry, words.ACTIVITY, of, before)


def _activity_answers(_: History, entry: Activity) -> dict[str, Any]:
    numbers = {"enjoyment": entry.enjoyment, "done": entry.sense_of_done}
    return {"text": entry.text, **{field: text_of_number(value) for field, value in numbers.items()}}


def _describe_activity(_: Session, entry: Activity) -> tuple[str, str]:
    said = words.ratings(entry.enjoyment, entry.sense_of_done)
    return entry.text, ", ".join(part for part in (dates.format_date(entry.on), said) if part)


def _build_strength(here: Session, said: Answers, of: str, before: str | None) -> WalkResult:
    entry = Strength(id=of or new_id(), text=get_line(said, "text"))
    return keep_entry(entry, words.STRENGTH, of, before)


def _strength_answers(_: History, entry: Strength) -> dict[str, Any]:
    return {"text": entry.text}


def _describe_strength(_: Session, entry: Strength) -> tuple[str, str]:
    return entry.text, ""


# -- the weeks -----------------------------------------------------------------------------------------


def _draw_weeks_card(here: Session) -> list[Component]:
    weeks = _draw_weeks(here)
    return [html.Section(weeks, className="card aside-of-step")] if weeks else []


def _draw_weeks(here: Session) -> list[Component]:
    """The last twelve weeks: what hurt in each, and what was done, with its numbers as bars."""
    history, today = here.history, here.today()
    first = today - timedelta(days=today.weekday()) - (_WEEKS - 1) * _WEEK
    starts = [first + n * _WEEK for n in range(_WEEKS)]
    done = [[one for one in history.activities if start <= one.on < start + _WEEK] for start in starts]
    if not any(done):
        return []
    rows = [
        html.Tr(
            [
                html.Th(dates.format_short_date(start), scope="row"),
                html.Td(", ".join(_list_hurts(history, start, today)), className="hurt"),
                html.Td(count_with_noun(len(these), "activity") if these else ""),
                html.Td(
                    _draw_mean_bar([one.enjoyment for one in these]), **{"data-label": words.ENJOYED_COLUMN}
                ),
                html.Td(
                    _draw_mean_bar([one.sense_of_done for one in these]), **{"data-label": words.FELT_DONE}
                ),
            ]
        )
        for start, these in zip(starts, done, strict=True)
    ]
    columns = (words.WEEK, words.HURT_COLUMN, words.DID, words.ENJOYED_COLUMN, words.FELT_DONE)
    head = html.Thead(html.Tr([html.Th(column, scope="col") for column in columns]))
    table = html.Table([head, html.Tbody(rows)], className="weeks")
    heading = [html.H2(words.WEEKS_TITLE), html.P(words.WEEKS_NOTE, className="note")]
    return [*heading, html.Div(table, className="weeks-box", tabIndex=0)]


def _list_hurts(history: History, start: date, today: date) -> list[str]:
    """What hurt in that week: check-ins from 3 up, and painful moments whose date is within it."""
    strongest = [
        max(feeling.strength for feeling in one.feelings)
        for one in history.check_ins
        if start <= one.on < start + _WEEK and one.feelings
    ]
    told = (
        [words.check_in_strength(max(strongest))]
        if strongest and max(strongest) >= _HURT_FROM_STRENGTH
        else []
    )
    for one in history.episodes:
        span = history.span(one.when, today)
        within = span and start <= span.first and span.last < start + _WEEK
        hurt = one.direction != "given" and "painful" in history.vocabulary.sides_of(one.tags)
        if within and hurt:
            told.append(one.headline)
    return told


def _draw_mean_bar(numbers: list[int | None]) -> list[Component]:
    """The mean of these numbers of 0 to 5 as a bar with its number."""
    known = [n for n in numbers if n is not None]
    if not known:
        return []
    mean = sum(known) / len(known)
    bar = html.Span(className="bar", style={"width": f"{mean * 12:.0f}%"}, **{"aria-hidden": "true"})
    return [bar, html.Span(f"{mean:.1f}".removesuffix(".0"))]


ACTIVITY = Walk(
    "activity",
    _TEXT,
    (
        Question("what", _draw_activity_line, _check_text),
        Question("how", _draw_ratings),
    ),
    _build_activity,
    model=Activity,
    load_answers=_activity_answers,
    draw_after=lambda here, _: _draw_weeks(here),
)
STRENGTH = Walk(
    "strength",
    _TEXT,
    (Question("what", _draw_strength_line, _check_text),),
    _build_strength,
    model=Strength,
    load_answers=_strength_answers,
)
STEP = Step(
    "able",
    6,
    _TEXT,
    walks=(ACTIVITY, STRENGTH),
    list_entry_lists=lambda: (
        EntryList("activities", words.ACTIVITIES, "activity", _describe_activity, "activity"),
        EntryList("strengths", words.STRENGTHS, "strength", _describe_strength, "strength"),
    ),
    draw_extras=_draw_weeks_card,
)
