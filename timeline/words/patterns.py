"""What a pattern says: counts first, in plain words; no claim the counts do not carry."""

from collections.abc import Sequence
from math import isnan

from models.findings import Level

NOTHING_YET = "Nothing is tagged yet, so there is nothing to count."
ALSO = (
    "Nothing here says that one thing brought about another, and what one remembers is shaped by now. "
    "What was not written down is not counted as not having happened."
)
SHUFFLED = "In histories shuffled at random, fewer than 1 report in 20 shows even one clear pattern."
LEVELS: dict[Level, str] = {
    "clear": "Clear: chance alone seldom makes this, even counting everything that was looked at.",
    "possible": "Possible: of histories shuffled at random, between 1 in 10 and 1 in 3 show one like it.",
    "counted": "Counted: true as a count, and not told from chance.",
    "too few to tell": "Too few to tell: no count could have been told from chance.",
}
DATES_NOT_CHECKED = "Dates not checked yet."

_SHARES_FROM = 10
_VAGUE = 1.5  # years a date may span before it is called "about"


def tag(label: str, given: bool = False) -> str:
    """A tag as spoken of."""
    return f"{label} (given by you)" if given else label


def listed(words: Sequence[str]) -> str:
    """Several things in one sentence: "a, b and c"."""
    return f"{', '.join(words[:-1])} and {words[-1]}" if len(words) > 1 else "".join(words)


def times(count: int) -> str:
    """How often: "once", "4 times"."""
    return "once" if count == 1 else f"{count} times"


def people(count: int) -> str:
    """So many relationships."""
    return f"{count} relationship{'s' * (count != 1)}"


def tagged(k: int, of: int) -> str:
    """How many of those tagged: "in 4 of the 6 relationships you tagged"."""
    if of == 1:
        return "in the one relationship you tagged" if k else "not in the one relationship you tagged"
    return f"in {'all' if k == of else f'{k} of the'} {of} relationships you tagged{share(k, of)}"


def share(k: int, of: int) -> str:
    """The share in brackets, where there are enough to speak of shares."""
    return f" ({100 * k / of:.0f} %)" if of >= _SHARES_FROM else ""


def number(value: float) -> str:
    """A number as read aloud: one digit after the point, none if it is whole."""
    written = f"{value:.1f}".removesuffix(".0")
    return "0" if written == "-0" else written


def moment(name: str, age: float, first: float, last: float) -> str:
    """One entry as a card says it: "Father, when you were 11".

    Args:
        name: whose relationship.
        age: whole years, or NaN.
        first: where the span of its date begins, decimal years, or NaN.
        last: where it ends.
    """
    if isnan(first):
        return f"{name}, no date yet"
    about = "about " if last - first > _VAGUE else ""
    middle = (first + last) / 2
    return f"{name}, {about}{int(middle)}" if isnan(age) else f"{name}, when you were {about}{int(age)}"


def recurs(label: str, k: int, of: int, first: str) -> str:
    """How far a tag runs: "rejection: in 5 of the 8 relationships you tagged, first with Father, when …"."""
    began = f", first with {first}" if first and k > 1 else f": {first}" if first else ""
    return f"{label}: {tagged(k, of)}{began}."


def too_few(question: str, has: int, needs: int, unit: str = "relationships you tagged") -> str:
    """Why a question is not answered yet."""
    return f"{question} Too few to tell: {has} {unit}, and from {needs} on it can be told from chance."


def expected(count: float) -> str:
    """What shuffled histories show."""
    return f"shuffled at random about {number(count)}"


def kind_bonds(kind: str, count: int) -> str:
    """So many bonds of a kind: "5 romantic relationships", "1 friendship"."""
    nouns = {
        "family": ("family bond", "family bonds"),
        "friendship": ("friendship", "friendships"),
        "romantic": ("romantic relationship", "romantic relationships"),
        "mentor": ("bond with a mentor", "bonds with mentors"),
    }
    one, many = nouns.get(kind, ("other bond", "other bonds"))
    return f"{count} {one if count == 1 else many}"
