"""Who may be offered as help: nobody who did harm, who died, or who is in the moment that hurts."""

from collections.abc import Iterable

from models.history import Episode, History, Relationship
from timeline.study.study import Study


def find_people_to_offer(study: Study, moments: Iterable[Episode] = ()) -> tuple[Relationship, ...]:
    """The relationships that may be offered as help, in the order entered.

    Left out is whoever has a tag of harm, received or shared, on a moment or on the whole; whose last time
    together ended by death; whom the person marked; and whoever is in `moments`.

    Args:
        study: a history, read.
        moments: those that hurt now, and those found to be like them.
    """
    left_out = find_who_harmed(study.history) | {moment.relationship for moment in moments}
    people = study.relationships
    left_out |= {str(id_) for id_ in people.id[people.ended == "death"]}
    everyone = study.history.relationships
    return tuple(one for one in everyone if one.id not in left_out and not one.never_as_help)


def find_who_harmed(history: History) -> frozenset[str]:
    """The ids of the relationships with a tag of harm that was received or shared."""
    harm = {key for key, tag in history.vocabulary.items() if tag.is_harm}
    whole = (one.id for one in history.relationships if harm & {wide.tag for wide in one.tags})
    moments = (
        one.relationship for one in history.episodes if harm & {*one.tags} and one.direction != "given"
    )
    return frozenset((*whole, *moments))
