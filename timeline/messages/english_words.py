"""Words of the language, as far as they are needed to tell a name from one.

What stands here is looked up folded. A word too few in a list means that a word is taken for a name; a word
too many, that a name is listed before it leaves instead of being taken out.
"""

import re

_COMMON_WORDS = """
    a about afraid after again all almost alone already also although always am american an and anger angry
    another any anyone april ardent are around as ashamed ask asked at ate august away back bad be became
    because been before began behind being between big birth born both bought breakdown brief british broke
    brother brought built but by call called calm came can chinese christmas close cold come could cried
    cruel cut danish day days dear death december despite diary did difficult divorce do does done down dr
    drank drew drove drunk dutch each early easter eight either eleven else empty english european even ever
    every everyone everything except father fear february fed fell felt few fight final first fled flew for
    forbade forgave forgot fought found four free french friday friend friends friendship from full gave
    german get go god going gone good got great greek grew grief grown had half happy hard hardly harsh has
    have he heard held hello help her here hi hid him his hit home hours how however hundred hurt i if ill
    illness in indian instead into irish is it italian its january japanese july june just kept kind kissed
    knew laid last late later lay led left lent less let letter letters like lit little lonely long looked
    lost love loved made many march marriage may maybe me met might mine minutes monday money months more
    most mother move moved mr mrs ms much music my near never new news next night nine no nobody noise none
    norwegian not nothing november now october of off often oh ok old on once one only or other our out over
    own paid pain painful party perhaps please polish poor pride proud pupil put quarrel quick quietly quite
    ran rang rare read real really refused rode run russian safe said same sang sat saturday saw school
    scottish second secret seemed sent september set seven several shame she shook short shot should shown
    shut sick silence silent since sister six sleep slept small so sold some somebody someone something
    sometimes soon sorry spanish spent spoke spring stay stayed still stole stood stopped strange strict
    strong stuck such sudden sunday swedish swiss swore taken talk talked taught tears tell ten tender
    terrible than thanks that the their them then there these they things think thirty this those though
    three threw through thrown thursday till tired to today together told tomorrow tonight too took torn
    toward towards tried trip tuesday turkish turned twelve twenty two ugly under understood unless unlike
    until up upon us very violent visit visited waited walked wanted warm was we weak wedding wednesday weeks
    well welsh went wept were what whatever when whenever where whether which while who whole whom whose why
    wild winter with within without woke won words wore work worked would written wrong wrote year years
    yelled yes yesterday yet you young your
"""
COMMON = frozenset(_COMMON_WORDS.split())
"""Words that begin sentences, and stand with a capital within one without being anybody's name."""
_ALSO_NAME_WORDS = """
    abbot ace amber angel apple archer arch art ash autumn baby baker banks bank baron bay bean bear bell
    berry best better bill bird bishop black blaze bliss bloom blossom blue bond bread bridge bridges bright
    brook brooks brown buck bud buddy bull bush butler candy carol carpenter carver case cash castle cat
    chambers chance charity chase cherry child church clay cliff clover coach coats constant cook coral cox
    crane cross crown crystal curry cutter daisy dale dance darling dawn deacon dean destiny dolly dot drake
    driver duke earl earnest east eve fair faith farmer fern field fields fifth fisher fish flora flower
    flowers foot ford forest fort foster fox frank freeman frost gale gamble garden gardener gates gay gem
    gene genesis ginger glass glen gold golden grace grant gray green grey guy hand hands harmony hart haven
    hawk hazel head heath heather heaven heron high hill hills hold holder holiday holly honest honey honor
    honour hope horn house humble hunt hunter iris ivory ivy jack jade jay joiner journey joy judge junior
    justice keen key keys king kings kitchen knight lake lamb lance land lane lark laurel law laws lee legend
    liberty light lily line lines lions lock lucky luck mace major man march mark marsh marshall martin
    mason meadow melody mercy merry miles mill mills misty mole monk moody moon moor moss myrtle nail nails
    nick noble north ocean olive opal pace pack page painter park parks pat patience peace pearl peg pen
    penny pepper piece pike pink place plant plum pool pope poppy porter post potter pound power powers price
    prince prudence queen race rain raven ray reader reed rice rich rider ring rise river rivers rob robin
    rock root rose ruby rush rusty sage sailor sandy sands savage scarlet seal self sergeant shade shadow
    sharp shell shepherd silver singer skip sky smith smart snow song south sparks spear speed squire star
    stark steel sterling stern stone storm story stout street strings sue sugar summer sunny swan sweet swift
    tab teller temperance temple thorn tower trinity trout true trust turner twist vale vice victor victory
    violet wade walker wall walls ward wash waters way weaver wells west wheeler white will wing winner
    winters wise wish wolf wood woods world worth wren wright
"""
_PRONOUN_WORDS = """
    i me my mine myself you your yours yourself he him his himself she her hers herself it its we us our ours
    they them their theirs who whom someone somebody anyone anybody everyone everybody nobody self
"""
PRONOUNS = frozenset(_PRONOUN_WORDS.split())
NAMES_AND_WORDS = COMMON | PRONOUNS | frozenset(_ALSO_NAME_WORDS.split())
"""Words somebody may be called by; without a capital they are words."""
_WORDS_AFTER_A_NAME = """
    admitted also always apologised apologized ate beat became began bought broke brought called came can
    cannot can't chose could couldn't cried cut did didn't died does doesn't drank drove fell felt fled forgot
    fought found gave goes got grew had hadn't has hasn't hated held helped hit hugged hung hurt is isn't just
    kept kissed knew laughed led left lent let lied lost loved made married met moved must needed never now
    often once only paid promised put ran rang read refused rode said sang sat saw says seemed sent shook shot
    shouted smiled spoke stayed still stole stood stopped swore taught tells then thought threw told took
    tried turned used walked wanted wants was wasn't went were who will wished woke won would wouldn't wrote
    yelled
"""
_AFTER_A_NAME = frozenset(_WORDS_AFTER_A_NAME.split())
"""What follows a name that begins a sentence, and hardly a word that does."""
_WORD_FORMATION = re.compile(
    r"\w{3,}ed|\w{3,}ing|\w{4,}ly|\w{3,}(?:ness|ful|less|ment|ments|tion|tions|sion|sions|able|ible|ous)"
)
"""How words are formed that begin a sentence without its subject; hardly a name is."""
_FORMED_NAMES = """
    ahmed mohamed mohammed muhammed hamed alfred wilfred winifred manfred mildred siegfried gottfried wilfried
    khaled khalid jared saeed waleed majeed rashed reed sterling fleming browning harding golding keating
    manning channing kimberly beverly emily shelly connelly donnelly clementine clement
"""
_NAMES_AFTER_ALL = frozenset(_FORMED_NAMES.split())
_ENDS = '.!?:…\n“”"«»„‘•'
_NEXT_WORD = re.compile(r"(['’]s\b)|,?[ \t\xa0]+(?:([^\W\d_]+(?:['’][^\W\d_]+)?)|(&))(?:[ \t\xa0]+(\w))?")


def begins_sentence(text: str, place: int, ends: str = _ENDS) -> bool:
    """Whether what stands at `place` has its capital from there.

    Args:
        text: any text.
        place: of a letter in it.
        ends: the marks a sentence ends with.
    """
    before = text[:place].rstrip(" \t\xa0*_'’")
    return not before or before[-1] in ends


def is_formed_like_a_word(word: str) -> bool:
    """Whether `word`, in small letters, is formed as words are and names hardly."""
    return word not in _NAMES_AFTER_ALL and bool(_WORD_FORMATION.fullmatch(word))


def is_name_despite_word_ending(word: str) -> bool:
    """Whether `word` ends like one of the language and is a name all the same."""
    return word in _NAMES_AFTER_ALL


def name_follows(text: str, end: int) -> bool:
    """Whether a word that begins a sentence and ends at `end` is a name, by what comes after it."""
    after = _NEXT_WORD.match(text, end)
    if not after:
        return False
    owns, word, sign, letter = after.groups()
    if owns:
        return True
    if sign or word.lower() == "and":
        return letter is not None and letter.isupper()
    return word.lower().replace("’", "'") in _AFTER_A_NAME
