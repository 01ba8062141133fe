"""What a finder says: a count first, and a claim only where chance was beaten."""

from typing import Literal

from models.base import Frozen

Level = Literal["clear", "possible", "counted", "too few to tell"]


class Moment(Frozen):
    """One entry a finding points at: first, strongest, latest."""

    relationship: str
    episode: str | None
    """None where the tag was set on the relationship as a whole."""
    words: str
    """As a card says it: "Father, when you were 11"."""


class Break(Frozen):
    """One relationship where it could have happened and did not, and what was there instead."""

    relationship: str
    instead: tuple[str, ...] = ()
    """Caring tags (for a painful finding) entered there, most entered first."""


class Finding(Frozen):
    """One pattern, counted in relationships.

    The fields `p`, `p_family` and `p_report` are the raw permutation p-value, the one adjusted within its
    finder (Westfall-Young) and the one adjusted over the whole report (Holm); None where nothing is tested.
    """

    id: str
    """Stable across edits: finder, tags and kinds; a verdict hangs on it."""
    finder: str
    tags: tuple[str, ...]
    kinds: tuple[str, ...] = ()
    side: Literal["painful", "caring", "both", "neither"] = "neither"
    says: str
    """Counts in plain words."""
    k: int
    of: int
    """Relationships with at least one tagged entry."""
    expected: float | None = None
    """What shuffled histories show on average, in the unit of `k`."""
    relationships: tuple[str, ...] = ()
    """Where it happened, in the order of first time."""
    episodes: tuple[str, ...] = ()
    """The entries it rests on, in time order."""
    breaks: tuple[Break, ...] = ()
    first: Moment | None = None
    strongest: tuple[Moment, ...] = ()
    """All that tie."""
    latest: Moment | None = None
    effect: float | None = None
    interval: tuple[float, float] | None = None
    """Jeffreys 95 % for a share; named in the finder's docstring where it is another."""
    p: float | None = None
    p_family: float | None = None
    p_report: float | None = None
    level: Level = "counted"
    could_be_seen: bool = True
    """False where even the most extreme possible count could not pass."""
    dates_hold: float | None = None
    """Share of draws of the uncertain dates in which the level stands; None until it was checked."""
    since: str | None = None
    """The entry that brought the finding about."""
