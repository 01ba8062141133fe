"""Step 6, confidence building: things done, with two numbers; own strengths; the weeks beside what hurt."""

from datetime import date, timedelta
from typing import Any

from dash import html
from dash.development.base_component import Component

from models.changes import Change
from models.history import History, entry_text
from models.steps import Activity, Strength
from timeline.messages import dates
from timeline.messages import steps as words
from timeline.messages.grammar import count_with_noun
from timeline.messages.help_texts import load_text
from timeline.ui.checkin import read_number
from timeline.ui.forms.asking import (
    Answers,
    EntryList,
    Question,
    QuestionForm,
    Step,
    Walk,
    WalkResult,
    new_id,
)
from timeline.ui.session import Session

_TEXT = load_text("steps/6-able")
_WEEKS, _WEEK = 12, timedelta(days=7)
_HURT_FROM_STRENGTH = 3  # from here on a check-in stands among what hurt


def _draw_activity_line(ask: QuestionForm) -> list[Component]:
    return [ask.draw_line("text", words.ACTIVITY_LABEL, words.ACTIVITY_HINT)]


def _draw_strength_line(ask: QuestionForm) -> list[Component]:
    return [ask.draw_line("text", words.STRENGTH_LABEL, words.STRENGTH_HINT)]


def _check_text(said: Answers) -> dict[str, str]:
    written = str(said.get("text") or "").strip()
    if not written:
        return {"text": words.SAY_SOMETHING}
    return {"text": words.HEADLINE_LONG} if len(written) > 140 else {}


def _draw_ratings(ask: QuestionForm) -> list[Component]:
    return [
        ask.draw_scale("enjoyment", words.ENJOYMENT, words.NOT_AT_ALL, words.VERY_MUCH),
        ask.draw_scale("done", words.SENSE_OF_DONE, words.NOT_AT_ALL, words.VERY_MUCH),
    ]


def _build_activity(here: Session, said: Answers, of: str, before: str | None) -> WalkResult:
    was = next((one for one in here.history.activities if one.id == of), None)
    entry = Activity(
        id=of or new_id(),
        on=was.on if was else here.today(),
        text=str(said["text"]).strip(),
        enjoyment=read_number(said, "enjoyment"),
        sense_of_done=read_number(said, "done"),
    )
    what = (words.change_undo_name if of else words.addition_undo_name)(words.ACTIVITY)
    return WalkResult(what, (Change("activities", entry.id, before, entry_text(entry)),))


def _activity_answers(_: History, entry: Activity) -> dict[str, Any]:
    numbers = {"enjoyment": entry.enjoyment, "done": entry.sense_of_done}
    return {"text": entry.text} | {
        field: None if value is None else str(value) for field, value in numbers.items()
    }


def _describe_activity(_: Session, entry: Activity) -> tuple[str, str]:
    said = words.ratings(entry.enjoyment, entry.sense_of_done)
    return entry.text, ", ".join(part for part in (dates.format_date(entry.on), said) if part)


def _build_strength(here: Session, said: Answers, of: str, before: str | None) -> WalkResult:
    entry = Strength(id=of or new_id(), text=str(said["text"]).strip())
    what = (words.change_undo_name if of else words.addition_undo_name)(words.STRENGTH)
    return WalkResult(what, (Change("strengths", entry.id, before, entry_text(entry)),))


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
    key="activity",
    text=_TEXT,
    questions=(
        Question("what", _draw_activity_line, _check_text),
        Question("how", _draw_ratings),
    ),
    build_result=_build_activity,
    load_answers=_activity_answers,
    draw_after=lambda here, _: _draw_weeks(here),
)
STRENGTH = Walk(
    key="strength",
    text=_TEXT,
    questions=(Question("what", _draw_strength_line, _check_text),),
    build_result=_build_strength,
    load_answers=_strength_answers,
)
STEP = Step(
    key="able",
    number=6,
    text=_TEXT,
    walks=(ACTIVITY, STRENGTH),
    list_entry_lists=lambda: (
        EntryList("activities", words.ACTIVITIES, "activity", _describe_activity, "activity"),
        EntryList("strengths", words.STRENGTHS, "strength", _describe_strength, "strength"),
    ),
    draw_extras=_draw_weeks_card,
)
