"""What every finder stands on: which relationship holds which tag, when, and the draws they share.

A *column* is a tag as received (or mutual), or as given: the two are counted apart. A *row* is a
relationship with at least one tagged entry, in the order in which they started; those without any date come
last. So a history gives one table, `has`, and one set of shuffled tables, `margins`, for all finders that
ask about it.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Any, NamedTuple

import numpy as np
from numpy.typing import NDArray

from models.findings import Break, Moment
from timeline.messages import patterns as say
from timeline.null_models.draws import DRAWS, Draws, Has
from timeline.null_models.fixed_margins import fixed_margins
from timeline.null_models.runs import newly
from timeline.null_models.seeds import seed_from
from timeline.tables import WIDE, Tables, flags, floats, rows, words

Rows = NDArray[np.intp]
Yes = NDArray[np.bool_]
Floats = NDArray[np.float64]

BEFORE_TWELVE = 12
"""Family begun before this age are the earliest bonds where no one is called a caregiver."""


class Column(NamedTuple):
    """A tag, received (or mutual) or given."""

    tag: str
    given: bool = False


class Entries(NamedTuple):
    """Every tag of every entry, in the order of time; what has no date goes last. Each field is [E].

    Attributes:
        row: of the relationship, in `Ground.rows`.
        moment: row of `tables.moments`, or `WIDE`.
        column: of `Ground.columns`.
        t: decimal years, or NaN.
        intensity: 1-5, or NaN.
        entered: place in the order in which entries were made; -1 for a tag on a whole relationship.
    """

    row: Rows
    moment: Rows
    column: Rows
    t: Floats
    intensity: Floats
    entered: Rows


class Moments(NamedTuple):
    """Every moment that carries a tag, [M], in an order that depends on what is in it alone.

    Attributes:
        row: of the relationship, in `Ground.rows`.
        when: decimal years, or NaN.
        holds: bool [M, T], its columns.
    """

    row: Rows
    when: Floats
    holds: Yes


@dataclass(frozen=True, eq=False)
class Ground:
    """A history as the finders see it.

    Attributes:
        tables: the history, framed.
        draws: how many shuffled histories to look at.
    """

    tables: Tables
    draws: int = DRAWS

    # -- rows and columns ----------------------------------------------------------------------------

    @cached_property
    def starts(self) -> Floats:
        """When each relationship of the tables started, or had its first dated moment; NaN for neither."""
        told, moments = floats(self.tables.relationships, "t"), self.tables.moments
        first = np.full(len(told), np.inf)
        t = floats(moments, "t")
        dated = ~np.isnan(t)
        np.minimum.at(first, rows(moments, "rel")[dated], t[dated])
        return np.where(np.isnan(told), np.where(np.isinf(first), np.nan, first), told)

    @cached_property
    def rows(self) -> Rows:
        """Rows of `tables.relationships` with a tagged entry, in the order they started, [n]."""
        any_tag = np.unique(rows(self.tables.tagged, "rel"))
        return any_tag[np.argsort(self.starts[any_tag], kind="stable")].astype(np.intp)

    @property
    def n(self) -> int:
        """How many relationships have at least one tagged entry."""
        return len(self.rows)

    @cached_property
    def columns(self) -> tuple[Column, ...]:
        """The tags that occur, as the vocabulary lists them: received, then given."""
        given = words(self.tables.tagged, "direction") == "given"
        tags = words(self.tables.tagged, "tag")
        received, gave = set(tags[~given]), set(tags[given])
        vocabulary = self.tables.vocabulary
        return (
            *(Column(tag) for tag in vocabulary if tag in received),
            *(Column(tag, given=True) for tag in vocabulary if tag in gave),
        )

    @cached_property
    def entries(self) -> Entries:
        """Every tag of every entry."""
        tagged, moments = self.tables.tagged, self.tables.moments
        at = np.full(len(self.tables.relationships), -1)
        at[self.rows] = np.arange(self.n)
        rel, moment = rows(tagged, "rel"), rows(tagged, "moment")
        t = np.where(moment == WIDE, self.starts[rel], floats(tagged, "t"))
        entered = np.where(moment == WIDE, -1, np.append(rows(moments, "entered"), -1)[moment])
        order = np.lexsort((entered, floats(tagged, "first"), t))
        return Entries(
            row=at[rel][order],
            moment=moment[order],
            column=self._column_of[order],
            t=t[order],
            intensity=floats(tagged, "intensity")[order],
            entered=entered[order],
        )

    @cached_property
    def _column_of(self) -> Rows:
        """The column of each row of `tables.tagged`."""
        number = {tuple(column): place for place, column in enumerate(self.columns)}
        tagged = self.tables.tagged
        given = words(tagged, "direction") == "given"
        told = zip(words(tagged, "tag").tolist(), given.tolist(), strict=True)
        return np.fromiter((number[one] for one in told), np.intp, len(tagged))

    @cached_property
    def has(self) -> Has:
        """Which relationship holds which column, [n, T]."""
        table = np.zeros((self.n, len(self.columns)), bool)
        table[self.entries.row, self.entries.column] = True
        return table

    @cached_property
    def k(self) -> Rows:
        """In how many relationships each column occurs, [T]."""
        return np.asarray(self.has.sum(axis=0), np.intp)

    @cached_property
    def start(self) -> Floats:
        """When each row started, [n]; NaN comes last."""
        return self.starts[self.rows]

    @cached_property
    def dated(self) -> int:
        """How many rows have a start; they are the first ones."""
        return int(np.count_nonzero(~np.isnan(self.start)))

    @cached_property
    def ids(self) -> tuple[str, ...]:
        """The id of each row's relationship."""
        return tuple(words(self.tables.relationships, "id")[self.rows].tolist())

    @cached_property
    def names(self) -> tuple[str, ...]:
        """The name of each row's relationship."""
        return tuple(words(self.tables.relationships, "name")[self.rows].tolist())

    @cached_property
    def kind(self) -> NDArray[np.object_]:
        """The kind of bond of each row, [n]."""
        return words(self.tables.relationships, "kind")[self.rows]

    @cached_property
    def early(self) -> Yes:
        """Which rows are the earliest bonds, [n].

        Those the person named; else the caregivers; else family begun before twelve; else the first three.
        """
        named = np.isin(np.array(self.ids, object), list(self.tables.settings.earliest_bonds))
        caregivers = flags(self.tables.relationships, "caregiver")[self.rows]
        young = (self.kind == "family") & (self.start - self.tables.birth < BEFORE_TWELVE)
        for some in (named, caregivers, young):
            if some.any():
                return np.asarray(some, bool)
        return np.arange(self.n) < min(3, self.dated)

    def side(self, column: int) -> str:
        """Painful, caring or neither."""
        return self.tables.vocabulary[self.columns[column].tag].side

    def label(self, column: int) -> str:
        """A column as spoken of."""
        tag, given = self.columns[column]
        return say.tag(self.tables.vocabulary[tag].label, given)

    # -- chance --------------------------------------------------------------------------------------

    @cached_property
    def by_content(self) -> Rows:
        """The rows in an order that no date and no order of entry changes: by their tags, then their kind."""
        return np.lexsort((self.kind.astype(str), *np.packbits(self.has, axis=1).T)).astype(np.intp)

    def rng(self, name: str) -> np.random.Generator:
        """Coins that are the same for the same history, and others for another finder.

        A date, or the order of entry, does not change them: what a finder does not use cannot tip its level.
        """
        content = np.packbits(self.has[self.by_content]).tobytes() + repr(self.has.shape).encode()
        return np.random.default_rng(seed_from(content + name.encode()))

    @cached_property
    def margins(self) -> Draws:
        """The table and shuffled ones with the same sums."""
        return fixed_margins(self.has, self.rng("margins"), draws=self.draws, order=self.by_content)

    @cached_property
    def in_time(self) -> Draws:
        """The same for the rows that have a start."""
        if self.dated == self.n:
            return self.margins
        order = self.by_content[self.by_content < self.dated]
        return fixed_margins(self.has[: self.dated], self.rng("in time"), draws=self.draws, order=order)

    @cached_property
    def moments(self) -> Moments:
        """The tagged moments: what is put into another order inside each relationship."""
        entries = self.entries
        own = entries.moment != WIDE
        chosen, place = np.unique(entries.moment[own], return_inverse=True)
        holds = np.zeros((len(chosen), len(self.columns)), bool)
        holds[place, entries.column[own]] = True
        row, when = np.zeros(len(chosen), np.intp), np.zeros(len(chosen))
        row[place], when[place] = entries.row[own], entries.t[own]
        order = np.lexsort((*np.packbits(holds, axis=1).T, when, row)) if len(chosen) else chosen
        return Moments(row[order], when[order], holds[order])

    @cached_property
    def first_times(self) -> Floats:
        """When each relationship has its first dated moment of each column, [n, T]; NaN for never."""
        moments = self.moments
        first = np.full((self.n, len(self.columns)), np.inf)
        place, column = np.nonzero(moments.holds & ~np.isnan(moments.when)[:, None])
        np.minimum.at(first, (moments.row[place], column), moments.when[place])
        return np.where(np.isinf(first), np.nan, first)

    @cached_property
    def opening(self) -> Yes:
        """The entries that are their relationship's first moment of their column, [E]."""
        entries = self.entries
        first = self.first_times[entries.row, entries.column]
        return np.asarray((entries.moment != WIDE) & (entries.t == first), bool)

    # -- what a finding rests on ---------------------------------------------------------------------

    def where(self, columns: Sequence[int], among: Yes) -> Yes:
        """The entries with one of these columns in one of these rows, [E]."""
        wanted = np.zeros(len(self.columns), bool)
        wanted[list(columns)] = True
        return wanted[self.entries.column] & among[self.entries.row]

    def evidence(self, chosen: Yes) -> dict[str, Any]:
        """The fields of a finding that point at entries.

        Args:
            chosen: bool [E], the entries it rests on.
        """
        entries = self.entries
        here = np.flatnonzero(chosen)
        if not here.size:
            return {}
        here = here[newly(self._entry_of[here])]
        own = entries.row[here]
        in_order = own[newly(own)]
        dated = here[~np.isnan(entries.t[here])]
        rated = here[~np.isnan(entries.intensity[here])]
        strength = entries.intensity[rated]
        strongest = rated[strength == strength.max()] if rated.size else rated
        moments = entries.moment[here]
        return {
            "relationships": tuple(self.ids[row] for row in in_order.tolist()),
            "episodes": tuple(self._episode_ids[moments[moments != WIDE]].tolist()),
            "first": self._moment(int(dated[0])) if dated.size else None,
            "strongest": tuple(self._moment(entry) for entry in strongest.tolist()),
            "latest": self._moment(int(dated[-1])) if dated.size else None,
            "since": self._since(here),
        }

    def breaks(self, among: Yes, besides: Sequence[int] = ()) -> tuple[Break, ...]:
        """These relationships, each with the caring tags entered there, most entered first.

        Args:
            among: bool [n], where it could have happened and did not.
            besides: columns that are not named: those the finding is about.
        """
        named = {self.columns[column].tag for column in besides}
        return tuple(self._break(row, named) for row in np.flatnonzero(among).tolist())

    def directions(self, columns: Sequence[int]) -> dict[str, Any]:
        """The fields of a finding that say which tags it is about."""
        named = [self.columns[column] for column in columns]
        given = tuple(column.given for column in named)
        sides = {self.side(column) for column in columns} - {"neither"}
        return {
            "tags": tuple(column.tag for column in named),
            "given": given if any(given) else (),
            "side": "both" if len(sides) > 1 else next(iter(sides), "neither"),
        }

    def keys(self, columns: Sequence[int]) -> list[str]:
        """These columns as they stand in the id of a finding."""
        return [f"given {c.tag}" if c.given else c.tag for c in (self.columns[place] for place in columns)]

    @cached_property
    def _care(self) -> list[tuple[str, ...]]:
        """The caring tags received in each row, most entered first."""
        often = np.zeros(self.has.shape, np.intp)
        np.add.at(often, (self.entries.row, self.entries.column), 1)
        caring = [
            place
            for place, column in enumerate(self.columns)
            if self.side(place) == "caring" and not column.given
        ]
        often = often[:, caring]
        tags = [self.columns[place].tag for place in caring]
        order = np.argsort(-often, axis=1, kind="stable")
        return [
            tuple(tags[place] for place in own[:count])
            for own, count in zip(order.tolist(), np.count_nonzero(often, axis=1).tolist(), strict=True)
        ]

    def _since(self, here: Rows) -> str:
        """The entry with which the last of the relationships joined in."""
        entries = self.entries
        order = here[np.lexsort((entries.entered[here], entries.row[here]))]
        earliest = order[newly(entries.row[order])]
        last = earliest[entries.entered[earliest].argmax()]
        return self._entry(int(last))

    def _entry(self, entry: int) -> str:
        """The id of the episode, or of the relationship a tag was set on."""
        moment = self.entries.moment[entry]
        return self.ids[self.entries.row[entry]] if moment == WIDE else str(self._episode_ids[moment])

    def _break(self, row: int, named: set[str]) -> Break:
        instead = self._care[row]
        if not named.isdisjoint(instead):
            instead = tuple(tag for tag in instead if tag not in named)
        if (row, instead) not in self._breaks_made:
            self._breaks_made[row, instead] = Break(relationship=self.ids[row], instead=instead)
        return self._breaks_made[row, instead]

    # Many findings point at the same few entries: each is put in words once.
    @cached_property
    def _breaks_made(self) -> dict[tuple[int, tuple[str, ...]], Break]:
        return {}

    @cached_property
    def _moments_made(self) -> dict[int, Moment]:
        return {}

    def _moment(self, entry: int) -> Moment:
        if entry not in self._moments_made:
            self._moments_made[entry] = self._told(entry)
        return self._moments_made[entry]

    def _told(self, entry: int) -> Moment:
        moment, row = int(self.entries.moment[entry]), int(self.entries.row[entry])
        place, episode = (
            (int(self.rows[row]), None) if moment == WIDE else (moment, self._episode_ids[moment])
        )
        age, first, last = (self._bonds_at if moment == WIDE else self._moments_at)[place].tolist()
        told = say.moment(self.names[row], age, first, last)
        return Moment(relationship=self.ids[row], episode=episode, words=told)

    @cached_property
    def _entry_of(self) -> Rows:
        """A number for the moment of each entry, or for its relationship as a whole, [E]."""
        moment, row = self.entries.moment, self.entries.row
        return np.where(moment == WIDE, len(self.tables.moments) + row, moment)

    @cached_property
    def _episode_ids(self) -> NDArray[np.object_]:
        return words(self.tables.moments, "id")

    @cached_property
    def _moments_at(self) -> Floats:
        """Age and span of each moment of the tables, [M, 3]."""
        return np.stack([floats(self.tables.moments, name) for name in ("age", "first", "last")], axis=1)

    @cached_property
    def _bonds_at(self) -> Floats:
        """Age and span of the beginning of each relationship of the tables, [R, 3]."""
        table, start = self.tables.relationships, self.starts
        age = np.maximum(0, np.floor(start - self.tables.birth))
        first, last = (floats(table, name) for name in ("first", "last"))
        return np.stack([age, *(np.where(np.isnan(end), start, end) for end in (first, last))], axis=1)
