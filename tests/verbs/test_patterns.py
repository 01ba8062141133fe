"""`attachment-timeline patterns FILE`: the same findings as the page, for reading and for another program."""

import json
from pathlib import Path

import pytest

import app
from models.findings import Finding
from timeline.system.paths import ROOT, SAMPLES

SAMPLE = str(SAMPLES / "hc_andersen.json")


@pytest.fixture(autouse=True)
def keep_the_log(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("timeline.system.log.keep_private", lambda: None)


def run_in_process(capsys: pytest.CaptureFixture[str], *arguments: str) -> tuple[int, str, str]:
    try:
        code = app.main(("patterns", *arguments))
    except SystemExit as ended:
        code = int(ended.code or 0)
    out, err = capsys.readouterr()
    return code, out, err


def test_patterns_are_told_question_by_question(capsys: pytest.CaptureFixture[str]) -> None:
    code, out, err = run_in_process(capsys, SAMPLE)
    assert (code, err) == (0, "")
    assert out.startswith("Which tags run through my relationships?\n  ")
    assert "rejection: in 5 of the 14 relationships you tagged" in out
    assert "Somewhere on this page, chance alone shows something as rare in" in out
    assert "[" not in out


def test_the_json_is_what_its_page_describes(capsys: pytest.CaptureFixture[str]) -> None:
    code, out, err = run_in_process(
        capsys, SAMPLE, "--json", "--ask", "rejection in romantic", "--ask", "loss"
    )
    assert (code, err) == (0, "")
    told = json.loads(out, parse_constant=pytest.fail)
    assert [*told] == ["schema", "asked", "findings"]
    assert told["schema"] == "attachment-timeline-patterns/2"
    assert [one["id"] for one in told["asked"]] == ["asked:rejection in romantic", "asked:loss"]
    keys = {*Finding.model_fields, "says", "one_in"} - {"facts", "can_lead", "recurs"}
    for one in (*told["asked"], *told["findings"]):
        assert {*one} == keys
        assert one["says"]
        for entry in (one["first"], *one["strongest"], one["latest"]):
            assert entry is None or ({*entry} == {"relationship", "episode", "words"} and entry["words"])
    page = (ROOT / "docs" / "patterns-json.md").read_text(encoding="utf-8")
    assert [name for name in keys if f"| `{name}` |" not in page] == []


def test_an_unknown_tag_names_the_nearest(capsys: pytest.CaptureFixture[str]) -> None:
    code, out, err = run_in_process(capsys, SAMPLE, "--ask", "neglct -> rejection")
    assert (code, out) == (2, "")
    assert err == "attachment-timeline: “neglct” is not a tag. Nearest: neglect.\n"


def test_a_file_with_problems_says_so_and_still_counts(
    capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    told = json.loads(Path(SAMPLE).read_text(encoding="utf-8"))
    entries = told.get("episodes") or told["relationships"][0]["episodes"]
    entries[0]["intensity"] = 9
    broken = tmp_path / "mine.json"
    broken.write_text(json.dumps(told), encoding="utf-8")
    code, out, err = run_in_process(capsys, str(broken))
    assert code == 1
    assert "intensity" in err
    assert "relationships you tagged" in out


def test_an_empty_history_says_one_sentence(capsys: pytest.CaptureFixture[str], tmp_path: Path) -> None:
    empty = tmp_path / "empty.json"
    empty.write_text('{"schema": "attachment-timeline/1"}')
    assert run_in_process(capsys, str(empty)) == (
        0,
        "Nothing is tagged yet, so there is nothing to count.\n",
        "",
    )


def test_questions_as_a_file_has_them_are_answered_or_told(
    capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    told = json.loads(Path(SAMPLE).read_text(encoding="utf-8"))
    on = {"on": "2026-01-01"}
    told["asked"] = [
        on | {"id": "1", "form": "in_kind"},
        on | {"id": "2", "form": "sequence", "tags": ["loss", "a1b2c3d4"]},
    ]
    file = tmp_path / "mine.json"
    file.write_text(json.dumps(told), encoding="utf-8")
    code, out, err = run_in_process(capsys, str(file))
    assert code == 1
    assert "asked[0]" in err
    assert "A tag this question names is not in this notebook" in out
    assert "a1b2c3d4" not in out
