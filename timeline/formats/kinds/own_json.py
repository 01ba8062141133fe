"""attachment-timeline/2: all a history holds, as JSON; read and written again, it is the same bytes.

Older versions are read for ever; of a newer one nothing is taken, since half of it would be worse than none.
"""

import json
import re
from collections.abc import Iterator
from datetime import date
from typing import Any

from models.history import COLLECTIONS, OLDER_SCHEMAS, SCHEMA, SINGLES, History
from models.reading import Problem, Reading
from timeline.formats.reading import strict_json
from timeline.formats.reading.history_builder import RawEntry, build_history
from timeline.formats.reading.input_file import InputFile
from timeline.messages import formats as words
from timeline.messages import problem_sentences as says

NAME = SCHEMA
FILE_EXTENSION = "json"
_SCHEMA_MARK = re.compile(r'"schema"\s*:\s*"attachment-timeline/')


def is_of_format(given: InputFile) -> bool:
    """Whether this is JSON that names our schema, in this version or another."""
    return given.text.lstrip().startswith("{") and bool(_SCHEMA_MARK.search(given.text))


def read(given: InputFile, today: date) -> Reading:
    """The history in it: whatever size, since it is the person's own."""
    try:
        tree = strict_json.loads(given.text)
    except strict_json.JsonError as error:
        return Reading(None, (Problem(given.name, "", "", str(error), stops=True),))
    version = tree.pop("schema", None) if isinstance(tree, dict) else None
    if not isinstance(tree, dict) or version not in (SCHEMA, *OLDER_SCHEMAS):
        says_why = words.explain_other_version(str(version), SCHEMA, is_newer=_is_newer(version))
        return Reading(None, (Problem(given.name, "", "schema", says_why, stops=True),))
    problems = []
    if unknown := [key for key in tree if key not in SINGLES and key not in COLLECTIONS]:
        known = (*SINGLES, *COLLECTIONS)
        problems.append(Problem(given.name, "", unknown[0][:80], says.unknown_fields(unknown, known)))
    no_lists = (kind for kind in COLLECTIONS if not isinstance(tree.get(kind, []), list))
    problems.extend(Problem(given.name, kind, "", words.NOT_A_LIST) for kind in no_lists)
    reading = build_history(given.name, _list_raw_entries(tree), today)
    return reading._replace(problems=(*problems, *reading.problems))


def _is_newer(version: object) -> bool:
    """Whether this names a later version of our schema than the one written here."""
    numbers = [str(one).rpartition("/")[2] for one in (version, SCHEMA)]
    return numbers[0].isascii() and numbers[0].isdigit() and int(numbers[0][:9]) > int(numbers[1])


def write(history: History) -> bytes:
    """The history as UTF-8: fields in the order of the models, those left as they come left out."""
    told = history.model_dump(mode="json", exclude_defaults=True, by_alias=True)
    return (json.dumps({"schema": SCHEMA} | told, ensure_ascii=False, indent=1) + "\n").encode()


def describe_left_out(_: History) -> str:
    """Nothing is."""
    return ""


def _list_raw_entries(tree: dict[str, Any]) -> Iterator[RawEntry]:
    for kind, value in tree.items():
        if kind in SINGLES:
            yield RawEntry(kind, kind, value)
        elif kind in COLLECTIONS and isinstance(value, list):
            for place, entry in enumerate(value):
                yield RawEntry(kind, f"{kind}[{place}]", entry)
