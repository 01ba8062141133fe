"""What was written in the steps, line by line: under which step, on what day, about what, and each text.

The same lines are ticked on the page, listed before they leave, and printed.
"""

from collections.abc import Iterator
from datetime import date
from typing import NamedTuple

from models.findings import tags_in_pattern_id
from models.history import History
from models.sharing import StepKind
from timeline.messages import report as report_say
from timeline.messages import share_steps as say
from timeline.messages.tags import tag_label


class StepLine(NamedTuple):
    """One entry of the steps.

    Attributes:
        kind: its collection.
        id: its id.
        step: 1-7.
        heading: what it stands under.
        written_on: the day it was written, None where none is kept.
        subject: whom or what it is about, in a few words; "" for nothing.
        texts: pairs (label, text), the first with "" where it needs no label; never an empty text.
    """

    kind: StepKind
    id: str
    step: int
    heading: str
    written_on: date | None
    subject: str
    texts: tuple[tuple[str, str], ...]


def collect_step_lines(history: History) -> tuple[StepLine, ...]:
    """Every line that says something, by step and heading, then by day, then as entered."""
    every = [line for line in _generate_lines(history) if line.texts]
    place = {heading: n for n, heading in enumerate(dict.fromkeys(line.heading for line in every))}
    return tuple(
        sorted(every, key=lambda line: (line.step, place[line.heading], line.written_on or date.min))
    )


def _generate_lines(history: History) -> Iterator[StepLine]:
    moment = {episode.id: episode for episode in history.episodes}
    for c in history.check_ins:
        feelings = say.strengths_of([(f.word, f.strength) for f in c.feelings])
        about = say.ON_LEAVING if c.leaving else say.ON_COMING
        texts = _drop_empty_texts(("", feelings), (say.BODY, c.body), (say.KIND_SENTENCE, c.kind_sentence))
        yield StepLine("check_ins", c.id, 1, say.CHECK_INS, c.on, about, texts)
    for k in history.kind_notes:
        to = moment.get(k.episode or "")
        at = (
            say.to_moment(_name_moment(to.headline, report_say.format_written_date(to.when.as_written)))
            if to
            else ""
        )
        about = say.to_age(k.age) or at
        yield StepLine("kind_notes", k.id, 3, say.KIND_NOTES, None, about, _drop_empty_texts(("", k.text)))
    for m in history.next_moves:
        labels = [
            tag_label(history.vocabulary[tag]) for tag in tags_in_pattern_id(m.pattern, history.vocabulary)
        ]
        yield StepLine(
            "next_moves", m.id, 3, say.NEXT_MOVES, m.on, say.pattern(labels), _drop_empty_texts(("", m.move))
        )
    for r in history.reasons:
        to = moment.get(r.episode)
        at = _name_moment(to.headline, report_say.format_written_date(to.when.as_written)) if to else ""
        about = "; ".join(part for part in (at, say.about_me(r.about_me_before, r.about_me_after)) if part)
        others = "; ".join(one for one in r.others if one.strip())
        yield StepLine(
            "reasons",
            r.id,
            4,
            say.REASONS,
            None,
            about,
            _drop_empty_texts(("", others), (say.OWN_SHARE, r.own_share)),
        )
    for i in history.intentions:
        heading = {"offered": say.OFFERS, "good": say.GOOD_THINGS}.get(i.about, say.PEOPLE_TO_REACH)
        whom = history.by_id[i.relationship].name if i.relationship in history.by_id else ""
        done = {"reach out": say.DONE_MARK, "offered": say.LET_IN}.get(i.about, "") if i.done else ""
        about = ", ".join(part for part in (whom, done) if part)
        yield StepLine("intentions", i.id, 5, heading, i.on, about, _drop_empty_texts(("", i.text)))
    for a in history.activities:
        about = say.ratings(a.enjoyment, a.sense_of_done)
        yield StepLine("activities", a.id, 6, say.ACTIVITIES, a.on, about, _drop_empty_texts(("", a.text)))
    for s in history.strengths:
        yield StepLine("strengths", s.id, 6, say.STRENGTHS, None, "", _drop_empty_texts(("", s.text)))
    for f in history.reflections:
        texts = _drop_empty_texts(
            (say.KNOW_NOW, f.know_now),
            (say.DIFFERENTLY, f.differently),
            (say.HOPE, f.hope),
            (say.FROM_LATER, f.from_later),
        )
        yield StepLine("reflections", f.id, 7, say.REFLECTIONS, f.on, "", texts)


def _drop_empty_texts(*texts: tuple[str, str]) -> tuple[tuple[str, str], ...]:
    return tuple((label, text.strip()) for label, text in texts if text.strip())


def _name_moment(headline: str, when: str) -> str:
    """A moment by its headline, or by its date where it leaves without words."""
    return when if headline in (report_say.COUNTED_NOTE, report_say.NOT_YET) else headline
