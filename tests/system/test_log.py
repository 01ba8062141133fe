"""Logs and dying words: the class and the place of an error, never what it says."""

import logging
import re
import subprocess
import sys

import pytest

from timeline.system import log
from timeline.system.paths import ROOT

SECRET = "canary-7f3a"


def catch_key_error() -> KeyError:
    try:
        raise KeyError(SECRET)
    except KeyError as error:
        return error


def test_a_place_is_a_class_a_file_and_a_line() -> None:
    assert (
        log.describe_error(catch_key_error())
        == f"KeyError at test_log.py:{catch_key_error.__code__.co_firstlineno + 2}"
    )


def test_an_error_never_raised_has_no_place() -> None:
    assert log.describe_error(ValueError(SECRET)) == "ValueError"


@pytest.mark.parametrize("error", [None, catch_key_error()])
def test_a_record_says_neither_its_message_nor_its_arguments(error: Exception | None) -> None:
    record = logging.LogRecord("some.library", logging.ERROR, "/x/y.py", 7, f"{SECRET} %s", (SECRET,), None)
    record.exc_info = (type(error), error, error.__traceback__) if error else None
    line = log.PrivateFormatter().format(record)
    assert SECRET not in line
    assert line == (
        "error: some.library at y.py:7" if error is None else f"error: {log.describe_error(error)}"
    )


DYING_SCRIPT = """
import logging, threading, warnings
from timeline.system import log
log.keep_private()
logging.getLogger("library").warning("{0}")
logging.getLogger("library").debug("{0}")
warnings.warn("{0}")
thread = threading.Thread(target=lambda: {{}}["{0}"])
thread.start(); thread.join()
raise ValueError("{0}")
"""


def test_a_dying_process_tells_nothing_either() -> None:
    died = subprocess.run(
        [sys.executable, "-c", DYING_SCRIPT.format(SECRET)],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=False,
    )
    assert died.returncode == 1
    assert SECRET not in died.stdout + died.stderr
    told = re.sub(r"(warnings\.py):\d+", r"\1", died.stderr)  # that line differs between Pythons
    assert told.splitlines() == [
        "warning: library at <string>:5",
        "warning: py.warnings at warnings.py",
        "error: KeyError at <string>:8",
        "error: ValueError at <string>:10",
    ]
