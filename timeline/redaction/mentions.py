"""Where a text may name somebody: each stretch of names, who carries a part of it, and whom it may mean.

A stretch is what stands together: "Maria Branwell" means who carries both parts, "Theodor Collin" nobody who
is called Collin and not Theodor, "Mrs Collin" nobody it cannot be told of.
"""

import re
from collections.abc import Iterable, Iterator, Mapping, Set
from dataclasses import dataclass, field, replace
from typing import NamedTuple

from timeline.messages.english_words import (
    COMMON,
    NAMES_AND_WORDS,
    PRONOUNS,
    begins_sentence,
    is_formed_like_a_word,
    name_follows,
)
from timeline.redaction.name_forms import KIN, TITLES, NameForm, is_a_word_too
from timeline.redaction.spelling import build_name_regex, fold, fold_to_key, is_spaced

_JOINT = re.compile(r"[ \t\xa0]*|-")
_WORD_BEFORE = re.compile(r"(?<!\w)([^\W\d_]+(?:['’\-][^\W\d_]+)*)(\.?)(?:[ \t\xa0]+|-)$")
_WORD_AFTER = re.compile(r"(?:[ \t\xa0]+|-)([^\W\d_]+(?:['’\-][^\W\d_]+)*)")
_OWNS = re.compile(r"['’]s$")
_LONGEST_WORD = 60
"""Letters looked back for the word before a name: a bound for the search, longer than words are."""
_TITLES = TITLES | KIN
_SHORT_TITLES = frozenset(["mr", "mrs", "ms", "dr", "prof"])
"""Titles that are no words: "mr young", but "I miss good days"."""
_RANK_WORDS = """
    admiral captain coach colonel countess duke general king nurse officer pastor prince princess queen rev
    reverend teacher
"""
_RANKS = frozenset(_RANK_WORDS.split())
"""Titles where they have a capital; "my teacher Anna" says nothing against Anna."""
_NO_NAMES = COMMON | PRONOUNS


@dataclass(frozen=True)
class Mention:
    """A stretch of a text in which somebody may be named.

    Attributes:
        start: where it begins, with a title written large.
        names: where the names in it begin.
        end: where it ends.
        carriers: everyone who carries a part of it.
        candidates: those of them it can mean; nobody, where what stands beside it belongs to another name.
    """

    start: int
    names: int
    end: int
    carriers: frozenset[str]
    candidates: frozenset[str]


@dataclass
class _Term:
    """All who are called the same.

    Attributes:
        carriers: everyone who is.
        candidates: those it can mean where it stands alone.
        first_name_carriers: those in whose name nothing comes before it.
        is_unambiguous: whether it says all by itself: a whole name of several words, a word for kin, or a
            name in a script without spaces.
        is_name_only_capitalised: whether without one it is a word or a syllable.
    """

    carriers: set[str] = field(default_factory=set)
    candidates: set[str] = field(default_factory=set)
    first_name_carriers: set[str] = field(default_factory=set)
    is_unambiguous: bool = False
    is_name_only_capitalised: bool = True


class _NameHit(NamedTuple):
    """One name in a text."""

    start: int
    end: int
    term: _Term


class NameFinder:
    """What finds everyone given in a text, all in one pass and the longest name first."""

    def __init__(
        self, called: Iterable[tuple[str, NameForm]], titles: Mapping[str, Iterable[str]] | None = None
    ) -> None:
        """Take in whom to look for.

        Args:
            called: pairs (who, one way they are called).
            titles: words that may stand before the name of somebody, by who.
        """
        self._terms: dict[str, _Term] = {}
        patterns: dict[str, dict[str, None]] = {}
        for who, one in called:
            folded = fold_to_key(one.text)
            if not folded:
                continue
            term = self._terms.setdefault(folded, _Term())
            term.carriers.add(who)
            term.is_unambiguous |= (one.whole and " " in folded) or folded in KIN or not is_spaced(one.text)
            term.is_name_only_capitalised &= one.is_name_only_capitalised
            if not one.place:
                term.candidates.add(who)
            if one.first:
                term.first_name_carriers.add(who)
            patterns.setdefault(folded, {})[build_name_regex(one.text)] = None
        self._titles = {
            who: frozenset(fold_to_key(word) for word in words) for who, words in (titles or {}).items()
        }
        self._keys = sorted(self._terms, key=lambda folded: (-len(folded), folded))
        spelled = "|".join(f"({'|'.join(patterns[folded])})" for folded in self._keys)
        self._pattern = re.compile(spelled or r"(?!)")

    def mentions(self, text: str) -> Iterator[Mention]:
        """Every stretch of `text` that may name somebody, in order."""
        floor = 0
        stretches = _group_adjacent_names(text, self._find_names(text))
        for n, stretch in enumerate(stretches):
            ceiling = stretches[n + 1][0].start if n + 1 < len(stretches) else len(text)
            mention = self._mention(text, stretch, floor, ceiling)
            if n and not stretch[0].term.is_unambiguous and _JOINT.fullmatch(text, floor, stretch[0].start):
                mention = replace(mention, candidates=frozenset())  # behind the whole name of another
            floor = mention.end
            yield mention

    def _find_names(self, text: str) -> Iterator[_NameHit]:
        folded, came_from = fold(text)
        done = 0
        for match in self._pattern.finditer(folded):
            start, end = came_from[match.start()], came_from[match.end()]
            # A name spelled exactly so goes before one that may be spelled so.
            term = (
                self._terms.get(fold_to_key(match[0])) or self._terms[self._keys[(match.lastindex or 1) - 1]]
            )
            if end <= done or (term.is_name_only_capitalised and not _is_a_name_here(text, start, end)):
                continue
            done = end
            yield _NameHit(start, end, term)

    def _mention(self, text: str, stretch: list[_NameHit], floor: int, ceiling: int) -> Mention:
        terms = [found.term for found in stretch]
        carriers = frozenset[str]().union(*(term.carriers for term in terms))
        may_be = carriers.intersection(*(term.carriers for term in terms))
        if len(terms) == 1:
            may_be &= terms[0].candidates
        made = Mention(stretch[0].start, stretch[0].start, stretch[-1].end, carriers, may_be)
        if any(term.is_unambiguous for term in terms):
            return made
        return self._extend_backwards(
            text, _extend_forwards(text, made, ceiling), floor, terms[0].first_name_carriers
        )

    def _extend_backwards(self, text: str, made: Mention, floor: int, first_of: Set[str]) -> Mention:
        """`made` with the unknown names and the title before it."""
        while word := _WORD_BEFORE.search(text, max(floor, made.names - _LONGEST_WORD), made.names):
            place, plain = word.start(1), fold_to_key(word[1])
            large = word[1][0].isupper()
            if plain in _TITLES or (large and plain in _RANKS):
                told = frozenset(one for one in made.candidates if plain in self._titles.get(one, ()))
                return replace(made, start=place if large else made.start, candidates=told)
            if not (large and text[made.names].isupper()) or plain in _NO_NAMES or _OWNS.search(word[1]):
                break
            if bool(word[2]) != (len(plain) == 1):  # "J." is an initial, "Leeds." the end of a sentence
                break
            if not word[2] and begins_sentence(text, place):
                if plain not in NAMES_AND_WORDS and not is_formed_like_a_word(plain):
                    # "Ask Theodor", but perhaps "Theodor Collin".
                    made = replace(made, candidates=made.candidates & first_of)
                break
            made = replace(made, start=place, names=place, candidates=frozenset())
        return made


def _group_adjacent_names(text: str, every: Iterable[_NameHit]) -> list[list[_NameHit]]:
    """Names that stand together as one."""
    made: list[list[_NameHit]] = []
    for found in every:
        if made and _is_same_stretch(text, made[-1][-1], found):
            made[-1].append(found)
        else:
            made.append([found])
    return made


def _extend_forwards(text: str, made: Mention, ceiling: int) -> Mention:
    """`made` with the unknown names after it."""
    while text[made.names].isupper() and (word := _WORD_AFTER.match(text, made.end, ceiling)):
        name = _OWNS.sub("", word[1])
        if (
            not name[0].isupper()
            or fold_to_key(name) in _NO_NAMES | _TITLES
            or is_formed_like_a_word(name.lower())
        ):
            break
        made = replace(made, end=word.start(1) + len(name), candidates=frozenset())
    return made


def _is_same_stretch(text: str, last: _NameHit, found: _NameHit) -> bool:
    """Whether two names in a row are one: of one person, or neither of them all that somebody is called."""
    if not _JOINT.fullmatch(text, last.end, found.start):
        return False
    return bool(last.term.carriers & found.term.carriers) or not (
        last.term.is_unambiguous or found.term.is_unambiguous
    )


def _is_a_name_here(text: str, start: int, end: int) -> bool:
    """Whether a word that is a name as well is one where it stands."""
    typed = text[start:end]
    before = _WORD_BEFORE.search(text, max(0, start - _LONGEST_WORD), start)
    title = fold_to_key(before[1]) if before else ""
    if title in _SHORT_TITLES:
        return True
    if not typed[0].isupper():
        return False
    if not is_a_word_too(typed) or title in _TITLES:
        return True
    if len(typed) > 1 and typed.isupper():
        return False
    return not begins_sentence(text, start) or name_follows(text, end)
