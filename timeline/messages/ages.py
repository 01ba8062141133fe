"""Ages in words, in a list and in a sentence: the same on screen, on paper and in the command."""

from collections.abc import Iterable

from models.ages import Age
from models.dates import When
from timeline.messages.language import _


def list_age(age: Age | None) -> str:
    """As it stands in a list: 25, 18–19, about 6, before birth; "" where it is not known."""
    if age is None:
        return ""
    if age.is_before_birth:
        return _("before birth")
    ages = _join_range(*age.shown_range)
    return _("about {ages}").format(ages=ages) if age.is_about else ages


def _join_range(first: int, last: int) -> str:
    """One age, or from one to another: 25, 18–19."""
    return f"{first}" if first == last else _("{first}–{last}").format(first=first, last=last)


def label_age(age: Age | None) -> str:
    """The same with the word before it: age 18–19, about age 6; "" where it is not known."""
    if age is None or age.is_before_birth:
        return list_age(age)
    years = _join_range(*age.shown_range)
    return (_("about age {years}") if age.is_about else _("age {years}")).format(years=years)


def tell_age(age: Age | None) -> str:
    """As it stands in a sentence: 25, 18 or 19, about 6, between 65 and 68; "" where it is none."""
    if age is None or age.is_before_birth:
        return ""
    youngest, oldest = age.shown_range
    if youngest == oldest:
        return list_age(age)
    if age.is_about:
        return _("about {youngest} to {oldest}").format(youngest=youngest, oldest=oldest)
    if oldest == youngest + 1:
        return _("{youngest} or {oldest}").format(youngest=youngest, oldest=oldest)
    return _("between {youngest} and {oldest}").format(youngest=youngest, oldest=oldest)


def at_age(age: Age | None) -> str:
    """When something was: at 25, at 18 or 19, between 65 and 68; "" where it is not known."""
    if age is None:
        return ""
    if age.is_before_birth:
        return _("before you were born")
    told = tell_age(age)
    youngest, oldest = age.shown_range
    return told if oldest > youngest + 1 and not age.is_about else _("at {age}").format(age=told)


def label_ages(ages: Iterable[Age | None]) -> str:
    """From the youngest of some to the oldest, with the word before it; "" where none is known."""
    known = [age for age in ages if age and not age.is_before_birth]
    if not known:
        return ""
    first, last = min(age.shown_range[0] for age in known), max(age.shown_range[1] for age in known)
    is_about = any(age.is_about and {first, last} & {*age.shown_range} for age in known)
    label = _("age {years}") if first == last else _("ages {years}")
    if is_about:
        label = _("about age {years}")
    return label.format(years=_join_range(first, last))


def date_with_age(written: str, age: Age | None) -> str:
    """A date as written and the age then, unless the date is an age itself."""
    said = label_age(age)
    return _("{date}, {age}").format(date=written, age=said) if said and not When(written).ages else written
