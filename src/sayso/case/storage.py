"""The file of a case: opened, made, and brought up to the form of this version."""

import sqlite3
from collections.abc import Iterable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from urllib.parse import quote

from sayso.case.form import StrangePart, make_parts, strange_parts, strange_triggers
from sayso.case.searching import folded
from sayso.errors import CaseNotUsable, NoCase, WrongDecision, kind_and_place

APPLICATION = 0x53415953  # "SAYS": tells a case from other SQLite files
FIRST_FORM = 1
FORM = 2  # of the tables; migrations.py leads from one to the next
SECONDS_TO_WAIT = 60  # for another program that writes
SQLITE_BEGIN = b"SQLite format 3\0"
MOST_BYTES = 500_000_000  # of a value in the file
MOST_STATEMENT = 100_000  # characters
MOST_STEPS = (
    50_000  # of SQLite while it reads the form of a file; that of a case takes some thousand
)
MOST_NAMED = 3
LAST_COPY = "Go back to your last copy, or ask whoever sent it how it was made."
# What rows raise that another program changed: SQLite lets it write anything.
OF_CHANGED_ROWS = (
    TypeError,
    AttributeError,
    LookupError,
    ArithmeticError,
    RecursionError,
    ValueError,
)
FREE_SPACE = "Free some space there; what was in the case is whole, and the same command goes on."


def open_file(path: Path, *, make: bool = False) -> sqlite3.Connection:
    """The file of a case, ready to read and write; with `make`, a new one if there is none.

    A file on a disk that cannot be written is opened to be read. Raises NoCase or CaseNotUsable.
    """
    with plain_errors(path):
        if not make or _is_there(path):
            _check_is_there(path)
        connection = _connection(path, make)
        try:
            if make and _is_empty(connection):
                _make_tables(connection)
            _check_form(connection, path)
        except BaseException:
            connection.close()
            raise
        return connection


@contextmanager
def writing(connection: sqlite3.Connection) -> Iterator[None]:
    """All that is written within it is written together, or not at all."""
    connection.execute("BEGIN IMMEDIATE")
    try:
        yield
        connection.execute("COMMIT")
    except BaseException:
        _roll_back(connection)
        raise


@contextmanager
def reading(connection: sqlite3.Connection) -> Iterator[None]:
    """All that is read within it is of one moment, whatever others write meanwhile."""
    if connection.in_transaction:
        yield
        return
    connection.execute("BEGIN")
    try:
        yield
    finally:
        _roll_back(connection)


def _roll_back(connection: sqlite3.Connection) -> None:
    """Take back what was begun; closing the case has done so already where a run was stopped."""
    with suppress(sqlite3.ProgrammingError):
        if connection.in_transaction:
            connection.execute("ROLLBACK")


@contextmanager
def attached(connection: sqlite3.Connection, path: Path) -> Iterator[None]:
    """Within it, another case can be read as `theirs`."""
    try:
        _attach(connection, path, "ro")
    except sqlite3.OperationalError:
        if Path(f"{path}-wal").exists():
            raise
        with suppress(sqlite3.OperationalError):  # it may not have been attached
            connection.execute("DETACH DATABASE theirs")
        _attach(connection, path, "ro&immutable=1")  # in a folder that cannot be written
    try:
        yield
    finally:
        connection.execute("DETACH DATABASE theirs")


def _attach(connection: sqlite3.Connection, path: Path, mode: str) -> None:
    address = f"file:{quote(str(path.absolute()))}?mode={mode}"
    connection.execute("ATTACH DATABASE ? AS theirs", (address,))
    connection.execute("SELECT count(*) FROM theirs.sqlite_master").fetchone()


@contextmanager
def plain_errors(path: Path) -> Iterator[None]:
    """Errors of SQLite, and text that it cannot hold, are told as what happened and what to do."""
    try:
        yield
    except UnicodeEncodeError as error:
        raise WrongDecision(
            f"{error.object!a:.60} has characters that are no text. Type it again without them."
        ) from error
    except sqlite3.Error as error:
        raise CaseNotUsable(f"{path}: {_told(error)}") from error
    except OF_CHANGED_ROWS as error:
        raise CaseNotUsable(
            f"{path}: something in it cannot be read ({kind_and_place(error)}). `sayso verify` says what; "
            "if it says that the case is whole, this is a fault in sayso: please report this line."
        ) from error


def _told(error: sqlite3.Error) -> str:
    said = str(error)
    if "disk is full" in said:
        return f"the disk is full. {FREE_SPACE}"
    if "locked" in said or "busy" in said:
        return (
            f"another program has been writing to it for {SECONDS_TO_WAIT} seconds. Try again when it "
            "has ended."
        )
    if "readonly" in said or "read-only" in said:
        return "it cannot be written. Copy it to a folder where you may write."
    if "interrupted" in said:
        return f"it has far more tables, views or triggers than a case. {LAST_COPY}"
    if "unable to open" in said:
        return "it cannot be opened. Check the folder, and that you may write there."
    if isinstance(error, sqlite3.DatabaseError) and (
        "malformed" in said or "not a database" in said or "corrupt" in said
    ):
        return "the file is damaged. `sayso verify` says where; go back to your last copy."
    return f"it cannot be used ({said}). `sayso verify` says whether it is whole."


def _is_there(path: Path) -> bool:
    """Whether something stands at the path that is no empty file."""
    try:
        return path.is_dir() or path.stat().st_size > 0
    except OSError:
        return False


def _check_is_there(path: Path) -> None:
    try:
        with path.open("rb") as stream:
            begin = stream.read(len(SQLITE_BEGIN))
    except FileNotFoundError as error:
        raise NoCase(f"{path}: there is no such case. Make it: sayso new {path}") from error
    except IsADirectoryError as error:
        raise NoCase(f"{path}: this is a folder. Name the file of a case.") from error
    except OSError as error:
        raise NoCase(f"{path}: it cannot be read ({error.strerror}).") from error
    if begin != SQLITE_BEGIN:
        raise _no_case(path)


def _no_case(path: Path) -> NoCase:
    return NoCase(f"{path}: this file is no case. A case is made by: sayso new NAME.sayso")


def _connection(path: Path, make: bool) -> sqlite3.Connection:
    try:
        connection = _connected(path, "rwc" if make else "rw")
        connection.execute("PRAGMA journal_mode = WAL")
        connection.execute(
            "PRAGMA synchronous = FULL"
        )  # a decision that was taken in is on the disk
        return connection
    except sqlite3.OperationalError as error:
        if make or Path(f"{path}-wal").exists() or "locked" in str(error):
            raise
        return _connected(path, "ro&immutable=1")


def _connected(path: Path, mode: str) -> sqlite3.Connection:
    address = f"file:{quote(str(path.absolute()))}?mode={mode}"
    connection = sqlite3.connect(address, timeout=SECONDS_TO_WAIT, isolation_level=None, uri=True)
    try:
        connection.setlimit(sqlite3.SQLITE_LIMIT_LENGTH, MOST_BYTES)
        connection.setlimit(sqlite3.SQLITE_LIMIT_SQL_LENGTH, MOST_STATEMENT)
        connection.create_function("folded", 1, folded, deterministic=True)
        connection.execute("PRAGMA foreign_keys = ON")
        connection.execute("PRAGMA trusted_schema = OFF")
        connection.set_progress_handler(lambda: 1, MOST_STEPS)  # a form of endless parts ends here
        connection.execute("SELECT count(*) FROM sqlite_master").fetchone()
        connection.set_progress_handler(None, 0)
    except sqlite3.DatabaseError:
        connection.close()
        raise
    return connection


def _is_empty(connection: sqlite3.Connection) -> bool:
    count: int = connection.execute("SELECT count(*) FROM sqlite_master").fetchone()[0]
    return count == 0


def _make_tables(connection: sqlite3.Connection) -> None:
    with writing(connection):
        if _is_empty(connection):  # another process may have been first
            make_parts(connection)
            connection.execute(f"PRAGMA application_id = {APPLICATION}")
            connection.execute(f"PRAGMA user_version = {FORM}")


def _check_form(connection: sqlite3.Connection, path: Path) -> None:
    application = connection.execute("PRAGMA application_id").fetchone()[0]
    form = connection.execute("PRAGMA user_version").fetchone()[0]
    if application != APPLICATION:
        raise _no_case(path)
    if form > FORM:
        raise NoCase(
            f"{path}: this case was written by a later version of sayso. Install that: "
            "pip install --upgrade sayso"
        )
    if form < FIRST_FORM:
        raise CaseNotUsable(f"{path}: no sayso wrote a case of form {form}. {LAST_COPY}")
    if form < FORM:
        from sayso.case.migrations import migrate

        _check_parts(strange_triggers(connection), path)
        migrate(connection)
    _check_parts(strange_parts(connection), path)


def _check_parts(parts: Iterable[StrangePart], path: Path) -> None:
    """Raises CaseNotUsable if SQLite would run for somebody else what stands in the file."""
    strange = [one for one in parts if one.acts]
    if strange:
        named = "; ".join(f"{one.name:.60}: {one.what}" for one in strange[:MOST_NAMED])
        more = f"; and {len(strange) - MOST_NAMED:,} more" if len(strange) > MOST_NAMED else ""
        raise CaseNotUsable(
            f"{path}: it was not made by sayso alone, so it is not read ({named}{more}). {LAST_COPY}"
        )
