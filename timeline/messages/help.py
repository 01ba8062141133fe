"""The help page: people of one’s own, help lines with where each comes from, and pages to read."""

import csv
from datetime import date
from functools import lru_cache
from typing import NamedTuple

from timeline.messages.help_texts import HELP
from timeline.messages.language import N_, _, translate_constants

TITLE = N_("Help")
MY_PEOPLE = N_("My people")
PERSON = N_("one of my people")
FIRST_MARK = N_("first")
CONTACT_NAME = N_("Name")
CONTACT_WAY = N_("How I reach them")
CONTACT_WAY_HINT = N_("A number, an address, a place.")
ROLE = N_("Who they are")
ROLES = {
    "friend": N_("a friend"),
    "family": N_("family"),
    "professional": N_("a doctor, a therapist, an adviser"),
    "help line": N_("a help line"),
    "other": N_("someone else"),
}
PUT_FIRST = N_("Show them first")
NAME_EMPTY = N_("Write a name, or stop here.")

LINES = N_("Help lines")
LINES_NOTE = N_(
    "Numbers change. Each row says where it is from and on which day a stored copy of that page was read. "
    "If your country is not here, ask your doctor, or look for “help line” and the name of your country."
)
EMERGENCY = N_("In danger, call the emergency number of the place where you are.")
COLUMNS = (N_("Country"), N_("Who answers"), N_("Number"), N_("Where this is from"))

READ = N_("Pages to read")
BACK = N_("Back to Help")
TOPICS = ("method", "evidence", "reading", "therapist", "hiding")


class HelpLine(NamedTuple):
    """One help line.

    Attributes:
        country: where it is for.
        name: who answers.
        number: what is dialled.
        when: when someone answers.
        source: the page it is from.
        checked_on: the day that page was read.
    """

    country: str
    name: str
    number: str
    when: str
    source: str
    checked_on: date


@lru_cache(maxsize=1)
def load_help_lines() -> tuple[HelpLine, ...]:
    """The help lines of the data file, by country."""
    with (HELP / "lines.csv").open(encoding="utf-8", newline="") as file:
        rows = [
            HelpLine(
                row["country"],
                row["name"],
                row["number"],
                row["when"],
                row["source"],
                date.fromisoformat(row["checked_on"]),
            )
            for row in csv.DictReader(file)
        ]
    return tuple(sorted(rows, key=lambda line: line.country))


def country_name(line: HelpLine) -> str:
    """Where a help line is for."""
    return _(line.country)


def hours(line: HelpLine) -> str:
    """When someone answers."""
    return _(line.when)


def describe_contact(role: str, way: str) -> str:
    """Who someone is, and how they are reached."""
    return f"{way} · {_(ROLES[role])}" if way else _(ROLES[role])


def checked_on_note(day: date) -> str:
    """When a row was checked."""
    return _("checked on {day}").format(day=day.isoformat())


translate_constants(__name__)
