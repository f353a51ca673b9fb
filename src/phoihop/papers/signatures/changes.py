"""What was changed besides the signature: the difference analysis of pyHanko, with our own, narrower rules."""

from __future__ import annotations

from pyhanko.pdf_utils.reader import PdfFileReader
from pyhanko.sign.diff_analysis import (
    CatalogModificationRule,
    DiffResult,
    DocInfoRule,
    DSSCompareRule,
    MetadataUpdateRule,
    ModificationLevel,
    ObjectStreamRule,
    StandardDiffPolicy,
    SuspiciousModification,
    XrefStreamRule,
)

from phoihop.papers.signatures.forms import SignatureForm

LTA = ModificationLevel.LTA_UPDATES

# Unlike pyHanko's default policy there is no rule for ordinary form fields: a paper has none to fill in.
SIGNING_ONLY = StandardDiffPolicy(
    global_rules=[
        CatalogModificationRule(),  # type: ignore[no-untyped-call]
        DocInfoRule().as_qualified(LTA),
        XrefStreamRule().as_qualified(LTA),
        ObjectStreamRule().as_qualified(LTA),
        DSSCompareRule().as_qualified(LTA),
        MetadataUpdateRule().as_qualified(LTA),  # type: ignore[no-untyped-call]
    ],
    form_rule=SignatureForm(),
)


def changed_between(reader: PdfFileReader, base_revisions: int, last: int, new_fields: set[str]) -> bool:
    """Whether anything but these signature fields (and long-term data) differs from the base up to revision ``last``.

    Each revision is compared with the base: what one revision hides, the next must not cover up.
    """
    try:
        old = reader.get_historical_resolver(base_revisions - 1)
        for number in range(base_revisions, last + 1):
            result = SIGNING_ONLY.apply(old=old, new=reader.get_historical_resolver(number))
            too_much = result.modification_level > ModificationLevel.FORM_FILLING
            if too_much or not result.changed_form_fields <= new_fields:
                return True
    except Exception:  # noqa: BLE001  SuspiciousModification, or a file nobody can analyse
        return True
    return False


def only_long_term_data(diff: DiffResult | SuspiciousModification | None) -> bool:
    """Whether what follows a signature is validation data or a document time stamp, nothing to be seen."""
    return isinstance(diff, DiffResult) and diff.modification_level <= LTA
