"""Passphrases: which are taken, and that a person's own spelling of an accent makes no difference."""

import unicodedata

import pytest

from models.errors import VaultError
from timeline.storage.vault import NOT_LOCKED, Key


def test_an_accent_typed_in_two_ways_is_one_key() -> None:
    composed, parted = (unicodedata.normalize(form, "élan à la carte") for form in ("NFC", "NFD"))
    assert composed != parted
    assert Key.from_passphrase(composed) == Key.from_passphrase(parted)


@pytest.mark.parametrize(
    "passphrase", ["a", " a ", "x'abc", "abc'", "x" * 1024, "'; DROP", "長い言葉", "e\u0301" * 1024]
)
def test_what_is_taken(passphrase: str) -> None:
    key = Key.from_passphrase(passphrase)
    assert key.is_locked
    assert key.secret == unicodedata.normalize("NFC", passphrase)


@pytest.mark.parametrize(
    ("passphrase", "sentence"),
    [
        ("", "at least one letter"),
        (" \t\u00a0", "at least one letter"),
        ("a\0b", "NUL"),
        ("x" * 1025, "at most 1,024"),
        ("a\ud83d", "half of a character"),
        ("x'" + "ab" * 32 + "'", "the form x'…'"),
        ("X'" + "AB" * 48 + "'", "the form x'…'"),
        ("x''", "the form x'…'"),
    ],
)
def test_what_is_refused(passphrase: str, sentence: str) -> None:
    with pytest.raises(VaultError, match=sentence):
        Key.from_passphrase(passphrase)


def test_a_key_is_never_shown() -> None:
    assert "canary" not in repr(Key.from_passphrase("canary"))
    assert not NOT_LOCKED.is_locked
