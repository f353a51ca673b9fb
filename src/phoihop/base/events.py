"""What the events of the history are called; apps add the names of theirs."""

from __future__ import annotations

from typing import Any

_labels: dict[str, Any] = {}


def label_events(labels: dict[str, Any]) -> None:
    """Add names: event code → lazy translation.

    :raises ValueError: a code has a name already
    """
    taken = _labels.keys() & labels.keys()
    if taken:
        raise ValueError(f"events named twice: {', '.join(sorted(taken))}")
    _labels.update(labels)


def label_of(event: str) -> str:
    """The name of an event, or its code where no app named it."""
    return str(_labels.get(event, event))


def all_labels() -> dict[str, Any]:
    """Every named event."""
    return dict(_labels)
