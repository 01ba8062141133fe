"""What the filter says: what is shown, what is left out, and how to have all of it again."""

from collections.abc import Sequence

from timeline.messages.grammar import join_with_or

SUMMARY = "Narrow what is shown"
NOTE = "By people, kind of bond, tag or years. What you leave empty leaves nothing out. Nothing is deleted."
PEOPLE = "People"
KINDS = "Kinds of bond"
TAGS = "Moments with one of these tags"
ABOUT_TAGS = "Tags to look at"
YEAR_FROM = "From the year"
YEAR_TO = "to the year"
APPLY = "Show only this"
LIFT = "Show everything again"
NOT_A_TIME = "The first year lies after the last. Swap them."
_MAX_NAMED = 4


def format_years(first: int | None, last: int | None) -> str:
    """Which years are shown."""
    if first is None:
        return f"until {last}"
    return f"from {first} on" if last is None else f"{first} to {last}"


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
    return (
        f"Narrowed to {'; '.join(told)}. Shown: {people[0]} of {people[1]} relationships and {moments[0]} of "
        f"{moments[1]} moments. Everything else is left out of what you see and of every count here."
    )


def describe_listed_tags(tags: Sequence[str], counted: str) -> str:
    """Where tags choose what is listed, and leave nothing out of the counts.

    Args:
        tags: their names.
        counted: what else is narrowed, in words; "" for nothing.
    """
    listed = f"Listed: what is about {join_with_or(tags, _MAX_NAMED)}"
    return f"{counted} {listed}." if counted else f"{listed}. It is counted over everything you entered."
