"""An explanation in plain English; a caller that speaks another language goes by the codes."""

from __future__ import annotations

from collections.abc import Mapping

from phoihop.cores.towerplan.explain._verdicts import ClassVerdict, Explanation, MastVerdict, Obstacle

WORDS: Mapping[Obstacle, str] = {
    Obstacle.TOO_LOW: "too low for its antennas",
    Obstacle.NO_SLOT: "no free place so high",
    Obstacle.TAKEN: "its free places are given to others",
    Obstacle.WIND: "too weak for the equipment",
    Obstacle.ALREADY_THERE: "the operator has its one tenancy there",
    Obstacle.FULL: "as many operators as may share a mast",
    Obstacle.VETO: "not shared with the operator",
    Obstacle.DECLINED: "declined for this need",
    Obstacle.AGREED: "agreed among others",
}
NAMED = 3


def sentences(told: Explanation) -> list[str]:
    """One sentence a mast in the ring, nearest first, then one a class of new mast."""
    found = [_of_mast(it) for it in told.masts] or ["No mast stands in its ring."]
    return found + [_of_class(it) for it in told.classes]


def _of_mast(verdict: MastVerdict) -> str:
    name = f"New mast of {verdict.mast}" if verdict.new else f"Mast {verdict.mast}"
    why = "; ".join(WORDS[it] for it in verdict.obstacles) or "can be had"
    return f"{name}, {verdict.distance_m:.0f} m away: {why}."


def _of_class(verdict: ClassVerdict) -> str:
    if not verdict.fits:
        return f"A new mast of class {verdict.class_code}: not built tall or strong enough."
    parts = []
    if verdict.zones:
        parts.append(f"zones take {verdict.forbidden_share:.0%} of the ring ({_some(verdict.zones)})")
    if verdict.masts:
        parts.append(f"spacing takes {verdict.spaced_share:.0%} (from {_some(verdict.masts)})")
    end = "nothing is left" if verdict.place is None else "there is a place for it"
    return f"A new mast of class {verdict.class_code}: {', '.join([*parts, end])}."


def _some(names: tuple[str, ...]) -> str:
    more = f" and {len(names) - NAMED} more" if len(names) > NAMED else ""
    return ", ".join(names[:NAMED]) + more
