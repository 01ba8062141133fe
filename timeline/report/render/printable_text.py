"""Text made fit for paper: whatever was typed, it is set without failing and without hiding anything.

Controls, direction overrides, unassigned and private signs go; what no font has becomes □ and is named to the
person before; a letter carries at most four marks, and those its font has; a very long word may be broken.
"""

import re
import unicodedata

from timeline.report.render.fonts import can_join, is_drawable
from timeline.report.report import Report, map_texts

BOX = "□"
_MAX_MARKS = 4
_LONG_WORD_LETTERS, _PIECE_LETTERS = 20, 10
_BREAK = "\u200b"
_MAX_ARABIC_WORD_LETTERS = 45
"""Letters of an Arabic word; what is longer is none, and may be torn."""
_LONG_WORD = re.compile(rf"[^\s\u3040-\u9fff\uac00-\ud7af\u200b-\u200d]{{{_LONG_WORD_LETTERS},}}")
_INITIALS = re.compile(r"(?<=\b\w\.) (?=\w\.)")
_UNEVEN_TEXT = re.compile(rf"{_LONG_WORD.pattern}|{_INITIALS.pattern}|   ")
_REMOVED_CATEGORIES = frozenset({"Cc", "Cs", "Co", "Cn", "Zl", "Zp"})
_ZWNJ, _ZWJ, _LRM = "\u200c", "\u200d", "\u200e"


def make_printable(text: str) -> str:
    """`text` as it can be set."""
    return _replace_unprintable(text)[0]


def find_unprintable_signs(report: Report) -> tuple[str, ...]:
    """The signs of `report` that will stand as a box, each once, in order."""
    found: dict[str, None] = {}

    def note(text: str) -> str:
        found.update(dict.fromkeys(_replace_unprintable(text)[1]))
        return text

    map_texts([report.title, report.author, *report.blocks], note)
    return tuple(found)


def _replace_unprintable(text: str) -> tuple[str, tuple[str, ...]]:
    """The text as it can be set, and the signs that became boxes."""
    if text.isascii() and text.isprintable() and not _UNEVEN_TEXT.search(text):
        return text.strip(), ()
    whole = unicodedata.normalize("NFC", text.replace("\r\n", "\n").replace("\r", "\n"))
    kept: list[str] = []
    boxed: list[str] = []
    base, marks = 0, 0  # the code point the next marks stand on, and how many it has
    for place, sign in enumerate(whole):
        code, category = ord(sign), unicodedata.category(sign)
        if sign == "\n" or sign in "\u0085\u2028\u2029":
            kept.append("\n")
            base = 0
        elif category == "Zs" or sign == "\t":
            kept.append("\u00a0" if sign in "\u00a0\u202f" else " ")
            base = 0
        elif category in _REMOVED_CATEGORIES or 0xFE00 <= code <= 0xFE0F or code >= 0xE0000:
            continue
        elif category == "Cf":
            if _has_meaning(sign, base, whole[place + 1 : place + 2]):
                kept.append(sign)
        elif category in ("Mn", "Mc", "Me") or 0x1F3FB <= code <= 0x1F3FF:
            if base and marks < _MAX_MARKS and can_join(base, code):
                kept.append(sign)
                marks += 1
        elif is_drawable(code):
            kept.append(sign)
            base, marks = code, 0
        else:
            boxed.append(sign)
            kept.append(BOX)
            base, marks = ord(BOX), 0
    fitted = _normalise_spaces("".join(kept))
    # Whatever was written is never nothing on paper: a name of invisible signs is a name.
    return fitted or (BOX if whole.strip() else ""), tuple(boxed)


def _has_meaning(sign: str, base: int, following: str) -> bool:
    """Whether an invisible sign joins what it stands between, emoji or Arabic letters, or keeps a way."""
    if sign == _LRM:  # says which way a number beside a word runs, and can hide nothing
        return True
    after = ord(following) if following else 0
    if sign == _ZWJ:
        return _is_emoji(base) and _is_emoji(after) and can_join(base, ord(sign))
    return sign == _ZWNJ and _is_arabic(base) and _is_arabic(after) and can_join(base, ord(sign))


def _is_emoji(code: int) -> bool:
    return 0x1F000 <= code <= 0x1FAFF or 0x2600 <= code <= 0x27BF


def _is_arabic(code: int) -> bool:
    return 0x600 <= code <= 0x6FF or 0x750 <= code <= 0x77F


def _normalise_spaces(text: str) -> str:
    """`text` with breaks in long words, none within initials, and without heaps of space."""
    text = _LONG_WORD.sub(_insert_breaks, text)
    text = _INITIALS.sub("\u00a0", re.sub(r"[ \u00a0]{3,}", "  ", text))
    return re.sub(r"\s*\n\s*\n\s*", "\n\n", text).strip()


def _insert_breaks(word: re.Match[str]) -> str:
    """A long word with places to break it: never between a letter and its mark, nor within joined ones."""
    letters = word[0]
    if len(letters) < _MAX_ARABIC_WORD_LETTERS and any(_is_arabic(ord(letter)) for letter in letters):
        return letters
    made: list[str] = []
    since = 0
    for letter in letters:
        if since >= _PIECE_LETTERS and not unicodedata.combining(letter):
            made.append(_BREAK)
            since = 0
        made.append(letter)
        since += 1
    return "".join(made)
