"""The folder of copies beside a notebook: which there are, what the next is called, and which may go."""

import contextlib
import re
import secrets
from collections.abc import Callable, Iterable
from datetime import UTC, datetime
from pathlib import Path
from typing import NamedTuple

from models.errors import VaultError
from timeline.messages import copies as say
from timeline.storage.vault.held_file import is_regular

COPIES_SUFFIX = ".copies"
DAILY, WEEKLY, MONTHLY = 7, 4, 12
"""Of so many days, weeks and months the last copy is kept."""
NEWEST_KEPT = 5
"""So many of the newest are kept whenever they were made, those before an import among them."""
_NAME = re.compile(r"([0-9]{6,12})-([0-9]{8}T[0-9]{6}Z)\.vault")
_TIME = "%Y%m%dT%H%M%SZ"


class Copy(NamedTuple):
    """One copy.

    Attributes:
        number: rises with every copy; the order of copies, whatever the clock said.
        made: when, by the clock of that moment, in UTC.
        path: its file.
    """

    number: int
    made: datetime
    path: Path

    @property
    def id(self) -> str:
        """What it is asked for by."""
        return str(self.number)

    @property
    def check_time(self) -> datetime:
        """When it was last found whole."""
        return datetime.fromtimestamp(int(self.path.stat().st_mtime), UTC)


class CopyFolder:
    """The copies of one notebook.

    Args:
        notebook: its file, which need not be there any more.
    """

    def __init__(self, notebook: Path) -> None:
        self.notebook = notebook.absolute()
        self.path = self.notebook.with_name(self.notebook.name + COPIES_SUFFIX)

    def list_copies(self) -> list[Copy]:
        """Every copy, the newest first; what else lies in the folder is passed over."""
        found = []
        with contextlib.suppress(OSError):
            for file in self.path.iterdir():
                name = _NAME.fullmatch(file.name)
                if name and is_regular(file):
                    with contextlib.suppress(ValueError):
                        made = datetime.strptime(name[2], _TIME).replace(tzinfo=UTC)
                        found.append(Copy(int(name[1]), made, file))
        return sorted(found, key=lambda copy: -copy.number)

    def make_folder(self) -> None:
        """Make the folder, for its user alone.

        Raises:
            VaultError: it cannot be made.
        """
        try:
            self.path.mkdir(mode=0o700, exist_ok=True)
        except OSError as error:
            reason = (error.strerror or "it cannot be made").lower()
            raise VaultError(say.no_folder(str(self.path), reason)) from None

    def name_next(self, now: datetime) -> Path:
        """The path of the next copy."""
        copies = self.list_copies()
        number = copies[0].number + 1 if copies else 1
        return self.path / f"{number:06}-{now.astimezone(UTC):{_TIME}}.vault"

    def name_damaged(self, now: datetime) -> Path:
        """A path for a notebook that is not whole: kept for good, and never taken for a copy."""
        return self.path / f"damaged-{now.astimezone(UTC):{_TIME}}-{secrets.token_hex(2)}.vault"

    def clear_halves(self) -> None:
        """Remove what was left of copies that were interrupted."""
        with contextlib.suppress(OSError):
            for half in self.path.glob("*.part*"):
                half.unlink()

    def remove_old_copies(self) -> None:
        """Remove the copies that are no longer needed."""
        for copy in choose_old_copies(self.list_copies()):
            with contextlib.suppress(OSError):
                copy.path.unlink()


def choose_old_copies(copies: Iterable[Copy]) -> list[Copy]:
    """Those that may go: neither among the newest, nor the last of one of the latest days, weeks or months.

    Args:
        copies: the newest first; a day is what the clock said then, the order is that of the numbers.
    """
    listed = list(copies)
    kept = {copy.number for copy in listed[:NEWEST_KEPT]}
    periods: tuple[tuple[int, Callable[[datetime], object]], ...] = (
        (DAILY, lambda made: made.date()),
        (WEEKLY, lambda made: made.isocalendar()[:2]),
        (MONTHLY, lambda made: (made.year, made.month)),
    )
    for most, period in periods:
        seen: set[object] = set()
        for copy in listed:
            if len(seen) < most and period(copy.made) not in seen:
                seen.add(period(copy.made))
                kept.add(copy.number)
    return [copy for copy in listed if copy.number not in kept]
