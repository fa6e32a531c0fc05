"""docs/settings.md says what quyetdinh/settings.py reads."""

from __future__ import annotations

from pathlib import Path

from quyetdinh.manual import settings_page
from quyetdinh.settings import PREFIX, Settings, environment, read_settings

DOCS = Path(__file__).parents[2] / "docs"


def test_settings_page_is_up_to_date() -> None:
    assert (DOCS / "settings.md").read_text(encoding="utf-8") == settings_page(), "run `make docs`"


def test_every_setting_is_described_in_both_languages() -> None:
    for name, field in Settings.model_fields.items():
        vietnamese, _, english = (field.description or "").partition(" | ")
        assert vietnamese, name
        assert english, name


def test_a_child_process_sees_the_same_settings(tmp_path: Path, monkeypatch) -> None:
    settings = read_settings(home=tmp_path, lang="en")
    for name, value in environment(settings).items():
        assert name.startswith(PREFIX)
        monkeypatch.setenv(name, value)
    assert read_settings() == settings
