"""A history beside another: narrowed to some of it, two parts side by side, and before and after an edit."""

import json
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any, NamedTuple

from models.changes import Change
from models.dates import When
from models.entries import Episode, Relationship
from models.findings import Finding, Notice
from models.history import History
from timeline.null_models import jeffreys
from timeline.study.study import Study
from timeline.tables import WHOLE_RELATIONSHIP, Tables, bool_column, int_column, str_column


@dataclass(frozen=True)
class Filter:
    """Which part of a history is meant; what is empty leaves nothing out.

    Attributes:
        people: ids of relationships.
        kinds: of bond.
        tags: moments that carry one of these.
        years: the first and the last year, both included; what has no date is left out then.
    """

    people: frozenset[str] = frozenset()
    kinds: frozenset[str] = frozenset()
    tags: frozenset[str] = frozenset()
    years: tuple[int, int] | None = None

    @property
    def is_empty(self) -> bool:
        """Whether nothing is left out."""
        return self == Filter()


class DirectionCounts(NamedTuple):
    """What came to the person in a part of a history (or went both ways), or what came from them.

    Attributes:
        relationships: how many have a tag that did, on a moment or on the whole.
        caring: moments tagged as caring.
        painful: moments tagged as painful.
        whole_relationship_tags: tags set on a relationship as a whole.
    """

    relationships: int
    caring: int
    painful: int
    whole_relationship_tags: int


class PartCounts(NamedTuple):
    """What a part of a history holds.

    Attributes:
        tagged_relationships: relationships with any tag.
        received_counts: what came to the person, and what went both ways.
        given_counts: what came from them.
    """

    tagged_relationships: int
    received_counts: DirectionCounts
    given_counts: DirectionCounts


@dataclass(frozen=True)
class TagComparison:
    """One tag in two parts, each counted in relationships.

    Attributes:
        tag: its key.
        is_given: whether what was given is meant.
        holding_counts: how many of each part hold it.
        tagged_counts: how many of each part were tagged.
        interval: Jeffreys' 95 % of each share.
    """

    tag: str
    is_given: bool
    holding_counts: tuple[int, int]
    tagged_counts: tuple[int, int]
    interval: tuple[tuple[float, float], tuple[float, float]]


def apply_filter(history: History, chosen: Filter, today: date) -> History:
    """The history as if only this part of it had been written down.

    Picture, patterns, views and tables are then made of it as of any history. A relationship stays if its
    person and kind are meant and, with tags or years, something of it is: a moment, a tag on the whole, or
    (with years alone) time together. What belongs to a moment or a relationship left out goes with it.

    Args:
        history: all of it.
        chosen: which part.
        today: where an open end is read as.
    """
    if chosen.is_empty:
        return history
    meant = {r.id for r in history.relationships if _is_person_in_filter(r, chosen)}
    episodes = tuple(
        e
        for e in history.episodes
        if e.relationship in meant and _is_episode_in_filter(history, e, chosen, today)
    )
    kept_with = {e.relationship for e in episodes}
    relationships = tuple(
        _keep_filtered_tags(r, chosen)
        for r in history.relationships
        if r.id in meant and (r.id in kept_with or _is_kept_without_moments(history, r, chosen, today))
    )
    people, moments = {r.id for r in relationships}, {e.id for e in episodes}
    fields: dict[str, Any] = {name: getattr(history, name) for name in History.model_fields} | {
        "relationships": relationships,
        "episodes": episodes,
        "kind_notes": tuple(n for n in history.kind_notes if n.episode is None or n.episode in moments),
        "reasons": tuple(r for r in history.reasons if r.episode in moments),
        "intentions": tuple(
            i for i in history.intentions if i.relationship is None or i.relationship in people
        ),
    }
    # model_construct: a part of what holds together holds together.
    return History.model_construct(**fields)


def _is_person_in_filter(relationship: Relationship, chosen: Filter) -> bool:
    return (not chosen.people or relationship.id in chosen.people) and (
        not chosen.kinds or relationship.kind in chosen.kinds
    )


def _is_episode_in_filter(history: History, episode: Episode, chosen: Filter, today: date) -> bool:
    if chosen.tags and chosen.tags.isdisjoint(episode.tags):
        return False
    return chosen.years is None or _is_within_years(history, episode.when, episode.when, chosen.years, today)


def _is_kept_without_moments(
    history: History, relationship: Relationship, chosen: Filter, today: date
) -> bool:
    """Whether a relationship stays of which no moment does."""
    if chosen.tags and chosen.tags.isdisjoint(wide.tag for wide in relationship.tags):
        return False
    return chosen.years is None or any(
        _is_within_years(history, spell.start, spell.end, chosen.years, today)
        for spell in relationship.spells
    )


def _is_within_years(
    history: History, start: When, end: When | None, years: tuple[int, int], today: date
) -> bool:
    """Whether a stretch of time lies in these years, as far as it can be told."""
    begins = history.span(start, today)
    ends = history.span(end, today) if end is not None else None
    if begins is None:
        return False
    last = history.last_day(today) if end is None else (ends or begins).last
    return begins.first.year <= years[1] and max(last, begins.last).year >= years[0]


def _keep_filtered_tags(relationship: Relationship, chosen: Filter) -> Relationship:
    if not chosen.tags:
        return relationship
    kept = tuple(wide for wide in relationship.tags if wide.tag in chosen.tags)
    return relationship.model_copy(update={"tags": kept})


def count_part(study: Study) -> PartCounts:
    """What a part holds: received and given apart, since they are never added up.

    Args:
        study: a part of a history, as `apply_filter` gives it, read.
    """
    part = study.tables
    tagged = len({*int_column(part.tag_entries, "rel").tolist()})
    return PartCounts(tagged, _count_direction(part, given=False), _count_direction(part, given=True))


def compare_tags(one: Study, other: Study) -> tuple[TagComparison, ...]:
    """Every tag of two parts, counted in each, as the vocabulary lists them: received, then given.

    Args:
        one: a part of a history, as `apply_filter` gives it, read.
        other: another part of the same.
    """
    first, second = (_count_relationships_by_tag(part.tables) for part in (one, other))
    of = (count_part(one).tagged_relationships, count_part(other).tagged_relationships)
    found = []
    for given in (False, True):
        for tag in one.vocabulary:
            k = (first[tag, given], second[tag, given])
            if any(k):
                ends = (jeffreys(k[0], of[0]), jeffreys(k[1], of[1]))
                found.append(TagComparison(tag, given, k, of, ends))
    return tuple(found)


def _count_direction(part: Tables, *, given: bool) -> DirectionCounts:
    tags, moments = (
        (str_column(some, "direction") == "given") == given for some in (part.tag_entries, part.moments)
    )
    caring, painful = (
        int((bool_column(part.moments, side) & moments).sum()) for side in ("caring", "painful")
    )
    wide = int((int_column(part.tag_entries, "moment")[tags] == WHOLE_RELATIONSHIP).sum())
    return DirectionCounts(len({*int_column(part.tag_entries, "rel")[tags].tolist()}), caring, painful, wide)


def _count_relationships_by_tag(part: Tables) -> Counter[tuple[str, bool]]:
    """In how many relationships each tag is, received and given."""
    tags, rels = str_column(part.tag_entries, "tag"), int_column(part.tag_entries, "rel")
    given = str_column(part.tag_entries, "direction") == "given"
    each = {*zip(tags.tolist(), given.tolist(), rels.tolist(), strict=True)}
    return Counter((tag, gave) for tag, gave, _ in each)


def build_notices(
    before: Sequence[Finding], after: Sequence[Finding], changes: Change | Iterable[Change]
) -> tuple[Notice, ...]:
    """What edits did to the patterns: which came or went, and by which entry.

    A finding is a pattern here if it is clear, or if its tag runs through several people. An entry is named
    where it alone was edited, and in more than its words.

    Args:
        before: what was found.
        after: what is found now.
        changes: what was edited in between.
    """
    changes = [changes] if isinstance(changes, Change) else [*changes]
    alone = changes[0] if len(changes) == 1 and _is_counted_change(changes[0]) else None
    entry, title = (alone.id, _title(alone)) if alone else (None, "")
    then, now = ({finding.id: finding for finding in some} for some in (before, after))
    found = []
    for name in dict.fromkeys((*then, *now)):
        was, is_now = _is_pattern(then.get(name)), _is_pattern(now.get(name))
        if was != is_now:
            found.append(
                Notice(
                    finding=now.get(name) or then[name],
                    is_new=is_now,
                    entry=entry,
                    entry_title=title,
                    changed=len(changes),
                )
            )
    return tuple(found)


def _is_pattern(finding: Finding | None) -> bool:
    return finding is not None and (finding.is_clear or finding.recurs)


_UNCOUNTED_FIELDS = {
    *("headline", "story", "memory", "for_therapist", "source", "certainty"),
    *("name", "alias", "role", "on_my_mind", "note"),
}
"""Fields of moments and relationships that no count rests on."""


def _is_counted_change(change: Change) -> bool:
    """Whether more of a moment or relationship was changed than its words."""
    if change.kind not in ("episodes", "relationships"):
        return False
    if change.before is None or change.after is None:
        return True
    was, is_now = (json.loads(text) for text in (change.before, change.after))
    return any(was.get(field) != is_now.get(field) for field in {*was, *is_now} - _UNCOUNTED_FIELDS)


def _title(change: Change) -> str:
    """What the person calls the entry that was changed."""
    told = json.loads(change.after or change.before or "{}")
    return str(told.get("headline") or told.get("name") or "")
