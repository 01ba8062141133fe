"""The method page says what the finders' docstrings say."""

import importlib.util

from timeline.patterns import FINDERS
from timeline.system.paths import ROOT


def render_method_page() -> str:
    spec = importlib.util.spec_from_file_location("write_methods", ROOT / "docs" / "write_methods.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    page: str = module.page()
    return page


def test_the_method_page_is_the_docstrings() -> None:
    page = (ROOT / "docs" / "methods.md").read_text(encoding="utf-8")
    assert page == render_method_page(), "docs/methods.md is old: python docs/write_methods.py"


def test_every_finder_is_on_it() -> None:
    page = render_method_page()
    for finder in FINDERS:
        assert f"## {(finder.__doc__ or '').splitlines()[0]}" in page
