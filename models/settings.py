"""How this history is read: kept in the history itself, so that screen and paper agree."""

import re
from typing import Annotated, Literal

from pydantic import Field, field_validator

from models.base import Frozen, Id

LanguageCode = Annotated[str, Field(pattern=r"^[a-z]{2,3}(_[A-Z]{2})?$", strict=True)]
"""A language as its catalogue's folder is named: "de", "pt_BR"."""
DEFAULT_IDLE_MINUTES = 10
"""Minutes without a key or a press after which a notebook is locked."""
_WEB_ADDRESS = re.compile(r"https?://[^\s/?#@\\\"<>]+(?:[/?#][^\s\\\"<>]*)?", re.IGNORECASE)


class Settings(Frozen):
    """The person's own choices about counting, showing and closing."""

    half_life: Annotated[float, Field(ge=1, le=10, allow_inf_nan=False, strict=True)] | None = 3.0
    """Years after which a moment that no longer hurts weighs half; None: nothing fades."""
    count_given: bool = False
    """Whether what the person did to others is added to the threads (it is always drawn)."""
    axis: Literal["age", "year"] = "age"
    """What stands below the picture; without a birth date it is years in any case."""
    language: LanguageCode = "en"
    """What the pages and the paper are written in; where no catalogue of it is installed, English."""
    letter_keys: bool = True
    """Whether single-letter shortcuts are on; they never fire while typing."""
    hidden_tags: tuple[Id, ...] = ()
    """Shipped tags the person does not want offered; entries that carry them keep them."""
    earliest_bonds: tuple[Id, ...] = ()
    """Relationships the person counts as their earliest bonds; empty: caregivers, else as documented."""
    numeric_dates: Literal["day first", "month first"] | None = None
    """How 12/06/2003 is read; None: asked the first time one is written."""
    idle_minutes: Annotated[int, Field(ge=1, le=60, strict=True)] = DEFAULT_IDLE_MINUTES
    """Minutes without a key or a press after which the notebook is locked."""
    outside_address: Id | None = None
    """The page of the web that Hide leads to; None: an empty page."""
    end_on_close: bool = True
    """Whether "Close for today" ends the program as well."""

    @field_validator("outside_address")
    @classmethod
    def _must_be_a_web_address(cls, address: str | None) -> str | None:
        if address is not None and not _WEB_ADDRESS.fullmatch(address):
            raise ValueError("This is no address of a web page. It begins with https:// or http://.")
        return address
