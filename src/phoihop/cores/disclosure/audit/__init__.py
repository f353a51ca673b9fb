"""What attackers can derive from a publication, and whether it may go out."""

from phoihop.cores.disclosure.audit.audit import audit
from phoihop.cores.disclosure.audit.derive import derive
from phoihop.cores.disclosure.audit.report import Audit, Finding, Interval

__all__ = ["Audit", "Finding", "Interval", "audit", "derive"]
