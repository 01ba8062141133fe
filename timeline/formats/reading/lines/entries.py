"""A line that is whole → the changes that set it down."""

from collections.abc import Callable, Sequence
from typing import Any

from models.changes import Change
from models.entries import Episode, Relationship
from models.history import History, build_change
from timeline.formats.reading.lines.line_reading import LineReading


def build_line_changes(
    readings: Sequence[LineReading], history: History, new_id: Callable[[], str]
) -> tuple[Change, ...]:
    """What sets down lines that have nothing open: somebody new once, however many lines name them.

    Args:
        readings: lines, read against `history`.
        history: what is there already.
        new_id: makes an id no entry has.
    """
    changes: list[Change | None] = []
    people = {one.name.casefold(): one.id for one in history.relationships}
    for reading in readings:
        person = reading.person
        if reading.new_person:
            name = reading.new_person.casefold()
            if name not in people:
                someone = Relationship(id=new_id(), name=reading.new_person, kind="other")
                people[name] = someone.id
                changes.append(build_change("relationships", None, someone))
            person = people[name]
        changes.append(build_change("episodes", None, _build_episode(reading, person, new_id())))
    return tuple(change for change in changes if change)


def _build_episode(reading: LineReading, person: str, id_: str) -> Episode:
    fields: dict[str, Any] = {
        "id": id_,
        "relationship": person,
        "headline": reading.headline,
        "story": reading.story,
        "tags": (*reading.tags, *reading.own_tags),
        "direction": reading.direction,
        "intensity": reading.intensity,
        "now": reading.intensity_now,
    }
    if reading.when is not None:
        fields["when"] = reading.when
    return Episode.model_validate(fields)
