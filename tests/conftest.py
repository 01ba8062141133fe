"""What every test may ask for: a browser, or to say why it was not run."""

import os
from collections.abc import Callable
from typing import NoReturn

import pytest
from hypothesis import HealthCheck, settings

# A law is about what comes out, never about how long it took: other work on the machine fails no test.
settings.register_profile("any machine", deadline=None, suppress_health_check=[HealthCheck.too_slow])
settings.load_profile("any machine")

IN_CI = bool(os.environ.get("CI"))


def say_not_run(why: str) -> NoReturn:
    """End this test as not run, with the reason; where nothing may go untested (CI), as failed."""
    if IN_CI:
        pytest.fail(f"not run: {why}", pytrace=False)
    pytest.skip(f"not run: {why}")


@pytest.fixture
def report_not_run() -> Callable[[str], NoReturn]:
    """Called with a reason by a test that needs what this machine has not got."""
    return say_not_run


@pytest.fixture(scope="session")
def chromium() -> str:
    """Where a Chromium is: `make test` looks for one and puts it into CHROMIUM."""
    found = os.environ.get("CHROMIUM", "")
    if not os.access(found, os.X_OK):
        found = "/usr/bin/chromium"
    if not os.access(found, os.X_OK):
        say_not_run("there is no Chromium here; `make test` finds or installs one")
    return found
