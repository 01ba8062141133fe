"""Step 3, heal the root: a kind note to a younger self, one different next move, and where help is found."""

from typing import Any

from dash import html
from dash.development.base_component import Component

from models.findings import pattern_id
from models.history import Episode, History
from models.steps import KindNote, NextMove
from timeline.messages import dates
from timeline.messages import steps as words
from timeline.messages.help_texts import load_text
from timeline.study.evidence import count_tags
from timeline.ui.controls import page_button
from timeline.ui.forms.field_values import get_line, get_number
from timeline.ui.forms.walk import Answers, EntryList, Question, Step, Walk, WalkResult, keep_entry
from timeline.ui.forms.walk_buttons import QuestionForm, new_id
from timeline.ui.session import Session
from timeline.ui.similar_moments import describe_moment

_TEXT = "steps/3-heal"
_EARLY_BELOW_AGE = 18
_NO_PATTERN = "none"


# -- a kind note ---------------------------------------------------------------------------------------


def _list_early_moments(here: Session) -> list[Episode]:
    """Moments that may have been before 18; never one for which a headline is all that is asked."""
    history, today = here.history, here.today()
    return [
        one
        for one in history.episodes
        if (age := history.age(one.when, today))
        and not age.is_before_birth
        and age.youngest < _EARLY_BELOW_AGE
        and not any(history.vocabulary[tag].headline_only for tag in one.tags)
        and one.direction != "given"
        and "painful" in history.vocabulary.sides_of(one.tags)
    ]


def _draw_younger_self(ask: QuestionForm) -> list[Component]:
    early = [(one.id, describe_moment(ask.session, one)) for one in _list_early_moments(ask.session)]
    return [
        ask.line("age", words.AGE_LABEL, words.AGE_HINT),
        ask.select("episode", words.MOMENT_LABEL, early)
        if early
        else html.P(words.NO_EARLY, className="note"),
    ]


def _read_age(said: Answers) -> int | None:
    return get_number(said, "age")


def _check_younger_self(said: Answers) -> dict[str, str]:
    written, age = get_line(said, "age"), _read_age(said)
    if written and (age is None or age > 120):
        return {"age": words.AGE_WRONG}
    return {} if written or said.get("episode") else {"age": words.CHOOSE_WHOM}


def _draw_note_text(ask: QuestionForm) -> list[Component]:
    offered = [(sentence, sentence) for sentence in load_text(_TEXT).find_part("kind-note.text").items]
    return [
        ask.radios("offered", words.KIND_LABEL, offered),
        ask.area("text", words.KIND_OWN, words.SENTENCE_HINT),
    ]


def _check_note_text(said: Answers) -> dict[str, str]:
    return {} if _read_note_text(said) else {"text": words.SAY_SOMETHING}


def _read_note_text(said: Answers) -> str:
    return get_line(said, "text") or get_line(said, "offered")


def _build_kind_note(here: Session, said: Answers, of: str, before: str | None) -> WalkResult:
    episode = next((one.id for one in here.history.episodes if one.id == said.get("episode")), None)
    entry = KindNote(
        id=of or new_id(),
        text=_read_note_text(said),
        age=_read_age(said),
        episode=None if _read_age(said) is not None else episode,
    )
    return keep_entry(entry, words.KIND_NOTE, of, before)


def _kind_note_answers(_: History, entry: KindNote) -> dict[str, Any]:
    age = "" if entry.age is None else str(entry.age)
    return {"age": age, "episode": entry.episode, "text": entry.text}


def _describe_kind_note(here: Session, entry: KindNote) -> tuple[str, str]:
    if entry.age is not None:
        return entry.text, words.to_age(entry.age)
    moment = next((one for one in here.history.episodes if one.id == entry.episode), None)
    return entry.text, words.to_moment(moment.headline) if moment else ""


# -- a next move ---------------------------------------------------------------------------------------


def _list_recurring_tags(here: Session) -> list[tuple[str, str]]:
    """Painful tags received or shared in two relationships or more, most first, as (pattern id, words)."""
    return [
        (pattern_id("recurrence", (one.tag,)), words.tag_in(one.label, one.relationships))
        for one in count_tags(here.get_study())
        if one.side == "painful" and one.relationships > 1
    ]


def _draw_pattern(ask: QuestionForm) -> list[Component]:
    known = _list_recurring_tags(ask.session)
    if not known:
        return [html.P(words.NO_PATTERNS, className="note")]
    return [ask.radios("pattern", words.PATTERN_LABEL, [*known[:8], (_NO_PATTERN, words.ANY_PATTERN)])]


def _draw_move(ask: QuestionForm) -> list[Component]:
    return [ask.area("move", words.MOVE_LABEL, words.MOVE_HINT)]


def _check_move(said: Answers) -> dict[str, str]:
    return {} if get_line(said, "move") else {"move": words.SAY_SOMETHING}


def _build_next_move(here: Session, said: Answers, of: str, before: str | None) -> WalkResult:
    was = next((one for one in here.history.next_moves if one.id == of), None)
    entry = NextMove(
        id=of or new_id(),
        pattern=get_line(said, "pattern") or _NO_PATTERN,
        move=get_line(said, "move"),
        on=was.on if was else here.today(),
    )
    return keep_entry(entry, words.NEXT_MOVE, of, before)


def _next_move_answers(_: History, entry: NextMove) -> dict[str, Any]:
    return {"pattern": entry.pattern, "move": entry.move}


def _describe_next_move(here: Session, entry: NextMove) -> tuple[str, str]:
    known = dict(_list_recurring_tags(here))
    about = [dates.format_date(entry.on), *([known[entry.pattern]] if entry.pattern in known else [])]
    return entry.move, ", ".join(about)


def _draw_help_buttons(_: Session) -> list[Component]:
    ways = [
        page_button("help", words.READING_LINK, where="heal", focus="reading"),
        page_button("help", words.THERAPIST, where="heal", focus="therapist"),
    ]
    return [html.Div(ways, className="row")]


KIND_NOTE = Walk(
    "kind-note",
    _TEXT,
    (
        Question("whom", _draw_younger_self, _check_younger_self),
        Question("text", _draw_note_text, _check_note_text),
    ),
    _build_kind_note,
    model=KindNote,
    load_answers=_kind_note_answers,
)
NEXT_MOVE = Walk(
    "next-move",
    _TEXT,
    (Question("pattern", _draw_pattern), Question("move", _draw_move, _check_move)),
    _build_next_move,
    model=NextMove,
    load_answers=_next_move_answers,
)
STEP = Step(
    "heal",
    3,
    _TEXT,
    walks=(KIND_NOTE, NEXT_MOVE),
    list_entry_lists=lambda: (
        EntryList("kind_notes", words.KIND_NOTES, "kind note", _describe_kind_note, "kind-note"),
        EntryList("next_moves", words.NEXT_MOVES, "next move", _describe_next_move, "next-move"),
    ),
    draw_extras=_draw_help_buttons,
)
