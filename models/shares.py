"""Where step 4 may look for reasons or ask for a share of one’s own: never on harm, nor as a child."""

from datetime import date

from models.history import Episode, History

HARM = frozenset({"abuse", "trauma", "fear", "control"})
"""Tags for which nobody has to look for a reason, and no share is ever asked for."""
GROWN = 18


def with_harm(history: History) -> frozenset[str]:
    """The relationships in which harm is tagged: on the whole bond, or on any moment with that person."""
    bonds = (one.id for one in history.relationships if HARM & {wide.tag for wide in one.tags})
    moments = (one.relationship for one in history.episodes if HARM & {*one.tags})
    return frozenset((*bonds, *moments))


def may_offer_own_share(history: History, moment: Episode, today: date) -> bool | None:
    """Whether an own share may be offered: never where there is harm, with a caregiver, or possibly below 18.

    Returns:
        None where all else allows it and the age is not known: then the person is asked.
    """
    if moment.relationship in with_harm(history) or history.by_id[moment.relationship].caregiver:
        return False
    age = history.age(moment.when, today)
    return None if age is None else age[0] >= GROWN
