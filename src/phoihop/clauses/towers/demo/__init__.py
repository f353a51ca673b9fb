"""The demo's part of sharing towers: real outlines, invented masts; each area adds a module and its line here."""

from phoihop.clauses.towers.demo.disclosure import build_disclosures
from phoihop.clauses.towers.demo.joint import build_joint
from phoihop.clauses.towers.demo.registry import build_registry
from phoihop.clauses.towers.demo.sharing import build_requests
from phoihop.clauses.towers.demo.stage import Stage

__all__ = ["Stage", "build_towers"]


def build_towers(stage: Stage) -> None:
    """Build everything, each part on the one before."""
    build_registry(stage)
    build_disclosures(stage)
    build_requests(stage)
    build_joint(stage)
