"""A paper's description as JSON and back, so that it can be drawn again with its number."""

from __future__ import annotations

import base64
import dataclasses
import datetime as dt
from typing import Any

from phoihop.papers.rendering import description
from phoihop.papers.rendering.description import Paper

_CLASSES = {
    name: found
    for name in description.__all__
    if isinstance(found := getattr(description, name), type) and dataclasses.is_dataclass(found)
}


def _pack(value: Any) -> Any:
    if dataclasses.is_dataclass(value) and not isinstance(value, type):
        fields = {field.name: _pack(getattr(value, field.name)) for field in dataclasses.fields(value)}
        return {"is": type(value).__name__, **fields}
    if isinstance(value, tuple | list):
        return [_pack(item) for item in value]
    if isinstance(value, bytes):
        return {"is": "bytes", "base64": base64.b64encode(value).decode()}
    if isinstance(value, dt.date):
        return {"is": "date", "iso": value.isoformat()}
    return value


def _unpack(value: Any) -> Any:
    if isinstance(value, list):
        return tuple(_unpack(item) for item in value)
    if not isinstance(value, dict):
        return value
    match value["is"]:
        case "bytes":
            return base64.b64decode(value["base64"])
        case "date":
            return dt.date.fromisoformat(value["iso"])
        case name:
            return _CLASSES[name](**{key: _unpack(item) for key, item in value.items() if key != "is"})


def pack(paper: Paper) -> dict[str, Any]:
    """The description as JSON."""
    packed: dict[str, Any] = _pack(paper)
    return packed


def unpack(packed: dict[str, Any]) -> Paper:
    """The description that :func:`pack` packed.

    :raises KeyError: made by a version that knew other blocks
    """
    paper: Paper = _unpack(packed)
    return paper
