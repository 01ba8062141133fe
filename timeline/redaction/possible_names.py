"""Words that look like names: capitalised, and nothing this program knows.

A capital within a sentence is enough; those words come first. At the beginning of one every word has a
capital, so there a word counts if it is no common one, is not formed like one (Gratified, Weeping, Openly),
and neither it nor what it is formed from is written small anywhere. What stays in doubt is listed: a word too
many is looked at, a name too few leaves.

A name that is a word as well is taken out only where it can be told from the word; where it stands otherwise
it is listed too, small or large.
"""

import re
from collections.abc import Collection, Iterable

from timeline.messages.english_words import (
    COMMON,
    begins_sentence,
    is_formed_like_a_word,
    is_name_despite_word_ending,
)
from timeline.redaction.spelling import fold_to_key

_WORD = re.compile(r"[^\W\d_]+(?:['’\-][^\W\d_]+)*")
_OWNS = re.compile(r"['’]s$")
_SENTENCE_ENDS = '.!?:;…\n“”"«»„‘(–—•'


def unknown_capitals(texts: Iterable[str], known: Iterable[str], written: Iterable[str]) -> tuple[str, ...]:
    """Words of `texts` that may be names, each once, in order.

    Args:
        texts: what leaves.
        known: names and labels that are meant to be there.
        written: everything the person wrote, to see what they also write small.
    """
    meant = {fold_to_key(word) for text in known for word in _WORD.findall(text)}
    small = {word for text in written for word in _WORD.findall(text) if word == word.lower()}
    within: dict[str, None] = {}
    first: dict[str, None] = {}
    for text in texts:
        for match in _WORD.finditer(text):
            word = _OWNS.sub("", match[0])
            if not word[0].isupper() or len(word) < 2 or fold_to_key(word) in meant:
                continue
            if re.split("['’]", word.lower())[0] in COMMON:
                continue
            if not begins_sentence(text, match.start(), _SENTENCE_ENDS):
                within[word] = None
            elif not _is_ordinary(word.lower(), small):
                first[word] = None
    return tuple(within | first)


def find_ambiguous_names(texts: Iterable[str], names: Collection[str]) -> tuple[str, ...]:
    """Words of `texts` that are the name of somebody hidden and stayed, since there they may be words.

    Args:
        texts: what leaves.
        names: such names, folded.
    """
    every = (_OWNS.sub("", word) for text in texts for word in _WORD.findall(text))
    return tuple(dict.fromkeys(word for word in every if fold_to_key(word) in names))


def _is_ordinary(word: str, small: Collection[str]) -> bool:
    """Whether a word that begins a sentence is one of the language, as far as can be told."""
    if is_name_despite_word_ending(word):
        return False
    roots = {word, *(word.removesuffix(end) for end in ("s", "es", "d", "ed", "ing"))}
    return is_formed_like_a_word(word) or any(root in small or root in COMMON for root in roots)
