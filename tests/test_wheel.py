"""The wheel is the checkout: installed alone in an environment of its own, the command serves its page."""

import shutil
import site
import subprocess
import sys
from pathlib import Path
from zipfile import ZipFile

import pytest

from tests.command_process import CommandProcess
from timeline.system.paths import ROOT

SHIPPED_PATHS = ("app.py", "timeline", "models", "assets", "sample_data")


@pytest.fixture(scope="module")
def uv() -> str:
    found = shutil.which("uv", path=str(Path(sys.executable).parent)) or shutil.which("uv")
    if not found:
        pytest.fail("uv is not here; `make test` puts one into .venv")
    return found


@pytest.fixture(scope="module")
def wheel(uv: str, tmp_path_factory: pytest.TempPathFactory) -> Path:
    out = tmp_path_factory.mktemp("wheel")
    subprocess.run([uv, "build", "--quiet", "--wheel", "--out-dir", out, ROOT], check=True)
    return next(out.glob("*.whl"))


def test_it_holds_the_program_and_nothing_else(wheel: Path) -> None:
    with ZipFile(wheel) as packed:
        names = packed.namelist()
    tops = {name.split("/")[0] for name in names}
    assert {top for top in tops if not top.endswith(".dist-info")} == set(SHIPPED_PATHS)
    assert [name for name in names if "__pycache__" in name or "/test_" in name] == []
    assert any(name.endswith("licenses/LICENSE") for name in names)


def test_installed_elsewhere_it_serves_its_page(uv: str, wheel: Path, tmp_path: Path) -> None:
    home = tmp_path / "env"
    subprocess.run([uv, "venv", "--quiet", "--python", sys.executable, home], check=True)
    subprocess.run([uv, "pip", "install", "--quiet", "--no-deps", "--python", home, wheel], check=True)
    windows = sys.platform == "win32"
    packages = home / "Lib" / "site-packages" if windows else next((home / "lib").glob("*/site-packages"))
    # The libraries are the ones at hand; their own .pth files, and with them the checkout, are not followed.
    (packages / "at_hand.pth").write_text("\n".join(site.getsitepackages()), encoding="utf-8")
    scripts = home / ("Scripts" if windows else "bin")
    program: list[object] = [scripts / "attachment-timeline"]
    with CommandProcess(
        "--sample", "andersen", "--data-dir", tmp_path, program=program, cwd=tmp_path
    ) as started:
        _, page = started.fetch_page()
    assert "<title>Notes</title>" in page
    assert started.exit_code == 0
    assert str(ROOT) not in page + started.stderr_text
