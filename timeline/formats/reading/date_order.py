"""Whether a table has its dates day first or month first: one that can be one day only settles it for all."""

import re
from collections.abc import Iterable
from datetime import date, timedelta
from typing import NamedTuple

from timeline.messages import formats as words

_NUMERIC_DAY = re.compile(r"\s*([0-9]{1,2})([/.-])([0-9]{1,2})\2([0-9]{4})\s*")
_EXCEL_NUMBER = re.compile(r"\s*([1-7][0-9]{4})(?:[.,]0+)?\s*")
_EXCEL_FIRST_DAY = date(1899, 12, 30)


class DateOrder(NamedTuple):
    """How the numeric dates of one table are read.

    Attributes:
        day_first: None where nothing settles it.
        notice: one sentence that says so; "" where there is nothing to say.
    """

    day_first: bool | None
    notice: str = ""

    def read_cell(self, cell: str) -> str:
        """The cell; where it can be two days and the order is settled, that day with the words behind it."""
        found = _NUMERIC_DAY.fullmatch(cell)
        if not found:
            return cell
        one, two = int(found[1]), int(found[3])
        is_open = one <= 12 and two <= 12 and one != two
        if (is_open and self.day_first is None) or not (is_open or found[2] == "-"):
            return cell
        day, month = (one, two) if (self.day_first if is_open else one > 12) else (two, one)
        return f"{found[4]}-{month:02}-{day:02} ({cell.strip()})"

    def list_readings(self, cell: str) -> tuple[str, ...]:
        """The days a cell can be while its order is open; () where it can be one only, or none."""
        found = _NUMERIC_DAY.fullmatch(cell)
        if not found or self.day_first is not None:
            return ()
        one, two = int(found[1]), int(found[3])
        if not (1 <= one <= 12 and 1 <= two <= 12) or one == two:
            return ()
        return f"{found[4]}-{two:02}-{one:02}", f"{found[4]}-{one:02}-{two:02}"


def settle_date_order(cells: Iterable[str], answer: bool | None) -> DateOrder:
    """The order in which all these cells are read.

    Args:
        cells: what stands where dates belong.
        answer: whether the person said that the day comes first; None if they did not say.
    """
    proofs: dict[bool, str] = {}
    open_dates: dict[str, str] = {}
    for cell in cells:
        if not (found := _NUMERIC_DAY.fullmatch(cell)):
            continue
        one, two = int(found[1]), int(found[3])
        if 12 < one <= 31 and 1 <= two <= 12:
            proofs.setdefault(True, cell.strip())
        elif 12 < two <= 31 and 1 <= one <= 12:
            proofs.setdefault(False, cell.strip())
        elif one != two:
            open_dates.setdefault(found[2], cell.strip())
    if answer is not None:
        return DateOrder(answer)
    if not open_dates:
        return DateOrder(None)
    if len(proofs) == 2:
        return DateOrder(None, words.two_date_orders(proofs[True], proofs[False]))
    if proofs:
        ((day_first, proof),) = proofs.items()
        return DateOrder(day_first, words.settled_date_order(proof, day_first=day_first))
    if {*open_dates} == {"."}:
        dotted = DateOrder(day_first=True)
        read_as = dotted.read_cell(open_dates["."]).partition(" (")[0]
        return dotted._replace(notice=words.dotted_date_order(open_dates["."], read_as))
    return DateOrder(None)


def read_excel_number(cell: str) -> str:
    """The day Excel means by a bare number of five digits, as YYYY-MM-DD; "" where it is none."""
    found = _EXCEL_NUMBER.fullmatch(cell)
    return (_EXCEL_FIRST_DAY + timedelta(days=int(found[1]))).isoformat() if found else ""
