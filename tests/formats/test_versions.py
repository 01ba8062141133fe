"""Our own JSON in every version that was ever written: read for ever; a newer one refused as a whole."""

import json
from pathlib import Path

import pytest

from models.history import OLDER_SCHEMAS, SCHEMA, History
from tests.histories import TODAY
from tests.storage.crash.journey import build_full_history
from timeline import formats

STORED = Path(__file__).with_name("stored")


def read_stored_file(schema: str) -> bytes:
    """The file of that version, as it was written then."""
    return (STORED / f"{schema.replace('/', '-')}.json").read_bytes()


@pytest.mark.parametrize("schema", [*OLDER_SCHEMAS, SCHEMA])
def test_a_file_of_every_version_is_read_whole(schema: str) -> None:
    content = read_stored_file(schema)
    history, problems = formats.read("mine.json", content, TODAY)
    assert problems == ()
    assert history is not None
    written = json.loads(formats.write(history, "json"))
    assert written == json.loads(content) | {"schema": SCHEMA}  # every field of it is there, and no other


def test_the_file_of_this_version_holds_every_field() -> None:
    """Or a field could be given up without a test that says so."""
    assert formats.read("mine.json", read_stored_file(SCHEMA), TODAY).history == build_full_history("Robin")


def test_what_the_first_version_could_not_say_is_as_it_comes() -> None:
    history = formats.read("mine.json", read_stored_file("attachment-timeline/1"), TODAY).history
    assert history is not None
    assert history.relationships[0].spells[0].kind is None
    assert history.relationships[0].day_entered is None
    assert history.to_place == ()
    assert history.share_plans[0].contacts == ()
    assert history.asked[0].answer is None


@pytest.mark.parametrize(
    ("schema", "says"),
    [
        (
            "attachment-timeline/3",
            ("newer version", "attachment-timeline/3", SCHEMA, "Get the newest"),
        ),
        ("attachment-timeline/12", ("newer version", "attachment-timeline/12", SCHEMA)),
        ("attachment-timeline/0", ("does not know", "attachment-timeline/0", SCHEMA)),
        ("attachment-timeline/two", ("does not know", "attachment-timeline/two", SCHEMA)),
    ],
)
def test_of_any_other_version_nothing_is_taken(schema: str, says: tuple[str, ...]) -> None:
    """Not even where every field happens to fit."""
    content = json.dumps(json.loads(read_stored_file(SCHEMA)) | {"schema": schema}).encode()
    history, problems = formats.read("mine.json", content, TODAY)
    assert history is None
    [problem] = problems
    assert problem.stops
    assert all(part in problem.says for part in says)


def test_a_field_of_a_later_version_is_said_and_costs_no_other() -> None:
    tree = json.loads(formats.write(build_full_history("Robin"), "json"))
    tree["episodes"][0]["weather"] = "rain"
    history, problems = formats.read("mine.json", json.dumps(tree).encode(), TODAY)
    assert history == build_full_history("Robin")
    assert [(one.row, one.column) for one in problems] == [("episodes[0]", "weather")]


def test_a_history_writes_this_version() -> None:
    assert json.loads(formats.write(History(), "json")) == {"schema": SCHEMA}
