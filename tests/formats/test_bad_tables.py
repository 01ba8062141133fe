"""Tables as they come: each mistake is told with its row and column, and costs no other row."""

import pytest

from models.errors import UnknownFormat
from models.history import History
from tests.formats.tables import HEADER, RELATIONSHIP, headlines, read, read_with_problems, row, table

SECOND_ROW = row(id="e2", headline="Second")

CELLS = [
    # column, what stands there, what the sentence has to name
    ("intensity", "nan", "“nan” is not a whole number"),
    ("intensity", "NaN", "“NaN” is not a whole number"),
    ("intensity", "inf", "“inf” is not a whole number"),
    ("intensity", "1e309", "“1e309” is not a whole number"),
    ("intensity", "1e-400", "“1e-400” is not a whole number"),
    ("intensity", "-1", "“-1” is not a whole number"),
    ("intensity", "0", "“0” is below 1"),
    ("intensity", "6", "“6” is above 5"),
    ("intensity", "11", "“11” is above 5"),
    ("intensity", "4.5", "“4.5” is not a whole number"),
    ("intensity", "4,5", "“4,5” is not a whole number"),
    ("intensity", "1_0", "“1_0” is not a whole number"),
    ("intensity", "٤", "“٤” is not a whole number"),
    ("intensity", "４", "“４” is not a whole number"),
    ("intensity", "²", "“²” is not a whole number"),
    ("intensity", "0x0A", "“0x0A” is not a whole number"),
    ("intensity", "true", "“true” is not a whole number"),
    ("intensity", "five", "“five” is not a whole number"),
    ("intensity", "9" * 5000, "is not a whole number"),
    ("now", "-0", "“-0” is not a whole number"),
    ("now", "6", "“6” is above 5"),
    ("when", "0001-01-01", "1000"),
    ("when", "0752-09-05", "1000"),
    ("when", "-0044-03-15", "is not a date"),
    ("when", "1900-02-29", "February 1900 has 28 days"),
    ("when", "1990-13-01", "no month 13"),
    ("when", "1990-00-10", "no month 0"),
    ("when", "05/06/1990", "1990-05-06 or 1990-06-05"),
    ("when", "1990-06-15T24:00:00", "no hour 24"),
    ("when", "1990-W24-5", "1990-W24-5"),
    ("when", "１９９０", "１９９０"),
    ("when", "null", "null"),
    ("when", "today", "today"),
    ("when", "yesterday", "yesterday"),
    ("when", "2031-01-01", "has not come yet"),
    ("direction", "recieved", "Nearest: received"),
    ("tags", "abandonmnt", "Nearest: abandonment"),
    ("tags", "care; xyzzy", "“xyzzy” is not a tag"),
    ("tags", 'care; "open', "quotation mark"),
    ("tags", '"care" 4', "quotation mark"),
    ("headline", "x" * 141, "141 characters long"),
    ("story", "y" * 100_001, "100,001 characters long"),
    ("headline", "a\x00b", "NUL"),
    ("name", "Mum", "nothing in the column “name”"),
]


@pytest.mark.parametrize(("column", "cell", "sentence"), CELLS, ids=[f"{c}={v[:20]!a}" for c, v, _ in CELLS])
def test_a_bad_cell_is_told_and_costs_nothing_else(column: str, cell: str, sentence: str) -> None:
    history, problems = read_with_problems(table(row(**{column: cell}), SECOND_ROW))
    assert [(problem.source, problem.row, problem.column) for problem in problems] == [
        ("mine.csv", "3", column)
    ]
    assert sentence in problems[0].says
    assert len(problems[0].says) < 400
    assert not problems[0].stops
    assert history.episodes[-1].headline == "Second"
    if cell != "a\x00b":  # a moment stands on its headline
        assert len(history.episodes) == 2


@pytest.mark.parametrize(
    "when",
    ["1992-02-29", "2000-02-29", "1990-1-5", "1990-06", "13/06/1990", "6/13/1990", "summer 1990",
     "1990-06-15\u200b", " 1990-06-15 ", "1990-06-15T23:30:00+14:00", "age 7", "about 1994",
     "I don’t know when", ""],
)  # fmt: skip
def test_dates_that_can_be_read_are_kept_as_written(when: str) -> None:
    history, problems = read_with_problems(table(row(when=when)))
    assert problems == ()
    assert history.episodes[0].when.as_written == (when or "I don't know when")


@pytest.mark.parametrize(("cell", "kept"), [("5", 5), (" 5 ", 5), ("", None), ("1", 1)])
def test_an_empty_intensity_is_not_zero(cell: str, kept: int | None) -> None:
    history, problems = read_with_problems(table(row(intensity=cell)))
    assert (history.episodes[0].intensity, problems) == (kept, ())


def test_what_is_wrong_is_cut_to_eighty_characters() -> None:
    _, problems = read_with_problems(table(row(direction="canary" * 100)))
    assert "canary" in problems[0].says
    assert "canary" * 14 not in problems[0].says


# -- rows ------------------------------------------------------------------------------------------------


def test_a_header_alone_says_that_there_is_nothing() -> None:
    history, problems = read_with_problems(HEADER)
    assert history == History()
    assert "no row" in problems[0].says


@pytest.mark.parametrize("ends", ["\n", "\r\n", "\r"])
def test_any_line_end_will_do(ends: str) -> None:
    history, problems = read_with_problems(table(row(), SECOND_ROW).replace("\n", ends))
    assert (headlines(history), problems) == (["First day at school", "Second"], ())


def test_blank_lines_are_skipped_and_counted() -> None:
    text = HEADER + row(RELATIONSHIP) + "\r\n   \n" + ",,,\n" + row() + row(id="e2", intensity="x")
    history, problems = read_with_problems(text)
    assert len(history.episodes) == 2
    assert [problem.row for problem in problems] == ["7"]


def test_the_last_row_needs_no_line_end() -> None:
    assert len(read_with_problems(table(row()).rstrip("\n"))[0].episodes) == 1


@pytest.mark.parametrize("separator", [";", "\t", "|"])
def test_any_separator_will_do(separator: str) -> None:
    text = table(row(tags="care")).replace(",", separator)
    history, problems = read_with_problems(text)
    assert (headlines(history), problems) == (["First day at school"], ())
    if separator == ";":
        assert read_with_problems("sep=;\n" + text) == (history, ())
        assert read_with_problems("SEP=;\r\n" + text)[1] == ()


def test_a_short_row_is_told_and_kept() -> None:
    history, problems = read_with_problems(table("episode,e9,mum,,,1990,,,Only this far\n", row()))
    assert headlines(history) == ["Only this far", "First day at school"]
    assert [(problem.row, problem.column) for problem in problems] == [("3", "tags")]
    assert "9 cells" in problems[0].says


def test_a_row_with_an_unquoted_comma_is_left_out_with_a_hint() -> None:
    history, problems = read_with_problems(table(row().rstrip("\n") + ", b and c\n", SECOND_ROW))
    assert headlines(history) == ["Second"]
    assert problems[0].row == "3"
    assert "quotation marks" in problems[0].says


def test_empty_cells_past_the_last_column_are_no_mistake() -> None:
    assert read_with_problems(table(row().rstrip("\n") + ",,,\n"))[1] == ()


@pytest.mark.parametrize(
    "bad",
    ['episode,e9,mum,"open\n', 'episode,e9,mum,a "word" in it,"b"c\n', 'episode,e9,"mum"x,,,,,\n'],
)
def test_a_broken_quotation_mark_costs_its_own_line(bad: str) -> None:
    history, problems = read_with_problems(
        table(bad, *(row(id=f"e{n}", headline=f"Moment {n}") for n in range(50)))
    )
    assert len(history.episodes) == 50
    assert problems[0].row == "3"
    assert "quotation mark" in problems[0].says


def test_nothing_but_broken_quotation_marks_comes_to_an_end() -> None:
    history, problems = read_with_problems(table(*['episode,"open\n' for _ in range(19_000)]))
    assert len(history.relationships) == 1
    assert 1 < len(problems) < 50


def test_a_cell_longer_than_any_story_is_told() -> None:
    history, problems = read_with_problems(table(row(story="B" * 10_000_000), SECOND_ROW))
    assert headlines(history) == ["Second"]
    assert "100,000 characters" in problems[0].says


def test_too_many_rows_are_told_before_all_are_read() -> None:
    reading = read(table(*["episode,,mum,,,1990,,,x\n"] * 20_001))
    assert reading.history is None
    assert "20,000 rows" in reading.problems[0].says
    assert reading.problems[0].stops


def test_too_large_a_table_is_told_before_it_is_read() -> None:
    reading = read(table(*["episode,,mum,,,1990,,,x\n"] * 1_000_000))
    assert reading.history is None
    assert "20 MB" in reading.problems[0].says


def test_twenty_thousand_rows_are_read() -> None:
    text = table(*(f"episode,e{n},mum,,,1990,,,Moment {n},care,,3,,,\n" for n in range(19_999)))
    history, problems = read_with_problems(text)
    assert (len(history.episodes), problems) == (19_999, ())


# -- columns ---------------------------------------------------------------------------------------------


def test_a_doubled_column_is_named_and_nothing_read() -> None:
    reading = read(table(row(), header=HEADER.replace("name", "Headline")))
    assert reading.history is None
    assert (reading.problems[0].row, reading.problems[0].column) == ("1", "headline")


def test_columns_are_found_whatever_their_case_and_spaces() -> None:
    history, problems = read_with_problems(
        "\ufeff Type , NAME,Kind,On my mind,came-back\nrelationship,Mum,Family,yes,4\n"
    )
    assert problems == ()
    mum = history.relationships[0]
    assert (mum.id, mum.kind, mum.on_my_mind, mum.came_back) == ("Mum", "family", True, 4)


def test_an_unknown_column_is_named_as_plain_text_and_left_out() -> None:
    history, problems = read_with_problems(
        "=cmd|' /C calc'!A0,type,name,headlin,kind\nx,relationship,Mum,y,family\n"
    )
    assert len(history.relationships) == 1
    assert "=cmd|'_/c_calc'!a0" in problems[0].says
    history, problems = read_with_problems("type,name,headlin,kind\nrelationship,Mum,y,family\n")
    assert "Nearest: headline" in problems[0].says


def test_a_table_of_another_kind_is_told_with_its_columns() -> None:
    with pytest.raises(UnknownFormat, match=r"“=cmd\|' /C calc'!A0”, “title”, “start”"):
        read("=cmd|' /C calc'!A0,title,start\n1,x,1990-01-01\n")


def test_columns_may_be_few_and_in_any_order() -> None:
    history, problems = read_with_problems("headline,relationship,type\nWaited,Mum,episode\n,,\n")
    assert headlines(history) == ["Waited"]
    assert history.relationships[0].name == "Mum"
    assert "the id “Mum”" in problems[0].says


# -- what rows say of each other -------------------------------------------------------------------------


def test_a_doubled_id_names_both_rows() -> None:
    history, problems = read_with_problems(table(row(), row(headline="other")))
    assert headlines(history) == ["First day at school"]
    assert (problems[0].row, problems[0].column) == ("4", "id")
    assert "“e1” belongs to row 3" in problems[0].says


def test_a_row_of_no_known_type_names_the_nearest() -> None:
    history, problems = read_with_problems(table(row(type="epizode"), SECOND_ROW))
    assert headlines(history) == ["Second"]
    assert (problems[0].row, problems[0].column) == ("3", "type")
    assert "Nearest: episode" in problems[0].says


def test_moments_of_a_relationship_without_a_row_are_kept_under_its_name() -> None:
    history, problems = read_with_problems(
        table(
            row(relationship="no-such"), row(id="e2", relationship="no-such"), SECOND_ROW.replace("e2", "e3")
        )
    )
    assert len(history.episodes) == 3
    assert [bond.name for bond in history.relationships] == ["Mum", "no-such"]
    assert len(problems) == 1
    assert (problems[0].row, problems[0].column) == ("3", "relationship")
    assert "2 moments" in problems[0].says


def test_a_relationship_keeps_its_moments_whatever_is_wrong_with_it() -> None:
    bad = row(RELATIONSHIP, kind="mother", when="05/06/1990", id="m", name="M")
    history, problems = read_with_problems(HEADER + bad + row(relationship="m"))
    assert len(history.episodes) == 1
    assert history.relationships[0].kind == "other"
    assert sorted(problem.column for problem in problems) == ["kind", "when"]


def test_an_end_before_its_start_is_told_and_the_start_kept() -> None:
    history, problems = read_with_problems(HEADER + row(RELATIONSHIP, when="1995-01-01", until="1990-01-01"))
    spell = history.relationships[0].spells[0]
    assert (spell.start.as_written, spell.end) == ("1995-01-01", None)
    assert (problems[0].row, problems[0].column) == ("2", "until")
    assert "before it begins" in problems[0].says


def test_an_end_in_the_year_it_began_is_none_before_its_start() -> None:
    assert read_with_problems(HEADER + row(RELATIONSHIP, when="1995", until="1995-03-02"))[1] == ()


def test_a_relationship_is_found_by_its_name_too() -> None:
    history, problems = read_with_problems(table(row(relationship=" MUM ")))
    assert (history.episodes[0].relationship, problems) == ("mum", ())


def test_a_name_that_two_have_is_not_guessed() -> None:
    other = row(RELATIONSHIP, id="mum2", name="mum ")
    history, problems = read_with_problems(table(other, row(relationship="Mum")))
    assert [bond.id for bond in history.relationships] == ["mum", "mum2"]
    assert history.episodes == ()
    assert [entry.words for entry in history.to_place] == ["First day at school"]
    assert (problems[0].row, problems[0].column) == ("4", "relationship")


def test_a_spell_names_its_own_row() -> None:
    spell = {"type": "spell", "relationship": "mum", "when": "2010", "until": "05/06/2011"}
    history, problems = read_with_problems(
        table(row(), row(spell), row({"type": "spell", "relationship": "nobody"}))
    )
    assert [str(s.start.as_written) for s in history.relationships[0].spells] == ["1984", "2010"]
    assert [(problem.row, problem.column) for problem in problems] == [("4", "until"), ("5", "relationship")]


def test_a_second_person_is_told() -> None:
    me = row({"type": "person", "name": "Robin"})
    history, problems = read_with_problems(HEADER + me + me)
    assert history.person.name == "Robin"
    assert problems[0].row == "3"


def test_an_own_tag_cannot_take_the_name_of_a_shipped_one() -> None:
    history, problems = read_with_problems("type,id,name,side\ntag,abuse,abuse,caring\n")
    assert history.own_tags == ()
    assert (problems[0].row, problems[0].column) == ("2", "id")


def test_rows_without_an_id_get_the_same_one_each_time() -> None:
    one, _ = read_with_problems(table(row(id=""), row(id="", headline="other")))
    other, _ = read_with_problems(table(row(id="e0"), row(id="", headline="other"), row(id="")))
    assert {moment.id for moment in one.episodes} <= {moment.id for moment in other.episodes}


def test_tags_by_label_alias_and_own_name() -> None:
    text = (
        "type,id,relationship,name,kind,side,headline,tags\n"
        "relationship,mum,,Mum,family,,,Carrying too much 4; warmth\n"
        'episode,e1,mum,,,,One,"unrequited, Too Loud"\n'
        "tag,t1,,too loud,,painful,,\n"
    )
    history, problems = read_with_problems(text)
    assert problems == ()
    assert [(wide.tag, wide.intensity) for wide in history.relationships[0].tags] == [
        ("burden", 4),
        ("care", None),
    ]
    assert history.episodes[0].tags == ("unreciprocated", "t1")


def test_an_unknown_tag_leaves_the_rest_of_the_row() -> None:
    history, problems = read_with_problems(table(row(tags="neglct; care")))
    assert history.episodes[0].tags == ("care",)
    assert "Nearest: neglect" in problems[0].says
    assert problems[0].column == "tags"


def test_a_moment_may_be_called_one() -> None:
    assert read_with_problems(table(row(type="Moment")))[1] == ()


def test_problems_come_in_the_order_of_the_file() -> None:
    text = table(row(intensity="x"), row(type="?"), row(id="e3", relationship="q"), row(id="e4", when="?!"))
    assert [problem.row for problem in read_with_problems(text)[1]] == ["3", "4", "5", "6"]
