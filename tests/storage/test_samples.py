"""The samples read as the lives they tell of: whole, sourced, and with nothing of the program's own added."""

import re
from datetime import date

import pytest

from models.history import History
from models.tags import TAGS
from timeline import formats
from timeline.formats.kinds.csv import ROW_TYPES
from timeline.messages.command import ENDED_BY_SUICIDE
from timeline.storage.samples import ALL_SAMPLES, DEFAULT_SAMPLE, Sample, find_sample, read
from timeline.system import files
from timeline.system.paths import SAMPLES

TODAY = date(2026, 1, 1)


@pytest.fixture(params=ALL_SAMPLES, ids=[sample.key for sample in ALL_SAMPLES])
def sample(request: pytest.FixtureRequest) -> Sample:
    return request.param  # type: ignore[no-any-return]


@pytest.fixture
def life(sample: Sample) -> History:
    return read(sample, TODAY)


def test_the_first_is_andersen() -> None:
    assert DEFAULT_SAMPLE.key == "andersen"
    assert not any(sample.ended_by_suicide for sample in ALL_SAMPLES if sample.key != "vangogh")
    assert find_sample("vangogh").ended_by_suicide
    assert ENDED_BY_SUICIDE == "This life ended by suicide."


def test_a_sample_has_no_problem_and_is_as_we_write_it(sample: Sample) -> None:
    content = files.read_whole_file(SAMPLES / sample.file)
    reading = formats.read(sample.file, content, TODAY)
    assert reading.problems == ()
    assert reading.history is not None
    assert formats.write(reading.history, "json") == content


def test_a_life_is_over_and_everything_lies_in_it(sample: Sample, life: History) -> None:
    assert life.person.name == sample.person_name
    assert life.birth is not None
    end = life.last_day(TODAY)
    assert end < date(1900, 1, 1)
    for moment in life.episodes:
        days = life.span(moment.when, TODAY)
        assert days is not None
        assert life.birth.first <= days.first <= end


def test_it_is_rich_enough_to_look_at(life: History) -> None:
    assert len(life.relationships) == 14
    assert len(life.episodes) >= 39
    assert len({bond.kind for bond in life.relationships}) == 4
    used = {tag for moment in life.episodes for tag in moment.tags}
    assert life.vocabulary.sides_of(used) == {"painful", "caring"}
    assert len(life.landmarks) >= 4


def test_every_moment_says_where_it_is_told(life: History) -> None:
    known = {source.id for source in life.sources}
    for moment in life.episodes:
        assert moment.source
        cited = set(re.findall(r"S\d+", moment.source))
        assert cited <= known
        assert cited or moment.source.startswith("general knowledge")


def test_caregivers_are_those_who_raised_the_writer(life: History) -> None:
    roles = [bond.role for bond in life.relationships if bond.caregiver]
    assert set(roles) <= {"father", "mother", "aunt, housekeeper"}
    assert {"father", "mother"} <= set(roles)


def test_nothing_is_said_in_their_name(life: History) -> None:
    """A biography holds what happened; what only the writer could say is left empty."""
    empty = History()
    told = {"person", "sources", "landmarks", "relationships", "episodes"}
    for kind in set(History.model_fields) - told:
        assert getattr(life, kind) == getattr(empty, kind)
    for moment in life.episodes:
        assert (moment.now, moment.hoped_for, moment.i_responded, moment.for_therapist) == (
            None,
            (),
            (),
            False,
        )


def test_andersens_unreciprocated_thread_begins_with_riborg_voigt() -> None:
    life = read(DEFAULT_SAMPLE, TODAY)
    thread = [moment for moment in life.episodes if "unreciprocated" in moment.tags]
    thread.sort(key=lambda moment: life.span(moment.when, TODAY) or (TODAY, TODAY))
    names = [life.by_id[moment.relationship].name for moment in thread]
    in_order = ["Riborg Voigt", "Edvard Collin", "Louise Collin", "Jenny Lind", "Harald Scharff"]
    assert list(dict.fromkeys(names)) == in_order


def test_the_small_table_shows_every_type_of_row_and_how_to_fill_it() -> None:
    content = files.read_whole_file(SAMPLES / "small.csv")
    reading = formats.read("small.csv", content, TODAY)
    assert reading.problems == ()
    history = reading.history
    assert history is not None
    rows = content.decode("ascii").splitlines()[1:]
    assert {row.split(",")[0] for row in rows} == set(ROW_TYPES)
    assert len(history.relationships) == 4
    forms = {moment.when.form for moment in history.episodes}
    assert forms >= {"age", "year", "season", "unknown"}
    assert history.vocabulary.sides_of(t for m in history.episodes for t in m.tags) == {"painful", "caring"}
    own = {tag.id for tag in history.own_tags}
    assert own & {tag for moment in history.episodes for tag in moment.tags}
    assert not own & {tag.key for tag in TAGS}
    assert any(len(bond.spells) > 1 for bond in history.relationships)
