"""Every finder's counts against plain loops over the history itself."""

from collections.abc import Iterator
from itertools import pairwise
from typing import Any

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from models.entries import Episode
from models.findings import Finding
from models.history import History
from models.steps import Reasons
from tests.patterns.planted_histories import TODAY, noise
from timeline.null_models.tag_matrix import TagMatrix
from timeline.patterns import FINDERS, get_finder
from timeline.patterns.overlap import median_gap
from timeline.tables import build_tables

laws = settings(deadline=None, max_examples=12)

Column = tuple[str, bool]


class PlainHistory:
    """A history whose dates are days, read with loops and dictionaries."""

    def __init__(self, history: History) -> None:
        self.history = history
        self.kind = {r.id: r.kind for r in history.relationships}
        self.begin = {r.id: r.spells[0].start.root for r in history.relationships}
        holds: dict[str, set[Column]] = {}
        for e in history.episodes:
            for tag in e.tags:
                holds.setdefault(e.relationship, set()).add((tag, e.direction == "given"))
        for r in history.relationships:
            for wide in r.tags:
                holds.setdefault(r.id, set()).add((wide.tag, False))
        self.rels = sorted(holds, key=lambda r: self.begin[r])
        self.holds = holds
        self.columns = {column for held in holds.values() for column in held}

    def relationships_with(self, *columns: Column) -> list[str]:
        return [r for r in self.rels if all(c in self.holds[r] for c in columns)]

    def early_relationships(self) -> list[str]:
        family = [r for r in self.rels if self.kind[r] == "family"]
        young = [r for r in family if self.begin[r] < "1972-07-02"]  # born in the middle of 1960
        return young or self.rels[:3]

    def first_date(self, relationship: str, column: Column) -> str | None:
        days = [
            e.when.root
            for e in self.history.episodes
            if e.relationship == relationship
            and (e.direction == "given") == column[1]
            and column[0] in e.tags
            and e.when.root != "unknown"
        ]
        return min(days) if days else None

    def is_one_moment(self, relationship: str, day: str, *columns: Column) -> bool:
        """Whether of a day one moment alone has any of these columns."""
        on_day = [e for e in self.moments(relationship) if e.when.root == day]
        held = [[(tag, e.direction == "given") for tag in e.tags] for e in on_day]
        return sum(not set(columns).isdisjoint(own) for own in held) == 1

    def moments(self, relationship: str) -> list[Episode]:
        return [e for e in self.history.episodes if e.relationship == relationship]


def give_some_moments(history: History, seed: int) -> History:
    """The same with a third of the moments given, and a few answers and explanations."""
    rng = np.random.default_rng(seed)
    hoped, they, mine = ("be loved", "be seen"), ("left", "Stayed "), ("went quiet", "tried harder")
    episodes = tuple(
        e.model_copy(
            update={
                "direction": "given" if rng.random() < 0.3 else "received",
                "hoped_for": (str(rng.choice(hoped)),),
                "they_responded": (str(rng.choice(they)),),
                "i_responded": (str(rng.choice(mine)),),
            }
        )
        for e in history.episodes
    )
    reasons = tuple(
        Reasons(id=f"why{number}", episode=e.id, others=(str(rng.choice(["their past", "Two people"])),))
        for number, e in enumerate(episodes[::3])
    )
    return History(
        person=history.person,
        relationships=history.relationships,
        episodes=episodes,
        reasons=reasons,
    )


histories_with_given = st.builds(
    lambda n, seed: give_some_moments(
        noise(n, np.random.default_rng(seed), moments=4.0, vague=0.0, tags=9), seed + 1
    ),
    st.sampled_from([12, 15, 23]),
    st.integers(0, 10_000),
)


def rows_of(name: str, history: History) -> Iterator[Finding]:
    """Every row a finder looked at, whether or not it would be shown."""
    look = get_finder(name).find(TagMatrix(build_tables(history, TODAY), draws=8))
    yield from look.counted_findings
    for part in look.test_families:
        for row in range(len(part.p)):
            yield part.build_finding(row)


def columns_in(finding: Finding) -> list[Column]:
    given = finding.given or (False,) * len(finding.tags)
    return [*zip(finding.tags, given, strict=True)]


@laws
@given(histories_with_given)
def test_recurrence_and_answers(history: History) -> None:
    plain = PlainHistory(history)
    rows = [*rows_of("recurrence", history)]
    assert {columns_in(one)[0] for one in rows} == plain.columns
    for one in rows:
        column = columns_in(one)[0]
        assert (one.k, one.of) == (len(plain.relationships_with(column)), len(plain.rels))
        assert {gap.relationship for gap in one.breaks} == {*plain.rels} - {*plain.relationships_with(column)}
        assert set(one.episodes) == {
            e.id for e in history.episodes if column[0] in e.tags and (e.direction == "given") == column[1]
        }
        firsts = [first for r in plain.rels if (first := plain.first_date(r, column))]
        assert (one.first is None) == (not firsts)
        if one.first:
            by_id = {e.id: e for e in history.episodes}
            assert by_id[one.first.episode or ""].when.root == min(firsts)
            rated = [by_id[e].intensity or 0 for e in one.episodes]
            assert all(by_id[m.episode or ""].intensity == max(rated) for m in one.strongest)
    for one in rows_of("answers", history):
        hurt = history.vocabulary[one.tags[0]]
        who = {r for r in plain.rels if any((tag, False) in plain.holds[r] for tag in hurt.answered_by)}
        assert (set(one.relationships), one.k) == (who, len(who))
        lacking = {r for r in plain.relationships_with((hurt.key, False)) if r not in who}
        assert {gap.relationship for gap in one.breaks} == lacking


@laws
@given(histories_with_given)
def test_together_and_kinds(history: History) -> None:
    plain = PlainHistory(history)
    seen = set()
    for one in rows_of("together", history):
        if one.groups:
            group = {key: tag.group for key, tag in history.vocabulary.items()}
            parts = [part.removeprefix("given ").split()[-1] for part in one.id.split(":")[1:]]
            gave = ["given" in part.split() for part in one.id.split(":")[1:]]
            both = [
                r
                for r in plain.rels
                if all(
                    any(group[tag] == part and given == g for tag, given in plain.holds[r])
                    for part, g in zip(parts, gave, strict=True)
                )
            ]
            assert one.k == len(both)
            continue
        columns = columns_in(one)
        assert set(one.relationships) == {*plain.relationships_with(*columns)}
        assert one.k == len(one.relationships)
        either = {r for r in plain.rels if sum(c in plain.holds[r] for c in columns) == 1}
        assert {gap.relationship for gap in one.breaks} == either
        seen.add(frozenset(columns))
    if seen:
        often = [c for c in plain.columns if 2 <= len(plain.relationships_with(c)) < len(plain.rels)]
        assert seen == {frozenset((a, b)) for a in often for b in often if a != b}
    for one in rows_of("kinds", history):
        (column,), (kind,) = columns_in(one), one.kinds
        assert one.k == sum(plain.kind[r] == kind for r in plain.relationships_with(column))
        assert one.of == sum(plain.kind[r] == kind for r in plain.rels)


@laws
@given(histories_with_given)
def test_echo_carry_and_fading(history: History) -> None:
    plain = PlainHistory(history)
    early = plain.early_relationships()
    theirs = {c for r in early for c in plain.holds[r]}
    for one in rows_of("echo", history):
        later = [r for r in plain.rels if r not in early and (not one.kinds or plain.kind[r] == one.kinds[0])]
        if one.kinds:
            assert one.k == sum(c in plain.holds[r] for r in later for c in theirs)
            assert one.of == len(theirs) * len(later)
        else:
            assert (one.k, one.of) == (sum(bool(theirs & plain.holds[r]) for r in later), len(later))
    for one in rows_of("carry", history):
        columns = columns_in(one) or [
            c for c in plain.columns if 2 <= len(plain.relationships_with(c)) < len(plain.rels)
        ]
        pairs = [(a, b, c) for a, b in pairwise(plain.rels) for c in columns if c in plain.holds[a]]
        assert (one.k, one.of) == (sum(c in plain.holds[b] for _, b, c in pairs), len(pairs))
    half = len(plain.rels) // 2
    for one in rows_of("fading", history) if len(plain.rels) >= 20 else ():
        (column,) = columns_in(one)
        assert (one.k, one.of) == (sum(column in plain.holds[r] for r in plain.rels[-half:]), half)


def without_loss(history: History) -> History:
    """The same, where a moment that is a loss carries no painful tag."""
    vocabulary = history.vocabulary
    return history.model_copy(
        update={
            "episodes": tuple(
                e.model_copy(update={"tags": tuple(t for t in e.tags if vocabulary[t].side != "painful")})
                if "loss" in e.tags
                else e
                for e in history.episodes
            )
        }
    )


@laws
@given(histories_with_given)
def test_sequence(history: History) -> None:
    # A loss is no hurt where it is asked what came first.
    plain = PlainHistory(without_loss(history))
    rels = PlainHistory(history).rels
    seen = set()
    for one in rows_of("sequence", history):
        a, b = columns_in(one)
        firsts = {r: (plain.first_date(r, a), plain.first_date(r, b)) for r in rels}
        both = {r: pair for r, pair in firsts.items() if all(pair)}
        before = {r for r, (x, y) in both.items() if (x or "") < (y or "")}
        assert (set(one.relationships), one.k, one.of) == (before, len(before), len(both))
        after = {r for r, (x, y) in both.items() if (y or "") < (x or "")}
        at_once = {r for r, (x, y) in both.items() if x == y and plain.is_one_moment(r, x or "", a, b)}
        assert {gap.relationship for gap in one.breaks} == after | at_once
        assert len(one.episodes) <= 2 * len(before) + len(history.episodes) // 4
        seen.add((a, b))
    wanted = {
        (a, b)
        for a in plain.columns
        for b in plain.columns
        if a != b and sum(bool(plain.first_date(r, a) and plain.first_date(r, b)) for r in rels) >= 3
    }
    assert seen == wanted


def mean_ratings(plain: PlainHistory, side: str) -> list[tuple[str, float]]:
    """(when it began, mean rating) of each relationship with a rated moment of a side."""
    vocabulary, out = plain.history.vocabulary, []
    for r in plain.rels:
        rated = [
            e.intensity
            for e in plain.moments(r)
            if e.intensity and e.direction != "given" and any(vocabulary[t].side == side for t in e.tags)
        ]
        if rated:
            out.append((plain.begin[r], sum(rated) / len(rated)))
    return out


@laws
@given(histories_with_given)
def test_easing_and_turning(history: History) -> None:
    plain = PlainHistory(history)
    for one in rows_of("easing", history):
        values = [mean for _, mean in mean_ratings(plain, one.side)]
        assert (one.k, one.of) == (len(values), len(plain.rels))
        if one.id.endswith("turn"):
            places = [
                (
                    abs(sum(values[:k]) - k * np.mean(values))
                    * (len(values) / (k * (len(values) - k))) ** 0.5,
                    -k,
                )
                for k in range(2, len(values) - 1)
            ]
            best, place = max((round(size, 9), k) for size, k in places)
            assert best == 0 or one.effect == pytest.approx(
                np.mean(values[-place:]) - np.mean(values[:-place])
            )
    vocabulary = history.vocabulary
    warmer, several = 0, 0
    for r in plain.rels:
        rows = []
        for e in plain.moments(r):
            sides = {vocabulary[t].side for t in e.tags} - {"neither"}
            if (
                "loss" not in e.tags
                and len(sides) == 1
                and e.intensity
                and e.direction != "given"
                and e.when.root != "unknown"
            ):
                rows.append((e.when.root, e.intensity if sides == {"caring"} else -e.intensity))
        if {y > 0 for _, y in rows} != {True, False}:
            continue
        s = sum((y > b) - (y < b) for x, y in rows for a, b in rows if x > a)
        several += any(x > a for x, _ in rows for a, _ in rows) and len({y for _, y in rows}) > 1
        warmer += s < 0
    for one in rows_of("turning", history):
        assert (one.k, one.of) == (warmer, several)


@laws
@given(histories_with_given)
def test_reciprocity_wish_reasons_and_overlap(history: History) -> None:
    plain = PlainHistory(history)
    (balance,) = rows_of("reciprocity", history)
    away = [(r.gave or 0) - (r.came_back or 0) for r in history.relationships]
    assert (balance.k, balance.of) == (sum(x > 0 for x in away), len(away))
    assert balance.effect == pytest.approx(sum(away) / len(away))
    said: dict[str, set[tuple[str, str]]] = {}
    for e in history.episodes:
        for asked, words in (("h", e.hoped_for), ("t", e.they_responded), ("i", e.i_responded)):
            said.setdefault(e.relationship, set()).update((asked, w.strip().casefold()) for w in words)
    for one in rows_of("wish", history):
        parts = one.id.split(":")[1:]
        if parts == ["breadth"]:
            assert one.k == sum(any(a == "i" for a, _ in s) for s in said.values())
            continue
        three = {*zip("hti", parts, strict=True)}
        who = {r for r, s in said.items() if three <= s}
        assert (set(one.relationships), one.k, one.of) == (who, len(who), len(said))
    of_moment = {e.id: e.relationship for e in history.episodes}
    why: dict[str, set[str]] = {}
    for reason in history.reasons:
        for told in reason.others:
            why.setdefault(told.casefold(), set()).add(of_moment[reason.episode])
    rows = [*rows_of("reasons", history)]
    often = {told: who for told, who in why.items() if len(who) > 1}
    assert {f.id.split(":")[1]: {*f.relationships} for f in rows} == often
    for one in rows_of("overlap", history):
        spans = [
            (r.id, r.spells[0].start.root, (r.spells[0].end or r.spells[0].start).root)
            for r in history.relationships
            if r.kind == one.kinds[0]
        ]
        same = {a for a, b, c in spans for d, x, y in spans if a != d and b < y and x < c}
        touch = {a for a, b, c in spans for d, x, y in spans if a != d and b <= y and x <= c}
        assert same <= {*one.relationships} <= touch
        assert one.of == len(spans)
    assert plain.rels


spans_of_time = st.lists(
    st.tuples(st.integers(0, 20), st.integers(0, 9)), min_size=1, max_size=8, unique_by=lambda span: span[0]
)


@laws
@given(spans_of_time)
def test_the_years_between_agree_with_plain_loops(spans: list[tuple[int, int]]) -> None:
    begin, end = (np.array([[s[0] for s in spans]], float), np.array([[sum(s) for s in spans]], float))
    gaps, last = [], None
    for start, stop in sorted((b, b + d) for b, d in spans):
        if last is not None and start >= last:
            gaps.append(start - last)
        last = stop if last is None else max(last, stop)
    found: Any = median_gap(begin, end)[0]
    assert np.isnan(found) if not gaps else found == pytest.approx(float(np.median(gaps)))


def test_every_finder_has_a_second_opinion() -> None:
    here = {
        "recurrence", "answers", "together", "kinds", "echo", "carry", "fading", "sequence", "easing",
        "turning", "reciprocity", "wish", "reasons", "overlap",
    }  # fmt: skip
    assert here == {finder.NAME for finder in FINDERS}
