"""The JSON Schema (2020-12) of what `extract` and `compare` print."""

import json
from importlib.resources import files
from typing import Any, Literal


def schema(what: Literal["extract", "compare"]) -> dict[str, Any]:
    """The schema of one line of `extract`, or of the object that `compare` prints."""
    text = files(__package__).joinpath("wire.schema.json").read_text("utf-8")
    return {**json.loads(text), "$ref": f"#/$defs/{what}"}
