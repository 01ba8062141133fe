"""Diaries of other programs: own words and days come, to be placed; no feeling and no person is made up."""

import base64
import json
from pathlib import Path
from time import process_time
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from models.errors import UnknownFormat
from models.history import History
from models.reading import FileAnswers, Problem
from tests.formats.test_zip_files import pack
from tests.histories import TODAY, texts
from timeline import formats

SAMPLES = Path(__file__).with_name("imports")
DIARIES = (
    "backup.daylio", "daylio.csv", "dayone.json", "dayone.zip", "diary.txt", "journey.zip",
    "journey_one.json",
    "markdown_folder.zip", "markdown_headings.md",
)  # fmt: skip
DAYLIO_COLUMNS = ("full_date", "date", "weekday", "time", "mood", "activities", "note_title", "note")


def read_diary(content: bytes | str, name: str = "mine") -> tuple[History, tuple[Problem, ...]]:
    """What came, and that nothing but entries to be placed did."""
    reading = formats.read(name, content.encode() if isinstance(content, str) else content, TODAY)
    assert reading.history is not None
    assert reading.history == History(to_place=reading.history.to_place)
    return reading.history, reading.problems


def entries_of(content: bytes | str, name: str = "mine") -> list[tuple[str, str]]:
    history, _ = read_diary(content, name)
    return [(entry.when.as_written, entry.words) for entry in history.to_place]


def says_of(content: bytes | str, name: str = "mine") -> str:
    return " ".join(str(problem) for problem in read_diary(content, name)[1])


@pytest.mark.parametrize("name", DIARIES)
def test_a_diary_reads_as_its_expected_reading_says(name: str) -> None:
    expected = json.loads((SAMPLES / f"{name}.expected.json").read_text("utf-8"))
    history, problems = read_diary((SAMPLES / name).read_bytes(), name)
    assert len(history.to_place) == expected["to_place"]
    for entry, told in zip(history.to_place, expected["entries"], strict=True):
        assert entry.when.as_written == (told["when"] or "I don't know when")
        assert entry.words.startswith(told["headline_starts"])
        assert told.get("story_has", "") in entry.words
    mistakes = [problem for problem in problems if not problem.is_notice]
    assert len(mistakes) == len(expected["problems"])
    for problem, told in zip(mistakes, expected["problems"], strict=True):
        assert problem.row.endswith(told["row"])
    said = " ".join(problem.says for problem in problems if problem.is_notice)
    for left in expected["left_out_said"]:
        count, _, what = left.rpartition(" ")
        assert {"activities": "2 activities", "weather": "note of the weather", "Lena": "1 tag (“Lena”)"}.get(
            what, f"{count} {what}".strip()
        ) in said


@pytest.mark.parametrize("name", DIARIES)
def test_the_same_diary_again_is_the_same_entries(name: str) -> None:
    content = (SAMPLES / name).read_bytes()
    assert read_diary(content, name)[0] == read_diary(content, "another name")[0]


# -- Day One ---------------------------------------------------------------------------------------------


def day_one(*entries: Any, **beside: Any) -> str:
    return json.dumps({"metadata": {"version": "1.0"}, "entries": list(entries)} | beside)


ENTRY = {"uuid": "U1", "creationDate": "2018-11-04T03:30:00Z", "timeZone": "America/New_York", "text": "One."}


@pytest.mark.parametrize(
    ("changed", "when"),
    [
        ({}, "2018-11-03"),
        ({"timeZone": "Europe/Berlin"}, "2018-11-04"),
        ({"timeZone": "GMT-05:00"}, "2018-11-03"),
        ({"timeZone": "Nowhere/Ever"}, "between 2018-11-03 and 2018-11-04"),
        ({"timeZone": "../../etc/passwd"}, "between 2018-11-03 and 2018-11-04"),
        ({"timeZone": None}, "between 2018-11-03 and 2018-11-04"),
        ({"timeZone": "GMT+99"}, "between 2018-11-03 and 2018-11-04"),
        ({"creationDate": "2018-11-04T12:00:00+14:00", "timeZone": "UTC"}, "2018-11-03"),
        ({"creationDate": "yesterday"}, "I don't know when"),
        ({"creationDate": None}, "I don't know when"),
        ({"creationDate": "0001-01-01T00:00:00Z"}, "I don't know when"),
        ({"creationDate": "9999-12-31T23:59:59Z", "timeZone": "Pacific/Kiritimati"}, "I don't know when"),
    ],
)
def test_the_day_is_the_writers_own(changed: dict[str, Any], when: str) -> None:
    ((day, words),) = entries_of(day_one(ENTRY | changed))
    assert (day, words) == (when, "One.")


def test_the_day_that_is_not_sure_is_said() -> None:
    assert "time zone “Nowhere/Ever” is not known" in says_of(day_one(ENTRY | {"timeZone": "Nowhere/Ever"}))


def test_fields_of_day_one_may_lack_stand_elsewhere_or_be_new() -> None:
    shuffled = dict(reversed(ENTRY.items())) | {"mood of tomorrow": {"x": [1]}, "text": r"# A \- b\."}
    assert entries_of(day_one(shuffled, version=9)) == [("2018-11-03", "A - b.")]
    rich = json.dumps({"contents": [{"text": "Kept "}, {"embeddedObjects": []}, {"text": "words"}]})
    without_text = {key: value for key, value in ENTRY.items() if key != "text"} | {"richText": rich}
    assert entries_of(day_one(without_text)) == [("2018-11-03", "Kept words")]


def test_a_photo_in_the_text_is_no_word() -> None:
    content = day_one(ENTRY | {"text": "![](dayone-moment://AB)\n", "photos": [{}, {}]})
    history, problems = read_diary(content)
    assert history.to_place == ()
    assert "no words" in problems[0].says
    assert "2 photos" in problems[-1].says


def test_two_entries_with_one_id_are_both_kept() -> None:
    assert [words for _, words in entries_of(day_one(ENTRY, ENTRY | {"text": "Two."}))] == ["One.", "Two."]


@pytest.mark.parametrize("entries", [None, {}, "x", 3])
def test_entries_that_are_no_list_are_told(entries: Any) -> None:
    content = json.dumps({"entries": entries, "x": {"creationDate": 1}})
    reading = formats.read("mine", content.encode(), TODAY)
    assert reading.history is None
    assert "list of entries" in reading.problems[0].says


# -- Journey ---------------------------------------------------------------------------------------------

JOURNEY = {
    "id": "j",
    "date_journal": 1451604000000,
    "timezone": "Europe/Paris",
    "text": "One.",
    "type": "markdown",
}


def journey(**changed: Any) -> str:
    return json.dumps(JOURNEY | changed)


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("<p>a</p><p>b &amp; c</p>", "a\nb & c"),
        ("<ul><li>a</li><li>b</li></ul>", "- a\n- b"),
        ("a<br>b<br/>c", "a\nb\nc"),
        ("<img src=x onerror=alert(1)>kept", "kept"),
        ("</script><script>alert(1)</script>", "alert(1)"),
        ("I <3 you", "I <3 you"),
        ("&lt;p&gt;", "<p>"),
    ],
)
def test_html_becomes_plain_words(text: str, words: str) -> None:
    assert entries_of(journey(text=text, type="html")) == [("2016-01-01", words)]


@pytest.mark.parametrize(
    "text",
    ["<img src=x onerror=alert(1)>", "</script><script>alert(1)</script>", "javascript:alert(1)",
     "[click](javascript:alert(1))", '[ref]: http://evil.test "t"\n[ref]', '" onfocus=alert(1) autofocus x="',
     "```js\nx\n```\n| a |\n|-|", "I <3 you", "a < b > c", "&amp;", "[[Tomas]] was here"],
)  # fmt: skip
def test_what_only_looks_like_markup_stays_as_it_was_typed(text: str) -> None:
    assert entries_of(journey(text=text)) == [("2016-01-01", text)]
    assert entries_of(day_one(ENTRY | {"text": text.replace("\\", "")}))[0][1] == text


@pytest.mark.parametrize("day", [None, "2016", True, 1e300, -1e300, [1]])
def test_a_journey_entry_without_a_day_is_kept_without_one(day: Any) -> None:
    assert entries_of(journey(date_journal=day)) == [("I don't know when", "One.")]
    assert "no day in this entry" in says_of(journey(date_journal=day))


def test_the_place_that_means_none_is_no_place() -> None:
    assert "location" not in says_of(journey(lat=1.7976931348623157e308, mood=3))
    assert "1 location" in says_of(journey(lat=52.0))


def test_one_damaged_entry_of_journey_costs_no_other() -> None:
    broken = journey()[:-1]
    history, problems = read_diary(pack({"a.json": broken, "b.json": journey(id="b")}))
    assert len(history.to_place) == 1
    assert problems[0].row == "a.json"


# -- Daylio ----------------------------------------------------------------------------------------------


def daylio_table(*rows: dict[str, str], columns: tuple[str, ...] = DAYLIO_COLUMNS) -> str:
    lines = [columns, *([f'"{row.get(name, "")}"' for name in columns] for row in rows)]
    return "\n".join(",".join(line) for line in lines)


def test_columns_of_daylio_may_lack_stand_elsewhere_or_be_new() -> None:
    told = {"full_date": "2022-03-14", "mood": "awful", "activities": "walk | rain", "note": "She crossed."}
    whole, _ = read_diary(daylio_table(told))
    turned, _ = read_diary(daylio_table(told, columns=DAYLIO_COLUMNS[::-1]))
    assert whole == turned
    assert whole.to_place[0].labels == ("awful", "walk", "rain")
    few = daylio_table(told | {"scales": "3"}, columns=("note", "full_date", "mood", "scales"))
    assert entries_of(few) == [("2022-03-14", "She crossed.")]
    assert "“scales” is not known here" in says_of(few)
    older = daylio_table(
        told | {"date": "14 March", "year": "2022"}, columns=("year", "date", "mood", "note")
    )
    assert entries_of(older) == [("14 March 2022", "She crossed.")]


def test_many_days_without_words_are_counted() -> None:
    row = {"full_date": "2022-03-14", "mood": "good"}
    _, problems = read_diary(daylio_table(*[row] * 500))
    assert "480 more entries without words" in " ".join(problem.says for problem in problems)
    assert len(problems) < 30
    assert "500 moods" in problems[-1].says


def test_equal_rows_are_both_kept() -> None:
    row = {"full_date": "2022-03-14", "mood": "good", "note": "Again."}
    assert entries_of(daylio_table(row, row)) == [("2022-03-14", "Again.")] * 2


def backup(tree: Any) -> bytes:
    return pack({"backup.daylio": base64.b64encode(json.dumps(tree).encode()).decode()})


BACKUP_ENTRY = {"id": 1, "year": 2022, "month": 0, "day": 31, "mood": 6, "note": "No.", "tags": [1, 99, "x"]}


def test_a_backup_names_its_own_moods_and_counts_months_from_nought() -> None:
    moods = [{"id": 6, "custom_name": "Numb (mine)", "predefined_name_id": -1}, "x", {"id": 7}]
    tree = {"dayEntries": [BACKUP_ENTRY], "customMoods": moods, "tags": [{"id": 1, "name": "walk"}, None]}
    history, problems = read_diary(backup(tree | {"pin": "2468", "prefs": [{"key": "PIN", "value": "2468"}]}))
    (entry,) = history.to_place
    assert (entry.when.as_written, entry.words, entry.labels) == (
        "2022-01-31",
        "No.",
        ("Numb (mine)", "walk"),
    )
    assert "2468" not in repr((history, problems))


@pytest.mark.parametrize(
    "changed", [{"month": 12}, {"day": 0}, {"year": "2022"}, {"day": True}, {"year": 10**20}]
)
def test_a_day_of_a_backup_that_cannot_be_is_said(changed: dict[str, Any]) -> None:
    content = backup({"dayEntries": [BACKUP_ENTRY | changed]})
    assert entries_of(content) == [("I don't know when", "No.")]


@pytest.mark.parametrize("inside", ["eyJ!!!!!!!!!!!!", "eyJkYXlFbnRyaWVz", "eyJkYXlFbnRyaWVzIjogW119" + "A"])
def test_a_damaged_backup_is_told(inside: str) -> None:
    reading = formats.read("backup.daylio", pack({"backup.daylio": inside}), TODAY)
    assert reading.history is None
    assert reading.problems[0].stops


def test_an_older_backup_is_base64_alone() -> None:
    content = base64.b64encode(json.dumps({"dayEntries": [BACKUP_ENTRY]}).encode())
    assert entries_of(content) == [("2022-01-31", "No.")]


def test_rich_text_of_daylio_is_plain() -> None:
    content = backup({"dayEntries": [BACKUP_ENTRY | {"note": "<div><b>No</b>.<br>Not now &amp; here</div>"}]})
    assert entries_of(content) == [("2022-01-31", "No.\nNot now & here")]


# -- text and Markdown -----------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("text", "entries"),
    [
        ("2001-03-04\na\n\nb\n\n5 March 2001\nc", [("2001-03-04", "a\n\nb"), ("5 March 2001", "c")]),
        ("Before all.\n\n2001-03-04\na", [("I don't know when", "Before all."), ("2001-03-04", "a")]),
        ("2001-03-04\nOn 2001-03-05 too.\n2001-03-06", [("2001-03-04", "On 2001-03-05 too.\n2001-03-06")]),
        ("- 2018-11-01: Grace.\n- 2018-01-04: Lunch.", [("2018-11-01", "Grace."), ("2018-01-04", "Lunch.")]),
        (
            "## March 4, 2001\n### At home\na\n## Other\nb",
            [("2001-03-04 (March 4, 2001)", "At home\na"), ("I don't know when", "Other\nb")],
        ),
        ("2001-03-04 21:30\na", [("2001-03-04", "a")]),
        ("[2001-03-04 09:30:00 PM]\na", [("2001-03-04", "a")]),
        ("# 25/12/2004\na\n# 04/03/2001\nb", [("25/12/2004", "a"), ("2001-03-04 (04/03/2001)", "b")]),
        ("# 1998\n\n# Mum\nb\n\n# 1999\nc", [("I don't know when", "Mum\nb"), ("1999", "c")]),
    ],
    ids=range(9),
)  # fmt: skip
def test_a_text_is_cut_at_its_days(text: str, entries: list[tuple[str, str]]) -> None:
    assert entries_of(text) == entries
    assert entries_of(text.replace("\n", "\r\n")) == [(day, words) for day, words in entries]


def test_a_day_that_can_be_two_stays_with_its_words_and_is_asked() -> None:
    text = "# 03/04/2001\nShe left."
    history, problems = read_diary(text)
    (entry,) = history.to_place
    assert (entry.when.as_written, entry.words) == ("I don't know when", "03/04/2001\nShe left.")
    assert problems[0].question is not None
    assert len(problems[0].question.choices) == 2
    answered = formats.read("x", text.encode(), TODAY, FileAnswers(day_first=True)).history
    assert answered is not None
    assert answered.to_place[0].when.as_written == "2001-04-03 (03/04/2001)"


def test_a_date_that_cannot_be_stays_with_its_words() -> None:
    history, problems = read_diary("# 2001-03-04\na\n\n# 31 April 2001\nShe left.")
    assert history.to_place[1].words == "31 April 2001\nShe left."
    assert "stays with the words" in problems[0].says


@pytest.mark.parametrize(
    "text", ["hello", "She left in 1998.", "1998 it was warm: she said", "# Mum\n\nShe left.",
     "0 HEAD\n1 DATE 2001-03-04",
             "title,start\n1990-01-01,x", "<html>\n\n2001-03-04\n</html>", "yesterday\n\nlast summer"]
)  # fmt: skip
def test_a_text_without_a_day_over_an_entry_is_no_diary(text: str) -> None:
    with pytest.raises(UnknownFormat):
        formats.read("mine", text.encode(), TODAY)


def test_front_matter_gives_the_day_and_nothing_else() -> None:
    text = '---\ntitle: x\ndate: "2018-11-09T10:00:00+01:00"\nmood: 5\n---\nNils brought soup.'
    assert entries_of(text) == [("2018-11-09", "Nils brought soup.")]
    assert "2 lines above the words" in says_of(text)


def test_a_folder_keeps_the_undated_and_counts_what_is_no_text() -> None:
    folder = {
        "d/2018-11-03.md": "a",
        "d/Mum.md": "b",
        "d/2018-13-40.md": "c",
        "p.jpg": "x",
        "l.txt": b"\xff\xfe\xfa",
    }
    content = pack(folder)
    assert entries_of(content) == [
        ("2018-11-03", "a"),
        ("I don't know when", "b"),
        ("I don't know when", "c"),
    ]
    assert "1 other file" in says_of(content)
    assert "l.txt" in says_of(content)


@pytest.mark.parametrize(("name", "count"), [("friends/friends.md", 7), ("daylio/sample.csv", 0)])
def test_samples_of_other_programs_are_read(name: str, count: int) -> None:
    history, problems = read_diary((SAMPLES / "licensed" / name).read_bytes(), name)
    assert len(history.to_place) == count
    assert [entry.labels for entry in history.to_place if entry.labels] == []
    assert bool(problems) == (count == 0)


def test_twenty_thousand_entries_are_read_at_a_steady_pace() -> None:
    """Three sizes: what takes more than twice as long for twice as much would not be linear."""
    took = []
    for count in (2_500, 5_000, 10_000):
        text = "".join(f"## 20{n % 20:02}-03-0{n % 9 + 1}\nEntry {n} of it.\n\n" for n in range(count))
        start = process_time()
        history, _ = read_diary(text)
        took.append(process_time() - start)
        assert len(history.to_place) == count
    assert took[2] < 8 * max(took[0], 0.05)


# -- anything --------------------------------------------------------------------------------------------

_values = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False, allow_infinity=False) | texts,
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(texts, inner, max_size=3),
    max_leaves=6,
)


@settings(deadline=None, max_examples=60)
@given(st.sampled_from([ENTRY, JOURNEY, BACKUP_ENTRY]), st.data())
def test_any_value_in_any_field(entry: dict[str, Any], data: st.DataObject) -> None:
    field = data.draw(
        st.sampled_from([*entry, "tags", "photos", "lat", "weather", "assets", "richText", "mood"])
    )
    changed = entry | {field: data.draw(_values)}
    made = {
        id(ENTRY): lambda: day_one(changed).encode(),
        id(JOURNEY): lambda: json.dumps(changed).encode(),
        id(BACKUP_ENTRY): lambda: backup({"dayEntries": [changed]}),
    }[id(entry)]()
    try:
        reading = formats.read("mine", made, TODAY)
    except UnknownFormat:
        return
    assert (reading.history is None) == any(problem.stops for problem in reading.problems)


@settings(deadline=None, max_examples=100)
@given(st.text(st.sampled_from("#- \n:\t2019/.ab—[]\"'"), max_size=120), st.booleans())
def test_any_text(text: str, dated: bool) -> None:
    try:
        formats.read("mine", (("2001-03-04\n" if dated else "") + text).encode(), TODAY)
    except UnknownFormat:
        assert not dated or not {*text} & {*"ab"}


@settings(deadline=None, max_examples=60)
@given(st.sampled_from(DIARIES), st.data())
def test_a_diary_cut_off_or_changed_anywhere(name: str, data: st.DataObject) -> None:
    content = bytearray((SAMPLES / name).read_bytes())
    place = data.draw(st.integers(0, len(content) - 1))
    if data.draw(st.booleans()):
        del content[place:]
    else:
        content[place] = data.draw(st.integers(0, 255))
    try:
        formats.read(name, bytes(content), TODAY)
    except UnknownFormat:
        assert content != (SAMPLES / name).read_bytes()
