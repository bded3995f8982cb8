"""Work on many things at once, without those that make it fail."""

from collections.abc import Callable, Sequence
from typing import TypeVar

from sayso.errors import SaysoError, is_lack_of_memory

Item = TypeVar("Item")
Result = TypeVar("Result")

MIN_FAULTS_ALLOWED = 8
SHARE_OF_FAULTS_ALLOWED = 0.1  # where more of the items fail, the items are not the reason


def largest_working_part(
    items: Sequence[Item],
    work: Callable[[Sequence[Item]], Result],
    on_fault: Callable[[Item, Exception], None],
    on_search: Callable[[int], None] | None = None,
) -> Result:
    """What `work` returns for the items, without those that make it raise an exception.

    Such an item goes to `on_fault` with its exception. The work is done once if nothing fails; each
    item that fails costs about log2(len(items)) further tries, and their number is given to
    `on_search` before they begin. SaysoError is passed on. Raises SaysoError if memory runs out, if
    too many items fail, or if the work fails without any item.
    """
    left = list(items)
    for _ in range(1 + max(MIN_FAULTS_ALLOWED, int(SHARE_OF_FAULTS_ALLOWED * len(left)))):
        failed: Exception
        try:
            return work(left)
        except SaysoError:
            raise
        except Exception as error:
            if is_lack_of_memory(error):
                raise _too_many_at_once(len(left)) from error
            failed = error
        if not left:
            break
        if on_search:
            on_search(len(left).bit_length())
        guilty, failed = _first_guilty(left, work, failed)
        on_fault(left.pop(guilty), failed)
    raise SaysoError(
        f"the work failed {len(items) - len(left)} times, each time without another report, so the "
        "reports are not the reason. This is a fault in sayso: please report the lines above."
    ) from failed


def _first_guilty(
    items: Sequence[Item], work: Callable[[Sequence[Item]], Result], failed: Exception
) -> tuple[int, Exception]:
    """The place of the item at which the work begins to fail, and its exception.

    The work is done for the items before this one, and fails for the items up to this one.
    """
    done, undone = 0, len(items)  # so many of the first items
    while undone - done > 1:
        middle = (done + undone) // 2
        try:
            work(items[:middle])
            done = middle
        except SaysoError:
            raise
        except Exception as error:
            if is_lack_of_memory(error):
                raise _too_many_at_once(middle) from error
            undone, failed = middle, error
    return undone - 1, failed


def _too_many_at_once(count: int) -> SaysoError:
    return SaysoError(
        f"there is too little memory to compare {count:,} reports at once. Give fewer reports, or "
        "use a machine with more memory."
    )
