"""Step 5, focus on positive connection: good moments, what was offered, whom to reach, and who answers."""

from typing import Any

from dash import html
from dash.development.base_component import Component

from models.changes import Change
from models.dates import When
from models.history import Episode, History, entry_text
from models.steps import Intention
from timeline.messages import steps as words
from timeline.messages.texts import text
from timeline.ui.forms.asking import Ask, Kept, Listed, Question, Said, Step, Walk, new_id
from timeline.ui.here import Here
from timeline.ui.resembling import answer, told

_TEXT = text("steps/5-connect")
_MOST = 8


def _people(here: Here) -> list[tuple[str, str]]:
    return [(one.id, one.name) for one in here.history.relationships]


def _trimmed(said: Said, field: str) -> str:
    return str(said.get(field) or "").strip()


# -- a good moment -------------------------------------------------------------------------------------


def _draw_who(ask: Ask) -> list[Component]:
    people = _people(ask.here)
    add = ask.form(words.ADD_SOMEONE, kind="relationship")
    if not people:
        return [html.P(words.NO_ONE_YET, className="note"), add]
    return [ask.pick("who", words.WITH_WHOM, people), add]


def _wrong_who(said: Said) -> dict[str, str]:
    return {} if said.get("who") else {"who": words.CHOOSE_WHO}


def _draw_what(ask: Ask) -> list[Component]:
    vocabulary, hidden = ask.here.history.vocabulary, ask.here.history.settings.hidden_tags
    offered = [(tag, vocabulary[tag].label) for tag in vocabulary.side("caring") if tag not in hidden]
    return [
        ask.line("headline", words.HEADLINE_LABEL, words.HEADLINE_HINT),
        ask.some("tags", words.WHAT_FITS, offered),
        ask.line("when", words.LANDMARK_WHEN, words.WHEN_EMPTY),
    ]


def _wrong_what(said: Said) -> dict[str, str]:
    wrong = {}
    headline = _trimmed(said, "headline")
    if not headline or len(headline) > 140:
        wrong["headline"] = words.HEADLINE_LONG if headline else words.HEADLINE_EMPTY
    if not said.get("tags"):
        wrong["tags"] = words.CHOOSE_A_TAG
    try:
        _ = When(_trimmed(said, "when")) if _trimmed(said, "when") else None
    except ValueError as error:
        wrong["when"] = words.sentence(error)
    return wrong


def _draw_told(ask: Ask) -> list[Component]:
    return [ask.line("told", words.THEIR_ANSWER_LABEL, words.THEIR_ANSWER_HINT)]


def _keep_good(here: Here, said: Said, of: str, before: str | None) -> Kept:
    reply = _trimmed(said, "told")[:140]
    tags = said.get("tags")
    entry = Episode(
        id=new_id(),
        relationship=str(said["who"]),
        when=When(_trimmed(said, "when") or here.today().isoformat()),
        headline=_trimmed(said, "headline"),
        tags=tuple(tags) if isinstance(tags, list) else (),
        they_responded=(reply,) if reply else (),
    )
    change = Change("episodes", entry.id, None, entry_text(entry))
    return Kept(words.named(words.GOOD_MOMENT), (change,))


def _good_fields(_: History, __: Episode) -> dict[str, Any]:
    return {}


def _is_caring(history: History, one: Episode) -> bool:
    return history.vocabulary.sides_of(one.tags) == {"caring"}


def _good_line(here: Here, one: Episode) -> tuple[str, str]:
    labels = [here.history.vocabulary[tag].label for tag in one.tags]
    return told(here, one), f"{', '.join(labels)} · {one.when.written}"


# -- what was offered, and whom to reach ---------------------------------------------------------------


def _draw_offered(ask: Ask) -> list[Component]:
    return [
        ask.lines("text", words.OFFERED_LABEL, words.OFFERED_HINT),
        ask.some("nothing", words.OR_SO, [("nothing", words.NOTHING_TODAY)]),
    ]


def _draw_let(ask: Ask) -> list[Component]:
    options = [(key, says) for key, says in zip(("yes", "part", "no"), words.LET_IN_OPTIONS, strict=True)]
    return [ask.one("let", words.LET_IN, options)]


def _wrong_offered(said: Said) -> dict[str, str]:
    return {} if _trimmed(said, "text") or said.get("nothing") else {"text": words.SAY_SOMETHING}


def _keep_offered(here: Here, said: Said, of: str, before: str | None) -> Kept:
    was = next((one for one in here.history.intentions if one.id == of), None)
    entry = Intention(
        id=of or new_id(),
        on=was.on if was else here.today(),
        text=_trimmed(said, "text") or words.NOTHING_TODAY,
        done=said.get("let") in ("yes", "part"),
        about=was.about if was else "offered",
    )
    what = (words.edited if of else words.named)(words.OFFER)
    return Kept(what, (Change("intentions", entry.id, before, entry_text(entry)),))


def _offered_fields(_: History, entry: Intention) -> dict[str, Any]:
    return {"text": entry.text, "let": "yes" if entry.done else None}


def _draw_whom(ask: Ask) -> list[Component]:
    caring = {e.relationship for e in ask.here.history.episodes if _is_caring(ask.here.history, e)}
    people = sorted(_people(ask.here), key=lambda pair: pair[0] not in caring)
    listed = [ask.pick("who", words.PERSON_LABEL, people)] if people else []
    return [*listed, ask.line("other", words.OR_NAME)]


def _draw_how(ask: Ask) -> list[Component]:
    done = [ask.some("done", words.LATER, [("done", words.MARK_DONE)])] if ask.of else []
    return [ask.lines("text", words.REACH_LABEL, words.REACH_HINT), *done]


def _wrong_how(said: Said) -> dict[str, str]:
    return {} if _trimmed(said, "text") else {"text": words.SAY_SOMETHING}


def _keep_reach(here: Here, said: Said, of: str, before: str | None) -> Kept:
    was = next((one for one in here.history.intentions if one.id == of), None)
    who = str(said.get("who") or "")
    other = _trimmed(said, "other")
    entry = Intention(
        id=of or new_id(),
        on=was.on if was else here.today(),
        text=words.reach(other, _trimmed(said, "text")),
        relationship=who if who in here.history.by_id else None,
        done=bool(said.get("done")),
    )
    what = (words.edited if of else words.named)(words.REACH)
    return Kept(what, (Change("intentions", entry.id, before, entry_text(entry)),))


def _reach_fields(_: History, entry: Intention) -> dict[str, Any]:
    return {"who": entry.relationship, "text": entry.text, "done": ["done"] if entry.done else []}


def _intention_line(here: Here, entry: Intention) -> tuple[str, str]:
    who = here.history.by_id.get(entry.relationship or "")
    done = {"reach out": words.DONE_ONE, "offered": words.TAKEN_IN}.get(entry.about, "") if entry.done else ""
    about = [who.name if who else "", words.on(entry.on), done]
    return entry.text, ", ".join(part for part in about if part)


# -- who gave what was missing -------------------------------------------------------------------------


def _answers(here: Here) -> list[Component]:
    """For each painful tag in use: who gave what answers it."""
    history = here.history
    used = {tag for e in history.episodes for tag in e.tags}
    used |= {wide.tag for one in history.relationships for wide in one.tags}
    tags = [tag for tag in history.vocabulary.side("painful") if tag in used]
    rows = [
        html.Li(answer(history, tag) or f"{history.vocabulary[tag].label}: {words.ANSWERED_BY_NOBODY}")
        for tag in tags
        if history.vocabulary[tag].answered_by
    ]
    shown = html.Ul(rows, className="there") if rows else html.P(words.NO_ANSWERS, className="note")
    heading = [html.H2(words.ANSWERS_TITLE), html.P(words.ANSWERS_NOTE, className="note")]
    return [html.Section([*heading, shown], className="card aside-of-step")]


GOOD_MOMENT = Walk(
    key="good-moment",
    text=_TEXT,
    questions=(
        Question("who", _draw_who, _wrong_who, follows=True),
        Question("what", _draw_what, _wrong_what),
        Question("told", _draw_told),
    ),
    keep=_keep_good,
    fields=_good_fields,
)
OFFERED = Walk(
    key="offered",
    text=_TEXT,
    questions=(Question("what", _draw_offered, _wrong_offered), Question("let", _draw_let)),
    keep=_keep_offered,
    fields=_offered_fields,
)
REACH = Walk(
    key="reach",
    text=_TEXT,
    questions=(Question("who", _draw_whom), Question("how", _draw_how, _wrong_how)),
    keep=_keep_reach,
    fields=_reach_fields,
)
STEP = Step(
    key="connect",
    number=5,
    text=_TEXT,
    walks=(GOOD_MOMENT, OFFERED, REACH),
    lists=(
        Listed("episodes", words.GOOD_MOMENTS, words.CARING_MOMENT, _good_line, "", _is_caring),
        Listed(
            "intentions", words.OFFERED, words.OFFER, _intention_line, "offered",
            lambda _, one: one.about == "offered",
        ),
        Listed(
            "intentions", words.REACHING, words.REACH, _intention_line, "reach",
            lambda _, one: one.about == "reach out",
        ),
        Listed(
            "intentions", words.GOOD_THINGS, words.GOOD_THING_ONE, _intention_line, "offered",
            lambda _, one: one.about == "good",
        ),
    ),
    beside=_answers,
)  # fmt: skip
