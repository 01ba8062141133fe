"""The longer texts people read, from `assets/help`: headings, paragraphs and lists, as plain data.

A text begins with `# Title` and a literal line after `>`. Paragraphs before the first `##` are its lead. A
heading `## key: Words` opens a part that is found by its key; `## Words` one that is only read in order.
"""

import re
from collections.abc import Iterator
from functools import lru_cache
from typing import Literal, NamedTuple

from timeline.messages.language import _
from timeline.system.paths import ASSETS

HELP = ASSETS / "help"
_KEYED_HEADING = re.compile(r"([a-z0-9-]+(?:\.[a-z0-9-]+)*): (.+)")


class TextBlock(NamedTuple):
    """A paragraph, or a list.

    Attributes:
        block_type: which of the two.
        lines: the paragraph as one line; or each item.
    """

    block_type: Literal["p", "ul"]
    lines: tuple[str, ...]


class TextPart(NamedTuple):
    """What stands under one heading.

    Attributes:
        key: what it is found by, "" if by nothing.
        title: the heading.
        blocks: what follows, in order.
    """

    key: str
    title: str
    blocks: tuple[TextBlock, ...]

    @property
    def hint(self) -> str:
        """The first paragraph, "" if there is none."""
        return next((block.lines[0] for block in self.blocks if block.block_type == "p"), "")

    @property
    def items(self) -> tuple[str, ...]:
        """The items of the first list."""
        return next((block.lines for block in self.blocks if block.block_type == "ul"), ())


class EnglishText(NamedTuple):
    """One file, as it is written.

    Attributes:
        title: its first heading.
        note: the literal line under it.
        lead: what stands before the first part.
        parts: in order.
    """

    title: str
    note: str
    lead: tuple[TextBlock, ...]
    parts: tuple[TextPart, ...]


class HelpText:
    """One file, in the language of the moment at which it is read: made once, shown in any.

    Attributes:
        english: the words as they are written, which are also the keys of a catalogue.
    """

    def __init__(self, english: EnglishText) -> None:
        self.english = english

    @property
    def title(self) -> str:
        """Its first heading."""
        return _(self.english.title)

    @property
    def note(self) -> str:
        """The literal line under it."""
        return _(self.english.note)

    @property
    def lead(self) -> tuple[TextBlock, ...]:
        """What stands before the first part."""
        return _translate_blocks(self.english.lead)

    @property
    def parts(self) -> tuple[TextPart, ...]:
        """What stands under its headings, in order."""
        return tuple(_translate_part(part) for part in self.english.parts)

    def find_part(self, key: str) -> TextPart:
        """The part found by `key`.

        Raises:
            KeyError: there is none.
        """
        for part in self.english.parts:
            if part.key == key:
                return _translate_part(part)
        raise KeyError(key)


def list_sentences(text: EnglishText) -> list[str]:
    """Every entry a catalogue needs for a text, in order."""
    blocks = [*text.lead, *(block for part in text.parts for block in part.blocks)]
    titles = [text.title, text.note, *(part.title for part in text.parts)]
    return [line for line in (*titles, *(line for block in blocks for line in block.lines)) if line]


def _translate_part(part: TextPart) -> TextPart:
    return TextPart(part.key, _(part.title), _translate_blocks(part.blocks))


def _translate_blocks(blocks: tuple[TextBlock, ...]) -> tuple[TextBlock, ...]:
    return tuple(TextBlock(block.block_type, tuple(_(line) for line in block.lines)) for block in blocks)


@lru_cache(maxsize=64)
def load_text(name: str) -> HelpText:
    """The text in `assets/help/<name>.md`."""
    return parse_text((HELP / f"{name}.md").read_text("utf-8"))


def parse_text(source: str) -> HelpText:
    """What a text of ours says, taken apart."""
    head, *rest = re.split(r"^## ", source, flags=re.MULTILINE)
    lines = head.strip().splitlines()
    title = lines[0].removeprefix("# ").strip() if lines else ""
    notes = [line.removeprefix("> ").strip() for line in lines[1:] if line.startswith("> ")]
    lead = "\n".join(line for line in lines[1:] if not line.startswith("> "))
    english = EnglishText(
        title, " ".join(notes), tuple(_parse_blocks(lead)), tuple(_parse_part(one) for one in rest)
    )
    return HelpText(english)


def _parse_part(source: str) -> TextPart:
    heading, _, body = source.partition("\n")
    keyed = _KEYED_HEADING.fullmatch(heading.strip())
    key, title = keyed.groups() if keyed else ("", heading.strip())
    return TextPart(key, title, tuple(_parse_blocks(body)))


def _parse_blocks(source: str) -> Iterator[TextBlock]:
    for block in re.split(r"\n\s*\n", source.strip()):
        lines = [line.strip() for line in block.splitlines() if line.strip()]
        if not lines:
            continue
        if lines[0].startswith("- "):
            items = re.split(r"(?:^|\n)- ", "\n".join(lines))[1:]
            yield TextBlock("ul", tuple(" ".join(item.split()) for item in items))
        else:
            yield TextBlock("p", (" ".join(lines),))
