"""What is extracted is all there is to say, and a language made of it is read as any other."""

import ast
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from models.tags import GROUPS, TAGS
from tests.messages.pseudo_language import (
    LANGUAGE,
    PLURAL_SIGNS,
    change_text,
    install_pseudo_language,
    load_extraction,
)
from timeline.messages import settings as say
from timeline.messages.grammar import count_with_noun
from timeline.messages.help_texts import load_text
from timeline.messages.language import is_installed, load_catalogue, use_language
from timeline.patterns import FINDERS
from timeline.system.paths import ROOT

MESSAGES = ROOT / "timeline" / "messages"


@pytest.fixture(scope="module")
def entries() -> set[str]:
    """Every text a catalogue has an entry for, both forms where there are two."""
    found = [message.id for message in load_extraction().extract_messages() if message.id]
    return {text for id_ in found for text in ([id_] if isinstance(id_, str) else id_)}


def find_marked_texts(source: str) -> Iterator[str]:
    for node in ast.walk(ast.parse(source)):
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Name):
            for argument in node.args[: {"N_": 1, "_": 1, "ngettext": 2}.get(node.func.id, 0)]:
                if isinstance(argument, ast.Constant) and isinstance(argument.value, str):
                    yield argument.value


@pytest.mark.parametrize("file", sorted(MESSAGES.glob("*.py")), ids=lambda file: file.stem)
def test_every_marked_text_is_an_entry(file: Path, entries: set[str]) -> None:
    assert {*find_marked_texts(file.read_text(encoding="utf-8"))} - entries == set()


def test_english_that_stays_in_its_place_is_an_entry_too(entries: set[str]) -> None:
    assert {tag.label for tag in TAGS} <= entries
    assert {tag.definition for tag in TAGS} <= entries
    assert {*GROUPS.values()} <= entries
    assert {finder.QUESTION for finder in FINDERS} <= entries
    assert load_text("method").english.title in entries


def test_the_template_is_the_same_whenever_it_is_written() -> None:
    extraction = load_extraction()
    written = extraction.render_template()
    assert written == extraction.render_template()
    assert 'msgid "Settings"' in written
    assert 'msgid_plural "{n} moments"' in written


def test_a_language_changes_letters_length_and_order_and_keeps_what_is_filled_in() -> None:
    changed = change_text("{k} of {n}")
    assert re.findall(r"\{\w+\}", changed) == ["{n}", "{k}"]
    assert not re.search(r"[A-Za-z]", re.sub(r"\{\w+\}", "", changed))
    assert len(change_text("Save the form")) >= 1.3 * len("Save the form")


def test_constants_functions_plurals_and_help_come_from_the_catalogue(tmp_path: Path) -> None:
    text = load_text("method")
    catalogue = load_catalogue(str(install_pseudo_language(tmp_path)), LANGUAGE)
    with use_language(catalogue):
        assert change_text("Settings") == say.TITLE
        assert text.title == change_text(text.english.title)
        for n, sign in ((1, PLURAL_SIGNS[0]), (2, PLURAL_SIGNS[1]), (5, PLURAL_SIGNS[2])):
            assert count_with_noun(n, "moment").startswith(sign)
            assert str(n) in count_with_noun(n, "moment")
    assert say.TITLE == "Settings"


def test_an_entry_that_is_missing_is_said_in_english(tmp_path: Path) -> None:
    folder = str(install_pseudo_language(tmp_path, without=("Settings",)))
    assert is_installed(folder, LANGUAGE)
    assert not is_installed(folder, "de")
    with use_language(load_catalogue(folder, LANGUAGE)):
        assert say.TITLE == "Settings"
        assert say.TAGS != "Tags"
