"""This computer: what it is called, who sits at it, and which of its processes live."""

import os
import sys


def is_running(process: int) -> bool:
    """Return whether a process of this computer lives; True where the system does not say."""
    if os.name == "nt":
        return True
    try:
        os.kill(process, 0)
    except ProcessLookupError:
        return False
    except (OSError, OverflowError):
        return True
    return True


def host() -> str:
    """Return the name of this computer; `?` where it says none."""
    return os.uname().nodename if sys.platform != "win32" else os.environ.get("COMPUTERNAME", "?")


def user_name() -> str:
    """Return who sits here, by the login name; `?` where the system does not say."""
    import getpass

    try:
        return getpass.getuser()
    except (OSError, KeyError, ImportError):  # neither an environment nor an account
        return "?"
