"""Step 6, confidence building: things done, with two numbers; own strengths; the weeks beside what hurt."""

from datetime import date, timedelta
from typing import Any

from dash import html
from dash.development.base_component import Component

from models.changes import Change
from models.history import History, entry_text
from models.steps import Activity, Strength
from timeline.messages import steps as words
from timeline.messages.texts import text
from timeline.ui.checkin import number
from timeline.ui.forms.asking import Ask, Kept, Listed, Question, Said, Step, Walk, new_id
from timeline.ui.here import Here

_TEXT = text("steps/6-able")
_WEEKS, _WEEK = 12, timedelta(days=7)
_LOUD = 3  # from here on a check-in stands among what hurt


def _draw_what(label: str, hint: str) -> Any:
    def draw(ask: Ask) -> list[Component]:
        return [ask.line("text", label, hint)]

    return draw


def _wrong_what(said: Said) -> dict[str, str]:
    written = str(said.get("text") or "").strip()
    if not written:
        return {"text": words.SAY_SOMETHING}
    return {"text": words.HEADLINE_LONG} if len(written) > 140 else {}


def _draw_how(ask: Ask) -> list[Component]:
    return [
        ask.scale("enjoyment", words.ENJOYMENT, words.NOT_AT_ALL, words.VERY_MUCH),
        ask.scale("done", words.SENSE_OF_DONE, words.NOT_AT_ALL, words.VERY_MUCH),
    ]


def _keep(here: Here, said: Said, of: str, before: str | None) -> Kept:
    was = next((one for one in here.history.activities if one.id == of), None)
    entry = Activity(
        id=of or new_id(),
        on=was.on if was else here.today(),
        text=str(said["text"]).strip(),
        enjoyment=number(said, "enjoyment"),
        sense_of_done=number(said, "done"),
    )
    what = (words.edited if of else words.named)(words.ACTIVITY)
    return Kept(what, (Change("activities", entry.id, before, entry_text(entry)),))


def _fields(_: History, entry: Activity) -> dict[str, Any]:
    numbers = {"enjoyment": entry.enjoyment, "done": entry.sense_of_done}
    return {"text": entry.text} | {
        field: None if value is None else str(value) for field, value in numbers.items()
    }


def _line(_: Here, entry: Activity) -> tuple[str, str]:
    said = words.ratings(entry.enjoyment, entry.sense_of_done)
    return entry.text, ", ".join(part for part in (words.on(entry.on), said) if part)


def _keep_strength(here: Here, said: Said, of: str, before: str | None) -> Kept:
    entry = Strength(id=of or new_id(), text=str(said["text"]).strip())
    what = (words.edited if of else words.named)(words.STRENGTH)
    return Kept(what, (Change("strengths", entry.id, before, entry_text(entry)),))


def _strength_fields(_: History, entry: Strength) -> dict[str, Any]:
    return {"text": entry.text}


def _strength_line(_: Here, entry: Strength) -> tuple[str, str]:
    return entry.text, ""


# -- the weeks -----------------------------------------------------------------------------------------


def _beside(here: Here) -> list[Component]:
    weeks = _weeks(here)
    return [html.Section(weeks, className="card aside-of-step")] if weeks else []


def _weeks(here: Here) -> list[Component]:
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
                html.Th(words.short_day(start), scope="row"),
                html.Td(", ".join(_hurt(history, start, today)), className="hurt"),
                html.Td(words.counted(len(these), words.ACTIVITY, words.ACTIVITIES.lower()) if these else ""),
                html.Td(_bar([one.enjoyment for one in these]), **{"data-label": words.ENJOYED}),
                html.Td(_bar([one.sense_of_done for one in these]), **{"data-label": words.FELT_DONE}),
            ]
        )
        for start, these in zip(starts, done, strict=True)
    ]
    columns = (words.WEEK, words.HURT, words.DID, words.ENJOYED, words.FELT_DONE)
    head = html.Thead(html.Tr([html.Th(column, scope="col") for column in columns]))
    table = html.Table([head, html.Tbody(rows)], className="weeks")
    heading = [html.H2(words.WEEKS_TITLE), html.P(words.WEEKS_NOTE, className="note")]
    return [*heading, html.Div(table, className="weeks-box", tabIndex=0)]


def _hurt(history: History, start: date, today: date) -> list[str]:
    """What hurt in that week: check-ins from 3 up, and painful moments whose date is within it."""
    strongest = [
        max(feeling.strength for feeling in one.feelings)
        for one in history.check_ins
        if start <= one.on < start + _WEEK and one.feelings
    ]
    told = [words.checked_in(max(strongest))] if strongest and max(strongest) >= _LOUD else []
    for one in history.episodes:
        span = history.span(one.when, today)
        within = span and start <= span.first and span.last < start + _WEEK
        if within and "painful" in history.vocabulary.sides_of(one.tags):
            told.append(one.headline)
    return told


def _bar(numbers: list[int | None]) -> list[Component]:
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
        Question("what", _draw_what(words.ACTIVITY_LABEL, words.ACTIVITY_HINT), _wrong_what),
        Question("how", _draw_how),
    ),
    keep=_keep,
    fields=_fields,
    after=lambda here, _: _weeks(here),
)
STRENGTH = Walk(
    key="strength",
    text=_TEXT,
    questions=(Question("what", _draw_what(words.STRENGTH_LABEL, words.STRENGTH_HINT), _wrong_what),),
    keep=_keep_strength,
    fields=_strength_fields,
)
STEP = Step(
    key="able",
    number=6,
    text=_TEXT,
    walks=(ACTIVITY, STRENGTH),
    lists=(
        Listed("activities", words.ACTIVITIES, words.ACTIVITY, _line, "activity"),
        Listed("strengths", words.STRENGTHS, words.STRENGTH, _strength_line, "strength"),
    ),
    beside=_beside,
)
