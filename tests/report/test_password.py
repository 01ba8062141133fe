"""A password opens the file, and nothing else does."""

import io

import pikepdf
import pytest

from models.errors import TimelineError
from tests.redaction.lives import LIFE, TOLD
from tests.report.papers import broken_rules, paper, sample
from timeline.report import render

WORDS = "eight lamps 灯"


@pytest.fixture(scope="module")
def locked() -> bytes:
    return render.pdf(paper(LIFE, TOLD), WORDS)


@pytest.mark.parametrize("other", ["", "eight lamps", "EIGHT LAMPS 灯"])
def test_it_does_not_open_without(locked: bytes, other: str) -> None:
    with pytest.raises(pikepdf.PasswordError):
        pikepdf.open(io.BytesIO(locked), password=other)


def test_it_opens_with_it_and_may_be_read_aloud(locked: bytes) -> None:
    with pikepdf.open(io.BytesIO(locked), password=WORDS) as document:
        assert document.encryption.R == 6
        assert document.allow.accessibility
        assert document.user_password_matched
        assert not document.owner_password_matched
        opened = io.BytesIO()
        document.save(opened)
    assert [rule for rule in broken_rules(opened.getvalue()) if "UA" in rule.split(":")[0]] == []


def test_the_same_password_typed_in_other_letters_opens_it(locked: bytes) -> None:
    composed = render.protect(render.pdf(paper(LIFE, TOLD)), "cafe\u0301 eight")
    with pikepdf.open(io.BytesIO(composed), password="café eight"):
        pass


def test_not_even_its_title_can_be_read(locked: bytes) -> None:
    for word in (b"What T", b"xmpmeta", b"M. K.", b"relationship history"):
        assert word not in locked


def test_each_locking_has_another_owner(locked: bytes) -> None:
    assert render.pdf(paper(LIFE, TOLD), WORDS) != locked


@pytest.mark.parametrize(
    "unfit", ["", "short", "seven77", "x" * 128, "灯" * 43, "eight\0888", "eight88\ud800"]
)
def test_a_password_that_cannot_be_used_is_said(unfit: str) -> None:
    with pytest.raises(TimelineError):
        render.pdf(paper(LIFE, TOLD), unfit)


def test_the_shortest_and_the_longest_are_taken() -> None:
    made = render.pdf(paper(sample()))
    for fit in ("x" * 8, "x" * 127):
        with pikepdf.open(io.BytesIO(render.protect(made, fit)), password=fit):
            pass
