"""The overview in its window: where its cards lead."""

from PySide6.QtWidgets import QWidget

from lohum_brief.window.overview.overview import Overview
from lohum_brief.window.place_host import PlaceHost
from lohum_brief.window.places import Place


def overview_place(_: Place, host: PlaceHost, parent: QWidget) -> Overview:
    """Make the overview."""
    overview = Overview(host.session, parent)
    overview.pack.connect(host.show_page_of)
    overview.wanted.connect(host.go)
    overview.opened.connect(host.open_record)
    overview.asked.connect(host.show_findings)
    overview.show_findings(host.found)
    host.listed.connect(overview.show_findings)
    return overview
