"""The verb `report`, as it is typed; and that nothing half made, half hidden or said aloud is left behind."""

import io
import json
import logging
import os
import stat
import subprocess
import sys
import threading
from collections.abc import Callable
from pathlib import Path
from typing import NoReturn

import pikepdf
import pytest

from app import main
from tests.report.papers import HOSTILE_TEXTS, build_hostile_history, full_plan, paper, read_pdf, sample
from timeline.messages import share_page
from timeline.report import render
from timeline.report.render import typesetting as setting
from timeline.system import files
from timeline.system.paths import ROOT, SAMPLES

FILE = str(SAMPLES / "hc_andersen.json")


def test_without_a_plan_all_but_stories_and_initials(tmp_path: Path) -> None:
    out = tmp_path / "out.pdf"
    assert main(["report", FILE, "-o", str(out)]) == 0
    found = read_pdf(out.read_bytes())
    assert found.contains_text("H. C. A.")
    assert found.contains_text("Father died when he was eleven.")
    assert not found.contains_word("Voigt")
    assert stat.S_IMODE(out.stat().st_mode) == 0o600 or os.name == "nt"


def test_a_plan_says_what_leaves(tmp_path: Path) -> None:
    plan = tmp_path / "plan.json"
    people = {"relationships": ["father"], "episodes": [], "sections": ["people"], "names": "real"}
    plan.write_text(json.dumps({"id": "p", "name": "for Dr. H.", **people}), encoding="utf-8")
    out = tmp_path / "out.pdf"
    assert main(["report", FILE, "-o", str(out), "--plan", str(plan), "--paper", "letter"]) == 0
    found = read_pdf(out.read_bytes())
    assert found.contains_text("Hans Andersen")
    assert not found.contains_text("Dr. H.")
    with pikepdf.open(out) as document:
        assert [float(x) for x in document.pages[0].MediaBox] == [0, 0, 612, 792]


def test_a_password_from_the_standard_input(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("sys.stdin", io.StringIO("eight lamps\nmore\n"))
    out = tmp_path / "out.pdf"
    assert main(["report", FILE, "-o", str(out), "--password-stdin"]) == 0
    with pytest.raises(pikepdf.PasswordError):
        pikepdf.open(out)
    with pikepdf.open(out, password="eight lamps"):
        pass


@pytest.mark.parametrize(
    ("plan", "says"),
    [
        ("{", "is not a plan: the whole file"),
        ('{"id": "p"}', "is not a plan: name"),
        ('{"id": "p", "name": "p", "dates": "week"}', "is not a plan: dates"),
        ('{"id": "p", "name": "p"}', "Nothing is chosen yet"),
        ('{"id": "p", "name": "p", "sections": ["intro"]}', "is not in this file: “intro” in sections."),
        (
            '{"id": "p", "name": "p", "relationships": ["dad"], "also_called": [["dad", "Pa"]]}',
            "is not in this file: “dad” in relationships, “dad” in also_called.",
        ),
    ],
)
def test_a_plan_that_is_none_is_one_sentence(
    plan: str, says: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    file, out = tmp_path / "plan.json", tmp_path / "out.pdf"
    file.write_text(plan, encoding="utf-8")
    assert main(["report", FILE, "-o", str(out), "--plan", str(file)]) == 2
    assert says in capsys.readouterr().err
    assert not out.exists()


def test_what_to_look_at_is_said_in_a_few_lines(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["report", str(SAMPLES / "charlotte_bronte.json"), "-o", str(tmp_path / "out.pdf")]) == 0
    names, dates = capsys.readouterr().err.splitlines()
    assert names.startswith(f"{share_page.LEFTOVERS} (14): Cowan, ")
    assert dates.endswith(f"{share_page.DATES_IN_WORDS} (2): 15 June, 28 May 1849")


def test_however_much_there_is_to_look_at_it_stays_short(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    people = [{"id": f"p{n}", "name": f"Ann{'e' * n}", "kind": "other"} for n in range(30)]
    story = " ".join(f"the {chr(65 + n // 26)}{chr(97 + n % 26)}x" for n in range(300))
    moment = {"id": "e", "relationship": "p0", "when": "1990", "headline": "x", "story": story}
    file, plan = tmp_path / "mine.json", tmp_path / "plan.json"
    history = {"schema": json.loads(Path(FILE).read_text("utf-8"))["schema"], "relationships": people}
    file.write_text(json.dumps(history | {"episodes": [moment]}), "utf-8")
    chosen = {"sections": ["people", "moments"], "relationships": [p["id"] for p in people]}
    told = {"episodes": ["e"], "headlines": ["e"], "stories": ["e"], "names": "alias", "dates": "day"}
    plan.write_text(json.dumps({"id": "p", "name": "p"} | chosen | told), "utf-8")
    assert main(["report", str(file), "-o", str(tmp_path / "out.pdf"), "--plan", str(plan)]) == 0
    said = capsys.readouterr().err.splitlines()
    assert said[0] == "“Ann” has no alias yet, so initials stand there."
    assert said[12] == "and 18 more"
    assert said[13].endswith(", and 260 more")
    assert len(said) == 14


def test_a_short_password_is_said_before_anything_is_read(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr("sys.stdin", io.StringIO("short\n"))
    assert main(["report", FILE, "-o", str(tmp_path / "out.pdf"), "--password-stdin"]) == 2
    assert "at least 8 characters" in capsys.readouterr().err


def test_a_file_that_is_there_stays_unless_told(tmp_path: Path) -> None:
    out = tmp_path / "out.pdf"
    out.write_text("mine")
    assert main(["report", FILE, "-o", str(out)]) == 2
    assert out.read_text() == "mine"
    assert main(["report", FILE, "-o", str(out), "--force"]) == 0


def test_a_full_disk_leaves_no_half_file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def raise_disk_full(_: int) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(files.os, "fsync", raise_disk_full)
    out = tmp_path / "out.pdf"
    assert main(["report", FILE, "-o", str(out)]) == 2
    assert list(tmp_path.iterdir()) == []


def test_a_disk_that_really_is_full(report_not_run: Callable[[str], NoReturn]) -> None:
    script = f"""
        set -e; cd "$(mktemp -d)"; mkdir small; mount -t tmpfs -o size=64k none small
        {sys.executable} {ROOT}/app.py report {FILE} -o small/out.pdf && exit 9
        test -z "$(ls -A small)"
    """
    tried = ["unshare", "--mount", "--map-root-user", "sh", "-c"]
    try:
        able = subprocess.run([*tried, "true"], capture_output=True, check=False).returncode == 0
    except FileNotFoundError:
        able = False
    if not able:
        report_not_run("a disk of one's own needs Linux and a mount namespace")
    done = subprocess.run([*tried, script], capture_output=True, text=True, check=False, cwd=ROOT)
    assert done.returncode == 0, done.stderr
    assert "cannot be written" in done.stderr


def test_what_the_engine_says_is_not_kept(
    monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    class EnginePanic(BaseException):
        pass

    class Engine:
        def compile(self, **given: object) -> bytes:
            raise EnginePanic(str(given))

    monkeypatch.setattr(setting, "_build_compiler", Engine)
    with caplog.at_level(logging.DEBUG), pytest.raises(render.RenderError) as raised:
        render.render_pdf(paper(sample()))
    assert "brother" not in str(raised.value)
    assert raised.value.__cause__ is None
    assert raised.value.__suppress_context__
    assert not caplog.records


def test_a_panic_prints_nothing(monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]) -> None:
    monkeypatch.setattr(setting, "MIN_PPI", 1)
    with pytest.raises(render.RenderError):
        render.render_pages(paper(sample()), 3)
    assert capfd.readouterr() == ("", "")
    assert render.render_pages(paper(sample()), 30)


def test_hostile_text_reaches_no_log(
    caplog: pytest.LogCaptureFixture, capfd: pytest.CaptureFixture[str]
) -> None:
    with caplog.at_level(logging.DEBUG):
        render.render_pdf(paper(build_hostile_history(), full_plan(build_hostile_history())))
    out, err = capfd.readouterr()
    assert out + err == ""
    assert not any(text[:12] in caplog.text for text in HOSTILE_TEXTS)


def test_many_threads_get_the_same_bytes() -> None:
    made = paper(sample())
    whole, results = render.render_pdf(made), list[bytes]()
    threads = [threading.Thread(target=lambda: results.append(render.render_pdf(made))) for _ in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert results == [whole] * 4


def test_the_preview_is_the_same_pages() -> None:
    made = paper(sample())
    with pikepdf.open(io.BytesIO(render.render_pdf(made))) as document:
        assert len(render.render_pages(made, 20)) == len(document.pages)
