"""Step 4, don’t take it personally: other reasons first; an own share last, and where it may be offered."""

from collections import Counter
from typing import Any

from dash import html
from dash.development.base_component import Component

from models.changes import Change
from models.history import Episode, History, entry_text
from models.shares import may_offer_own_share, with_harm
from models.steps import Reasons
from timeline.messages import steps as words
from timeline.messages.texts import text
from timeline.ui import sitting
from timeline.ui.checkin import number
from timeline.ui.forms.asking import Ask, Kept, Listed, Question, Said, Step, Walk, new_id
from timeline.ui.here import Here
from timeline.ui.resembling import told

_TEXT = text("steps/4-fair")
_NAMING = ("allow", "hurting")  # where feelings are named: reasons are not looked for right afterwards


def _open_to_it(here: Here) -> list[Episode]:
    """Painful moments for which reasons may be looked for, newest entry first."""
    history = here.history
    harm = with_harm(history)
    return [
        one
        for one in reversed(history.episodes)
        if one.relationship not in harm and "painful" in history.vocabulary.sides_of(one.tags)
    ]


def _moment(here: Here, said: Said) -> Episode | None:
    return next((one for one in here.history.episodes if one.id == said.get("moment")), None)


def _share(here: Here, said: Said) -> bool | None:
    """Whether an own share may be offered; None where it hangs on an age that is not known."""
    one = _moment(here, said)
    return False if one is None else may_offer_own_share(here.history, one, here.today())


def _age_unknown(here: Here, said: Said) -> bool:
    return _share(here, said) is None


def _about_me(here: Here, said: Said) -> bool:
    share = _share(here, said)
    return said.get("grown") == "yes" if share is None else share


def _draw_moment(ask: Ask) -> list[Component]:
    offered = [(one.id, told(ask.here, one)) for one in _open_to_it(ask.here)]
    listed = ask.pick("moment", words.EPISODE_LABEL, offered) if offered else html.P(words.NO_PAINFUL)
    return [listed, html.P(words.NOT_FOR_HARM, className="note")]


def _wrong_moment(said: Said) -> dict[str, str]:
    return {} if said.get("moment") else {"moment": words.CHOOSE_MOMENT}


def _draw_grown(ask: Ask) -> list[Component]:
    answers = [("yes", words.YES), ("no", words.NO), ("unsure", words.NOT_SURE)]
    return [ask.one("grown", words.GROWN_LABEL, answers)]


def _draw_about(field: str) -> Any:
    def draw(ask: Ask) -> list[Component]:
        return [ask.scale(field, words.ABOUT_ME, words.ABOUT_ME_LOW, words.ABOUT_ME_HIGH)]

    return draw


def _draw_others(ask: Ask) -> list[Component]:
    given = [
        ask.some(f"others-{n}", label, [(reason, reason) for reason in offered])
        for n, (label, offered) in enumerate(words.REASONS_GIVEN)
    ]
    return [*given, ask.lines("others-own", words.OWN_REASON, words.OWN_REASON_HINT)]


def _others(said: Said) -> tuple[str, ...]:
    """The reasons chosen and written, each once."""
    chosen: list[str] = []
    for n in range(len(words.REASONS_GIVEN)):
        ticked = said.get(f"others-{n}")
        chosen += [str(one) for one in ticked] if isinstance(ticked, list) else []
    own = (line.strip()[:140] for line in str(said.get("others-own") or "").splitlines())
    return tuple(dict.fromkeys(one for one in (*chosen, *own) if one))


def _wrong_others(said: Said) -> dict[str, str]:
    return {} if _others(said) else {"others-own": words.SAY_A_REASON}


def _draw_share(ask: Ask) -> list[Component]:
    return [ask.line("share", words.OWN_SHARE, words.OWN_SHARE_HINT)]


def _wrong_share(said: Said) -> dict[str, str]:
    return {"share": words.HEADLINE_LONG} if len(str(said.get("share") or "")) > 140 else {}


def _keep(here: Here, said: Said, of: str, before: str | None) -> Kept:
    one = _moment(here, said)
    if one is None:
        return Kept("", ())
    mine = _about_me(here, said)
    entry = Reasons(
        id=of or new_id(),
        episode=one.id,
        others=_others(said),
        own_share=str(said.get("share") or "").strip() if mine else "",
        about_me_before=number(said, "before") if mine else None,
        about_me_after=number(said, "after") if mine else None,
    )
    what = (words.edited if of else words.named)(words.REASON)
    return Kept(what, (Change("reasons", entry.id, before, entry_text(entry)),))


def _fields(_: History, entry: Reasons) -> dict[str, Any]:
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


def _line(here: Here, entry: Reasons) -> tuple[str, str]:
    one = next((e for e in here.history.episodes if e.id == entry.episode), None)
    about = [told(here, one) if one else "", words.about_me(entry.about_me_before, entry.about_me_after)]
    return "; ".join(entry.others), " ".join(part for part in about if part)


def _recurring(here: Here) -> list[Component]:
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
            [html.H2(words.RECURRING), html.Ul(rows, className="there")], className="card aside-of-step"
        )
    ]


def _closed(here: Here) -> str:
    return words.WAIT_AFTER_NAMING if sitting.last_done(here.desk) in _NAMING else ""


REASONS = Walk(
    key="reasons",
    text=_TEXT,
    questions=(
        Question("moment", _draw_moment, _wrong_moment),
        Question("grown", _draw_grown, asked=_age_unknown),
        Question("before", _draw_about("before"), asked=_about_me),
        Question("others", _draw_others, _wrong_others),
        Question("share", _draw_share, _wrong_share, asked=_about_me),
        Question("after", _draw_about("after"), asked=_about_me),
    ),
    keep=_keep,
    fields=_fields,
    closed=_closed,
)
STEP = Step(
    key="fair",
    number=4,
    text=_TEXT,
    walks=(REASONS,),
    lists=(Listed("reasons", words.REASONS, words.REASON, _line, "reasons"),),
    beside=_recurring,
)
