"""Where step 4 may look for reasons or ask for a share of one’s own: never on harm, nor as a child."""

from datetime import date

from models.history import Episode, History
from models.tags import TAGS

HARM_TAGS = frozenset(tag.key for tag in TAGS if tag.is_harm)
"""Tags for which nobody has to look for a reason, and no share is ever asked for."""
ADULT_AGE = 18


def find_harmful_relationships(history: History) -> frozenset[str]:
    """The relationships in which harm is tagged: on the whole bond, or on any moment with that person."""
    bonds = (one.id for one in history.relationships if HARM_TAGS & {wide.tag for wide in one.tags})
    moments = (one.relationship for one in history.episodes if HARM_TAGS & {*one.tags})
    return frozenset((*bonds, *moments))


def can_offer_own_share(history: History, moment: Episode, today: date) -> bool | None:
    """Whether an own share may be offered: never where there is harm, with a caregiver, or possibly below 18.

    Returns:
        None where all else allows it and the age is not known: then the person is asked.
    """
    if (
        moment.relationship in find_harmful_relationships(history)
        or history.by_id[moment.relationship].caregiver
    ):
        return False
    age = history.age(moment.when, today)
    return None if age is None else age[0] >= ADULT_AGE
