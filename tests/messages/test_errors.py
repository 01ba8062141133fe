"""Errors carry a key and values: read as raised in English, or filled into the sentence of a language."""

from pathlib import Path

import pytest
from pydantic import ValidationError

from models.dates import When
from models.entries import Person
from models.errors import TimelineError, UnreadableDate
from tests.messages.pseudo_language import LANGUAGE, change_text, install_pseudo_language
from timeline.messages.language import load_catalogue, use_language
from timeline.messages.problem_sentences import explain_error, explain_validation_error


def test_an_error_reads_in_english_as_it_is_raised() -> None:
    error = UnreadableDate("“{written}”: there is no month {month}.", written="1994-13", month=13)
    assert str(error) == explain_error(error) == "“1994-13”: there is no month 13."
    assert explain_error(TimelineError("{ stays as it is")) == "{ stays as it is"


def test_an_error_is_said_in_the_language_with_what_it_holds(tmp_path: Path) -> None:
    with pytest.raises(ValidationError) as raised:
        When("1994-13")
    (error,) = raised.value.errors()
    key = "“{written}”: there is no month {month}. Months run from 01 to 12."
    assert explain_validation_error(error) == key.format(written="1994-13", month=13)
    with use_language(load_catalogue(str(install_pseudo_language(tmp_path)), LANGUAGE)):
        assert explain_validation_error(error) == change_text(key).format(written="1994-13", month=13)


def test_an_error_within_a_model_keeps_its_key(tmp_path: Path) -> None:
    with pytest.raises(ValidationError) as raised:
        Person(birth=When("before 1990"))
    (error,) = raised.value.errors()
    assert explain_validation_error(error).startswith("A birth date needs at least a year")
    with use_language(load_catalogue(str(install_pseudo_language(tmp_path)), LANGUAGE)):
        assert change_text("A birth date") in explain_validation_error(error)
