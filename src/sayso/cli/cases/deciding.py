"""What the commands of `sayso decide` share: the options, the open case, and what is printed."""

import inspect
from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING, Any

import typer

from sayso.casework.commands import command
from sayso.cli.cases.options import Author, Later, Reason
from sayso.cli.cases.tables import told
from sayso.cli.signals import goes_on
from sayso.cli.terminal import print_result

if TYPE_CHECKING:
    from sayso.case.case import Case
    from sayso.model.decisions import Decision


def as_command(decide: "Callable[..., Decision]") -> Callable[..., None]:
    """A command of a function that decides: it opens the case, prints the decision, and follows it.

    The function takes the open case, the reason, then what its own command asks for. The command
    asks for that, and has the options --reason, --author and --later.
    """

    def run(
        context: typer.Context,
        reason: Reason = "",
        author: Author = None,
        later: Later = False,
        **own: Any,
    ) -> None:
        from sayso.case.case import Case
        from sayso.cli.cases.working import follow_decisions

        with goes_on(), Case.open(context.obj, author=author) as case:
            decision = decide(case, reason, **own)
            print_decision(case, decision, case.renamed(decision))
            if not later:
                follow_decisions(case)

    context, *shared, _ = inspect.signature(run).parameters.values()
    _, _, *own = inspect.signature(decide).parameters.values()
    asked = [one.replace(kind=inspect.Parameter.KEYWORD_ONLY) for one in (context, *own, *shared)]
    run.__name__, run.__doc__ = decide.__name__, decide.__doc__
    run.__annotations__ = {one.name: one.annotation for one in asked}
    vars(run)["__signature__"] = inspect.Signature(
        asked
    )  # where typer reads what a command asks for
    return run


def print_decision(
    case: "Case", decision: "Decision", renamed: Sequence[tuple[str, str]] = ()
) -> None:
    """Print a decision with what it is about, the names that it changed, and how to take it back."""
    print_result(_line(decision))
    for old, new in renamed:
        print_result(
            f"  its name is now {case.names().of(new)}; {case.names().of(old)} still finds it"
        )
    undoing = command("decide", case.path, "undo", str(decision.number))
    print_result(f"  take it back: {undoing}")


def _line(decision: "Decision") -> str:
    about = "; ".join(f"{one.kind} “{one.words or one.id}”" for one in decision.subjects)
    kind = f"{decision.kind} {decision.undoes}" if decision.undoes else str(decision.kind)
    parts = (kind, told(decision.value), about, decision.reason)
    return f"decision {decision.number}: " + " · ".join(filter(None, parts))
