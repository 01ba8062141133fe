"""What is said of diaries of other programs, and of archives: what came, and what stayed behind."""

from collections.abc import Mapping, Sequence
from typing import Literal

from timeline.messages.grammar import join_with_and, quote_text
from timeline.messages.language import N_, _, ngettext, translate_constants

ZIP_INSIDE = N_(
    "is a zip archive with another archive inside. Archives inside archives are never opened: take out the "
    "file you mean, and give that."
)
ZIP_DAMAGED = N_("is a zip archive, and it is damaged. Make or copy it again.")
ZIP_PACKING = N_("is a zip archive packed in a way that is not read here. Pack it again as an ordinary zip.")
ZIP_TOO_LARGE = N_("is a zip archive with more in it than is read: at most 50 MB of text and 50,000 files.")
ZIP_LOCKED = N_(
    "is a zip archive with a password. Unlock it in the program that made it, and pack it without."
)
ZIP_OUTSIDE = N_("is a zip archive with a file that points outside of it. Nothing of it was read.")
ZIP_TWICE = N_("is a zip archive with two files of one name. Nothing of it was read.")

NO_WORDS = N_("There are no words in this entry, so it is left out.")
NO_ENTRIES = N_("There is no entry with words in this file.")
NOT_AN_ENTRY = N_("This is not an entry of a diary. It is left out.")
NO_DAY = N_("There is no day in this entry. It is kept without one.")
ENTRIES_MISSING = N_("A list of entries belongs here, and there is none. Nothing was taken.")
NOT_DECODED = N_("This backup of Daylio is damaged or of a kind not known here. Export it there as CSV.")

LeftBehind = Literal[
    "photo", "video", "recording", "attachment", "location", "weather", "music", "movement", "star",
    "sentiment", "mood", "activity", "tag", "file", "heading line",
]  # fmt: skip


def count_left_behind(what: LeftBehind, n: int) -> str:
    """How many of something there are: "1 photo", "3 moods"."""
    counted = {
        "photo": ngettext("{n} photo", "{n} photos", n),
        "video": ngettext("{n} video", "{n} videos", n),
        "recording": ngettext("{n} recording", "{n} recordings", n),
        "attachment": ngettext("{n} attachment", "{n} attachments", n),
        "location": ngettext("{n} location", "{n} locations", n),
        "weather": ngettext("{n} note of the weather", "{n} notes of the weather", n),
        "music": ngettext("{n} piece of music", "{n} pieces of music", n),
        "movement": ngettext("{n} note of movement", "{n} notes of movement", n),
        "star": ngettext("{n} star", "{n} stars", n),
        "sentiment": ngettext("{n} sentiment", "{n} sentiments", n),
        "mood": ngettext("{n} mood", "{n} moods", n),
        "activity": ngettext("{n} activity", "{n} activities", n),
        "tag": ngettext("{n} tag", "{n} tags", n),
        "file": ngettext("{n} other file", "{n} other files", n),
        "heading line": ngettext("{n} line above the words", "{n} lines above the words", n),
    }
    return counted[what]


def left_behind(counts: Mapping[LeftBehind, int]) -> str:
    """What stayed in the file of another program."""
    parts = [count_left_behind(what, n) for what, n in counts.items()]
    return _("Words and days came; left behind: {parts}.").format(parts=join_with_and(parts))


def labels_only(counts: Mapping[LeftBehind, int], names: Sequence[str]) -> str:
    """What becomes of moods, activities and tags of another program."""
    parts = [count_left_behind(what, n) for what, n in counts.items()]
    return _(
        "Kept as nothing more than words beside an entry: {parts} ({names}). No feeling, strength, tag or "
        "person is made of them."
    ).format(
        parts=join_with_and(parts), names=join_with_and([quote_text(name[:40]) for name in names], most=6)
    )


def more_without_words(count: int) -> str:
    """How many more entries hold no words."""
    return ngettext(
        "{n} more entry without words is left out too.",
        "{n} more entries without words are left out too.",
        count,
    )


def zone_not_known(zone: str) -> str:
    """The sentence for an entry whose day depends on a time zone nobody knows."""
    if not zone:
        return _("No time zone stands with this entry, so the day can be one of two.")
    return _("The time zone {zone} is not known, so the day can be one of two.").format(
        zone=quote_text(zone[:60])
    )


def several_histories(count: int) -> str:
    """The sentence, without its subject, for an archive with more than one of our own files."""
    return ngettext(
        "is a zip archive with {n} history in it.",
        "is a zip archive with {n} histories in it. Take out the one you mean, and give that.",
        count,
    )


def date_kept_in_words(reason: str) -> str:
    """What becomes of a date above an entry that cannot be taken."""
    return _("{reason} It stays with the words, and the entry has no day yet.").format(reason=reason)


translate_constants(__name__)
