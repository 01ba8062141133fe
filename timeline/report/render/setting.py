"""A report set in type: the data as one JSON string, the templates of `assets/report/`, our fonts alone."""

import json
import os
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from functools import cache
from importlib.metadata import PackageNotFoundError, version
from typing import Any

import typst

from models.errors import TimelineError
from timeline.messages import report as say
from timeline.messages.house import PURPOSE
from timeline.report.render.fonts import FOLDER
from timeline.report.render.hygiene import fit
from timeline.report.render.password import check_password, protect
from timeline.report.report import Report, texts
from timeline.system.paths import ASSETS

TEMPLATES = ASSETS / "report"
STANDARDS = ("ua-1", "a-2a")
FEWEST_PPI = 24
"""Below this a hatched area has no dot left to draw, and the engine panics."""
_ONE_AT_A_TIME = threading.Lock()
"""One compiler serves every thread of the program."""


class RenderError(TimelineError):
    """The paper could not be set. What the engine says is not kept: it may quote the person's words."""


def pdf(report: Report, password: str | None = None) -> bytes:
    """The file, never written anywhere: tagged, archivable, with its fonts.

    Args:
        report: what is printed.
        password: what it opens with; None for a file that is open. Without one, the same report gives the
            same bytes.

    Raises:
        TimelineError: the password is too short or too long.
        RenderError: it could not be set.
    """
    if password is not None:
        check_password(password)
    noon = datetime(report.day.year, report.day.month, report.day.day, 12, tzinfo=UTC)
    made = _set(report, format="pdf", pdf_standards=list(STANDARDS), timestamp=noon)
    whole: bytes = made[0] if isinstance(made, list) else made
    return whole if password is None else protect(whole, password)


def pages(report: Report, ppi: float = 96) -> list[bytes]:
    """The same pages as PNG images.

    Args:
        report: what is printed.
        ppi: dots an inch; never fewer than `FEWEST_PPI`.

    Raises:
        RenderError: it could not be set.
    """
    made = _set(report, format="png", ppi=max(ppi, FEWEST_PPI))
    return made if isinstance(made, list) else [made]


def payload(report: Report) -> str:
    """Everything the templates get, as one JSON string."""
    whole = {
        "title": report.title,
        "author": report.author,
        "subject": say.SUBJECT,
        "day": [report.day.year, report.day.month, report.day.day],
        "paper": "us-letter" if report.paper == "letter" else "a4",
        "gutter": report.gutter,
        "purpose": PURPOSE,
        "shown": say.shown(report.day, _version(), report.people, report.moments),
        "of": say.OF,
        "blocks": report.blocks,
    }
    return json.dumps(texts(whole, fit), ensure_ascii=False)


def _set(report: Report, **how: Any) -> Any:
    """What Typst makes of it.

    Its own panics derive from BaseException, and its messages may hold the person's words: neither gets out.
    """
    given = {"payload": payload(report)}
    try:
        with _ONE_AT_A_TIME, _nothing_said():
            return _compiler().compile(sys_inputs=given, **how)
    except (KeyboardInterrupt, SystemExit):
        raise
    except BaseException:  # noqa: BLE001
        raise RenderError(say.NOT_SET) from None


@contextmanager
def _nothing_said() -> Iterator[None]:
    """No line on standard error meanwhile: a panic prints its message there, and that may quote a text."""
    try:
        spoken_to = os.dup(2)
    except OSError:  # there is no standard error
        yield
        return
    silence = os.open(os.devnull, os.O_WRONLY)
    try:
        os.dup2(silence, 2)
        yield
    finally:
        os.dup2(spoken_to, 2)
        os.close(spoken_to)
        os.close(silence)


@cache
def _compiler() -> Any:
    # A path and not bytes: a compiler made of bytes fails on its second document.
    fonts = typst.Fonts(include_system_fonts=False, include_embedded_fonts=False, font_paths=[str(FOLDER)])
    folder = str(TEMPLATES)
    return typst.Compiler(
        input=str(TEMPLATES / "report.typ"),
        root=folder,
        font_paths=fonts,
        package_path=folder,
        package_cache_path=folder,
    )


def _version() -> str:
    try:
        return version("attachment-timeline")
    except PackageNotFoundError:  # run from a checkout that was never installed
        return ""
