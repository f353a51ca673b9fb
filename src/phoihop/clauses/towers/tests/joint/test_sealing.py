"""Sealed facts open for their row alone, and nothing of them shows."""

from __future__ import annotations

import json

import pytest

from phoihop.clauses.towers.joint import sealing
from phoihop.clauses.towers.tests.joint.conftest import place

SALT = "ab" * 32


def test_what_was_sealed_opens_again():
    facts = place(note="Gần chợ").as_dict()

    assert sealing.unseal(SALT, "need:1", sealing.seal(SALT, "need:1", facts)) == facts


@pytest.mark.parametrize(("salt", "row"), [(SALT, "need:2"), ("cd" * 32, "need:1")])
def test_it_does_not_open_for_another_row_or_round(salt, row):
    sealed = sealing.seal(SALT, "need:1", {"a": 1})

    with pytest.raises(sealing.BrokenSeal):
        sealing.unseal(salt, row, sealed)


def test_a_changed_letter_is_found():
    sealed = sealing.seal(SALT, "need:1", {"a": 1})
    changed = sealed[:30] + ("A" if sealed[30] != "A" else "B") + sealed[31:]

    with pytest.raises(sealing.BrokenSeal):
        sealing.unseal(SALT, "need:1", changed)


def test_a_renewed_secret_still_opens_what_the_old_one_sealed(settings):
    sealed = sealing.seal(SALT, "need:1", {"a": 1})
    old, settings.SECRET_KEY = settings.SECRET_KEY, "a-new-secret" * 5
    settings.SECRET_KEY_FALLBACKS = [old]

    assert sealing.unseal(SALT, "need:1", sealed) == {"a": 1}

    settings.SECRET_KEY_FALLBACKS = []
    with pytest.raises(sealing.BrokenSeal):
        sealing.unseal(SALT, "need:1", sealed)


def test_the_length_tells_nothing_of_a_short_note():
    lengths = {len(sealing.seal(SALT, "need:1", place(note="x" * size).as_dict())) for size in (0, 5, 20)}

    assert len(lengths) == 1


def test_the_same_facts_look_different_each_time():
    assert sealing.seal(SALT, "r", {"a": 1}) != sealing.seal(SALT, "r", {"a": 1})


def test_anyone_can_recompute_a_commitment():
    facts = {"facts": {"radius_m": 300}, "nonce": "00"}
    written = json.dumps(facts, ensure_ascii=False, sort_keys=True, separators=(",", ":")).encode()

    assert sealing.commitment(facts) == sealing.digest(written)
