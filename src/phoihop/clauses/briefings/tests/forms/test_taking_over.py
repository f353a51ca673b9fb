from phoihop.clauses.briefings.actions.forms.dimensions import save_dimension
from phoihop.clauses.briefings.models import Dimension, ReportForm
from phoihop.people.succeeding import take_over
from phoihop.testing.cast import DAY
from phoihop.testing.factories import RegulatorFactory


def test_a_successor_fills_in_what_its_predecessor_did(regulator, vnpt, viettel, small):
    take_over(vnpt.party, viettel.party, DAY, regulator)

    assert list(small.form.parties.all()) == [viettel.party]


def test_a_departments_forms_go_to_its_successor(regulator, small):
    successor = RegulatorFactory()
    Dimension.objects.create(regulator=successor, code="technology", name="Công nghệ")
    save_dimension(actor=regulator, regulator=regulator.party, code="service", name="Dịch vụ", complete=True)

    take_over(regulator.party, successor, DAY, regulator)

    assert ReportForm.objects.get().regulator == successor
    codes = Dimension.objects.filter(regulator=successor).values_list("code", flat=True)
    assert sorted(codes) == ["service", "technology", "technology-2"]
