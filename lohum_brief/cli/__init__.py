"""The command line. `main` is the entry point; nothing heavy is imported before a command runs."""

import atexit
import gc
import io
import os
import sys
from collections.abc import Sequence

from lohum_brief import __version__
from lohum_brief.cli import grammar
from lohum_brief.cli.commands import COMMANDS


def run() -> None:
    """The program as a process of its own: leaves without taking apart what it built, which costs a tenth of the time."""
    code = main()
    atexit._run_exitfuncs()  # noqa: SLF001 - `os._exit` leaves them out, and there is no other way to call them
    _finish_output()
    os._exit(code)


def main(argv: Sequence[str] | None = None) -> int:
    """Run the command line; returns the exit code. Every trouble has been told on standard error by then."""
    words = list(sys.argv[1:] if argv is None else argv)
    for stream in (sys.stdout, sys.stderr):
        # A console that cannot show Hindi shows codes instead of failing.
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(errors="backslashreplace")
    collecting = gc.isenabled()
    if words[:1] != ["apply"]:
        # Commands are short and leave few cycles: collecting costs a tenth of an export. Apply may run for hours.
        gc.disable()
    try:
        code = _run(words)
        sys.stdout.flush()
    except KeyboardInterrupt:
        code = 130  # as shells count: 128 + SIGINT
    except BrokenPipeError:
        # Whoever reads has enough, as `head` does.
        code = 141  # 128 + SIGPIPE
    except Exception as error:
        from lohum_brief.cli.failure import failed

        code = failed(error)
    finally:
        if collecting:
            gc.enable()
    _finish_output()
    return code


def _finish_output() -> None:
    """What cannot be written is given up here, for at exit it would fail a second time, with a traceback."""
    try:
        sys.stdout.flush()
    except OSError:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())


def _run(words: list[str]) -> int:
    names = [command.name for command in COMMANDS]
    first = words[0] if words else ""
    if first in ("--help", "-h", "help"):
        grammar.put(grammar.overview(COMMANDS, __version__))
    elif first == "--version":
        grammar.put(f"{grammar.PROGRAM} {__version__}\n")
    elif first in names:
        command = COMMANDS[names.index(first)]
        arguments = grammar.parse(command, words[1:])
        if arguments is not None:
            return command.run(arguments)
        grammar.put(grammar.help_text(command))
    elif first == "--worker":
        from lohum_brief.service.worker import work

        work(sys.stdin.buffer, sys.stdout.buffer)
    elif first == "--read-workbook":
        from lohum_brief.exchange.workbook_child import main as read_workbook

        read_workbook(*words[1:])
    elif not words or first.endswith(".lbrief"):
        from lohum_brief.cli.opening import open_window

        return open_window(first)
    else:
        raise grammar.unknown_command(first, names)
    return 0
