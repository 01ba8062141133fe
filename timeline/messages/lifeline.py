"""What the picture says: titles with their literal meaning under them, labels, and what is said aloud."""

from collections.abc import Sequence
from datetime import date
from math import isnan

from timeline.messages.dates import format_date
from timeline.messages.grammar import count_with_noun, join_in_order, join_with_and, quote_text
from timeline.messages.language import N_, _, ngettext, translate_constants

TITLES = {"care": N_("Thread of care"), "hurt": N_("Thread of pain")}
"""Of each thread."""
MEANINGS = {
    "care": N_("moments you tagged as caring, by age"),
    "hurt": N_("moments you tagged as painful, by age"),
}
MEANINGS_BY_YEAR = {
    "care": N_("moments you tagged as caring, by year"),
    "hurt": N_("moments you tagged as painful, by year"),
}
STRONG = N_("in strong colour; first time in each one numbered")
STRONG_SHORT = N_("in strong colour")

WHOLE_LIFE = N_("Whole life")
FROM_FIRST_ENTRY = N_("From first entry")
CHILD = N_("Child")
TEENS = N_("Teens")

BORN = N_("born")
HOPE = N_("a hope")
KIND_NOTES = N_("KIND NOTES")
CHECK_INS = N_("CHECK-INS")
NOTES_AND_CHECK_INS = N_("KIND NOTES AND CHECK-INS")
CHECK_IN_KEY = N_("open on coming, filled on leaving")
NOTHING_YET = N_("Nothing is set down yet.")


def format_age(years: int) -> str:
    """An age as it stands at a peak and on the axis."""
    return _("age {years}").format(years=years)


def axis_end_label(over: bool, years: int | None) -> str:
    """What stands at the end of the axis."""
    if years is None:
        return _("died") if over else _("now")
    return (_("died, {years}") if over else _("now, {years}")).format(years=years)


def scale_key(moments: int) -> str:
    """What the key bar is as high as."""
    return ngettext("one moment rated 5", "{n} moments rated 5", moments)


def format_range(first: int, last: int) -> str:
    """A run of ages or years."""
    return _("{first}–{last}").format(first=first, last=last) if last > first else f"{first}"


def describe_gaps(stretches: Sequence[str], *, is_part: bool) -> str:
    """Stretches without entries: never that nothing hurt, and of what is hidden nothing but that."""
    template = _("nothing shown, {ages}") if is_part else _("nothing entered, {ages}")
    return template.format(ages=join_with_and(stretches))


def list_gap_leads(*, is_part: bool) -> tuple[str, ...]:
    """What stands over the ages of such a stretch where they have a line of their own, the longest first."""
    return (_("nothing shown,"),) if is_part else (_("nothing entered,"), _("no entries,"))


def unplaced_count(count: int) -> str:
    """How many entries have no place in time."""
    return ngettext("{n} not placed yet", "{n} not placed yet", count) if count else ""


def bead(name: str, age: str, when: str) -> str:
    """Whose moment a bead is, and when: at what age where that is known."""
    if not age:
        return _("{name}, {when}").format(name=name, when=when)
    return _("{name}, {age}").format(name=name, age=age)


def on_mind_lines(name: str) -> tuple[str, ...]:
    """Who is on the person's mind."""
    return (_("{name}: on your mind now").format(name=name),)


def steps_strip_title(notes: bool, check_ins: bool) -> str:
    """Of the strip with what the steps keep."""
    return _(NOTES_AND_CHECK_INS if notes and check_ins else KIND_NOTES if notes else CHECK_INS)


def kind_note(text: str, to: int | None) -> tuple[str, ...]:
    """A kind note, and the age it is to; None for a moment's."""
    head = _("A kind note to this moment") if to is None else _("A kind note to me at {years}")
    return (head.format(years=to), text)


def check_in(day: date, felt: Sequence[tuple[str, float, float]], earlier: int) -> tuple[str, ...]:
    """What was named on a day.

    Args:
        day: of it.
        felt: each feeling, how strong it was on coming and on leaving; NaN where it was not named then.
        earlier: how many check-ins stand behind this one.
    """
    named = [_describe_feeling(*one) for one in felt]
    behind = (
        [_("and {check_ins} close to it").format(check_ins=count_with_noun(earlier, "earlier check-in"))]
        if earlier
        else []
    )
    return (_("Check-in, {date}").format(date=format_date(day)), "; ".join([*named, *behind]))


def _describe_feeling(word: str, came: float, left: float) -> str:
    """One feeling with how strong it was, as far as that was named."""
    if isnan(left):
        said = _("{word} {came} of 5 on coming")
    elif isnan(came):
        said = _("{word} {left} of 5 on leaving")
    else:
        said = _("{word} {came} of 5 on coming, {left} of 5 on leaving")
    return said.format(word=word, came=f"{came:g}", left=f"{left:g}")


WHAT_HAPPENED = N_("What happened")
COLUMNS = (
    N_("When"), N_("Age"), N_("With"), WHAT_HAPPENED, N_("Tags"), N_("Direction"), N_("Then, 1-5"),
    N_("Still now, 0-5"),
)  # fmt: skip
"""Of the table with all moments."""


DIRECTIONS = {"received": N_("received"), "given": N_("given"), "mutual": N_("mutual")}
_HIGHEST = {
    "care": N_("the thread of care is highest at {place}"),
    "hurt": N_("the thread of pain is highest at {place}"),
}


def describe_picture(
    relationships: int,
    caring: int,
    painful: int,
    empty: Sequence[tuple[int | None, int | None]],
    highest: Sequence[tuple[str, int]],
    kept: tuple[int, int] = (0, 0),
    *,
    is_part: bool = False,
) -> str:
    """The picture in one sentence.

    Args:
        relationships: how many.
        caring: how many moments are tagged as caring.
        painful: how many are tagged as painful.
        empty: ages between which nothing is entered.
        highest: each side, care or hurt, and the age, or year, at which its thread is highest.
        kept: how many kind notes and how many check-ins stand over the axis.
        is_part: whether a filter leaves something out.
    """
    if not relationships:
        return _(NOTHING_YET)
    notes, check_ins = kept
    steps = [
        *([count_with_noun(notes, "kind note")] if notes else []),
        *([count_with_noun(check_ins, "check-in")] if check_ins else []),
    ]
    ages = [format_range(a, b) for a, b in empty if a is not None and b is not None]
    parts = [
        _("{relationships}, {caring} you tagged as caring, {painful} you tagged as painful").format(
            relationships=count_with_noun(relationships, "relationship"),
            caring=count_with_noun(caring, "moment"),
            painful=count_with_noun(painful, "moment"),
        ),
        ", ".join(_(_HIGHEST[side]).format(place=place) for side, place in highest),
        join_with_and(steps),
        _describe_empty_ages(ages, is_part=is_part),
    ]
    return "; ".join(part for part in parts if part) + "."


def _describe_empty_ages(ages: Sequence[str], *, is_part: bool) -> str:
    if not ages:
        return ""
    template = _("nothing is shown at {ages}") if is_part else _("nothing is entered at {ages}")
    return template.format(ages=join_with_and(ages))


def describe_selected_thread(label: str, names: Sequence[str], of: int) -> str:
    """A selected thread in one sentence."""
    if not names:
        return _("You did not tag {tag} in any relationship.").format(tag=quote_text(label))
    return _("{tag}: in {count} of your {relationships}; first with {names}.").format(
        tag=quote_text(label),
        count=len(names),
        relationships=count_with_noun(of, "relationship"),
        names=join_in_order(names),
    )


translate_constants(__name__)
