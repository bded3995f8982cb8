"""What was fetched, kept as evidence: a WARC file with every byte that was sent and received."""

import gzip
import hashlib
import importlib.metadata
import os
from datetime import datetime
from pathlib import Path
from uuid import uuid4

from sayso.errors import CannotWrite
from sayso.read.links.network import Exchange
from sayso.read.served import HEAD_END

SUFFIX = ".warc.gz"
NEVER = "What was kept is never overwritten."
OTHER = "Name another file with --keep."
HTTP = "application/http; msgtype={}"


class Keeper:
    """Writes exchanges to a new file. Each is whole on the disk before the next one begins."""

    def __init__(self, path: Path) -> None:
        """Raises CannotWrite if the file is there already, or its name does not fit."""
        if not path.name.endswith(SUFFIX):
            raise CannotWrite(f"{path}: what is kept is a WARC file. Let its name end in {SUFFIX}.")
        if os.path.lexists(path):
            raise CannotWrite(f"{path}: there is such a file. {NEVER} {OTHER}")
        self.path = path
        self._begun = False

    def keep(self, exchange: Exchange, at: datetime) -> None:
        """Adds a question and its answer. Raises CannotWrite."""
        asked, answered = _new_id(), _new_id()
        common = {
            "WARC-Target-URI": str(exchange.address),
            "WARC-Date": at.strftime("%Y-%m-%dT%H:%M:%SZ"),
            "WARC-IP-Address": exchange.machine,
        }
        request = _record(
            "request",
            asked,
            {**common, "Content-Type": HTTP.format("request")},
            bytes(exchange.sent),
        )
        response = {**common, "Content-Type": HTTP.format("response"), "WARC-Concurrent-To": asked}
        if exchange.cut:
            response["WARC-Truncated"] = exchange.cut
        records = [request, _record("response", answered, response, bytes(exchange.received))]
        if not self._begun:
            records.insert(0, _about(self.path.name, common["WARC-Date"]))
        try:
            with self.path.open("ab" if self._begun else "xb") as file:
                for record in records:
                    file.write(record)
                file.flush()
                os.fsync(file.fileno())
        except OSError as error:
            raise CannotWrite(f"{self.path}: {error.strerror}. {OTHER}") from error
        self._begun = True


def _about(name: str, at: str) -> bytes:
    """The record that says who wrote the file."""
    version = importlib.metadata.version("sayso")
    lines = f"software: sayso/{version}\r\nformat: WARC File Format 1.0\r\nrobots: obey\r\n"
    fields = {"WARC-Date": at, "WARC-Filename": name, "Content-Type": "application/warc-fields"}
    return _record("warcinfo", _new_id(), fields, lines.encode())


def _record(kind: str, its_id: str, fields: dict[str, str], block: bytes) -> bytes:
    """A record as a member of a gzip file, with the check sums of its block and its page."""
    head = {"WARC-Type": kind, "WARC-Record-ID": its_id, **fields}
    head["WARC-Block-Digest"] = _digest(block)
    if kind == "response" and (end := HEAD_END.search(block)):
        head["WARC-Payload-Digest"] = _digest(block[end.end() :])
    head["Content-Length"] = str(len(block))
    lines = "".join(f"{name}: {value}\r\n" for name, value in head.items())
    return gzip.compress(b"WARC/1.0\r\n" + lines.encode() + b"\r\n" + block + b"\r\n\r\n")


def _digest(data: bytes) -> str:
    return f"sha256:{hashlib.sha256(data).hexdigest()}"


def _new_id() -> str:
    return f"<urn:uuid:{uuid4()}>"
