"""What a finder found: a count first, and a claim only where chance was beaten; no sentence."""

import hashlib
import re
from collections.abc import Iterable, Mapping
from typing import Literal, NamedTuple

from pydantic import Field, field_serializer

from models.ages import Age
from models.base import Frozen
from models.finding_facts import Facts

Caveat = Literal["vague dates", "open order", "goes with kind", "goes with half of life"]
"""Why a line that is rare is not called clear."""
Direction = Literal["received", "given", "both"]
"""Whose doing a finding is about: what came (or went both ways), what the person gave, or the two."""
TestedTail = Literal["more", "fewer", "either"]


class EntryReference(Frozen):
    """One entry a finding points at: first, strongest, latest."""

    relationship: str
    episode: str | None
    """None where the tag was set on the relationship as a whole."""
    age: Age | None = None
    """How old the writer was, None where it is not known."""
    first: float | None = None
    """Where the span of its date begins, decimal years; None without a date."""
    last: float | None = None
    """Where it ends."""


class OrderCounts(NamedTuple):
    """In how many relationships the one came first.

    Attributes:
        first: in which it surely did.
        of: with dated moments of both.
        open: in which the dates can mean either.
    """

    first: int
    of: int
    open: int


class CounterExample(Frozen):
    """One relationship where it could have happened and did not, and what was there instead."""

    relationship: str
    instead: tuple[str, ...] = ()
    """Caring tags (for a painful finding) entered there, most entered first."""


class Finding(Frozen):
    """One pattern, counted in relationships.

    Three numbers say how often chance does as much; None where nothing is tested. `p_page` is the one to say
    first: how often anything as rare stands anywhere on the page. `p_family` is corrected for all that its
    finder looked at (Westfall-Young), and `p` is of this line alone.
    """

    id: str
    """Stable across edits: finder, tags and kinds; a verdict hangs on it."""
    finder: str
    tags: tuple[str, ...]
    """Whose thread a card draws, in the order they are spoken of."""
    given: tuple[bool, ...] = ()
    """For each tag whether what the person gave is meant; (): all were received or mutual."""
    groups: tuple[str, ...] = ()
    """The tag groups compared, where there were too few relationships to compare single tags."""
    kinds: tuple[str, ...] = ()
    side: Literal["painful", "caring", "both", "neither"] = "neither"
    facts: Facts | None = Field(default=None, exclude=True)
    """What its sentence needs beside the fields here (`timeline.messages.pattern_sentences`)."""
    k: int
    """In how many relationships, unless the finder's page says what else it counts."""
    of: int
    """Of how many: relationships with at least one tagged entry, or those of them it could happen in."""
    recurs: bool = Field(default=False, exclude=True)
    """In three or more relationships, over two or more kinds of bond or periods of life: a way to choose."""
    expected: float | None = None
    """What shuffled histories show on average, in the unit of `k`."""
    relationships: tuple[str, ...] = ()
    """Where it happened, in the order of first time."""
    episodes: tuple[str, ...] = ()
    """The entries it rests on, in time order."""
    breaks: tuple[CounterExample, ...] = ()
    first: EntryReference | None = None
    strongest: tuple[EntryReference, ...] = ()
    """All that tie."""
    latest: EntryReference | None = None
    effect: float | None = None
    interval: tuple[float, float] | None = None
    """Jeffreys 95 % for a share; named in the finder's docstring where it is another."""
    direction: Direction = "received"
    p_page: float | None = None
    """For a question that was asked: corrected for all the questions asked."""
    p_family: float | None = None
    p: float | None = None
    """With `side_tested` "either" it is two-sided: twice the share of draws as far out on the same side."""
    side_tested: TestedTail | None = None
    """Which way from chance was asked about: more than shuffled histories show, fewer, or either way."""
    draws: int = 0
    """How many shuffled histories it was held against; 0 where none were, or all outcomes were counted."""
    is_clear: bool = False
    """Whether it may be called clear: by a line that holds for one who comes back after every entry."""
    caveat: Caveat | None = None
    can_lead: bool = Field(default=False, exclude=True)
    """Whether it may stand among what stands out most."""
    could_be_seen: bool = True
    """False where even the most extreme possible count could not pass."""
    order: OrderCounts | None = None
    """For a line about what came first."""
    dates_hold: float | None = None
    """Share of draws of the uncertain dates in which it stays clear; None where that was not asked."""
    since: str | None = None
    """The entry that brought the finding about: with it the count became what it is."""

    @field_serializer("expected", when_used="unless-none")
    def _round_expected(self, expected: float) -> float:
        return round(expected, 2)


class Notice(Frozen):
    """What edits did to one finding."""

    finding: Finding
    """As it is now; as it was, where it is gone."""
    is_new: bool
    """Whether it is one now and was none before; else it was one and is none."""
    entry: str | None = None
    """The id of the entry whose change did it."""
    entry_title: str = ""
    """What the person calls that entry."""
    changed: int = 0
    """How many entries were changed."""


def pattern_id(finder: str, parts: Iterable[str] = ()) -> str:
    """A finding's id: what it is about and nothing it counts, at most 200 characters.

    Args:
        finder: its finder's name.
        parts: tags, kinds, in the order spoken of; a long rest is kept as its digest.
    """
    whole = ":".join((finder, *parts))
    if len(whole) <= 200:
        return whole
    return f"{whole[:160]}~{hashlib.blake2b(whole.encode(), digest_size=16).hexdigest()}"


def tags_in_pattern_id(pattern: str, tags: Iterable[str]) -> tuple[str, ...]:
    """Those of these tags that a finding's id names, received or given, in their order."""
    whole = f"{pattern}:"
    return tuple(tag for tag in tags if f":{tag}:" in whole or f":given {tag}:" in whole)


def replace_tags_in_pattern_id(pattern: str, instead: Mapping[str, str]) -> str:
    """A finding's id with other keys in place of some tags, all at once.

    Args:
        pattern: the id.
        instead: the key that takes the place of each tag.
    """
    if not instead:
        return pattern
    keys = "|".join(re.escape(key) for key in sorted(instead, key=len, reverse=True))
    found = re.compile(rf"(?<=:)(given )?({keys})(?=:|\Z)")
    return pattern_id(found.sub(lambda one: f"{one[1] or ''}{instead[one[2]]}", pattern))
