"""`sayso seal`: the hash of all that a case holds, to be kept elsewhere."""

from pathlib import Path
from typing import Annotated

import typer

from sayso.casework.commands import command
from sayso.cli.cases.options import Author, CasePath
from sayso.cli.terminal import print_result
from sayso.errors import SaysoError

MOST_BYTES = 1_000_000  # of a token; they have a few thousand


def seal_command(
    case: CasePath,
    token: Annotated[
        Path | None,
        typer.Option(
            "--token",
            metavar="FILE",
            help="Store this time stamp (RFC 3161), which a service gave you for the hash.",
            dir_okay=False,
        ),
    ] = None,
    author: Author = None,
) -> None:
    """Print the last hash of the log: whoever has it can prove later that nothing before was changed.

    \b
    Example:
        sayso seal mali.sayso
    """
    from sayso.case.case import Case

    stamp = None if token is None else _bytes_of(token)
    with Case.open(case, author=author) as opened:
        number, hashed = opened.seal(stamp)
    print_result(f"row {number:,} of the log: {hashed}")
    if stamp is None:
        print_result(
            "Publish this line, or have it stamped, and store the stamp: "
            + command("seal", case, "--token", "FILE")
        )
    else:
        print_result(f"the time stamp in {token} is stored with it")


def _bytes_of(token: Path) -> bytes:
    try:
        with token.open("rb") as stream:
            stamp = stream.read(MOST_BYTES + 1)
    except OSError as error:
        raise SaysoError(f"{token}: it cannot be read ({error.strerror}).") from error
    if not stamp or len(stamp) > MOST_BYTES:
        raise SaysoError(f"{token}: a time stamp has 1 to {MOST_BYTES:,} bytes.")
    return stamp
