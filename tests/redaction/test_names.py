"""What each person is called on paper."""

from typing import Any

import pytest

from models.history import History
from models.sharing import Cover, SharePlan
from tests.building import build_relationship
from tests.histories import TODAY
from tests.redaction.lives import LIFE, plan, rebuild_history, text_of
from timeline import redaction as share
from timeline.redaction.initials import initials
from timeline.redaction.shown_names import build_text_rewriter


@pytest.mark.parametrize(
    ("name", "short"),
    [
        ("Hans Christian Andersen", "H. C. A."),
        ("Dr. Müller-Weiß", "M. W."),
        ("佐藤さくら", "佐."),
        ("נועה לוי", "נ. ל."),
        ("ßen", "ß."),
        ("123", "–"),
        ("Mum (Ruth)", "M. R."),
    ],
)
def test_initials(name: str, short: str) -> None:
    assert initials(name) == short


@pytest.mark.parametrize(
    ("fields", "names"),
    [
        ({}, ["R.", "T. Ó. B."]),
        ({"names": "real"}, ["Ruth", "Tomás Ó Briain"]),
        ({"names": "alias"}, ["my mother", "T"]),
        ({"names_of": (("tomas", "real"),)}, ["R.", "Tomás Ó Briain"]),
    ],
)
def test_how_people_are_named(fields: dict[str, Any], names: list[str]) -> None:
    assert [bond.name for bond in share.redact(LIFE, plan(**fields), TODAY).relationships] == names


def test_a_word_that_is_no_name_stays() -> None:
    names = ("Father", "my big sister", "Mum (Ruth)")
    people = tuple(build_relationship(name, "family", name=name, role="father") for name in names)
    chosen = SharePlan(id="p", name="p", sections=("people",), relationships=names)
    smaller = share.redact(History(relationships=people), chosen, TODAY)
    assert [bond.name for bond in smaller.relationships] == ["Father", "my big sister", "M. R."]
    assert smaller.relationships[0].role == "father"


def test_two_of_the_same_initials_are_told_apart() -> None:
    two = tuple(build_relationship(name, "other", name=name) for name in ("Anna Berg", "Adam Bell"))
    chosen = SharePlan(id="p", name="p", relationships=("Anna Berg", "Adam Bell"))
    smaller = share.redact(History(relationships=two), chosen, TODAY)
    assert [bond.name for bond in smaller.relationships] == ["A. B.", "A. B. (2)"]


@pytest.mark.parametrize(("me", "name"), [("real", "Miriam Kessler"), ("initials", "M. K."), ("none", "")])
def test_the_writer_is_named(me: str, name: str) -> None:
    smaller = share.redact(LIFE, plan(me=me), TODAY)
    assert smaller.person.name == name
    assert ("Miriam" in text_of(smaller)) == (me == "real")


def test_a_nickname_the_person_adds_is_taken_out_too() -> None:
    history = rebuild_history(LIFE, cover=Cover(summary="Nonie laughed."))
    smaller = share.redact(history, plan(also_called=(("secret", "Nonie"),)), TODAY)
    assert smaller.cover.summary == "someone laughed."


def test_a_name_that_stays_is_not_scrubbed_by_its_own() -> None:
    write = build_text_rewriter(
        LIFE, plan(names="real"), {"mother", "tomas"}, {"mother": "Ruth", "tomas": "Tomás Ó Briain"}
    )
    assert write("Ruth met Tomás.", None) == "Ruth met Tomás."
