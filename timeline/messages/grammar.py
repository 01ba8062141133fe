"""The small words of every sentence: a count with its noun, lists, a part of a whole, quotes.

A count is said in whole forms (`{n} moment`, `{n} moments`), never by adding a letter, so a language that has
more than two forms, or puts the number behind the noun, has a place for each.
"""

from collections.abc import Callable, Sequence
from functools import reduce
from typing import Final, Literal

from timeline.messages.language import _, ngettext

Noun = Literal[
    "relationship",
    "tagged relationship",
    "whole relationship",
    "later relationship",
    "person",
    "moment",
    "caring moment",
    "moment tagged as caring",
    "moment with reasons",
    "tag",
    "tag on a whole relationship",
    "other tag",
    "landmark",
    "check-in",
    "earlier check-in",
    "kind note",
    "next move",
    "thing that was offered",
    "person to reach out to",
    "good thing named on closing",
    "activity",
    "strength",
    "one of my people",
    "entry on trust",
    "entry",
    "line",
    "question",
    "problem",
    "cell",
]
"""What is counted, by its English singular."""

_COUNTS: Final[dict[Noun, Callable[[int], str]]] = {
    "relationship": lambda n: ngettext("{n} relationship", "{n} relationships", n),
    "tagged relationship": lambda n: ngettext("{n} tagged relationship", "{n} tagged relationships", n),
    "whole relationship": lambda n: ngettext("{n} whole relationship", "{n} whole relationships", n),
    "later relationship": lambda n: ngettext("{n} later relationship", "{n} later relationships", n),
    "person": lambda n: ngettext("{n} person", "{n} people", n),
    "moment": lambda n: ngettext("{n} moment", "{n} moments", n),
    "caring moment": lambda n: ngettext("{n} caring moment", "{n} caring moments", n),
    "moment tagged as caring": lambda n: ngettext(
        "{n} moment tagged as caring", "{n} moments tagged as caring", n
    ),
    "moment with reasons": lambda n: ngettext("{n} moment with reasons", "{n} moments with reasons", n),
    "tag": lambda n: ngettext("{n} tag", "{n} tags", n),
    "tag on a whole relationship": lambda n: ngettext(
        "{n} tag on a whole relationship", "{n} tags on a whole relationship", n
    ),
    "other tag": lambda n: ngettext("{n} other tag", "{n} other tags", n),
    "landmark": lambda n: ngettext("{n} landmark", "{n} landmarks", n),
    "check-in": lambda n: ngettext("{n} check-in", "{n} check-ins", n),
    "earlier check-in": lambda n: ngettext("{n} earlier check-in", "{n} earlier check-ins", n),
    "kind note": lambda n: ngettext("{n} kind note", "{n} kind notes", n),
    "next move": lambda n: ngettext("{n} next move", "{n} next moves", n),
    "thing that was offered": lambda n: ngettext(
        "{n} thing that was offered", "{n} things that were offered", n
    ),
    "person to reach out to": lambda n: ngettext(
        "{n} person to reach out to", "{n} people to reach out to", n
    ),
    "good thing named on closing": lambda n: ngettext(
        "{n} good thing named on closing", "{n} good things named on closing", n
    ),
    "activity": lambda n: ngettext("{n} activity", "{n} activities", n),
    "strength": lambda n: ngettext("{n} strength", "{n} strengths", n),
    "one of my people": lambda n: ngettext("{n} of my people", "{n} of my people", n),
    "entry on trust": lambda n: ngettext("{n} entry on trust", "{n} entries on trust", n),
    "entry": lambda n: ngettext("{n} entry", "{n} entries", n),
    "line": lambda n: ngettext("{n} line", "{n} lines", n),
    "question": lambda n: ngettext("{n} question", "{n} questions", n),
    "problem": lambda n: ngettext("{n} problem", "{n} problems", n),
    "cell": lambda n: ngettext("{n} cell", "{n} cells", n),
}


def count_with_noun(n: int, noun: Noun) -> str:
    """A count with its noun: "1 person", "2,000 people"."""
    return _COUNTS[noun](n)


def count_moments(n: int) -> str:
    """How many moments someone has so far: "no moments yet", "3 moments"."""
    return count_with_noun(n, "moment") if n else _("no moments yet")


def name_noun(noun: Noun) -> str:
    """One of what is counted, without a number."""
    return _(noun)


def count_of_total(k: int, n: int) -> str:
    """A count of a part: "4 of 6"."""
    return _("{k} of {n}").format(k=k, n=n)


def join_with_and(words: Sequence[str], most: int | None = None) -> str:
    """Several things in one sentence: "a, b and c".

    Args:
        words: the things; nothing is said of none.
        most: how many are named where there are many; "a, b and 4 more". One is never left over alone.
    """
    *first, last = _shorten_list(words, most) or [""]
    return _("{list} and {last}").format(list=", ".join(first), last=last) if first else last


def join_with_or(words: Sequence[str], most: int | None = None) -> str:
    """Several things one of which is meant: "a or b or c".

    Args:
        words: the things; nothing is said of none.
        most: how many are named where there are many; one is never left over alone.
    """
    shown = _shorten_list(words, most) or [""]
    return reduce(lambda list_, last: _("{list} or {last}").format(list=list_, last=last), shown)


def join_in_order(words: Sequence[str]) -> str:
    """Several things, one after the other in time: "a, then b, then c"."""
    return reduce(lambda list_, next_: _("{list}, then {next}").format(list=list_, next=next_), words or [""])


def quote_text(text: str) -> str:
    """Words of the person's own, apart from ours."""
    return _("“{text}”").format(text=text)


def _shorten_list(words: Sequence[str], most: int | None) -> list[str]:
    """The words, or the first of them with how many more there are."""
    if most is None or len(words) <= most + 1:
        return list(words)
    return [*words[:most], ngettext("{n} more", "{n} more", len(words) - most)]
