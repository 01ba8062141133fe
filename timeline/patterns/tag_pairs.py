"""Which tags come together in the same relationship?

Counted: the relationships that hold both tags of a pair. Held against histories in which every relationship
keeps its number of tags and every tag its number of relationships (`null_models.fixed_margins`), so
that people written about at length, who "have everything", make no pattern. Asked one way: more often than
that.

With 20 relationships or more, or where ten tags or fewer are in question, all pairs of tags are compared;
from 12 on pairs of tag groups (not seen, left, harmed, held, glad), since so few relationships cannot carry
three hundred pairs. A tag in one relationship alone, or in all, cannot come together with anything and is
left out.

Shown with it: the count beside what shuffling shows; the share of the second tag where the first was, less
its share elsewhere, with Newcombe's interval on Jeffreys' ends (the `effect`); and where one was without
the other. Three tags are shown together if each two of them are clear.

Sources, as far as we read: Connor and Simberloff 1979 and Gotelli 2000 on species that occur together on
islands, where the same two sums are held fixed; Westfall and Young 1993 on correcting for all pairs.
"""

from collections.abc import Sequence
from itertools import combinations
from typing import Any, NamedTuple

import numpy as np

from models.finding_facts import Share, TagPart, TogetherFacts
from models.findings import Finding, pattern_id
from models.tags import Group
from timeline.null_models import Draws, count_together, draw_fixed_margins, single_draw
from timeline.null_models.finder_result import FinderResult, TestFamily
from timeline.null_models.intervals import share_difference
from timeline.null_models.tag_matrix import Mask, Rows, TagMatrix

NAME = "together"
QUESTION = "Which tags come together?"
MIN_RELATIONSHIPS = 12

SINGLE_TAGS_FROM = 20
FEW_TAGS = 10


class _TagUnit(NamedTuple):
    """What is paired: a tag, or a group of tags.

    Attributes:
        key: in the id.
        part: as a finding names it.
        columns: its columns.
    """

    key: str
    part: TagPart
    columns: tuple[int, ...]


def find(ground: TagMatrix) -> FinderResult:
    """Pairs of tags, or of groups of tags where there are few relationships."""
    if ground.n >= SINGLE_TAGS_FROM or len(_movable(ground.holds)) <= FEW_TAGS:
        named = [
            _TagUnit(key, TagPart(*ground.columns[place]), (place,))
            for place, key in enumerate(ground.column_keys(range(len(ground.columns))))
        ]
        return _compare_units(ground, named, ground.fixed_margin_draws)
    grouped = _groups(ground)
    has = np.stack([ground.holds[:, list(one.columns)].any(axis=1) for one in grouped], axis=1)
    return _compare_units(ground, grouped, draw_fixed_margins(has, ground.rng(NAME), draws=ground.draws))


def _movable(has: Mask) -> Rows:
    """Columns held by two relationships or more, and not by all."""
    k = has.sum(axis=0)
    return np.flatnonzero((k >= 2) & (k < len(has)))


def _groups(ground: TagMatrix) -> list[_TagUnit]:
    """The tag groups that occur, received and given."""
    found: dict[tuple[Group, bool], list[int]] = {}
    for place, (tag, given) in enumerate(ground.columns):
        found.setdefault((ground.tables.vocabulary[tag].group, given), []).append(place)
    return [
        _TagUnit(
            f"{'given ' * given}group {group}",
            TagPart(group, given, is_group=True),
            tuple(columns),
        )
        for (group, given), columns in found.items()
    ]


def _compare_units(ground: TagMatrix, named: list[_TagUnit], draws: Draws) -> FinderResult:
    has = draws.to_table()
    pairs = np.array([*combinations(_movable(has).tolist(), 2)], np.intp).reshape(-1, 2)
    if not len(pairs):
        return FinderResult()
    k = has.sum(axis=0)

    def finding(row: int) -> Finding:
        return _pair(ground, [named[place] for place in pairs[row].tolist()], has[:, pairs[row]])

    tested = TestFamily.from_counts(
        count_together(draws, pairs), finding, np.minimum(k[pairs[:, 0]], k[pairs[:, 1]])
    )
    return FinderResult(
        test_families=(tested,), derive_findings=lambda clear: _triples(ground, named, has, clear)
    )


def _pair(ground: TagMatrix, two: Sequence[_TagUnit], held: Mask) -> Finding:
    one, other = held.T
    both = one & other
    k = int(both.sum())
    with_it = Share(k, int(one.sum()))
    without = Share(int((other & ~one).sum()), int((~one).sum()))
    effect, interval = share_difference(with_it, without)
    return Finding(
        facts=TogetherFacts(
            parts=tuple(unit.part for unit in two), with_first=with_it, without_first=without
        ),
        effect=effect,
        interval=interval,
        breaks=ground.build_counter_examples(
            one ^ other, [column for unit in two for column in unit.columns]
        ),
        **_shared_fields(ground, two, both),
    )


def _shared_fields(ground: TagMatrix, units: Sequence[_TagUnit], among: Mask) -> dict[str, Any]:
    """What a pair and a triple say alike."""
    columns = [
        column
        for unit in units
        for column in unit.columns
        if not unit.part.is_group or (ground.holds[:, column] & among).any()
    ]
    return {
        "id": pattern_id(NAME, [unit.key for unit in units]),
        "finder": NAME,
        "groups": tuple(unit.part.key for unit in units if unit.part.is_group),
        "k": int(among.sum()),
        "of": ground.n,
        **ground.build_tag_fields(columns),
        **ground.build_evidence_fields(ground.mask_entries(columns, among)),
    }


def _triples(
    ground: TagMatrix, named: list[_TagUnit], has: Mask, clear: tuple[Finding, ...]
) -> tuple[Finding, ...]:
    """The sets of three whose three pairs are clear, the most frequent first."""
    place = {unit.key: number for number, unit in enumerate(named)}
    pairs = {
        tuple(sorted(place[key] for key in finding.id.split(":")[1:]))
        for finding in clear
        if all(key in place for key in finding.id.split(":")[1:])
    }
    members = sorted({one for pair in pairs for one in pair})
    sets = [three for three in combinations(members, 3) if set(combinations(three, 2)) <= pairs]
    if not sets:
        return ()
    counts = count_together(single_draw(has), np.array(sets, np.intp))[:, 0]
    return tuple(
        Finding(
            facts=TogetherFacts(parts=tuple(named[one].part for one in sets[row])),
            **_shared_fields(
                ground,
                [named[one] for one in sets[row]],
                _mask_holding_all(has, sets[row]),
            ),
        )
        for row in np.argsort(-counts, kind="stable").tolist()
        if counts[row]
    )


def _mask_holding_all(has: Mask, three: Sequence[int]) -> Mask:
    """The relationships that hold all of them."""
    return np.asarray(has[:, list(three)].all(axis=1), bool)
