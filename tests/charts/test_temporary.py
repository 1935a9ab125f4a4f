"""Charts where no temporary file can be made: said in words, with the folder, as a matter of the
system.
"""

import subprocess
import sys
from pathlib import Path

DRAWING = """
import sys, tempfile
from lohum_brief.charts.library import isolated
from lohum_brief.errors import SystemRefusedError
tempfile._candidate_tempdir_list = lambda: [sys.argv[1]]
try:
    with isolated():
        pass
except SystemRefusedError as error:
    print(error.exit_code, error)
"""


def test_a_full_or_closed_temporary_folder_is_named(tmp_path: Path) -> None:
    gone = tmp_path / "gone"
    said = subprocess.run(
        [sys.executable, "-c", DRAWING, str(gone)],
        env={"TMPDIR": str(gone), "PYTHONPATH": str(Path(__file__).parents[2])},
        capture_output=True,
        text=True,
        check=True,
    )
    assert said.stdout.startswith(
        f"4 Charts need room for a temporary file, and the disk is full or closed in: {gone}."
    )
    assert "Traceback" not in said.stderr
