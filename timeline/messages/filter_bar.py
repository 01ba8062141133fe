"""What the filter says: what is shown, what is left out, and how to have all of it again."""

from collections.abc import Sequence

from timeline.messages.grammar import join_with_or
from timeline.messages.language import N_, _, translate_constants

SUMMARY = N_("Filter")
NOTE = N_(
    "By people, kind of bond, tag or years. Leave a box empty to include everything. Nothing is deleted."
)
PEOPLE = N_("People")
KINDS = N_("Kinds of bond")
TAGS = N_("Moments with one of these tags")
ABOUT_TAGS = N_("Tags to look at")
YEAR_FROM = N_("From the year")
YEAR_TO = N_("to the year")
APPLY = N_("Show only this")
LIFT = N_("Show everything again")
NOT_A_TIME = N_("The first year lies after the last. Swap them.")
_MAX_NAMED = 4


def format_years(first: int | None, last: int | None) -> str:
    """Which years are shown."""
    if first is None:
        return _("until {last}").format(last=last)
    return (
        _("from {first} on").format(first=first)
        if last is None
        else _("{first} to {last}").format(first=first, last=last)
    )


def describe_filter(
    parts: Sequence[Sequence[str]], when: str, people: tuple[int, int], moments: tuple[int, int]
) -> str:
    """What is shown and what is left out.

    Args:
        parts: names of people, of kinds, of tags; empty ones leave nothing out.
        when: the years, in words; "" for all.
        people: relationships shown, and how many there are.
        moments: the same of moments.
    """
    told = [join_with_or(part, _MAX_NAMED) for part in parts if part] + ([when] if when else [])
    return _(
        "Narrowed to {parts}. Shown: {shown_people} of {people} relationships and {shown_moments} of "
        "{moments} moments. Everything else is left out of what you see and of every count here."
    ).format(
        parts="; ".join(told),
        shown_people=people[0],
        people=people[1],
        shown_moments=moments[0],
        moments=moments[1],
    )


def describe_listed_tags(tags: Sequence[str], counted: str) -> str:
    """Where tags choose what is listed, and leave nothing out of the counts.

    Args:
        tags: their names.
        counted: what else is narrowed, in words; "" for nothing.
    """
    about = join_with_or(tags, _MAX_NAMED)
    if counted:
        return _("{counted} Listed: what is about {tags}.").format(counted=counted, tags=about)
    return _("Listed: what is about {tags}. It is counted over everything you entered.").format(tags=about)


translate_constants(__name__)
