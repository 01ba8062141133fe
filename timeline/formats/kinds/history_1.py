"""attachment-history/1: biographies as they were coded for tests; read, not written.

A note over 140 characters becomes the story, its first words the headline; `notes` the note; `death` the
end of the axis; an end that is null means until the end of the life. `after_end` follows from the dates, and
whether a source was checked by a script is not kept.
"""

import re
from collections.abc import Iterator
from datetime import date
from typing import Any

from models.base import HEADLINE_MAX
from models.reading import Problem, Reading
from timeline.formats.reading import strict_json
from timeline.formats.reading.history_builder import RawEntry, build_history, first_words, format_json_path
from timeline.formats.reading.input_file import InputFile
from timeline.formats.reading.partial_validation import FieldPath
from timeline.messages import formats as words

NAME = "attachment-history/1"
FILE_EXTENSION = "json"
write = None
_SCHEMA_MARK = re.compile(r'"schema"\s*:\s*"attachment-history/1"')

_END_REASONS = {
    "death_of_other": "death",
    "death_of_person": "death",
    "broken_by_other": "they left",
    "broken_by_person": "I left",
    "changed_form": "changed form",
}
_RAISED_BY = re.compile(
    r"(?:(?:step|foster|adoptive)[ -]?)?(?:mother|father|parents?)|guardian\b.*", re.IGNORECASE
)
_PERSON = {"name": "name", "birth": "birth", "death": "until"}
_BOND = {"id": "id", "name": "name", "kind": "kind", "role": "role", "notes": "note"}
_SPELL = {"start": "start", "end": "end"}
_MOMENT = {
    "when": "when", "tags": "tags", "intensity": "intensity", "direction": "direction", "note": "headline",
    "source": "source", "certainty": "certainty",
}  # fmt: skip
_NOT_KEPT = {
    "person": {"id"},
    "relationships": {"episodes", "end_reason"},
    "episodes": {"after_end", "source_checked"},
}
_THEIR_NAMES = {
    "person": {ours: theirs for theirs, ours in _PERSON.items()},
    "relationships": {"note": "notes"},
    "episodes": {"headline": "note", "story": "note"},
}


def is_of_format(given: InputFile) -> bool:
    """Whether this is JSON that names that schema."""
    return given.text.lstrip().startswith("{") and bool(_SCHEMA_MARK.search(given.text))


def read(given: InputFile, today: date) -> Reading:
    """The history in it."""
    if given.is_large:
        return Reading(None, (Problem(given.name, "", "", words.TOO_LARGE, stops=True),))
    try:
        tree = strict_json.loads(given.text)
    except strict_json.JsonError as error:
        return Reading(None, (Problem(given.name, "", "", str(error), stops=True),))
    if not isinstance(tree, dict) or not isinstance(tree.get("relationships", []), list):
        return Reading(None, (Problem(given.name, "relationships", "", words.NOT_A_LIST, stops=True),))
    return build_history(given.name, _list_raw_entries(tree), today, _locate_field)


def describe_left_out(_: object) -> str:
    """Nothing is written, so nothing is left out."""
    return ""


def _list_raw_entries(tree: dict[str, Any]) -> Iterator[RawEntry]:
    yield RawEntry("person", "person", _rename_fields(tree.get("person", {}), _PERSON, "person"))
    sources = tree.get("sources", [])
    for place, source in enumerate(sources if isinstance(sources, list) else [sources]):
        yield RawEntry("sources", f"sources[{place}]", source)
    for place, bond in enumerate(tree.get("relationships", [])):
        where = f"relationships[{place}]"
        if not isinstance(bond, dict):
            yield RawEntry("relationships", where, bond)
            continue
        yield RawEntry("relationships", where, _read_relationship(bond))
        moments = bond.get("episodes", [])
        for number, moment in enumerate(moments if isinstance(moments, list) else [moments]):
            yield RawEntry(
                "episodes", f"{where}.episodes[{number}]", _read_episode(moment, bond.get("id"), number)
            )


def _read_relationship(told: dict[str, Any]) -> dict[str, Any]:
    fields: dict[str, Any] = _rename_fields(told, _BOND | _SPELL, "relationships")
    spell = {name: fields.pop(name) for name in _SPELL.values() if fields.get(name) is not None}
    reason = told.get("end_reason")
    if reason is not None:
        spell["ended"] = _END_REASONS.get(reason, reason) if isinstance(reason, str) else reason
    fields.pop("end", None)
    role = fields.get("role")
    if isinstance(role, str) and _RAISED_BY.fullmatch(re.split("[,;(]", role)[0].strip()):
        fields["caregiver"] = True
    return fields | {"spells": [spell]}


def _read_episode(told: Any, bond: Any, number: int) -> Any:
    if not isinstance(told, dict):
        return told
    fields = _rename_fields(told, _MOMENT, "episodes")
    note = fields.get("headline")
    if isinstance(note, str) and len(note) > HEADLINE_MAX:
        fields |= {"headline": first_words(note), "story": note}
    return fields | {"id": f"{bond}-{number + 1}", "relationship": bond}


def _rename_fields(told: Any, names: dict[str, str], kind: str) -> Any:
    """The fields by our names; those that are not kept left out, unknown ones as they are, to be said."""
    if not isinstance(told, dict):
        return told
    return {names.get(name, name): value for name, value in told.items() if name not in _NOT_KEPT[kind]}


def _locate_field(found: RawEntry, path: FieldPath) -> tuple[str, str]:
    """The place of a field by the names of that schema."""
    if path[0] == "spells" and len(path) > 2:
        return found.place, "end_reason" if path[2] == "ended" else str(path[2])
    return found.place, format_json_path(
        (_THEIR_NAMES.get(found.kind, {}).get(str(path[0]), path[0]), *path[1:])
    )
