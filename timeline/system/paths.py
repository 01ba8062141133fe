"""Where the files beside the code are: the same in a checkout, an editable install and a wheel."""

from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
ASSETS = ROOT / "assets"
SAMPLES = ROOT / "sample_data"
CATALOGUES = ROOT / "timeline" / "messages" / "catalogues"
"""Each language but English, as `LANGUAGE/LC_MESSAGES/messages.mo`."""
