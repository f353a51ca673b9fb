import pytest

from tests.architecture.checks.actors import doors_without_actor, forgotten_actors


def test_every_door_asks_who_comes_in(package):
    assert doors_without_actor(package) == []


def test_no_action_forgets_its_actor(package):
    assert forgotten_actors(package) == []


@pytest.mark.parametrize("signature", ["pk", "actor, pk", "*, pk, actor"])
def test_a_door_without_actor_is_told(plant, signature):
    plant("people/queries.py", f"def party({signature}):\n    return pk\n")
    package = plant("people/views.py", "from phoihop.people import queries\n\nqueries.party(pk=1)\n")

    assert len(doors_without_actor(package)) == 1


def test_a_door_that_a_package_passes_on_is_told(plant):
    plant("people/actions/parties.py", "def merge(party):\n    return party\n")
    plant("people/actions/__init__.py", "from phoihop.people.actions.parties import merge\n")
    package = plant("people/views/parties.py", "from phoihop.people.actions import merge\n")

    assert len(doors_without_actor(package)) == 1


def test_a_door_with_actor_and_a_helper_behind_it_are_let(plant):
    plant(
        "people/actions.py",
        "def merge(*, actor, party):\n    locked(party)\n\n\ndef locked(party):\n    return party\n",
    )
    package = plant("people/views.py", "from phoihop.people import actions\n\nactions.merge(actor=1, party=2)\n")

    assert doors_without_actor(package) == []


def test_an_action_that_forgets_its_actor_is_told(plant):
    package = plant("people/actions.py", "def merge(*, actor, party):\n    party.delete()\n")

    assert len(forgotten_actors(package)) == 1


def test_an_area_named_like_a_room_stays_behind_the_door(plant):
    plant("people/actions/forms/drafts.py", "def locked(pk):\n    return pk\n")
    package = plant("people/actions/forms/content.py", "from phoihop.people.actions.forms.drafts import locked\n")
    inside = doors_without_actor(package)
    package = plant("people/views/forms/content.py", "from phoihop.people.actions.forms.drafts import locked\n")

    assert (inside, len(doors_without_actor(package))) == ([], 1)
