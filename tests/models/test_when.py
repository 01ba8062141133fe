"""Dates as remembered: every form against a table, near misses, and what must hold for all of them."""

from datetime import date, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from pydantic import BaseModel, ValidationError

from models.dates import UNKNOWN_DATE, Span, When
from models.errors import UnreadableDate

TODAY = date(2026, 7, 15)
BIRTH = Span(date(1984, 2, 29), date(1984, 2, 29))
BIRTH_IN_1984 = Span(date(1984, 1, 1), date(1984, 12, 31))

laws = settings(deadline=None, max_examples=150)


def iso(span: Span | None) -> str | None:
    return f"{span.first} {span.last}" if span else None


@pytest.mark.parametrize(
    ("written", "form", "days"),
    [
        ("1994", "year", "1994-01-01 1994-12-31"),
        ("1994-06", "month", "1994-06-01 1994-06-30"),
        ("1994-6", "month", "1994-06-01 1994-06-30"),
        ("1994-02", "month", "1994-02-01 1994-02-28"),
        ("1996-02", "month", "1996-02-01 1996-02-29"),
        ("June 1994", "month", "1994-06-01 1994-06-30"),
        ("Sep. 1994", "month", "1994-09-01 1994-09-30"),
        ("1994-06-12", "day", "1994-06-12 1994-06-12"),
        ("1996-02-29", "day", "1996-02-29 1996-02-29"),
        ("2000-02-29", "day", "2000-02-29 2000-02-29"),
        ("12 June 1994", "day", "1994-06-12 1994-06-12"),
        ("31/12/1994", "day", "1994-12-31 1994-12-31"),
        ("12/31/1994", "day", "1994-12-31 1994-12-31"),
        ("6.6.1994", "day", "1994-06-06 1994-06-06"),
        ("1994-06-12T23:59", "day", "1994-06-12 1994-06-12"),
        # about: one unit as written, to both sides
        ("about 1994", "year", "1993-01-01 1995-12-31"),
        ("~1994", "year", "1993-01-01 1995-12-31"),
        ("1994~", "year", "1993-01-01 1995-12-31"),
        ("1994?", "year", "1993-01-01 1995-12-31"),
        ("c. 1994", "year", "1993-01-01 1995-12-31"),
        ("about 1994-06", "month", "1994-03-01 1994-09-30"),
        ("1994-11~", "month", "1994-08-01 1995-02-28"),
        ("about 1994-06-12", "day", "1994-05-12 1994-07-12"),
        ("1994-01-31?", "day", "1993-12-31 1994-02-28"),
        ("1996-03-31~", "day", "1996-02-29 1996-04-30"),
        ("about summer 1998", "season", "1998-03-01 1998-11-30"),
        ("~1990s", "decade", "1989-01-01 2000-12-31"),
        # before and after: the other end is not written
        ("before 1994", "before", "1963-12-31 1993-12-31"),
        ("before 1994-06-12", "before", "1964-06-11 1994-06-11"),
        ("before about 1994", "before", "1962-12-31 1992-12-31"),
        ("after 1994", "after", "1995-01-01 2026-07-15"),
        ("after 1994~", "after", "1996-01-01 2026-07-15"),
        ("after 2030", "after", "2031-01-01 2031-01-01"),
        # between: from the first day of the one to the last day of the other
        ("between 1990 and 1994", "between", "1990-01-01 1994-12-31"),
        ("1990/1994", "between", "1990-01-01 1994-12-31"),
        ("1990 / 1994", "between", "1990-01-01 1994-12-31"),
        ("1990-03/1990-05", "between", "1990-03-01 1990-05-31"),
        ("between about 1990 and summer 1994", "between", "1989-01-01 1994-08-31"),
        ("1994/1994", "between", "1994-01-01 1994-12-31"),
        ("1990s", "decade", "1990-01-01 1999-12-31"),
        ("the 1990's", "decade", "1990-01-01 1999-12-31"),
        ("early 1990s", "decade", "1990-01-01 1993-12-31"),
        ("mid-1990s", "decade", "1994-01-01 1996-12-31"),
        ("late 1990s", "decade", "1997-01-01 1999-12-31"),
        ("spring 1998", "season", "1998-03-01 1998-05-31"),
        ("summer 1998", "season", "1998-06-01 1998-08-31"),
        ("autumn 1998", "season", "1998-09-01 1998-11-30"),
        ("Fall, 1998", "season", "1998-09-01 1998-11-30"),
        ("winter 1998", "season", "1998-12-01 1999-02-28"),
        ("winter 1999", "season", "1999-12-01 2000-02-29"),
        ("winter 2010/2011", "season", "2010-12-01 2011-02-28"),
        ("Winter 1999/00", "season", "1999-12-01 2000-02-29"),
        ("winter 2010/2012", "between", "2010-12-01 2012-12-31"),
        ("between winter 2010/2011 and 2012", "between", "2010-12-01 2012-12-31"),
        ("before winter 2010/11", "before", "1980-11-30 2010-11-30"),
        ("1800", "year", "1800-01-01 1800-12-31"),
        ("1000", "year", "1000-01-01 1000-12-31"),
        ("2026-11-09 (three weeks ago)", "day", "2026-11-09 2026-11-09"),
        ("before 1800", "before", "1769-12-31 1799-12-31"),
        ("2199", "year", "2199-01-01 2199-12-31"),
        ("2190s~", "decade", "2189-01-01 2200-12-31"),
        ("age 7", "age", None),
        (UNKNOWN_DATE, "unknown", None),
        ("I don’t know when", "unknown", None),
        ("?", "unknown", None),
        # how people type
        ("  ABOUT   1994 ", "year", "1993-01-01 1995-12-31"),
        ("1994\u200b", "year", "1994-01-01 1994-12-31"),
        ("1990–1994".replace("–", "/"), "between", "1990-01-01 1994-12-31"),
        ("1994–06–12", "day", "1994-06-12 1994-06-12"),
    ],
)
def test_each_form(written: str, form: str, days: str | None) -> None:
    when = When(written)
    assert (when.form, iso(when.days(None, TODAY))) == (form, days)
    assert when.as_written == written
    assert when.model_dump_json() == When.model_validate_json(when.model_dump_json()).model_dump_json()


@pytest.mark.parametrize(
    ("written", "birth", "days"),
    [
        ("age 7", BIRTH, "1991-02-28 1992-02-28"),
        ("age 8", BIRTH, "1992-02-29 1993-02-27"),
        ("age 7-9", BIRTH, "1991-02-28 1994-02-27"),
        ("aged 7 to 9", BIRTH, "1991-02-28 1994-02-27"),
        ("about age 7", BIRTH, "1990-02-28 1993-02-27"),
        ("about age 0", BIRTH, "1984-02-29 1986-02-27"),
        ("age 0", BIRTH_IN_1984, "1984-01-01 1985-12-30"),
        ("age 7", BIRTH_IN_1984, "1991-01-01 1992-12-30"),
        ("age 120", BIRTH, "2104-02-29 2105-02-27"),
        ("before 1994", BIRTH, "1984-02-29 1993-12-31"),
        ("before 1984-03", BIRTH, "1984-02-29 1984-02-29"),
        ("before 1984", BIRTH, "1953-12-31 1983-12-31"),
        ("1994", BIRTH, "1994-01-01 1994-12-31"),
    ],
)
def test_what_hangs_on_the_birth_date(written: str, birth: Span, days: str) -> None:
    assert iso(When(written).days(birth, TODAY)) == days


@pytest.mark.parametrize(
    ("written", "sentence"),
    [
        ("", "is empty"),
        (" \u200b ", "is empty"),
        ("94", "not a date this program can read"),
        ("199", "not a date this program can read"),
        ("19944", "not a date this program can read"),
        ("１９９４", "not a date this program can read"),
        ("1_994", "not a date this program can read"),
        ("1994-W23", "not a date this program can read"),
        ("1994-163", "not a date this program can read"),
        ("-1994", "not a date this program can read"),
        ("1994.5", "not a date this program can read"),
        ("1994-06-12 at noon", "not a date this program can read"),
        ("999", "not a date"),
        ("2200", "the year 2200 is not in 1000 to 2199"),
        ("1994-00", "there is no month 0"),
        ("1994-13", "there is no month 13"),
        ("1994-06-31", "June 1994 has 30 days"),
        ("1994-02-29", "February 1994 has 28 days"),
        ("1900-02-29", "February 1900 has 28 days"),
        ("29 February 1995", "February 1995 has 28 days"),
        ("1994-06-00", "June 1994 has 30 days"),
        ("1994-06-12T24:00", "no hour 24"),
        ("03/04/1994", "can be 1994-03-04 or 1994-04-03"),
        ("32/13/1994", "there is no month 32|there is no month 13"),
        ("between 1994 and 1990", "ends before it begins"),
        ("1994/1990", "ends before it begins"),
        ("between 1994", "not a date"),
        ("before", "not a date"),
        ("before I don't know when", "not a date"),
        ("after age 7", "not a date"),
        ("between age 7 and age 9", "not a date"),
        ("1990/1992/1994", "not a date"),
        ("about", "not a date"),
        ("about about 1994", "not a date"),
        ("1994~~", "not a date"),
        ("1995s", "not a date"),
        ("ma 1994", "not a date"),
        ("ju 1994", "not a date"),
        ("summer", "not a date"),
        ("age 9-7", "runs backwards"),
        ("age 121", "ages run from 0 to 120"),
        ("age -1", "not a date"),
        ("age 7.5", "not a date"),
        ("before after 1994", "not a date"),
    ],
)
def test_near_misses_say_what_is_wrong(written: str, sentence: str) -> None:
    with pytest.raises(ValidationError) as told:
        When(written)
    (error,) = told.value.errors()
    says = str(error["ctx"]["error"])
    assert any(part in says for part in sentence.split("|"))
    assert "\n" not in says
    assert says.endswith((".", "when."))


@pytest.mark.parametrize("value", [1994, 1994.0, True, None, ["1994"], {"year": 1994}, b"1994"])
def test_only_words_are_dates(value: object) -> None:
    class Holds(BaseModel):
        when: When

    with pytest.raises(ValidationError):
        Holds.model_validate({"when": value}, strict=True)


def test_a_long_one_is_quoted_in_part() -> None:
    with pytest.raises(ValidationError) as told:
        When("x" * 5000)
    assert "x" * 81 not in str(told.value.errors()[0]["ctx"]["error"])


def test_a_nul_is_refused() -> None:
    with pytest.raises(ValidationError, match="NUL"):
        When("19\x0094")


def test_it_raises_what_the_command_can_say() -> None:
    with pytest.raises(UnreadableDate):
        When("1994").model_copy(update={"root": "94"}).days(None, TODAY)


@pytest.mark.parametrize(
    ("written", "approximate"),
    [
        ("1994", False),
        ("1994?", True),
        ("about summer 1998", True),
        ("about age 7", True),
        ("age 7", False),
        ("before about 1994", True),
        ("after 1994", False),
        ("1990~/1994", True),
        ("between 1990 and 1994?", True),
    ],
)
def test_about_is_told(written: str, approximate: bool) -> None:
    assert When(written).is_approximate is approximate


# ---- laws ----

years = st.integers(1850, 2150)
months = st.integers(1, 12)
seasons = st.sampled_from(["spring", "summer", "autumn", "winter"])
parts = st.sampled_from(["", "early ", "mid ", "late "])
plain_dates = st.one_of(
    years.map(str),
    st.builds("{}-{:02}".format, years, months),
    st.dates(date(1850, 1, 1), date(2150, 12, 31)).map(date.isoformat),
    st.builds("{} {}".format, seasons, years),
    st.builds(lambda part, decade: f"{part}{decade}0s", parts, st.integers(185, 214)),
)
births = st.dates(date(1850, 1, 1), date(2020, 12, 31))
ages = st.integers(0, 110)


def days_of(written: str, birth: Span | None = None) -> Span:
    found = When(written).days(birth, TODAY)
    assert found is not None
    return found


@laws
@given(plain_dates)
def test_a_span_is_closed_and_runs_forward(written: str) -> None:
    days = days_of(written)
    assert days.first <= days.last
    assert days_of(f" {written.upper()} ") == days


@laws
@given(plain_dates)
def test_about_contains_what_it_stands_on(written: str) -> None:
    exact = days_of(written)
    for about in (f"about {written}", f"~{written}", f"{written}~", f"{written}?"):
        wider = days_of(about)
        assert wider.first < exact.first
        assert exact.last < wider.last
        assert wider == days_of(f"about {written}")


@laws
@given(plain_dates)
def test_before_and_after_leave_no_gap_and_no_overlap(written: str) -> None:
    days = days_of(written)
    assert days_of(f"before {written}").last + timedelta(days=1) == days.first
    assert days_of(f"after {written}").first - timedelta(days=1) == days.last


@laws
@given(plain_dates, plain_dates)
def test_between_runs_from_the_one_to_the_other(one: str, other: str) -> None:
    first, last = sorted([one, other], key=lambda written: days_of(written).first)
    if days_of(last).last < days_of(first).first:
        return
    for written in (f"between {first} and {last}", f"{first}/{last}"):
        assert days_of(written) == (days_of(first).first, days_of(last).last)


@laws
@given(ages, st.integers(0, 9), births, st.integers(-400, 400))
def test_ages_move_with_the_birth_date(age: int, more: int, born: date, moved: int) -> None:
    written = f"age {age}-{age + more}"
    days = days_of(written, Span(born, born))
    other = born + timedelta(days=moved)
    later = days_of(written, Span(other, other))
    # As far as the birth date, to within a month's odd end.
    assert abs((later.first - days.first).days - moved) <= 1
    assert abs((later.last - days.last).days - moved) <= 1
    assert days.first.year == born.year + age
    assert days.last < date(born.year + age + more + 1, born.month, 28) + timedelta(days=4)


@laws
@given(ages, births)
def test_each_day_of_a_life_has_one_age(age: int, born: date) -> None:
    birth = Span(born, born)
    assert days_of(f"age {age}", birth).last + timedelta(days=1) == days_of(f"age {age + 1}", birth).first
    assert days_of(f"age {age}-{age + 1}", birth) == (
        days_of(f"age {age}", birth).first,
        days_of(f"age {age + 1}", birth).last,
    )


@laws
@given(ages, births, st.integers(0, 365))
def test_an_uncertain_birth_widens_an_age_to_both_sides(age: int, born: date, uncertain: int) -> None:
    widest = days_of(f"age {age}", Span(born, born + timedelta(days=uncertain)))
    for day in (born, born + timedelta(days=uncertain)):
        exact = days_of(f"age {age}", Span(day, day))
        assert widest.first <= exact.first <= exact.last <= widest.last


def read_refusal(written: str) -> str:
    """The sentence it is refused with, "" if it is read."""
    try:
        assert When(written).as_written == written
    except ValidationError as told:
        return str(told.errors()[0]["ctx"]["error"])
    return ""


looks_like_a_date = st.from_regex(
    r"(?:about |before |between |age )?[0-9]{1,5}[-/.s~? ]{0,2}[0-9]{0,3}(?: and [0-9]{4})?", fullmatch=True
)


@laws
@given(st.text(max_size=30) | looks_like_a_date)
def test_any_text_is_read_or_refused_in_a_sentence(written: str) -> None:
    assert read_refusal(written)[-1:] in ("", ".")
