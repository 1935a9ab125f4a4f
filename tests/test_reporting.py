import stat
from pathlib import Path

import platformdirs
import pytest

from lohum_brief.reporting import write_report


def test_nobody_else_reads_a_report_which_may_quote_what_somebody_typed(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(platformdirs, "user_log_path", lambda *_words, **_options: tmp_path)
    report = write_report(ValueError("संवेदनशील"))
    assert report is not None
    assert "संवेदनशील" in report.read_text("utf-8")
    assert stat.S_IMODE(report.stat().st_mode) == 0o600
