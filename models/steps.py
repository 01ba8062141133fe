"""What is kept from each of the seven steps."""

from collections.abc import Iterable
from datetime import date
from typing import Annotated, Literal, NamedTuple

from pydantic import Field

from models.base import Count, Frozen, Headline, Id, Name, Story, ZeroToFive

NO_PATTERN = "none"
"""In place of a pattern: a next move on none in particular."""


class StopPlan(Frozen):
    """What I do if it gets too much."""

    signs: tuple[Headline, ...] = ()
    """How I notice that it is too much."""
    do: tuple[Headline, ...] = ()
    """What I do then, in order."""
    call: tuple[Headline, ...] = ()
    """Whom I reach, with a number if I like."""


class FeelingStrength(Frozen):
    """One feeling word and how strong it is."""

    word: Headline
    strength: ZeroToFive


class CheckIn(Frozen):
    """Step 1: one to three feelings, named."""

    id: Id
    on: date
    feelings: Annotated[tuple[FeelingStrength, ...], Field(min_length=1, max_length=3)]
    body: Headline = ""
    """Where in the body, if anywhere."""
    kind_sentence: Story = ""
    leaving: bool = False
    """Whether this was asked on leaving, not on coming."""


class Visit(NamedTuple):
    """A check-in on coming and the one on leaving that belongs to it; one of the two may be missing.

    Attributes:
        first: the one on coming, else the one on leaving.
        leaving_check_in: the one on leaving, None where there was none.
    """

    first: CheckIn
    leaving_check_in: CheckIn | None

    @property
    def coming_check_in(self) -> CheckIn | None:
        """The check-in on coming."""
        return None if self.first is self.leaving_check_in else self.first


def pair_check_ins(check_ins: Iterable[CheckIn]) -> list[Visit]:
    """Each check-in on coming with the last on leaving of that day that comes before another on coming."""
    found: list[Visit] = []
    of_day: dict[date, int] = {}
    for one in check_ins:
        if one.leaving and one.on in of_day:
            came = found[of_day[one.on]].coming_check_in
            found[of_day[one.on]] = Visit(came or one, one)
        else:
            of_day[one.on] = len(found)
            found.append(Visit(one, one if one.leaving else None))
    return found


class KindNote(Frozen):
    """Step 3: one kind sentence to the self of an age or of an early moment."""

    id: Id
    text: Story
    age: Annotated[int, Field(ge=0, le=120, strict=True)] | None = None
    episode: Id | None = None


class NextMove(Frozen):
    """Step 3: one small different next move on a pattern."""

    id: Id
    pattern: Id
    """The id of a finding, or `NO_PATTERN`."""
    move: Story
    on: date


class Reasons(Frozen):
    """Step 4: other reasons first; own share last, and only where it may be offered at all."""

    id: Id
    episode: Id
    others: tuple[Headline, ...] = ()
    own_share: Headline = ""
    about_me_before: ZeroToFive | None = None
    about_me_after: ZeroToFive | None = None


class Intention(Frozen):
    """Step 5: what was offered that I could let in, or one person to reach out to."""

    id: Id
    on: date
    text: Story
    relationship: Id | None = None
    done: bool = False
    """Whether the person did it; for what was offered, whether they let it in."""
    about: Literal["reach out", "offered", "good"] = "reach out"
    """Someone to reach out to, something that was offered, or one good thing named on closing."""


class Activity(Frozen):
    """Step 6: something done, with enjoyment and sense of done."""

    id: Id
    on: date
    text: Headline
    enjoyment: ZeroToFive | None = None
    sense_of_done: ZeroToFive | None = None


class Strength(Frozen):
    """Step 6: something I am good at, in my own words."""

    id: Id
    text: Headline


class Reflection(Frozen):
    """Step 7: three lines, and a hope that may stand at the future end of the axis."""

    id: Id
    on: date
    know_now: Story = ""
    differently: Story = ""
    hope: Story = ""
    from_later: Story = ""
    """A line from the self in five years."""
    counted: tuple[tuple[Id, Count], ...] = ()
    """What there was in the notebook then, in counts by kind; what changed since is read from them."""


class Contact(Frozen):
    """One of my own people, or a help line I chose myself."""

    id: Id
    name: Name
    how: Headline = ""
    """A number, an address, a place."""
    role: Literal["friend", "family", "professional", "help line", "other"] = "other"
    first: bool = False
