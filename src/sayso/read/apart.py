"""Reading a file in a child process, with limits of memory and time.

What the child says is taken as JSON, never as objects, and checked (`child_answers.py`).
"""

import fcntl
import json
import os
import signal
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import asdict
from importlib import import_module
from tempfile import TemporaryFile
from typing import IO, Any

from sayso.errors import PACKAGE_FOLDER, UnreadableInput, fault_of_report
from sayso.read.child_answers import SPLIT, Answers, say_reading
from sayso.read.limits import Limits
from sayso.read.notes import Note
from sayso.read.reader import BYTES_LOOKED_AT, Format, Material, Reading, Setting
from sayso.read.waiting import Patience

PAUSES = 3  # the clock may show as many times the processor's time
MEBIBYTE = 1 << 20
# Descriptors below are standard input and output; where those are closed, a file could get one.
FIRST_OWN_DESCRIPTOR = 3
CROWDED = "Close other programs, or free space on the disk, and run this again."
# The child runs the package that the parent runs, wherever that is.
START = (
    "import sys; sys.path.insert(0, sys.argv[2]); import sayso; del sys.path[0]; "
    "from sayso.read.apart import main; main()"
)
CHILD = (sys.executable, "-P", "-c", START)


def read_apart(one: Format, material: Material, setting: Setting) -> Iterator[Reading]:
    """What the format's reader makes of the material, read by a process of its own."""
    order = {
        "format": one.name,
        "home": one.read.__module__,
        "name": material.name,
        "suffix": material.suffix,
        "media": material.media,
        "depth": material.depth,
        "limits": asdict(setting.limits),
        "places": setting.places,
    }
    with (
        _as_descriptor(material, setting.limits) as file,
        _child(file, material, setting.limits) as (process, patience),
    ):
        _give(process, order)
        for reading in _answers(process, material, setting):
            with patience.pause():
                yield reading


@contextmanager
def _as_descriptor(material: Material, limits: Limits) -> Iterator[int]:
    """The material's bytes as a descriptor of a file without a name, wound to its beginning."""
    try:
        with TemporaryFile() as file:
            _copy(material, file, limits.file_bytes)
            file.seek(0)
            descriptor = fcntl.fcntl(file, fcntl.F_DUPFD_CLOEXEC, FIRST_OWN_DESCRIPTOR)
    except OSError as error:
        what = f"it could not be copied to be read apart ({error.strerror})"
        raise UnreadableInput(material.name, what, CROWDED) from error
    try:
        yield descriptor
    finally:
        os.close(descriptor)


def _copy(material: Material, file: IO[bytes], limit: int) -> None:
    left = limit
    while data := material.stream.read(MEBIBYTE):
        left -= len(data)
        if left < 0:
            raise UnreadableInput(material.name, f"it is larger than {limit:,} bytes", SPLIT)
        file.write(data)


@contextmanager
def _child(
    file: int, material: Material, limits: Limits
) -> "Iterator[tuple[subprocess.Popen[bytes], Patience]]":
    """A process that reads the file. It is gone when this ends, whatever it does."""
    try:
        process = subprocess.Popen(  # noqa: S603
            [*CHILD, str(file), str(PACKAGE_FOLDER.parent)],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            pass_fds=[file],
        )
    except OSError as error:
        what = f"no process could be started to read it ({error.strerror})"
        raise UnreadableInput(material.name, what, CROWDED) from error
    patience = Patience(process, PAUSES * limits.child_seconds)
    try:
        yield process, patience
    finally:
        patience.end()
        process.kill()
        process.wait()
        for pipe in (process.stdin, process.stdout):
            with suppress(OSError):
                pipe.close()  # type: ignore[union-attr]


def _give(process: "subprocess.Popen[bytes]", order: dict[str, Any]) -> None:
    """Tell the child what to do. One that is dead already shows in its answers."""
    assert process.stdin is not None  # noqa: S101
    with suppress(BrokenPipeError):
        process.stdin.write(json.dumps(order).encode())
        process.stdin.close()


def _answers(
    process: "subprocess.Popen[bytes]", material: Material, setting: Setting
) -> Iterator[Reading]:
    assert process.stdout is not None  # noqa: S101
    answers = Answers(material.name)
    left = setting.limits.child_answer
    while line := process.stdout.readline(left + 1):
        left -= len(line)
        if left < 0:
            what = f"more than {setting.limits.child_answer:,} bytes were read from it"
            raise UnreadableInput(material.name, what, SPLIT)
        if not line.endswith(b"\n"):
            break
        kind, answer = answers.checked(line)
        if kind == "reading":
            yield answer
        elif kind == "note":
            setting.on_note(Note(*answer))
        elif kind == "problem":
            setting.on_problem(UnreadableInput(*answer))
        elif kind == "done":
            return
    raise UnreadableInput(material.name, _end_of(process, setting.limits), SPLIT)


def _end_of(process: "subprocess.Popen[bytes]", limits: Limits) -> str:
    """Why the child ended before it was done."""
    status = process.wait()
    if status == -signal.SIGXCPU:
        return f"reading it takes more than {limits.child_seconds} seconds"
    if status == -signal.SIGKILL:
        seconds = PAUSES * limits.child_seconds
        return f"reading it takes more than {seconds} seconds, or more memory than there is"
    broken = "its parser broke down on it, or needs more memory than is allowed"
    return f"{broken} (signal {-status})" if status < 0 else broken


def main() -> None:
    """What the child does: read the order and the file, answer, end."""
    order = json.load(sys.stdin)
    limits = Limits(**order["limits"])
    limit_self(limits)
    name = order["name"]
    with os.fdopen(int(sys.argv[1]), "rb") as file:
        begin = file.read(BYTES_LOOKED_AT)
        file.seek(0)
        material = Material(
            name, file, begin, order["suffix"], order["media"], depth=order["depth"]
        )
        setting = Setting(
            limits,
            lambda one: _say("problem", [one.name, one.what, one.remedy]),
            lambda one: _say("note", [one.name, one.what]),
            _no_parts,
            order["places"],
        )
        try:
            for reading in _format(order).read(material, setting):
                say_reading(_say, reading, order["places"])
            _say("done", None)
        except UnreadableInput as problem:
            _say("failed", [problem.name, problem.what, problem.remedy])
        except MemoryError:
            what = f"reading it takes more than {limits.child_memory:,} bytes of memory"
            _say("failed", [name, what, SPLIT])
        except BrokenPipeError:
            pass  # nobody listens any more
        except Exception as error:
            fault = fault_of_report(name, error)
            _say("fault", [fault.name, fault.what, fault.remedy])


def _format(order: dict[str, Any]) -> Format:
    """The format of the order. Its own module is enough, if that has it; the others are slow to load."""
    found = getattr(import_module(order["home"]), "FORMAT", None)
    if isinstance(found, Format) and found.name == order["format"]:
        return found
    from sayso.read.table import format_called

    return format_called(order["format"])


def _no_parts(material: Material) -> Iterator[Reading]:
    raise UnreadableInput(material.name, "it is a part of a file that is read apart", "Unpack it.")


def limit_self(limits: Limits) -> None:
    """Take this process's right to more memory and time, to write files and to leave a core."""
    import resource

    for what, most in (
        (resource.RLIMIT_AS, limits.child_memory),
        (resource.RLIMIT_CPU, limits.child_seconds),
        (resource.RLIMIT_FSIZE, 0),
        (resource.RLIMIT_CORE, 0),
    ):
        _, hard = resource.getrlimit(what)
        most = most if hard == resource.RLIM_INFINITY else min(most, hard)
        with suppress(ValueError, OSError):  # a system that knows no such limit
            resource.setrlimit(what, (most, hard))


def _say(kind: str, answer: Any) -> None:
    sys.stdout.write(json.dumps([kind, answer], separators=(",", ":")) + "\n")
    sys.stdout.flush()
