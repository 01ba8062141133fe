"""Words that look like names: capitalised, and nothing this program knows.

A capital within a sentence is enough. At the beginning of one every word has a capital, so there a word
counts if it is no common one and is nowhere written small.
"""

import re
from collections.abc import Iterable

from timeline.share.scrub import fold

_WORD = re.compile(r"[^\W\d_]+(?:['’\-][^\W\d_]+)*")
_SENTENCE_ENDS = '.!?:;…\n“”"«»„‘(–—•'
_COMMON_WORDS = """
    a about after again all almost already also although always am an and another any anyone are around
    as asked at away back be because been before began being behind between both but by call called came
    can come could day days did do does done down each early either even ever every everyone everything
    few first for found four from full gave get go god going good got had half hardly has have he heard
    her here him his how however i if in instead into is it its just kept knew last late later left less
    let like little long looked lost love loved made many maybe me met might mine more most moved mr mrs
    ms much my near never new next no nobody none not nothing now of off often old on once one only or
    other our out over own perhaps put quite quietly read really refused said same saw second seemed
    sent seven she should since six sleep small so some somebody someone something sometimes soon still
    stood stopped stayed such taken talked tell ten than that the their them then there these they
    things think thirty this those though three through till to together told too took toward towards
    tried turned two under until up upon us very visited waited walked wanted was we went were what when
    whenever where which while who whole whom why will with within without woke words worked would wrote
    year years yes yet you young your january february march april may june july august september
    october november december monday tuesday wednesday thursday friday saturday sunday christmas easter
    new spring summer autumn winter english french german dr
"""
_COMMON = frozenset(_COMMON_WORDS.split())


def unknown_capitals(texts: Iterable[str], known: Iterable[str], written: Iterable[str]) -> tuple[str, ...]:
    """Words of `texts` that may be names, each once, in order.

    Args:
        texts: what leaves.
        known: names and labels that are meant to be there.
        written: everything the person wrote, to see what they also write small.
    """
    meant = {fold(word)[0] for text in known for word in _WORD.findall(text)}
    small = {word for text in written for word in _WORD.findall(text) if word == word.lower()}
    found: dict[str, None] = {}
    for text in texts:
        for match in _WORD.finditer(text):
            word = re.sub(r"['’]s$", "", match[0])
            if not word[0].isupper() or len(word) < 2 or fold(word)[0] in meant:
                continue
            before = text[: match.start()].rstrip(" \t*_'’")
            begins = not before or before[-1] in _SENTENCE_ENDS
            plain = re.split("['’]", word.lower())[0]
            if plain in _COMMON or (begins and word.lower() in small):
                continue
            found[word] = None
    return tuple(found)
