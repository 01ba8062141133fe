"""Where step 4 may look for reasons or ask for a share of one’s own: never on harm, nor as a child."""

from models.entries import Episode, Relationship

HARM = frozenset({"abuse", "trauma", "fear", "control"})
"""Tags for which nobody has to look for a reason, and no share is ever asked for."""
GROWN = 18


def may_look_for_reasons(moment: Episode, relationship: Relationship) -> bool:
    """Whether other reasons are offered: not where harm is tagged, on the moment or on the whole bond."""
    return not HARM & {*moment.tags, *(wide.tag for wide in relationship.tags)}


def may_offer_own_share(
    moment: Episode, relationship: Relationship, age: tuple[int, int] | None
) -> bool | None:
    """Whether an own share may be offered: never on harm, with a caregiver, or possibly below 18.

    Args:
        moment: what it is about.
        relationship: whom it was with.
        age: the youngest and oldest age the person can have had then; None where it cannot be told.

    Returns:
        None where all else allows it and the age is not known: then the person is asked.
    """
    if not may_look_for_reasons(moment, relationship) or relationship.caregiver:
        return False
    return None if age is None else age[0] >= GROWN
