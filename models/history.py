"""A person's history: who they are, their relationships, the moments in them, and what they wrote beside."""

from collections.abc import Iterable, Iterator
from datetime import date
from functools import cached_property
from typing import Annotated, Any, Final, Literal, Self, get_args, get_origin

from pydantic import Field, ValidationInfo, field_validator, model_validator

from models.base import Frozen, Headline, Id, Name, OneToFive, Story, Text, ZeroToFive
from models.changes import Change
from models.dates import UNKNOWN, Span, When
from models.settings import Settings
from models.sharing import Asked, Cover, Mapping, Question, SharePlan, Verdict
from models.steps import (
    Activity,
    CheckIn,
    Contact,
    Intention,
    KindNote,
    NextMove,
    Reasons,
    Reflection,
    StopPlan,
    Strength,
)
from models.tags import Group, Side, Tag, Vocabulary

SCHEMA: Final = "attachment-timeline/1"

Kind = Literal["family", "friendship", "romantic", "mentor", "other"]
Ended = Literal["they left", "I left", "mutual", "faded", "death", "separation", "changed form"]
Direction = Literal["received", "given", "mutual"]
Memory = Literal["clear", "hazy", "told to me"]

KINDS: tuple[Kind, ...] = get_args(Kind)
ENDINGS: tuple[Ended, ...] = get_args(Ended)
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


class Person(Frozen):
    """The writer."""

    name: Name = ""
    """What to be called."""
    birth: When | None = None
    until: When | None = None
    """The end of a life that is over; None: the axis ends today."""

    @field_validator("birth", "until")
    @classmethod
    def _must_be_a_date(cls, when: When | None, info: ValidationInfo) -> When | None:
        if when is not None and when.form in _NOT_A_BIRTH:
            what = "A birth date" if info.field_name == "birth" else "The end of a life"
            raise ValueError(f"{what} needs at least a year, like 1984 or about 1984.")
        return when


class WideTag(Frozen):
    """A tag that holds for a relationship as a whole, during all its spells."""

    tag: Id
    intensity: OneToFive | None = None


class Spell(Frozen):
    """One stretch of a relationship."""

    start: When = When(UNKNOWN)
    end: When | None = None
    """None: still going, or until the end of the life."""
    ended: Ended | None = None


class Relationship(Frozen):
    """Someone, and the bond with them."""

    id: Id
    name: Annotated[Name, Field(min_length=1)]
    alias: Name = ""
    kind: Kind
    role: Headline = ""
    """In own words: mother, first boss, "my M."."""
    spells: Annotated[tuple[Spell, ...], Field(min_length=1)] = (Spell(),)
    caregiver: bool = False
    """Whether this person looked after the writer as a child."""
    on_my_mind: bool = False
    gave: OneToFive | None = None
    """What I gave, 1 little to 5 very much."""
    came_back: OneToFive | None = None
    """What came back, 1 little to 5 very much."""
    tags: tuple[WideTag, ...] = ()
    other_explanations: tuple[Headline, ...] = ()
    note: Story = ""


class Episode(Frozen):
    """One moment in a relationship."""

    id: Id
    relationship: Id
    when: When = When(UNKNOWN)
    headline: Annotated[Headline, Field(min_length=1)]
    tags: tuple[Id, ...] = ()
    direction: Direction = "received"
    intensity: OneToFive | None = None
    """Then: 1 slight, 2 mild, 3 moderate, 4 strong, 5 life-shaping."""
    now: ZeroToFive | None = None
    """Still now: 0 not any more, to 5."""
    hoped_for: tuple[Headline, ...] = ()
    they_responded: tuple[Headline, ...] = ()
    i_responded: tuple[Headline, ...] = ()
    story: Story = ""
    memory: Memory | None = None
    for_therapist: bool = False
    """A mark for the person's own use; what goes into a PDF is decided by the share plan alone."""
    source: Text = ""
    """Where a moment taken from a book is told."""
    certainty: Text = ""
    """What is disputed about it."""


class Landmark(Frozen):
    """A move, a school, a birth: a recall cue and a pale band behind the picture."""

    id: Id
    label: Annotated[Headline, Field(min_length=1)]
    when: When
    until: When | None = None


class OwnTag(Frozen):
    """A tag the person added, marked *mine*."""

    id: Id
    label: Annotated[Headline, Field(min_length=1)]
    side: Side
    group: Group = "own"
    definition: Headline = ""
    answered_by: tuple[Id, ...] = ()

    def as_tag(self) -> Tag:
        """The row of the vocabulary this is."""
        return Tag(self.id, self.label, self.side, self.group, self.definition, self.answered_by, mine=True)


class Source(Frozen):
    """A book or page that moments were taken from."""

    id: Id
    title: Text
    where: Text = ""


class History(Frozen):
    """Everything one person wrote down, in the order it was entered.

    Every episode belongs to a relationship that is there, and every tag is known to the vocabulary.
    """

    schema_: Literal["attachment-timeline/1"] = Field(default="attachment-timeline/1", alias="schema")
    person: Person = Person()
    settings: Settings = Settings()
    stop_plan: StopPlan = StopPlan()
    cover: Cover = Cover()
    sources: tuple[Source, ...] = ()
    own_tags: tuple[OwnTag, ...] = ()
    landmarks: tuple[Landmark, ...] = ()
    relationships: tuple[Relationship, ...] = ()
    episodes: tuple[Episode, ...] = ()
    check_ins: tuple[CheckIn, ...] = ()
    kind_notes: tuple[KindNote, ...] = ()
    next_moves: tuple[NextMove, ...] = ()
    reasons: tuple[Reasons, ...] = ()
    intentions: tuple[Intention, ...] = ()
    activities: tuple[Activity, ...] = ()
    strengths: tuple[Strength, ...] = ()
    reflections: tuple[Reflection, ...] = ()
    contacts: tuple[Contact, ...] = ()
    questions: tuple[Question, ...] = ()
    asked: tuple[Asked, ...] = ()
    verdicts: tuple[Verdict, ...] = ()
    share_plans: tuple[SharePlan, ...] = ()
    mappings: tuple[Mapping, ...] = ()

    # -- what holds between entries ------------------------------------------------------------------

    @model_validator(mode="after")
    def _is_checked(self) -> Self:
        return self._must_hold_together()

    def _must_hold_together(self) -> Self:
        for kind in COLLECTIONS:
            ids = [entry.id for entry in getattr(self, kind)]
            if len(ids) != len(set(ids)):
                twice = next(id_ for id_ in ids if ids.count(id_) > 1)
                raise ValueError(f"Two entries in {kind} have the id “{twice[:80]}”. Give one another id.")
        for episode in self.episodes:
            if episode.relationship not in self.by_id:
                raise ValueError(
                    f"“{episode.headline[:80]}” belongs to the relationship “{episode.relationship[:80]}”, "
                    "which is not in this history."
                )
            self._must_know(episode.tags, episode.headline)
        for relationship in self.relationships:
            self._must_know((wide.tag for wide in relationship.tags), relationship.name)
        return self

    def _must_know(self, tags: Iterable[str], whose: str) -> None:
        for tag in tags:
            if tag not in self.vocabulary:
                raise ValueError(f"“{whose[:80]}” carries the tag “{tag[:80]}”, which is not known here.")

    # -- reading ---------------------------------------------------------------------------------------

    @cached_property
    def vocabulary(self) -> Vocabulary:
        """Every tag an entry here may carry, shipped ones first."""
        return Vocabulary.of(own.as_tag() for own in self.own_tags)

    @cached_property
    def by_id(self) -> dict[str, Relationship]:
        """Relationships by id, in the order they were entered."""
        return {relationship.id: relationship for relationship in self.relationships}

    @cached_property
    def birth(self) -> Span | None:
        """The days the writer may have been born on, or None if no birth date is set."""
        return self.person.birth.days(None, date.max) if self.person.birth else None

    def last_day(self, today: date) -> date:
        """The day the axis ends on: the end of a finished life, else `today`."""
        end = self.person.until.days(None, today) if self.person.until else None
        return end.last if end else today

    def span(self, when: When, today: date) -> Span | None:
        """The closed span of days `when` can mean in this life; None where it cannot be placed yet.

        Args:
            when: as written.
            today: the day this is read on; "after" ends there, or where a finished life ended.
        """
        return when.days(self.birth, self.last_day(today))

    def age(self, when: When, today: date) -> tuple[int, int] | None:
        """The youngest and oldest age in whole years at `when`; None without a birth date or place."""
        days = self.span(when, today)
        if days is None or self.birth is None:
            return None
        return _years(self.birth.last, days.first), _years(self.birth.first, days.last)

    # -- documents: what a vault stores ----------------------------------------------------------------

    def body(self, kind: str, id_: str) -> str | None:
        """The JSON text of one entry as a vault stores it, None if it is not there."""
        if kind in SINGLES:
            single = getattr(self, kind)
            return None if single == SINGLES[kind]() else _text(single)
        return next((_text(entry) for entry in getattr(self, kind) if entry.id == id_), None)

    def documents(self) -> Iterator[tuple[str, str, str]]:
        """Every entry as (kind, id, JSON text), kind by kind, in the order entered."""
        for kind in SINGLES:
            if (text := self.body(kind, "")) is not None:
                yield kind, "", text
        for kind in COLLECTIONS:
            for entry in getattr(self, kind):
                yield kind, entry.id, _text(entry)

    @classmethod
    def from_documents(cls, documents: Iterable[tuple[str, str, str]]) -> Self:
        """The history those documents make up.

        Raises:
            pydantic.ValidationError: where one does not fit, or they do not hold together.
            KeyError: on a kind this version does not know.
        """
        singles: dict[str, Any] = {}
        entries: dict[str, list[Any]] = {kind: [] for kind in COLLECTIONS}
        for kind, _, text in documents:
            if kind in SINGLES:
                singles[kind] = SINGLES[kind].model_validate_json(text)
            else:
                entries[kind].append(COLLECTIONS[kind].model_validate_json(text))
        return cls(**singles, **{kind: tuple(listed) for kind, listed in entries.items()})

    def with_changes(self, changes: Iterable[Change], order: Iterable[str] | None = None) -> "History":
        """This history after `changes`; one that is put back goes to the end unless `order` says where.

        Args:
            changes: as made, in order.
            order: for a single touched collection, the ids in the order wanted (undo of a deletion).

        Raises:
            pydantic.ValidationError: where the result would not hold together.
        """
        fields: dict[str, Any] = {}
        for change in changes:
            text = change.after
            if change.kind in SINGLES:
                single = SINGLES[change.kind]
                fields[change.kind] = single.model_validate_json(text) if text else single()
                continue
            listed = fields.setdefault(change.kind, {e.id: e for e in getattr(self, change.kind)})
            if text is None:
                listed.pop(change.id, None)
            else:
                listed[change.id] = COLLECTIONS[change.kind].model_validate_json(text)
        new = {
            name: tuple(value.values()) if isinstance(value, dict) else value
            for name, value in fields.items()
        }
        if order is not None:
            place = {id_: n for n, id_ in enumerate(order)}
            new = {
                name: tuple(sorted(value, key=lambda e: place.get(e.id, len(place))))
                if name in COLLECTIONS
                else value
                for name, value in new.items()
            }
        kept = {name: getattr(self, name) for name in type(self).model_fields}
        # model_construct: every entry has been validated already; what must hold between them is checked.
        return self.model_construct(**{**kept, **new})._must_hold_together()


def entry_text(entry: Frozen) -> str:
    """The JSON text a vault stores for one entry: fields in their order, defaults left out."""
    return _text(entry)


def _text(entry: Frozen) -> str:
    return entry.model_dump_json(exclude_defaults=True)


def _years(born: date, day: date) -> int:
    return max(0, day.year - born.year - ((day.month, day.day) < (born.month, born.day)))


COLLECTIONS: dict[str, type[Any]] = {
    name: get_args(field.annotation)[0]
    for name, field in History.model_fields.items()
    if get_origin(field.annotation) is tuple
}
"""The kinds of entry a history holds many of, with their model, in the order they are stored."""

SINGLES: dict[str, type[Any]] = {
    name: field.annotation
    for name, field in History.model_fields.items()
    if name not in COLLECTIONS and name != "schema_" and isinstance(field.annotation, type)
}
"""The kinds of entry a history holds one of."""
