"""What a history is made of: the person, their relationships, and the moments in them."""

from datetime import date
from typing import Annotated, Literal, Self, get_args

from pydantic import Field, ValidationInfo, field_validator, model_validator

from models.base import Frozen, Headline, Id, Name, OneToFive, Story, Text, ZeroToFive
from models.dates import UNKNOWN_DATE, When
from models.errors import InvalidValue
from models.tags import TAGS, Group, Side, Tag

Kind = Literal["family", "friendship", "romantic", "mentor", "other"]
EndingKind = Literal["they left", "I left", "mutual", "faded", "death", "separation", "changed form"]
Direction = Literal["received", "given", "mutual"]
Memory = Literal["clear", "hazy", "told to me"]

KINDS: tuple[Kind, ...] = get_args(Kind)
ENDINGS: tuple[EndingKind, ...] = get_args(EndingKind)
DIRECTIONS: tuple[Direction, ...] = get_args(Direction)
MEMORIES: tuple[Memory, ...] = get_args(Memory)
INTENSITIES = ("slight", "mild", "moderate", "strong", "life-shaping")
HOPED_FOR = (
    "be loved", "be close", "be safe", "be chosen", "be seen", "be free", "be helped", "be respected",
)  # fmt: skip
I_RESPONDED = (
    "went quiet", "tried harder", "got angry", "pulled away", "blamed myself", "asked for help",
    "set a limit", "stayed hopeful", "felt small", "felt calm",
)  # fmt: skip

_NOT_A_BIRTH = {"age", "before", "after", "unknown"}


def _is_backwards(start: When | None, end: When | None) -> bool:
    """Whether the end lies wholly before the start; ages and unknown dates are not held against anyone."""
    first, last = (when.days(None, date.max) if when else None for when in (start, end))
    return bool(first and last and last.last < first.first)


class Person(Frozen):
    """The writer."""

    name: Name = ""
    """What to be called."""
    birth: When | None = None
    """At least a year; ages, and "before", hang on it."""
    until: When | None = None
    """The end of a life that is over; None: the axis ends today."""

    @field_validator("birth", "until")
    @classmethod
    def _must_be_a_date(cls, when: When | None, info: ValidationInfo) -> When | None:
        if when is not None and when.form in _NOT_A_BIRTH:
            what = "A birth date" if info.field_name == "birth" else "The end of a life"
            raise InvalidValue(
                "{what} needs at least a year, like 1984 or about 1984.",
                what=what,
            )
        return when

    @model_validator(mode="after")
    def _must_end_after_it_began(self) -> Self:
        if _is_backwards(self.birth, self.until):
            raise InvalidValue("The end of this life lies before its birth date. Check both.")
        return self


class RelationshipTag(Frozen):
    """A tag that holds for a relationship as a whole, during all its spells."""

    tag: Id
    """The key of a shipped tag or the id of an own one."""
    intensity: OneToFive | None = None
    """1 slight, 2 mild, 3 moderate, 4 strong, 5 life-shaping; None: not said."""


class Spell(Frozen):
    """One stretch of a relationship."""

    start: When = When(UNKNOWN_DATE)
    """When it began."""
    end: When | None = None
    """None: still going, or until the end of the life."""
    ended: EndingKind | None = None
    """How it ended; None: not said."""
    kind: Kind | None = None
    """What kind of bond it was then; None: the kind of the relationship."""

    @model_validator(mode="after")
    def _must_end_after_it_began(self) -> Self:
        if _is_backwards(self.start, self.end):
            raise InvalidValue("This time together ends before it begins. Check both dates.")
        return self


class Relationship(Frozen):
    """Someone, and the bond with them."""

    id: Id
    name: Annotated[Name, Field(min_length=1)]
    """What the writer calls them."""
    alias: Name = ""
    """What they are called where another one reads."""
    kind: Kind
    role: Headline = ""
    """In own words: mother, first boss, "my M."."""
    spells: Annotated[tuple[Spell, ...], Field(min_length=1)] = (Spell(),)
    """The stretches of it, as entered."""
    caregiver: bool = False
    """Whether this person looked after the writer as a child."""
    on_my_mind: bool = False
    """Whether this is the person someone came for."""
    gave: OneToFive | None = None
    """What I gave, 1 little to 5 very much."""
    came_back: OneToFive | None = None
    """What came back, 1 little to 5 very much."""
    tags: tuple[RelationshipTag, ...] = ()
    """What holds for the relationship as a whole, each tag once."""
    other_explanations: tuple[Headline, ...] = ()
    """Why they may have been as they were, in own words."""
    note: Story = ""
    now: Headline = ""
    """Whether they are still in touch, in own words: every week, no answer for five weeks."""
    out_of_sight: bool = False
    """Whether they are left out of lists and suggestions for now; they are counted all the same."""
    never_as_help: bool = False
    """Whether they are never to be offered as someone to turn to."""
    day_entered: date | None = None
    """The day they were set down here; set by the desk, never printed."""

    @field_validator("tags")
    @classmethod
    def _must_be_set_once(cls, tags: tuple[RelationshipTag, ...]) -> tuple[RelationshipTag, ...]:
        if len({wide.tag for wide in tags}) < len(tags):
            raise InvalidValue("A tag is set twice for this relationship as a whole. Set each once.")
        return tags


class Episode(Frozen):
    """One moment in a relationship."""

    id: Id
    relationship: Id
    when: When = When(UNKNOWN_DATE)
    headline: Annotated[Headline, Field(min_length=1)]
    """What happened, in at most 140 characters."""
    tags: tuple[Id, ...] = ()
    """Keys of shipped tags and ids of own ones, of either side, unranked, each once."""
    direction: Direction = "received"
    """Who did it: they to me, I to them, or both."""
    intensity: OneToFive | None = None
    """Then: 1 slight, 2 mild, 3 moderate, 4 strong, 5 life-shaping."""
    now: ZeroToFive | None = None
    """Still now: 0 not any more, to 5."""
    hoped_for: tuple[Headline, ...] = ()
    """What I hoped for: words of `HOPED_FOR`, or own ones."""
    they_responded: tuple[Headline, ...] = ()
    """How they responded, in own words."""
    i_responded: tuple[Headline, ...] = ()
    """How I responded: words of `I_RESPONDED`, or own ones."""
    story: Story = ""
    """As much of it as the writer likes."""
    memory: Memory | None = None
    """How it is remembered; None: not said."""
    for_therapist: bool = False
    """A mark for the person's own use; what goes into a PDF is decided by the share plan alone."""
    source: Text = ""
    """Where a moment taken from a book is told."""
    certainty: Text = ""
    """What is disputed about it."""
    day_entered: date | None = None
    """The day it was set down here; set by the desk, never printed."""

    @field_validator("tags")
    @classmethod
    def _drop_repeated_tags(cls, tags: tuple[str, ...]) -> tuple[str, ...]:
        return tuple(dict.fromkeys(tags))


class EntryToPlace(Frozen):
    """Words brought in from elsewhere that have no relationship yet; placed, they become an episode.

    The episode keeps the id, so that the same file brought in again adds nothing.
    """

    id: Id
    when: When = When(UNKNOWN_DATE)
    """The day they were written, or the date that stood with them."""
    words: Annotated[Story, Field(min_length=1)]
    labels: tuple[Name, ...] = ()
    """Moods and activities that stood with them, in the words of the other program."""
    source: Text = ""
    """What they came from: Daylio, a diary."""


class Landmark(Frozen):
    """A move, a school, a birth: a recall cue and a pale band behind the picture."""

    id: Id
    label: Annotated[Headline, Field(min_length=1)]
    when: When
    until: When | None = None
    """Where the band ends; None: with `when`."""

    @model_validator(mode="after")
    def _must_end_after_it_began(self) -> Self:
        if _is_backwards(self.when, self.until):
            raise InvalidValue("This ends before it begins. Check both dates.")
        return self


class OwnTag(Frozen):
    """A tag the person added, marked *mine*."""

    id: Id
    label: Annotated[Headline, Field(min_length=1)]
    side: Side
    group: Group = "own"
    definition: Headline = ""
    """What happened, in own words."""
    answered_by: tuple[Id, ...] = ()
    """Keys or ids of the tags that give what was missing."""

    @field_validator("id")
    @classmethod
    def _must_be_ones_own(cls, id_: str) -> str:
        if any(tag.key == id_ for tag in TAGS):
            raise InvalidValue(
                "“{id}” is a tag already, and is there for everyone. Give this one another id.",
                id=id_,
            )
        return id_

    def as_tag(self) -> Tag:
        """The row of the vocabulary this is."""
        return Tag(self.id, self.label, self.side, self.group, self.definition, self.answered_by, mine=True)


class BookSource(Frozen):
    """A book or page that moments were taken from."""

    id: Id
    title: Text
    where: Text = ""
    """A page, an address, a place."""
