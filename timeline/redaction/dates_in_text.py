"""Dates that stand in free text and are finer than the dates that leave.

They stay as they were written: a text with its dates taken out could not be read. They are listed instead.
"""

import re
from collections.abc import Iterable
from typing import Final

from models.sharing import DateStyle

_MONTH = (
    r"(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?"
    r"|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)"
)
_DAY = r"(?:[0-3]?\d(?:st|nd|rd|th)?)"
_YEAR = r"(?:1[5-9]|20)\d\d"
_AND_YEAR = rf"(?:\.?,?\s+{_YEAR})?"
_DAYS = (
    rf"{_YEAR}-\d\d-\d\d",
    r"[0-3]?\d[./][0-3]?\d(?:[./](?:\d\d){1,2}|\.)",
    rf"{_DAY}(?:\s+of)?\s+{_MONTH}{_AND_YEAR}",
    rf"{_MONTH}\.?\s+(?:the\s+)?{_DAY}{_AND_YEAR}",
)
_MONTHS = (rf"{_MONTH}\.?,?\s+(?:of\s+)?{_YEAR}", rf"{_YEAR}-\d\d", rf"[01]?\d/{_YEAR}")
_YEARS = (rf"(?:{_YEAR}|['’]\d0)(?:['’]?s)?",)


def _compile_date_forms(*forms: str) -> re.Pattern[str]:
    return re.compile(rf"(?<![\w.,/-])(?:{'|'.join(forms)})(?![\w/-])", re.IGNORECASE)


_FINER_THAN: Final[dict[DateStyle, re.Pattern[str]]] = {
    "day": re.compile(r"(?!)"),
    "month": _compile_date_forms(*_DAYS),
    "year": _compile_date_forms(*_DAYS, *_MONTHS),
    "age": _compile_date_forms(*_DAYS, *_MONTHS, *_YEARS),
}


def find_finer_dates(texts: Iterable[str], style: DateStyle) -> tuple[str, ...]:
    """Dates in `texts` that are finer than `style`, each once, in order.

    Args:
        texts: what leaves.
        style: how coarse the dates that leave are.
    """
    return tuple(dict.fromkeys(found[0] for text in texts for found in _FINER_THAN[style].finditer(text)))
