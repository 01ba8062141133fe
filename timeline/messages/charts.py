"""What the charts beside the lifeline say: titles, what they literally show, and one spoken sentence each."""

from collections.abc import Sequence

from timeline.messages.grammar import count_of_total, count_with_noun, join_with_and, quote_text
from timeline.messages.language import N_, _, translate_constants
from timeline.messages.lifeline import WHAT_HAPPENED

LIFELINE_TITLE = N_("Your lifeline")
LIFELINE_SUBTITLE = N_(
    "Care above the line, hurt below, by age; every relationship a strand, every moment a bead."
)

TAGS_TITLE = N_("Tags and people")
TAGS_SUBTITLE = N_(
    "Which tags you used with whom; a bead grows with the strongest one; beside it the age at the first."
)
TAGS_COLUMNS = (N_("With"), N_("Tag"), N_("Moments"), N_("First, age"), N_("Strongest, 1-5"))
WHOLE = N_("all through")

RELATIONSHIP_TITLE = N_("One relationship")
RELATIONSHIP_SUBTITLE = N_("Its own threads of care and pain, and the moments they come from.")
RELATIONSHIP_COLUMNS = (
    N_("When"), N_("Age"), WHAT_HAPPENED, N_("Tags"), N_("I hoped to"), N_("They"), N_("I"),
    N_("Then, 1-5"), N_("Still now, 0-5"),
)  # fmt: skip
NO_RELATIONSHIP = N_("No relationship is chosen.")

COMPARE_TITLE = N_("Side by side")
COMPARE_SUBTITLE = N_(
    "Two parts of your history on one scale: care above the line, hurt below. "
    "What went both ways counts as received."
)
COUNTS_HEADING = N_("What is counted")
NOT_TWO = N_("Choose two that differ.")
COUNTED_ROWS = (
    N_("Received: relationships with a tag"),
    N_("Received: moments tagged as caring"),
    N_("Received: moments tagged as painful"),
    N_("Given by you: relationships with a tag"),
    N_("Given by you: moments tagged as caring"),
    N_("Given by you: moments tagged as painful"),
    N_("Tags on a whole relationship"),
)
Way = tuple[int, int, int, int]
"""Of what was received, or given: relationships with a tag, moments tagged as caring, as painful, and tags
set on a whole relationship."""

RECIPROCITY_TITLE = N_("Given and returned")
RECIPROCITY_SUBTITLE = N_("How much you gave (square) and got back (circle).")
RECIPROCITY_COLUMNS = (N_("With"), N_("I gave, 1-5"), N_("Came back, 1-5"))
LITTLE, VERY_MUCH = N_("little"), N_("very much")
NOTHING_RATED = N_("You have not rated what you gave and what came back in any relationship yet.")
NOTHING_TAGGED = N_("No tag is set yet.")


def tags_spoken(tags: int, relationships: int, widest: str, of: int) -> str:
    """The tags with whom, in one sentence."""
    if not tags:
        return _(NOTHING_TAGGED)
    return _("You used {tags} in {relationships}; {widest} in {of} of them.").format(
        tags=count_with_noun(tags, "tag"),
        relationships=count_with_noun(relationships, "relationship"),
        widest=quote_text(widest),
        of=of,
    )


def relationship_spoken(name: str, moments: int, caring: int, painful: int, given: int) -> str:
    """One relationship in one sentence.

    Args:
        name: whose.
        moments: how many there are.
        caring: received or shared, tagged as caring.
        painful: received or shared, tagged as painful.
        given: how many went from the writer to them.
    """
    said = _("{name}: {moments}, {caring} you tagged as caring and {painful} you tagged as painful.").format(
        name=name, moments=count_with_noun(moments, "moment"), caring=caring, painful=painful
    )
    return _("{sentence} By you to them: {n}.").format(sentence=said, n=given) if given else said


def part_head(label: str, tagged: int) -> str:
    """A part, and how many tagged relationships it holds."""
    return _("{part}: {relationships}").format(
        part=label, relationships=count_with_noun(tagged, "tagged relationship")
    )


def part_counts(tagged: int, received: Way, given: Way) -> str:
    """What a part holds; of what was not tagged at all nothing is said.

    Args:
        tagged: relationships with a tag.
        received: what was received.
        given: what was given.
    """
    said = [_("{relationships}.").format(relationships=count_with_noun(tagged, "tagged relationship"))]
    if received[0]:
        said.append(
            _describe_way(
                _("From {count}: {caring}, {painful} painful.")
                if not received[3]
                else _("From {count}: {caring}, {painful} painful, {wide}."),
                tagged,
                received,
            )
        )
    if given[0]:
        said.append(
            _describe_way(
                _("From you, to {count}: {caring}, {painful} painful.")
                if not given[3]
                else _("From you, to {count}: {caring}, {painful} painful, {wide}."),
                tagged,
                given,
            )
        )
    return " ".join(said)


def _describe_way(sentence: str, tagged: int, way: Way) -> str:
    """What was received, or given: with how many, and what."""
    relationships, caring, painful, wide = way
    return sentence.format(
        count=count_of_relationships(relationships, tagged),
        caring=count_with_noun(caring, "caring moment"),
        painful=painful,
        wide=count_with_noun(wide, "tag on a whole relationship"),
    )


def count_of_relationships(k: int, n: int) -> str:
    """How many of the tagged relationships: "2 of 4", "all 4"."""
    return _("all {n}").format(n=n) if k == n > 1 else count_of_total(k, n)


def part_column(tagged: int, *ways: Way) -> tuple[str, ...]:
    """The same as cells, as `COUNTED_ROWS` names them."""
    cells: list[str] = []
    for relationships, caring, painful, _wide in ways:
        cells += [count_of_total(relationships, tagged), str(caring), str(painful)]
    return *cells, str(sum(wide for *_others, wide in ways))


def given_drawn(added: bool) -> str:
    """Whether the threads hold what was given, where something was."""
    if added:
        return _("What was given by you is in the threads too.")
    return _("What was given by you is counted, not in the threads.")


def undated_moments_note(count: int) -> str:
    """How many moments are counted and have no place in the picture."""
    return _("{moments} not placed in time yet: counted, not drawn.").format(
        moments=count_with_noun(count, "moment")
    )


def reciprocity_spoken(more_given: Sequence[str], more_back: Sequence[str], rated: int) -> str:
    """What was given and what came back, in one sentence."""
    if not rated:
        return _(NOTHING_RATED)
    parts = [
        _("You rated {relationships}").format(relationships=count_with_noun(rated, "relationship")),
        _("you gave more than came back with {names}").format(names=join_with_and(more_given))
        if more_given
        else "",
        _("more came back than you gave with {names}").format(names=join_with_and(more_back))
        if more_back
        else "",
    ]
    return "; ".join(part for part in parts if part) + "."


def gave(amount: float) -> str:
    """What stands at the square."""
    return _("I gave {amount} of 5").format(amount=f"{amount:g}")


def came_back(amount: float) -> str:
    """What stands at the circle."""
    return _("Came back {amount} of 5").format(amount=f"{amount:g}")


translate_constants(__name__)
