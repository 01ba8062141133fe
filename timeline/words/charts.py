"""What the charts beside the lifeline say: titles, what they literally show, and one spoken sentence each."""

from collections.abc import Sequence

from timeline.words.lifeline import counted, listed

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
COMPARE_SUBTITLE = "Two parts of your history on one scale: care above the line, hurt below."
COMPARE_COLUMNS = (
    "Part",
    "Relationships",
    "Moments",
    "Tagged as caring",
    "Tagged as painful",
    "Tags, most used first",
)
UP_TO_17 = "Up to 17"
FROM_18 = "From 18 on"
EARLIER = "The earlier half"
LATER = "The later half"

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
    said = f"You used {counted(tags, 'tag')} in {counted(relationships, 'relationship')}"
    return f"{said}; “{widest}” in {of} of them."


def relationship_spoken(name: str, caring: int, painful: int, moments: int) -> str:
    """One relationship in one sentence."""
    said = f"{name}: {counted(moments, 'moment')}, {caring} you tagged as caring"
    return f"{said} and {painful} you tagged as painful."


def part_counts(relationships: int, caring: int, painful: int) -> str:
    """What stands under the title of a part."""
    return f"{counted(relationships, 'relationship')}, {caring} caring, {painful} painful"


def compare_spoken(parts: Sequence[tuple[str, int, int, int]]) -> str:
    """Two parts in one sentence: label, relationships, caring, painful of each."""
    said = (
        f"{label}: in {counted(relationships, 'relationship')} you tagged {counted(caring, 'moment')} as "
        f"caring and {painful} as painful"
        for label, relationships, caring, painful in parts
    )
    return "; ".join(said) + "."


def reciprocity_spoken(more_given: Sequence[str], more_back: Sequence[str], rated: int) -> str:
    """What was given and what came back, in one sentence."""
    if not rated:
        return NOTHING_RATED
    said = f"You rated {counted(rated, 'relationship')}"
    if more_given:
        said += f"; you gave more than came back with {listed(more_given)}"
    if more_back:
        said += f"; more came back than you gave with {listed(more_back)}"
    return said + "."


def gave(amount: float) -> str:
    """What stands at the square."""
    return f"I gave {amount:g} of 5"


def came_back(amount: float) -> str:
    """What stands at the circle."""
    return f"Came back {amount:g} of 5"
