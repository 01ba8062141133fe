"""What someone may be called in a text: by the whole of their name, by its parts, by what they are."""

import re
from collections.abc import Iterator
from typing import NamedTuple

from timeline.messages.english_words import NAMES_AND_WORDS, PRONOUNS
from timeline.redaction.spelling import fold, fold_to_key, is_short, is_spaced

_BETWEEN_PARTS = re.compile(r"[\s()\[\]{},;:/\\|“”\"«»„.·・]+")
_BRACKETS = re.compile(r"\([^()]*\)|\[[^\[\]]*\]")
_OWNS = re.compile(r"['’]s$")
_HAN_KANA_HANGUL = re.compile("[\u3040-\u30ff]+|[\u3005\u3400-\u9fff]+|[\uac00-\ud7af]+")
_HANGUL, _HAN = "[\uac00-\ud7af]{3,4}", "[\u3005\u3400-\u9fff]{3,5}"
_FULL_NAME = re.compile(f"{_HANGUL}|{_HAN}")
_SHORTEST_JOINED = 3
"""Letters that each of two parts in a row needs to be looked for as one word too."""
_FEWEST_SIGNS = 2
"""One sign is any word."""

_PARTICLE_WORDS = "von van der den dos del las los de da di du la le el ten ter zu"
PARTICLES = frozenset(_PARTICLE_WORDS.split())
_TITLE_WORDS = """
    mr mrs ms miss dr prof professor doctor doc sir lady lord madam aunt auntie aunty uncle cousin sister
    brother grandmother grandfather granny grandma grandpa saint st
"""
TITLES = frozenset(_TITLE_WORDS.split())
"""What stands before a name, and says who of a family is meant."""
_BETWEEN_WORDS = "the and for from with of in at to my our his her their not that who jr sr ii iii iv"
_NEVER_A_NAME = frozenset(_BETWEEN_WORDS.split()) | PARTICLES | TITLES
_DESCRIBING_WORDS = """
    old new big young little dear best good other another first second third last next teacher tutor boss
    chief coach friend friends neighbour neighbor colleague partner husband wife girlfriend boyfriend flatmate
    roommate landlord landlady nurse therapist priest school class work office home house street club team
    group people family one two three son daughter child
"""
_ROLE_WORDS = frozenset(_DESCRIBING_WORDS.split())
_KIN_WORDS = """
    mother mum mom mummy mommy mama mamma ma father dad daddy papa pa parents grandmother grandma granny gran
    nana nan grandfather grandpa granddad grandad opa oma stepmother stepfather stepmum stepdad godmother
    godfather brother sister son daughter aunt uncle
"""
KIN = frozenset(_KIN_WORDS.split())


class NameForm(NamedTuple):
    """One way someone may be called.

    Attributes:
        text: as it is typed.
        whole: whether it is all of a name, and so means nobody else.
        first: whether nothing of their name comes before it.
        place: whether it is where they come from, as Weimar in "Carl of Weimar".
    """

    text: str
    whole: bool = False
    first: bool = False
    place: bool = False

    @property
    def is_name_only_capitalised(self) -> bool:
        """Whether without a capital it is a word or a syllable."""
        if not is_spaced(self.text):
            return False
        return is_a_word_too(self.text, whole=self.whole) or (is_short(self.text) and not self.whole)


def name_forms(name: str) -> tuple[NameForm, ...]:
    """What someone called `name` may be called in a text."""
    whole = " ".join(name.split())
    without_brackets = " ".join(_BRACKETS.sub(" ", whole).split())
    every = (*(NameForm(all_, whole=True, first=True) for all_ in (whole, without_brackets)), *_parts(name))
    first = {one.text: one for one in reversed(every) if fold_to_key(one.text)}
    return tuple(dict.fromkeys(first[one.text] for one in every if one.text in first))


def is_described(name: str) -> bool:
    """Whether someone goes by what they are, "Father" or "my big sister", and not by a name."""
    parts = [fold(part)[0] for part in _BETWEEN_PARTS.split(name) if part]
    known = KIN | _ROLE_WORDS | _NEVER_A_NAME
    return any(part in KIN for part in parts) and all(part in known for part in parts)


def is_a_word_too(name: str, *, whole: bool = False) -> bool:
    """Whether `name` is one word of the language, which without a capital means nobody.

    Args:
        name: a part of a name.
        whole: whether it is all of it; who is entered as "boss" is meant by "my boss".
    """
    word = fold_to_key(name)
    if word in KIN or (whole and word in _ROLE_WORDS):
        return False
    return word in NAMES_AND_WORDS or word in _ROLE_WORDS or (len(word) == 1 and name.isalpha())


def is_pronoun(name: str) -> bool:
    """Whether someone goes by "I" or "me"."""
    return fold_to_key(name) in PRONOUNS


def _parts(name: str) -> Iterator[NameForm]:
    has_capitals = name != name.lower()
    particles: list[str] = []
    before, first, place = "", True, False
    for typed in _BETWEEN_PARTS.split(name):
        part = _OWNS.sub("", typed.strip(" '’‘-–—*_~!?&+"))
        place = place or fold_to_key(part) == "of"
        if fold_to_key(part) in PARTICLES:
            particles.append(part)
            continue
        for piece in dict.fromkeys((part, *re.split("[-‐‑–]", part))):
            if not is_spaced(piece):
                yield from (NameForm(signs) for signs in _unspaced_forms(piece))
            elif _is_name(piece, has_capitals):
                yield NameForm(piece, first=first, place=place)
                first = False
                if piece == part and particles:
                    yield NameForm(" ".join((*particles, piece)))
        if min(len(before), len(part)) >= _SHORTEST_JOINED and before.isalpha() and part.isalpha():
            yield NameForm(before + part)  # "Annemarie" of Anne Marie
        particles, before = [], part if _is_name(part, has_capitals) and is_spaced(part) else ""


def _is_name(piece: str, has_capitals: bool) -> bool:
    """Whether a piece of a name is one by itself."""
    names = piece != piece.lower() or not has_capitals
    return names and len(fold_to_key(piece)) > 1 and fold_to_key(piece) not in _NEVER_A_NAME


def _unspaced_forms(piece: str) -> Iterator[str]:
    """A name without spaces, the runs of one script in it, and given and family name of three to five signs.

    Of Kana only whole runs: two of them are a syllable or two of many words.
    """
    if len(piece) < _FEWEST_SIGNS or not any(sign.isalpha() for sign in piece):
        return
    yield piece
    for run in _HAN_KANA_HANGUL.findall(piece):
        if len(run) >= _FEWEST_SIGNS:
            yield run
        if _FULL_NAME.fullmatch(run):
            yield run[-2:]
            # 山田 of 山田実, but not 김민 of 김민수: families have one sign in Hangul.
            if len(run) > 3 or not re.fullmatch(_HANGUL, run):
                yield run[: max(2, len(run) - 2)]
