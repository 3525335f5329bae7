"""The published JSON Schema of the report, derived from the structs that are encoded."""

from typing import Any

import msgspec

from audit.model import Report

TITLE = "ungated report, version 1"
Schema = dict[str, Any]


def report_schema() -> bytes:
    """The JSON Schema (draft 2020-12) of `ungated report --format json`, as the bytes that are shipped.

    Every field is required, as every field is always written; unknown ones are allowed, as the contract says
    that fields may be added.
    """
    (top,), definitions = msgspec.json.schema_components((Report,))
    schema = {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": TITLE,
        **top,
        "$defs": {name: _as_written(definition) for name, definition in sorted(definitions.items())},
    }
    return msgspec.json.format(msgspec.json.encode(schema), indent=2) + b"\n"


def _as_written(definition: Schema) -> Schema:
    properties = {name: _without_default(field) for name, field in definition["properties"].items()}
    return {**definition, "properties": properties, "required": list(properties)}


def _without_default(field: Schema) -> Schema:
    return {key: value for key, value in field.items() if key != "default"}
