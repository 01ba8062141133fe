"""The pages for the therapist: one file a part, each turning a study into blocks of plain data.

`timeline.report` lists them in order. A block is a dictionary of texts, numbers and lists with a `kind`, the
name of the function in `assets/report/` that draws it. Lengths are mm; an age stands at the same place across
the page in every strip and in the picture.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cached_property
from math import isnan
from typing import Any, Protocol

import numpy as np

from models.findings import Finding
from models.history import History
from models.sharing import SharePlan
from timeline.evidence import evidence
from timeline.frame import Tables, flags, floats, rows, words
from timeline.lifeline import MM_PER_PX, Measure, Sheet
from timeline.lifeline.scale import Scale, scale
from timeline.study import Study
from timeline.thread import Side
from timeline.words import lifeline as said
from timeline.words import report as say

Block = dict[str, Any]

DISC = 3.9
"""mm from one numbered disc to the next, where they would touch."""
MOST_DISCS = 30
"""More first moments than this stand as dots without a number."""
RING = 2.1
MOST_PATTERNS, MOST_CLAIMED = 4, 2
_END_WORDS = 15.0
"""mm kept free of other labels at the right end of a strip."""


class Section(Protocol):
    """A file of this folder.

    Attributes:
        KEY: the key of `timeline.words.report.PARTS` it is ticked by; "" if it is always there.
    """

    KEY: str

    def blocks(self, printed: "Printed") -> Iterable[Block]:
        """What it puts on paper, in order; nothing if it has nothing to say."""


@dataclass(frozen=True)
class Entry:
    """One moment on paper.

    Attributes:
        row: of `moments`; -1 where the whole relationship is tagged.
        relationship: row of its relationship.
        who: whose it is, as shown.
        when: age, or year where no age is known; "" without a place in time.
        t: decimal year, or NaN.
        rating: 1-5, or None.
        number: its place among the first moments, 0 for a later one.
        side: whose colour it has.
    """

    row: int
    relationship: int
    who: str
    when: str
    t: float
    rating: int | None
    number: int = 0
    side: Side = "hurt"

    @property
    def says(self) -> str:
        """Someone and when: Father, 11."""
        return say.with_age(self.who, self.when)


@dataclass(frozen=True)
class Followed:
    """A thread, told by its moments.

    Attributes:
        tags: their keys.
        label: of its tags.
        side: whose thread it is.
        firsts: the first moment in each relationship, in time order, numbered.
        all: every moment, in time order; a tag on a whole relationship is among them where nothing else is.
        did_not: rows of the relationships with tagged entries and none of these.
        cares: care entered within a year after one of them, in time order; none for a caring thread.
        answered: after how many of the moments.
    """

    tags: tuple[str, ...]
    label: str
    side: Side
    firsts: tuple[Entry, ...]
    all: tuple[Entry, ...]
    did_not: tuple[int, ...]
    cares: tuple[Entry, ...]
    answered: int

    @property
    def moments(self) -> int:
        """How many moments it has; a tag on a whole relationship is none."""
        return sum(entry.row >= 0 for entry in self.all)


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
        """What the picture is drawn on."""
        return Sheet.for_paper(self.measure, self.width)

    @property
    def gutter(self) -> float:
        """How far right the main column and the axis begin, mm."""
        return round(self.sheet.left * MM_PER_PX, 2)

    @cached_property
    def _along(self) -> Scale:
        """The axis of the picture, which leaves room for a hope where one is printed."""
        hope = self.has("lifeline") and any(one.hope.strip() for one in self.history.reflections)
        return scale(self.tables, self.sheet, hope)

    @property
    def axis(self) -> float:
        """How long the axis is from its first day to its last, mm."""
        return (self._along.right - self._along.left) * MM_PER_PX

    def x(self, t: float) -> float:
        """Where the decimal year `t` stands, mm from where the axis begins."""
        along = self._along
        return round((along.inside(along.x(t)) - along.left) * MM_PER_PX, 2)

    def age(self, t: float) -> str:
        """The age at `t`, or the year where no age is known; "" for NaN."""
        if isnan(t):
            return ""
        age = self.tables.age(t)
        return str(int(t) if age is None else age)

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
        named = [say.tick(int(p), age=bool(origin), first=n == 0) for n, (p, _) in enumerate(kept)]
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
        found = evidence(self.study, tags)
        return self._followed(
            tags,
            "care" if found.side == "caring" else "hurt",
            [(one.relationship, one.moments) for one in found.happened],
            [one.relationship for one in found.did_not],
        )

    def of(self, finding: Finding) -> Followed:
        """The thread a pattern rests on."""
        tables = self.tables
        row = {id_: n for n, id_ in enumerate(words(tables.relationships, "id").tolist())}
        moment = {id_: n for n, id_ in enumerate(words(tables.moments, "id").tolist())}
        with_whom: dict[int, list[int]] = {row[id_]: [] for id_ in finding.relationships}
        for id_ in finding.episodes:
            at = moment[id_]
            with_whom.setdefault(int(rows(tables.moments, "rel")[at]), []).append(at)
        return self._followed(
            finding.tags,
            {"caring": "care", "both": None}.get(finding.side, "hurt"),
            [(bond, tuple(moments)) for bond, moments in with_whom.items()],
            [row[one.relationship] for one in finding.breaks],
        )

    def _followed(
        self,
        tags: Sequence[str],
        side: Side | None,
        happened: Sequence[tuple[int, tuple[int, ...]]],
        did_not: Sequence[int],
    ) -> Followed:
        firsts, rest = [], []
        for number, (bond, moments) in enumerate(happened, 1):
            first, *later = moments or (-1,)
            firsts.append(self._entry(first, bond, number, side))
            rest += [self._entry(at, bond, 0, side) for at in later]
        every = sorted((*firsts, *rest), key=lambda e: (isnan(e.t), e.t if e.when else 0.0, e.row))
        dated = [entry for entry in every if entry.row >= 0 and side == "hurt"]
        cares, answered = self._cares(dated)
        labels = list(dict.fromkeys(self.tables.vocabulary[tag].label for tag in tags))
        return Followed(
            tuple(tags),
            say.listed(labels),
            side or "hurt",
            tuple(firsts),
            tuple(every),
            tuple(did_not),
            cares,
            answered,
        )

    def _entry(self, row: int, relationship: int, number: int = 0, side: Side | None = None) -> Entry:
        """An entry on paper; without a side to follow it has its own moment's."""
        tables = self.tables
        table = tables.moments if row >= 0 else tables.relationships
        t = float(floats(table, "t")[row if row >= 0 else relationship])
        rated = float(floats(tables.moments, "intensity")[row]) if row >= 0 else float("nan")
        rating = None if isnan(rated) else int(rated)
        if side is None:
            side = "hurt" if row < 0 or flags(tables.moments, "painful")[row] else "care"
        return Entry(row, relationship, self.names[relationship], self.age(t), t, rating, number, side)

    def _cares(self, moments: Sequence[Entry]) -> tuple[tuple[Entry, ...], int]:
        """The care entered within a year after any of `moments`, and after how many of them."""
        table = self.tables.moments
        t, given = floats(table, "t"), words(table, "direction") == "given"
        cares = np.flatnonzero(flags(table, "caring") & ~given)
        found: set[int] = set()
        answered = 0
        for moment in moments:
            after = t[cares] - moment.t
            near = [int(row) for row in cares[(after >= 0) & (after <= 1)] if row != moment.row]
            answered += bool(near)
            found.update(near)
        rel = rows(table, "rel")
        return tuple(self._entry(row, int(rel[row])) for row in sorted(found)), answered

    def strip(self, thread: Followed, *, ages: bool) -> Block:
        """A thread on the axis: its first moments numbered, later ones as dots, care after them as rings.

        Args:
            thread: what to draw.
            ages: whether the axis is labelled.
        """
        placed = [entry for entry in thread.firsts if not isnan(entry.t)]
        at = [self.x(entry.t) for entry in placed]
        numbered = len(placed) <= MOST_DISCS
        beside = apart(at, DISC, DISC / 2, self.axis - DISC / 2) if numbered else at
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
                {"n": e.number * numbered, "x": x, "beside": round(at_disc, 2), "side": e.side}
                for e, x, at_disc in zip(placed, at, beside, strict=True)
            ],
            "later": later,
            "cares": self._rings(thread.cares),
            "spoken": say.spoken_strip(
                first,
                last,
                [f"{e.number} {e.says}" for e in thread.firsts],
                [e.says for e in thread.cares],
                painful=thread.side == "hurt",
            ),
        }

    def _rings(self, cares: Sequence[Entry]) -> list[float]:
        """Where the rings of care stand: side by side, or where they are too many, each on its date."""
        at = [self.x(care.t) for care in cares]
        return [round(x, 2) for x in (apart(at, RING, 0.9, self.axis) if len(at) <= MOST_DISCS else at)]

    @cached_property
    def patterns(self) -> tuple[Finding, ...]:
        """The patterns that are printed: those ticked, else what was told from chance, then what recurs most.

        Care has its place among them wherever it recurs.
        """
        told = [
            f for f in self.study.findings if f.relationships and f.tags and f.id not in self.plan.not_yet
        ]
        if self.plan.patterns:
            return tuple(finding for finding in told if finding.id in self.plan.patterns)
        claimed = [f for f in told if f.level == "clear"][:MOST_CLAIMED]
        recurring = sorted((f for f in told if f.recurs), key=lambda f: -f.k)
        hurt = [f for f in recurring if f.side == "painful"]
        care = [f for f in recurring if f.side == "caring"]
        room = MOST_PATTERNS - len(claimed) - bool(care)
        return (*claimed, *hurt[:room], *care[: max(1, MOST_PATTERNS - len(claimed) - len(hurt))])


def apart(places: Sequence[float], gap: float, low: float, high: float) -> list[float]:
    """`places` (rising) pushed to at least `gap` from each other, each as near to its own as they allow.

    Where they do not all fit between `low` and `high`, they stand evenly from one to the other.
    """
    if not places:
        return []
    if (len(places) - 1) * gap >= high - low:
        return [float(p) for p in np.linspace(low, high, len(places))]
    # Neighbours that would touch form one block around the mean of where they want to stand.
    blocks: list[list[float]] = []
    for place in places:
        blocks.append([place])
        while len(blocks) > 1 and _start(blocks[-1], gap, low, high) < _end(blocks[-2], gap, low, high) + gap:
            joined = blocks.pop()
            blocks[-1] += joined
    return [_start(block, gap, low, high) + n * gap for block in blocks for n in range(len(block))]


def _start(block: Sequence[float], gap: float, low: float, high: float) -> float:
    length = (len(block) - 1) * gap
    return min(max(sum(block) / len(block) - length / 2, low), high - length)


def _end(block: Sequence[float], gap: float, low: float, high: float) -> float:
    return _start(block, gap, low, high) + (len(block) - 1) * gap
