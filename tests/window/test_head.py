from collections.abc import Iterator
from itertools import pairwise

import pytest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from lohum_brief.window.application import Application
from lohum_brief.window.head import PlaceHead


@pytest.fixture
def head(qtbot: QtBot, application: Application) -> Iterator[PlaceHead]:
    del application
    around = QWidget()  # a window would not be made narrower than its layout likes
    qtbot.addWidget(around)
    made = PlaceHead("Partnership")
    made.setParent(around)
    made.add_filter()
    acts = dict.fromkeys(("plus", "copy", "arrow-up", "arrow-down", "trash-2"), lambda: None)
    made.add_tools(acts, enabled=True)
    made.say_count("73 entries")
    made.resize(900, 40)
    around.show()
    yield made
    around.close()


def _shown(head: PlaceHead) -> list[str]:
    return [
        tool.accessibleName() for tool in head.tools if tool is not head.count and tool.isVisible()
    ]


def test_a_wide_head_has_all_that_can_be_done(head: PlaceHead) -> None:
    assert head.count.isVisible()
    assert _shown(head) == ["Filter", "Add", "Duplicate", "Move up", "Move down", "Remove"]


def test_in_a_narrow_head_what_can_be_spared_goes_and_nothing_overlaps(head: PlaceHead) -> None:
    for width in range(900, 200, -40):
        head.resize(width, 40)
        row = head.layout()
        assert row is not None
        row.activate()
        places = [tool.geometry() for tool in head.tools if tool.isVisible()]
        assert all(one.right() < other.left() for one, other in pairwise(places)), width
        assert places[-1].right() < width
        if not head.count.isVisible():
            break
    head.resize(330, 40)
    assert not head.count.isVisible()
    assert _shown(head)[:2] == ["Filter", "Add"]
    assert "Move up" not in _shown(head)


def test_without_tools_the_head_keeps_its_height(head: PlaceHead) -> None:
    high = head.sizeHint().height()
    head.show_tools(False)
    assert _shown(head) == []
    assert head.minimumHeight() >= high - 2
