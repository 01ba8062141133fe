"""Names taken out of free text: whatever their case, accents, width or invisible characters between letters.

In scripts that put spaces between words a name is matched as a whole word, so "Ann" never lands inside
"Annabel"; in the others (Chinese, Japanese, Arabic, Hebrew …) anywhere, since words and their prefixes are
written together. All names are looked for in one pass, the longest first, so that nothing put in by one
replacement is taken for another name.
"""

import re
import unicodedata
from collections.abc import Iterable

_ALIKE = str.maketrans(
    {"ł": "l", "ø": "o", "đ": "d", "ð": "d", "þ": "th", "ı": "i", "æ": "ae", "œ": "oe"}
    | dict.fromkeys("’‘ʼ`´", "'")
    | dict.fromkeys("‐‑‒–—", "-")
)
# Latin, Greek, Cyrillic, Armenian and Georgian, as they are left by folding.
_SPACED = "a-zªµß-ɏɐ-ʯͰ-ԯԱ-֏Ⴀ-ჿ\u1e00-\u1fff\u2c60-\u2c7f\ua720-\ua7ff\uab30-\uab6f"
_SPACED_LETTER = re.compile(f"[{_SPACED}]")
_BETWEEN_PARTS = re.compile(r"[\s()\[\]{},;:/\\|“”\"«»„.·・]+")
_JOINT = re.compile(r"[ \t\u00a0\-]*")
_KANJI_KANA_HANGUL = re.compile("[\u3040-\u30ff]+|[\u3400-\u9fff]+|[\uac00-\ud7af]+")

_NO_NAME_WORDS = """
    the and for from with von van der den dos del las los my our his her their not old new big young little
    dear best good other another first second third last next miss mrs prof doctor doc sir lady lord madam
    aunt auntie aunty uncle cousin teacher tutor boss chief coach friend friends neighbour neighbor colleague
    partner husband wife girlfriend boyfriend flatmate roommate landlord landlady nurse therapist priest
    school class work office home house street club team group people family one two three who that this
    brother sister son daughter child
"""
_NO_NAME = frozenset(_NO_NAME_WORDS.split())
"""Words in a name that are no name by themselves; taking them out everywhere would take the text apart."""
_KIN_WORDS = """
    mother mum mom mummy mommy mama mamma ma father dad daddy papa pa parents grandmother grandma granny gran
    nana nan grandfather grandpa granddad grandad opa oma stepmother stepfather stepmum stepdad godmother
    godfather brother sister son daughter aunt uncle
"""
_KIN = frozenset(_KIN_WORDS.split())


def fold(text: str) -> tuple[str, list[int]]:
    """`text` without case, accents, width and invisible characters; and where each letter of it came from.

    The list has one entry more than the text: the length of the original.
    """
    folded: list[str] = []
    came_from: list[int] = []
    for place, letter in enumerate(text):
        # Casefolded before and after, since taking a letter apart can bring a capital to light.
        apart = unicodedata.normalize("NFKD", letter.casefold()).casefold()
        plain = "".join(c for c in apart if unicodedata.category(c) not in ("Mn", "Me", "Cf")).translate(
            _ALIKE
        )
        folded.append(plain)
        came_from += [place] * len(plain)
    return "".join(folded), [*came_from, len(text)]


def names_in(name: str) -> tuple[str, ...]:
    """What someone called `name` may be called in a text: all of it, and its parts."""
    whole = " ".join(name.split())
    found = [whole]
    has_capitals = name != name.lower()
    for part in _BETWEEN_PARTS.split(name):
        part = part.strip(" '’‘-–—*_~!?&+")
        for piece in dict.fromkeys((part, *re.split("[-‐‑–]", part))):
            if is_spaced(piece):
                is_name = piece != piece.lower() or not has_capitals
                if is_name and len(fold(piece)[0]) >= 3 and fold(piece)[0] not in _NO_NAME:
                    found.append(piece)
            elif len(piece) >= 2 and any(letter.isalpha() for letter in piece):
                found.append(piece)
                found += [run for run in _KANJI_KANA_HANGUL.findall(piece) if len(run) >= 2]
    return tuple(dict.fromkeys(one for one in found if fold(one)[0].strip()))


def is_a_word(name: str) -> bool:
    """Whether someone goes by what they are, "Father" or "my big sister", and not by a name."""
    parts = [fold(part)[0] for part in _BETWEEN_PARTS.split(name) if part]
    return any(part in _KIN for part in parts) and all(part in _KIN | _NO_NAME for part in parts)


def is_spaced(term: str) -> bool:
    """Whether all letters of `term` are of scripts that put spaces between words."""
    return all(_SPACED_LETTER.match(letter) for letter in fold(term)[0] if letter.isalpha())


class Scrub:
    """A function from text to text without the names given."""

    def __init__(self, terms: Iterable[tuple[str, str | None]]) -> None:
        """Take in what to look for.

        Args:
            terms: pairs (name, what stands in its place); None leaves that name as it is, and whatever is
                inside it. Of two alike the first counts.
        """
        self._instead: dict[str, str | None] = {}
        typed: dict[str, str] = {}
        for term, instead in terms:
            folded = " ".join(fold(term)[0].split())
            if folded:
                self._instead.setdefault(folded, instead)
                typed.setdefault(folded, term)
        longest_first = sorted(self._instead, key=lambda folded: (-len(folded), folded))
        patterns = (_pattern(folded, typed[folded]) for folded in longest_first)
        self._pattern = re.compile("|".join(f"(?:{pattern})" for pattern in patterns) or r"(?!)")

    def __call__(self, text: str) -> str:
        """`text` with every name replaced."""
        if not self._instead or not text:
            return text
        folded, came_from = fold(text)
        made: list[str] = []
        done, last = 0, ""
        for match in self._pattern.finditer(folded):
            instead = self._instead[" ".join(match[0].split())]
            start, end = came_from[match.start()], came_from[match.end()]
            if instead is None or end <= done:
                continue
            between = text[done : max(start, done)]
            # A first and a last name of one person, each written as that person, are said once.
            if not (made and instead == last and _JOINT.fullmatch(between)):
                made += [between, instead]
            done, last = end, instead
        return "".join(made) + text[done:]


def _pattern(folded: str, typed: str) -> str:
    pattern = r"\s+".join(re.escape(part) for part in folded.split())
    if not is_spaced(typed):
        return pattern
    # A mark at an end of the name ("K.") needs no boundary of its own.
    before = f"(?<![{_SPACED}])" if _SPACED_LETTER.match(folded[0]) else ""
    after = f"(?![{_SPACED}])" if _SPACED_LETTER.match(folded[-1]) else ""
    return before + pattern + after
