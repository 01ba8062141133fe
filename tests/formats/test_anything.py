"""Whatever a file holds, reading ends in a history, in problems, or in one sentence; never in a traceback."""

import json
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from models.errors import UnknownFormat
from models.history import COLLECTIONS, SINGLES, History
from models.reading import Reading
from tests.formats.tables import HEADER, table
from tests.histories import TODAY, histories, texts
from timeline import formats
from timeline.formats.kinds.csv import COLUMNS, ROW_TYPES


def read(content: bytes) -> Reading | None:
    """What is read, None if no format knows it; and that it is sound."""
    try:
        reading = formats.read("mine", content, TODAY)
    except UnknownFormat:
        return None
    assert (reading.history is None) == any(problem.stops for problem in reading.problems)
    if reading.history:
        assert History.from_documents(reading.history.documents()) == reading.history
    for problem in reading.problems:
        assert problem.says.strip().endswith((".", "!", "?", "”", ")"))
        assert "pydantic" not in problem.says
        assert "Input should" not in problem.says
    return reading


@settings(deadline=None)
@given(st.binary(max_size=200))
def test_any_bytes(content: bytes) -> None:
    read(content)


_cell = texts | st.sampled_from(
    ["", "care", "4", "1990", "yes", "they left", '"', "family", "mum", *ROW_TYPES]
)


@settings(deadline=None)
@given(
    st.lists(st.dictionaries(st.sampled_from(COLUMNS), _cell, max_size=8), max_size=6),
    st.sampled_from(",;\t"),
)
def test_any_table(rows: list[dict[str, str]], separator: str) -> None:
    lines = [
        separator.join(COLUMNS),
        *(separator.join(row.get(name, "") for name in COLUMNS) for row in rows),
    ]
    assert read("\n".join(lines).encode()) is not None


@settings(deadline=None)
@given(st.text(st.sampled_from("\",;\n\r'= x4abc"), max_size=80))
def test_any_rows_under_our_columns(text: str) -> None:
    reading = read((HEADER + text).encode())
    assert reading is not None


_json = st.recursive(
    st.none()
    | st.booleans()
    | st.integers(-9, 2000)
    | st.floats(allow_nan=False, allow_infinity=False)
    | texts,
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(texts, inner, max_size=3),
    max_leaves=8,
)


@settings(deadline=None)
@given(
    st.dictionaries(
        st.sampled_from([*SINGLES, *COLLECTIONS]), _json | st.lists(_json, max_size=3), max_size=5
    )
)
def test_any_json_under_our_schema(tree: dict[str, Any]) -> None:
    assert read(json.dumps({"schema": "attachment-timeline/2"} | tree).encode()) is not None


@settings(deadline=None, max_examples=40)
@given(histories(), st.data())
def test_a_history_with_one_value_exchanged(history: History, data: st.DataObject) -> None:
    """Whatever a single value is exchanged for, all that is not about it is still there."""
    tree = json.loads(formats.write(history, "json"))
    del tree["schema"]
    where = data.draw(st.sampled_from([*_places(tree)] or [("person",)]))
    holder = tree
    for step in where[:-1]:
        holder = holder[step]
    holder[where[-1]] = data.draw(_json)
    reading = read(json.dumps({"schema": "attachment-timeline/2"} | tree).encode())
    assert reading is not None
    assert reading.history is not None
    touched = {
        "own_tags": ("own_tags", "relationships", "episodes"),
        "episodes": ("episodes", "relationships"),
    }
    for kind in {*COLLECTIONS} - {*touched.get(where[0], where[:1])}:
        assert getattr(reading.history, kind) == getattr(history, kind)


@settings(deadline=None, max_examples=60)
@given(histories(everything=False), st.data())
def test_a_file_cut_off_anywhere(history: History, data: st.DataObject) -> None:
    written = formats.write(history, data.draw(st.sampled_from(["json", "csv"])))
    read(written[: data.draw(st.integers(0, len(written)))])


@pytest.mark.torture
@settings(deadline=None, max_examples=20_000)
@given(
    st.binary(max_size=2000) | st.text(max_size=500).map(lambda text: table(text).encode("utf-8", "replace"))
)
def test_any_bytes_at_length(content: bytes) -> None:
    read(content)


def _places(value: Any, way: tuple[Any, ...] = ()) -> Any:
    inner = value.items() if isinstance(value, dict) else enumerate(value) if isinstance(value, list) else ()
    for step, each in inner:
        yield (*way, step)
        yield from _places(each, (*way, step))
