"""The questions that are offered, and those typed by the person."""

import re
from datetime import date
from typing import Any, NamedTuple

from models.entries import I_RESPONDED, KINDS, Kind
from models.errors import UnknownTag
from models.findings import pattern_id
from models.sharing import PatternQuestion, TagGroup
from models.tags import Vocabulary


class LibraryQuestion(NamedTuple):
    """A question of the library.

    Attributes:
        key: its name; what it says is `timeline.messages.pattern_sentences.QUESTIONS[key]`.
        form: as `Asked.form`.
        tags: as `Asked.tags`.
        kind: as `Asked.kind`.
        first: as `Asked.first`.
        then: as `Asked.then`.
    """

    key: str
    form: str
    tags: tuple[str, ...] = ()
    kind: Kind | None = None
    first: TagGroup | None = None
    then: TagGroup | None = None


LIBRARY: tuple[LibraryQuestion, ...] = (
    LibraryQuestion(
        "care-first", "order_of_groups", first=TagGroup(side="caring"), then=TagGroup(side="painful")
    ),
    LibraryQuestion("warm-unsteady-rejected", "sequence", ("care", "inconsistency", "rejection")),
    LibraryQuestion("close-then-left", "sequence", ("welcome", "abandonment")),
    LibraryQuestion("neglect-from-partners", "early_back", ("neglect",), "romantic"),
    LibraryQuestion("criticism-from-partners", "early_back", ("criticism",), "romantic"),
    LibraryQuestion("support-from-friends", "in_kind", ("support",), "friendship"),
    LibraryQuestion("criticism-quiet", "sequence", ("criticism", "went quiet")),
    LibraryQuestion("rejection-harder", "sequence", ("rejection", "tried harder")),
    LibraryQuestion("hurt-then-repair", "sequence", ("criticism", "repair")),
    LibraryQuestion("i-give-more", "i_give_more"),
    LibraryQuestion("after-loss-soon", "after_loss_soon"),
    LibraryQuestion("hurt-gives-way", "balance"),
    LibraryQuestion("left-by-me", "left", (), "romantic"),
    LibraryQuestion("gave-care-partners", "gave", ("care",), "romantic"),
    LibraryQuestion("care-with-control", "same_moment", ("care", "control")),
    LibraryQuestion("neglect-with-criticism", "same_relationship", ("neglect", "criticism")),
)
"""The questions offered, in the order offered."""


def pick_library_question(key: str, id_: str, on: date, words: str = "") -> PatternQuestion:
    """A question of the library as asked on a day, in the words it was read in.

    Raises:
        KeyError: there is none of this name.
    """
    named = {one.key: one for one in LIBRARY}[key]
    return PatternQuestion.model_validate(
        {
            "id": id_,
            "on": on,
            "form": named.form,
            "tags": named.tags,
            "kind": named.kind,
            "first": named.first,
            "then": named.then,
            "words": words,
        }
    )


def parse_question(text: str, vocabulary: Vocabulary, on: date) -> PatternQuestion:
    """A question as typed: "neglect -> rejection", "neglect in romantic", "neglect back", "neglect".

    Args:
        text: two or three tags with arrows; the last may be a way you responded. Or one tag, alone, with
            "in" and a kind of bond, or with "back" (in a kind).
        vocabulary: the tags that are known.
        on: the day it is asked.

    Raises:
        UnknownTag: a word is not known; the sentence names the nearest.
    """
    steps = [step.strip() for step in re.split(r"->|→|=>", text) if step.strip()]
    given: dict[str, Any] = {"id": pattern_id(" ".join(text.split())[:80] or "?"), "on": on, "words": text}
    if len(steps) > 1:
        if len(steps) > 3:
            raise UnknownTag("A question has two or three steps, like neglect -> rejection.")
        tags = [vocabulary.find_tag(step).key for step in steps[:-1]] + [
            _parse_last_step(steps[-1], vocabulary)
        ]
        if len(set(tags)) < len(tags):
            raise UnknownTag("The steps of a question must differ, like neglect -> rejection.")
        return PatternQuestion.model_validate(given | {"form": "sequence", "tags": tags})
    whole = " ".join(text.split())
    found = re.fullmatch(r"(?P<tag>.+?)(?P<back> back)?(?: in (?P<kind>\w+))?", whole, re.IGNORECASE)
    if found is None:
        raise UnknownTag("Ask about a tag, like neglect, neglect in romantic, or neglect -> rejection.")
    kind = (found["kind"] or "").lower() or None
    if kind is not None and kind not in KINDS:
        raise UnknownTag(
            "“{kind}” is not a kind of bond. There are: {kinds}.", kind=kind[:40], kinds=", ".join(KINDS)
        )
    form = "early_back" if found["back"] else "in_kind" if kind else "recurs"
    return PatternQuestion.model_validate(
        given | {"form": form, "tags": [vocabulary.find_tag(found["tag"]).key], "kind": kind}
    )


def _parse_last_step(step: str, vocabulary: Vocabulary) -> str:
    """The last step: a tag, or one of the ways to respond."""
    plain = " ".join(step.casefold().split())
    return plain if plain in I_RESPONDED else vocabulary.find_tag(step).key
