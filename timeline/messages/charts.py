"""What the charts beside the lifeline say: titles, what they literally show, and one spoken sentence each."""

from collections.abc import Sequence

from timeline.messages.grammar import count_of_total, count_with_noun, join_with_and

TAGS_TITLE = "Tags and people"
TAGS_SUBTITLE = (
    "Which tags you used with whom; a bead grows with the strongest one; beside it the age at the first."
)
TAGS_COLUMNS = ("With", "Tag", "Moments", "First, age", "Strongest, 1-5")
WHOLE = "all through"

RELATIONSHIP_TITLE = "One relationship"
RELATIONSHIP_SUBTITLE = "Its own threads of care and pain, and the moments they come from."
RELATIONSHIP_COLUMNS = (
    "When", "Age", "What happened", "Tags", "I hoped to", "They", "I", "Then, 1-5", "Still now, 0-5",
)  # fmt: skip
NO_RELATIONSHIP = "No relationship is chosen."

COMPARE_TITLE = "Side by side"
COMPARE_SUBTITLE = (
    "Two parts of your history on one scale: care above the line, hurt below. "
    "What went both ways counts as received."
)
COUNTS_HEADING = "What is counted"
NOT_TWO = "Choose two that differ."
WAYS = ("Received", "Given by you")
COUNTED_ROWS = (
    *(
        f"{way}: {what}"
        for way in WAYS
        for what in ("relationships with a tag", "moments tagged as caring", "moments tagged as painful")
    ),
    "Tags on a whole relationship",
)
Way = tuple[int, int, int, int]
"""Of what was received, or given: relationships with a tag, moments tagged as caring, as painful, and tags
set on a whole relationship."""

RECIPROCITY_TITLE = "Given and returned"
RECIPROCITY_SUBTITLE = (
    "For each relationship, what you rated that you gave (square) and that came back (circle)."
)
RECIPROCITY_COLUMNS = ("With", "I gave, 1-5", "Came back, 1-5")
LITTLE, VERY_MUCH = "little", "very much"
NOTHING_RATED = "You have not rated what you gave and what came back in any relationship yet."
NOTHING_TAGGED = "No tag is set yet."


def tags_spoken(tags: int, relationships: int, widest: str, of: int) -> str:
    """The tags with whom, in one sentence."""
    if not tags:
        return NOTHING_TAGGED
    said = f"You used {count_with_noun(tags, 'tag')} in {count_with_noun(relationships, 'relationship')}"
    return f"{said}; “{widest}” in {of} of them."


def relationship_spoken(name: str, caring: int, painful: int, moments: int) -> str:
    """One relationship in one sentence."""
    said = f"{name}: {count_with_noun(moments, 'moment')}, {caring} you tagged as caring"
    return f"{said} and {painful} you tagged as painful."


def part_head(label: str, tagged: int) -> str:
    """A part, and how many tagged relationships it holds."""
    return f"{label}: {count_with_noun(tagged, 'tagged relationship')}"


def part_counts(tagged: int, *ways: Way) -> str:
    """What a part holds; of what was not tagged at all nothing is said.

    Args:
        tagged: relationships with a tag.
        ways: what was received, and what was given.
    """
    said = [f"{count_with_noun(tagged, 'tagged relationship')}."]
    for name, (relationships, caring, painful, wide) in zip(WAYS, ways, strict=True):
        if relationships:
            more = f", {count_with_noun(wide, 'tag')} on a whole relationship" if wide else ""
            said.append(
                f"{name}, in {count_of_total(relationships, tagged)}: "
                f"{count_with_noun(caring, 'moment')} tagged as caring, {painful} as painful{more}."
            )
    return " ".join(said)


def part_column(tagged: int, *ways: Way) -> tuple[str, ...]:
    """The same as cells, as `COUNTED_ROWS` names them."""
    cells: list[str] = []
    for relationships, *moments, _ in ways:
        cells += [count_of_total(relationships, tagged), *map(str, moments)]
    return *cells, str(sum(wide for *_, wide in ways))


def given_drawn(added: bool) -> str:
    """Whether the threads hold what was given, where something was."""
    return f"What was given by you is {'in the threads too' if added else 'counted, not in the threads'}."


def undated_moments_note(count: int) -> str:
    """How many moments are counted and have no place in the picture."""
    return f"{count_with_noun(count, 'moment')} not placed in time yet: counted, not drawn."


def reciprocity_spoken(more_given: Sequence[str], more_back: Sequence[str], rated: int) -> str:
    """What was given and what came back, in one sentence."""
    if not rated:
        return NOTHING_RATED
    said = f"You rated {count_with_noun(rated, 'relationship')}"
    if more_given:
        said += f"; you gave more than came back with {join_with_and(more_given)}"
    if more_back:
        said += f"; more came back than you gave with {join_with_and(more_back)}"
    return said + "."


def gave(amount: float) -> str:
    """What stands at the square."""
    return f"I gave {amount:g} of 5"


def came_back(amount: float) -> str:
    """What stands at the circle."""
    return f"Came back {amount:g} of 5"
