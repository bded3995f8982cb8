"""`sayso open`: the desk, a local page over a case."""

from typing import Annotated

import typer

from sayso.cli.cases.options import Author, CasePath
from sayso.cli.terminal import print_note, print_result


def open_command(
    case: CasePath,
    port: Annotated[
        int,
        typer.Option("--port", min=0, max=65535, help="Where it is served; 0 is any free port."),
    ] = 0,
    no_browser: Annotated[
        bool, typer.Option("--no-browser", help="Print the link, and do not open it.")
    ] = False,
    author: Author = None,
) -> None:
    """Open the desk: read, check and decide in a browser.

    Only this computer reaches it. The link opens it for one browser; type the command again for
    another link. End it with Ctrl-C.

    \b
    Example:
        sayso open mali.sayso
    """
    from sayso.desk.serving.server import serve

    if serve(case, author, port, not no_browser, print_result):
        print_note("the desk is closed")
    else:
        print_note("the desk was open already; this link opens it for one more browser")
