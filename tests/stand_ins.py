"""The smallest things that fit where a stage is not written yet, so that what is written can be tried.

Each is used only while the real module is missing, and the test run says at its end which were used.
"""

import json
import os
import sys
import tempfile
from importlib.util import find_spec
from pathlib import Path
from types import ModuleType
from typing import Any

import timeline
import timeline.paths
from models.errors import UnknownFormat
from models.history import Episode, History, Person, Relationship
from models.reading import Problem, Reading

STANDING_IN: list[str] = []


def read(name: str, content: bytes, _: object) -> Reading:
    try:
        told = json.loads(content)
        intensities = [int(episode["intensity"]) for episode in told["episodes"]]
    except (ValueError, KeyError, TypeError):
        raise UnknownFormat(f"{name}: no format recognises this file.") from None
    wrong = [index for index, intensity in enumerate(intensities) if intensity > 5]
    problems = tuple(Problem(name, f"episodes[{index}]", "intensity", "must be 1 to 5") for index in wrong)
    episodes = tuple(
        Episode(id=f"e{index}", relationship="r", headline="A moment", intensity=intensity)
        for index, intensity in enumerate(intensities)
        if index not in wrong
    )
    someone = Relationship(id="r", name="Someone", kind="other")
    history = History(person=Person(name=told["name"]), relationships=(someone,), episodes=episodes)
    return Reading(history, problems)


def write(history: History, key: str) -> bytes:
    if key != "json":
        raise UnknownFormat(f"There is no format “{key}” to write. There are: json.")
    told = [{"intensity": episode.intensity} for episode in history.episodes]
    return json.dumps({"name": history.person.name, "episodes": told}).encode()


def add_to(app: Any, desk: Any) -> None:
    from dash import html

    app.layout = html.H1(desk.history.person.name)


MODULES: dict[str, dict[str, Any]] = {
    "timeline.formats": {"read": read, "write": write, "FORMATS": ("json",)},
    "timeline.pages": {"add_to": add_to},
}


def install() -> None:
    """Put a stand-in wherever the real module is missing, and a sample where there is none."""
    for name, holds in MODULES.items():
        if name in sys.modules or _is_written(name):
            continue
        parent, _, child = name.rpartition(".")
        module = ModuleType(name)
        vars(module).update(holds)
        sys.modules[name] = module
        setattr(sys.modules[parent], child, module)
        STANDING_IN.append(name)
    if not (timeline.paths.SAMPLES / "hc_andersen.json").exists():
        made = Path(tempfile.gettempdir()) / f"stand-in-samples-{os.getuid()}"
        made.mkdir(exist_ok=True)
        for file in ("hc_andersen", "charlotte_bronte", "van_gogh"):
            (made / f"{file}.json").write_text('{"name": "A sample", "episodes": [{"intensity": 4}]}')
        timeline.paths.SAMPLES = made
        STANDING_IN.append("sample_data")


def _is_written(name: str) -> bool:
    try:
        return find_spec(name) is not None
    except ModuleNotFoundError:  # inside something that is itself standing in
        return False
