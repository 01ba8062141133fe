"""How a name may be spelled in a text: whatever its case, accents, width and invisible characters.

In scripts that put spaces between words a name is matched as a whole word, so "Ann" never lands inside
"Annabel"; in the others (Chinese, Japanese, Arabic, Hebrew …) anywhere, since words and their prefixes are
written together.
"""

import re
import unicodedata
from collections.abc import Sequence
from functools import lru_cache

_ALIKE = str.maketrans(
    {"ł": "l", "ø": "o", "đ": "d", "ð": "d", "þ": "th", "ı": "i", "æ": "ae", "œ": "oe"}
    | dict.fromkeys("’‘ʼ`´", "'")
    | dict.fromkeys("‐‑‒–—", "-")
)
_ALSO_SPELLED = dict.fromkeys("äöüø", "e?") | {"å": "a?"}
# Latin, Greek, Cyrillic, Armenian and Georgian, as they are left by folding.
_SPACED_RANGES = "a-zªµß-ɏɐ-ʯͰ-ԯԱ-֏Ⴀ-ჿ\u1e00-\u1fff\u2c60-\u2c7f\ua720-\ua7ff\uab30-\uab6f"
_SPACED_LETTER = re.compile(f"[{_SPACED_RANGES}]")
_FEW_LETTERS = 2
"""Letters up to which a name may as well be a syllable: "Al" is one with a capital alone."""
_SHORTEST_WITH_E = 5
"""Letters from which on "ue" is also read as "u": Mueller, but not Sue."""


def fold(text: str) -> tuple[str, list[int]]:
    """`text` without case, accents, width and invisible characters; and where each letter of it came from.

    The list has one entry more than the text: the length of the original.
    """
    folded: list[str] = []
    came_from: list[int] = []
    for place, letter in enumerate(text):
        plain = _fold_letter(letter)
        folded.append(plain)
        came_from += [place] * len(plain)
    return "".join(folded), [*came_from, len(text)]


@lru_cache(maxsize=4096)
def _fold_letter(letter: str) -> str:
    # Casefolded before and after, since taking a letter apart can bring a capital to light.
    apart = unicodedata.normalize("NFKD", letter.casefold()).casefold()
    return "".join(c for c in apart if unicodedata.category(c) not in ("Mn", "Me", "Cf")).translate(_ALIKE)


def fold_to_key(term: str) -> str:
    """`term` folded, with single spaces: the same for all spellings that are one."""
    return " ".join(fold(term)[0].split())


def is_spaced(term: str) -> bool:
    """Whether all letters of `term` are of scripts that put spaces between words."""
    return all(_SPACED_LETTER.match(letter) for letter in fold(term)[0] if letter.isalpha())


def is_short(term: str) -> bool:
    """Whether `term` has so few letters that it may be a syllable."""
    return len(fold_to_key(term)) <= _FEW_LETTERS


def build_name_regex(term: str) -> str:
    """What finds `term` in a folded text; it has no group of its own.

    Hyphen and apostrophe may be missing or a space ("Annemarie", "O Brien"), and ä, ö, ü, ø, å be written
    with two letters.
    """
    letters = [(_fold_letter(letter), letter.casefold()) for letter in unicodedata.normalize("NFC", term)]
    letters = [pair for pair in letters if pair[0]]
    made = "".join(_letter(letters, n) for n in range(len(letters)))
    made = re.sub("\n+", lambda _: r"\s+", made.strip("\n"))
    folded = fold_to_key(term)
    if not is_spaced(term):
        # No part of a syllable: a last consonant is a sign of its own once Hangul is taken apart.
        return made + "(?![\u11a8-\u11ff])"
    # A mark at an end of the name ("K.") needs no boundary of its own.
    before = f"(?<![{_SPACED_RANGES}])" if _SPACED_LETTER.match(folded[0]) else ""
    after = f"(?![{_SPACED_RANGES}])" if _SPACED_LETTER.match(folded[-1]) else ""
    if is_short(term):
        before += f"(?<![{_SPACED_RANGES}]')"  # not the end of "don't"
    return before + made + after


def _letter(letters: Sequence[tuple[str, str]], n: int) -> str:
    """What finds one letter of a name; a line break stands for spaces."""
    plain, typed = letters[n]
    if plain.isspace():
        return "\n"
    inside = 0 < n < len(letters) - 1 and letters[n - 1][0].isalpha() and letters[n + 1][0].isalpha()
    if inside and plain in ("'", "-"):
        return r"[\s'\-]?"
    if inside and plain == "e" and n > 1 and len(letters) >= _SHORTEST_WITH_E:
        # "Mueller" is Müller as well; in "Raquel" and "Louella" the u is no vowel of its own.
        vowel, before = letters[n - 1][0], letters[n - 2][0]
        if vowel in ("a", "o", "u") and before.isalpha() and before not in ("a", "e", "i", "o", "u", "q"):
            return "e?"
    return re.escape(plain) + _ALSO_SPELLED.get(typed, "")
