"""JSON as it comes: what is wrong with the whole stops it, what is wrong with an entry costs that entry."""

import json
from collections.abc import Callable
from typing import Any

import pytest

from models.errors import UnknownFormat
from models.history import History
from tests.formats.tables import headlines, read, read_with_problems
from tests.histories import TODAY
from timeline import formats

SCHEMA = "attachment-timeline/2"
MUM = {"id": "mum", "name": "Mum", "kind": "family"}
MOMENT = {"id": "e1", "relationship": "mum", "headline": "First day", "when": "1994", "intensity": 4}
SECOND_MOMENT = {"id": "e2", "relationship": "mum", "headline": "Second"}


def build_json_history(**kinds: Any) -> str:
    return json.dumps({"schema": SCHEMA, "relationships": [MUM]} | kinds)


def build_json_with_moment(**fields: Any) -> str:
    """A history with a moment like that, these fields instead, and a second moment with nothing wrong."""
    return build_json_history(episodes=[MOMENT | fields, SECOND_MOMENT])


SCHEMA_OPENING = '{"schema": "attachment-timeline/2", '
WHOLE_FILE_ERRORS = [
    ("the end is missing", SCHEMA_OPENING + '"episodes": [{"id": "1"', "ends too early"),
    ("the end of a text is missing", SCHEMA_OPENING + '"episodes": [{"id": "1', "ends too early"),
    ("a comma too many", SCHEMA_OPENING + '"episodes": [1,]}', "Line 1, column 5"),
    ("a comma too few", SCHEMA_OPENING + '\n"a": 1\n"b": 2}', "Line 3, column 1"),
    ("NaN", SCHEMA_OPENING + '"settings": {"half_life": NaN}}', "“NaN”"),
    ("Infinity", SCHEMA_OPENING + '"x": -Infinity}', "“-Infinity”"),
    ("more than any number", SCHEMA_OPENING + '"settings": {"half_life": 1e999}}', "“1e999”"),
    ("a number of 5,000 digits", SCHEMA_OPENING + '"x": ' + "9" * 5000 + "}", "5,000 digits"),
    ("a doubled field", SCHEMA_OPENING + '"person": {"name": "a", "name": "b"}}', "“name”"),
    (
        "a doubled field of an entry",
        SCHEMA_OPENING + '"episodes": [{"id": "e7", "now": 1, "now": 2}]}',
        "“e7”",
    ),
    ("nested too deeply", SCHEMA_OPENING + '"x": ' + "[" * 40 + "]" * 40 + "}", "nested too deeply"),
    ("nested endlessly", SCHEMA_OPENING + '"x": ' + "[" * 100_000 + "]" * 100_000 + "}", "nested too deeply"),
    ("something after the end", SCHEMA_OPENING + '"episodes": []} []', "after the end"),
    ("a newer version", '{"schema": "attachment-timeline/3", "episodes": []}', "newer version"),
    ("an unknown version", '{"schema": "attachment-timeline/0", "episodes": []}', "does not know"),
]


@pytest.mark.parametrize(
    ("text", "sentence"),
    [case[1:] for case in WHOLE_FILE_ERRORS],
    ids=[case[0] for case in WHOLE_FILE_ERRORS],
)
def test_what_is_wrong_with_the_whole_stops_it(text: str, sentence: str) -> None:
    reading = read(text, "mine.json")
    assert reading.history is None
    assert [problem.stops for problem in reading.problems] == [True]
    assert sentence in reading.problems[0].says
    assert len(reading.problems[0].says) < 300


FOREIGN_FILES = [
    ("{}", "its version is missing"),
    ("[]", "its version is missing"),
    ('{"format": "google-timeline", "events": []}', "JSON of another program"),
    ('{"events": [1,]}', "Line 1, column 1"),
    (lambda: "[" * 100_000 + "]" * 100_000, "nested too deeply"),
    ('{"events": [{"intensity": NaN}]}', "“NaN”"),
    (lambda: " " * 21_000_000 + "{}", "20 MB"),
    (lambda: "{" + ",".join(f'"k{n}":1' for n in range(200_000)) + "}", "its version is missing"),
]


@pytest.mark.parametrize(("text", "sentence"), FOREIGN_FILES, ids=range(len(FOREIGN_FILES)))
def test_json_of_others_is_told_apart(text: str | Callable[[], str], sentence: str) -> None:
    with pytest.raises(UnknownFormat) as refused:
        read(text if isinstance(text, str) else text(), "mine.json")
    assert str(refused.value).startswith("“mine.json” ")
    assert sentence in str(refused.value)


FIELD_ERRORS = [
    # field, value, column, sentence
    ("intensity", 6, "intensity", "“6” is above 5"),
    ("intensity", 0, "intensity", "“0” is below 1"),
    ("intensity", True, "intensity", "“true” is not a whole number"),
    ("intensity", 4.0, "intensity", "is not a whole number"),
    ("intensity", 4.5, "intensity", "is not a whole number"),
    ("intensity", "4", "intensity", "is not a whole number"),
    ("intensity", 10**25, "intensity", "is above 5"),
    ("intensity", [], "intensity", "A list is not a whole number"),
    ("when", 1994, "when", "“1994” is not text"),
    ("when", "05/06/1990", "when", "1990-05-06 or 1990-06-05"),
    ("when", {"year": 1990}, "when", "A group of fields is not text"),
    ("tags", "care", "tags", "is not a list"),
    ("tags", ["neglct"], "tags[0]", "Nearest: neglect"),
    ("tags", ["care", 7], "tags[1]", "“7” is not text"),
    ("tags", [None], "tags[0]", "An empty value is not text"),
    ("direction", "sideways", "direction", "not one of: received, given, mutual"),
    ("for_therapist", "yes", "for_therapist", "neither yes nor no"),
    ("for_therapist", 1, "for_therapist", "neither yes nor no"),
    ("mood", "blue", "mood", "“mood” is not known here"),
    ("headlin", "x", "headlin", "Nearest: headline"),
    ("story", "A" * 10_000_000, "story", "10,000,000 characters long"),
    ("story", "a\x00b", "story", "NUL"),
    ("hoped_for", ["\ud800", "be safe"], "hoped_for[0]", "lone surrogate"),
    ("hoped_for", ["x" * 141, "be safe"], "hoped_for[0]", "141 characters"),
    ("parent", "e1", "parent", "is not known here"),
]


@pytest.mark.parametrize(
    ("field", "value", "column", "sentence"),
    FIELD_ERRORS,
    ids=[f"{case[0]}={str(case[1])[:12]!a}" for case in FIELD_ERRORS],
)
def test_a_bad_field_is_told_and_the_rest_kept(field: str, value: Any, column: str, sentence: str) -> None:
    history, problems = read_with_problems(build_json_with_moment(**{field: value}), "mine.json")
    assert [(problem.row, problem.column) for problem in problems] == [("episodes[0]", column)]
    assert sentence in problems[0].says
    assert len(problems[0].says) < 400
    assert headlines(history) == ["First day", "Second"]
    if field == "hoped_for":
        assert history.episodes[0].hoped_for == ("be safe",)


@pytest.mark.parametrize("headline", [["a", {"b": None}], None, "", 7, "a\ud800"])
def test_a_moment_without_a_headline_is_left_out(headline: Any) -> None:
    history, problems = read_with_problems(build_json_with_moment(headline=headline), "mine.json")
    assert headlines(history) == ["Second"]
    assert [(problem.row, problem.column) for problem in problems] == [("episodes[0]", "headline")]
    assert problems[0].says.endswith("This entry is left out.")


def test_a_long_headline_becomes_the_story() -> None:
    long = "word " * 60
    history, problems = read_with_problems(
        build_json_with_moment(headline=long, story="And more."), "mine.json"
    )
    first = history.episodes[0]
    assert (len(problems), first.story) == (1, f"{long}\n\nAnd more.")
    assert first.headline.endswith("word…")
    assert len(first.headline) <= 140


@pytest.mark.parametrize("entry", [None, 7, "e1", []])
def test_an_entry_that_is_none_is_told(entry: Any) -> None:
    history, problems = read_with_problems(build_json_history(episodes=[SECOND_MOMENT, entry]), "mine.json")
    assert headlines(history) == ["Second"]
    assert [problem.row for problem in problems] == ["episodes[1]"]


@pytest.mark.parametrize("entries", [{"a": 1}, "x", None, 7])
def test_entries_that_are_no_list_are_told(entries: Any) -> None:
    history, problems = read_with_problems(
        build_json_history(episodes=entries, strengths=[{"id": "s", "text": "I listen"}]), "mine.json"
    )
    assert (history.episodes, len(history.strengths)) == ((), 1)
    assert problems[0].row == "episodes"


def test_unknown_kinds_are_named_and_a_million_of_them_counted() -> None:
    history, problems = read_with_problems(
        build_json_history(epizodes=[], episodes=[SECOND_MOMENT]), "mine.json"
    )
    assert headlines(history) == ["Second"]
    assert "Nearest: episodes" in problems[0].says
    many = {f"k{n}": 1 for n in range(100_000)}
    _, problems = read_with_problems(build_json_history(**many), "mine.json")
    assert len(problems) == 1
    assert "99,997 more" in problems[0].says
    _, problems = read_with_problems(build_json_with_moment(**many), "mine.json")
    assert len(problems) == 1
    assert "99,997 more" in problems[0].says


def test_a_dangling_relationship_is_named_and_its_moments_kept() -> None:
    history, problems = read_with_problems(build_json_with_moment(relationship="no-such-person"), "mine.json")
    assert len(history.episodes) == 2
    assert (problems[0].row, problems[0].column) == ("episodes[0]", "relationship")
    assert "“no-such-person”" in problems[0].says


def test_a_doubled_id_names_the_first() -> None:
    history, problems = read_with_problems(
        build_json_history(episodes=[MOMENT, MOMENT | {"headline": "Other"}]), "mine.json"
    )
    assert headlines(history) == ["First day"]
    assert (problems[0].row, problems[0].column) == ("episodes[1]", "id")
    assert "episodes[0]" in problems[0].says


def test_one_bad_entry_costs_none_of_a_thousand() -> None:
    entries: list[Any] = [MOMENT | {"id": f"e{n}"} for n in range(1000)]
    entries[500] = {"id": "e500", "intensity": "?"}
    history, problems = read_with_problems(build_json_history(episodes=entries), "mine.json")
    assert len(history.episodes) == 999
    assert {problem.row for problem in problems} == {"episodes[500]"}


def test_a_doubled_wide_tag_and_two_words_for_one() -> None:
    wide = [
        {"tag": "warmth", "intensity": 3},
        {"tag": "care"},
        {"tag": "neglct"},
        {"tag": "joy"},
        {"tag": "joy"},
    ]
    mum = MUM | {"tags": wide, "spells": [{"start": "1990", "end": "1980"}, {"start": "x"}]}
    history, problems = read_with_problems(
        build_json_history(relationships=[mum], episodes=[MOMENT | {"tags": ["warmth", "care"]}]), "mine.json"
    )
    bond = history.relationships[0]
    assert [(tag.tag, tag.intensity) for tag in bond.tags] == [("care", 3), ("joy", None)]
    assert history.episodes[0].tags == ("care",)
    assert [spell.start.as_written for spell in bond.spells] == ["1990", "I don't know when"]
    assert [problem.column for problem in problems] == [
        "tags[2]", "tags[4]", "spells[0]", "spells[1].start",
    ]  # fmt: skip


def test_person_and_settings_keep_what_is_right() -> None:
    text = build_json_history(
        person={"name": "Robin", "birth": "before 1990", "until": "0700"},
        settings={"half_life": True, "axis": "year"},
    )
    history, problems = read_with_problems(text, "mine.json")
    assert (history.person.name, history.person.birth, history.settings.axis) == ("Robin", None, "year")
    assert [(problem.row, problem.column) for problem in problems] == [
        ("person", "birth"), ("person", "until"), ("settings", "half_life"),
    ]  # fmt: skip


def test_a_life_that_ends_before_it_begins_keeps_its_beginning() -> None:
    history, problems = read_with_problems(
        build_json_history(person={"birth": "1950", "until": "1940"}), "mine.json"
    )
    assert history.person.birth is not None
    assert history.person.until is None
    assert len(problems) == 1


def test_the_content_tells_the_format_and_not_the_name() -> None:
    assert read(build_json_with_moment(), "mine.csv").problems == ()
    assert read("\ufeff  \n" + build_json_with_moment(), "mine").history is not None
    history = read(build_json_with_moment()).history
    assert isinstance(history, History)
    assert formats.read("x.json", formats.write(history, "csv"), TODAY).history == history


@pytest.mark.parametrize("ending", ["docx", "json2", "JSON", "x" * 500])
def test_what_cannot_be_written_names_what_can(ending: str) -> None:
    with pytest.raises(UnknownFormat, match=r"There are: json, csv\.$"):
        formats.write(History(), ending)
    with pytest.raises(UnknownFormat, match="has to end with its format"):
        formats.write(History(), "")


QUESTION = {"id": "q", "on": "2026-01-01"}


@pytest.mark.parametrize(
    ("fields", "says"),
    [
        ({"form": "sequence"}, "has 2 or 3 tags, not 0. This entry is left out."),
        ({"form": "in_kind", "tags": ["loss"]}, "needs a kind of relationship. This entry is left out."),
        ({"form": "recurs", "kind": "family"}, "has one tag, not 0. This entry is left out."),
    ],
)
def test_a_question_that_is_not_whole_is_told_with_its_place(fields: dict[str, Any], says: str) -> None:
    whole = {"id": "r", "on": "2026-01-01", "form": "recurs", "tags": ["loss"]}
    reading = read(build_json_history(asked=[whole, QUESTION | fields]), "mine.json")
    [problem] = reading.problems
    assert (problem.row, problem.stops) == ("asked[1]", False)
    assert problem.says.endswith(says)
    assert reading.history
    assert [one.id for one in reading.history.asked] == ["r"]
