"""What today’s hurt resembles: earlier moments that share tags, bond or response; and who was there then."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import timedelta

from models.dates import Span
from models.history import Episode, Relationship
from timeline.study.help_offers import find_people_to_offer
from timeline.study.study import Study

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


def find_similar_moments(study: Study, hurt: Hurt) -> tuple[SimilarMoment, ...]:
    """All earlier moments like it: those that share most come first, and among equals the earliest.

    What happened today is today's own, and no earlier moment; what has no date may be one.

    Args:
        study: a history, read.
        hurt: what they are held against.
    """
    history = study.history
    wanted = [tag for tag in history.vocabulary if tag in hurt.tags]
    found = []
    for moment in history.episodes:
        tags = tuple(tag for tag in wanted if tag in moment.tags)
        span = history.span(moment.when, study.today)
        if not tags or (span and span.first >= study.today):
            continue
        relationship = history.by_id[moment.relationship]
        same_kind = bool(hurt.kind) and relationship.kind == hurt.kind
        same_response = bool(hurt.response) and hurt.response in moment.i_responded
        found.append(SimilarMoment(moment, relationship, tags, same_kind, same_response))
    return tuple(sorted(found, key=lambda one: (-one.shared_count, _time_sort_key(study, one.moment))))


def find_helpers(study: Study, moments: Sequence[Episode]) -> tuple[Helper, ...]:
    """Of those who may be offered, who was there within a year of any of these moments; most often first.

    Args:
        study: a history, read.
        moments: those looked around; whoever is in them is no help against them.
    """
    history = study.history
    offered = {one.id for one in find_people_to_offer(study, moments)}
    spans = [span for moment in moments if (span := history.span(moment.when, study.today))]
    by_whom: dict[str, list[Episode]] = {}
    for moment in history.episodes:
        span = history.span(moment.when, study.today)
        caring = history.vocabulary.sides_of(moment.tags) == {"caring"} and moment.direction != "given"
        near = span and caring and any(_is_near_in_time(span, other) for other in spans)
        if near and moment.relationship in offered:
            by_whom.setdefault(moment.relationship, []).append(moment)
    ordered = sorted(by_whom.items(), key=lambda pair: -len(pair[1]))
    return tuple(
        Helper(history.by_id[id_], tuple(sorted(found, key=lambda one: _time_sort_key(study, one))))
        for id_, found in ordered
    )


def _is_near_in_time(one: Span, other: Span) -> bool:
    return one.first - _NEAR_WITHIN <= other.last and other.first <= one.last + _NEAR_WITHIN


def _time_sort_key(study: Study, moment: Episode) -> tuple[int, int]:
    """Where in time it lies; what has no place goes last."""
    span = study.history.span(moment.when, study.today)
    return (1, 0) if span is None else (0, span.first.toordinal() + span.last.toordinal())
