"""The smallest things that fit where a stage is not written yet, so that what is written can be tried.

Each is used only while the real module is missing, and the test run says at its end which were used.
"""

import json
import os
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from importlib.util import find_spec
from pathlib import Path
from types import ModuleType, SimpleNamespace
from typing import Any

import timeline
import timeline.paths
from models.errors import UnknownFormat, VaultError
from models.reading import Problem, Reading

STANDING_IN: list[str] = []


class Desk:
    """An open notebook: a name, and nothing that could change."""

    epoch = 0

    def __init__(self, history: Any) -> None:
        self.history = history

    @classmethod
    def open(cls, vault: Any) -> "Desk":
        return cls(vault)

    @classmethod
    def of_sample(cls, history: Any) -> "Desk":
        return cls(history)

    def close(self) -> None:
        pass


class Vault:
    @classmethod
    def open(cls, path: Path) -> Any:
        if not path.is_file():
            raise VaultError(f"There is no notebook “{path}”.")
        return SimpleNamespace(name=path.stem)


def folder(data_dir: Path | None) -> Path:
    return data_dir or Path(tempfile.gettempdir())


def last_used(where: Path) -> Path | None:
    return next(iter(sorted(where.glob("*.vault"))), None)


def running(vault: Path) -> SimpleNamespace | None:
    told = vault.with_suffix(".running")
    return SimpleNamespace(**json.loads(told.read_text())) if told.exists() else None


@contextmanager
def findable(vault: Path, port: int, secret: str) -> Iterator[None]:
    told = vault.with_suffix(".running")
    with os.fdopen(os.open(told, os.O_CREAT | os.O_WRONLY | os.O_TRUNC, 0o600), "w") as file:
        json.dump({"port": port, "secret": secret}, file)
    try:
        yield
    finally:
        told.unlink()


def new_notebook(where: Path) -> Path:
    """A notebook without a lock, in the folder `where`."""
    made = where / "mine.vault"
    made.write_text("")
    return made


def read(name: str, content: bytes, _: object) -> Reading:
    try:
        told = json.loads(content)
        episodes = [SimpleNamespace(**episode) for episode in told["episodes"]]
    except (ValueError, KeyError, TypeError):
        raise UnknownFormat(f"{name}: no format recognises this file.") from None
    wrong = [index for index, episode in enumerate(episodes) if episode.intensity > 5]
    problems = tuple(Problem(name, f"episodes[{index}]", "intensity", "must be 1 to 5") for index in wrong)
    history: Any = SimpleNamespace(name=told["name"], episodes=episodes, relationships=[])
    return Reading(history, problems)


def write(history: Any, key: str) -> bytes:
    if key != "json":
        raise UnknownFormat(f"There is no format “{key}” to write. There are: json.")
    told = {"name": history.name, "episodes": [vars(episode) for episode in history.episodes]}
    return json.dumps(told).encode()


def add_to(app: Any, desk: Any) -> None:
    from dash import html

    app.layout = html.H1(desk.history.name)


MODULES: dict[str, dict[str, Any]] = {
    "timeline.desk": {"Desk": Desk},
    "timeline.vault": {"Vault": Vault},
    "timeline.vault.place": {
        "folder": folder,
        "last_used": last_used,
        "running": running,
        "findable": findable,
    },
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
