"""What has changed, in words."""

import pytest

from phoihop.base.changes import changes_of
from phoihop.base.models import AuditEntry


def _entry(label: str, before: dict, after: dict) -> AuditEntry:
    return AuditEntry(object_label=label, before=before, after=after)


def test_fields_have_the_names_of_the_form_and_its_order():
    entry = _entry("people.party", {"mandate": "A", "name": "B"}, {"mandate": "C", "name": "D"})

    assert [(change.label, change.before, change.after) for change in changes_of(entry)] == [
        ("Tên đầy đủ", "B", "D"),
        ("Chức năng, nhiệm vụ", "A", "C"),
    ]


@pytest.mark.parametrize(
    ("label", "key", "value", "shown"),
    [("programme.memorandum", "status", "in_force", "Đang có hiệu lực"), ("x.y", "agrees", True, "Có"),
     ("x.y", "agrees", False, "Không"), ("x.y", "n", 0, "0"), ("x.y", "parts", ["a"], '[\n  "a"\n]'),
     ("x.y", "empty", None, "")],
)  # fmt: skip
def test_values(label, key, value, shown):
    [change] = changes_of(_entry(label, {}, {key: value}))

    assert change.after == shown


def test_a_row_of_a_model_that_is_gone_keeps_its_keys():
    [change] = changes_of(_entry("gone.model", {"old_name": "a"}, {}))

    assert (change.label, change.before, change.after) == ("old name", "a", "")
