"""A sentence comes in the language of the moment, a constant when it is read; English needs no catalogue."""

import gettext
import sys
from types import ModuleType

import pytest

from timeline.messages import language
from timeline.messages.language import (
    N_,
    _,
    load_catalogue,
    ngettext,
    translate_constants,
    use_language,
)


class ReversedText(gettext.NullTranslations):
    """A language in which every text is read backwards and every number is another form."""

    def gettext(self, message: str) -> str:
        return message[::-1]

    def ngettext(self, msgid1: str, msgid2: str, n: int) -> str:
        return f"{msgid2 if n == 1 else msgid1}: {{n}}"


@pytest.fixture
def module(monkeypatch: pytest.MonkeyPatch) -> ModuleType:
    made = ModuleType("made_up_messages")
    made.TITLE = N_("abc")
    made.CHOICES = (("key", N_("label")),)
    made.NAMES = {"key": N_("name")}
    made.plain = "abc"
    monkeypatch.setitem(sys.modules, made.__name__, made)
    translate_constants(made.__name__)
    return made


def test_english_needs_no_catalogue() -> None:
    assert _("A sentence.") == "A sentence."
    assert [ngettext("{n} moment", "{n} moments", n) for n in (0, 1, 2)] == [
        "0 moments",
        "1 moment",
        "2 moments",
    ]
    assert load_catalogue("nowhere", "en") is load_catalogue("nowhere", "xx") is None


def test_a_constant_is_translated_when_it_is_read_and_its_keys_are_not(module: ModuleType) -> None:
    assert module.TITLE == "abc"
    with use_language(ReversedText()):
        assert (module.TITLE, module.plain) == ("cba", "abc")
        assert module.NAMES == {"key": "eman"}
        assert module.CHOICES == (("key", "lebal"),)
    assert module.TITLE == "abc"


def test_a_sentence_takes_the_form_its_language_has_for_the_number() -> None:
    with use_language(ReversedText()):
        assert _("abc") == "cba"
        assert (ngettext("a", "b", 1), ngettext("a", "b", 5)) == ("b: 1", "a: 5")
        assert _("") == ""
    assert language._catalogue.get() is None
