"""The language of every sentence: one gettext catalogue at a time, English where there is none.

A message module marks what people read and says it in one of two ways:

- a function looks its sentence up when it is called: `_("{name} gave you this").format(name=...)`, or
  `ngettext("{n} moment", "{n} moments", n)`;
- a constant is marked with `N_("Settings")`, and the module ends with `translate_constants(__name__)`. Read
  as an attribute of its module (`say.TITLE`), it comes in the language of that moment. So constants are read
  where they are shown, never imported by name, bound to another name at import, or used as a default.

English is its own key. Another language is a file `LANGUAGE/LC_MESSAGES/messages.mo` below a folder of
catalogues, made with Babel from what `docs/write_catalogue.py` extracts; which one is on is the notebook's
setting.
"""

import gettext as library
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from types import ModuleType
from typing import Any

DOMAIN = "messages"
ENGLISH = "en"

_catalogue: ContextVar[library.NullTranslations | None] = ContextVar("catalogue", default=None)


class Message(str):
    """A text that people read, as against a key that stands beside it in a table."""


def N_(text: str) -> str:  # noqa: N802 - the name gettext tools know
    """The text itself, marked: extracted into the catalogue, and translated where it is read."""
    return Message(text)


def _(text: str) -> str:
    """The text in the language of the moment."""
    catalogue = _catalogue.get()
    return catalogue.gettext(text) if catalogue and text else text


def ngettext(one: str, many: str, n: int) -> str:
    """The form of a sentence for a number, with `{n}` filled in: "1 moment", "2,000 moments"."""
    catalogue = _catalogue.get()
    form = catalogue.ngettext(one, many, n) if catalogue else (one if n == 1 else many)
    return form.replace("{n}", f"{n:,}")


def load_catalogue(folder: str, language: str) -> library.NullTranslations | None:
    """The catalogue of a language, None for English and where none is installed.

    Args:
        folder: where the catalogues are.
        language: its code, as the notebook keeps it.
    """
    if language == ENGLISH:
        return None
    try:
        return library.translation(DOMAIN, folder, [language])
    except FileNotFoundError:
        return None


def is_installed(folder: str, language: str) -> bool:
    """Whether something can be said in a language: English, or one with a catalogue."""
    return language == ENGLISH or library.find(DOMAIN, folder, [language]) is not None


def use_catalogue(catalogue: library.NullTranslations | None) -> None:
    """Say everything in this language from here on, in this thread of work."""
    _catalogue.set(catalogue)


@contextmanager
def use_language(catalogue: library.NullTranslations | None) -> Iterator[None]:
    """Say everything in this language inside the block."""
    token = _catalogue.set(catalogue)
    try:
        yield
    finally:
        _catalogue.reset(token)


class MessageModule(ModuleType):
    """A module whose constants are translated whenever they are read from outside."""

    def __getattribute__(self, name: str) -> Any:
        value = super().__getattribute__(name)
        if not name.isupper() or (catalogue := _catalogue.get()) is None:
            return value
        return _translate_value(value, catalogue)


def translate_constants(module: str) -> None:
    """Make a message module translate its constants; the last line of such a module."""
    sys.modules[module].__class__ = MessageModule


def _translate_value(value: Any, catalogue: library.NullTranslations) -> Any:
    """The same with every marked text in it translated, through tuples and the values of dictionaries."""
    if isinstance(value, Message):
        return catalogue.gettext(value)
    if isinstance(value, dict):
        return {key: _translate_value(one, catalogue) for key, one in value.items()}
    if type(value) is tuple:
        return tuple(_translate_value(one, catalogue) for one in value)
    return value
