"""A person's history: who they are, their relationships, the moments in them, and what they wrote beside."""

from collections.abc import Iterable, Iterator
from datetime import date
from functools import cached_property
from typing import Any, Final, Literal, Self, get_args, get_origin

from pydantic import Field, model_validator

from models.ages import Age, find_age
from models.base import Frozen
from models.changes import Change
from models.dates import Span, When
from models.entries import (
    DIRECTIONS,
    ENDINGS,
    HOPED_FOR,
    I_RESPONDED,
    INTENSITIES,
    KINDS,
    MEMORIES,
    BookSource,
    Direction,
    EndingKind,
    EntryToPlace,
    Episode,
    Kind,
    Landmark,
    Memory,
    OwnTag,
    Person,
    Relationship,
    RelationshipTag,
    Spell,
)
from models.errors import InvalidValue
from models.settings import Settings
from models.sharing import ColumnMap, Cover, PatternQuestion, SharePlan, TherapistQuestion, Verdict
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
from models.tags import Vocabulary

__all__ = [
    "COLLECTIONS",
    "DIRECTIONS",
    "ENDINGS",
    "HOPED_FOR",
    "INTENSITIES",
    "I_RESPONDED",
    "KINDS",
    "MEMORIES",
    "SCHEMA",
    "SINGLES",
    "BookSource",
    "Direction",
    "EndingKind",
    "EntryToPlace",
    "Episode",
    "History",
    "Kind",
    "Landmark",
    "Memory",
    "OwnTag",
    "Person",
    "Relationship",
    "RelationshipTag",
    "Spell",
    "build_change",
    "entry_text",
    "normalise_entry_text",
]

SCHEMA: Final = "attachment-timeline/2"
OLDER_SCHEMAS: Final = ("attachment-timeline/1",)
"""Older versions of a history's JSON; what is written in one is a history as it stands, with less in it."""


class History(Frozen):
    """Everything one person wrote down, in the order it was entered.

    Every episode belongs to a relationship that is there, and every tag is known to the vocabulary.
    """

    schema_: Literal["attachment-timeline/2"] = Field(default=SCHEMA, alias="schema")
    person: Person = Person()
    settings: Settings = Settings()
    stop_plan: StopPlan = StopPlan()
    cover: Cover = Cover()
    sources: tuple[BookSource, ...] = ()
    own_tags: tuple[OwnTag, ...] = ()
    landmarks: tuple[Landmark, ...] = ()
    relationships: tuple[Relationship, ...] = ()
    episodes: tuple[Episode, ...] = ()
    to_place: tuple[EntryToPlace, ...] = ()
    check_ins: tuple[CheckIn, ...] = ()
    kind_notes: tuple[KindNote, ...] = ()
    next_moves: tuple[NextMove, ...] = ()
    reasons: tuple[Reasons, ...] = ()
    intentions: tuple[Intention, ...] = ()
    activities: tuple[Activity, ...] = ()
    strengths: tuple[Strength, ...] = ()
    reflections: tuple[Reflection, ...] = ()
    contacts: tuple[Contact, ...] = ()
    questions: tuple[TherapistQuestion, ...] = ()
    asked: tuple[PatternQuestion, ...] = ()
    verdicts: tuple[Verdict, ...] = ()
    share_plans: tuple[SharePlan, ...] = ()
    mappings: tuple[ColumnMap, ...] = ()

    # -- what holds between entries ------------------------------------------------------------------

    @model_validator(mode="after")
    def _must_hold_together(self) -> Self:
        self._check_all_entries()
        return self

    def _check_all_entries(self) -> None:
        """Nothing, if every entry fits to the others."""
        for kind in COLLECTIONS:
            twice = _find_duplicate(entry.id for entry in getattr(self, kind))
            if twice is not None:
                raise InvalidValue(
                    "Two entries in {kind} have the id “{twice}”. Give one another id.",
                    kind=kind,
                    twice=twice[:80],
                )
        for own in self.own_tags:
            self._check_tags_known(own.answered_by, own.label)
        self._check_references(self.relationships, self.episodes)

    def _check_references(self, relationships: Iterable[Relationship], episodes: Iterable[Episode]) -> None:
        """Nothing, if these entries fit to what else is here."""
        for relationship in relationships:
            self._check_tags_known((wide.tag for wide in relationship.tags), relationship.name)
        for episode in episodes:
            if episode.relationship not in self.by_id:
                raise InvalidValue(
                    "“{headline}” belongs to the relationship “{relationship}”, which is not in this "
                    "history.",
                    headline=episode.headline[:80],
                    relationship=episode.relationship[:80],
                )
            self._check_tags_known(episode.tags, episode.headline)

    def _check_tags_known(self, tags: Iterable[str], whose: str) -> None:
        for tag in tags:
            if tag not in self.vocabulary:
                raise InvalidValue(
                    "“{whose}” carries the tag “{tag}”, which is not known here.",
                    whose=whose[:80],
                    tag=tag[:80],
                )

    # -- reading ---------------------------------------------------------------------------------------

    @cached_property
    def vocabulary(self) -> Vocabulary:
        """Every tag an entry here may carry, shipped ones first."""
        return Vocabulary.from_own_tags(own.as_tag() for own in self.own_tags)

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

    def age(self, when: When, today: date) -> Age | None:
        """How old the writer was at `when`; None where it cannot be told."""
        days, last_day = self.span(when, today), self.last_day(today)
        if days and not self.person.until:  # of a date that has not come nothing is cut
            last_day = max(last_day, days.first)
        return find_age(when, days, self.birth, last_day)

    # -- documents: what a vault stores ----------------------------------------------------------------

    def document_text(self, kind: str, id_: str) -> str | None:
        """The JSON text of one entry as a vault stores it, None if it is not there."""
        if kind in SINGLES:
            return _stored_text(kind, getattr(self, kind))
        return next((entry_text(entry) for entry in getattr(self, kind) if entry.id == id_), None)

    def documents(self) -> Iterator[tuple[str, str, str]]:
        """Every entry as (kind, id, JSON text), kind by kind, in the order entered."""
        for kind in SINGLES:
            if (text := self.document_text(kind, "")) is not None:
                yield kind, "", text
        for kind in COLLECTIONS:
            for entry in getattr(self, kind):
                yield kind, entry.id, entry_text(entry)

    @classmethod
    def from_documents(cls, documents: Iterable[tuple[str, str, str]]) -> Self:
        """The history those documents make up.

        Raises:
            ValueError: where one does not fit, or they do not hold together (pydantic's or ours).
            KeyError: on a kind this version does not know.
        """
        fields: dict[str, Any] = {kind: [] for kind in COLLECTIONS}
        for kind, id_, text in documents:
            if kind in SINGLES:
                fields[kind] = _entry(kind, id_, text)
            else:
                fields[kind].append(_entry(kind, id_, text))
        return cls(**fields)

    def with_changes(self, changes: Iterable[Change], places: Iterable[tuple[str, str]] = ()) -> "History":
        """This history after `changes`, checked where they touch it.

        Args:
            changes: as made, in order.
            places: (kind, id) of every entry of each kind to which one is put back, in the order wanted.
                Without, what is put back goes to the end, as what is new does.

        Raises:
            ValueError: where the result would not hold together (pydantic's or ours).
            KeyError: on a kind this version does not know.
        """
        singles: dict[str, Any] = {}
        listed: dict[str, dict[str, Any]] = {}
        touched: set[tuple[str, str]] = set()
        for kind, id_, _, text in changes:
            if kind in SINGLES:
                singles[kind] = SINGLES[kind]() if text is None else _entry(kind, id_, text)
                continue
            if kind not in COLLECTIONS:
                raise KeyError(kind)
            if kind not in listed:
                listed[kind] = {entry.id: entry for entry in getattr(self, kind)}
            touched.add((kind, id_))
            if text is None:
                listed[kind].pop(id_, None)
            else:
                listed[kind][id_] = _entry(kind, id_, text)
        order: dict[str, list[str]] = {}
        for kind, id_ in places:
            order.setdefault(kind, []).append(id_)
        fields = {name: getattr(self, name) for name in History.model_fields} | singles
        for kind, entries in listed.items():
            in_order = [entries[id_] for id_ in order[kind]] if kind in order else entries.values()
            fields[kind] = tuple(in_order)
        # model_construct: every entry has been validated already; what must hold between them is checked.
        new = History.model_construct(**fields)
        if "own_tags" in listed or any(
            id_ not in listed[kind] for kind, id_ in touched if kind == "relationships"
        ):
            new._check_all_entries()
            return new
        relationships, episodes = (
            [listed[kind][id_] for of, id_ in touched if of == kind and id_ in listed[kind]]
            for kind in ("relationships", "episodes")
        )
        new._check_references(relationships, episodes)
        return new


def entry_text(entry: Frozen) -> str:
    """The JSON text a vault stores for one entry: fields in their order, defaults left out."""
    return entry.model_dump_json(exclude_defaults=True)


def normalise_entry_text(kind: str, id_: str, text: str) -> str | None:
    """The JSON text a vault stores for the entry that `text` holds; None if it says nothing of its own.

    Raises:
        ValueError: it holds no such entry (pydantic's or ours).
        KeyError: on a kind this version does not know.
    """
    return _stored_text(kind, _entry(kind, id_, text))


def build_change(kind: str, before: Any, after: Any) -> Change | None:
    """The change from one entry to the other, None if they read the same.

    Args:
        kind: the collection, or "person", "settings", "stop_plan", "cover".
        before: the entry as it stands, None if it is new.
        after: the entry as it should be, None if it is deleted.
    """
    texts = [None if entry is None else _stored_text(kind, entry) for entry in (before, after)]
    id_ = getattr(after if before is None else before, "id", "")
    return None if texts[0] == texts[1] else Change(kind, id_, *texts)


def _stored_text(kind: str, entry: Any) -> str | None:
    return None if kind in SINGLES and entry == SINGLES[kind]() else entry_text(entry)


def _entry(kind: str, id_: str, text: str) -> Any:
    """The entry a JSON text holds."""
    entry = (SINGLES.get(kind) or COLLECTIONS[kind]).model_validate_json(text)
    if getattr(entry, "id", "") != id_:
        raise InvalidValue(
            "An entry in {kind} is kept under an id that is not its own.",
            kind=kind,
        )
    return entry


def _find_duplicate(ids: Iterable[str]) -> str | None:
    """The first id that comes a second time."""
    seen: set[str] = set()
    for id_ in ids:
        if id_ in seen:
            return id_
        seen.add(id_)
    return None


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
