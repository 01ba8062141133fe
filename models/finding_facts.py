"""What the sentence of a finding needs beside its counts: facts, in words of no language."""

from typing import Literal, NamedTuple

from models.base import Frozen
from models.sharing import TagGroup

CountedUnit = Literal[
    "tagged relationships",
    "dated relationships",
    "later relationships",
    "relationships rated both ways",
    "relationships rated on one side",
    "relationships with both sides rated",
    "relationships with answers",
]
"""What a finder needs so many of."""


class Share(NamedTuple):
    """So many of so many."""

    k: int
    of: int


class TagPart(NamedTuple):
    """A tag, or a group of tags, received or given.

    Attributes:
        key: of the tag or of the group.
        is_given: whether what the person gave is meant.
        is_group: whether it is a group.
    """

    key: str
    is_given: bool = False
    is_group: bool = False


class Facts(Frozen):
    """What is known of one finding; each kind of finding has its own."""


class TooFew(Facts):
    """Why a finder could not ask: it has so many, and needs so many."""

    has: int
    needs: int
    unit: CountedUnit = "tagged relationships"
    question: str = ""
    """What the finder asks, in English: the key of its text."""


class TogetherFacts(Facts):
    """Two tags or groups, or three, in the same relationships."""

    parts: tuple[TagPart, ...]
    with_first: Share | None = None
    """Of two: the second among those that hold the first."""
    without_first: Share | None = None
    """The second among the others."""


class ComparedFacts(Facts):
    """A count here and the same elsewhere: in a kind of bond and outside, in the first and last half."""

    here: Share
    elsewhere: Share


class EchoFacts(Facts):
    """Tags of the earliest bonds in later ones."""

    early: tuple[str, ...]
    """The earliest bonds, ids of relationships."""
    early_tags: int
    """How many tags are theirs."""
    returned: tuple[tuple[TagPart, int], ...] = ()
    """Those that came back, with the number of later relationships, the most frequent first."""
    elsewhere: Share | None = None
    """With a kind of bond: how often they are there in the other later ones, of how often they could be."""


class RatingFacts(Facts):
    """Mean ratings of one side, earlier and later."""

    before: float
    after: float
    per_decade: float | None = None
    """Theil and Sen's slope; None if it cannot be told, or at a turning point."""
    turn: tuple[str, ...] = ()
    """The relationships, begun on one date, from which on it is later; () for the two halves."""


class BothWaysFacts(Facts):
    """In how many it goes one way, and in how many the other; the rest are even."""

    one_way: int
    other_way: int


class TurningFacts(BothWaysFacts):
    """In how many relationships the warm moments surely came first, and in how many the hard ones did."""

    losses: int = 0
    """How many moments were left out as loss."""


class WishFacts(Facts):
    """What was hoped for, what they did, what the person did: their own words."""

    hoped: str
    they: str
    mine: str


class BreadthFacts(Facts):
    """How many different responses each period of life shows."""

    by_period: tuple[tuple[str, int], ...]


class ReasonFacts(Facts):
    """An explanation, in the person's own words."""

    words: str


class UnknownTagFacts(Facts):
    """A question names a tag that the notebook does not have."""


class NotTaggedFacts(Facts):
    """A question names tags that are set nowhere."""

    missing: tuple[str, ...]


class OrderQuestionFacts(Facts):
    """Tags asked about in an order, as asked."""

    tags: tuple[str, ...]


class ResponseQuestionFacts(Facts):
    """A tag, and a way the person responded."""

    tag: str
    response: str


class KindQuestionFacts(ComparedFacts):
    """A tag in a kind of bond, and in the others."""


class EarlyQuestionFacts(Facts):
    """A tag of the earliest bonds in later ones."""

    early: tuple[str, ...]
    """The earliest bonds with the tag, ids of relationships; () for none."""
    elsewhere: Share | None = None
    """With a kind of bond: the other later ones."""


class RecursQuestionFacts(Facts):
    """A tag, in how many relationships."""


class GivingQuestionFacts(BothWaysFacts):
    """Rated giving above what came back, and below it."""


class NotRatedFacts(Facts):
    """Nothing is rated both ways."""


class LossQuestionFacts(Facts):
    """Years until the next began, after losses and after other endings."""

    after_loss: float
    usual: float


class TooFewEndingsFacts(Facts):
    """Losses and other endings that have a later beginning."""

    lost: int
    others: int


class GroupOrderQuestionFacts(Facts):
    """Two groups of tags asked about in this order."""

    first: TagGroup
    then: TagGroup
    is_open: int
    """In how many the dates leave it open."""


class PairQuestionFacts(Facts):
    """Two tags in one relationship, or on one moment."""

    one: str
    other: str
    at_once: bool = False


class GaveQuestionFacts(ComparedFacts):
    """A tag as given, in a kind of bond and in the others."""


class LeftQuestionFacts(ComparedFacts):
    """What I left, of what ended, in a kind of bond and in the others."""


class BalanceQuestionFacts(ComparedFacts):
    """Where the one outweighs the other: among the later relationships (`here`) and the earlier ones."""

    falls: bool
    """Whether it was asked if hurt gives way to care; else where hurt outweighs care is counted."""
