"""How old a reader has to be for the texts of the steps and of help, by three formulas.

Flesch-Kincaid (syllables counted here, by groups of vowels), the automated readability index, Coleman-Liau
(both by textstat; its own Flesch-Kincaid wants a word list from the network). Each gives a school year; a
child in year 1 is about 6, so the age is the year and 5. Headings and items of
lists count as sentences. Formulas count letters, syllables and words, not sense.
"""

import re
import statistics
import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

import textstat

from timeline.messages.help_texts import HELP, HelpText, load_text

NAMES = (
    *(f"steps/{path.stem}" for path in sorted((HELP / "steps").glob("*.md"))),
    *(path.stem for path in sorted(HELP.glob("*.md"))),
)
SCHOOL_BEGINS = 5  # years before school year 1


def main() -> None:
    print(f"{'text':<22}{'words':>7}{'Flesch-Kincaid':>17}{'ARI':>7}{'Coleman-Liau':>15}{'age':>7}")
    every = []
    for name in NAMES:
        said = sentences(load_text(name))
        every.append(said)
        print(_row(name, said))
    print(_row("all together", " ".join(every)))
    ages = [age(said) for said in every]
    print(f"\nmedian age {statistics.median(ages):.1f}, highest {max(ages):.1f}; wanted: about 12")


def sentences(told: HelpText) -> str:
    """Everything a text says, as running sentences."""
    lines = [told.title, told.note, *(line for block in told.lead for line in block.lines)]
    for part in told.parts:
        lines += [part.title, *(line for block in part.blocks for line in block.lines)]
    ended = (line if line.endswith((".", "?", "!")) else f"{line}." for line in lines if line)
    return re.sub(r"\([^)]*as far as we read[^)]*\)", "", " ".join(ended)).replace("*", "")


def age(said: str) -> float:
    """The reading age: the mean of the three."""
    return statistics.mean(grades(said)) + SCHOOL_BEGINS


def grades(said: str) -> tuple[float, float, float]:
    """The school year by Flesch-Kincaid, by the automated readability index, and by Coleman-Liau."""
    return (
        flesch_kincaid(said),
        float(textstat.automated_readability_index(said)),
        float(textstat.coleman_liau_index(said)),
    )


def flesch_kincaid(said: str) -> float:
    """The school year by words in a sentence and syllables in a word."""
    found = re.findall(r"[^\W\d_]+(?:[’'][^\W\d_]+)*", said)
    ends = max(1, len(re.findall(r"[.?!…]+(?=\s|$)", said)))
    return 0.39 * len(found) / ends + 11.8 * sum(map(syllables, found)) / max(1, len(found)) - 15.59


def syllables(word: str) -> int:
    """Groups of vowels, a silent e at the end left out; at least one.

    >>> [syllables(word) for word in ("hurt", "feelings", "reciprocity", "alone", "little")]
    [1, 2, 5, 2, 2]
    """
    plain = word.lower()
    groups = len(re.findall(r"[aeiouy]+", plain))
    silent = plain.endswith(("e", "es", "ed")) and not plain.endswith(
        ("le", "les", "ted", "ded", "ses", "ces")
    )
    return max(1, groups - silent)


def _row(name: str, said: str) -> str:
    by = "".join(f"{grade:>{width}.1f}" for grade, width in zip(grades(said), (17, 7, 15), strict=True))
    return f"{name:<22}{len(said.split()):>7}{by}{age(said):>7.1f}"


if __name__ == "__main__":
    main()
