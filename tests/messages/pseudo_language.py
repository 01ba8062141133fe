"""A language made of what is extracted: other letters, a third longer, another order, three plurals.

catalogues = install_pseudo_language(tmp_path)           # LANGUAGE below it, as a real one would be
create_app(desk, guard, catalogues)                      # desk.history.settings.language == LANGUAGE
"""

import importlib.util
import re
from collections.abc import Container
from math import ceil
from pathlib import Path
from types import ModuleType

from babel.messages.catalog import Catalog
from babel.messages.mofile import write_mo

from timeline.system.paths import ROOT

LANGUAGE = "eo"
PLURAL_RULE = "nplurals=3; plural=(n == 1 ? 0 : n == 2 ? 1 : 2);"
PLURAL_SIGNS = ("¹", "²", "³")
_PLAIN = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz"
_CHANGED = "ÀƁÇÐÉƑĜĤÎĴĶĻṀÑÖÞǪŔŠŢÛṼŴẊÝŽàƀçðéƒĝĥîĵķļɱñöþǫŕšţûṽŵẋýž"
_LETTERS = str.maketrans(_PLAIN, _CHANGED)
_LONGER_BY = 0.3


def load_extraction() -> ModuleType:
    """`docs/write_catalogue.py`, as a module."""
    spec = importlib.util.spec_from_file_location("write_catalogue", ROOT / "docs" / "write_catalogue.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def change_text(text: str) -> str:
    """A sentence of the language: in brackets, a third longer, and what is filled in the other way round."""
    pieces = re.split(r"(\{[^{}]*\})", text)
    slots = [piece for piece in pieces if piece.startswith("{")]
    if len(set(slots)) == len(slots):
        pieces[1::2] = slots[::-1]
    return "[" + "".join(one if one.startswith("{") else _change_words(one) for one in pieces) + "]"


def _change_words(text: str) -> str:
    def change_word(found: re.Match[str]) -> str:
        return found[0].translate(_LETTERS) + "·" * ceil(len(found[0]) * _LONGER_BY)

    return re.sub(r"[^\W\d_]+", change_word, text)


def install_pseudo_language(folder: Path, without: Container[str] = ()) -> Path:
    """Every entry that is extracted, as an installed catalogue.

    Args:
        folder: where it is put.
        without: entries left out of it, as a translator would forget them.

    Returns:
        The folder of catalogues, to be given to the app.
    """
    catalogue = Catalog(LANGUAGE, fuzzy=False)
    catalogue.mime_headers = [("Plural-Forms", PLURAL_RULE)]
    for message in load_extraction().extract_messages():
        if not message.id or message.id in without:
            continue
        if message.pluralizable:
            one, many = message.id
            forms = tuple(f"{sign}{change_text(many if n else one)}" for n, sign in enumerate(PLURAL_SIGNS))
            catalogue.add(message.id, forms)
        else:
            catalogue.add(message.id, change_text(message.id))
    place = folder / LANGUAGE / "LC_MESSAGES"
    place.mkdir(parents=True)
    with (place / "messages.mo").open("wb") as file:
        write_mo(file, catalogue)
    return folder
