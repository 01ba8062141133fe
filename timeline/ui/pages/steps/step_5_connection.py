"""Step 5, focus on positive connection: good moments, what was offered, whom to reach, and who answers."""

from typing import Any

from dash import html
from dash.development.base_component import Component

from models.history import Episode, History
from models.steps import Intention
from timeline.messages import dates
from timeline.messages import steps as words
from timeline.messages.tags import tag_label
from timeline.study.help_offers import find_people_to_offer
from timeline.ui.forms.entries import episode
from timeline.ui.forms.field_values import get_line
from timeline.ui.forms.walk import Answers, EntryList, Question, Step, Walk, WalkResult, keep_entry, keep_form
from timeline.ui.forms.walk_buttons import QuestionForm, new_id
from timeline.ui.session import Session
from timeline.ui.similar_moments import describe_answers, describe_moment

_TEXT = "steps/5-connect"
_MAX_SHOWN = 8


# -- a good moment -------------------------------------------------------------------------------------


def _draw_person(ask: QuestionForm) -> list[Component | None]:
    add = ask.form_button(words.ADD_SOMEONE, kind="relationship")
    if not ask.session.history.relationships:
        return [html.P(words.NO_ONE_YET, className="note"), add]
    return [episode.draw_person(ask), add]


def _draw_moment(ask: QuestionForm) -> list[Component | None]:
    return episode.draw_moment(ask, is_good=True)


def _check_moment(said: Answers) -> dict[str, str]:
    return {} if said.get("tags") else {"tags": words.CHOOSE_A_TAG}


def _draw_their_answer(ask: QuestionForm) -> list[Component | None]:
    return [episode.draw_their_response(ask)]


def _is_caring(history: History, one: Episode) -> bool:
    return history.vocabulary.sides_of(one.tags) == {"caring"}


def _describe_good_moment(here: Session, one: Episode) -> tuple[str, str]:
    labels = [tag_label(here.history.vocabulary[tag]) for tag in one.tags]
    return describe_moment(here, one), f"{', '.join(labels)} · {one.when.as_written}"


# -- what was offered, and whom to reach ---------------------------------------------------------------


def _draw_offer(ask: QuestionForm) -> list[Component]:
    return [
        ask.area("text", words.OFFERED_LABEL, words.OFFERED_HINT),
        ask.choices("nothing", words.OR_SO, [("nothing", words.NOTHING_TODAY)]),
    ]


def _draw_let_in(ask: QuestionForm) -> list[Component]:
    options = [(key, says) for key, says in zip(("yes", "part", "no"), words.LET_IN_OPTIONS, strict=True)]
    return [ask.radios("let", words.LET_IN, options)]


def _check_offer(said: Answers) -> dict[str, str]:
    return {} if get_line(said, "text") or said.get("nothing") else {"text": words.SAY_SOMETHING}


def _build_offer(here: Session, said: Answers, of: str, before: str | None) -> WalkResult:
    was = next((one for one in here.history.intentions if one.id == of), None)
    entry = Intention(
        id=of or new_id(),
        on=was.on if was else here.today(),
        text=get_line(said, "text") or words.NOTHING_TODAY,
        done=said.get("let") in ("yes", "part"),
        about=was.about if was else "offered",
    )
    return keep_entry(entry, words.OFFER, of, before)


def _offer_answers(_: History, entry: Intention) -> dict[str, Any]:
    return {"text": entry.text, "let": "yes" if entry.done else None}


def _draw_whom_to_reach(ask: QuestionForm) -> list[Component]:
    history = ask.session.history
    caring = {e.relationship for e in history.episodes if _is_caring(history, e) and e.direction != "given"}
    offered = [(one.id, one.name) for one in find_people_to_offer(ask.session.get_study())]
    people = sorted(offered, key=lambda pair: pair[0] not in caring)
    listed = [ask.select("who", words.PERSON_LABEL, people)] if people else []
    return [*listed, ask.line("other", words.OR_NAME)]


def _draw_how_to_reach(ask: QuestionForm) -> list[Component]:
    done = [ask.choices("done", words.LATER_LABEL, [("done", words.MARK_DONE)])] if ask.entry_id else []
    return [ask.area("text", words.REACH_LABEL, words.REACH_HINT), *done]


def _check_how_to_reach(said: Answers) -> dict[str, str]:
    return {} if get_line(said, "text") else {"text": words.SAY_SOMETHING}


def _build_reach_plan(here: Session, said: Answers, of: str, before: str | None) -> WalkResult:
    was = next((one for one in here.history.intentions if one.id == of), None)
    who = get_line(said, "who")
    other = get_line(said, "other")
    entry = Intention(
        id=of or new_id(),
        on=was.on if was else here.today(),
        text=words.reach_plan_text(other, get_line(said, "text")),
        relationship=who if who in here.history.by_id else None,
        done=bool(said.get("done")),
    )
    return keep_entry(entry, words.REACH, of, before)


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
    "good-moment",
    _TEXT,
    (
        Question("who", _draw_person, is_redrawn_on_change=True),
        Question("what", _draw_moment, _check_moment),
        Question("told", _draw_their_answer),
    ),
    keep_form(episode.FORM, lambda: words.GOOD_MOMENT),
    model=Episode,
    load_answers=lambda *_: {},
    initial_answers=lambda here: {"when": here.today().isoformat()},
)
OFFER = Walk(
    "offered",
    _TEXT,
    (Question("what", _draw_offer, _check_offer), Question("let", _draw_let_in)),
    _build_offer,
    model=Intention,
    load_answers=_offer_answers,
)
REACH = Walk(
    "reach",
    _TEXT,
    (
        Question("who", _draw_whom_to_reach),
        Question("how", _draw_how_to_reach, _check_how_to_reach),
    ),
    _build_reach_plan,
    model=Intention,
    load_answers=_reach_plan_answers,
)
STEP = Step(
    "connect",
    5,
    _TEXT,
    walks=(GOOD_MOMENT, OFFER, REACH),
    list_entry_lists=lambda: (
        EntryList(
            "episodes",
            words.GOOD_MOMENTS,
            "moment tagged as caring",
            _describe_good_moment,
            "",
            _is_caring,
        ),
        EntryList(
            "intentions",
            words.OFFERS,
            "thing that was offered",
            _describe_intention,
            "offered",
            lambda _, one: one.about == "offered",
        ),
        EntryList(
            "intentions",
            words.PEOPLE_TO_REACH,
            "person to reach out to",
            _describe_intention,
            "reach",
            lambda _, one: one.about == "reach out",
        ),
        EntryList(
            "intentions",
            words.GOOD_THINGS,
            "good thing named on closing",
            _describe_intention,
            "offered",
            lambda _, one: one.about == "good",
        ),
    ),
    draw_extras=_draw_answers_card,
)
