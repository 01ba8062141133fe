"""Step 2, sort through your feelings: one good person, landmarks, the first bonds, and on to today."""

from collections import Counter
from typing import Any

from dash import html
from dash.development.base_component import Component

from models.changes import Change
from models.dates import When
from models.history import History, Landmark, Relationship, entry_text
from timeline.messages import steps as words
from timeline.messages.texts import text
from timeline.tables import period_of_life
from timeline.ui.controls import go_to
from timeline.ui.forms.asking import Ask, Kept, Listed, Question, Said, Step, Walk, new_id
from timeline.ui.here import Here
from timeline.ui.resembling import RESEMBLE

PAGE = "steps"
_TEXT = text("steps/2-sort")
_MOST = 10


def _draw_good(ask: Ask) -> list[Component]:
    history = ask.here.history
    good = Counter(e.relationship for e in history.episodes if _caring(history, e.tags))
    good.update(r.id for r in history.relationships if _caring(history, [wide.tag for wide in r.tags]))
    rows = [html.Li(words.with_times(history.by_id[id_].name, n)) for id_, n in good.most_common(_MOST)]
    return [*_there(rows), ask.form(words.GOOD_PERSON, kind="relationship")]


def _draw_landmarks(ask: Ask) -> list[Component]:
    rows = [html.Li(f"{one.label} ({one.when.written})") for one in ask.here.history.landmarks[-_MOST:]]
    return [*_there(rows), ask.walk_to("landmark", words.ADD_LANDMARK)]


def _draw_earliest(ask: Ask) -> list[Component]:
    rows = [html.Li(_who(one)) for one in ask.here.history.relationships if one.caregiver][:_MOST]
    return [*_there(rows), ask.form(words.ADD_CAREGIVER, kind="relationship")]


def _draw_moments(ask: Ask) -> list[Component]:
    return _with(ask, [one for one in ask.here.history.relationships if one.caregiver])


def _draw_forward(ask: Ask) -> list[Component]:
    others = [one for one in ask.here.history.relationships if not one.caregiver]
    return [
        *_periods(ask.here),
        *_with(ask, others),
        ask.form(words.ADD_SOMEONE, kind="relationship"),
    ]


def _draw_today(ask: Ask) -> list[Component]:
    minded = [one for one in ask.here.history.relationships if one.on_my_mind]
    return [
        *_with(ask, minded),
        html.Div(
            [
                go_to("begin", words.ON_MIND, where="sort-mind", focus="mind"),
                ask.walk_to("resemble", _TEXT.part("resemble").title),
            ],
            className="row",
        ),
    ]


def _draw_hope(ask: Ask) -> list[Component]:
    hope = next((r.hope for r in reversed(ask.here.history.reflections) if r.hope), "")
    said = [html.Blockquote(hope, className="says")] if hope else []
    return [*said, html.Div(go_to(PAGE, words.MY_HOPE, where="sort-hope", focus="trust"), className="row")]


def _with(ask: Ask, whom: list[Relationship]) -> list[Component]:
    """People, each with a button for a moment of either kind."""
    if not whom:
        return [html.P(words.NOBODY_YET, className="note")]
    times = Counter(episode.relationship for episode in ask.here.history.episodes)
    rows = [
        html.Li(
            [
                html.P(words.with_times(_who(one), times[one.id]), className="says"),
                html.Div(
                    [
                        _moment(ask, one, words.A_PAINFUL_MOMENT),
                        _moment(ask, one, words.A_GOOD_MOMENT, good=True),
                    ],
                    className="row",
                ),
            ]
        )
        for one in whom[:_MOST]
    ]
    return [html.Ul(rows, className="people")]


def _moment(ask: Ask, one: Relationship, says: str, *, good: bool = False) -> Component:
    named: dict[str, Any] = {"aria-label": words.about(says, one.name)}
    return ask.form(says, kind="episode", relationship=one.id, good=good, **named)


def _there(rows: list[Component]) -> list[Component]:
    if not rows:
        return [html.P(words.NOTHING_YET, className="note")]
    return [html.Div([html.P(words.THERE_ARE, className="note"), html.Ul(rows, className="there")])]


def _periods(here: Here) -> list[Component]:
    """How many moments there are in each time of life, both sides."""
    history, today = here.history, here.today()
    counts: dict[str, Counter[str]] = {}
    for episode in history.episodes:
        age = history.age(episode.when, today)
        period = period_of_life(sum(age) / 2) if age else words.NOT_PLACED
        counts.setdefault(period, Counter()).update(history.vocabulary.sides_of(episode.tags))
    rows = [
        html.Li(words.period(period, sides["painful"], sides["caring"]))
        for period, sides in sorted(counts.items(), key=lambda pair: _order(pair[0]))
    ]
    return [html.H3(words.PERIODS), html.Ul(rows, className="there")] if rows else []


def _order(period: str) -> tuple[bool, int]:
    """Periods of life in their order; what has no place goes last."""
    years = period.split("-")[0].rstrip("s")
    return (False, int(years)) if years.isdigit() else (True, 0)


def _caring(history: History, tags: Any) -> bool:
    return "caring" in history.vocabulary.sides_of(tags)


def _who(one: Relationship) -> str:
    return f"{one.name}, {one.role}" if one.role and one.role != one.name else one.name


# -- a landmark ----------------------------------------------------------------------------------------


def _draw_landmark(ask: Ask) -> list[Component]:
    return [
        ask.line("label", words.LANDMARK_LABEL, words.LANDMARK_HINT),
        ask.line("when", words.LANDMARK_WHEN, words.WHEN_HINT),
    ]


def _wrong_landmark(said: Said) -> dict[str, str]:
    wrong = {}
    label = str(said.get("label") or "").strip()
    if not label or len(label) > 140:
        wrong["label"] = words.HEADLINE_LONG if label else words.LANDMARK_EMPTY
    try:
        When(str(said.get("when") or ""))
    except ValueError as error:
        wrong["when"] = words.sentence(error)
    return wrong


def _keep_landmark(here: Here, said: Said, of: str, before: str | None) -> Kept:
    was = next((one for one in here.history.landmarks if one.id == of), None)
    entry = Landmark(
        id=of or new_id(), label=str(said["label"]).strip(), when=When(str(said["when"])),
        until=was.until if was else None,
    )  # fmt: skip
    what = (words.edited if of else words.named)(words.LANDMARK)
    return Kept(what, (Change("landmarks", entry.id, before, entry_text(entry)),))


def _landmark_fields(_: History, entry: Landmark) -> dict[str, Any]:
    return {"label": entry.label, "when": entry.when.written}


def _landmark_line(_: Here, entry: Landmark) -> tuple[str, str]:
    return entry.label, entry.when.written


def _after_landmark(here: Here, said: Said) -> list[Component]:
    return [
        html.Div(
            go_to(PAGE, words.go_on(_TEXT.part("through").title), where="landmark", focus="sort/through")
        )
    ]


THROUGH = Walk(
    key="through",
    text=_TEXT,
    questions=tuple(
        Question(key, draw, follows=True)
        for key, draw in (
            ("good", _draw_good), ("landmarks", _draw_landmarks), ("earliest", _draw_earliest),
            ("moments", _draw_moments), ("forward", _draw_forward), ("today", _draw_today),
            ("hope", _draw_hope),
        )
    ),
    keep=lambda *_: Kept("", ()),
)  # fmt: skip
LANDMARK = Walk(
    key="landmark",
    text=_TEXT,
    questions=(Question("what", _draw_landmark, _wrong_landmark),),
    keep=_keep_landmark,
    fields=_landmark_fields,
    after=_after_landmark,
)
STEP = Step(
    key="sort",
    number=2,
    text=_TEXT,
    walks=(THROUGH, RESEMBLE, LANDMARK),
    lists=(Listed("landmarks", words.LANDMARKS, words.LANDMARK, _landmark_line, "landmark"),),
    beside=lambda _: [html.Div(go_to("picture", words.TO_THE_PICTURE, "link", where="sort"))],
)
