"""Which input method Qt speaks to, on Linux. Qt's own packages bring a way to IBus and none to
Fcitx, nor to XIM.
"""

from collections.abc import MutableMapping
from typing import Final

_LIST: Final = "QT_IM_MODULES"
_FCITX: Final = frozenset({"fcitx", "fcitx5"})


def choose(environment: MutableMapping[str, str]) -> None:
    """Set Qt's list of ways where the desktop names an input method that Qt would not find; to be
    done before Qt begins.

    Fcitx answers for IBus too, so that way comes after its own, which is there only where the
    system's Qt is ours. On Wayland the compositor comes first, as if nothing was set.
    """
    if environment.get(_LIST):
        return
    named = environment.get("QT_IM_MODULE", "")
    if named in ("", "xim"):
        named = environment.get("XMODIFIERS", "").removeprefix("@im=")
        if named == "ibus":
            environment[_LIST] = "wayland;ibus"
    if named in _FCITX:
        environment[_LIST] = "wayland;fcitx;ibus"
