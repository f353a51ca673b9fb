"""Minutes as plain data: what a version keeps, and what differs between two."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from phoihop.programme.comparing import Piece, compare_words

if TYPE_CHECKING:
    from phoihop.clauses.briefings.models import Minutes, MinutesEntry

FIELDS = ("kind", "text", "position", "item_id", "owner_id", "due_on", "confidential_to_id")


def content_of(minutes: Minutes, entries: Iterable[MinutesEntry]) -> dict[str, Any]:
    """Everything of the minutes that a version brings back."""
    return {
        "chair": minutes.chair,
        "secretary": minutes.secretary,
        "entries": [
            {"id": str(entry.pk)} | {name: _plain(getattr(entry, name)) for name in FIELDS} for entry in entries
        ],
    }


def _plain(value: Any) -> Any:
    if value is None or isinstance(value, str | int):
        return value
    return value.isoformat() if hasattr(value, "isoformat") else str(value)


@dataclass(frozen=True, slots=True)
class ParagraphDiff:
    """One paragraph of two versions.

    :ivar state: same, added, removed or changed
    :ivar item_id: the topic it stands under
    """

    state: str
    item_id: str | None
    pieces: tuple[Piece, ...]


def compare_versions(old: Mapping[str, Any], new: Mapping[str, Any]) -> list[ParagraphDiff]:
    """Paragraphs in the order of the new version; those taken out stand where they stood before the next kept one."""
    before = {entry["id"]: entry for entry in old["entries"]}
    after = {entry["id"]: entry for entry in new["entries"]}
    found: list[ParagraphDiff] = []
    for pk in _order(list(before), list(after)):
        was, now = before.get(pk), after.get(pk)
        pieces = compare_words(was["text"] if was else "", now["text"] if now else "")
        found.append(ParagraphDiff(_state(was, now), (now or was or {}).get("item_id"), pieces))
    return found


def _state(was: Mapping[str, Any] | None, now: Mapping[str, Any] | None) -> str:
    if was is None:
        return "added"
    if now is None:
        return "removed"
    facts = ("text", "kind", "owner_id", "due_on", "item_id")
    return "changed" if any(was[name] != now[name] for name in facts) else "same"


def _order(old: Sequence[str], new: Sequence[str]) -> list[str]:
    """The new order, with each lost one before the first later one that is still there."""
    kept, order = set(new), list(new)
    for place, pk in enumerate(old):
        if pk not in kept:
            follower = next((one for one in old[place + 1 :] if one in kept), None)
            order.insert(order.index(follower) if follower else len(order), pk)
    return order
