"""What the person chooses to hand over: the cover in their words, and named plans that tick line by line."""

from datetime import date
from typing import Annotated, Final, Literal, Self

from pydantic import Field, model_validator

from models.base import Count, Frozen, Headline, Id, Name, Probability, Story
from models.entries import Kind
from models.errors import InvalidValue
from models.tags import Group

NameStyle = Literal["real", "initials", "alias"]
DateStyle = Literal["day", "month", "year", "age"]
Year = Annotated[int, Field(strict=True)]
StepKind = Literal[
    "check_ins", "kind_notes", "next_moves", "reasons", "intentions", "activities", "strengths", "reflections"
]
"""The collections of a history in which the steps keep what was written."""


StopPlanPart = Literal["signs", "do", "call"]
"""The lists of lines in a stop plan."""


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
    why_now: Story = ""
    """Why I come now, in a line or two; ticked by itself in a plan."""


class TherapistQuestion(Frozen):
    """A question for the therapist."""

    id: Id
    text: Story


class EarlierPaper(Frozen):
    """A paper that was made with a plan before."""

    name: Name
    """What its file was called."""
    on: date


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
    why_now: bool = False
    """Whether `Cover.why_now` leaves."""
    contacts: tuple[Id, ...] = ()
    """Those of `History.contacts` that leave, ticked one by one."""
    stop_plan: tuple[tuple[StopPlanPart, Id], ...] = ()
    """Pairs (part of the stop plan, the line itself): a line changed since is not ticked any more."""
    papers: tuple[EarlierPaper, ...] = ()
    """Papers made with this plan before, in that order."""
    since: date | None = None
    """What was entered after this day is marked; None: nothing is."""


QuestionForm = Literal[
    "sequence", "in_kind", "early_back", "recurs", "i_give_more", "after_loss_soon",
    "order_of_groups", "same_moment", "same_relationship", "gave", "left", "balance",
]  # fmt: skip
"""What a question is about; `timeline.patterns.ask` says how each is counted."""
_TAGS_OF: Final = {
    "sequence": (2, 3), "i_give_more": (0, 0), "after_loss_soon": (0, 0), "order_of_groups": (0, 0),
    "same_moment": (2, 2), "same_relationship": (2, 2), "left": (0, 0), "balance": (0, 0),
}  # fmt: skip
"""The fewest and the most tags a question has, by its form; one where nothing else is said."""
_FORMS_OF_A_KIND: Final = {"in_kind", "gave", "left"}
"""The forms that need a kind of relationship."""


class TagGroup(Frozen):
    """Any of several tags, as one end of a question about order: those named, of a group or of a side."""

    side: Literal["painful", "caring"] | None = None
    groups: tuple[Group, ...] = ()
    tags: tuple[Id, ...] = ()

    @model_validator(mode="after")
    def _must_name_something(self) -> Self:
        if not (self.side or self.groups or self.tags):
            raise InvalidValue("A group of a question names a side, a group of tags, or a tag.")
        return self


class QuestionAnswer(Frozen):
    """What a question came to on the day it was asked: kept as it was, whatever is entered later."""

    on: date
    people: Count
    """How many relationships there were to count in."""
    k: Count = 0
    of: Count = 0
    open: Count = 0
    """In how many of them the dates leave it open."""
    expected: Annotated[float, Field(ge=0, allow_inf_nan=False, strict=True)] | None = None
    """What shuffled histories showed on average, in the unit of `k`."""
    p: Probability | None = None
    """Alone; None where nothing is tested."""
    p_asked: Probability | None = None
    """Among all questions asked until then."""
    p_seen: Probability | None = None
    """Among what had been looked at before; None where the question was asked first."""
    draws: Count = 0
    """How many shuffled histories it was held against."""
    is_clear: bool = False


class PatternQuestion(Frozen):
    """A question about patterns: tested alone, answered once, kept with its date and its answer."""

    id: Id
    on: date
    form: QuestionForm
    tags: Annotated[tuple[Id, ...], Field(max_length=3)] = ()
    """Two or three in order for a sequence, of which the last may be a way the person responded.

    Two for `same_moment` and `same_relationship`; one for `in_kind`, `early_back`, `recurs` and `gave`; none
    for the other forms.
    """
    kind: Kind | None = None
    """A kind of relationship; `in_kind`, `gave` and `left` need one."""
    words: Story = ""
    """The question as the person wrote it or picked it."""
    first: TagGroup | None = None
    """For `order_of_groups`: any of these first ..."""
    then: TagGroup | None = None
    """... and then any of these."""
    falls: bool = True
    """For `balance`: whether hurt gives way to care over a life, or care to hurt."""
    answer: QuestionAnswer | None = None
    """What it came to on the day it was asked; None: not answered yet."""

    @model_validator(mode="after")
    def _must_be_whole(self) -> Self:
        if len(set(self.tags)) < len(self.tags):
            raise InvalidValue("The tags of a question must differ.")
        fewest, most = _TAGS_OF.get(self.form, (1, 1))
        if not fewest <= len(self.tags) <= most:
            count = f"{fewest} or {most} tags" if fewest < most else f"{most} tags"
            needs = "no tag" if not most else "one tag" if most == 1 else count
            raise InvalidValue(
                "A question of the form “{form}” has {needs}, not {count}.",
                form=self.form,
                needs=needs,
                count=len(self.tags),
            )
        if self.form in _FORMS_OF_A_KIND and self.kind is None:
            raise InvalidValue(
                "A question of the form “{form}” needs a kind of relationship.",
                form=self.form,
            )
        has_groups = self.first is not None and self.then is not None
        if self.form == "order_of_groups" and not has_groups:
            raise InvalidValue(
                "A question of the form “order_of_groups” needs what comes first and what then."
            )
        return self


class Verdict(Frozen):
    """The person's own word on a pattern: they have the last word, and it is printed."""

    id: Id
    pattern: Id
    word: Literal["fits", "does not fit", "unsure"]
    note: Story = ""


class WordMap(Frozen):
    """What a mood or an activity of another program stands for: chosen by the person, never by us."""

    word: Name
    tags: tuple[Id, ...] = ()
    relationship: Id | None = None


class ColumnMap(Frozen):
    """How the columns and words of a foreign file were read once, so the next import asks nothing."""

    id: Id
    name: Name
    columns: tuple[tuple[Name, Id], ...] = ()
    """Pairs (column in the file, field here)."""
    words: tuple[WordMap, ...] = ()
    """Moods and activities of another program, with what each stands for here."""
