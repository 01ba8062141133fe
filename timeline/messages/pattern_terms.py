"""The words that the sentences of patterns have in common: tags, people, counts, and what chance shows."""

from collections.abc import Iterable
from math import isnan
from typing import NamedTuple, TypeVar, cast

from models.ages import ABOUT_FROM_YEARS, Age
from models.finding_facts import Facts, TagPart
from models.findings import EntryReference, Finding
from models.history import History
from models.tags import Group
from timeline.messages.ages import tell_age
from timeline.messages.grammar import quote_text
from timeline.messages.language import _, ngettext
from timeline.messages.tags import group_title, tag_label

SomeFacts = TypeVar("SomeFacts", bound=Facts)

_SHARES_FROM = 10
"""From how many on a share is given in percent as well."""


class Sentence(NamedTuple):
    """A sentence in two: what it is about ("" where it names no one thing), and what it says of it."""

    subject: str
    statement: str

    @property
    def whole(self) -> str:
        """Both: "neglect: in 3 of 5 …"."""
        if not self.subject:
            return self.statement
        return _("{subject}: {statement}").format(subject=self.subject, statement=self.statement)


def read_facts(finding: Finding, kind: type[SomeFacts]) -> SomeFacts:
    """The facts of a finding, of the kind its sentence is made from.

    Raises:
        TypeError: it carries others.
    """
    if not isinstance(finding.facts, kind):
        raise TypeError(f"{finding.id}: {kind.__name__} expected")
    return finding.facts


def format_tag(label: str, given: bool = False) -> str:
    """A tag as spoken of."""
    return _("{tag} (given by you)").format(tag=label) if given else label


def get_label(history: History, tag: str) -> str:
    """The label of a tag; the word itself where the notebook has no such tag."""
    known = history.vocabulary.get(tag)
    return tag_label(known) if known else tag


def format_part(history: History, part: TagPart) -> str:
    """A tag or a group of tags as spoken of."""
    label = get_label(history, part.key)
    if part.is_group:
        label = quote_text(group_title(cast(Group, part.key)))
    return format_tag(label, part.is_given)


def format_tags(history: History, finding: Finding) -> list[str]:
    """The tags of a finding as spoken of, in its order."""
    given = finding.given or (False,) * len(finding.tags)
    return [format_tag(get_label(history, tag), gave) for tag, gave in zip(finding.tags, given, strict=True)]


def get_names(history: History, relationships: Iterable[str]) -> list[str]:
    """What these relationships are called."""
    return [history.by_id[one].name if one in history.by_id else _("someone") for one in relationships]


def times(count: int) -> str:
    """How often: "once", "4 times"."""
    return ngettext("once", "{n} times", count)


def count_in_tagged(k: int, of: int) -> str:
    """How many of those tagged: "in 4 of the 6 relationships you tagged"."""
    if of == 1:
        return _("in the one relationship you tagged") if k else _("not in the one relationship you tagged")
    if k == of:
        template = _("in all {of} relationships you tagged{share}")
    else:
        template = _("in {k} of the {of} relationships you tagged{share}")
    return template.format(k=k, of=of, share=share(k, of))


def share(k: int, of: int) -> str:
    """The share in brackets, where there are enough to speak of shares."""
    return f" ({100 * k / of:.0f} %)" if of >= _SHARES_FROM else ""


def number(value: float) -> str:
    """A number as read aloud: one digit after the point, none if it is whole."""
    written = f"{value:.1f}".removesuffix(".0")
    return "0" if written == "-0" else written


def chance_clause(expected: float | None) -> str:
    """What shuffled histories show, as the end of a sentence; "" where none were made."""
    if expected is None or isnan(expected):
        return ""
    return _("; shuffled at random, about {number}").format(number=number(expected))


def describe_moment(name: str, age: Age | None, first: float | None, last: float | None) -> str:
    """One entry as a card says it: "Father, when you were 11".

    Args:
        name: whose relationship.
        age: how old the writer was, or None.
        first: where the span of its date begins, decimal years, or None.
        last: where it ends.
    """
    if first is None or last is None:
        return _("{name}, no date yet").format(name=name)
    about = last - first > ABOUT_FROM_YEARS
    if age is None:
        template = _("{name}, about {year}") if about else _("{name}, {year}")
        return template.format(name=name, year=int((first + last) / 2))
    if age.is_before_birth:
        return _("{name}, before you were born").format(name=name)
    return _("{name}, when you were {age}").format(name=name, age=tell_age(age))


def describe_reference(reference: EntryReference, history: History) -> str:
    """The same of an entry that a finding points at."""
    (name,) = get_names(history, [reference.relationship])
    return describe_moment(name, reference.age, reference.first, reference.last)
