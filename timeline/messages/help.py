"""The help page: people of one’s own, help lines with where each comes from, and pages to read."""

import csv
from datetime import date
from functools import lru_cache
from typing import NamedTuple

from timeline.messages.help_texts import HELP

MY_PEOPLE = "My people"
PERSON = "one of my people"
FIRST_MARK = "first"
CONTACT_NAME = "Name"
CONTACT_WAY = "How I reach them"
CONTACT_WAY_HINT = "A number, an address, a place."
ROLE = "Who they are"
ROLES = {
    "friend": "a friend",
    "family": "family",
    "professional": "a doctor, a therapist, an adviser",
    "help line": "a help line",
    "other": "someone else",
}
PUT_FIRST = "Show them first"
NAME_EMPTY = "Write a name, or stop here."
TOO_LONG = "This is longer than 140 letters. Shorten it."

LINES = "Help lines"
LINES_NOTE = (
    "Numbers change. Each row says where it is from and on which day a stored copy of that page was read. "
    "If your country is not here, ask your doctor, or look for “help line” and the name of your country."
)
EMERGENCY = "In danger, call the emergency number of the place where you are."
COLUMNS = ("Country", "Who answers", "Number", "Where this is from")

READ = "Pages to read"
BACK = "Back to Help"
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
                row["country"], row["name"], row["number"], row["when"], row["source"],
                date.fromisoformat(row["checked_on"]),
            )
            for row in csv.DictReader(file)
        ]  # fmt: skip
    return tuple(sorted(rows, key=lambda line: line.country))


def describe_contact(role: str, way: str) -> str:
    """Who someone is, and how they are reached."""
    return f"{way} · {ROLES[role]}" if way else ROLES[role]


def checked_on_note(day: date) -> str:
    """When a row was checked."""
    return f"checked on {day.isoformat()}"
