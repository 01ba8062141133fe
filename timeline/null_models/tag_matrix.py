"""What every finder stands on: which relationship holds which tag, when, and the draws they share.

A *column* is a tag as received (or mutual), or as given: the two are counted apart. A *row* is a
relationship with at least one tagged entry, in the order in which they started; those without any date come
last. So a history gives one table, `has`, and one set of shuffled tables, `margins`, for all finders that
ask about it.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property
from math import isnan
from typing import Any, NamedTuple

import numpy as np
from numpy.typing import NDArray

from models.ages import ABOUT_FROM_YEARS, Age
from models.findings import CounterExample, EntryReference
from timeline.null_models.deaths import find_death_moments
from timeline.null_models.draws import DRAWS, Draws, HoldsTable
from timeline.null_models.first_occurrences import first_occurrence_mask
from timeline.null_models.fixed_margins import draw_fixed_margins
from timeline.null_models.seeds import seed_from
from timeline.tables import WHOLE_RELATIONSHIP, Tables, bool_column, float_column, int_column, str_column

Rows = NDArray[np.intp]
Mask = NDArray[np.bool_]
Floats = NDArray[np.float64]

EARLY_FAMILY_BELOW_AGE = 12
"""Family begun before this age are the earliest bonds where no one is called a caregiver."""


class TagColumn(NamedTuple):
    """A tag, received (or mutual) or given."""

    tag: str
    is_given: bool = False


class TagEntries(NamedTuple):
    """Every tag of every entry, in the order of time; what has no date goes last. Each field is [E].

    Attributes:
        row: of the relationship, in `TagMatrix.rows`.
        moment: row of `tables.moments`, or `WIDE`.
        column: of `Ground.tag_x`.
        t: decimal years, or NaN.
        intensity: 1-5, or NaN.
        entry_order: place in the order in which entries were made; -1 for a tag on a whole relationship.
    """

    row: Rows
    moment: Rows
    column: Rows
    t: Floats
    intensity: Floats
    entry_order: Rows


class TaggedMoments(NamedTuple):
    """Every moment that carries a tag, [M], in an order that depends on what is in it alone.

    Attributes:
        row: of the relationship, in `TagMatrix.rows`.
        t: decimal years, or NaN.
        spans: [M, 2], the first and the last its date can mean, or NaN.
        holds: bool [M, T], its columns.
        moment: row of `tables.moments`.
    """

    row: Rows
    t: Floats
    spans: Floats
    holds: Mask
    moment: Rows

    def select(self, chosen: Mask) -> "TaggedMoments":
        """Some of them, bool [M]."""
        return TaggedMoments(
            self.row[chosen], self.t[chosen], self.spans[chosen], self.holds[chosen], self.moment[chosen]
        )


@dataclass(frozen=True, eq=False)
class TagMatrix:
    """A history as the finders see it.

    Attributes:
        tables: the history, framed.
        draws: how many shuffled histories to look at.
    """

    tables: Tables
    draws: int = DRAWS

    # -- rows and columns ----------------------------------------------------------------------------

    @cached_property
    def relationship_starts(self) -> Floats:
        """When each relationship of the tables started, or had its first dated moment; NaN for neither."""
        told, moments = float_column(self.tables.relationships, "t"), self.tables.moments
        first = np.full(len(told), np.inf)
        t = float_column(moments, "t")
        dated = ~np.isnan(t)
        np.minimum.at(first, int_column(moments, "rel")[dated], t[dated])
        return np.where(np.isnan(told), np.where(np.isinf(first), np.nan, first), told)

    @cached_property
    def rows(self) -> Rows:
        """Rows of `tables.relationships` with a tagged entry, in the order they started, [n]."""
        any_tag = np.unique(int_column(self.tables.tag_entries, "rel"))
        return any_tag[np.argsort(self.relationship_starts[any_tag], kind="stable")].astype(np.intp)

    @property
    def n(self) -> int:
        """How many relationships have at least one tagged entry."""
        return len(self.rows)

    @cached_property
    def columns(self) -> tuple[TagColumn, ...]:
        """The tags that occur, as the vocabulary lists them: received, then given."""
        given = str_column(self.tables.tag_entries, "direction") == "given"
        tags = str_column(self.tables.tag_entries, "tag")
        received, gave = set(tags[~given]), set(tags[given])
        vocabulary = self.tables.vocabulary
        return (
            *(TagColumn(tag) for tag in vocabulary if tag in received),
            *(TagColumn(tag, is_given=True) for tag in vocabulary if tag in gave),
        )

    @cached_property
    def entries(self) -> TagEntries:
        """Every tag of every entry."""
        tagged, moments = self.tables.tag_entries, self.tables.moments
        at = np.full(len(self.tables.relationships), -1)
        at[self.rows] = np.arange(self.n)
        rel, moment = int_column(tagged, "rel"), int_column(tagged, "moment")
        t = np.where(moment == WHOLE_RELATIONSHIP, self.relationship_starts[rel], float_column(tagged, "t"))
        entered = np.where(
            moment == WHOLE_RELATIONSHIP, -1, np.append(int_column(moments, "entered"), -1)[moment]
        )
        order = np.lexsort((entered, float_column(tagged, "first"), t))
        return TagEntries(
            row=at[rel][order],
            moment=moment[order],
            column=self._column_of[order],
            t=t[order],
            intensity=float_column(tagged, "intensity")[order],
            entry_order=entered[order],
        )

    @cached_property
    def _column_of(self) -> Rows:
        """The column of each row of `tables.tag_entries`."""
        number = {tuple(column): place for place, column in enumerate(self.columns)}
        tagged = self.tables.tag_entries
        given = str_column(tagged, "direction") == "given"
        told = zip(str_column(tagged, "tag").tolist(), given.tolist(), strict=True)
        return np.fromiter((number[one] for one in told), np.intp, len(tagged))

    @cached_property
    def holds(self) -> HoldsTable:
        """Which relationship holds which column, [n, T]."""
        table = np.zeros((self.n, len(self.columns)), bool)
        table[self.entries.row, self.entries.column] = True
        return table

    @cached_property
    def counts(self) -> Rows:
        """In how many relationships each column occurs, [T]."""
        return np.asarray(self.holds.sum(axis=0), np.intp)

    @cached_property
    def row_starts(self) -> Floats:
        """When each row started, [n]; NaN comes last."""
        return self.relationship_starts[self.rows]

    @cached_property
    def dated_count(self) -> int:
        """How many rows have a start; they are the first ones."""
        return int(np.count_nonzero(~np.isnan(self.row_starts)))

    @cached_property
    def ids(self) -> tuple[str, ...]:
        """The id of each row's relationship."""
        return tuple(str_column(self.tables.relationships, "id")[self.rows].tolist())

    @cached_property
    def names(self) -> tuple[str, ...]:
        """The name of each row's relationship."""
        return tuple(str_column(self.tables.relationships, "name")[self.rows].tolist())

    @cached_property
    def kinds(self) -> NDArray[np.object_]:
        """The kind of bond of each row, [n]."""
        return str_column(self.tables.relationships, "kind")[self.rows]

    @cached_property
    def early_mask(self) -> Mask:
        """Which rows are the earliest bonds, [n].

        Those the person named; else the caregivers; else family begun before twelve; else the first three,
        with those that began on one date with the third.
        """
        named = np.isin(np.array(self.ids, object), list(self.tables.settings.earliest_bonds))
        caregivers = bool_column(self.tables.relationships, "caregiver")[self.rows]
        young = (self.kinds == "family") & (self.row_starts - self.tables.birth < EARLY_FAMILY_BELOW_AGE)
        for some in (named, caregivers, young):
            if some.any():
                return np.asarray(some, bool)
        if not self.dated_count:
            return np.zeros(self.n, bool)
        return np.asarray(self.row_starts <= self.row_starts[min(3, self.dated_count) - 1], bool)

    def side(self, column: int) -> str:
        """Painful, caring or neither."""
        return self.tables.vocabulary[self.columns[column].tag].side

    # -- chance --------------------------------------------------------------------------------------

    @cached_property
    def content_order(self) -> Rows:
        """The rows in an order that no date and no order of entry changes: by their tags, then their kind."""
        return np.lexsort((self.kinds.astype(str), *np.packbits(self.holds, axis=1).T)).astype(np.intp)

    def rng(self, name: str) -> np.random.Generator:
        """Coins that are the same for the same history, and others for another finder.

        A date, or the order of entry, does not change them: what a finder does not use cannot tip its level.
        """
        content = np.packbits(self.holds[self.content_order]).tobytes() + repr(self.holds.shape).encode()
        return np.random.default_rng(seed_from(content + name.encode()))

    @cached_property
    def fixed_margin_draws(self) -> Draws:
        """The table and shuffled ones with the same sums."""
        return draw_fixed_margins(self.holds, self.rng("margins"), draws=self.draws, order=self.content_order)

    @cached_property
    def dated_margin_draws(self) -> Draws:
        """The same for the rows that have a start."""
        if self.dated_count == self.n:
            return self.fixed_margin_draws
        order = self.content_order[self.content_order < self.dated_count]
        return draw_fixed_margins(
            self.holds[: self.dated_count], self.rng("in time"), draws=self.draws, order=order
        )

    def draw_dated_strata(self, strata: Rows, name: str) -> Draws:
        """The rows that have a start, shuffled among those of one stratum alone.

        Args:
            strata: whole numbers >= 0, one for each of these rows.
            name: of the coins.
        """
        order = self.content_order[self.content_order < self.dated_count]
        return draw_fixed_margins(
            self.holds[: self.dated_count], self.rng(name), draws=self.draws, strata=strata, order=order
        )

    @cached_property
    def dated_kind_strata(self) -> Rows:
        """A number for the kind of bond of each row that has a start."""
        return np.unique(self.kinds[: self.dated_count].astype(str), return_inverse=True)[1].astype(np.intp)

    @cached_property
    def moments(self) -> TaggedMoments:
        """The tagged moments: what is put into another order inside each relationship."""
        entries = self.entries
        own = entries.moment != WHOLE_RELATIONSHIP
        chosen, place = np.unique(entries.moment[own], return_inverse=True)
        holds = np.zeros((len(chosen), len(self.columns)), bool)
        holds[place, entries.column[own]] = True
        row, when = np.zeros(len(chosen), np.intp), np.zeros(len(chosen))
        row[place], when[place] = entries.row[own], entries.t[own]
        spans = np.stack(
            [float_column(self.tables.moments, end)[chosen] for end in ("first", "last")], axis=1
        )
        order = np.lexsort((*np.packbits(holds, axis=1).T, *spans.T, when, row)) if len(chosen) else chosen
        return TaggedMoments(row[order], when[order], spans[order], holds[order], chosen[order])

    @cached_property
    def moments_without_loss(self) -> TaggedMoments:
        """The same, where a loss counts as no hurt."""
        moments = self.moments
        painful = np.array([self.side(place) == "painful" for place in range(len(self.columns))], bool)
        lost = self.loss_moments[moments.moment]
        return moments._replace(holds=moments.holds & ~(lost[:, None] & painful))

    @cached_property
    def loss_moments(self) -> Mask:
        """Which moments of the tables are a loss; as `find_death_moments` says."""
        return find_death_moments(self.tables)

    @cached_property
    def first_times(self) -> Floats:
        """When each relationship has its first dated moment of each column, [n, T]; NaN for never."""
        return self._find_first_times(self.moments)

    def _find_first_times(self, moments: TaggedMoments) -> Floats:
        first = np.full((self.n, len(self.columns)), np.inf)
        place, column = np.nonzero(moments.holds & ~np.isnan(moments.t)[:, None])
        np.minimum.at(first, (moments.row[place], column), moments.t[place])
        return np.where(np.isinf(first), np.nan, first)

    @cached_property
    def first_moment_mask(self) -> Mask:
        """The entries that are their relationship's first moment of their column, [E]."""
        entries = self.entries
        first = self.first_times[entries.row, entries.column]
        return np.asarray((entries.moment != WHOLE_RELATIONSHIP) & (entries.t == first), bool)

    def mask_first_moments(self, moments: TaggedMoments) -> Mask:
        """The entries on which these moments first hold a column in their relationship, [E]."""
        entries = self.entries
        holding = np.zeros((len(self.tables.moments) + 1, len(self.columns)), bool)
        holding[moments.moment] = moments.holds
        first = self._find_first_times(moments)[entries.row, entries.column]
        return np.asarray(holding[entries.moment, entries.column] & (entries.t == first), bool)

    # -- what a finding rests on ---------------------------------------------------------------------

    def mask_entries(self, columns: Sequence[int], among: Mask) -> Mask:
        """The entries with one of these columns in one of these rows, [E]."""
        wanted = np.zeros(len(self.columns), bool)
        wanted[list(columns)] = True
        return wanted[self.entries.column] & among[self.entries.row]

    def build_evidence_fields(self, chosen: Mask) -> dict[str, Any]:
        """The fields of a finding that point at entries.

        Args:
            chosen: bool [E], the entries it rests on.
        """
        entries = self.entries
        here = np.flatnonzero(chosen)
        if not here.size:
            return {}
        here = here[first_occurrence_mask(self._moment_numbers[here])]
        own = entries.row[here]
        in_order = own[first_occurrence_mask(own)]
        dated = here[~np.isnan(entries.t[here])]
        rated = here[~np.isnan(entries.intensity[here])]
        strength = entries.intensity[rated]
        strongest = rated[strength == strength.max()] if rated.size else rated
        moments = entries.moment[here]
        return {
            "relationships": tuple(self.ids[row] for row in in_order.tolist()),
            "episodes": tuple(self._episode_ids[moments[moments != WHOLE_RELATIONSHIP]].tolist()),
            "first": self._get_reference(int(dated[0])) if dated.size else None,
            "strongest": tuple(self._get_reference(entry) for entry in strongest.tolist()),
            "latest": self._get_reference(int(dated[-1])) if dated.size else None,
            "since": self._find_completing_entry(here),
        }

    def build_counter_examples(self, among: Mask, besides: Sequence[int] = ()) -> tuple[CounterExample, ...]:
        """These relationships, each with the caring tags entered there, most entered first.

        Args:
            among: bool [n], where it could have happened and did not.
            besides: columns that are not named: those the finding is about.
        """
        named = {self.columns[column].tag for column in besides}
        return tuple(self._get_counter_example(row, named) for row in np.flatnonzero(among).tolist())

    def build_tag_fields(self, columns: Sequence[int]) -> dict[str, Any]:
        """The fields of a finding that say which tags it is about."""
        named = [self.columns[column] for column in columns]
        given = tuple(column.is_given for column in named)
        sides = {self.side(column) for column in columns} - {"neither"}
        return {
            "tags": tuple(column.tag for column in named),
            "given": given if any(given) else (),
            "direction": ("given" if all(given) else "both") if any(given) else "received",
            "side": "both" if len(sides) > 1 else next(iter(sides), "neither"),
        }

    def column_keys(self, columns: Sequence[int]) -> list[str]:
        """These columns as they stand in the id of a finding."""
        return [f"given {c.tag}" if c.is_given else c.tag for c in (self.columns[place] for place in columns)]

    @cached_property
    def _caring_tags(self) -> list[tuple[str, ...]]:
        """The caring tags received in each row, most entered first."""
        often = np.zeros(self.holds.shape, np.intp)
        np.add.at(often, (self.entries.row, self.entries.column), 1)
        caring = [
            place
            for place, column in enumerate(self.columns)
            if self.side(place) == "caring" and not column.is_given
        ]
        often = often[:, caring]
        tags = [self.columns[place].tag for place in caring]
        order = np.argsort(-often, axis=1, kind="stable")
        return [
            tuple(tags[place] for place in own[:count])
            for own, count in zip(order.tolist(), np.count_nonzero(often, axis=1).tolist(), strict=True)
        ]

    def _find_completing_entry(self, here: Rows) -> str:
        """The entry with which the last of the relationships joined in."""
        entries = self.entries
        order = here[np.lexsort((entries.entry_order[here], entries.row[here]))]
        earliest = order[first_occurrence_mask(entries.row[order])]
        last = earliest[entries.entry_order[earliest].argmax()]
        return self._entry(int(last))

    def _entry(self, entry: int) -> str:
        """The id of the episode, or of the relationship a tag was set on."""
        moment = self.entries.moment[entry]
        return (
            self.ids[self.entries.row[entry]]
            if moment == WHOLE_RELATIONSHIP
            else str(self._episode_ids[moment])
        )

    def _get_counter_example(self, row: int, named: set[str]) -> CounterExample:
        instead = self._caring_tags[row]
        if not named.isdisjoint(instead):
            instead = tuple(tag for tag in instead if tag not in named)
        if (row, instead) not in self._counter_example_cache:
            self._counter_example_cache[row, instead] = CounterExample(
                relationship=self.ids[row], instead=instead
            )
        return self._counter_example_cache[row, instead]

    # Many findings point at the same few entries: each is put in words once.
    @cached_property
    def _counter_example_cache(self) -> dict[tuple[int, tuple[str, ...]], CounterExample]:
        return {}

    @cached_property
    def _reference_cache(self) -> dict[int, EntryReference]:
        return {}

    def _get_reference(self, entry: int) -> EntryReference:
        if entry not in self._reference_cache:
            self._reference_cache[entry] = self._build_reference(entry)
        return self._reference_cache[entry]

    def _build_reference(self, entry: int) -> EntryReference:
        moment, row = int(self.entries.moment[entry]), int(self.entries.row[entry])
        place, episode = (
            (int(self.rows[row]), None)
            if moment == WHOLE_RELATIONSHIP
            else (moment, self._episode_ids[moment])
        )
        youngest, oldest, middle, about, first, last = (
            self._relationship_ages_and_spans if moment == WHOLE_RELATIONSHIP else self._moment_ages_and_spans
        )[place].tolist()
        known = [None if isnan(end) else end for end in (first, last)]
        return EntryReference(
            relationship=self.ids[row],
            episode=episode,
            age=None if isnan(youngest) else Age(int(youngest), int(oldest), int(middle), bool(about)),
            first=known[0],
            last=known[1],
        )

    @cached_property
    def _moment_numbers(self) -> Rows:
        """A number for the moment of each entry, or for its relationship as a whole, [E]."""
        moment, row = self.entries.moment, self.entries.row
        return np.where(moment == WHOLE_RELATIONSHIP, len(self.tables.moments) + row, moment)

    @cached_property
    def _episode_ids(self) -> NDArray[np.object_]:
        return str_column(self.tables.moments, "id")

    @cached_property
    def _moment_ages_and_spans(self) -> Floats:
        """Youngest, oldest and middle age, "about" and span of each moment of the tables, [M, 6]."""
        moments = self.tables.moments
        youngest, oldest, middle, first, last = (
            float_column(moments, name) for name in ("youngest", "oldest", "middle", "first", "last")
        )
        about = bool_column(moments, "about").astype(np.float64)
        return np.stack([youngest, oldest, middle, about, first, last], axis=1)

    @cached_property
    def _relationship_ages_and_spans(self) -> Floats:
        """The same of the beginning of each relationship of the tables, its age as one number, [R, 6]."""
        table, start = self.tables.relationships, self.relationship_starts
        first, last = (
            np.where(np.isnan(end), start, end)
            for end in (float_column(table, name) for name in ("first", "last"))
        )
        born, age = self.tables.begin, np.maximum(0, np.floor(start - self.tables.birth))
        age = np.where(np.isnan(age) | (start >= born), age, -1.0)
        about = (last - first > ABOUT_FROM_YEARS).astype(np.float64)
        return np.stack([age, age, age, about, first, last], axis=1)
