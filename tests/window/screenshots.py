"""Pictures of every place of the window, to be looked at: `python -m tests.window.screenshots FOLDER [LANG,…]`.

In each interface language, light and dark, at 100 and 150 per cent.
"""

import os
import sys
import tempfile
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtCore import QEventLoop, QTimer

from lohum_brief.language import catalogue
from lohum_brief.language.codes import LANGS
from lohum_brief.store.file import create
from lohum_brief.store.shipped import sample_visit
from lohum_brief.window.application import Application
from lohum_brief.window.places import PLACES


def _wait(milliseconds: int) -> None:
    loop = QEventLoop()
    QTimer.singleShot(milliseconds, loop.quit)
    loop.exec()


def main() -> None:
    folder = Path(sys.argv[1])
    langs = sys.argv[2].split(",") if len(sys.argv) > 2 else LANGS
    folder.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory() as place:
        os.environ["XDG_CONFIG_HOME"] = place
        path = Path(place) / "sample.lbrief"
        create(path, sample_visit())
        application = Application(["screenshots"])
        for lang in langs:
            for colours in ("light", "dark"):
                for scale in (100, 150):
                    catalogue.use(lang)  # type: ignore[arg-type]
                    application.settings.setValue("language", lang)
                    application.set_colours(colours)
                    application.set_scale(scale)
                    window = application.open(path)
                    assert window is not None
                    window.resize(1440 * scale // 100, 900 * scale // 100)
                    _wait(2500)
                    for row, shown in enumerate(PLACES):
                        window.places.setCurrentRow(row)
                        _wait(350)
                        window.grab().save(str(folder / f"{shown.key}.{lang}.{colours}.{scale}.png"))
                    window.close()


main()
