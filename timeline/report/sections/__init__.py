"""The pages for the therapist: one file a part, each turning a study into blocks of plain data.

`report.report` lists them in order. A block is a dictionary of texts, numbers and lists with a `kind`, the
name of the function in `assets/report/` that draws it. Lengths are mm; an age stands at the same place across
the page in every strip and in the picture.
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
from timeline.messages import report_picture as drawn
from timeline.picture.lifeline import MM_PER_PX, Measure, Sheet
from timeline.picture.lifeline.scale import Scale, scale
from timeline.report import strip
from timeline.report.thread_entries import Followed, of_tags, when
from timeline.study.study import Study
from timeline.tables import Tables, words

Block = dict[str, Any]

PT_PER_PX = MM_PER_PX * 72 / 25.4
_END_WORDS = 15.0
"""mm kept free of other labels at the right end of a strip."""


class Section(Protocol):
    """A file of this folder.

    Attributes:
        KEY: the key of `timeline.messages.report.PARTS` it is ticked by; "" if it is always there.
    """

    KEY: str

    def blocks(self, printed: "Printed") -> Iterable[Block]:
        """What it puts on paper, in order; nothing if it has nothing to say."""


@dataclass(frozen=True)
class Printed:
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
    def tables(self) -> Tables:
        """The same as tables."""
        return self.study.tables

    @property
    def plan(self) -> SharePlan:
        """What of the plan is needed to print it."""
        return self.history.share_plans[0]

    def has(self, key: str) -> bool:
        """Whether this part was ticked."""
        return key in self.plan.sections

    @cached_property
    def names(self) -> tuple[str, ...]:
        """What each relationship is called, by row of `relationships`."""
        return tuple(words(self.tables.relationships, "name").tolist())

    @cached_property
    def sheet(self) -> Sheet:
        """What the picture is drawn on, whatever its height."""
        return Sheet.for_paper(self.measure, self.width)

    def lines(self, words: Iterable[str], points: float, between: float) -> int:
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
        return round(self.sheet.left * MM_PER_PX, 2)

    @cached_property
    def along(self) -> Scale:
        """The axis of the picture, which leaves room for a hope where one is printed."""
        hope = self.has("lifeline") and any(one.hope.strip() for one in self.history.reflections)
        return scale(self.tables, self.sheet, hope)

    @property
    def axis(self) -> float:
        """How long the axis is from its first day to its last, mm."""
        return (self.along.right - self.along.left) * MM_PER_PX

    def x(self, t: float) -> float:
        """Where the decimal year `t` stands, mm from where the axis begins."""
        along = self.along
        return round((along.inside(along.x(t)) - along.left) * MM_PER_PX, 2)

    def age(self, t: float) -> str:
        """The age at `t`, or the year where no age is known; "" for NaN."""
        return when(self.tables, t)

    @property
    def ends(self) -> tuple[str, str]:
        """What stands at both ends of the axis."""
        tables = self.tables
        if isnan(tables.birth):
            return str(int(tables.begin)), said.ending(tables.over, None)
        return said.BORN, said.ending(tables.over, tables.age(tables.end - 1e-6))

    @cached_property
    def ticks(self) -> tuple[Block, ...]:
        """Labelled places of the axis between its ends."""
        tables = self.tables
        origin = 0.0 if isnan(tables.birth) else tables.birth
        first, last = tables.begin - origin, tables.end - origin
        step = next((s for s in (1, 2, 5, 10, 20) if (last - first) / s <= 11), 50)
        places = np.arange(np.ceil(first / step) * step, last, step).tolist()
        kept = [(p, self.x(p + origin)) for p in places if p > first]
        kept = [(p, x) for p, x in kept if 11.0 <= x <= self.axis - _END_WORDS]
        named = [drawn.tick(int(p), age=bool(origin), first=n == 0) for n, (p, _) in enumerate(kept)]
        return tuple({"x": x, "says": name} for (_, x), name in zip(kept, named, strict=True))

    @cached_property
    def threads(self) -> tuple[Followed, ...]:
        """The threads of the first page; the first one is the picture's."""
        return tuple(self.followed([tag]) for tag in self._thread_tags())

    def _thread_tags(self) -> Sequence[str]:
        used = set(words(self.tables.tagged, "tag").tolist())
        if self.plan.threads:
            return [tag for tag in self.plan.threads if tag in used]
        tagged = self.tables.tagged
        counted = tagged[(tagged["side"] == "painful") & (tagged["direction"] != "given")]
        often = counted.groupby("tag").agg(rels=("rel", "nunique"), entries=("rel", "size"))
        place = {key: n for n, key in enumerate(self.tables.vocabulary)}
        ranked = sorted(
            (-rels, -entries, place[tag], tag)
            for tag, rels, entries in zip(
                often.index.tolist(), often["rels"].tolist(), often["entries"].tolist(), strict=True
            )
        )
        return [tag for *_, tag in ranked[:3]]

    def followed(self, tags: Sequence[str]) -> Followed:
        """The thread of `tags`."""
        return of_tags(self.study, tags)

    def strip(self, thread: Followed, *, ages: bool) -> Block:
        """A thread on the axis: its first moments numbered, later ones as dots, care after them as rings.

        Args:
            thread: what to draw.
            ages: whether the axis is labelled.
        """
        placed = [entry for entry in thread.firsts if not isnan(entry.t)]
        at = [self.x(entry.t) for entry in placed]
        numbered = len(placed) <= strip.MOST
        later = [self.x(e.t) for e in thread.all if not e.number and not isnan(e.t)]
        first, last = self.ends
        return {
            "kind": "strip",
            "side": thread.side,
            "ages": ages,
            "axis": round(self.axis, 2),
            "ticks": list(self.ticks),
            "first": first,
            "last": last,
            "marks": [
                {"n": e.number * numbered, "x": x, "beside": beside, "side": e.side}
                for e, x, beside in zip(placed, at, strip.discs(at, self.axis), strict=True)
            ],
            "later": later,
            "cares": strip.rings([self.x(care.t) for care in thread.cares], self.axis),
            "spoken": drawn.spoken_strip(
                first,
                last,
                [f"{e.number} {e.says}" for e in thread.firsts],
                [e.says for e in thread.cares],
                painful=thread.side == "hurt",
            ),
        }
