"""The registry: administrative units and codes; sites, masts, tenancies and stations, kept apart."""

from phoihop.clauses.towers.models.registry.changes import ChangeState, TenancyChange
from phoihop.clauses.towers.models.registry.codes import MastClass, SharingTarget
from phoihop.clauses.towers.models.registry.masts import Mast, MastState, SlotBand
from phoihop.clauses.towers.models.registry.papers import ImportMapping, ImportState, RegistryImport, SiteFile
from phoihop.clauses.towers.models.registry.rules import LocalRule, RestrictedZone, ZoneRule
from phoihop.clauses.towers.models.registry.sites import RegistryConfirmation, Site
from phoihop.clauses.towers.models.registry.tenancies import Station, StationState, Technology, Tenancy
from phoihop.clauses.towers.models.registry.vetoes import MastVeto, VetoState
from phoihop.people.models import AdminUnit, UnitLevel, Zone

__all__ = [
    "AdminUnit",
    "ChangeState",
    "ImportMapping",
    "ImportState",
    "LocalRule",
    "Mast",
    "MastClass",
    "MastState",
    "MastVeto",
    "RegistryConfirmation",
    "RegistryImport",
    "RestrictedZone",
    "SharingTarget",
    "Site",
    "SiteFile",
    "SlotBand",
    "Station",
    "StationState",
    "Technology",
    "Tenancy",
    "TenancyChange",
    "UnitLevel",
    "VetoState",
    "Zone",
    "ZoneRule",
]
