"""What each person is called on paper, and which spellings that takes out of every text."""

import re
from collections.abc import Collection

from models.history import History
from models.sharing import SharePlan
from timeline.share.scrub import Scrub, fold, is_a_word, names_in
from timeline.words.report import ME, SOMEONE, WITHOUT_LETTERS

_TITLE_WORDS = "dr prof mr mrs ms miss sir the von van der de da di du la le"
_TITLES = frozenset(_TITLE_WORDS.split())
_MOST_INITIALS = 3


def initials(name: str) -> str:
    """The first letters of a name: "H. C. A." for Hans Christian Andersen; "–" where it has no letters."""
    parts = [part for part in re.split(r"[\s()\[\]/,\-]+", name) if any(c.isalpha() for c in part)]
    parts = [part for part in parts if fold(part.strip("."))[0] not in _TITLES] or parts
    letters = [next(c for c in part if c.isalpha()) for part in parts][:_MOST_INITIALS]
    return " ".join(f"{letter.upper() if len(letter.upper()) == 1 else letter}." for letter in letters) or (
        WITHOUT_LETTERS
    )


def one_line(text: str) -> str:
    """A name or headline without line breaks or runs of spaces; one of spaces alone is left as it is."""
    return " ".join(text.split()) or text


def shown_names(history: History, plan: SharePlan, leaving: Collection[str]) -> dict[str, str]:
    """What each relationship of `leaving` is called, by id; two of the same initials are numbered."""
    style_of = dict(plan.names_of)
    plain = {
        r.id: one_line(r.name)
        if style_of.get(r.id, plan.names) == "real" or is_a_word(r.name)
        else initials(r.name)
        for r in history.relationships
        if r.id in leaving
    }
    shown: dict[str, str] = {}
    taken: dict[str, int] = {}
    for relationship in history.relationships:
        if relationship.id not in leaving:
            continue
        name = plain[relationship.id]
        if style_of.get(relationship.id, plan.names) == "alias" and relationship.alias.strip():
            others = {id_: one for id_, one in plain.items() if id_ != relationship.id}
            name = scrubber(history, plan, leaving, others)(relationship.alias)
        times = taken[name] = 1 if name == one_line(relationship.name) else taken.get(name, 0) + 1
        shown[relationship.id] = name if times == 1 else f"{name} ({times})"
    return shown


def scrubber(history: History, plan: SharePlan, leaving: Collection[str], shown: dict[str, str]) -> Scrub:
    """A function that writes every person of `history` as they are shown, and "someone" for the rest.

    Args:
        history: everything.
        plan: what is chosen.
        leaving: ids of the relationships that leave.
        shown: what each of them is called; those missing here stay as they are.
    """
    also: dict[str, list[str]] = {}
    for id_, spelling in plan.also_called:
        also.setdefault(id_, []).append(spelling)
    left_out, renamed, whole = [], [], []
    for relationship in history.relationships:
        spellings = (relationship.name, *also.get(relationship.id, ()))
        terms = [term for spelling in spellings if spelling.strip() for term in names_in(spelling)]
        # An alias is words of one's own, "my mother": taken out as a whole, never by its parts.
        terms += [relationship.alias] * bool(relationship.alias.strip())
        if relationship.id not in leaving:
            left_out += [(term, SOMEONE) for term in terms]
        elif shown.get(relationship.id, "") in ("", one_line(relationship.name)):
            whole.append((relationship.name, None))
        else:
            renamed += [(term, shown[relationship.id]) for term in terms]
    me = history.person.name
    own: list[tuple[str, str | None]] = []
    if plan.me != "real" and me.strip():
        own = [(term, initials(me) if plan.me == "initials" else ME) for term in names_in(me)]
    # Of two alike the first counts: whoever was left out stays out.
    return Scrub([*left_out, *renamed, *own, *whole])
