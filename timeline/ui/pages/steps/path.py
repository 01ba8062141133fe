"""The path of seven: what each is about, what was done in counts and dates, and where one was."""

from collections.abc import Sequence
from datetime import date

from dash import html
from dash.development.base_component import Component

from timeline.messages import steps as words
from timeline.ui import sitting
from timeline.ui.controls import go_to
from timeline.ui.forms.asking import Step
from timeline.ui.forms.asking import progress as far
from timeline.ui.here import Here

PAGE = "steps"


def draw(here: Here, steps: Sequence[Step]) -> Component:
    """The path."""
    head = [html.H1(words.TITLE), html.P(f"{words.NOTE} {words.FIVE_MINUTES}", className="note")]
    about = go_to("help", words.ABOUT_METHOD, "link", where="path", focus="method")
    rows = [_row(here, step) for step in steps if step.number]
    return html.Div(
        [
            html.Div(head, className="step-head"),
            *_where(here, steps),
            html.Ol(rows, className="path"),
            html.Div([about], className="row"),
        ],
        className="step",
    )


def _where(here: Here, steps: Sequence[Step]) -> list[Component]:
    """Where one was, if something there is waiting."""
    page, key, walk_key, of = sitting.place(here.desk)
    step = next((one for one in steps if one.key == key), None)
    walk = step.walk(walk_key) if step and page == PAGE else None
    if step is None or walk is None or far.read(here.desk, walk, of) is None:
        return []
    focus = "/".join(part for part in (key, walk_key, of) if part)
    go = go_to(PAGE, words.go_on(f"{step.text.title}, {walk.name}"), "main", where="where", focus=focus)
    return [html.Section([html.P(words.WAITING, className="note"), go], className="card where")]


def _row(here: Here, step: Step) -> Component:
    begun = any(far.read(here.desk, walk, "") for walk in step.walks)
    counts = "; ".join(_counts(here, step))
    done = [part for part in (counts, words.WAITING if begun else "") if part] or [words.NOT_YET]
    said = [
        go_to(PAGE, step.text.title, "link", where=f"path-{step.number}", focus=step.key),
        html.P(step.text.note, className="note"),
        html.P(" · ".join(done), className="done"),
    ]
    number = html.Span(str(step.number), className="number", **{"aria-hidden": "true"})
    return html.Li([number, html.Div(said)])


def _counts(here: Here, step: Step) -> list[str]:
    """What was written in a step: counts, and the last day where there is one."""
    told = []
    for listed in step.lists:
        entries = [e for e in getattr(here.history, listed.kind) if listed.among(here.history, e)]
        days: list[date] = [entry.on for entry in entries if isinstance(getattr(entry, "on", None), date)]
        if entries:
            told.append(
                words.last_on(len(entries), listed.one, listed.title.lower(), max(days, default=None))
            )
    return told
