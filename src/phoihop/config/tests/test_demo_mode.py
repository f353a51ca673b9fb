"""Nothing of the demo exists outside demo mode."""

import datetime as dt
import os
import subprocess
import sys

import pytest
from django.conf import settings
from django.urls import NoReverseMatch, reverse
from django.utils import timezone

from phoihop.config.demo.build import NotInDemoMode, build
from phoihop.papers.signatures.demo_authority import DemoAuthority
from phoihop.people.models import User


def test_the_suite_runs_outside_demo_mode():
    assert not settings.DEMO


def test_the_addresses_are_not_there(client, vnpt):
    User.objects.update(is_demo=True)

    with pytest.raises(NoReverseMatch):
        reverse("people:demo")
    assert client.get("/demo/").status_code == 404
    assert client.post(f"/demo/{vnpt.user_id}/").status_code == 404


def test_the_year_is_not_built(db):
    with pytest.raises(NotInDemoMode):
        build(timezone.now())

    assert not User.objects.exists()


def test_the_invented_authority_signs_nothing():
    with pytest.raises(Exception, match=r"(?i)demo"):
        DemoAuthority.create(demo_mode=False, at=dt.datetime(2026, 6, 15, tzinfo=dt.UTC))


@pytest.mark.parametrize(("mode", "there"), [("1", True), ("0", False)])
def test_the_mode_is_an_environment_variable_read_at_the_start(mode, there, tmp_path):
    words = (
        "import django; django.setup(); from django.urls import NoReverseMatch, reverse\n"
        "try: reverse('people:demo'); print('there')\nexcept NoReverseMatch: print('absent')"
    )
    env = os.environ | {
        "PHOIHOP_DEMO": mode, "DJANGO_SETTINGS_MODULE": "phoihop.config.settings", "PHOIHOP_HOME": str(tmp_path),
    }  # fmt: skip

    done = subprocess.run([sys.executable, "-c", words], env=env, capture_output=True, text=True, check=True)  # noqa: S603

    assert done.stdout.strip() == ("there" if there else "absent")
