"""What was written in the seven steps, line by line as ticked, in the order of the steps."""

from collections.abc import Iterable
from itertools import groupby

from timeline.messages import share_steps as say
from timeline.redaction import StepLine, shared_step_lines
from timeline.report.sections import Block, ReportContext

KEY = "steps"


def build_blocks(printed: ReportContext) -> Iterable[Block]:
    """One part a step, with a heading for each kind of line in it."""
    told = shared_step_lines(printed.history)
    if told:
        by_step = groupby(told, key=lambda line: line.step)
        steps = [{"title": say.step(number), "groups": _group_lines(printed, of)} for number, of in by_step]
        yield {"kind": "steps", "title": say.TITLE, "steps": steps}


def _group_lines(printed: ReportContext, told: Iterable[StepLine]) -> list[Block]:
    by_heading = groupby(told, key=lambda line: line.heading)
    return [
        {"label": heading, "lines": [_build_line(printed, one) for one in of]} for heading, of in by_heading
    ]


def _build_line(printed: ReportContext, line: StepLine) -> Block:
    birth = printed.history.birth
    when = (
        say.format_day(line.written_on, printed.plan.dates, birth.first.year if birth else None)
        if line.written_on
        else ""
    )
    return {"when": when, "about": line.subject, "says": [list(pair) for pair in line.texts]}
