"""Step 3, heal the root: a kind note to a younger self, one different next move, and where help is found."""

from collections import Counter
from typing import Any

from dash import html
from dash.development.base_component import Component

from models.changes import Change
from models.findings import pattern_id
from models.history import Episode, History, entry_text
from models.steps import KindNote, NextMove
from timeline.messages import steps as words
from timeline.messages.texts import text
from timeline.ui.controls import go_to
from timeline.ui.forms.asking import Ask, Kept, Listed, Question, Said, Step, Walk, new_id
from timeline.ui.here import Here
from timeline.ui.resembling import told

_TEXT = text("steps/3-heal")
_EARLY = 18
_NO_PATTERN = "none"


# -- a kind note ---------------------------------------------------------------------------------------


def _early(here: Here) -> list[Episode]:
    """Moments that may have been before 18; never one for which a headline is all that is asked."""
    history, today = here.history, here.today()
    return [
        one
        for one in history.episodes
        if (age := history.age(one.when, today))
        and age[0] < _EARLY
        and not any(history.vocabulary[tag].headline_only for tag in one.tags)
        and "painful" in history.vocabulary.sides_of(one.tags)
    ]


def _draw_whom(ask: Ask) -> list[Component]:
    early = [(one.id, told(ask.here, one)) for one in _early(ask.here)]
    return [
        ask.line("age", words.AGE_LABEL, words.AGE_HINT),
        ask.pick("episode", words.MOMENT_LABEL, early) if early else html.P(words.NO_EARLY, className="note"),
    ]


def _age(said: Said) -> int | None:
    written = str(said.get("age") or "").strip()
    return int(written) if written.isascii() and written.isdigit() and len(written) <= 3 else None


def _wrong_whom(said: Said) -> dict[str, str]:
    written, age = str(said.get("age") or "").strip(), _age(said)
    if written and (age is None or age > 120):
        return {"age": words.AGE_WRONG}
    return {} if written or said.get("episode") else {"age": words.CHOOSE_WHOM}


def _draw_text(ask: Ask) -> list[Component]:
    offered = [(sentence, sentence) for sentence in _TEXT.part("kind-note.text").items]
    return [
        ask.one("offered", words.KIND_LABEL, offered),
        ask.lines("text", words.KIND_OWN, words.SENTENCE_HINT),
    ]


def _wrong_text(said: Said) -> dict[str, str]:
    return {} if _sentence(said) else {"text": words.SAY_SOMETHING}


def _sentence(said: Said) -> str:
    return str(said.get("text") or said.get("offered") or "").strip()


def _keep_note(here: Here, said: Said, of: str, before: str | None) -> Kept:
    episode = next((one.id for one in here.history.episodes if one.id == said.get("episode")), None)
    entry = KindNote(
        id=of or new_id(),
        text=_sentence(said),
        age=_age(said),
        episode=None if _age(said) is not None else episode,
    )
    what = (words.edited if of else words.named)(words.KIND_NOTE)
    return Kept(what, (Change("kind_notes", entry.id, before, entry_text(entry)),))


def _note_fields(_: History, entry: KindNote) -> dict[str, Any]:
    age = "" if entry.age is None else str(entry.age)
    return {"age": age, "episode": entry.episode, "text": entry.text}


def _note_line(here: Here, entry: KindNote) -> tuple[str, str]:
    if entry.age is not None:
        return entry.text, words.to_age(entry.age)
    moment = next((one for one in here.history.episodes if one.id == entry.episode), None)
    return entry.text, words.to_moment(moment.headline) if moment else ""


# -- a next move ---------------------------------------------------------------------------------------


def _patterns(here: Here) -> list[tuple[str, str]]:
    """Painful tags in two relationships or more, most first, as (pattern id, words)."""
    history = here.history
    where: Counter[str] = Counter()
    for one in history.relationships:
        tags = {tag for e in history.episodes if e.relationship == one.id for tag in e.tags}
        where.update(
            tag for tag in tags | {wide.tag for wide in one.tags} if history.vocabulary[tag].side == "painful"
        )
    return [
        (pattern_id("recurrence", (tag,)), words.tag_in(history.vocabulary[tag].label, n))
        for tag, n in where.most_common()
        if n > 1
    ]


def _draw_pattern(ask: Ask) -> list[Component]:
    known = _patterns(ask.here)
    if not known:
        return [html.P(words.NO_PATTERNS, className="note")]
    return [ask.one("pattern", words.PATTERN_LABEL, [*known[:8], (_NO_PATTERN, words.ANY_PATTERN)])]


def _draw_move(ask: Ask) -> list[Component]:
    return [ask.lines("move", words.MOVE_LABEL, words.MOVE_HINT)]


def _wrong_move(said: Said) -> dict[str, str]:
    return {} if str(said.get("move") or "").strip() else {"move": words.SAY_SOMETHING}


def _keep_move(here: Here, said: Said, of: str, before: str | None) -> Kept:
    was = next((one for one in here.history.next_moves if one.id == of), None)
    entry = NextMove(
        id=of or new_id(),
        pattern=str(said.get("pattern") or _NO_PATTERN),
        move=str(said["move"]).strip(),
        on=was.on if was else here.today(),
    )
    what = (words.edited if of else words.named)(words.NEXT_MOVE)
    return Kept(what, (Change("next_moves", entry.id, before, entry_text(entry)),))


def _move_fields(_: History, entry: NextMove) -> dict[str, Any]:
    return {"pattern": entry.pattern, "move": entry.move}


def _move_line(here: Here, entry: NextMove) -> tuple[str, str]:
    known = dict(_patterns(here))
    about = [words.on(entry.on), *([known[entry.pattern]] if entry.pattern in known else [])]
    return entry.move, ", ".join(about)


def _beside(_: Here) -> list[Component]:
    ways = [
        go_to("help", words.READING, where="heal", focus="reading"),
        go_to("help", words.THERAPIST, where="heal", focus="therapist"),
    ]
    return [html.Div(ways, className="row")]


KIND_NOTE = Walk(
    key="kind-note",
    text=_TEXT,
    questions=(Question("whom", _draw_whom, _wrong_whom), Question("text", _draw_text, _wrong_text)),
    keep=_keep_note,
    fields=_note_fields,
)
NEXT_MOVE = Walk(
    key="next-move",
    text=_TEXT,
    questions=(Question("pattern", _draw_pattern), Question("move", _draw_move, _wrong_move)),
    keep=_keep_move,
    fields=_move_fields,
)
STEP = Step(
    key="heal",
    number=3,
    text=_TEXT,
    walks=(KIND_NOTE, NEXT_MOVE),
    lists=(
        Listed("kind_notes", words.KIND_NOTES, words.KIND_NOTE, _note_line, "kind-note"),
        Listed("next_moves", words.NEXT_MOVES, words.NEXT_MOVE, _move_line, "next-move"),
    ),
    beside=_beside,
)
