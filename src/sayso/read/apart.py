"""Reading a file in a child process, with limits of memory and time.

What the child says is taken as JSON, never as objects: a parser that hostile bytes have taken over
can say nothing but what a report can say.
"""

import json
import os
import signal
import subprocess
import sys
from collections.abc import Iterator
from contextlib import suppress
from dataclasses import asdict
from tempfile import TemporaryFile
from threading import Timer
from typing import IO, Any, BinaryIO

from sayso.errors import BrokenWire, UnreadableInput, fault_of_report
from sayso.model.wire import document_from_wire, document_to_wire
from sayso.read.limits import Limits
from sayso.read.notes import Note
from sayso.read.places import Box, Piece, Place, SourceMap
from sayso.read.reader import Format, Material, Reading, Setting

PAUSES = 3  # the clock may show as many times the processor's time
SPLIT = "Split it, or save its text as .txt."
NO_ANSWER = "the process that read it gave no answer that can be understood"
CHILD = (sys.executable, "-P", "-m", "sayso.read.apart")


def read_apart(one: Format, material: Material, setting: Setting) -> Iterator[Reading]:
    """What the format's reader makes of the material, read by a process of its own."""
    order = {
        "format": one.name,
        "name": material.name,
        "suffix": material.suffix,
        "media": material.media,
        "depth": material.depth,
        "limits": asdict(setting.limits),
        "places": setting.places,
    }
    with _as_file(material, setting.limits) as file:
        process = subprocess.Popen(  # noqa: S603
            [*CHILD, str(file.fileno())],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            pass_fds=[file.fileno()],
        )
        timer = Timer(PAUSES * setting.limits.child_seconds, process.kill)
        timer.start()
        try:
            yield from _answers(process, order, material, setting)
        finally:
            timer.cancel()
            process.kill()
            process.wait()
            for pipe in (process.stdin, process.stdout):
                if pipe:
                    with suppress(OSError):
                        pipe.close()


def _as_file(material: Material, limits: Limits) -> BinaryIO:
    """The material's bytes in a file of the operating system, from its beginning."""
    file: IO[bytes] = TemporaryFile()  # noqa: SIM115
    left = limits.file_bytes
    while data := material.stream.read(1 << 20):
        left -= len(data)
        if left < 0:
            file.close()
            raise UnreadableInput(
                material.name, f"it is larger than {limits.file_bytes:,} bytes", SPLIT
            )
        file.write(data)
    file.flush()
    file.seek(0)
    return file  # type: ignore[return-value]


def _answers(
    process: "subprocess.Popen[bytes]", order: dict[str, Any], material: Material, setting: Setting
) -> Iterator[Reading]:
    assert process.stdin is not None and process.stdout is not None  # noqa: S101
    with suppress(BrokenPipeError):
        process.stdin.write(json.dumps(order).encode())
        process.stdin.close()
    longest = 4 * setting.limits.unpacked_bytes
    done = False
    while line := process.stdout.readline(longest):
        if not line.endswith(b"\n"):
            break
        kind, answer = _checked_answer(line, material)
        if kind == "reading":
            yield _checked_reading(answer, material)
        elif kind == "note":
            setting.on_note(Note(str(answer[0]), str(answer[1])))
        elif kind == "problem":
            setting.on_problem(UnreadableInput(*map(str, answer)))
        elif kind == "failed":
            raise UnreadableInput(*map(str, answer))
        elif kind == "done":
            done = True
    if not done:
        raise UnreadableInput(material.name, _end_of(process, setting.limits), SPLIT)


def _checked_answer(line: bytes, material: Material) -> tuple[str, Any]:
    try:
        kind, answer = json.loads(line)
    except (ValueError, RecursionError, TypeError) as error:
        raise UnreadableInput(material.name, NO_ANSWER, SPLIT) from error
    return kind, answer


def _checked_reading(answer: Any, material: Material) -> Reading:
    try:
        return reading_from_json(answer)
    except (BrokenWire, ValueError, TypeError, LookupError) as error:
        raise UnreadableInput(material.name, NO_ANSWER, SPLIT) from error


def _end_of(process: "subprocess.Popen[bytes]", limits: Limits) -> str:
    """Why the child ended before it was done."""
    status = process.wait()
    if status in (-signal.SIGXCPU, -signal.SIGKILL):
        return f"reading it takes more than {limits.child_seconds} seconds, or more memory than is allowed"
    if status < 0:
        return f"its parser broke down on it (signal {-status})"
    return "its parser broke down on it"


def reading_to_json(reading: Reading, places: bool) -> Any:
    """A reading as JSON data, with its places if they are wanted."""
    pieces = [_piece_to_json(one) for one in reading.source.pieces] if places else []
    return [document_to_wire(reading.document, text=True), pieces, reading.where]


def _piece_to_json(one: Piece) -> Any:
    at = one.place
    boxes = [(box.left, box.bottom, box.right, box.top) for box in one.boxes]
    place = [at.offset, at.part, at.element, at.tail, at.page, at.cell, at.source]
    return [one.start, one.length, place, one.original, boxes]


def reading_from_json(data: Any) -> Reading:
    """The reading that JSON data describes. Raises BrokenWire, ValueError or TypeError."""
    document = document_from_wire(data[0])
    pieces = tuple(
        Piece(start, length, Place(*place), original, tuple(Box(*box) for box in boxes))
        for start, length, place, original, boxes in data[1]
    )
    where = None if data[2] is None else str(data[2])
    return Reading(document, SourceMap(pieces), where)


def main() -> None:
    """What the child does: read the order and the file, answer, end."""
    from sayso.read.table import format_called

    order = json.load(sys.stdin)
    limits = Limits(**order["limits"])
    _limit_self(limits)
    with os.fdopen(int(sys.argv[1]), "rb") as file:
        begin = file.read(4096)
        file.seek(0)
        material = Material(
            order["name"], file, begin, order["suffix"], order["media"], depth=order["depth"]
        )
        try:
            setting = Setting(
                limits,
                lambda one: _say("problem", [one.name, one.what, one.remedy]),
                lambda one: _say("note", [one.name, one.what]),
                _no_parts,
                order["places"],
            )
            for reading in format_called(order["format"]).read(material, setting):
                _say("reading", reading_to_json(reading, order["places"]))
            _say("done", None)
        except UnreadableInput as problem:
            _say("failed", [problem.name, problem.what, problem.remedy])
        except MemoryError:
            what = f"reading it takes more than {limits.child_memory:,} bytes of memory"
            _say("failed", [material.name, what, SPLIT])
        except Exception as error:
            fault = fault_of_report(material.name, error)
            _say("failed", [fault.name, fault.what, fault.remedy])


def _no_parts(material: Material) -> Iterator[Reading]:
    raise UnreadableInput(material.name, "it is a part of a file that is read apart", "Unpack it.")


def _limit_self(limits: Limits) -> None:
    try:
        import resource
    except ImportError:  # not on Windows
        return
    for what, most in (
        (resource.RLIMIT_AS, limits.child_memory),
        (resource.RLIMIT_CPU, limits.child_seconds),
        (resource.RLIMIT_FSIZE, 0),
        (resource.RLIMIT_CORE, 0),
    ):
        _, hard = resource.getrlimit(what)
        most = most if hard == resource.RLIM_INFINITY else min(most, hard)
        resource.setrlimit(what, (most, hard))


def _say(kind: str, answer: Any) -> None:
    sys.stdout.write(json.dumps([kind, answer]) + "\n")
    sys.stdout.flush()


if __name__ == "__main__":
    main()
