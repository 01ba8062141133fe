"""Step 4, don’t take it personally: other reasons first; an own share last, and where it may be offered."""

from collections import Counter
from typing import Any

from dash import html
from dash.development.base_component import Component

from models.changes import Change
from models.history import Episode, History, entry_text
from models.own_share import can_offer_own_share, find_harmful_relationships
from models.steps import Reasons
from timeline.messages import steps as words
from timeline.messages.help_texts import load_text
from timeline.ui import steps_session as sitting
from timeline.ui.checkin import read_number
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
from timeline.ui.similar_moments import describe_moment

_TEXT = load_text("steps/4-fair")
_NAMING_STEPS = ("allow", "hurting")  # where feelings are named: reasons are not looked for right afterwards


def _list_open_moments(here: Session) -> list[Episode]:
    """Painful moments for which reasons may be looked for, newest entry first."""
    history = here.history
    harm = find_harmful_relationships(history)
    return [
        one
        for one in reversed(history.episodes)
        if one.relationship not in harm and "painful" in history.vocabulary.sides_of(one.tags)
    ]


def _find_moment(here: Session, said: Answers) -> Episode | None:
    return next((one for one in here.history.episodes if one.id == said.get("moment")), None)


def _can_offer_share(here: Session, said: Answers) -> bool | None:
    """Whether an own share may be offered; None where it hangs on an age that is not known."""
    one = _find_moment(here, said)
    return False if one is None else can_offer_own_share(here.history, one, here.today())


def _is_age_unknown(here: Session, said: Answers) -> bool:
    return _can_offer_share(here, said) is None


def _is_own_share_asked(here: Session, said: Answers) -> bool:
    share = _can_offer_share(here, said)
    return said.get("grown") == "yes" if share is None else share


def _draw_moment(ask: QuestionForm) -> list[Component]:
    offered = [(one.id, describe_moment(ask.session, one)) for one in _list_open_moments(ask.session)]
    listed = ask.draw_select("moment", words.EPISODE_LABEL, offered) if offered else html.P(words.NO_PAINFUL)
    return [listed, html.P(words.NOT_FOR_HARM, className="note")]


def _check_moment(said: Answers) -> dict[str, str]:
    return {} if said.get("moment") else {"moment": words.CHOOSE_MOMENT}


def _draw_grown_up(ask: QuestionForm) -> list[Component]:
    answers = [("yes", words.YES), ("no", words.NO), ("unsure", words.NOT_SURE)]
    return [ask.draw_radios("grown", words.GROWN_LABEL, answers)]


def _make_about_me_drawing(field: str) -> Any:
    def draw(ask: QuestionForm) -> list[Component]:
        return [ask.draw_scale(field, words.ABOUT_ME, words.ABOUT_ME_LOW, words.ABOUT_ME_HIGH)]

    return draw


def _draw_reasons(ask: QuestionForm) -> list[Component]:
    given = [
        ask.draw_chips(f"others-{n}", label, [(reason, reason) for reason in offered])
        for n, (label, offered) in enumerate(words.REASONS_GIVEN)
    ]
    return [*given, ask.draw_text_area("others-own", words.OWN_REASON, words.OWN_REASON_HINT)]


def _read_reasons(said: Answers) -> tuple[str, ...]:
    """The reasons chosen and written, each once."""
    chosen: list[str] = []
    for n in range(len(words.REASONS_GIVEN)):
        ticked = said.get(f"others-{n}")
        chosen += [str(one) for one in ticked] if isinstance(ticked, list) else []
    own = (line.strip()[:140] for line in str(said.get("others-own") or "").splitlines())
    return tuple(dict.fromkeys(one for one in (*chosen, *own) if one))


def _check_reasons(said: Answers) -> dict[str, str]:
    return {} if _read_reasons(said) else {"others-own": words.SAY_A_REASON}


def _draw_share(ask: QuestionForm) -> list[Component]:
    return [ask.draw_line("share", words.OWN_SHARE, words.OWN_SHARE_HINT)]


def _check_share(said: Answers) -> dict[str, str]:
    return {"share": words.HEADLINE_LONG} if len(str(said.get("share") or "")) > 140 else {}


def _build_reasons(here: Session, said: Answers, of: str, before: str | None) -> WalkResult:
    one = _find_moment(here, said)
    if one is None:
        return WalkResult("", ())
    mine = _is_own_share_asked(here, said)
    entry = Reasons(
        id=of or new_id(),
        episode=one.id,
        others=_read_reasons(said),
        own_share=str(said.get("share") or "").strip() if mine else "",
        about_me_before=read_number(said, "before") if mine else None,
        about_me_after=read_number(said, "after") if mine else None,
    )
    what = (words.change_undo_name if of else words.addition_undo_name)(words.REASON)
    return WalkResult(what, (Change("reasons", entry.id, before, entry_text(entry)),))


def _reasons_answers(_: History, entry: Reasons) -> dict[str, Any]:
    known = [reason for _, offered in words.REASONS_GIVEN for reason in offered]
    fields: dict[str, Any] = {
        f"others-{n}": [reason for reason in offered if reason in entry.others]
        for n, (_, offered) in enumerate(words.REASONS_GIVEN)
    }
    fields |= {"moment": entry.episode, "share": entry.own_share}
    fields["others-own"] = "\n".join(reason for reason in entry.others if reason not in known)
    for field, value in (("before", entry.about_me_before), ("after", entry.about_me_after)):
        fields[field] = None if value is None else str(value)
    return fields | ({"grown": "yes"} if entry.own_share or entry.about_me_before is not None else {})


def _describe_reasons(here: Session, entry: Reasons) -> tuple[str, str]:
    one = next((e for e in here.history.episodes if e.id == entry.episode), None)
    about = [
        describe_moment(here, one) if one else "",
        words.about_me(entry.about_me_before, entry.about_me_after),
    ]
    return "; ".join(entry.others), " ".join(part for part in about if part)


def _draw_recurring_reasons(here: Session) -> list[Component]:
    """Reasons that were named for more than one moment."""
    spelled: dict[str, str] = {}
    times: Counter[str] = Counter()
    for entry in here.history.reasons:
        plain = {" ".join(reason.casefold().split()): reason for reason in entry.others}
        spelled |= {key: reason for key, reason in plain.items() if key not in spelled}
        times.update(plain.keys())
    rows = [html.Li(words.reason_times(spelled[key], n)) for key, n in times.most_common(8) if n > 1]
    if not rows:
        return []
    return [
        html.Section(
            [html.H2(words.RECURRING_REASONS), html.Ul(rows, className="there")],
            className="card aside-of-step",
        )
    ]


def _closed_reason(here: Session) -> str:
    return words.WAIT_AFTER_NAMING if sitting.load_last_done_step(here.desk) in _NAMING_STEPS else ""


REASONS = Walk(
    key="reasons",
    text=_TEXT,
    questions=(
        Question("moment", _draw_moment, _check_moment),
        Question("grown", _draw_grown_up, is_asked=_is_age_unknown),
        Question("before", _make_about_me_drawing("before"), is_asked=_is_own_share_asked),
        Question("others", _draw_reasons, _check_reasons),
        Question("share", _draw_share, _check_share, is_asked=_is_own_share_asked),
        Question("after", _make_about_me_drawing("after"), is_asked=_is_own_share_asked),
    ),
    build_result=_build_reasons,
    load_answers=_reasons_answers,
    closed_reason=_closed_reason,
)
STEP = Step(
    key="fair",
    number=4,
    text=_TEXT,
    walks=(REASONS,),
    list_entry_lists=lambda: (
        EntryList("reasons", words.REASONS, "moment with reasons", _describe_reasons, "reasons"),
    ),
    draw_extras=_draw_recurring_reasons,
)
