"""Which changes of a PDF's form are signing, and nothing but signing."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from pyhanko.pdf_utils import generic
from pyhanko.pdf_utils.reader import HistoricalResolver
from pyhanko.sign.diff_analysis import (
    FieldComparisonContext,
    FieldComparisonSpec,
    FormUpdate,
    FormUpdatingRule,
    ModificationLevel,
    SigFieldCreationRule,
    SigFieldModificationRule,
    SuspiciousModification,
)

LTA = ModificationLevel.LTA_UPDATES
FORM_KEYS = frozenset({"/Fields", "/SigFlags", "/DR", "/DA", "/Q", "/NeedAppearances"})
Update = tuple[ModificationLevel, FormUpdate]


class SignatureForm(FormUpdatingRule):
    """Signature fields may be added and filled; there is no rule for other fields, as a paper has none.

    pyHanko analyses what follows a signature, so it takes a form for granted. We also compare with a revision nobody
    has signed, where the first signature brings the form along.
    """

    def __init__(self) -> None:
        rules = [SigFieldCreationRule(), SigFieldModificationRule()]  # type: ignore[no-untyped-call]
        super().__init__(rules, ignored_acroform_keys=FORM_KEYS)

    def apply(self, old: HistoricalResolver, new: HistoricalResolver) -> Iterable[Update]:
        if "/AcroForm" in old.root:
            yield from super().apply(old, new)
        elif "/AcroForm" in new.root:
            yield from self._first_form(old, new)

    def _first_form(self, old: HistoricalResolver, new: HistoricalResolver) -> Iterator[Update]:
        form = new.root["/AcroForm"]
        if not isinstance(form, generic.DictionaryObject) or not form.keys() <= FORM_KEYS:
            raise SuspiciousModification("the new form has unexpected entries")
        yield from _brought_along(old, new.root.raw_get("/AcroForm"))
        yield from _brought_along(old, form.raw_get("/Fields"))
        if "/DR" in form:
            for reference in new.collect_dependencies(form.raw_get("/DR"), since_revision=old.revision + 1):
                yield ModificationLevel.FORM_FILLING, FormUpdate(reference)
        context = FieldComparisonContext(field_specs=dict(_new_fields(form)), old=old, new=new)
        for rule in self.field_rules:
            yield from rule.apply(context)


def _brought_along(old: HistoricalResolver, value: generic.PdfObject) -> Iterator[Update]:
    """An indirect object that the base did not have yet."""
    if isinstance(value, generic.IndirectObject) and old.is_ref_unassignable(value.reference):
        yield LTA, FormUpdate(value.reference)


def _new_fields(form: generic.DictionaryObject) -> Iterator[tuple[str, FieldComparisonSpec]]:
    """The fields of a form that is new as a whole: signature fields at the top, and no others."""
    names = set()
    for item in form["/Fields"]:
        if not isinstance(item, generic.IndirectObject):
            raise SuspiciousModification("form fields have to be indirect objects")
        field = item.get_object()  # type: ignore[no-untyped-call]
        name = str(field.raw_get("/T"))
        if field.raw_get("/FT") != "/Sig" or "." in name or name in names:
            raise SuspiciousModification("the new form has a field that is not a plain signature field")
        names.add(name)
        yield name, FieldComparisonSpec("/Sig", None, item.reference, None)
