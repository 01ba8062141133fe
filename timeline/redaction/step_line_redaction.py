"""What was written in the steps, on its way out: the lines ticked, and none that hangs on what stays.

A kind note to a moment leaves where that moment may be talked about; a line about someone where they may; a
next move where its pattern may. Otherwise the line stays as a whole: without what it was written to, it would
tell of it all the same.
"""

from collections.abc import Callable, Collection, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from models.dates import When
from models.history import History
from models.sharing import StepKind
from models.steps import (
    Activity,
    CheckIn,
    FeelingStrength,
    Intention,
    KindNote,
    NextMove,
    Reflection,
    Strength,
)


@dataclass(frozen=True)
class StepLineRules:
    """How what is written comes out.

    Attributes:
        text: a text without names, by it and the relationship it belongs to.
        headline: a short one.
        coarsen_day: a day as coarse as chosen.
        is_day_in_years: whether something of that day is in the chosen years.
        is_date_in_years: the same of a date as written.
        relationship_of_episode: with whom each moment was.
        moments: moments that may be talked about, with their new ids.
        people: the same of relationships.
        pattern: a pattern with its new name, None where it stays.
    """

    text: Callable[[str, str | None], str]
    headline: Callable[[str], str]
    coarsen_day: Callable[[date], date]
    is_day_in_years: Callable[[date], bool]
    is_date_in_years: Callable[[When], bool]
    relationship_of_episode: Mapping[str, str]
    moments: Mapping[str, str]
    people: Mapping[str, str]
    pattern: Callable[[str], str | None]


def redact_step_lines(
    history: History, ticked: Collection[tuple[StepKind, str]], how: StepLineRules
) -> dict[StepKind, tuple[Any, ...]]:
    """The entries that leave, by collection, with new ids; all but reasons, which leave with their moment.

    Args:
        history: everything.
        ticked: pairs (collection, entry).
        how: how they come out.
    """
    made: dict[StepKind, tuple[Any, ...]] = {}
    for kind, make in _MAKES.items():
        chosen = (entry for entry in getattr(history, kind) if (kind, entry.id) in ticked)
        fields = [told for entry in chosen if (told := make(entry, how)) is not None]
        made[kind] = tuple(_MODELS[kind](id=f"{kind}-{n}", **told) for n, told in enumerate(fields, 1))
    return made


def _check_in(entry: CheckIn, how: StepLineRules) -> dict[str, Any] | None:
    if not how.is_day_in_years(entry.on):
        return None
    return {
        "on": how.coarsen_day(entry.on),
        "feelings": tuple(
            FeelingStrength(word=how.headline(f.word), strength=f.strength) for f in entry.feelings
        ),
        "body": how.headline(entry.body),
        "kind_sentence": how.text(entry.kind_sentence, None),
        "leaving": entry.leaving,
    }


def _kind_note(entry: KindNote, how: StepLineRules) -> dict[str, Any] | None:
    if entry.episode is not None and entry.episode not in how.moments:
        return None
    if entry.age is not None and not how.is_date_in_years(When(f"age {entry.age}")):
        return None
    episode = None if entry.episode is None else how.moments[entry.episode]
    about = None if entry.episode is None else how.relationship_of_episode[entry.episode]
    return {"text": how.text(entry.text, about), "age": entry.age, "episode": episode}


def _next_move(entry: NextMove, how: StepLineRules) -> dict[str, Any] | None:
    pattern = how.pattern(entry.pattern)
    if pattern is None or not how.is_day_in_years(entry.on):
        return None
    return {"pattern": pattern, "move": how.text(entry.move, None), "on": how.coarsen_day(entry.on)}


def _intention(entry: Intention, how: StepLineRules) -> dict[str, Any] | None:
    if not how.is_day_in_years(entry.on) or (
        entry.relationship is not None and entry.relationship not in how.people
    ):
        return None
    return {
        "on": how.coarsen_day(entry.on),
        "text": how.text(entry.text, entry.relationship),
        "relationship": None if entry.relationship is None else how.people[entry.relationship],
        "done": entry.done,
        "about": entry.about,
    }


def _activity(entry: Activity, how: StepLineRules) -> dict[str, Any] | None:
    if not how.is_day_in_years(entry.on):
        return None
    return {
        "on": how.coarsen_day(entry.on),
        "text": how.headline(entry.text),
        "enjoyment": entry.enjoyment,
        "sense_of_done": entry.sense_of_done,
    }


def _strength(entry: Strength, how: StepLineRules) -> dict[str, Any] | None:
    return {"text": how.headline(entry.text)}


def _reflection(entry: Reflection, how: StepLineRules) -> dict[str, Any] | None:
    """The lines; what there was in the notebook then is of the whole of it and never leaves."""
    if not how.is_day_in_years(entry.on):
        return None
    return {
        "on": how.coarsen_day(entry.on),
        "know_now": how.text(entry.know_now, None),
        "differently": how.text(entry.differently, None),
        "hope": how.text(entry.hope, None),
        "from_later": how.text(entry.from_later, None),
    }


_MAKES: dict[StepKind, Callable[[Any, StepLineRules], dict[str, Any] | None]] = {
    "check_ins": _check_in,
    "kind_notes": _kind_note,
    "next_moves": _next_move,
    "intentions": _intention,
    "activities": _activity,
    "strengths": _strength,
    "reflections": _reflection,
}
_MODELS: dict[StepKind, type[Any]] = {
    "check_ins": CheckIn,
    "kind_notes": KindNote,
    "next_moves": NextMove,
    "intentions": Intention,
    "activities": Activity,
    "strengths": Strength,
    "reflections": Reflection,
}
