"""What the picture page says: what can be followed, what it rests on, and how the threads are worked out."""

from collections.abc import Sequence

from timeline.messages.grammar import count_with_noun, join_with_or
from timeline.messages.language import N_, _, ngettext, translate_constants

TITLE = N_("Timeline")
AS_REMEMBERED = N_("As you remember it, and as you tagged it.")
SPANS = N_("Part of life shown")
NEW_MOMENT = N_("New moment")
NEW_RELATIONSHIP = N_("New relationship")
NEW_LANDMARK = N_("New landmark")
WHOLE = N_("Show all tags")
WALK = N_("Left and right arrows walk through the moments in time order. Enter opens one. Esc lets go.")

FOLLOW = N_("Threads to follow")
FOLLOW_NOTE = N_("Choose a tag: its first moment with each person is numbered in the picture, in time order.")
SIDES = {"painful": N_("Pain"), "caring": N_("Care"), "neither": N_("Neither")}
NO_TAGS_YET = N_("No tags yet. They come with the moments you enter.")

EMPTY = N_("Nothing entered yet")
EMPTY_SAYS = N_(
    "The picture grows with what you enter. Begin with anyone, in any order; every question can be left out."
)
BEGIN = N_("Begin")

TABLE = N_("All moments as a table")

METHOD_FOLD = N_("How the threads are worked out")
FORMULA = N_(
    "Each moment adds its intensity (1 to 5) to the thread of its side on its date, and from then on weighs "
    "less: half as much after each half-life, down to how much you say it is still there now (0 to 5). What "
    "still hurts does not fade away on paper."
)
ASSUMPTIONS_NOTE = N_(
    "A moment without a rating counts as 2. Where you did not say how it is now, it is taken as 0. A moment "
    "counts once for each side, whatever its number of tags. An uncertain date is spread evenly over the "
    "days it can mean; the pale edge shows how far the thread can lie with other dates. The two sides are "
    "never set off against each other."
)
HALF_LIFE = N_("How fast old pain fades in the picture (half-life in years)")
NEVER_FADES = N_("Nothing fades")
COUNT_GIVEN = N_("Add what I did to others")
CHANGED_READING = N_("Changed how the threads are worked out")

NOT_THERE = N_("Where it did not happen")
NOT_THERE_NOTE = N_(
    "Relationships with tagged entries and not this tag. What you did not enter is not counted."
)
IN_ALL = N_("It was tagged in every relationship you tagged.")
WHO_ANSWERED = N_("Who gave you the opposite")
BACK_TO_PATTERN = N_("← Back to the pattern")
STARTING_QUESTIONS = N_("You can go on with the starting questions.")
NOT_PLACED = N_("Not shown yet because there is no date: ")
"""Before the names of people."""

_NOTHING_INSTEAD = {
    "painful": N_("nothing caring entered"),
    "caring": N_("nothing painful entered"),
    "neither": N_("nothing else of this side entered"),
    "both": N_("nothing else entered"),
}
"""By the side of the thread or pattern."""
_MAX_INSTEAD = 4
"""Tags named in a row beside a person."""


def evidence_heading(label: str) -> str:
    """The heading of the list below the picture."""
    return _("{tag}, in the order you met it").format(tag=f"{label[:1].upper()}{label[1:]}")


def describe_tag_counts(moments: int, people: int, tagged: int) -> str:
    """How many moments carry a tag, and with how many people: counts, and no share.

    Args:
        moments: with the tag; 0 where it was set on whole relationships alone.
        people: with whom it was tagged.
        tagged: people with any tag.
    """
    if people == tagged > 1:
        alone = ngettext("with {n} person", "with {n} people", tagged)
        whom = alone if tagged == 1 else ngettext("with all {n} people", "with all {n} people", tagged)
    else:
        whom = ngettext("with {count} of {n} person", "with {count} of {n} people", tagged).format(
            count=people
        )
    if not moments:
        return whom
    return _("{moments}, {people}").format(moments=count_with_noun(moments, "moment"), people=whom)


def more_people_note(count: int) -> str:
    """People that are not listed here."""
    return ngettext(
        "And {n} more: all of them stand in the table.",
        "And {n} more: all of them stand in the table.",
        count,
    )


def more_moments_fold(count: int, name: str) -> str:
    """The fold under the first moment with someone."""
    return ngettext("{n} more with {name}", "{n} more with {name}", count).replace("{name}", name)


def whole_relationship(name: str) -> str:
    """A tag that was set on the relationship, not on a moment."""
    return _("Set on the relationship with {name} as a whole").format(name=name)


def tagged_instead_note(labels: Sequence[str], side: str) -> str:
    """What was tagged there in its place.

    Args:
        labels: of the other side, the most frequent first.
        side: of the thread or pattern.
    """
    if not labels:
        return _(_NOTHING_INSTEAD[side])
    return _("there: {tags}").format(tags=", ".join(labels[:_MAX_INSTEAD]))


def no_answer_note(labels: Sequence[str]) -> str:
    """Said where nobody is entered who gave the opposite."""
    return _("Nobody entered yet who gave you {tags}. If someone did, their moment belongs here too.").format(
        tags=join_with_or(labels)
    )


def no_answer_shown_note(labels: Sequence[str]) -> str:
    """The same while a filter leaves others out."""
    return _("In what is shown no moment is tagged {tags}. What the filter leaves out may hold some.").format(
        tags=join_with_or(labels)
    )


def name_giver(name: str, has_died: bool) -> str:
    """Someone who gave the opposite, and whether they have died."""
    return _("{name}, who has died").format(name=name) if has_died else name


def answer_tags_note(labels: Sequence[str]) -> str:
    """What the opposite of this thread is, by its tags."""
    return _("Moments you tagged {tags}.").format(tags=join_with_or(labels))


def given_moments_note(count: int) -> str:
    """What the person did to others is counted apart."""
    return ngettext(
        "{n} moment with this tag went from you to someone else: drawn as squares, counted apart.",
        "{n} moments with this tag went from you to someone else: drawn as squares, counted apart.",
        count,
    )


def unplaced_note(count: int) -> str:
    """Moments that stand in no picture, counted."""
    return ngettext(
        "One moment has no date, or one from before your birth, so it is only in the table.",
        "{n} moments have no date, or one from before your birth, so they are only in the table.",
        count,
    )


translate_constants(__name__)
