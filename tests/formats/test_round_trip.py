"""Out and in again: nothing is lost, and what goes out twice is the same byte for byte."""

from hypothesis import given, settings

from models.history import History
from tests.histories import TODAY, histories
from timeline import formats


@settings(deadline=None, max_examples=60)
@given(histories())
def test_json_holds_everything(history: History) -> None:
    written = formats.write(history, "json")
    reading = formats.read("mine.json", written, TODAY)
    assert reading == (history, ())
    assert formats.write(history, "json") == written
    assert formats.describe_left_out(history, "json") == ""


@settings(deadline=None)
@given(histories(everything=False))
def test_a_table_holds_all_of_a_life_and_its_moments(history: History) -> None:
    written = formats.write(history, "csv")
    reading = formats.read("mine.csv", written, TODAY)
    assert reading == (history, ())
    assert formats.write(history, "csv") == written
    assert formats.describe_left_out(history, "csv") == ""
