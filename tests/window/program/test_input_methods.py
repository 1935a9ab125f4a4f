"""Whoever writes Japanese finds the input method that the desktop has, without setting anything for
this program.
"""

import pytest

from lohum_brief.window.program.input_methods import choose


@pytest.mark.parametrize(
    ("environment", "ways"),
    [
        ({"QT_IM_MODULE": "fcitx"}, "wayland;fcitx;ibus"),
        ({"QT_IM_MODULE": "fcitx5"}, "wayland;fcitx;ibus"),
        ({"QT_IM_MODULE": "xim", "XMODIFIERS": "@im=fcitx"}, "wayland;fcitx;ibus"),
        ({"XMODIFIERS": "@im=fcitx"}, "wayland;fcitx;ibus"),
        ({"XMODIFIERS": "@im=ibus"}, "wayland;ibus"),
        ({"QT_IM_MODULE": "ibus", "XMODIFIERS": "@im=fcitx"}, None),
        ({"QT_IM_MODULE": "compose", "XMODIFIERS": "@im=ibus"}, None),
        ({"QT_IM_MODULE": "fcitx", "QT_IM_MODULES": "compose"}, "compose"),
        ({"XMODIFIERS": "@im=none"}, None),
        ({}, None),
    ],
)
def test_the_way_to_the_input_method(environment: dict[str, str], ways: str | None) -> None:
    choose(environment)
    assert environment.get("QT_IM_MODULES") == ways
