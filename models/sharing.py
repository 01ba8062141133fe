"""What the person chooses to hand over: the cover in their words, and named plans that tick line by line."""

from datetime import date
from typing import Annotated, Final, Literal, Self

from pydantic import Field, model_validator

from models.base import Frozen, Headline, Id, Name, Story
from models.entries import Kind

NameStyle = Literal["real", "initials", "alias"]
DateStyle = Literal["day", "month", "year", "age"]
Year = Annotated[int, Field(strict=True)]
StepKind = Literal[
    "check_ins", "kind_notes", "next_moves", "reasons", "intentions", "activities", "strengths", "reflections"
]
"""The collections of a history in which the steps keep what was written."""


class Cover(Frozen):
    """The first page in the person's own words."""

    title: Headline = ""
    summary: Story = ""
    hope: Story = ""
    helped: Story = ""
    """What helped; empty: those with whom most care was entered are named."""
    questions: tuple[Story, ...] = ()
    """Questions to bring."""
    not_yet: Story = ""
    """What I do not want to discuss yet."""


class TherapistQuestion(Frozen):
    """A question for the therapist."""

    id: Id
    text: Story


class SharePlan(Frozen):
    """A named choice of what leaves; a new one ticks nothing but the picture's shape.

    A moment leaves in three steps: counted and drawn (`episodes`), in words too (`headlines`), with its story
    (`stories`). Each step needs the one before, and its person.
    """

    id: Id
    name: Name
    sections: tuple[Id, ...] = ("lifeline",)
    """Which pages; the keys of `timeline.report.report.SECTIONS`."""
    relationships: tuple[Id, ...] = ()
    episodes: tuple[Id, ...] = ()
    """Moments that are counted and drawn."""
    headlines: tuple[Id, ...] = ()
    """Moments whose headline, hopes and responses leave as well."""
    stories: tuple[Id, ...] = ()
    """Moments whose story leaves as well."""
    steps: tuple[tuple[StepKind, Id], ...] = ()
    """Pairs (collection, entry) of what was written in the steps, ticked line by line."""
    threads: Annotated[tuple[Id, ...], Field(max_length=3)] = ()
    """Tags of the first page's threads, the lifeline's own first; empty: those in most relationships."""
    patterns: tuple[Id, ...] = ()
    """Patterns that are printed; empty: those found in most relationships."""
    not_yet: tuple[Id, ...] = ()
    """Patterns, people or moments that are counted but not yet to be talked about."""
    kinds: tuple[Kind, ...] | None = None
    """The kinds of relationship that may leave; None: all."""
    years: tuple[Year, Year] | None = None
    """The first and the last year that may leave, both included; None: all."""
    names: NameStyle = "initials"
    names_of: tuple[tuple[Id, NameStyle], ...] = ()
    """Pairs (relationship, how it is named) where one is named in another way than the rest."""
    also_called: tuple[tuple[Id, Name], ...] = ()
    """Pairs (relationship, another spelling or nickname) to be taken out of every text with the name."""
    me: Literal["real", "initials", "none"] = "initials"
    """How the writer is named."""
    dates: DateStyle = "age"


_TAGS_OF: Final = {"sequence": (2, 3), "i_give_more": (0, 0), "after_loss_soon": (0, 0)}
"""The fewest and the most tags a question has, by its form; one where nothing else is said."""


class PatternQuestion(Frozen):
    """A question about patterns, written down before looking; tested alone, kept with its date."""

    id: Id
    on: date
    form: Literal["sequence", "in_kind", "early_back", "recurs", "i_give_more", "after_loss_soon"]
    tags: Annotated[tuple[Id, ...], Field(max_length=3)] = ()
    """Two or three in order for a sequence, of which the last may be a way the person responded.

    None for `i_give_more` and `after_loss_soon`; one for the other forms.
    """
    kind: Kind | None = None
    """A kind of relationship; `in_kind` needs one."""
    words: Story = ""
    """The question as the person wrote it or picked it."""

    @model_validator(mode="after")
    def _must_be_whole(self) -> Self:
        if len(set(self.tags)) < len(self.tags):
            raise ValueError("The tags of a question must differ.")
        fewest, most = _TAGS_OF.get(self.form, (1, 1))
        if not fewest <= len(self.tags) <= most:
            needs = "no tag" if not most else "one tag" if most == 1 else f"{fewest} or {most} tags"
            raise ValueError(f"A question of the form “{self.form}” has {needs}, not {len(self.tags)}.")
        if self.form == "in_kind" and self.kind is None:
            raise ValueError("A question of the form “in_kind” needs a kind of relationship.")
        return self


class Verdict(Frozen):
    """The person's own word on a pattern: they have the last word, and it is printed."""

    id: Id
    pattern: Id
    word: Literal["fits", "does not fit", "unsure"]
    note: Story = ""


class ColumnMap(Frozen):
    """How the columns of a foreign file were read once, so the next import asks nothing."""

    id: Id
    name: Name
    columns: tuple[tuple[Name, Id], ...] = ()
    """Pairs (column in the file, field here)."""
