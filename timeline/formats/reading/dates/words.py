"""The words dates are said in: numbers, months, seasons, feasts, and how a phrase is made plain."""

import re
import unicodedata

MONTHS = (
    "january", "february", "march", "april", "may", "june",
    "july", "august", "september", "october", "november", "december",
)  # fmt: skip
WEEKDAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
SEASONS = {"spring": 3, "summer": 6, "autumn": 9, "fall": 9, "winter": 12}
"""The month a season begins in."""

UNITS = [
    "zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve",
    "thirteen", "fourteen", "fifteen", "sixteen", "seventeen", "eighteen", "nineteen",
]  # fmt: skip
TENS = {
    "twenty": 20, "thirty": 30, "forty": 40, "fourty": 40, "fifty": 50, "sixty": 60, "seventy": 70,
    "eighty": 80,
    "ninety": 90,
}  # fmt: skip
DECADES = {
    "twenties": 20, "thirties": 30, "forties": 40, "fifties": 50, "sixties": 60, "seventies": 70,
    "eighties": 80,
    "nineties": 90,
}  # fmt: skip
ORDINALS = {
    "first": 1, "second": 2, "third": 3, "fifth": 5, "eighth": 8, "ninth": 9, "twelfth": 12, "twentieth": 20,
    "thirtieth": 30, "fortieth": 40, "fiftieth": 50, "sixtieth": 60,
}  # fmt: skip

UNKNOWN = frozenset(
    {
        "?", "unknown", "no idea", "no clue", "not sure", "not sure when", "dunno", "idk", "don't know",
        "dont know", "i don't know", "i dont know", "i don't know when", "i dont know when",
        "don't know when",
        "can't remember", "cannot remember", "i can't remember", "i cant remember", "i don't remember",
        "i dont remember", "don't remember", "i can't remember when", "i don't remember when",
        "i have no idea",
        "i'm not sure", "im not sure", "no idea when", "forgot when", "i forgot", "can't recall",
        "i can't recall", "no date",
    }
)  # fmt: skip
"""What says that the date is not known."""

_INVISIBLE = re.compile("[\u200b\u200c\u200d\u2060\ufeff\u200e\u200f\u202a-\u202e\u2066-\u2069\u00ad]")
_PUNCTUATION = str.maketrans("(),[]", "     ")
_DASHES = re.compile("[\u2010-\u2015\u2212]")
_NUMBER_WORD = re.compile(
    rf"\b(?:({'|'.join(TENS)})(?:[ -]({'|'.join(UNITS[1:10])}))?|({'|'.join(UNITS)}))\b"
)


def make_plain(phrase: str) -> str:
    """The phrase in lower case, with straight dashes and quotes, and no full stop at its end."""
    plain = unicodedata.normalize("NFC", phrase).lower()
    for curly in "\u2018\u2019\u02bc\u00b4`":
        plain = plain.replace(curly, "'")
    plain = " ".join(_DASHES.sub("-", _INVISIBLE.sub("", plain)).translate(_PUNCTUATION).split())
    return plain.strip(" ,;:!").removesuffix(".").strip()


def replace_number_words(plain: str) -> str:
    """The same with "eight" as 8 and "twenty-one" as 21."""

    def digits(found: re.Match[str]) -> str:
        ten, one, unit = found.groups()
        return str(TENS[ten] + (UNITS.index(one) if one else 0) if ten else UNITS.index(unit))

    return _NUMBER_WORD.sub(digits, plain)


def find_month(word: str) -> int | None:
    """The month a word is or shortens to three letters, 1 to 12; None if it is none: "Marc" is no March."""
    word = word.removesuffix(".")
    if word == "sept":
        return 9
    return next((n for n, name in enumerate(MONTHS, 1) if word in (name, name[:3])), None)


def find_weekday(word: str) -> int | None:
    """The day of the week a word names, Monday 0; None if it names none."""
    found = [
        n for n, name in enumerate(WEEKDAYS) if len(word) >= 3 and name.startswith(word.removesuffix("."))
    ]
    return found[0] if len(found) == 1 else None


def find_ordinal(word: str) -> int | None:
    """The number of "3rd", "21st" or "third"; None if it is no such word."""
    if found := re.fullmatch(r"(\d{1,3})(?:st|nd|rd|th)", word):
        return int(found[1])
    if word in ORDINALS:
        return ORDINALS[word]
    ten, _, one = word.replace("-", " ").partition(" ")
    if ten in TENS and ORDINALS.get(one, 10) < 10:
        return TENS[ten] + ORDINALS[one]
    base = word.removesuffix("th")
    return UNITS.index(base) if word.endswith("th") and base in UNITS else None
