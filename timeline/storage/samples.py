"""The histories to look at before one's own: real, long-dead people, written down from their biographies."""

from datetime import date
from typing import NamedTuple

from models.errors import TimelineError
from models.history import History
from timeline import formats
from timeline.messages import command as say
from timeline.system import files
from timeline.system.paths import SAMPLES


class Sample(NamedTuple):
    """One sample.

    Attributes:
        key: the name it is opened by.
        file: its file in `sample_data/`.
        person_name: the person, as written.
        ended_by_suicide: whether that is said before it opens.
    """

    key: str
    file: str
    person_name: str
    ended_by_suicide: bool = False


ALL_SAMPLES = (
    Sample("andersen", "hc_andersen.json", "Hans Christian Andersen"),
    Sample("bronte", "charlotte_bronte.json", "Charlotte Brontë"),
    Sample("vangogh", "van_gogh.json", "Vincent van Gogh", ended_by_suicide=True),
)
DEFAULT_SAMPLE = ALL_SAMPLES[0]


def find_sample(name: str) -> Sample:
    """The sample called `name`; case, accents left out, dots, dashes and spaces make no difference.

    Raises:
        TimelineError: there is none of that name.
    """
    wanted = _plain(name)
    for sample in ALL_SAMPLES:
        if wanted and wanted in (
            sample.key,
            _plain(sample.person_name),
            _plain(sample.file.removesuffix(".json")),
        ):
            return sample
    raise TimelineError(say.no_such_sample(name, (sample.key for sample in ALL_SAMPLES)))


def read(sample: Sample, today: date) -> History:
    """The sample's history.

    Args:
        sample: one of `ALL`.
        today: where an axis without an end stops.

    Raises:
        TimelineError: its file is missing or cannot be read.
    """
    reading = formats.read(sample.file, files.read_whole_file(SAMPLES / sample.file), today)
    if reading.history is None:
        raise TimelineError(say.unreadable_sample(sample.person_name))
    return reading.history


def _plain(name: str) -> str:
    return "".join(letter for letter in name.lower().replace("ë", "e") if letter.isalpha())
