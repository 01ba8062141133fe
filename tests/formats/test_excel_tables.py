"""Our table as Excel saves it in any country: letters, separators, days and yes are read or asked about."""

import json
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from models.history import History
from models.reading import FileAnswers, Problem
from tests.formats.tables import HEADER, MOMENT, row, table
from tests.histories import TODAY
from timeline import formats
from timeline.formats.reading.date_order import read_excel_number, settle_date_order

SAMPLES = Path(__file__).with_name("imports")
WINDOWS = FileAnswers(encoding="cp1252")


def read_sample(
    name: str,
    answers: FileAnswers = FileAnswers(),  # noqa: B008 - a frozen value
) -> tuple[History, tuple[Problem, ...]]:
    reading = formats.read(name, (SAMPLES / name).read_bytes(), TODAY, answers)
    assert reading.history is not None
    return reading.history, reading.problems


def first_days(history: History) -> list[str]:
    """The first day each date of a moment or a spell means, in the order of the file."""
    dates = [spell.start for bond in history.relationships for spell in bond.spells]
    dates += [moment.when for moment in history.episodes]
    days = [when.days(history.birth, TODAY) for when in dates if when]
    return [str(day.first) for day in days if day]


TABLES = sorted(file.name for file in SAMPLES.glob("table_*") if not file.name.endswith(".json"))


@pytest.mark.parametrize("name", TABLES)
def test_a_table_of_excel_reads_as_its_expected_reading_says(name: str) -> None:
    expected = json.loads((SAMPLES / f"{name}.expected.json").read_text("utf-8"))
    history, problems = read_sample(name, WINDOWS if "cp1252" in name else FileAnswers())
    assert history.person.name == expected["person"]["name"]
    assert str(history.birth and history.birth.first) == expected["person"]["birth"]
    assert [bond.name for bond in history.relationships] == expected["names"]
    assert {bond.id: bond.caregiver for bond in history.relationships} == {"m": True, "e": False}
    assert len(history.episodes) == expected["moments"]
    assert {*expected["dates"].values()} <= {*first_days(history)}
    assert [problem.is_notice for problem in problems] == [True]
    assert "can be one day only" in problems[0].says
    assert "\n" in history.episodes[2].story
    assert [moment.intensity for moment in history.episodes] == [4, 3, 5, 4]


@pytest.mark.parametrize("name", ["01_german_excel_cp1252.csv", "01_german_excel_utf8bom.csv"])
def test_a_german_table_is_read_whole(name: str) -> None:
    history, problems = read_sample(name, WINDOWS if "cp1252" in name else FileAnswers())
    assert [problem.says for problem in problems if not problem.is_notice] == []
    assert history.person.name == "Jörg"
    assert history.relationships[0].caregiver
    assert first_days(history) == ["1984-05-12", "2004-04-03", "2006-11-15", "1991-06-05"]
    assert history.episodes[1].headline == "Niemand holte mich ab; ich wartete bis es dunkel war"


def test_the_letters_of_a_german_table_are_asked_about_before_anything_is_taken() -> None:
    content = (SAMPLES / "01_german_excel_cp1252.csv").read_bytes()
    reading = formats.read("mine.csv", content, TODAY)
    assert reading.history is None
    assert "“Jörg”" in reading.problems[0].says
    assert reading.problems[0].question is not None


def test_dates_excel_rewrote_are_named_and_never_read_in_two_orders() -> None:
    history, problems = read_sample("04_excel_rewrote_dates.csv")
    says = {problem.row: problem.says for problem in problems}
    assert "13/06/1994" in says[""]
    assert "12.13.1994" in says[""]
    assert "the number Excel keeps for a day, which would be 1994-06-12" in says["6"]
    assert "can be 1994-12-06 or 1994-06-12" in says["11"]
    question = next(problem.question for problem in problems if problem.row == "11")
    assert question is not None
    assert question.choices == ("1994-06-12", "1994-12-06")
    assert [moment.headline for moment in history.episodes] == list("abcdefghi")
    answered, _ = read_sample("04_excel_rewrote_dates.csv", FileAnswers(day_first=True))
    assert answered.episodes[7].when.as_written == "1994-06-12 (12.06.1994)"


def test_two_people_of_one_name_stay_two_and_their_moments_are_with_nobody() -> None:
    history, problems = read_sample("06_two_people_one_name.csv")
    assert [(bond.name, bond.role) for bond in history.relationships] == [
        ("Anna", "from school"),
        ("Anna", "from work"),
    ]
    assert history.episodes == ()
    assert [(entry.words, entry.when.as_written) for entry in history.to_place] == [
        ("She shared her lunch", "1994"),
        ("She did not come", "2011"),
    ]
    assert ["more than one" in problem.says for problem in problems] == [True, True]


def test_the_order_of_the_rows_makes_no_difference() -> None:
    first, *rows = (SAMPLES / "06_two_people_one_name.csv").read_text("utf-8-sig").splitlines()
    readings = [
        formats.read("x", "\n".join([first, *order]).encode(), TODAY).history for order in (rows, rows[::-1])
    ]
    assert readings[0] is not None
    assert readings[1] is not None
    for kind in ("relationships", "to_place"):
        assert {*getattr(readings[0], kind)} == {*getattr(readings[1], kind)}


def test_what_a_moment_set_aside_cannot_keep_is_named() -> None:
    other = row({"type": "relationship", "id": "mum2", "name": "Mum", "kind": "family"})
    content = table(other, row(MOMENT | {"relationship": "Mum", "story": "Long ago."}))
    reading = formats.read("x", content.encode(), TODAY)
    assert reading.history is not None
    (entry,) = reading.history.to_place
    assert (entry.id, entry.words, entry.labels) == ("e1", "First day at school\n\nLong ago.", ("care",))
    assert "without: intensity" in reading.problems[0].says


def test_a_name_is_one_however_its_letters_are_composed() -> None:
    history, problems = read_sample("08_name_in_nfd.csv")
    assert len(history.relationships) == 1
    assert len({moment.relationship for moment in history.episodes}) == 1
    assert [(problem.row, problem.is_notice) for problem in problems] == [("6", True)]


def test_names_that_look_like_nothing_are_names() -> None:
    history, problems = read_sample("05_names_na_null.csv")
    assert [bond.name for bond in history.relationships] == ["NA", "None", "Null", "True", "-"]
    assert [moment.headline for moment in history.episodes] == ["None", "NaN", "-"]
    assert problems == ()


def test_a_near_name_is_not_taken_where_two_are_as_near() -> None:
    two = row({"type": "relationship", "name": "Zoé"}) + row({"type": "relationship", "name": "Zoë"})
    reading = formats.read("x", (HEADER + two + row(relationship="Zoe")).encode(), TODAY)
    assert reading.history is not None
    assert [bond.name for bond in reading.history.relationships] == ["Zoé", "Zoë", "Zoe"]


def test_a_date_with_slashes_alone_is_asked_about() -> None:
    reading = formats.read("x", table(row(when="05/06/1990")).encode(), TODAY)
    (problem,) = reading.problems
    assert problem.question is not None
    assert (problem.question.what, problem.question.choices) == ("day_first", ("1990-06-05", "1990-05-06"))


@pytest.mark.parametrize(
    ("cells", "answer", "cell", "read"),
    [
        (["05.06.1990"], None, "05.06.1990", "1990-06-05 (05.06.1990)"),
        (["05.06.1990"], False, "05.06.1990", "1990-05-06 (05.06.1990)"),
        (["05/06/1990", "12/25/2004"], None, "05/06/1990", "1990-05-06 (05/06/1990)"),
        (["05/06/1990", "25/12/2004"], None, "05/06/1990", "1990-06-05 (05/06/1990)"),
        (["05.06.1990", "12/25/2004"], None, "05.06.1990", "1990-05-06 (05.06.1990)"),
        (["05/06/1990", "05.06.1990"], None, "05/06/1990", "05/06/1990"),
        (["05/06/1990", "25/12/2004", "12/25/2004"], None, "05/06/1990", "05/06/1990"),
        (["25-12-2004"], None, "25-12-2004", "2004-12-25 (25-12-2004)"),
        (["06/06/1990"], None, "06/06/1990", "06/06/1990"),
        (["45/46/1990"], None, "45/46/1990", "45/46/1990"),
        (["summer 1990"], True, "summer 1990", "summer 1990"),
    ],
)  # fmt: skip
def test_one_order_holds_for_a_table(cells: list[str], answer: bool | None, cell: str, read: str) -> None:
    assert settle_date_order(cells, answer).read_cell(cell) == read


@pytest.mark.parametrize(
    ("cell", "day"),
    [
        ("34497", "1994-06-12"),
        ("34497,0", "1994-06-12"),
        ("1994", ""),
        ("9999", ""),
        ("80000", ""),
        ("x", ""),
    ],
)
def test_the_day_numbers_of_excel_are_known(cell: str, day: str) -> None:
    assert read_excel_number(cell) == day


@pytest.mark.parametrize(
    ("cell", "kept"), [("ja", True), ("Oui", True), ("WAHR", True), ("FAUX", False), ("nein", False)]
)
def test_yes_and_no_are_read_as_excel_says_them(cell: str, kept: bool) -> None:
    content = f"type,name,kind,caregiver\nrelationship,Mum,family,{cell}\n"
    reading = formats.read("x", content.encode(), TODAY)
    assert reading.history is not None
    assert (reading.history.relationships[0].caregiver, reading.problems) == (kept, ())


_days = st.tuples(st.integers(1, 31), st.sampled_from("/.-"), st.integers(1, 31), st.integers(1900, 2020))


@settings(deadline=None)
@given(
    st.lists(_days.map(lambda d: f"{d[0]}{d[1]}{d[2]}{d[1]}{d[3]}"), max_size=6),
    st.sampled_from([None, True, False]),
)
def test_any_dates_come_in_one_order(cells: list[str], answer: bool | None) -> None:
    order = settle_date_order(cells, answer)
    for cell in cells:
        read = order.read_cell(cell)
        one, two, year = cell.replace(".", "/").replace("-", "/").split("/")
        if read != cell:
            day, month = int(read[8:10]), int(read[5:7])
            assert sorted([day, month]) == sorted([int(one), int(two)])
            if int(one) <= 12 and int(two) <= 12:
                assert (day == int(one)) == bool(order.day_first) or one == two
            assert read.startswith(year)
