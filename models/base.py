"""What every model here shares: frozen, no unknown fields, and text that can be stored and shown anywhere."""

from typing import Annotated

from pydantic import AfterValidator, BaseModel, ConfigDict, Field

from models.errors import InvalidValue

HEADLINE_MAX = 140
STORY_MAX = 100_000
NAME_MAX = 10_000


class Frozen(BaseModel):
    """A value: equal by content, never changed in place, refusing fields it does not know."""

    model_config = ConfigDict(frozen=True, extra="forbid", populate_by_name=True)


def require_storable(text: str) -> str:
    """Return `text` as typed, refusing the two things no file can carry: NUL and half an emoji.

    Raises:
        ValueError: with a sentence for the person.
    """
    if "\x00" in text:
        raise InvalidValue("This text holds an invisible NUL character. Type it again without pasting it.")
    if any("\ud800" <= letter <= "\udfff" for letter in text):
        raise InvalidValue(
            "This text holds half of a character (a lone surrogate). Type that character again."
        )
    return text


Text = Annotated[str, AfterValidator(require_storable)]
Name = Annotated[Text, Field(max_length=NAME_MAX)]
Headline = Annotated[Text, Field(max_length=HEADLINE_MAX)]
Story = Annotated[Text, Field(max_length=STORY_MAX)]
Id = Annotated[Text, Field(min_length=1, max_length=200)]
OneToFive = Annotated[int, Field(ge=1, le=5, strict=True)]
ZeroToFive = Annotated[int, Field(ge=0, le=5, strict=True)]
Count = Annotated[int, Field(ge=0, strict=True)]
Probability = Annotated[float, Field(ge=0, le=1, allow_inf_nan=False, strict=True)]
