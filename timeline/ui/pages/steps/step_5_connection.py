"""Step 5, focus on positive connection: good moments, what was offered, whom to reach, and who answers."""

from typing import Any

from dash import html
from dash.development.base_component import Component

from models.changes import Change
from models.dates import When
from models.history import Episode, History, entry_text
from models.steps import Intention
from timeline.messages import dates
from timeline.messages import steps as words
from timeline.messages.help_texts import load_text
from timeline.messages.tags import tag_label
from timeline.study.help_offers import find_people_to_offer
from timeline.ui.forms.asking import (
    Answers,
    EntryList,
    Question,
    QuestionForm,
    Step,
    Walk,
    WalkResult,
    new_id,
)
from timeline.ui.session import Session
from timeline.ui.similar_moments import describe_answers, describe_moment

_TEXT = load_text("steps/5-connect")
_MAX_SHOWN = 8


def _person_options(here: Session) -> list[tuple[str, str]]:
    return [(one.id, one.name) for one in here.history.relationships]


def _strip_answer(said: Answers, field: str) -> str:
    return str(said.get(field) or "").strip()


# -- a good moment -------------------------------------------------------------------------------------


def _draw_person(ask: QuestionForm) -> list[Component]:
    people = _person_options(ask.session)
    add = ask.draw_form_button(words.ADD_SOMEONE, kind="relationship")
    if not people:
        return [html.P(words.NO_ONE_YET, className="note"), add]
    return [ask.draw_select("who", words.WITH_WHOM, people), add]


def _check_person(said: Answers) -> dict[str, str]:
    return {} if said.get("who") else {"who": words.CHOOSE_WHO}


def _draw_moment(ask: QuestionForm) -> list[Component]:
    vocabulary, hidden = ask.session.history.vocabulary, ask.session.history.settings.hidden_tags
    offered = [
        (tag, tag_label(vocabulary[tag])) for tag in vocabulary.keys_on_side("caring") if tag not in hidden
    ]
    return [
        ask.draw_line("headline", words.HEADLINE_LABEL, words.HEADLINE_HINT),
        ask.draw_chips("tags", words.WHAT_FITS, offered),
        ask.draw_line("when", words.LANDMARK_WHEN, words.WHEN_EMPTY),
    ]


def _check_moment(said: Answers) -> dict[str, str]:
    wrong = {}
    headline = _strip_answer(said, "headline")
    if not headline or len(headline) > 140:
        wrong["headline"] = words.HEADLINE_LONG if headline else words.HEADLINE_EMPTY
    if not said.get("tags"):
        wrong["tags"] = words.CHOOSE_A_TAG
    try:
        _ = When(_strip_answer(said, "when")) if _strip_answer(said, "when") else None
    except ValueError as error:
        wrong["when"] = words.error_sentence(error)
    return wrong


def _draw_their_answer(ask: QuestionForm) -> list[Component]:
    return [ask.draw_line("told", words.THEIR_ANSWER_LABEL, words.THEIR_ANSWER_HINT)]


def _build_good_moment(here: Session, said: Answers, of: str, before: str | None) -> WalkResult:
    reply = _strip_answer(said, "told")[:140]
    tags = said.get("tags")
    entry = Episode(
        id=new_id(),
        relationship=str(said["who"]),
        when=When(_strip_answer(said, "when") or here.today().isoformat()),
        headline=_strip_answer(said, "headline"),
        tags=tuple(tags) if isinstance(tags, list) else (),
        they_responded=(reply,) if reply else (),
    )
    change = Change("episodes", entry.id, None, entry_text(entry))
    return WalkResult(words.addition_undo_name(words.GOOD_MOMENT), (change,))


def _good_moment_answers(_: History, __: Episode) -> dict[str, Any]:
    return {}


def _is_caring(history: History, one: Episode) -> bool:
    return history.vocabulary.sides_of(one.tags) == {"caring"}


def _describe_good_moment(here: Session, one: Episode) -> tuple[str, str]:
    labels = [tag_label(here.history.vocabulary[tag]) for tag in one.tags]
    return describe_moment(here, one), f"{', '.join(labels)} · {one.when.as_written}"


# -- what was offered, and whom to reach ---------------------------------------------------------------


def _draw_offer(ask: QuestionForm) -> list[Component]:
    return [
        ask.draw_text_area("text", words.OFFERED_LABEL, words.OFFERED_HINT),
        ask.draw_chips("nothing", words.OR_SO, [("nothing", words.NOTHING_TODAY)]),
    ]


def _draw_let_in(ask: QuestionForm) -> list[Component]:
    options = [(key, says) for key, says in zip(("yes", "part", "no"), words.LET_IN_OPTIONS, strict=True)]
    return [ask.draw_radios("let", words.LET_IN, options)]


def _check_offer(said: Answers) -> dict[str, str]:
    return {} if _strip_answer(said, "text") or said.get("nothing") else {"text": words.SAY_SOMETHING}


def _build_offer(here: Session, said: Answers, of: str, before: str | None) -> WalkResult:
    was = next((one for one in here.history.intentions if one.id == of), None)
    entry = Intention(
        id=of or new_id(),
        on=was.on if was else here.today(),
        text=_strip_answer(said, "text") or words.NOTHING_TODAY,
        done=said.get("let") in ("yes", "part"),
        about=was.about if was else "offered",
    )
    what = (words.change_undo_name if of else words.addition_undo_name)(words.OFFER)
    return WalkResult(what, (Change("intentions", entry.id, before, entry_text(entry)),))


def _offer_answers(_: History, entry: Intention) -> dict[str, Any]:
    return {"text": entry.text, "let": "yes" if entry.done else None}


def _draw_whom_to_reach(ask: QuestionForm) -> list[Component]:
    history = ask.session.history
    caring = {e.relationship for e in history.episodes if _is_caring(history, e) and e.direction != "given"}
    offered = [(one.id, one.name) for one in find_people_to_offer(ask.session.get_study())]
    people = sorted(offered, key=lambda pair: pair[0] not in caring)
    listed = [ask.draw_select("who", words.PERSON_LABEL, people)] if people else []
    return [*listed, ask.draw_line("other", words.OR_NAME)]


def _draw_how_to_reach(ask: QuestionForm) -> list[Component]:
    done = [ask.draw_chips("done", words.LATER_LABEL, [("done", words.MARK_DONE)])] if ask.entry_id else []
    return [ask.draw_text_area("text", words.REACH_LABEL, words.REACH_HINT), *done]


def _check_how_to_reach(said: Answers) -> dict[str, str]:
    return {} if _strip_answer(said, "text") else {"text": words.SAY_SOMETHING}


def _build_reach_plan(here: Session, said: Answers, of: str, before: str | None) -> WalkResult:
    was = next((one for one in here.history.intentions if one.id == of), None)
    who = str(said.get("who") or "")
    other = _strip_answer(said, "other")
    entry = Intention(
        id=of or new_id(),
        on=was.on if was else here.today(),
        text=words.reach_plan_text(other, _strip_answer(said, "text")),
        relationship=who if who in here.history.by_id else None,
        done=bool(said.get("done")),
    )
    what = (words.change_undo_name if of else words.addition_undo_name)(words.REACH)
    return WalkResult(what, (Change("intentions", entry.id, before, entry_text(entry)),))


def _reach_plan_answers(_: History, entry: Intention) -> dict[str, Any]:
    return {"who": entry.relationship, "text": entry.text, "done": ["done"] if entry.done else []}


def _describe_intention(here: Session, entry: Intention) -> tuple[str, str]:
    who = here.history.by_id.get(entry.relationship or "")
    done = {"reach out": words.DONE_ONE, "offered": words.TAKEN_IN}.get(entry.about, "") if entry.done else ""
    about = [who.name if who else "", dates.format_date(entry.on), done]
    return entry.text, ", ".join(part for part in about if part)


# -- who gave what was missing -------------------------------------------------------------------------


def _draw_answers_card(here: Session) -> list[Component]:
    """For each painful tag in use: who gave what answers it."""
    history = here.history
    used = {tag for e in history.episodes for tag in e.tags}
    used |= {wide.tag for one in history.relationships for wide in one.tags}
    tags = [tag for tag in history.vocabulary.keys_on_side("painful") if tag in used]
    study = here.get_study()
    rows = [
        html.Li(
            describe_answers(study, tag)
            or f"{tag_label(history.vocabulary[tag])}: {words.ANSWERED_BY_NOBODY}"
        )
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
        Question("who", _draw_person, _check_person, is_redrawn_on_change=True),
        Question("what", _draw_moment, _check_moment),
        Question("told", _draw_their_answer),
    ),
    build_result=_build_good_moment,
    load_answers=_good_moment_answers,
)
OFFER = Walk(
    key="offered",
    text=_TEXT,
    questions=(Question("what", _draw_offer, _check_offer), Question("let", _draw_let_in)),
    build_result=_build_offer,
    load_answers=_offer_answers,
)
REACH = Walk(
    key="reach",
    text=_TEXT,
    questions=(
        Question("who", _draw_whom_to_reach),
        Question("how", _draw_how_to_reach, _check_how_to_reach),
    ),
    build_result=_build_reach_plan,
    load_answers=_reach_plan_answers,
)
STEP = Step(
    key="connect",
    number=5,
    text=_TEXT,
    walks=(GOOD_MOMENT, OFFER, REACH),
    list_entry_lists=lambda: (
        EntryList(
            "episodes", words.GOOD_MOMENTS, "moment tagged as caring", _describe_good_moment, "", _is_caring,
        ),
        EntryList(
            "intentions", words.OFFERS, "thing that was offered", _describe_intention, "offered",
            lambda _, one: one.about == "offered",
        ),
        EntryList(
            "intentions", words.PEOPLE_TO_REACH, "person to reach out to", _describe_intention, "reach",
            lambda _, one: one.about == "reach out",
        ),
        EntryList(
            "intentions", words.GOOD_THINGS, "good thing named on closing", _describe_intention, "offered",
            lambda _, one: one.about == "good",
        ),
    ),
    draw_extras=_draw_answers_card,
)  # fmt: skip
