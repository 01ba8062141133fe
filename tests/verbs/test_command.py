"""The command as it is typed: what it says, what it returns, and one sentence when it cannot."""

import json
import os
import re
import signal
import socket
import stat
import subprocess
import sys
import threading
import time
from contextlib import closing
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from importlib.metadata import version
from pathlib import Path
from typing import Self

import pytest

import app
from models.entries import Person
from models.history import History
from tests.command_process import COMMAND, CommandProcess, run_command
from timeline.storage.desk import Desk
from timeline.storage.samples import ALL_SAMPLES, find_sample
from timeline.storage.vault import Vault
from timeline.storage.vault import notebook_folder as place
from timeline.system.paths import SAMPLES
from timeline.verbs import VERBS
from timeline.web import launch as opening
from timeline.web.access import Guard
from timeline.web.http_server import HttpServer, bind_socket

VERB_NAMES = [verb.NAME for verb in VERBS if verb.NAME]
JSON = SAMPLES / "hc_andersen.json"


@pytest.fixture(autouse=True)
def keep_the_log(monkeypatch: pytest.MonkeyPatch) -> None:
    """The command run in this process must not take the log away from the tests."""
    monkeypatch.setattr("timeline.system.log.keep_private", lambda: None)


def run_in_process(capsys: pytest.CaptureFixture[str], *arguments: str) -> tuple[int, str, str]:
    """What the command returns and writes, run in this process."""
    try:
        code = app.main(arguments)
    except SystemExit as ended:
        code = int(ended.code or 0)
    out, err = capsys.readouterr()
    return code, out, err


@pytest.mark.parametrize("arguments", [("--help",), ("-h",), ("check", "--help"), ("convert", "-h")])
def test_help_names_every_verb_and_option(
    capsys: pytest.CaptureFixture[str], arguments: tuple[str, ...]
) -> None:
    code, out, err = run_in_process(capsys, *arguments)
    assert (code, err) == (0, "")
    for word in (
        *(f"\n  attachment-timeline {verb} " for verb in VERB_NAMES),
        "--sample",
        "--vault",
        "--data-dir",
        "--port",
        "--no-browser",
        "--force",
        "--ask",
        "--json",
        "--version",
    ):
        assert word in out
    assert len(set(out.splitlines()) - {""}) == len([line for line in out.splitlines() if line])
    assert max(len(line) for line in out.splitlines()) <= 110
    assert all(sample.key in out for sample in ALL_SAMPLES)


def test_the_version_is_the_packages_own(capsys: pytest.CaptureFixture[str]) -> None:
    assert run_in_process(capsys, "--version") == (
        0,
        f"attachment-timeline {version('attachment-timeline')}\n",
        "",
    )


@pytest.mark.parametrize("arguments", [("--help",), ("--version",)])
def test_quick_answers_load_nothing_heavy(arguments: tuple[str, ...]) -> None:
    heavy = ("dash", "pandas", "numpy", "pydantic", "flask", "plotly", "sqlcipher3", "waitress")
    code = f"import sys, app\ntry: app.main({list(arguments)!r})\nexcept SystemExit: pass\n"
    asked = [sys.executable, "-c", f"{code}print(sorted(sys.modules))"]
    loaded = subprocess.run(asked, capture_output=True, text=True, check=True).stdout.splitlines()[-1]
    assert [name for name in heavy if f"'{name}'" in loaded] == []


@pytest.mark.parametrize(
    ("arguments", "sentence"),
    [
        (("frobnicate",), f"There is no verb “frobnicate”. There are: {', '.join(VERB_NAMES)}."),
        (("--bogus",), "Unrecognized arguments: --bogus."),
        (("--sampel", "bronte"), "Unrecognized arguments: --sampel bronte."),
        (("check",), "The following arguments are required: FILE."),
        (("convert", "a.json"), "The following arguments are required: -o/--output."),
        (("--port", "0"), "“0” is not a port"),
        (("--port", "65536"), "“65536” is not a port"),
        (("--port", "\u0661"), "is not a port"),
        (("--sample", "x", "--vault", "y"), "not allowed with argument --sample"),
        (("--sample", "nobody"), "The samples are: andersen, bronte, vangogh."),
        (("--vault", "nowhere.vault"), "nowhere.vault"),
        (("check", "nowhere.csv"), "There is no file “nowhere.csv”."),
        (("convert", "nowhere.csv", "-o", "x.json"), "There is no file “nowhere.csv”."),
    ],
)
def test_what_cannot_be_done_is_said_in_one_sentence(arguments: tuple[str, ...], sentence: str) -> None:
    done = run_command(*arguments)
    assert done.returncode == 2
    assert done.stdout == ""
    assert len(done.stderr.splitlines()) == 1
    assert done.stderr.startswith("attachment-timeline: ")
    assert sentence in done.stderr


def test_a_busy_port_is_said_so() -> None:
    with socket.create_server(("127.0.0.1", 0)) as taken:
        port = taken.getsockname()[1]
        done = run_command("--sample", "andersen", "--no-browser", "--port", port)
    assert (done.returncode, done.stdout) == (2, "")
    assert done.stderr.startswith(f"attachment-timeline: Port {port} is in use")
    assert len(done.stderr.splitlines()) == 1


def test_an_unforeseen_mistake_tells_its_place_and_nothing_else(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(_: object) -> int:
        raise KeyError("canary-7f3a")

    monkeypatch.setattr("timeline.verbs.check.run", fail)
    code, out, err = run_in_process(capsys, "check", "x")
    assert (code, out) == (3, "")
    assert err.startswith("attachment-timeline: This should not happen (KeyError at test_command.py:")
    assert "canary" not in err


def test_check_of_a_good_file(capsys: pytest.CaptureFixture[str]) -> None:
    code, out, err = run_in_process(capsys, "check", str(JSON))
    assert (code, out) == (0, "")
    assert "no problems" in err


def test_check_prints_every_problem(capsys: pytest.CaptureFixture[str], tmp_path: Path) -> None:
    bad = tmp_path / "mine.json"
    text, wrong = re.subn(r'"intensity":\s*\d', '"intensity": 9', JSON.read_text(encoding="utf-8"), count=2)
    bad.write_text(text, encoding="utf-8")
    code, out, err = run_in_process(capsys, "check", str(bad))
    problems = out.splitlines()
    assert code == 1
    assert len(problems) == wrong > 0
    assert all(line.startswith("mine.json: ") for line in problems)
    assert f"{len(problems)} problem" in err


@pytest.mark.parametrize("text", [b"", b"MZ\x90\x00\x03", b"hello"])
def test_a_file_of_no_known_format(tmp_path: Path, text: bytes) -> None:
    odd = tmp_path / "odd.bin"
    odd.write_bytes(text)
    done = run_command("check", odd)
    assert done.returncode == 2
    assert "Traceback" not in done.stderr


def test_a_folder_is_not_a_file(tmp_path: Path) -> None:
    done = run_command("check", tmp_path)
    assert done.returncode == 2
    assert "is a folder" in done.stderr


def test_convert_there_and_back_loses_nothing(capsys: pytest.CaptureFixture[str], tmp_path: Path) -> None:
    first, second = tmp_path / "first.json", tmp_path / "second.json"
    assert run_in_process(capsys, "convert", str(JSON), "-o", str(first)) == (0, "", "")
    assert run_in_process(capsys, "convert", str(first), "-o", str(second)) == (0, "", "")
    assert first.read_bytes() == second.read_bytes()
    assert stat.S_IMODE(first.stat().st_mode) == 0o600
    assert [file.name for file in sorted(tmp_path.iterdir())] == ["first.json", "second.json"]


def test_convert_replaces_nothing_unasked(capsys: pytest.CaptureFixture[str], tmp_path: Path) -> None:
    there = tmp_path / "there.json"
    there.write_text("mine")
    code, _, err = run_in_process(capsys, "convert", str(JSON), "-o", str(there))
    assert (code, there.read_text()) == (2, "mine")
    assert "there already" in err
    assert run_in_process(capsys, "convert", str(JSON), "-o", str(there), "--force")[0] == 0
    assert there.read_text(encoding="utf-8").startswith("{")


@pytest.mark.parametrize("name", ["x.docx", "x", "x.JSON2"])
def test_convert_to_an_unknown_format(capsys: pytest.CaptureFixture[str], tmp_path: Path, name: str) -> None:
    code, _, err = run_in_process(capsys, "convert", str(JSON), "-o", str(tmp_path / name))
    assert code == 2
    assert len(err.splitlines()) == 1
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize(
    ("name", "key"),
    [
        ("andersen", "andersen"),
        ("Hans Christian Andersen", "andersen"),
        ("van Gogh", "vangogh"),
        ("van_gogh", "vangogh"),
        ("Brontë", "bronte"),
        ("charlotte-bronte", "bronte"),
    ],
)
def test_a_sample_is_found_however_it_is_spelled(name: str, key: str) -> None:
    assert find_sample(name).key == key


def test_it_serves_until_it_is_told_to_end(tmp_path: Path) -> None:
    debugging = {"DASH_DEBUG": "true", "DASH_HOT_RELOAD": "true", "FLASK_DEBUG": "1"}
    with CommandProcess("--data-dir", tmp_path, **debugging) as started:
        cookie, page = started.fetch_page()
        assert "<title>Notes</title>" in page
        assert '"hot_reload"' not in page
        assert started.get("/?__debugger__=yes", Cookie=cookie).status == 404
        assert started.get("/").status == 401
    assert started.exit_code == 0
    assert "Traceback" not in started.stderr_text


def test_ctrl_c_is_an_ordinary_end(tmp_path: Path) -> None:
    with CommandProcess("--sample", "bronte", "--data-dir", tmp_path) as started:
        started.fetch_page()
        started.process.send_signal(signal.SIGINT)
        started.process.wait(timeout=120)
    assert started.exit_code == 0
    assert "Traceback" not in started.stderr_text


def test_what_is_said_before_a_hard_ending(tmp_path: Path) -> None:
    with CommandProcess("--sample", "van Gogh", "--data-dir", tmp_path) as started:
        pass
    assert "This life ended by suicide." in started.stderr_text
    with CommandProcess("--sample", "andersen", "--data-dir", tmp_path) as started:
        pass
    assert "suicide" not in started.stderr_text


BROWSER = """#!{python}
import re, stat, sys, urllib.parse, urllib.request
from pathlib import Path
file = Path(urllib.request.url2pathname(urllib.parse.urlsplit(sys.argv[1]).path))
mode = stat.S_IMODE(file.stat().st_mode)
link = re.search(r'url=([^"]+)', file.read_text())[1]
status = urllib.request.urlopen(link).status
Path({noted!r}).write_text(f"{{sys.argv[1]}} {{mode:o}} {{status}}")
"""


def test_the_browser_is_handed_a_file_that_is_gone_once_used(tmp_path: Path) -> None:
    """A browser of ours, named in $BROWSER, follows what it is given as any browser would, and notes it."""
    noted, browser = tmp_path / "noted", tmp_path / "browser"
    browser.write_text(BROWSER.format(python=sys.executable, noted=str(noted)))
    browser.chmod(0o755)
    process = subprocess.Popen(
        [*COMMAND, "--sample", "andersen", "--data-dir", tmp_path],
        env=os.environ | {"BROWSER": str(browser)},
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
    )
    try:
        for _ in range(600):
            if noted.exists() and noted.read_text():
                break
            time.sleep(0.1)
        address, mode, status = noted.read_text().split()
        file = Path(address.removeprefix("file://"))
        for _ in range(600):
            if not file.parent.exists():
                break
            time.sleep(0.1)
        assert not file.parent.exists()
    finally:
        process.terminate()
        out, err = process.communicate(timeout=120)
    assert (mode, status) == ("600", "200")
    assert "127.0.0.1" not in address
    assert out == ""  # the link was never shown
    assert "opens in your browser" in err
    assert process.returncode == 0


@pytest.fixture
def notebook(tmp_path: Path) -> Path:
    """A notebook of one's own, as it lies in the folder for notebooks."""
    path = place.new_file(tmp_path)
    Vault.create(path).close()
    return path


def test_the_notebook_used_last_is_opened(notebook: Path) -> None:
    with CommandProcess("--data-dir", notebook.parent) as started:
        assert run_command("--vault", notebook, "--no-browser").stderr.startswith(
            "This notebook is open already"
        )
    assert started.exit_code == 0


def test_a_notebook_that_is_gone_is_told(notebook: Path) -> None:
    place.remember_last_used(notebook)
    notebook.rename(notebook.with_suffix(".elsewhere"))
    with CommandProcess("--data-dir", notebook.parent) as started:
        started.fetch_page()
    assert f"not in its folder any more: {notebook}. Nothing was changed." in started.stderr_text


def test_a_second_start_leads_to_the_first(notebook: Path) -> None:
    with CommandProcess("--vault", notebook) as started:
        again = run_command("--vault", notebook, "--no-browser")
        assert (again.returncode, len(again.stdout.splitlines())) == (0, 1)
        link = again.stdout.strip()
        assert link.startswith(f"http://127.0.0.1:{started.port}/open/")
        assert link != started.link
        assert started.get("/open/" + link.partition("/open/")[2]).status == 200
        started.fetch_page()  # the first link is as good as before
    with CommandProcess("--vault", notebook) as after:
        after.fetch_page()
    assert after.exit_code == 0


def test_a_second_start_leads_to_ones_own_that_was_started_meanwhile(tmp_path: Path) -> None:
    """The first start had no notebook and showed a sample; there the person began their own."""
    home = tmp_path / "notebooks"
    bound = bind_socket()
    sample = Desk.of_sample(History(person=Person(name="A sample")), home)
    with closing(sample) as desk, closing(bound):
        guard = Guard(port := bound.getsockname()[1], lambda: desk.epoch)
        with HttpServer(guard, bound) as listening, opening._announce_to_second_start(desk, guard):
            listening.serve_app(guard.wrap(lambda *_: []), debug=False)
            desk.start_own(Person())
            again = run_command("--data-dir", home, "--no-browser")
    assert (again.returncode, again.stderr.count("is open already")) == (0, 1)
    assert again.stdout.startswith(f"http://127.0.0.1:{port}/open/")
    with CommandProcess("--data-dir", home) as after:
        after.fetch_page()
    assert after.exit_code == 0


def test_a_second_start_believes_no_one_else(notebook: Path) -> None:
    """The first program died without a word, and another one has its port now, and says a link of its own."""
    with CommandProcess("--vault", notebook) as started:
        started.process.kill()
        started.process.wait()
    with LyingServer(started.port) as liar, CommandProcess("--vault", notebook) as own:
        own.fetch_page()
        assert own.port != started.port
    assert liar.asked == ["/again"]


class LyingServer:
    """A program that answers everything with a link to itself."""

    def __init__(self, port: int) -> None:
        self.asked: list[str] = []
        asked = self.asked

        class LinkHandler(BaseHTTPRequestHandler):
            def do_POST(self) -> None:
                asked.append(self.path)
                body = json.dumps({"link": f"http://127.0.0.1:{port}/open/x", "proof": "0" * 64}).encode()
                self.send_response(200)
                self.send_header("Content-Length", str(len(body)))
                self.end_headers()
                self.wfile.write(body)

            def log_message(self, *_: object) -> None:
                pass

        self._server = ThreadingHTTPServer(("127.0.0.1", port), LinkHandler)
        self._thread = threading.Thread(target=self._server.serve_forever, args=(0.05,))

    def __enter__(self) -> Self:
        self._thread.start()
        return self

    def __exit__(self, *_: object) -> None:
        self._server.shutdown()
        self._thread.join()
        self._server.server_close()
