"""Words that look like names: capitalised, and nothing this program knows.

A capital within a sentence is enough; those words come first. At the beginning of one every word has a
capital, so there a word counts if it is no common one, is not formed like one (Gratified, Weeping, Openly),
and neither it nor what it is formed from is written small anywhere. What stays in doubt is listed: a word too
many is looked at, a name too few leaves.
"""

import re
from collections.abc import Collection, Iterable

from timeline.share.scrub import fold

_WORD = re.compile(r"[^\W\d_]+(?:['’\-][^\W\d_]+)*")
_SENTENCE_ENDS = '.!?:;…\n“”"«»„‘(–—•'
_COMMON_WORDS = """
    a about afraid after again all almost alone already also although always am american an and anger angry
    another any anyone april ardent are around as ashamed asked at ate august away back bad be became
    because been before began behind being between big birth born both bought breakdown brief british broke
    brother brought built but by call called calm came can chinese christmas close cold come could cried
    cruel cut danish day days death december diary did difficult divorce do does done down dr drank drew
    drove drunk dutch each early easter eight either eleven empty english european even ever every everyone
    everything father fear february fed fell felt few fight final first fled flew for forbade forgave forgot
    fought found four free french friday friend friends friendship from full gave german get go god going
    gone good got great greek grew grief grown had half happy hard hardly harsh has have he heard held help
    her here hid him his hit home hours how however hundred hurt i if ill illness in indian instead into
    irish is it italian its january japanese july june just kept kind kissed knew laid last late later lay
    led left lent less let letter letters like lit little lonely long looked lost love loved made many march
    marriage may maybe me met might mine minutes monday money months more most mother move moved mr mrs ms
    much music my near never new news next night nine no nobody noise none norwegian not nothing november
    now october of off often old on once one only or other our out over own paid pain painful party perhaps
    polish poor pride proud pupil put quarrel quick quietly quite ran rang rare read real really refused
    rode run russian safe said same sang sat saturday saw school scottish second secret seemed sent
    september set seven several shame she shook short shot should shown shut sick silence silent since
    sister six sleep slept small so sold some somebody someone something sometimes soon sorry spanish spent
    spoke spring stay stayed still stole stood stopped strange strict strong stuck such sudden sunday
    swedish swiss swore taken talk talked taught tears tell ten tender terrible than that the their them
    then there these they things think thirty this those though three threw through thrown thursday till
    tired to together told too took torn toward towards tried trip tuesday turkish turned twelve twenty two
    ugly under understood until up upon us very violent visit visited waited walked wanted warm was we weak
    wedding wednesday weeks welsh went wept were what when whenever where which while who whole whom why
    wild winter with within without woke won words wore work worked would written wrong wrote year years
    yelled yes yet you young your
"""
_COMMON = frozenset(_COMMON_WORDS.split())
"""None of them is a name as well (Will, Hope, Rose): those count, wherever nobody writes them small."""
_FORMED = re.compile(
    r"\w{3,}ed|\w{3,}ing|\w{4,}ly|\w{3,}(?:ness|ful|less|ment|ments|tion|tions|sion|sions|able|ible|ous)"
)
"""How words are formed that begin a sentence without its subject; hardly a name is."""
_FORMED_NAMES = """
    ahmed mohamed mohammed muhammed hamed alfred wilfred winifred manfred mildred siegfried gottfried wilfried
    khaled khalid jared saeed waleed majeed rashed reed sterling fleming browning harding golding keating
    manning channing kimberly beverly emily shelly connelly donnelly clementine clement
"""
_NAMES_AFTER_ALL = frozenset(_FORMED_NAMES.split())


def unknown_capitals(texts: Iterable[str], known: Iterable[str], written: Iterable[str]) -> tuple[str, ...]:
    """Words of `texts` that may be names, each once, in order.

    Args:
        texts: what leaves.
        known: names and labels that are meant to be there.
        written: everything the person wrote, to see what they also write small.
    """
    meant = {fold(word)[0] for text in known for word in _WORD.findall(text)}
    small = {word for text in written for word in _WORD.findall(text) if word == word.lower()}
    within: dict[str, None] = {}
    first: dict[str, None] = {}
    for text in texts:
        for match in _WORD.finditer(text):
            word = re.sub(r"['’]s$", "", match[0])
            if not word[0].isupper() or len(word) < 2 or fold(word)[0] in meant:
                continue
            before = text[: match.start()].rstrip(" \t*_'’")
            begins = not before or before[-1] in _SENTENCE_ENDS
            if re.split("['’]", word.lower())[0] in _COMMON:
                continue
            if not begins:
                within[word] = None
            elif not _is_ordinary(word.lower(), small):
                first[word] = None
    return tuple(within | first)


def _is_ordinary(word: str, small: Collection[str]) -> bool:
    """Whether a word that begins a sentence is one of the language, as far as can be told."""
    if word in _NAMES_AFTER_ALL:
        return False
    roots = {word, *(word.removesuffix(end) for end in ("s", "es", "d", "ed", "ing"))}
    return bool(_FORMED.fullmatch(word)) or any(root in small or root in _COMMON for root in roots)
