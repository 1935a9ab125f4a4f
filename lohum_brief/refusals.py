"""What the operating system refuses, in the words of the program."""

import errno

from lohum_brief.language.interface import say


def why(error: OSError) -> str:
    """Return what the system did not like and what helps, without a full stop."""
    match error.errno:
        case errno.ENOSPC | errno.EDQUOT:
            return say("the disk is full; free some space and try again")
        case errno.EFBIG:
            return say("the file becomes larger than the system allows")
        case errno.EACCES | errno.EPERM:
            return say(
                "the system does not permit it; check the permissions and whether it is open "
                "elsewhere"
            )
        case errno.EROFS:
            return say("the disk cannot be written to")
        case errno.EISDIR:
            return say("it is a folder")
        case errno.ENOENT | errno.ENOTDIR:
            return say("there is no such file or folder")
        case errno.ENAMETOOLONG:
            return say("its name is too long")
        case errno.EIO:
            return say("the disk reports an error; use another one")
        case _:
            return (error.strerror or type(error).__name__).rstrip(".")
