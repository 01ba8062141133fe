"""How this history is read: kept in the history itself, so that screen and paper agree."""

from typing import Annotated, Literal

from pydantic import Field

from models.base import Frozen, Id

LanguageCode = Annotated[str, Field(pattern=r"^[a-z]{2,3}(_[A-Z]{2})?$", strict=True)]
"""A language as its catalogue's folder is named: "de", "pt_BR"."""


class Settings(Frozen):
    """The person's own choices about counting and showing."""

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
