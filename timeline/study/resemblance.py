"""What today’s hurt resembles: earlier moments that share tags, bond or response; and who was there then."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta

from models.dates import Span
from models.history import Episode, History, Relationship

_NEAR_WITHIN = timedelta(days=366)


@dataclass(frozen=True)
class Hurt:
    """What is known of today's hurt.

    Attributes:
        tags: keys of painful tags; a moment resembles it by sharing at least one.
        kind: of bond, "" if not said.
        response: what the person did, "" if not said.
    """

    tags: tuple[str, ...]
    kind: str = ""
    response: str = ""


@dataclass(frozen=True)
class SimilarMoment:
    """An earlier moment that shares something with the hurt.

    Attributes:
        moment: the entry.
        relationship: whom it was with.
        tags: the shared tags, in the order of the vocabulary.
        same_kind: whether it was in the same kind of bond.
        same_response: whether the person did the same then.
    """

    moment: Episode
    relationship: Relationship
    tags: tuple[str, ...]
    same_kind: bool
    same_response: bool

    @property
    def shared_count(self) -> int:
        """How many things are the same."""
        return len(self.tags) + self.same_kind + self.same_response


@dataclass(frozen=True)
class Helper:
    """Someone who was there around those times.

    Attributes:
        relationship: who.
        moments: caring moments with them, not painful ones, within a year of those times; earliest first.
    """

    relationship: Relationship
    moments: tuple[Episode, ...]


def find_similar_moments(history: History, today: date, hurt: Hurt) -> tuple[SimilarMoment, ...]:
    """Earlier moments like it: those that share most come first, and among equals the earliest.

    Args:
        history: what was written down.
        today: the day it is read on.
        hurt: what they are held against.
    """
    wanted = [tag for tag in history.vocabulary if tag in hurt.tags]
    found = []
    for moment in history.episodes:
        tags = tuple(tag for tag in wanted if tag in moment.tags)
        if not tags:
            continue
        relationship = history.by_id[moment.relationship]
        same_kind = bool(hurt.kind) and relationship.kind == hurt.kind
        same_response = bool(hurt.response) and hurt.response in moment.i_responded
        found.append(SimilarMoment(moment, relationship, tags, same_kind, same_response))
    return tuple(
        sorted(found, key=lambda one: (-one.shared_count, _time_sort_key(history, today, one.moment)))
    )


def find_helpers(history: History, today: date, moments: Iterable[Episode]) -> tuple[Helper, ...]:
    """Who was there within a year of any of these moments, by caring moments; most often first.

    Args:
        history: what was written down.
        today: the day it is read on.
        moments: those looked around.
    """
    spans = [span for moment in moments if (span := history.span(moment.when, today))]
    by_whom: dict[str, list[Episode]] = {}
    for moment in history.episodes:
        span = history.span(moment.when, today)
        caring = history.vocabulary.sides_of(moment.tags) == {"caring"} and moment.direction != "given"
        if span and caring and any(_is_near_in_time(span, other) for other in spans):
            by_whom.setdefault(moment.relationship, []).append(moment)
    ordered = sorted(by_whom.items(), key=lambda pair: -len(pair[1]))
    return tuple(
        Helper(history.by_id[id_], tuple(sorted(found, key=lambda one: _time_sort_key(history, today, one))))
        for id_, found in ordered
    )


def count_answering_relationships(history: History, tag: str) -> tuple[tuple[Relationship, int], ...]:
    """Who gave what answers a painful tag: each with how many moments; most often first.

    A caring tag set on a relationship as a whole counts as one.
    """
    answers = set(history.vocabulary[tag].answered_by)
    times: Counter[str] = Counter()
    for moment in history.episodes:
        if answers & set(moment.tags) and moment.direction != "given":
            times[moment.relationship] += 1
    for relationship in history.relationships:
        if answers & {wide.tag for wide in relationship.tags}:
            times[relationship.id] += 1
    return tuple((history.by_id[id_], n) for id_, n in times.most_common())


def _is_near_in_time(one: Span, other: Span) -> bool:
    return one.first - _NEAR_WITHIN <= other.last and other.first <= one.last + _NEAR_WITHIN


def _time_sort_key(history: History, today: date, moment: Episode) -> tuple[int, int]:
    """Where in time it lies; what has no place goes last."""
    span = history.span(moment.when, today)
    return (1, 0) if span is None else (0, span.first.toordinal() + span.last.toordinal())
