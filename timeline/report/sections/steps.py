"""What was written in the seven steps, line by line as ticked, in the order of the steps."""

from collections.abc import Iterable
from itertools import groupby

from timeline.messages import share_steps as say
from timeline.redaction import Line, lines_leaving
from timeline.report.sections import Block, Printed

KEY = "steps"


def blocks(printed: Printed) -> Iterable[Block]:
    """One part a step, with a heading for each kind of line in it."""
    told = lines_leaving(printed.history)
    if told:
        by_step = groupby(told, key=lambda line: line.step)
        steps = [{"title": say.step(number), "groups": _groups(printed, of)} for number, of in by_step]
        yield {"kind": "steps", "title": say.TITLE, "steps": steps}


def _groups(printed: Printed, told: Iterable[Line]) -> list[Block]:
    by_heading = groupby(told, key=lambda line: line.heading)
    return [{"label": heading, "lines": [_line(printed, one) for one in of]} for heading, of in by_heading]


def _line(printed: Printed, line: Line) -> Block:
    birth = printed.history.birth
    when = say.dated(line.on, printed.plan.dates, birth.first.year if birth else None) if line.on else ""
    return {"when": when, "about": line.about, "says": [list(pair) for pair in line.says]}
