"""Step 4, don’t take it personally: other reasons first; an own share last, and where it may be offered."""

from collections import Counter
from typing import Any

from dash import html
from dash.development.base_component import Component

from models.history import Episode, History
from models.own_share import can_offer_own_share, find_harmful_relationships
from models.steps import Reasons
from timeline.messages import steps as words
from timeline.ui import steps_session as sitting
from timeline.ui.forms.field_values import get_choices, get_line, get_lines, get_number
from timeline.ui.forms.walk import Answers, EntryList, Question, Step, Walk, WalkResult, keep_entry
from timeline.ui.forms.walk_buttons import QuestionForm, new_id
from timeline.ui.session import Session
from timeline.ui.similar_moments import describe_moment

_TEXT = "steps/4-fair"
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
    listed = ask.select("moment", words.EPISODE_LABEL, offered) if offered else html.P(words.NO_PAINFUL)
    return [listed, html.P(words.NOT_FOR_HARM, className="note")]


def _check_moment(said: Answers) -> dict[str, str]:
    return {} if said.get("moment") else {"moment": words.CHOOSE_MOMENT}


def _draw_grown_up(ask: QuestionForm) -> list[Component]:
    answers = [("yes", words.YES), ("no", words.NO), ("unsure", words.NOT_SURE)]
    return [ask.radios("grown", words.GROWN_LABEL, answers)]


def _make_about_me_drawing(field: str) -> Any:
    def draw(ask: QuestionForm) -> list[Component]:
        return [ask.scale(field, words.ABOUT_ME, words.ABOUT_ME_LOW, words.ABOUT_ME_HIGH)]

    return draw


def _draw_reasons(ask: QuestionForm) -> list[Component]:
    given = [
        ask.choices(f"others-{n}", label, [(reason, reason) for reason in offered])
        for n, (label, offered) in enumerate(words.REASONS_GIVEN)
    ]
    return [*given, ask.area("others-own", words.OWN_REASON, words.OWN_REASON_HINT)]


def _read_reasons(said: Answers) -> tuple[str, ...]:
    """The reasons chosen and written, each once."""
    chosen = [one for n in range(len(words.REASONS_GIVEN)) for one in get_choices(said, f"others-{n}")]
    return tuple(dict.fromkeys((*chosen, *get_lines(said, "others-own"))))


def _check_reasons(said: Answers) -> dict[str, str]:
    return {} if _read_reasons(said) else {"others-own": words.SAY_A_REASON}


def _draw_share(ask: QuestionForm) -> list[Component]:
    return [ask.line("share", words.OWN_SHARE, words.OWN_SHARE_HINT)]


def _build_reasons(here: Session, said: Answers, of: str, before: str | None) -> WalkResult:
    one = _find_moment(here, said)
    if one is None:
        return WalkResult()
    mine = _is_own_share_asked(here, said)
    entry = Reasons(
        id=of or new_id(),
        episode=one.id,
        others=_read_reasons(said),
        own_share=get_line(said, "share") if mine else "",
        about_me_before=get_number(said, "before") if mine else None,
        about_me_after=get_number(said, "after") if mine else None,
    )
    return keep_entry(entry, words.REASON, of, before)


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
    "reasons",
    _TEXT,
    (
        Question("moment", _draw_moment, _check_moment),
        Question("grown", _draw_grown_up, is_asked=_is_age_unknown),
        Question("before", _make_about_me_drawing("before"), is_asked=_is_own_share_asked),
        Question("others", _draw_reasons, _check_reasons),
        Question("share", _draw_share, is_asked=_is_own_share_asked),
        Question("after", _make_about_me_drawing("after"), is_asked=_is_own_share_asked),
    ),
    _build_reasons,
    fields_of={"own_share": "share", "others": "others-own"},
    load_answers=_reasons_answers,
    closed_reason=_closed_reason,
)
STEP = Step(
    "fair",
    4,
    _TEXT,
    walks=(REASONS,),
    list_entry_lists=lambda: (
        EntryList("reasons", words.REASONS, "moment with reasons", _describe_reasons, "reasons"),
    ),
    draw_extras=_draw_recurring_reasons,
)
