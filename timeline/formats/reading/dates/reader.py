"""A phrase → the date it says, the readings to choose from, or the reason why it cannot be read."""

import re
from typing import NamedTuple

from models.dates import UNKNOWN_DATE, Span, When
from timeline.formats.reading.dates.ages import read_age
from timeline.formats.reading.dates.calendar_words import read_calendar
from timeline.formats.reading.dates.ranges import read_open, read_range
from timeline.formats.reading.dates.relative import read_relative
from timeline.formats.reading.dates.said import (
    SaidDate,
    Speaker,
    UnclearDate,
    say_ages,
    say_span,
    widen_about,
)
from timeline.formats.reading.dates.spans import year_span
from timeline.formats.reading.dates.words import UNKNOWN, make_plain, replace_number_words
from timeline.messages import dates_as_said as say

_HEDGE = re.compile(
    r"(?:about|around|circa|roughly|approximately|approx|ca|c|maybe|perhaps|probably|possibly|likely|i"
    r" think|i guess"
    r"|i believe|i'd say|must have been|it must have been|sometime around|some time around|somewhere around"
    r"|more or less|nearly|almost|~)\.? ?(?P<rest>.+)"
)
_HEDGE_BEHIND = re.compile(
    r"(?P<rest>.+?)(?: ?[~?]|ish|-ish| ish| or so| or thereabouts| or around then| give or take|,? i"
    r" think|,? i guess"
    r"|,? i believe|,? maybe|,? probably|,? perhaps)"
)
_NEUTRAL = re.compile(
    r"(?:back in|way back in|sometime in|some time in|sometime during|sometime|some time|somewhere in"
    r"|one day in"
    r"|it was in|it was|in about|in the year|the year|in|on|at|during|over|the|of) (?P<rest>.+)"
)
_VAGUE = re.compile(
    r"(?:(?:a|some|quite a|a long|a short|a little) )?(?:long |short |little )?(?:while|time) (?:ago"
    r"|back)|once|long ago"
    r"|ages ago|(?:some|many|several|a few|few|a couple of|a couple|a number of)? ?(?:years|months"
    r"|weeks|days|decades)"
    r" (?:ago|back)|recently|lately|the other (?:day|week|night)|in the past|back then|back in the day"
    r"|always|never"
    r"|sometimes|often|every (?:day|week|month|year)|one day|a (?:few|couple of?) \w+ (?:ago|back)"
    r"|then|at the time"
)
_OWN_LANDMARK = re.compile(
    r"(?:before|after|during|when|while|since|until|till|at|in|around|on)? ?(?:the |my |our |we |i |he"
    r" |she |they )?.*"
    r"\b(?:grade|year \d{1,2}|school|kindergarten|college|university|divorce|wedding|move[d]?|married"
    r"|born|birth|died"
    r"|funeral|holiday|vacation|war|split|separation|accident|war|army|job|graduat\w+|pregnan\w+)\b.*"
)
_BARE_NUMBER = re.compile(r"\d{1,3}")
_READERS = (read_relative, read_age, read_calendar)


class DateReading(NamedTuple):
    """What came of a phrase: `when`, or the `reason` it is still open, perhaps with `choices`.

    Attributes:
        when: the date, with the words as they were said kept in it.
        span: the days it can mean; None for "I don't know when", and for an age without a birth date.
        choices: readings to choose from, each as it would be kept.
        reason: one sentence: why it is open, or what an age still waits for; "" where nothing is.
        is_date: whether the words were understood as a date, kept or not.
    """

    when: When | None
    span: Span | None = None
    choices: tuple[When, ...] = ()
    reason: str = ""
    is_date: bool = False

    @property
    def is_open(self) -> bool:
        """Whether the person has to be asked before it can be kept."""
        return self.when is None


def read_said_date(phrase: str, speaker: Speaker) -> DateReading:
    """What a phrase says of a date.

    Args:
        phrase: as it was typed.
        speaker: the day it was said on, and what is known of who said it.
    """
    plain = make_plain(phrase)
    if plain in UNKNOWN:
        return DateReading(When(UNKNOWN_DATE), is_date=True)
    if not plain:
        return DateReading(None, reason=say.no_date_words(phrase.strip()))
    try:
        said = read_phrase(plain, speaker)
        if said.span is not None and said.span.first > speaker.today:
            raise UnclearDate(say.not_come_yet(phrase.strip()), is_settled=True)
    except UnclearDate as unclear:
        choices = tuple(_keep_words(choice, phrase, speaker) for choice in unclear.choices)
        reason = unclear.reason.replace(f"“{plain}”", f"“{phrase.strip()}”")  # as it was typed
        return DateReading(None, choices=choices, reason=reason, is_date=unclear.is_settled)
    except (OverflowError, ValueError):  # days before year 1 or after 9999
        return DateReading(None, reason=say.no_date_words(phrase.strip()))
    waits = say.birth_year_missing(phrase.strip()) if said.span is None else ""
    return DateReading(_keep_words(said, phrase, speaker), said.span, reason=waits, is_date=True)


def read_phrase(plain: str, speaker: Speaker) -> SaidDate:
    """What a phrase says, once it is plain.

    Raises:
        UnclearDate: it cannot be taken as it stands.
    """
    numbered = replace_number_words(plain)
    if _BARE_NUMBER.fullmatch(numbered):
        raise _bare_number(numbered, speaker)
    if re.fullmatch(r"year \d{1,2}|(?:\w+ )?grade(?: \w+)?", numbered):
        raise UnclearDate(say.own_landmark(plain))
    if _VAGUE.fullmatch(plain):
        raise UnclearDate(say.no_bounds(plain, speaker.today.year - 3), is_settled=True)
    for read in _READERS:
        said = read(numbered, speaker)
        if said is None and numbered != plain:
            said = read(plain, speaker)
        if said is not None:
            return said
    for read_ends in (read_range, read_open):
        if (said := read_ends(numbered, speaker, read_phrase)) is not None:
            return said
    if found := _HEDGE.fullmatch(numbered):
        return widen_about(read_phrase(found["rest"], speaker), speaker)
    if found := _HEDGE_BEHIND.fullmatch(numbered):
        return widen_about(read_phrase(found["rest"].rstrip(" ,"), speaker), speaker)
    if found := _NEUTRAL.fullmatch(numbered):
        return read_phrase(found["rest"], speaker)
    if _OWN_LANDMARK.fullmatch(plain):
        raise UnclearDate(say.own_landmark(plain))
    raise UnclearDate(say.no_date_words(plain))


def _bare_number(digits: str, speaker: Speaker) -> UnclearDate:
    """A number alone: an age, or the last two digits of a year."""
    choices = []
    if int(digits) <= 120:
        choices.append(say_ages(int(digits), int(digits), speaker))
    if len(digits) == 2:
        today = speaker.today.year
        choices.append(say_span(year_span(today - (today - int(digits)) % 100), "year"))
    if not choices:
        return UnclearDate(say.no_date_words(digits))
    if len(choices) < 2:
        return UnclearDate(say.bare_number(digits), choices, is_settled=True)
    return UnclearDate(say.which_of(digits, [choice.text for choice in choices]), choices)


def _keep_words(said: SaidDate, phrase: str, speaker: Speaker) -> When:
    """The date as it is kept: the words themselves where they say just this to anyone at any time."""
    words = " ".join(phrase.replace("(", "[").replace(")", "]").split()).strip(" ,;:")
    try:
        alone = When(words)
    except ValueError:
        return When(f"{said.text} ({words})")
    same = alone.days(speaker.birth, speaker.today) == said.span and alone.ages == said.ages
    return alone if same else When(f"{said.text} ({words})")
