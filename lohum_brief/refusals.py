"""What the operating system refuses, in the words of the program."""

import errno

from lohum_brief.message import Value, msg


def why(error: OSError) -> Value:
    """Return what the system did not like and what helps, without a full stop."""
    match error.errno:
        case errno.ENOSPC | errno.EDQUOT:
            return msg("the disk is full; free some space and try again")
        case errno.EFBIG:
            return msg("the file becomes larger than the system allows")
        case errno.EACCES | errno.EPERM:
            return msg(
                "the system does not permit it; check the permissions and whether it is open "
                "elsewhere"
            )
        case errno.EROFS:
            return msg("the disk cannot be written to")
        case errno.EISDIR:
            return msg("it is a folder")
        case errno.ENOENT | errno.ENOTDIR:
            return msg("there is no such file or folder")
        case errno.ENAMETOOLONG:
            return msg("its name is too long")
        case errno.EIO:
            return msg("the disk reports an error; use another one")
        case _:
            return (error.strerror or type(error).__name__).rstrip(".")
