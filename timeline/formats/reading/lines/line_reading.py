"""What a line says, part by part, and what is still open about it."""

from dataclasses import dataclass
from typing import Literal, NamedTuple

from models.dates import Span, When
from models.entries import Direction

Part = Literal["when", "who", "headline", "tag", "intensity", "now", "direction"]


class OpenPart(NamedTuple):
    """Something the person is asked before the line can be kept.

    Attributes:
        part: which part of the moment.
        says: the question, one sentence.
        choices: what to choose from: ids of people, "+Name" for somebody new, keys of tags, dates.
    """

    part: Part
    says: str
    choices: tuple[str, ...] = ()


@dataclass(frozen=True)
class LineReading:
    """One line, read.

    Attributes:
        line_text: the line as it was typed, without its bullet.
        when: the date, None where none stands there or it is open.
        span: the days `when` can mean.
        when_words: the words of the date.
        person: id of the relationship, "" if none is known.
        new_person: the name of somebody new, "" if nobody is.
        headline: what happened, at most as long as a headline may be.
        story: all of it, where it is longer than that.
        tags: keys of shipped tags, in the order written.
        own_tags: ids of the person's own tags.
        unread: what was not understood and stays in sight.
        intensity: how strong it was, 1 to 5.
        intensity_now: how strong it still is, 0 to 5.
        direction: who did it to whom; None while that is open.
        is_headline_only: whether no more than the headline is asked for.
        open: what has to be asked first.
    """

    line_text: str
    when: When | None = None
    span: Span | None = None
    when_words: str = ""
    person: str = ""
    new_person: str = ""
    headline: str = ""
    story: str = ""
    tags: tuple[str, ...] = ()
    own_tags: tuple[str, ...] = ()
    unread: tuple[str, ...] = ()
    intensity: int | None = None
    intensity_now: int | None = None
    direction: Direction | None = "received"
    is_headline_only: bool = False
    open: tuple[OpenPart, ...] = ()
