"""The pages for the therapist: one file a part, each turning a study into blocks of plain data.

`report.build_report` lists them in order. A block is a dictionary of texts, numbers and lists with a `kind`,
the name of the function in `assets/report/` that draws it. Lengths are mm; an age stands at the same place
across the page in every strip and in the picture.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cached_property
from math import isnan
from typing import Any, Protocol

import numpy as np

from models.history import History
from models.sharing import SharePlan
from timeline.messages import lifeline as said
from timeline.messages import report as say
from timeline.messages import report_picture as drawn
from timeline.picture.lifeline import MM_PER_PX, Measure, Sheet
from timeline.picture.lifeline.scale import Scale, build_scale
from timeline.report import thread_strip as strip
from timeline.study.evidence import count_tags
from timeline.study.study import Study
from timeline.study.tag_threads import TagThread, ThreadEntry, build_tag_thread, format_age_or_year

Block = dict[str, Any]

PT_PER_PX = MM_PER_PX * 72 / 25.4
_END_LABEL_MM = 15.0
"""mm kept free of other labels at the right end of a strip."""
_MAX_THREADS = 3
"""On the first page, where none were picked."""


def label_entry(entry: ThreadEntry) -> str:
    """Someone and when: Father, 11."""
    return say.name_with_date(entry.name, entry.age_or_year)


class Section(Protocol):
    """A file of this folder.

    Attributes:
        KEY: the key of `timeline.messages.report.PARTS` it is ticked by; "" if it is always there.
    """

    KEY: str

    def build_blocks(self, printed: "ReportContext") -> Iterable[Block]:
        """What it puts on paper, in order; nothing if it has nothing to say."""


@dataclass(frozen=True)
class ReportContext:
    """What the pages are made from.

    Attributes:
        study: of the history that leaves.
        measure: how wide words come out, for the picture.
        width: mm between the margins.
        height: mm between them, down the page.
    """

    study: Study
    measure: Measure
    width: float
    height: float = 255.0

    @property
    def history(self) -> History:
        """What leaves."""
        return self.study.history

    @property
    def plan(self) -> SharePlan:
        """What of the plan is needed to print it."""
        return self.history.share_plans[0]

    def has_part(self, key: str) -> bool:
        """Whether this part was ticked."""
        return key in self.plan.sections

    @cached_property
    def names(self) -> tuple[str, ...]:
        """What each relationship is called, by row of `relationships`."""
        return tuple(self.study.relationships.name.tolist())

    @cached_property
    def sheet(self) -> Sheet:
        """What the picture is drawn on, whatever its height."""
        return Sheet.for_paper(self.measure, self.width)

    def count_lines(self, words: Iterable[str], points: float, between: float) -> int:
        """In how many lines `words` stand across the page.

        Args:
            words: each of them is never broken.
            points: size of their letters.
            between: mm from one to the next.
        """
        lines, x = 1, 0.0
        for one in words:
            wide = self.measure(one, points / PT_PER_PX) * MM_PER_PX + between
            lines, x = (lines, x + wide) if x + wide <= self.width + between or not x else (lines + 1, wide)
        return lines

    @property
    def gutter(self) -> float:
        """How far right the main column and the axis begin, mm."""
        return round(self.sheet.axis_left * MM_PER_PX, 2)

    @cached_property
    def time_scale(self) -> Scale:
        """The axis of the picture, which leaves room for a hope where one is printed."""
        hope = self.has_part("lifeline") and any(one.hope.strip() for one in self.history.reflections)
        return build_scale(self.study, self.sheet, hope)

    @property
    def axis_length(self) -> float:
        """How long the axis is from its first day to its last, mm."""
        return (self.time_scale.right - self.time_scale.left) * MM_PER_PX

    def year_to_mm(self, t: float) -> float:
        """Where the decimal year `t` stands, mm from where the axis begins."""
        along = self.time_scale
        return round((along.clamp_x(along.year_to_x(t)) - along.left) * MM_PER_PX, 2)

    def format_age(self, t: float) -> str:
        """The age at `t`, or the year where no age is known; "" for NaN."""
        return format_age_or_year(self.study, t)

    @property
    def axis_ends(self) -> tuple[str, str]:
        """What stands at both ends of the axis."""
        study = self.study
        if isnan(study.birth):
            return str(int(study.begin)), said.axis_end_label(study.is_life_over, None)
        return said.BORN, said.axis_end_label(study.is_life_over, study.age(study.end - 1e-6))

    @cached_property
    def axis_ticks(self) -> tuple[Block, ...]:
        """Labelled places of the axis between its ends."""
        study = self.study
        origin = 0.0 if isnan(study.birth) else study.birth
        first, last = study.begin - origin, study.end - origin
        step = next((s for s in (1, 2, 5, 10, 20) if (last - first) / s <= 11), 50)
        places = np.arange(np.ceil(first / step) * step, last, step).tolist()
        kept = [(p, self.year_to_mm(p + origin)) for p in places if p > first]
        kept = [(p, x) for p, x in kept if 11.0 <= x <= self.axis_length - _END_LABEL_MM]
        named = [drawn.tick(int(p), age=bool(origin), first=n == 0) for n, (p, _) in enumerate(kept)]
        return tuple({"x": x, "says": name} for (_, x), name in zip(kept, named, strict=True))

    @cached_property
    def threads(self) -> tuple[TagThread, ...]:
        """The threads of the first page; the first one is the picture's."""
        return tuple(self.build_thread([tag]) for tag in self._choose_thread_tags())

    def _choose_thread_tags(self) -> Sequence[str]:
        counts = count_tags(self.study)
        if self.plan.threads:
            used = {one.tag for one in counts}
            return [tag for tag in self.plan.threads if tag in used]
        return [one.tag for one in counts if one.side == "painful" and one.relationships][:_MAX_THREADS]

    def build_thread(self, tags: Sequence[str]) -> TagThread:
        """The thread of `tags`."""
        return build_tag_thread(self.study, tags)

    def build_strip(self, thread: TagThread, *, ages: bool) -> Block:
        """A thread on the axis: its first moments numbered, later ones as dots, care after them as rings.

        Args:
            thread: what to draw.
            ages: whether the axis is labelled.
        """
        placed = [entry for entry in thread.first_entries if not isnan(entry.t)]
        at = [self.year_to_mm(entry.t) for entry in placed]
        numbered = len(placed) <= strip.MAX_NUMBERED
        later = [self.year_to_mm(e.t) for e in thread.all_entries if not e.number and not isnan(e.t)]
        first, last = self.axis_ends
        return {
            "kind": "strip",
            "side": thread.side,
            "ages": ages,
            "axis": round(self.axis_length, 2),
            "ticks": list(self.axis_ticks),
            "first": first,
            "last": last,
            "marks": [
                {"n": e.number * numbered, "x": x, "beside": beside, "side": e.side}
                for e, x, beside in zip(placed, at, strip.place_discs(at, self.axis_length), strict=True)
            ],
            "later": later,
            "cares": strip.place_rings(
                [self.year_to_mm(care.t) for care in thread.care_after], self.axis_length
            ),
            "spoken": drawn.spoken_strip(
                first,
                last,
                [f"{e.number} {label_entry(e)}" for e in thread.first_entries],
                [label_entry(e) for e in thread.care_after],
                painful=thread.side == "hurt",
            ),
        }
