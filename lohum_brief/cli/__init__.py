"""The command line. `main` is the entry point; nothing heavy is imported before a command runs."""

import io
import sys
from collections.abc import Sequence
from contextlib import ExitStack
from typing import Final

from lohum_brief import __version__, lean_imports  # noqa: F401 - before what it makes quicker
from lohum_brief.cli import grammar
from lohum_brief.cli.commands import COMMANDS
from lohum_brief.processwide import collector_resting, flush_output, leave, rest_collector

_LASTING: Final = "apply"
"""The command that may run for hours."""


def run() -> None:
    """Run the program as a process of its own, which ends with this."""
    if sys.argv[1:2] != [_LASTING]:
        # Never woken again but for a window: to wake it at the end would look through all that was
        # built.
        rest_collector()
    leave(main(), finish=True)


def main(argv: Sequence[str] | None = None) -> int:
    """Run the command line; returns the exit code. Every trouble has been told on standard error by
    then.
    """
    words = list(sys.argv[1:] if argv is None else argv)
    for stream in (sys.stdout, sys.stderr):
        # A console that cannot show Hindi shows codes instead of failing.
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(errors="backslashreplace")
    try:
        with ExitStack() as stack:
            if words[:1] != [
                _LASTING
            ]:  # which may run for hours; all others are short and leave few cycles
                stack.enter_context(collector_resting())
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
    flush_output()
    return code


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
