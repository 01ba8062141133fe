"""The path of seven: what each is about, what was done in counts and dates, and where one was."""

from collections.abc import Sequence
from datetime import date

from dash import html
from dash.development.base_component import Component

from timeline.messages import steps as words
from timeline.ui import steps_session as sitting
from timeline.ui.controls import page_button
from timeline.ui.forms import walk_progress as far
from timeline.ui.forms.walk import Step
from timeline.ui.session import Session

PAGE = "steps"


def draw_path(here: Session, steps: Sequence[Step]) -> Component:
    """The path."""
    head = [html.H1(words.TITLE), html.P(f"{words.NOTE} {words.FIVE_MINUTES}", className="note")]
    about = page_button("help", words.ABOUT_METHOD, "link", where="path", focus="method")
    rows = [_draw_step_row(here, step) for step in steps if step.number]
    return html.Div(
        [
            html.Div(head, className="step-head"),
            *_draw_resume_card(here, steps),
            html.Ol(rows, className="path"),
            html.Div([about], className="row"),
        ],
        className="step",
    )


def _draw_resume_card(here: Session, steps: Sequence[Step]) -> list[Component]:
    """Where one was, if something there is waiting."""
    page, key, walk_key, of = sitting.load_place(here.desk)
    step = next((one for one in steps if one.key == key), None)
    walk = step.find_walk(walk_key) if step and page == PAGE else None
    if step is None or walk is None or far.load_progress(here.desk, walk, of) is None:
        return []
    focus = "/".join(part for part in (key, walk_key, of) if part)
    go = page_button(
        PAGE, words.resume_label(f"{step.text.title}, {walk.name}"), "main", where="where", focus=focus
    )
    return [html.Section([html.P(words.WALK_WAITING, className="note"), go], className="card where")]


def _draw_step_row(here: Session, step: Step) -> Component:
    begun = any(far.load_progress(here.desk, walk, "") for walk in step.walks)
    counts = "; ".join(_describe_counts(here, step))
    done = [part for part in (counts, words.WALK_WAITING if begun else "") if part] or [words.NOT_YET]
    said = [
        page_button(PAGE, step.text.title, "link", where=f"path-{step.number}", focus=step.key),
        html.P(step.text.note, className="note"),
        html.P(" · ".join(done), className="done"),
    ]
    number = html.Span(str(step.number), className="number", **{"aria-hidden": "true"})
    return html.Li([number, html.Div(said)])


def _describe_counts(here: Session, step: Step) -> list[str]:
    """What was written in a step: counts, and the last day where there is one."""
    told = []
    for listed in step.list_entry_lists():
        entries = listed.list_entries(here.history)
        days: list[date] = [entry.on for entry in entries if isinstance(getattr(entry, "on", None), date)]
        if entries:
            told.append(words.last_on(len(entries), listed.entry_name, max(days, default=None)))
    return told
