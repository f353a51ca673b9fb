import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from phoihop.programme.comparing import compare, compare_words

SECTIONS = ["bases", "costs"]


def clause(pk, **facts):
    return {
        "id": pk, "origin": "", "heading": f"Nội dung {pk}", "text": "Các bên cùng làm.", "kind": "plain", "days": [],
        "cadence": "yearly", "months": [10], "lead_duty": "", "party_duty": "",
    } | facts  # fmt: skip


def content(*clauses, **facts):
    return {
        "title": "Biên bản", "starts_on": "2026-01-01", "ends_on": "2026-12-31", "clauses": list(clauses),
        "sections": {"costs": "Mỗi bên tự lo."}, "parties": [],
    } | facts  # fmt: skip


def bare(text):
    """Unchanged words are shown with the spaces of the new text."""
    return "".join(text.split())


def changes(old, new):
    return [(diff.id, diff.change) for diff in compare(old, new, SECTIONS).clauses]


def test_words_that_changed_are_marked_one_by_one():
    pieces = compare_words("Giao ban sáu tháng một lần.", "Giao ban hằng quý một lần.")

    assert [(p.kind, p.text) for p in pieces] == [
        ("same", "Giao ban "), ("removed", "sáu tháng "), ("added", "hằng quý "), ("same", "một lần."),
    ]  # fmt: skip


def test_a_lone_word_between_two_changes_reads_as_part_of_them():
    pieces = compare_words("một hai ba bốn năm", "một 2 ba 4 năm")

    assert [(p.kind, p.text) for p in pieces] == [
        ("same", "một "), ("removed", "hai ba bốn "), ("added", "2 ba 4 "), ("same", "năm"),
    ]  # fmt: skip


@settings(max_examples=60, deadline=None)
@given(old=st.text("ab ,.\nđ", max_size=40), new=st.text("ab ,.\nđ", max_size=40))
def test_both_texts_can_be_read_back_from_the_pieces(old, new):
    pieces = compare_words(old, new)

    assert "".join(p.text for p in pieces if p.kind != "removed") == new
    assert bare("".join(p.text for p in pieces if p.kind != "added")) == bare(old)


@pytest.mark.parametrize(
    ("old", "new", "expected"),
    [
        (["a"], ["a", "b"], [("a", "same"), ("b", "added")]),
        (["a", "b", "c"], ["a", "c"], [("a", "same"), ("b", "removed"), ("c", "same")]),
        (["a", "b", "c"], ["c", "a", "b"], [("c", "moved"), ("a", "same"), ("b", "same")]),
        ([], [], []),
    ],
)
def test_clauses_are_aligned_by_identity(old, new, expected):
    found = changes(content(*map(clause, old)), content(*map(clause, new)))

    assert found == expected


def test_a_clause_with_another_cadence_is_changed_though_its_words_stay():
    found = compare(content(clause("a")), content(clause("a", cadence="quarterly", months=[3, 6])), SECTIONS)

    assert found.counts["changed"] == 1
    assert [fact.name for fact in found.clauses[0].facts] == ["cadence", "months"]


def test_a_renewed_clause_is_the_one_it_was_renewed_from():
    found = changes(content(clause("a")), content(clause("z", origin="a", heading="Nội dung a")))

    assert found == [("z", "same")]


def test_signers_term_and_sections_are_compared_too():
    new = content(
        clause("a"), ends_on="2027-12-31", sections={"costs": "Các bên cùng lo."},
        parties=[{"name": "VNPT", "signer_name": "Trần Thu Hà", "signer_position": "Giám đốc"}],
    )  # fmt: skip

    found = compare(content(clause("a")), new, SECTIONS)

    assert found.term is not None
    assert found.parties.changed
    assert [text.changed for text in found.sections] == [False, True]
    assert not found.is_empty


def test_a_text_is_equal_to_itself():
    one = content(clause("a"), clause("b"))

    assert compare(one, one, SECTIONS).is_empty
