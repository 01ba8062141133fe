"""What can be ticked in a plan: controls, and one tree of people, moments and lines; and reading it back."""

from collections.abc import Collection
from itertools import groupby
from typing import Any

from dash import html
from dash.development.base_component import Component

from models.dates import EARLIEST_YEAR, LATEST_YEAR
from models.history import KINDS, History
from models.sharing import SharePlan, StepKind
from timeline import redaction as share
from timeline.messages import report as report_words
from timeline.messages import share_page as say
from timeline.messages import share_steps as step_words
from timeline.messages.dates import format_date
from timeline.messages.kinds import kind_labels
from timeline.study.evidence import count_tags
from timeline.study.study import Study
from timeline.ui.controls import button
from timeline.ui.forms.controls import boxes, multi_select, number, radios, text_line

_MAX_HEADLINE_LETTERS = 90  # letters of a headline in the tree


def draw_choices(study: Study, plan: SharePlan) -> list[Component]:
    """The controls of a plan, all but the people and moments."""
    history = study.history
    sided = [one for one in count_tags(study) if one.side != "neither"]
    people = [(bond.id, bond.name) for bond in history.relationships]
    years = plan.years or (None, None)
    kinds = KINDS if plan.kinds is None else plan.kinds
    return [
        text_line(say.PLAN_NAME, _choice_id("name"), plan.name, hint=say.PLAN_NAME_HINT, debounce=True),
        boxes(say.SECTIONS, _choice_id("sections"), list(report_words.PARTS.items()), list(plan.sections)),
        html.Div([
            radios(say.NAMES, _choice_id("names"), say.NAME_STYLES, plan.names, look="boxes"),
            radios(say.ME, _choice_id("me"), say.ME_STYLES, plan.me, look="boxes"),
            radios(say.DATE_STYLE, _choice_id("dates"), say.DATE_STYLES, plan.dates, look="boxes"),
        ], className="pairs-of-choices"),
        multi_select(
            say.THREADS, _choice_id("threads"), [(one.tag, one.label) for one in sided], plan.threads,
            hint=say.THREADS_HINT, maxValues=3, clearable=True,
        ),
        multi_select(
            say.HOLD_BACK, _choice_id("not_yet"), people,
            [id_ for id_ in plan.not_yet if id_ in history.by_id],
            hint=say.HOLD_BACK_HINT, clearable=True,
        ),
        boxes(say.KINDS, _choice_id("kinds"), list(kind_labels().items()), list(kinds)),
        html.Div([
            *(number(label, _choice_id(end), year, debounce=True)
              for end, label, year in (("from", say.YEARS_FROM, years[0]), ("to", say.YEARS_TO, years[1]))),
        ], className="row"),
        html.Div(button(say.DELETE_PLAN, {"kind": "plan-delete", "id": plan.id}, "quiet"), className="row"),
        html.Div([html.H3(say.PEOPLE), html.P(say.PEOPLE_NOTE, className="note")]),
    ]  # fmt: skip


def build_tree(history: History, plan: SharePlan) -> dict[str, Any]:
    """People, their moments and the lines of the steps with what is ticked, for the browser to lay out."""
    style: dict[str, str] = dict(plan.names_of)
    also: dict[str, list[str]] = {}
    for id_, other in plan.also_called:
        also.setdefault(id_, []).append(other)
    people, counted_, words, stories = (
        set(ids) for ids in (plan.relationships, plan.episodes, plan.headlines, plan.stories)
    )
    moments: dict[str, list[list[Any]]] = {bond.id: [] for bond in history.relationships}
    for e in history.episodes:
        label = (
            e.headline
            if len(e.headline) <= _MAX_HEADLINE_LETTERS
            else e.headline[: _MAX_HEADLINE_LETTERS - 1] + "…"
        )
        ticked = [e.id in counted_, e.id in words, e.id in stories]
        moments[e.relationship].append([e.id, f"{e.when.as_written}: {label}", bool(e.story), *ticked])
    return {
        "plan": plan.id,
        "words": say.TREE,
        "styles": [["", say.OWN_STYLE], *say.NAME_STYLES],
        "people": [
            {
                "id": bond.id, "name": bond.name, "on": bond.id in people, "style": style.get(bond.id, ""),
                "also": ", ".join(also.get(bond.id, ())), "moments": moments[bond.id],
            }
            for bond in history.relationships
        ],
        "steps": _steps(history, set(plan.steps)),
    }  # fmt: skip


def _steps(history: History, ticked: Collection[tuple[StepKind, str]]) -> list[dict[str, Any]]:
    """What was written in each step, as (collection, id, where and when, all its texts, whether ticked)."""
    steps = []
    for step, of in groupby(share.collect_step_lines(history), key=lambda line: line.step):
        lines = [
            [
                line.kind,
                line.id,
                step_words.line_context(
                    line.heading,
                    line.subject,
                    format_date(line.written_on) if line.written_on else "",
                ),
                "\n".join(step_words.label_text(label, text) for label, text in line.texts),
                (line.kind, line.id) in ticked,
            ]
            for line in of
        ]
        steps.append(
            {"title": step_words.step(step), "count": step_words.count_lines(len(lines)), "lines": lines}
        )
    return steps


def apply_ticks(
    history: History, plan: SharePlan, told: dict[str, Any], ticks: dict[str, Any] | None
) -> SharePlan:
    """`plan` as it stands on the page.

    Args:
        history: whose entries may be ticked; anything else is left out.
        plan: as it was.
        told: the values of the controls by field; one that is not there stays as it was.
        ticks: what the tree says, or None where nobody touched it.

    Raises:
        pydantic.ValidationError: a value does not fit.
    """
    fields: dict[str, Any] = plan.model_dump()
    if isinstance(name := told.get("name"), str) and name.strip():
        fields["name"] = name.strip()
    for field in ("names", "me", "dates"):
        fields[field] = told.get(field) or fields[field]
    if "sections" in told:
        fields["sections"] = tuple(key for key in report_words.PARTS if key in (told["sections"] or ()))
    if "threads" in told:
        fields["threads"] = tuple(told["threads"] or ())
    if "not_yet" in told:
        others = tuple(id_ for id_ in plan.not_yet if id_ not in history.by_id)
        fields["not_yet"] = (*others, *(told["not_yet"] or ()))
    if "kinds" in told:
        kinds = tuple(kind for kind in KINDS if kind in (told["kinds"] or ()))
        fields["kinds"] = None if kinds == KINDS else kinds
    if "from" in told and "to" in told:
        fields["years"] = _years(told["from"], told["to"])
    if ticks:
        fields |= _read_ticks(history, ticks)
    return SharePlan.model_validate(fields)


def _read_ticks(history: History, ticks: dict[str, Any]) -> dict[str, Any]:
    """What the tree says is ticked, in order of entry, and how each person is named."""
    moments = [episode.id for episode in history.episodes]
    fields: dict[str, Any] = {
        "relationships": _keep_known_ids(list(history.by_id), ticks.get("relationships"))
    }
    for field in ("episodes", "headlines", "stories"):
        fields[field] = _keep_known_ids(moments, ticks.get(field))
    told = ticks.get("steps")
    wanted = {tuple(pair) for pair in told if isinstance(pair, list)} if isinstance(told, list) else set()
    fields["steps"] = tuple(
        (line.kind, line.id) for line in share.collect_step_lines(history) if (line.kind, line.id) in wanted
    )
    styles, also = ticks.get("styles"), ticks.get("also")
    fields["names_of"] = tuple(
        (id_, style)
        for id_, style in (styles.items() if isinstance(styles, dict) else ())
        if style and id_ in history.by_id
    )
    fields["also_called"] = tuple(
        (id_, other.strip())
        for id_, others in (also.items() if isinstance(also, dict) else ())
        if id_ in history.by_id and isinstance(others, str)
        for other in others.split(",")
        if other.strip()
    )
    return fields


def _keep_known_ids(known: list[str], ticked: object) -> tuple[str, ...]:
    wanted = {id_ for id_ in ticked if isinstance(id_, str)} if isinstance(ticked, list) else set()
    return tuple(id_ for id_ in known if id_ in wanted)


def _years(first: object, last: object) -> tuple[int, int] | None:
    """A stretch of years; open ends reach as far as dates can."""
    ends = [int(end) if isinstance(end, int | float) else None for end in (first, last)]
    return None if ends == [None, None] else (ends[0] or EARLIEST_YEAR, ends[1] or LATEST_YEAR)


def _choice_id(field: str) -> dict[str, str | int]:
    return {"kind": "plan-choice", "field": field}
