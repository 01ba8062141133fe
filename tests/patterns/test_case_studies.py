"""docs/case-studies.md quotes the program word for word."""

import re
from datetime import date

import pytest

from timeline.messages.pattern_sentences import describe_finding
from timeline.storage import samples
from timeline.study.study import Study
from timeline.system.paths import ROOT

PAGE = (ROOT / "docs" / "case-studies.md").read_text(encoding="utf-8")
LIVES = re.split(r"^## .*\((\w+)\)$", PAGE, flags=re.MULTILINE)[1:]
TODAY = date(2026, 1, 1)


@pytest.mark.parametrize(("file", "told"), [*zip(LIVES[::2], LIVES[1::2], strict=True)], ids=LIVES[::2])
def test_what_is_quoted_is_said(file: str, told: str) -> None:
    (sample,) = (one for one in samples.ALL_SAMPLES if one.file == f"{file}.json")
    study = Study(samples.read(sample, TODAY), TODAY)
    findings = study.findings
    said = {describe_finding(finding, study.history) for finding in findings}
    quoted = re.findall(r"^> (.*)$", told, flags=re.MULTILINE)
    assert len(quoted) >= 4
    assert [line for line in quoted if line not in said] == []
    assert not any(finding.is_clear for finding in findings)


def test_all_three_are_there() -> None:
    assert len(LIVES) == 6
