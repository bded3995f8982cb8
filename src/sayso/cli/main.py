"""The command line: `sayso COMMAND`. Whatever happens ends in one line and an exit status."""

import sys

from sayso.cli.signals import Stopped, end_processes, ignore_signals, stop_in_order
from sayso.cli.streams import ReaderStopped, standard_streams
from sayso.cli.terminal import libraries_print_notes, print_note
from sayso.engine.memory import collect_seldom
from sayso.errors import SaysoError, is_lack_of_memory, kind_and_place

OUT_OF_MEMORY = (
    "there is too little memory. Close other programs, give fewer reports at a time, or use a "
    "machine with more memory."
)
REPORT_FAULT = "This is a fault in sayso: please report this line, and what you typed."


def main() -> None:
    """Run a command and exit with its status. An error is one line: what happened, what to do next."""
    collect_seldom()
    with standard_streams(), libraries_print_notes():
        try:
            stop_in_order()
            status = _status_of_command()
            ignore_signals()
        except Stopped as stopped:
            ignore_signals()
            print_note(f"stopped before the end; {stopped.what_now}")
            status = stopped.status
        end_processes()
    sys.exit(status)


def _status_of_command() -> int:
    try:
        from sayso.cli.app import run_command  # a signal is in order while it loads, too

        return run_command()
    except ReaderStopped:
        return 1  # there is nobody to print an error for
    except SaysoError as error:
        print_note(str(error))
        return 1
    except Exception as error:
        fault = f"sayso failed ({kind_and_place(error)}). {REPORT_FAULT}"
        print_note(OUT_OF_MEMORY if is_lack_of_memory(error) else fault)
        return 1
