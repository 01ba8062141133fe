"""What was written in the steps, line by line: under which step, on what day, about what, and each text.

The same lines are ticked on the page, listed before they leave, and printed.
"""

from collections.abc import Iterator
from datetime import date
from typing import NamedTuple

from models.findings import tags_in
from models.history import History
from models.sharing import StepKind
from timeline.messages import share_steps as say
from timeline.messages.report import COUNTED, NOT_YET, as_dated


class Line(NamedTuple):
    """One entry of the steps.

    Attributes:
        kind: its collection.
        id: its id.
        step: 1-7.
        heading: what it stands under.
        on: the day it was written, None where none is kept.
        about: whom or what it is about, in a few words; "" for nothing.
        says: pairs (label, text), the first with "" where it needs no label; never an empty text.
    """

    kind: StepKind
    id: str
    step: int
    heading: str
    on: date | None
    about: str
    says: tuple[tuple[str, str], ...]


def lines(history: History) -> tuple[Line, ...]:
    """Every line that says something, by step and heading, then by day, then as entered."""
    every = [line for line in _all(history) if line.says]
    place = {heading: n for n, heading in enumerate(dict.fromkeys(line.heading for line in every))}
    return tuple(sorted(every, key=lambda line: (line.step, place[line.heading], line.on or date.min)))


def _all(history: History) -> Iterator[Line]:
    moment = {episode.id: episode for episode in history.episodes}
    for c in history.check_ins:
        feelings = say.strengths_of([(f.word, f.strength) for f in c.feelings])
        about = say.ON_LEAVING if c.leaving else say.ON_COMING
        texts = _said(("", feelings), (say.BODY, c.body), (say.KIND_SENTENCE, c.kind_sentence))
        yield Line("check_ins", c.id, 1, say.CHECK_INS, c.on, about, texts)
    for k in history.kind_notes:
        to = moment.get(k.episode or "")
        at = say.to_moment(_what(to.headline, as_dated(to.when.written))) if to else ""
        about = say.to_age(k.age) or at
        yield Line("kind_notes", k.id, 3, say.KIND_NOTES, None, about, _said(("", k.text)))
    for m in history.next_moves:
        labels = [history.vocabulary[tag].label for tag in tags_in(m.pattern, history.vocabulary)]
        yield Line("next_moves", m.id, 3, say.NEXT_MOVES, m.on, say.pattern(labels), _said(("", m.move)))
    for r in history.reasons:
        to = moment.get(r.episode)
        at = _what(to.headline, as_dated(to.when.written)) if to else ""
        about = "; ".join(part for part in (at, say.about_me(r.about_me_before, r.about_me_after)) if part)
        others = "; ".join(one for one in r.others if one.strip())
        yield Line(
            "reasons", r.id, 4, say.REASONS, None, about, _said(("", others), (say.OWN_SHARE, r.own_share))
        )
    for i in history.intentions:
        heading = {"offered": say.OFFERED, "good": say.GOOD_THINGS}.get(i.about, say.REACHING)
        whom = history.by_id[i.relationship].name if i.relationship in history.by_id else ""
        done = {"reach out": say.DONE, "offered": say.LET_IN}.get(i.about, "") if i.done else ""
        about = ", ".join(part for part in (whom, done) if part)
        yield Line("intentions", i.id, 5, heading, i.on, about, _said(("", i.text)))
    for a in history.activities:
        about = say.ratings(a.enjoyment, a.sense_of_done)
        yield Line("activities", a.id, 6, say.ACTIVITIES, a.on, about, _said(("", a.text)))
    for s in history.strengths:
        yield Line("strengths", s.id, 6, say.STRENGTHS, None, "", _said(("", s.text)))
    for f in history.reflections:
        texts = _said(
            (say.KNOW_NOW, f.know_now),
            (say.DIFFERENTLY, f.differently),
            (say.HOPE, f.hope),
            (say.FROM_LATER, f.from_later),
        )
        yield Line("reflections", f.id, 7, say.REFLECTIONS, f.on, "", texts)


def _said(*texts: tuple[str, str]) -> tuple[tuple[str, str], ...]:
    return tuple((label, text.strip()) for label, text in texts if text.strip())


def _what(headline: str, when: str) -> str:
    """A moment by its headline, or by its date where it leaves without words."""
    return when if headline in (COUNTED, NOT_YET) else headline
